/* What a recipe says of shapes that follow figures. */
#include "config.h"

#include "follow.h"

#include "scene-builder.h"

NidaFollow *
nida_node_follow (NidaNode *node,
                  double    unit)
{
  NidaFollow *self = g_new (NidaFollow, 1);

  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_mark_free);
  self->points = g_array_new (FALSE, FALSE, sizeof (NidaFollowPoint));
  self->unit = unit;
  self->from = 0;
  self->to = 1;
  g_clear_pointer (&node->follow, nida_follow_free);
  node->follow = self;
  return self;
}

void
nida_follow_mark (NidaFollow *self,
                  NidaMark   *mark)
{
  g_ptr_array_add (self->marks, nida_mark_ref (mark));
}

void
nida_follow_point (NidaFollow *self,
                   double      foot,
                   guint       first,
                   guint       n)
{
  NidaFollowPoint point = { foot, first, n };

  g_array_append_val (self->points, point);
}

void
nida_follow_part (NidaFollow *self,
                  guint       part,
                  guint       n)
{
  self->from = (double) part / n;
  self->to = (double) (part + 1) / n;
}

void
nida_node_pale_with (NidaNode *node,
                     NidaMark *mark)
{
  if (node->follow == NULL)
    nida_node_follow (node, 0);
  node->follow->from = node->follow->to = 1;
  nida_follow_mark (node->follow, mark);
}

/**
 * nida_follow_copy_moved:
 * @self: (nullable): what a node follows
 * @down: how much lower its copy stands
 *
 * Returns: (transfer full) (nullable): the same for the copy, with the same marks
 */
NidaFollow *
nida_follow_copy_moved (const NidaFollow *self,
                        double            down)
{
  NidaFollow *copy;

  if (self == NULL)
    return NULL;
  copy = g_memdup2 (self, sizeof *self);
  copy->marks = g_ptr_array_copy (self->marks, (GCopyFunc) (void (*) (void)) nida_mark_ref, NULL);
  g_ptr_array_set_free_func (copy->marks, (GDestroyNotify) nida_mark_free);
  copy->points = g_array_copy (self->points);
  for (guint i = 0; i < copy->points->len; i++)
    g_array_index (copy->points, NidaFollowPoint, i).foot += down;
  return copy;
}

void
nida_follow_free (NidaFollow *self)
{
  g_ptr_array_unref (self->marks);
  g_array_unref (self->points);
  g_free (self);
}
