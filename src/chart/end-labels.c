/* Labels at the ends of lines. The values give way before the names do; a name that is still too long is cut, and stands
 * whole in the tooltip and the table. */
#include "config.h"

#include "end-labels.h"

#include "cut-names.h"
#include "labels.h"
#include "translate.h"

#include <math.h>
#include <string.h>

#define LEADER     12.0      /* between the end of a line and its label, at scale 1 */
#define AIR         3.0
#define ROUNDING    0.01     /* of a width that was asked for and is given */
#define NAME_LEAST 96.0      /* a name that is cut to less at both ends stands at one of them */

void
nida_end_labels_clear (NidaEndLabel *labels,
                       guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      g_clear_pointer (&labels[i].value, g_free);
      g_clear_pointer (&labels[i].rank, g_free);
    }
}

static NidaFont
font_of (const NidaEndLabel *label)
{
  return label->bold ? NIDA_FONT_VALUE_BOLD : NIDA_FONT_VALUE;
}

static char *
text_of_name (const NidaEndLabel *label)
{
  /* Translators: a rank and a name: "3 Japan" */
  return label->rank != NULL ? g_strdup_printf (C_("rank", "%1$s %2$s"), label->rank, label->name) : g_strdup (label->name);
}

/* Whatever isolates it. */
static gboolean
ends_in_digit (const char *name)
{
  for (const char *end = name + strlen (name); end > name;)
    {
      gunichar letter = g_utf8_get_char (end = g_utf8_prev_char (end));

      if (g_unichar_type (letter) != G_UNICODE_FORMAT)
        return g_unichar_isdigit (letter);
    }
  return FALSE;
}

/* One text, so that each language puts name and value in its own order. A year and a figure need more than a space
 * between them. */
char *
nida_end_label_text (const NidaEndLabel *label)
{
  g_autofree char *name = text_of_name (label);
  gboolean digit = ends_in_digit (label->name);

  if (label->brief)
    return g_strdup (label->rank != NULL ? label->rank : label->value);
  if (label->value == NULL)
    return g_steal_pointer (&name);
  /* Translators: a name and its figure at the end of a line: "Japan $593M" */
  return g_strdup_printf (digit ? _("%1$s: %2$s") : _("%1$s %2$s"), name, label->value);
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

      double wanted = width_of (recipe, &labels[i], text);

      if (!labels[i].brief || wanted <= most - nida_recipe_px (recipe, LEADER))
        width = MAX (width, wanted);
    }
  return width > 0 ? MIN (width + nida_recipe_px (recipe, LEADER), most) : 0;
}

/* Is a name cut, where each has @most and no figure? */
static gboolean
are_cut (NidaRecipe         *recipe,
         const NidaEndLabel *labels,
         guint               n,
         double              most)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = text_of_name (&labels[i]);

      if (!labels[i].brief && width_of (recipe, &labels[i], text) > most - nida_recipe_px (recipe, LEADER) + ROUNDING)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_label (const NidaEndLabel *labels,
           guint               n,
           const char         *id)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (labels[i].id, id) == 0)
      return TRUE;
  return FALSE;
}

void
nida_end_labels_share (NidaRecipe   *recipe,
                       NidaEndLabel *labels[2],
                       const guint   n[2],
                       double        most,
                       double        widths[2])
{
  gboolean brief = most - nida_recipe_px (recipe, LEADER) < nida_recipe_px (recipe, NAME_LEAST)
                   && (are_cut (recipe, labels[0], n[0], most) || are_cut (recipe, labels[1], n[1], most));

  for (guint i = 0; i < n[0] && brief; i++)
    labels[0][i].brief = has_label (labels[1], n[1], labels[0][i].id);
  widths[0] = nida_end_labels_width (recipe, labels[0], n[0], most);
  widths[1] = nida_end_labels_width (recipe, labels[1], n[1], brief ? 2 * most - widths[0] : most);
  for (guint side = 0; side < 2; side++)
    if (widths[side] - nida_recipe_px (recipe, LEADER) < nida_recipe_px (recipe, NAME_LEAST)
        && are_cut (recipe, labels[side], n[side], widths[side]))
      nida_recipe_bare (recipe);
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
  if (label->brief && width_of (recipe, label, text) > room + ROUNDING)
    return;                                    /* part of a figure is none */
  if (width_of (recipe, label, text) > room + ROUNDING)
    {
      g_free (text);
      text = text_of_name (label);
    }
  width = MIN (width_of (recipe, label, text), room);
  box = (NidaBox) { side == NIDA_ANCHOR_START ? tip + leader : tip - leader - width, label->centre - height / 2, width, height };
  nida_time_frame_line (frame, leader_key, (NidaPoint) { tip + sign * air, label->y },
                        (NidaPoint) { tip + sign * (leader - air), label->centre }, label->color, recipe->scale);
  nida_node_name (nida_time_frame_text (frame, key, box, font_of (label), NIDA_COLOR_TEXT, side, text), label->name);
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
