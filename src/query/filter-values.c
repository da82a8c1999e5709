/* From the words of a filter to answers by code. Matching ignores case and Unicode form and takes either language or a
 * reference; a name that nobody has is an error that offers the nearest ones, never a silent zero. */
#include "config.h"

#include "filter-values.h"

#include "cube.h"
#include "engine.h"
#include "groups.h"
#include "suggest.h"
#include "translate.h"

#include <string.h>

#define NEAREST 3

/* "Multiple (2)", as a group of cells that list two names is called; 0 for anything else. */
static guint
parse_multiple (const char *value)
{
  guint64 n;
  g_autofree char *digits = NULL;
  gsize length = strlen (value);

  if (!g_str_has_prefix (value, "Multiple (") || !g_str_has_suffix (value, ")"))
    return 0;
  digits = g_strndup (value + strlen ("Multiple ("), length - strlen ("Multiple ()"));
  return g_ascii_string_to_unsigned (digits, 10, 2, 100000, &n, NULL) ? n : 0;
}

/* Marks each code that @value names by itself; FALSE when there is none. */
static gboolean
mark_named (NidaSheet  *sheet,
            NidaField   field,
            const char *value,
            guint8     *named)
{
  const NidaNames *names = nida_sheet_get_names (sheet, field);
  g_autofree char *folded = nida_name_fold (value);
  GArray *codes = g_hash_table_lookup (names->codes_by_name, folded);
  gboolean known = FALSE;

  for (guint i = 0; codes != NULL && i < codes->len; i++)
    {
      guint32 code = g_array_index (codes, guint32, i);

      if (!names->used[code] && nida_field_get_words (field) == NULL)
        continue;
      named[code] = TRUE;
      known = TRUE;
    }
  return known;
}

/* A name that counts as another names that one. */
static gboolean
mark_joined (NidaSheet  *sheet,
             NidaField   field,
             const char *value,
             guint8     *named)
{
  guint n_joined;
  const NidaJoinedName *joined = nida_dataset_get_joined (sheet->dataset, &n_joined);
  g_autofree char *folded = nida_name_fold (value);
  gboolean known = FALSE;

  for (guint i = 0; i < n_joined; i++)
    {
      g_autofree char *name = joined[i].field == field ? nida_name_fold (joined[i].name) : NULL;

      if (name != NULL && strcmp (name, folded) == 0)
        known |= mark_named (sheet, field, joined[i].is, named);
    }
  return known;
}

static gboolean
mark_multiple (NidaDictionary *dictionary,
               guint           wanted,
               guint8         *named)
{
  gboolean known = FALSE;

  for (guint32 code = 1; code <= nida_dictionary_get_size (dictionary); code++)
    {
      guint n_members;

      nida_dictionary_get_members (dictionary, code, &n_members);
      if (n_members != wanted)
        continue;
      named[code] = TRUE;
      known = TRUE;
    }
  return known;
}

/* A cell that lists several names passes by any of them; whole, but shared unless all of them are wanted. */
static void
answer_names (NidaDictionary *dictionary,
              const guint8   *named,
              guint8         *answers)
{
  guint32 size = nida_dictionary_get_size (dictionary);

  answers[0] = named[0];
  for (guint32 code = 1; code <= size; code++)
    {
      guint n_members, n_named = 0;
      const guint32 *members = nida_dictionary_get_members (dictionary, code, &n_members);

      answers[code] = named[code] ? NIDA_PASS_YES : NIDA_PASS_NO;
      if (named[code])
        continue;
      for (guint i = 0; i < n_members; i++)
        n_named += named[members[i]] ? 1 : 0;
      if (n_named > 0)
        answers[code] = n_named == n_members ? NIDA_PASS_YES : NIDA_PASS_SHARED;
    }
}

gboolean
nida_filter_values_names (NidaSheet           *sheet,
                          NidaField            field,
                          const char * const  *values,
                          guint8              *answers,
                          GError             **error)
{
  NidaDictionary *dictionary = nida_dataset_get_dictionary (sheet->dataset, field);
  g_autofree guint8 *named = g_new0 (guint8, nida_dictionary_get_size (dictionary) + 1);

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_auto (GStrv) nearest = NULL;

      if (*values[i] == '\0')
        named[0] = TRUE;
      else if (!mark_named (sheet, field, values[i], named) && !mark_joined (sheet, field, values[i], named) &&
               !mark_multiple (dictionary, parse_multiple (values[i]) ? parse_multiple (values[i]) : G_MAXUINT, named))
        {
          nearest = nida_suggest_names (sheet, field, values[i], NEAREST);
          nida_suggest_error (error, field, values[i], (const char * const *) nearest);
          return FALSE;
        }
    }
  answer_names (dictionary, named, answers);
  return TRUE;
}

gboolean
nida_filter_values_ids (const NidaEncoded   *ids,
                        const char * const  *values,
                        guint8              *answers,
                        GError             **error)
{
  for (guint i = 0; values[i] != NULL; i++)
    {
      gboolean known = *values[i] == '\0';

      answers[0] |= *values[i] == '\0';
      for (guint32 code = 1; code < ids->n_codes; code++)
        {
          const char *family_end = strchr (ids->names[code], ':');

          if (strcmp (ids->names[code], values[i]) != 0 &&
              (family_end == NULL || strcmp (family_end + 1, values[i]) != 0))
            continue;
          answers[code] = NIDA_PASS_YES;
          known = TRUE;
        }
      if (!known)
        {
          nida_suggest_error (error, NIDA_FIELD_ID, values[i], NULL);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
nida_filter_values_groups (const char * const  *values,
                           guint8              *answers,
                           GError             **error)
{
  const char *names[NIDA_N_DONOR_GROUPS + 1] = { NULL };

  for (guint i = 0; i < NIDA_N_DONOR_GROUPS; i++)
    names[i] = nida_donor_group_get_name (i);
  for (guint i = 0; values[i] != NULL; i++)
    {
      int group = nida_donor_group_from_name (values[i]);
      guint n = parse_multiple (values[i]);

      if (group < 0 && n == 0 && *values[i] != '\0')
        {
          nida_suggest_error (error, NIDA_FIELD_DONOR_GROUP, values[i], names);
          return FALSE;
        }
      for (guint set = 0; set < 1 << NIDA_N_DONOR_GROUPS; set++)
        if (group >= 0 ? (set >> group & 1) != 0 : (guint) __builtin_popcount (set) == n)
          answers[set] = NIDA_PASS_YES;
    }
  return TRUE;
}

/* As with names: a cell that lists countries of several regions passes by any of them; whole, but shared. */
gboolean
nida_filter_values_regions (NidaSheet           *sheet,
                            const char * const  *values,
                            guint8              *answers,
                            GError             **error)
{
  const NidaPlaces *places = nida_sheet_get_places (sheet);
  const NidaRegions *regions = places->regions;
  guint32 size = nida_dictionary_get_size (nida_dataset_get_dictionary (sheet->dataset, NIDA_FIELD_COUNTRY));
  NidaRegions wanted = 0;
  gboolean none = FALSE;

  for (guint i = 0; values[i] != NULL; i++)
    {
      guint region = nida_places_find (places, values[i]), n = parse_multiple (values[i]);

      if (region == 0 && n == 0 && *values[i] != '\0')
        {
          g_auto (GStrv) nearest = nida_suggest_places (places, values[i], NEAREST);

          nida_suggest_error (error, NIDA_FIELD_REGION, values[i], (const char * const *) nearest);
          return FALSE;
        }
      none |= *values[i] == '\0';
      wanted |= region != 0 ? NIDA_REGION_BIT (region) : 0;
      for (guint32 code = 1; n > 0 && code <= size; code++)
        if ((guint) __builtin_popcountll (regions[code]) == n)
          answers[code] = NIDA_PASS_YES;
    }
  for (guint32 code = 0; code <= size; code++)
    if (regions[code] == 0)
      answers[code] = none ? NIDA_PASS_YES : NIDA_PASS_NO;
    else if (answers[code] == NIDA_PASS_NO && (regions[code] & wanted) != 0)
      answers[code] = (regions[code] & ~wanted) == 0 ? NIDA_PASS_YES : NIDA_PASS_SHARED;
  return TRUE;
}

gboolean
nida_filter_values_words (NidaField            field,
                          const char * const  *values,
                          guint               *bits,
                          GError             **error)
{
  const char * const *words = nida_field_get_words (field);

  *bits = 0;
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *folded = nida_name_fold (values[i]);
      guint code = 0;

      while (words[code] != NULL && strcmp (words[code], folded) != 0)
        code++;
      if (*folded == '\0')
        *bits |= 1;
      else if (words[code] != NULL)
        *bits |= 1u << (code + 1);
      else
        {
          nida_suggest_error (error, field, values[i], words);
          return FALSE;
        }
    }
  return TRUE;
}

/* "2024/25" */
static gboolean
parse_fiscal_year (const char *value,
                   guint       fiscal_start,
                   NidaPeriod *period)
{
  guint64 year, next;
  g_autofree char *first = NULL;

  if (strlen (value) != 7 || value[4] != '/')
    return FALSE;
  first = g_strndup (value, 4);
  if (!g_ascii_string_to_unsigned (first, 10, 1000, 2999, &year, NULL) ||
      !g_ascii_string_to_unsigned (value + 5, 10, 0, 99, &next, NULL) || (year + 1) % 100 != next)
    return FALSE;
  *period = nida_period_of_step (nida_date_new_day (year, fiscal_start, 1), NIDA_STEP_FISCAL_YEAR, fiscal_start);
  return TRUE;
}

gboolean
nida_filter_values_period (const char  *value,
                           guint        fiscal_start,
                           NidaPeriod  *period,
                           GError     **error)
{
  const char *dots = strstr (value, "..");
  gsize length = dots == NULL ? strlen (value) : (gsize) (dots - value);

  if (*value == '\0' || strcmp (value, "undated") == 0)
    {
      *period = (NidaPeriod) { NIDA_DATE_NONE, NIDA_DATE_NONE };
      return TRUE;
    }
  if (parse_fiscal_year (value, fiscal_start, period))
    return TRUE;
  if (nida_date_parse (value, length, &period->start) == NIDA_DATE_OK)
    {
      period->end = period->start;
      if (dots == NULL || nida_date_parse (dots + 2, strlen (dots + 2), &period->end) == NIDA_DATE_OK)
        return TRUE;
    }
  g_set_error (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_UNKNOWN_VALUE,
               _("“%s” is not a date. Write 2024, 2024-02, 2024-Q1, 2024-02-04, 2024/25 or 2009..2023."), value);
  return FALSE;
}
