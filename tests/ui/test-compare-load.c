/* compare-load.c: each source is read alone, once; a newer question takes the place of an older one. */
#include "config.h"

#include "compare-load.h"
#include "ui-support.h"

typedef struct { NidaSession *session; guint told, failed; NidaMoney first, second; } Heard;

static void
compared_cb (NidaSourceComparison *comparison,
             const GError         *error,
             gpointer              user_data)
{
  Heard *heard = user_data;

  heard->told++;
  heard->failed += error != NULL;
  if (comparison == NULL)
    return;
  heard->first = comparison->total.figures[0];
  heard->second = comparison->total.figures[1];
  nida_source_comparison_free (comparison);
}

static gboolean
was_told (gpointer data)
{
  return ((Heard *) data)->told > 0;
}

static gboolean
is_open (gpointer data)
{
  return nida_session_get_dataset (((Heard *) data)->session) != NULL && !nida_session_is_loading (((Heard *) data)->session);
}

static NidaQuery *
make_query (void)
{
  NidaQuery *query = nida_query_new ();

  query->by[0] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  query->n_by = 1;
  query->measures = 1u << NIDA_MEASURE_RECEIVED;
  return query;
}

static void
test_alone (void)
{
  g_autofree char *one = ui_test_write ("alone-one.csv", "id,kind,date,donor,amount\nfts:1,paid,2024,Kuwait,100\n");
  g_autofree char *two = ui_test_write ("alone-two.csv", "id,kind,date,donor,amount\nfts:1,paid,2024,Kuwait,90\nfts:2,paid,2024,Oman,1\n");
  const char *inputs[] = { one, two, NULL }, *pair[2] = { one, two }, *other_way[2] = { two, one };
  g_autoptr (NidaSession) session = nida_session_new ();
  g_autoptr (NidaQuery) query = make_query ();
  Heard heard = { .session = session };
  NidaCompareLoad *load;

  nida_session_open (session, inputs);
  g_assert_true (ui_test_wait (is_open, &heard));
  load = nida_compare_load_new (session);
  g_assert_true (nida_compare_load_is_source (session, one));
  nida_compare_load_ask (load, other_way, query, compared_cb, &heard);
  g_assert_null (nida_compare_load_get_sides (load));
  nida_compare_load_ask (load, pair, query, compared_cb, &heard);
  g_assert_true (ui_test_wait (was_told, &heard));
  ui_test_run_for (200);
  g_assert_cmpuint (heard.told, ==, 1);               /* the older question is not answered */
  g_assert_cmpint (heard.first, ==, 100 * 1000);
  g_assert_cmpint (heard.second, ==, 91 * 1000);
  g_assert_cmpstr (nida_compare_load_get_sides (load)->inputs[1], ==, two);
  heard.told = 0;
  nida_compare_load_forget (load);
  g_assert_null (nida_compare_load_get_sides (load));
  nida_query_add_filter (query, NIDA_FIELD_DONOR, "Atlantis");
  nida_compare_load_ask (load, pair, query, compared_cb, &heard);
  g_assert_true (ui_test_wait (was_told, &heard));
  g_assert_cmpuint (heard.failed, ==, 1);
  nida_compare_load_free (load);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/compare-load/each-source-alone-and-the-newest-question", test_alone);
  return g_test_run ();
}
