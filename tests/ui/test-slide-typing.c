/* Words are written where they stand on the slide: the title from the strip, each language in its half. */
#include "config.h"

#include "show-picture.h"
#include "slide-typing.h"
#include "ui-support.h"

static NidaSlidesView *
open_slides (NidaWindow *window)
{
  NidaWorkspace *workspace = nida_window_get_workspace (window);

  gtk_stack_set_visible_child_name (nida_workspace_get_stack (workspace), "slides");
  ui_test_wait_drawn (window);
  return nida_workspace_get_slides (workspace);
}

static void
write_text (GtkWidget  *view,
            const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static gboolean
is_gone (gpointer picture)
{
  return ui_test_find (picture, GTK_TYPE_POPOVER) == NULL;
}

static void
test_title (void)
{
  g_autofree char *path = ui_test_write ("typing.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaSlideList *list = nida_slide_list_of (session);
  NidaSlidesView *view = open_slides (window);
  GtkWidget *picture = nida_slides_view_get_picture (view), *popover, *field;

  gtk_widget_activate_action (GTK_WIDGET (view), "slides.opening", NULL);
  ui_test_wait_drawn (window);
  g_assert_true (gtk_widget_activate_action (nida_slides_view_get_strip (view), "slides.write", NULL));
  popover = ui_test_find (picture, GTK_TYPE_POPOVER);
  g_assert_nonnull (popover);
  field = ui_test_find (popover, GTK_TYPE_TEXT_VIEW);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), popover));
  write_text (field, "Donor briefing");
  g_assert_cmpstr (nida_slide_list_get (list, 0)->title, ==, "Donor briefing");
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_assert_true (ui_test_wait (is_gone, picture));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), nida_slides_view_get_strip (view)));
  nida_session_undo (session);
  g_assert_null (nida_slide_list_get (list, 0)->title);
  ui_test_close (window);
}

/* Also where the window goes while it is written. */
static void
test_arabic (void)
{
  g_autofree char *path = ui_test_write ("arabic.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSlideList *list = nida_slide_list_of (nida_window_get_session (window));
  NidaSlidesView *view = open_slides (window);
  const NidaBox box = { 20, 20, 300, 30 };
  GtkWidget *popover, *field;

  gtk_widget_activate_action (GTK_WIDGET (view), "slides.opening", NULL);
  ui_test_wait_drawn (window);
  popover = nida_slide_typing_open (list, nida_slides_view_get_picture (view), NIDA_SLIDE_TEXT_WORDS, TRUE, &box);
  field = ui_test_find (popover, GTK_TYPE_TEXT_VIEW);
  g_assert_cmpint (gtk_widget_get_direction (field), ==, GTK_TEXT_DIR_RTL);
  write_text (field, "إحاطة");
  g_assert_cmpstr (nida_slide_list_get (list, 0)->text_ar, ==, "إحاطة");
  ui_test_close (window);
}

/* --- under a figure --- */

static const NidaNode *
find_words (NidaSlidesView *view)
{
  NidaScene *scene = nida_show_picture_get_scene (NIDA_SHOW_PICTURE (nida_slides_view_get_picture (view)));

  for (guint i = 0; scene != NULL && i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (g_str_has_prefix (node->key, "figure/") && g_str_has_suffix (node->key, "-0/title"))
        return node;
    }
  return NULL;
}

static const char *
number_of (NidaSlidesView *view)
{
  NidaScene *scene = nida_show_picture_get_scene (NIDA_SHOW_PICTURE (nida_slides_view_get_picture (view)));

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    if (g_str_has_prefix (nida_scene_get_node (scene, i)->key, "figure/") && g_str_has_suffix (nida_scene_get_node (scene, i)->key, "-0/number"))
      return nida_scene_get_node (scene, i)->text;
  g_assert_not_reached ();
}

static gboolean
has_words (gpointer view)
{
  return find_words (view) != NULL;
}

/* From the menu of the figure. The number goes on following its board; only its words are the slide's own. */
static void
test_figure (void)
{
  g_autofree char *path = ui_test_write ("figure.csv", ui_test_csv), *usual = NULL, *number = NULL;
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaSlidesView *view = open_slides (window);

  gtk_widget_activate_action (GTK_WIDGET (view), "slides.board", NULL);
  g_assert_true (ui_test_wait (has_words, view));
  usual = g_strdup (find_words (view)->text);
  number = g_strdup (number_of (view));
  g_assert_true (gtk_widget_activate_action (nida_slides_view_get_form (view), "slides.words", "u", 0));
  write_text (ui_test_find (ui_test_find (nida_slides_view_get_picture (view), GTK_TYPE_POPOVER), GTK_TYPE_TEXT_VIEW), "So far");
  g_assert_cmpstr (find_words (view)->text, ==, "So far");
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  g_assert_cmpstr (find_words (view)->text, ==, "So far");
  g_assert_cmpstr (number_of (view), !=, number);
  nida_session_undo (session);
  g_assert_cmpstr (number_of (view), ==, number);
  nida_session_undo (session);
  g_assert_cmpstr (find_words (view)->text, ==, usual);
  ui_test_close (window);
}

static void
test_read_only (void)
{
  g_autofree char *path = ui_test_write ("fixed.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSlidesView *view = open_slides (window);

  gtk_widget_activate_action (GTK_WIDGET (view), "slides.opening", NULL);
  nida_document_set_read_only (nida_session_get_document (nida_window_get_session (window)), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (view), "slides.write", NULL);
  g_assert_true (is_gone (nida_slides_view_get_picture (view)));
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/slide-typing/the-title-from-the-strip", test_title);
  g_test_add_func ("/slide-typing/arabic-from-the-right", test_arabic);
  g_test_add_func ("/slide-typing/under-a-figure-that-follows-its-board", test_figure);
  g_test_add_func ("/slide-typing/not-where-nothing-may-be-changed", test_read_only);
  return g_test_run ();
}
