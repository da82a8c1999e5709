/* Filling a scene in logical coordinates, and the one place in chart/ where right-to-left is made: each node is
 * mirrored when the scene is ended. Angles and hatches are not: a donut runs clockwise from 12 in every language. */
#include "config.h"

#include "scene-builder.h"
#include "follow.h"
#include "scene-private.h"
#include "teller.h"

#include <math.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (NidaSceneBuilder, nida_scene_builder, G_TYPE_OBJECT)

/* Keys name a mark over refreshes; two groups of one name get different keys all the same. */
static NidaNode *
new_node (NidaSceneBuilder *self,
          const char       *key)
{
  NidaNode **place = nida_scene_keys_place (&self->scene->keys, key);
  g_autofree char *other = NULL;

  for (guint i = 2; *place != NULL; i++)
    {
      g_free (other);
      other = g_strdup_printf ("%s~%u", key, i);
      place = nida_scene_keys_place (&self->scene->keys, other);
    }

  return *place = nida_node_new (other != NULL ? other : key);
}

static NidaNode *
add_node (NidaSceneBuilder *self,
          const char       *key,
          NidaShape         shape,
          NidaBox           box)
{
  NidaNode *node = new_node (self, key != NULL ? key : "node");

  node->shape = shape;
  node->box = box;
  node->opacity = 1.0;
  node->zoom = 1.0;
  node->max_lines = 1;
  g_ptr_array_add (self->scene->nodes, node);

  return node;
}

NidaBox
nida_points_bounds (const NidaPoint *points,
                    guint            n)
{
  double min_x = INFINITY, min_y = INFINITY, max_x = -INFINITY, max_y = -INFINITY;

  for (guint i = 0; i < n; i++)
    {
      min_x = MIN (min_x, points[i].x);
      max_x = MAX (max_x, points[i].x);
      min_y = MIN (min_y, points[i].y);
      max_y = MAX (max_y, points[i].y);
    }

  return n > 0 ? (NidaBox) { min_x, min_y, max_x - min_x, max_y - min_y } : (NidaBox) { 0 };
}

static NidaNode *
add_points (NidaSceneBuilder *self,
            const char       *key,
            NidaShape         shape,
            const NidaPoint  *points,
            guint             n)
{
  NidaNode *node = add_node (self, key, shape, nida_points_bounds (points, n));

  node->points = g_memdup2 (points, n * sizeof *points);
  node->n_points = n;

  return node;
}

static void
mirror_node (NidaNode *node,
             double    width)
{
  node->box.x = width - node->box.x - node->box.width;
  for (guint i = 0; i < node->n_points; i++)
    node->points[i].x = width - node->points[i].x;
}

static void
nida_scene_builder_finalize (GObject *object)
{
  NidaSceneBuilder *self = NIDA_SCENE_BUILDER (object);

  g_clear_object (&self->scene);
  g_string_free (self->description, TRUE);
  g_clear_pointer (&self->teller, nida_teller_unref);

  G_OBJECT_CLASS (nida_scene_builder_parent_class)->finalize (object);
}

static void
nida_scene_builder_class_init (NidaSceneBuilderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_scene_builder_finalize;
}

static void
nida_scene_builder_init (NidaSceneBuilder *self)
{
  self->scene = g_object_new (NIDA_TYPE_SCENE, NULL);
  self->description = g_string_new (NULL);
}

/**
 * nida_scene_builder_new:
 * @width: of the scene in points
 * @height: of the scene in points
 * @scale: what fonts and distances are multiplied with
 * @rtl: whether the start edge is the right one
 *
 * Returns: (transfer full): a builder of an empty scene
 */
NidaSceneBuilder *
nida_scene_builder_new (double   width,
                        double   height,
                        double   scale,
                        gboolean rtl)
{
  NidaSceneBuilder *self = g_object_new (NIDA_TYPE_SCENE_BUILDER, NULL);

  self->scene->width = width;
  self->scene->height = height;
  self->scene->scale = scale;
  self->scene->rtl = rtl;

  return self;
}

/**
 * nida_scene_builder_rect:
 * @self: a builder
 * @key: stable name of the node
 * @box: in logical points
 * @fill: a role
 *
 * Returns: (transfer none): the node, for further choices
 */
NidaNode *
nida_scene_builder_rect (NidaSceneBuilder *self,
                         const char       *key,
                         NidaBox           box,
                         NidaColor         fill)
{
  NidaNode *node = add_node (self, key, NIDA_SHAPE_RECT, box);

  node->fill = fill;

  return node;
}

/**
 * nida_scene_builder_line:
 * @self: a builder
 * @key: stable name of the node
 * @from: one end
 * @to: the other end
 * @stroke: a role
 * @width: of the line in points
 *
 * Returns: (transfer none): the node, for further choices
 */
NidaNode *
nida_scene_builder_line (NidaSceneBuilder *self,
                         const char       *key,
                         NidaPoint         from,
                         NidaPoint         to,
                         NidaColor         stroke,
                         double            width)
{
  return nida_scene_builder_polyline (self, key, (NidaPoint[]) { from, to }, 2, stroke, width);
}

/**
 * nida_scene_builder_polyline:
 * @self: a builder
 * @key: stable name of the node
 * @points: (array length=n): corners, copied
 * @n: how many
 * @stroke: a role
 * @width: of the line in points
 *
 * Returns: (transfer none): the node, for further choices
 */
NidaNode *
nida_scene_builder_polyline (NidaSceneBuilder *self,
                             const char       *key,
                             const NidaPoint  *points,
                             guint             n,
                             NidaColor         stroke,
                             double            width)
{
  NidaNode *node = add_points (self, key, NIDA_SHAPE_LINE, points, n);

  node->stroke = stroke;
  node->line_width = width;

  return node;
}

/**
 * nida_scene_builder_polygon:
 * @self: a builder
 * @key: stable name of the node
 * @points: (array length=n): corners, copied; closed by itself
 * @n: how many
 * @fill: a role
 *
 * Returns: (transfer none): the node, for further choices
 */
NidaNode *
nida_scene_builder_polygon (NidaSceneBuilder *self,
                            const char       *key,
                            const NidaPoint  *points,
                            guint             n,
                            NidaColor         fill)
{
  NidaNode *node = add_points (self, key, NIDA_SHAPE_POLYGON, points, n);

  node->fill = fill;

  return node;
}

/**
 * nida_scene_builder_circle:
 * @self: a builder
 * @key: stable name of the node
 * @centre: in logical points
 * @radius: in points
 * @fill: a role
 *
 * Returns: (transfer none): the node, for further choices
 */
NidaNode *
nida_scene_builder_circle (NidaSceneBuilder *self,
                           const char       *key,
                           NidaPoint         centre,
                           double            radius,
                           NidaColor         fill)
{
  NidaNode *node = add_node (self, key, NIDA_SHAPE_CIRCLE,
                             (NidaBox) { centre.x - radius, centre.y - radius, 2 * radius, 2 * radius });

  node->fill = fill;

  return node;
}

/**
 * nida_scene_builder_sector:
 * @self: a builder
 * @key: stable name of the node
 * @centre: of the ring, in logical points
 * @inner: radius of the hole, 0 for a pie
 * @outer: radius of the rim
 * @from: angle in radians, clockwise from 12 o'clock, in every language
 * @to: angle where it ends
 * @fill: a role
 *
 * Returns: (transfer none): the node, for further choices
 */
NidaNode *
nida_scene_builder_sector (NidaSceneBuilder *self,
                           const char       *key,
                           NidaPoint         centre,
                           double            inner,
                           double            outer,
                           double            from,
                           double            to,
                           NidaColor         fill)
{
  NidaNode *node = add_points (self, key, NIDA_SHAPE_SECTOR, &centre, 1);

  /* The box of the whole ring: it mirrors with the centre although the angles stay. */
  node->box = (NidaBox) { centre.x - outer, centre.y - outer, 2 * outer, 2 * outer };
  node->inner = inner;
  node->outer = outer;
  node->from = from;
  node->to = to;
  node->fill = fill;

  return node;
}

/**
 * nida_scene_builder_text:
 * @self: a builder
 * @key: stable name of the node
 * @box: where the text is laid out; its top is that of the first line
 * @font: one of the fixed sizes
 * @color: a role
 * @anchor: the edge of @box that the line keeps to
 * @text: the words, isolated where they come from data
 *
 * One line, ellipsised when it is wider than @box.
 *
 * Returns: (transfer none): the node, for further choices
 */
NidaNode *
nida_scene_builder_text (NidaSceneBuilder *self,
                         const char       *key,
                         NidaBox           box,
                         NidaFont          font,
                         NidaColor         color,
                         NidaAnchor        anchor,
                         const char       *text)
{
  NidaNode *node = add_node (self, key, NIDA_SHAPE_TEXT, box);

  node->font = font;
  node->fill = color;
  node->anchor = anchor;
  node->text = g_strdup (text != NULL ? text : "");

  return node;
}

/**
 * nida_scene_builder_paragraph:
 * @self: a builder
 * @key: stable name of the node
 * @box: where the text is laid out; its width breaks the lines
 * @font: one of the fixed sizes
 * @color: a role
 * @anchor: the edge of @box that the lines keep to
 * @max_lines: the last of them is ellipsised
 * @text: the words
 *
 * Returns: (transfer none): the node, for further choices
 */
NidaNode *
nida_scene_builder_paragraph (NidaSceneBuilder *self,
                              const char       *key,
                              NidaBox           box,
                              NidaFont          font,
                              NidaColor         color,
                              NidaAnchor        anchor,
                              guint             max_lines,
                              const char       *text)
{
  NidaNode *node = nida_scene_builder_text (self, key, box, font, color, anchor, text);

  node->max_lines = MAX (max_lines, 1);

  return node;
}

/**
 * nida_scene_builder_picture:
 * @self: a builder
 * @key: of the node
 * @box: what the picture fills; whoever keeps its proportions gives a box that has them
 * @png: a PNG, see nida_picture_check()
 *
 * Returns: (transfer none): the node, for further choices
 */
NidaNode *
nida_scene_builder_picture (NidaSceneBuilder *self,
                            const char       *key,
                            NidaBox           box,
                            GBytes           *png)
{
  NidaNode *node = add_node (self, key, NIDA_SHAPE_PICTURE, box);

  node->picture = g_bytes_ref (png);

  return node;
}

/**
 * nida_scene_builder_get_teller:
 * @self: a builder
 * @language: of the scene
 * @currency: of the figures
 *
 * Returns: (transfer none): the teller that all marks with a plain figure share
 */
NidaTeller *
nida_scene_builder_get_teller (NidaSceneBuilder *self,
                               NidaLanguage     *language,
                               const char       *currency)
{
  if (self->teller != NULL && nida_teller_says (self->teller, language, currency))
    return self->teller;
  g_clear_pointer (&self->teller, nida_teller_unref);
  self->teller = nida_teller_new (language, currency, NULL, NULL, NULL);
  return self->teller;
}

/**
 * nida_scene_builder_mark:
 * @node: a node just added
 * @mark: (transfer full): what it stands for
 */
void
nida_scene_builder_mark (NidaNode *node,
                         NidaMark *mark)
{
  g_clear_pointer (&node->mark, nida_mark_free);
  node->mark = mark;
}

/**
 * nida_scene_builder_set_words:
 * @self: a builder
 * @title: (nullable): the message of the chart; %NULL keeps the one it has
 * @description: (nullable): sentences that stand for the picture
 */
void
nida_scene_builder_set_words (NidaSceneBuilder *self,
                              const char       *title,
                              const char       *description)
{
  if (title != NULL)
    {
      g_free (self->scene->title);
      self->scene->title = g_strdup (title);
    }
  g_string_assign (self->description, description != NULL ? description : "");
}

/**
 * nida_scene_builder_set_subtitle:
 * @self: a builder
 * @subtitle: (nullable): measure, unit and period, for whoever draws them elsewhere
 */
void
nida_scene_builder_set_subtitle (NidaSceneBuilder *self,
                                 const char       *subtitle)
{
  g_free (self->scene->subtitle);
  self->scene->subtitle = g_strdup (subtitle);
}

void
nida_scene_builder_set_whole (NidaSceneBuilder *self,
                              NidaMark         *mark)
{
  g_clear_pointer (&self->scene->whole, nida_mark_free);
  self->scene->whole = mark;
}

/**
 * nida_scene_builder_add_description:
 * @self: a builder
 * @sentence: (nullable): put after the description, with a space between
 */
void
nida_scene_builder_add_description (NidaSceneBuilder *self,
                                    const char       *sentence)
{
  if (sentence == NULL || *sentence == '\0')
    return;

  if (self->description->len > 0)
    g_string_append_c (self->description, ' ');
  g_string_append (self->description, sentence);
}

/* Does the description say @words already? */
gboolean
nida_scene_builder_describes (NidaSceneBuilder *self,
                              const char       *words)
{
  return strstr (self->description->str, words) != NULL;
}

static void
append_nodes (NidaSceneBuilder *self,
              NidaScene        *chart,
              const char       *prefix,
              double            x,
              double            y,
              gboolean          marked)
{
  for (guint i = 0; i < chart->nodes->len; i++)
    {
      const NidaNode *node = g_ptr_array_index (chart->nodes, i);
      g_autofree char *key = g_strconcat (prefix, node->key, NULL);
      NidaNode *copy = add_node (self, key, node->shape, node->box);
      char *own_key = copy->key;

      *copy = *node;
      copy->key = own_key;
      copy->mark = marked && node->mark != NULL ? nida_mark_ref (node->mark) : NULL;
      copy->follow = nida_follow_copy_moved (node->follow, y);
      copy->text = g_strdup (node->text);
      copy->counts = g_strdup (node->counts);
      copy->picture = node->picture != NULL ? g_bytes_ref (node->picture) : NULL;
      copy->points = g_memdup2 (node->points, node->n_points * sizeof *node->points);
      copy->zoom = node->zoom * chart->scale / self->scene->scale;
      copy->turned = node->turned != (chart->rtl != self->scene->rtl);
      /* It stands as it will be seen in its own width; the whole will be mirrored. */
      if (self->scene->rtl)
        mirror_node (copy, chart->width);
      copy->box.x += x;
      copy->box.y += y;
      for (guint p = 0; p < copy->n_points; p++)
        {
          copy->points[p].x += x;
          copy->points[p].y += y;
        }
    }
}

/**
 * nida_scene_builder_append:
 * @self: a builder
 * @chart: a scene that runs in the same direction
 * @prefix: put before each key
 * @x: where the start edge of @chart stands, in logical points
 * @y: where its top stands
 *
 * Draw a whole scene inside another, without its marks: a board as one picture.
 */
void
nida_scene_builder_append (NidaSceneBuilder *self,
                           NidaScene        *chart,
                           const char       *prefix,
                           double            x,
                           double            y)
{
  g_return_if_fail (chart->rtl == self->scene->rtl);

  append_nodes (self, chart, prefix, x, y, FALSE);
}

/**
 * nida_scene_builder_append_whole:
 * @self: a builder
 * @chart: a scene of either direction and any scale
 * @prefix: put before each key
 * @x: where the edge of @chart at the start of this scene stands, in logical points
 * @y: where its top stands
 *
 * Make a whole scene a part of another, with its marks: a slide, or a slide in two languages.
 */
void
nida_scene_builder_append_whole (NidaSceneBuilder *self,
                                 NidaScene        *chart,
                                 const char       *prefix,
                                 double            x,
                                 double            y)
{
  append_nodes (self, chart, prefix, x, y, TRUE);
}

guint
nida_scene_builder_get_n_nodes (NidaSceneBuilder *self)
{
  return self->scene->nodes->len;
}

NidaNode *
nida_scene_builder_get_node (NidaSceneBuilder *self,
                             guint             index)
{
  return g_ptr_array_index (self->scene->nodes, index);
}

/**
 * nida_scene_builder_end:
 * @self: a builder; nothing may be added afterwards
 *
 * Returns: (transfer full): the scene, mirrored when it runs from right to left
 */
NidaScene *
nida_scene_builder_end (NidaSceneBuilder *self)
{
  NidaScene *scene = g_steal_pointer (&self->scene);

  if (scene->rtl)
    for (guint i = 0; i < scene->nodes->len; i++)
      mirror_node (g_ptr_array_index (scene->nodes, i), scene->width);
  if (scene->title == NULL)
    scene->title = g_strdup ("");
  scene->description = g_strdup (self->description->str);

  return scene;
}
