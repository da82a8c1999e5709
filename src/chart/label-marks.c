/* Placed labels as nodes: words with a halo, leaders, numbered dots and their key. */
#include "config.h"

#include "labels.h"

#include <math.h>

#define DOT_RADIUS 8.0      /* of a number, at scale 1 */
#define KEY_GAP   18.0

static NidaFont
bold_of (NidaFont font)
{
  switch (font)
    {
    case NIDA_FONT_LABEL: return NIDA_FONT_LABEL_BOLD;
    case NIDA_FONT_VALUE: return NIDA_FONT_VALUE_BOLD;
    default: return font;
    }
}

static NidaFont
line_font (const NidaLabel *label,
           guint            line)
{
  return label->bold_first && line == 0 ? bold_of (label->font) : label->font;
}

/**
 * nida_label_measure:
 * @recipe: a recipe
 * @label: a label with its text
 * @width: (out): in points
 * @height: (out): in points
 */
void
nida_label_measure (NidaRecipe *recipe,
                    NidaLabel  *label,
                    double     *width,
                    double     *height)
{
  g_auto (GStrv) lines = g_strsplit (label->text, "\n", -1);

  *width = 0.0;
  for (guint i = 0; lines[i] != NULL; i++)
    *width = MAX (*width, nida_recipe_text_width (recipe, lines[i], line_font (label, i)));
  *height = g_strv_length (lines) * nida_recipe_line (recipe, label->font);
}

static void
emit_leader (NidaRecipe      *recipe,
             const NidaLabel *label)
{
  NidaBox box = label->box;
  double gap = nida_recipe_px (recipe, 3.0);
  NidaPoint near = { CLAMP (label->target.x, box.x - gap, box.x + box.width + gap),
                     CLAMP (label->target.y, box.y, box.y + box.height) };
  g_autofree char *key = g_strdup_printf ("label/%s/leader", label->id);

  if (hypot (near.x - label->target.x, near.y - label->target.y) < 2.0 * gap)
    return;

  nida_scene_builder_line (recipe->scene, key, near, label->target, NIDA_COLOR_AXIS, nida_recipe_px (recipe, 1.0));
}

static void
emit_text (NidaRecipe      *recipe,
           const NidaLabel *label)
{
  g_auto (GStrv) lines = g_strsplit (label->text, "\n", -1);
  double line = nida_recipe_line (recipe, label->font);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *key = i == 0 ? g_strdup_printf ("label/%s", label->id)
                                    : g_strdup_printf ("label/%s/%u", label->id, i + 1);

      nida_recipe_text (recipe, key, label->box.x, label->box.y + i * line, label->box.width, line_font (label, i),
                        label->color, label->anchor, lines[i])->halo = TRUE;
    }
}

static void
emit_number (NidaRecipe *recipe,
             const char *id,
             guint       number,
             NidaPoint   centre)
{
  double radius = nida_recipe_px (recipe, DOT_RADIUS);
  double line = nida_recipe_line (recipe, NIDA_FONT_VALUE_BOLD);
  g_autofree char *dot_key = g_strdup_printf ("note/%s/dot", id);
  g_autofree char *key = g_strdup_printf ("note/%s/number", id);
  g_autofree char *digits = nida_language_integer (recipe->context->language, number);

  nida_scene_builder_circle (recipe->scene, dot_key, centre, radius, NIDA_COLOR_TEXT);
  nida_recipe_text (recipe, key, centre.x - radius, centre.y - line / 2.0, 2.0 * radius, NIDA_FONT_VALUE_BOLD,
                    NIDA_COLOR_CARD, NIDA_ANCHOR_MIDDLE, digits);
}

/**
 * nida_labels_emit:
 * @recipe: a recipe
 * @labels: (array length=n): placed
 * @n: how many
 */
void
nida_labels_emit (NidaRecipe      *recipe,
                  const NidaLabel *labels,
                  guint            n)
{
  for (guint i = 0; i < n; i++)
    {
      if (labels[i].placed && labels[i].leader)
        emit_leader (recipe, &labels[i]);
      if (labels[i].placed)
        emit_text (recipe, &labels[i]);
      else if (labels[i].number > 0)
        emit_number (recipe, labels[i].id, labels[i].number, labels[i].target);
    }
}

/* The text of a label on one line. */
static char *
key_text (const NidaLabel *label)
{
  return g_strdelimit (g_strdup (label->text), "\n", ' ');
}

/* Walks the rows of the key; draws when @draw. Returns the height. */
static double
lay_key (NidaRecipe      *recipe,
         const NidaLabel *labels,
         guint            n,
         NidaPoint        origin,
         double           width,
         gboolean         draw)
{
  double line = nida_recipe_line (recipe, NIDA_FONT_LABEL);
  double dot = nida_recipe_px (recipe, 2.0 * DOT_RADIUS + 4.0);
  double x = 0.0, y = 0.0;
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = key_text (&labels[i]);
      double wanted = MIN (dot + nida_recipe_text_width (recipe, text, NIDA_FONT_SOURCE), width);

      if (labels[i].number == 0)
        continue;

      if (x > 0.0 && x + wanted > width)
        {
          x = 0.0;
          y += line;
        }
      if (draw)
        {
          g_autofree char *id = g_strdup_printf ("%s/key", labels[i].id);
          g_autofree char *key = g_strdup_printf ("note/%s/text", id);
          NidaPoint centre = { origin.x + x + nida_recipe_px (recipe, DOT_RADIUS), origin.y + y + line / 2.0 };

          emit_number (recipe, id, labels[i].number, centre);
          nida_recipe_text (recipe, key, origin.x + x + dot, centre.y - nida_recipe_line (recipe, NIDA_FONT_SOURCE) / 2.0,
                            wanted - dot, NIDA_FONT_SOURCE, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_START, text);
        }
      x += wanted + nida_recipe_px (recipe, KEY_GAP);
      any = TRUE;
    }

  return any ? y + line : 0.0;
}

/**
 * nida_labels_key_height:
 * @recipe: a recipe
 * @labels: (array length=n): placed
 * @n: how many
 * @width: room in points
 *
 * Returns: points that the key of the numbered labels takes, 0 when there are none
 */
double
nida_labels_key_height (NidaRecipe      *recipe,
                        const NidaLabel *labels,
                        guint            n,
                        double           width)
{
  return lay_key (recipe, labels, n, (NidaPoint) { 0 }, width, FALSE);
}

/**
 * nida_labels_key_emit:
 * @recipe: a recipe
 * @labels: (array length=n): placed
 * @n: how many
 * @x: start edge
 * @y: top
 * @width: room in points
 *
 * Returns: its height in points
 */
double
nida_labels_key_emit (NidaRecipe      *recipe,
                      const NidaLabel *labels,
                      guint            n,
                      double           x,
                      double           y,
                      double           width)
{
  return lay_key (recipe, labels, n, (NidaPoint) { x, y }, width, TRUE);
}
