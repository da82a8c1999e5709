/* rate-items.c: what a person writes, what stands in the document, and back. */
#include "rate-items.h"

#include <string.h>

static const char * const kuwait[NIDA_N_RATE_CELLS] = { "kwd", "٣٫٢٥١٢", "USD", "2024-01-01", "2024-12", " the central bank " };

static void
test_cells (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *quote = NULL, *end = NULL, *text = NULL;
  NidaRateCell wrong;
  NidaOwnRate rate, again;

  g_assert_true (nida_rate_from_cells (kuwait, &rate, &wrong, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (rate.from, ==, "KWD");
  g_assert_cmpstr (rate.note, ==, "the central bank");
  quote = nida_rate_dup_cell (&rate, NIDA_RATE_CELL_QUOTE);
  end = nida_rate_dup_cell (&rate, NIDA_RATE_CELL_END);
  g_assert_cmpstr (quote, ==, "3.2512");
  g_assert_cmpstr (end, ==, "2024-12");
  text = nida_rate_to_text (&rate);
  g_assert_true (nida_rate_from_text (text, &again, &error));
  g_assert_true (nida_own_rate_equal (&rate, &again));
  nida_own_rate_clear (&rate);
  nida_own_rate_clear (&again);
}

/* Each mistake is told, with the cell that it is in. */
static void
test_mistakes (void)
{
  static const struct { NidaRateCell cell; const char *text; } mistakes[] = {
    { NIDA_RATE_CELL_FROM, "dinar" }, { NIDA_RATE_CELL_FROM, "" }, { NIDA_RATE_CELL_QUOTE, "0" }, { NIDA_RATE_CELL_QUOTE, "-3" },
    { NIDA_RATE_CELL_QUOTE, "1,5" }, { NIDA_RATE_CELL_QUOTE, "nan" }, { NIDA_RATE_CELL_QUOTE, "0x1p3" }, { NIDA_RATE_CELL_TO, "KWD" },
    { NIDA_RATE_CELL_START, "soon" }, { NIDA_RATE_CELL_END, "2023" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      const char *cells[NIDA_N_RATE_CELLS];
      g_autoptr (GError) error = NULL;
      NidaRateCell wrong;
      NidaOwnRate rate;

      memcpy (cells, kuwait, sizeof cells);
      cells[mistakes[i].cell] = mistakes[i].text;
      g_assert_false (nida_rate_from_cells (cells, &rate, &wrong, &error));
      g_assert_error (error, NIDA_RATE_ERROR, NIDA_RATE_ERROR_VALUE);
      g_assert_cmpint (wrong, ==, mistakes[i].cell);
    }
}

static void
test_damaged (void)
{
  static const char * const texts[] = { "", "x", "[Nida rate]\n", "[Nida rate]\nfrom=KWD\nto=USD\nquote=-1\n", "[other]\nfrom=KWD\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      NidaOwnRate rate;

      g_assert_false (nida_rate_from_text (texts[i], &rate, &error));
      g_assert_error (error, NIDA_RATE_ERROR, NIDA_RATE_ERROR_NOT_A_RATE);
    }
}

/* One currency, one time, one rate; moved to another time it is not there twice; all of it undone. */
static void
test_items (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  NidaItems *items = nida_document_get_items (document);
  g_autoptr (NidaOwnRates) one = NULL, moved = NULL;
  g_autofree char *id = NULL;
  const char *later[NIDA_N_RATE_CELLS];
  NidaRateCell wrong;
  NidaOwnRate rate;

  g_assert_null (nida_rate_items_read (items));
  g_assert_true (nida_rate_from_cells (kuwait, &rate, &wrong, NULL));
  id = nida_own_rate_dup_id (&rate);
  nida_rate_items_put (document, NULL, &rate);
  nida_rate_items_put (document, NULL, &rate);
  nida_own_rate_clear (&rate);
  g_assert_cmpuint (nida_items_get_n (items, NIDA_ITEM_RATE), ==, 1);
  one = nida_rate_items_read (items);
  g_assert_cmpuint (nida_own_rates_get_n (one), ==, 1);
  memcpy (later, kuwait, sizeof later);
  later[NIDA_RATE_CELL_END] = "2025";
  g_assert_true (nida_rate_from_cells (later, &rate, &wrong, NULL));
  nida_rate_items_put (document, id, &rate);
  nida_own_rate_clear (&rate);
  g_assert_cmpuint (nida_items_get_n (items, NIDA_ITEM_RATE), ==, 1);
  g_assert_cmpstr (nida_document_get_undo_name (document), ==, "Change Rate");
  nida_document_undo (document);
  moved = nida_rate_items_read (items);
  g_assert_true (nida_own_rates_equal (one, moved));
  nida_rate_items_remove (document, id);
  g_assert_cmpuint (nida_items_get_n (items, NIDA_ITEM_RATE), ==, 0);
  nida_document_undo (document);
  g_assert_cmpuint (nida_items_get_n (items, NIDA_ITEM_RATE), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rate-items/cells/and-text-and-back", test_cells);
  g_test_add_func ("/rate-items/cells/every-mistake-is-told-at-its-place", test_mistakes);
  g_test_add_func ("/rate-items/text/damaged-is-none", test_damaged);
  g_test_add_func ("/rate-items/items/one-a-currency-and-time-and-undone", test_items);
  return g_test_run ();
}
