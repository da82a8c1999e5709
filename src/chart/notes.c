/* A note hangs on the first painted mark of its datum. Where a person has not put its words, they take the nearest place that
 * is free of other words and marks. */
#include "config.h"

#include "notes.h"

#include "placer.h"
#include "translate.h"

#include <math.h>
#include <string.h>

#define WORDS_WIDTH 150.0
#define MAX_LINES   4
#define DOT         2.5
#define NEAREST     14.0      /* points from the datum to words that nobody has moved */
#define FARTHEST    130.0
#define STEP        8.0
#define LEAST_LEADER 6.0

/* --- the datum --- */

static gboolean
holds_date (const char *outer,
            const char *inner)
{
  NidaDate a, b;

  if (g_str_equal (outer, inner))
    return TRUE;
  if (nida_date_parse (outer, strlen (outer), &a) != NIDA_DATE_OK || nida_date_parse (inner, strlen (inner), &b) != NIDA_DATE_OK)
    return FALSE;
  return nida_date_first_day (a) <= nida_date_first_day (b) && nida_date_last_day (b) <= nida_date_last_day (a);
}

/* A date that lies within that of the mark counts, so that words keep to their time when the step of the chart changes; with @finer
 * it is the mark's that lies within the note's. */
static gboolean
has_value (const NidaMark *mark,
           NidaField       field,
           const char     *value,
           gboolean        finer)
{
  for (guint i = 0; i < mark->n_fields; i++)
    {
      const char *own = mark->values[i];

      if (mark->fields[i] == field
          && (field != NIDA_FIELD_DATE ? g_str_equal (own, value) : finer ? holds_date (value, own) : holds_date (own, value)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_at (const NidaNote *note,
       const NidaMark *mark,
       gboolean        finer)
{
  if (note->n_fields == 0 || mark->n_fields != note->n_fields)
    return FALSE;
  for (guint i = 0; i < note->n_fields; i++)
    if (!has_value (mark, note->fields[i], note->values[i], finer))
      return FALSE;
  return TRUE;
}

static gboolean
is_painted (const NidaNode *node)
{
  return node->shape != NIDA_SHAPE_TEXT && (node->fill != NIDA_COLOR_NONE || node->stroke != NIDA_COLOR_NONE);
}

static const NidaNode *
find_mark (NidaRecipe     *recipe,
           const NidaNote *note,
           guint           n_nodes)
{
  const NidaNode *found = NULL;

  for (guint i = 0; i < n_nodes; i++)
    {
      const NidaNode *node = nida_scene_builder_get_node (recipe->scene, i);

      if (node->mark == NULL || !is_at (note, node->mark, FALSE))
        continue;
      if (is_painted (node))
        return node;
      if (found == NULL)
        found = node;
    }
  return found;
}

/* A note at a year has no mark of its own where there are months: it is at the largest of them. */
static const NidaNode *
find_largest_part (NidaRecipe     *recipe,
                   const NidaNote *note,
                   guint           n_nodes)
{
  const NidaNode *found = NULL;

  for (guint i = 0; i < n_nodes; i++)
    {
      const NidaNode *node = nida_scene_builder_get_node (recipe->scene, i);

      if (node->mark == NULL || !is_painted (node) || node->mark->money == NIDA_MONEY_NONE || !is_at (note, node->mark, TRUE))
        continue;
      if (found == NULL || node->mark->money > found->mark->money)
        found = node;
    }
  return found;
}

static const NidaNode *
find_datum (NidaRecipe     *recipe,
            const NidaNote *note,
            guint           n_nodes)
{
  const NidaNode *found = find_mark (recipe, note, n_nodes);

  return found != NULL ? found : find_largest_part (recipe, note, n_nodes);
}

/* Where a reader looks for the figure: the end of a bar, the top of a column, the middle of all else. */
static NidaPoint
point_of (NidaRecipe     *recipe,
          const NidaNode *node)
{
  const NidaBox box = node->box;

  if (node->shape == NIDA_SHAPE_SECTOR && node->n_points > 0)
    return nida_recipe_sector_middle (recipe, node);
  switch (node->base)
    {
    case NIDA_BASE_START:
      return (NidaPoint) { box.x + box.width, box.y + box.height / 2 };
    case NIDA_BASE_END:
      return (NidaPoint) { box.x, box.y + box.height / 2 };
    case NIDA_BASE_BOTTOM:
      return (NidaPoint) { box.x + box.width / 2, box.y };
    case NIDA_BASE_TOP:
      return (NidaPoint) { box.x + box.width / 2, box.y + box.height };
    default:
      return (NidaPoint) { box.x + box.width / 2, box.y + box.height / 2 };
    }
}

/* --- the words --- */

static NidaBox
measure_words (NidaRecipe *recipe,
               const char *words,
               guint      *lines)
{
  double width = nida_recipe_text_width (recipe, words, NIDA_FONT_SOURCE);
  double limit = MIN (nida_recipe_px (recipe, WORDS_WIDTH), recipe->plot.width);

  width = MIN (ceil (width) + 1, limit);
  *lines = CLAMP (nida_measurer_lines (recipe->context->measurer, words, NIDA_FONT_SOURCE, recipe->scale, width), 1, MAX_LINES);
  return (NidaBox) { 0, 0, width, *lines * nida_recipe_line (recipe, NIDA_FONT_SOURCE) };
}

/* What words may not cover: other words, and marks that have a figure. */
static void
take_nodes (NidaRecipe *recipe,
            NidaPlacer *placer,
            guint       n_nodes)
{
  for (guint i = 0; i < n_nodes; i++)
    {
      const NidaNode *node = nida_scene_builder_get_node (recipe->scene, i);

      if (node->shape == NIDA_SHAPE_TEXT || (node->mark != NULL && is_painted (node) && node->shape != NIDA_SHAPE_LINE && node->shape != NIDA_SHAPE_SECTOR))
        nida_placer_take (placer, node->box);
    }
}

static NidaBox
keep_inside (NidaRecipe *recipe,
             NidaBox     box)
{
  const NidaBox plot = recipe->plot;

  box.x = CLAMP (box.x, plot.x, MAX (plot.x, plot.x + plot.width - box.width));
  box.y = CLAMP (box.y, plot.y, MAX (plot.y, plot.y + plot.height - box.height));
  return box;
}

/* From the datum to the nearest edge of the words; what lies close to the datum is its own. */
static gboolean
is_leader_free (NidaRecipe *recipe,
                NidaPlacer *placer,
                NidaPoint   datum,
                NidaBox     box)
{
  NidaPoint near = { CLAMP (datum.x, box.x, box.x + box.width), CLAMP (datum.y, box.y, box.y + box.height) };
  double length = hypot (near.x - datum.x, near.y - datum.y), step = nida_recipe_px (recipe, 4);

  for (double at = nida_recipe_px (recipe, NEAREST); at < length; at += step)
    {
      NidaPoint point = { datum.x + (near.x - datum.x) * at / length, datum.y + (near.y - datum.y) * at / length };

      if (!nida_placer_is_free (placer, (NidaBox) { point.x, point.y, 1, 1 }))
        return FALSE;
    }
  return TRUE;
}

/* Above first, then beside, then below; near before far, and a leader over nothing before any. */
static NidaBox
seek_place (NidaRecipe *recipe,
            NidaPlacer *placer,
            NidaPoint   datum,
            NidaBox     box)
{
  static const struct { double x, y; } sides[] = { { 0, -1 }, { 1, -1 }, { -1, -1 }, { 1, 0 }, { -1, 0 }, { 1, 1 }, { -1, 1 }, { 0, 1 } };

  for (guint pass = 0; pass < 2; pass++)
    for (double away = NEAREST; away <= FARTHEST; away += STEP)
      for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
        {
          double gap = nida_recipe_px (recipe, away);

          box.x = datum.x - box.width / 2 + sides[i].x * (gap + box.width / 2);
          box.y = datum.y - box.height / 2 + sides[i].y * (gap + box.height / 2);
          if ((pass == 1 || is_leader_free (recipe, placer, datum, box)) && nida_placer_try (placer, box))
            return box;
        }
  box.x = datum.x - box.width / 2;
  box.y = datum.y - box.height - nida_recipe_px (recipe, NEAREST);
  return keep_inside (recipe, box);
}

static NidaBox
place (NidaRecipe     *recipe,
       NidaPlacer     *placer,
       const NidaNote *note,
       NidaPoint       datum,
       NidaBox         box)
{
  NidaBox put = { datum.x + nida_recipe_px (recipe, note->dx), datum.y + nida_recipe_px (recipe, note->dy), box.width, box.height };
  NidaBox inside = keep_inside (recipe, put);

  /* a smaller picture may have no room where it was put in a larger one */
  if (!note->moved || ((inside.x != put.x || inside.y != put.y) && !nida_placer_is_free (placer, inside)))
    return seek_place (recipe, placer, datum, box);
  nida_placer_take (placer, inside);
  return inside;
}

static void
emit_leader (NidaRecipe *recipe,
             guint       index,
             NidaPoint   datum,
             NidaBox     box)
{
  NidaPoint near = { CLAMP (datum.x, box.x, box.x + box.width), CLAMP (datum.y, box.y, box.y + box.height) };
  g_autofree char *line = g_strdup_printf (NIDA_NOTE_KEY "%u/leader", index);
  g_autofree char *dot = g_strdup_printf (NIDA_NOTE_KEY "%u/datum", index);
  NidaNode *node;

  if (hypot (near.x - datum.x, near.y - datum.y) >= nida_recipe_px (recipe, LEAST_LEADER))
    nida_scene_builder_line (recipe->scene, line, near, datum, NIDA_COLOR_TEXT, nida_recipe_px (recipe, 1))->note = TRUE;
  node = nida_scene_builder_circle (recipe->scene, dot, datum, nida_recipe_px (recipe, DOT), NIDA_COLOR_TEXT);
  node->stroke = NIDA_COLOR_CARD;
  node->line_width = nida_recipe_px (recipe, 1);
  node->note = TRUE;
}

static void
emit_note (NidaRecipe     *recipe,
           NidaPlacer     *placer,
           guint           index,
           guint           n_nodes)
{
  const NidaNote *note = recipe->spec->notes->pdata[index];
  const char *text = nida_chart_spec_pick (nida_language_is_arabic (recipe->context->language), note->text, note->text_ar);
  const NidaNode *node = text != NULL ? find_datum (recipe, note, n_nodes) : NULL;
  g_autofree char *words = NULL, *key = NULL, *sentence = NULL;
  NidaPoint datum;
  NidaBox box;
  guint lines;
  NidaNode *paragraph;

  if (node == NULL)
    return;
  words = nida_language_isolate (recipe->context->language, text);
  /* Translators: a sentence of the description of a chart: the name of a bar or the like, and what a person wrote beside it */
  sentence = g_strdup_printf (_("Note at %1$s: %2$s."), nida_mark_get_label (node->mark), words);
  datum = point_of (recipe, node);
  box = place (recipe, placer, note, datum, measure_words (recipe, words, &lines));
  emit_leader (recipe, index, datum, box);
  key = g_strdup_printf (NIDA_NOTE_KEY "%u", index);
  paragraph = nida_scene_builder_paragraph (recipe->scene, key, box, NIDA_FONT_SOURCE, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, lines, words);
  paragraph->halo = paragraph->note = TRUE;
  nida_scene_builder_mark (paragraph, nida_mark_new (words, NULL, NULL, NIDA_MONEY_NONE));
  nida_scene_builder_add_description (recipe->scene, sentence);
}

void
nida_notes_emit (NidaRecipe *recipe)
{
  g_auto (NidaPlacer) placer = { 0 };
  guint n_nodes = nida_scene_builder_get_n_nodes (recipe->scene);

  if (recipe->spec == NULL || recipe->spec->notes->len == 0 || recipe->plot.height <= 0)
    return;
  nida_placer_init (&placer, recipe->plot);
  take_nodes (recipe, &placer, n_nodes);
  for (guint i = 0; i < recipe->spec->notes->len; i++)
    emit_note (recipe, &placer, i, n_nodes);
}

guint
nida_note_find (const char *key)
{
  guint64 index;

  if (key == NULL || !g_str_has_prefix (key, NIDA_NOTE_KEY) || !g_ascii_string_to_unsigned (key + strlen (NIDA_NOTE_KEY), 10, 0, 1000, &index, NULL))
    return G_MAXUINT;
  return (guint) index;
}

gboolean
nida_note_get_datum (NidaScene *scene,
                     guint      index,
                     NidaPoint *datum)
{
  g_autofree char *key = g_strdup_printf (NIDA_NOTE_KEY "%u/datum", index);
  const NidaNode *node = nida_scene_find (scene, key);

  if (node == NULL)
    return FALSE;
  *datum = (NidaPoint) { node->box.x + node->box.width / 2, node->box.y + node->box.height / 2 };
  return TRUE;
}
