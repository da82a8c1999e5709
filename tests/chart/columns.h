/* Marks that tests of pointing and of moving by keys share. */
#pragma once

#include "scene-builder.h"

/* @node, as a mark */
NidaNode  *columns_mark (NidaNode *node);
/* Three stacked columns; the middle one is low. */
NidaScene *columns_new  (gboolean rtl);
