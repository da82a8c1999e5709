/* Percentages of places and sectors become weights; one vocabulary divides an amount, and what no share names is left. */
#include "config.h"

#include "iati-shares.h"

#include "areas.h"
#include "countries.h"
#include "iati-split.h"

#include <string.h>

void
nida_division_clear (NidaDivision *self)
{
  g_array_unref (self->members);
  g_array_unref (self->weights);
}

static gboolean
same_vocabulary (const NidaIatiShare *share,
                 const char          *vocabulary)
{
  return g_strcmp0 (share->vocabulary, vocabulary) == 0;
}

/* Each vocabulary divides the whole amount anew, so one of them is taken: the DAC's, or the first. */
static const char *
choose_vocabulary (GArray *shares)
{
  static const char * const preferred[] = { "1", "2" };

  for (guint p = 0; p < G_N_ELEMENTS (preferred); p++)
    for (guint i = 0; i < shares->len; i++)
      if (same_vocabulary (&g_array_index (shares, NidaIatiShare, i), preferred[p]))
        return preferred[p];
  return shares->len > 0 ? g_array_index (shares, NidaIatiShare, 0).vocabulary : NULL;
}

/* --- places --- */

#define ROUNDING (NIDA_PERCENT_WHOLE / 100)     /* by which percentages may miss their sum */

/* What @shares have of the whole; NIDA_PERCENT_NONE where one of them does not say. */
static gint64
sum_up (GArray *shares)
{
  gint64 sum = 0;

  for (guint i = 0; i < shares->len; i++)
    {
      gint64 percent = g_array_index (shares, NidaIatiShare, i).percent;

      if (percent == NIDA_PERCENT_NONE)
        return NIDA_PERCENT_NONE;
      sum += percent;
    }
  return sum;
}

/* Regions of one vocabulary, under their names: those whose code says nothing have none, and the money of no place. */
static GArray *
name_regions (GArray *regions)
{
  const char *vocabulary = choose_vocabulary (regions);
  GArray *named = g_array_new (FALSE, FALSE, sizeof (NidaIatiShare));

  for (guint i = 0; i < regions->len; i++)
    {
      NidaIatiShare share = g_array_index (regions, NidaIatiShare, i);

      if (!same_vocabulary (&share, vocabulary))
        continue;
      share.text = (NidaIatiText) { .name = share.code != NULL ? nida_area_from_code (vocabulary, share.code) : NULL };
      share.code = share.vocabulary = NULL;
      g_array_append_val (named, share);
    }
  return named;
}

/* Beside countries that have all of the money, a region only says where these lie. What they leave is a region's where the
 * percentages of both make a whole; one that states none has all the rest. */
GArray *
nida_iati_make_places (GArray *countries,
                       GArray *regions)
{
  g_autoptr (GArray) named = NULL;
  GArray *places;
  gint64 of_countries, of_regions;

  if (regions->len == 0)
    return g_array_ref (countries);
  named = name_regions (regions);
  if (countries->len == 0)
    return g_steal_pointer (&named);
  of_countries = sum_up (countries);
  of_regions = sum_up (named);
  if (of_countries == NIDA_PERCENT_NONE || of_countries >= NIDA_PERCENT_WHOLE - ROUNDING)
    return g_array_ref (countries);
  if (of_regions == NIDA_PERCENT_NONE && named->len == 1)
    of_regions = g_array_index (named, NidaIatiShare, 0).percent = NIDA_PERCENT_WHOLE - of_countries;
  if (of_regions == NIDA_PERCENT_NONE || of_countries + of_regions > NIDA_PERCENT_WHOLE + ROUNDING)
    return g_array_ref (countries);
  places = g_array_copy (countries);
  g_array_append_vals (places, named->data, named->len);
  return places;
}

/* --- divisions --- */

/* Percentages that miss 100 by no more than their rounding are the whole; else what is missing belongs to none. */
void
nida_division_init (NidaDivision *self,
                    GArray       *shares)
{
  const char *vocabulary = choose_vocabulary (shares);
  gint64 total = 0;

  self->members = g_array_new (FALSE, FALSE, sizeof (guint));
  self->weights = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->listed = FALSE;
  for (guint i = 0; i < shares->len && self->members->len < NIDA_IATI_MAX_PARTS / 2; i++)
    {
      const NidaIatiShare *share = &g_array_index (shares, NidaIatiShare, i);
      guint64 weight = share->percent == NIDA_PERCENT_NONE ? 0 : (guint64) share->percent;

      if (!same_vocabulary (share, vocabulary) || share->percent == 0)
        continue;
      self->listed |= share->percent == NIDA_PERCENT_NONE;
      total += (gint64) weight;
      g_array_append_val (self->members, i);
      g_array_append_val (self->weights, weight);
    }
  if (self->members->len == 1 && self->listed)
    {
      g_array_index (self->weights, guint64, 0) = NIDA_PERCENT_WHOLE;
      self->listed = FALSE;
    }
  else if (self->members->len > 0 && !self->listed && total < NIDA_PERCENT_WHOLE - ROUNDING)
    {
      guint64 rest = (guint64) (NIDA_PERCENT_WHOLE - total);

      g_array_append_val (self->weights, rest);
    }
}

guint
nida_division_count (const NidaDivision *self)
{
  return self->listed || self->members->len == 0 ? 1 : self->weights->len;
}

guint64
nida_division_get_weight (const NidaDivision *self,
                          guint               part)
{
  return self->listed || self->members->len == 0 ? 1 : g_array_index (self->weights, guint64, part);
}

static guint32
place_word (NidaSheet           *sheet,
            const NidaIatiShare *share)
{
  NidaDictionary *dictionary = nida_dataset_builder_get_dictionary (sheet->builder, NIDA_FIELD_COUNTRY);
  const NidaCountry *country = share->code != NULL ? nida_country_from_name (share->code) : NULL;
  const char *name = share->text.name != NULL ? share->text.name : share->code;

  if (country != NULL)
    return nida_country_intern (dictionary, country);
  return name != NULL ? nida_country_intern_name (dictionary, name, strlen (name)) : 0;
}

/* A sector is known by its code, in its vocabulary. */
char *
nida_iati_dup_sector_key (const NidaIatiShare *share)
{
  return share->code == NULL ? NULL : g_strdup_printf ("sector %s:%s", share->vocabulary, share->code);
}

static guint32
sector_word (NidaSheet           *sheet,
             const NidaIatiShare *share)
{
  g_autofree char *key = nida_iati_dup_sector_key (share);

  return key != NULL ? nida_dataset_builder_intern_reference (sheet->builder, NIDA_FIELD_CATEGORY, key) : 0;
}

void
nida_division_set (const NidaDivision *division,
                   NidaSheet          *sheet,
                   NidaField           field,
                   GArray             *shares,
                   guint               part)
{
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < division->members->len; i++)
    {
      NidaIatiShare *share = &g_array_index (shares, NidaIatiShare, g_array_index (division->members, guint, i));

      if (!division->listed && i != part)
        continue;
      /* the same for every part, and for every transaction of the activity */
      if (share->word == 0)
        share->word = field == NIDA_FIELD_COUNTRY ? place_word (sheet, share) : sector_word (sheet, share);
      if (share->word != 0)
        g_array_append_val (codes, share->word);
    }
  nida_dataset_builder_set_list (sheet->builder, field, (const guint32 *) codes->data, codes->len);
}
