/* Children in lines, wrapping like words, each line at the end edge or at the start; low ones in the middle of their line. */
#include "config.h"

#include "wrap-layout.h"

#define SPACING 8

struct _NidaWrapLayout
{
  GtkLayoutManager parent_instance;

  gboolean         at_start;
};

G_DEFINE_FINAL_TYPE (NidaWrapLayout, nida_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct { int width, height; } Size;

static Size
child_size (GtkWidget *child,
            int        limit)
{
  int minimum, natural, height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  natural = limit > 0 ? MAX (minimum, MIN (natural, limit)) : natural;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, natural, NULL, &height, NULL, NULL);
  return (Size) { natural, height };
}

/* The children of one line from *@child on, which is left at the first of the next. */
static Size
next_line (GtkWidget **child,
           int         width)
{
  Size line = { 0, 0 };

  for (; *child != NULL; *child = gtk_widget_get_next_sibling (*child))
    {
      Size size;

      if (!gtk_widget_should_layout (*child))
        continue;
      size = child_size (*child, width);
      if (line.width > 0 && line.width + SPACING + size.width > width)
        break;
      line.width += (line.width > 0 ? SPACING : 0) + size.width;
      line.height = MAX (line.height, size.height);
    }
  return line;
}

static void
place_line (GtkWidget *widget,
            GtkWidget *first,
            GtkWidget *end,
            int        width,
            int        x,
            int        y,
            int        height)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    {
      Size size;

      if (!gtk_widget_should_layout (child))
        continue;
      size = child_size (child, width);
      gtk_widget_size_allocate (child, &(GtkAllocation) { rtl ? width - x - size.width : x, y + (height - size.height) / 2,
                                                         size.width, size.height }, -1);
      x += size.width + SPACING;
    }
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager,
                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
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
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }
  while (child != NULL)
    {
      Size line = next_line (&child, for_size >= 0 ? for_size : G_MAXINT / 2);

      height += line.height + (height > 0 && line.height > 0 ? SPACING : 0);
    }
  *minimum = *natural = height;
}

static void
allocate (GtkLayoutManager *manager,
          GtkWidget        *widget,
          int               width,
          int               height,
          int               baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      GtkWidget *first = child;
      Size line = next_line (&child, width);

      place_line (widget, first, child, width, NIDA_WRAP_LAYOUT (manager)->at_start ? 0 : width - line.width, y, line.height);
      y += line.height + SPACING;
    }
}

static void
nida_wrap_layout_class_init (NidaWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = get_request_mode;
  manager_class->measure = measure;
  manager_class->allocate = allocate;
}

static void
nida_wrap_layout_init (NidaWrapLayout *self)
{
}

void
nida_wrap_layout_set_at_start (NidaWrapLayout *self,
                               gboolean        at_start)
{
  if (self->at_start == at_start)
    return;
  self->at_start = at_start;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}
