/* iati.c, iati-rows.c, iati-shares.c: activities become flows; what is hostile is refused. Figures of the real files are
 * compared with what Python's own reader of XML adds up. */
#include "support.h"

#include <sys/resource.h>

#define ACTIVITY(inner) \
  "<?xml version=\"1.0\"?><iati-activities version=\"2.03\"><iati-activity default-currency=\"USD\" xml:lang=\"en\">" \
  "<iati-identifier> A-1 </iati-identifier><reporting-org ref=\"R-1\"><narrative>Reporter</narrative></reporting-org>" \
  inner "</iati-activity></iati-activities>\n"
#define PAID(value, inner) \
  "<transaction><transaction-type code=\"3\"/><transaction-date iso-date=\"2024-02-04\"/><value>" value "</value>" \
  inner "</transaction>"

static NidaMoney
sum_amounts (NidaDataset   *dataset,
             NidaKind       kind,
             NidaDirection  direction,
             const char    *flow_type)
{
  NidaCodes directions = nida_dataset_get_codes (dataset, NIDA_FIELD_DIRECTION);
  NidaMoney sum = 0;

  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    {
      g_autofree char *type = nida_dataset_dup_text (dataset, row, NIDA_FIELD_FLOW_TYPE, FALSE);
      g_autofree char *currency = nida_dataset_dup_text (dataset, row, NIDA_FIELD_CURRENCY, FALSE);

      if (nida_dataset_get_kind (dataset, row) == kind && nida_codes_get (directions, row) == direction &&
          strcmp (currency, "EUR") == 0 && (flow_type == NULL || strcmp (type, flow_type) == 0))
        sum += nida_dataset_get_amount (dataset, row);
    }
  return sum;
}

static void
test_real_file (void)
{
  static const char script[] =
    "import sys, decimal, xml.etree.ElementTree as E\n"
    "D = decimal.Decimal; sums = {}; n = 0\n"
    "for a in E.parse(sys.argv[1]).getroot().iter('iati-activity'):\n"
    "    n += 1\n"
    "    for t in a.findall('transaction'):\n"
    "        v = t.find('value'); c = v.get('currency') or a.get('default-currency'); k = t.find('transaction-type').get('code')\n"
    "        if c == 'EUR': sums[k] = sums.get(k, 0) + D(v.text)\n"
    "g = lambda *k: '%.2f' % sum((sums.get(x, D(0)) for x in k), D(0))\n"
    "print(n, g('3', '4'), g('3'), g('2'), g('11'), g('1'))\n";
  g_autofree char *path = real_file ("iati/foodsecurity_activities.xml");
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (GHashTable) activities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *expected = NULL, *found = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (path == NULL || (expected = ask_python (script, path, NULL)) == NULL)
    return;
  dataset = load_file (path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    {
      char *id = nida_dataset_dup_id (dataset, row);
      guint64 offset;
      guint bytes;

      g_assert_true (g_str_has_prefix (id, "iati:"));
      *strrchr (id, ':') = '\0';
      g_hash_table_add (activities, id);
      g_assert_true (nida_dataset_get_place (dataset, row, &offset, &bytes));
      g_assert_cmpuint (offset + bytes, <=, length);
      g_assert_true (g_str_has_prefix (text + offset, "<transaction>") || g_str_has_prefix (text + offset, "<transaction "));
      g_assert_cmpint (memcmp (text + offset + bytes - 14, "</transaction>", 14), ==, 0);
    }
#define SUM(kind, direction, type) ((double) sum_amounts (dataset, kind, direction, type) / 1000)
  /* one of the seven has no transaction, so that it has no row */
  found = g_strdup_printf ("7 %.2f %.2f %.2f %.2f %.2f", SUM (NIDA_KIND_PAID, NIDA_DIRECTION_OUTGOING, NULL),
                           SUM (NIDA_KIND_PAID, NIDA_DIRECTION_OUTGOING, "Disbursement"),
                           SUM (NIDA_KIND_COMMITMENT, NIDA_DIRECTION_OUTGOING, NULL),
                           SUM (NIDA_KIND_COMMITMENT, NIDA_DIRECTION_INCOMING, NULL),
                           SUM (NIDA_KIND_PAID, NIDA_DIRECTION_INCOMING, NULL));
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (found, ==, "7 13400539.83 10398513.00 48805638.00 57623858.00 22685653.00");
  g_assert_cmpuint (g_hash_table_size (activities), <=, 7);
  g_assert_cmpint (get_source (dataset, 0)->unit, ==, NIDA_UNIT_RECORD);
}

static void
test_other_real_files (void)
{
  static const char * const names[] = { "iati/activity-standard-example-annotated.xml", "iati/diterator_iom_activity-01.xml" };
  static const char * const amounts[] = { "1000", "1459753.72" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = real_file (names[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (NidaDataset) dataset = path != NULL ? load_file (path, &error) : NULL;

      if (path == NULL)
        return;
      g_assert_no_error (error);
      g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
      assert_cell (dataset, 0, NIDA_FIELD_AMOUNT, amounts[i]);
      assert_cell (dataset, 0, NIDA_FIELD_DIRECTION, "incoming");
    }
}

/* The code list is XML too, and of no use as data. */
static void
test_other_xml (void)
{
  assert_refused ("<?xml version='1.0'?><codelist/>\n", -1, NIDA_READ_ERROR_FORMAT, "codelist");
  assert_refused ("<iati-activities version=\"1.05\"><iati-activity/></iati-activities>", -1, NIDA_READ_ERROR_FORMAT, "1.05");
}

static void
test_fields (void)
{
  g_autoptr (NidaDataset) dataset = load_text (ACTIVITY (
    "<title><narrative>Title</narrative><narrative xml:lang=\"ar\">العنوان</narrative></title>"
    "<recipient-country code=\"SY\"/>"
    "<sector code=\"72040\"/>"
    "<humanitarian-scope type=\"1\" code=\"EQ-1\"><narrative>Earthquake</narrative></humanitarian-scope>"
    "<transaction><transaction-type code=\"3\"/><transaction-date iso-date=\"2024-02-04\"/>"
    "<value currency=\"KWD\" value-date=\"2024-02-01\">1.5</value>"
    "<receiver-org ref=\"XM-DAC-47066\"><narrative>IOM &amp; co</narrative><narrative xml:lang=\"ar-KW\">المنظمة</narrative>"
    "</receiver-org></transaction>"
    "<transaction><transaction-type code=\"13\"/><transaction-date iso-date=\"2024-02-05\"/><value>2</value>"
    "<provider-org ref=\"KW-GOV-1\" type=\"10\"><narrative>Kuwait Fund</narrative></provider-org></transaction>"));

  assert_cell (dataset, 0, NIDA_FIELD_ID, "iati:A-1:1");
  assert_cell (dataset, 0, NIDA_FIELD_KIND, "paid");
  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "Reporter");
  assert_cell (dataset, 0, NIDA_FIELD_RECIPIENT, "IOM & co");
  assert_arabic (dataset, 0, NIDA_FIELD_RECIPIENT, "المنظمة");
  assert_cell (dataset, 0, NIDA_FIELD_CURRENCY, "KWD");
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT, "1.5");
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT_USD, "");
  assert_cell (dataset, 0, NIDA_FIELD_DATE, "2024-02-04");
  assert_cell (dataset, 0, NIDA_FIELD_VALUE_DATE, "2024-02-01");
  assert_cell (dataset, 1, NIDA_FIELD_VALUE_DATE, "");
  assert_cell (dataset, 0, NIDA_FIELD_COUNTRY, "Syria");
  assert_cell (dataset, 0, NIDA_FIELD_CATEGORY, "Emergency food assistance");
  assert_arabic (dataset, 0, NIDA_FIELD_CATEGORY, "المساعدات الغذائية الطارئة");
  assert_cell (dataset, 0, NIDA_FIELD_EMERGENCY, "Earthquake");
  assert_cell (dataset, 0, NIDA_FIELD_DESCRIPTION, "Title");
  assert_arabic (dataset, 0, NIDA_FIELD_DESCRIPTION, "العنوان");
  assert_cell (dataset, 0, NIDA_FIELD_PART, "");
  assert_cell (dataset, 1, NIDA_FIELD_KIND, "pledge");
  assert_cell (dataset, 1, NIDA_FIELD_DIRECTION, "incoming");
  assert_cell (dataset, 1, NIDA_FIELD_DONOR, "Kuwait Fund");
  assert_cell (dataset, 1, NIDA_FIELD_DONOR_COUNTRY, "Kuwait");
  assert_cell (dataset, 1, NIDA_FIELD_DONOR_TYPE, "Government");
  assert_cell (dataset, 1, NIDA_FIELD_RECIPIENT, "Reporter");
  assert_cell (dataset, 1, NIDA_FIELD_AMOUNT_USD, "2");
  assert_problem (dataset, NIDA_PROBLEM_NO_USD, 1, 1, "currency");
}

/* Two countries and two sectors: four rows of one id that add up to the amount. */
static void
test_parts (void)
{
  g_autoptr (NidaDataset) dataset = load_text (ACTIVITY (
    "<recipient-country code=\"SY\" percentage=\"33.33\"/><recipient-country code=\"TR\" percentage=\"66.67\"/>"
    "<sector code=\"72010\" percentage=\"50\"/><sector code=\"72040\" percentage=\"50\"/>"
    "<sector vocabulary=\"99\" code=\"X\" percentage=\"100\"/>"
    PAID ("100.001", "")));
  NidaMoney sum = 0;

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 4);
  for (guint row = 0; row < 4; row++)
    {
      sum += nida_dataset_get_amount (dataset, row);
      assert_cell (dataset, row, NIDA_FIELD_ID, "iati:A-1:1");
    }
  g_assert_cmpint (sum, ==, 100001);
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT, "16.665");
  assert_cell (dataset, 3, NIDA_FIELD_PART, "4");
  g_assert_cmpuint (get_source (dataset, 0)->rows_read, ==, 1);
  g_assert_cmpuint (get_source (dataset, 0)->rows_kept, ==, 1);
}

/* The countries and amounts of the rows of an activity with @places, a line each. */
static char *
places_of (const char *places)
{
  g_autofree char *text = g_strdup_printf ("<iati-activities version=\"2.03\"><iati-activity default-currency=\"USD\"><iati-identifier>A-1"
                                           "</iati-identifier><reporting-org ref=\"R-1\"><narrative>R</narrative></reporting-org>%s"
                                           "<transaction><transaction-type code=\"3\"/><transaction-date iso-date=\"2024-01-01\"/>"
                                           "<value>100</value></transaction></iati-activity></iati-activities>\n", places);
  g_autoptr (NidaDataset) dataset = load_text (text);
  GString *found = g_string_new (NULL);

  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    {
      g_autofree char *country = nida_dataset_dup_text (dataset, row, NIDA_FIELD_COUNTRY, FALSE);
      g_autofree char *amount = nida_dataset_dup_text (dataset, row, NIDA_FIELD_AMOUNT, FALSE);

      g_string_append_printf (found, "%s%s=%s", row > 0 ? "|" : "", country, amount);
    }
  return g_string_free (found, FALSE);
}

#define COUNTRY_IN(code, percent) "<recipient-country code=\"" code "\"" percent "/>"
#define REGION_IN(code, more) "<recipient-region code=\"" code "\"" more "/>"
#define PERCENT(n) " percentage=\"" #n "\""

/* Money of a region is of no country, and of no other place. */
static void
test_regions (void)
{
  static const struct { const char *places, *expected; } cases[] = {
    { REGION_IN ("298", ""), "Africa, regional=100" },
    { REGION_IN ("298", PERCENT (55)) REGION_IN ("589", PERCENT (45)), "Africa, regional=55|Middle East, regional=45" },
    { REGION_IN ("998", PERCENT (100)), "Developing countries, unspecified=100" },
    { REGION_IN ("145", " vocabulary=\"2\""), "Western Asia, regional=100" },
    /* one vocabulary divides the whole, another divides it once more */
    { REGION_IN ("298", PERCENT (100)) REGION_IN ("002", PERCENT (100) " vocabulary=\"2\""), "Africa, regional=100" },
    { REGION_IN ("A1", " vocabulary=\"99\""), "=100" },
    { REGION_IN ("616", ""), "=100" },
    /* beside a country: where it lies, or what it leaves */
    { COUNTRY_IN ("SO", "") REGION_IN ("289", ""), "Somalia=100" },
    { COUNTRY_IN ("SO", PERCENT (100)) REGION_IN ("289", PERCENT (100)), "Somalia=100" },
    { COUNTRY_IN ("SO", PERCENT (60)) REGION_IN ("289", PERCENT (40)), "Somalia=60|South of Sahara, regional=40" },
    { COUNTRY_IN ("SO", PERCENT (60)) REGION_IN ("289", ""), "Somalia=60|South of Sahara, regional=40" },
    { COUNTRY_IN ("SO", PERCENT (60)) REGION_IN ("289", PERCENT (100)), "Somalia=60|=40" },
    { COUNTRY_IN ("SO", PERCENT (60)) REGION_IN ("289", PERCENT (20)), "Somalia=60|South of Sahara, regional=20|=20" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = places_of (cases[i].places);

      g_test_message ("%s", cases[i].places);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_shares_that_miss (void)
{
  g_autoptr (NidaDataset) dataset = load_text (ACTIVITY (
    "<recipient-country code=\"SY\" percentage=\"25\"/><recipient-region code=\"298\" percentage=\"75\"/>"
    "<sector code=\"1\"/><sector code=\"2\"/>" PAID ("100", "")));

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  assert_cell (dataset, 0, NIDA_FIELD_COUNTRY, "Syria");
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT, "25");
  assert_cell (dataset, 1, NIDA_FIELD_COUNTRY, "Africa, regional");
  assert_cell (dataset, 1, NIDA_FIELD_AMOUNT, "75");
  assert_cell (dataset, 0, NIDA_FIELD_CATEGORY, "1, 2");
}

static void
test_types (void)
{
  g_autoptr (NidaDataset) dataset = load_text (ACTIVITY (
    "<budget><value>1</value></budget>"
    "<transaction><transaction-type code=\"6\"/><value>2</value></transaction>"
    "<transaction><transaction-type code=\"99\"/><value>3</value></transaction>"
    "<transaction><transaction-type code=\"4\"/><value/></transaction>"
    "<transaction><transaction-type code=\"4\"/><value>1e999</value></transaction>"
    "<transaction><transaction-type code=\"4\"/><value currency=\"XYZW\">4</value></transaction>" PAID ("5", "")));

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
  assert_cell (dataset, 0, NIDA_FIELD_ID, "iati:A-1:6");
  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (dataset), NIDA_PROBLEM_LEFT_OUT), ==, 2);
  assert_problem (dataset, NIDA_PROBLEM_KIND_UNKNOWN, 1, 2, "transaction_type");
  assert_problem (dataset, NIDA_PROBLEM_AMOUNT_MISSING, 1, 3, "value");
  assert_problem (dataset, NIDA_PROBLEM_CURRENCY_UNKNOWN, 1, 5, "currency");
  g_assert_cmpuint (get_source (dataset, 0)->rows_empty, ==, 1);
}

/* The newer activity counts whole, whichever file comes first. */
static void
test_newer_activity (void)
{
  static const char format[] =
    "<iati-activities version=\"2.02\"><iati-activity default-currency=\"USD\" last-updated-datetime=\"%s\">"
    "<iati-identifier>A</iati-identifier>%s</iati-activity></iati-activities>";
  g_autofree char *old_text = g_strdup_printf (format, "2023-01-01T00:00:00", PAID ("1", "") PAID ("2", ""));
  g_autofree char *new_text = g_strdup_printf (format, "2024-01-01T00:00:00Z", PAID ("7", ""));
  char *paths[] = { write_file (old_text, -1), write_file (new_text, -1), NULL };

  for (guint order = 0; order < 2; order++)
    {
      const char *inputs[] = { paths[order], paths[1 - order], NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (NidaDataset) dataset = nida_load (inputs, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
      assert_cell (dataset, 0, NIDA_FIELD_AMOUNT, "7");
    }
  remove_file (paths[0]);
  remove_file (paths[1]);
}

/* --- hostile --- */

static void
assert_hostile (const char    *data,
                gssize         length,
                NidaReadError  code,
                const char    *says)
{
  struct rusage before, after;
  gint64 start = g_get_monotonic_time ();

  getrusage (RUSAGE_SELF, &before);
  assert_refused (data, length, code, says);
  getrusage (RUSAGE_SELF, &after);
  g_test_message ("%" G_GINT64_FORMAT " us, %ld KiB", g_get_monotonic_time () - start, after.ru_maxrss - before.ru_maxrss);
  g_assert_cmpint (after.ru_maxrss - before.ru_maxrss, <, 20 << 10);
}

static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new ("<iati-activities>");
  g_autoptr (GString) bomb = g_string_new ("<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"lol\">");
  g_autofree char *entity = NULL;
  g_autofree char *secret = g_build_filename (g_get_tmp_dir (), "nida-secret", NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<x>");
  assert_hostile (deep->str, -1, NIDA_READ_ERROR_TOO_LARGE, "deep");
  for (char c = 'b'; c < 'k'; c++)
    g_string_append_printf (bomb, "<!ENTITY %c \"&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;\">", c, c - 1, c - 1, c - 1, c - 1, c - 1,
                            c - 1, c - 1, c - 1);
  g_string_append (bomb, "]><iati-activities>&j;</iati-activities>");
  assert_hostile (bomb->str, -1, NIDA_READ_ERROR_FORMAT, "DOCTYPE");
  entity = g_strdup_printf ("<!DOCTYPE x [<!ENTITY e SYSTEM \"file://%s\">]><iati-activities>&e;</iati-activities>", secret);
  assert_hostile (entity, -1, NIDA_READ_ERROR_FORMAT, "DOCTYPE");
  assert_hostile ("<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/\"> %p;]><x/>", -1, NIDA_READ_ERROR_FORMAT, "DOCTYPE");
  assert_hostile ("<iati-activities>&undefined;</iati-activities>", -1, NIDA_READ_ERROR_FORMAT, "line 1");
  assert_hostile ("<iati-activities><iati-activity><transaction>", -1, NIDA_READ_ERROR_INCOMPLETE, "cut off");
  assert_hostile ("<iati-activities>\xff\xfe</iati-activities>", -1, NIDA_READ_ERROR_FORMAT, "line 1");
  assert_hostile ("<?xml version=\"1.0\" encoding=\"nonsense\"?><iati-activities/>", -1, NIDA_READ_ERROR_FORMAT, "line 1");
}

/* A document type without declarations is harmless, and what it names is not opened. */
static void
test_plain_doctype (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    "<!DOCTYPE iati-activities SYSTEM \"file:///nowhere/at/all.dtd\"><iati-activities version=\"2.01\"/>");

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 0);
}

/* The shared files are of 2.03 and in English: these are written from the specifications. 2.02 brought
 * "humanitarian" and incoming commitments, 2.03 pledges and several types of aid. */
#define VERSION_2_01 \
  "<iati-activities version=\"2.01\"><iati-activity default-currency=\"EUR\" xml:lang=\"fr\">" \
  "<iati-identifier>FR-3-1</iati-identifier><reporting-org ref=\"FR-3\" type=\"10\">" \
  "<narrative>Ministère</narrative><narrative xml:lang=\"en\">Ministry</narrative></reporting-org>" \
  "<title><narrative>Aide</narrative><narrative xml:lang=\"en\">Aid</narrative>" \
  "<narrative xml:lang=\"ar\">معونة</narrative></title>" \
  "<participating-org ref=\"FR-3\" role=\"1\" type=\"10\"><narrative>Ministère</narrative>" \
  "</participating-org><recipient-country code=\"SY\" percentage=\"60\"/>" \
  "<recipient-country code=\"LB\" percentage=\"40\"/>" \
  "<sector code=\"72010\" vocabulary=\"1\" percentage=\"100\"/><transaction ref=\"t1\">" \
  "<transaction-type code=\"3\"/><transaction-date iso-date=\"2015-03-01\"/>" \
  "<value value-date=\"2015-03-01\">100.01</value><receiver-org ref=\"XM-DAC-41121\"><narrative>HCR" \
  "</narrative><narrative xml:lang=\"en\">UNHCR</narrative></receiver-org></transaction>" \
  "</iati-activity></iati-activities>"
#define VERSION_2_02 \
  "<iati-activities version=\"2.02\">" \
  "<iati-activity default-currency=\"USD\" humanitarian=\"1\" xml:lang=\"en\"><iati-identifier>XM-1" \
  "</iati-identifier><reporting-org ref=\"XM-1\" type=\"40\"><narrative>Agency</narrative>" \
  "</reporting-org><title><narrative>Relief</narrative></title>" \
  "<recipient-region code=\"298\" vocabulary=\"1\" percentage=\"100\"/>" \
  "<humanitarian-scope type=\"1\" vocabulary=\"1-2\" code=\"EQ-2015-000048-NPL\"/>" \
  "<transaction humanitarian=\"1\"><transaction-type code=\"11\"/>" \
  "<transaction-date iso-date=\"2016-01-05\"/><value value-date=\"2016-01-04\" currency=\"GBP\">70" \
  "</value><provider-org ref=\"GB-GOV-1\"><narrative>DFID</narrative></provider-org>" \
  "<sector vocabulary=\"1\" code=\"72010\"/><sector vocabulary=\"2\" code=\"720\"/>" \
  "<recipient-country code=\"NP\"/></transaction></iati-activity></iati-activities>"
#define VERSION_2_03 \
  "<iati-activities version=\"2.03\"><iati-activity default-currency=\"USD\" xml:lang=\"ar\">" \
  "<iati-identifier>KW-1</iati-identifier><reporting-org ref=\"KW-KFAED\" type=\"10\">" \
  "<narrative>الصندوق الكويتي</narrative><narrative xml:lang=\"en\">Kuwait Fund</narrative>" \
  "</reporting-org><title><narrative>إغاثة</narrative></title><recipient-country code=\"YE\"/>" \
  "<transaction><transaction-type code=\"12\"/><transaction-date iso-date=\"2020-01-01\"/><value>10" \
  "</value></transaction><transaction><transaction-type code=\"13\"/>" \
  "<transaction-date iso-date=\"2020-01-02\"/><value>20</value></transaction><transaction>" \
  "<transaction-type code=\"4\"/><transaction-date iso-date=\"2020-01-03\"/><value>30</value>" \
  "<aid-type code=\"C01\" vocabulary=\"1\"/><aid-type code=\"1\" vocabulary=\"2\"/></transaction>" \
  "</iati-activity></iati-activities>"

static void
test_versions (void)
{
  g_autoptr (NidaDataset) first = load_text (VERSION_2_01 "\n");
  g_autoptr (NidaDataset) second = load_text (VERSION_2_02 "\n");
  g_autoptr (NidaDataset) third = load_text (VERSION_2_03 "\n");
  static const struct { const char *kind, *direction, *type; NidaMoney amount; } expected[] = {
    { "pledge", "outgoing", "Outgoing Pledge", 10000 }, { "pledge", "incoming", "Incoming Pledge", 20000 },
    { "paid", "outgoing", "Expenditure", 30000 },
  };

  /* French unless it says otherwise: the English name where there is one, and the Arabic label */
  g_assert_cmpuint (nida_dataset_get_n_rows (first), ==, 2);
  assert_cell (first, 0, NIDA_FIELD_DONOR, "Ministry");
  assert_cell (first, 0, NIDA_FIELD_RECIPIENT, "UNHCR");
  assert_cell (first, 0, NIDA_FIELD_DESCRIPTION, "Aid");
  assert_cell (first, 0, NIDA_FIELD_COUNTRY, "Syria");
  assert_cell (first, 1, NIDA_FIELD_COUNTRY, "Lebanon");
  g_assert_cmpint (nida_dataset_get_amount (first, 0), ==, 60006);
  g_assert_cmpint (nida_dataset_get_amount (first, 1), ==, 40004);

  g_assert_cmpuint (nida_dataset_get_n_rows (second), ==, 1);
  assert_cell (second, 0, NIDA_FIELD_KIND, "commitment");
  assert_cell (second, 0, NIDA_FIELD_DIRECTION, "incoming");
  assert_cell (second, 0, NIDA_FIELD_DONOR, "DFID");
  assert_cell (second, 0, NIDA_FIELD_RECIPIENT, "Agency");
  assert_cell (second, 0, NIDA_FIELD_COUNTRY, "Nepal");
  assert_cell (second, 0, NIDA_FIELD_CURRENCY, "GBP");
  assert_cell (second, 0, NIDA_FIELD_VALUE_DATE, "2016-01-04");

  g_assert_cmpuint (nida_dataset_get_n_rows (third), ==, G_N_ELEMENTS (expected));
  for (guint row = 0; row < G_N_ELEMENTS (expected); row++)
    {
      assert_cell (third, row, NIDA_FIELD_KIND, expected[row].kind);
      assert_cell (third, row, NIDA_FIELD_DIRECTION, expected[row].direction);
      assert_cell (third, row, NIDA_FIELD_FLOW_TYPE, expected[row].type);
      g_assert_cmpint (nida_dataset_get_amount (third, row), ==, expected[row].amount);
    }
  assert_cell (third, 0, NIDA_FIELD_DONOR, "Kuwait Fund");
  assert_cell (third, 1, NIDA_FIELD_RECIPIENT, "Kuwait Fund");
  {
    g_autofree char *arabic = nida_dataset_dup_text (third, 0, NIDA_FIELD_DONOR, TRUE);

    g_assert_cmpstr (arabic, ==, "الصندوق الكويتي");
  }
}

static void
test_encodings (void)
{
  const char *text = ACTIVITY ("<title><narrative>Élan عون</narrative></title>" PAID ("5", ""));
  gsize length;
  g_autofree char *wide = g_convert (text, -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_bytes (wide, (gssize) length, &error);
  g_autoptr (NidaDataset) latin = load_text ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><iati-activity "
                                             "default-currency=\"USD\"><title><narrative>\xc9lan</narrative></title>"
                                             PAID ("5", "") "</iati-activity>");

  g_assert_no_error (error);
  assert_cell (dataset, 0, NIDA_FIELD_DESCRIPTION, "Élan عون");
  assert_cell (latin, 0, NIDA_FIELD_DESCRIPTION, "Élan");
}

/* What is written as Nida's own CSV comes back with parts, ids and directions. */
static void
test_round_trip (void)
{
  g_autoptr (NidaDataset) dataset = load_text (ACTIVITY (
    "<sector code=\"72010\" percentage=\"50\"/><sector code=\"72040\" percentage=\"50\"/>" PAID ("3", "") PAID ("4", "")
    "<transaction><transaction-type code=\"2\"/><value>9</value></transaction>"));
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autoptr (GString) again = g_string_new (NULL);
  g_autoptr (NidaDataset) back = NULL;

  nida_csv_append (csv, dataset, NULL);
  back = load_text (csv->str);
  nida_csv_append (again, back, NULL);
  g_assert_cmpstr (csv->str, ==, again->str);
  g_assert_cmpuint (nida_dataset_get_n_rows (back), ==, 6);
  g_assert_false (nida_dataset_get_states_move (back, 0));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/iati/real-file/is-what-python-adds-up", test_real_file);
  g_test_add_func ("/iati/real-file/others", test_other_real_files);
  g_test_add_func ("/iati/other-xml-is-refused", test_other_xml);
  g_test_add_func ("/iati/fields", test_fields);
  g_test_add_func ("/iati/percentages-divide-exactly", test_parts);
  g_test_add_func ("/iati/regions/have-what-no-country-has", test_regions);
  g_test_add_func ("/iati/what-percentages-miss-belongs-to-none", test_shares_that_miss);
  g_test_add_func ("/iati/types-that-are-left-out-or-refused", test_types);
  g_test_add_func ("/iati/the-newer-activity-counts-whole", test_newer_activity);
  g_test_add_func ("/iati/hostile-files-are-refused", test_hostile);
  g_test_add_func ("/iati/a-plain-doctype-opens-nothing", test_plain_doctype);
  g_test_add_func ("/iati/versions/each-as-its-specification-says", test_versions);
  g_test_add_func ("/iati/encodings", test_encodings);
  g_test_add_func ("/iati/round-trip", test_round_trip);
  return g_test_run ();
}
