/* A slide is one scene, and each of its charts is brushed and drawn anew alone: it is taken out, and put back. */
#include "config.h"

#include "scene-part.h"

#include "scene-private.h"

#include <string.h>

NidaScene *
nida_scene_part (NidaScene  *scene,
                 const char *prefix)
{
  NidaScene *part = nida_scene_new_like (scene);
  gsize length = strlen (prefix);

  for (guint i = 0; i < scene->nodes->len; i++)
    {
      const NidaNode *node = g_ptr_array_index (scene->nodes, i);

      if (g_str_has_prefix (node->key, prefix))
        nida_scene_add (part, nida_node_copy_as (node, node->key + length));
    }
  return part;
}

NidaScene *
nida_scene_with_part (NidaScene  *scene,
                      const char *prefix,
                      NidaScene  *part)
{
  NidaScene *whole = nida_scene_new_like (scene);
  gboolean put = FALSE;

  for (guint i = 0; i < scene->nodes->len; i++)
    {
      const NidaNode *node = g_ptr_array_index (scene->nodes, i);

      if (!g_str_has_prefix (node->key, prefix))
        nida_scene_add (whole, nida_node_copy (node));
      else if (!put)
        {
          for (guint n = 0; n < part->nodes->len; n++)
            {
              const NidaNode *own = g_ptr_array_index (part->nodes, n);
              g_autofree char *key = g_strconcat (prefix, own->key, NULL);

              nida_scene_add (whole, nida_node_copy_as (own, key));
            }
          put = TRUE;
        }
    }
  return whole;
}

NidaBox
nida_scene_bounds (NidaScene *scene)
{
  double x = G_MAXDOUBLE, y = G_MAXDOUBLE, end = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < scene->nodes->len; i++)
    {
      const NidaBox *box = &((NidaNode *) g_ptr_array_index (scene->nodes, i))->box;

      x = MIN (x, box->x);
      y = MIN (y, box->y);
      end = MAX (end, box->x + box->width);
      bottom = MAX (bottom, box->y + box->height);
    }
  return scene->nodes->len > 0 ? (NidaBox) { x, y, end - x, bottom - y } : (NidaBox) { 0 };
}
