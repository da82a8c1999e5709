/* One pass finds which families hold money of each donor and year, another numbers those that several hold. */
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

typedef struct {
  NidaDataset *dataset;
  GHashTable  *donors;        /* name → number; names belong to the dictionaries */
  GPtrArray   *names;         /* of each number */
  GHashTable  *holders;       /* donor and year → Holder */
} Finder;

/* Which families hold money of a donor and year, as bits, and its number when several do. */
typedef struct { guint64 families; guint32 key; } Holder;

/* The donor's country where it is known, since families spell donors in their own ways; else the donor. */
static const char *
donor_name (NidaDataset *dataset,
            guint        row)
{
  static const NidaField fields[] = { NIDA_FIELD_DONOR_COUNTRY, NIDA_FIELD_DONOR };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      guint32 code = nida_codes_get (nida_dataset_get_codes (dataset, fields[i]), row);

      if (code != 0)
        return nida_dictionary_get_name (nida_dataset_get_dictionary (dataset, fields[i]), code);
    }
  return NULL;
}

/* Donor and year of a row of money, as one number; 0 when it does not say both. */
static guint64
key_of_row (Finder *self,
            guint   row)
{
  NidaPeriod period = nida_dataset_get_period (self->dataset, row);
  gpointer number;
  const char *name;

  if (!(NIDA_KINDS_MONEY & NIDA_KIND_BIT (nida_dataset_get_kind (self->dataset, row)))
      || period.start.precision == NIDA_PRECISION_NONE)
    return 0;
  name = donor_name (self->dataset, row);
  if (name == NULL)
    return 0;
  if (!g_hash_table_lookup_extended (self->donors, name, NULL, &number))
    {
      number = GUINT_TO_POINTER (self->names->len);
      g_hash_table_insert (self->donors, (gpointer) name, number);
      g_ptr_array_add (self->names, (gpointer) name);
    }
  return ((guint64) GPOINTER_TO_UINT (number) + 1) << 32 | (guint32) nida_date_year (period.start);
}

static Holder *
find_holder (Finder *self,
             guint   row)
{
  guint64 key = key_of_row (self, row);
  Holder *holder = key != 0 ? g_hash_table_lookup (self->holders, &key) : NULL;

  if (holder == NULL && key != 0)
    {
      holder = g_new0 (Holder, 1);
      g_hash_table_insert (self->holders, g_memdup2 (&key, sizeof key), holder);
    }
  return holder;
}

static void
number_rows (NidaOverlaps *self,
             Finder       *finder)
{
  guint n_rows = nida_dataset_get_n_rows (finder->dataset);

  for (guint row = 0; row < n_rows; row++)
    {
      Holder *holder = find_holder (finder, row);

      if (holder != NULL)
        holder->families |= G_GUINT64_CONSTANT (1) << self->families[nida_dataset_get_source (finder->dataset, row)];
    }
  self->keys = g_new0 (guint32, n_rows + 1);
  for (guint row = 0; row < n_rows; row++)
    {
      Holder *holder = find_holder (finder, row);

      if (holder == NULL || (holder->families & (holder->families - 1)) == 0)
        continue;
      if (holder->key == 0)
        holder->key = ++self->n_keys;
      self->keys[row] = holder->key;
    }
}

NidaOverlaps *
nida_overlaps_new (NidaDataset *dataset)
{
  g_autoptr (NidaOverlaps) self = g_new0 (NidaOverlaps, 1);
  Finder finder = { .dataset = dataset };

  find_families (self, nida_dataset_get_report (dataset));
  if (self->n_families < 2)
    return NULL;
  finder.donors = g_hash_table_new (g_str_hash, g_str_equal);
  finder.names = g_ptr_array_new ();
  finder.holders = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  number_rows (self, &finder);
  g_hash_table_unref (finder.holders);
  g_hash_table_unref (finder.donors);
  g_ptr_array_unref (finder.names);
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
  GHashTable *seen;           /* names of donors */
  GPtrArray  *names;          /* some of them */
} Pair;

static void
note_row (Pair       *pair,
          const char *name)
{
  if (pair->names == NULL)
    {
      pair->names = g_ptr_array_new ();
      pair->seen = g_hash_table_new (g_str_hash, g_str_equal);
    }
  pair->rows++;
  if (g_hash_table_add (pair->seen, (gpointer) name) && pair->names->len < MAX_NAMED)
    g_ptr_array_add (pair->names, (gpointer) name);
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
  guint n_donors = g_hash_table_size (pair->seen);
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
  guint64 *holders = g_new0 (guint64, self->n_keys + 1);

  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    holders[self->keys[row]] |= G_GUINT64_CONSTANT (1) << self->families[nida_dataset_get_source (dataset, row)];
  return holders;
}

/* Of two families the later one is told that the earlier one holds the same donors and years. */
static void
report_source (const NidaOverlaps *self,
               NidaDataset        *dataset,
               const guint64      *holders,
               guint               source)
{
  NidaReport *report = nida_dataset_get_report (dataset);
  g_autofree Pair *pairs = g_new0 (Pair, MAX_FAMILIES);

  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    {
      gboolean ours = self->keys[row] != 0 && nida_dataset_get_source (dataset, row) == source;
      guint64 before = ours ? holders[self->keys[row]] & ((G_GUINT64_CONSTANT (1) << self->families[source]) - 1) : 0;

      for (; before != 0; before &= before - 1)
        note_row (&pairs[__builtin_ctzll (before)], donor_name (dataset, row));
    }
  for (guint other = 0; other < MAX_FAMILIES; other++)
    {
      if (pairs[other].rows > 0)
        report_pair (report, source, first_source_of (self, nida_report_get_n_sources (report), other), &pairs[other]);
      g_clear_pointer (&pairs[other].names, g_ptr_array_unref);
      g_clear_pointer (&pairs[other].seen, g_hash_table_unref);
    }
}

void
nida_dataset_find_overlaps (NidaDataset *dataset)
{
  g_autoptr (NidaOverlaps) self = nida_overlaps_new (dataset);
  g_autofree guint64 *holders = NULL;

  if (self == NULL)
    return;
  holders = list_holders (self, dataset);
  for (guint source = 0; source < nida_report_get_n_sources (nida_dataset_get_report (dataset)); source++)
    report_source (self, dataset, holders, source);
}
