/* layouts.c: what a person said of a table is there the next time, whatever the file's name. */
#include "layouts.h"

#include "nida-csv.h"
#include "support.h"

#define TEXT "thing;weight;price\na;1,5;3\nb;2,5;4\n"

static NidaLayout *
detect (const char *text)
{
  return nida_layout_detect_text (text, strlen (text), FALSE, NULL);
}

static void
test_remember (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nida-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "deep", "layouts.ini", NULL);
  g_autoptr (NidaLayout) detected = detect (TEXT), layout = nida_layout_copy (detected), other = detect ("a,b\n1,2\n");
  g_autoptr (NidaLayout) found = NULL;
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (NidaLayouts) layouts = nida_layouts_new (path);

    g_assert_true (nida_layouts_is_empty (layouts));
    nida_layout_set_role (layout, 1, NIDA_FIELD_AMOUNT);
    nida_layout_set_role (layout, 0, NIDA_FIELD_DONOR);
    memcpy (layout->currency, "KWD", 4);
    layout->encoding = g_strdup ("WINDOWS-1256");
    g_assert_true (nida_layouts_remember (layouts, detected, layout, &error));
    g_assert_no_error (error);
  }
  {
    g_autoptr (NidaLayouts) layouts = nida_layouts_new (path);
    const char *inputs[] = { NULL, NULL };
    g_autofree char *data = NULL;
    NidaLoadOptions options = { .layouts = layouts };
    g_autoptr (NidaDataset) dataset = NULL;

    g_assert_null (nida_layouts_find (layouts, other));
    found = nida_layouts_find (layouts, detected);
    g_assert_nonnull (found);
    g_assert_cmpint (found->columns[1].role, ==, NIDA_FIELD_AMOUNT);
    g_assert_cmpint (found->columns[2].role, ==, -1);
    g_assert_cmpstr (found->currency, ==, "KWD");
    g_assert_cmpint (found->delimiter, ==, ';');
    g_assert_cmpint (found->decimal, ==, detected->decimal);

    inputs[0] = data = write_file (TEXT, -1);
    dataset = nida_load (inputs, &options, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
    g_assert_cmpint (nida_dataset_get_amount (dataset, 0), ==, 1500);
    remove_file (g_steal_pointer (&data));

    g_assert_true (nida_layouts_forget (layouts, detected, &error));
    g_assert_true (nida_layouts_is_empty (layouts));
  }
  g_unlink (path);
}

static void
test_damaged (void)
{
  char *path = write_file ("[x\nroles=;;\n\xff\xfe", -1);
  g_autoptr (NidaLayouts) layouts = nida_layouts_new (path);
  g_autoptr (NidaLayout) detected = detect (TEXT);

  g_assert_null (nida_layouts_find (layouts, detected));
  remove_file (path);
}

/* A person reads Windows-1256 where another encoding was detected. */
static void
test_encoding (void)
{
  const char *utf8 = "الجهة المانحة,المبلغ\nالكويت,12\n";
  gsize length;
  g_autofree char *arabic = g_convert (utf8, -1, "WINDOWS-1256", "UTF-8", NULL, &length, NULL);
  char *path = write_file (arabic, (gssize) length);
  const char *inputs[] = { path, NULL };
  g_autofree char *store = g_strconcat (path, ".ini", NULL);
  g_autoptr (NidaLayouts) layouts = nida_layouts_new (store);
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaPreview) preview = nida_load_preview (path, "ISO-8859-1", NULL, NULL, &error);
  g_autoptr (NidaPreview) automatic = nida_load_preview (path, NULL, NULL, NULL, &error);
  g_autoptr (NidaLayout) detected = nida_layout_detect_text (automatic->text, automatic->length, FALSE, NULL);
  g_autoptr (NidaLayout) layout = nida_layout_copy (detected);
  NidaLoadOptions options = { .layouts = layouts };
  g_autoptr (NidaDataset) dataset = NULL;
  g_autofree char *donor = NULL;

  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (preview->text, (gssize) preview->length, NULL));
  g_assert_cmpstr (preview->encoding, ==, "ISO-8859-1");
  layout->encoding = g_strdup ("WINDOWS-1256");
  nida_layout_set_role (layout, 0, NIDA_FIELD_DONOR);
  nida_layout_set_role (layout, 1, NIDA_FIELD_AMOUNT);
  g_assert_true (nida_layouts_remember (layouts, detected, layout, &error));
  dataset = nida_load (inputs, &options, NULL, &error);
  g_assert_no_error (error);
  donor = nida_dataset_dup_text (dataset, 0, NIDA_FIELD_DONOR, FALSE);
  g_assert_cmpstr (donor, ==, "الكويت");
  g_unlink (store);
  remove_file (path);
}

/* What was used is known, as a text that says the same elsewhere. */
static void
test_texts (void)
{
  g_autofree char *none = NULL, *digest = NULL, *digest_there = NULL;
  g_autoptr (NidaLayouts) layouts = nida_layouts_new (NULL), copy = NULL, other = nida_layouts_new (NULL);
  g_autoptr (NidaLayout) detected = detect (TEXT), layout = nida_layout_copy (detected), found = NULL;
  g_auto (GStrv) names = NULL, unused = NULL, used = NULL;
  g_autofree char *text = NULL;

  nida_layout_set_role (layout, 1, NIDA_FIELD_AMOUNT);
  g_assert_true (nida_layouts_remember (layouts, detected, layout, NULL));
  names = nida_layouts_dup_names (layouts);
  unused = nida_layouts_dup_used (layouts);
  g_assert_cmpuint (g_strv_length (names), ==, 1);
  g_assert_cmpuint (g_strv_length (unused), ==, 0);
  text = nida_layouts_dup_text (layouts, names[0]);
  copy = nida_layouts_copy (layouts);
  g_assert_true (nida_layouts_same_used (copy, other));
  nida_layout_free (nida_layouts_find (copy, detected));
  used = nida_layouts_dup_used (copy);
  g_assert_cmpstrv (used, names);
  g_assert_false (nida_layouts_same_used (copy, other));
  none = nida_layouts_dup_digest (other);
  g_assert_cmpstr (none, ==, "");
  g_assert_true (nida_layouts_set_text (other, names[0], text, NULL));
  g_assert_true (nida_layouts_same_used (copy, other));
  digest = nida_layouts_dup_digest (copy);
  digest_there = nida_layouts_dup_digest (other);
  g_assert_cmpstr (digest, ==, digest_there);
  g_assert_cmpstr (digest, !=, "");
  found = nida_layouts_find (other, detected);
  g_assert_true (nida_layout_equal (found, layout));
  /* a text that is none says nothing, and nothing forgets */
  g_assert_true (nida_layouts_set_text (other, names[0], "no layout", NULL));
  g_assert_false (nida_layouts_is_empty (other));
  g_assert_true (nida_layouts_set_text (other, names[0], NULL, NULL));
  g_assert_true (nida_layouts_is_empty (other));
  g_assert_null (nida_layouts_dup_text (other, names[0]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layouts/what-was-said-of-a-header-holds-for-every-file-with-it", test_remember);
  g_test_add_func ("/layouts/a-damaged-file-is-no-trouble", test_damaged);
  g_test_add_func ("/layouts/an-encoding-is-remembered-too", test_encoding);
  g_test_add_func ("/layouts/texts/say-the-same-elsewhere", test_texts);
  return g_test_run ();
}
