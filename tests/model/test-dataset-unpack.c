/* dataset-unpack.c: what points outside of what is there is refused, and the builder is as new. */
#include "dataset-pack.h"

#include "dataset.h"

static GVariant *
make_packed (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  NidaSourceInfo info = { .name = (char *) "a.csv" };

  nida_dataset_builder_add_source (builder, &info);
  nida_dataset_builder_begin (builder, 0, 2, NIDA_KIND_PAID);
  nida_dataset_builder_set_id (builder, "x", -1);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, "Kuwait", -1);
  nida_dataset_builder_set_period (builder, (NidaPeriod) { nida_date_new_day (2024, 2, 4), nida_date_new_day (2024, 2, 4) });
  nida_dataset_builder_set_usage (builder, 2023, 2024);
  nida_dataset_builder_set_description (builder, FALSE, "text", -1);
  nida_dataset_builder_end_row (builder);
  return nida_dataset_builder_pack (builder);
}

static gboolean
takes (GVariant *packed)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  NidaSourceInfo info = { .name = (char *) "" };
  gboolean ok = nida_dataset_builder_unpack (builder, packed, &info);

  if (!ok)
    g_assert_cmpuint (nida_report_get_n_sources (nida_dataset_builder_get_report (builder)), ==, 0);
  return ok;
}

/* @packed with another value of @text form as its child @index. */
static GVariant *
replace (GVariant *packed,
         guint     index,
         GVariant *value)
{
  gsize n = g_variant_n_children (packed);
  g_autofree GVariant **children = g_new (GVariant *, n);
  GVariant *changed;

  for (gsize i = 0; i < n; i++)
    children[i] = i == index ? value : g_variant_get_child_value (packed, i);
  changed = g_variant_ref_sink (g_variant_new_tuple (children, n));
  for (gsize i = 0; i < n; i++)
    if (i != index)
      g_variant_unref (children[i]);
  return changed;
}

/* The column @id holds @value in its row, in as many bytes as it had. */
static GVariant *
set_column (GVariant *packed,
            guint8    wanted,
            guint64   value)
{
  g_autoptr (GVariant) columns = g_variant_get_child_value (packed, 1);
  GVariantBuilder builder;
  GVariantIter iter;
  GVariant *data;
  guint8 id, width;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(yyay)"));
  g_variant_iter_init (&iter, columns);
  while (g_variant_iter_next (&iter, "(yy@ay)", &id, &width, &data))
    {
      g_autoptr (GVariant) old = data;

      g_variant_builder_add (&builder, "(yy@ay)", id, width,
                             id == wanted ? g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, &value, width, 1) : old);
    }
  return replace (packed, 1, g_variant_builder_end (&builder));
}

static void
assert_refused (guint8  column,
                guint64 value)
{
  g_autoptr (GVariant) packed = make_packed (), changed = set_column (packed, column, value);

  g_assert_true (takes (packed));
  g_assert_false (takes (changed));
}

/* Columns by their numbers, which are those of the fields and then as dataset-columns.h has them. */
static void
test_columns (void)
{
  enum { LINE = NIDA_N_CODE_FIELDS + 1, DATE, DATE_END, VALUE_DATE, USAGE_YEARS, AMOUNT, AMOUNT_USD, UPDATED_AT, ID, DESCRIPTION };

  assert_refused (NIDA_FIELD_DONOR, 2);
  assert_refused (NIDA_FIELD_KIND, NIDA_N_KINDS);
  assert_refused (DATE, 7);
  assert_refused (DATE, G_MAXINT32);
  assert_refused (USAGE_YEARS, 2024u << 16 | 2023);
  assert_refused (ID, G_GUINT64_CONSTANT (1) << 62 | 2);
  assert_refused (ID, G_GUINT64_CONSTANT (1) << 63 | 1);
  assert_refused (ID, G_GUINT64_CONSTANT (5) << 56 | 1);
  assert_refused (DESCRIPTION, 7);
  assert_refused (DESCRIPTION, G_MAXUINT64);
}

static void
test_others (void)
{
  static const struct { guint child; const char *type, *text; } cases[] = {
    { 0, "u", "2" },                                                     /* more rows than the columns have */
    { 1, "a(yyay)", "[(byte 3, byte 1, b'\\001')]" },                    /* no kind, and bytes too many */
    { 2, "a(yasa(us)a(us)a(uau))", "[(byte 99, ['x'], [], [], [])]" },   /* no such field */
    { 2, "a(yasa(us)a(us)a(uau))", "[(byte 4, ['x', 'x'], [], [], [])]" },
    { 2, "a(yasa(us)a(us)a(uau))", "[(byte 4, ['x'], [(2, 'y')], [], [])]" },
    { 2, "a(yasa(us)a(us)a(uau))", "[(byte 4, ['x'], [], [], [(1, [1])])]" },
    { 2, "a(yasa(us)a(us)a(uau))", "[(byte 1, ['x'], [], [], [])]" },    /* a word that the field does not have */
    { 3, "ay", "b''" },                                                  /* an id of no letters */
    { 4, "ay", "[byte 65]" },                                            /* a text without an end */
    { 5, "a(uuxuu)", "[(1, 2, 0, 0, 2)]" },                              /* a whole of more rows than there are */
    { 7, "a(yas)", "[(byte 99, ['x'])]" },
    { 9, "a(uuumsmsmstumau)", "[(99, 0, 0, nothing, nothing, nothing, 1, 0, nothing)]" },
    { 10, "a(uumsmsmsxxubt)", "[(0, 0, nothing, nothing, nothing, 0, 0, 9, false, 1)]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GVariant) packed = make_packed ();
      g_autoptr (GError) error = NULL;
      GVariant *value = g_variant_parse (G_VARIANT_TYPE (cases[i].type), cases[i].text, NULL, NULL, &error);
      g_autoptr (GVariant) changed = NULL;

      g_assert_no_error (error);
      changed = replace (packed, cases[i].child, value);
      g_variant_unref (value);
      g_test_message ("%s", cases[i].text);
      g_assert_false (takes (changed));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset-unpack/values-of-rows-that-point-elsewhere", test_columns);
  g_test_add_func ("/dataset-unpack/everything-else-that-cannot-be", test_others);
  return g_test_run ();
}
