/* Nodes and flows of a Sankey diagram, before and after they have places. Private to chart/. */
#pragma once

#include "describe.h"
#include "legend.h"

G_BEGIN_DECLS

#define NIDA_SANKEY_COLUMNS NIDA_MAX_BY

/* Where the figure of a node stands; a name in a narrow middle goes before it, since the tooltip and the table have it. */
typedef enum { NIDA_FIGURE_BESIDE, NIDA_FIGURE_BELOW, NIDA_FIGURE_NOWHERE } NidaSankeyFigure;

/**
 * NidaSankeyNode:
 *
 * @group: borrowed from the column. @style: of its box and, in the first column, of its flows
 * @y, @height, @label: places in points; @label is the middle of its words
 * @font, @lines: of the name; @figure: where it stands
 */
typedef struct {
  const NidaGroup *group;
  NidaLegendItem   style;
  double           y, height, label;
  NidaFont         font;
  guint            lines;
  NidaSankeyFigure figure;
} NidaSankeyNode;

/* @all: every group, for words; @groups: what is drawn, of which each has a node */
typedef struct {
  NidaField       field;
  NidaNoun        noun;
  GPtrArray      *all;
  GPtrArray      *groups;
  NidaSankeyNode *nodes;
  double          x;
} NidaSankeyColumn;

/**
 * NidaSankey:
 *
 * @flows: sums by a node of each column, the last one fastest; @total: of them
 * @corrections: what of the answer is below zero; @below: the most of it at one node, which its flows miss
 * @drawable: the figures add up to something
 */
typedef struct {
  NidaRecipe      *recipe;
  NidaMeasure      measure;
  guint            n_columns;
  NidaSankeyColumn columns[NIDA_SANKEY_COLUMNS];
  NidaColorMap    *hues;           /* of the first column */
  NidaMoney       *flows;
  NidaMoney        total;
  NidaMoney        corrections, below;
  gboolean         drawable;
} NidaSankey;

/* A part of the flow between two neighbouring nodes that has one look. */
typedef struct { NidaMoney value; const NidaLegendItem *style; } NidaSankeyStrand;

void      nida_sankey_init     (NidaSankey *self, NidaRecipe *recipe);
void      nida_sankey_clear    (NidaSankey *self);
/* At most @most nodes a column; the small ones are summed as others. */
void      nida_sankey_fold     (NidaSankey *self, guint most);
guint     nida_sankey_n_nodes  (const NidaSankey *self, guint column);
/* From node @from of @column to node @to of the next. */
NidaMoney nida_sankey_flow     (const NidaSankey *self, guint column, guint from, guint to);
gboolean  nida_sankey_same_look (const NidaLegendItem *a, const NidaLegendItem *b);
/* What of it came from node @source of the first column. */
NidaMoney nida_sankey_flow_from (const NidaSankey *self, guint source, guint column, guint from, guint to);
/* By look of the first column's nodes, in their order. (element-type NidaSankeyStrand) */
GArray   *nida_sankey_strands  (const NidaSankey *self, guint column, guint from, guint to);
const char *nida_sankey_heading (const NidaSankey *self, guint column);
char     *nida_sankey_title    (const NidaSankey *self);
char     *nida_sankey_subtitle (const NidaSankey *self);
char     *nida_sankey_note     (const NidaSankey *self);      /* NULL where there is nothing to say */
char     *nida_sankey_describe (const NidaSankey *self);
/* sankey-tips.c: what says the words of the marks; a node's are told of its column and index. */
NidaTeller *nida_sankey_teller_new (const NidaSankey *self);
/* A mark of the flow between two neighbouring nodes, without filters. */
NidaMark   *nida_sankey_link_mark  (const NidaSankey *self, NidaTeller *teller, guint column, guint from, guint to);
void      nida_sankey_table    (NidaRecipe *recipe);

G_END_DECLS
