/* Which figures of a scene a brush can tell, and what of them is inside. */
#include "brushables.h"

#include "chart-groups.h"

#include <string.h>

/* A mark with a plain sum of flows, or a need. */
static gboolean
is_brushable (const NidaMark *mark)
{
  return mark != NULL && mark->money != NIDA_MONEY_NONE && (mark->measure < NIDA_N_MEASURES || mark->need);
}

static void
add_brushable (GArray         *found,
               GHashTable     *known,
               const NidaMark *mark)
{
  NidaBrushable brushable = { .mark = mark };
  NidaBrushMark *brush = &brushable.brush;

  if (!is_brushable (mark) || !g_hash_table_add (known, (gpointer) mark))
    return;
  brush->measure = mark->measure;
  brush->n_fields = mark->n_fields;
  brush->n_rests = mark->n_rests;
  memcpy (brush->fields, mark->fields, sizeof brush->fields);
  memcpy (brush->values, mark->values, sizeof brush->values);
  memcpy (brush->rests, mark->rests, sizeof brush->rests);
  memcpy (brush->several, mark->several, sizeof brush->several);
  g_array_append_val (found, brushable);
}

GArray *
nida_scene_brushables (NidaScene *scene)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  GArray *found = g_array_new (FALSE, TRUE, sizeof (NidaBrushable));

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      add_brushable (found, known, node->mark);
      for (guint m = 0; node->follow != NULL && m < node->follow->marks->len; m++)
        add_brushable (found, known, g_ptr_array_index (node->follow->marks, m));
    }
  add_brushable (found, known, nida_scene_get_whole (scene));
  return found;
}

/* --- figures --- */

GHashTable *
nida_brushed_places_new (GArray *brushables)
{
  GHashTable *places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < brushables->len; i++)
    g_hash_table_insert (places, (gpointer) g_array_index (brushables, NidaBrushable, i).mark, GUINT_TO_POINTER (i + 1));
  return places;
}

NidaMoney
nida_inside_of_mark (const NidaInside *self,
                     const NidaMark   *mark)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, mark));

  return place > 0 ? self->inside[place - 1] : NIDA_MONEY_NONE;
}

/* A part of a sum is no sum. */
NidaMoney
nida_inside_of_sum (const NidaInside *self,
                    const NidaFollow *follow,
                    guint             first,
                    guint             n)
{
  NidaMoney sum = 0;

  for (guint i = first; i < first + n; i++)
    {
      NidaMoney figure = nida_inside_of_mark (self, g_ptr_array_index (follow->marks, i));

      if (figure == NIDA_MONEY_NONE)
        return NIDA_MONEY_NONE;
      sum = nida_money_plus (sum, figure);
    }
  return sum;
}

NidaMoney
nida_follow_whole (const NidaFollow *follow)
{
  NidaMoney sum = 0;

  for (guint i = 0; i < follow->marks->len; i++)
    sum = nida_money_plus (sum, ((const NidaMark *) g_ptr_array_index (follow->marks, i))->money);
  return sum;
}

NidaMoney
nida_brushed_mark (GArray          *brushables,
                   const NidaMoney *inside,
                   const NidaMark  *mark)
{
  for (guint i = 0; mark != NULL && i < brushables->len; i++)
    if (g_array_index (brushables, NidaBrushable, i).mark == mark)
      return inside[i];
  return NIDA_MONEY_NONE;
}

NidaMoney
nida_brushed_figure (GArray          *brushables,
                     const NidaMoney *inside,
                     const NidaNode  *node)
{
  const NidaFollow *follow = node->follow;
  g_autoptr (GHashTable) places = NULL;
  NidaInside all;

  NidaMoney plain = nida_brushed_mark (brushables, inside, node->mark);

  if (plain != NIDA_MONEY_NONE)
    return plain;
  if (node->mark == NULL || follow == NULL || follow->from > 0)
    return NIDA_MONEY_NONE;
  places = nida_brushed_places_new (brushables);
  all = (NidaInside) { places, inside };
  return nida_inside_of_sum (&all, follow, 0, follow->marks->len);
}

double
nida_brushed_share (NidaMoney inside,
                    NidaMoney whole)
{
  if (whole == 0)
    return 0;
  return CLAMP ((double) inside / (double) whole, 0, 1);
}
