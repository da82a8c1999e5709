/* A tween pairs the nodes of two scenes by key. A pair moves; words that change, and nodes that one scene has alone, fade.
 * Figures are never reckoned in between: a label says what is true before or what is true after. A total alone counts up, as it is
 * seen to grow; nobody reads it before it stands, and nothing but paint has it meanwhile. */
#include "tween.h"

#include "count-up.h"
#include "scene-private.h"

#include <string.h>

#define LEAD 0.15      /* of the way: what stands behind a number that counts is out of its way by then */

typedef enum { ALONG, BEFORE, AFTER } NidaPace;

/* @node is painted; it moves from @from to @to, either of which may be NULL. */
typedef struct {
  const NidaNode *from, *to;
  NidaNode       *node;
  NidaCountUp    *count;      /* of words that count, or NULL */
  NidaPace        pace;
  gboolean        coming, going;
} NidaPair;

struct _NidaTween {
  NidaScene *from, *to, *between;
  GHashTable *leaving;        /* key to nodes, of a @from that is itself between two: what goes there, maybe beside what comes */
  GArray    *pairs;
};

/* Words of another size are other words: letters that grow would be drawn anew for every picture. */
static gboolean
says_the_same (const NidaNode *a,
               const NidaNode *b)
{
  return g_strcmp0 (a->text, b->text) == 0 && (a->text == NULL || (a->zoom == b->zoom && a->turned == b->turned));
}

/* Is it the same total of the same? Another slide may have another figure at its place. */
static gboolean
is_same_total (const NidaNode *a,
               const NidaNode *b)
{
  return a->counts != NULL && g_strcmp0 (a->counts, b->counts) == 0 && a->font == b->font && a->zoom == b->zoom && a->turned == b->turned;
}

static NidaCountUp *
count_between (const NidaNode *from,
               const NidaNode *to)
{
  return from != NULL && to != NULL && is_same_total (from, to) && !says_the_same (from, to) ? nida_count_up_new (from->text, to->text) : NULL;
}

/* A number has all its digits soon after it begins to grow, and until it has nearly shrunk: its unit gives way at once, and comes
 * back at the end. */
static NidaPace
find_pace (NidaTween      *self,
           const NidaNode *unit)
{
  g_autofree char *number = g_str_has_suffix (unit->key, "/unit") ? g_strndup (unit->key, strlen (unit->key) - strlen ("/unit")) : NULL;
  const NidaNode *from = number != NULL ? nida_scene_find (self->from, number) : NULL;
  const NidaNode *to = from != NULL ? nida_scene_find (self->to, number) : NULL;

  if (to == NULL || !is_same_total (from, to))
    return ALONG;
  return to->box.width >= from->box.width ? BEFORE : AFTER;
}

static void
add_pair (NidaTween      *self,
          const NidaNode *from,
          const NidaNode *to,
          gboolean        going)
{
  NidaPair pair = { from, to, nida_node_copy (going ? from : to), going ? NULL : count_between (from, to),
                    from != NULL && to != NULL ? find_pace (self, to) : ALONG };

  pair.coming = from == NULL || (!going && pair.count == NULL && !says_the_same (from, to));
  pair.going = going;

  g_array_append_val (self->pairs, pair);
  /* what goes keeps its place, also in a scene that is read from the other side */
  if (going && self->from->rtl != self->to->rtl)
    pair.node->turned = !pair.node->turned;
  if (going)
    g_ptr_array_add (self->between->nodes, pair.node);       /* its key is that of the node that comes */
  else
    nida_scene_add (self->between, pair.node);
}

/* Another chart in the place of one may have a name that was there, too: what was given does not grow out of what was asked for. */
static gboolean
is_same_question (const NidaMark *a,
                  const NidaMark *b)
{
  if (a == NULL || b == NULL)
    return TRUE;
  return a->measure == b->measure && a->n_fields == b->n_fields && a->n_rests == b->n_rests
         && memcmp (a->fields, b->fields, a->n_fields * sizeof *a->fields) == 0;
}

/* Can one become the other by moving? */
static gboolean
is_same_kind (const NidaNode *a,
              const NidaNode *b)
{
  return a != NULL && b != NULL && a->shape == b->shape && a->n_points == b->n_points && is_same_question (a->mark, b->mark);
}

static gboolean
counts_on (const NidaNode *from,
           const NidaNode *to)
{
  NidaCountUp *count = count_between (from, to);

  if (count != NULL)
    nida_count_up_free (count);
  return count != NULL;
}

/* How many nodes both begin with: the paper of a slide. */
static guint
count_common (NidaScene *from,
              NidaScene *to)
{
  guint n = 0;

  while (n < from->nodes->len && n < to->nodes->len)
    {
      const NidaNode *a = from->nodes->pdata[n], *b = to->nodes->pdata[n];

      if (!g_str_equal (a->key, b->key) || !is_same_kind (a, b) || !says_the_same (a, b))
        break;
      n++;
    }
  return n;
}

/* Who turns back half-way finds what was going, as far as it is still seen. */
static const NidaNode *
find_twin (NidaTween      *self,
           const NidaNode *node)
{
  const NidaNode *twin = nida_scene_find (self->from, node->key);
  GPtrArray *leaving = twin == NULL || !says_the_same (twin, node) ? g_hash_table_lookup (self->leaving, node->key) : NULL;

  for (guint i = 0; leaving != NULL && i < leaving->len; i++)
    if (is_same_kind (leaving->pdata[i], node) && says_the_same (leaving->pdata[i], node))
      return leaving->pdata[i];
  return is_same_kind (twin, node) ? twin : NULL;
}

static void
add_leaving (NidaTween *self,
             NidaNode  *node)
{
  GPtrArray *nodes = g_hash_table_lookup (self->leaving, node->key);

  if (nodes == NULL)
    {
      nodes = g_ptr_array_new ();
      g_hash_table_insert (self->leaving, node->key, nodes);
    }
  g_ptr_array_add (nodes, node);
}

static void
add_coming (NidaTween *self,
            guint      first,
            guint      end)
{
  for (guint i = first; i < end; i++)
    {
      const NidaNode *node = g_ptr_array_index (self->to->nodes, i);

      add_pair (self, find_twin (self, node), node, FALSE);
    }
}

static void
pair_clear (gpointer data)
{
  g_clear_pointer (&((NidaPair *) data)->count, nida_count_up_free);
}

NidaTween *
nida_tween_new (NidaScene *from,
                NidaScene *to)
{
  NidaTween *self = g_new0 (NidaTween, 1);
  guint common = count_common (from, to);

  self->from = g_object_ref (from);
  self->to = g_object_ref (to);
  self->between = g_object_new (NIDA_TYPE_SCENE, NULL);
  self->between->width = to->width;
  self->between->height = to->height;
  self->between->scale = to->scale;
  self->between->rtl = to->rtl;
  self->pairs = g_array_new (FALSE, FALSE, sizeof (NidaPair));
  g_array_set_clear_func (self->pairs, pair_clear);
  self->leaving = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < from->nodes->len; i++)
    {
      NidaNode *node = g_ptr_array_index (from->nodes, i);

      if (nida_scene_find (from, node->key) != node)
        add_leaving (self, node);
    }
  /* what goes lies under what comes, and over what both lie on */
  add_coming (self, 0, common);
  for (guint i = common; i < from->nodes->len; i++)
    {
      const NidaNode *node = g_ptr_array_index (from->nodes, i), *twin = nida_scene_find (to, node->key);

      if (!is_same_kind (node, twin))
        add_pair (self, node, NULL, TRUE);
      else if (!says_the_same (node, twin) && !counts_on (node, twin))
        add_pair (self, node, twin, TRUE);
    }
  add_coming (self, common, to->nodes->len);
  return self;
}

void
nida_tween_free (NidaTween *self)
{
  g_array_unref (self->pairs);
  g_hash_table_unref (self->leaving);
  g_object_unref (self->from);
  g_object_unref (self->to);
  g_object_unref (self->between);
  g_free (self);
}

static double
mix (double from,
     double to,
     double progress)
{
  return from + (to - from) * progress;
}

/* Words keep the room that they need: a narrower box would cut them on the way. @mixed: the box between both */
static NidaBox
keep_room (const NidaPair *pair,
           NidaBox         mixed,
           gboolean        rtl)
{
  const NidaNode *node = pair->node;
  double from = pair->from->box.width, to = pair->to->box.width, width = pair->count != NULL ? MAX (from, to) : pair->going ? from : to;
  gboolean from_right = (node->anchor == NIDA_ANCHOR_START) == (rtl != node->turned);
  double share = node->anchor == NIDA_ANCHOR_MIDDLE ? 0.5 : from_right ? 1 : 0;

  return (NidaBox) { mixed.x + (mixed.width - width) * share, mixed.y, width, mixed.height };
}

static double
pace_at (const NidaPair *pair,
         double          progress)
{
  switch (pair->pace)
    {
    case BEFORE: return MIN (progress / LEAD, 1);
    case AFTER: return MAX ((progress - 1 + LEAD) / LEAD, 0);
    default: return progress;
    }
}

static void
move (const NidaNode *from,
      const NidaNode *to,
      double          progress,
      NidaNode       *node)
{
  node->box = (NidaBox) {
    mix (from->box.x, to->box.x, progress), mix (from->box.y, to->box.y, progress),
    mix (from->box.width, to->box.width, progress), mix (from->box.height, to->box.height, progress),
  };
  for (guint i = 0; i < node->n_points; i++)
    node->points[i] = (NidaPoint) { mix (from->points[i].x, to->points[i].x, progress), mix (from->points[i].y, to->points[i].y, progress) };
  node->inner = mix (from->inner, to->inner, progress);
  node->outer = mix (from->outer, to->outer, progress);
  node->from = mix (from->from, to->from, progress);
  node->to = mix (from->to, to->to, progress);
  node->radius = mix (from->radius, to->radius, progress);
  node->line_width = mix (from->line_width, to->line_width, progress);
  node->opacity = mix (from->opacity, to->opacity, progress);
}

NidaScene *
nida_tween_at (NidaTween *self,
               double     progress)
{
  progress = CLAMP (progress, 0, 1);
  for (guint i = 0; i < self->pairs->len; i++)
    {
      NidaPair *pair = &g_array_index (self->pairs, NidaPair, i);

      if (pair->from != NULL && pair->to != NULL)
        {
          move (pair->from, pair->to, pace_at (pair, progress), pair->node);
          if (pair->coming || pair->going || pair->count != NULL)
            pair->node->box = keep_room (pair, pair->node->box, self->to->rtl);
          if (pair->count != NULL)
            {
              g_free (pair->node->text);
              pair->node->text = nida_count_up_at (pair->count, progress);
            }
        }
      else
        pair->node->opacity = (pair->to != NULL ? pair->to : pair->from)->opacity;
      if (pair->coming)
        pair->node->opacity *= progress;
      else if (pair->going)
        pair->node->opacity *= 1 - progress;
    }
  return self->between;
}

double
nida_tween_ease (double time)
{
  time = CLAMP (time, 0, 1);
  return time < 0.5 ? 4 * time * time * time : 1 - 4 * (1 - time) * (1 - time) * (1 - time);
}
