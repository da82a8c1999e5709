/* Where one row comes from. What stands in memory is shown at once; the record itself and the checksum are read from the
 * file again, in a thread, since a file may be large, far away or gone. */
#include "config.h"

#include "row-details.h"

#include "data-cells.h"
#include "entry-cells.h"
#include "look.h"
#include "row-conversion.h"
#include "source-record.h"
#include "translate.h"
#include "ui-shell.h"
#include "words.h"

#define MAX_MERGED 50   /* records shown: a flow may stand in a file once for each of many countries */

struct _NidaRowDetails
{
  GtkWindow     parent_instance;

  GtkBox       *content;
  GtkWidget    *copy;
  GtkGrid      *grid;          /* of the section that is being filled */
  int           n_lines;
  GtkTextView  *record;
  GtkLabel     *record_note;
  GtkLabel     *checksum_label;
  GtkWidget    *checksum_button;

  NidaDataset  *dataset;
  guint         row;
  NidaCopies   *copies;        /* where its source's bytes are held, or NULL */
  GString      *text;          /* for copying */
  char         *record_text;
  char         *checksum;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (NidaRowDetails, nida_row_details, GTK_TYPE_WINDOW)

static const NidaSourceInfo *
get_source (NidaRowDetails *self)
{
  return nida_report_get_source (nida_dataset_get_report (self->dataset), nida_dataset_get_source (self->dataset, self->row));
}

/* --- building --- */

static GtkLabel *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  nida_shell_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return GTK_LABEL (label);
}

static void
begin_section (NidaRowDetails *self,
               const char     *title)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  self->n_lines = 0;
  gtk_grid_set_column_spacing (self->grid, 16);
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_box_append (self->content, GTK_WIDGET (make_label (title, "nida-heading")));
  gtk_box_append (self->content, GTK_WIDGET (self->grid));
  g_string_append_printf (self->text, "%s%s\n", self->text->len > 0 ? "\n" : "", title);
}

static void
add_widget (NidaRowDetails *self,
            const char     *name,
            GtkWidget      *value)
{
  GtkLabel *label = make_label (name, "nida-subtitle");

  gtk_label_set_width_chars (label, 16);
  gtk_label_set_max_width_chars (label, 16);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_grid_attach (self->grid, GTK_WIDGET (label), 0, self->n_lines, 1, 1);
  gtk_grid_attach (self->grid, value, 1, self->n_lines++, 1, 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
}

static void
add_text (NidaRowDetails *self,
          const char     *name,
          const char     *text)
{
  g_autofree char *plain = g_strdup (text);

  g_string_append_printf (self->text, "%s\t%s\n", name, g_strdelimit (plain, "\t\r\n", ' '));
}

static GtkLabel *
add_line (NidaRowDetails *self,
          const char     *name,
          const char     *text)
{
  GtkLabel *value = make_label (text, NULL);

  gtk_label_set_selectable (value, TRUE);
  add_widget (self, name, GTK_WIDGET (value));
  add_text (self, name, text);
  return value;
}

/* --- the fields --- */

/* The name in the language that the window does not speak, where there is one. */
static char *
other_name (NidaRowDetails *self,
            NidaField       field)
{
  gboolean arabic = nida_language_is_arabic (nida_look_get_language (nida_look_get ()));
  g_autofree char *english = nida_dataset_dup_text (self->dataset, self->row, field, FALSE);
  g_autofree char *translated = nida_dataset_dup_text (self->dataset, self->row, field, TRUE);

  if (g_str_equal (english, translated) || nida_field_get_words (field) != NULL)
    return NULL;
  /* isolated, so that a line of the other direction begins where the first one does */
  return nida_language_isolate (nida_look_get_language (nida_look_get ()), arabic ? english : translated);
}

/* The name as the source wrote it, where it counts as another one; or NULL. */
static char *
written_name (NidaRowDetails *self,
              NidaField       field)
{
  const char *written = nida_dataset_get_written (self->dataset, self->row, field);

  return written != NULL ? nida_language_name (nida_look_get_language (nida_look_get ()), written, NULL) : NULL;
}

static void
add_fields (NidaRowDetails *self)
{
  guint n_fields;
  const NidaField *fields = nida_data_fields (&n_fields);

  begin_section (self, _("The row"));
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *text = NULL, *other = NULL, *both = NULL, *written = NULL;

      if (fields[i] == NIDA_FIELD_SOURCE_ROW || !nida_data_has_field (self->dataset, fields[i]))
        continue;
      text = nida_data_cell_text (self->dataset, self->row, fields[i]);
      if (*text == '\0')
        continue;
      other = nida_field_is_code (fields[i]) || fields[i] == NIDA_FIELD_DESCRIPTION ? other_name (self, fields[i]) : NULL;
      written = written_name (self, fields[i]);
      both = other != NULL ? g_strdup_printf ("%s\n%s", text, other) : g_strdup (text);
      add_line (self, nida_words_field (fields[i]), both);
      if (written != NULL)
        /* Translators: beside the name that a name of the source is counted as */
        add_line (self, _("Written in the source"), written);
    }
}

/* --- the rate --- */

static void
add_conversion (NidaRowDetails  *self,
                NidaLocalEngine *engine,
                NidaQuery       *query)
{
  g_auto (NidaRowConversion) conversion = { 0 };

  if (!nida_row_conversion_read (engine, query, self->row, &conversion))
    return;
  begin_section (self, _("In the charts"));
  if (conversion.amount != NULL)
    add_line (self, conversion.unit, conversion.amount);
  if (conversion.rate != NULL)
    /* Translators: an exchange rate */
    add_line (self, _("Rate"), conversion.rate);
  /* Translators: who publishes an exchange rate, and its day */
  add_line (self, _("Rate of"), conversion.by);
}

/* --- the source --- */

/* As elsewhere, but a line says what it is: it stands alone here. */
static char *
place_words (NidaRowUnit unit,
             guint       number)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autofree char *words = nida_words_place (language, unit, number);

  if (unit != NIDA_UNIT_LINE)
    return g_steal_pointer (&words);
  /* Translators: the place of a row in a text file; %s is a number */
  return g_strdup_printf (_("line %s"), words);
}

static char *
full_place (NidaRowDetails *self)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autofree char *place = place_words (get_source (self)->unit, nida_dataset_get_source_row (self->dataset, self->row));
  g_autofree char *first = NULL, *last = NULL;
  guint64 offset;
  guint length;

  if (!nida_dataset_get_place (self->dataset, self->row, &offset, &length) || length == 0)
    return g_steal_pointer (&place);
  first = nida_language_integer (language, (gint64) offset);
  last = nida_language_integer (language, (gint64) (offset + length - 1));
  /* Translators: where a record stands in its file: "record 4, bytes 1,024 to 2,047" */
  return g_strdup_printf (_("%s, bytes %s to %s"), place, first, last);
}

static void
add_address (NidaRowDetails       *self,
             const NidaSourceInfo *info)
{
  g_autofree char *name = nida_words_source (info);
  GtkWidget *link;

  if (info->uri == NULL || g_str_equal (info->uri, "-") || g_strcmp0 (info->family, NIDA_FAMILY_DESK) == 0)
    {
      add_line (self, nida_words_field (NIDA_FIELD_SOURCE), name);
      return;
    }
  link = gtk_link_button_new_with_label (info->uri, name);
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (link))), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (link, "nida-link");
  add_widget (self, nida_words_field (NIDA_FIELD_SOURCE), link);
  add_text (self, nida_words_field (NIDA_FIELD_SOURCE), info->uri);
}

/* What the desk has entered stands in the document itself. */
static gboolean
is_own (NidaRowDetails *self)
{
  return g_strcmp0 (get_source (self)->family, NIDA_FAMILY_DESK) == 0;
}

static void
add_source (NidaRowDetails *self)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  const NidaSourceInfo *info = get_source (self);
  g_autofree char *place = full_place (self);
  g_autofree char *fetched = info->fetched_at != 0 ? nida_language_time (language, info->fetched_at) : NULL;
  g_autofree char *size = nida_language_bytes (language, info->size);
  g_autofree char *id = nida_dataset_dup_id (self->dataset, self->row);
  GtkWidget *box;

  begin_section (self, _("Where it comes from"));
  add_address (self, info);
  add_line (self, _("Place"), place);
  if (is_own (self))
    return;
  if (info->format != NULL)
    add_line (self, _("Format"), info->format);
  add_line (self, _("Size"), size);
  if (fetched != NULL)
    add_line (self, _("Read on"), fetched);
  if (id != NULL && *id != '\0')
    add_line (self, nida_words_field (NIDA_FIELD_ID), id);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->checksum_button = gtk_button_new_with_mnemonic (_("Co_mpute"));
  gtk_widget_set_halign (self->checksum_button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->checksum_button, "nida-raised");
  g_signal_connect_swapped (self->checksum_button, "clicked", G_CALLBACK (nida_row_details_ask_checksum), self);
  self->checksum_label = make_label ("", NULL);
  gtk_label_set_selectable (self->checksum_label, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->checksum_label), FALSE);
  gtk_box_append (GTK_BOX (box), self->checksum_button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->checksum_label));
  add_widget (self, "SHA-256", box);
}

/* --- what was merged --- */

static const NidaProblem *
find_conflict (NidaReport          *report,
               const NidaMergedRow *merged)
{
  for (guint i = 0; i < nida_report_get_n_problems (report); i++)
    {
      const NidaProblem *problem = nida_report_get_problem (report, i);

      if (problem->kind == NIDA_PROBLEM_CONFLICT && problem->source == merged->source && problem->line == merged->line)
        return problem;
    }
  return NULL;
}

static void
add_merged_row (NidaRowDetails      *self,
                const NidaMergedRow *merged)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  NidaReport *report = nida_dataset_get_report (self->dataset);
  const NidaSourceInfo *info = nida_report_get_source (report, merged->source);
  const NidaProblem *conflict = find_conflict (report, merged);
  g_autofree char *plain = nida_words_source (info), *name = nida_language_isolate (language, plain);
  g_autofree char *place = place_words (info->unit, merged->line);
  g_autofree char *words = conflict != NULL ? nida_words_problem (language, conflict) : g_strdup (_("says the same"));
  g_autofree char *text = NULL, *where = NULL;

  if (conflict != NULL && conflict->found != NULL && conflict->kept != NULL)
    {
      g_autofree char *found = nida_language_isolate (language, conflict->found);
      g_autofree char *kept = nida_language_isolate (language, conflict->kept);

      /* Translators: what two copies of one flow say differently: a sentence, then the value that is not used and the one
       * that is */
      text = g_strdup_printf (_("%s\nThere: %s · used: %s"), words, found, kept);
    }
  else
    text = g_strdup (words);
  /* Translators: a file and a place in it: "fts.csv, line 18" */
  where = g_strdup_printf (_("%s, %s"), name, place);
  add_line (self, where, text);
}

static void
add_merged (NidaRowDetails *self)
{
  guint n;
  const NidaMergedRow *merged = nida_dataset_get_merged (self->dataset, self->row, &n);

  if (n == 0)
    return;
  begin_section (self, _("Merged with it: the same flow again"));
  for (guint i = 0; i < MIN (n, MAX_MERGED); i++)
    add_merged_row (self, &merged[i]);
  if (n > MAX_MERGED)
    {
      g_autofree char *more = nida_language_integer (nida_look_get_language (nida_look_get ()), n - MAX_MERGED);
      /* Translators: %s is a number of records of a file */
      g_autofree char *words = g_strdup_printf (/* xgettext:c-format */ ngettext ("%s more record", "%s more records", n - MAX_MERGED), more);

      add_line (self, "", words);
    }
}

/* --- what is read again --- */

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
start_job (NidaRowDetails      *self,
           gboolean             checksum,
           GAsyncReadyCallback  callback)
{
  /* not the source object: it would keep the window that was closed, and that its parent does not outlive */
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
  NidaRowDetails *self = user_data;
  g_autoptr (GError) error = NULL;
  Answer *answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    {
      g_clear_pointer (&answer, answer_free);
      return;
    }
  if (answer == NULL)
    nida_shell_set_label (self->record_note, error->message);
  else
    {
      self->record_text = visible_lines (answer->record->text, get_source (self)->unit);
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->record), self->record_text, -1);
      nida_shell_set_label (self->record_note, answer->record->changed ? changed_words ()
                            : answer->record->cut ? _("The record is longer; this is its beginning.") : "");
      add_text (self, _("The record"), self->record_text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->record_note), *gtk_label_get_text (self->record_note) != '\0');
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->record)), self->record_text != NULL);
  g_clear_pointer (&answer, answer_free);
}

static void
checksum_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  NidaRowDetails *self = user_data;
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
          add_text (self, "SHA-256", words);
        }
    }
  g_clear_pointer (&answer, answer_free);
}

void
nida_row_details_ask_checksum (NidaRowDetails *self)
{
  gtk_widget_set_visible (self->checksum_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->checksum_label), TRUE);
  gtk_label_set_text (self->checksum_label, "…");
  start_job (self, TRUE, checksum_read_cb);
}

static void
add_record (NidaRowDetails *self)
{
  GtkWidget *scroller;

  if (is_own (self))
    return;
  scroller = gtk_scrolled_window_new ();
  gtk_box_append (self->content, GTK_WIDGET (make_label (_("The record in the source"), "nida-heading")));
  self->record_note = make_label (_("Reading…"), "nida-subtitle");
  self->record = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_editable (self->record, FALSE);
  gtk_text_view_set_monospace (self->record, TRUE);
  gtk_text_view_set_wrap_mode (self->record, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->record, FALSE);
  gtk_text_view_set_cursor_visible (self->record, FALSE);
  g_object_set (self->record, "top-margin", 8, "bottom-margin", 8, "left-margin", 8, "right-margin", 8, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->record), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The record in the source"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->record));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 120);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_add_css_class (scroller, "nida-framed");
  gtk_widget_set_visible (scroller, FALSE);
  gtk_box_append (self->content, GTK_WIDGET (self->record_note));
  gtk_box_append (self->content, scroller);
  start_job (self, FALSE, record_read_cb);
}

/* --- object --- */

static void
copy_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  g_autofree char *text = nida_row_details_to_text (NIDA_ROW_DETAILS (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
nida_row_details_dispose (GObject *object)
{
  NidaRowDetails *self = NIDA_ROW_DETAILS (object);

  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (nida_row_details_parent_class)->dispose (object);
}

static void
nida_row_details_finalize (GObject *object)
{
  NidaRowDetails *self = NIDA_ROW_DETAILS (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->dataset);
  g_clear_object (&self->copies);
  g_string_free (self->text, TRUE);
  g_free (self->record_text);
  g_free (self->checksum);
  G_OBJECT_CLASS (nida_row_details_parent_class)->finalize (object);
}

static void
nida_row_details_class_init (NidaRowDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_row_details_dispose;
  G_OBJECT_CLASS (klass)->finalize = nida_row_details_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/row-details.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaRowDetails, content);
  gtk_widget_class_bind_template_child (widget_class, NidaRowDetails, copy);
  gtk_widget_class_install_action (widget_class, "details.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
nida_row_details_init (NidaRowDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->text = g_string_new (NULL);
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
nida_row_details_new (GtkWindow       *parent,
                      NidaDataset     *dataset,
                      guint            row,
                      NidaCopies      *copies,
                      NidaLocalEngine *engine,
                      NidaQuery       *query)
{
  NidaRowDetails *self = g_object_new (NIDA_TYPE_ROW_DETAILS, "transient-for", parent, NULL);

  self->dataset = g_object_ref (dataset);
  self->row = row;
  g_set_object (&self->copies, copies);
  add_fields (self);
  if (engine != NULL)
    add_conversion (self, engine, query);
  if (get_source (self) != NULL)
    add_source (self);
  add_merged (self);
  if (get_source (self) != NULL)
    add_record (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->copy);   /* the first label would be selected */
  return GTK_WIDGET (self);
}

/* --- the ledger --- */

static char *
due_words (NidaRowDetails  *self,
           const NidaEntry *entry)
{
  g_autofree char *day = nida_entry_dup_shown (entry, NIDA_ENTRY_CELL_DUE, nida_look_get_language (nida_look_get ()));
  g_autofree char *due = nida_dataset_dup_text (self->dataset, self->row, NIDA_FIELD_DUE, FALSE);

  return *due != '\0' ? g_strconcat (day, " · ", nida_words_value (NIDA_FIELD_DUE, due), NULL) : g_steal_pointer (&day);
}

static void
add_link (NidaRowDetails *self,
          const char     *address)
{
  GtkWidget *link = gtk_link_button_new_with_label (address, address);

  gtk_widget_set_halign (link, GTK_ALIGN_START);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (link))), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (link, "nida-link");
  add_widget (self, nida_entry_cell_get_title (NIDA_ENTRY_CELL_LINKS), link);
  add_text (self, nida_entry_cell_get_title (NIDA_ENTRY_CELL_LINKS), address);
}

void
nida_row_details_add_entry (NidaRowDetails  *self,
                            const NidaEntry *entry)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autofree char *due = due_words (self, entry), *open = nida_entry_dup_shown (entry, NIDA_ENTRY_CELL_OPEN, language);
  g_autofree char *next = nida_entry_dup_shown (entry, NIDA_ENTRY_CELL_NEXT_STEP, language);

  if (*due == '\0' && *open == '\0' && entry->next_step == NULL && entry->links->len == 0)
    return;
  begin_section (self, _("In the ledger"));
  if (*due != '\0')
    add_line (self, nida_entry_cell_get_title (NIDA_ENTRY_CELL_DUE), due);
  if (entry->next_step != NULL)
    add_line (self, nida_entry_cell_get_title (NIDA_ENTRY_CELL_NEXT_STEP), next);
  if (*open != '\0')
    add_line (self, nida_entry_cell_get_title (NIDA_ENTRY_CELL_OPEN), open);
  for (guint i = 0; i < entry->links->len; i++)
    add_link (self, entry->links->pdata[i]);
}

char *
nida_row_details_to_text (NidaRowDetails *self)
{
  return g_strdup (self->text->str);
}

const char *
nida_row_details_get_record (NidaRowDetails *self)
{
  return self->record_text;
}

const char *
nida_row_details_get_checksum (NidaRowDetails *self)
{
  return self->checksum;
}
