/* A recipe without a cube, for tests of what recipes lean on: fixed measurer, so geometry is the same everywhere. */
#pragma once

#include "recipe.h"

#include <string.h>

typedef struct {
  NidaLanguage    *language;
  NidaMeasurer    *measurer;
  NidaChartContext context;
  NidaRecipe       recipe;
} Fixture;

static inline void
fixture_init (Fixture           *fixture,
              const char        *code,
              NidaTimeDirection  direction,
              double             width,
              double             height)
{
  *fixture = (Fixture) { 0 };
  fixture->language = nida_language_new (code, NIDA_DIGITS_LATN, NIDA_MONTHS_GULF);
  fixture->measurer = nida_fixed_measurer_new ();
  fixture->context = (NidaChartContext) {
    .language = fixture->language, .measurer = fixture->measurer, .time_direction = direction,
    .width = width, .height = height, .scale = 1.0,
  };
  fixture->recipe = (NidaRecipe) {
    .context = &fixture->context, .scale = 1.0,
    .scene = nida_scene_builder_new (width, height, 1.0, nida_language_is_rtl (fixture->language)),
    .plot = { 0, 0, width, height },
  };
}

static inline NidaScene *
fixture_end (Fixture *fixture)
{
  return nida_scene_builder_end (fixture->recipe.scene);
}

static inline void
fixture_clear (Fixture *fixture)
{
  g_clear_object (&fixture->recipe.scene);
  g_clear_pointer (&fixture->recipe.source, g_free);
  g_clear_object (&fixture->measurer);
  g_clear_object (&fixture->language);
}

/* The texts of the nodes whose keys begin with @prefix, in order, joined by " | ", without bidi controls. */
static inline char *
fixture_texts (NidaScene  *scene,
               const char *prefix)
{
  GString *texts = g_string_new (NULL);
  g_autoptr (GRegex) controls = g_regex_new ("[\u200e\u200f\u2066-\u2069]", 0, 0, NULL);
  g_autofree char *all = NULL;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (node->shape != NIDA_SHAPE_TEXT || !g_str_has_prefix (node->key, prefix))
        continue;
      if (texts->len > 0)
        g_string_append (texts, " | ");
      g_string_append (texts, node->text);
    }
  all = g_string_free (texts, FALSE);

  return g_regex_replace (controls, all, -1, 0, "", 0, NULL);
}

/* No two texts whose keys begin with @prefix touch on one line. */
static inline void
fixture_assert_no_overlap (NidaScene  *scene,
                           const char *prefix)
{
  const double slack = 1e-6;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    for (guint k = 0; k < i; k++)
      {
        const NidaNode *a = nida_scene_get_node (scene, i);
        const NidaNode *b = nida_scene_get_node (scene, k);

        if (a->shape != NIDA_SHAPE_TEXT || b->shape != NIDA_SHAPE_TEXT || !g_str_has_prefix (a->key, prefix)
            || !g_str_has_prefix (b->key, prefix))
          continue;
        if (a->box.x + slack < b->box.x + b->box.width && b->box.x + slack < a->box.x + a->box.width
            && a->box.y + slack < b->box.y + b->box.height && b->box.y + slack < a->box.y + a->box.height)
          g_error ("“%s” at %s touches “%s” at %s", a->text, a->key, b->text, b->key);
      }
}
