/* Three children: words, chips, a button. The title keeps its line: chips that leave it less go below the words, whatever chips there
 * are at the moment, so that nothing moves when one comes or goes. For the same reason there is always room for two lines of them,
 * and while the pointer draws a brush the height stays, however many chips that gives. */
#include "config.h"

#include "heading-layout.h"

#include "look.h"
#include "wrap-layout.h"

/* Points at text scale 1. */
#define HEIGHT 66.0        /* a title and two lines, or two lines of chips */
#define CHIPS_WIDTH 200.0  /* the widest chip that is always there */
#define GAP 24.0
#define LINE_GAP 8.0
#define WORDS_SHARE 0.45   /* of the width, that many chips leave to a long subtitle */

struct _NidaHeadingLayout
{
  GtkLayoutManager parent_instance;

  GtkWidget       *title;     /* inside the words, borrowed */
  int              held;      /* the height that stays; 0 while it is free */
};

G_DEFINE_FINAL_TYPE (NidaHeadingLayout, nida_heading_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct { GtkWidget *words, *chips, *button; } Parts;

static Parts
get_parts (GtkWidget *widget)
{
  GtkWidget *words = gtk_widget_get_first_child (widget);
  GtkWidget *chips = gtk_widget_get_next_sibling (words);

  return (Parts) { words, chips, gtk_widget_get_next_sibling (chips) };
}

static int
points (double length)
{
  return (int) (length * nida_look_get_text_scale (nida_look_get ()));
}

static int
natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
minimum_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
height_for (GtkWidget *widget,
            int        width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static int
two_lines_of_chips (GtkWidget *chips)
{
  return 2 * height_for (chips, -1) + (int) LINE_GAP;
}

/* How wide the words are where the chips stand beside them in @width; 0 where they stand below. */
static int
find_words_beside (NidaHeadingLayout *self,
                   Parts              parts,
                   int                width)
{
  int room = width - natural_width (parts.button) - 2 * points (GAP);
  int title = natural_width (self->title), words;

  if (title + points (CHIPS_WIDTH) > room)
    return 0;
  words = MAX (title, MIN (natural_width (parts.words), (int) (room * WORDS_SHARE)));
  return MAX (words, room - natural_width (parts.chips));
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
  NidaHeadingLayout *self = NIDA_HEADING_LAYOUT (manager);
  Parts parts = get_parts (widget);
  int button = natural_width (parts.button), width, words;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (minimum_width (parts.words) + points (GAP) + button, minimum_width (parts.chips));
      *natural = MAX (*minimum, natural_width (parts.words) + natural_width (parts.chips) + button + 2 * points (GAP));
      return;
    }
  width = for_size >= 0 ? for_size : G_MAXINT / 4;
  words = find_words_beside (self, parts, width);
  if (words > 0)
    {
      int chips = width - button - 2 * points (GAP) - words;

      *minimum = MAX (height_for (parts.words, words), height_for (parts.chips, chips));
    }
  else
    *minimum = height_for (parts.words, width - button - points (GAP)) + (int) LINE_GAP
               + MAX (height_for (parts.chips, width), two_lines_of_chips (parts.chips));
  *natural = *minimum = self->held > 0 ? self->held : MAX (*minimum, points (HEIGHT));
}

/* @x from the start edge of @widget. */
static void
place (GtkWidget *widget,
       GtkWidget *child,
       int        whole,
       int        x,
       int        y,
       int        width,
       int        height)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (child, &(GtkAllocation) { rtl ? whole - x - width : x, y, width, height }, -1);
}

static void
align_chips (GtkWidget *chips,
             gboolean   at_start)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (chips);

  if (NIDA_IS_WRAP_LAYOUT (layout))
    nida_wrap_layout_set_at_start (NIDA_WRAP_LAYOUT (layout), at_start);
}

static void
allocate (GtkLayoutManager *manager,
          GtkWidget        *widget,
          int               width,
          int               height,
          int               baseline)
{
  Parts parts = get_parts (widget);
  int button = natural_width (parts.button), gap = points (GAP);
  int beside = find_words_beside (NIDA_HEADING_LAYOUT (manager), parts, width), words, lines;

  align_chips (parts.chips, beside == 0);
  if (beside > 0)
    {
      place (widget, parts.words, width, 0, 0, beside, height);
      lines = height_for (parts.chips, width - beside - 2 * gap - button);
      place (widget, parts.chips, width, beside + gap, 0, width - beside - 2 * gap - button, MAX (height, lines));
      place (widget, parts.button, width, width - button, 0, button, height);
      return;
    }
  words = width - button - gap;
  lines = height_for (parts.words, words);
  place (widget, parts.words, width, 0, 0, words, lines);
  place (widget, parts.button, width, width - button, 0, button, lines);
  place (widget, parts.chips, width, 0, lines + (int) LINE_GAP, width, height_for (parts.chips, width));
}

static void
nida_heading_layout_class_init (NidaHeadingLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = get_request_mode;
  manager_class->measure = measure;
  manager_class->allocate = allocate;
}

static void
nida_heading_layout_init (NidaHeadingLayout *self)
{
}

/**
 * nida_heading_layout_set_title:
 * @title: what keeps its line; it lives as long as the layout is used
 */
void
nida_heading_layout_set_title (NidaHeadingLayout *self,
                               GtkWidget         *title)
{
  self->title = title;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

void
nida_heading_layout_set_held (NidaHeadingLayout *self,
                              gboolean           held)
{
  GtkWidget *widget = gtk_layout_manager_get_widget (GTK_LAYOUT_MANAGER (self));

  if (held == (self->held > 0))
    return;
  self->held = held ? gtk_widget_get_height (widget) : 0;
  gtk_widget_set_overflow (widget, held ? GTK_OVERFLOW_HIDDEN : GTK_OVERFLOW_VISIBLE);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}
