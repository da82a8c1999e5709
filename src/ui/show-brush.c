/* Brushing on stage. Each chart of the slide is a part of its scene and linked with the others as the charts of a board are; the
 * picture under a brush is the slide with those parts in their places. Nothing of it is made before somebody points at a mark, or
 * where two selections are compared in the window. */
#include "config.h"

#include "brush-stroke.h"
#include "hit.h"
#include "scene-part.h"
#include "show-private.h"
#include "slide-scene.h"

#include <string.h>

#define NO_PART G_MAXUINT

struct _NidaShowBrush {
  NidaShow   *show;
  NidaLinked *linked;
  NidaScene  *scene;         /* whose parts are linked, or NULL */
  GPtrArray  *parts;         /* NidaShowPart: their places are their numbers in @linked */
  GPtrArray  *strokes;       /* NidaBrushStroke, by part */
  GArray     *boxes;         /* NidaBox, by part: where it stands on the slide */
  guint       held;          /* part whose stroke was begun */
  NidaScene  *picture;
  char       *selected;      /* key of a mark, or NULL */
};

/* --- parts --- */

static NidaBrushStroke *
stroke_at (NidaShowBrush *self,
           guint          part)
{
  return part < self->strokes->len ? self->strokes->pdata[part] : NULL;
}

/* Parts keep their strokes from one picture of a slide to the next: a box stays around its marks. */
static void
link_parts (NidaShowBrush *self,
            GPtrArray     *parts)
{
  guint n = parts != NULL ? parts->len : 0;

  g_array_set_size (self->boxes, 0);
  if (self->strokes->len > n)
    g_ptr_array_set_size (self->strokes, (int) n);
  for (guint i = 0; i < n; i++)
    {
      const NidaShowPart *part = parts->pdata[i];
      g_autoptr (NidaScene) scene = nida_scene_part (self->scene, part->prefix);
      NidaBox box = nida_scene_bounds (scene);

      g_array_append_val (self->boxes, box);
      if (i == self->strokes->len)
        g_ptr_array_add (self->strokes, nida_brush_stroke_new (self->linked, i));
      nida_brush_stroke_set_chart (self->strokes->pdata[i], part->spec, scene);
    }
}

static void
unlink_parts (NidaShowBrush *self)
{
  g_ptr_array_set_size (self->strokes, 0);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_object (&self->scene);
}

/* What is linked is what is shown. */
static void
follow_scene (NidaShowBrush *self)
{
  NidaShowSource *source = self->show->source;
  NidaScene *scene = nida_show_get_scene (self->show);

  if (scene == NULL || scene == self->scene)
    return;
  g_set_object (&self->scene, scene);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  self->parts = nida_show_source_dup_parts (source, self->show->slide);
  nida_linked_set_engine (self->linked, nida_show_source_get_engine (source));
  link_parts (self, self->parts);
}

/* The part that has @key; NO_PART where none has. */
static guint
find_key (NidaShowBrush *self,
          const char    *key)
{
  for (guint i = 0; self->parts != NULL && i < self->parts->len; i++)
    if (g_str_has_prefix (key, ((NidaShowPart *) self->parts->pdata[i])->prefix))
      return i;
  return NO_PART;
}

/* The chart at a place of the slide. */
static guint
find_place (NidaShowBrush *self,
            double         x,
            double         y)
{
  for (guint i = 0; self->parts != NULL && i < self->parts->len; i++)
    {
      const NidaShowPart *part = self->parts->pdata[i];
      const NidaBox *box = &g_array_index (self->boxes, NidaBox, i);

      if (!part->figure && x >= box->x && x <= box->x + box->width && y >= box->y && y <= box->y + box->height)
        return i;
    }
  return NO_PART;
}

/* --- the picture --- */

static NidaMoney
figure_inside (NidaShowBrush *self,
               guint          part,
               gboolean       compared)
{
  g_autofree char *key = g_strconcat (((NidaShowPart *) self->parts->pdata[part])->prefix, "number", NULL);
  const NidaNode *number = nida_scene_find (self->scene, key);

  if (number == NULL || nida_linked_is_whole (self->linked, part))
    return NIDA_MONEY_NONE;
  return compared ? nida_linked_get_compared_inside (self->linked, part, number) : nida_linked_get_inside (self->linked, part, number);
}

/* Takes @scene. */
static NidaScene *
put (NidaScene  *scene,
     const char *prefix,
     NidaScene  *part)
{
  NidaScene *whole = nida_scene_with_part (scene, prefix, part);

  g_object_unref (scene);
  return whole;
}

/* The same with what @words has there. Takes @scene. */
static NidaScene *
put_of (NidaScene  *scene,
        const char *prefix,
        NidaScene  *words)
{
  g_autoptr (NidaScene) part = nida_scene_part (words, prefix);

  return put (scene, prefix, part);
}

/* Figures tell what is inside, and charts that a brush leaves whole say so: both are words, which the slide sets anew. Takes
 * @picture. */
static NidaScene *
put_words (NidaShowBrush *self,
           NidaScene     *picture)
{
  NidaMoney inside[NIDA_SLIDE_MAX_FIGURES], compared[NIDA_SLIDE_MAX_FIGURES];
  guint8 whole[NIDA_SLIDE_MAX_CHARTS] = { 0 }, whole_figures[NIDA_SLIDE_MAX_FIGURES] = { 0 };
  NidaShowBrushed brushed = { inside, compared, whole, whole_figures };
  g_autoptr (NidaScene) words = NULL;
  gboolean any = FALSE;

  /* a chart or figure without an answer is no part */
  for (guint i = 0; i < NIDA_SLIDE_MAX_FIGURES; i++)
    inside[i] = compared[i] = NIDA_MONEY_NONE;
  for (guint i = 0; i < self->parts->len; i++)
    {
      const NidaShowPart *part = self->parts->pdata[i];

      guint8 *why = part->figure ? whole_figures : whole;

      if (part->figure)
        {
          any |= (inside[part->index] = figure_inside (self, i, FALSE)) != NIDA_MONEY_NONE;
          compared[part->index] = figure_inside (self, i, TRUE);
        }
      any |= (why[part->index] = nida_linked_find_whole (self->linked, i) & ~part->spec->whole) != 0;
    }
  if (!any)
    return picture;
  words = nida_show_build_brushed (self->show, &brushed);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const NidaShowPart *part = self->parts->pdata[i];
      g_autofree char *subtitle = g_strconcat (part->prefix, "subtitle", NULL);

      if (part->figure)
        picture = put_of (picture, part->prefix, words);
      else if (whole[part->index] != 0)
        picture = put_of (put_of (picture, subtitle, words), "subtitle", words);
    }
  return picture;
}

/* A chart may have no legend, and one of hues that the selections take has lost its meaning: they are named once for the whole
 * slide. Takes @picture. */
static NidaScene *
put_names (NidaShowBrush *self,
           NidaScene     *picture)
{
  NidaShow *show = self->show;
  NidaLanguage *language = nida_show_get_language (show);
  g_autofree char *first = nida_show_source_dup_selection (show->source, nida_linked_get_brush (self->linked), language);
  g_autofree char *second = nida_show_source_dup_selection (show->source, nida_linked_get_compared (self->linked), language);
  const NidaSelectionNames names = { first, second, show->measurers[show->arabic] };

  nida_scene_name_selections (picture, nida_slide_get_margin (nida_scene_get_width (picture), nida_scene_get_height (picture)), &names);
  return picture;
}

static void
make_picture (NidaShowBrush *self)
{
  NidaScene *picture;

  g_clear_object (&self->picture);
  if (self->parts == NULL || nida_linked_get_brush (self->linked) == NULL)
    return;
  picture = g_object_ref (self->scene);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const NidaShowPart *part = self->parts->pdata[i];
      g_autoptr (NidaScene) brushed = part->figure ? NULL : nida_linked_dup_picture (self->linked, i, NULL);

      if (brushed != NULL)
        picture = put (picture, part->prefix, brushed);
    }
  picture = put_words (self, picture);
  if (picture != self->scene && nida_linked_get_compared (self->linked) != NULL)
    picture = put_names (self, picture);
  if (picture != self->scene)
    self->picture = g_object_ref (picture);
  g_object_unref (picture);
}

static void
linked_changed_cb (NidaShowBrush *self)
{
  /* parts that are being linked, or are gone, tell as well */
  if (self->scene == NULL || self->scene != nida_show_get_scene (self->show))
    return;
  make_picture (self);
  nida_show_tell (self->show, NIDA_SHOW_BRUSHED);
}

NidaScene *
nida_show_get_picture (NidaShow *self)
{
  return self->brush->picture;
}

/* --- letting go, and following --- */

static void
set_selected (NidaShowBrush *self,
              const char    *key)
{
  if (g_strcmp0 (self->selected, key) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (key);
  nida_show_tell (self->show, NIDA_SHOW_SELECTED);
}

gboolean
nida_show_brush_let_go (NidaShowBrush *self)
{
  NidaBrushStroke *brushed = stroke_at (self, nida_linked_get_source (self->linked));
  gboolean any = self->selected != NULL || nida_linked_get_brush (self->linked) != NULL;

  if (brushed != NULL)
    nida_brush_stroke_let_go (brushed);
  else
    nida_linked_set_brush (self->linked, NIDA_LINKED_NO_CHART, NULL);
  for (guint i = 0; i < self->strokes->len; i++)
    nida_brush_stroke_update (self->strokes->pdata[i]);
  g_clear_object (&self->picture);
  set_selected (self, NULL);
  if (any)
    nida_show_tell (self->show, NIDA_SHOW_BRUSHED);
  return any;
}

/* Under a brush the next picture of the slide is brushed as well: other figures, another step, the other language. */
void
nida_show_brush_follow (NidaShowBrush *self)
{
  g_clear_object (&self->picture);
  if (nida_linked_get_brush (self->linked) != NULL)
    follow_scene (self);
  else
    unlink_parts (self);
}

void
nida_show_brush_take_comparison (NidaShowBrush *self)
{
  const NidaBrush *first, *second;

  if (!nida_show_source_find_comparison (self->show->source, &first, &second))
    return;
  nida_linked_set_brush (self->linked, NIDA_LINKED_NO_CHART, nida_brush_copy (first));
  nida_linked_set_compared (self->linked, nida_brush_copy (second));
  nida_show_brush_follow (self);
}

/* --- what the pointer does --- */

void
nida_show_prepare (NidaShow *self,
                   double    x,
                   double    y)
{
  guint part;

  follow_scene (self->brush);
  part = find_place (self->brush, x, y);
  if (part != NO_PART)
    nida_linked_prepare (self->brush->linked, part);
}

gboolean
nida_show_begin_stroke (NidaShow *self,
                        double    x,
                        double    y)
{
  NidaShowBrush *brush = self->brush;

  follow_scene (brush);
  brush->held = find_place (brush, x, y);
  if (brush->held == NO_PART)
    return FALSE;
  nida_brush_stroke_begin (stroke_at (brush, brush->held), x, y);
  return TRUE;
}

/* The box is there at once, the marks as soon as they are counted. */
static void
stroke_changed (NidaShowBrush *self)
{
  for (guint i = 0; i < self->strokes->len; i++)
    nida_brush_stroke_update (self->strokes->pdata[i]);
  nida_show_tell (self->show, NIDA_SHOW_BRUSHED);
}

gboolean
nida_show_pull_stroke (NidaShow *self,
                       double    dx,
                       double    dy)
{
  NidaBrushStroke *stroke = stroke_at (self->brush, self->brush->held);

  if (stroke == NULL || !nida_brush_stroke_pull (stroke, dx, dy))
    return FALSE;
  set_selected (self->brush, NULL);
  stroke_changed (self->brush);
  return TRUE;
}

gboolean
nida_show_get_stroke (NidaShow *self,
                      NidaBox  *box)
{
  for (guint i = 0; i < self->brush->strokes->len; i++)
    {
      *box = nida_brush_stroke_get_box (self->brush->strokes->pdata[i]);
      if (box->width > 0)
        return TRUE;
    }
  return FALSE;
}

/* @key without the prefix of @part; NULL where it is another part's. */
static const char *
own_key (NidaShowBrush *self,
         guint          part,
         const char    *key)
{
  const char *prefix = ((NidaShowPart *) self->parts->pdata[part])->prefix;

  return key != NULL && g_str_has_prefix (key, prefix) ? key + strlen (prefix) : NULL;
}

void
nida_show_pick (NidaShow   *self,
                const char *key,
                const char *from)
{
  guint part;

  follow_scene (self->brush);
  part = find_key (self->brush, key);
  if (part == NO_PART)
    return;
  nida_brush_stroke_pick (stroke_at (self->brush, part), own_key (self->brush, part, key), own_key (self->brush, part, from));
  set_selected (self->brush, NULL);
  stroke_changed (self->brush);
}

void
nida_show_select (NidaShow   *self,
                  const char *key)
{
  g_autofree char *selected = g_strdup (key);
  gboolean same = g_strcmp0 (self->brush->selected, key) == 0;

  nida_show_brush_let_go (self->brush);
  if (same || key == NULL)
    return;
  nida_show_pick (self, selected, NULL);
  set_selected (self->brush, selected);
}

const char *
nida_show_get_selected (NidaShow *self)
{
  return self->brush->selected;
}

/* --- object --- */

NidaShowBrush *
nida_show_brush_new (NidaShow *show)
{
  NidaShowBrush *self = g_new0 (NidaShowBrush, 1);

  self->show = show;
  self->linked = nida_linked_new ();
  self->strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_brush_stroke_free);
  self->boxes = g_array_new (FALSE, FALSE, sizeof (NidaBox));
  self->held = NO_PART;
  g_signal_connect_swapped (self->linked, "changed", G_CALLBACK (linked_changed_cb), self);
  return self;
}

void
nida_show_brush_free (NidaShowBrush *self)
{
  g_signal_handlers_disconnect_by_data (self->linked, self);
  g_clear_object (&self->picture);
  g_clear_pointer (&self->selected, g_free);
  unlink_parts (self);
  g_ptr_array_unref (self->strokes);
  g_array_unref (self->boxes);
  g_object_unref (self->linked);
  g_free (self);
}
