/* A name in a drop-down is found by any part of it, in either language, and what is chosen from the found ones is what was meant. */
#include "config.h"

#include "form.h"
#include "ui-support.h"

static const char * const shown[] = { "ألمانيا", "الكويت", "النرويج", "صندوق Côte", NULL };
static const char * const english[] = { "Germany, Government of", "Kuwait, Government of", "Norway, Government of", NULL };
static const char * const arabic[] = { "حكومة ألمانيا", "حكومة الكويت", NULL, NULL };

typedef struct {
  GtkListView *list;
  guint        n;
} Found;

static gboolean
has_found (gpointer data)
{
  const Found *found = data;

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (found->list))) == found->n;
}

static void
test_found (void)
{
  static const struct { const char *typed; guint n, first; } cases[] = {
    { "Kuwait", 1, 1 }, { "GOVERNMENT", 3, 0 }, { "of norw", 1, 2 }, { "حكومه", 2, 0 }, { "كويت", 1, 1 }, { "المانيا", 1, 0 },
    { "cote", 1, 3 }, { "Qatar", 0, 0 }, { "", 4, 0 },
  };
  GtkWidget *window = gtk_window_new (), *drop_down = nida_form_drop_down_new ((const char *[]) { NULL });
  GtkWidget *search, *list;

  nida_form_drop_down_fill_names (GTK_DROP_DOWN (drop_down), shown, english, arabic);
  gtk_window_set_child (GTK_WINDOW (window), drop_down);
  gtk_window_present (GTK_WINDOW (window));
  search = ui_test_find (drop_down, GTK_TYPE_SEARCH_ENTRY);
  list = ui_test_find (drop_down, GTK_TYPE_LIST_VIEW);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Found found = { GTK_LIST_VIEW (list), cases[i].n };

      g_test_message ("%s", cases[i].typed);
      gtk_editable_set_text (GTK_EDITABLE (search), cases[i].typed);
      g_assert_true (ui_test_wait (has_found, &found));
      if (cases[i].n == 0)
        continue;
      gtk_selection_model_select_item (gtk_list_view_get_model (found.list), 0, TRUE);
      g_signal_emit_by_name (list, "activate", 0);
      g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), ==, cases[i].first);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/form/drop-down/found-by-any-part-in-either-language", test_found);
  return g_test_run ();
}
