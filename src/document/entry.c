/* The ledger's entry as a value: its names, its statuses and what is due. Money moves from pledge to payment in one entry, so
 * that it is counted once, as what it is now; where parts were paid, they count as paid, and only the rest as what it is. */
#include "entry.h"

#include <string.h>

static void
clear_step (gpointer data)
{
  g_clear_pointer (&((NidaEntryStep *) data)->who, g_free);
}

NidaEntry *
nida_entry_new (NidaEntryKind kind)
{
  NidaEntry *self = g_new0 (NidaEntry, 1);

  self->kind = kind;
  self->steps = g_array_new (FALSE, FALSE, sizeof (NidaEntryStep));
  g_array_set_clear_func (self->steps, clear_step);
  self->amount = NIDA_MONEY_NONE;
  self->links = g_ptr_array_new_with_free_func (g_free);
  return self;
}

NidaEntry *
nida_entry_copy (const NidaEntry *self)
{
  NidaEntry *copy = nida_entry_new (self->kind);

  for (guint i = 0; i < self->steps->len; i++)
    {
      NidaEntryStep step = g_array_index (self->steps, NidaEntryStep, i);

      step.who = g_strdup (step.who);
      g_array_append_val (copy->steps, step);
    }
  for (guint name = 0; name < NIDA_N_ENTRY_NAMES; name++)
    nida_entry_set_name (copy, name, self->names[name][0], self->names[name][1]);
  copy->amount = self->amount;
  memcpy (copy->currency, self->currency, sizeof copy->currency);
  copy->qualifier = self->qualifier;
  copy->period = self->period;
  copy->usage_year = self->usage_year;
  copy->due = self->due;
  copy->next_step = g_strdup (self->next_step);
  copy->notes[0] = g_strdup (self->notes[0]);
  copy->notes[1] = g_strdup (self->notes[1]);
  copy->said_by = g_strdup (self->said_by);
  copy->source = g_strdup (self->source);
  for (guint i = 0; i < self->links->len; i++)
    g_ptr_array_add (copy->links, g_strdup (self->links->pdata[i]));
  return copy;
}

void
nida_entry_free (NidaEntry *self)
{
  if (self == NULL)
    return;
  for (guint name = 0; name < NIDA_N_ENTRY_NAMES; name++)
    for (guint i = 0; i < 2; i++)
      g_free (self->names[name][i]);
  g_array_unref (self->steps);
  g_ptr_array_unref (self->links);
  g_free (self->next_step);
  g_free (self->notes[0]);
  g_free (self->notes[1]);
  g_free (self->said_by);
  g_free (self->source);
  g_free (self);
}

gboolean
nida_entry_equal (const NidaEntry *a,
                  const NidaEntry *b)
{
  g_autofree char *first = nida_entry_to_text (a), *second = nida_entry_to_text (b);

  return g_str_equal (first, second);
}

void
nida_entry_set_text (char       **field,
                     const char  *text)
{
  g_autofree char *copy = text != NULL && *text != '\0' ? g_strdup (text) : NULL;

  g_free (*field);
  *field = g_steal_pointer (&copy);
}

/**
 * nida_entry_set_name:
 * @english: (nullable): the name by which the data know it
 * @arabic: (nullable): its Arabic name
 */
void
nida_entry_set_name (NidaEntry     *self,
                     NidaEntryName  name,
                     const char    *english,
                     const char    *arabic)
{
  nida_entry_set_text (&self->names[name][0], english);
  nida_entry_set_text (&self->names[name][1], arabic);
}

NidaField
nida_entry_name_field (NidaEntryName name)
{
  static const NidaField fields[NIDA_N_ENTRY_NAMES] = {
    [NIDA_ENTRY_DONOR] = NIDA_FIELD_DONOR, [NIDA_ENTRY_RECIPIENT] = NIDA_FIELD_RECIPIENT,
    [NIDA_ENTRY_APPEAL] = NIDA_FIELD_APPEAL, [NIDA_ENTRY_CATEGORY] = NIDA_FIELD_CATEGORY,
    [NIDA_ENTRY_COUNTRY] = NIDA_FIELD_COUNTRY, [NIDA_ENTRY_PARTNER] = NIDA_FIELD_PARTNER,
    [NIDA_ENTRY_EMERGENCY] = NIDA_FIELD_EMERGENCY, [NIDA_ENTRY_DONOR_COUNTRY] = NIDA_FIELD_DONOR_COUNTRY,
  };

  return fields[name];
}

/* --- from pledge to payment --- */

NidaEntryStep *
nida_entry_get_step (const NidaEntry *self)
{
  for (guint i = self->steps->len; i > 0; i--)
    if (g_array_index (self->steps, NidaEntryStep, i - 1).status != NIDA_ENTRY_PART)
      return &g_array_index (self->steps, NidaEntryStep, i - 1);
  return NULL;
}

gint64
nida_entry_get_said_at (const NidaEntry *self)
{
  gint64 at = 0;

  for (guint i = 0; i < self->steps->len; i++)
    at = MAX (at, g_array_index (self->steps, NidaEntryStep, i).at);
  return at;
}

NidaEntryStatus
nida_entry_get_status (const NidaEntry *self)
{
  const NidaEntryStep *step = nida_entry_get_step (self);

  return step != NULL ? step->status : NIDA_ENTRY_PLEDGED;
}

/**
 * nida_entry_add_step:
 * @date: the day on which it became so; %NIDA_DATE_NONE for that of the entry
 * @at: when this is said, microseconds since 1970
 * @who: (nullable): who says it
 */
void
nida_entry_add_step (NidaEntry       *self,
                     NidaEntryStatus  status,
                     NidaDate         date,
                     gint64           at,
                     const char      *who)
{
  NidaEntryStep step = { status, date, at, NULL, NIDA_MONEY_NONE };
  const NidaEntryStep *last = nida_entry_get_step (self);

  if (last != NULL && last->status == status)
    return;
  nida_entry_set_text (&step.who, who);
  g_array_append_val (self->steps, step);
}

NidaKind
nida_entry_get_kind (const NidaEntry *self)
{
  static const NidaKind of_status[NIDA_N_ENTRY_STATUSES] = {
    NIDA_KIND_PLEDGE, NIDA_KIND_COMMITMENT, NIDA_KIND_PAID, NIDA_KIND_NONE,
  };
  static const NidaKind of_kind[NIDA_N_ENTRY_KINDS] = {
    NIDA_KIND_NONE, NIDA_KIND_REQUIREMENT, NIDA_KIND_EVENT, NIDA_KIND_INDICATOR, NIDA_KIND_GOAL,
  };
  NidaEntryStatus status = nida_entry_get_status (self);

  if (self->kind == NIDA_ENTRY_MONEY || status == NIDA_ENTRY_CANCELLED)
    return of_status[status];
  return of_kind[self->kind];
}

NidaPeriod
nida_entry_get_period (const NidaEntry *self)
{
  const NidaEntryStep *step = self->kind == NIDA_ENTRY_MONEY ? nida_entry_get_step (self) : NULL;

  if (step == NULL || step->date.precision == NIDA_PRECISION_NONE)
    return self->period;
  return (NidaPeriod) { step->date, step->date };
}

/* --- parts that were paid --- */

gboolean
nida_entry_may_be_paid (const NidaEntry *self)
{
  return self->kind == NIDA_ENTRY_MONEY && self->amount != NIDA_MONEY_NONE && nida_entry_get_status (self) != NIDA_ENTRY_CANCELLED;
}

guint
nida_entry_get_n_parts (const NidaEntry *self)
{
  guint n = 0;

  for (guint i = 0; i < self->steps->len; i++)
    n += g_array_index (self->steps, NidaEntryStep, i).status == NIDA_ENTRY_PART;
  return n;
}

/* Their sum has been found to be countable when each was added. */
NidaMoney
nida_entry_get_parts (const NidaEntry *self)
{
  NidaMoney sum = 0;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const NidaEntryStep *step = &g_array_index (self->steps, NidaEntryStep, i);

      if (step->status == NIDA_ENTRY_PART)
        sum += step->amount;
    }
  return sum;
}

/**
 * nida_entry_add_part:
 * @amount: above zero, in the currency of the entry
 * @date: the day on which it was paid
 * @at: when this is said, microseconds since 1970
 * @who: (nullable): who says it
 *
 * Returns: whether the parts can still be counted
 */
gboolean
nida_entry_add_part (NidaEntry  *self,
                     NidaMoney   amount,
                     NidaDate    date,
                     gint64      at,
                     const char *who)
{
  NidaEntryStep step = { NIDA_ENTRY_PART, date, at, NULL, amount };
  NidaMoney sum;

  if (amount == NIDA_MONEY_NONE || amount <= 0 || !nida_money_add (nida_entry_get_parts (self), amount, &sum))
    return FALSE;
  nida_entry_set_text (&step.who, who);
  g_array_append_val (self->steps, step);
  return TRUE;
}

NidaMoney
nida_entry_get_open (const NidaEntry *self)
{
  NidaMoney parts = nida_entry_get_parts (self);

  if (parts == 0 || self->amount == NIDA_MONEY_NONE)
    return self->amount;
  return self->amount > parts ? self->amount - parts : 0;
}

/* --- what is due --- */

gboolean
nida_entry_is_open (const NidaEntry *self)
{
  return self->kind == NIDA_ENTRY_MONEY && nida_entry_get_status (self) < NIDA_ENTRY_PAID
         && self->due.precision != NIDA_PRECISION_NONE && (nida_entry_get_n_parts (self) == 0 || nida_entry_get_open (self) > 0);
}

gboolean
nida_entry_is_due (const NidaEntry *self,
                   gint32           today,
                   guint            days)
{
  return nida_entry_is_open (self) && !nida_entry_is_overdue (self, today)
         && nida_date_first_day (self->due) <= today + (gint32) days;
}

/* What is due in a month is late when the month is over. */
gboolean
nida_entry_is_overdue (const NidaEntry *self,
                       gint32           today)
{
  return nida_entry_is_open (self) && nida_date_last_day (self->due) < today;
}
