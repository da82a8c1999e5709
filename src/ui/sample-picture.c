/* A small picture of what a sample shows: bars, columns, lines or steps, drawn as a chart is. */
#include "config.h"

#include "sample-picture.h"

#include "look.h"
#include "paint.h"
#include "scene-builder.h"

#define WIDTH 216.0
#define HEIGHT 108.0

struct _NidaSamplePicture
{
  GtkWidget       parent_instance;

  NidaPictureKind kind;
  NidaScene      *scene;
  int             width;
  gboolean        rtl;
};

G_DEFINE_FINAL_TYPE (NidaSamplePicture, nida_sample_picture, GTK_TYPE_WIDGET)

static void
add_rect (NidaSceneBuilder *builder,
          guint             n,
          NidaBox           box,
          NidaColor         fill,
          NidaColor         stroke)
{
  g_autofree char *key = g_strdup_printf ("part/%u", n);
  NidaNode *node = nida_scene_builder_rect (builder, key, box, fill);

  if (stroke == NIDA_COLOR_NONE)
    return;
  node->stroke = stroke;
  node->line_width = 1;
  node->pattern = fill == NIDA_COLOR_GAP ? NIDA_PATTERN_HATCH : NIDA_PATTERN_SOLID;
}

/* Objectives of an appeal: required, nothing received yet. */
static void
draw_bars (NidaSceneBuilder *builder)
{
  static const double lengths[] = { 1.0, 0.79, 0.47, 0.06 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    add_rect (builder, i, (NidaBox) { 16, 18 + 21 * i, 184 * lengths[i], 11 }, NIDA_COLOR_GAP, NIDA_COLOR_GAP_LINE);
}

/* Gifts by year, a part of them without a date. */
static void
draw_columns (NidaSceneBuilder *builder)
{
  static const double heights[] = { 0, 0, 0, 0, 0, 1, 0, 0, .5, .15, 0, 0, .7, 0, .04 };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      double x = 14 + 12.6 * i, top = 92 - 68 * heights[i];

      if (heights[i] > 0)
        add_rect (builder, i, (NidaBox) { x, top, 8, 92 - top }, NIDA_COLOR_RECEIVED, NIDA_COLOR_NONE);
    }
  add_rect (builder, 40, (NidaBox) { 14, 78, 168, 14 }, NIDA_COLOR_GAP, NIDA_COLOR_GAP_LINE);
  nida_scene_builder_line (builder, "axis", (NidaPoint) { 12, 92.5 }, (NidaPoint) { 204, 92.5 }, NIDA_COLOR_AXIS, 1);
}

/* Several donors by year. */
static void
draw_stacks (NidaSceneBuilder *builder)
{
  static const double heights[][4] = {
    { 6, 8, 5, 3 }, { 8, 6, 7, 4 }, { 12, 10, 6, 4 }, { 10, 14, 8, 6 }, { 18, 16, 9, 5 }, { 24, 14, 12, 8 }, { 14, 18, 10, 6 }, { 12, 10, 8, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      double y = 92;

      for (guint j = 0; j < 4; j++)
        {
          y -= heights[i][j] + 1;
          add_rect (builder, i * 4 + j, (NidaBox) { 18 + 23 * i, y, 16, heights[i][j] }, NIDA_COLOR_SERIES_1 + j, NIDA_COLOR_NONE);
        }
    }
  nida_scene_builder_line (builder, "axis", (NidaPoint) { 12, 92.5 }, (NidaPoint) { 204, 92.5 }, NIDA_COLOR_AXIS, 1);
}

/* Needs that rise, and what comes in. */
static void
draw_rise (NidaSceneBuilder *builder)
{
  static const double needed[] = { 22, 24, 27, 28, 32, 42, 40, 55, 60, 54, 48 };
  static const double received[] = { 12, 13, 15, 16, 18, 20, 21, 30, 25, 24, 14 };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      double x = 16 + 17 * i;

      add_rect (builder, 2 * i, (NidaBox) { x, 92 - needed[i] * 1.2, 12, needed[i] * 1.2 }, NIDA_COLOR_GAP, NIDA_COLOR_GAP_LINE);
      add_rect (builder, 2 * i + 1, (NidaBox) { x, 92 - received[i] * 1.2, 12, received[i] * 1.2 }, NIDA_COLOR_RECEIVED, NIDA_COLOR_NONE);
    }
  nida_scene_builder_line (builder, "axis", (NidaPoint) { 12, 92.5 }, (NidaPoint) { 204, 92.5 }, NIDA_COLOR_AXIS, 1);
}

/* Only what is an amount by name is mirrored; time keeps its direction. */
static NidaScene *
build (NidaSamplePicture *self,
       gboolean           rtl)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (WIDTH, HEIGHT, 1, rtl && self->kind == NIDA_PICTURE_BARS);

  switch (self->kind)
    {
    case NIDA_PICTURE_BARS: draw_bars (builder); break;
    case NIDA_PICTURE_COLUMNS: draw_columns (builder); break;
    case NIDA_PICTURE_STACKS: draw_stacks (builder); break;
    case NIDA_PICTURE_RISE: draw_rise (builder); break;
    default: g_assert_not_reached ();
    }
  return nida_scene_builder_end (builder);
}

static void
nida_sample_picture_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? (int) WIDTH : (int) HEIGHT;
}

static void
nida_sample_picture_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  NidaSamplePicture *self = NIDA_SAMPLE_PICTURE (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  NidaPaintOptions options = { .theme = nida_look_get_theme (nida_look_get ()) };
  cairo_t *cr;

  if (self->scene == NULL || self->rtl != rtl)
    {
      g_clear_object (&self->scene);
      self->scene = build (self, rtl);
      self->rtl = rtl;
    }
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, (width - WIDTH) / 2, (height - HEIGHT) / 2);
  nida_scene_paint (self->scene, cr, &options);
  cairo_destroy (cr);
}

static void
nida_sample_picture_dispose (GObject *object)
{
  g_clear_object (&NIDA_SAMPLE_PICTURE (object)->scene);
  G_OBJECT_CLASS (nida_sample_picture_parent_class)->dispose (object);
}

static void
nida_sample_picture_class_init (NidaSamplePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_sample_picture_dispose;
  widget_class->measure = nida_sample_picture_measure;
  widget_class->snapshot = nida_sample_picture_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
nida_sample_picture_init (NidaSamplePicture *self)
{
}

GtkWidget *
nida_sample_picture_new (NidaPictureKind kind)
{
  NidaSamplePicture *self = g_object_new (NIDA_TYPE_SAMPLE_PICTURE, NULL);

  self->kind = kind;
  g_signal_connect_object (nida_look_get (), "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
