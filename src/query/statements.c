/* Of the totals that are reported of one donor, recipient, appeal, category and country, and whose spans overlap, one
 * counts in a sum: the one with the widest span, then the larger amount. The others say something of the same money. */
#include "statements.h"

static const NidaField key_fields[] = {
  NIDA_FIELD_DONOR, NIDA_FIELD_RECIPIENT, NIDA_FIELD_APPEAL, NIDA_FIELD_CATEGORY, NIDA_FIELD_COUNTRY
};
static const NidaField stated_fields[] = {
  NIDA_FIELD_DONOR, NIDA_FIELD_RECIPIENT, NIDA_FIELD_CATEGORY, NIDA_FIELD_COUNTRY
};
#define N_KEYS G_N_ELEMENTS (key_fields)

typedef struct {
  guint32   row;
  guint64   group;
  guint32   keys[N_KEYS];
  gboolean  dated;
  gint32    first, last;      /* days */
  NidaWide  value;
} NidaStatement;

static gboolean
is_one (NidaSheet *sheet,
        NidaCodes  levels,
        guint32    row)
{
  return NIDA_TRAIT_KIND (sheet->traits[row]) == NIDA_KIND_REPORTED && nida_codes_get (levels, row) == NIDA_LEVEL_NONE;
}

gboolean
nida_statements_is_one (NidaSheet *sheet,
                        guint32    row)
{
  return is_one (sheet, nida_dataset_get_codes (sheet->dataset, NIDA_FIELD_LEVEL), row);
}

gboolean
nida_statements_holds (NidaSheet *sheet,
                       guint32    statement,
                       guint32    row)
{
  NidaPeriod span = nida_dataset_get_period (sheet->dataset, statement);

  for (guint i = 0; i < G_N_ELEMENTS (stated_fields); i++)
    {
      NidaCodes codes = nida_dataset_get_codes (sheet->dataset, stated_fields[i]);
      guint32 code = nida_codes_get (codes, statement);

      if (code != 0 && code != nida_codes_get (codes, row))
        return FALSE;
    }
  return span.start.precision == NIDA_PRECISION_NONE ||
         nida_period_within (nida_dataset_get_period (sheet->dataset, row), nida_date_first_day (span.start),
                             nida_date_last_day (span.end));
}

static NidaStatement
make_statement (NidaSheet           *sheet,
                const NidaValues    *values,
                const NidaDimension *dimensions,
                guint                n_dimensions,
                guint32              row)
{
  NidaPeriod period = nida_dataset_get_period (sheet->dataset, row);
  NidaStatement self = { .row = row, .group = nida_dimensions_group (dimensions, n_dimensions, row),
                         .value = nida_values_get (values, row) };

  for (guint i = 0; i < N_KEYS; i++)
    self.keys[i] = nida_codes_get (nida_dataset_get_codes (sheet->dataset, key_fields[i]), row);
  self.dated = period.start.precision != NIDA_PRECISION_NONE;
  if (self.dated)
    {
      self.first = nida_date_first_day (period.start);
      self.last = nida_date_last_day (period.end);
    }
  return self;
}

static int
compare_subjects (const NidaStatement *one,
                  const NidaStatement *other)
{
  if (one->group != other->group)
    return one->group < other->group ? -1 : 1;
  for (guint i = 0; i < N_KEYS; i++)
    if (one->keys[i] != other->keys[i])
      return one->keys[i] < other->keys[i] ? -1 : 1;
  return one->dated - other->dated;
}

/* Those of one subject together, the widest first. Statements that compare equal say the same, so that it does not matter
 * which of them counts. */
static int
compare_statements (gconstpointer a,
                    gconstpointer b)
{
  const NidaStatement *one = a, *other = b;
  gint64 width = (gint64) one->last - one->first, other_width = (gint64) other->last - other->first;
  int order = compare_subjects (one, other);

  if (order != 0)
    return order;
  if (width != other_width)
    return width > other_width ? -1 : 1;
  if (one->value != other->value)
    return one->value > other->value ? -1 : 1;
  return one->first < other->first ? -1 : one->first > other->first;
}

static gboolean
overlap (const NidaStatement *one,
         const NidaStatement *other)
{
  if (!one->dated)
    return one->value == other->value;      /* nothing else tells that two are about the same time */
  return one->first <= other->last && other->first <= one->last;
}

static gboolean
say_the_same (const NidaStatement *one,
              const NidaStatement *other)
{
  return one->value == other->value && one->first == other->first && one->last == other->last;
}

/* Marks by row what does not count; @statements are in order. */
static void
choose (GArray     *statements,
        GHashTable *dropped,
        NidaSum    *beside)
{
  for (guint i = 0; i < statements->len; i++)
    {
      const NidaStatement *self = &g_array_index (statements, NidaStatement, i);
      const NidaStatement *larger = NULL;

      for (guint j = i; j > 0 && larger == NULL; j--)
        {
          const NidaStatement *before = &g_array_index (statements, NidaStatement, j - 1);

          if (compare_subjects (before, self) != 0)
            break;
          if (overlap (before, self) && !g_hash_table_contains (dropped, GUINT_TO_POINTER (before->row)))
            larger = before;
        }
      if (larger == NULL)
        continue;
      g_hash_table_add (dropped, GUINT_TO_POINTER (self->row));
      if (beside != NULL && !say_the_same (larger, self))
        {
          beside->sum += self->value;
          beside->rows++;
        }
    }
}

void
nida_statements_choose (NidaSheet           *sheet,
                        const NidaValues    *values,
                        const NidaDimension *dimensions,
                        guint                n_dimensions,
                        GArray              *rows,
                        NidaSum             *beside)
{
  g_autoptr (GArray) statements = g_array_new (FALSE, FALSE, sizeof (NidaStatement));
  g_autoptr (GHashTable) dropped = NULL;
  NidaCodes levels = nida_dataset_get_codes (sheet->dataset, NIDA_FIELD_LEVEL);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    if (is_one (sheet, levels, g_array_index (rows, guint32, i)))
      {
        NidaStatement statement = make_statement (sheet, values, dimensions, n_dimensions, g_array_index (rows, guint32, i));

        g_array_append_val (statements, statement);
      }
  if (statements->len < 2)
    return;
  dropped = g_hash_table_new (NULL, NULL);
  g_array_sort (statements, compare_statements);
  choose (statements, dropped, beside);
  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);

      if (!g_hash_table_contains (dropped, GUINT_TO_POINTER (row)))
        g_array_index (rows, guint32, n++) = row;
    }
  g_array_set_size (rows, n);
}
