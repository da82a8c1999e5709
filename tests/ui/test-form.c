/* A name in a drop-down is found by any part of it, in either language, and what is chosen from the found ones is what was meant. */
#include "config.h"

#include "form.h"
#include "look.h"
#include "titles-window.h"
#include "ui-support.h"

static const char * const shown_names[] = { "ألمانيا", "الكويت", "النرويج", "صندوق Côte", NULL };
static const char * const english_names[] = { "Germany, Government of", "Kuwait, Government of", "Norway, Government of", NULL };
static const char * const arabic_names[] = { "حكومة ألمانيا", "حكومة الكويت", NULL, NULL };

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

  nida_form_drop_down_fill_names (GTK_DROP_DOWN (drop_down), shown_names, english_names, arabic_names);
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

/* Enter chooses the first that is found, at once; of nothing it chooses nothing. */
static void
test_enter (void)
{
  static const struct { const char *typed; guint selected; } cases[] = { { "norway", 2 }, { "Qatar", 2 }, { "", 2 }, { "حكومة", 0 } };
  GtkWidget *window = gtk_window_new (), *drop_down = nida_form_drop_down_new ((const char *[]) { NULL });
  GtkWidget *search = ui_test_find (drop_down, GTK_TYPE_SEARCH_ENTRY);

  nida_form_drop_down_fill_names (GTK_DROP_DOWN (drop_down), shown_names, english_names, arabic_names);
  gtk_window_set_child (GTK_WINDOW (window), drop_down);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (GTK_IS_POPOVER (gtk_search_entry_get_key_capture_widget (GTK_SEARCH_ENTRY (search))));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (search), cases[i].typed);
      g_signal_emit_by_name (search, "activate");
      g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), ==, cases[i].selected);
      ui_test_run_for (200);
      g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), ==, cases[i].selected);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
take_titles (const char *title,
             const char *title_ar,
             gpointer    data)
{
}

/* What is written in both languages is asked for in that of the window first. */
static void
test_own_language_first (void)
{
  GSettings *settings = nida_look_get_settings (nida_look_get ());

  for (int arabic = FALSE; arabic <= TRUE; arabic++)
    {
      GtkWidget *window;
      GtkEntry *first;

      g_settings_set_string (settings, "language", arabic ? "ar" : "en");
      g_assert_cmpint (nida_form_is_arabic (0), ==, arabic);
      g_assert_cmpint (nida_form_is_arabic (1), ==, !arabic);
      window = nida_titles_window_new (NULL, "Board", "Board", "A board", "لوحة", take_titles, NULL, NULL);
      first = nida_titles_window_get_entry (NIDA_TITLES_WINDOW (window), arabic);
      g_assert_true (ui_test_find (gtk_window_get_child (GTK_WINDOW (window)), GTK_TYPE_ENTRY) == GTK_WIDGET (first));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (first)), ==, arabic ? "لوحة" : "A board");
      gtk_window_destroy (GTK_WINDOW (window));
    }
  g_settings_set_string (settings, "language", "en");
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/form/drop-down/found-by-any-part-in-either-language", test_found);
  g_test_add_func ("/form/drop-down/enter-takes-the-first", test_enter);
  g_test_add_func ("/form/both-languages/own-language-first", test_own_language_first);
  return g_test_run ();
}
