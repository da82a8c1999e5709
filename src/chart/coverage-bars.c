/* A bar of the coverage chart: solid is received, tint is pledged, hatch is the gap, an outline is what came beyond the
 * requirement; grey hatch is what no source speaks of. The table holds the same, exact, for every group. */
#include "config.h"

#include "coverage-bars.h"
#include "follow.h"
#include "legend.h"
#include "query-words.h"
#include "teller.h"
#include "translate.h"

static char *
node_key (const char            *group,
          const NidaCoverageRow *row,
          const char            *part)
{
  const char *name = row->item == NULL ? "" : row->item->not_stated ? "+not-stated" : row->item->name;

  return part != NULL ? g_strconcat (group, "/", name, "/", part, NULL) : g_strconcat (group, "/", name, NULL);
}

/* --- words --- */

/* What is told of a bar, whose row will be gone; @ratio: millionths */
typedef struct {
  char     *label;
  NidaMoney requirement, funding, pledged;
  gint64    ratio;
} ToldRow;

struct _NidaCoverageTold {
  NidaRecipe *recipe;       /* kept */
  GArray     *rows;         /* ToldRow, by the bars' order */
};

static void
told_row_clear (gpointer row)
{
  g_free (((ToldRow *) row)->label);
}

static void
told_free (gpointer data)
{
  NidaCoverageTold *self = data;

  nida_recipe_let_go (self->recipe);
  g_array_unref (self->rows);
  g_free (self);
}

static void
tell_line (NidaTold   *told,
           const char *what,
           char       *value)
{
  g_autofree char *owned = value;

  /* Translators: a line of a tooltip: what it is and how much: "Received: $452M" */
  nida_told_take_line (told, g_strdup_printf (_("%1$s: %2$s"), what, value));
}

static void
tell_money (NidaTold   *told,
            NidaRecipe *recipe,
            NidaMeasure measure,
            NidaMoney   value)
{
  tell_line (told, nida_words_measure (measure), nida_recipe_value (recipe, NIDA_MEASURE_REQUIREMENT, value));
}

/* Each part of a bar speaks of its own sum and shows those of the others. */
static void
tell_part (NidaTold       *told,
           const NidaMark *mark,
           NidaLanguage   *language,
           gconstpointer   data)
{
  const NidaCoverageTold *self = data;
  const ToldRow *row = &g_array_index (self->rows, ToldRow, mark->at[0]);

  told->label = g_strdup_printf (_("%1$s: %2$s"), row->label, nida_words_measure (mark->told_as));
  tell_money (told, self->recipe, NIDA_MEASURE_REQUIREMENT, row->requirement);
  if (row->funding != NIDA_MONEY_NONE)
    {
      tell_money (told, self->recipe, NIDA_MEASURE_RECEIVED, row->funding);
      tell_line (told, nida_words_measure (NIDA_MEASURE_COVERAGE), nida_describe_percent (self->recipe, row->ratio));
    }
  else
    nida_told_add_line (told, _("Received is not in the sources"));
  if (row->pledged > 0)
    tell_money (told, self->recipe, NIDA_MEASURE_PLEDGED, row->pledged);
}

void
nida_coverage_bars_begin (NidaCoverageBars *self)
{
  self->told = g_new (NidaCoverageTold, 1);
  self->told->recipe = nida_recipe_keep (self->recipe);
  self->told->rows = g_array_new (FALSE, FALSE, sizeof (ToldRow));
  g_array_set_clear_func (self->told->rows, told_row_clear);
  self->teller = nida_teller_new (self->recipe->context->language, nida_recipe_currency (self->recipe), tell_part, self->told,
                                  told_free);
}

void
nida_coverage_bars_end (NidaCoverageBars *self)
{
  g_clear_pointer (&self->teller, nida_teller_unref);
}

/* --- marks --- */

static void
add_told (const NidaCoverageBars *self,
          const NidaCoverageRow  *row)
{
  ToldRow told = { g_strdup (row->label), row->requirement, row->funding, row->pledged, nida_coverage_rows_ratio (self->data, row) };

  g_array_append_val (self->told->rows, told);
}

/* Of the row that was added last. */
static NidaMark *
make_mark (const NidaCoverageBars *self,
           const NidaCoverageRow  *row,
           NidaMeasure             measure,
           NidaMoney               value)
{
  NidaMark *mark = nida_mark_new_told (self->teller, NULL, measure, value, self->told->rows->len - 1, 0);

  mark->measure = NIDA_N_MEASURES;
  mark->need = TRUE;
  if (row->item != NULL)
    nida_mark_add_filter (mark, self->data->field, nida_recipe_item_filter (row->item));
  return mark;
}

static NidaNode *
emit_part (const NidaCoverageBars *self,
           const NidaCoverageRow  *row,
           const char             *part,
           NidaMoney               from,
           NidaMoney               to,
           double                  y,
           const NidaLegendItem   *style,
           NidaMark               *mark)
{
  double start = nida_scale_map (&self->x, from), end = nida_scale_map (&self->x, to);
  g_autofree char *key = node_key ("bar", row, part);
  NidaBox box = { start, y, MAX (end - start, nida_recipe_px (self->recipe, 1)), self->height };
  NidaNode *node;

  /* A sliver at the end edge stays inside. */
  box.x = MIN (box.x, self->x.range.end - box.width);
  node = nida_scene_builder_rect (self->recipe->scene, key, box, style->fill);
  nida_legend_item_apply (style, node);
  node->base = NIDA_BASE_START;
  nida_scene_builder_mark (node, mark);
  return node;
}

/* What was received is in two pieces where it goes beyond the requirement; under a brush they are filled as one. */
static void
follow_received (NidaNode              *node,
                 const NidaCoverageRow *row,
                 NidaMark              *mark,
                 gboolean               beyond)
{
  double within = MIN ((double) row->requirement / (double) row->funding, 1);
  NidaFollow *follow = nida_node_follow (node, 0);

  nida_follow_mark (follow, mark);
  follow->from = beyond ? within : 0;
  follow->to = beyond ? 1 : within;
}

/* The requirement of a bar that goes beyond it. */
static void
emit_tick (const NidaCoverageBars *self,
           const NidaCoverageRow  *row,
           double                  y)
{
  g_autofree char *key = node_key ("tick", row, NULL);
  double x = nida_scale_map (&self->x, row->requirement), over = nida_recipe_px (self->recipe, 1);

  nida_scene_builder_line (self->recipe->scene, key, (NidaPoint) { x, y - over },
                           (NidaPoint) { x, y + self->height + over },
                           NIDA_COLOR_TEXT, nida_recipe_px (self->recipe, 2));
}

void
nida_coverage_emit_bar (const NidaCoverageBars *self,
                        const NidaCoverageRow  *row,
                        double                  y)
{
  NidaLegendItem received = nida_legend_item_received (NULL), pledged = nida_legend_item_pledged (NULL);
  NidaLegendItem gap = nida_legend_item_gap (NULL), unknown = nida_legend_item_unknown (NULL);
  NidaLegendItem over = nida_legend_item_series (NULL, NULL, NIDA_COLOR_CARD);
  NidaMoney funding = row->funding == NIDA_MONEY_NONE ? 0 : MAX (row->funding, 0);
  NidaMoney solid = MIN (funding, row->requirement);
  NidaMoney with_pledges = nida_money_plus (funding, row->pledged);
  NidaMark *mark = NULL;

  add_told (self, row);
  over.stroke = NIDA_COLOR_RECEIVED;
  if (row->funding == NIDA_MONEY_NONE || !self->data->known)
    {
      unknown.stroke = NIDA_COLOR_PLEDGED_LINE;
      emit_part (self, row, "required", 0, row->requirement, y, &unknown,
                 make_mark (self, row, NIDA_MEASURE_REQUIREMENT, row->requirement));
      return;
    }
  if (solid > 0)
    {
      mark = make_mark (self, row, NIDA_MEASURE_RECEIVED, row->funding);
      follow_received (emit_part (self, row, "received", 0, solid, y, &received, mark), row, mark, FALSE);
    }
  if (funding > row->requirement)
    follow_received (emit_part (self, row, "over", row->requirement, funding, y, &over, NULL), row, mark, TRUE);
  if (row->pledged > 0)
    emit_part (self, row, "pledged", funding, with_pledges, y, &pledged,
               make_mark (self, row, NIDA_MEASURE_PLEDGED, row->pledged));
  if (with_pledges < row->requirement)
    emit_part (self, row, "gap", with_pledges, row->requirement, y, &gap,
               make_mark (self, row, NIDA_MEASURE_GAP, nida_coverage_row_gap (row)));
  if (with_pledges > row->requirement)
    emit_tick (self, row, y);
}

static void
add_table_row (NidaRecipe            *recipe,
               const NidaCoverageRow *row,
               const char            *key,
               const char            *label)
{
  gboolean known = row->requirement > 0 && row->funding != NIDA_MONEY_NONE;
  NidaMoney gap;
  gint64 ratio = known ? nida_money_share (row->funding, row->requirement) : NIDA_MONEY_NONE;
  NidaMoney sort[] = { NIDA_MONEY_NONE, row->requirement, row->funding, row->pledged, NIDA_MONEY_NONE, ratio };
  const NidaMeasure measures[] = { NIDA_MEASURE_COUNT,   NIDA_MEASURE_REQUIREMENT, NIDA_MEASURE_RECEIVED,
                                   NIDA_MEASURE_PLEDGED, NIDA_MEASURE_GAP,         NIDA_MEASURE_COVERAGE };
  g_auto (GStrv) cells = g_new0 (char *, G_N_ELEMENTS (sort) + 1);

  /* Negative where more came than was asked for: so the gaps of all rows add up to that of the whole. */
  if (known && nida_money_subtract (row->requirement, row->funding, &gap))
    sort[4] = gap;
  cells[0] = g_strdup (label);
  for (guint i = 1; i < G_N_ELEMENTS (sort); i++)
    cells[i] = nida_recipe_value_bare (recipe, measures[i], sort[i]);
  nida_scene_builder_table_row (recipe->scene, key, (const char * const *) cells, sort);
}

void
nida_coverage_fill_table (NidaRecipe             *recipe,
                          const NidaCoverageRows *data)
{
  const NidaMeasure measures[] = { NIDA_MEASURE_REQUIREMENT, NIDA_MEASURE_RECEIVED, NIDA_MEASURE_PLEDGED, NIDA_MEASURE_GAP,
                                   NIDA_MEASURE_COVERAGE };
  g_auto (GStrv) headings = g_new0 (char *, G_N_ELEMENTS (measures) + 2);

  headings[0] = g_strdup (nida_noun_name (data->noun));
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    headings[i + 1] = nida_recipe_column_title (recipe, nida_words_measure (measures[i]), measures[i]);
  nida_scene_builder_table (recipe->scene, (const char * const *) headings);
  for (guint i = 0; i < data->rows->len; i++)
    {
      const NidaCoverageRow *row = g_ptr_array_index (data->rows, i);
      const char *part = !data->known || row->funding == NIDA_MONEY_NONE ? "required"
                         : row->funding > 0                              ? "received"
                                                                         : "gap";
      g_autofree char *key = node_key ("bar", row, part);

      add_table_row (recipe, row, key, row->label);
    }
  if (data->without.n > 0)
    {
      g_autofree char *label = nida_noun_count (recipe->context->language, data->noun, data->without.n);

      add_table_row (recipe, &data->without, "label/+without",
                     data->without_label != NULL ? data->without_label : label);
    }
}
