/* Which plan money belongs to: the one of its appeal whose years meet its own. */
#include "coverage-plans.h"

#include "plans.h"

#include <string.h>

#define UNNUMBERED G_MAXUINT32

static gboolean
years_meet (NidaKey plan,
            NidaKey money)
{
  if (NIDA_PLAN_KEY_FIRST_YEAR (plan) == 0 || NIDA_PLAN_KEY_FIRST_YEAR (money) == 0)
    return TRUE;
  return NIDA_PLAN_KEY_FIRST_YEAR (plan) <= NIDA_PLAN_KEY_LAST_YEAR (money) &&
         NIDA_PLAN_KEY_FIRST_YEAR (money) <= NIDA_PLAN_KEY_LAST_YEAR (plan);
}

/* By code of a plan: what it requires. */
static NidaWide *
sum_requirements (const NidaCoverage *self,
                  const NidaEncoded  *encoded)
{
  NidaWide *sums = g_new0 (NidaWide, encoded->n_codes);
  GArray *rows = self->levels->total_rows;

  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);

      if (nida_coverage_is_requirement (self, row) && nida_values_has (self->values, row))
        sums[nida_coverage_plan_code (self, row)] += nida_values_get (self->values, row);
    }
  return sums;
}

/* The plans with a requirement, by appeal: money of other years finds its plan there. */
typedef struct {
  NidaInterner appeals;
  GPtrArray   *codes;         /* GArray of guint32, by number of the appeal */
} NidaAppeals;

static GArray *
find_appeal (const NidaAppeals *self,
             NidaKey            key)
{
  guint32 number = nida_interner_find (&self->appeals, key.a, 0);

  return number == NIDA_INTERNER_NONE ? NULL : g_ptr_array_index (self->codes, number);
}

static void
add_plan (NidaAppeals *self,
          NidaKey      key,
          guint32      code)
{
  guint32 number = nida_interner_add (&self->appeals, key.a, 0);

  if (number == self->codes->len)
    g_ptr_array_add (self->codes, g_array_new (FALSE, FALSE, sizeof (guint32)));
  g_array_append_val (g_ptr_array_index (self->codes, number), code);
}

static void
number_plans (NidaCoverage      *self,
              const NidaEncoded *encoded,
              NidaAppeals       *appeals)
{
  g_autofree NidaWide *requirements = sum_requirements (self, encoded);

  for (guint32 code = 0; code < encoded->n_codes; code++)
    {
      self->plans.slot_of_code[code] = UNNUMBERED;
      if (requirements[code] <= 0)
        continue;
      self->plans.slot_of_code[code] = self->n_plans++;
      add_plan (appeals, encoded->keys.keys[code], code);
    }
}

/* Of several plans that the money's years meet, the earliest; undated money only where the appeal has one plan. */
static guint32
plan_for (const NidaCoverage *self,
          const NidaEncoded  *encoded,
          GArray             *plans,
          guint32             code)
{
  NidaKey money = encoded->keys.keys[code];
  guint32 best = UNNUMBERED;
  guint n = 0;

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      guint32 plan = g_array_index (plans, guint32, i);

      if (!years_meet (encoded->keys.keys[plan], money))
        continue;
      if (n++ == 0 || encoded->keys.keys[plan].b < encoded->keys.keys[best].b)
        best = plan;
    }
  if (n == 0 || (NIDA_PLAN_KEY_FIRST_YEAR (money) == 0 && n > 1))
    return NIDA_COVERAGE_OUTSIDE (self);
  return self->plans.slot_of_code[best];
}

static void
find_plans (NidaCoverage      *self,
            const NidaEncoded *encoded)
{
  NidaAppeals appeals = { .codes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref) };

  number_plans (self, encoded, &appeals);
  for (guint32 code = 0; code < encoded->n_codes; code++)
    if (self->plans.slot_of_code[code] == UNNUMBERED)
      {
        guint32 slot = plan_for (self, encoded, find_appeal (&appeals, encoded->keys.keys[code]), code);

        self->plans.slot_of_code[code] = slot;
      }
  nida_interner_clear (&appeals.appeals);
  g_ptr_array_unref (appeals.codes);
}

/* --- kept --- */

#define MOST_KEPT 4

/* Many questions are about the same requirements: all that one brush narrows, all years of what is asked for some. */
typedef struct {
  const NidaValues *values;
  GArray           *rows;              /* guint32: requirements, and what is reported */
  guint32          *slot_of_code;
  guint32           n_codes, n_plans;
} NidaKeptPlans;

void
nida_kept_plans_free (gpointer kept)
{
  NidaKeptPlans *self = kept;

  g_array_unref (self->rows);
  g_free (self->slot_of_code);
  g_free (self);
}

static gboolean
is_of (const NidaKeptPlans *self,
       const NidaCoverage  *coverage)
{
  GArray *rows = coverage->levels->total_rows;

  return self->values == coverage->values && self->n_codes == coverage->plans.n_codes && self->rows->len == rows->len &&
         (rows->len == 0 || memcmp (self->rows->data, rows->data, rows->len * sizeof (guint32)) == 0);
}

static gboolean
take_kept (NidaCoverage *self)
{
  NidaSheet *sheet = self->sheet;
  gboolean found = FALSE;

  g_mutex_lock (&sheet->totals_lock);
  for (GList *l = sheet->plans_found.head; l != NULL; l = l->next)
    {
      const NidaKeptPlans *kept = l->data;

      if (!is_of (kept, self))
        continue;
      found = TRUE;
      self->n_plans = kept->n_plans;
      memcpy (self->plans.slot_of_code, kept->slot_of_code, kept->n_codes * sizeof (guint32));
      g_queue_unlink (&sheet->plans_found, l);
      g_queue_push_head_link (&sheet->plans_found, l);
      break;
    }
  g_mutex_unlock (&sheet->totals_lock);
  return found;
}

static void
keep (const NidaCoverage *self)
{
  NidaSheet *sheet = self->sheet;
  NidaKeptPlans *kept = g_new (NidaKeptPlans, 1);

  *kept = (NidaKeptPlans) { .values = self->values, .rows = g_array_copy (self->levels->total_rows), .n_codes = self->plans.n_codes,
                            .n_plans = self->n_plans };
  kept->slot_of_code = g_memdup2 (self->plans.slot_of_code, kept->n_codes * sizeof (guint32));
  g_mutex_lock (&sheet->totals_lock);
  g_queue_push_head (&sheet->plans_found, kept);
  if (sheet->plans_found.length > MOST_KEPT)
    nida_kept_plans_free (g_queue_pop_tail (&sheet->plans_found));
  g_mutex_unlock (&sheet->totals_lock);
}

void
nida_coverage_find_plans (NidaCoverage *self)
{
  const NidaEncoded *encoded = nida_sheet_get_plans (self->sheet);

  self->plans = (NidaDimension) { .sheet = self->sheet, .codes = encoded->codes, .n_codes = encoded->n_codes };
  self->plans.slot_of_code = g_new (guint32, encoded->n_codes);
  if (!take_kept (self))
    {
      find_plans (self, encoded);
      keep (self);
    }
  self->plans.n_slots = self->n_plans + 2;
}
