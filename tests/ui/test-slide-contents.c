/* slide-contents.c: charts of any board, linked to it until they are detached. */
#include "config.h"

#include "slide-contents.h"
#include "ui-support.h"

static NidaSession *
open_session (void)
{
  g_autofree char *path = ui_test_write ("contents.csv", ui_test_csv);
  NidaSession *session = nida_session_new ();
  g_autoptr (NidaSlide) slide = nida_slide_new ();

  nida_session_open (session, (const char *[]) { path, NULL });
  g_assert_true (ui_test_wait (ui_test_is_opened, session));
  nida_slide_list_add (nida_slide_list_of (session), slide);
  return session;
}

static gboolean
has_label (GtkWidget  *widget,
           const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_label (child, words))
      return TRUE;
  return FALSE;
}

static void
test_linked (void)
{
  g_autoptr (NidaSession) session = open_session ();
  NidaSlideList *list = nida_slide_list_of (session);
  g_autoptr (GtkWidget) contents = g_object_ref_sink (nida_slide_contents_new (list, session));
  guint last = nida_session_get_n_charts (session) - 1;

  nida_session_rename_board (session, "Sudan board", NULL);
  nida_session_add_board (session);
  nida_session_rename_board (session, "Yemen board", NULL);
  g_assert_true (gtk_widget_activate_action (contents, "slide.add", "(uu)", 0, last));
  g_assert_true (has_label (contents, "Sudan board"));
  nida_session_show_board (session, 0);
  nida_session_rename_board (session, "Chad board", NULL);
  g_assert_true (has_label (contents, "Chad board"));
  nida_session_show_board (session, 1);
  g_assert_true (gtk_widget_activate_action (contents, "slide.go", "(bu)", FALSE, 0));
  g_assert_cmpuint (nida_session_get_board_index (session), ==, 0);
  g_assert_true (gtk_widget_activate_action (contents, "slide.detach", "(bu)", FALSE, 0));
  g_assert_false (has_label (contents, "Chad board"));
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  g_assert_cmpuint (nida_query_get_n_filters (((NidaSlideChart *) nida_slide_list_get (list, 0)->charts->pdata[0])->choices), ==, 0);
  nida_session_undo (session);
  nida_session_undo (session);
  g_assert_true (has_label (contents, "Chad board"));
}

static void
test_nothing (void)
{
  g_autoptr (NidaSession) session = open_session ();
  g_autoptr (GtkWidget) contents = g_object_ref_sink (nida_slide_contents_new (nida_slide_list_of (session), session));

  gtk_widget_activate_action (contents, "slide.detach", "(bu)", FALSE, 3);
  gtk_widget_activate_action (contents, "slide.go", "(bu)", TRUE, 0);
  nida_slide_list_remove (nida_slide_list_of (session));
  gtk_widget_activate_action (contents, "slide.add", "(uu)", 0, 0);
  g_assert_cmpuint (nida_slide_list_get_n (nida_slide_list_of (session)), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/slide-contents/linked-until-detached", test_linked);
  g_test_add_func ("/slide-contents/what-is-not-there-does-nothing", test_nothing);
  return g_test_run ();
}
