/* A chart of donors that is filtered by donors shows all of them, as the list of the filter does, so that another can be
 * chosen: those that are not chosen are pale. One pass over the finished scene serves every kind of chart. */
#include "config.h"

#include "chosen.h"

#include "brushed.h"
#include "filter-values.h"
#include "follow.h"
#include "scene-private.h"
#include "translate.h"

static gboolean
is_chosen_time (const NidaChartSpec *spec,
                const char          *value)
{
  NidaPeriod period, chosen;

  if (!nida_filter_values_period (value, spec->query->fiscal_start, &period, NULL))
    return FALSE;
  for (guint i = 0; spec->chosen[i] != NULL; i++)
    {
      if (!nida_filter_values_period (spec->chosen[i], spec->query->fiscal_start, &chosen, NULL))
        continue;
      if (period.start.precision == NIDA_PRECISION_NONE || chosen.start.precision == NIDA_PRECISION_NONE)
        {
          if (period.start.precision == chosen.start.precision)
            return TRUE;
        }
      else if (nida_period_within (period, nida_date_first_day (chosen.start), nida_date_last_day (chosen.end)))
        return TRUE;
    }
  return FALSE;
}

gboolean
nida_chart_spec_has_chosen (const NidaChartSpec *spec,
                            const char          *value)
{
  if (spec->chosen == NULL)
    return FALSE;
  if (spec->chosen_field == NIDA_FIELD_DATE)
    return is_chosen_time (spec, value);
  return g_strv_contains ((const char * const *) spec->chosen, value);
}

/* What the mark has of the field; NULL where it names nothing of it. */
static const char *
value_of (const NidaMark *mark,
          NidaField       field)
{
  for (guint i = 0; i < mark->n_fields; i++)
    if (mark->fields[i] == field)
      return mark->values[i];
  return NULL;
}

/* Of a shape that has no mark of its own, that of the figure that it follows. */
static NidaMark *
mark_of (const NidaNode *node)
{
  if (node->mark != NULL || node->follow == NULL || node->follow->marks->len == 0)
    return node->mark;
  return g_ptr_array_index (node->follow->marks, 0);
}

static gboolean
is_within (const NidaBox *inner,
           const NidaBox *outer)
{
  double x = inner->x + inner->width / 2, y = inner->y + inner->height / 2;

  return x >= outer->x && x <= outer->x + outer->width && y >= outer->y && y <= outer->y + outer->height;
}

/* Words on a fill that has paled have lost the ground that their ink was chosen for. */
static void
darken_words (NidaScene *scene,
              NidaNode  *pale)
{
  for (guint i = 0; i < scene->nodes->len; i++)
    {
      NidaNode *node = g_ptr_array_index (scene->nodes, i);

      if (node->shape != NIDA_SHAPE_TEXT || (node->fill != NIDA_COLOR_INK_DARK && node->fill != NIDA_COLOR_INK_LIGHT)
          || !is_within (&node->box, &pale->box))
        continue;
      node->fill = NIDA_COLOR_TEXT;
      node->halo = TRUE;
    }
}

void
nida_scene_show_chosen (NidaScene           *scene,
                        const NidaChartSpec *spec)
{
  g_autoptr (GHashTable) said = g_hash_table_new (NULL, NULL);

  if (spec == NULL || spec->chosen == NULL)
    return;
  for (guint i = 0; i < scene->nodes->len; i++)
    {
      NidaNode *node = g_ptr_array_index (scene->nodes, i);
      NidaMark *mark = mark_of (node);
      const char *value = mark != NULL ? value_of (mark, spec->chosen_field) : NULL;

      if (value != NULL && nida_chart_spec_has_chosen (spec, value))
        {
          if (g_hash_table_add (said, mark))
            /* Translators: in the tooltip of a bar whose donor is chosen in the filter, beside pale ones that are not */
            nida_mark_add_line (mark, _("Chosen"));
        }
      else if (value != NULL || (mark != NULL && nida_mark_has_rest (mark, spec->chosen_field)))
        {
          node->opacity *= NIDA_GHOST;
          darken_words (scene, node);
        }
    }
}
