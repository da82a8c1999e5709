/* chart-editor.c with its pages editor-kinds.c, editor-data.c, editor-words.c, editor-marks.c, the rows of form.c and note-drag.c. */
#include "config.h"

#include "chart-editor.h"
#include "look.h"
#include "notes.h"
#include "ui-support.h"

#include <string.h>

typedef gboolean (*Match) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find_widget (GtkWidget     *root,
             Match          match,
             gconstpointer  data)
{
  if (match (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, match, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_kind (GtkWidget     *widget,
         gconstpointer  kind)
{
  return GTK_IS_TOGGLE_BUTTON (widget) && gtk_widget_has_css_class (widget, "nida-kind")
         && g_object_get_data (G_OBJECT (widget), "nida-kind") == kind;
}

static gboolean
is_text (GtkWidget     *widget,
         gconstpointer  text)
{
  return GTK_IS_ENTRY (widget) && g_object_get_data (G_OBJECT (widget), "nida-text") == text && g_object_get_data (G_OBJECT (widget), "nida-arabic") == NULL;
}

static gboolean
is_suggestion (GtkWidget     *widget,
               gconstpointer  data)
{
  return gtk_widget_has_css_class (widget, "nida-suggestion");
}

static gboolean
is_labelled (GtkWidget     *widget,
             gconstpointer  text)
{
  return GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL && strstr (gtk_button_get_label (GTK_BUTTON (widget)), text) != NULL;
}

static gboolean
is_headed (GtkWidget     *widget,
           gconstpointer  text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

static gboolean
is_value (GtkWidget     *widget,
          gconstpointer  data)
{
  return GTK_IS_ENTRY (widget) && gtk_entry_get_placeholder_text (GTK_ENTRY (widget)) != NULL
         && g_str_has_prefix (gtk_entry_get_placeholder_text (GTK_ENTRY (widget)), data);
}

static gboolean
has_scene (gpointer editor)
{
  return nida_chart_canvas_get_scene (nida_chart_editor_get_canvas (editor)) != NULL;
}

static NidaChartEditor *
open_editor (NidaWindow    *window,
             NidaChartKind  kind,
             guint          place)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (kind);
  NidaChartEditor *editor = NIDA_CHART_EDITOR (nida_chart_editor_new (GTK_WINDOW (window), nida_window_get_session (window), spec, place));

  gtk_window_present (GTK_WINDOW (editor));
  g_assert_true (ui_test_wait (has_scene, editor));
  return editor;
}

static const NidaChartSpec *
spec_of (NidaChartEditor *editor)
{
  return nida_chart_draft_get_spec (nida_chart_editor_get_draft (editor));
}

static void
test_kinds (void)
{
  g_autofree char *path = ui_test_write ("kinds.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartEditor *editor = open_editor (window, NIDA_CHART_RANKING, G_MAXUINT);
  GtkWidget *parts, *events, *suggestion;

  for (NidaChartKind kind = 0; kind < NIDA_N_CHARTS; kind++)
    {
      g_autofree char *icon = g_strdup_printf ("nida-chart-%s-symbolic", nida_chart_kind_get_name (kind));

      g_assert_nonnull (find_widget (GTK_WIDGET (editor), is_kind, GINT_TO_POINTER (kind)));
      if (!gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (gdk_display_get_default ()), icon))
        g_error ("there is no icon %s", icon);
    }
  parts = find_widget (GTK_WIDGET (editor), is_kind, GINT_TO_POINTER (NIDA_CHART_PARTS));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (parts), TRUE);
  g_assert_cmpint (spec_of (editor)->kind, ==, NIDA_CHART_PARTS);
  /* what does not fit is not chosen */
  events = find_widget (GTK_WIDGET (editor), is_kind, GINT_TO_POINTER (NIDA_CHART_EVENTS));
  g_assert_true (gtk_widget_has_css_class (events, "nida-unfit"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (events), TRUE);
  g_assert_cmpint (spec_of (editor)->kind, ==, NIDA_CHART_PARTS);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (events)));
  g_signal_emit_by_name (find_widget (GTK_WIDGET (editor), is_labelled, "uggest a Chart"), "clicked");
  suggestion = find_widget (GTK_WIDGET (editor), is_suggestion, NULL);
  g_assert_nonnull (suggestion);
  g_signal_emit_by_name (suggestion, "clicked");
  g_assert_cmpint (spec_of (editor)->kind, ==, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (suggestion), "nida-kind")));
  gtk_window_destroy (GTK_WINDOW (editor));
  ui_test_close (window);
}

static void
test_words (void)
{
  g_autofree char *path = ui_test_write ("words.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartEditor *editor = open_editor (window, NIDA_CHART_RANKING, G_MAXUINT);
  GtkWidget *title = find_widget (GTK_WIDGET (editor), is_text, GUINT_TO_POINTER (0));

  gtk_editable_set_text (GTK_EDITABLE (title), "My title");
  g_assert_cmpstr (nida_scene_get_title (nida_chart_canvas_get_scene (nida_chart_editor_get_canvas (editor))), ==, "My title");
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "");
  g_signal_emit_by_name (find_widget (GTK_WIDGET (editor), is_labelled, "in Both Languages"), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), !=, "");
  g_assert_nonnull (spec_of (editor)->title_ar);
  gtk_window_destroy (GTK_WINDOW (editor));
  ui_test_close (window);
}

static void
test_notes (void)
{
  g_autofree char *path = ui_test_write ("notes.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartEditor *editor = open_editor (window, NIDA_CHART_RANKING, G_MAXUINT);
  NidaChartCanvas *canvas = nida_chart_editor_get_canvas (editor);
  const NidaNode *bar = nida_scene_find (nida_chart_canvas_get_scene (canvas), "bar/Kuwait");
  guint n = nida_session_get_n_charts (nida_window_get_session (window));
  GtkWidget *text;

  g_assert_nonnull (bar);
  nida_chart_editor_add_note (editor, bar->mark);
  text = find_widget (GTK_WIDGET (editor), is_value, "Note in English");
  g_assert_nonnull (text);
  gtk_editable_set_text (GTK_EDITABLE (text), "Agreed in May");
  g_assert_nonnull (nida_scene_find (nida_chart_canvas_get_scene (canvas), "own-note/0"));
  gtk_editable_set_text (GTK_EDITABLE (text), "");      /* says nothing: not kept */
  nida_chart_editor_apply (editor);
  g_assert_cmpuint (nida_session_get_n_charts (nida_window_get_session (window)), ==, n + 1);
  g_assert_cmpuint (nida_session_get_chart (nida_window_get_session (window), n)->notes->len, ==, 0);
  ui_test_close (window);
}

/* A note at a month is headed by its name. */
static void
test_note_at_a_month (void)
{
  g_autofree char *path = ui_test_write ("month.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartEditor *editor = open_editor (window, NIDA_CHART_TIMELINE, G_MAXUINT);
  NidaMark *mark = nida_mark_new ("March", NULL, NULL, 0);

  nida_mark_add_filter (mark, NIDA_FIELD_DATE, "2024-03");
  nida_chart_editor_add_note (editor, mark);
  nida_mark_free (mark);
  g_assert_nonnull (find_widget (GTK_WIDGET (editor), is_headed, "Mar 2024"));
  gtk_window_destroy (GTK_WINDOW (editor));
  ui_test_close (window);
}

static void
test_lines (void)
{
  g_autofree char *path = ui_test_write ("lines.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartEditor *editor = open_editor (window, NIDA_CHART_TIMELINE, G_MAXUINT);
  GtkWidget *value;

  g_signal_emit_by_name (find_widget (GTK_WIDGET (editor), is_labelled, "Add a _Line"), "clicked");
  g_assert_cmpuint (spec_of (editor)->references->len, ==, 1);
  value = find_widget (GTK_WIDGET (editor), is_value, "Value");
  gtk_editable_set_text (GTK_EDITABLE (value), "2500000.5");
  g_assert_cmpint (((NidaReference *) spec_of (editor)->references->pdata[0])->value, ==, G_GINT64_CONSTANT (2500000500));
  g_assert_cmpstr (((NidaReference *) spec_of (editor)->references->pdata[0])->currency, ==, "USD");
  gtk_editable_set_text (GTK_EDITABLE (value), "٢٫٥ مليون");
  g_assert_cmpint (((NidaReference *) spec_of (editor)->references->pdata[0])->value, ==, G_GINT64_CONSTANT (2500000000));
  gtk_editable_set_text (GTK_EDITABLE (value), "٢٬٥٠٠٬٠٠٠٫٥");
  g_assert_cmpint (((NidaReference *) spec_of (editor)->references->pdata[0])->value, ==, G_GINT64_CONSTANT (2500000500));
  gtk_editable_set_text (GTK_EDITABLE (value), "many");
  g_assert_true (gtk_widget_has_css_class (value, "error"));
  g_assert_cmpint (((NidaReference *) spec_of (editor)->references->pdata[0])->value, ==, G_GINT64_CONSTANT (2500000500));
  g_assert_nonnull (nida_scene_find (nida_chart_canvas_get_scene (nida_chart_editor_get_canvas (editor)), "reference/0"));
  gtk_window_destroy (GTK_WINDOW (editor));
  ui_test_close (window);
}

static gboolean
is_chosen (gpointer entry)
{
  return gtk_editable_get_selection_bounds (GTK_EDITABLE (entry), NULL, NULL);
}

/* A line that is new stands at a round figure near the largest one, 300,000, which is typed over at once. */
static void
test_new_line (void)
{
  g_autofree char *path = ui_test_write ("new-line.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartEditor *editor = open_editor (window, NIDA_CHART_TIMELINE, G_MAXUINT);
  GtkWidget *value;
  gint64 stands;

  nida_chart_editor_show_page (editor, "marks");
  ui_test_run_for (300);
  g_signal_emit_by_name (find_widget (GTK_WIDGET (editor), is_labelled, "Add a _Line"), "clicked");
  stands = ((NidaReference *) spec_of (editor)->references->pdata[0])->value;
  while (stands >= 100 && stands % 10 == 0)
    stands /= 10;
  g_assert_cmpint (stands, >, 0);
  g_assert_cmpint (stands, <, 100);
  value = find_widget (GTK_WIDGET (editor), is_value, "Value");
  g_assert_true (ui_test_wait (is_chosen, value));
  gtk_window_destroy (GTK_WINDOW (editor));
  ui_test_close (window);
}

/* A share, with the sign of either language. */
static void
test_line_of_a_share (void)
{
  static const char * const said[] = { "45.5%", "45.5", "٤٥٫٥٪" };
  g_autofree char *path = ui_test_write ("share.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartEditor *editor = open_editor (window, NIDA_CHART_RANKING, G_MAXUINT);
  NidaChartDraft *draft = nida_chart_editor_get_draft (editor);

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      NidaChartSpec *spec = nida_chart_draft_dup_spec (draft);

      spec->measure = NIDA_MEASURE_COVERAGE;
      g_ptr_array_set_size (spec->references, 0);
      nida_chart_spec_add_reference (spec, 0, NULL, NULL, NULL);
      nida_chart_draft_take (draft, spec, NULL);
      gtk_editable_set_text (GTK_EDITABLE (find_widget (GTK_WIDGET (editor), is_value, "Value")), said[i]);
      g_assert_cmpint (((NidaReference *) spec_of (editor)->references->pdata[0])->value, ==, 455000);
    }
  gtk_window_destroy (GTK_WINDOW (editor));
  ui_test_close (window);
}

/* Nothing is on the board before it is applied, and one step of undo takes it back. */
static void
test_apply (void)
{
  g_autofree char *path = ui_test_write ("apply.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  guint place = nida_session_get_n_charts (session) - 1;
  NidaChartKind before = nida_session_get_chart (session, place)->kind;
  NidaChartEditor *editor = open_editor (window, NIDA_CHART_RANKING, place);
  GtkWidget *title = find_widget (GTK_WIDGET (editor), is_text, GUINT_TO_POINTER (0));

  gtk_editable_set_text (GTK_EDITABLE (title), "A");
  gtk_editable_set_text (GTK_EDITABLE (title), "AB");
  g_assert_false (nida_session_can_undo (session));
  nida_chart_editor_apply (editor);
  g_assert_cmpstr (nida_session_get_chart (session, place)->title, ==, "AB");
  nida_session_undo (session);
  g_assert_cmpint (nida_session_get_chart (session, place)->kind, ==, before);
  g_assert_false (nida_session_can_undo (session));
  ui_test_close (window);
}

/* What @window does with a key that nothing in it takes. */
static gboolean
press (GtkWidget *window,
       guint      key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      guint n = GTK_IS_SHORTCUT_CONTROLLER (controller) ? g_list_model_get_n_items (G_LIST_MODEL (controller)) : 0;

      for (guint j = 0; j < n; j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == 0)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, window, gtk_shortcut_get_arguments (shortcut));
        }
    }
  return FALSE;
}

/* As every window of the program. */
static void
test_escape (void)
{
  g_autofree char *path = ui_test_write ("escape.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  const NidaChartSpec *spec = g_ptr_array_index (nida_session_get_board (session)->charts, 0);
  GtkWidget *editor = nida_chart_editor_new (GTK_WINDOW (window), session, spec, nida_session_get_board (session)->cards->len);

  gtk_window_present (GTK_WINDOW (editor));
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  g_assert_true (press (editor, GDK_KEY_Escape));
  ui_test_run_for (50);
  g_assert_null (editor);
  ui_test_close (window);
}

/* The choices leave room for the picture in a small window. */
static void
test_fits_a_small_window (void)
{
  g_autofree char *path = ui_test_write ("small.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);

  for (guint arabic = 0; arabic < 2; arabic++)
    {
      NidaChartEditor *editor = open_editor (window, NIDA_CHART_TIMELINE, G_MAXUINT);
      int least, natural;

      gtk_widget_measure (GTK_WIDGET (editor), GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
      g_assert_cmpint (least, <=, 800);
      gtk_widget_measure (GTK_WIDGET (editor), GTK_ORIENTATION_VERTICAL, -1, &least, &natural, NULL, NULL);
      g_assert_cmpint (least, <=, 560);
      gtk_window_destroy (GTK_WINDOW (editor));
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.language", NULL));
      ui_test_wait_drawn (window);
    }
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/chart-editor/kinds/chosen-suggested-and-refused", test_kinds);
  g_test_add_func ("/chart-editor/words/typed-undone-and-suggested", test_words);
  g_test_add_func ("/chart-editor/notes/written-at-a-mark", test_notes);
  g_test_add_func ("/chart-editor/notes/at-a-month-by-its-name", test_note_at_a_month);
  g_test_add_func ("/chart-editor/lines/exact-and-checked", test_lines);
  g_test_add_func ("/chart-editor/lines/a-new-one-is-round-and-typed-over", test_new_line);
  g_test_add_func ("/chart-editor/lines/of-a-share", test_line_of_a_share);
  g_test_add_func ("/chart-editor/apply/is-one-step-of-undo", test_apply);
  g_test_add_func ("/chart-editor/fits-a-small-window-in-both-languages", test_fits_a_small_window);
  g_test_add_func ("/chart-editor/keys/escape-closes-it", test_escape);
  return g_test_run ();
}
