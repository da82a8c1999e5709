/* Steps of a chart. Of coverage: what is required as empty bars, what was received and pledged, and what is missing. Of what is
 * split into series, a series a step, in the order in which their first marks are read. All else comes at once. */
#include "config.h"

#include "build-up.h"

#include "scene-private.h"

#include <string.h>

#define MOST_STEPS 8u

enum { STEP_REQUIRED, STEP_RECEIVED, STEP_GAP, N_STEPS };

/* --- coverage --- */

static gboolean
is_part (const NidaNode *node,
         const char     *part)
{
  const char *slash = strrchr (node->key, '/');

  return g_str_has_prefix (node->key, "bar/") && slash != NULL && g_str_equal (slash + 1, part);
}

/* What says of a mark that it is new, or the desk's own, comes with it. */
static NidaNode
without_sign (const NidaNode *node)
{
  NidaNode place = *node;

  if (g_str_has_prefix (place.key, "news/") || g_str_has_prefix (place.key, "own/"))
    place.key = strchr (place.key, '/') + 1;
  return place;
}

static gboolean
has_coverage (const NidaNode *node,
              guint           step)
{
  if (is_part (node, "gap") || g_str_has_prefix (node->key, "legend/gap"))
    return step >= STEP_GAP;
  if (is_part (node, "received") || is_part (node, "pledged") || is_part (node, "over") || g_str_has_prefix (node->key, "legend/")
      || g_str_has_prefix (node->key, "value/") || g_str_has_prefix (node->key, "percent/") || g_str_has_prefix (node->key, "tick/"))
    return step >= STEP_RECEIVED;
  return TRUE;
}

/* "bar/SYR/" of "bar/SYR/gap". */
static char *
bar_of (const NidaNode *node)
{
  const char *slash = strrchr (node->key, '/');

  return slash != NULL && g_str_has_prefix (node->key, "bar/") ? g_strndup (node->key, (gsize) (slash + 1 - node->key)) : NULL;
}

static NidaBox
join (NidaBox a,
      NidaBox b)
{
  double x = MIN (a.x, b.x), end = MAX (a.x + a.width, b.x + b.width);

  return (NidaBox) { x, a.y, end - x, a.height };
}

/* An empty bar as long as all parts of @node's bar; only the first part of a bar brings it. */
static NidaNode *
required_bar (NidaScene  *scene,
              guint       index)
{
  const NidaNode *node = scene->nodes->pdata[index];
  g_autofree char *bar = bar_of (node), *key = NULL;
  NidaNode *whole;

  if (bar == NULL || (index > 0 && g_str_has_prefix (((NidaNode *) scene->nodes->pdata[index - 1])->key, bar)))
    return NULL;
  key = g_strconcat (bar, "whole", NULL);
  whole = nida_node_copy_as (node, key);
  g_clear_pointer (&whole->mark, nida_mark_free);
  whole->fill = NIDA_COLOR_NONE;
  whole->stroke = NIDA_COLOR_GAP_LINE;
  whole->pattern = NIDA_PATTERN_SOLID;
  for (guint i = index + 1; i < scene->nodes->len && g_str_has_prefix (((NidaNode *) scene->nodes->pdata[i])->key, bar); i++)
    if (!is_part (scene->nodes->pdata[i], "over"))
      whole->box = join (whole->box, ((NidaNode *) scene->nodes->pdata[i])->box);
  return whole;
}

/* --- series --- */

/* The series that a mark belongs to: what follows the last slash, where its key has one for the period before it. */
static const char *
series_of (const NidaNode *node)
{
  const char *first = strchr (node->key, '/'), *last = strrchr (node->key, '/');

  return first != NULL && last != first && g_str_has_prefix (node->key, "bar/") ? last + 1 : NULL;
}

static GPtrArray *
list_series (NidaScene *scene)
{
  GPtrArray *series = g_ptr_array_new ();

  for (guint i = 0; i < scene->nodes->len; i++)
    {
      const NidaNode *node = scene->nodes->pdata[i];
      const char *name = series_of (node);

      if (name != NULL && node->mark != NULL && !g_ptr_array_find_with_equal_func (series, name, g_str_equal, NULL))
        g_ptr_array_add (series, (gpointer) name);
    }
  return series;
}

static gboolean
has_series (NidaScene      *scene,
            const NidaNode *node,
            guint           step)
{
  const char *name = series_of (node);
  g_autoptr (GPtrArray) series = NULL;
  guint index;

  /* the total of a column is said when it stands */
  if (name == NULL)
    return !g_str_has_prefix (node->key, "label/");
  series = list_series (scene);
  return !g_ptr_array_find_with_equal_func (series, name, g_str_equal, &index) || index <= step;
}

/* --- any chart --- */

static gboolean
is_covered (NidaChartKind kind)
{
  return kind == NIDA_CHART_COVERAGE;
}

static gboolean
is_in_series (NidaChartKind kind)
{
  return kind == NIDA_CHART_TIMELINE;
}

/* A chart without what was received, or with more series than anybody waits for, comes at once. */
guint
nida_build_up_count (NidaScene     *scene,
                     NidaChartKind  kind)
{
  guint n = 1;

  if (is_in_series (kind))
    {
      g_autoptr (GPtrArray) series = list_series (scene);

      n = series->len <= MOST_STEPS ? MAX (series->len, 1) : 1;
    }
  for (guint i = 0; is_covered (kind) && i < scene->nodes->len && n == 1; i++)
    if (is_part (scene->nodes->pdata[i], "received"))
      n = N_STEPS;
  return n;
}

gboolean
nida_build_up_has (NidaScene      *scene,
                   NidaChartKind   kind,
                   guint           step,
                   const NidaNode *node)
{
  NidaNode place = without_sign (node);

  if (step + 1 >= nida_build_up_count (scene, kind))
    return TRUE;
  return is_covered (kind) ? has_coverage (&place, step) : has_series (scene, &place, step);
}

/**
 * nida_build_up_at:
 * @scene: the whole chart
 * @kind: what it is
 * @step: from 0
 *
 * Returns: (transfer full): the scene with what stands at @step
 */
NidaScene *
nida_build_up_at (NidaScene     *scene,
                  NidaChartKind  kind,
                  guint          step)
{
  NidaScene *built;

  if (step + 1 >= nida_build_up_count (scene, kind))
    return g_object_ref (scene);
  built = nida_scene_new_like (scene);
  for (guint i = 0; i < scene->nodes->len; i++)
    {
      const NidaNode *node = scene->nodes->pdata[i];
      NidaNode *whole = is_covered (kind) ? required_bar (scene, i) : NULL;

      if (whole != NULL)
        nida_scene_add (built, whole);
      if (nida_build_up_has (scene, kind, step, node))
        nida_scene_add (built, nida_node_copy (node));
    }
  return built;
}
