/* Where the cards and charts of a board stand: nida_board_layout() as a layout manager, or one chart alone. */
#include "config.h"

#include "board-layout.h"

#include <math.h>

#define MARGIN 16
#define MIN_WIDTH 300.0       /* points: a chart in one column that can still be read */
#define NATURAL_WIDTH 1176.0
#define ALONE_HEIGHT 320.0
#define MOST_GROWTH 0.5       /* of a chart's height, in a window with room to spare */

struct _NidaBoardLayoutManager
{
  GtkLayoutManager  parent_instance;

  const NidaBoard  *board;
  double            scale;
  GtkWidget        *alone;
};

G_DEFINE_FINAL_TYPE (NidaBoardLayoutManager, nida_board_layout_manager, GTK_TYPE_LAYOUT_MANAGER)

static guint
n_boxes (NidaBoardLayoutManager *self)
{
  return self->board != NULL ? self->board->cards->len + self->board->charts->len : 0;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager,
                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_height (NidaBoardLayoutManager *self,
                double                  width,
                int                    *minimum,
                int                    *natural)
{
  g_autofree NidaBox *boxes = g_new0 (NidaBox, n_boxes (self) + 1);

  if (self->alone != NULL || self->board == NULL)
    *minimum = *natural = (int) (ALONE_HEIGHT * self->scale);
  else
    *minimum = *natural = (int) nida_board_layout (self->board, width, 0, self->scale, boxes);
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
  NidaBoardLayoutManager *self = NIDA_BOARD_LAYOUT_MANAGER (manager);

  /* Children are given their size, but want to be asked. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (MIN_WIDTH * MIN (self->scale, 2.0));
      *natural = (int) (NATURAL_WIDTH * self->scale);
    }
  else
    measure_height (self, for_size >= 0 ? for_size : NATURAL_WIDTH * self->scale, minimum, natural);
}

static void
place (GtkWidget *widget,
       GtkWidget *child,
       NidaBox    box,
       int        width)
{
  double x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - box.x - box.width : box.x;
  GtkAllocation area = { (int) x, (int) box.y, MAX (1, (int) box.width), MAX (1, (int) box.height) };

  gtk_widget_set_child_visible (child, TRUE);
  gtk_widget_size_allocate (child, &area, -1);
}

/* A tall window is filled: its rows of charts grow alike, by no more than half. The cards keep their height. */
static void
fill_height (NidaBoardLayoutManager *self,
             NidaBox                *boxes,
             double                  room)
{
  NidaBox *charts = boxes + self->board->cards->len;
  guint n = self->board->charts->len, n_rows = 0;
  double share, added = 0;

  for (guint i = 0; i < n; i++)
    n_rows += i == 0 || charts[i].y > charts[i - 1].y;
  share = n_rows > 0 ? floor (room / n_rows) : 0;
  for (guint i = 0; i < n; i++)
    {
      double top = charts[i].y, more = MIN (share, charts[i].height * MOST_GROWTH);

      charts[i].y += added;
      charts[i].height += more;
      if (i + 1 < n && charts[i + 1].y > top)
        added += more;
    }
}

static void
allocate (GtkLayoutManager *manager,
          GtkWidget        *widget,
          int               width,
          int               height,
          int               baseline)
{
  NidaBoardLayoutManager *self = NIDA_BOARD_LAYOUT_MANAGER (manager);
  g_autofree NidaBox *boxes = g_new0 (NidaBox, n_boxes (self) + 1);
  NidaBox whole = { MARGIN, 0, width - 2 * MARGIN, height - MARGIN };
  guint i = 0;

  if (self->board != NULL)
    fill_height (self, boxes, MAX (0, height - nida_board_layout (self->board, width, 0, self->scale, boxes)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child), i++)
    {
      if (self->alone == child)
        place (widget, child, whole, width);
      else if (self->alone == NULL && i < n_boxes (self))
        place (widget, child, boxes[i], width);
      else
        gtk_widget_set_child_visible (child, FALSE);
    }
}

static void
nida_board_layout_manager_class_init (NidaBoardLayoutManagerClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = get_request_mode;
  manager_class->measure = measure;
  manager_class->allocate = allocate;
}

static void
nida_board_layout_manager_init (NidaBoardLayoutManager *self)
{
  self->scale = 1.0;
}

void
nida_board_layout_manager_set_board (NidaBoardLayoutManager *self,
                                     const NidaBoard        *board)
{
  self->board = board;
  self->alone = NULL;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

void
nida_board_layout_manager_set_scale (NidaBoardLayoutManager *self,
                                     double                  scale)
{
  self->scale = scale;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

void
nida_board_layout_manager_set_alone (NidaBoardLayoutManager *self,
                                     GtkWidget              *child)
{
  self->alone = child;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}
