/* Colour is never the only sign: of every kind of chart, in every theme, on random data, areas that touch differ by pattern, by
 * an edge between them, by words on both, or in grey and to each of three kinds of colour blindness. */
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

static NidaChartSpec *
spec_of (NidaChartKind kind)
{
  NidaChartSpec *spec = nida_chart_spec_new (kind);

  spec->query->by[0].field = NIDA_FIELD_DONOR;
  spec->query->n_by = 1;
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

static gboolean
are_told_apart (NidaScene      *scene,
                NidaTheme       theme,
                const NidaNode *a,
                const NidaNode *b)
{
  double scale = nida_scene_get_scale (scene);

  return a->pattern != b->pattern || a->shape != b->shape
         || nida_node_outline (a, theme, scale) != NIDA_COLOR_NONE || nida_node_outline (b, theme, scale) != NIDA_COLOR_NONE
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
  g_autoptr (NidaChartSpec) spec = spec_of (kind);

  for (guint seed = 0; seed < 8; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random_rich (seed + 70000);
      g_autofree char *what = g_strdup_printf ("%s, set %u", nida_chart_kind_get_name (kind), seed);

      for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
        for (NidaTheme theme = 0; theme < NIDA_N_THEMES; theme++)
          {
            g_autoptr (NidaScene) scene = sample_scene_in (dataset, spec, frames[i], theme);

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
      brushed = nida_scene_brushed (scene, brushables, inside, NULL);
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
      compared = nida_scene_brushed (scene, brushables, inside, second);
      if (has_parts (scene))
        g_assert_cmpuint (nida_scene_get_n_nodes (compared), >, nida_scene_get_n_nodes (scene));
      check_scene (compared, theme, what);
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
