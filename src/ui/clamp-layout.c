/* One child in the middle, as wide as there is room up to a width that can be read at a glance. */
#include "config.h"

#include "clamp-layout.h"

#include "look.h"

#define MAX_WIDTH 976.0   /* points at text scale 1 */

struct _NidaClampLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (NidaClampLayout, nida_clamp_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
clamp_width (GtkWidget *child,
             int        width)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return MAX (minimum, MIN (width, (int) (MAX_WIDTH * nida_look_get_text_scale (nida_look_get ()))));
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager,
                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget        *widget,
         GtkOrientation    orientation,
         int               for_size,
         int              *minimum,
         int              *natural,
         int              *minimum_baseline,
         int              *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child == NULL)
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_widget_measure (child, orientation, -1, minimum, natural, NULL, NULL);
  else
    gtk_widget_measure (child, orientation, for_size >= 0 ? clamp_width (child, for_size) : -1, minimum, natural, NULL, NULL);
}

static void
allocate (GtkLayoutManager *manager,
          GtkWidget        *widget,
          int               width,
          int               height,
          int               baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int room;

  if (child == NULL)
    return;
  room = clamp_width (child, width);
  gtk_widget_size_allocate (child, &(GtkAllocation) { (width - room) / 2, 0, room, height }, -1);
}

static void
nida_clamp_layout_class_init (NidaClampLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = get_request_mode;
  manager_class->measure = measure;
  manager_class->allocate = allocate;
}

static void
nida_clamp_layout_init (NidaClampLayout *self)
{
}
