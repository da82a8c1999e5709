/* Where one row comes from: what stands in memory of it; its record is read again by row-record. */
#include "config.h"

#include "row-details.h"

#include "data-cells.h"
#include "entry-cells.h"
#include "look.h"
#include "row-conversion.h"
#include "row-lines.h"
#include "row-record.h"
#include "translate.h"
#include "ui-shell.h"
#include "words.h"

#define MAX_MERGED 50   /* records shown: a flow may stand in a file once for each of many countries */

struct _NidaRowDetails
{
  GtkWindow      parent_instance;

  GtkBox        *content;
  GtkWidget     *copy;

  NidaDataset   *dataset;
  guint          row;
  NidaRowLines  *lines;
  NidaRowRecord *record;     /* NULL for a row without a source that could be read again, and once the window is gone */
};

G_DEFINE_FINAL_TYPE (NidaRowDetails, nida_row_details, GTK_TYPE_WINDOW)

static const NidaSourceInfo *
get_source (NidaRowDetails *self)
{
  return nida_report_get_source (nida_dataset_get_report (self->dataset), nida_dataset_get_source (self->dataset, self->row));
}

/* What the desk has entered stands in the document itself. */
static gboolean
is_own (NidaRowDetails *self)
{
  return g_strcmp0 (get_source (self)->family, NIDA_FAMILY_DESK) == 0;
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

  nida_row_lines_begin (self->lines, _("The row"));
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
      nida_row_lines_add (self->lines, nida_words_field (fields[i]), both);
      if (written != NULL)
        /* Translators: beside the name that a name of the source is counted as */
        nida_row_lines_add (self->lines, _("Written in the source"), written);
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
  nida_row_lines_begin (self->lines, _("In the charts"));
  if (conversion.amount != NULL)
    nida_row_lines_add (self->lines, conversion.unit, conversion.amount);
  if (conversion.rate != NULL)
    /* Translators: an exchange rate */
    nida_row_lines_add (self->lines, _("Rate"), conversion.rate);
  /* Translators: who publishes an exchange rate, and its day */
  nida_row_lines_add (self->lines, _("Rate of"), conversion.by);
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

  if (info->uri == NULL || g_str_equal (info->uri, "-") || is_own (self))
    {
      nida_row_lines_add (self->lines, nida_words_field (NIDA_FIELD_SOURCE), name);
      return;
    }
  nida_row_lines_add_link (self->lines, nida_words_field (NIDA_FIELD_SOURCE), name, info->uri);
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

  nida_row_lines_begin (self->lines, _("Where it comes from"));
  add_address (self, info);
  nida_row_lines_add (self->lines, _("Place"), place);
  if (is_own (self))
    return;
  if (info->format != NULL)
    nida_row_lines_add (self->lines, _("Format"), info->format);
  nida_row_lines_add (self->lines, _("Size"), size);
  if (fetched != NULL)
    nida_row_lines_add (self->lines, _("Read on"), fetched);
  if (id != NULL && *id != '\0')
    nida_row_lines_add (self->lines, nida_words_field (NIDA_FIELD_ID), id);
  nida_row_record_add_checksum (self->record);
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
  nida_row_lines_add (self->lines, where, text);
}

static void
add_merged (NidaRowDetails *self)
{
  guint n;
  const NidaMergedRow *merged = nida_dataset_get_merged (self->dataset, self->row, &n);

  if (n == 0)
    return;
  nida_row_lines_begin (self->lines, _("Merged with it: the same flow again"));
  for (guint i = 0; i < MIN (n, MAX_MERGED); i++)
    add_merged_row (self, &merged[i]);
  if (n > MAX_MERGED)
    {
      g_autofree char *more = nida_language_integer (nida_look_get_language (nida_look_get ()), n - MAX_MERGED);
      /* Translators: %s is a number of records of a file */
      g_autofree char *words = g_strdup_printf (/* xgettext:c-format */ ngettext ("%s more record", "%s more records", n - MAX_MERGED), more);

      nida_row_lines_add (self->lines, "", words);
    }
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

  g_clear_pointer (&self->record, nida_row_record_free);
  G_OBJECT_CLASS (nida_row_details_parent_class)->dispose (object);
}

static void
nida_row_details_finalize (GObject *object)
{
  NidaRowDetails *self = NIDA_ROW_DETAILS (object);

  g_clear_object (&self->dataset);
  nida_row_lines_free (self->lines);
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
  self->lines = nida_row_lines_new (self->content);
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
  if (get_source (self) != NULL && !is_own (self))
    self->record = nida_row_record_new (self->lines, dataset, row, copies);
  add_fields (self);
  if (engine != NULL)
    add_conversion (self, engine, query);
  if (get_source (self) != NULL)
    add_source (self);
  add_merged (self);
  if (self->record != NULL)
    nida_row_record_add_view (self->record);
  nida_shell_focus_first (GTK_WINDOW (self), self->copy);   /* the first label would be selected */
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

void
nida_row_details_add_entry (NidaRowDetails  *self,
                            const NidaEntry *entry)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autofree char *due = due_words (self, entry), *open = nida_entry_dup_shown (entry, NIDA_ENTRY_CELL_OPEN, language);
  g_autofree char *next = nida_entry_dup_shown (entry, NIDA_ENTRY_CELL_NEXT_STEP, language);

  if (*due == '\0' && *open == '\0' && entry->next_step == NULL && entry->links->len == 0)
    return;
  nida_row_lines_begin (self->lines, _("In the ledger"));
  if (*due != '\0')
    nida_row_lines_add (self->lines, nida_entry_cell_get_title (NIDA_ENTRY_CELL_DUE), due);
  if (entry->next_step != NULL)
    nida_row_lines_add (self->lines, nida_entry_cell_get_title (NIDA_ENTRY_CELL_NEXT_STEP), next);
  if (*open != '\0')
    nida_row_lines_add (self->lines, nida_entry_cell_get_title (NIDA_ENTRY_CELL_OPEN), open);
  for (guint i = 0; i < entry->links->len; i++)
    nida_row_lines_add_link (self->lines, nida_entry_cell_get_title (NIDA_ENTRY_CELL_LINKS), entry->links->pdata[i],
                             entry->links->pdata[i]);
}

char *
nida_row_details_to_text (NidaRowDetails *self)
{
  return nida_row_lines_to_text (self->lines);
}

const char *
nida_row_details_get_record (NidaRowDetails *self)
{
  return self->record != NULL ? nida_row_record_get_text (self->record) : NULL;
}

const char *
nida_row_details_get_checksum (NidaRowDetails *self)
{
  return self->record != NULL ? nida_row_record_get_checksum (self->record) : NULL;
}

void
nida_row_details_ask_checksum (NidaRowDetails *self)
{
  g_return_if_fail (self->record != NULL);

  nida_row_record_ask_checksum (self->record);
}
