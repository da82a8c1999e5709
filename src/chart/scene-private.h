/* How a scene is made: scene-builder.c fills one, scene-table.c its table. */
#pragma once

#include "scene-builder.h"
#include "scene-keys.h"

G_BEGIN_DECLS

struct _NidaScene {
  GObject     parent_instance;

  double      width;          /* points */
  double      height;
  double      scale;
  gboolean    rtl;
  GPtrArray  *nodes;          /* NidaNode */
  NidaSceneKeys keys;         /* of the nodes, borrowed */
  char       *title;
  char       *subtitle;       /* or NULL */
  char       *description;
  NidaMark   *whole;          /* or NULL */
  gboolean    compared;       /* its marks are divided between two selections */
  GPtrArray  *legends;        /* NidaLegendRoom of legend-selections.c, or NULL */
  NidaTable   table;
  NidaTableFunc  fill_table;     /* NULL once the rows are there */
  gpointer       fill_data;
  GDestroyNotify free_fill_data;
  const char    *fill_language;  /* that of the texts which are there already */
  char          *last_heading;   /* of a further column, once the rows are there; or NULL */
  GHashTable    *last_cells;     /* key of a row → text */
};

struct _NidaSceneBuilder {
  GObject     parent_instance;

  NidaScene  *scene;
  GString    *description;
  NidaTeller *teller;         /* of plain figures, once there is one */
};

NidaBox   nida_points_bounds (const NidaPoint *points, guint n);
/* Of one piece with a copy of @key, which nobody changes. */
NidaNode *nida_node_new    (const char *key);
void      nida_node_free   (NidaNode *node);
/* With the mark of @node. */
NidaNode *nida_node_copy   (const NidaNode *node);
NidaNode *nida_node_copy_as (const NidaNode *node, const char *key);
/* As large, in the same direction and words, without nodes and table. */
NidaScene *nida_scene_new_like (NidaScene *scene);
/* Takes @node as the last of @self. */
void      nida_scene_add   (NidaScene *self, NidaNode *node);
void nida_scene_fill_table (NidaScene *self);

G_END_DECLS
