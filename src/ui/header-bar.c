/* The header bar: filters, Open, undo, the pages, search, the other language, the menu. */
#include "config.h"

#include "header-bar.h"

#include "currency-menu.h"
#include "look.h"
#include "page-switcher.h"
#include "recent.h"
#include "translate.h"
#include "ui-shell.h"
#include "undo-words.h"

#define MAX_RECENT 6
/* From this size of text on, the bar saves room: at twice the size it still fits a window of 800. */
#define LARGE_TEXT 1.5
/* A window of 800 with its frame: by then the bar is narrow. */
#define ALWAYS_FITS 780

struct _NidaHeaderBar
{
  GtkWidget         parent_instance;

  GtkWidget        *bar;
  GtkWidget        *panel;
  NidaSession      *session;
  GtkMenuButton    *open;
  GtkWidget        *undo;
  GtkWidget        *search;
  GtkWidget        *present;
  GtkButton        *language;
  GtkMenuButton    *currency;
  GtkMenuButton    *menu;
  GMenuModel       *primary_menu;
  GtkWidget        *name;
  NidaPageSwitcher *switcher;
  gboolean          narrow;
};

G_DEFINE_FINAL_TYPE (NidaHeaderBar, nida_header_bar, GTK_TYPE_WIDGET)

static void
append_recent (GMenu      *menu,
               GPtrArray  *list,
               NidaRecent *recent)
{
  g_autofree char *label = nida_recent_dup_label (recent, list);
  g_autofree char *escaped = nida_shell_dup_menu_label (label);
  g_autoptr (GMenuItem) item = g_menu_item_new (escaped, NULL);

  g_menu_item_set_action_and_target_value (item, "win.open-inputs", g_variant_new_strv ((const char * const *) recent->uris, -1));
  g_menu_append_item (menu, item);
}

static void
create_open_menu_cb (GtkMenuButton *button,
                     gpointer       user_data)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) recent = g_menu_new ();
  g_autoptr (GPtrArray) list = nida_recent_list (nida_look_get_settings (nida_look_get ()));
  guint n = 0;

  g_menu_append (first, _("_Open Files…"), "win.open");
  g_menu_append (first, _("_Start Page"), "win.start");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  for (guint i = 0; i < list->len && n < MAX_RECENT; i++)
    if (nida_recent_is_available (g_ptr_array_index (list, i)))
      {
        append_recent (recent, list, g_ptr_array_index (list, i));
        n++;
      }
  if (n > 0)
    g_menu_append_section (menu, _("Recent"), G_MENU_MODEL (recent));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  nida_shell_fit_popover (gtk_menu_button_get_popover (button));
}

/* What undo and redo would do now. */
static GMenuModel *
make_undo_section (NidaHeaderBar *self)
{
  GMenu *section = g_menu_new ();
  NidaDocument *document = nida_session_get_document (self->session);
  g_autofree char *undo = nida_undo_words_undo (document), *redo = nida_undo_words_redo (document);

  g_menu_append (section, undo, "win.undo");
  g_menu_append (section, redo, "win.redo");
  return G_MENU_MODEL (section);
}

/* Made when it is opened: a window starts faster without it. */
static void
create_primary_menu_cb (GtkMenuButton *button,
                        gpointer       user_data)
{
  NidaHeaderBar *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) undo = self->session != NULL ? make_undo_section (self) : NULL;

  if (undo != NULL)
    g_menu_append_section (menu, NULL, undo);
  for (int i = 0; i < g_menu_model_get_n_items (self->primary_menu); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new_from_model (self->primary_menu, i);

      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  nida_shell_fit_popover (gtk_menu_button_get_popover (button));
}

static void
nida_header_bar_dispose (GObject *object)
{
  NidaHeaderBar *self = NIDA_HEADER_BAR (object);

  if (self->menu != NULL)
    gtk_menu_button_set_create_popup_func (self->menu, NULL, NULL, NULL);
  if (self->currency != NULL)
    gtk_menu_button_set_create_popup_func (self->currency, NULL, NULL, NULL);
  if (self->switcher != NULL)
    nida_page_switcher_set_stack (self->switcher, NULL);
  nida_shell_clear_template (GTK_WIDGET (self), NIDA_TYPE_HEADER_BAR);
  self->switcher = NULL;
  self->menu = NULL;
  self->currency = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (nida_header_bar_parent_class)->dispose (object);
}

/* --- its size --- */

static void
nida_header_bar_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  NidaHeaderBar *self = NIDA_HEADER_BAR (widget);

  gtk_widget_measure (self->bar, orientation, -1, minimum, natural, minimum_baseline, natural_baseline);
  /* what it shows in a wide window must not keep that from becoming narrow */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, ALWAYS_FITS);
}

static void
nida_header_bar_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  NidaHeaderBar *self = NIDA_HEADER_BAR (widget);
  int minimum;

  /* until the next frame, in which it is narrow */
  gtk_widget_measure (self->bar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (self->bar, MAX (width, minimum), height, baseline, NULL);
}

static void
nida_header_bar_class_init (NidaHeaderBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_header_bar_dispose;
  g_type_ensure (NIDA_TYPE_PAGE_SWITCHER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/header-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaHeaderBar, bar);
  gtk_widget_class_bind_template_child (widget_class, NidaHeaderBar, panel);
  gtk_widget_class_bind_template_child (widget_class, NidaHeaderBar, open);
  gtk_widget_class_bind_template_child (widget_class, NidaHeaderBar, undo);
  gtk_widget_class_bind_template_child (widget_class, NidaHeaderBar, search);
  gtk_widget_class_bind_template_child (widget_class, NidaHeaderBar, present);
  gtk_widget_class_bind_template_child (widget_class, NidaHeaderBar, language);
  gtk_widget_class_bind_template_child (widget_class, NidaHeaderBar, currency);
  gtk_widget_class_bind_template_child (widget_class, NidaHeaderBar, menu);
  gtk_widget_class_bind_template_child (widget_class, NidaHeaderBar, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, NidaHeaderBar, name);
  gtk_widget_class_bind_template_child (widget_class, NidaHeaderBar, switcher);
  widget_class->measure = nida_header_bar_measure;
  widget_class->size_allocate = nida_header_bar_size_allocate;
}

/* Each language is called by its own name, so that who reads only that one finds it. The search is in the panel too,
 * to present in the menu. */
static void
fit_text (NidaHeaderBar *self)
{
  gboolean arabic = nida_language_is_arabic (nida_look_get_language (nida_look_get ()));
  gboolean large = nida_look_get_text_scale (nida_look_get ()) >= LARGE_TEXT;

  gtk_button_set_label (self->language, large ? (arabic ? "EN" : "ع") : (arabic ? "English" : "العربية"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->language), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  arabic ? "English" : "العربية", -1);
  gtk_widget_set_visible (self->search, !large && !self->narrow && nida_page_switcher_get_stack (self->switcher) != NULL);
  gtk_widget_set_visible (self->present, !large && !self->narrow && nida_page_switcher_get_stack (self->switcher) != NULL);
  if (large)
    gtk_widget_add_css_class (self->bar, "nida-large");
  else
    gtk_widget_remove_css_class (self->bar, "nida-large");
  if (self->narrow)
    gtk_widget_add_css_class (self->bar, "nida-narrow");
  else
    gtk_widget_remove_css_class (self->bar, "nida-narrow");
}

static void
nida_header_bar_init (NidaHeaderBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->open, create_open_menu_cb, NULL, NULL);
  gtk_menu_button_set_create_popup_func (self->menu, create_primary_menu_cb, self, NULL);
  g_signal_connect_object (nida_look_get (), "changed", G_CALLBACK (fit_text), self, G_CONNECT_SWAPPED);
  nida_header_bar_set_stack (self, NULL);
}

GtkWidget *
nida_header_bar_new (void)
{
  return g_object_new (NIDA_TYPE_HEADER_BAR, NULL);
}

void
nida_header_bar_set_stack (NidaHeaderBar *self,
                       GtkStack   *stack)
{
  nida_page_switcher_set_stack (self->switcher, stack);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), stack != NULL);
  gtk_widget_set_visible (self->name, stack == NULL);
  gtk_widget_set_visible (self->panel, stack != NULL);
  gtk_widget_set_visible (self->undo, stack != NULL);
  fit_text (self);
  gtk_widget_set_visible (GTK_WIDGET (self->currency), stack != NULL);
}

static void
update_undo (NidaHeaderBar *self)
{
  g_autofree char *words = nida_undo_words_undo (nida_session_get_document (self->session));

  nida_shell_set_tooltip (self->undo, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* The names of the pages need the room more than the search, which is in the panel too. */
void
nida_header_bar_set_narrow (NidaHeaderBar *self,
                            gboolean       narrow)
{
  self->narrow = narrow;
  fit_text (self);
}

void
nida_header_bar_set_session (NidaHeaderBar *self,
                             NidaSession   *session)
{
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "undo-changed", G_CALLBACK (update_undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "document-changed", G_CALLBACK (update_undo), self, G_CONNECT_SWAPPED);
  update_undo (self);
  nida_currency_menu_attach (self->currency, session);
}
