/* Only what the kind heeds is asked for. */
#include "config.h"

#include "editor-data.h"

#include "form.h"
#include "look.h"
#include "query-words.h"
#include "translate.h"
#include "ui-shell.h"
#include "words.h"

#include <string.h>

#define MAX_FIELDS 24
#define MAX_NAMES  3000

typedef enum { CHOICE_MEASURE, CHOICE_BY, CHOICE_AND_BY, CHOICE_STEP, CHOICE_STACK, CHOICE_FORM, CHOICE_ORDER, CHOICE_PANELS, N_CHOICES } Choice;

typedef struct {
  NidaChartDraft *draft;
  GtkWidget      *rows[N_CHOICES], *drop_downs[N_CHOICES];
  GtkWidget      *top_row, *top, *pinned_row, *pinned;
  GtkWidget      *filters, *filter_field, *filter_value;
  NidaField       fields[MAX_FIELDS];      /* that can be grouped by, NONE first */
  guint           n_fields;
  char          **pinned_names, **filter_names;
  NidaCube       *pinned_cube;             /* of @pinned_names */
  GCancellable   *asking;                  /* for names to filter by, or NULL */
  gboolean        showing;
} Data;

static void
data_free (gpointer user_data)
{
  Data *self = user_data;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_object_unref (self->draft);
  g_clear_object (&self->pinned_cube);
  g_strfreev (self->pinned_names);
  g_strfreev (self->filter_names);
  g_free (self);
}

/* --- what can be chosen --- */

/* Fields in which some row names something. */
static void
find_fields (Data *self)
{
  NidaDataset *dataset = nida_session_get_dataset (nida_chart_draft_get_session (self->draft));

  self->fields[self->n_fields++] = NIDA_FIELD_NONE;
  for (NidaField field = NIDA_FIELD_DONOR; field <= NIDA_FIELD_CONTRIBUTION && self->n_fields < MAX_FIELDS - 2; field++)
    if (*nida_words_field (field) != '\0' && nida_dictionary_get_size (nida_dataset_get_dictionary (dataset, field)) > 0)
      self->fields[self->n_fields++] = field;
  self->fields[self->n_fields++] = NIDA_FIELD_DONOR_GROUP;
  self->fields[self->n_fields++] = NIDA_FIELD_DATE;
}

static char **
field_words (Data       *self,
             const char *none)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->n_fields; i++)
    g_strv_builder_add (builder, self->fields[i] == NIDA_FIELD_NONE ? none : nida_words_field (self->fields[i]));
  return g_strv_builder_end (builder);
}

static guint
place_of (Data      *self,
          NidaField  field)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (self->fields[i] == field)
      return i;
  return 0;
}

static NidaField
by_field (const NidaChartSpec *spec,
          guint                index)
{
  return index < spec->query->n_by ? spec->query->by[index].field : NIDA_FIELD_NONE;
}

/* --- taking choices --- */

static void
set_by (NidaChartSpec *spec,
        NidaField      first,
        NidaField      second)
{
  NidaField both[] = { first, second };

  /* a third field, which flows may have, stays */
  if (spec->query->n_by == 3 && first != NIDA_FIELD_NONE && second != NIDA_FIELD_NONE)
    {
      spec->query->by[0] = (NidaGroupBy) { first, NIDA_STEP_NONE };
      spec->query->by[1] = (NidaGroupBy) { second, NIDA_STEP_NONE };
      return;
    }
  spec->query->n_by = 0;
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    if (both[i] != NIDA_FIELD_NONE && (i == 0 || both[i] != first))
      spec->query->by[spec->query->n_by++] = (NidaGroupBy) { both[i], NIDA_STEP_NONE };
}

static void
selected_cb (GtkDropDown *drop_down,
             GParamSpec  *pspec,
             Data        *self)
{
  Choice choice = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (drop_down), "nida-choice"));
  guint chosen = gtk_drop_down_get_selected (drop_down);
  NidaChartSpec *spec;

  if (self->showing || chosen == GTK_INVALID_LIST_POSITION)
    return;
  spec = nida_chart_draft_dup_spec (self->draft);
  switch (choice)
    {
    case CHOICE_MEASURE:
      spec->measure = chosen;
      break;
    case CHOICE_BY:
      set_by (spec, self->fields[chosen], by_field (spec, 1));
      break;
    case CHOICE_AND_BY:
      set_by (spec, by_field (spec, 0), self->fields[chosen]);
      break;
    case CHOICE_STEP:
      spec->step = chosen;
      break;
    case CHOICE_STACK:
      spec->stack = chosen;
      break;
    case CHOICE_FORM:
      spec->parts = chosen;
      break;
    case CHOICE_ORDER:
      spec->order = chosen;
      break;
    case CHOICE_PANELS:
    case N_CHOICES:
    default:
      spec->panels = self->fields[chosen];
      break;
    }
  nida_chart_draft_take (self->draft, spec, NULL);
}

static void
top_changed_cb (GtkSpinButton *button,
                Data          *self)
{
  NidaChartSpec *spec;

  if (self->showing)
    return;
  spec = nida_chart_draft_dup_spec (self->draft);
  spec->top = (guint) gtk_spin_button_get_value_as_int (button);
  nida_chart_draft_take (self->draft, spec, "top");
}

static void
pinned_cb (GtkDropDown *drop_down,
           GParamSpec  *pspec,
           Data        *self)
{
  guint chosen = gtk_drop_down_get_selected (drop_down);
  NidaChartSpec *spec;

  if (self->showing || chosen == GTK_INVALID_LIST_POSITION)
    return;
  spec = nida_chart_draft_dup_spec (self->draft);
  g_free (spec->pinned);
  spec->pinned = chosen == 0 ? NULL : g_strdup (self->pinned_names[chosen - 1]);
  nida_chart_draft_take (self->draft, spec, NULL);
}

/* --- filters --- */

static void
remove_filter_cb (GtkButton *button,
                  Data      *self)
{
  NidaField field = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "nida-field"));
  NidaChartSpec *spec = nida_chart_draft_dup_spec (self->draft);

  nida_query_clear_filter (spec->query, field);
  nida_chart_draft_take (self->draft, spec, NULL);
}

static void
show_filters (Data *self)
{
  NidaQuery *query = nida_chart_draft_get_spec (self->draft)->query;

  nida_form_clear (self->filters);
  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    {
      const char * const *values;
      NidaField field = nida_query_get_filter (query, i, &values);
      g_autofree char *words = nida_words_filter (nida_look_get_language (nida_look_get ()), field, values);
      /* Translators: a button that takes a filter away: "Remove Donor: Kuwait" */
      g_autofree char *remove = g_strdup_printf (_("Remove %s"), words);
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (NULL), *button = nida_form_remove_button (remove);

      nida_shell_set_label (GTK_LABEL (label), words);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_hexpand (label, TRUE);
      g_object_set_data (G_OBJECT (button), "nida-field", GINT_TO_POINTER (field));
      g_signal_connect (button, "clicked", G_CALLBACK (remove_filter_cb), self);
      gtk_box_append (GTK_BOX (row), label);
      gtk_box_append (GTK_BOX (row), button);
      gtk_box_append (GTK_BOX (self->filters), row);
    }
}

/* @names as they are shown, and without the marks that a search would stumble over; @first stands before them, or NULL. */
static void
fill_names (GtkWidget  *drop_down,
            NidaField   field,
            char      **names,
            const char *first)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  NidaDictionary *dictionary = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  if (first != NULL)
    g_strv_builder_add (builder, first);
  if (nida_field_is_code (field))
    dictionary = g_object_get_data (G_OBJECT (drop_down), "nida-dictionary");
  for (guint i = 0; names[i] != NULL && i < MAX_NAMES; i++)
    {
      guint32 code = dictionary != NULL ? nida_dictionary_lookup (dictionary, names[i], -1) : 0;
      g_autofree char *plain = field == NIDA_FIELD_DATE ? nida_language_digits (language, names[i])
                               : nida_words_plain_name (language, (int) field, names[i], code != 0 ? nida_dictionary_get_arabic (dictionary, code) : NULL);

      g_strv_builder_add (builder, plain);
    }
  words = g_strv_builder_end (builder);
  nida_form_drop_down_fill (GTK_DROP_DOWN (drop_down), (const char * const *) words, TRUE);
}

static void
set_dictionary (Data      *self,
                GtkWidget *drop_down,
                NidaField  field)
{
  NidaDataset *dataset = nida_session_get_dataset (nida_chart_draft_get_session (self->draft));

  g_object_set_data_full (G_OBJECT (drop_down), "nida-dictionary",
                          nida_field_is_code (field) ? g_object_ref (nida_dataset_get_dictionary (dataset, field)) : NULL, g_object_unref);
}

/* Single names, as a filter takes them. */
static char **
names_of (NidaCube *cube)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; cube != NULL && i < nida_cube_get_n_items (cube, 0); i++)
    {
      const NidaCubeItem *item = nida_cube_get_item (cube, 0, i);

      if (!item->not_stated && item->n_members < 2)
        g_strv_builder_add (builder, item->name);
    }
  return g_strv_builder_end (builder);
}

static NidaField
filter_field (Data *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->filter_field));

  return chosen < self->n_fields ? self->fields[chosen] : NIDA_FIELD_NONE;
}

/* @cube: the names that can be filtered by, or NULL for none */
static void
show_filter_names (Data     *self,
                   NidaCube *cube)
{
  NidaField field = filter_field (self);

  g_strfreev (self->filter_names);
  self->filter_names = names_of (cube);
  set_dictionary (self, self->filter_value, field);
  fill_names (self->filter_value, field, self->filter_names, NULL);
  gtk_widget_set_sensitive (self->filter_value, self->filter_names[0] != NULL);
}

/* @self is gone where the question was taken back. */
static void
filter_names_cb (GObject      *engine,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Data *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaCube) cube = nida_engine_query_finish (NIDA_ENGINE (engine), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_filter_names (self, cube);
}

static void
filter_field_cb (Data *self)
{
  NidaField field = filter_field (self);
  g_autoptr (NidaQuery) query = nida_query_new ();

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  show_filter_names (self, NULL);
  if (field == NIDA_FIELD_NONE)
    return;
  self->asking = g_cancellable_new ();
  query->by[query->n_by++] = (NidaGroupBy) { field, field == NIDA_FIELD_DATE ? NIDA_STEP_YEAR : NIDA_STEP_NONE };
  query->measures = 1u << nida_chart_draft_get_spec (self->draft)->measure;
  query->fiscal_start = nida_look_get_fiscal_start (nida_look_get ());
  nida_engine_query_async (NIDA_ENGINE (nida_session_get_engine (nida_chart_draft_get_session (self->draft))), query, self->asking,
                           filter_names_cb, self);
}

static void
add_filter_cb (Data *self)
{
  guint field = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->filter_field));
  guint value = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->filter_value));
  NidaChartSpec *spec;

  if (field == 0 || field >= self->n_fields || self->filter_names == NULL || value >= g_strv_length (self->filter_names))
    return;
  spec = nida_chart_draft_dup_spec (self->draft);
  nida_query_add_filter (spec->query, self->fields[field], self->filter_names[value]);
  nida_chart_draft_take (self->draft, spec, NULL);
}

/* --- showing --- */

static void
show_choice (Data     *self,
             Choice    choice,
             gboolean  visible,
             guint     selected)
{
  gtk_widget_set_visible (self->rows[choice], visible);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_downs[choice]), selected);
}

static void
show_pinned (Data                *self,
             const NidaChartSpec *spec)
{
  const NidaDraftAnswer *answer = nida_chart_draft_get_answer (self->draft);
  NidaCube *cube = answer != NULL ? answer->names : NULL;
  guint selected = 0;

  if (self->pinned_names == NULL || self->pinned_cube != cube)
    {
      NidaField field = answer != NULL ? answer->subject.field[0] : NIDA_FIELD_NONE;

      g_strfreev (self->pinned_names);
      self->pinned_names = names_of (cube);
      g_set_object (&self->pinned_cube, cube);
      set_dictionary (self, self->pinned, field);
      /* Translators: no name is always shown in a ranking */
      fill_names (self->pinned, field, self->pinned_names, _("None"));
    }
  for (guint i = 0; spec->pinned != NULL && self->pinned_names[i] != NULL && i < MAX_NAMES; i++)
    if (g_str_equal (self->pinned_names[i], spec->pinned))
      selected = i + 1;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->pinned), selected);
}

static void
update (Data *self)
{
  const NidaChartSpec *spec = nida_chart_draft_get_spec (self->draft);
  const NidaChartTraits *traits = nida_chart_kind_get_traits (spec->kind);
  guint choices = traits->choices;

  self->showing = TRUE;
  show_choice (self, CHOICE_MEASURE, choices & NIDA_CHOICE_MEASURE, spec->measure);
  show_choice (self, CHOICE_BY, traits->max_fields > 0, place_of (self, by_field (spec, 0)));
  show_choice (self, CHOICE_AND_BY, traits->max_fields > 1 && spec->query->n_by > 0, place_of (self, by_field (spec, 1)));
  show_choice (self, CHOICE_STEP, choices & NIDA_CHOICE_STEP, spec->step);
  show_choice (self, CHOICE_STACK, choices & NIDA_CHOICE_STACK, spec->stack);
  show_choice (self, CHOICE_FORM, choices & NIDA_CHOICE_FORM, spec->parts);
  show_choice (self, CHOICE_ORDER, choices & NIDA_CHOICE_ORDER, spec->order);
  show_choice (self, CHOICE_PANELS, spec->kind != NIDA_CHART_NUMBER, place_of (self, spec->panels));
  gtk_widget_set_visible (self->top_row, choices & NIDA_CHOICE_TOP);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->top), spec->top);
  gtk_widget_set_visible (self->pinned_row, choices & NIDA_CHOICE_PINNED);
  if (choices & NIDA_CHOICE_PINNED)
    show_pinned (self, spec);
  show_filters (self);
  self->showing = FALSE;
}

static void
changed_cb (GtkWidget *form)
{
  update (g_object_get_data (G_OBJECT (form), "nida-page"));
}

/* --- building --- */

static void
add_choice (Data               *self,
            GtkWidget          *form,
            Choice              choice,
            const char         *title,
            const char * const *words)
{
  self->drop_downs[choice] = nida_form_drop_down_new (words);
  self->rows[choice] = nida_form_append (form, title, self->drop_downs[choice]);
  g_object_set_data (G_OBJECT (self->drop_downs[choice]), "nida-choice", GINT_TO_POINTER (choice));
  g_signal_connect (self->drop_downs[choice], "notify::selected", G_CALLBACK (selected_cb), self);
}

static void
add_choices (Data      *self,
             GtkWidget *form)
{
  const char *measures[NIDA_N_MEASURES + 1] = { NULL }, *steps[NIDA_STEP_FISCAL_YEAR + 2] = { NULL };
  /* Translators: the first is a list without a choice of field: the chart takes the usual one */
  g_auto (GStrv) by = field_words (self, _("Automatic")), and_by = field_words (self, _("Nothing else"));
  /* Translators: no field: one large chart instead of many small ones */
  g_auto (GStrv) panels = field_words (self, _("No: one chart"));

  for (NidaMeasure measure = 0; measure < NIDA_N_MEASURES; measure++)
    measures[measure] = nida_words_measure (measure);
  for (NidaStep step = 0; step <= NIDA_STEP_FISCAL_YEAR; step++)
    steps[step] = nida_words_step (step);
  add_choice (self, form, CHOICE_MEASURE, _("Measure"), measures);
  /* Translators: by which field a chart is split */
  add_choice (self, form, CHOICE_BY, _("By"), (const char * const *) by);
  add_choice (self, form, CHOICE_AND_BY, _("And by"), (const char * const *) and_by);
  add_choice (self, form, CHOICE_STEP, _("Step of time"), steps);
  /* Translators: colours of columns over time */
  add_choice (self, form, CHOICE_STACK, _("Columns"), (const char *[]) { _("Automatic"), _("In one colour"), _("Stacked by name"), _("Running total"), NULL });
  add_choice (self, form, CHOICE_FORM, _("Form"), (const char *[]) { _("Automatic"), _("Bar"), _("Ring"), NULL });
  add_choice (self, form, CHOICE_ORDER, _("Order"), (const char *[]) { _("As in the source"), _("By requirement"), _("By gap"), NULL });
  /* Translators: small charts side by side, one for each name of a field */
  add_choice (self, form, CHOICE_PANELS, _("A small chart for each"), (const char * const *) panels);
}

static void
add_filters (Data      *self,
             GtkWidget *form)
{
  /* Translators: no field is chosen yet */
  g_auto (GStrv) words = field_words (self, _("Choose a field…"));
  GtkWidget *add = gtk_button_new_with_mnemonic (_("A_dd Filter"));

  nida_form_append_heading (form, _("Filters of this chart"));
  self->filters = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (form), self->filters);
  self->filter_field = nida_form_drop_down_new ((const char * const *) words);
  self->filter_value = nida_form_drop_down_new ((const char *[]) { NULL });
  gtk_widget_set_sensitive (self->filter_value, FALSE);
  nida_form_append (form, _("Field"), self->filter_field);
  nida_form_append (form, _("Value"), self->filter_value);
  gtk_widget_add_css_class (add, "nida-raised");
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (form), add);
  g_signal_connect_swapped (self->filter_field, "notify::selected", G_CALLBACK (filter_field_cb), self);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_filter_cb), self);
}

/**
 * nida_editor_data_new:
 *
 * Returns: (transfer floating): the page of the editor that asks for the question
 */
GtkWidget *
nida_editor_data_new (NidaChartDraft *draft)
{
  GtkWidget *form = nida_form_new ();
  Data *self = g_new0 (Data, 1);

  self->draft = g_object_ref (draft);
  g_object_set_data_full (G_OBJECT (form), "nida-page", self, data_free);
  find_fields (self);
  add_choices (self, form);
  self->top = gtk_spin_button_new_with_range (0, 100, 1);
  /* Translators: how many names have a bar of their own before "Other"; 0: as many as find room */
  self->top_row = nida_form_append (form, _("Names shown (0: as many as fit)"), self->top);
  g_signal_connect (self->top, "value-changed", G_CALLBACK (top_changed_cb), self);
  self->pinned = nida_form_drop_down_new ((const char *[]) { NULL });
  self->pinned_row = nida_form_append (form, _("Always shown"), self->pinned);
  g_signal_connect (self->pinned, "notify::selected", G_CALLBACK (pinned_cb), self);
  add_filters (self, form);
  g_signal_connect_object (draft, "changed", G_CALLBACK (changed_cb), form, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "answered", G_CALLBACK (changed_cb), form, G_CONNECT_SWAPPED);
  update (self);
  return form;
}
