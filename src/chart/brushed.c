/* A brushed scene is made from the scene, not from a recipe: each mark that can be told pales, and its share inside the brush
 * is drawn over it from the mark's own base. So every kind of chart follows alike, with the whole's scales. */
#include "brushed.h"

#include "brushables.h"
#include "legend-selections.h"
#include "scene-builder.h"
#include "scene-private.h"

#define LEAST_EDGED    4.0   /* points that have room for an edge on both sides */
#define SELECTIONS_GAP 2.0   /* points between the halves of two selections; the edge of the second takes one of them */

/* The edge on screen; the scene is mirrored already. */
static NidaBase
screen_base (NidaBase base,
             gboolean rtl)
{
  if (!rtl || (base != NIDA_BASE_START && base != NIDA_BASE_END))
    return base;
  return base == NIDA_BASE_START ? NIDA_BASE_END : NIDA_BASE_START;
}

/* A dot as the whole of a pie; one that is hollow, as a ring as thick as its edge. */
static void
make_sector (NidaNode *node)
{
  double radius = MIN (node->box.width, node->box.height) / 2;
  gboolean hollow = node->fill == NIDA_COLOR_CARD && node->stroke != NIDA_COLOR_NONE;

  node->shape = NIDA_SHAPE_SECTOR;
  g_free (node->points);
  node->points = g_new (NidaPoint, 1);
  node->points[0] = (NidaPoint) { node->box.x + node->box.width / 2, node->box.y + node->box.height / 2 };
  node->n_points = 1;
  node->from = 0;
  node->to = 2 * G_PI;
  node->outer = radius;
  node->inner = hollow ? MAX (radius - node->line_width, 0) : 0;
  if (hollow)
    node->fill = node->stroke;
  node->stroke = NIDA_COLOR_NONE;
  node->line_width = 0;
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
      if (node->shape == NIDA_SHAPE_CIRCLE)
        make_sector (node);
      node->to = node->from + (node->to - node->from) * share;
      break;
    case NIDA_BASE_NONE:
    default:
      break;
    }
}

/* One of the selections, and how it is drawn; @color: NONE for the marks' own. */
typedef struct {
  NidaInside  figures;
  const char *suffix;
  NidaColor   color;
  gboolean    second;
} Selection;

/* A swatch, or a line in its hue that leads from a mark to its name: no mark itself. Plain lines are grey as the rest is. */
static gboolean
is_key_of_hue (const NidaNode *node)
{
  return node->mark == NULL && node->follow == NULL && node->shape != NIDA_SHAPE_TEXT
         && (nida_color_is_hue (node->fill) || (nida_color_is_hue (node->stroke) && node->stroke != NIDA_COLOR_OTHER));
}

/* Words on a fill that has paled have lost the ground that their ink was chosen for. A note is about the whole, and may lie over
 * what is inside. Where two selections take the hues of all marks, the key of a hue is as pale as what is left of it. */
static void
add_plain (NidaScene      *scene,
           const NidaNode *node,
           gboolean        two)
{
  NidaNode *copy = nida_node_copy (node);

  if (copy->note || (two && is_key_of_hue (copy)))
    copy->opacity *= NIDA_GHOST;
  else if (copy->shape == NIDA_SHAPE_TEXT && (copy->fill == NIDA_COLOR_INK_DARK || copy->fill == NIDA_COLOR_INK_LIGHT))
    {
      copy->fill = NIDA_COLOR_TEXT;
      copy->halo = TRUE;
    }
  nida_scene_add (scene, copy);
}

/* A hollow dot has no breadth for two: each has half of its way round. */
static void
halve_way (NidaNode *ring,
           gboolean  second)
{
  ring->to = ring->from + (ring->to - ring->from) / 2;
  ring->from += second ? G_PI : 0;
  ring->to += second ? G_PI : 0;
}

/* The first or the second half of a mark's breadth, @gap apart where there is breadth enough. */
static void
halve (NidaNode *node,
       gboolean  second,
       gboolean  rtl,
       double    gap)
{
  NidaBox *box = &node->box;
  double ring = (node->outer - node->inner) / 2;

  switch (node->base)
    {
    case NIDA_BASE_START:
    case NIDA_BASE_END:
      gap = box->height > 4 * gap ? gap : 0;
      box->y += second ? (box->height + gap) / 2 : 0;
      box->height = (box->height - gap) / 2;
      break;
    case NIDA_BASE_ANGLE:
      gap = ring > 2 * gap ? gap : 0;
      node->outer -= second ? ring + gap / 2 : 0;
      node->inner += second ? 0 : ring + gap / 2;
      break;
    case NIDA_BASE_TOP:
    case NIDA_BASE_BOTTOM:
    case NIDA_BASE_NONE:
    default:
      gap = box->width > 4 * gap ? gap : 0;
      box->x += second != rtl ? (box->width + gap) / 2 : 0;
      box->width = (box->width - gap) / 2;
      break;
    }
}

static NidaNode *
part_new (const NidaNode *node,
          const char     *suffix)
{
  g_autofree char *key = g_strconcat (node->key, suffix, NULL);
  NidaNode *part = nida_node_copy_as (node, key);

  g_clear_pointer (&part->mark, nida_mark_free);
  return part;
}

/* Two selections have a colour each; what is pledged keeps its edge and a gap its hatch, or they would be taken for money that
 * was received. */
static void
color_bar (NidaNode       *part,
           const NidaMark *mark,
           NidaColor       color)
{
  gboolean edge = mark != NULL && mark->need && (part->pattern != NIDA_PATTERN_SOLID || part->fill == NIDA_COLOR_PLEDGED);

  part->stroke = edge ? color : NIDA_COLOR_NONE;
  part->fill = edge && part->pattern == NIDA_PATTERN_SOLID ? NIDA_COLOR_CARD : color;
  if (!edge)
    part->pattern = NIDA_PATTERN_SOLID;
}

/* The inside of a double line. */
static NidaNode *
core_new (NidaNode *line,
          double    scale)
{
  g_autofree char *key = g_strconcat (line->key, "/core", NULL);
  NidaNode *core = nida_node_copy_as (line, key);

  line->line_width += NIDA_LINE_EDGES * scale;
  core->stroke = NIDA_COLOR_CARD;
  return core;
}

/* A part that is all edge would be a thread of another colour. */
static gboolean
has_room_for_edge (const NidaNode *part,
                   double          scale)
{
  if (part->shape == NIDA_SHAPE_SECTOR)
    return part->outer - part->inner >= LEAST_EDGED * scale;
  if (part->shape != NIDA_SHAPE_POLYGON)
    return MIN (part->box.width, part->box.height) >= LEAST_EDGED * scale;
  for (guint i = 0; i < part->n_points / 2; i++)
    if (part->points[part->n_points - 1 - i].y - part->points[i].y >= LEAST_EDGED * scale)
      return TRUE;
  return FALSE;
}

/* Takes @part. The second selection is told from the first by more than its colour: an area by its edge, a line by being
 * double. */
static void
add_marked (NidaScene       *scene,
            NidaNode        *part,
            const Selection *selection)
{
  NidaNode *core = NULL;

  if (selection->second && part->shape == NIDA_SHAPE_LINE)
    core = core_new (part, scene->scale);
  else if (selection->second && part->pattern == NIDA_PATTERN_SOLID && part->fill != NIDA_COLOR_CARD && has_room_for_edge (part, scene->scale))
    {
      part->stroke = NIDA_COLOR_TEXT;
      part->line_width = scene->scale;
    }
  nida_scene_add (scene, part);
  if (core != NULL)
    nida_scene_add (scene, core);
}

static void
add_part (NidaScene       *scene,
          const NidaNode  *node,
          double           share,
          const Selection *selection)
{
  NidaNode *part;

  if (share <= 0)
    return;
  part = part_new (node, selection->suffix);
  cut (part, screen_base (node->base, scene->rtl != node->turned), share);
  if (selection->color != NIDA_COLOR_NONE)
    {
      if (node->shape == NIDA_SHAPE_CIRCLE && part->inner > 0)
        halve_way (part, selection->second);
      else
        halve (part, selection->second, scene->rtl != node->turned, SELECTIONS_GAP * scene->scale);
      color_bar (part, node->mark, selection->color);
    }
  add_marked (scene, part, selection);
}

/* --- what follows figures --- */

static const NidaFollowPoint *
point_at (const NidaFollow *follow,
          guint             index)
{
  return &g_array_index (follow->points, NidaFollowPoint, index);
}

/* Where the sum of a point stands; FALSE where it is not known. */
static gboolean
find_height (const NidaInside   *figures,
             const NidaFollow *follow,
             guint             index,
             double           *y)
{
  const NidaFollowPoint *point = point_at (follow, index);
  NidaMoney sum = nida_inside_of_sum (figures, follow, point->first, point->n);

  *y = point->foot - follow->unit * (double) sum;
  return sum != NIDA_MONEY_NONE;
}

/* Sums of a selection may be above those of the whole, where the rest is below zero; a line stays inside of its chart. */
static gboolean
bend_line (NidaNode         *line,
           const NidaFollow *follow,
           const NidaInside   *figures)
{
  double top = point_at (follow, 0)->foot, foot = top;

  for (guint i = 0; i < line->n_points; i++)
    {
      top = MIN (top, line->points[i].y);
      foot = MAX (foot, line->points[i].y);
    }
  for (guint i = 0; i < line->n_points; i++)
    {
      if (!find_height (figures, follow, i, &line->points[i].y))
        return FALSE;
      line->points[i].y = CLAMP (line->points[i].y, top, foot);
    }
  return TRUE;
}

/* A band keeps its foot; of two selections each has half of its height. */
static gboolean
fill_band (NidaNode         *band,
           const NidaFollow *follow,
           const Selection  *selection)
{
  guint n = band->n_points / 2;

  for (guint i = 0; i < n; i++)
    {
      NidaPoint *top = &band->points[i], *back = &band->points[band->n_points - 1 - i];
      double foot = point_at (follow, i)->foot, whole = foot - top->y, y, share;

      if (!find_height (&selection->figures, follow, i, &y))
        return FALSE;
      share = whole != 0 ? CLAMP ((foot - y) / whole, 0, 1) : 0;     /* of what hangs below zero both are negative */
      if (selection->color != NIDA_COLOR_NONE)
        {
          whole /= 2;
          foot -= selection->second ? 0 : whole;
        }
      top->y = foot - whole * share;
      *back = (NidaPoint) { top->x, foot };
    }
  return TRUE;
}

static gboolean
move_dot (NidaNode         *dot,
          const NidaFollow *follow,
          const NidaInside   *figures)
{
  double y;

  if (!find_height (figures, follow, 0, &y))
    return FALSE;
  dot->box.y = y - dot->box.height / 2;
  return TRUE;
}

static void
color_part (NidaNode        *part,
            const Selection *selection)
{
  if (selection->color == NIDA_COLOR_NONE)
    return;
  if (part->shape == NIDA_SHAPE_LINE)
    part->stroke = selection->color;
  else
    {
      part->fill = selection->color;
      part->pattern = NIDA_PATTERN_SOLID;
      part->stroke = part->stroke == NIDA_COLOR_CARD ? NIDA_COLOR_CARD : NIDA_COLOR_NONE;
    }
}

/* The part of @node that is inside; NULL where not all of its figures are known. */
static NidaNode *
bend (const NidaNode  *node,
      const Selection *selection)
{
  const NidaFollow *follow = node->follow;
  NidaNode *part = part_new (node, selection->suffix);
  gboolean known;

  if (node->shape == NIDA_SHAPE_LINE)
    known = bend_line (part, follow, &selection->figures);
  else if (node->shape == NIDA_SHAPE_POLYGON)
    known = fill_band (part, follow, selection);
  else
    known = move_dot (part, follow, &selection->figures);
  if (part->n_points > 0)
    part->box = nida_points_bounds (part->points, part->n_points);
  color_part (part, selection);
  if (known)
    return part;
  nida_node_free (part);
  return NULL;
}

/* The share of a shape that is one of several that stand for a sum. */
static double
share_of_part (const NidaFollow *follow,
               NidaMoney         inside)
{
  double share = nida_brushed_share (inside, nida_follow_whole (follow));

  return follow->to > follow->from ? CLAMP ((share - follow->from) / (follow->to - follow->from), 0, 1) : 0;
}

/* --- nodes --- */

static void
add_ghost (NidaScene      *scene,
           const NidaNode *node)
{
  NidaNode *ghost = nida_node_copy (node);

  ghost->opacity *= NIDA_GHOST;
  nida_scene_add (scene, ghost);
}

static gboolean
is_known (const NidaNode   *node,
          const NidaInside *figures)
{
  const NidaFollow *follow = node->follow;

  if (follow != NULL)
    return follow->marks->len > 0 && nida_inside_of_sum (figures, follow, 0, follow->marks->len) != NIDA_MONEY_NONE;
  return node->mark != NULL && node->base != NIDA_BASE_NONE && nida_inside_of_mark (figures, node->mark) != NIDA_MONEY_NONE;
}

/* What only pales with its figures does so where any of them is outside. */
static gboolean
stays (const NidaNode  *node,
       const Selection *selections,
       guint            n)
{
  const NidaFollow *follow = node->follow;

  return n == 1 && follow != NULL && follow->from == follow->to
         && nida_inside_of_sum (&selections[0].figures, follow, 0, follow->marks->len) == nida_follow_whole (follow);
}

static void
add_following (NidaScene       *scene,
               const NidaNode  *node,
               const Selection *selections,
               guint            n)
{
  const NidaFollow *follow = node->follow;

  for (guint i = 0; i < n; i++)
    {
      NidaMoney inside = nida_inside_of_sum (&selections[i].figures, follow, 0, follow->marks->len);
      NidaNode *part = NULL;

      if (follow->points->len == 0 && inside != NIDA_MONEY_NONE)
        add_part (scene, node, share_of_part (follow, inside), &selections[i]);
      else if (follow->points->len > 0)
        part = bend (node, &selections[i]);
      if (part != NULL)
        add_marked (scene, part, &selections[i]);
    }
}

static void
add_bar (NidaScene       *scene,
         const NidaNode  *node,
         const Selection *selections,
         guint            n)
{
  for (guint i = 0; i < n; i++)
    {
      NidaMoney inside = nida_inside_of_mark (&selections[i].figures, node->mark);

      if (inside != NIDA_MONEY_NONE)
        add_part (scene, node, nida_brushed_share (inside, node->mark->money), &selections[i]);
    }
}

/* A chart of needs may stay whole, with all of its hues. */
static gboolean
is_any_known (NidaScene        *scene,
              const NidaInside *figures)
{
  for (guint i = 0; i < scene->nodes->len; i++)
    if (is_known (g_ptr_array_index (scene->nodes, i), figures))
      return TRUE;
  return FALSE;
}

NidaScene *
nida_scene_brushed (NidaScene       *scene,
                    GArray          *brushables,
                    const NidaMoney *inside,
                    const NidaMoney *compared,
                    const NidaSelectionNames *names)
{
  NidaScene *brushed = nida_scene_new_like (scene);
  g_autoptr (GHashTable) places = nida_brushed_places_new (brushables);
  const Selection selections[] = {
    { { places, inside }, "/inside", compared != NULL ? NIDA_COLOR_SELECTION : NIDA_COLOR_NONE, FALSE },
    { { places, compared }, "/compared", NIDA_COLOR_COMPARED, TRUE },
  };
  guint n = compared != NULL ? 2 : 1;
  gboolean two = n > 1 && is_any_known (scene, &selections[0].figures);

  brushed->compared = two;
  for (guint i = 0; i < scene->nodes->len; i++)
    {
      const NidaNode *node = g_ptr_array_index (scene->nodes, i);

      if (two && names != NULL && nida_legend_name_selections (brushed, scene, &i, names))
        continue;
      if (!is_known (node, &selections[0].figures) || stays (node, selections, n))
        {
          add_plain (brushed, node, two);
          continue;
        }
      add_ghost (brushed, node);
      if (node->follow != NULL)
        add_following (brushed, node, selections, n);
      else
        add_bar (brushed, node, selections, n);
    }
  return brushed;
}

void
nida_scene_take_words (NidaScene *picture,
                       NidaScene *words)
{
  NidaNode *subtitle = nida_scene_keys_find (&picture->keys, "subtitle");
  const NidaNode *said = nida_scene_find (words, "subtitle");
  g_autofree char *text = said != NULL ? g_strdup (said->text) : NULL;
  g_autofree char *described = g_strdup (words->description);

  if (subtitle == NULL || text == NULL)
    return;
  g_free (subtitle->text);
  subtitle->text = g_strdup (text);
  subtitle->box = said->box;
  g_free (picture->description);
  picture->description = g_strdup_printf ("%s %s.", described, text);
}

void
nida_scene_say_first (NidaScene  *picture,
                      const char *sentence)
{
  g_autofree char *described = g_steal_pointer (&picture->description);

  picture->description = sentence != NULL ? g_strdup_printf ("%s %s", sentence, described) : g_steal_pointer (&described);
}
