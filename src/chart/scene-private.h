/* How a scene is made: only scene-builder.c fills one. */
#pragma once

#include "scene.h"

G_BEGIN_DECLS

struct _NidaScene {
  GObject     parent_instance;

  double      width;          /* points */
  double      height;
  double      scale;
  gboolean    rtl;
  GPtrArray  *nodes;          /* NidaNode */
  GHashTable *by_key;         /* keys of the nodes → NidaNode, both borrowed */
  char       *title;
  char       *description;
  NidaTable   table;
};

void nida_node_free (NidaNode *node);

G_END_DECLS
