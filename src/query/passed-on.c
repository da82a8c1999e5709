/* Sums what each donor gave and counts what each organisation received, then matches the two by name. */
#include "passed-on.h"

#include "parallel.h"

#define BLOCK 65536

typedef struct {
  NidaSum *given;          /* by donor code */
  NidaSum *to_itself;      /* by donor code: flows from an organisation to itself */
  guint32 *received;       /* by recipient code: flows */
} NidaOrganisations;

typedef struct {
  NidaSheet           *sheet;
  const NidaSelection *selection;
  const NidaValues    *values;
  GCancellable        *cancellable;
  NidaRules            rules;
  NidaCodes            donors, recipients;
  guint32              n_donors, n_recipients;
  guint32             *same;           /* by donor code: the recipient of that name, 0 when there is none */
  NidaOrganisations    parts[NIDA_MAX_THREADS];
} NidaPassedOn;

/* FALSE when no donor is called like any recipient. */
static gboolean
find_same (NidaPassedOn *self)
{
  gboolean any = FALSE;

  NidaDictionary *donors = nida_dataset_get_dictionary (self->sheet->dataset, NIDA_FIELD_DONOR);
  NidaDictionary *recipients = nida_dataset_get_dictionary (self->sheet->dataset, NIDA_FIELD_RECIPIENT);

  self->n_donors = nida_dictionary_get_size (donors) + 1;
  self->n_recipients = nida_dictionary_get_size (recipients) + 1;
  self->same = g_new0 (guint32, self->n_donors);
  for (guint32 code = 1; code < self->n_donors; code++)
    {
      self->same[code] = nida_dictionary_lookup (recipients, nida_dictionary_get_name (donors, code), -1);
      any |= self->same[code] != 0;
    }
  return any;
}

static void
add_flow (const NidaPassedOn *self,
          NidaOrganisations  *part,
          guint32             row)
{
  guint16 copies = self->sheet->copies == NULL ? 0 : self->sheet->copies[row];
  guint32 donor, recipient;

  if (nida_rules_action (&self->rules, self->sheet->traits[row], copies) >= NIDA_RULES_MOST_SUMS)
    return;
  donor = nida_codes_get (self->donors, row);
  recipient = nida_codes_get (self->recipients, row);
  part->received[recipient]++;
  if (self->same[donor] == 0)
    return;
  nida_values_add (self->values, row, &part->given[donor]);
  if (self->same[donor] == recipient)
    nida_values_add (self->values, row, &part->to_itself[donor]);
}

static void
add_range (guint    thread,
           guint    start,
           guint    end,
           gpointer data)
{
  NidaPassedOn *self = data;
  NidaOrganisations *part = &self->parts[thread];

  part->given = g_new0 (NidaSum, self->n_donors);
  part->to_itself = g_new0 (NidaSum, self->n_donors);
  part->received = g_new0 (guint32, self->n_recipients);
  for (guint at = start; at < end && !g_cancellable_is_cancelled (self->cancellable); at += BLOCK)
    for (guint i = at; i < MIN (at + BLOCK, end); i++)
      add_flow (self, part, nida_selection_row (self->selection, i));
}

static void
join_parts (NidaPassedOn      *self,
            NidaOrganisations *all)
{
  *all = self->parts[0];
  for (guint i = 1; i < NIDA_MAX_THREADS; i++)
    {
      NidaOrganisations *part = &self->parts[i];

      if (part->given == NULL)
        continue;
      for (guint32 code = 0; code < self->n_donors; code++)
        {
          nida_sum_merge (&all->given[code], &part->given[code]);
          nida_sum_merge (&all->to_itself[code], &part->to_itself[code]);
        }
      for (guint32 code = 0; code < self->n_recipients; code++)
        all->received[code] += part->received[code];
      g_free (part->given);
      g_free (part->to_itself);
      g_free (part->received);
    }
}

/* A flow to oneself is no other flow, so the one that is all that was received was not passed on. */
static NidaSum
sum_passed_on (const NidaPassedOn      *self,
               const NidaOrganisations *all)
{
  NidaSum most = { 0, 0 };

  for (guint32 donor = 1; donor < self->n_donors; donor++)
    {
      guint32 received = self->same[donor] == 0 ? 0 : all->received[self->same[donor]];

      if (received == 0)
        continue;
      nida_sum_merge (&most, &all->given[donor]);
      if (received == 1 && all->to_itself[donor].rows == 1)
        {
          most.sum -= all->to_itself[donor].sum;
          most.rows -= 1;
        }
    }
  return most;
}

NidaSum
nida_passed_on_most (NidaSheet           *sheet,
                     const NidaSelection *selection,
                     const NidaValues    *values,
                     GCancellable        *cancellable)
{
  NidaPassedOn self = { .sheet = sheet, .selection = selection, .values = values, .cancellable = cancellable };
  NidaOrganisations all;
  NidaSum most;

  self.donors = nida_dataset_get_codes (sheet->dataset, NIDA_FIELD_DONOR);
  self.recipients = nida_dataset_get_codes (sheet->dataset, NIDA_FIELD_RECIPIENT);
  if (self.donors.data == NULL || self.recipients.data == NULL)
    return (NidaSum) { 0, 0 };
  nida_rules_init (&self.rules, NIDA_RULE_DISTINCT, NIDA_MEASURE_BIT (NIDA_MEASURE_RECEIVED), selection);
  if (!find_same (&self))
    {
      g_free (self.same);
      return (NidaSum) { 0, 0 };
    }
  nida_parallel_run (selection->n_rows, add_range, &self);
  join_parts (&self, &all);
  most = sum_passed_on (&self, &all);
  g_free (all.given);
  g_free (all.to_itself);
  g_free (all.received);
  g_free (self.same);
  return most;
}
