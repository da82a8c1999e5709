/* workbook.c, xlsx.c, ods.c, workbook-choice.c, workbook-file.c: sheets become rows. The sheets of the real workbook are
 * compared cell by cell with what Python reads by its own means. */
#include "zip-support.h"

#include "layouts.h"
#include "workbook.h"

static NidaDataset *
load_and_remove (char                   *path,
                 const NidaLoadOptions  *options,
                 GError                **error)
{
  const char *inputs[] = { path, NULL };
  NidaDataset *dataset = nida_load (inputs, options, NULL, error);

  remove_file (path);
  return dataset;
}

static void
test_xlsx (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_and_remove (XLSX ("", XLSX_GIFTS), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  assert_cell (dataset, 0, NIDA_FIELD_DATE, "2024-02-04");
  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "Kuwait Fund");
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT, "1.1");
  assert_cell (dataset, 1, NIDA_FIELD_DATE, "2024-02-05");
  assert_cell (dataset, 1, NIDA_FIELD_DONOR, "Qatar");
  assert_cell (dataset, 1, NIDA_FIELD_AMOUNT, "2500000");
  g_assert_cmpuint (nida_dataset_get_source_row (dataset, 1), ==, 5);
  assert_problem (dataset, NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER, 1, 7, "amount");
  g_assert_cmpstr (find_problem (dataset, NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER)->found, ==, "#N/A");
  g_assert_cmpstr (get_source (dataset, 0)->name, ==, "input.csv (Gifts)");
  g_assert_cmpint (get_source (dataset, 0)->unit, ==, NIDA_UNIT_ROW);
  g_assert_cmpuint (get_source (dataset, 0)->rows_read, ==, 3);
}

static void
test_base_1904 (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_and_remove (XLSX ("<workbookPr date1904=\"1\"/>", XLSX_GIFTS), NULL, &error);

  g_assert_no_error (error);
  assert_cell (dataset, 0, NIDA_FIELD_DATE, "2028-02-05");
}

static void
test_chosen_sheet (void)
{
  static const char * const names[] = { "Gifts", "2" };
  NidaLoadOptions options = { .header = 3 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (NidaDataset) dataset = NULL;

      options.sheet = names[i];
      dataset = load_and_remove (XLSX ("", XLSX_GIFTS), &options, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
    }
  options.sheet = "Presents";
  g_assert_null (load_and_remove (XLSX ("", XLSX_GIFTS), &options, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_MAPPING);
  g_assert_nonnull (strstr (error->message, "“Notes & more”, “Gifts”"));
  g_clear_error (&error);
  options.sheet = "1";
  options.header = 0;
  g_assert_null (load_and_remove (XLSX ("", XLSX_GIFTS), &options, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_COLUMNS);
}

static void
test_ods (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_and_remove (
    ODS ("<table:table table:name=\"S\">" ODS_HEADER
         "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"date\" "
         "office:date-value=\"2024-02-04T00:00:00\"><text:p>4 Feb</text:p></table:table-cell><table:table-cell "
         "office:value-type=\"string\"><office:annotation><text:p>note</text:p></office:annotation><text:p>A<text:s "
         "text:c=\"2\"/>b</text:p></table:table-cell><table:table-cell office:value-type=\"currency\" "
         "office:value=\"0.30000000000000004\"><text:p>0</text:p></table:table-cell>"
         "<table:table-cell table:number-columns-repeated=\"16381\"/></table:table-row>"
         "<table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell table:number-columns-repeated=\"16384\"/>"
         "</table:table-row></table:table>"), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  assert_cell (dataset, 0, NIDA_FIELD_DATE, "2024-02-04");
  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "A  b");
  assert_cell (dataset, 1, NIDA_FIELD_AMOUNT, "0.3");
  g_assert_cmpuint (nida_dataset_get_source_row (dataset, 1), ==, 3);
}

/* A table of somebody's own: names and contents say which column is which, as in CSV. */
static void
test_layout (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_and_remove (
    XLSX ("", "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>Plan</t></is></c><c t=\"inlineStr\"><is><t>Requirements "
          "(US$)</t></is></c></row><row r=\"2\"><c t=\"inlineStr\"><is><t>Sudan</t></is></c><c><v>4160000000</v></c></row>"
          "</sheetData></worksheet>"), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
  assert_cell (dataset, 0, NIDA_FIELD_KIND, "requirement");
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT, "4160000000");
}

#define XLSX_TABLE(name, amount) \
  "<worksheet><sheetData><row r=\"2\"><c t=\"inlineStr\"><is><t>" name "</t></is></c><c t=\"inlineStr\"><is><t>Money</t></is></c>" \
  "<c t=\"inlineStr\"><is><t>Donor</t></is></c></row><row r=\"3\"><c t=\"inlineStr\"><is><t>2024</t></is></c><c><v>" amount \
  "</v></c><c t=\"inlineStr\"><is><t>Kuwait</t></is></c></row></sheetData></worksheet>"

static char *
write_two_tables (void)
{
  return write_zip ("xl/workbook.xml", XLSX_WORKBOOK (""), "xl/_rels/workbook.xml.rels", XLSX_RELATIONS,
                    "xl/worksheets/sheet1.xml", XLSX_TABLE ("Year", "7"), "xl/worksheets/sheet2.xml",
                    XLSX_TABLE ("Year", "9"), NULL);
}

/* A title alone is no table; another sheet of rows and columns is named. */
static void
test_unread (void)
{
  NidaLoadOptions options = { .sheet = "Gifts" };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) first = load_and_remove (write_two_tables (), NULL, &error);
  g_autoptr (NidaDataset) second = load_and_remove (write_two_tables (), &options, &error);
  g_autoptr (NidaDataset) alone = load_and_remove (XLSX ("", XLSX_GIFTS), NULL, &error);

  g_assert_no_error (error);
  assert_cell (first, 0, NIDA_FIELD_AMOUNT, "7");
  assert_problem (first, NIDA_PROBLEM_SHEETS_UNREAD, 1, 0, NULL);
  g_assert_cmpstr (find_problem (first, NIDA_PROBLEM_SHEETS_UNREAD)->found, ==, "“Gifts”");
  assert_cell (second, 0, NIDA_FIELD_AMOUNT, "9");
  g_assert_cmpstr (find_problem (second, NIDA_PROBLEM_SHEETS_UNREAD)->found, ==, "“Notes & more”");
  g_assert_cmpstr (get_source (second, 0)->sheet, ==, "Gifts");
  g_assert_cmpuint (get_source (second, 0)->header, ==, 2);
  assert_no_problem (alone, NIDA_PROBLEM_SHEETS_UNREAD);
}

/* A damaged sheet behind the one that is known is no matter; it is when it is the one. */
static void
test_damaged_sheet (void)
{
  NidaLoadOptions options = { .sheet = "Gifts" };

  for (guint chosen = 0; chosen < 2; chosen++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NidaDataset) dataset = load_and_remove (
        write_zip ("xl/workbook.xml", XLSX_WORKBOOK (""), "xl/_rels/workbook.xml.rels", XLSX_RELATIONS, "xl/styles.xml",
                   XLSX_STYLES, "xl/sharedStrings.xml", XLSX_STRINGS, "xl/worksheets/sheet1.xml", XLSX_GIFTS,
                   "xl/worksheets/sheet2.xml", "<worksheet><row", NULL), chosen ? &options : NULL, &error);

      if (chosen)
        g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_INCOMPLETE);
      else
        g_assert_no_error (error);
      g_assert_cmpuint (dataset != NULL ? nida_dataset_get_n_rows (dataset) : 0, ==, chosen ? 0 : 2);
    }
}

/* What a person chose holds for the next workbook of the kind, and a layout comes before what a reader would make of it. */
static void
test_remembered (void)
{
  static const char * const sheets[] = { "Notes & more", "Gifts", NULL };
  g_autofree char *folder = g_dir_make_tmp ("nida-test-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "layouts.ini", NULL);
  g_autoptr (NidaLayouts) layouts = nida_layouts_new (file);
  NidaLoadOptions options = { .layouts = layouts };
  char *path = write_two_tables ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaPreview) before = nida_load_preview (path, NULL, &options, NULL, &error);
  g_autoptr (NidaPreview) after = NULL;
  g_autoptr (NidaDataset) chosen = NULL, laid_out = NULL;
  g_autoptr (NidaLayout) detected = NULL, layout = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (before->sheets), ==, 2);
  g_assert_cmpuint (before->sheet, ==, 0);
  g_assert_cmpuint (before->rows->len, ==, 2);
  g_assert_cmpuint (g_array_index (before->numbers, guint, 0), ==, 2);

  g_assert_true (nida_layouts_remember_sheet (layouts, sheets, "Gifts", &error));
  after = nida_load_preview (path, NULL, &options, NULL, &error);
  g_assert_cmpuint (after->sheet, ==, 1);
  g_assert_cmpstr (((char **) after->rows->pdata[1])[1], ==, "9");
  chosen = load_and_remove (write_two_tables (), &options, &error);
  g_assert_no_error (error);
  assert_cell (chosen, 0, NIDA_FIELD_AMOUNT, "9");

  detected = nida_layout_detect (after->rows, ',');
  layout = nida_layout_copy (detected);
  nida_layout_set_role (layout, 2, NIDA_FIELD_RECIPIENT);
  g_assert_true (nida_layouts_remember (layouts, detected, layout, &error));
  laid_out = load_and_remove (write_two_tables (), &options, &error);
  g_assert_no_error (error);
  assert_cell (laid_out, 0, NIDA_FIELD_RECIPIENT, "Kuwait");
  assert_cell (laid_out, 0, NIDA_FIELD_DONOR, "");
  remove_file (path);
  g_unlink (file);
  g_rmdir (folder);
}

/* --- the real one --- */

static gboolean
append_cb (guint           number,
           const NidaCell *cells,
           guint           n_cells,
           gpointer        data)
{
  for (guint i = 0; i < n_cells; i++)
    if (cells[i].length > 0)
      g_string_append_printf (data, "%u.%u %.*s\n", number, i, (int) cells[i].length, cells[i].text);
  return TRUE;
}

static void
test_real_file (void)
{
  static const char script[] =
    "import sys, re, zipfile, decimal, xml.etree.ElementTree as E\n"
    "z = zipfile.ZipFile(sys.argv[1]); M = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'\n"
    "R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'\n"
    "C = decimal.Context(prec=15, rounding=decimal.ROUND_HALF_UP)\n"
    "strings = [''.join(t.text or '' for t in s.iter(M + 't')) for s in E.fromstring(z.read('xl/sharedStrings.xml'))]\n"
    "rels = {r.get('Id'): r.get('Target') for r in E.fromstring(z.read('xl/_rels/workbook.xml.rels'))}\n"
    "def text(c):\n"
    "    v = c.find(M + 'v')\n"
    "    if v is None or not v.text: return ''\n"
    "    if c.get('t') == 's': return strings[int(v.text)]\n"
    "    if c.get('t', 'n') != 'n': return v.text\n"
    "    n = C.create_decimal(v.text); n = n.quantize(1) if n == n.to_integral() else n.normalize()\n"
    "    return format(n, 'f')\n"
    "for s in E.fromstring(z.read('xl/workbook.xml')).iter(M + 'sheet'):\n"
    "    print('==', s.get('name'))\n"
    "    for c in E.fromstring(z.read('xl/' + rels[s.get(R)])).iter(M + 'c'):\n"
    "        letters, row = re.match('([A-Z]+)([0-9]+)', c.get('r')).groups(); n = 0\n"
    "        for l in letters: n = n * 26 + ord(l) - 64\n"
    "        if text(c): print('%s.%d %s' % (row, n - 1, text(c)))\n";
  g_autofree char *path = real_file ("workbook/gho_2025_data_hdx.xlsx");
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaBytes) bytes = NULL;
  g_autoptr (NidaZip) zip = NULL;
  g_autoptr (NidaWorkbook) workbook = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = NULL;

  if (path == NULL || (expected = ask_python (script, path, NULL)) == NULL)
    return;
  bytes = nida_bytes_open (path, "gho.xlsx", NULL, &error);
  zip = nida_zip_open (bytes, &error);
  workbook = nida_workbook_open (zip, "gho.xlsx", NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < nida_workbook_get_n_sheets (workbook); i++)
    {
      g_string_append_printf (found, "== %s\n", nida_workbook_get_sheet_name (workbook, i));
      g_assert_true (nida_workbook_read (workbook, i, append_cb, found, &error));
    }
  assert_same_lines (g_strchomp (found->str), expected);
  rows = nida_workbook_preview (workbook, 0, 3, NULL, &error);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (((char **) rows->pdata[0])[4], ==, "Requirements (US$)");
}

/* --- hostile --- */

static void
assert_bad (char          *path,
            NidaReadError  code,
            const char    *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_and_remove (path, NULL, &error);

  g_assert_null (dataset);
  g_assert_error (error, NIDA_READ_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "input.csv"));
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

static void
test_hostile (void)
{
  g_autoptr (GString) bomb = g_string_new ("<sst>");
  char *path = XLSX ("", XLSX_GIFTS);
  g_autofree char *data = NULL;
  gsize length;

  /* columns and rows that repeat without an end */
  assert_bad (ODS ("<table:table table:name=\"S\">" ODS_HEADER
                   "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"4000\" "
                   "office:value-type=\"float\" office:value=\"1\"/></table:table-row></table:table>"),
              NIDA_READ_ERROR_TOO_LARGE, "row 2");
  assert_bad (XLSX ("", "<!DOCTYPE w [<!ENTITY a \"b\">]><worksheet/>"), NIDA_READ_ERROR_FORMAT, "DOCTYPE");
  assert_bad (XLSX ("", "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZ1\"><v>1</v></c></row></sheetData></worksheet>"),
              NIDA_READ_ERROR_TOO_LARGE, "columns");
  assert_bad (XLSX ("", "<worksheet><sheetData><row"), NIDA_READ_ERROR_INCOMPLETE, "cut off");
  assert_bad (write_zip ("xl/workbook.xml", "<workbook/>", NULL), NIDA_READ_ERROR_FORMAT, "no sheet");
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_true (g_file_set_contents (path, data, (gssize) length - 40, NULL));
  assert_bad (path, NIDA_READ_ERROR_INCOMPLETE, "damaged");
  /* 80 MB that are packed into less than 1 MB */
  for (guint i = 0; i < 80; i++)
    {
      g_string_set_size (bomb, bomb->len + (1 << 20));
      memset (bomb->str + bomb->len - (1 << 20), ' ', 1 << 20);
    }
  g_string_append (bomb, "</sst>");
  assert_bad (write_zip ("xl/workbook.xml", XLSX_WORKBOOK (""), "xl/sharedStrings.xml", bomb->str, NULL),
              NIDA_READ_ERROR_TOO_LARGE, "200 times");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbook-file/xlsx/sheet-header-dates-and-texts", test_xlsx);
  g_test_add_func ("/workbook-file/xlsx/base-1904", test_base_1904);
  g_test_add_func ("/workbook-file/xlsx/chosen-sheet-and-header", test_chosen_sheet);
  g_test_add_func ("/workbook-file/ods/repeated-rows-and-values", test_ods);
  g_test_add_func ("/workbook-file/a-table-of-somebody's-own", test_layout);
  g_test_add_func ("/workbook-file/sheets/those-that-were-not-read-are-named", test_unread);
  g_test_add_func ("/workbook-file/sheets/a-damaged-one-matters-when-it-is-the-one", test_damaged_sheet);
  g_test_add_func ("/workbook-file/sheets/the-one-that-a-person-chose-is-remembered", test_remembered);
  g_test_add_func ("/workbook-file/real-file/is-what-python-reads", test_real_file);
  g_test_add_func ("/workbook-file/hostile-files-are-refused", test_hostile);
  return g_test_run ();
}
