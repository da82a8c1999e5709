/* The chosen filters as chips, each removes itself, and the counting rule as a menu. */
#include "config.h"

#include "filter-chips.h"

#include "changes-window.h"
#include "drill.h"
#include "look.h"
#include "query-words.h"
#include "selected-words.h"
#include "selection-menu.h"
#include "source.h"
#include "translate.h"
#include "ui-shell.h"
#include "words.h"
#include "wrap-layout.h"

#define MAX_CHIP_CHARS 44

struct _NidaFilterChips
{
  GtkWidget    parent_instance;

  NidaSession *session;
  guint        idle;
};

G_DEFINE_FINAL_TYPE (NidaFilterChips, nida_filter_chips, GTK_TYPE_WIDGET)

static void
chip_clicked_cb (NidaFilterChips *self,
                 GtkWidget       *chip)
{
  NidaField field = (NidaField) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "nida-field"));

  const char *input = g_object_get_data (G_OBJECT (chip), "nida-input");

  if (g_object_get_data (G_OBJECT (chip), "nida-brush") != NULL)
    nida_linked_set_brush (nida_session_get_linked (self->session), NIDA_LINKED_NO_CHART, NULL);
  else if (g_object_get_data (G_OBJECT (chip), "nida-compared") != NULL)
    nida_linked_set_compared (nida_session_get_linked (self->session), NULL);
  else if (g_object_get_data (G_OBJECT (chip), "nida-as-of") != NULL)
    nida_session_set_as_of (self->session, 0);
  else if (input != NULL)
    nida_session_set_input_off (self->session, input, FALSE);
  else if (field == NIDA_FIELD_NONE)
    nida_session_set_range (self->session, NIDA_DATE_NONE, NIDA_DATE_NONE);
  else
    nida_session_clear_field (self->session, field);
}

/* @field NONE is the range of days. */
static GtkWidget *
add_chip (NidaFilterChips *self,
          NidaField        field,
          const char      *words)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name ("nida-close-symbolic");
  /* Translators: %s is a filter as a chip shows it, "Donor: Kuwait" */
  g_autofree char *spoken = g_strdup_printf (_("Remove the filter %s"), words);

  nida_shell_set_label (GTK_LABEL (label), words);
  /* what it begins and ends with says what it is of, and whether it is selected or compared */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHIP_CHARS);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "nida-chip");
  nida_shell_set_tooltip (chip, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (chip), "nida-field", GINT_TO_POINTER (field));
  g_signal_connect_swapped (chip, "clicked", G_CALLBACK (chip_clicked_cb), self);
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
  return chip;
}

/* A source that is switched off. */
static void
add_off_chip (NidaFilterChips *self,
              const char      *input)
{
  g_autoptr (NidaSource) source = nida_source_new (input, TRUE, NULL);
  g_autofree char *name = nida_language_isolate (nida_look_get_language (nida_look_get ()), source != NULL ? source->name : input);
  /* Translators: a chip; %s is the name of a file whose figures are switched off */
  g_autofree char *words = g_strdup_printf (_("Without: %s"), name);
  GtkWidget *chip = add_chip (self, NIDA_FIELD_NONE, words);

  g_object_set_data_full (G_OBJECT (chip), "nida-input", g_strdup (input), g_free);
}

/* That these are not the newest data; lets go of the moment. */
static void
add_moment_chip (NidaFilterChips *self,
                 gint64           as_of)
{
  g_autofree char *moment = nida_language_moment (nida_look_get_language (nida_look_get ()), as_of, TRUE);
  /* Translators: a chip: the day whose data the board shows, "As of 1 Oct 2026" */
  g_autofree char *words = g_strdup_printf (_("As of %s"), moment);
  /* Translators: what the chip "As of 1 Oct 2026" does; %s is its text */
  g_autofree char *spoken = g_strdup_printf (_("%s. Back to the newest data."), words);
  GtkWidget *chip = add_chip (self, NIDA_FIELD_NONE, words);

  gtk_widget_add_css_class (chip, "selected");
  nida_shell_set_tooltip (chip, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (chip), "nida-as-of", self);
}

/* One of two selections as charts draw it: the second has an edge. */
static void
draw_swatch_cb (GtkDrawingArea *area,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        user_data)
{
  NidaTheme theme = nida_look_get_theme (nida_look_get ());
  NidaColor role = (NidaColor) GPOINTER_TO_UINT (user_data);
  NidaRgba color = nida_palette_get (theme, role);
  NidaRgba edge = nida_palette_get (theme, role == NIDA_COLOR_COMPARED ? NIDA_COLOR_TEXT : NIDA_COLOR_CARD);

  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, edge.red, edge.green, edge.blue);
  cairo_set_line_width (cr, 3);
  cairo_stroke (cr);
}

static void
add_swatch (GtkWidget *chip,
            NidaColor  color)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_widget_set_size_request (area, 12, 12);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_swatch_cb, GUINT_TO_POINTER (color), NULL);
  gtk_box_prepend (GTK_BOX (gtk_button_get_child (GTK_BUTTON (chip))), area);
}

/* @compared: the second of two selections. */
static void
add_selection_chips (NidaFilterChips *self,
                     const NidaBrush *brush,
                     gboolean         two,
                     gboolean         compared)
{
  const char *name = nida_selected_words_find_name (self->session, brush);

  for (guint i = 0; i < (name != NULL ? 1 : brush->n_parts); i++)
    {
      g_autofree char *part = name != NULL ? nida_language_isolate (nida_look_get_language (nida_look_get ()), name)
                                           : nida_selected_words_part (self->session, brush, i);
      g_autofree char *words = compared
                               /* Translators: a chip; %s is a selection that is compared with another: "Donor: Qatar (compared)" */
                               ? g_strdup_printf (_("%s (compared)"), part)
                               /* Translators: a chip; %s is what is selected in a chart while the rest stays pale: "Donor: Kuwait (selected)" */
                               : g_strdup_printf (_("%s (selected)"), part);
      /* Translators: what a click on the chip "Donor: Kuwait (selected)" does */
      g_autofree char *spoken = g_strdup_printf (_("Let go of the selection %s"), part);
      GtkWidget *chip = add_chip (self, NIDA_FIELD_NONE, words);

      gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      g_object_set_data (G_OBJECT (chip), compared ? "nida-compared" : "nida-brush", self);
      if (two)      /* on the blue of chips, the blue of the first would not be seen */
        add_swatch (chip, compared ? NIDA_COLOR_COMPARED : NIDA_COLOR_SELECTION);
      else
        gtk_widget_add_css_class (chip, "selected");
    }
}

/* What is under the brush, what it is compared with, and a button that makes filters of it. */
static void
add_brush_chips (NidaFilterChips *self,
                 const NidaBrush *brush,
                 const NidaBrush *compared)
{
  GtkWidget *button;

  add_selection_chips (self, brush, compared != NULL, FALSE);
  if (compared != NULL)
    add_selection_chips (self, compared, TRUE, TRUE);
  /* Translators: a button: show only what is selected, so that it becomes a filter */
  button = gtk_button_new_with_label (_("Show Only This"));
  gtk_widget_add_css_class (button, "nida-plain");
  g_signal_connect_object (button, "clicked", G_CALLBACK (nida_session_filter_by_brush), self->session, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
add_rule_item (GMenu      *menu,
               const char *label,
               const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.count-rule", "s", target);
  g_menu_append_item (menu, item);
}

static void
create_rule_menu_cb (GtkMenuButton *button,
                     gpointer       user_data)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  add_rule_item (menu, _("As each chart asks"), "auto");
  add_rule_item (menu, _("Each flow once"), "distinct");
  add_rule_item (menu, _("As FTS counts for a place or plan"), "boundary");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  nida_shell_fit_popover (gtk_menu_button_get_popover (button));
}

static void
add_rule_button (NidaFilterChips *self)
{
  NidaRule rule = nida_filter_set_get_rule (nida_session_get_filters (self->session));
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: a menu button; %s is a counting rule, "each flow once" */
  g_autofree char *words = g_strdup_printf (_("Counting: %s"), nida_words_rule (rule == NIDA_RULE_AUTO ? NIDA_RULE_DISTINCT : rule));

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), words);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_rule_menu_cb, NULL, NULL);
  gtk_widget_add_css_class (button, "nida-rule");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
add_as_of_button (NidaFilterChips *self)
{
  /* Translators: a button: choose the day whose data are shown */
  GtkWidget *button = gtk_button_new_with_label (_("As of…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.as-of");
  gtk_widget_set_tooltip_text (button, _("Show the data as they were on an earlier day"));
  gtk_widget_add_css_class (button, "nida-plain");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

/* How many rows differ from an earlier reading; opens their list. */
static void
add_changes_button (NidaFilterChips *self,
                    NidaChangeSet   *changes)
{
  g_autofree char *count = nida_language_integer (nida_look_get_language (nida_look_get ()), changes->changes->len);
  /* Translators: a button: how many rows are new, changed or gone; opens their list */
  g_autofree char *label = g_strdup_printf (_("What changed: %s"), count);
  g_autofree char *words = nida_changes_words (changes);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.changes");
  nida_shell_set_tooltip (button, words);
  gtk_widget_add_css_class (button, "nida-news");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
crumb_clicked_cb (NidaFilterChips *self,
                  GtkWidget       *crumb)
{
  nida_session_drill_back (self->session, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (crumb), "nida-depth")));
}

static GtkWidget *
add_crumb (NidaFilterChips *self,
           const char      *words,
           GCallback        clicked_cb)
{
  GtkWidget *button = gtk_button_new_with_label (words);
  /* Translators: what the button with the name of a year, "All dates" or "All regions", does while somebody looks closer */
  g_autofree char *spoken = g_strdup_printf (_("Back to: %s"), words);

  gtk_widget_add_css_class (button, "nida-plain");
  nida_shell_set_tooltip (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_swapped (button, "clicked", clicked_cb, self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
add_crumb_of_time (NidaFilterChips *self,
                   guint            depth,
                   const char      *words)
{
  GtkWidget *button = add_crumb (self, words, G_CALLBACK (crumb_clicked_cb));

  g_object_set_data (G_OBJECT (button), "nida-depth", GUINT_TO_POINTER (depth));
}

/* Back from one region: the same as its chip does, said as a way back. */
static void
add_crumb_of_regions (NidaFilterChips *self)
{
  /* Translators: a button: back from the countries of one region to all regions of the world */
  GtkWidget *button = add_crumb (self, _("All regions"), G_CALLBACK (chip_clicked_cb));

  g_object_set_data (G_OBJECT (button), "nida-field", GINT_TO_POINTER (NIDA_FIELD_REGION));
}

/* The way down to the time that is looked at, each stretch of it a way back; the last is the filter's own chip. */
static void
add_crumbs (NidaFilterChips *self)
{
  NidaLook *look = nida_look_get ();
  NidaPeriod path[NIDA_DRILL_MOST];
  guint n = nida_drill_path (nida_session_get_filters (self->session), nida_session_get_fiscal_start (self->session), path);

  if (n == 0)
    return;
  /* Translators: a button: back from one year to all of the time */
  add_crumb_of_time (self, 0, _("All dates"));
  for (guint i = 0; i + 1 < n; i++)
    {
      g_autofree char *words = nida_language_period (nida_look_get_language (look), path[i], NIDA_DATE_MEDIUM);

      add_crumb_of_time (self, i + 1, words);
    }
}

/* Which child has the focus; G_MAXUINT for none. */
static guint
find_focus (NidaFilterChips *self)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint at = 0;

  if (focused == NULL)
    return G_MAXUINT;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != focused; child = gtk_widget_get_next_sibling (child))
    at++;
  return at;
}

/* Keys stay where they were, or go to the last that there is: who removes a chip or steps back does not begin at the top again. */
static void
restore_focus (NidaFilterChips *self,
               guint            at)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (at == G_MAXUINT || child == NULL)
    return;
  while (at-- > 0 && gtk_widget_get_next_sibling (child) != NULL)
    child = gtk_widget_get_next_sibling (child);
  gtk_widget_grab_focus (child);
}

static void
fill (NidaFilterChips *self)
{
  const NidaFilterSet *filters = nida_session_get_filters (self->session);
  NidaLinked *linked = nida_session_get_linked (self->session);
  NidaDate from, to;

  if (nida_filter_set_get_as_of (filters) != 0)
    add_moment_chip (self, nida_filter_set_get_as_of (filters));
  if (nida_filter_set_get_range (filters, &from, &to))
    {
      g_autofree char *words = nida_selected_words_range (from, to);

      add_chip (self, NIDA_FIELD_NONE, words);
    }
  for (guint i = 0; i < nida_filter_set_get_n (filters); i++)
    {
      const char * const *values;
      NidaField field = nida_filter_set_get (filters, i, &values);
      g_autofree char *words = nida_selected_words_field (self->session, field, values);

      if (field == NIDA_FIELD_DATE)
        add_crumbs (self);
      if (nida_filter_set_is_closer (filters, NIDA_FIELD_REGION) && field == NIDA_FIELD_REGION)
        add_crumb_of_regions (self);
      add_chip (self, field, words);
    }
  if (nida_linked_get_brush (linked) != NULL)
    add_brush_chips (self, nida_linked_get_brush (linked), nida_linked_get_compared (linked));
  if (nida_linked_get_brush (linked) != NULL || nida_selections_get_n (nida_session_get_selections (self->session)) > 0)
    gtk_widget_set_parent (nida_selection_menu_new (self->session), GTK_WIDGET (self));
  for (guint i = 0; nida_filter_set_get_off (filters)[i] != NULL; i++)
    add_off_chip (self, nida_filter_set_get_off (filters)[i]);
  if (nida_session_get_changes (self->session) != NULL)
    add_changes_button (self, nida_session_get_changes (self->session));
  add_rule_button (self);
  add_as_of_button (self);
}

static void
rebuild (NidaFilterChips *self)
{
  guint at = find_focus (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  if (nida_session_get_dataset (self->session) == NULL)
    return;
  fill (self);
  restore_focus (self, at);
}

static gboolean
rebuild_cb (gpointer user_data)
{
  NidaFilterChips *self = user_data;

  self->idle = 0;
  rebuild (self);
  return G_SOURCE_REMOVE;
}

/* A brush that is drawn changes with each move of the pointer: the chips follow when there is time. */
static void
rebuild_soon (NidaFilterChips *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, rebuild_cb, self, NULL);
}

static void
nida_filter_chips_dispose (GObject *object)
{
  NidaFilterChips *self = NIDA_FILTER_CHIPS (object);
  GtkWidget *child;

  g_clear_handle_id (&self->idle, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (nida_filter_chips_parent_class)->dispose (object);
}

static void
nida_filter_chips_class_init (NidaFilterChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_filter_chips_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), NIDA_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nida_filter_chips_init (NidaFilterChips *self)
{
}

GtkWidget *
nida_filter_chips_new (NidaSession *session)
{
  NidaFilterChips *self = g_object_new (NIDA_TYPE_FILTER_CHIPS, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "filters-changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changes", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (nida_session_get_linked (session), "brush-changed", G_CALLBACK (rebuild_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (nida_session_get_selections (session), "changed", G_CALLBACK (rebuild_soon), self, G_CONNECT_SWAPPED);
  rebuild (self);
  return GTK_WIDGET (self);
}
