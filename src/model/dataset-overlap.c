/* One pass finds the years, another puts each row to its donor and year. Tables by number in place of look-ups, since every row is
 * asked; of a few rows behind others only these. */
#include "dataset-overlap.h"

#include <string.h>

#define MAX_FAMILIES 64
#define MAX_NAMED 3

/* --- families --- */

const char *
nida_overlaps_get_family (const NidaSourceInfo *info)
{
  return info->family != NULL ? info->family : info->format != NULL ? info->format : "";
}

static void
find_families (NidaOverlaps *self,
               NidaReport   *report)
{
  guint n_sources = nida_report_get_n_sources (report);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  self->families = g_new0 (guint, n_sources + 1);
  for (guint i = 0; i < n_sources; i++)
    {
      const NidaSourceInfo *info = nida_report_get_source (report, i);
      gpointer number;

      if (info->is_rates)
        continue;
      if (!g_hash_table_lookup_extended (numbers, nida_overlaps_get_family (info), NULL, &number))
        {
          number = GUINT_TO_POINTER (MIN (self->n_families, MAX_FAMILIES - 1));
          g_hash_table_insert (numbers, (gpointer) nida_overlaps_get_family (info), number);
          self->n_families = MIN (self->n_families + 1, MAX_FAMILIES);
        }
      self->families[i] = GPOINTER_TO_UINT (number);
    }
}

/* --- donors and years --- */

#define MAX_YEAR 9999

/* Every donor and year of which a dataset has money is a place. What others stand behind keeps them, so that a few rows are put to
 * their places and all others stay where they are. */
typedef struct _NidaOverlapPlaces {
  GHashTable *donors;         /* name → number, from 1; names are the dictionaries' */
  GHashTable *by_key;         /* guint64, number of the donor and year → place, from 1 */
  guint32     n_places;
  guint32    *places;         /* by row; 0: none */
  guint64    *holders;        /* by place: families, as bits */
} Places;

/* Donors are named by number, years by their order of appearance: together they are a place in a table. */
typedef struct {
  NidaDataset *dataset;
  NidaCodes    kinds, donors[2];      /* the latter of each of @fields */
  NidaDates    dates;
  guint16     *years_by_code;         /* of the dates; NULL where these are no codes */
  guint32     *numbers[2];            /* by code of each of @fields */
  guint16     *years;                 /* by year, from 1 */
  guint        n_years;
} Finder;

/* The donor's country where it is known, since families spell donors in their own ways; else the donor. */
static const NidaField fields[] = { NIDA_FIELD_DONOR_COUNTRY, NIDA_FIELD_DONOR };

static guint32
number_donor (GHashTable *donors,
              const char *name)
{
  gpointer number;

  if (g_hash_table_lookup_extended (donors, name, NULL, &number))
    return GPOINTER_TO_UINT (number);
  g_hash_table_insert (donors, (gpointer) name, GUINT_TO_POINTER (g_hash_table_size (donors) + 1));
  return g_hash_table_size (donors);
}

static void
number_donors (Finder     *self,
               GHashTable *donors)
{
  for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
    {
      NidaDictionary *dictionary = nida_dataset_get_dictionary (self->dataset, fields[f]);
      guint32 size = nida_dictionary_get_size (dictionary);

      self->numbers[f] = g_new0 (guint32, (gsize) size + 1);
      for (guint32 code = 1; code <= size; code++)
        self->numbers[f][code] = number_donor (donors, nida_dictionary_get_name (dictionary, code));
    }
}

static guint16
year_of_date (gint32 packed)
{
  int year = packed == 0 ? 0 : nida_date_year (nida_date_unpack (packed));

  return year > 0 && year <= MAX_YEAR ? (guint16) year : 0;
}

/* The year of each date is reckoned once, where there are codes. */
static void
begin (Finder      *self,
       NidaDataset *dataset)
{
  *self = (Finder) { .dataset = dataset, .kinds = nida_dataset_get_codes (dataset, NIDA_FIELD_KIND),
                     .dates = nida_dataset_get_dates (dataset) };
  for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
    self->donors[f] = nida_dataset_get_codes (dataset, fields[f]);
  if (self->dates.distinct == NULL)
    return;
  self->years_by_code = g_new (guint16, self->dates.n_distinct);
  for (guint32 code = 0; code < self->dates.n_distinct; code++)
    self->years_by_code[code] = year_of_date (self->dates.distinct[code]);
}

/* The year of a row of money that has a date, or 0. */
static guint
year_of_row (const Finder *self,
             guint         row)
{
  if (!(NIDA_KINDS_MONEY & NIDA_KIND_BIT (nida_codes_get (self->kinds, row))))
    return 0;
  if (self->years_by_code != NULL)
    return self->years_by_code[nida_codes_get (self->dates.codes, row)];
  return year_of_date (nida_dates_get (self->dates, row));
}

static void
number_years (Finder *self)
{
  self->years = g_new0 (guint16, MAX_YEAR + 1);
  for (guint row = 0; row < nida_dataset_get_n_rows (self->dataset); row++)
    {
      guint year = year_of_row (self, row);

      if (year != 0 && self->years[year] == 0)
        self->years[year] = (guint16) ++self->n_years;
    }
}

static guint32
donor_of_row (const Finder *self,
              guint         row)
{
  guint32 number = 0;

  for (guint f = 0; f < G_N_ELEMENTS (fields) && number == 0; f++)
    number = self->numbers[f][nida_codes_get (self->donors[f], row)];
  return number;
}

static void
finder_clear (Finder *self)
{
  g_free (self->numbers[0]);
  g_free (self->numbers[1]);
  g_free (self->years);
  g_free (self->years_by_code);
}

static guint64
make_key (guint32 donor,
          guint   year)
{
  return (guint64) donor << 16 | year;
}

/* Of the place with the next number. */
static guint32
add_place (GHashTable *by_key,
           guint64     key,
           guint32    *n_places)
{
  g_hash_table_insert (by_key, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (++*n_places));
  return *n_places;
}

static guint64
family_bit (const guint *families,
            NidaDataset *dataset,
            guint        row)
{
  return G_GUINT64_CONSTANT (1) << families[nida_dataset_get_source (dataset, row)];
}

static void
place_rows (Places      *self,
            Finder      *finder,
            const guint *families)
{
  guint n_rows = nida_dataset_get_n_rows (finder->dataset);
  gsize n_donors = (gsize) g_hash_table_size (self->donors) + 1;
  g_autofree guint32 *known = g_new0 (guint32, n_donors * (finder->n_years + 1));

  self->places = g_new0 (guint32, (gsize) n_rows + 1);
  self->holders = g_new0 (guint64, n_donors * (finder->n_years + 1) + 1);
  for (guint row = 0; row < n_rows; row++)
    {
      guint year = year_of_row (finder, row);
      guint32 donor = year != 0 ? donor_of_row (finder, row) : 0;
      guint32 *place = &known[(gsize) donor * (finder->n_years + 1) + finder->years[year]];

      if (donor == 0)
        continue;
      if (*place == 0)
        *place = add_place (self->by_key, make_key (donor, year), &self->n_places);
      self->places[row] = *place;
      self->holders[*place] |= family_bit (families, finder->dataset, row);
    }
}

static Places *
places_new (NidaDataset *dataset,
            const guint *families)
{
  Places *self = g_new0 (Places, 1);
  Finder finder;

  self->donors = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  begin (&finder, dataset);
  number_donors (&finder, self->donors);
  number_years (&finder);
  place_rows (self, &finder, families);
  finder_clear (&finder);
  return self;
}

static void
places_free (gpointer data)
{
  Places *self = data;

  g_hash_table_unref (self->donors);
  g_hash_table_unref (self->by_key);
  g_free (self->places);
  g_free (self->holders);
  g_free (self);
}

/* --- rows behind others --- */

/* Sources of a base are the first ones of what stands behind it, with the same families. */
static gpointer
make_kept (NidaDataset   *base,
           gconstpointer  families)
{
  return places_new (base, families);
}

/* The name of the donor or of its country, or NULL. */
static const char *
donor_name (NidaDataset *dataset,
            guint        row)
{
  for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
    {
      guint32 code = nida_codes_get (nida_dataset_get_codes (dataset, fields[f]), row);

      if (code != 0)
        return nida_dictionary_get_name (nida_dataset_get_dictionary (dataset, fields[f]), code);
    }
  return NULL;
}

/* Places of donors and years that the base has not got come after its own. */
static guint32
place_behind (const Places *known,
              GHashTable   *donors,
              GHashTable   *by_key,
              const char   *name,
              guint         year,
              guint32      *n_places)
{
  guint32 donor = GPOINTER_TO_UINT (g_hash_table_lookup (known->donors, name)), place;
  guint64 key;

  if (donor == 0)
    donor = g_hash_table_size (known->donors) + number_donor (donors, name);
  key = make_key (donor, year);
  place = GPOINTER_TO_UINT (g_hash_table_lookup (known->by_key, &key));
  if (place == 0)
    place = GPOINTER_TO_UINT (g_hash_table_lookup (by_key, &key));
  return place != 0 ? place : add_place (by_key, key, n_places);
}

/* Returns: how many places there are */
static guint32
take_base (NidaOverlaps *self,
           NidaDataset  *dataset,
           const Places *known)
{
  g_autoptr (GHashTable) donors = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  NidaDates dates = nida_dataset_get_dates (dataset);
  guint n = nida_dataset_get_n_rows (dataset) - self->n_rows;
  guint32 n_places = known->n_places;

  self->places = known->places;
  self->behind = g_new0 (guint32, (gsize) n + 1);
  self->holders = g_new0 (guint64, (gsize) n_places + n + 1);
  memcpy (self->holders, known->holders, ((gsize) n_places + 1) * sizeof (guint64));
  for (guint i = 0; i < n; i++)
    {
      guint row = self->n_rows + i;
      guint year = NIDA_KINDS_MONEY & NIDA_KIND_BIT (nida_dataset_get_kind (dataset, row)) ? year_of_date (nida_dates_get (dates, row)) : 0;
      const char *name = year != 0 ? donor_name (dataset, row) : NULL;

      if (name == NULL)
        continue;
      self->behind[i] = place_behind (known, donors, by_key, name, year, &n_places);
      self->holders[self->behind[i]] |= family_bit (self->families, dataset, row);
    }
  return n_places;
}

/* --- what several families hold --- */

static guint32
find_places (NidaOverlaps *self,
             NidaDataset  *dataset)
{
  NidaDataset *base = nida_dataset_get_base (dataset);

  if (base != NULL)
    {
      self->n_rows = nida_dataset_get_n_rows (base);
      return take_base (self, dataset, nida_dataset_keep (base, "nida-overlap-places", make_kept, self->families, places_free));
    }
  self->n_rows = nida_dataset_get_n_rows (dataset);
  self->owned = places_new (dataset, self->families);
  self->places = self->owned->places;
  self->holders = g_steal_pointer (&self->owned->holders);
  return self->owned->n_places;
}

NidaOverlaps *
nida_overlaps_new (NidaDataset *dataset)
{
  g_autoptr (NidaOverlaps) self = g_new0 (NidaOverlaps, 1);
  guint32 n_places;

  find_families (self, nida_dataset_get_report (dataset));
  if (self->n_families < 2)
    return NULL;
  n_places = find_places (self, dataset);
  self->keys = g_new0 (guint32, (gsize) n_places + 1);
  for (guint32 place = 1; place <= n_places; place++)
    if ((self->holders[place] & (self->holders[place] - 1)) != 0)
      self->keys[place] = ++self->n_keys;
  return self->n_keys > 0 ? g_steal_pointer (&self) : NULL;
}

void
nida_overlaps_free (NidaOverlaps *self)
{
  g_clear_pointer (&self->owned, places_free);
  g_free (self->behind);
  g_free (self->keys);
  g_free (self->holders);
  g_free (self->families);
  g_free (self);
}

/* --- the report --- */

/* Rows of a source whose donor and year another family holds, too. */
typedef struct {
  guint64     rows;
  GHashTable *donors;         /* names */
  GPtrArray  *names;          /* some of them */
} Pair;

static void
note_row (Pair       *pair,
          const char *donor)
{
  if (pair->names == NULL)
    {
      pair->names = g_ptr_array_new ();
      pair->donors = g_hash_table_new (g_str_hash, g_str_equal);
    }
  pair->rows++;
  if (g_hash_table_add (pair->donors, (gpointer) donor) && pair->names->len < MAX_NAMED)
    g_ptr_array_add (pair->names, (gpointer) donor);
}

static guint
first_source_of (const NidaOverlaps *self,
                 guint               n_sources,
                 guint               family)
{
  for (guint i = 0; i < n_sources; i++)
    if (self->families[i] == family)
      return i;
  return 0;
}

static void
report_pair (NidaReport *report,
             guint       source,
             guint       other,
             Pair       *pair)
{
  NidaProblem problem = { .kind = NIDA_PROBLEM_OVERLAP, .severity = nida_problem_severity (NIDA_PROBLEM_OVERLAP) };
  guint n_donors = g_hash_table_size (pair->donors);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < pair->names->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " · " : "", (const char *) pair->names->pdata[i]);
  if (n_donors > pair->names->len)
    g_string_append_printf (found, " · +%u", n_donors - pair->names->len);
  problem.source = source;
  problem.source2 = other;
  problem.count = pair->rows;
  problem.found = found->str;
  problem.kept = nida_report_get_source (report, other)->name;
  nida_report_add_problem (report, &problem);
  g_string_free (found, TRUE);
}

/* Rows of sources from @source on stand behind all others. */
static guint
find_first_row (NidaDataset *dataset,
                guint        source)
{
  guint row = source == 0 ? 0 : nida_dataset_get_n_rows (dataset);

  while (row > 0 && nida_dataset_get_source (dataset, row - 1) >= source)
    row--;
  return row;
}

/* Of two families the later one is told that the earlier one holds the same donors and years. */
static void
note_pairs (const NidaOverlaps *self,
            NidaDataset        *dataset,
            guint               first,
            Pair               *pairs)
{
  for (guint row = find_first_row (dataset, first); row < nida_dataset_get_n_rows (dataset); row++)
    {
      guint32 place = row < self->n_rows ? self->places[row] : self->behind[row - self->n_rows];
      guint source = place != 0 ? nida_dataset_get_source (dataset, row) : 0;
      guint64 before = place != 0 ? self->holders[place] & ((G_GUINT64_CONSTANT (1) << self->families[source]) - 1) : 0;

      for (; before != 0; before &= before - 1)
        note_row (&pairs[(gsize) source * MAX_FAMILIES + (guint) __builtin_ctzll (before)], donor_name (dataset, row));
    }
}

void
nida_dataset_find_overlaps (NidaDataset *dataset,
                            guint        first)
{
  NidaReport *report = nida_dataset_get_report (dataset);
  guint n_sources = nida_report_get_n_sources (report);
  g_autoptr (NidaOverlaps) self = nida_overlaps_new (dataset);
  g_autofree Pair *pairs = NULL;

  if (self == NULL)
    return;
  pairs = g_new0 (Pair, (gsize) n_sources * MAX_FAMILIES);
  note_pairs (self, dataset, first, pairs);
  for (guint source = 0; source < n_sources; source++)
    for (guint other = 0; other < MAX_FAMILIES; other++)
      {
        Pair *pair = &pairs[(gsize) source * MAX_FAMILIES + other];

        if (pair->rows > 0 && source >= first)
          report_pair (report, source, first_source_of (self, n_sources, other), pair);
        g_clear_pointer (&pair->names, g_ptr_array_unref);
        g_clear_pointer (&pair->donors, g_hash_table_unref);
      }
}
