#include "columns.h"

#include <string.h>

enum { NAME, AMOUNT, TYPE, FLOW };

static const NidaColumn columns[] = {
  { NAME, TRUE, "donor_name", "#org+funder+name" },
  { AMOUNT, TRUE, "amount", "#value+usd" },
  { TYPE, FALSE, "type", "#financial+type" },
  { FLOW, FALSE, "flow", "#financial+type" },
};

static NidaHeader *
new_header (const char *line,
            const char *tags)
{
  g_auto (GStrv) names = g_strsplit (line, ",", -1);
  g_auto (GStrv) hashtags = g_strsplit (tags != NULL ? tags : "", ",", -1);
  NidaCell cells[16] = { { NULL } };
  NidaRecord record = { .cells = cells };
  NidaHeader *header;

  for (guint i = 0; names[i] != NULL; i++)
    cells[record.n_cells++] = (NidaCell) { names[i], (guint32) strlen (names[i]), 0 };
  header = nida_header_new (&record);
  if (tags != NULL)
    {
      record.n_cells = 0;
      for (guint i = 0; hashtags[i] != NULL; i++)
        cells[record.n_cells++] = (NidaCell) { hashtags[i], (guint32) strlen (hashtags[i]), 0 };
      g_assert_true (nida_header_take_tags (header, &record));
    }
  return header;
}

static void
assert_roles (const char *line,
              const char *tags,
              gboolean    matches,
              int         name,
              int         amount,
              int         type,
              int         flow)
{
  g_autoptr (NidaHeader) header = new_header (line, tags);
  gint16 roles[NIDA_MAX_ROLES];

  g_assert_cmpint (nida_header_match (header, columns, G_N_ELEMENTS (columns), roles), ==, matches);
  g_assert_cmpint (roles[NAME], ==, name);
  g_assert_cmpint (roles[AMOUNT], ==, amount);
  g_assert_cmpint (roles[TYPE], ==, type);
  g_assert_cmpint (roles[FLOW], ==, flow);
}

static void
test_names (void)
{
  assert_roles ("amount,x,Donor Name", NULL, TRUE, 2, 0, -1, -1);
  assert_roles (" AMOUNT ,donor-name,flow", NULL, TRUE, 1, 0, -1, 2);
  assert_roles ("amount,donor", NULL, FALSE, -1, 0, -1, -1);
  assert_roles ("amount,amount,donor_name", NULL, FALSE, 2, -1, -1, -1);
}

static void
test_tags (void)
{
  assert_roles ("a,b", "#org+name+funder,#value+usd", TRUE, 0, 1, -1, -1);
  assert_roles ("a,b", "#ORG +name +funder,#value+USD", TRUE, 0, 1, -1, -1);
  /* the tags decide, whatever the names say */
  assert_roles ("amount,donor_name", "#org+name+funder,#value+usd", TRUE, 0, 1, -1, -1);
  /* two columns carry one tag: the names decide */
  assert_roles ("donor,sum,flow,type", "#org+name+funder,#value+usd,#financial+type,#financial+type", TRUE, 0, 1, 3, 2);
  /* a column without a tag is known by its name */
  assert_roles ("donor_name,sum", ",#value+usd", TRUE, 0, 1, -1, -1);
}

static void
test_tag_row (void)
{
  g_autoptr (NidaHeader) header = new_header ("a,b", NULL);
  NidaCell words[] = { { "#org", 4, 0 }, { "5", 1, 0 } };
  NidaCell empty[] = { { "", 0, 0 }, { "", 0, 0 } };
  NidaRecord record = { .cells = words, .n_cells = 2 };

  g_assert_false (nida_header_take_tags (header, &record));
  record.cells = empty;
  g_assert_false (nida_header_take_tags (header, &record));
  record.cells = words;
  record.n_cells = 1;
  g_assert_false (nida_header_take_tags (header, &record));
}

static void
assert_fold (const char *name,
             const char *expected)
{
  g_autofree char *folded = nida_header_fold (name);

  g_assert_cmpstr (folded, ==, expected);
}

static void
test_fold (void)
{
  assert_fold ("  Amount USD ", "amount_usd");
  assert_fold ("الجِهَة المانِحة", "الجهه_المانحه");
  assert_fold ("إلى", "الي");
  assert_fold ("الــمبلغ", "المبلغ");
  assert_fold ("\u200fالمبلغ\u200e", "المبلغ");
}

static void
test_list (void)
{
  g_autoptr (NidaHeader) header = new_header ("a,b,c", NULL);
  g_autofree char *all = nida_header_list (header, 3);
  g_autofree char *two = nida_header_list (header, 2);

  g_assert_cmpstr (all, ==, "“a”, “b”, “c”");
  g_assert_cmpstr (two, ==, "“a”, “b” …");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/columns/names", test_names);
  g_test_add_func ("/columns/tags/decide", test_tags);
  g_test_add_func ("/columns/tags/row-is-known-by-content", test_tag_row);
  g_test_add_func ("/columns/fold/spelling-does-not-matter", test_fold);
  g_test_add_func ("/columns/list", test_list);
  return g_test_run ();
}
