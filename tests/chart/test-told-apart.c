/* Colour is never the only sign: of every kind of chart, in every theme, on 200 random sets of data, areas that touch differ by
 * pattern, by an edge between them that is seen on one of them, by words on both, or in grey and to each of three kinds of colour
 * blindness. */
#include "config.h"

#include "brushed.h"
#include "paint.h"
#include "sample.h"
#include "vision.h"

#include <math.h>

#define TOUCHING 0.99     /* points: a gap of one point is seen */
#define HAIR     2.0      /* a thinner part has no room for a gap and none for a colour: it says that there is something */
#define LEAST_GREY 12.0   /* of L* */
#define LEAST_HUE  10.0   /* CIEDE2000 */
#define LEAST_EDGE  3.0   /* WCAG: of an edge on one of the two that it parts */

#ifdef __SANITIZE_ADDRESS__
#define N_SETS 24
#else
#define N_SETS 200
#endif

static NidaChartSpec *
spec_of (NidaChartKind kind)
{
  NidaChartSpec *spec = nida_chart_spec_new (kind);

  spec->query->by[0].field = NIDA_FIELD_DONOR;
  spec->query->n_by = 1;
  return spec;
}

/* What a chart is divided by, in which form, and how it is stacked differ from set to set. */
static NidaChartSpec *
vary_spec (NidaChartKind kind,
           guint         round)
{
  const NidaField fields[] = { NIDA_FIELD_DONOR, NIDA_FIELD_CATEGORY, NIDA_FIELD_COUNTRY };
  NidaChartSpec *spec = spec_of (kind);
  guint n = round % 3 + 1;

  for (guint i = 0; i < n; i++)
    spec->query->by[i] = (NidaGroupBy) { fields[kind == NIDA_CHART_TILE_MAP ? (i + 2) % 3 : i], NIDA_STEP_NONE };
  spec->query->n_by = kind == NIDA_CHART_SANKEY ? MAX (n, 2) : n;
  spec->query->by[1].field = fields[1];
  spec->parts = round / 3 % 3;
  spec->stack = round / 3 % 4;
  return spec;
}

/* An area that says something by its colour. Pale bands lead from one to another, which have their names. */
static gboolean
is_part (const NidaNode *node)
{
  return node->shape != NIDA_SHAPE_TEXT && node->shape != NIDA_SHAPE_LINE && node->fill >= NIDA_COLOR_RECEIVED
         && node->fill <= NIDA_COLOR_HEAT_5 && node->opacity == 1 && node->box.width >= HAIR && node->box.height >= HAIR;
}

static gboolean
touch (const NidaNode *a,
       const NidaNode *b)
{
  double dx = MAX (a->box.x, b->box.x) - MIN (a->box.x + a->box.width, b->box.x + b->box.width);
  double dy = MAX (a->box.y, b->box.y) - MIN (a->box.y + a->box.height, b->box.y + b->box.height);

  if (a->shape == NIDA_SHAPE_SECTOR && b->shape == NIDA_SHAPE_SECTOR)
    return fabs (a->to - b->from) * a->outer < TOUCHING || fabs (b->to - a->from) * a->outer < TOUCHING;
  return dx < TOUCHING && dy < TOUCHING;
}

static gboolean
has_words (NidaScene      *scene,
           const NidaNode *part)
{
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (node->shape == NIDA_SHAPE_TEXT && node->box.x >= part->box.x - 1 && node->box.y >= part->box.y - 1
          && node->box.x + node->box.width <= part->box.x + part->box.width + 1
          && node->box.y + node->box.height <= part->box.y + part->box.height + 1)
        return TRUE;
    }
  return FALSE;
}

static gboolean
differ_to_every_eye (NidaRgba a,
                     NidaRgba b)
{
  if (fabs (vision_see (a, 0).l - vision_see (b, 0).l) < LEAST_GREY)
    return FALSE;
  for (guint vision = 0; vision < N_VISIONS; vision++)
    if (vision_distance (vision_see (a, vision), vision_see (b, vision)) < LEAST_HUE)
      return FALSE;
  return TRUE;
}

/* An edge of either that is seen on one of them: on paper, or on the other. */
static gboolean
is_edged (NidaTheme       theme,
          double          scale,
          const NidaNode *edged,
          const NidaNode *other)
{
  NidaColor outline = nida_node_outline (edged, theme, scale);
  NidaRgba edge = nida_palette_get (theme, outline);

  return outline != NIDA_COLOR_NONE
         && MAX (nida_rgba_contrast (edge, nida_palette_get (theme, edged->fill)),
                 nida_rgba_contrast (edge, nida_palette_get (theme, other->fill))) >= LEAST_EDGE;
}

static gboolean
are_told_apart (NidaScene      *scene,
                NidaTheme       theme,
                const NidaNode *a,
                const NidaNode *b)
{
  double scale = nida_scene_get_scale (scene);

  return a->pattern != b->pattern || a->shape != b->shape || is_edged (theme, scale, a, b) || is_edged (theme, scale, b, a)
         || differ_to_every_eye (nida_palette_get (theme, a->fill), nida_palette_get (theme, b->fill))
         || (has_words (scene, a) && has_words (scene, b));
}

static void
check_scene (NidaScene  *scene,
             NidaTheme   theme,
             const char *what)
{
  guint n = nida_scene_get_n_nodes (scene);

  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n && is_part (nida_scene_get_node (scene, i)); k++)
      {
        const NidaNode *a = nida_scene_get_node (scene, i), *b = nida_scene_get_node (scene, k);

        if (!is_part (b) || (a->fill == b->fill && a->pattern == b->pattern) || !touch (a, b))
          continue;
        if (!are_told_apart (scene, theme, a, b))
          g_error ("%s, %s: only the colour tells %s (%s) from %s (%s)", what, nida_theme_get_name (theme), a->key,
                   nida_color_get_name (a->fill), b->key, nida_color_get_name (b->fill));
      }
}

static void
test_kind (gconstpointer data)
{
  const SampleFrame frames[] = { SAMPLE_NARROW, SAMPLE_WIDE, { 1200, 700, 1, TRUE, NIDA_TIME_FOLLOW } };
  NidaChartKind kind = GPOINTER_TO_UINT (data);

  for (guint seed = 0; seed < N_SETS; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random_rich (seed + 70000);
      g_autoptr (NidaChartSpec) spec = vary_spec (kind, seed / G_N_ELEMENTS (frames));
      g_autofree char *what = g_strdup_printf ("%s, set %u", nida_chart_kind_get_name (kind), seed);

      for (NidaTheme theme = 0; theme < NIDA_N_THEMES; theme++)
        {
          g_autoptr (NidaScene) scene = sample_scene_in (dataset, spec, frames[seed % G_N_ELEMENTS (frames)], theme);

          check_scene (scene, theme, what);
        }
    }
}

static NidaRgba
over_card (NidaTheme theme,
           NidaColor color,
           double    opacity)
{
  NidaRgba top = nida_palette_get (theme, color), card = nida_palette_get (theme, NIDA_COLOR_CARD);

  return (NidaRgba) { card.red + opacity * (top.red - card.red), card.green + opacity * (top.green - card.green),
                      card.blue + opacity * (top.blue - card.blue), 1 };
}

/* What is under a brush against what is outside of it, part of the same mark. */
static void
test_brushed (gconstpointer data)
{
  NidaChartKind kind = GPOINTER_TO_UINT (data);
  g_autoptr (NidaChartSpec) spec = spec_of (kind);
  g_autoptr (NidaDataset) dataset = sample_random_rich (70002);

  for (NidaTheme theme = 0; theme < NIDA_N_THEMES; theme++)
    {
      g_autoptr (NidaScene) scene = sample_scene_in (dataset, spec, SAMPLE_NARROW, theme), brushed = NULL;
      g_autoptr (GArray) brushables = nida_scene_brushables (scene);
      g_autofree NidaMoney *inside = g_new (NidaMoney, brushables->len + 1);

      for (guint i = 0; i < brushables->len; i++)
        inside[i] = g_array_index (brushables, NidaBrushable, i).mark->money / 2;
      brushed = nida_scene_brushed (scene, brushables, inside, NULL, NULL);
      for (guint i = 0; i < nida_scene_get_n_nodes (brushed); i++)
        {
          const NidaNode *ghost = nida_scene_get_node (brushed, i), *part;
          g_autofree char *key = g_strconcat (ghost->key, "/inside", NULL);

          part = nida_scene_find (brushed, key);
          if (part == NULL || part->fill == NIDA_COLOR_NONE || part->pattern == NIDA_PATTERN_HATCH)
            continue;
          /* a tint that has an edge shows its edge only where it is inside */
          if (!differ_to_every_eye (over_card (theme, part->fill, 1), over_card (theme, part->fill, ghost->opacity))
              && nida_node_outline (part, theme, 1) == NIDA_COLOR_NONE)
            g_error ("%s, %s: %s is as pale outside of the brush as inside", nida_chart_kind_get_name (kind), nida_theme_get_name (theme), key);
        }
    }
}

/* Does a mark have a share that can be drawn? */
static gboolean
has_parts (NidaScene *scene)
{
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (node->mark != NULL && node->mark->money > 2 && node->base != NIDA_BASE_NONE)
        return TRUE;
    }
  return FALSE;
}

/* Of a band, from its upper edge to its lower one, or of a bar or a ring; one of four points has room for an edge. */
static double
thickness (const NidaNode *part)
{
  double most = 0;

  for (guint i = 0; part->shape == NIDA_SHAPE_POLYGON && i < part->n_points / 2; i++)
    most = MAX (most, part->points[part->n_points - 1 - i].y - part->points[i].y);
  if (part->shape == NIDA_SHAPE_SECTOR)
    return part->outer - part->inner;
  if (part->shape == NIDA_SHAPE_RECT)
    return MIN (part->box.width, part->box.height);
  return part->shape == NIDA_SHAPE_POLYGON ? most : G_MAXDOUBLE;
}

/* The second selection has a tone of its own, and a sign besides: an area its edge, a line another one beside it. What is hatched
 * or only promised stays so in both. */
static void
check_second (NidaScene      *scene,
              NidaTheme       theme,
              const NidaNode *part,
              const char     *what)
{
  gboolean line = part->shape == NIDA_SHAPE_LINE, edged = part->fill == NIDA_COLOR_CARD;
  NidaColor tone = line || edged ? part->stroke : part->fill;
  g_autofree char *core = g_strconcat (part->key, "/core", NULL);

  if (!differ_to_every_eye (nida_palette_get (theme, tone), nida_palette_get (theme, NIDA_COLOR_SELECTION)))
    g_error ("%s, %s: %s has no tone of its own", what, nida_theme_get_name (theme), part->key);
  if (line ? nida_scene_find (scene, core) == NULL
           : !edged && part->pattern == NIDA_PATTERN_SOLID && part->stroke != NIDA_COLOR_TEXT && thickness (part) >= 4)
    g_error ("%s, %s: %s has no sign but its tone", what, nida_theme_get_name (theme), part->key);
}

/* Two selections, each in half of a mark. */
static void
test_compared (gconstpointer data)
{
  NidaChartKind kind = GPOINTER_TO_UINT (data);
  g_autoptr (NidaChartSpec) spec = spec_of (kind);
  g_autoptr (NidaDataset) dataset = sample_random_rich (70002);
  g_autofree char *what = g_strdup_printf ("two selections in %s", nida_chart_kind_get_name (kind));

  for (NidaTheme theme = 0; theme < NIDA_N_THEMES; theme++)
    {
      g_autoptr (NidaScene) scene = sample_scene_in (dataset, spec, SAMPLE_WIDE, theme), compared = NULL;
      g_autoptr (GArray) brushables = nida_scene_brushables (scene);
      g_autofree NidaMoney *inside = g_new (NidaMoney, brushables->len + 1), *second = g_new (NidaMoney, brushables->len + 1);

      for (guint i = 0; i < brushables->len; i++)
        {
          inside[i] = g_array_index (brushables, NidaBrushable, i).mark->money / 2;
          second[i] = g_array_index (brushables, NidaBrushable, i).mark->money / 3;
        }
      compared = nida_scene_brushed (scene, brushables, inside, second, NULL);
      if (has_parts (scene))
        g_assert_cmpuint (nida_scene_get_n_nodes (compared), >, nida_scene_get_n_nodes (scene));
      check_scene (compared, theme, what);
      for (guint i = 0; i < nida_scene_get_n_nodes (compared); i++)
        if (g_str_has_suffix (nida_scene_get_node (compared, i)->key, "/compared"))
          check_second (compared, theme, nida_scene_get_node (compared, i), what);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (NidaChartKind kind = 0; kind < NIDA_N_CHARTS; kind++)
    {
      const char *name = nida_chart_kind_get_name (kind);
      g_autofree char *parts = g_strdup_printf ("/told-apart/%s/without-colour-in-every-theme", name);
      g_autofree char *brushed = g_strdup_printf ("/told-apart/%s/inside-of-a-brush-and-outside", name);
      g_autofree char *compared = g_strdup_printf ("/told-apart/%s/two-selections-that-are-compared", name);

      g_test_add_data_func (parts, GINT_TO_POINTER (kind), test_kind);
      g_test_add_data_func (brushed, GINT_TO_POINTER (kind), test_brushed);
      g_test_add_data_func (compared, GINT_TO_POINTER (kind), test_compared);
    }
  return g_test_run ();
}
