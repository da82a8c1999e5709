/* Parts of a whole as a hundred squares: one square is about one percent. The largest remainder decides how many whole squares a
 * part has, so that they are always a hundred; its words are its exact share, rounded. The key beside or below is the table of
 * values; a part without a square has its row. */
#include "config.h"

#include "follow.h"
#include "parts.h"
#include "translate.h"

#define SIDE         10        /* squares in a row, rows */
#define GAP           2.0      /* between squares, at scale 1 */
#define RADIUS        1.5
#define KEY_GAP      28.0      /* between squares and key */
#define KEY_LEAST   130.0
#define KEY_MOST    460.0
#define KEY_VALUES  200.0      /* a narrower key has percentages only, and keeps its names whole */
#define WIDTH_SHARE   0.42     /* of a wide plot, at most, for the squares */
#define HEIGHT_SHARE  0.56     /* of a tall one */
#define LEAST_SIZE   60.0
#define LEAST_ROWS    3        /* of a key that says what the squares are of */

/* Where squares and key stand; no key where there is no room for one. */
typedef struct {
  NidaBox squares;
  NidaBox key;
  guint   columns;
} Layout;

static guint
rows_of (NidaRecipe *recipe,
         NidaBox     key)
{
  return (guint) (MAX (key.height, 0) / nida_recipe_px (recipe, NIDA_PARTS_ROW_MIN) + 0.001);
}

/* The key has @rows, at least. */
static Layout
lay_out (NidaRecipe *recipe,
         guint       rows)
{
  NidaBox plot = recipe->plot;
  double gap = nida_recipe_px (recipe, KEY_GAP), least = nida_recipe_px (recipe, LEAST_SIZE);
  double beside = MIN (plot.height, plot.width * WIDTH_SHARE);
  double below = MIN (plot.width, plot.height * HEIGHT_SHARE);
  double key_width = plot.width - beside - gap;
  Layout sideways = { { plot.x, plot.y + (plot.height - beside) / 2, beside, beside },
                      { plot.x + beside + gap, plot.y, MIN (key_width, nida_recipe_px (recipe, KEY_MOST)), plot.height }, 1 };
  Layout under = { { plot.x + (plot.width - below) / 2, plot.y, below, below },
                   { plot.x, plot.y + below + gap / 2, plot.width, plot.height - below - gap / 2 }, 1 };

  if (beside >= MIN (least, plot.height) && key_width >= nida_recipe_px (recipe, KEY_LEAST) && rows_of (recipe, sideways.key) >= rows
      && (beside >= below * 0.8 || rows_of (recipe, under.key) < rows))
    return sideways;
  if (below >= least && rows_of (recipe, under.key) >= rows)
    return under;
  beside = MIN (plot.width, plot.height);
  return (Layout) { { plot.x + (plot.width - beside) / 2, plot.y + (plot.height - beside) / 2, beside, beside }, { 0 }, 0 };
}

static guint
room (NidaRecipe *recipe)
{
  Layout layout = lay_out (recipe, LEAST_ROWS);

  return layout.columns == 0 ? G_MAXUINT : rows_of (recipe, layout.key) * layout.columns;
}

static double
pitch_of (NidaParts *self,
          NidaBox    squares)
{
  return (squares.width + nida_recipe_px (self->recipe, GAP)) / SIDE;
}

/* The square at @index among the @of of its part. Under a brush the part's squares are filled one after the other. */
static void
emit_square (NidaParts *self,
             NidaBox    squares,
             guint      place,
             guint      part,
             guint      index,
             guint      of,
             NidaMark  *mark)
{
  double pitch = pitch_of (self, squares), size = MAX (pitch - nida_recipe_px (self->recipe, GAP), pitch / 2);
  NidaBox box = { squares.x + place % SIDE * pitch, squares.y + place / SIDE * pitch, size, size };
  g_autofree char *key = g_strdup_printf ("square/%u", place + 1);
  NidaNode *node = nida_scene_builder_rect (self->recipe->scene, key, box, self->styles[part].fill);

  NidaFollow *follow = nida_node_follow (node, 0);

  nida_legend_item_apply (&self->styles[part], node);
  node->radius = nida_recipe_px (self->recipe, RADIUS);
  node->base = NIDA_BASE_BOTTOM;
  nida_follow_mark (follow, mark);
  nida_follow_part (follow, index, of);
}

/* The squares from @from up to @to are one mark: an unpainted outline around them, so that a part is pointed at, and
 * spoken of, once. Where they lie in two rows that do not touch, a seam without area joins them. */
static void
emit_mark (NidaParts *self,
           NidaBox    squares,
           guint      from,
           guint      to,
           guint      part,
           NidaMark  *mark)
{
  double pitch = pitch_of (self, squares), gap = nida_recipe_px (self->recipe, GAP);
  guint first = from % SIDE, top = from / SIDE, last = (to - 1) % SIDE + 1, foot = (to - 1) / SIDE;
  const guint corners[][2] = {
    { first, top }, { SIDE, top }, { SIDE, foot }, { last, foot }, { last, foot + 1 }, { 0, foot + 1 }, { 0, top + 1 },
    { first, top + 1 },
  };
  const guint one_row[][2] = { { first, top }, { last, top }, { last, top + 1 }, { first, top + 1 } };
  guint n = top == foot ? G_N_ELEMENTS (one_row) : G_N_ELEMENTS (corners);
  g_autofree char *key = nida_parts_node_key (self, "bar", part);
  NidaPoint points[G_N_ELEMENTS (corners)];

  for (guint i = 0; i < n; i++)
    {
      const guint *corner = top == foot ? one_row[i] : corners[i];

      points[i] = (NidaPoint) { squares.x + corner[0] * pitch - (corner[0] > 0 ? gap / 2 : 0),
                                squares.y + corner[1] * pitch - (corner[1] > 0 ? gap / 2 : 0) };
    }
  nida_scene_builder_mark (nida_scene_builder_polygon (self->recipe->scene, key, points, n, NIDA_COLOR_NONE), mark);
}

/* A part without a square is pointed at in the key; where there is no key it is a point at its place. */
static void
emit_rowless_mark (NidaParts *self,
                   Layout     layout,
                   guint      place,
                   guint      part,
                   NidaMark  *mark)
{
  double pitch = pitch_of (self, layout.squares);
  double row = MIN (layout.key.height / self->groups->len, nida_recipe_px (self->recipe, NIDA_PARTS_ROW_MAX));
  NidaBox in_key = { layout.key.x, layout.key.y + part * row, layout.key.width, row };
  NidaBox at_place = { layout.squares.x + MIN (place % SIDE * pitch, layout.squares.width),
                       layout.squares.y + MIN (place / SIDE * pitch, layout.squares.height), 0, 0 };
  g_autofree char *key = nida_parts_node_key (self, "bar", part);

  nida_scene_builder_mark (nida_scene_builder_rect (self->recipe->scene, key, layout.columns > 0 ? in_key : at_place,
                                                    NIDA_COLOR_NONE),
                           mark);
}

static void
count_squares (NidaParts *self,
               guint     *counts)
{
  g_autofree NidaMoney *values = g_new (NidaMoney, self->groups->len);

  for (guint i = 0; i < self->groups->len; i++)
    values[i] = ((const NidaGroup *) g_ptr_array_index (self->groups, i))->value;
  nida_shares_round (values, self->groups->len, SIDE * SIDE, counts);
}

/* Have some names no row and no square of their own? */
static gboolean
joins_others (const NidaParts *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (((const NidaGroup *) g_ptr_array_index (self->groups, i))->role == NIDA_GROUP_OTHER)
      return TRUE;
  return FALSE;
}

static void
draw (NidaParts *self)
{
  Layout layout = lay_out (self->recipe, self->groups->len);      /* names that are never joined may be more than it had room for */
  double rows = self->groups->len * nida_recipe_px (self->recipe, NIDA_PARTS_ROW_MAX);
  guint place = 0, n = self->groups->len;
  g_autofree NidaMark **marks = g_new (NidaMark *, n + 1);
  g_autofree guint *counts = g_new (guint, n);

  if (layout.columns == 0 || (n < LEAST_ROWS && joins_others (self)))
    nida_recipe_bare (self->recipe);
  count_squares (self, counts);
  if (layout.key.x > layout.squares.x)
    {
      layout.key.y += MAX (layout.key.height - rows, 0) / 2;
      layout.key.height = MIN (layout.key.height, rows);
    }
  for (guint i = 0; i < n; i++)
    {
      marks[i] = nida_parts_mark (self, i);
      for (guint k = 0; k < counts[i]; k++)
        emit_square (self, layout.squares, place++, i, k, counts[i], marks[i]);
    }
  place = 0;
  for (guint i = 0; i < n; i++)
    {
      if (counts[i] > 0)
        emit_mark (self, layout.squares, place, place + counts[i], i, marks[i]);
      else
        emit_rowless_mark (self, layout, place, i, marks[i]);
      place += counts[i];
    }
  if (layout.columns > 0)
    nida_parts_emit_key (self, layout.key, layout.columns,
                         layout.key.width >= nida_recipe_px (self->recipe, KEY_VALUES));
}

static char *
remark (NidaParts *self)
{
  g_autofree char *percent = nida_describe_percent (self->recipe, 10000);      /* in millionths */

  /* Translators: what a square of a waffle chart stands for, at the end of a subtitle: "one square is about 1%"; squares are whole, so a part
   * can have one more or less than its percentage */
  return g_strdup_printf (_("one square is about %s"), percent);
}

static const NidaPartsLook look = {
  /* xgettext:c-format */
  .sentence = N_("A hundred squares as parts of a whole, %1$s: %2$s."),
  .remark = remark,
  .room = room,
  .draw = draw,
};

static const NidaPartsLook *
choose (NidaParts *self G_GNUC_UNUSED)
{
  return &look;
}

void
nida_waffle_build (NidaRecipe *recipe)
{
  nida_parts_build_as (recipe, choose);
}
