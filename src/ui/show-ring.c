/* What lies over a slide: the ring of the pointer, and black or white. Lets every click through. */
#include "config.h"

#include "show-ring.h"

#define RADIUS (1.0 / 60.0)      /* of the width of a slide */

struct _NidaShowRing
{
  GtkWidget         parent_instance;

  NidaShow         *show;
  NidaShowRingFunc  get_box;
  gpointer          data;
};

G_DEFINE_FINAL_TYPE (NidaShowRing, nida_show_ring, GTK_TYPE_WIDGET)

static void
changed_cb (NidaShowRing *self,
            guint         changes)
{
  if ((changes & (NIDA_SHOW_POINTER | NIDA_SHOW_SCREEN)) != 0)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
paint_ring (NidaShowRing *self,
            GtkSnapshot  *snapshot,
            NidaBox       box,
            double        x,
            double        y)
{
  double radius = box.width * RADIUS;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (box.x + x * box.width - 2 * radius), (float) (box.y + y * box.height - 2 * radius),
                                               (float) (4 * radius), (float) (4 * radius));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  /* red on white and white on red: seen on whatever it points at */
  cairo_arc (cr, box.x + x * box.width, box.y + y * box.height, radius, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.85);
  cairo_set_line_width (cr, radius / 1.8);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, 0.88, 0.11, 0.14);
  cairo_set_line_width (cr, radius / 3.2);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
nida_show_ring_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  NidaShowRing *self = NIDA_SHOW_RING (widget);
  NidaShowScreen screen = nida_show_get_screen (self->show);
  NidaBox box = self->get_box (self->data);
  GdkRGBA color = { 0, 0, 0, 1 };
  double x, y;

  if (screen == NIDA_SHOW_BLACK || screen == NIDA_SHOW_WHITE)
    {
      if (screen == NIDA_SHOW_WHITE)
        color.red = color.green = color.blue = 1;
      gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                                        (float) gtk_widget_get_height (widget)));
    }
  if (nida_show_get_pointer (self->show, &x, &y))
    paint_ring (self, snapshot, box, x, y);
}

static void
nida_show_ring_dispose (GObject *object)
{
  g_clear_object (&NIDA_SHOW_RING (object)->show);
  G_OBJECT_CLASS (nida_show_ring_parent_class)->dispose (object);
}

static void
nida_show_ring_class_init (NidaShowRingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_show_ring_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = nida_show_ring_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
nida_show_ring_init (NidaShowRing *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
nida_show_ring_new (NidaShow         *show,
                    NidaShowRingFunc  get_box,
                    gpointer          data)
{
  NidaShowRing *self = g_object_new (NIDA_TYPE_SHOW_RING, NULL);

  self->show = g_object_ref (show);
  self->get_box = get_box;
  self->data = data;
  g_signal_connect_object (show, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
