/* Message, subtitle, description and table of a tile map. */
#include "config.h"

#include "tile-map.h"

#include "query-words.h"
#include "translate.h"

/* The country of the highest figure above zero, on the map or beside it; NULL where there is none. @ties: how many others have
 * the same. */
static const NidaTilePlace *
find_largest (const NidaTileMap *self,
              guint             *ties)
{
  GPtrArray *lists[] = { self->countries, self->beside };
  const NidaTilePlace *largest = NULL;

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      {
        const NidaTilePlace *place = g_ptr_array_index (lists[l], i);

        if (place->role != NIDA_GROUP_NAMED || place->value <= 0 || (largest != NULL && place->value < largest->value))
          continue;
        *ties = largest != NULL && place->value == largest->value ? *ties + 1 : 0;
        if (*ties == 0)
          largest = place;
      }
  return largest;
}

static guint
count_names (const NidaTileMap *self)
{
  guint n = self->countries->len;

  for (guint i = 0; i < self->beside->len; i++)
    n += ((const NidaTilePlace *) g_ptr_array_index (self->beside, i))->role == NIDA_GROUP_NAMED;
  return n;
}

static char *
largest_words (const NidaTileMap *self)
{
  guint ties = 0;
  const NidaTilePlace *largest = find_largest (self, &ties);
  g_autofree char *name = NULL, *value = NULL;

  if (largest == NULL)
    return NULL;
  name = g_strdup (largest->label);
  value = nida_recipe_value (self->recipe, self->measure, largest->value);
  nida_describe_tie (self->recipe, ties, &name, &value);
  return g_strdup_printf (_("The most: %1$s: %2$s"), name, value);
}

static char *
what_words (const NidaTileMap *self)
{
  return g_strdup_printf (_("%1$s %2$s"), nida_words_measure (self->measure),
                          nida_noun_by (nida_noun_for_field (self->field), self->field));
}

char *
nida_tile_map_title (const NidaTileMap *self)
{
  g_autofree char *plain = what_words (self), *message = self->additive ? largest_words (self) : NULL;

  return nida_describe_title (self->recipe, message, plain);
}

char *
nida_tile_map_subtitle (const NidaTileMap *self)
{
  g_autofree char *what = what_words (self), *unit = nida_describe_unit (self->recipe, self->measure);
  g_autofree char *count = nida_noun_count (self->recipe->context->language, self->noun, count_names (self));
  g_autofree char *total = nida_recipe_value (self->recipe, self->measure, self->total);
  g_autofree char *more = self->additive ? g_strdup_printf (_("%1$s, %2$s"), total, count) : g_strdup (count);

  return nida_describe_subtitle_of (self->recipe, what, unit, more);
}

char *
nida_tile_map_describe (const NidaTileMap *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *what = what_words (self);
  g_autofree char *count = nida_noun_count (self->recipe->context->language, self->noun, count_names (self));
  g_autofree char *total = nida_recipe_value (self->recipe, self->measure, self->total);
  char *largest = largest_words (self);

  /* Translators: description of a map on which each country or region is a tile of the same size: what, and how many of them */
  nida_describe_sentence (text, g_strdup_printf (_("Map of equal tiles, %1$s: %2$s."), what, count));
  if (largest != NULL)
    nida_describe_sentence (text, g_strdup_printf (_("%s."), largest));
  g_free (largest);
  if (self->additive)
    nida_describe_total (text, total);
  return g_string_free (text, FALSE);
}

static void
add_row (const NidaTileMap   *self,
         const NidaTilePlace *place)
{
  gint64 share = nida_money_share (place->value, self->total);
  g_autofree char *value = nida_value_bare (self->recipe->context->language, nida_recipe_currency (self->recipe), self->measure, place->value);
  g_autofree char *percent = nida_language_percent (self->recipe->context->language, share, 1);
  g_autofree char *key = g_strconcat ("tile/", place->key, NULL);
  NidaMoney sort[] = { NIDA_MONEY_NONE, place->value, share };

  nida_scene_builder_table_row (self->recipe->scene, key, (const char *[]) { place->label, value, self->additive ? percent : NULL, NULL }, sort);
}

void
nida_tile_map_table (const NidaTileMap *self)
{
  g_autofree char *title = nida_recipe_column_title (self->recipe, nida_words_measure (self->measure), self->measure);

  nida_scene_builder_table (self->recipe->scene, (const char *[]) { nida_noun_name (self->noun), title, self->additive ? _("Share") : NULL, NULL });
  for (guint i = 0; i < self->countries->len; i++)
    add_row (self, g_ptr_array_index (self->countries, i));
  for (guint i = 0; i < self->beside->len; i++)
    add_row (self, g_ptr_array_index (self->beside, i));
}
