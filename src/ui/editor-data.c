/* Only what the kind heeds is asked for. */
#include "config.h"

#include "editor-data.h"

#include "editor-filters.h"
#include "editor-names.h"
#include "editor-order.h"
#include "form.h"
#include "look.h"
#include "query-words.h"
#include "translate.h"
#include "words.h"

#include <string.h>

typedef enum {
  CHOICE_MEASURE,
  CHOICE_BY,
  CHOICE_AND_BY,
  CHOICE_THIRD_BY,
  CHOICE_STEP,
  CHOICE_STACK,
  CHOICE_FORM,
  CHOICE_ORDER,
  CHOICE_RANK_ORDER,
  CHOICE_TILES,
  CHOICE_PANELS,
  N_CHOICES,
} Choice;

typedef struct {
  NidaChartDraft  *draft;
  NidaEditorFields fields;           /* that can be grouped by */
  GtkWidget       *rows[N_CHOICES], *drop_downs[N_CHOICES];
  GtkWidget       *top_row, *top, *pinned_row, *pinned, *category_row, *category, *own_scales, *projection;
  char           **pinned_names;
  NidaField        pinned_field;     /* of @pinned_names */
  GPtrArray       *categories;       /* indicators, as the data name them */
  NidaCube        *category_cube;    /* of @categories */
  gboolean         showing;
} Data;

static void
data_free (gpointer user_data)
{
  Data *self = user_data;

  g_object_unref (self->draft);
  g_strfreev (self->pinned_names);
  g_ptr_array_unref (self->categories);
  g_clear_object (&self->category_cube);
  g_free (self);
}

/* As they stand in the list. */
static const NidaOrder rank_orders[] = { NIDA_ORDER_SOURCE, NIDA_ORDER_SMALLEST, NIDA_ORDER_NAME };

static NidaField
by_field (const NidaChartSpec *spec,
          guint                index)
{
  return index < spec->query->n_by ? spec->query->by[index].field : NIDA_FIELD_NONE;
}

/* --- taking choices --- */

/* The field at @index is to be @field: one that stands elsewhere changes places with it, and without a first one all are left to
 * the chart. */
static void
set_by (NidaChartSpec *spec,
        guint          index,
        NidaField      field)
{
  NidaField fields[NIDA_MAX_BY] = { by_field (spec, 0), by_field (spec, 1), by_field (spec, 2) };

  for (guint i = 0; field != NIDA_FIELD_NONE && i < NIDA_MAX_BY; i++)
    if (fields[i] == field)
      fields[i] = fields[index];
  fields[index] = field;
  spec->query->n_by = 0;
  for (guint i = 0; fields[0] != NIDA_FIELD_NONE && i < NIDA_MAX_BY; i++)
    if (fields[i] != NIDA_FIELD_NONE)
      spec->query->by[spec->query->n_by++] = (NidaGroupBy) { fields[i], NIDA_STEP_NONE };
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
    case CHOICE_AND_BY:
    case CHOICE_THIRD_BY:
      set_by (spec, choice - CHOICE_BY, nida_editor_fields_get (&self->fields, chosen));
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
    case CHOICE_RANK_ORDER:
      spec->order = rank_orders[chosen];
      break;
    case CHOICE_TILES:
      spec->tiles = chosen;
      break;
    case CHOICE_PANELS:
    case N_CHOICES:
    default:
      spec->panels = nida_editor_fields_get (&self->fields, chosen);
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

static void
switched_cb (GtkCheckButton *button,
             GParamSpec     *pspec,
             Data           *self)
{
  NidaChartSpec *spec;

  if (self->showing)
    return;
  spec = nida_chart_draft_dup_spec (self->draft);
  spec->own_scales = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->own_scales));
  spec->no_projection = !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->projection));
  nida_chart_draft_take (self->draft, spec, NULL);
}

static void
category_cb (GtkDropDown *drop_down,
             GParamSpec  *pspec,
             Data        *self)
{
  guint chosen = gtk_drop_down_get_selected (drop_down);
  NidaChartSpec *spec;

  if (self->showing || chosen >= self->categories->len)
    return;
  spec = nida_chart_draft_dup_spec (self->draft);
  g_free (spec->category);
  spec->category = g_strdup (self->categories->pdata[chosen]);
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

/* The list is not filled anew while somebody chooses from it. */
static void
fill_pinned (Data                  *self,
             const NidaDraftAnswer *answer)
{
  NidaField field = answer != NULL ? answer->subject.field[0] : NIDA_FIELD_NONE;
  g_auto (GStrv) names = nida_editor_names_of (answer != NULL ? answer->names : NULL);

  if (self->pinned_names != NULL && self->pinned_field == field && g_strv_equal ((const char * const *) names, (const char * const *) self->pinned_names))
    return;
  g_strfreev (self->pinned_names);
  self->pinned_names = g_steal_pointer (&names);
  self->pinned_field = field;
  /* Translators: no name is always shown in a ranking */
  nida_editor_names_fill (GTK_DROP_DOWN (self->pinned), nida_session_get_dataset (nida_chart_draft_get_session (self->draft)), field,
                          self->pinned_names, _("None"));
}

static void
show_pinned (Data                *self,
             const NidaChartSpec *spec)
{
  guint selected = 0;

  fill_pinned (self, nida_chart_draft_get_answer (self->draft));
  for (guint i = 0; spec->pinned != NULL && self->pinned_names[i] != NULL; i++)
    if (g_str_equal (self->pinned_names[i], spec->pinned))
      selected = i + 1;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->pinned), selected);
}

/* The indicators of which @cube speaks. The list is not filled anew while somebody chooses from it. */
static void
fill_categories (Data     *self,
                 NidaCube *cube)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free), arabic = g_ptr_array_new ();

  if (!g_set_object (&self->category_cube, cube))
    return;
  g_ptr_array_set_size (self->categories, 0);
  for (guint i = 0; cube != NULL && i < nida_cube_get_n_facts (cube); i++)
    {
      const NidaFact *fact = nida_cube_get_fact (cube, i);

      if (fact->category == NULL || g_ptr_array_find_with_equal_func (self->categories, fact->category, g_str_equal, NULL))
        continue;
      g_ptr_array_add (self->categories, g_strdup (fact->category));
      g_ptr_array_add (words, nida_words_plain_name (language, NIDA_FIELD_CATEGORY, fact->category, fact->category_ar));
      g_ptr_array_add (arabic, (gpointer) fact->category_ar);
    }
  g_ptr_array_add (words, NULL);
  nida_form_drop_down_fill_names (GTK_DROP_DOWN (self->category), (const char * const *) words->pdata,
                                  (const char * const *) self->categories->pdata, (const char * const *) arabic->pdata);
}

static void
show_categories (Data                *self,
                 const NidaChartSpec *spec)
{
  const NidaDraftAnswer *answer = nida_chart_draft_get_answer (self->draft);
  guint selected = 0;

  if (answer != NULL && answer->spec->kind == NIDA_CHART_INDICATOR)
    fill_categories (self, answer->cubes != NULL ? answer->cubes->pdata[0] : NULL);
  for (guint i = 0; spec->category != NULL && i < self->categories->len; i++)
    if (g_str_equal (self->categories->pdata[i], spec->category))
      selected = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->category), selected);
  gtk_widget_set_visible (self->category_row, self->categories->len > 1);
}

/* An order that is of another kind of chart is here the largest first. */
static guint
find_rank_order (NidaOrder order)
{
  guint at = G_N_ELEMENTS (rank_orders) - 1;

  while (at > 0 && rank_orders[at] != order)
    at--;
  return at;
}

/* Where a chart completes a single field, nothing chosen is not nothing drawn. */
static void
show_and_by (Data                  *self,
             const NidaChartSpec   *spec,
             const NidaChartTraits *traits)
{
  const char *none = traits->max_fields > 2 ? _("Automatic") : _("Nothing else");
  GtkStringList *words = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (self->drop_downs[CHOICE_AND_BY])));

  if (!g_str_equal (gtk_string_list_get_string (words, 0), none))
    gtk_string_list_splice (words, 0, 1, (const char *[]) { none, NULL });
  show_choice (self, CHOICE_AND_BY, traits->max_fields > 1 && spec->query->n_by > 0, nida_editor_fields_find (&self->fields, by_field (spec, 1)));
  show_choice (self, CHOICE_THIRD_BY, traits->max_fields > 2 && spec->query->n_by > 1, nida_editor_fields_find (&self->fields, by_field (spec, 2)));
}

static void
update (Data *self)
{
  const NidaChartSpec *spec = nida_chart_draft_get_spec (self->draft);
  const NidaChartTraits *traits = nida_chart_kind_get_traits (spec->kind);
  guint choices = traits->choices;

  self->showing = TRUE;
  show_choice (self, CHOICE_MEASURE, choices & NIDA_CHOICE_MEASURE, spec->measure);
  show_choice (self, CHOICE_BY, traits->max_fields > 0, nida_editor_fields_find (&self->fields, by_field (spec, 0)));
  show_and_by (self, spec, traits);
  show_choice (self, CHOICE_STEP, choices & NIDA_CHOICE_STEP, spec->step);
  show_choice (self, CHOICE_STACK, choices & NIDA_CHOICE_STACK, spec->stack);
  show_choice (self, CHOICE_FORM, choices & NIDA_CHOICE_FORM, spec->parts);
  show_choice (self, CHOICE_ORDER, choices & NIDA_CHOICE_ORDER, spec->order <= NIDA_ORDER_GAP ? spec->order : NIDA_ORDER_SOURCE);
  show_choice (self, CHOICE_RANK_ORDER, choices & NIDA_CHOICE_RANK_ORDER, find_rank_order (spec->order));
  show_choice (self, CHOICE_TILES, (choices & NIDA_CHOICE_TILES) && by_field (spec, 0) != NIDA_FIELD_REGION, spec->tiles);
  show_choice (self, CHOICE_PANELS, spec->kind != NIDA_CHART_NUMBER, nida_editor_fields_find (&self->fields, spec->panels));
  gtk_widget_set_visible (self->top_row, choices & NIDA_CHOICE_TOP);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->top), spec->top);
  gtk_widget_set_visible (self->pinned_row, choices & NIDA_CHOICE_PINNED);
  if (choices & NIDA_CHOICE_PINNED)
    show_pinned (self, spec);
  gtk_widget_set_visible (self->category_row, FALSE);
  if (choices & NIDA_CHOICE_CATEGORY)
    show_categories (self, spec);
  gtk_widget_set_visible (self->own_scales, spec->panels != NIDA_FIELD_NONE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->own_scales), spec->own_scales);
  gtk_widget_set_visible (self->projection, choices & NIDA_CHOICE_PROJECTION);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->projection), !spec->no_projection);
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

static GtkWidget *
add_check (Data       *self,
           GtkWidget  *form,
           const char *words)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (words);

  g_signal_connect (check, "notify::active", G_CALLBACK (switched_cb), self);
  gtk_box_append (GTK_BOX (form), check);
  return check;
}

static void
add_choices (Data      *self,
             GtkWidget *form)
{
  const char *measures[NIDA_N_MEASURES + 1] = { NULL }, *steps[NIDA_STEP_FISCAL_YEAR + 2] = { NULL };
  /* Translators: the first is a list without a choice of field: the chart takes the usual one */
  g_auto (GStrv) by = nida_editor_fields_words (&self->fields, _("Automatic"));
  g_auto (GStrv) and_by = nida_editor_fields_words (&self->fields, _("Nothing else"));
  /* Translators: no field: one large chart instead of many small ones */
  g_auto (GStrv) panels = nida_editor_fields_words (&self->fields, _("No: one chart"));

  for (NidaMeasure measure = 0; measure < NIDA_N_MEASURES; measure++)
    measures[measure] = nida_words_measure (measure);
  for (NidaStep step = 0; step <= NIDA_STEP_FISCAL_YEAR; step++)
    steps[step] = nida_words_step (step);
  add_choice (self, form, CHOICE_MEASURE, _("Measure"), measures);
  /* Translators: by which field a chart is split */
  add_choice (self, form, CHOICE_BY, _("By"), (const char * const *) by);
  add_choice (self, form, CHOICE_AND_BY, _("And by"), (const char * const *) and_by);
  /* Translators: by which third field flows are split, the column at the end of the diagram */
  add_choice (self, form, CHOICE_THIRD_BY, _("Then by"), (const char * const *) and_by);
  add_choice (self, form, CHOICE_STEP, _("Step of time"), steps);
  /* Translators: colours of columns over time */
  add_choice (self, form, CHOICE_STACK, _("Columns"), (const char *[]) { _("Automatic"), _("In one colour"), _("Stacked by name"), _("Running total"), NULL });
  add_choice (self, form, CHOICE_FORM, _("Form"), (const char *[]) { _("Automatic"), _("Bar"), _("Ring"), NULL });
  add_choice (self, form, CHOICE_ORDER, _("Order"), (const char *[]) { _("As in the source"), _("By requirement"), _("By gap"), NULL });
  /* Translators: the bars of a ranking */
  add_choice (self, form, CHOICE_RANK_ORDER, _("Order of the bars"), (const char *[]) { _("The largest first"), _("The smallest first"), _("By name"), NULL });
  /* Translators: of which part of the world a map of tiles is; Automatic is the Arab countries where all others have nothing */
  add_choice (self, form, CHOICE_TILES, _("Area"), (const char *[]) { _("Automatic"), _("The world"), _("Arab countries"), NULL });
  /* Translators: small charts side by side, one for each name of a field */
  add_choice (self, form, CHOICE_PANELS, _("A small chart for each"), (const char * const *) panels);
  self->own_scales = add_check (self, form, _("Each on a scale of its _own"));
}

static void
add_names (Data      *self,
           GtkWidget *form)
{
  self->top = gtk_spin_button_new_with_range (0, 100, 1);
  /* Translators: how many names have a bar of their own before "Other"; 0: as many as find room */
  self->top_row = nida_form_append (form, _("Names shown (0: as many as fit)"), self->top);
  g_signal_connect (self->top, "value-changed", G_CALLBACK (top_changed_cb), self);
  self->pinned = nida_form_drop_down_new ((const char *[]) { NULL });
  self->pinned_row = nida_form_append (form, _("Always shown"), self->pinned);
  g_signal_connect (self->pinned, "notify::selected", G_CALLBACK (pinned_cb), self);
  self->category = nida_form_drop_down_new ((const char *[]) { NULL });
  self->category_row = nida_form_append (form, _("Indicator"), self->category);
  g_signal_connect (self->category, "notify::selected", G_CALLBACK (category_cb), self);
  /* Translators: of the pace of a year: whether to draw where it may end */
  self->projection = add_check (self, form, _("Show where the year may _end"));
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
  nida_editor_fields_init (&self->fields, nida_session_get_dataset (nida_chart_draft_get_session (draft)));
  self->categories = g_ptr_array_new_with_free_func (g_free);
  add_choices (self, form);
  add_names (self, form);
  gtk_box_append (GTK_BOX (form), nida_editor_filters_new (draft));
  gtk_box_append (GTK_BOX (form), nida_editor_order_new (draft));
  g_signal_connect_object (draft, "changed", G_CALLBACK (changed_cb), form, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "answered", G_CALLBACK (changed_cb), form, G_CONNECT_SWAPPED);
  update (self);
  return form;
}
