/* Sources of one family share their ids, so copies merge. Between families (FTS, the pooled funds, a table of the desk's
 * own) nothing says that two rows are one gift; what can be said is that the same donor gives in the same year. */
#include "dataset-overlap.h"

#include <string.h>

#define MAX_FAMILIES 64
#define MAX_NAMED 3

typedef struct {
  NidaDataset *dataset;
  guint       *family;        /* of each source */
  guint        n_families;
  GHashTable  *donors;        /* name → number; names belong to the dictionaries */
  GPtrArray   *names;         /* of each number */
  GHashTable  *holders;       /* donor and year → bits of families */
} Overlap;

/* Rows of the source @source that family @other holds, too. */
typedef struct {
  guint64    rows;
  GPtrArray *names;           /* of donors, some of them */
  guint      n_donors;
  GHashTable *seen;
} Pair;

static const char *
family_name (const NidaSourceInfo *info)
{
  return info->family != NULL ? info->family : info->format != NULL ? info->format : "";
}

static void
find_families (Overlap    *self,
               NidaReport *report)
{
  guint n_sources = nida_report_get_n_sources (report);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  self->family = g_new0 (guint, n_sources + 1);
  for (guint i = 0; i < n_sources; i++)
    {
      const NidaSourceInfo *info = nida_report_get_source (report, i);
      gpointer number;

      if (info->is_rates)
        continue;
      if (!g_hash_table_lookup_extended (numbers, family_name (info), NULL, &number))
        {
          number = GUINT_TO_POINTER (MIN (self->n_families, MAX_FAMILIES - 1));
          g_hash_table_insert (numbers, (gpointer) family_name (info), number);
          self->n_families++;
        }
      self->family[i] = GPOINTER_TO_UINT (number);
    }
}

/* The donor's country where it is known, since families spell donors in their own ways; else the donor. */
static const char *
donor_name (Overlap *self,
            guint    row)
{
  static const NidaField fields[] = { NIDA_FIELD_DONOR_COUNTRY, NIDA_FIELD_DONOR };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      guint32 code = nida_codes_get (nida_dataset_get_codes (self->dataset, fields[i]), row);

      if (code != 0)
        return nida_dictionary_get_name (nida_dataset_get_dictionary (self->dataset, fields[i]), code);
    }
  return NULL;
}

/* Donor and year of a row of money, as one number; 0 when it does not say both. */
static guint64
key_of_row (Overlap *self,
            guint    row)
{
  NidaPeriod period = nida_dataset_get_period (self->dataset, row);
  gpointer number;
  const char *name;

  if (!(NIDA_KINDS_MONEY & NIDA_KIND_BIT (nida_dataset_get_kind (self->dataset, row)))
      || period.start.precision == NIDA_PRECISION_NONE)
    return 0;
  name = donor_name (self, row);
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

static void
note_holders (Overlap *self)
{
  for (guint row = 0; row < nida_dataset_get_n_rows (self->dataset); row++)
    {
      guint64 key = key_of_row (self, row);
      guint64 *bits;

      if (key == 0)
        continue;
      bits = g_hash_table_lookup (self->holders, &key);
      if (bits == NULL)
        {
          bits = g_new0 (guint64, 1);
          g_hash_table_insert (self->holders, g_memdup2 (&key, sizeof key), bits);
        }
      *bits |= G_GUINT64_CONSTANT (1) << self->family[nida_dataset_get_source (self->dataset, row)];
    }
}

static void
note_row (Overlap *self,
          Pair    *pair,
          guint64  key)
{
  guint donor = (guint) (key >> 32) - 1;

  if (pair->names == NULL)
    {
      pair->names = g_ptr_array_new ();
      pair->seen = g_hash_table_new (NULL, NULL);
    }
  pair->rows++;
  if (!g_hash_table_add (pair->seen, GUINT_TO_POINTER (donor + 1)))
    return;
  pair->n_donors++;
  if (pair->names->len < MAX_NAMED)
    g_ptr_array_add (pair->names, self->names->pdata[donor]);
}

static guint
first_source_of (Overlap *self,
                 guint    n_sources,
                 guint    family)
{
  for (guint i = 0; i < n_sources; i++)
    if (self->family[i] == family)
      return i;
  return 0;
}

static void
report_pair (Overlap    *self,
             NidaReport *report,
             guint       source,
             guint       other,
             Pair       *pair)
{
  NidaProblem problem = { .kind = NIDA_PROBLEM_OVERLAP, .severity = nida_problem_severity (NIDA_PROBLEM_OVERLAP) };
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < pair->names->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " · " : "", (const char *) pair->names->pdata[i]);
  if (pair->n_donors > pair->names->len)
    g_string_append_printf (found, " · +%u", pair->n_donors - pair->names->len);
  problem.source = source;
  problem.source2 = other;
  problem.count = pair->rows;
  problem.found = found->str;
  problem.kept = nida_report_get_source (report, other)->name;
  nida_report_add_problem (report, &problem);
  g_string_free (found, TRUE);
}

/* Of two families the later one is told that the earlier one holds the same donors and years. */
static void
report_source (Overlap    *self,
               NidaReport *report,
               guint       source)
{
  guint n_sources = nida_report_get_n_sources (report), family = self->family[source];
  g_autofree Pair *pairs = g_new0 (Pair, MAX_FAMILIES);

  for (guint row = 0; row < nida_dataset_get_n_rows (self->dataset); row++)
    {
      guint64 key = nida_dataset_get_source (self->dataset, row) == source ? key_of_row (self, row) : 0;
      guint64 *bits = key != 0 ? g_hash_table_lookup (self->holders, &key) : NULL;
      guint64 before = bits != NULL ? *bits & ((G_GUINT64_CONSTANT (1) << family) - 1) : 0;

      for (; before != 0; before &= before - 1)
        note_row (self, &pairs[__builtin_ctzll (before)], key);
    }
  for (guint other = 0; other < MAX_FAMILIES; other++)
    {
      if (pairs[other].rows > 0)
        report_pair (self, report, source, first_source_of (self, n_sources, other), &pairs[other]);
      g_clear_pointer (&pairs[other].names, g_ptr_array_unref);
      g_clear_pointer (&pairs[other].seen, g_hash_table_unref);
    }
}

void
nida_dataset_find_overlaps (NidaDataset *dataset)
{
  NidaReport *report = nida_dataset_get_report (dataset);
  Overlap self = { .dataset = dataset };

  find_families (&self, report);
  if (self.n_families > 1)
    {
      self.donors = g_hash_table_new (g_str_hash, g_str_equal);
      self.names = g_ptr_array_new ();
      self.holders = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
      note_holders (&self);
      for (guint source = 0; source < nida_report_get_n_sources (report); source++)
        report_source (&self, report, source);
      g_hash_table_unref (self.holders);
      g_hash_table_unref (self.donors);
      g_ptr_array_unref (self.names);
    }
  g_free (self.family);
}
