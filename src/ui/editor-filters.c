/* The filters that a chart has, each with a button that takes it away, and a field and a name for one more. The names of a field
 * are asked for when it is chosen, without waiting. */
#include "config.h"

#include "editor-filters.h"

#include "editor-names.h"
#include "form.h"
#include "look.h"
#include "query-words.h"
#include "translate.h"
#include "ui-shell.h"

typedef struct {
  NidaChartDraft  *draft;
  NidaEditorFields fields;
  GtkWidget       *list, *field, *value;
  char           **names;          /* of @value */
  GCancellable    *asking;         /* for them, or NULL */
} Filters;

static void
filters_free (gpointer data)
{
  Filters *self = data;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_object_unref (self->draft);
  g_strfreev (self->names);
  g_free (self);
}

/* --- what there is --- */

static void
remove_cb (GtkButton *button,
           Filters   *self)
{
  NidaField field = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "nida-field"));
  NidaChartSpec *spec = nida_chart_draft_dup_spec (self->draft);

  nida_query_clear_filter (spec->query, field);
  nida_chart_draft_take (self->draft, spec, NULL);
}

static void
add_row (Filters            *self,
         NidaField           field,
         const char * const *values)
{
  NidaNoun noun = nida_session_get_noun (nida_chart_draft_get_session (self->draft), field);
  g_autofree char *words = nida_words_filter (nida_look_get_language (nida_look_get ()), noun, field, values);
  /* Translators: a button that takes a filter away: "Remove Donor: Kuwait" */
  g_autofree char *remove = g_strdup_printf (_("Remove %s"), words);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = nida_shell_new_label (words, NULL);
  GtkWidget *button = nida_form_remove_button (remove);

  gtk_widget_set_hexpand (label, TRUE);
  g_object_set_data (G_OBJECT (button), "nida-field", GINT_TO_POINTER (field));
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (self->list), row);
}

static void
update (Filters *self)
{
  NidaQuery *query = nida_chart_draft_get_spec (self->draft)->query;

  nida_form_clear (self->list);
  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    {
      const char * const *values;
      NidaField field = nida_query_get_filter (query, i, &values);

      add_row (self, field, values);
    }
}

/* --- one more --- */

static NidaField
chosen_field (Filters *self)
{
  return nida_editor_fields_get (&self->fields, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->field)));
}

/* @cube: the names that can be filtered by, or NULL for none */
static void
show_names (Filters  *self,
            NidaCube *cube)
{
  g_strfreev (self->names);
  self->names = nida_editor_names_of (cube);
  nida_editor_names_fill (GTK_DROP_DOWN (self->value), nida_session_get_dataset (nida_chart_draft_get_session (self->draft)), chosen_field (self),
                          self->names, NULL);
  gtk_widget_set_sensitive (self->value, self->names[0] != NULL);
}

/* @self is gone where the question was taken back. */
static void
names_cb (GObject      *engine,
          GAsyncResult *result,
          gpointer      self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaCube) cube = nida_engine_query_finish (NIDA_ENGINE (engine), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_names (self, cube);
}

static void
field_cb (Filters *self)
{
  NidaField field = chosen_field (self);
  g_autoptr (NidaQuery) query = nida_query_new ();

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  show_names (self, NULL);
  if (field == NIDA_FIELD_NONE)
    return;
  self->asking = g_cancellable_new ();
  query->by[query->n_by++] = (NidaGroupBy) { field, field == NIDA_FIELD_DATE ? NIDA_STEP_YEAR : NIDA_STEP_NONE };
  query->measures = 1u << nida_chart_draft_get_spec (self->draft)->measure;
  query->fiscal_start = nida_session_get_fiscal_start (nida_chart_draft_get_session (self->draft));
  nida_engine_query_async (NIDA_ENGINE (nida_session_get_engine (nida_chart_draft_get_session (self->draft))), query, self->asking, names_cb, self);
}

static void
add_cb (Filters *self)
{
  NidaField field = chosen_field (self);
  guint value = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->value));
  NidaChartSpec *spec;

  if (field == NIDA_FIELD_NONE || self->names == NULL || value >= g_strv_length (self->names))
    return;
  spec = nida_chart_draft_dup_spec (self->draft);
  nida_query_add_filter (spec->query, field, self->names[value]);
  nida_chart_draft_take (self->draft, spec, NULL);
}

static void
changed_cb (GtkWidget *form)
{
  update (g_object_get_data (G_OBJECT (form), "nida-page"));
}

GtkWidget *
nida_editor_filters_new (NidaChartDraft *draft)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10), *add = gtk_button_new_with_mnemonic (_("A_dd Filter"));
  Filters *self = g_new0 (Filters, 1);
  g_auto (GStrv) words = NULL;

  self->draft = g_object_ref (draft);
  g_object_set_data_full (G_OBJECT (form), "nida-page", self, filters_free);
  nida_editor_fields_init (&self->fields, nida_session_get_dataset (nida_chart_draft_get_session (draft)));
  /* Translators: no field is chosen yet */
  words = nida_editor_fields_words (&self->fields, _("Choose a field…"));
  nida_form_append_heading (form, _("Filters of this chart"));
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (form), self->list);
  self->field = nida_form_drop_down_new ((const char * const *) words);
  self->value = nida_form_drop_down_new ((const char *[]) { NULL });
  gtk_widget_set_sensitive (self->value, FALSE);
  nida_form_append (form, _("Field"), self->field);
  nida_form_append (form, _("Value"), self->value);
  gtk_widget_add_css_class (add, "nida-raised");
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (form), add);
  g_signal_connect_swapped (self->field, "notify::selected", G_CALLBACK (field_cb), self);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_cb), self);
  g_signal_connect_object (draft, "changed", G_CALLBACK (changed_cb), form, G_CONNECT_SWAPPED);
  update (self);
  return form;
}
