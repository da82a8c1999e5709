/* A picture of a slide as large as there is room. The scene is that of the audience's screen, only painted smaller. */
#include "config.h"

#include "show-picture.h"

#include "brush-stroke.h"
#include "look.h"
#include "paint.h"

#define WIDTH  16
#define HEIGHT 9
#define LEAST  64      /* points wide: still a picture */

struct _NidaShowPicture
{
  GtkWidget  parent_instance;

  NidaScene *scene;
  NidaScene *brushed;      /* or NULL */
  NidaBox    brush_box;    /* width 0: none */
  char      *selected;
};

G_DEFINE_FINAL_TYPE (NidaShowPicture, nida_show_picture, GTK_TYPE_WIDGET)

static double
get_ratio (NidaShowPicture *self)
{
  return self->scene != NULL ? nida_scene_get_height (self->scene) / nida_scene_get_width (self->scene) : (double) HEIGHT / WIDTH;
}

static GtkSizeRequestMode
nida_show_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nida_show_picture_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  double ratio = get_ratio (NIDA_SHOW_PICTURE (widget));

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST : (int) (LEAST * ratio);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST * 4 : for_size > 0 ? (int) (for_size * ratio) : (int) (LEAST * 4 * ratio);
  *natural = MAX (*natural, *minimum);
}

NidaBox
nida_show_picture_get_box (NidaShowPicture *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double ratio = get_ratio (self), used = MIN (width, height / ratio);

  /* at the top: a heading stands over it */
  return (NidaBox) { (width - used) / 2, 0, used, used * ratio };
}

static void
nida_show_picture_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  NidaShowPicture *self = NIDA_SHOW_PICTURE (widget);
  NidaBox box = nida_show_picture_get_box (self);
  NidaPaintOptions options = { .theme = nida_look_get_theme (nida_look_get ()), .background = TRUE, .selected = self->selected };
  GskRoundedRect clip;
  cairo_t *cr;

  if (self->scene == NULL || box.width <= 0 || box.height <= 0)
    return;
  gsk_rounded_rect_init_from_rect (&clip, &GRAPHENE_RECT_INIT ((float) box.x, (float) box.y, (float) box.width, (float) box.height), 4);
  gtk_snapshot_push_rounded_clip (snapshot, &clip);
  cr = gtk_snapshot_append_cairo (snapshot, &clip.bounds);
  cairo_translate (cr, box.x, box.y);
  cairo_scale (cr, box.width / nida_scene_get_width (self->scene), box.width / nida_scene_get_width (self->scene));
  options.brush = self->brush_box.width > 0 ? &self->brush_box : NULL;
  nida_scene_paint (self->brushed != NULL ? self->brushed : self->scene, cr, &options);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

static void
nida_show_picture_dispose (GObject *object)
{
  g_clear_object (&NIDA_SHOW_PICTURE (object)->scene);
  g_clear_object (&NIDA_SHOW_PICTURE (object)->brushed);
  g_clear_pointer (&NIDA_SHOW_PICTURE (object)->selected, g_free);
  G_OBJECT_CLASS (nida_show_picture_parent_class)->dispose (object);
}

static void
nida_show_picture_class_init (NidaShowPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_show_picture_dispose;
  widget_class->get_request_mode = nida_show_picture_get_request_mode;
  widget_class->measure = nida_show_picture_measure;
  widget_class->snapshot = nida_show_picture_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nida_show_picture_init (NidaShowPicture *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
nida_show_picture_new (void)
{
  return g_object_new (NIDA_TYPE_SHOW_PICTURE, NULL);
}

void
nida_show_picture_set_scene (NidaShowPicture *self,
                             NidaScene       *scene)
{
  if (!g_set_object (&self->scene, scene))
    return;
  g_clear_object (&self->brushed);
  if (scene != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, nida_scene_get_title (scene),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, nida_scene_get_description (scene), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
nida_show_picture_set_selected (NidaShowPicture *self,
                                const char      *key)
{
  if (g_strcmp0 (self->selected, key) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (key);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
nida_show_picture_set_brushed (NidaShowPicture *self,
                               NidaScene       *brushed,
                               const NidaBox   *box)
{
  g_set_object (&self->brushed, brushed);
  self->brush_box = box != NULL ? *box : (NidaBox) { 0 };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

NidaScene *
nida_show_picture_get_scene (NidaShowPicture *self)
{
  return self->scene;
}
