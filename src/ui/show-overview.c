/* All slides as small pictures. They are made when they are shown, one a turn of the main loop, so that keys are answered
 * meanwhile. */
#include "config.h"

#include "show-overview.h"

#include "look.h"
#include "show-picture.h"
#include "translate.h"
#include "ui-shell.h"

#define WIDTH 240      /* of a picture among many, points at text scale 1 */
#define FEW     6      /* slides, which are twice as large */

struct _NidaShowOverview
{
  GtkWidget  parent_instance;

  NidaShow  *show;
  GtkWidget *scroller;
  GtkFlowBox *box;
  guint      fill;       /* idle source */
  guint      n_filled;
};

G_DEFINE_FINAL_TYPE (NidaShowOverview, nida_show_overview, GTK_TYPE_WIDGET)

static NidaShowPicture *
get_picture (GtkFlowBoxChild *child)
{
  return NIDA_SHOW_PICTURE (gtk_widget_get_first_child (gtk_flow_box_child_get_child (child)));
}

static gboolean
fill_cb (gpointer user_data)
{
  NidaShowOverview *self = user_data;
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->box, (int) self->n_filled);
  g_autoptr (NidaScene) scene = NULL;

  if (child == NULL)
    {
      self->fill = 0;
      return G_SOURCE_REMOVE;
    }
  scene = nida_show_build (self->show, self->n_filled++);
  nida_show_picture_set_scene (get_picture (child), scene);
  return G_SOURCE_CONTINUE;
}

static int
get_width (NidaShowOverview *self)
{
  return nida_show_get_n_slides (self->show) <= FEW ? 2 * WIDTH : WIDTH;
}

static void
append (NidaShowOverview *self,
        guint             slide)
{
  NidaLanguage *language = nida_show_get_language (self->show);
  g_autofree char *number = nida_language_integer (language, slide + 1);
  g_autofree char *title = nida_show_source_dup_title (nida_show_get_source (self->show), slide, language);
  /* Translators: a slide in the overview: its number and its title */
  g_autofree char *words = g_strdup_printf (_("%s. %s"), number, title);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *picture = nida_show_picture_new (), *label = gtk_label_new (NULL);

  gtk_widget_set_size_request (picture, get_width (self), get_width (self) * 9 / 16);
  nida_shell_set_label (GTK_LABEL (label), words);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), get_width (self) / 10);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), label);
  gtk_flow_box_append (self->box, box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_flow_box_get_child_at_index (self->box, (int) slide)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_cursor (NidaShowOverview *self)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->box, (int) nida_show_get_cursor (self->show));

  if (child != NULL)
    gtk_flow_box_select_child (self->box, child);
}

static void
clear (NidaShowOverview *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *child;

  g_clear_handle_id (&self->fill, g_source_remove);
  /* a window whose focus goes away with its widget is given no keys */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL && root != NULL)
    gtk_root_set_focus (root, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_flow_box_remove (self->box, child);
  self->n_filled = 0;
}

static void
fill (NidaShowOverview *self)
{
  clear (self);
  for (guint i = 0; i < nida_show_get_n_slides (self->show); i++)
    append (self, i);
  show_cursor (self);
  self->fill = g_idle_add (fill_cb, self);
}

static void
changed_cb (NidaShowOverview *self,
            guint             changes)
{
  gboolean open = nida_show_get_screen (self->show) == NIDA_SHOW_ALL_SLIDES;

  if (!open)
    clear (self);
  else if (gtk_flow_box_get_child_at_index (self->box, 0) == NULL || (changes & NIDA_SHOW_DATA) != 0)
    fill (self);
  else if ((changes & NIDA_SHOW_SCREEN) != 0)
    show_cursor (self);
}

static void
activated_cb (NidaShowOverview *self,
              GtkFlowBoxChild  *child)
{
  guint slide = (guint) gtk_flow_box_child_get_index (child);

  nida_show_run (self->show, NIDA_SHOW_TOGGLE_OVERVIEW);
  nida_show_go_to (self->show, slide);
}

static gboolean
nida_show_overview_grab_focus (GtkWidget *widget)
{
  NidaShowOverview *self = NIDA_SHOW_OVERVIEW (widget);
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->box, (int) nida_show_get_cursor (self->show));

  return child != NULL && gtk_widget_grab_focus (GTK_WIDGET (child));
}

static void
nida_show_overview_dispose (GObject *object)
{
  NidaShowOverview *self = NIDA_SHOW_OVERVIEW (object);

  g_clear_handle_id (&self->fill, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->show);
  G_OBJECT_CLASS (nida_show_overview_parent_class)->dispose (object);
}

static void
nida_show_overview_class_init (NidaShowOverviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_show_overview_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = nida_show_overview_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
nida_show_overview_init (NidaShowOverview *self)
{
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_homogeneous (self->box, TRUE);
  gtk_flow_box_set_column_spacing (self->box, 16);
  gtk_flow_box_set_row_spacing (self->box, 16);
  gtk_flow_box_set_max_children_per_line (self->box, 6);
  gtk_flow_box_set_activate_on_single_click (self->box, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->box), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("All slides"), -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->box));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida-overview");
  g_signal_connect_swapped (self->box, "child-activated", G_CALLBACK (activated_cb), self);
}

GtkWidget *
nida_show_overview_new (NidaShow *show)
{
  NidaShowOverview *self = g_object_new (NIDA_TYPE_SHOW_OVERVIEW, NULL);

  self->show = g_object_ref (show);
  g_signal_connect_object (show, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
