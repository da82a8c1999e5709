/* Slides are asked, drawn and written beside the window, which goes on; a file that was begun is not left behind. */
#include "config.h"

#include "slides-out.h"

#include "chart-copy.h"
#include "export.h"
#include "look.h"
#include "safe-file.h"
#include "save-dialog.h"
#include "session-private.h"
#include "slide-list.h"
#include "slide-pages.h"
#include "translate.h"
#include "ui-shell.h"

#define PATIENCE 300      /* milliseconds until somebody wants to know how far it is */

/* --- on a thread --- */

typedef struct {
  NidaSlidePrint        print;
  GFile                *file;
  GCancellable         *cancellable;
  NidaSlidesOutProgress progress;
  gpointer              data;
  GMainContext         *context;      /* of who asked */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_ptr_array_unref (job->print.slides);
  g_object_unref (job->print.engine);
  for (guint i = 0; i < G_N_ELEMENTS (job->print.languages); i++)
    g_object_unref (job->print.languages[i]);
  g_clear_pointer (&job->print.colors, nida_color_map_unref);
  g_object_unref (job->file);
  g_clear_object (&job->cancellable);
  g_main_context_unref (job->context);
  g_free (job);
}

typedef struct { NidaSlidesOutProgress func; gpointer data; GCancellable *cancellable; guint done, n; } Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_clear_object (&step->cancellable);
  g_free (step);
}

/* Who cancelled wants to hear nothing more. */
static gboolean
step_cb (gpointer data)
{
  const Step *step = data;

  if (!g_cancellable_is_cancelled (step->cancellable))
    step->func (step->done, step->n, step->data);
  return G_SOURCE_REMOVE;
}

static gboolean
tell_step (guint    done,
           gpointer data)
{
  const Job *job = data;
  Step *step;

  if (g_cancellable_is_cancelled (job->cancellable))
    return FALSE;
  if (job->progress == NULL)
    return TRUE;
  step = g_new0 (Step, 1);
  *step = (Step) { job->progress, job->data, job->cancellable != NULL ? g_object_ref (job->cancellable) : NULL, done, job->print.slides->len };
  g_main_context_invoke_full (job->context, G_PRIORITY_DEFAULT, step_cb, step, step_free);
  return TRUE;
}

static gboolean
write_pages (const Job  *job,
             GPtrArray  *pages,
             GError    **error)
{
  NidaLanguage *language = job->print.languages[job->print.arabic];
  g_auto (NidaSpeech) speech = nida_language_speak (language);
  g_autofree char *title = nida_slide_pages_title (pages);
  g_autoptr (GBytes) pdf = nida_scenes_export_pdf (pages, title, job->print.theme, nida_language_get_code (language), error);

  return pdf != NULL && nida_safe_file_write (job->file, pdf, job->cancellable, error);
}

static void
out_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (GPtrArray) pages = nida_slide_pages_print (&job->print);
  GError *error = NULL;

  if (pages == NULL || g_cancellable_is_cancelled (cancellable))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  else if (!write_pages (job, pages, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* Those of the window. */
static NidaColorMap *
dup_colors (NidaSession *session)
{
  NidaLoaded *shown = nida_session_get_shown (session);

  return shown != NULL ? nida_color_map_ref (shown->sources->colors) : NULL;
}

void
nida_slides_out_async (NidaSession           *session,
                       gboolean               notes,
                       GFile                 *file,
                       GCancellable          *cancellable,
                       NidaSlidesOutProgress  progress,
                       GAsyncReadyCallback    callback,
                       gpointer               data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  NidaLook *look = nida_look_get ();
  Job *job = g_new0 (Job, 1);

  job->print = (NidaSlidePrint) {
    .slides = nida_slide_pages_read (nida_document_get_items (nida_session_get_document (session)), NULL),
    .engine = g_object_ref (nida_session_get_engine (session)),
    .languages = { nida_look_make_language (look, "en"), nida_look_make_language (look, "ar") },
    .arabic = nida_language_is_arabic (nida_look_get_language (look)), .theme = NIDA_THEME_PRINT,
    .time_direction = nida_look_get_time_direction (look), .notes = notes, .colors = dup_colors (session), .step = tell_step, .step_data = job,
  };
  job->file = g_object_ref (file);
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  job->progress = progress;
  job->data = data;
  job->context = g_main_context_ref_thread_default ();
  g_task_set_source_tag (task, nida_slides_out_async);
  /* a file that was written in the last moment is there, whoever cancels then */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, out_thread);
}

gboolean
nida_slides_out_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- in the window --- */

typedef struct {
  GtkWidget      *widget;
  GFile          *file;
  GCancellable   *cancellable;
  GtkWindow      *window;          /* that tells how far it is */
  GtkProgressBar *bar;
  guint           patience;
} Working;

static void
working_free (Working *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->window != NULL)
    gtk_window_destroy (self->window);
  g_object_unref (self->widget);
  g_object_unref (self->file);
  g_object_unref (self->cancellable);
  g_free (self);
}

static void
out_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  Working *self = data;
  g_autoptr (GError) error = NULL;

  if (nida_slides_out_finish (result, &error) || !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    nida_save_dialog_tell (self->widget, self->file, error);
  working_free (self);
}

static void
progress_cb (guint    done,
             guint    n,
             gpointer data)
{
  Working *self = data;
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autofree char *number = nida_language_integer (language, done + 1), *all = nida_language_integer (language, n);
  /* Translators: while slides are saved: "Slide 3 of 12" */
  g_autofree char *words = g_strdup_printf (_("Slide %1$s of %2$s"), number, all);

  gtk_progress_bar_set_fraction (self->bar, (double) done / n);
  gtk_progress_bar_set_text (self->bar, words);
}

/* It goes when the thread has heard of it. */
static gboolean
stop_cb (Working *self)
{
  g_cancellable_cancel (self->cancellable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->window), FALSE);
  return TRUE;
}

static GtkWindow *
new_window (Working *self)
{
  GtkWidget *window = gtk_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  gtk_window_set_title (GTK_WINDOW (window), _("Saving Slides"));
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (self->widget)));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, -1);
  gtk_window_set_resizable (GTK_WINDOW (window), FALSE);
  gtk_widget_add_css_class (window, "nida");
  gtk_widget_add_css_class (box, "nida-working");
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_progress_bar_set_show_text (self->bar, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Saving Slides"), -1);
  gtk_widget_set_halign (cancel, GTK_ALIGN_END);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (stop_cb), self);
  g_signal_connect_swapped (window, "close-request", G_CALLBACK (stop_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_window_set_child (GTK_WINDOW (window), box);
  return GTK_WINDOW (window);
}

static gboolean
patience_cb (gpointer data)
{
  Working *self = data;

  self->patience = 0;
  gtk_window_present (self->window);
  return G_SOURCE_REMOVE;
}

/* --- asking --- */

typedef struct { NidaSession *session; GtkWidget *widget; gboolean notes; } Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_object_unref (wish->session);
  g_object_unref (wish->widget);
  g_free (wish);
}

/* It goes on, and tells when it is there. */
static gboolean
begin_cb (GFile     *file,
          double     pixel_scale,
          gpointer   data,
          GError   **error)
{
  Wish *wish = data;
  Working *self = g_new0 (Working, 1);

  self->widget = g_object_ref (wish->widget);
  self->file = g_object_ref (file);
  self->cancellable = g_cancellable_new ();
  self->window = new_window (self);
  self->patience = g_timeout_add (PATIENCE, patience_cb, self);
  nida_slides_out_async (wish->session, wish->notes, file, self->cancellable, progress_cb, out_cb, self);
  return FALSE;
}

static char *
dup_stem (NidaSession *session)
{
  NidaScene *scene = nida_slide_list_get_scene (nida_slide_list_of (session), 0);

  return scene != NULL ? nida_chart_copy_file_stem (nida_scene_get_title (scene)) : g_strdup (_("Slides"));
}

void
nida_slides_out_ask (GtkWidget   *widget,
                     NidaSession *session,
                     gboolean     notes)
{
  g_autoptr (GPtrArray) slides = nida_slide_pages_read (nida_document_get_items (nida_session_get_document (session)), NULL);
  g_autofree char *stem = NULL;
  Wish *wish;

  if (slides->len == 0 || nida_session_get_engine (session) == NULL)
    {
      gtk_widget_activate_action (widget, "win.toast", "(ss)", _("There are no slides to save"), "");
      return;
    }
  stem = dup_stem (session);
  wish = g_new0 (Wish, 1);
  *wish = (Wish) { g_object_ref (session), g_object_ref (widget), notes };
  nida_save_dialog_show (widget, notes ? _("Save Slides with Notes") : _("Save Slides"), stem, NIDA_SAVE_PDF, NIDA_SAVE_PDF, begin_cb, wish,
                         wish_free);
}
