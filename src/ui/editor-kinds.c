/* A kind that does not fit stays in the grid, pale, and says why when it is chosen: hidden, nobody would learn what it needs. */
#include "config.h"

#include "editor-kinds.h"

#include "form.h"
#include "translate.h"
#include "ui-shell.h"

#define MAX_SUGGESTIONS 4

typedef struct {
  NidaChartDraft *draft;
  GtkWidget      *grid;
  GtkWidget      *buttons[NIDA_N_CHARTS];
  GtkWidget      *purpose;        /* of the kind that is chosen, or why the one that was tried does not fit */
  GtkWidget      *suggestions;
  gboolean        showing;
} Kinds;

static void
kinds_free (gpointer data)
{
  Kinds *self = data;

  g_object_unref (self->draft);
  g_free (self);
}

static void
choose (Kinds         *self,
        NidaChartKind  kind)
{
  NidaChartSpec *spec = nida_chart_draft_dup_spec (self->draft);

  spec->kind = kind;
  nida_chart_draft_take (self->draft, spec, NULL);
}

static void update (Kinds *self);

static void
toggled_cb (GtkToggleButton *button,
            Kinds           *self)
{
  NidaChartKind kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "nida-kind"));
  g_autofree char *why = NULL;

  if (self->showing)
    return;
  why = nida_chart_draft_dup_why_not (self->draft, kind);
  if (why == NULL)
    choose (self, kind);
  update (self);
  if (why != NULL)
    {
      /* Translators: a kind of chart, and why it cannot be chosen: "Slopes: No amount has a date." */
      g_autofree char *words = g_strdup_printf (_("%1$s: %2$s"), nida_chart_kind_get_label (kind), why);

      nida_shell_set_label (GTK_LABEL (self->purpose), words);
    }
}

static GtkWidget *
new_button (Kinds         *self,
            NidaChartKind  kind)
{
  GtkWidget *button = gtk_toggle_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (nida_chart_kind_get_label (kind)), *icon;
  g_autofree char *name = g_strdup_printf ("nida-chart-%s-symbolic", nida_chart_kind_get_name (kind));

  icon = gtk_image_new_from_icon_name (name);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 11);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "nida-kind");
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "nida-kind", GINT_TO_POINTER (kind));
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  return button;
}

static void
add_buttons (Kinds *self)
{
  for (NidaChartKind kind = 0; kind < NIDA_N_CHARTS; kind++)
    {
      GtkWidget *child = gtk_flow_box_child_new ();

      self->buttons[kind] = new_button (self, kind);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), self->buttons[kind]);
      gtk_widget_set_focusable (child, FALSE);      /* the button inside has the focus */
      gtk_flow_box_insert (GTK_FLOW_BOX (self->grid), child, -1);
    }
}

static void
update (Kinds *self)
{
  NidaChartKind chosen = nida_chart_draft_get_spec (self->draft)->kind;

  self->showing = TRUE;
  for (NidaChartKind kind = 0; kind < NIDA_N_CHARTS; kind++)
    {
      g_autofree char *why = nida_chart_draft_dup_why_not (self->draft, kind);
      const char *words = why != NULL ? why : nida_chart_kind_get_purpose (kind);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[kind]), kind == chosen);
      if (why != NULL)
        gtk_widget_add_css_class (self->buttons[kind], "nida-unfit");
      else
        gtk_widget_remove_css_class (self->buttons[kind], "nida-unfit");
      nida_shell_set_tooltip (self->buttons[kind], words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[kind]), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
    }
  nida_shell_set_label (GTK_LABEL (self->purpose), nida_chart_kind_get_purpose (chosen));
  self->showing = FALSE;
}

/* --- suggestions --- */

static void
suggestion_cb (GtkButton *button,
               Kinds     *self)
{
  choose (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "nida-kind")));
}

static void
add_suggestion (Kinds                *self,
                const NidaSuggestion *suggestion)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (nida_chart_kind_get_label (suggestion->kind)), *reason = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "nida-strong");
  gtk_label_set_xalign (GTK_LABEL (reason), 0);
  gtk_label_set_wrap (GTK_LABEL (reason), TRUE);
  nida_shell_set_label (GTK_LABEL (reason), suggestion->reason);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), reason);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "nida-raised");
  gtk_widget_add_css_class (button, "nida-suggestion");
  g_object_set_data (G_OBJECT (button), "nida-kind", GINT_TO_POINTER (suggestion->kind));
  g_signal_connect (button, "clicked", G_CALLBACK (suggestion_cb), self);
  gtk_box_append (GTK_BOX (self->suggestions), button);
}

static void
suggest_cb (Kinds *self)
{
  const NidaDraftAnswer *answer = nida_chart_draft_get_answer (self->draft);
  g_autoptr (GPtrArray) list = NULL;

  if (answer == NULL)
    return;
  list = nida_chart_suggest (nida_chart_draft_get_applied (self->draft), &answer->subject);
  nida_form_clear (self->suggestions);
  for (guint i = 0; i < MIN (list->len, MAX_SUGGESTIONS); i++)
    add_suggestion (self, list->pdata[i]);
  if (list->len == 0)
    nida_form_append_words (self->suggestions, _("No kind of chart can show these fields. Choose others."));
  else
    gtk_widget_grab_focus (gtk_widget_get_first_child (self->suggestions));
}

static void
changed_cb (GtkWidget *form)
{
  update (g_object_get_data (G_OBJECT (form), "nida-page"));
}

/**
 * nida_editor_kinds_new:
 *
 * Returns: (transfer floating): the page of the editor that asks for the kind
 */
GtkWidget *
nida_editor_kinds_new (NidaChartDraft *draft)
{
  GtkWidget *form = nida_form_new ();
  Kinds *self = g_new0 (Kinds, 1);
  GtkWidget *suggest = gtk_button_new_with_mnemonic (_("_Suggest a Chart"));

  self->draft = g_object_ref (draft);
  g_object_set_data_full (G_OBJECT (form), "nida-page", self, kinds_free);
  gtk_widget_add_css_class (suggest, "nida-raised");
  gtk_widget_set_halign (suggest, GTK_ALIGN_START);
  g_signal_connect_swapped (suggest, "clicked", G_CALLBACK (suggest_cb), self);
  gtk_box_append (GTK_BOX (form), suggest);
  self->suggestions = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (form), self->suggestions);
  self->grid = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->grid), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->grid), TRUE);
  gtk_widget_set_valign (self->grid, GTK_ALIGN_START);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->grid), 2);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->grid), 5);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kind of chart"), -1);
  add_buttons (self);
  gtk_box_append (GTK_BOX (form), self->grid);
  self->purpose = nida_form_append_words (form, "");
  g_signal_connect_object (draft, "changed", G_CALLBACK (changed_cb), form, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "answered", G_CALLBACK (changed_cb), form, G_CONNECT_SWAPPED);
  update (self);
  return form;
}
