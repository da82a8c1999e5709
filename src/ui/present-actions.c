/* The actions of a window that begin a presentation. Where it is not known which monitor the audience sees, that is asked first. */
#include "config.h"

#include "present-actions.h"

#include "look.h"
#include "pledge-line.h"
#include "present-window.h"
#include "show-settings.h"
#include "show-slides.h"
#include "slide-list.h"
#include "translate.h"

/* What was said of the time while it ran is there the next time. */
static void
keep_plan (NidaShow     *show,
           NidaDocument *document)
{
  const guint values[] = {
    [NIDA_SHOW_MINUTES] = nida_show_get_whole_plan (show) / 60,
    [NIDA_SHOW_SECONDS] = nida_show_settings_get (document, NIDA_SHOW_SECONDS),
    [NIDA_SHOW_LOOP] = nida_show_settings_get (document, NIDA_SHOW_LOOP),
  };

  nida_show_settings_set (document, values);
}

static void
ended_cb (NidaShowRun *run,
          NidaSession *session)
{
  keep_plan (nida_show_run_get_show (run), nida_session_get_document (session));
}

/* --- beginning --- */

static NidaShow *
make_show (NidaShowSlides *slides,
           NidaSession    *session)
{
  NidaLook *look = nida_look_get ();
  NidaDocument *document = nida_session_get_document (session);
  g_autoptr (NidaLanguage) english = nida_look_make_language (look, "en"), arabic = nida_look_make_language (look, "ar");
  NidaShow *show = nida_show_new (NIDA_SHOW_SOURCE (slides), english, arabic, nida_language_is_arabic (nida_look_get_language (look)));

  nida_show_set_plan (show, nida_show_settings_get (document, NIDA_SHOW_MINUTES) * 60);
  nida_show_set_auto (show, TRUE, nida_show_settings_get (document, NIDA_SHOW_LOOP) > 0);
  return show;
}

static GtkWidget *
make_pledge_line (gpointer session)
{
  NidaShowRun *run = nida_show_run_get_current ();
  GtkWidget *line;

  if (run == NULL || nida_document_is_read_only (nida_session_get_document (session)))
    return NULL;
  line = nida_pledge_line_new (session);
  nida_pledge_line_follow (NIDA_PLEDGE_LINE (line), nida_show_run_get_show (run));
  return line;
}

static gboolean
has_one_monitor (NidaWindow *self)
{
  return g_list_model_get_n_items (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)))) < 2;
}

/* Begin with the slide of @id, or where it is NULL with the first. */
static NidaShowRun *
begin (NidaWindow *self,
       const char *id,
       gboolean    here)
{
  NidaSession *session = nida_window_get_session (self);
  g_autoptr (NidaShowSlides) slides = nida_show_slides_new (session);
  g_autoptr (NidaShow) show = make_show (slides, session);
  g_autofree char *title = nida_session_dup_board_title (session, nida_session_get_board_index (session));
  NidaShowRun *run;

  if (nida_show_get_n_slides (show) == 0)
    {
      gboolean unknown = nida_show_source_get_n_unknown (NIDA_SHOW_SOURCE (slides)) > 0;

      nida_window_toast (self, unknown ? _("A newer version of Nida made the slides: update Nida to present them")
                                       : _("There is nothing to present yet: open data first"), NULL);
      return NULL;
    }
  nida_show_go_to (show, nida_show_slides_find (slides, id));
  run = nida_show_run_begin (show, GTK_WINDOW (self), title, here && has_one_monitor (self));
  g_signal_connect_object (run, "ended", G_CALLBACK (ended_cb), session, 0);
  if (nida_show_run_get_presenter (run) != NULL)
    nida_presenter_window_set_extra (nida_show_run_get_presenter (run), make_pledge_line, session);
  return run;
}

NidaShowRun *
nida_present_begin (NidaWindow *self,
                    const char *id,
                    gboolean    here)
{
  return begin (self, id, here);
}

/* The one that is chosen on the slides page: its id, since the show may have fewer slides; NULL where there are none. */
static const char *
find_chosen (NidaWindow *self)
{
  NidaSlideList *list = nida_slide_list_of (nida_window_get_session (self));
  guint current = nida_slide_list_get_current (list);

  return current != G_MAXUINT ? nida_slide_list_get_id (list, current) : NULL;
}

/* --- asking first --- */

/* What begins when the person has said where. */
typedef struct {
  NidaWindow *window;
  char       *id;
  gboolean    here;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_object_unref (wish->window);
  g_free (wish->id);
  g_free (wish);
}

static void
wish_cb (gpointer data)
{
  const Wish *wish = data;

  begin (wish->window, wish->id, wish->here);
}

static void
ask (NidaWindow *self,
     const char *id,
     gboolean    here)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->window = g_object_ref (self);
  wish->id = g_strdup (id);
  wish->here = here;
  gtk_window_present (GTK_WINDOW (nida_present_window_new (GTK_WINDOW (self), nida_session_get_document (nida_window_get_session (self)),
                                                           wish_cb, wish, wish_free)));
}

static void
begin_or_ask (NidaWindow *self,
              const char *id,
              gboolean    here)
{
  if (nida_present_window_is_known (GTK_WINDOW (self)))
    begin (self, id, here);
  else
    ask (self, id, here);
}

/* --- actions --- */

static void
present_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  begin_or_ask (NIDA_WINDOW (widget), NULL, FALSE);
}

static void
present_here_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  begin_or_ask (NIDA_WINDOW (widget), find_chosen (NIDA_WINDOW (widget)), TRUE);
}

static void
present_slide_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  begin_or_ask (NIDA_WINDOW (widget), g_variant_get_string (parameter, NULL), FALSE);
}

static void
present_options_cb (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ask (NIDA_WINDOW (widget), NULL, FALSE);
}

void
nida_present_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.present", NULL, present_cb);
  gtk_widget_class_install_action (widget_class, "win.present-here", NULL, present_here_cb);
  gtk_widget_class_install_action (widget_class, "win.present-slide", "s", present_slide_cb);
  gtk_widget_class_install_action (widget_class, "win.present-options", NULL, present_options_cb);
}

void
nida_present_actions_update (NidaWindow *self)
{
  static const char * const names[] = { "win.present", "win.present-here", "win.present-slide", "win.present-options" };
  gboolean open = nida_session_get_board (nida_window_get_session (self)) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], open);
}
