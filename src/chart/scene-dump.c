/* A scene as text, a line a node, for golden tests: geometry to a tenth of a point, colours by role. */
#include "config.h"

#include "scene.h"

#include <math.h>

static const char * const shape_names[] = { "rect", "line", "polygon", "circle", "sector", "text", "picture" };
static const char * const font_names[NIDA_N_FONTS] = {
  "title", "subtitle", "label", "label-bold", "value", "value-bold", "source", "number", "unit", "heading", "headline",
  "slide-title", "slide-number", "slide-figure", "slide-text", "tile",
};
static const char * const anchor_names[] = { "start", "middle", "end" };
static const char * const dashes[] = { "", " dashed", " dotted", " dash-dot" };

/* The same in every locale, and never "-0.0". */
static void
append_number (GString *out,
               double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = round (number * 10.0) / 10.0;

  g_ascii_formatd (buffer, sizeof buffer, "%.1f", rounded == 0.0 ? 0.0 : rounded);
  g_string_append (out, buffer);
}

static void
append_numbers (GString      *out,
                const char   *name,
                const double *numbers,
                guint         n)
{
  g_string_append_printf (out, " %s", name);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (out, i == 0 ? '=' : ',');
      append_number (out, numbers[i]);
    }
}

static void
append_style (GString        *out,
              const NidaNode *node)
{
  if (node->fill != NIDA_COLOR_NONE)
    g_string_append_printf (out, " fill=%s", nida_color_get_name (node->fill));
  if (node->pattern == NIDA_PATTERN_HATCH)
    g_string_append (out, " hatch");
  else if (node->pattern == NIDA_PATTERN_CROSS)
    g_string_append (out, " cross");
  if (node->stroke != NIDA_COLOR_NONE)
    g_string_append_printf (out, " stroke=%s", nida_color_get_name (node->stroke));
  if (node->line_width > 0.0)
    append_numbers (out, "width", &node->line_width, 1);
  g_string_append (out, dashes[node->dash]);
  if (node->halo && node->shape != NIDA_SHAPE_TEXT)
    g_string_append (out, " halo");
  if (node->radius > 0.0)
    append_numbers (out, "radius", &node->radius, 1);
  if (node->opacity < 1.0)
    append_numbers (out, "opacity", &node->opacity, 1);
}

static void
append_shape (GString        *out,
              const NidaNode *node)
{
  if (node->shape == NIDA_SHAPE_TEXT)
    {
      g_autofree char *text = g_strdelimit (g_strdup (node->text), "\n", '|');

      g_string_append_printf (out, " %s %s", font_names[node->font], anchor_names[node->anchor]);
      if (node->max_lines > 1)
        g_string_append_printf (out, " lines=%u", node->max_lines);
      if (node->halo)
        g_string_append (out, " halo");
      if (node->zoom != 1.0)
        append_numbers (out, "zoom", &node->zoom, 1);
      if (node->turned)
        g_string_append (out, " turned");
      g_string_append_printf (out, " \"%s\"", text);
    }
  else if (node->shape == NIDA_SHAPE_SECTOR)
    {
      append_numbers (out, "radii", (double[]) { node->inner, node->outer }, 2);
      append_numbers (out, "degrees", (double[]) { node->from * 180.0 / G_PI, node->to * 180.0 / G_PI }, 2);
    }
  else if (node->n_points > 0)
    {
      for (guint i = 0; i < node->n_points; i++)
        append_numbers (out, "at", (double[]) { node->points[i].x, node->points[i].y }, 2);
    }
}

static void
append_mark (GString        *out,
             const NidaMark *mark)
{
  g_string_append_printf (out, " mark=\"%s\" value=\"%s\"", nida_mark_get_label (mark), nida_mark_get_value (mark));
  for (guint i = 0; i < mark->n_fields; i++)
    g_string_append_printf (out, " %s=\"%s\"", nida_field_get_name (mark->fields[i]), mark->values[i]);
}

/**
 * nida_scene_dump:
 * @self: a scene
 *
 * Returns: (transfer full): every node on a line, after a line for the scene
 */
char *
nida_scene_dump (NidaScene *self)
{
  GString *out = g_string_new ("scene");

  append_numbers (out, "size", (double[]) { nida_scene_get_width (self), nida_scene_get_height (self) }, 2);
  append_numbers (out, "scale", (double[]) { nida_scene_get_scale (self) }, 1);
  g_string_append_printf (out, " %s\n", nida_scene_is_rtl (self) ? "rtl" : "ltr");
  for (guint i = 0; i < nida_scene_get_n_nodes (self); i++)
    {
      const NidaNode *node = nida_scene_get_node (self, i);

      g_string_append_printf (out, "%s %s", node->key, shape_names[node->shape]);
      append_numbers (out, "box", (double[]) { node->box.x, node->box.y, node->box.width, node->box.height }, 4);
      append_style (out, node);
      append_shape (out, node);
      if (node->mark != NULL)
        append_mark (out, node->mark);
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}
