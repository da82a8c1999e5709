/* A Sankey diagram: who gave, for what, where. As much comes out of a node as goes in; flows have the colour of who gave.
 * Words stand outside the diagram at its ends, and between the halves of a node in its middle, so that no flow runs under them;
 * only where it is too narrow for that they stand over the flows, with a halo. */
#include "config.h"

#include "cut-names.h"
#include "follow.h"
#include "no-figure.h"
#include "sankey-layout.h"
#include "teller.h"
#include "translate.h"

#define CURVE         20       /* pieces of an edge of a flow */
#define FLOW_OPACITY   0.5
#define LEAST_NODES    4       /* of a column that has more */
#define LEAST_SCALE    0.85    /* at which more nodes stay; and where they can be no fewer: */
#define LEAST_AT_LAST  0.3
#define LEAST_NAME    16.0     /* points of a name that is cut */
#define MOST_BELOW     0.5     /* points that the flows of a node may differ from it */

/* --- words --- */

static void
emit_heading (const NidaSankeyLayout *self,
              guint                   column)
{
  NidaRecipe *recipe = self->recipe;
  const char *words = nida_sankey_heading (self->sankey, column);
  double x = self->sankey->columns[column].x, node = nida_recipe_px (recipe, NIDA_SANKEY_NODE);
  double width = nida_recipe_text_width (recipe, words, NIDA_FONT_SOURCE);
  g_autofree char *key = g_strdup_printf ("head/%u", column);

  if (column == 0)
    nida_recipe_text (recipe, key, x + node - MIN (width, x + node - recipe->plot.x), recipe->plot.y, MIN (width, x + node - recipe->plot.x),
                      NIDA_FONT_SOURCE, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_END, words);
  else
    {
      double room = column < nida_sankey_layout_last (self)
                      ? self->sankey->columns[column + 1].x - x - nida_recipe_px (recipe, NIDA_SANKEY_GAP)
                      : recipe->plot.x + recipe->plot.width - x;

      /* the first heading ends where its node does, so it never reaches the second */
      nida_recipe_text (recipe, key, x, recipe->plot.y, MIN (width, room), NIDA_FONT_SOURCE, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_START, words);
    }
}

static NidaNode *
emit_name (const NidaSankeyLayout *self,
           guint                   column,
           const NidaSankeyNode   *node,
           NidaBox                 box)
{
  NidaRecipe *recipe = self->recipe;
  NidaAnchor anchor = column == 0 ? NIDA_ANCHOR_END : NIDA_ANCHOR_START;
  const char *label = nida_group_get_label (node->group);
  g_autofree char *key = g_strdup_printf ("label/%u/%s", column, node->group->key);

  if (node->lines > 1)
    return nida_node_name (nida_scene_builder_paragraph (recipe->scene, key, box, node->font, NIDA_COLOR_TEXT, anchor, node->lines, label), label);
  return nida_node_name (nida_recipe_text (recipe, key, box.x, box.y, box.width, node->font, NIDA_COLOR_TEXT, anchor, label), label);
}

/* Before the nodes of the first column, behind or inside of those of all others. */
static void
emit_words (const NidaSankeyLayout *self,
            guint                   column,
            guint                   index)
{
  NidaRecipe *recipe = self->recipe;
  const NidaSankeyNode *node = &self->sankey->columns[column].nodes[index];
  double line = nida_recipe_line (recipe, NIDA_FONT_VALUE), gap = nida_recipe_px (recipe, NIDA_SANKEY_GAP);
  double room = nida_sankey_layout_words_room (self, column), names = nida_sankey_layout_name_room (self, column, node);
  double width = MIN (nida_sankey_layout_value_width (self, node), room);
  double start = nida_sankey_layout_words_start (self, column);
  double height = node->lines * nida_recipe_line (recipe, node->font), figures = node->figure == NIDA_FIGURE_BELOW ? line : 0;
  double whole = nida_recipe_text_width (recipe, nida_group_get_label (node->group), node->font);
  double name = node->lines > 1 ? names : MIN (whole, names);
  NidaBox box = { column == 0 ? start + names - name : start, node->label - (height + figures) / 2, name, height };
  /* little of a long name says nothing; "EU" is short, and whole */
  gboolean named = name >= MIN (whole, nida_recipe_px (recipe, LEAST_NAME)), beside = node->figure == NIDA_FIGURE_BESIDE;
  gboolean over = nida_sankey_layout_is_middle (self, column) && !nida_sankey_layout_is_parted (self, column);
  g_autofree char *value = nida_sankey_layout_value (self, node), *value_key = g_strdup_printf ("value/%u/%s", column, node->group->key);

  if (named)
    emit_name (self, column, node, box)->halo = over;
  if (node->figure == NIDA_FIGURE_NOWHERE)
    return;
  box.y = beside ? node->label - line / 2 : box.y + height;
  box.x = column == 0 ? start + room - width : beside && named ? start + name + gap : start;
  nida_recipe_text (recipe, value_key, box.x, box.y, width, NIDA_FONT_VALUE, NIDA_COLOR_TEXT_SECOND,
                    column == 0 ? NIDA_ANCHOR_END : NIDA_ANCHOR_START, value)->halo = over;
}

/* --- marks --- */

static NidaMark *
node_mark (const NidaSankeyLayout *self,
           guint                   column,
           guint                   index)
{
  const NidaGroup *group = self->sankey->columns[column].nodes[index].group;
  NidaMark *mark = nida_mark_new_told (self->teller, NULL, self->sankey->measure, group->value, column, index);

  nida_group_set_filter (group, self->sankey->columns[column].field, mark);
  return mark;
}

/* One half of a node that is parted; under a brush it fills as the whole would. */
static void
emit_half (const NidaSankeyLayout *self,
           const char             *group,
           guint                   column,
           const NidaSankeyNode   *node,
           NidaBox                 box,
           NidaMark               *mark)
{
  g_autofree char *key = g_strdup_printf ("%s/%u/%s", group, column, node->group->key);
  NidaNode *half = nida_scene_builder_rect (self->recipe->scene, key, box, node->style.fill);

  nida_legend_item_apply (&node->style, half);
  half->base = NIDA_BASE_BOTTOM;
  nida_follow_mark (nida_node_follow (half, 0), mark);
}

/* The ground joins both halves, where words do not reach over its edge. */
static void
emit_parted (const NidaSankeyLayout *self,
             guint                   column,
             const NidaSankeyNode   *node,
             NidaNode               *ground)
{
  double half = nida_recipe_px (self->recipe, NIDA_SANKEY_HALF);
  NidaBox box = ground->box, in = { box.x, box.y, half, box.height }, out = { box.x + box.width - half, box.y, half, box.height };
  NidaMark *mark = ground->mark;

  ground->fill = box.height >= nida_sankey_layout_words_height (self, node) ? NIDA_COLOR_CANVAS : NIDA_COLOR_NONE;
  emit_half (self, "in", column, node, in, mark);
  emit_half (self, "out", column, node, out, mark);
}

static void
emit_node (const NidaSankeyLayout *self,
           guint                   column,
           guint                   index)
{
  const NidaSankeyNode *node = &self->sankey->columns[column].nodes[index];
  g_autofree char *key = g_strdup_printf ("node/%u/%s", column, node->group->key);
  NidaBox box = { self->sankey->columns[column].x, node->y, nida_sankey_layout_node_width (self, column),
                  MAX (node->height, nida_recipe_px (self->recipe, 1)) };
  NidaNode *rect;

  box.y = MIN (box.y, self->box.y + self->box.height - box.height);
  rect = nida_scene_builder_rect (self->recipe->scene, key, box, node->style.fill);
  nida_scene_builder_mark (rect, node_mark (self, column, index));
  if (nida_sankey_layout_is_parted (self, column))
    {
      emit_parted (self, column, node, rect);
      return;
    }
  nida_legend_item_apply (&node->style, rect);
  rect->base = NIDA_BASE_BOTTOM;
}

static NidaMark *
link_mark (const NidaSankeyLayout *self,
           guint                   column,
           guint                   from,
           guint                   to)
{
  const NidaSankeyColumn *columns = &self->sankey->columns[column];
  NidaMark *mark = nida_sankey_link_mark (self->sankey, self->teller, column, from, to);

  nida_group_set_filter (columns[0].nodes[from].group, columns[0].field, mark);
  nida_group_set_filter (columns[1].nodes[to].group, columns[1].field, mark);
  return mark;
}

/* What of the link from @from to @to came from @source, as a figure that a brush can tell. */
static NidaMark *
source_mark (const NidaSankeyLayout *self,
             guint                   column,
             guint                   source,
             guint                   from,
             guint                   to)
{
  const NidaSankeyColumn *columns = self->sankey->columns;
  NidaMark *mark = nida_mark_new (NULL, NULL, NULL, nida_sankey_flow_from (self->sankey, source, column, from, to));

  mark->measure = self->sankey->measure;
  nida_group_set_filter (columns[0].nodes[source].group, columns[0].field, mark);
  if (column > 0)
    nida_group_set_filter (columns[column].nodes[from].group, columns[column].field, mark);
  nida_group_set_filter (columns[column + 1].nodes[to].group, columns[column + 1].field, mark);
  return mark;
}

/* Under a brush a strand is filled from its foot by what of its sources' money is inside. */
static void
follow_sources (const NidaSankeyLayout *self,
                const NidaSankeyStrand *strand,
                NidaNode               *band,
                double                  height,
                guint                   column,
                guint                   from,
                guint                   to)
{
  NidaFollow *follow = nida_node_follow (band, height / (double) strand->value);

  for (guint source = 0; source < nida_sankey_n_nodes (self->sankey, 0); source++)
    {
      NidaMark *mark;

      if (!nida_sankey_same_look (&self->sankey->columns[0].nodes[source].style, strand->style)
          || nida_sankey_flow_from (self->sankey, source, column, from, to) == 0)
        continue;
      mark = source_mark (self, column, source, from, to);
      nida_follow_mark (follow, mark);
      nida_mark_free (mark);
    }
  for (guint i = 0; i <= CURVE; i++)
    nida_follow_point (follow, band->points[2 * CURVE + 1 - i].y, 0, follow->marks->len);
}

/* A band of @height between two edges, as wide upright in the middle as at its ends. */
static NidaNode *
emit_band (const NidaSankeyLayout *self,
           const char             *key,
           guint                   column,
           double                  from_y,
           double                  to_y,
           double                  height,
           NidaColor               fill)
{
  double x = self->sankey->columns[column].x + nida_sankey_layout_node_width (self, column);
  double width = self->sankey->columns[column + 1].x - x;
  NidaPoint points[2 * (CURVE + 1)];

  for (guint i = 0; i <= CURVE; i++)
    {
      double t = (double) i / CURVE;
      /* of a Bezier curve whose control points lie level with its ends, in the middle between them */
      double along = x + width * (1.5 * t * (1 - t) + t * t * t), ease = t * t * (3 - 2 * t);
      double y = from_y + (to_y - from_y) * ease;

      points[i] = (NidaPoint) { along, y };
      points[2 * CURVE + 1 - i] = (NidaPoint) { along, y + height };
    }
  return nida_scene_builder_polygon (self->recipe->scene, key, points, G_N_ELEMENTS (points), fill);
}

static void
style_band (NidaNode             *node,
            const NidaLegendItem *style)
{
  node->fill = style->fill;
  node->pattern = style->pattern;
  node->opacity = FLOW_OPACITY;
}

static char *
link_key (const NidaSankeyLayout *self,
          const char             *group,
          guint                   column,
          guint                   from,
          guint                   to)
{
  return g_strdup_printf ("%s/%u/%s|%s", group, column, self->sankey->columns[column].nodes[from].group->key,
                          self->sankey->columns[column + 1].nodes[to].group->key);
}

/* Bands of what is above zero fill the height of the link; a correction lessens them all. */
static double
points_of (const NidaSankeyLayout *self,
           GArray                 *strands,
           NidaMoney               link)
{
  double above = 0;

  for (guint i = 0; i < strands->len; i++)
    above += MAX ((double) g_array_index (strands, NidaSankeyStrand, i).value, 0);
  return above > 0 ? self->points * (double) link / above : 0;
}

/* Bands of one look each under an unpainted one, so that a flow is pointed at and spoken of once, and many thin ones are no
 * thicket of outlines in high contrast. */
static void
emit_link (const NidaSankeyLayout *self,
           guint                   column,
           guint                   from,
           guint                   to,
           double                 *out,
           double                 *in)
{
  g_autoptr (GArray) strands = nida_sankey_strands (self->sankey, column, from, to);
  NidaMoney link = nida_sankey_flow (self->sankey, column, from, to);
  g_autofree char *key = link_key (self, "link", column, from, to), *base = link_key (self, "strand", column, from, to);
  double start = *out, end = *in, points = points_of (self, strands, link);

  if (link <= 0)
    return;
  for (guint i = 0; i < strands->len; i++)
    {
      const NidaSankeyStrand *strand = &g_array_index (strands, NidaSankeyStrand, i);
      double height = MAX ((double) strand->value, 0) * points;
      g_autofree char *strand_key = g_strdup_printf ("%s/%u", base, i + 1);

      if (height > 0)
        {
          NidaNode *band = emit_band (self, strand_key, column, *out, *in, height, strand->style->fill);

          style_band (band, strand->style);
          follow_sources (self, strand, band, height, column, from, to);
        }
      *out += height;
      *in += height;
    }
  nida_scene_builder_mark (emit_band (self, key, column, start, end, *out - start, NIDA_COLOR_NONE),
                           link_mark (self, column, from, to));
}

static void
emit_links (const NidaSankeyLayout *self,
            guint                   column)
{
  guint n = nida_sankey_n_nodes (self->sankey, column), m = nida_sankey_n_nodes (self->sankey, column + 1);
  g_autofree double *in = g_new (double, m);

  for (guint to = 0; to < m; to++)
    in[to] = self->sankey->columns[column + 1].nodes[to].y;
  for (guint from = 0; from < n; from++)
    {
      double out = self->sankey->columns[column].nodes[from].y;

      for (guint to = 0; to < m; to++)
        emit_link (self, column, from, to, &out, &in[to]);
    }
}

static void
draw (NidaSankeyLayout *self)
{
  NidaSankey *sankey = self->sankey;

  self->teller = nida_sankey_teller_new (sankey);
  for (guint c = 0; c < sankey->n_columns; c++)
    nida_sankey_layout_nodes (self, c);
  for (guint c = 0; c + 1 < sankey->n_columns; c++)
    emit_links (self, c);
  for (guint c = 0; c < sankey->n_columns; c++)
    {
      emit_heading (self, c);
      for (guint i = 0; i < nida_sankey_n_nodes (sankey, c); i++)
        emit_node (self, c, i);
    }
  for (guint c = 0; c < sankey->n_columns; c++)
    for (guint i = 0; i < nida_sankey_n_nodes (sankey, c); i++)
      emit_words (self, c, i);
  g_clear_pointer (&self->teller, nida_teller_unref);
}

/* Why nothing is drawn; NULL where it can be. Corrections are few and small; where they would show, a diagram lies. */
static const char *
find_refusal (const NidaSankey *sankey,
              double            points)
{
  guint silent = 0, without = 0;

  for (guint c = 0; c < sankey->n_columns; c++)
    {
      silent += sankey->columns[c].all->len == 0;
      without += nida_groups_count (sankey->columns[c].all, NIDA_GROUP_NOT_STATED) == sankey->columns[c].all->len;
    }
  if (sankey->n_columns < 2)
    return _("A diagram of flows needs two or three fields: from whom, and to what or where.");
  if (silent > 0)
    return nida_no_figure_reason (sankey->recipe);
  if (without == sankey->n_columns)
    return _("No source says how this is divided, so there are no parts to show.");
  if (!sankey->drawable || (double) sankey->below * points > MOST_BELOW)
    return _("These figures are not parts of one whole: some are negative or do not add up. The table shows them all.");
  return NULL;
}

/* As many nodes as have a line each; where a large one leaves those that are parted less, a little smaller, then fewer. FALSE where
 * none have room. */
static gboolean
lay_out (NidaSankeyLayout *self)
{
  double height = MAX (self->recipe->plot.height - nida_sankey_layout_heading (self), 0);
  guint most = (guint) (height / nida_recipe_line (self->recipe, NIDA_FONT_VALUE));
  gboolean fits;

  do
    {
      nida_sankey_fold (self->sankey, most);
      fits = nida_sankey_layout_columns (self);
      if (self->sankey->drawable)
        nida_sankey_layout_scale (self);
    }
  while (fits && !nida_sankey_layout_shrink (self, most > LEAST_NODES ? LEAST_SCALE : LEAST_AT_LAST) && most-- > LEAST_NODES);
  return fits;
}

void
nida_sankey_build (NidaRecipe *recipe)
{
  NidaSankey sankey;
  NidaSankeyLayout self = { .sankey = &sankey, .recipe = recipe };
  g_autofree char *title = NULL, *subtitle = NULL, *note = NULL, *description = NULL;
  const char *refusal;
  gboolean fits;

  nida_sankey_init (&sankey, recipe);
  nida_sankey_fold (&sankey, G_MAXUINT);
  title = nida_sankey_title (&sankey);
  subtitle = nida_sankey_subtitle (&sankey);
  note = nida_sankey_note (&sankey);
  nida_recipe_frame (recipe, title, subtitle, note);
  fits = lay_out (&self);
  refusal = find_refusal (&sankey, self.points);
  if (refusal != NULL)
    nida_recipe_message (recipe, refusal);
  else
    {
      if (fits)
        draw (&self);
      else
        nida_recipe_no_room (recipe, _("There is no room here for a diagram of flows. The table shows all figures."));
      description = nida_sankey_describe (&sankey);
      nida_scene_builder_set_words (recipe->scene, title, description);
    }
  nida_sankey_table (recipe);
  nida_sankey_clear (&sankey);
}
