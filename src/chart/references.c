/* A reference is dashed, in the colour of text, since its role is none of the data's; its name and figure stand on it. One in a
 * currency that amounts are not told in is left out: it would say another amount. */
#include "config.h"

#include "references.h"

#include "chart-traits.h"
#include "translate.h"

#define KEY "reference/"

static gboolean
is_money (NidaMeasure measure)
{
  return measure != NIDA_MEASURE_COVERAGE && measure != NIDA_MEASURE_COUNT;
}

static gboolean
is_shown (NidaRecipe          *recipe,
          NidaMeasure          measure,
          const NidaReference *reference)
{
  if (!(nida_chart_kind_get_traits (recipe->spec->kind)->choices & NIDA_CHOICE_REFERENCE) || measure != recipe->spec->measure)
    return FALSE;
  return is_money (measure) ? g_str_equal (reference->currency, nida_recipe_currency (recipe)) : *reference->currency == '\0';
}

void
nida_references_extend (NidaRecipe  *recipe,
                        NidaMeasure  measure,
                        gint64      *min,
                        gint64      *max)
{
  for (guint i = 0; recipe->spec != NULL && i < recipe->spec->references->len; i++)
    {
      const NidaReference *reference = recipe->spec->references->pdata[i];

      if (!is_shown (recipe, measure, reference))
        continue;
      *min = MIN (*min, reference->value);
      *max = MAX (*max, reference->value);
    }
}

/* "Goal: $5M" */
static char *
words_of (NidaRecipe          *recipe,
          NidaMeasure          measure,
          const NidaReference *reference)
{
  gboolean arabic = nida_language_is_arabic (recipe->context->language);
  const char *label = nida_chart_spec_pick (arabic, reference->label, reference->label_ar);
  g_autofree char *value = nida_recipe_value (recipe, measure, reference->value);
  g_autofree char *name = label != NULL ? nida_language_isolate (recipe->context->language, label) : NULL;

  /* Translators: the name of a line in a chart and its figure: "Goal: $5M" */
  return name != NULL ? g_strdup_printf (_("%1$s: %2$s"), name, value) : g_steal_pointer (&value);
}

static NidaNode *
emit_line (NidaRecipe          *recipe,
           NidaMeasure          measure,
           const NidaReference *reference,
           guint                index,
           NidaPoint            from,
           NidaPoint            to)
{
  g_autofree char *key = g_strdup_printf (KEY "%u", index);
  g_autofree char *words = words_of (recipe, measure, reference);
  NidaNode *node = nida_scene_builder_line (recipe->scene, key, from, to, NIDA_COLOR_TEXT_SECOND, nida_recipe_px (recipe, 1.5));

  nida_node_across (node);
  nida_scene_builder_mark (node, nida_recipe_mark (recipe, words, measure, reference->value));
  return node;
}

static void
emit_words (NidaRecipe          *recipe,
            NidaMeasure          measure,
            const NidaReference *reference,
            guint                index,
            NidaBox              box,
            NidaAnchor           anchor)
{
  g_autofree char *key = g_strdup_printf (KEY "%u/words", index);
  g_autofree char *words = words_of (recipe, measure, reference);

  nida_recipe_text (recipe, key, box.x, box.y, box.width, NIDA_FONT_VALUE_BOLD, NIDA_COLOR_TEXT, anchor, words)->halo = TRUE;
}

/* Above a line where there is no other just above it, whose name would stand there. */
static gboolean
is_below_another (NidaRecipe      *recipe,
                  NidaMeasure      measure,
                  guint            index,
                  const NidaScale *y)
{
  const GPtrArray *references = recipe->spec->references;
  double at = nida_scale_map (y, ((NidaReference *) references->pdata[index])->value), line = nida_recipe_line (recipe, NIDA_FONT_VALUE_BOLD);

  for (guint i = 0; i < references->len; i++)
    {
      double other = nida_scale_map (y, ((NidaReference *) references->pdata[i])->value);

      if (i != index && is_shown (recipe, measure, references->pdata[i]) && other > at - line && (other < at || (other == at && i < index)))
        return TRUE;
    }
  return FALSE;
}

gboolean
nida_references_locate (NidaRecipe      *recipe,
                        NidaMeasure      measure,
                        guint            index,
                        const NidaScale *y,
                        NidaBox          box,
                        gboolean         at_end,
                        double          *line,
                        NidaBox         *words)
{
  const NidaReference *reference = recipe->spec->references->pdata[index];
  double height = nida_recipe_line (recipe, NIDA_FONT_VALUE_BOLD), width;
  g_autofree char *text = NULL;

  if (!is_shown (recipe, measure, reference))
    return FALSE;
  text = words_of (recipe, measure, reference);
  width = MIN (nida_recipe_text_width (recipe, text, NIDA_FONT_VALUE_BOLD), box.width);
  *line = nida_scale_map (y, reference->value);
  *words = (NidaBox) { at_end ? box.x : box.x + box.width - width, is_below_another (recipe, measure, index, y) ? *line + 1 : *line - height,
                       width, height };
  return TRUE;
}

void
nida_references_emit (NidaRecipe      *recipe,
                      NidaMeasure      measure,
                      const NidaScale *y,
                      NidaBox          box,
                      gboolean         at_end)
{
  NidaBox words;
  double at;

  for (guint i = 0; recipe->spec != NULL && i < recipe->spec->references->len; i++)
    if (nida_references_locate (recipe, measure, i, y, box, at_end, &at, &words))
      {
        const NidaReference *reference = recipe->spec->references->pdata[i];

        emit_line (recipe, measure, reference, i, (NidaPoint) { box.x, at }, (NidaPoint) { box.x + box.width, at });
        emit_words (recipe, measure, reference, i, words, at_end ? NIDA_ANCHOR_START : NIDA_ANCHOR_END);
      }
}

double
nida_references_get_foot (NidaRecipe  *recipe,
                          NidaMeasure  measure)
{
  guint n = 0;

  for (guint i = 0; recipe->spec != NULL && i < recipe->spec->references->len; i++)
    n += is_shown (recipe, measure, recipe->spec->references->pdata[i]);
  return n * nida_recipe_line (recipe, NIDA_FONT_VALUE_BOLD);
}

void
nida_references_emit_upright (NidaRecipe      *recipe,
                              NidaMeasure      measure,
                              const NidaScale *x,
                              NidaBox          box)
{
  double foot = box.y + box.height, line = nida_recipe_line (recipe, NIDA_FONT_VALUE_BOLD);

  for (guint i = 0; i < recipe->spec->references->len; i++)
    {
      const NidaReference *reference = recipe->spec->references->pdata[i];
      double at = nida_scale_map (x, reference->value), width, start;
      g_autofree char *words = words_of (recipe, measure, reference);

      if (!is_shown (recipe, measure, reference))
        continue;
      width = MIN (nida_recipe_text_width (recipe, words, NIDA_FONT_VALUE_BOLD), recipe->plot.width);
      start = CLAMP (at - width / 2, recipe->plot.x, recipe->plot.x + recipe->plot.width - width);
      emit_line (recipe, measure, reference, i, (NidaPoint) { at, box.y }, (NidaPoint) { at, foot });
      emit_words (recipe, measure, reference, i, (NidaBox) { start, foot, width, line }, NIDA_ANCHOR_END);
      foot += line;
    }
}

void
nida_references_describe (NidaRecipe *recipe)
{
  for (guint i = 0; i < nida_scene_builder_get_n_nodes (recipe->scene); i++)
    {
      const NidaNode *node = nida_scene_builder_get_node (recipe->scene, i);

      if (g_str_has_prefix (node->key, KEY) && node->mark != NULL)
        {
          /* Translators: a sentence of the description of a chart: "Line across the chart: Goal: $5M." */
          g_autofree char *sentence = g_strdup_printf (_("Line across the chart: %s."), nida_mark_get_label (node->mark));

          nida_scene_builder_add_description (recipe->scene, sentence);
        }
    }
}
