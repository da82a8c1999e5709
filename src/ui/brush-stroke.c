/* A stroke covers marks; the brush is what they stand for, and its box is theirs. */
#include "config.h"

#include "brush-stroke.h"

#include <string.h>

#define EDGE 6.0          /* points around an edge that take hold of it */
#define LEAST 4.0         /* points of a stroke, so that an unsteady click is no brush */

typedef enum { GRIP_NEW, GRIP_MOVE, GRIP_RESIZE } Grip;

struct _NidaBrushStroke {
  NidaLinked *linked;
  guint       chart;
  NidaScene  *scene;         /* NULL: nothing is drawn */
  gboolean    along_time;
  gboolean    by_order;      /* its marks are no grid: for keys their order tells what lies between two of them, not a box */
  guint       fiscal_start;
  NidaBox     box;           /* of the marks inside; width 0: there is no stroke */
  char       *anchor;        /* key of the mark that a range of marks begins with */
  char       *reach;         /* and of that which it goes to */
  Grip        grip;
  double      x, y;          /* where the pointer went down */
  NidaBox     held;          /* the box when it was taken hold of */
  int         edge_x, edge_y;    /* RESIZE: -1 the first edge, 1 the last, 0 neither */
};

/* --- which marks --- */

static gboolean
touches (NidaBox a,
         NidaBox b)
{
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

static NidaBox
join (NidaBox a,
      NidaBox b)
{
  double x = MIN (a.x, b.x), y = MIN (a.y, b.y);

  return (NidaBox) { x, y, MAX (a.x + a.width, b.x + b.width) - x, MAX (a.y + a.height, b.y + b.height) - y };
}

static gboolean
is_brushable (NidaBrushStroke *self,
              const NidaNode  *node)
{
  if (node->mark == NULL || node->mark->n_fields == 0)
    return FALSE;
  for (guint f = 0; f < node->mark->n_fields; f++)
    if (node->mark->fields[f] == NIDA_FIELD_DATE)
      return TRUE;
  return !self->along_time;
}

gboolean
nida_brush_stroke_has_marks (NidaBrushStroke *self)
{
  for (guint i = 0; self->scene != NULL && i < nida_scene_get_n_nodes (self->scene); i++)
    if (is_brushable (self, nida_scene_get_node (self->scene, i)))
      return TRUE;
  return FALSE;
}

static NidaBox
overlap (NidaBox a,
         NidaBox b)
{
  double x = MAX (a.x, b.x), y = MAX (a.y, b.y);

  return (NidaBox) { x, y, MAX (MIN (a.x + a.width, b.x + b.width) - x, 0), MAX (MIN (a.y + a.height, b.y + b.height) - y, 0) };
}

/* What flows between two nodes of a Sankey lies beside them: where nodes are inside they are what is meant, and likewise a name
 * is meant before what it is divided into. Of time all is one span. */
static void
drop_finer (NidaBrushStroke *self,
            GPtrArray       *nodes)
{
  guint fewest = G_MAXUINT;

  for (guint i = 0; i < nodes->len; i++)
    fewest = MIN (fewest, ((const NidaNode *) nodes->pdata[i])->mark->n_fields);
  for (guint i = nodes->len; !self->along_time && i > 0; i--)
    if (((const NidaNode *) nodes->pdata[i - 1])->mark->n_fields > fewest)
      g_ptr_array_remove_index (nodes, i - 1);
}

/* Numbers of events stand where there is room for them, not always at their time: they do not stretch a span of what does. */
static void
drop_numbers (NidaBrushStroke *self,
              GPtrArray       *nodes)
{
  guint n_numbers = 0;

  for (guint i = 0; i < nodes->len; i++)
    n_numbers += ((const NidaNode *) nodes->pdata[i])->note ? 1 : 0;
  for (guint i = n_numbers < nodes->len && self->along_time ? nodes->len : 0; i > 0; i--)
    if (((const NidaNode *) nodes->pdata[i - 1])->note)
      g_ptr_array_remove_index (nodes, i - 1);
}

/* Around @nodes; of those that are no boxes themselves what of them is in @stroke (or NULL), so that a box that is moved does
 * not take hold of what lies beside them. */
static NidaBox
box_of (GPtrArray     *nodes,
        const NidaBox *stroke)
{
  NidaBox box = { 0 };

  for (guint i = 0; i < nodes->len; i++)
    {
      const NidaNode *node = nodes->pdata[i];
      NidaBox bounds = nida_node_get_bounds (node);

      if (stroke != NULL && node->shape != NIDA_SHAPE_RECT && node->shape != NIDA_SHAPE_TEXT)
        bounds = overlap (bounds, *stroke);
      box = i == 0 ? bounds : join (box, bounds);
    }
  return box;
}

/* The marks that @stroke covers, and their box. Along time the whole height counts. */
static GPtrArray *
find_covered (NidaBrushStroke *self,
              NidaBox          stroke,
              NidaBox         *box)
{
  GPtrArray *nodes = g_ptr_array_new ();

  if (self->along_time)
    stroke = (NidaBox) { stroke.x, 0, stroke.width, nida_scene_get_height (self->scene) };
  for (guint i = 0; i < nida_scene_get_n_nodes (self->scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (self->scene, i);

      if (is_brushable (self, node) && (self->along_time ? touches (node->box, stroke) : nida_node_touches (node, stroke)))
        g_ptr_array_add (nodes, (gpointer) node);
    }
  drop_finer (self, nodes);
  drop_numbers (self, nodes);
  *box = box_of (nodes, self->along_time ? NULL : &stroke);
  return nodes;
}

static void
put (NidaBrushStroke *self,
     GPtrArray       *nodes,
     NidaBox          box)
{
  NidaBrush *brush = nida_brush_new_around (nodes, self->along_time, self->fiscal_start);

  if (brush == NULL)
    return;
  self->box = box;
  nida_linked_set_brush (self->linked, self->chart, brush);
}

void
nida_brush_stroke_cover (NidaBrushStroke *self,
                         NidaBox          stroke)
{
  g_autoptr (GPtrArray) nodes = NULL;
  NidaBox box;

  if (self->scene == NULL)
    return;
  nodes = find_covered (self, stroke, &box);
  put (self, nodes, box);
}

static void
forget_ends (NidaBrushStroke *self)
{
  g_clear_pointer (&self->anchor, g_free);
  g_clear_pointer (&self->reach, g_free);
}

void
nida_brush_stroke_let_go (NidaBrushStroke *self)
{
  forget_ends (self);
  nida_linked_set_brush (self->linked, self->chart, NULL);
}

/* --- the pointer --- */

/* Around something narrow, as a node of a Sankey, half of it is left to move it by. */
static int
edge_of (double position,
         double start,
         double size)
{
  double within = MIN (EDGE, size / 4);

  if (position <= start + within)
    return -1;
  return position >= start + size - within ? 1 : 0;
}

void
nida_brush_stroke_begin (NidaBrushStroke *self,
                         double           x,
                         double           y)
{
  NidaBox grown = { self->box.x - EDGE, self->box.y - EDGE, self->box.width + 2 * EDGE, self->box.height + 2 * EDGE };

  self->x = x;
  self->y = y;
  self->held = self->box;
  self->grip = GRIP_NEW;
  if (self->box.width <= 0 || !touches (grown, (NidaBox) { x, y, 0, 0 }))
    return;
  self->edge_x = edge_of (x, self->box.x, self->box.width);
  self->edge_y = self->along_time ? 0 : edge_of (y, self->box.y, self->box.height);
  self->grip = self->edge_x != 0 || self->edge_y != 0 ? GRIP_RESIZE : GRIP_MOVE;
}

static NidaBox
pulled (NidaBox held,
        int     edge_x,
        int     edge_y,
        double  dx,
        double  dy)
{
  double x1 = held.x + (edge_x < 0 ? dx : 0), x2 = held.x + held.width + (edge_x > 0 ? dx : 0);
  double y1 = held.y + (edge_y < 0 ? dy : 0), y2 = held.y + held.height + (edge_y > 0 ? dy : 0);

  return (NidaBox) { MIN (x1, x2), MIN (y1, y2), ABS (x2 - x1), ABS (y2 - y1) };
}

/* A box of marks touches its neighbours; what it covers must not grow by being moved. */
static NidaBox
shrunk (NidaBox box)
{
  double x = MIN (EDGE / 2, box.width / 3), y = MIN (EDGE / 2, box.height / 3);

  return (NidaBox) { box.x + x, box.y + y, box.width - 2 * x, box.height - 2 * y };
}

gboolean
nida_brush_stroke_pull (NidaBrushStroke *self,
                        double           dx,
                        double           dy)
{
  NidaBox stroke;

  if (ABS (dx) < LEAST && ABS (dy) < LEAST)
    return FALSE;
  /* not before: with Shift, a click goes on from the last one */
  forget_ends (self);
  if (self->grip == GRIP_NEW)
    stroke = pulled ((NidaBox) { self->x, self->y, 0, 0 }, 1, 1, dx, dy);
  else if (self->grip == GRIP_RESIZE)
    stroke = pulled (shrunk (self->held), self->edge_x, self->edge_y, dx, dy);
  else
    stroke = shrunk ((NidaBox) { self->held.x + dx, self->held.y + dy, self->held.width, self->held.height });
  nida_brush_stroke_cover (self, stroke);
  return TRUE;
}

/* --- marks one by one --- */

/* Nodes of one column of a Sankey, or the flows between two: those of other fields are marks of another kind. */
static gboolean
are_alike (const NidaMark *a,
           const NidaMark *b)
{
  return a->n_fields == b->n_fields && memcmp (a->fields, b->fields, a->n_fields * sizeof *a->fields) == 0;
}

/* From @anchor to @reach in the order of the scene, whichever is first. */
static GPtrArray *
find_between (NidaBrushStroke *self,
              const NidaNode  *anchor,
              const NidaNode  *reach)
{
  GPtrArray *nodes = g_ptr_array_new ();

  for (guint i = 0, ends = 0; i < nida_scene_get_n_nodes (self->scene) && ends < 2; i++)
    {
      const NidaNode *node = nida_scene_get_node (self->scene, i);
      gboolean is_end = node == anchor || node == reach;

      if (is_end)
        ends += anchor == reach ? 2 : 1;
      if ((is_end || ends == 1) && is_brushable (self, node))
        g_ptr_array_add (nodes, (gpointer) node);
    }
  return nodes;
}

/* Those between both ends that are like the one where it began, and their box. */
static GPtrArray *
find_alike (NidaBrushStroke *self,
            const NidaNode  *anchor,
            const NidaNode  *reach,
            NidaBox         *box)
{
  g_autoptr (GPtrArray) nodes = NULL;
  GPtrArray *alike = g_ptr_array_new ();

  if (self->by_order || anchor == reach)
    nodes = find_between (self, anchor, reach);
  else
    nodes = find_covered (self, shrunk (join (nida_node_get_bounds (anchor), nida_node_get_bounds (reach))), box);
  for (guint i = 0; i < nodes->len; i++)
    if (are_alike (anchor->mark, ((const NidaNode *) nodes->pdata[i])->mark))
      g_ptr_array_add (alike, nodes->pdata[i]);
  /* a slanting shape need not pass the middle of its own box */
  if (!g_ptr_array_find (alike, anchor, NULL))
    g_ptr_array_insert (alike, 0, (gpointer) anchor);
  if (are_alike (anchor->mark, reach->mark) && !g_ptr_array_find (alike, reach, NULL))
    g_ptr_array_add (alike, (gpointer) reach);
  *box = box_of (alike, NULL);
  return alike;
}

/* The stroke from its one end to the other. */
static void
cover_ends (NidaBrushStroke *self,
            const NidaNode  *anchor,
            const NidaNode  *reach)
{
  g_autofree char *from = g_strdup (anchor->key), *to = g_strdup (reach->key);
  g_autoptr (GPtrArray) nodes = NULL;
  NidaBox box;

  g_free (self->anchor);
  g_free (self->reach);
  self->anchor = g_steal_pointer (&from);
  self->reach = g_steal_pointer (&to);
  nodes = find_alike (self, anchor, reach, &box);
  put (self, nodes, box);
}

/* It goes on from where it went to, or from the mark that was picked last; keys that were somewhere else after a range begin
 * another. The pointer is over @to already. */
static void
extend (NidaBrushStroke *self,
        const char      *from,
        const NidaNode  *to)
{
  const NidaNode *anchor = self->anchor != NULL ? nida_scene_find (self->scene, self->anchor) : NULL;

  if (anchor == NULL || (g_strcmp0 (self->anchor, self->reach) != 0 && !g_str_equal (from, to->key) && g_strcmp0 (from, self->reach) != 0))
    anchor = nida_scene_find (self->scene, from);
  cover_ends (self, anchor != NULL && is_brushable (self, anchor) ? anchor : to, to);
}

/* What is brushed here, so that a mark can go into it and out of it; NULL for nothing. */
static NidaBrush *
dup_before (NidaBrushStroke *self)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  if (nida_linked_get_source (self->linked) != self->chart || nida_linked_get_brush (self->linked) == NULL)
    return NULL;
  for (guint i = 0; i < nida_scene_get_n_nodes (self->scene); i++)
    if (is_brushable (self, nida_scene_get_node (self->scene, i)))
      g_ptr_array_add (nodes, (gpointer) nida_scene_get_node (self->scene, i));
  return nida_brush_split (nida_linked_get_brush (self->linked), nodes, self->fiscal_start);
}

NidaPick
nida_brush_stroke_pick (NidaBrushStroke *self,
                        const char      *key,
                        const char      *from)
{
  const NidaNode *node = self->scene != NULL ? nida_scene_find (self->scene, key) : NULL;
  g_autoptr (NidaBrush) before = NULL;

  if (node == NULL || !is_brushable (self, node))
    return NIDA_PICK_NOTHING;
  if (from != NULL)
    {
      extend (self, from, node);
      return NIDA_PICK_DONE;
    }
  before = dup_before (self);
  if (!nida_brush_can_toggle (before, node->mark))
    return NIDA_PICK_NOT_ALONE;
  forget_ends (self);
  self->anchor = g_strdup (key);
  self->reach = g_strdup (key);
  self->box = (NidaBox) { 0 };
  nida_linked_set_brush (self->linked, self->chart, nida_brush_toggle (before, node->mark));
  return NIDA_PICK_DONE;
}

/* --- by keys --- */

/* Does @to lie that way? Reading order, which the keys follow at the last mark of a row, would turn the stroke around. */
static gboolean
lies (NidaMove move,
      NidaBox  from,
      NidaBox  to)
{
  double dx = to.x + to.width / 2 - from.x - from.width / 2, dy = to.y + to.height / 2 - from.y - from.height / 2;

  switch (move)
    {
    case NIDA_MOVE_LEFT: return dx < 0;
    case NIDA_MOVE_RIGHT: return dx > 0;
    case NIDA_MOVE_UP: return dy < 0;
    case NIDA_MOVE_DOWN: return dy > 0;
    default: return FALSE;
    }
}

/* The next mark of the same kind that a brush can hold. */
static const NidaNode *
find_next (NidaBrushStroke *self,
           const char      *key,
           NidaMove         move)
{
  const NidaNode *from = nida_scene_find (self->scene, key), *node = from;

  while (node != NULL && (node == from || !is_brushable (self, node) || !are_alike (from->mark, node->mark)))
    {
      const NidaNode *next = nida_scene_move (self->scene, node->key, self->by_order ? nida_scene_move_in_order (self->scene, move) : move);

      node = next != NULL && (self->by_order || lies (move, node->box, next->box)) ? next : NULL;
    }
  return node;
}

/* A stroke of the pointer has ends, too: its first mark and its last. */
static void
find_ends (NidaBrushStroke *self)
{
  g_autoptr (GPtrArray) nodes = NULL;
  NidaBox box;

  if (self->anchor != NULL && nida_scene_find (self->scene, self->anchor) != NULL && nida_scene_find (self->scene, self->reach) != NULL)
    return;
  forget_ends (self);
  if (self->box.width <= 0)
    return;
  nodes = find_covered (self, shrunk (self->box), &box);
  if (nodes->len == 0)
    return;
  self->anchor = g_strdup (((const NidaNode *) nodes->pdata[0])->key);
  self->reach = g_strdup (((const NidaNode *) nodes->pdata[nodes->len - 1])->key);
}

const char *
nida_brush_stroke_step (NidaBrushStroke *self,
                        NidaMove         move,
                        gboolean         begin)
{
  const NidaNode *anchor, *reach;

  if (self->scene == NULL || nida_linked_get_brush (self->linked) == NULL || nida_linked_get_source (self->linked) != self->chart)
    return NULL;
  find_ends (self);
  if (self->anchor == NULL)
    return NULL;
  anchor = find_next (self, self->anchor, move);
  reach = begin ? nida_scene_find (self->scene, self->reach) : find_next (self, self->reach, move);
  if (anchor == NULL || reach == NULL)
    return NULL;
  cover_ends (self, anchor, reach);
  return self->reach;
}

/* --- object --- */

NidaBrushStroke *
nida_brush_stroke_new (NidaLinked *linked,
                       guint       chart)
{
  NidaBrushStroke *self = g_new0 (NidaBrushStroke, 1);

  self->linked = linked;
  self->chart = chart;
  self->fiscal_start = 1;
  return self;
}

void
nida_brush_stroke_free (NidaBrushStroke *self)
{
  /* whoever came in its place may have been there before it went */
  nida_linked_leave_chart (self->linked, self->chart, self->scene);
  g_clear_object (&self->scene);
  forget_ends (self);
  g_free (self);
}

/* Where the marks are now that the brush has inside; a box without width when none is drawn. */
static NidaBox
find_box (NidaBrushStroke *self)
{
  const NidaBrush *brush = nida_linked_get_brush (self->linked);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  for (guint i = 0; i < nida_scene_get_n_nodes (self->scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (self->scene, i);

      if (is_brushable (self, node) && nida_brush_covers (brush, node->mark, self->fiscal_start))
        g_ptr_array_add (nodes, (gpointer) node);
    }
  drop_finer (self, nodes);
  return box_of (nodes, NULL);
}

void
nida_brush_stroke_set_chart (NidaBrushStroke     *self,
                             const NidaChartSpec *spec,
                             NidaScene           *scene)
{
  self->along_time = nida_chart_kind_is_along_time (spec->kind);
  self->by_order = spec->kind == NIDA_CHART_SANKEY || spec->kind == NIDA_CHART_TREEMAP || spec->kind == NIDA_CHART_PARTS
                   || spec->kind == NIDA_CHART_WAFFLE;
  self->fiscal_start = spec->query->fiscal_start;
  g_set_object (&self->scene, scene);
  nida_linked_set_chart (self->linked, self->chart, spec, scene);
  /* marks have other places now; the brush is drawn around those that are inside */
  if (nida_linked_get_source (self->linked) == self->chart && self->box.width > 0)
    self->box = find_box (self);
}

gboolean
nida_brush_stroke_update (NidaBrushStroke *self)
{
  if (nida_linked_get_brush (self->linked) != NULL && nida_linked_get_source (self->linked) == self->chart)
    return FALSE;
  forget_ends (self);
  if (self->box.width <= 0)
    return FALSE;
  self->box = (NidaBox) { 0 };
  return TRUE;
}

NidaBox
nida_brush_stroke_get_box (NidaBrushStroke *self)
{
  return self->box;
}
