/* What the files of small charts share. Private to chart/. */
#pragma once

#include "describe.h"
#include "panels.h"

G_BEGIN_DECLS

typedef struct {
  guint     item;              /* of the first dimension */
  char     *name;              /* as it is shown */
  char     *filter;
  NidaMoney latest, whole;
} NidaPanel;

/* @n_cubes: of one chart; @panels: NidaPanel, the largest latest figure first, of which @shown have a place */
typedef struct {
  NidaRecipe     *recipe;
  NidaPanelFunc   build;
  guint           n_cubes;
  NidaMeasure     measure;
  NidaField       field;
  NidaNoun        noun;
  GPtrArray      *panels;
  guint           shown, most_columns, columns, rows;
  NidaSharedScale scale;
  NidaColorMap   *colors;
} NidaPanels;

/* panels-data.c: the answers by panel alone, and which names have one. */
NidaCube           *nida_panels_whole      (const NidaPanels *self, guint index);
const NidaCubeCell *nida_panels_whole_cell (const NidaPanels *self, guint index, const char *filter);
void                nida_panels_find       (NidaPanels *self);
/* Of the answers of a chart of small charts those of the one of @filter; transfer full. */
GPtrArray          *nida_panels_slice      (GPtrArray *cubes, NidaField field, const char *filter);
void                nida_panel_free        (gpointer data);

/* panels-words.c; @scenes: of the panels that are shown. */
gboolean            nida_panels_has_measure (const NidaPanels *self);
char               *nida_panels_what        (const NidaPanels *self);
char               *nida_panels_subtitle    (const NidaPanels *self);
char               *nida_panels_note        (const NidaPanels *self);
void                nida_panels_describe    (const NidaPanels *self, const char *title, GString *panels);
void                nida_panels_table       (const NidaPanels *self, GPtrArray *scenes);

G_END_DECLS
