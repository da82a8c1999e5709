/* The most that fits a tile. Of countries: the whole name in at most two lines with its figure, the name, the two letters of its code;
 * on small tiles all are codes, since one short name among them would seem to say something. Regions have no codes that anybody
 * knows: all are written in the same way, the largest that fits each of them. */
#include "config.h"

#include "tile-names.h"

#include "regions.h"
#include "tiles.h"
#include "words.h"

#include <string.h>

#define PADDING       3.0      /* at scale 1 */
#define LEAST_PADDING 1.0
#define LEADING       2.0      /* of lines, which may reach into the gaps above and below: no letter does */
#define CODE_WIDTH    1.15     /* of a tile, at most: two wide letters may reach into the gaps */
#define NAMED_TILE    3        /* lines of text: narrower tiles bear codes alone */
#define MOST_LINES    3        /* of the name of a region */

/* --- regions --- */

/* The best first. */
static const struct { NidaFont font; gboolean brief, valued; double padding; } ways[] = {
  { NIDA_FONT_LABEL, FALSE, TRUE, PADDING },
  { NIDA_FONT_SOURCE, FALSE, TRUE, PADDING },
  { NIDA_FONT_SOURCE, FALSE, FALSE, PADDING },
  { NIDA_FONT_SOURCE, TRUE, TRUE, PADDING },
  { NIDA_FONT_SOURCE, TRUE, FALSE, PADDING },
  { NIDA_FONT_SOURCE, TRUE, FALSE, LEAST_PADDING },
};

static double
inner_width (const NidaTileNames *self,
             double               width)
{
  return width - 2 * nida_recipe_px (self->map->recipe, self->padding);
}

static char *
dup_name (const NidaTileNames *self,
          guint                region)
{
  NidaLanguage *language = self->map->recipe->context->language;

  if (self->brief)
    return g_strdup (nida_region_get_brief (region, nida_language_is_arabic (language)));
  return nida_words_plain_name (language, NIDA_FIELD_REGION, nida_region_get_name (region), NULL);
}

static char *
dup_value (const NidaTileNames *self,
           const NidaTilePlace *place)
{
  return place != NULL && self->valued ? nida_recipe_value (self->map->recipe, self->map->measure, place->value) : NULL;
}

static gboolean
fits (const NidaTileNames *self,
      guint                region,
      double               width,
      double               height)
{
  NidaRecipe *recipe = self->map->recipe;
  g_autofree char *name = dup_name (self, region);
  g_autofree char *value = dup_value (self, nida_tile_map_find (self->map, nida_region_get_code (region)));
  guint lines = nida_tile_lines (recipe, name, self->font, inner_width (self, width));

  return lines > 0 && lines <= MOST_LINES && (lines + self->valued) * nida_recipe_line (recipe, self->font) <= height + nida_recipe_px (recipe, LEADING)
         && (value == NULL || nida_recipe_text_width (recipe, value, self->font) <= inner_width (self, width));
}

static gboolean
fit_all (const NidaTileNames *self,
         double               width,
         double               height)
{
  for (guint region = 1; region <= NIDA_N_REGIONS; region++)
    if (!fits (self, region, width, height))
      return FALSE;
  return TRUE;
}

gboolean
nida_tile_names_choose (NidaTileNames     *self,
                        const NidaTileMap *map,
                        double             width,
                        double             height)
{
  *self = (NidaTileNames) { .map = map, .font = NIDA_FONT_SOURCE, .valued = TRUE, .padding = PADDING };
  if (!map->regions)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      self->font = ways[i].font;
      self->brief = ways[i].brief;
      self->valued = ways[i].valued;
      self->padding = ways[i].padding;
      if (inner_width (self, width) > 0 && fit_all (self, width, height))
        return TRUE;
    }
  return FALSE;
}

/* --- words --- */

/* @lines of a name, as wide as @width, and the figure below, together in the middle of the tile. */
static void
emit_lines (const NidaTileNames *self,
            const char          *code,
            const char          *words,
            guint                lines,
            double               width,
            const char          *value,
            NidaBox              box,
            NidaColor            ink,
            gboolean             halo)
{
  NidaRecipe *recipe = self->map->recipe;
  double line = nida_recipe_line (recipe, self->font), padding = nida_recipe_px (recipe, self->padding);
  double y = box.y + (box.height - (lines + (value != NULL)) * line) / 2;
  g_autofree char *name_key = g_strconcat ("label/", code, NULL), *value_key = g_strconcat ("value/", code, NULL);

  nida_scene_builder_paragraph (recipe->scene, name_key, (NidaBox) { box.x + (box.width - width) / 2, y, width, lines * line }, self->font,
                                ink, NIDA_ANCHOR_MIDDLE, lines, words)->halo = halo;
  if (value != NULL)
    nida_recipe_text (recipe, value_key, box.x + padding, y + lines * line, box.width - 2 * padding, self->font, ink, NIDA_ANCHOR_MIDDLE, value)->halo = halo;
}

static void
emit_region (const NidaTileNames *self,
             const NidaTilePlace *place,
             const char          *code,
             NidaBox              box,
             NidaColor            ink,
             gboolean             halo)
{
  double width = inner_width (self, box.width);
  g_autofree char *name = dup_name (self, nida_region_from_name (code)), *value = dup_value (self, place);

  emit_lines (self, code, name, nida_tile_lines (self->map->recipe, name, self->font, width), width, value, box, ink, halo);
}

static void
emit_country (const NidaTileNames *self,
              const NidaTilePlace *place,
              const char          *code,
              NidaBox              box,
              NidaColor            ink,
              gboolean             halo)
{
  NidaRecipe *recipe = self->map->recipe;
  double line = nida_recipe_line (recipe, self->font), width = inner_width (self, box.width);
  g_autofree char *value = dup_value (self, place);
  const char *words = place != NULL ? place->label : code;
  gboolean valued = value != NULL && nida_recipe_text_width (recipe, value, self->font) <= width && 2 * line <= box.height;
  guint most = MAX ((guint) (box.height / line), 1) - (valued ? 1 : 0), lines;

  if (line > box.height + nida_recipe_px (recipe, 2))
    return;
  lines = width > 0 ? nida_tile_lines (recipe, words, self->font, width) : 0;
  if (lines == 0 || lines > MIN (most, 2) || box.width < NAMED_TILE * line)
    {
      words = code;
      lines = 1;
      width = nida_recipe_text_width (recipe, words, self->font);
      if (width > box.width * CODE_WIDTH)
        return;
    }
  emit_lines (self, code, words, lines, width, valued ? value : NULL, box, ink, halo);
}

void
nida_tile_names_emit (const NidaTileNames *self,
                      const NidaTilePlace *place,
                      const char          *code,
                      NidaBox              box,
                      NidaColor            ink,
                      gboolean             halo)
{
  if (self->map->regions)
    emit_region (self, place, code, box, ink, halo);
  else
    emit_country (self, place, code, box, ink, halo);
}
