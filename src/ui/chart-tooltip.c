/* What the mark under the pointer or the keys stands for, in a small popover that never takes the pointer or the focus. */
#include "config.h"

#include "chart-tooltip.h"

#include "tooltip-place.h"
#include "ui-shell.h"

#include <math.h>

#define TAIL 12.0      /* points between a mark and its tooltip: the height of a popover's arrow in GTK */
#define SETTLING 6     /* frames */
#define BREATH 4.0     /* between a tooltip and the edge of the window */

struct _NidaChartTooltip
{
  GtkPopover  parent_instance;

  GtkLabel   *label;
  GtkLabel   *value;
  GtkLabel   *exact;
  GtkLabel   *inside;
  GtkLabel   *lines;

  guint       tick;
  guint       frames;     /* in which its size is looked at again */
};

G_DEFINE_FINAL_TYPE (NidaChartTooltip, nida_chart_tooltip, GTK_TYPE_POPOVER)

static void
set_line (GtkLabel   *label,
          const char *text)
{
  nida_shell_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* The pointer reads through the popover, so that it may stand close to the mark. */
static void
nida_chart_tooltip_realize (GtkWidget *widget)
{
  cairo_region_t *nothing = cairo_region_create ();

  GTK_WIDGET_CLASS (nida_chart_tooltip_parent_class)->realize (widget);
  gdk_surface_set_input_region (gtk_native_get_surface (GTK_NATIVE (widget)), nothing);
  cairo_region_destroy (nothing);
}

static void
nida_chart_tooltip_class_init (NidaChartTooltipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->realize = nida_chart_tooltip_realize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/chart-tooltip.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaChartTooltip, label);
  gtk_widget_class_bind_template_child (widget_class, NidaChartTooltip, value);
  gtk_widget_class_bind_template_child (widget_class, NidaChartTooltip, exact);
  gtk_widget_class_bind_template_child (widget_class, NidaChartTooltip, inside);
  gtk_widget_class_bind_template_child (widget_class, NidaChartTooltip, lines);
}

static void
nida_chart_tooltip_init (NidaChartTooltip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nida_shell_fit_popover (GTK_POPOVER (self));
}

GtkWidget *
nida_chart_tooltip_new (GtkWidget *canvas)
{
  GtkWidget *self = g_object_new (NIDA_TYPE_CHART_TOOLTIP, NULL);

  gtk_widget_set_parent (self, canvas);
  return self;
}

/* The room of a tooltip: all of the window but a breath at its edges. */
static NidaBox
get_room (GtkWidget *root)
{
  return (NidaBox) { BREATH, BREATH, MAX (gtk_widget_get_width (root) - 2 * BREATH, 0), MAX (gtk_widget_get_height (root) - 2 * BREATH, 0) };
}

/* Where GTK puts a popover of the size of @place that points at its mark from its side. */
static NidaPoint
unmoved (const NidaTooltipPlace *place,
         double                  tail)
{
  NidaBox box = place->box, mark = place->mark;

  switch (place->side)
    {
    case GTK_POS_TOP: return (NidaPoint) { mark.x + (mark.width - box.width) / 2, mark.y - tail - box.height };
    case GTK_POS_BOTTOM: return (NidaPoint) { mark.x + (mark.width - box.width) / 2, mark.y + mark.height + tail };
    case GTK_POS_LEFT: return (NidaPoint) { mark.x - tail - box.width, mark.y + (mark.height - box.height) / 2 };
    case GTK_POS_RIGHT:
    default: return (NidaPoint) { mark.x + mark.width + tail, mark.y + (mark.height - box.height) / 2 };
    }
}

/* GTK keeps a popover on the screen; a tooltip shall stay within its window. The size is that of the contents, without the
 * shadow around them. */
static void
move_to (NidaChartTooltip *self,
         NidaBox           mark)
{
  GtkPopover *popover = GTK_POPOVER (self);
  GtkWidget *canvas = gtk_widget_get_parent (GTK_WIDGET (self)), *root = GTK_WIDGET (gtk_widget_get_root (canvas));
  gboolean rtl = gtk_widget_get_direction (canvas) == GTK_TEXT_DIR_RTL;
  double tail = gtk_popover_get_has_arrow (popover) ? TAIL : 0, x, y;
  NidaTooltipPlace place;
  GtkRequisition size;
  NidaPoint from;

  gtk_widget_get_preferred_size (gtk_widget_get_parent (gtk_popover_get_child (popover)), NULL, &size);
  gtk_widget_translate_coordinates (canvas, root, 0, 0, &x, &y);
  mark = (NidaBox) { floor (mark.x + x), floor (mark.y + y), MAX (1, ceil (mark.width)), MAX (1, ceil (mark.height)) };
  place = nida_tooltip_place (mark, size.width, size.height, TAIL, get_room (root),
                              mark.y - y > gtk_widget_get_height (canvas) / 3.0 ? GTK_POS_TOP : GTK_POS_BOTTOM, rtl);
  from = unmoved (&place, tail);
  /* GTK does not turn left and right in Arabic; where one has no room it takes the other with an offset the wrong way round */
  gtk_popover_set_position (popover, place.side);
  gtk_popover_set_pointing_to (popover, &(GdkRectangle) { (int) round (place.mark.x - x), (int) round (place.mark.y - y),
                                                          MAX (1, (int) place.mark.width), MAX (1, (int) place.mark.height) });
  gtk_popover_set_offset (popover, (int) round (place.box.x - from.x), (int) round (place.box.y - from.y));
}

/* A popup that is given two sizes within one turn of the main loop, since what is selected is told a moment after the mark, may keep
 * the contents of the first in a surface of the second: a line breaks there and is cut. So it is looked at again in the frames that
 * follow. */
static void
settle (NidaChartTooltip *self)
{
  GtkWidget *widget = GTK_WIDGET (self), *words = gtk_popover_get_child (GTK_POPOVER (self));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  GtkRequisition size;

  gtk_widget_get_preferred_size (words, NULL, &size);
  if (gtk_widget_get_width (words) >= size.width && gtk_widget_get_height (words) >= size.height)
    return;
  gtk_widget_get_preferred_size (widget, NULL, &size);
  gtk_widget_queue_resize (widget);
  gtk_popover_present (GTK_POPOVER (self));
  if (gdk_surface_get_width (surface) >= size.width && gdk_surface_get_height (surface) >= size.height)
    gtk_widget_allocate (widget, gdk_surface_get_width (surface), gdk_surface_get_height (surface), -1, NULL);
}

static gboolean
settle_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  NidaChartTooltip *self = NIDA_CHART_TOOLTIP (widget);

  if (gtk_widget_get_mapped (widget))
    settle (self);
  if (--self->frames > 0 && gtk_widget_get_mapped (widget))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/**
 * nida_chart_tooltip_show:
 * @node: a node with a mark
 * @inside: (nullable): how much of it is selected, in words
 *
 * Stands beside the mark's box where the window has space: see nida_tooltip_place().
 */
void
nida_chart_tooltip_show (NidaChartTooltip *self,
                         const NidaNode   *node,
                         const char       *inside)
{
  const NidaMark *mark = node->mark;
  const char *value = nida_mark_get_value (mark), *exact = nida_mark_get_exact (mark);
  const char * const *more = nida_mark_get_lines (mark);
  g_autofree char *lines = more != NULL ? g_strjoinv ("\n", (char **) more) : NULL;

  set_line (self->label, nida_mark_get_label (mark));
  set_line (self->value, value);
  set_line (self->exact, g_strcmp0 (exact, value) != 0 ? exact : NULL);
  set_line (self->inside, inside);
  set_line (self->lines, lines);
  move_to (self, node->box);
  gtk_popover_popup (GTK_POPOVER (self));
  self->frames = SETTLING;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), settle_cb, NULL, NULL);
}
