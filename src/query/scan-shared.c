/* Questions with the same filters often need the same pass over the rows, or one that says less than a pass made before:
 * the total of what was summed by donor, the years of what was summed by month, pledges where all kinds of money were
 * summed. A selection keeps its passes, and such a question adds up groups instead of rows. */
#include "scan-shared.h"

#include "scan-behind.h"
#include "scan-coarser.h"

#include <string.h>

#define MOST_GROUPS 65536      /* of a pass that is kept */
#define MOST_SUMS_OF_BASE 32768
#define MOST_SCANS_OF_BASE 32

/* A pass that was made, with copies of all that it depended on. */
typedef struct {
  NidaScan      scan;
  NidaRules     rules;
  NidaDimension dimensions[NIDA_SCAN_MOST_DIMENSIONS];
} NidaKept;

static void
kept_free (gpointer data)
{
  NidaKept *kept = data;

  for (guint d = 0; d < kept->scan.n_dimensions; d++)
    g_free (kept->dimensions[d].slot_of_code);
  kept->scan.shared = FALSE;
  nida_scan_clear (&kept->scan);
  g_free (kept);
}

static NidaKept *
kept_new (const NidaScan *scan)
{
  NidaKept *kept = g_new0 (NidaKept, 1);

  kept->scan = *scan;
  kept->rules = *scan->rules;
  kept->scan.rules = &kept->rules;
  kept->scan.dimensions = kept->dimensions;
  for (guint d = 0; d < scan->n_dimensions; d++)
    {
      const NidaDimension *dimension = &scan->dimensions[d];

      kept->dimensions[d] = *dimension;
      kept->dimensions[d].slot_of_code = g_memdup2 (dimension->slot_of_code, dimension->n_codes * sizeof (guint32));
    }
  return kept;
}

/* Do both add the same rows to the same sums? */
static gboolean
count_alike (const NidaScan *one,
             const NidaScan *other)
{
  return one->values == other->values && one->twins == other->twins && one->rules->n_sums == other->rules->n_sums &&
         memcmp (one->rules->actions, other->rules->actions, sizeof one->rules->actions) == 0 &&
         memcmp (one->rules->copies, other->rules->copies, sizeof one->rules->copies) == 0;
}

static gboolean
group_alike (const NidaScan *one,
             const NidaScan *other)
{
  if (one->n_dimensions != other->n_dimensions)
    return FALSE;
  for (guint d = 0; d < one->n_dimensions; d++)
    {
      const NidaDimension *ours = &one->dimensions[d], *theirs = &other->dimensions[d];

      if (ours->codes.data != theirs->codes.data || ours->n_codes != theirs->n_codes || ours->n_slots != theirs->n_slots ||
          memcmp (ours->slot_of_code, theirs->slot_of_code, ours->n_codes * sizeof (guint32)) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_kept (NidaScan  *self,
           GPtrArray *scans)
{
  for (guint i = 0; i < scans->len; i++)
    {
      const NidaScan *kept = &((NidaKept *) g_ptr_array_index (scans, i))->scan;

      if (!count_alike (kept, self) || !group_alike (kept, self))
        continue;
      self->tally = kept->tally;
      memcpy (self->asides, kept->asides, sizeof self->asides);
      memcpy (self->without_amount, kept->without_amount, sizeof self->without_amount);
      self->twice = kept->twice;
      self->twice_in_all = kept->twice_in_all;
      self->converted = kept->converted;
      self->shared = TRUE;
      return TRUE;
    }
  return FALSE;
}

static gboolean
derive_from_any (NidaScan  *self,
                 GPtrArray *scans)
{
  for (guint i = 0; i < scans->len; i++)
    {
      const NidaScan *kept = &((NidaKept *) g_ptr_array_index (scans, i))->scan;

      if (count_alike (kept, self) && nida_scan_derive (kept, self))
        return TRUE;
    }
  return FALSE;
}

static void
keep (NidaScan *self)
{
  g_ptr_array_add (self->selection->scans, kept_new (self));
  self->shared = TRUE;
}

/* What a base keeps stays for long. */
static gboolean
may_keep (const NidaScan *self)
{
  guint64 size = nida_tally_get_size (&self->tally);

  return self->sheet->is_base ? size * self->rules->n_sums <= MOST_SUMS_OF_BASE && self->selection->scans->len < MOST_SCANS_OF_BASE
                              : size <= MOST_GROUPS;
}

static void
begin_keeping (NidaSelection *selection)
{
  if (selection->scans == NULL)
    selection->scans = g_ptr_array_new_with_free_func (kept_free);
}

static gboolean share (NidaScan *self, GError **error);

/* Of rows behind others only these are gone through. What the base has is kept with it, for many threads. */
static gboolean
run (NidaScan  *self,
     GError   **error)
{
  NidaSelection *of_base = self->selection->of_base;
  NidaBaseScan base;
  gboolean done;

  if (!nida_base_scan_init (&base, self))
    return nida_scans_run (&self, 1, error);
  g_mutex_lock (&of_base->lock);
  done = share (&base.scan, error) && nida_base_scan_join (&base, self, error);
  nida_scan_clear (&base.scan);
  g_mutex_unlock (&of_base->lock);
  nida_base_scan_clear (&base);
  return done;
}

static gboolean
share (NidaScan  *self,
       GError   **error)
{
  NidaSelection *selection = self->selection;

  begin_keeping (selection);
  if (take_kept (self, selection->scans))
    return TRUE;
  if (!derive_from_any (self, selection->scans) && !run (self, error))
    return FALSE;
  if (may_keep (self))
    keep (self);
  return TRUE;
}

/* --- one pass for all measures --- */

/* Rules that give each kind of money a sum of its own, so that one pass answers every measure by either rule. FALSE where
 * that does not do: what a row does depends on its copies, a flow has several rows, what was converted must be told of the
 * rows that count, or the groups are very many. */
static gboolean
begin_plain (const NidaScan *wanted,
             NidaRules      *rules,
             NidaTrait      *traits)
{
  guint64 n_groups;

  if (wanted->twins != NULL || wanted->sheet->copies != NULL || wanted->values->rates != NULL ||
      !nida_dimensions_product (wanted->dimensions, wanted->n_dimensions, &n_groups) || n_groups > MOST_GROUPS)
    return FALSE;
  *rules = (NidaRules) { .rule = wanted->rules->rule };
  memset (rules->actions, NIDA_ACTION_SKIP, sizeof rules->actions);
  for (guint trait = 0; trait < NIDA_N_TRAITS; trait++)
    {
      if (!wanted->selection->present[trait] || !(NIDA_KIND_BIT (NIDA_TRAIT_KIND (trait)) & NIDA_KINDS_MONEY))
        continue;
      if (rules->n_sums == NIDA_RULES_MOST_SUMS)
        return FALSE;
      traits[rules->n_sums] = trait;
      rules->actions[trait] = rules->n_sums++;
    }
  return TRUE;
}

/* What the rows of one kind of money in one group add to, by the rules of the question. */
static void
take_sum (NidaScan      *wanted,
          guint64        group,
          guint8         action,
          const NidaSum *sum)
{
  if (sum->rows == 0 || action == NIDA_ACTION_SKIP)
    return;
  if (action < NIDA_RULES_MOST_SUMS)
    nida_sum_merge (nida_tally_at (&wanted->tally, group) + action, sum);
  else
    nida_sum_merge (&wanted->asides[action & ~NIDA_ACTION_ASIDE], sum);
}

static void
take_plain (const NidaScan  *plain,
            const NidaTrait *traits,
            NidaScan        *wanted)
{
  guint64 size = nida_tally_get_size (&plain->tally);

  nida_tally_init (&wanted->tally, plain->tally.n_groups, wanted->rules->n_sums, size);
  wanted->twice = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint64 i = 0; i < size; i++)
    {
      const NidaSum *sums;
      guint64 group;

      if (nida_tally_get (&plain->tally, i, &group, &sums))
        for (guint s = 0; s < plain->rules->n_sums; s++)
          take_sum (wanted, group, wanted->rules->actions[traits[s]], &sums[s]);
    }
  for (guint s = 0; s < plain->rules->n_sums; s++)
    if (wanted->rules->actions[traits[s]] < NIDA_RULES_MOST_SUMS)
      {
        wanted->without_amount[wanted->rules->actions[traits[s]]] += plain->without_amount[s];
        wanted->asides[NIDA_ASIDE_NO_AMOUNT].rows += plain->without_amount[s];
      }
}

gboolean
nida_scan_share (NidaScan  *self,
                 GError   **error)
{
  NidaTrait traits[NIDA_RULES_MOST_SUMS];
  NidaRules rules;
  NidaScan plain = *self;
  gboolean done;

  if (!begin_plain (self, &rules, traits))
    return share (self, error);
  plain.rules = &rules;
  done = share (&plain, error);
  if (done)
    take_plain (&plain, traits, self);
  nida_scan_clear (&plain);
  return done;
}

/* --- one pass for many questions --- */

/* Will the answer come from a pass that @scan makes? */
static gboolean
follows_from (const NidaScan *scan,
              const NidaScan *wanted)
{
  return count_alike (scan, wanted) && (group_alike (scan, wanted) || nida_scan_is_coarser (scan, wanted));
}

static gboolean
is_at_hand (const NidaScan *wanted,
            GPtrArray      *chosen)
{
  GPtrArray *kept = wanted->selection->scans;

  for (guint i = 0; i < kept->len; i++)
    if (follows_from (&((NidaKept *) g_ptr_array_index (kept, i))->scan, wanted))
      return TRUE;
  for (guint i = 0; i < chosen->len; i++)
    if (follows_from (g_ptr_array_index (chosen, i), wanted))
      return TRUE;
  return FALSE;
}

/* The base's rows are gone through once for all that it has not kept. */
static gboolean
share_base_ahead (GPtrArray  *wanted,
                  GError    **error)
{
  NidaSelection *of_base = ((NidaScan *) g_ptr_array_index (wanted, 0))->selection->of_base;
  g_autofree NidaBaseScan *bases = g_new (NidaBaseScan, wanted->len);
  g_autoptr (GPtrArray) scans = g_ptr_array_new ();
  guint n = 0;
  gboolean done;

  for (guint i = 0; i < wanted->len; i++)
    if (nida_base_scan_init (&bases[n], g_ptr_array_index (wanted, i)))
      g_ptr_array_add (scans, &bases[n++].scan);
  g_mutex_lock (&of_base->lock);
  done = nida_scans_share_ahead (scans, error);
  g_mutex_unlock (&of_base->lock);
  for (guint i = 0; i < n; i++)
    nida_base_scan_clear (&bases[i]);
  return done;
}

/* @wanted: (element-type NidaScan): of one selection, the finest first. Rows are gone through once for those that one plain
 * pass answers; nida_scan_share() finds the sums afterwards. Others are left to it. */
gboolean
nida_scans_share_ahead (GPtrArray  *wanted,
                        GError    **error)
{
  g_autofree NidaScan *plain = g_new (NidaScan, wanted->len + 1);
  g_autofree NidaRules *rules = g_new (NidaRules, wanted->len + 1);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  NidaTrait traits[NIDA_RULES_MOST_SUMS];

  if (wanted->len > 0 && ((NidaScan *) g_ptr_array_index (wanted, 0))->selection->of_base != NULL)
    return share_base_ahead (wanted, error);
  for (guint i = 0; i < wanted->len; i++)
    {
      plain[i] = *(NidaScan *) g_ptr_array_index (wanted, i);
      begin_keeping (plain[i].selection);
      if (!begin_plain (&plain[i], &rules[i], traits))
        continue;
      plain[i].rules = &rules[i];
      if (!is_at_hand (&plain[i], chosen) && (chosen->len == 0 || count_alike (g_ptr_array_index (chosen, 0), &plain[i])))
        g_ptr_array_add (chosen, &plain[i]);
    }
  if (chosen->len < 2)
    return TRUE;
  if (!nida_scans_run ((NidaScan **) chosen->pdata, chosen->len, error))
    {
      for (guint i = 0; i < chosen->len; i++)
        nida_scan_clear (g_ptr_array_index (chosen, i));
      return FALSE;
    }
  for (guint i = 0; i < chosen->len; i++)
    if (may_keep (g_ptr_array_index (chosen, i)))
      keep (g_ptr_array_index (chosen, i));
    else
      nida_scan_clear (g_ptr_array_index (chosen, i));
  return TRUE;
}
