/* One pass finds which families hold money of each donor and year, another numbers those that several hold. Tables by number
 * in place of look-ups, since every row is asked. */
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

/* Donors are named by number, years by their order of appearance: together they are a place in a table. */
typedef struct {
  NidaDataset *dataset;
  NidaCodes    kinds, donors[2];      /* the latter of each of @fields */
  NidaDates    dates;
  guint16     *years_by_code;         /* of the dates; NULL where these are no codes */
  GPtrArray   *names;                 /* of donors, from 1; borrowed from the dictionaries */
  guint32     *numbers[2];            /* by code of each of @fields */
  guint16     *years;                 /* by year, from 1 */
  guint        n_years;
} Finder;

/* The donor's country where it is known, since families spell donors in their own ways; else the donor. */
static const NidaField fields[] = { NIDA_FIELD_DONOR_COUNTRY, NIDA_FIELD_DONOR };

static void
number_donors (Finder *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  self->names = g_ptr_array_new ();
  g_ptr_array_add (self->names, NULL);
  for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
    {
      NidaDictionary *dictionary = nida_dataset_get_dictionary (self->dataset, fields[f]);
      guint32 size = nida_dictionary_get_size (dictionary);

      self->numbers[f] = g_new0 (guint32, (gsize) size + 1);
      for (guint32 code = 1; code <= size; code++)
        {
          const char *name = nida_dictionary_get_name (dictionary, code);
          gpointer number;

          if (name == NULL)
            continue;
          if (!g_hash_table_lookup_extended (known, name, NULL, &number))
            {
              number = GUINT_TO_POINTER (self->names->len);
              g_hash_table_insert (known, (gpointer) name, number);
              g_ptr_array_add (self->names, (gpointer) name);
            }
          self->numbers[f][code] = GPOINTER_TO_UINT (number);
        }
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

/* The place of a row's donor and year; 0 when it does not say both, or is no money. */
static gsize
place_of_row (const Finder *self,
              guint         row)
{
  guint year = year_of_row (self, row);
  guint32 donor = year != 0 ? donor_of_row (self, row) : 0;

  return donor != 0 ? (gsize) donor * (self->n_years + 1) + self->years[year] : 0;
}

static void
finder_clear (Finder *self)
{
  g_ptr_array_unref (self->names);
  g_free (self->numbers[0]);
  g_free (self->numbers[1]);
  g_free (self->years);
  g_free (self->years_by_code);
}

static void
number_rows (NidaOverlaps *self,
             Finder       *finder)
{
  guint n_rows = nida_dataset_get_n_rows (finder->dataset);
  gsize n_places = (gsize) finder->names->len * (finder->n_years + 1);
  g_autofree guint64 *families = g_new0 (guint64, n_places);
  g_autofree guint32 *keys = g_new0 (guint32, n_places);

  for (guint row = 0; row < n_rows; row++)
    families[place_of_row (finder, row)] |= G_GUINT64_CONSTANT (1) << self->families[nida_dataset_get_source (finder->dataset, row)];
  self->keys = g_new0 (guint32, (gsize) n_rows + 1);
  for (guint row = 0; row < n_rows; row++)
    {
      gsize place = place_of_row (finder, row);

      if (place == 0 || (families[place] & (families[place] - 1)) == 0)
        continue;
      if (keys[place] == 0)
        keys[place] = ++self->n_keys;
      self->keys[row] = keys[place];
    }
}

NidaOverlaps *
nida_overlaps_new (NidaDataset *dataset)
{
  g_autoptr (NidaOverlaps) self = g_new0 (NidaOverlaps, 1);
  Finder finder;

  find_families (self, nida_dataset_get_report (dataset));
  if (self->n_families < 2)
    return NULL;
  begin (&finder, dataset);
  number_donors (&finder);
  number_years (&finder);
  number_rows (self, &finder);
  finder_clear (&finder);
  return self->n_keys > 0 ? g_steal_pointer (&self) : NULL;
}

void
nida_overlaps_free (NidaOverlaps *self)
{
  g_free (self->keys);
  g_free (self->families);
  g_free (self);
}

/* --- the report --- */

/* Rows of a source whose donor and year another family holds, too. */
typedef struct {
  guint64     rows;
  GHashTable *donors;         /* by number */
  GPtrArray  *names;          /* of some of them */
} Pair;

static void
note_row (Pair         *pair,
          const Finder *finder,
          guint32       donor)
{
  if (pair->names == NULL)
    {
      pair->names = g_ptr_array_new ();
      pair->donors = g_hash_table_new (NULL, NULL);
    }
  pair->rows++;
  if (g_hash_table_add (pair->donors, GUINT_TO_POINTER (donor)) && pair->names->len < MAX_NAMED)
    g_ptr_array_add (pair->names, finder->names->pdata[donor]);
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

/* Of each donor and year the families that hold it, as bits. */
static guint64 *
list_holders (const NidaOverlaps *self,
              NidaDataset        *dataset)
{
  guint64 *holders = g_new0 (guint64, (gsize) self->n_keys + 1);

  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    holders[self->keys[row]] |= G_GUINT64_CONSTANT (1) << self->families[nida_dataset_get_source (dataset, row)];
  return holders;
}

/* Of two families the later one is told that the earlier one holds the same donors and years. */
static void
note_pairs (const NidaOverlaps *self,
            NidaDataset        *dataset,
            Pair               *pairs)
{
  g_autofree guint64 *holders = list_holders (self, dataset);
  Finder finder;

  begin (&finder, dataset);
  number_donors (&finder);
  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    {
      guint source = self->keys[row] != 0 ? nida_dataset_get_source (dataset, row) : 0;
      guint64 before = self->keys[row] != 0
                       ? holders[self->keys[row]] & ((G_GUINT64_CONSTANT (1) << self->families[source]) - 1) : 0;

      for (; before != 0; before &= before - 1)
        note_row (&pairs[(gsize) source * MAX_FAMILIES + (guint) __builtin_ctzll (before)], &finder, donor_of_row (&finder, row));
    }
  finder_clear (&finder);
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
  note_pairs (self, dataset, pairs);
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
