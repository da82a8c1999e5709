/* One value in the filter panel: check, name, figure, and behind them a bar as long as the figure. */
#include "config.h"

#include "filter-row.h"

#include "aliases.h"
#include "translate.h"
#include "ui-shell.h"

struct _NidaFilterRow
{
  GtkWidget       parent_instance;

  GtkWidget      *check;
  GtkWidget      *name;
  GtkWidget      *figure;
  NidaSession    *session;
  NidaFilterList *list;
  GtkListItem    *item;       /* borrowed from the view, NULL while not bound */
  double          share;
  gboolean        showing;    /* the check follows the filters, not the person */
};

G_DEFINE_FINAL_TYPE (NidaFilterRow, nida_filter_row, GTK_TYPE_WIDGET)

static const char *
get_value (NidaFilterRow *self)
{
  return self->item != NULL ? nida_filter_item_get_value (gtk_list_item_get_item (self->item)) : NULL;
}

static void
show_check (NidaFilterRow *self)
{
  const char *value = get_value (self);
  gboolean chosen = value != NULL && nida_filter_set_has (nida_session_get_filters (self->session),
                                                          nida_filter_list_get_field (self->list), value);

  self->showing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), chosen);
  self->showing = FALSE;
  if (chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "checked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "checked");
}

static void
show (NidaFilterRow *self)
{
  guint position;
  g_autofree char *name = NULL;
  g_autofree char *figure = NULL;

  if (self->item == NULL)
    return;
  position = gtk_list_item_get_position (self->item);
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    return;
  name = nida_filter_list_dup_name (self->list, position);
  figure = nida_filter_list_dup_figure (self->list, position);
  nida_shell_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->figure), figure);
  nida_shell_set_tooltip (self->name, name);
  nida_shell_name_row (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, figure, -1);
  self->share = nida_filter_list_get_share (self->list, position);
  show_check (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
toggled_cb (NidaFilterRow *self)
{
  g_autofree char *value = g_strdup (get_value (self));

  if (!self->showing && value != NULL)
    nida_session_set_value (self->session, nida_filter_list_get_field (self->list), value,
                            gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

static void
clicked_cb (NidaFilterRow *self)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

/* --- the menu of a name --- */

static gboolean
names_organisations (NidaFilterRow *self)
{
  NidaField field = nida_filter_list_get_field (self->list);

  for (const NidaField *one = nida_alias_kind_get_fields (NIDA_ALIAS_ORGANISATION); *one != NIDA_FIELD_NONE; one++)
    if (*one == field)
      return TRUE;
  return FALSE;
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* The item that was chosen is activated after the popover closed. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add (unparent_cb, popover);
}

gboolean
nida_filter_row_has_menu (NidaFilterRow *self)
{
  const char *value = get_value (self);

  return value != NULL && *value != '\0' && names_organisations (self);
}

static void
open_menu (NidaFilterRow      *self,
           const GdkRectangle *at)
{
  const char *value = get_value (self);
  g_autoptr (GMenu) menu = NULL;
  g_autoptr (GMenuItem) item = NULL;
  GtkWidget *popover;

  if (!nida_filter_row_has_menu (self))
    return;
  menu = g_menu_new ();
  /* Translators: an item of the menu of a donor: say that another name means the same donor */
  item = g_menu_item_new (_("_Same as Another Name…"), NULL);
  g_menu_item_set_action_and_target (item, "win.name", "s", value);
  g_menu_append_item (menu, item);
  if (nida_filter_list_get_field (self->list) == NIDA_FIELD_DONOR)
    {
      g_clear_object (&item);
      item = g_menu_item_new (_("Donor _Report…"), NULL);
      g_menu_item_set_action_and_target (item, "win.donor-report-of", "s", value);
      g_menu_append_item (menu, item);
    }
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  nida_shell_fit_popover (GTK_POPOVER (popover));
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pressed_cb (NidaFilterRow *self,
            int            n_press,
            double         x,
            double         y)
{
  open_menu (self, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static void
menu_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  open_menu (NIDA_FILTER_ROW (widget), &(GdkRectangle) { gtk_widget_get_width (widget) / 2, gtk_widget_get_height (widget), 1, 1 });
}

/* The whole row is the check's: a narrow target is hard to hit. */
static void
make_clickable (NidaFilterRow *self,
                GtkWidget     *label)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (click));
}

static void
nida_filter_row_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  NidaFilterRow *self = NIDA_FILTER_ROW (widget);
  int start = gtk_widget_get_width (self->check) + 4;
  int room = gtk_widget_get_width (widget) - start;
  float length = (float) (room * self->share);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA color;

  if (length >= 1 && gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "nida_scent", &color))
    gtk_snapshot_append_color (snapshot, &color,
                               &GRAPHENE_RECT_INIT (rtl ? (float) room - length : (float) start, 3, length,
                                                    (float) gtk_widget_get_height (widget) - 6));
  GTK_WIDGET_CLASS (nida_filter_row_parent_class)->snapshot (widget, snapshot);
}

/* The arrows of the list go from row to row, of which its check has the keys. */
static gboolean
nida_filter_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NIDA_FILTER_ROW (widget)->check);
}

static void
nida_filter_row_dispose (GObject *object)
{
  NidaFilterRow *self = NIDA_FILTER_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (nida_filter_row_parent_class)->dispose (object);
}

static void
nida_filter_row_class_init (NidaFilterRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_filter_row_dispose;
  widget_class->snapshot = nida_filter_row_snapshot;
  widget_class->grab_focus = nida_filter_row_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (widget_class, "row.menu", NULL, menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "row.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "row.menu", NULL);
}

static void
nida_filter_row_init (NidaFilterRow *self)
{
  GtkGesture *menu;

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida-filter-row");
  self->check = gtk_check_button_new ();
  self->name = gtk_label_new (NULL);
  self->figure = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_widget_add_css_class (self->name, "name");
  gtk_widget_add_css_class (self->figure, "value");
  gtk_widget_add_css_class (self->figure, "nida-figures");
  gtk_widget_set_parent (self->check, GTK_WIDGET (self));
  gtk_widget_set_parent (self->name, GTK_WIDGET (self));
  gtk_widget_set_parent (self->figure, GTK_WIDGET (self));
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);
  make_clickable (self, self->name);
  make_clickable (self, self->figure);
  menu = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
}

GtkWidget *
nida_filter_row_new (NidaSession    *session,
                     NidaFilterList *list)
{
  NidaFilterRow *self = g_object_new (NIDA_TYPE_FILTER_ROW, NULL);

  self->session = g_object_ref (session);
  self->list = g_object_ref (list);
  g_signal_connect_object (session, "filters-changed", G_CALLBACK (show_check), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "refreshed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
nida_filter_row_bind (NidaFilterRow *self,
                      GtkListItem   *item)
{
  self->item = item;
  show (self);
}
