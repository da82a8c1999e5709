/* A brushed scene is made from the scene, not from a recipe: each mark that can be told pales, and its share inside the brush
 * is drawn over it from the mark's own base. So every kind of chart follows alike, with the whole's scales. */
#include "brushed.h"

#include "scene-builder.h"
#include "scene-private.h"

/* A mark with a plain sum of flows. */
static gboolean
is_brushable (const NidaNode *node)
{
  const NidaMark *mark = node->mark;

  return mark != NULL && mark->money != NIDA_MONEY_NONE && mark->measure < NIDA_N_MEASURES;
}

GArray *
nida_scene_brushables (NidaScene *scene)
{
  GArray *found = g_array_new (FALSE, TRUE, sizeof (NidaBrushable));

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);
      NidaBrushable brushable = { .node = node };

      if (!is_brushable (node))
        continue;
      brushable.brush = (NidaBrushMark) { .measure = node->mark->measure, .n_fields = node->mark->n_fields,
                                          .rest = node->mark->rest, .several = node->mark->several };
      for (guint f = 0; f < node->mark->n_fields; f++)
        {
          brushable.brush.fields[f] = node->mark->fields[f];
          brushable.brush.values[f] = node->mark->values[f];
        }
      if (node->mark->span != NULL && node->mark->n_fields < NIDA_MAX_BY)
        {
          brushable.brush.fields[brushable.brush.n_fields] = NIDA_FIELD_DATE;
          brushable.brush.values[brushable.brush.n_fields++] = node->mark->span;
        }
      g_array_append_val (found, brushable);
    }
  return found;
}

double
nida_brushed_share (NidaMoney inside,
                    NidaMoney whole)
{
  if (whole == 0)
    return 0;
  return CLAMP ((double) inside / (double) whole, 0, 1);
}

/* The edge on screen; the scene is mirrored already. */
static NidaBase
screen_base (NidaBase base,
             gboolean rtl)
{
  if (!rtl || (base != NIDA_BASE_START && base != NIDA_BASE_END))
    return base;
  return base == NIDA_BASE_START ? NIDA_BASE_END : NIDA_BASE_START;
}

static void
cut (NidaNode *node,
     NidaBase  base,
     double    share)
{
  NidaBox *box = &node->box;

  switch (base)
    {
    case NIDA_BASE_END:
      box->x += box->width * (1 - share);
      box->width *= share;
      break;
    case NIDA_BASE_START:
      box->width *= share;
      break;
    case NIDA_BASE_BOTTOM:
      box->y += box->height * (1 - share);
      box->height *= share;
      break;
    case NIDA_BASE_TOP:
      box->height *= share;
      break;
    case NIDA_BASE_ANGLE:
      node->to = node->from + (node->to - node->from) * share;
      break;
    case NIDA_BASE_NONE:
    default:
      break;
    }
}

/* Words on a fill that has paled have lost the ground that their ink was chosen for. */
static void
add_plain (NidaScene      *scene,
           const NidaNode *node)
{
  NidaNode *copy = nida_node_copy (node);

  if (copy->shape == NIDA_SHAPE_TEXT && (copy->fill == NIDA_COLOR_INK_DARK || copy->fill == NIDA_COLOR_INK_LIGHT))
    {
      copy->fill = NIDA_COLOR_TEXT;
      copy->halo = TRUE;
    }
  nida_scene_add (scene, copy);
}

/* The first or the second half of a mark's breadth. */
static void
halve (NidaNode *node,
       gboolean  second,
       gboolean  rtl)
{
  NidaBox *box = &node->box;
  double ring = (node->outer - node->inner) / 2;

  switch (node->base)
    {
    case NIDA_BASE_START:
    case NIDA_BASE_END:
      box->height /= 2;
      box->y += second ? box->height : 0;
      break;
    case NIDA_BASE_ANGLE:
      node->outer -= second ? ring : 0;
      node->inner += second ? 0 : ring;
      break;
    case NIDA_BASE_TOP:
    case NIDA_BASE_BOTTOM:
    case NIDA_BASE_NONE:
    default:
      box->width /= 2;
      box->x += second != rtl ? box->width : 0;
      break;
    }
}

/* @colour: of one of two selections, or NONE for the mark's own. */
static void
add_part (NidaScene      *scene,
          const NidaNode *node,
          NidaMoney       inside,
          const char     *suffix,
          NidaColor       color)
{
  double share = nida_brushed_share (inside, node->mark->money);
  NidaNode *part;

  if (share <= 0 || inside == NIDA_MONEY_NONE)
    return;
  part = nida_node_copy (node);
  g_clear_pointer (&part->mark, nida_mark_free);
  g_free (part->key);
  part->key = g_strconcat (node->key, suffix, NULL);
  cut (part, screen_base (node->base, scene->rtl), share);
  if (color != NIDA_COLOR_NONE)
    {
      halve (part, color == NIDA_COLOR_COMPARED, scene->rtl);
      part->fill = color;
      part->stroke = NIDA_COLOR_NONE;
      part->pattern = NIDA_PATTERN_SOLID;
    }
  nida_scene_add (scene, part);
}

static void
add_brushed (NidaScene       *scene,
             const NidaNode  *node,
             NidaMoney        inside,
             const NidaMoney *compared)
{
  NidaNode *ghost = nida_node_copy (node);

  ghost->opacity *= NIDA_GHOST;
  nida_scene_add (scene, ghost);
  add_part (scene, node, inside, "/inside", compared != NULL ? NIDA_COLOR_SELECTION : NIDA_COLOR_NONE);
  if (compared != NULL)
    add_part (scene, node, *compared, "/compared", NIDA_COLOR_COMPARED);
}

NidaScene *
nida_scene_brushed (NidaScene       *scene,
                    GArray          *brushables,
                    const NidaMoney *inside,
                    const NidaMoney *compared)
{
  NidaScene *brushed = g_object_new (NIDA_TYPE_SCENE, NULL);
  guint next = 0;

  brushed->width = scene->width;
  brushed->height = scene->height;
  brushed->scale = scene->scale;
  brushed->rtl = scene->rtl;
  brushed->title = g_strdup (scene->title);
  brushed->description = g_strdup (scene->description);
  for (guint i = 0; i < scene->nodes->len; i++)
    {
      const NidaNode *node = g_ptr_array_index (scene->nodes, i);
      gboolean is_next = next < brushables->len && g_array_index (brushables, NidaBrushable, next).node == node;
      NidaMoney figure = is_next ? inside[next] : NIDA_MONEY_NONE;

      if (figure != NIDA_MONEY_NONE && node->base != NIDA_BASE_NONE)
        add_brushed (brushed, node, figure, compared != NULL ? &compared[next] : NULL);
      else
        add_plain (brushed, node);
      next += is_next;
    }
  return brushed;
}
