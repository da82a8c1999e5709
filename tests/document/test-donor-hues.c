/* donor-hues.c: the five largest donors have hues, and keep them while they are in the data. */
#include "donor-hues.h"
#include "loader.h"

#include <glib/gstdio.h>

/* Of "A 100, B 20, …". */
static NidaColorMap *
pin (const char   *amounts,
     NidaColorMap *before)
{
  g_auto (GStrv) donors = g_strsplit (amounts, ", ", -1);
  g_autoptr (GString) csv = g_string_new ("date,donor,kind,amount_usd\n");
  g_autofree char *path = NULL;
  const char *inputs[] = { NULL, NULL };
  NidaLoadOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaLocalEngine) engine = NULL;
  NidaColorMap *colors = nida_color_map_new ();
  int fd = g_file_open_tmp ("nida-hues-XXXXXX.csv", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  for (guint i = 0; donors[i] != NULL; i++)
    g_string_append_printf (csv, "2024-01-01,%c,paid,%s\n", donors[i][0], donors[i] + 2);
  g_assert_true (g_file_set_contents (path, csv->str, (gssize) csv->len, &error));
  inputs[0] = path;
  dataset = nida_load (inputs, &options, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  engine = nida_local_engine_new (dataset);
  nida_donor_hues_pin (engine, colors, before);
  return colors;
}

static void
assert_pinned (NidaColorMap *colors,
               const char   *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < 5; i++)
    {
      const char *name = nida_color_map_get_pinned (colors, NIDA_FIELD_DONOR, i);

      g_string_append (names, name != NULL ? name : "-");
      g_assert_cmpint (nida_color_map_lookup (colors, NIDA_FIELD_DONOR, name), ==, name != NULL ? NIDA_COLOR_SERIES_1 + i : NIDA_COLOR_OTHER);
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_largest (void)
{
  g_autoptr (NidaColorMap) colors = pin ("A 10, B 60, C 30, D 20, E 50, F 40", NULL);

  assert_pinned (colors, "BEFCD");
  g_assert_cmpint (nida_color_map_lookup (colors, NIDA_FIELD_DONOR, "A"), ==, NIDA_COLOR_OTHER);
}

static void
test_kept (void)
{
  g_autoptr (NidaColorMap) before = pin ("A 60, B 50, C 40, D 30, E 20, F 10", NULL);
  g_autoptr (NidaColorMap) after = pin ("F 900, E 800, D 30, C 40, B 50, A 1", before);

  assert_pinned (before, "ABCDE");
  assert_pinned (after, "ABCDE");
}

static void
test_gone (void)
{
  g_autoptr (NidaColorMap) before = pin ("A 60, B 50, C 40, D 30, E 20, F 10", NULL);
  g_autoptr (NidaColorMap) after = pin ("A 60, C 40, D 30, E 20, F 10, G 70", before);

  assert_pinned (after, "AGCDE");
}

static void
test_few (void)
{
  g_autoptr (NidaColorMap) before = pin ("A 60, B 50", NULL);
  g_autoptr (NidaColorMap) without = pin ("B 50", before);
  g_autoptr (NidaColorMap) after = pin ("B 50, C 900, D 5", before);

  assert_pinned (before, "AB---");
  assert_pinned (without, "AB---");      /* B is not given the colour of A */
  assert_pinned (after, "ABCD-");
}

/* Kept without being a step of anybody's, and read again; what is no list of names says nothing. */
static void
test_document (void)
{
  g_autoptr (NidaColorMap) before = pin ("A 60, B 50, C 40, D 30, E 20, F 10", NULL), nobody = nida_color_map_new ();
  g_autoptr (NidaDocument) document = nida_document_new ();
  NidaItems *items = nida_document_get_items (document);
  g_autoptr (NidaColorMap) said = NULL, after = NULL;

  g_assert_null (nida_items_dup_donor_hues (items));
  nida_document_keep_donor_hues (document, nobody);
  g_assert_null (nida_items_dup_donor_hues (items));
  nida_document_keep_donor_hues (document, before);
  g_assert_false (nida_document_can_undo (document));
  g_assert_true (nida_items_is_donor_hues (nida_items_get (items, NIDA_ITEM_SETTING, 0)));
  said = nida_items_dup_donor_hues (items);
  assert_pinned (said, "ABCDE");
  after = pin ("F 900, E 800, D 30, C 40, B 50, A 1", said);
  assert_pinned (after, "ABCDE");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/donor-hues/largest-five", test_largest);
  g_test_add_func ("/donor-hues/before/kept-whoever-is-largest-now", test_kept);
  g_test_add_func ("/donor-hues/before/who-is-gone-gives-way-to-the-largest-without-one", test_gone);
  g_test_add_func ("/donor-hues/before/few-donors-never-change-places", test_few);
  g_test_add_func ("/donor-hues/document/says-who-has-them-when-it-is-opened-again", test_document);
  return g_test_run ();
}
