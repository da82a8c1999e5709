/* Where an arrow key leads from a mark. Works on the finished scene, so that it leads where it is seen to. */
#include "config.h"

#include "mark-move.h"

#include <math.h>

#define FAR 1e6     /* points: beyond any scene */

/* The next mark from node @index on in the direction of @step, not counting @index itself. */
static const NidaNode *
scan (NidaScene *scene,
      int        index,
      int        step)
{
  for (int i = index + step; i >= 0 && i < (int) nida_scene_get_n_nodes (scene); i += step)
    if (nida_scene_get_node (scene, i)->mark != NULL)
      return nida_scene_get_node (scene, i);

  return NULL;
}

static int
index_of (NidaScene  *scene,
          const char *key)
{
  const NidaNode *node = nida_scene_find (scene, key);

  for (guint i = 0; node != NULL && i < nida_scene_get_n_nodes (scene); i++)
    if (nida_scene_get_node (scene, i) == node)
      return i;

  return -1;
}

/* How far @to lies from @from along @move, and how far beside it; FALSE when it does not lie that way. Of thin marks, which touch
 * within a point on both sides, the middle decides. */
static gboolean
measure_move (NidaBox   from,
              NidaBox   to,
              NidaMove  move,
              double   *along,
              double   *beside)
{
  gboolean sideways = move == NIDA_MOVE_LEFT || move == NIDA_MOVE_RIGHT;
  double x = to.x + to.width / 2.0 - from.x - from.width / 2.0, y = to.y + to.height / 2.0 - from.y - from.height / 2.0, middle;

  switch (move)
    {
    case NIDA_MOVE_LEFT: *along = from.x - (to.x + to.width); middle = -x; break;
    case NIDA_MOVE_RIGHT: *along = to.x - (from.x + from.width); middle = x; break;
    case NIDA_MOVE_UP: *along = from.y - (to.y + to.height); middle = -y; break;
    default: *along = to.y - (from.y + from.height); middle = y; break;
    }
  if (sideways)
    *beside = MAX (MAX (to.y - from.y - from.height, from.y - to.y - to.height), 0.0) + 0.05 * fabs (y);
  else
    *beside = MAX (MAX (to.x - from.x - from.width, from.x - to.x - to.width), 0.0) + 0.05 * fabs (x);

  return *along > -1.0 && middle > 0.0;
}

/* Are both of one name, or of all that have none in the chart, at two dates, as points of a line are? */
static gboolean
are_of_one_line (const NidaMark *a,
                 const NidaMark *b)
{
  gboolean dated = FALSE;

  if (a->n_fields != b->n_fields || a->n_rests != b->n_rests || a->n_fields + a->n_rests < 2)
    return FALSE;
  for (guint i = 0; i < a->n_rests; i++)
    if (a->rests[i] != b->rests[i] || a->several[i] != b->several[i])
      return FALSE;
  for (guint i = 0; i < a->n_fields; i++)
    {
      if (a->fields[i] != b->fields[i] || (a->fields[i] != NIDA_FIELD_DATE && !g_str_equal (a->values[i], b->values[i])))
        return FALSE;
      dated = dated || a->fields[i] == NIDA_FIELD_DATE;
    }
  return dated;
}

static const NidaNode *
find_beyond (NidaScene      *scene,
             const NidaNode *from,
             NidaMove        move)
{
  const NidaNode *nearest = NULL;
  double best = INFINITY;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);
      double along, beside;

      if (node->mark == NULL || node == from || !measure_move (from->box, node->box, move, &along, &beside))
        continue;

      /* From a node of a Sankey the next node, before what flows beside both. */
      if ((move == NIDA_MOVE_UP || move == NIDA_MOVE_DOWN) && from->shape == NIDA_SHAPE_RECT && node->shape == NIDA_SHAPE_POLYGON)
        beside += FAR;
      /* The next column before the same height further away; in it the same name, where lines cross. */
      if ((move == NIDA_MOVE_LEFT || move == NIDA_MOVE_RIGHT) && are_of_one_line (from->mark, node->mark))
        beside = -1;
      if (4.0 * along + beside < best)
        {
          best = 4.0 * along + beside;
          nearest = node;
        }
    }

  return nearest;
}

/* How far @a and @b share a row (or, not @sideways, a column): more than nothing where they do. */
static double
shared (NidaBox  a,
        NidaBox  b,
        gboolean sideways)
{
  return sideways ? MIN (a.y + a.height, b.y + b.height) - MAX (a.y, b.y) : MIN (a.x + a.width, b.x + b.width) - MAX (a.x, b.x);
}

/* Which way the order of the marks runs in their rows: 1 to the right, -1 to the left. Time may run against the words, a ring runs
 * clockwise in both directions; marks under each other are read as words are. From the last flow of a Sankey to the first node
 * nothing runs. */
static int
order_direction (NidaScene *scene)
{
  const NidaNode *before = NULL;
  int sum = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);
      double step;

      if (node->mark == NULL)
        continue;
      if (before != NULL && node->shape == NIDA_SHAPE_SECTOR && before->shape == NIDA_SHAPE_SECTOR)
        sum++;
      else if (before != NULL && before->shape == node->shape && shared (before->box, node->box, TRUE) > 0)
        {
          step = node->box.x + node->box.width / 2 - before->box.x - before->box.width / 2;
          sum += step > 0.5 ? 1 : step < -0.5 ? -1 : 0;
        }
      before = node;
    }
  return sum > 0 || (sum == 0 && !nida_scene_is_rtl (scene)) ? 1 : -1;
}

NidaMove
nida_scene_move_in_order (NidaScene *scene,
                          NidaMove   move)
{
  switch (move)
    {
    case NIDA_MOVE_LEFT: return order_direction (scene) > 0 ? NIDA_MOVE_PREVIOUS : NIDA_MOVE_NEXT;
    case NIDA_MOVE_RIGHT: return order_direction (scene) > 0 ? NIDA_MOVE_NEXT : NIDA_MOVE_PREVIOUS;
    case NIDA_MOVE_UP: return NIDA_MOVE_PREVIOUS;
    case NIDA_MOVE_DOWN: return NIDA_MOVE_NEXT;
    default: return move;
    }
}

/* Would @move, which nothing stands in the way of, come back in the same row or column? */
static gboolean
leads_back (const NidaNode *from,
            const NidaNode *to,
            NidaMove        move)
{
  const NidaMove back[] = { [NIDA_MOVE_LEFT] = NIDA_MOVE_RIGHT, [NIDA_MOVE_RIGHT] = NIDA_MOVE_LEFT, [NIDA_MOVE_UP] = NIDA_MOVE_DOWN,
                            [NIDA_MOVE_DOWN] = NIDA_MOVE_UP };
  double along, beside;

  if (move == NIDA_MOVE_NEXT || move == NIDA_MOVE_PREVIOUS)
    return FALSE;
  return shared (from->box, to->box, move == NIDA_MOVE_LEFT || move == NIDA_MOVE_RIGHT) > 0
         && measure_move (from->box, to->box, back[move], &along, &beside);
}

/**
 * nida_scene_move:
 * @scene: a scene
 * @from: (nullable): key of the current mark
 * @move: where to
 *
 * Left, right, up and down go to what stands there, whatever the language and the direction of time. Where nothing does, they go on
 * along the order of the marks (the end of a row leads to the next one), never back in the same row or column.
 *
 * Returns: (transfer none) (nullable): the mark there, %NULL at the end
 */
const NidaNode *
nida_scene_move (NidaScene  *scene,
                 const char *from,
                 NidaMove    move)
{
  int index = index_of (scene, from);
  const NidaNode *node, *next;

  if (move == NIDA_MOVE_LAST)
    return scan (scene, nida_scene_get_n_nodes (scene), -1);
  if (index < 0 || move == NIDA_MOVE_FIRST)
    return scan (scene, -1, 1);

  node = nida_scene_get_node (scene, index);
  next = move != NIDA_MOVE_NEXT && move != NIDA_MOVE_PREVIOUS ? find_beyond (scene, node, move) : NULL;
  if (next != NULL)
    return next;
  next = scan (scene, index, nida_scene_move_in_order (scene, move) == NIDA_MOVE_NEXT ? 1 : -1);
  return next != NULL && leads_back (node, next, move) ? NULL : next;
}
