/* Lists of what a person adds. A row is made again only when their number changes, so that typing keeps its place. */
#include "config.h"

#include "editor-marks.h"

#include "editor-hues.h"
#include "form.h"
#include "look.h"
#include "query-words.h"
#include "said-amount.h"
#include "translate.h"
#include "ui-shell.h"
#include "words.h"

#include <math.h>

typedef struct {
  NidaChartDraft *draft;
  GtkWidget      *notes, *notes_help;
  GtkWidget      *references_part, *references;
  GtkWidget      *hues_part;
  GtkWidget      *time_row, *time;
  guint           n_notes, n_references;
  gboolean        showing, typing;
} Marks;

static void
marks_free (gpointer data)
{
  Marks *self = data;

  g_object_unref (self->draft);
  g_free (self);
}

static guint
index_of (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "nida-index"));
}

static GtkWidget *
add_text (Marks      *self,
          GtkWidget  *box,
          guint       index,
          const char *title,
          const char *text,
          gboolean    arabic,
          GCallback   changed)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  nida_shell_direct_entry (GTK_ENTRY (entry), arabic);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_hexpand (entry, TRUE);
  g_object_set_data (G_OBJECT (entry), "nida-index", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (entry), "nida-arabic", GINT_TO_POINTER (arabic));
  g_signal_connect (entry, "changed", changed, self);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

/* @titles, @texts: in English, in Arabic */
static void
add_both (Marks              *self,
          GtkWidget          *box,
          guint               index,
          const char * const *titles,
          const char * const *texts,
          GCallback           changed)
{
  for (guint place = 0; place < 2; place++)
    {
      gboolean arabic = nida_form_is_arabic (place);

      add_text (self, box, index, titles[arabic], texts[arabic], arabic, changed);
    }
}

static GtkWidget *
add_remove (Marks      *self,
            GtkWidget  *box,
            guint       index,
            const char *words,
            GCallback   clicked)
{
  GtkWidget *button = nida_form_remove_button (words);

  g_object_set_data (G_OBJECT (button), "nida-index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
replace_text (char       **place,
              const char  *text)
{
  g_free (*place);
  *place = *text != '\0' ? g_strdup (text) : NULL;
}

/* What is typed keeps its row. */
static void
take_typed (Marks         *self,
            NidaChartSpec *spec,
            const char    *what)
{
  self->typing = TRUE;
  nida_chart_draft_take (self->draft, spec, what);
  self->typing = FALSE;
}

/* --- notes --- */

static void
note_changed_cb (GtkEditable *entry,
                 Marks       *self)
{
  NidaChartSpec *spec = nida_chart_draft_dup_spec (self->draft);
  NidaNote *note = spec->notes->pdata[index_of (entry)];
  gboolean arabic = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (entry), "nida-arabic"));
  g_autofree char *what = g_strdup_printf ("note-%u-%d", index_of (entry), arabic);

  replace_text (arabic ? &note->text_ar : &note->text, gtk_editable_get_text (entry));
  take_typed (self, spec, what);
}

static void
remove_note_cb (GtkButton *button,
                Marks     *self)
{
  NidaChartSpec *spec = nida_chart_draft_dup_spec (self->draft);

  g_ptr_array_remove_index (spec->notes, index_of (button));
  self->n_notes = G_MAXUINT;
  nida_chart_draft_take (self->draft, spec, NULL);
}

static void
place_note_cb (GtkButton *button,
               Marks     *self)
{
  NidaChartSpec *spec = nida_chart_draft_dup_spec (self->draft);

  ((NidaNote *) spec->notes->pdata[index_of (button)])->moved = FALSE;
  nida_chart_draft_take (self->draft, spec, NULL);
}

/* "Kuwait and March 2024" */
static char *
datum_words (const NidaNote *note)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < note->n_fields; i++)
    g_ptr_array_add (words, nida_words_filter_value (language, note->fields[i], note->values[i]));
  g_ptr_array_add (words, NULL);
  return nida_language_list (language, (const char * const *) words->pdata);
}

static void
add_note (Marks          *self,
          guint           index,
          const NidaNote *note)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *words = datum_words (note);
  GtkWidget *label = nida_shell_new_label (words, "nida-strong"), *place = gtk_button_new_from_icon_name ("nida-undo-symbolic");
  /* Translators: of a note in a chart: where a drag has put it is forgotten */
  const char *back = _("Find a place for it again");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (place, "flat");
  nida_shell_set_tooltip (place, back);
  gtk_accessible_update_property (GTK_ACCESSIBLE (place), GTK_ACCESSIBLE_PROPERTY_LABEL, back, -1);
  g_object_set_data (G_OBJECT (place), "nida-index", GUINT_TO_POINTER (index));
  g_signal_connect (place, "clicked", G_CALLBACK (place_note_cb), self);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), place);
  add_remove (self, head, index, _("Remove the note"), G_CALLBACK (remove_note_cb));
  gtk_box_append (GTK_BOX (row), head);
  add_both (self, row, index, (const char *[]) { _("Note in English"), _("Note in Arabic") }, (const char *[]) { note->text, note->text_ar },
            G_CALLBACK (note_changed_cb));
  gtk_box_append (GTK_BOX (self->notes), row);
}

/* A note that is new is written at once. */
static void
show_notes (Marks               *self,
            const NidaChartSpec *spec)
{
  gboolean one_more = spec->notes->len == self->n_notes + 1;
  GtkWidget *row;

  if (self->n_notes == spec->notes->len)
    return;
  nida_form_clear (self->notes);
  for (guint i = 0; i < spec->notes->len; i++)
    add_note (self, i, spec->notes->pdata[i]);
  self->n_notes = spec->notes->len;
  row = gtk_widget_get_last_child (self->notes);
  if (one_more && row != NULL && gtk_widget_get_mapped (self->notes))
    gtk_widget_grab_focus (gtk_widget_get_prev_sibling (gtk_widget_get_last_child (row)));
}

/* --- reference lines --- */

static const char *
get_currency (Marks *self)
{
  const char *currency = nida_chart_draft_get_applied (self->draft)->query->currency;

  return currency != NULL ? currency : "USD";
}

static gboolean
is_money (NidaMeasure measure)
{
  return measure != NIDA_MEASURE_COVERAGE && measure != NIDA_MEASURE_COUNT;
}

/* What is typed: an amount as people say it, a percentage, a number. FALSE while it is none. */
static gboolean
parse_value (NidaMeasure  measure,
             const char  *text,
             gint64      *value)
{
  g_autoptr (GString) bare = g_string_new (text);
  NidaMoney money;

  g_string_replace (bare, "%", "", 0);
  g_string_replace (bare, "٪", "", 0);
  if (nida_said_amount_parse (bare->str, NIDA_DECIMAL_DOT, &money) != NIDA_MONEY_OK)
    return FALSE;
  if (is_money (measure))
    *value = money;
  else if (measure == NIDA_MEASURE_COUNT)
    *value = money / NIDA_MONEY_UNIT;
  else if (ABS (money) > G_MAXINT64 / 10)
    return FALSE;
  else
    *value = money * 10;                /* thousandths of a percent to millionths */
  return TRUE;
}

static char *
value_text (NidaMeasure measure,
            gint64      value)
{
  return nida_money_to_string (is_money (measure) ? value : measure == NIDA_MEASURE_COUNT ? value * NIDA_MONEY_UNIT : value / 10);
}

static void
reference_value_cb (GtkEditable *entry,
                    Marks       *self)
{
  NidaMeasure measure = nida_chart_draft_get_spec (self->draft)->measure;
  g_autofree char *what = g_strdup_printf ("reference-%u", index_of (entry));
  NidaChartSpec *spec;
  NidaReference *reference;
  gint64 value;

  if (!parse_value (measure, gtk_editable_get_text (entry), &value))
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID);
  spec = nida_chart_draft_dup_spec (self->draft);
  reference = spec->references->pdata[index_of (entry)];
  reference->value = value;
  g_strlcpy (reference->currency, is_money (measure) ? get_currency (self) : "", sizeof reference->currency);
  take_typed (self, spec, what);
}

static void
reference_label_cb (GtkEditable *entry,
                    Marks       *self)
{
  NidaChartSpec *spec = nida_chart_draft_dup_spec (self->draft);
  NidaReference *reference = spec->references->pdata[index_of (entry)];
  gboolean arabic = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (entry), "nida-arabic"));
  g_autofree char *what = g_strdup_printf ("reference-label-%u-%d", index_of (entry), arabic);

  replace_text (arabic ? &reference->label_ar : &reference->label, gtk_editable_get_text (entry));
  take_typed (self, spec, what);
}

static void
remove_reference_cb (GtkButton *button,
                     Marks     *self)
{
  NidaChartSpec *spec = nida_chart_draft_dup_spec (self->draft);

  g_ptr_array_remove_index (spec->references, index_of (button));
  self->n_references = G_MAXUINT;
  nida_chart_draft_take (self->draft, spec, NULL);
}

/* Two digits of it, as people say an amount. */
static gint64
round_down (gint64 value)
{
  gint64 unit = 1;

  while (value / unit >= 100)
    unit *= 10;
  return value / unit * unit;
}

/* Near the largest figure of the chart, so that it is seen. */
static void
add_reference_cb (Marks *self)
{
  NidaChartSpec *spec = nida_chart_draft_dup_spec (self->draft);
  g_autoptr (NidaScene) scene = nida_chart_draft_build (self->draft, 640, 400);
  gint64 most = 0;

  for (guint i = 0; scene != NULL && i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaMark *mark = nida_scene_get_node (scene, i)->mark;

      if (mark != NULL && mark->n_fields > 0 && mark->money != NIDA_MONEY_NONE)
        most = MAX (most, mark->money);
    }
  nida_chart_spec_add_reference (spec, round_down (most), is_money (spec->measure) ? get_currency (self) : NULL, NULL, NULL);
  nida_chart_draft_take (self->draft, spec, NULL);
}

static void
add_reference (Marks               *self,
               guint                index,
               const NidaReference *reference,
               NidaMeasure          measure)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *text = value_text (measure, reference->value);
  g_autofree char *unit = is_money (measure) ? nida_language_currency_name (nida_look_get_language (nida_look_get ()), reference->currency)
                                             : g_strdup (measure == NIDA_MEASURE_COVERAGE ? "%" : "");

  add_text (self, head, index, _("Value"), text, FALSE, G_CALLBACK (reference_value_cb));
  gtk_box_append (GTK_BOX (head), gtk_label_new (unit));
  add_remove (self, head, index, _("Remove the line"), G_CALLBACK (remove_reference_cb));
  gtk_box_append (GTK_BOX (row), head);
  add_both (self, row, index, (const char *[]) { _("Name in English, such as Goal"), _("Name in Arabic") },
            (const char *[]) { reference->label, reference->label_ar }, G_CALLBACK (reference_label_cb));
  gtk_box_append (GTK_BOX (self->references), row);
}

/* What a line that is new stands at is typed at once. */
static void
show_references (Marks               *self,
                 const NidaChartSpec *spec)
{
  gboolean one_more = spec->references->len == self->n_references + 1;
  GtkWidget *row;

  if (self->n_references == spec->references->len)
    return;
  nida_form_clear (self->references);
  for (guint i = 0; i < spec->references->len; i++)
    add_reference (self, i, spec->references->pdata[i], spec->measure);
  self->n_references = spec->references->len;
  row = gtk_widget_get_last_child (self->references);
  if (one_more && row != NULL && gtk_widget_get_mapped (self->references))
    gtk_widget_grab_focus (gtk_widget_get_first_child (gtk_widget_get_first_child (row)));
}

/* --- time --- */

static void
time_cb (GtkDropDown *drop_down,
         GParamSpec  *pspec,
         Marks       *self)
{
  guint chosen = gtk_drop_down_get_selected (drop_down);
  NidaChartSpec *spec;

  if (self->showing)
    return;
  spec = nida_chart_draft_dup_spec (self->draft);
  spec->own_time = chosen > 0;
  spec->time_direction = chosen > 0 ? chosen - 1 : 0;
  nida_chart_draft_take (self->draft, spec, NULL);
}

static void
update (Marks *self)
{
  const NidaChartSpec *spec = nida_chart_draft_get_spec (self->draft);
  guint choices = nida_chart_kind_get_traits (spec->kind)->choices;

  self->showing = TRUE;
  show_notes (self, spec);
  gtk_widget_set_visible (self->notes_help, spec->notes->len == 0);
  gtk_widget_set_visible (self->references_part, choices & NIDA_CHOICE_REFERENCE);
  show_references (self, spec);
  gtk_widget_set_visible (self->hues_part, choices & NIDA_CHOICE_HUES);
  gtk_widget_set_visible (self->time_row, choices & NIDA_CHOICE_TIME);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->time), spec->own_time ? spec->time_direction + 1 : 0);
  self->showing = FALSE;
}

static void
answered_cb (GtkWidget *form)
{
  update (g_object_get_data (G_OBJECT (form), "nida-page"));
}

/* What is undone may stand in a text that is shown: rows are made again. A row that is new is found by their number. */
static void
changed_cb (GtkWidget *form)
{
  Marks *self = g_object_get_data (G_OBJECT (form), "nida-page");

  if (!self->typing)
    {
      if (self->n_references + 1 != nida_chart_draft_get_spec (self->draft)->references->len)
        self->n_references = G_MAXUINT;
      if (self->n_notes + 1 != nida_chart_draft_get_spec (self->draft)->notes->len)
        self->n_notes = G_MAXUINT;
    }
  update (self);
}

/**
 * nida_editor_marks_new:
 *
 * Returns: (transfer floating): the page of the editor for what is added to a chart
 */
GtkWidget *
nida_editor_marks_new (NidaChartDraft *draft)
{
  GtkWidget *form = nida_form_new (), *add = gtk_button_new_with_mnemonic (_("Add a _Line"));
  Marks *self = g_new0 (Marks, 1);

  self->draft = g_object_ref (draft);
  g_object_set_data_full (G_OBJECT (form), "nida-page", self, marks_free);
  nida_form_append_heading (form, _("Notes"));
  self->notes_help = nida_form_append_words (form, _("Choose a bar, a point or the like in the picture, then “Add a Note Here”. A note can be dragged."));
  self->notes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (form), self->notes);
  self->references_part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_box_append (GTK_BOX (form), self->references_part);
  nida_form_append_heading (self->references_part, _("Lines across the chart"));
  self->references = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self->references_part), self->references);
  gtk_widget_add_css_class (add, "nida-raised");
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_reference_cb), self);
  gtk_box_append (GTK_BOX (self->references_part), add);
  self->hues_part = nida_editor_hues_new (draft);
  gtk_box_append (GTK_BOX (form), self->hues_part);
  self->time = nida_form_drop_down_new ((const char *[]) { _("As in all charts"), _("Left to right"), _("Right to left"), _("As the language"), NULL });
  self->time_row = nida_form_append (form, _("Direction of time"), self->time);
  g_signal_connect (self->time, "notify::selected", G_CALLBACK (time_cb), self);
  g_signal_connect_object (draft, "changed", G_CALLBACK (changed_cb), form, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "answered", G_CALLBACK (answered_cb), form, G_CONNECT_SWAPPED);
  update (self);
  return form;
}
