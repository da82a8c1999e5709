/* The most that fits a tile. Of countries: the whole name in at most three lines or, where it has no room, in fewer letters, with the
 * figure below where there is room, written smaller where that lets more of them be named; else the two letters of their codes. On
 * small tiles all are codes where most would be, since one short name among them would seem to say something. Regions have no codes
 * that anybody knows: all are written in the same way, the largest that fits each of them. */
#include "config.h"

#include "tile-names.h"

#include "regions.h"
#include "tiles.h"
#include "words.h"

#include <string.h>

#define PADDING       3.0      /* at scale 1 */
#define LEAST_PADDING 1.0
#define LEADING       2.0      /* of lines, which may reach into the gaps above and below: no letter does */
#define CODE_MORE     1.0      /* than the width of a tile, at most: two wide letters may reach into the gaps */
#define CODE_WORTH    0.01     /* of a name */
#define NAMED_TILE    3        /* lines of text: narrower tiles bear names only where most fit */
#define MOST_LINES    3        /* of a name */
#define NAMED_SHARE   0.5      /* of the countries with a figure, at least, for names on small tiles */

/* @least: as small as letters may be, where the picture has made them grow (see nida_recipe_least_zoom()). The best first. */
typedef struct {
  NidaFont font;
  double   padding;
  gboolean brief, valued, least;
} Way;

static const Way region_ways[] = {
  { NIDA_FONT_LABEL, PADDING, FALSE, TRUE, FALSE },
  { NIDA_FONT_SOURCE, PADDING, FALSE, TRUE, FALSE },
  { NIDA_FONT_SOURCE, PADDING, FALSE, FALSE, FALSE },
  { NIDA_FONT_SOURCE, PADDING, TRUE, TRUE, FALSE },
  { NIDA_FONT_SOURCE, PADDING, TRUE, FALSE, FALSE },
  { NIDA_FONT_SOURCE, LEAST_PADDING, TRUE, FALSE, FALSE },
  { NIDA_FONT_TILE, LEAST_PADDING, TRUE, FALSE, FALSE },
  { NIDA_FONT_TILE, LEAST_PADDING, TRUE, FALSE, TRUE },
};

/* The first is only for tiles on which all of them have room, with their figures; of the others the one that names most. */
static const Way country_ways[] = {
  { NIDA_FONT_LABEL, PADDING, FALSE, TRUE, FALSE },
  { NIDA_FONT_SOURCE, PADDING, TRUE, TRUE, FALSE },
  { NIDA_FONT_SOURCE, LEAST_PADDING, TRUE, TRUE, FALSE },
  { NIDA_FONT_TILE, LEAST_PADDING, TRUE, TRUE, FALSE },
  { NIDA_FONT_TILE, LEAST_PADDING, TRUE, TRUE, TRUE },
};

/* FALSE for letters that are too small here. */
static gboolean
use (NidaTileNames *self,
     const Way     *way)
{
  NidaRecipe *recipe = self->map->recipe;

  self->font = way->font;
  self->padding = way->padding;
  self->brief = way->brief;
  self->valued = way->valued;
  self->zoom = way->least ? nida_recipe_least_zoom (recipe) : 1;
  return way->font != NIDA_FONT_TILE || nida_recipe_may_be_small (recipe);
}

static double
inner_width (const NidaTileNames *self,
             double               width)
{
  return width - 2 * nida_recipe_px (self->map->recipe, self->padding) * self->zoom;
}

static double
text_width (const NidaTileNames *self,
            const char          *text)
{
  return nida_recipe_text_width (self->map->recipe, text, self->font) * self->zoom;
}

static double
line_height (const NidaTileNames *self)
{
  return nida_recipe_line (self->map->recipe, self->font) * self->zoom;
}

/* Are @lines no higher than a tile of @height, and the gaps that they may reach into? */
static gboolean
has_height (const NidaTileNames *self,
            guint                lines,
            double               height)
{
  double more = MIN (nida_recipe_px (self->map->recipe, LEADING) * self->zoom, nida_tile_gap (self->map, height));

  return lines * line_height (self) <= height + more;
}

/* How many lines @name takes; 0 where they have no room. @more: lines below it. */
static guint
count_lines (const NidaTileNames *self,
             const char          *name,
             guint                more,
             double               width,
             double               height)
{
  double room = inner_width (self, width);
  guint lines = room > 0 ? nida_tile_lines (self->map->recipe, name, self->font, room / self->zoom) : 0;

  return lines <= MOST_LINES && has_height (self, lines + more, height) ? lines : 0;
}

static char *
dup_value (const NidaTileNames *self,
           const NidaTilePlace *place)
{
  return place != NULL && self->valued ? nida_recipe_value (self->map->recipe, self->map->measure, place->value) : NULL;
}

/* --- regions --- */

static char *
dup_region (const NidaTileNames *self,
            guint                region)
{
  NidaLanguage *language = self->map->recipe->context->language;

  if (self->brief)
    return g_strdup (nida_region_get_brief (region, nida_language_is_arabic (language)));
  return nida_words_plain_name (language, NIDA_FIELD_REGION, nida_region_get_name (region), NULL);
}

static gboolean
fits (const NidaTileNames *self,
      guint                region,
      double               width,
      double               height)
{
  g_autofree char *name = dup_region (self, region);
  g_autofree char *value = dup_value (self, nida_tile_map_find (self->map, nida_region_get_code (region)));

  return count_lines (self, name, self->valued, width, height) > 0 && (value == NULL || text_width (self, value) <= inner_width (self, width));
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

/* --- countries --- */

/* What a tile says of a country whose name is @label: that, or fewer letters; NULL where neither has room. */
static const char *
find_words (const NidaTileNames *self,
            const char          *label,
            const char          *code,
            double               width,
            double               height,
            guint               *lines)
{
  const char *brief = self->brief ? nida_words_country_brief (self->map->recipe->context->language, code) : NULL;

  *lines = count_lines (self, label, 0, width, height);
  if (*lines > 0 || brief == NULL)
    return *lines > 0 ? label : NULL;
  *lines = count_lines (self, brief, 0, width, height);
  return *lines > 0 ? brief : NULL;
}

/* The names of all countries of @grid that have a figure, each after its code. */
static GPtrArray *
names_seen (const NidaTileMap  *map,
            const NidaTileGrid *grid)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  char code[4];

  for (guint row = 0; row < nida_tile_grid_get_rows (grid); row++)
    for (guint column = 0; column < nida_tile_grid_get_columns (grid); column++)
      if (nida_tile_grid_get_code (grid, row, column, code) && g_hash_table_contains (map->seen, nida_tile_map_code (map, code)))
        {
          g_ptr_array_add (names, g_strdup (nida_tile_map_code (map, code)));
          g_ptr_array_add (names, nida_tile_map_label (map, code));
        }
  return names;
}

/* Of the countries with a figure, how many have room for their names? */
static double
share_named (const NidaTileNames *self,
             GPtrArray           *names,
             double               width,
             double               height)
{
  guint n = 0;

  for (guint i = 0; i < names->len; i += 2)
    {
      guint lines;

      n += find_words (self, g_ptr_array_index (names, i + 1), g_ptr_array_index (names, i), width, height, &lines) != NULL;
    }
  return names->len > 0 ? 2.0 * n / names->len : 0;
}

/* Has each of them room for its whole name and its figure? */
static gboolean
all_valued (const NidaTileNames *self,
            GPtrArray           *names,
            double               width,
            double               height)
{
  for (guint i = 0; i < names->len; i += 2)
    {
      g_autofree char *value = dup_value (self, nida_tile_map_find (self->map, g_ptr_array_index (names, i)));

      if (count_lines (self, g_ptr_array_index (names, i + 1), 1, width, height) == 0
          || (value != NULL && text_width (self, value) > inner_width (self, width)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_room_for_code (const NidaTileNames *self,
                   const char          *code,
                   double               width,
                   double               height)
{
  return text_width (self, code) <= width + nida_recipe_px (self->map->recipe, CODE_MORE) && has_height (self, 1, height);
}

/* The largest letters that have room; those of the last way where none have, and tiles are bare. */
static double
choose_for_codes (NidaTileNames *self,
                  GPtrArray     *names,
                  double         width,
                  double         height)
{
  double share = 0;

  for (guint i = 1; share < 1 && i < G_N_ELEMENTS (country_ways); i++)
    {
      guint n = 0;

      if (!use (self, &country_ways[i]))
        continue;
      for (guint k = 0; k < names->len; k += 2)
        n += has_room_for_code (self, g_ptr_array_index (names, k), width, height);
      share = names->len > 0 ? 2.0 * n / names->len : 0;
    }
  self->coded = TRUE;
  return share;
}

/* Returns how many of @grid are named then; of codes hardly more than none. */
static double
choose_for_countries (NidaTileNames      *self,
                      const NidaTileGrid *grid,
                      double              width,
                      double              height)
{
  g_autoptr (GPtrArray) names = names_seen (self->map, grid);
  gboolean large = width >= NAMED_TILE * nida_recipe_line (self->map->recipe, NIDA_FONT_SOURCE);
  double least = large ? 0 : NAMED_SHARE, most = 0;
  NidaTileNames best;

  use (self, &country_ways[0]);
  if (all_valued (self, names, width, height))
    return 1;
  best = *self;
  for (guint i = 1; i < G_N_ELEMENTS (country_ways); i++)
    {
      double share = use (self, &country_ways[i]) ? share_named (self, names, width, height) : 0;

      if (share >= least && share > most)
        {
          best = *self;
          most = share;
        }
    }
  if (most <= 0)
    return choose_for_codes (self, names, width, height) * CODE_WORTH;
  *self = best;
  return most;
}

double
nida_tile_names_share (const NidaTileMap  *map,
                       const NidaTileGrid *grid,
                       double              width,
                       double              height)
{
  NidaTileNames names = { .map = map };

  return choose_for_countries (&names, grid, width, height);
}

gboolean
nida_tile_names_choose (NidaTileNames     *self,
                        const NidaTileMap *map,
                        double             width,
                        double             height)
{
  *self = (NidaTileNames) { .map = map };
  if (!map->regions)
    {
      choose_for_countries (self, map->grid, width, height);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (region_ways); i++)
    if (use (self, &region_ways[i]) && fit_all (self, width, height))
      return TRUE;
  return FALSE;
}

/* --- words --- */

/* @lines of a name and the figure below, together in the middle of the tile. */
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
  NidaSceneBuilder *scene = self->map->recipe->scene;
  double line = line_height (self), y = box.y + (box.height - (lines + (value != NULL)) * line) / 2;
  const struct { const char *key, *text; guint lines; double width, y; } texts[] = {
    { "label/", words, lines, width, y }, { "value/", value, 1, inner_width (self, box.width), y + lines * line }
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts) && texts[i].text != NULL; i++)
    {
      g_autofree char *key = g_strconcat (texts[i].key, code, NULL);
      NidaBox place = { box.x + (box.width - texts[i].width) / 2, texts[i].y, texts[i].width, texts[i].lines * line };
      NidaNode *node = nida_scene_builder_paragraph (scene, key, place, self->font, ink, NIDA_ANCHOR_MIDDLE, texts[i].lines, texts[i].text);

      node->halo = halo;
      node->zoom = self->zoom;
    }
}

/* The figure of @place where it fits below @lines; those of regions were measured for all of them. */
static char *
dup_fitting_value (const NidaTileNames *self,
                   const NidaTilePlace *place,
                   guint                lines,
                   NidaBox              box)
{
  char *value = dup_value (self, place);

  if (value != NULL && !self->map->regions
      && (text_width (self, value) > inner_width (self, box.width) || (lines + 1) * line_height (self) > box.height))
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
  g_autofree char *region = self->map->regions ? dup_region (self, nida_region_from_name (code)) : NULL, *value = NULL;
  const char *words = NULL;
  double width = inner_width (self, box.width);
  guint lines = 0;

  if (region != NULL)
    {
      words = region;
      lines = count_lines (self, words, self->valued, box.width, box.height);
    }
  else if (!self->coded)
    words = find_words (self, label, code, box.width, box.height, &lines);
  if (words == NULL || lines == 0)
    {
      words = code;
      lines = 1;
      width = text_width (self, code);
      if (!has_room_for_code (self, code, box.width, box.height))
        return;
    }
  value = dup_fitting_value (self, place, lines, box);
  emit_lines (self, code, words, lines, width, value, box, ink, halo);
}
