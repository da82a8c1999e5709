/* Labels at the ends of lines. The values give way before the names do; a name that is still too long ends in an
 * ellipsis, and stands whole in the tooltip and the table. */
#include "config.h"

#include "end-labels.h"

#include "describe.h"
#include "labels.h"
#include "translate.h"

#include <math.h>
#include <string.h>

#define LEADER     12.0      /* between the end of a line and its label, at scale 1 */
#define AIR         3.0

void
nida_end_labels_clear (NidaEndLabel *labels,
                       guint         n)
{
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&labels[i].value, g_free);
}

static NidaFont
font_of (const NidaEndLabel *label)
{
  return label->bold ? NIDA_FONT_VALUE_BOLD : NIDA_FONT_VALUE;
}

/* One text, so that each language puts name and value in its own order. A year and a figure need more than a space
 * between them. */
char *
nida_end_label_text (const NidaEndLabel *label)
{
  const char *end = label->name + strlen (label->name);
  gboolean digit = end > label->name && g_unichar_isdigit (g_utf8_get_char (g_utf8_prev_char (end)));

  if (label->value == NULL)
    return g_strdup (label->name);
  /* Translators: a name and its figure at the end of a line: "Japan $593M" */
  return g_strdup_printf (digit ? _("%1$s: %2$s") : _("%1$s %2$s"), label->name, label->value);
}

static double
width_of (NidaRecipe         *recipe,
          const NidaEndLabel *label,
          const char         *text)
{
  return ceil (nida_recipe_text_width (recipe, text, font_of (label))) + 1;
}

double
nida_end_labels_width (NidaRecipe         *recipe,
                       const NidaEndLabel *labels,
                       guint               n,
                       double              most)
{
  double width = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = nida_end_label_text (&labels[i]);

      width = MAX (width, width_of (recipe, &labels[i], text));
    }
  return n > 0 ? MIN (width + nida_recipe_px (recipe, LEADER), most) : 0;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const NidaEndLabel *first = a, *second = b;

  if (first->y != second->y)
    return first->y < second->y ? -1 : 1;
  return g_strcmp0 (first->id, second->id);
}

gboolean
nida_end_labels_place (NidaRecipe   *recipe,
                       NidaEndLabel *labels,
                       guint         n,
                       double        top,
                       double        foot)
{
  g_autofree double *centres = g_new (double, MAX (n, 1)), *heights = g_new (double, MAX (n, 1));

  qsort (labels, n, sizeof *labels, compare_places);
  for (guint i = 0; i < n; i++)
    {
      centres[i] = labels[i].y;
      heights[i] = nida_recipe_line (recipe, NIDA_FONT_VALUE);
    }
  if (!nida_labels_spread (centres, heights, n, (NidaSpan) { top, foot }))
    return FALSE;
  for (guint i = 0; i < n; i++)
    labels[i].centre = centres[i];
  return TRUE;
}

static void
emit_label (NidaTimeFrame      *frame,
            const NidaEndLabel *label,
            double              tip,
            double              room,
            NidaAnchor          side,
            const char         *group)
{
  NidaRecipe *recipe = frame->recipe;
  double leader = nida_recipe_px (recipe, LEADER), air = nida_recipe_px (recipe, AIR), sign = side == NIDA_ANCHOR_START ? 1 : -1;
  double height = nida_recipe_line (recipe, NIDA_FONT_VALUE), width;
  g_autofree char *key = g_strconcat (group, "/", label->id, NULL), *leader_key = g_strconcat (key, "/leader", NULL);
  g_autofree char *text = nida_end_label_text (label);
  NidaBox box;

  room = MAX (room - leader, 1);
  if (width_of (recipe, label, text) > room)
    {
      g_free (text);
      text = nida_describe_fit (recipe, label->name, font_of (label), room);
    }
  width = MIN (width_of (recipe, label, text), room);
  box = (NidaBox) { side == NIDA_ANCHOR_START ? tip + leader : tip - leader - width, label->centre - height / 2, width, height };
  nida_time_frame_line (frame, leader_key, (NidaPoint) { tip + sign * air, label->y },
                        (NidaPoint) { tip + sign * (leader - air), label->centre }, label->color, recipe->scale);
  nida_time_frame_text (frame, key, box, font_of (label), NIDA_COLOR_TEXT, side, text);
}

void
nida_end_labels_emit (NidaTimeFrame      *frame,
                      const NidaEndLabel *labels,
                      guint               n,
                      double              tip,
                      double              width,
                      NidaAnchor          side,
                      const char         *group)
{
  for (guint i = 0; i < n; i++)
    emit_label (frame, &labels[i], tip, width, side, group);
}
