/* Which names have a node, and how much flows between them. What is under a hundredth of the whole joins the others; in which order
 * the names stand is in sankey-order.c. */
#include "config.h"

#include "hues.h"
#include "sankey-order.h"

#define MOST_NAMES   12
#define LEAST_SHARE  10000     /* millionths; smaller names are summed */

static const NidaField default_fields[] = { NIDA_FIELD_DONOR, NIDA_FIELD_CATEGORY, NIDA_FIELD_COUNTRY };

static gboolean
asks_for (NidaQuery *query,
          NidaField  field)
{
  for (guint i = 0; i < query->n_by; i++)
    if (query->by[i].field == field)
      return TRUE;
  return FALSE;
}

/* Who gave, for what, where; a single field is completed to that, two are two columns. */
void
nida_sankey_queries (const NidaChartSpec *spec,
                     GPtrArray           *queries)
{
  NidaQuery *query = nida_query_copy (spec->query);

  for (guint i = 0; i < G_N_ELEMENTS (default_fields) && spec->query->n_by < 2 && query->n_by < NIDA_MAX_BY; i++)
    if (!asks_for (query, default_fields[i]))
      query->by[query->n_by++] = (NidaGroupBy) { default_fields[i], NIDA_STEP_NONE };
  query->measures = 1u << spec->measure;
  g_ptr_array_add (queries, query);
}

void
nida_sankey_init (NidaSankey *self,
                  NidaRecipe *recipe)
{
  NidaCube *cube = nida_recipe_cube (recipe, 0);
  NidaQuery *query = nida_cube_get_query (cube);

  *self = (NidaSankey) { .recipe = recipe, .measure = recipe->spec->measure, .n_columns = query->n_by };
  for (guint c = 0; c < self->n_columns; c++)
    {
      NidaSankeyColumn *column = &self->columns[c];

      column->field = query->by[c].field;
      column->noun = nida_noun_for_cube (cube, c);
      column->all = nida_groups_new (cube, c, self->measure, recipe->context->language);
      if (c == 0)
        self->hues = nida_hues_new (recipe, column->field, column->all);
      nida_sankey_order_by_hand (column->all, recipe->spec);
    }
}

static void
clear_drawn (NidaSankey *self)
{
  for (guint c = 0; c < self->n_columns; c++)
    {
      g_clear_pointer (&self->columns[c].groups, g_ptr_array_unref);
      g_clear_pointer (&self->columns[c].nodes, g_free);
    }
  g_clear_pointer (&self->flows, g_free);
}

void
nida_sankey_clear (NidaSankey *self)
{
  clear_drawn (self);
  for (guint c = 0; c < self->n_columns; c++)
    g_clear_pointer (&self->columns[c].all, g_ptr_array_unref);
  g_clear_pointer (&self->hues, nida_color_map_unref);
}

/* --- nodes --- */

static NidaLegendItem
style_of (const NidaSankey *self,
          guint             c,
          guint             index)
{
  const NidaSankeyColumn *column = &self->columns[c];
  const NidaGroup *group = g_ptr_array_index (column->groups, index);

  switch (group->role)
    {
    case NIDA_GROUP_OTHER: return nida_legend_item_series (NULL, NULL, NIDA_COLOR_OTHER);
    case NIDA_GROUP_SEVERAL: return nida_legend_item_series (NULL, NULL, NIDA_COLOR_MULTIPLE);
    case NIDA_GROUP_NOT_STATED: return nida_legend_item_unknown (NULL);
    case NIDA_GROUP_NAMED:
    default:
      if (c > 0)
        return nida_legend_item_series (NULL, NULL, NIDA_COLOR_AXIS);
      return nida_legend_item_series (NULL, NULL, nida_color_map_lookup (self->hues, column->field, group->name));
    }
}

/* Names that are worth a node. */
static guint
count_worthy (const NidaSankey       *self,
              const NidaSankeyColumn *column)
{
  guint most = self->recipe->spec->top > 0 ? MIN (self->recipe->spec->top, MOST_NAMES) : MOST_NAMES, n = 0;

  for (; n < MIN (column->all->len, most); n++)
    {
      const NidaGroup *group = g_ptr_array_index (column->all, n);
      gboolean large = nida_money_share (group->value, nida_groups_total (column->all)) >= LEAST_SHARE;

      if (group->role != NIDA_GROUP_NAMED || (!large && !nida_sankey_order_is_by_hand (group, self->recipe->spec)))
        break;
    }
  return MAX (n, 1);
}

static void
fold_column (NidaSankey *self,
             guint       c,
             guint       most)
{
  NidaSankeyColumn *column = &self->columns[c];
  guint keep = count_worthy (self, column);

  do
    {
      g_clear_pointer (&column->groups, g_ptr_array_unref);
      column->groups = nida_groups_fold (column->all, keep, column->noun, self->recipe->context->language);
    }
  while (column->groups->len > most && keep-- > 1);
  nida_sankey_order_as_before (column->groups, column->field, self->recipe->spec);
  column->nodes = g_new0 (NidaSankeyNode, MAX (column->groups->len, 1));
  for (guint i = 0; i < column->groups->len; i++)
    {
      column->nodes[i].group = g_ptr_array_index (column->groups, i);
      column->nodes[i].style = style_of (self, c, i);
    }
}

/* By item of the answer the node that it belongs to; G_MAXUINT where the item sums to nothing and no node gathers others. */
static guint *
nodes_by_item (const NidaSankey *self,
               guint             c)
{
  NidaCube *cube = nida_recipe_cube (self->recipe, 0);
  const NidaSankeyColumn *column = &self->columns[c];
  guint n = nida_cube_get_n_items (cube, c), role_at[4] = { G_MAXUINT, G_MAXUINT, G_MAXUINT, G_MAXUINT };
  guint *nodes = g_new (guint, MAX (n, 1));
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < column->groups->len; i++)
    {
      const NidaGroup *group = column->nodes[i].group;

      role_at[group->role] = i;
      if (group->role == NIDA_GROUP_NAMED)
        g_hash_table_insert (by_name, (char *) group->name, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < n; i++)
    {
      const NidaCubeItem *item = nida_cube_get_item (cube, c, i);
      guint named = GPOINTER_TO_UINT (g_hash_table_lookup (by_name, item->name));

      if (item->not_stated)
        nodes[i] = role_at[NIDA_GROUP_NOT_STATED];
      else if (item->n_members > 1)
        nodes[i] = role_at[NIDA_GROUP_SEVERAL];
      else
        nodes[i] = named > 0 ? named - 1 : role_at[NIDA_GROUP_OTHER];
    }
  return nodes;
}

/* --- flows --- */

guint
nida_sankey_n_nodes (const NidaSankey *self,
                     guint             column)
{
  return column < self->n_columns ? self->columns[column].groups->len : 1;
}

static gsize
flow_at (const NidaSankey *self,
         const guint      *nodes)
{
  gsize at = 0;

  for (guint c = 0; c < self->n_columns; c++)
    at = at * nida_sankey_n_nodes (self, c) + nodes[c];
  return at;
}

static void
sum_flows (NidaSankey *self)
{
  NidaCube *cube = nida_recipe_cube (self->recipe, 0);
  guint *by_item[NIDA_SANKEY_COLUMNS] = { NULL };
  gsize n = 1;

  for (guint c = 0; c < self->n_columns; c++)
    {
      by_item[c] = nodes_by_item (self, c);
      n *= MAX (nida_sankey_n_nodes (self, c), 1);
    }
  self->flows = g_new0 (NidaMoney, n);
  self->total = self->corrections = 0;
  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      NidaMoney value = cell->values[self->measure];
      guint nodes[NIDA_SANKEY_COLUMNS];
      gboolean placed = TRUE;

      if (value == NIDA_MONEY_NONE || value == 0)
        continue;
      for (guint c = 0; c < self->n_columns; c++)
        {
          nodes[c] = by_item[c][cell->item[c]];
          placed &= nodes[c] != G_MAXUINT;
        }
      self->drawable &= placed;
      if (!placed)
        continue;
      self->flows[flow_at (self, nodes)] = nida_money_plus (self->flows[flow_at (self, nodes)], value);
      self->total = nida_money_plus (self->total, value);
      self->corrections = nida_money_plus (self->corrections, MIN (value, 0));
    }
  for (guint c = 0; c < self->n_columns; c++)
    g_free (by_item[c]);
}

gboolean
nida_sankey_same_look (const NidaLegendItem *a,
                       const NidaLegendItem *b)
{
  return a->fill == b->fill && a->pattern == b->pattern;
}

NidaMoney
nida_sankey_flow_from (const NidaSankey *self,
                       guint             source,
                       guint             column,
                       guint             from,
                       guint             to)
{
  NidaMoney sum = 0;
  guint nodes[NIDA_SANKEY_COLUMNS] = { source };
  guint free_column = column == 0 ? 2 : NIDA_SANKEY_COLUMNS;

  nodes[column] = from;
  nodes[column + 1] = to;
  if (free_column >= self->n_columns)
    return column == 0 && source != from ? 0 : self->flows[flow_at (self, nodes)];
  for (nodes[2] = 0; source == from && nodes[2] < nida_sankey_n_nodes (self, 2); nodes[2]++)
    sum = nida_money_plus (sum, self->flows[flow_at (self, nodes)]);
  return sum;
}

GArray *
nida_sankey_strands (const NidaSankey *self,
                     guint             column,
                     guint             from,
                     guint             to)
{
  GArray *strands = g_array_new (FALSE, FALSE, sizeof (NidaSankeyStrand));

  for (guint source = 0; source < nida_sankey_n_nodes (self, 0); source++)
    {
      NidaSankeyStrand strand = { nida_sankey_flow_from (self, source, column, from, to), &self->columns[0].nodes[source].style };
      guint at = 0;

      while (at < strands->len && !nida_sankey_same_look (g_array_index (strands, NidaSankeyStrand, at).style, strand.style))
        at++;
      if (at < strands->len)
        g_array_index (strands, NidaSankeyStrand, at).value =
            nida_money_plus (g_array_index (strands, NidaSankeyStrand, at).value, strand.value);
      else if (strand.value != 0)
        g_array_append_val (strands, strand);
    }
  return strands;
}

NidaMoney
nida_sankey_flow (const NidaSankey *self,
                  guint             column,
                  guint             from,
                  guint             to)
{
  g_autoptr (GArray) strands = nida_sankey_strands (self, column, from, to);
  NidaMoney sum = 0;

  for (guint i = 0; i < strands->len; i++)
    sum = nida_money_plus (sum, g_array_index (strands, NidaSankeyStrand, i).value);
  return sum;
}

/* What a node's flows miss because they are below zero, or the node itself is. */
static void
find_below (NidaSankey *self)
{
  self->below = 0;
  for (guint c = 0; c < self->n_columns; c++)
    for (guint i = 0; i < nida_sankey_n_nodes (self, c); i++)
      self->below = MAX (self->below, -self->columns[c].nodes[i].group->value);
  for (guint c = 0; c + 1 < self->n_columns; c++)
    {
      guint n = nida_sankey_n_nodes (self, c), m = nida_sankey_n_nodes (self, c + 1);
      g_autofree NidaMoney *out = g_new0 (NidaMoney, n), *in = g_new0 (NidaMoney, m);

      for (guint at = 0; at < n * m; at++)
        {
          g_autoptr (GArray) strands = nida_sankey_strands (self, c, at / m, at % m);

          for (guint i = 0; i < strands->len; i++)
            {
              NidaMoney below = MAX (-g_array_index (strands, NidaSankeyStrand, i).value, 0);

              out[at / m] = nida_money_plus (out[at / m], below);
              in[at % m] = nida_money_plus (in[at % m], below);
            }
          self->below = MAX (self->below, MAX (out[at / m], in[at % m]));
        }
    }
}

void
nida_sankey_fold (NidaSankey *self,
                  guint       most)
{
  clear_drawn (self);
  self->drawable = self->n_columns >= 2 && self->measure != NIDA_MEASURE_COVERAGE;
  for (guint c = 0; c < self->n_columns; c++)
    fold_column (self, c, MAX (most, 1));
  sum_flows (self);
  self->drawable &= self->total > 0;
  find_below (self);
}
