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
#define OTHERS_WORTH  0.05     /* of the names of countries without a figure */
#define PLATE         2.0      /* around words on a hatch */
#define PLATE_STEPS   6        /* in which its width is found */
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
  { NIDA_FONT_LABEL, PADDING, TRUE, TRUE, FALSE },
  { NIDA_FONT_SOURCE, PADDING, TRUE, TRUE, FALSE },
  { NIDA_FONT_SOURCE, LEAST_PADDING, TRUE, TRUE, FALSE },
  { NIDA_FONT_TILE, LEAST_PADDING, TRUE, TRUE, FALSE },
  { NIDA_FONT_TILE, LEAST_PADDING, TRUE, TRUE, TRUE },
};

/* FALSE, and as before, for letters that are too small here. */
static gboolean
use (NidaTileNames *self,
     const Way     *way)
{
  NidaRecipe *recipe = self->map->recipe;

  if (way->font == NIDA_FONT_TILE && !nida_recipe_may_be_small (recipe))
    return FALSE;
  self->font = way->font;
  self->padding = way->padding;
  self->brief = way->brief;
  self->valued = way->valued;
  self->zoom = way->least ? nida_recipe_least_zoom (recipe) : 1;
  return TRUE;
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

typedef struct {
  const char *code;
  char       *label;
  gboolean    seen;         /* it has a figure */
} Country;

static void
clear_country (gpointer data)
{
  g_free (((Country *) data)->label);
}

/* All of @grid. */
static GArray *
find_countries (const NidaTileMap  *map,
                const NidaTileGrid *grid)
{
  GArray *countries = g_array_new (FALSE, FALSE, sizeof (Country));
  char in_grid[4];

  g_array_set_clear_func (countries, clear_country);
  for (guint row = 0; row < nida_tile_grid_get_rows (grid); row++)
    for (guint column = 0; column < nida_tile_grid_get_columns (grid); column++)
      if (nida_tile_grid_get_code (grid, row, column, in_grid))
        {
          const char *code = nida_tile_map_code (map, in_grid);
          Country country = { code, nida_tile_map_label (map, in_grid), g_hash_table_contains (map->seen, code) };

          g_array_append_val (countries, country);
        }
  return countries;
}

typedef gboolean (*FitsFunc) (const NidaTileNames *self, const Country *country, double width, double height);

static gboolean
fits_in_words (const NidaTileNames *self,
               const Country       *country,
               double               width,
               double               height)
{
  guint lines;

  return find_words (self, country->label, country->code, width, height, &lines) != NULL;
}

static gboolean
fits_whole (const NidaTileNames *self,
            const Country       *country,
            double               width,
            double               height)
{
  g_autofree char *value = dup_value (self, nida_tile_map_find (self->map, country->code));

  if (!country->seen)
    return fits_in_words (self, country, width, height);
  return count_lines (self, country->label, 1, width, height) > 0 && (value == NULL || text_width (self, value) <= inner_width (self, width));
}

static gboolean
fits_as_code (const NidaTileNames *self,
              const Country       *country,
              double               width,
              double               height)
{
  return text_width (self, country->code) <= width + nida_recipe_px (self->map->recipe, CODE_MORE) && has_height (self, 1, height);
}

/* Of those that have a figure, how many fit? @all: of all. */
static double
share_of (const NidaTileNames *self,
          GArray              *countries,
          FitsFunc             fits_tile,
          double               width,
          double               height,
          double              *all)
{
  guint n = 0, seen = 0, fitting = 0;

  for (guint i = 0; i < countries->len; i++)
    {
      const Country *country = &g_array_index (countries, Country, i);
      gboolean has_room = fits_tile (self, country, width, height);

      n += has_room;
      seen += country->seen;
      fitting += has_room && country->seen;
    }
  *all = countries->len > 0 ? (double) n / countries->len : 0;
  return seen > 0 ? (double) fitting / seen : *all;
}

/* The largest letters that have room, at last those of readers who enlarge none; where none have, tiles are bare. */
static double
choose_for_codes (NidaTileNames *self,
                  GArray        *countries,
                  double         width,
                  double         height)
{
  double share = 0, all;

  for (guint i = 1; share < 1 && i < G_N_ELEMENTS (country_ways); i++)
    if (use (self, &country_ways[i]))
      share = share_of (self, countries, fits_as_code, width, height, &all);
  if (share < 1 && nida_recipe_usual_zoom (self->map->recipe) < 1 && !nida_recipe_may_be_small (self->map->recipe))
    {
      use (self, &country_ways[1]);
      self->zoom = nida_recipe_usual_zoom (self->map->recipe);
      share = share_of (self, countries, fits_as_code, width, height, &all);
    }
  self->coded = TRUE;
  return share;
}

/* Returns how many of those that have a figure are named then; of codes hardly more than none. */
static double
choose_for_countries (NidaTileNames      *self,
                      const NidaTileGrid *grid,
                      double              width,
                      double              height)
{
  g_autoptr (GArray) countries = find_countries (self->map, grid);
  gboolean large = width >= NAMED_TILE * nida_recipe_line (self->map->recipe, NIDA_FONT_SOURCE);
  double least = large ? 0 : NAMED_SHARE, most = 0, named = 0, all;
  NidaTileNames best;

  use (self, &country_ways[0]);
  share_of (self, countries, fits_whole, width, height, &all);
  if (all >= 1)
    return 1;
  best = *self;
  for (guint i = 1; i < G_N_ELEMENTS (country_ways); i++)
    {
      double share = use (self, &country_ways[i]) ? share_of (self, countries, fits_in_words, width, height, &all) : 0;

      if (share > 0 && share >= least && share + all * OTHERS_WORTH > most)
        {
          best = *self;
          most = share + all * OTHERS_WORTH;
          named = share;
        }
    }
  if (most <= 0)
    return choose_for_codes (self, countries, width, height) * CODE_WORTH;
  *self = best;
  return named;
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

/* The width that @lines of @words take. */
static double
words_width (const NidaTileNames *self,
             const char          *words,
             guint                lines,
             double               width)
{
  double least = 0;

  if (lines == 1)
    return MIN (text_width (self, words), width);
  for (guint i = 0; i < PLATE_STEPS; i++)
    {
      double middle = (least + width) / 2;

      if (nida_tile_lines (self->map->recipe, words, self->font, middle / self->zoom) == lines)
        width = middle;
      else
        least = middle;
    }
  return width;
}

/* No line of the hatch runs through words. */
static void
emit_plate (const NidaTileNames *self,
            const char          *code,
            const char          *words,
            guint                lines,
            double               width,
            NidaBox              box)
{
  double pad = nida_recipe_px (self->map->recipe, PLATE) * self->zoom, height = MIN (lines * line_height (self), box.height - pad);
  double room = MIN (words_width (self, words, lines, width) + 2 * pad, box.width - pad);
  g_autofree char *key = g_strconcat ("plate/", code, NULL);
  NidaBox plate = { box.x + (box.width - room) / 2, box.y + (box.height - height) / 2, room, height };

  nida_scene_builder_rect (self->map->recipe->scene, key, plate, NIDA_COLOR_CARD)->radius = pad;
}

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
            gboolean             hatched)
{
  NidaSceneBuilder *scene = self->map->recipe->scene;
  double line = line_height (self), y = box.y + (box.height - (lines + (value != NULL)) * line) / 2;
  const struct { const char *key, *text; guint lines; double width, y; } texts[] = {
    { "label/", words, lines, width, y }, { "value/", value, 1, inner_width (self, box.width), y + lines * line }
  };

  if (hatched)
    emit_plate (self, code, words, lines, width, box);
  for (guint i = 0; i < G_N_ELEMENTS (texts) && texts[i].text != NULL; i++)
    {
      g_autofree char *key = g_strconcat (texts[i].key, code, NULL);
      NidaBox place = { box.x + (box.width - texts[i].width) / 2, texts[i].y, texts[i].width, texts[i].lines * line };
      NidaNode *node = nida_scene_builder_paragraph (scene, key, place, self->font, ink, NIDA_ANCHOR_MIDDLE, texts[i].lines, texts[i].text);

      node->halo = hatched;
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
                      gboolean             hatched)
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
      if (!fits_as_code (self, &(Country) { .code = code }, box.width, box.height))
        return;
    }
  value = dup_fitting_value (self, place, lines, box);
  emit_lines (self, code, words, lines, width, value, box, ink, hatched);
}
