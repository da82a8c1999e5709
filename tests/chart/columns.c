#include "columns.h"

NidaNode *
columns_mark (NidaNode *node)
{
  nida_scene_builder_mark (node, nida_mark_new (node->key, "$1M", NULL, 1000000000));

  return node;
}

static void
add_column (NidaSceneBuilder *builder,
            guint             index,
            double            low,
            double            high)
{
  g_autofree char *lower = g_strdup_printf ("bar/%u/a", index);
  g_autofree char *upper = g_strdup_printf ("bar/%u/b", index);
  double x = 10 + index * 40;

  columns_mark (nida_scene_builder_rect (builder, lower, (NidaBox) { x, 200 - low, 30, low }, NIDA_COLOR_SERIES_1));
  columns_mark (nida_scene_builder_rect (builder, upper, (NidaBox) { x, 200 - low - high - 1, 30, high }, NIDA_COLOR_SERIES_2));
}

NidaScene *
columns_new (gboolean rtl)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (400, 200, 1, rtl);

  nida_scene_builder_rect (builder, "background", (NidaBox) { 0, 0, 400, 200 }, NIDA_COLOR_CARD);
  add_column (builder, 0, 100, 60);
  add_column (builder, 1, 10, 5);
  add_column (builder, 2, 100, 60);

  return nida_scene_builder_end (builder);
}
