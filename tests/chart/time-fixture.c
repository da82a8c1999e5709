/* Cubes made by hand, and what every scene must hold. */
#include "config.h"

#include "time-fixture.h"

#include <string.h>

static NidaDate
parse_date (const char *text,
            gsize       length)
{
  NidaDate date = NIDA_DATE_NONE;

  g_assert_cmpint (nida_date_parse (text, length, &date), ==, NIDA_DATE_OK);
  return date;
}

NidaPeriod
fixture_period (const char *text)
{
  const char *dots = strstr (text, "..");

  if (g_str_equal (text, "undated"))
    return (NidaPeriod) { NIDA_DATE_NONE, NIDA_DATE_NONE };
  if (dots != NULL)
    return (NidaPeriod) { parse_date (text, dots - text), parse_date (dots + 2, strlen (dots + 2)) };
  return (NidaPeriod) { parse_date (text, strlen (text)), parse_date (text, strlen (text)) };
}

static int
compare_periods (gconstpointer a,
                 gconstpointer b)
{
  const char *x = *(const char * const *) a, *y = *(const char * const *) b;

  if (g_str_equal (x, "undated") || g_str_equal (y, "undated"))
    return g_str_equal (x, "undated") - g_str_equal (y, "undated");
  return nida_period_compare (fixture_period (x), fixture_period (y));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const char *x = *(const char * const *) a, *y = *(const char * const *) b;

  if (x[0] == '\0' || y[0] == '\0')
    return (x[0] == '\0') - (y[0] == '\0');
  return strcmp (x, y);
}

static guint
index_of (GPtrArray  *names,
          const char *name)
{
  guint index = G_MAXUINT;

  g_assert_true (g_ptr_array_find_with_equal_func (names, name, g_str_equal, &index));
  return index;
}

static void
add_unique (GPtrArray  *names,
            const char *name)
{
  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, (gpointer) name);
}

static void
take_items (NidaCube  *cube,
            guint      dimension,
            GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      NidaCubeItem item = { .name = g_strdup (name) };

      if (dimension == 0)
        item.period = fixture_period (name);
      item.others = g_str_equal (name, FIXTURE_OTHERS);
      item.not_stated = name[0] == '\0' || g_str_equal (name, "undated");
      nida_cube_take_item (cube, dimension, &item);
    }
}

static void
add_cells (NidaCube          *cube,
           NidaMeasure        measure,
           const FixtureCell *cells,
           guint              n_cells,
           GPtrArray         *periods,
           GPtrArray         *names)
{
  NidaCubeCell total = { 0 };

  for (guint i = 0; i < periods->len; i++)
    for (guint j = 0; j < MAX (1, names->len); j++)
      {
        NidaCubeCell cell = { .item = { i, j } };

        for (guint k = 0; k < NIDA_N_MEASURES; k++)
          cell.values[k] = NIDA_MONEY_NONE;
        for (guint k = 0; k < n_cells; k++)
          if (index_of (periods, cells[k].period) == i && (names->len == 0 || index_of (names, cells[k].name) == j))
            {
              cell.values[measure] = (cell.values[measure] == NIDA_MONEY_NONE ? 0 : cell.values[measure])
                                     + cells[k].amount * NIDA_MONEY_UNIT;
              cell.flows += cells[k].stated ? 0 : MAX (1, cells[k].flows);
              cell.unvalued += cells[k].unvalued;
            }
        if (cell.values[measure] == NIDA_MONEY_NONE)
          continue;
        nida_cube_add_cell (cube, &cell);
        total.values[measure] += cell.values[measure];
        total.flows += cell.flows;
      }
  nida_cube_set_total (cube, &total);
}

static void
add_fact (NidaCube          *cube,
          const FixtureFact *fixture,
          guint              row)
{
  NidaFact fact = {
    .row = row, .kind = fixture->kind, .period = fixture_period (fixture->period),
    .amount = fixture->amount < 0 ? NIDA_MONEY_NONE : fixture->amount * NIDA_MONEY_UNIT,
    .qualifier = fixture->qualifier, .state = fixture->state, .implied = fixture->implied,
    .text = fixture->text, .text_ar = fixture->text_ar, .category = fixture->category, .category_ar = fixture->category_ar,
    .donor = fixture->donor, .donor_ar = fixture->donor_ar, .recipient = fixture->recipient, .recipient_ar = fixture->recipient_ar,
    .computed = fixture->computed < 0 ? NIDA_MONEY_NONE : fixture->computed * NIDA_MONEY_UNIT,
  };

  nida_cube_add_fact (cube, &fact);
}

NidaCube *
fixture_cube (const NidaChartSpec *spec,
              const FixtureCell   *cells,
              guint                n_cells,
              const FixtureFact   *facts,
              guint                n_facts)
{
  g_autoptr (GPtrArray) queries = nida_chart_spec_queries (spec);
  NidaQuery *query = g_ptr_array_index (queries, 0);
  NidaCube *cube = nida_cube_new (query, NIDA_RULE_DISTINCT);
  g_autoptr (GPtrArray) periods = g_ptr_array_new (), names = g_ptr_array_new ();

  for (guint i = 0; i < n_cells; i++)
    {
      add_unique (periods, cells[i].period);
      if (query->n_by > 1)
        add_unique (names, cells[i].name);
    }
  g_ptr_array_sort (periods, compare_periods);
  g_ptr_array_sort (names, compare_names);
  if (query->n_by > 0)
    take_items (cube, 0, periods);
  if (query->n_by > 1)
    take_items (cube, 1, names);
  if (query->n_by > 0)
    add_cells (cube, spec->measure, cells, n_cells, periods, names);
  for (guint i = 0; i < n_facts; i++)
    add_fact (cube, &facts[i], i);
  return cube;
}

NidaScene *
fixture_scene (const NidaChartSpec *spec,
               NidaCube            *cube,
               const char          *language,
               NidaTimeDirection    direction,
               double               width,
               double               height,
               double               scale)
{
  g_autoptr (GPtrArray) cubes = g_ptr_array_new ();
  g_autoptr (NidaLanguage) words = nida_language_new (language, NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  g_autoptr (NidaColorMap) colors = nida_color_map_new ();
  const char *sources[] = { "seed.csv", NULL };
  NidaChartContext context = {
    .language = words, .measurer = measurer, .time_direction = direction, .width = width * scale, .height = height * scale,
    .scale = scale, .colors = colors, .sources = sources,
  };
  NidaScene *scene;

  nida_language_activate (words);
  g_ptr_array_add (cubes, cube);
  scene = nida_chart_build (spec, cubes, &context);
  return scene;
}

/* Where the words of a node really stand: its box is only what they may take. */
static NidaBox
ink_of (NidaScene      *scene,
        NidaMeasurer   *measurer,
        const NidaNode *node)
{
  NidaBox ink = node->box;
  gboolean rtl = nida_scene_is_rtl (scene);
  double width = nida_measurer_width (measurer, node->text, node->font, nida_scene_get_scale (scene));

  if (width >= ink.width || node->max_lines > 1)
    return ink;
  if (node->anchor == NIDA_ANCHOR_MIDDLE)
    ink.x += (ink.width - width) / 2;
  else if ((node->anchor == NIDA_ANCHOR_END) != rtl)
    ink.x += ink.width - width;
  ink.width = width;
  return ink;
}

static gboolean
overlap (NidaBox a,
         NidaBox b)
{
  return a.x + 0.5 < b.x + b.width && b.x + 0.5 < a.x + a.width && a.y + 0.5 < b.y + b.height && b.y + 0.5 < a.y + a.height;
}

void
fixture_assert_texts (NidaScene *scene)
{
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  double width = nida_scene_get_width (scene), height = nida_scene_get_height (scene);

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);
      NidaBox ink;

      if (node->shape != NIDA_SHAPE_TEXT)
        continue;
      ink = ink_of (scene, measurer, node);
      if (ink.x < -0.5 || ink.y < -0.5 || ink.x + ink.width > width + 0.5 || ink.y + ink.height > height + 0.5)
        g_error ("%s \"%s\" leaves the scene of %g × %g: %g, %g, %g × %g", node->key, node->text, width, height,
                 ink.x, ink.y, ink.width, ink.height);
      for (guint j = 0; j < i; j++)
        {
          const NidaNode *other = nida_scene_get_node (scene, j);

          if (other->shape == NIDA_SHAPE_TEXT && overlap (ink, ink_of (scene, measurer, other)))
            g_error ("%s \"%s\" covers %s \"%s\" at %g × %g", node->key, node->text, other->key, other->text, width,
                     height);
        }
    }
}

void
fixture_assert_golden (NidaScene  *scene,
                       const char *name)
{
  g_autofree char *dump = nida_scene_dump (scene);
  g_autofree char *file = g_strdup_printf ("%s.scene.txt", name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", file, NULL);
  g_autofree char *golden = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("NIDA_UPDATE_GOLDEN") != NULL)
    {
      g_assert_true (g_file_set_contents (path, dump, -1, &error));
      g_assert_no_error (error);
      return;
    }
  if (!g_file_get_contents (path, &golden, NULL, &error))
    g_error ("%s: make it with NIDA_UPDATE_GOLDEN=1", error->message);
  g_assert_cmpstr (dump, ==, golden);
}
