/* The pages of the window side by side, or, where there is no room for their names, as a menu: a name that is cut to a letter
 * names nothing. Both are always there; the room that is allocated decides which is shown. */
#include "config.h"

#include "page-switcher.h"

#include "translate.h"
#include "ui-shell.h"

struct _NidaPageSwitcher
{
  GtkWidget         parent_instance;

  GtkStackSwitcher *names;
  GtkMenuButton    *menu;
  GtkStack         *stack;
  gboolean          is_menu;
};

G_DEFINE_FINAL_TYPE (NidaPageSwitcher, nida_page_switcher, GTK_TYPE_WIDGET)

/* --- the menu --- */

static GtkStackPage *
get_current (NidaPageSwitcher *self)
{
  GtkWidget *child = self->stack != NULL ? gtk_stack_get_visible_child (self->stack) : NULL;

  return child != NULL ? gtk_stack_get_page (self->stack, child) : NULL;
}

static void
update_label (NidaPageSwitcher *self)
{
  GtkStackPage *page = get_current (self);
  const char *title = page != NULL ? gtk_stack_page_get_title (page) : NULL;
  g_autofree char *words = NULL;

  if (title == NULL)
    return;
  /* Translators: the button that leads to the pages of the window; %s is the one that is shown */
  words = g_strdup_printf (_("Page: %s"), title);
  gtk_menu_button_set_label (self->menu, title);
  nida_shell_set_tooltip (GTK_WIDGET (self->menu), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  NidaPageSwitcher *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (self->stack);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (GObject) object = g_list_model_get_item (G_LIST_MODEL (pages), i);
      GtkStackPage *page = GTK_STACK_PAGE (object);
      g_autofree char *label = nida_shell_dup_menu_label (gtk_stack_page_get_title (page));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "pages.show", "s", gtk_stack_page_get_name (page));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  nida_shell_fit_popover (gtk_menu_button_get_popover (button));
}

/* The action's state is the page that is shown: the menu marks it. */
static void
insert_action (NidaPageSwitcher *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GPropertyAction) show = g_property_action_new ("show", self->stack, "visible-child-name");

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (show));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "pages", G_ACTION_GROUP (group));
}

/* --- its size --- */

/* A screen reader passes over the one that is not shown. */
static void
show_one (NidaPageSwitcher *self,
          gboolean          is_menu)
{
  self->is_menu = is_menu;
  gtk_widget_set_child_visible (GTK_WIDGET (self->names), !is_menu);
  gtk_widget_set_child_visible (GTK_WIDGET (self->menu), is_menu);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->names), GTK_ACCESSIBLE_STATE_HIDDEN, is_menu, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_STATE_HIDDEN, !is_menu, -1);
}

static void
nida_page_switcher_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  NidaPageSwitcher *self = NIDA_PAGE_SWITCHER (widget);
  int names_minimum, names_natural, menu_minimum, menu_natural;

  gtk_widget_measure (GTK_WIDGET (self->names), orientation, -1, &names_minimum, &names_natural, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->menu), orientation, -1, &menu_minimum, &menu_natural, NULL, NULL);
  *natural = MAX (names_natural, menu_natural);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN (names_minimum, menu_minimum) : MAX (names_minimum, menu_minimum);
}

static void
allocate_in_middle (GtkWidget *child,
                    int        width,
                    int        height)
{
  GtkRequisition natural;
  int wide;

  gtk_widget_get_preferred_size (child, NULL, &natural);
  wide = MIN (width, natural.width);
  gtk_widget_size_allocate (child, &(GtkAllocation) { (width - wide) / 2, MAX (0, height - natural.height) / 2, wide, MIN (height, natural.height) }, -1);
}

static void
nida_page_switcher_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  NidaPageSwitcher *self = NIDA_PAGE_SWITCHER (widget);
  int minimum;

  gtk_widget_measure (GTK_WIDGET (self->names), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (self->is_menu != (width < minimum))
    show_one (self, width < minimum);
  allocate_in_middle (self->is_menu ? GTK_WIDGET (self->menu) : GTK_WIDGET (self->names), width, height);
}

/* --- object --- */

static void
nida_page_switcher_dispose (GObject *object)
{
  NidaPageSwitcher *self = NIDA_PAGE_SWITCHER (object);

  if (self->names != NULL)
    {
      nida_page_switcher_set_stack (self, NULL);
      gtk_menu_button_set_create_popup_func (self->menu, NULL, NULL, NULL);
      gtk_widget_unparent (GTK_WIDGET (self->names));
      gtk_widget_unparent (GTK_WIDGET (self->menu));
      self->names = NULL;
    }
  G_OBJECT_CLASS (nida_page_switcher_parent_class)->dispose (object);
}

static void
nida_page_switcher_class_init (NidaPageSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_page_switcher_dispose;
  widget_class->measure = nida_page_switcher_measure;
  widget_class->size_allocate = nida_page_switcher_size_allocate;
}

static void
nida_page_switcher_init (NidaPageSwitcher *self)
{
  self->names = GTK_STACK_SWITCHER (gtk_stack_switcher_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->names), "nida-switcher");
  gtk_widget_set_parent (GTK_WIDGET (self->names), GTK_WIDGET (self));
  self->menu = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->menu), "nida-raised");
  gtk_widget_add_css_class (GTK_WIDGET (self->menu), "nida-open");
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu, create_menu_cb, self, NULL);
  show_one (self, FALSE);
}

/**
 * nida_page_switcher_set_stack:
 * @stack: (nullable): the pages; their titles are what is shown
 */
void
nida_page_switcher_set_stack (NidaPageSwitcher *self,
                              GtkStack         *stack)
{
  if (self->stack != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->stack, update_label, self);
      gtk_widget_insert_action_group (GTK_WIDGET (self), "pages", NULL);
    }
  g_set_object (&self->stack, stack);
  gtk_stack_switcher_set_stack (self->names, stack);
  if (stack == NULL)
    return;
  g_signal_connect_object (stack, "notify::visible-child", G_CALLBACK (update_label), self, G_CONNECT_SWAPPED);
  insert_action (self);
  update_label (self);
}

GtkStack *
nida_page_switcher_get_stack (NidaPageSwitcher *self)
{
  return self->stack;
}

gboolean
nida_page_switcher_is_menu (NidaPageSwitcher *self)
{
  return self->is_menu;
}
