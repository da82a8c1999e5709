/* Support of the recipe tests: data, answer, scene, and what every scene must keep. */
#include "config.h"

#include "sample.h"

#include <string.h>

#define MOST_TOLD 17

static void
set_name (NidaDatasetBuilder *builder,
          NidaField           field,
          const char         *name,
          const char         *arabic)
{
  if (name != NULL)
    nida_dataset_builder_set_name (builder, field, name, -1);
  if (name != NULL && arabic != NULL)
    nida_dataset_builder_set_arabic (builder, field, arabic, -1);
}

static void
add_row (NidaDatasetBuilder *builder,
         guint               source,
         guint               line,
         const SampleRow    *row)
{
  NidaDate date;

  nida_dataset_builder_begin (builder, source, line, row->kind);
  set_name (builder, NIDA_FIELD_APPEAL, row->appeal, row->appeal_ar);
  set_name (builder, NIDA_FIELD_CATEGORY, row->category, row->category_ar);
  set_name (builder, NIDA_FIELD_DONOR, row->donor, row->donor_ar);
  set_name (builder, NIDA_FIELD_COUNTRY, row->country, NULL);
  if (row->words == NULL)
    nida_dataset_builder_set_name (builder, NIDA_FIELD_CURRENCY, row->currency != NULL ? row->currency : "USD", -1);
  if (row->date != NULL && nida_date_parse (row->date, strlen (row->date), &date) == NIDA_DATE_OK)
    nida_dataset_builder_set_period (builder, (NidaPeriod) { date, date });
  nida_dataset_builder_set_amount (builder, row->amount * NIDA_MONEY_UNIT);
  if (row->words != NULL)
    nida_dataset_builder_set_description (builder, FALSE, row->words, -1);
  else if (row->currency == NULL)
    nida_dataset_builder_set_amount_usd (builder, row->amount * NIDA_MONEY_UNIT);
  nida_dataset_builder_end_row (builder);
}

NidaDataset *
sample_dataset (const SampleRow *rows,
                guint            n)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  NidaSourceInfo info = { .name = (char *)"sample.csv",
                          .uri = (char *)"file:///sample.csv",
                          .format = (char *)"Nida CSV",
                          .family = (char *)"sample",
                          .states_move = TRUE };
  guint source = nida_dataset_builder_add_source (builder, &info);

  for (guint i = 0; i < n; i++)
    add_row (builder, source, i + 2, &rows[i]);
  return nida_dataset_builder_end (builder);
}

static NidaColorMap *
sample_colors (void)
{
  NidaColorMap *colors = nida_color_map_new ();
  const char *donors[] = { "Donor 1", "Donor 2", "Donor 3", "Donor 4", "Donor 5" };

  for (guint i = 0; i < G_N_ELEMENTS (donors); i++)
    nida_color_map_pin (colors, NIDA_FIELD_DONOR, donors[i]);
  return colors;
}

NidaScene *
sample_scene (NidaDataset         *dataset,
              const NidaChartSpec *spec,
              SampleFrame          frame)
{
  return sample_scene_in (dataset, spec, frame, NIDA_THEME_LIGHT);
}

NidaScene *
sample_scene_in (NidaDataset         *dataset,
                 const NidaChartSpec *spec,
                 SampleFrame          frame,
                 NidaTheme            theme)
{
  const char *sources[] = { "sample.csv", NULL };
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (GPtrArray) queries = nida_chart_spec_queries (spec);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cubes = nida_local_engine_query_all (engine, queries, &error);
  g_autoptr (NidaLanguage) language =
      nida_language_new (frame.arabic ? "ar" : "en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  g_autoptr (NidaColorMap) colors = sample_colors ();
  NidaChartContext context = {
    .language = language,
    .measurer = measurer,
    .theme = theme,
    .time_direction = frame.time,
    .width = frame.width * frame.scale,
    .height = frame.height * frame.scale,
    .scale = frame.scale * MAX (frame.growth, 1),
    .growth = frame.growth,
    .reserve_end = frame.height > 150 ? 64 * frame.scale : 0,
    .colors = colors,
    .sources = sources,
    .as_of = nida_date_new_day (2026, 4, 17),
  };

  g_assert_no_error (error);
  return nida_chart_build (spec, cubes, &context);
}

void
sample_assert_golden (NidaScene  *scene,
                      const char *name)
{
  g_autofree char *file = g_strconcat (name, ".scene.txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", file, NULL);
  g_autofree char *dump = nida_scene_dump (scene);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("NIDA_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (path, dump, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dump, ==, expected);
}

void
sample_assert_goldens (NidaDataset         *dataset,
                       const NidaChartSpec *spec,
                       SampleFrame          frame,
                       const char          *name)
{
  for (int arabic = FALSE; arabic <= TRUE; arabic++)
    {
      g_autofree char *full = g_strconcat (name, arabic ? "-rtl" : "-ltr", NULL);
      g_autoptr (NidaScene) scene = NULL;

      frame.arabic = arabic;
      scene = sample_scene (dataset, spec, frame);
      sample_assert_golden (scene, full);
    }
}

static gboolean
is_inside (NidaScene *scene,
           NidaBox    box)
{
  const double slack = 0.51;

  return box.x >= -slack && box.y >= -slack && box.width >= 0 && box.height >= 0
         && box.x + box.width <= nida_scene_get_width (scene) + slack
         && box.y + box.height <= nida_scene_get_height (scene) + slack;
}

static gboolean
overlap (NidaBox a,
         NidaBox b)
{
  const double slack = 0.51;

  return a.x + a.width > b.x + slack && b.x + b.width > a.x + slack && a.y + a.height > b.y + slack
         && b.y + b.height > a.y + slack;
}

static void
fail_pair (NidaScene      *scene,
           const NidaNode *a,
           const NidaNode *b,
           const char     *what,
           const char     *why)
{
  g_autofree char *dump = nida_scene_dump (scene);

  g_test_message ("%s", dump);
  g_error ("%s at %g × %g: “%s” %s “%s” %s", what, nida_scene_get_width (scene), nida_scene_get_height (scene), a->key,
           a->text != NULL ? a->text : "", why, b != NULL ? b->key : "");
}

void
sample_assert_tidy (NidaScene  *scene,
                    const char *what)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = nida_scene_get_n_nodes (scene);

  for (guint i = 0; i < n; i++)
    {
      const NidaNode *a = nida_scene_get_node (scene, i);

      if (!g_hash_table_add (keys, a->key))
        fail_pair (scene, a, NULL, what, "is a key twice");
      if (!is_inside (scene, a->box))
        fail_pair (scene, a, NULL, what, "leaves the scene");
      for (guint j = i + 1; a->shape == NIDA_SHAPE_TEXT && j < n; j++)
        {
          const NidaNode *b = nida_scene_get_node (scene, j);

          if (b->shape == NIDA_SHAPE_TEXT && overlap (a->box, b->box))
            fail_pair (scene, a, b, what, "overlaps");
        }
    }
}

void
sample_assert_tidy_everywhere (NidaDataset         *dataset,
                               const NidaChartSpec *spec,
                               const char          *what)
{
  const struct
  {
    double width, height;
  } sizes[] = { { 216, 104 }, { 320, 240 }, { 480, 356 }, { 648, 280 }, { 1200, 700 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes) * 4; i++)
    {
      SampleFrame frame = { sizes[i / 4].width, sizes[i / 4].height, 1 + i % 2, i / 2 % 2, NIDA_TIME_LTR };
      g_autoptr (NidaScene) scene = sample_scene (dataset, spec, frame);

      sample_assert_tidy (scene, what);
    }
}

gint64
sample_table_sum (NidaScene *scene,
                  guint      column)
{
  const NidaTable *table = nida_scene_get_table (scene);
  gint64 sum = 0;

  g_assert_nonnull (table);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const NidaTableRow *row = g_ptr_array_index (table->rows, i);

      if (row->sort[column] != NIDA_MONEY_NONE)
        sum += row->sort[column];
    }
  return sum;
}

const char *
sample_text (NidaScene  *scene,
             const char *key)
{
  const NidaNode *node = nida_scene_find (scene, key);

  return node != NULL ? node->text : NULL;
}

static char *
random_name (GRand      *random,
             const char *prefix,
             guint       index)
{
  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      return g_strdup_printf ("%s %u of the Democratic and Federal Union of Very Long Names, Ministry of Foreign "
                              "Affairs and of Development",
                              prefix, index);
    case 1:
      return g_strdup_printf ("%s %u", prefix, index);
    case 2:
      return g_strdup_printf ("الهلال الأحمر %u (QRCS) – 12", index);
    case 3:
      return g_strdup_printf ("%u", index);
    case 4:
      return g_strdup_printf ("%s/%u / other", prefix, index);
    default:
      return g_strdup_printf ("%s number %u", prefix, index);
    }
}

static gint64
random_amount (GRand    *random,
               gboolean  negative)
{
  switch (g_rand_int_range (random, 0, 7))
    {
    case 0: return 0;
    case 1: return 1000000;
    case 2: return g_rand_int_range (random, 1, 1000);
    case 3: return G_GINT64_CONSTANT (1000000000000) + g_rand_int_range (random, 0, 1000000000);
    case 4: return negative ? -g_rand_int_range (random, 1, 100000000) : 12345678;
    default: return g_rand_int_range (random, 1, 2000000000);
    }
}

NidaDataset *
sample_random (guint32  seed,
               gboolean requirements,
               gboolean negative)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint n = g_rand_int_range (random, 0, 40), groups = g_rand_int_range (random, 1, 30);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree SampleRow *rows = g_new0 (SampleRow, n + 1);

  for (guint i = 0; i < groups; i++)
    g_ptr_array_add (names, random_name (random, "Group", i));
  for (guint i = 0; i < n; i++)
    {
      const char *name = g_rand_int_range (random, 0, 12) == 0
                             ? NULL
                             : g_ptr_array_index (names, g_rand_int_range (random, 0, groups));
      NidaKind money[] = { NIDA_KIND_PAID, NIDA_KIND_COMMITMENT, NIDA_KIND_PLEDGE, NIDA_KIND_REPORTED };

      rows[i] = (SampleRow){
        .kind = requirements && i % 2 == 0 ? NIDA_KIND_REQUIREMENT
                                           : money[g_rand_int_range (random, 0, requirements ? 4 : 3)],
        .date = ((const char *[]) { "2024", "2025-03-04", "2026", "2023-07" })[g_rand_int_range (random, 0, 4)],
        .appeal = name,
        .category = name,
        .donor = name,
        .donor_ar = name != NULL ? "جهة مانحة" : NULL,
        .amount = random_amount (random, negative),
      };
    }
  return sample_dataset (rows, n);
}

static const char *
random_date (GRand *random,
             char  *date,
             gsize  size)
{
  gint year = 2026 - g_rand_int_range (random, 0, g_rand_int_range (random, 1, 16));

  switch (g_rand_int_range (random, 0, 8))
    {
    case 0: return NULL;
    case 1: g_snprintf (date, size, "%d-%02d", year, g_rand_int_range (random, 1, 13)); break;
    case 2:
    case 3: g_snprintf (date, size, "%d-%02d-%02d", year, g_rand_int_range (random, 1, 13), g_rand_int_range (random, 1, 29)); break;
    default: g_snprintf (date, size, "%d", year); break;
    }
  return date;
}

static GPtrArray *
random_names (GRand      *random,
              const char *prefix)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  guint n = g_rand_int_range (random, 1, 30);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, random_name (random, prefix, i));
  return names;
}

static const char *
pick (GRand     *random,
      GPtrArray *names)
{
  return g_rand_int_range (random, 0, 15) == 0 ? NULL : g_ptr_array_index (names, g_rand_int_range (random, 0, (gint) names->len));
}

static const char *
random_arabic (GRand      *random,
               const char *name)
{
  static const char * const arabic[] = { "جهة مانحة", "الكويت", "وزارة الخارجية والتعاون الدولي والتنمية في الاتحاد", NULL };

  return name != NULL ? arabic[g_rand_int_range (random, 0, G_N_ELEMENTS (arabic))] : NULL;
}

/* Of what is told beside money: up to sixteen events and levels of one indicator. @rows: with room for them; returns how many. */
static guint
add_told (guint32    seed,
          SampleRow *rows,
          char      *dates)
{
  static const char * const words[] = { "Tier 1", "Tier 2", "A conference of all donors that lasted for three days and longer", "نداء", "Earthquake" };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed + 1);
  guint n = g_rand_int_range (random, 0, MOST_TOLD);

  for (guint i = 0; i < n; i++)
    {
      gboolean event = g_rand_boolean (random);

      rows[i] = (SampleRow) {
        .kind = event ? NIDA_KIND_EVENT : i == 0 ? NIDA_KIND_GOAL : NIDA_KIND_INDICATOR,
        .date = random_date (random, dates + 16 * i, 16),
        .category = event ? NULL : "Score",
        .words = words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))],
        .amount = g_rand_int_range (random, 1, 5),
      };
    }
  return n;
}

NidaDataset *
sample_random_rich (guint32 seed)
{
  static const char * const countries[] = { "Sudan", "Yemen", "Ukraine", "Haiti", "Chad", "Kuwait", "Atlantis", "Puerto Rico", NULL };
  static const NidaKind kinds[] = { NIDA_KIND_PAID, NIDA_KIND_PAID, NIDA_KIND_COMMITMENT, NIDA_KIND_PLEDGE, NIDA_KIND_REQUIREMENT };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed), places = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) donors = random_names (random, "Donor"), appeals = random_names (random, "Appeal"), categories = random_names (random, "Group");
  guint n = g_rand_int_range (random, 0, 200);
  g_autofree SampleRow *rows = g_new0 (SampleRow, n + MOST_TOLD);
  g_autofree char *dates = g_malloc0 (16 * (n + MOST_TOLD));

  for (guint i = 0; i < n; i++)
    {
      const char *donor = pick (random, donors), *appeal = pick (random, appeals), *category = pick (random, categories);

      rows[i] = (SampleRow) {
        .kind = kinds[g_rand_int_range (random, 0, G_N_ELEMENTS (kinds))],
        .date = random_date (random, dates + 16 * i, 16),
        .appeal = appeal,
        .category = category,
        .donor = donor,
        .donor_ar = random_arabic (random, donor),
        .category_ar = random_arabic (random, category),
        .country = countries[g_rand_int_range (places, 0, G_N_ELEMENTS (countries))],
        .amount = random_amount (random, seed % 5 == 0),
      };
      if (rows[i].kind == NIDA_KIND_REQUIREMENT)
        rows[i].donor = rows[i].donor_ar = NULL;
    }
  n += add_told (seed, rows + n, dates + 16 * n);
  return sample_dataset (rows, n);
}
