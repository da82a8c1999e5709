/* The most that fits a tile. Of countries: the whole name in at most three lines, with its figure below where there is room, written
 * smaller where that lets most of them be named; else the two letters of their codes. On small tiles all are codes, since one short
 * name among them would seem to say something. Regions have no codes that anybody knows: all are written in the same way, the
 * largest that fits each of them. */
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
#define NAMED_TILE    3        /* lines of text: narrower tiles bear names only where most fit */
#define MOST_LINES    3        /* of a name */
#define NAMED_SHARE   0.8      /* of the countries with a figure, at least, for names on small tiles */

/* --- regions --- */

/* The best first. */
static const struct { NidaFont font; gboolean brief, valued; double padding; } ways[] = {
  { NIDA_FONT_LABEL, FALSE, TRUE, PADDING },
  { NIDA_FONT_SOURCE, FALSE, TRUE, PADDING },
  { NIDA_FONT_SOURCE, FALSE, FALSE, PADDING },
  { NIDA_FONT_SOURCE, TRUE, TRUE, PADDING },
  { NIDA_FONT_SOURCE, TRUE, FALSE, PADDING },
  { NIDA_FONT_SOURCE, TRUE, FALSE, LEAST_PADDING },
  { NIDA_FONT_TILE, TRUE, FALSE, LEAST_PADDING },
};

/* Of countries: the one that names most of them. */
static const struct { NidaFont font; double padding; } country_ways[] = {
  { NIDA_FONT_SOURCE, PADDING },
  { NIDA_FONT_SOURCE, LEAST_PADDING },
  { NIDA_FONT_TILE, LEAST_PADDING },
};

static gboolean
may_use (const NidaTileMap *map,
         NidaFont           font)
{
  return font != NIDA_FONT_TILE || nida_recipe_may_be_small (map->recipe);
}

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
has_height (const NidaTileNames *self,
            guint                lines,
            double               height)
{
  NidaRecipe *recipe = self->map->recipe;

  return lines <= MOST_LINES && lines * nida_recipe_line (recipe, self->font) <= height + nida_recipe_px (recipe, LEADING);
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

/* Of the countries with a figure, how many have room for their names? */
static double
share_named (const NidaTileNames *self,
             double               width,
             double               height)
{
  const GPtrArray *countries = self->map->countries;
  guint n = 0;

  for (guint i = 0; i < countries->len; i++)
    {
      const NidaTilePlace *place = g_ptr_array_index (countries, i);
      guint lines = nida_tile_lines (self->map->recipe, place->label, self->font, inner_width (self, width));

      n += lines > 0 && has_height (self, lines, height);
    }
  return countries->len > 0 ? (double) n / countries->len : 0;
}

static void
choose_for_countries (NidaTileNames *self,
                      double         width,
                      double         height)
{
  gboolean large = width >= NAMED_TILE * nida_recipe_line (self->map->recipe, NIDA_FONT_SOURCE);
  double most = large ? 0 : NAMED_SHARE;
  NidaTileNames best = *self;

  best.coded = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (country_ways); i++)
    {
      double share;

      self->font = country_ways[i].font;
      self->padding = country_ways[i].padding;
      share = inner_width (self, width) > 0 && may_use (self->map, self->font) ? share_named (self, width, height) : 0;
      if (share > most || (best.coded && share >= most))
        {
          best = *self;
          most = share;
        }
    }
  *self = best;
}

gboolean
nida_tile_names_choose (NidaTileNames     *self,
                        const NidaTileMap *map,
                        double             width,
                        double             height)
{
  *self = (NidaTileNames) { .map = map, .font = NIDA_FONT_SOURCE, .valued = TRUE, .padding = PADDING };
  if (!map->regions)
    {
      choose_for_countries (self, width, height);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      self->font = ways[i].font;
      self->brief = ways[i].brief;
      self->valued = ways[i].valued;
      self->padding = ways[i].padding;
      if (inner_width (self, width) > 0 && may_use (map, self->font) && fit_all (self, width, height))
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

/* The figure of @place where it fits below @lines; those of regions were measured for all of them. */
static char *
dup_fitting_value (const NidaTileNames *self,
                   const NidaTilePlace *place,
                   guint                lines,
                   NidaBox              box)
{
  NidaRecipe *recipe = self->map->recipe;
  char *value = dup_value (self, place);

  if (value != NULL && !self->map->regions
      && (nida_recipe_text_width (recipe, value, self->font) > inner_width (self, box.width)
          || (lines + 1) * nida_recipe_line (recipe, self->font) > box.height))
    g_clear_pointer (&value, g_free);
  return value;
}

void
nida_tile_names_emit (const NidaTileNames *self,
                      const NidaTilePlace *place,
                      const char          *label,
                      const char          *code,
                      NidaBox              box,
                      NidaColor            ink,
                      gboolean             halo)
{
  NidaRecipe *recipe = self->map->recipe;
  double width = inner_width (self, box.width);
  g_autofree char *name = self->map->regions ? dup_name (self, nida_region_from_name (code)) : g_strdup (label), *value = NULL;
  guint lines = width > 0 && !self->coded ? nida_tile_lines (recipe, name, self->font, width) : 0;

  if (!self->map->regions && (lines == 0 || !has_height (self, lines, box.height)))
    {
      lines = 1;
      width = nida_recipe_text_width (recipe, code, self->font);
      if (width > box.width * CODE_WIDTH || nida_recipe_line (recipe, self->font) > box.height + nida_recipe_px (recipe, LEADING))
        return;
      g_free (name);
      name = g_strdup (code);
    }
  value = dup_fitting_value (self, place, lines, box);
  emit_lines (self, code, name, lines, width, value, box, ink, halo);
}
