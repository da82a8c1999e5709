/* What every kind of chart keeps, whatever the data, the size, the language and the theme: words inside and apart, words
 * that can be read on what is under them, a table that adds up, marks that have their row, and a description. */
#include "config.h"

#include "mark-move.h"
#include "sample.h"

#include <string.h>

#ifdef __SANITIZE_ADDRESS__
#define N_SETS 60       /* they look for other faults, and take ten times as long */
#else
#define N_SETS 500
#endif

static NidaChartSpec *
spec_of (NidaChartKind kind)
{
  NidaChartSpec *spec = nida_chart_spec_new (kind);

  spec->query->by[0].field = NIDA_FIELD_DONOR;
  spec->query->n_by = 1;
  return spec;
}

/* Of data that have countries. */
static NidaField
field_of (NidaChartKind kind,
          NidaField     field)
{
  return kind == NIDA_CHART_TILE_MAP ? NIDA_FIELD_COUNTRY : field;
}

/* Kinds whose table lists the money received: the others speak of one figure, of needs, or of no money. */
static gboolean
lists_money (NidaChartKind kind)
{
  switch (kind)
    {
    case NIDA_CHART_NUMBER:
    case NIDA_CHART_COVERAGE:
    case NIDA_CHART_INDICATOR:
    case NIDA_CHART_EVENTS:
    case NIDA_CHART_WATERFALL:
    case NIDA_CHART_PACE:
      return FALSE;
    default:
      return TRUE;
    }
}

static void
test_tidy (gconstpointer data)
{
  const struct { double width, height; } sizes[] = { { 300, 200 }, { 400, 300 }, { 640, 360 }, { 900, 300 }, { 1600, 900 } };
  NidaChartKind kind = GPOINTER_TO_INT (data);
  g_autoptr (NidaChartSpec) spec = spec_of (kind);

  for (guint seed = 0; seed < 12; seed++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes) * 2; i++)
      {
        g_autoptr (NidaDataset) dataset = sample_random (seed + 20000, FALSE, seed % 4 == 0);
        SampleFrame frame = { sizes[i / 2].width, sizes[i / 2].height, 1, i % 2, seed % 3 };
        g_autoptr (NidaScene) scene = sample_scene (dataset, spec, frame);
        g_autofree char *what = g_strdup_printf ("%s, seed %u", nida_chart_kind_get_name (kind), seed);

        sample_assert_tidy (scene, what);
        g_assert_cmpstr (nida_scene_get_description (scene), !=, "");
        g_assert_cmpstr (nida_scene_get_title (scene), !=, "");
      }
}

/* Five hundred data sets of each kind: by some field, in four sizes, at normal and at double text, in both
 * directions. */
static void
test_labels (gconstpointer data)
{
  const struct { double width, height; } sizes[] = { { 300, 200 }, { 480, 356 }, { 648, 280 }, { 1440, 860 } };
  const NidaField fields[] = { NIDA_FIELD_DONOR, NIDA_FIELD_CATEGORY, NIDA_FIELD_APPEAL };
  guint kind = GPOINTER_TO_UINT (data);

  for (guint seed = 0; seed < N_SETS; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random_rich (seed + 60000);
      g_autoptr (NidaChartSpec) spec = spec_of (kind);
      g_autofree char *what = g_strdup_printf ("%s, set %u", nida_chart_kind_get_name (kind), seed);
      guint round = seed / NIDA_N_CHARTS;

      spec->query->by[0].field = field_of (kind, fields[round % G_N_ELEMENTS (fields)]);
      for (guint i = 0; i < G_N_ELEMENTS (sizes) * 2; i++)
        {
          double scale = (round + i) % 3 == 0 ? 2 : 1;
          SampleFrame frame = { sizes[i / 2].width / scale, sizes[i / 2].height / scale, scale, i % 2, round % 3 };
          g_autoptr (NidaScene) scene = NULL;

          if (scale > 1 && i / 2 == 0)      /* smaller than any window makes it */
            frame.width = 300, frame.height = 200;
          scene = sample_scene (dataset, spec, frame);
          sample_assert_tidy (scene, what);
        }
    }
}

/* Does @to stand there from @from: wholly beyond it, and in its row or column? */
static gboolean
stands (NidaBox  from,
        NidaBox  to,
        NidaMove move)
{
  gboolean in_row = to.y < from.y + from.height && to.y + to.height > from.y, in_column = to.x < from.x + from.width && to.x + to.width > from.x;

  switch (move)
    {
    case NIDA_MOVE_LEFT: return in_row && to.x + to.width <= from.x && to.x < from.x;
    case NIDA_MOVE_RIGHT: return in_row && to.x >= from.x + from.width && to.x > from.x;
    case NIDA_MOVE_UP: return in_column && to.y + to.height <= from.y && to.y < from.y;
    default: return in_column && to.y >= from.y + from.height && to.y > from.y;
    }
}

static gboolean
stands_any (NidaScene      *scene,
            const NidaNode *from,
            NidaMove        move)
{
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    if (nida_scene_get_node (scene, i)->mark != NULL && stands (from->box, nida_scene_get_node (scene, i)->box, move))
      return TRUE;
  return FALSE;
}

static void
assert_arrow (NidaScene      *scene,
              const NidaNode *from,
              NidaMove        move,
              const char     *what)
{
  const NidaMove back[] = { [NIDA_MOVE_LEFT] = NIDA_MOVE_RIGHT, [NIDA_MOVE_RIGHT] = NIDA_MOVE_LEFT, [NIDA_MOVE_UP] = NIDA_MOVE_DOWN,
                            [NIDA_MOVE_DOWN] = NIDA_MOVE_UP };
  const NidaNode *to = nida_scene_move (scene, from->key, move);

  if (to == NULL && stands_any (scene, from, move))
    g_error ("%s: an arrow (%d) does not leave %s, though something stands there", what, move, from->key);
  if (to != NULL && stands (from->box, to->box, back[move]))
    g_error ("%s: an arrow (%d) leads back from %s to %s", what, move, from->key, to->key);
}

/* Right leads to what stands at the right, in both languages and whichever way time runs, and never to what stands at the left. */
static void
test_arrows (gconstpointer data)
{
  const NidaMove moves[] = { NIDA_MOVE_LEFT, NIDA_MOVE_RIGHT, NIDA_MOVE_UP, NIDA_MOVE_DOWN };
  guint kind = GPOINTER_TO_UINT (data);
  g_autoptr (NidaChartSpec) spec = spec_of (kind);

  spec->query->by[0].field = field_of (kind, NIDA_FIELD_DONOR);
  for (guint round = 0; round < 24; round++)
    {
      g_autoptr (NidaDataset) dataset = round % 2 == 0 ? sample_random_rich (round + 80000) : sample_random (round + 80000, TRUE, FALSE);
      SampleFrame frame = { 640, 400, 1, round / 2 % 2, round / 4 % 3 };
      g_autoptr (NidaScene) scene = sample_scene (dataset, spec, frame);
      g_autofree char *what = g_strdup_printf ("%s, %s, time %u", nida_chart_kind_get_name (kind), frame.arabic ? "ar" : "en", frame.time);

      for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
        for (guint j = 0; j < G_N_ELEMENTS (moves) && nida_scene_get_node (scene, i)->mark != NULL; j++)
          assert_arrow (scene, nida_scene_get_node (scene, i), moves[j], what);
    }
}

/* Before it names its sources, which are long; some kinds speak of no money. */
static void
test_currency (gconstpointer data)
{
  guint kind = GPOINTER_TO_UINT (data);
  g_autoptr (NidaChartSpec) spec = spec_of (kind);
  g_autoptr (NidaDataset) dataset = sample_random_rich (80000);

  if (kind == NIDA_CHART_EVENTS || kind == NIDA_CHART_INDICATOR)
    return;
  spec->query->by[0].field = field_of (kind, NIDA_FIELD_DONOR);
  for (guint arabic = 0; arabic < 2; arabic++)
    {
      g_autoptr (NidaScene) scene = sample_scene (dataset, spec, (SampleFrame) { 640, 400, 1, arabic, NIDA_TIME_LTR });
      const char *words = nida_scene_get_description (scene), *sources = strstr (words, "Source");
      g_autofree char *before = sources != NULL ? g_strndup (words, (gsize) (sources - words)) : g_strdup (words);

      if (strstr (before, arabic ? "دولار" : "US$") == NULL)
        g_error ("%s names no currency: %s", nida_chart_kind_get_name (kind), words);
    }
}

/* Digits with the sign of a currency or of a size, in a node among the marks: a name has neither. */
static gboolean
is_amount (const NidaNode *node)
{
  const char *signs[] = { "$", "مليون", "مليار", "ألف" }, *frame[] = { "title", "subtitle", "source", "note", "footer", "description" };

  for (guint i = 0; i < G_N_ELEMENTS (frame); i++)
    if (g_str_has_prefix (node->key, frame[i]))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (node->shape == NIDA_SHAPE_TEXT && strstr (node->text, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* "$507M of $4.…" is no figure. */
static void
test_amounts (gconstpointer data)
{
  const struct { double width, height, scale; } sizes[] = { { 160, 200, 1 }, { 200, 300, 1 }, { 300, 200, 1 }, { 400, 300, 1 },
                                                            { 300, 240, 2 }, { 400, 500, 2 } };
  guint kind = GPOINTER_TO_UINT (data);
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  g_autoptr (NidaChartSpec) spec = spec_of (kind);

  for (guint seed = 0; seed < 20; seed++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes) * 2; i++)
      {
        g_autoptr (NidaDataset) dataset = seed % 2 == 0 ? sample_random_rich (seed + 60000) : sample_random (seed, TRUE, FALSE);
        SampleFrame frame = { sizes[i / 2].width, sizes[i / 2].height, sizes[i / 2].scale, i % 2, NIDA_TIME_LTR };
        g_autoptr (NidaScene) scene = sample_scene (dataset, spec, frame);

        for (guint k = 0; k < nida_scene_get_n_nodes (scene); k++)
          {
            const NidaNode *node = nida_scene_get_node (scene, k);
            double room = node->box.width + 0.5;

            if (is_amount (node)
                && (node->max_lines > 1 ? nida_measurer_lines (measurer, node->text, node->font, frame.scale, room) > node->max_lines
                                        : nida_measurer_width (measurer, node->text, node->font, frame.scale) > room))
              g_error ("%s, seed %u, %gx%g at %g: %s is cut: “%s”", nida_chart_kind_get_name (kind), seed, frame.width, frame.height,
                       frame.scale, node->key, node->text);
          }
      }
}

/* What is seen of the words of @node. */
static char *
seen_words (NidaMeasurer   *measurer,
            const NidaNode *node)
{
  for (glong kept = g_utf8_strlen (node->text, -1); kept > 0 && node->max_lines <= 1; kept--)
    {
      g_autofree char *head = g_utf8_substring (node->text, 0, kept);
      g_autofree char *seen = g_strconcat (head, strlen (head) < strlen (node->text) ? "…" : NULL, NULL);

      if (nida_measurer_width (measurer, seen, node->font, 1) <= node->box.width + 0.5)
        return g_steal_pointer (&seen);
    }
  return g_strdup (node->text);
}

/* Two names of one place in the chart: "label/", "end/". */
static gboolean
are_of_one_list (const NidaNode *a,
                 const NidaNode *b)
{
  gsize length = strcspn (a->key, "/");

  return a->key[length] == '/' && strncmp (a->key, b->key, length + 1) == 0 && !g_str_equal (strrchr (a->key, '/'), strrchr (b->key, '/'));
}

/* "United …" and "United …" would be two names that nobody can tell apart. */
static void
test_cut_names (gconstpointer data)
{
  const char *names[] = { "United States of America", "United States Department of State", "United Arab Emirates, Government of",
                          "United Kingdom of Great Britain and Northern Ireland", "United Nations Children’s Fund",
                          "United Nations Development Programme", "United Nations Central Emergency Response Fund" };
  const struct { double width, height; } sizes[] = { { 240, 260 }, { 320, 240 }, { 480, 300 }, { 900, 500 } };
  guint kind = GPOINTER_TO_UINT (data);
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  g_autoptr (NidaChartSpec) spec = spec_of (kind);
  g_autoptr (NidaDataset) dataset = NULL;
  SampleRow rows[G_N_ELEMENTS (names) * 2];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (SampleRow) { NIDA_KIND_PAID, i % 2 ? "2024" : "2025", .donor = names[i / 2], .country = names[i / 2], .category = names[i / 2],
                            .appeal = names[i / 2], .amount = 4000000 + 3000000 * (i * 5 % 11) };
  dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  spec->query->by[0].field = field_of (kind, NIDA_FIELD_DONOR);
  for (guint i = 0; i < G_N_ELEMENTS (sizes) * 2; i++)
    {
      g_autoptr (NidaScene) scene = sample_scene (dataset, spec, (SampleFrame) { sizes[i / 2].width, sizes[i / 2].height, 1, i % 2, NIDA_TIME_LTR });
      guint n = nida_scene_get_n_nodes (scene);

      for (guint a = 0; a < n; a++)
        for (guint b = a + 1; b < n; b++)
          {
            const NidaNode *one = nida_scene_get_node (scene, a), *other = nida_scene_get_node (scene, b);
            g_autofree char *words = NULL, *others = NULL;

            if (one->shape != NIDA_SHAPE_TEXT || other->shape != NIDA_SHAPE_TEXT || !are_of_one_list (one, other))
              continue;
            words = seen_words (measurer, one);
            others = seen_words (measurer, other);
            if (strstr (words, "…") != NULL && g_str_equal (words, others))
              g_error ("%s, %gx%g: %s and %s read “%s”", nida_chart_kind_get_name (kind), sizes[i / 2].width, sizes[i / 2].height,
                       one->key, other->key, words);
          }
    }
}

/* The column of the figures is the last, but for shares behind it. */
static guint
figure_column (const NidaTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (g_str_has_prefix (table->headings[i], "Received"))
      return i;
  g_assert_not_reached ();
}

static void
test_table (gconstpointer data)
{
  g_autoptr (NidaChartSpec) spec = spec_of (GPOINTER_TO_INT (data));

  for (guint seed = 0; seed < 30; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random (seed + 30000, FALSE, seed % 2 == 0);
      g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
      g_autoptr (NidaQuery) query = nida_query_new ();
      g_autoptr (NidaCube) cube = NULL;
      g_autoptr (NidaScene) scene = sample_scene (dataset, spec, SAMPLE_WIDE);
      NidaMoney total;

      query->measures = 1u << NIDA_MEASURE_RECEIVED;
      cube = nida_local_engine_query (engine, query, NULL);
      total = nida_cube_get_total (cube)->values[NIDA_MEASURE_RECEIVED];
      g_assert_cmpint (sample_table_sum (scene, figure_column (nida_scene_get_table (scene))), ==,
                       total == NIDA_MONEY_NONE ? 0 : total);
    }
}

/* The fill of the topmost box that holds the middle of @text, and whether it is hatched. */
static const NidaNode *
find_under (NidaScene *scene,
            guint      text)
{
  const NidaNode *node = nida_scene_get_node (scene, text);
  double x = node->box.x + node->box.width / 2, y = node->box.y + node->box.height / 2;

  for (guint i = text; i-- > 0;)
    {
      const NidaNode *under = nida_scene_get_node (scene, i);

      if (under->shape == NIDA_SHAPE_RECT && under->fill != NIDA_COLOR_NONE && x >= under->box.x && y >= under->box.y
          && x <= under->box.x + under->box.width && y <= under->box.y + under->box.height)
        return under;
    }
  return NULL;
}

static gboolean
has_marks (NidaScene *scene)
{
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    if (nida_scene_get_node (scene, i)->mark != NULL)
      return TRUE;
  return FALSE;
}

/* Ink is chosen for the theme that the scene is built for; every other word has the colour of a role. */
static void
test_contrast (gconstpointer data)
{
  g_autoptr (NidaChartSpec) spec = spec_of (GPOINTER_TO_INT (data));
  g_autoptr (NidaDataset) dataset = sample_random_rich (70002);
  SampleFrame frame = { 1200, 700, 1, FALSE, NIDA_TIME_LTR };

  spec->query->by[0].field = field_of (spec->kind, NIDA_FIELD_DONOR);
  for (NidaTheme theme = 0; theme < NIDA_N_THEMES; theme++)
    {
      g_autoptr (NidaScene) scene = sample_scene_in (dataset, spec, frame, theme);

      /* neither events nor levels are among the rows: of these it is the words that say so */
      g_assert_true (has_marks (scene) || spec->kind == NIDA_CHART_EVENTS || spec->kind == NIDA_CHART_INDICATOR);
      for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
        {
          const NidaNode *node = nida_scene_get_node (scene, i), *under;

          if (node->shape != NIDA_SHAPE_TEXT || node->halo)
            continue;
          under = find_under (scene, i);
          if (under != NULL && under->pattern == NIDA_PATTERN_HATCH)
            g_error ("%s is written on a hatch without a halo", node->key);
          g_assert_cmpfloat (nida_rgba_contrast (nida_palette_get (theme, node->fill),
                                                 nida_palette_get (theme, under != NULL ? under->fill : NIDA_COLOR_CARD)), >=, 4.5);
        }
    }
}

/* A click on a mark filters by what it shows; the keyboard reaches each once. */
static void
test_marks (gconstpointer data)
{
  g_autoptr (NidaChartSpec) spec = spec_of (GPOINTER_TO_INT (data));
  g_autoptr (NidaDataset) dataset = sample_random (50001, FALSE, FALSE);
  SampleFrame frame = { 900, 500, 1, FALSE, NIDA_TIME_LTR };
  g_autoptr (NidaScene) scene = sample_scene (dataset, spec, frame);
  guint marks = 0, filtered = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaMark *mark = nida_scene_get_node (scene, i)->mark;

      if (mark == NULL)
        continue;
      marks++;
      filtered += mark->n_fields > 0;
      g_assert_cmpstr (nida_mark_get_label (mark), !=, "");
    }
  /* names that are no countries have no tile: the map says so, and test-tile-map.c clicks on its own */
  if (GPOINTER_TO_INT (data) == NIDA_CHART_TILE_MAP)
    return;
  g_assert_cmpuint (marks, >, 0);
  g_assert_cmpuint (filtered, >, 0);
}

/* Every word of the marks, and the table. */
static char *
read_words (NidaScene *scene)
{
  GString *text = g_string_new (NULL);
  g_autofree char *table = NULL;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaMark *mark = nida_scene_get_node (scene, i)->mark;
      const char * const *lines = mark != NULL ? nida_mark_get_lines (mark) : NULL;

      if (mark != NULL)
        g_string_append_printf (text, "%s|%s|%s\n", nida_mark_get_label (mark), nida_mark_get_value (mark), nida_mark_get_exact (mark));
      for (guint k = 0; lines != NULL && lines[k] != NULL; k++)
        g_string_append_printf (text, "%s\n", lines[k]);
    }
  table = nida_scene_table_to_tsv (scene);
  g_string_append (text, table);
  return g_string_free (text, FALSE);
}

static gpointer
read_in_thread (gpointer scene)
{
  return read_words (scene);
}

/* A scene is on the screen long after its answers, and is read in whatever thread speaks, in another language meanwhile. */
static void
test_words (gconstpointer data)
{
  NidaChartKind kind = GPOINTER_TO_INT (data);

  for (guint seed = 0; seed < 12; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random_rich (seed + 70000);
      g_autoptr (NidaChartSpec) spec = spec_of (kind);
      SampleFrame frame = { 900, 500, 1, seed % 2, 0 };
      g_autoptr (NidaScene) scene = NULL, later = NULL;
      g_autofree char *words = NULL, *words_later = NULL;

      if (kind == NIDA_CHART_SANKEY || seed % 3 == 0)
        spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE };
      if (kind == NIDA_CHART_TIMELINE && seed % 4 == 3)
        spec->stack = NIDA_STACK_CUMULATIVE;
      scene = sample_scene (dataset, spec, frame);
      words = read_words (scene);
      later = sample_scene (dataset, spec, frame);
      g_clear_object (&dataset);
      words_later = g_thread_join (g_thread_new ("reader", read_in_thread, later));
      g_assert_cmpstr (words_later, ==, words);
      g_assert_cmpstr (words, !=, "");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (NidaChartKind kind = 0; kind < NIDA_N_CHARTS; kind++)
    {
      const char *name = nida_chart_kind_get_name (kind);
      g_autofree char *tidy = g_strdup_printf ("/kinds/%s/words-stay-inside-and-apart", name);
      g_autofree char *labels = g_strdup_printf ("/kinds/%s/labels-never-collide-in-%u-random-sets", name, N_SETS);
      g_autofree char *amounts = g_strdup_printf ("/kinds/%s/no-amount-is-cut-where-it-is-narrow", name);
      g_autofree char *table = g_strdup_printf ("/kinds/%s/table-sums-to-the-total", name);
      g_autofree char *contrast = g_strdup_printf ("/kinds/%s/words-can-be-read-in-every-theme", name);
      g_autofree char *marks = g_strdup_printf ("/kinds/%s/marks-filter", name);
      g_autofree char *words = g_strdup_printf ("/kinds/%s/words-outlive-the-data", name);

      g_autofree char *currency = g_strdup_printf ("/kinds/%s/the-description-names-the-currency", name);
      g_autofree char *arrows = g_strdup_printf ("/kinds/%s/arrows-lead-to-what-stands-there", name);
      g_autofree char *cut = g_strdup_printf ("/kinds/%s/cut-names-stay-distinct", name);

      g_test_add_data_func (currency, GINT_TO_POINTER (kind), test_currency);
      g_test_add_data_func (arrows, GINT_TO_POINTER (kind), test_arrows);
      g_test_add_data_func (cut, GINT_TO_POINTER (kind), test_cut_names);
      g_test_add_data_func (amounts, GINT_TO_POINTER (kind), test_amounts);
      g_test_add_data_func (tidy, GINT_TO_POINTER (kind), test_tidy);
      g_test_add_data_func (labels, GINT_TO_POINTER (kind), test_labels);
      g_test_add_data_func (contrast, GINT_TO_POINTER (kind), test_contrast);
      g_test_add_data_func (words, GINT_TO_POINTER (kind), test_words);
      if (!lists_money (kind))
        continue;
      g_test_add_data_func (table, GINT_TO_POINTER (kind), test_table);
      g_test_add_data_func (marks, GINT_TO_POINTER (kind), test_marks);
    }
  return g_test_run ();
}
