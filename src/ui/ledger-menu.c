/* By the other button of the pointer or by a key. Whatever is done next is done with the row under the pointer, or with the one that Tab
 * has moved into, as where an arrow has moved there. */
#include "config.h"

#include "ledger-menu.h"

#include "ledger-columns.h"

struct _NidaLedgerMenu
{
  GtkWidget          *page;
  GtkSelectionModel  *selection;
  GtkWidget          *popover;
  GtkEventController *controllers[2];
};

static guint
position_of (NidaLedgerMenu *self,
             GtkWidget      *cell)
{
  guint position = GTK_INVALID_LIST_POSITION;

  for (; cell != NULL && cell != self->page && position == GTK_INVALID_LIST_POSITION; cell = gtk_widget_get_parent (cell))
    position = nida_ledger_columns_get_position (cell);
  return position;
}

/* A row that is not among the chosen ones is chosen alone. */
static gboolean
choose_row (NidaLedgerMenu *self,
            guint           position)
{
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  if (!gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_select_item (self->selection, position, TRUE);
  return TRUE;
}

static void
released_cb (NidaLedgerMenu *self,
             guint           key)
{
  if (key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab || key == GDK_KEY_KP_Tab)
    choose_row (self, position_of (self, gtk_root_get_focus (gtk_widget_get_root (self->page))));
}

static void
popup_at (NidaLedgerMenu *self,
          double          x,
          double          y)
{
  /* a cell may be scrolled out of sight */
  x = CLAMP (x, 0, MAX (gtk_widget_get_width (self->page) - 1, 0));
  y = CLAMP (y, 0, MAX (gtk_widget_get_height (self->page) - 1, 0));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* What is typed has a menu of its own. */
static void
pressed_cb (NidaLedgerMenu *self,
            int             n_press,
            double          x,
            double          y)
{
  GtkWidget *cell = gtk_widget_pick (self->page, x, y, GTK_PICK_DEFAULT);

  if (GTK_IS_TEXT (cell) || !choose_row (self, position_of (self, cell)))
    return;
  gtk_widget_grab_focus (cell);
  popup_at (self, x, y);
}

void
nida_ledger_menu_popup (NidaLedgerMenu *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (self->page));
  graphene_rect_t box;

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->page) && gtk_widget_compute_bounds (focus, self->page, &box))
    popup_at (self, box.origin.x + box.size.width / 2, box.origin.y + box.size.height);
}

NidaLedgerMenu *
nida_ledger_menu_new (GtkWidget         *page,
                      GMenuModel        *model,
                      GtkSelectionModel *selection)
{
  NidaLedgerMenu *self = g_new0 (NidaLedgerMenu, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  *self = (NidaLedgerMenu) { page, selection, gtk_popover_menu_new_from_model (model), { GTK_EVENT_CONTROLLER (click), keys } };
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, page);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (released_cb), self);
  for (guint i = 0; i < G_N_ELEMENTS (self->controllers); i++)
    gtk_widget_add_controller (page, self->controllers[i]);
  return self;
}

void
nida_ledger_menu_free (NidaLedgerMenu *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->controllers); i++)
    gtk_widget_remove_controller (self->page, self->controllers[i]);
  gtk_widget_unparent (self->popover);
  g_free (self);
}
