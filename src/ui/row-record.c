/* What is read of a row's source once more, in a thread, since a file may be large, far away or gone by now: its record
 * there, as it stands in the file, and the checksum of the bytes. */
#include "config.h"

#include "row-record.h"

#include "source-record.h"
#include "translate.h"
#include "ui-shell.h"
#include "words.h"

struct _NidaRowRecord {
  NidaRowLines *lines;
  NidaDataset  *dataset;
  guint         row;
  NidaCopies   *copies;
  GCancellable *cancellable;

  GtkTextView  *view;
  GtkLabel     *note;
  GtkLabel     *checksum_label;
  GtkWidget    *checksum_button;

  char         *text;
  char         *checksum;
};

/* --- reading --- */

typedef struct {
  NidaDataset *dataset;
  guint        row;
  NidaCopies  *copies;
  gboolean     checksum;      /* wanted instead of the record */
} Job;

typedef struct {
  NidaSourceRecord *record;
  char             *checksum;
  gboolean          changed;
} Answer;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->dataset);
  g_clear_object (&job->copies);
  g_free (job);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->record, nida_source_record_free);
  g_free (answer->checksum);
  g_free (answer);
}

static void
job_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Job *job = data;
  const NidaSourceInfo *info = nida_report_get_source (nida_dataset_get_report (job->dataset),
                                                       nida_dataset_get_source (job->dataset, job->row));
  Answer *answer = g_new0 (Answer, 1);
  GError *error = NULL;
  guint64 offset = 0;
  guint length = 0;

  if (job->checksum)
    answer->checksum = nida_source_dup_checksum (info, job->copies, &answer->changed, cancellable, &error);
  else
    {
      nida_dataset_get_place (job->dataset, job->row, &offset, &length);
      answer->record = nida_source_read_record (info, job->copies, nida_dataset_get_source_row (job->dataset, job->row), offset,
                                                length, cancellable, &error);
    }
  if (error == NULL)
    g_task_return_pointer (task, answer, answer_free);
  else
    {
      answer_free (answer);
      g_task_return_error (task, error);
    }
}

static void
start_job (NidaRowRecord       *self,
           gboolean             checksum,
           GAsyncReadyCallback  callback)
{
  /* @self is not kept: who frees it cancels this, and the callback looks at that first */
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, callback, self);
  Job *job = g_new0 (Job, 1);

  job->dataset = g_object_ref (self->dataset);
  job->row = self->row;
  g_set_object (&job->copies, self->copies);
  job->checksum = checksum;
  g_task_set_source_tag (task, start_job);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, job_thread);
}

/* --- words --- */

static NidaRowUnit
get_unit (NidaRowRecord *self)
{
  return nida_report_get_source (nida_dataset_get_report (self->dataset), nida_dataset_get_source (self->dataset, self->row))->unit;
}

static const char *
changed_words (void)
{
  return _("The file is not what was read any more. Read it again to see what it says now.");
}

/* A row of a workbook has a line for each of its cells; elsewhere a line end is a part of the text. */
static char *
visible_lines (const char  *text,
               NidaRowUnit  unit)
{
  g_auto (GStrv) lines = NULL;

  if (unit != NIDA_UNIT_ROW)
    return nida_words_visible (text);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *visible = nida_words_visible (lines[i]);

      g_free (lines[i]);
      lines[i] = visible;
    }
  return g_strjoinv ("\n", lines);
}

static void
record_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  NidaRowRecord *self = user_data;
  g_autoptr (GError) error = NULL;
  Answer *answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    {
      g_clear_pointer (&answer, answer_free);
      return;
    }
  if (answer == NULL)
    nida_shell_set_label (self->note, error->message);
  else
    {
      self->text = visible_lines (answer->record->text, get_unit (self));
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), self->text, -1);
      nida_shell_set_label (self->note, answer->record->changed ? changed_words ()
                            : answer->record->cut ? _("The record is longer; this is its beginning.") : "");
      nida_row_lines_add_text (self->lines, _("The record"), self->text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->note), *gtk_label_get_text (self->note) != '\0');
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->view)), self->text != NULL);
  g_clear_pointer (&answer, answer_free);
}

static void
checksum_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  NidaRowRecord *self = user_data;
  g_autoptr (GError) error = NULL;
  Answer *answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (!g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    {
      g_autofree char *words = answer == NULL ? g_strdup (error->message)
                               : answer->changed ? g_strdup_printf ("%s\n%s", answer->checksum, changed_words ())
                               : g_strdup (answer->checksum);

      nida_shell_set_label (self->checksum_label, words);
      if (answer != NULL)
        {
          self->checksum = g_strdup (answer->checksum);
          nida_row_lines_add_text (self->lines, "SHA-256", words);
        }
    }
  g_clear_pointer (&answer, answer_free);
}

void
nida_row_record_ask_checksum (NidaRowRecord *self)
{
  gtk_widget_set_visible (self->checksum_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->checksum_label), TRUE);
  gtk_label_set_text (self->checksum_label, "…");
  start_job (self, TRUE, checksum_read_cb);
}

/* --- widgets --- */

void
nida_row_record_add_checksum (NidaRowRecord *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->checksum_button = gtk_button_new_with_mnemonic (_("Co_mpute"));
  gtk_widget_set_halign (self->checksum_button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->checksum_button, "nida-raised");
  g_signal_connect_swapped (self->checksum_button, "clicked", G_CALLBACK (nida_row_record_ask_checksum), self);
  self->checksum_label = nida_row_lines_make_label ("", NULL);
  gtk_label_set_selectable (self->checksum_label, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->checksum_label), FALSE);
  gtk_box_append (GTK_BOX (box), self->checksum_button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->checksum_label));
  nida_row_lines_add_widget (self->lines, "SHA-256", box);
}

static GtkTextView *
make_view (void)
{
  GtkTextView *view = GTK_TEXT_VIEW (gtk_text_view_new ());

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_monospace (view, TRUE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  g_object_set (view, "top-margin", 8, "bottom-margin", 8, "left-margin", 8, "right-margin", 8, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The record in the source"), -1);
  return view;
}

void
nida_row_record_add_view (NidaRowRecord *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  nida_row_lines_append (self->lines, GTK_WIDGET (nida_row_lines_make_label (_("The record in the source"), "nida-heading")));
  self->note = nida_row_lines_make_label (_("Reading…"), "nida-subtitle");
  self->view = make_view ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 120);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_add_css_class (scroller, "nida-framed");
  gtk_widget_set_visible (scroller, FALSE);
  nida_row_lines_append (self->lines, GTK_WIDGET (self->note));
  nida_row_lines_append (self->lines, scroller);
  start_job (self, FALSE, record_read_cb);
}

/* --- life --- */

NidaRowRecord *
nida_row_record_new (NidaRowLines *lines,
                     NidaDataset  *dataset,
                     guint         row,
                     NidaCopies   *copies)
{
  NidaRowRecord *self = g_new0 (NidaRowRecord, 1);

  self->lines = lines;
  self->dataset = g_object_ref (dataset);
  self->row = row;
  g_set_object (&self->copies, copies);
  self->cancellable = g_cancellable_new ();
  return self;
}

void
nida_row_record_free (NidaRowRecord *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_object_unref (self->dataset);
  g_clear_object (&self->copies);
  g_free (self->text);
  g_free (self->checksum);
  g_free (self);
}

const char *
nida_row_record_get_text (NidaRowRecord *self)
{
  return self->text;
}

const char *
nida_row_record_get_checksum (NidaRowRecord *self)
{
  return self->checksum;
}
