/* What the mark under the pointer or the keys stands for, in a small popover that never takes the pointer or the focus. */
#include "config.h"

#include "chart-tooltip.h"

#include "ui-shell.h"

struct _NidaChartTooltip
{
  GtkPopover  parent_instance;

  GtkLabel   *label;
  GtkLabel   *value;
  GtkLabel   *exact;
  GtkLabel   *inside;
  GtkLabel   *lines;
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

/**
 * nida_chart_tooltip_show:
 * @node: a node with a mark
 *
 * Points at the mark's box and opens to the free side.
 */
void
nida_chart_tooltip_show (NidaChartTooltip *self,
                         const NidaNode   *node,
                         const char       *inside)
{
  const NidaMark *mark = node->mark;
  g_autofree char *lines = mark->lines != NULL ? g_strjoinv ("\n", mark->lines) : NULL;
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GdkRectangle box = { (int) node->box.x, (int) node->box.y, MAX (1, (int) node->box.width), MAX (1, (int) node->box.height) };
  GdkRectangle all = { 0, 0, gtk_widget_get_width (parent), gtk_widget_get_height (parent) };

  set_line (self->label, mark->label);
  set_line (self->value, mark->value);
  set_line (self->exact, g_strcmp0 (mark->exact, mark->value) != 0 ? mark->exact : NULL);
  set_line (self->inside, inside);
  set_line (self->lines, lines);
  gdk_rectangle_intersect (&box, &all, &box);
  gtk_popover_set_position (GTK_POPOVER (self), node->box.y > gtk_widget_get_height (parent) / 3.0 ? GTK_POS_TOP : GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &box);
  gtk_popover_popup (GTK_POPOVER (self));
}
