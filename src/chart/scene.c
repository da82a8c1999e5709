/* The finished display list: who reads a chart reads this. Made by scene-builder.c, written out by scene-dump.c. */
#include "config.h"

#include "follow.h"
#include "scene-builder.h"
#include "scene-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (NidaScene, nida_scene, G_TYPE_OBJECT)

static void
table_row_free (gpointer data)
{
  NidaTableRow *row = data;

  g_free (row->key);
  g_strfreev (row->cells);
  g_free (row->sort);
  g_free (row);
}

void
nida_node_free (NidaNode *node)
{
  g_free (node->points);
  g_free (node->text);
  g_free (node->name);
  g_free (node->counts);
  g_clear_pointer (&node->picture, g_bytes_unref);
  g_clear_pointer (&node->mark, nida_mark_free);
  g_clear_pointer (&node->follow, nida_follow_free);
  g_free (node);
}

NidaNode *
nida_node_new (const char *key)
{
  gsize size = strlen (key) + 1;
  NidaNode *node = g_malloc0 (sizeof *node + size);

  node->key = memcpy (node + 1, key, size);
  return node;
}

NidaNode *
nida_node_copy_as (const NidaNode *node,
                   const char     *key)
{
  NidaNode *copy = nida_node_new (key);
  char *own_key = copy->key;

  *copy = *node;
  copy->key = own_key;
  copy->text = g_strdup (node->text);
  copy->name = NULL;
  copy->counts = g_strdup (node->counts);
  copy->picture = node->picture != NULL ? g_bytes_ref (node->picture) : NULL;
  copy->points = node->n_points > 0 ? g_memdup2 (node->points, node->n_points * sizeof (NidaPoint)) : NULL;
  copy->mark = node->mark != NULL ? nida_mark_ref (node->mark) : NULL;
  copy->follow = NULL;
  return copy;
}

NidaNode *
nida_node_copy (const NidaNode *node)
{
  return nida_node_copy_as (node, node->key);
}

void
nida_scene_add (NidaScene *self,
                NidaNode  *node)
{
  g_ptr_array_add (self->nodes, node);
  *nida_scene_keys_place (&self->keys, node->key) = node;
}

NidaScene *
nida_scene_new_like (NidaScene *scene)
{
  NidaScene *self = g_object_new (NIDA_TYPE_SCENE, NULL);

  self->width = scene->width;
  self->height = scene->height;
  self->scale = scene->scale;
  self->rtl = scene->rtl;
  self->title = g_strdup (scene->title);
  self->subtitle = g_strdup (scene->subtitle);
  self->description = g_strdup (scene->description);
  return self;
}

static void
nida_scene_finalize (GObject *object)
{
  NidaScene *self = NIDA_SCENE (object);

  nida_scene_keys_clear (&self->keys);
  g_ptr_array_unref (self->nodes);
  g_clear_pointer (&self->legends, g_ptr_array_unref);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->description);
  g_clear_pointer (&self->whole, nida_mark_free);
  g_strfreev (self->table.headings);
  g_ptr_array_unref (self->table.rows);
  if (self->free_fill_data != NULL)
    self->free_fill_data (self->fill_data);
  g_free (self->last_heading);
  g_clear_pointer (&self->last_cells, g_hash_table_unref);

  G_OBJECT_CLASS (nida_scene_parent_class)->finalize (object);
}

static void
nida_scene_class_init (NidaSceneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_scene_finalize;
}

static void
nida_scene_init (NidaScene *self)
{
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_node_free);
  self->table.rows = g_ptr_array_new_with_free_func (table_row_free);
}

/**
 * nida_scene_get_width:
 * @self: a scene
 *
 * Returns: its width in points
 */
double
nida_scene_get_width (NidaScene *self)
{
  return self->width;
}

/**
 * nida_scene_get_height:
 * @self: a scene
 *
 * Returns: its height in points
 */
double
nida_scene_get_height (NidaScene *self)
{
  return self->height;
}

/**
 * nida_scene_get_scale:
 * @self: a scene
 *
 * Returns: what its fonts and distances were multiplied with
 */
double
nida_scene_get_scale (NidaScene *self)
{
  return self->scale;
}

/**
 * nida_scene_is_rtl:
 * @self: a scene
 *
 * Returns: whether its start edge is the right one
 */
gboolean
nida_scene_is_rtl (NidaScene *self)
{
  return self->rtl;
}

/**
 * nida_scene_get_n_nodes:
 * @self: a scene
 *
 * Returns: the number of nodes, decoration and marks
 */
guint
nida_scene_get_n_nodes (NidaScene *self)
{
  return self->nodes->len;
}

/**
 * nida_scene_get_node:
 * @self: a scene
 * @index: below nida_scene_get_n_nodes()
 *
 * Nodes are in reading order, which is the order of painting too.
 *
 * Returns: (transfer none): the node
 */
const NidaNode *
nida_scene_get_node (NidaScene *self,
                     guint      index)
{
  g_return_val_if_fail (index < self->nodes->len, NULL);

  return g_ptr_array_index (self->nodes, index);
}

/**
 * nida_scene_find:
 * @self: a scene
 * @key: (nullable): key of a node
 *
 * Returns: (transfer none) (nullable): the node of that key
 */
const NidaNode *
nida_scene_find (NidaScene  *self,
                 const char *key)
{
  return key != NULL ? nida_scene_keys_find (&self->keys, key) : NULL;
}

/**
 * nida_scene_get_title:
 * @self: a scene
 *
 * Returns: (transfer none): the message of the chart, never %NULL
 */
const char *
nida_scene_get_title (NidaScene *self)
{
  return self->title;
}

/**
 * nida_scene_get_subtitle:
 * @self: a scene
 *
 * Returns: (transfer none): measure, unit and period of the chart, or "" where it has none
 */
const char *
nida_scene_get_subtitle (NidaScene *self)
{
  return self->subtitle != NULL ? self->subtitle : "";
}

/**
 * nida_scene_get_description:
 * @self: a scene
 *
 * Returns: (transfer none): the chart in sentences, for those who do not see it; never %NULL
 */
const char *
nida_scene_get_description (NidaScene *self)
{
  return self->description;
}

/**
 * nida_scene_get_whole:
 * @self: a scene
 *
 * Returns: (transfer none) (nullable): the sum of all that the chart is of, where that is one plain sum of flows
 */
const NidaMark *
nida_scene_get_whole (NidaScene *self)
{
  return self->whole;
}

/**
 * nida_scene_get_table:
 * @self: a scene
 *
 * The rows may be made by the first call, so it is for one thread at a time.
 *
 * Returns: (transfer none): the figures of the chart as a table, with no columns when the chart has none
 */
const NidaTable *
nida_scene_get_table (NidaScene *self)
{
  nida_scene_fill_table (self);
  return &self->table;
}
