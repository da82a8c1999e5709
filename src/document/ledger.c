/* The entries of a document as a list that any thread may read, and the changes that are made to it. Which rows they become is
 * in ledger-rows.c. */
#include "config.h"

#include "ledger.h"

#include "translate.h"

struct _NidaLedger {
  gatomicrefcount ref_count;
  GPtrArray      *rows;         /* NidaLedgerRow, by place */
  GHashTable     *by_id;
  gint32          day;
};

/* --- the day --- */

static int chosen_today = G_MININT32;   /* atomic */

void
nida_ledger_set_today (gint32 day)
{
  g_atomic_int_set (&chosen_today, day);
}

gint32
nida_ledger_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gint32 chosen = g_atomic_int_get (&chosen_today);

  return chosen != G_MININT32 ? chosen
         : nida_days_from_civil (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

NidaDate
nida_ledger_today_date (void)
{
  int year, month, day;

  nida_civil_from_days (nida_ledger_today (), &year, &month, &day);
  return nida_date_new_day (year, month, day);
}

/* --- one row --- */

static void
row_unref (gpointer data)
{
  NidaLedgerRow *row = data;

  if (!g_atomic_ref_count_dec (&row->ref_count))
    return;
  g_free (row->id);
  g_free (row->text);
  g_free (row->problem);
  nida_entry_free (row->entry);
  g_free (row);
}

static NidaLedgerRow *
row_new (const NidaItem *item)
{
  NidaLedgerRow *row = g_new0 (NidaLedgerRow, 1);
  g_autoptr (GError) error = NULL;

  g_atomic_ref_count_init (&row->ref_count);
  row->id = g_strdup (item->id);
  row->text = g_strdup (item->text);
  row->entry = nida_entry_from_text (item->text, -1, &error);
  row->problem = error != NULL ? g_strdup (error->message) : NULL;
  return row;
}

/* That of @before where its text is the same. */
static NidaLedgerRow *
take_row (const NidaItem *item,
          NidaLedger     *before)
{
  NidaLedgerRow *row = before != NULL ? g_hash_table_lookup (before->by_id, item->id) : NULL;

  if (row == NULL || !g_str_equal (row->text, item->text))
    return row_new (item);
  g_atomic_ref_count_inc (&row->ref_count);
  return row;
}

/* --- all rows --- */

/**
 * nida_ledger_new:
 * @items: of a document
 * @before: (nullable): the ledger as it was
 *
 * Returns: (transfer full): the ledger as it is now
 */
NidaLedger *
nida_ledger_new (NidaItems  *items,
                 NidaLedger *before)
{
  NidaLedger *self = g_new0 (NidaLedger, 1);
  guint n = nida_items_get_n (items, NIDA_ITEM_ENTRY);

  g_atomic_ref_count_init (&self->ref_count);
  self->day = nida_ledger_today ();
  self->rows = g_ptr_array_new_full (n, row_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++)
    {
      NidaLedgerRow *row = take_row (nida_items_get (items, NIDA_ITEM_ENTRY, i), before);

      g_ptr_array_add (self->rows, row);
      g_hash_table_insert (self->by_id, row->id, row);
    }
  return self;
}

gboolean
nida_ledger_is_counted (NidaItems *items)
{
  return nida_items_find (items, NIDA_ITEM_SETTING, NIDA_LEDGER_OFF) == NULL;
}

NidaLedger *
nida_ledger_ref (NidaLedger *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
nida_ledger_unref (NidaLedger *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

gint32
nida_ledger_get_day (NidaLedger *self)
{
  return self->day;
}

guint
nida_ledger_get_n (NidaLedger *self)
{
  return self->rows->len;
}

const NidaLedgerRow *
nida_ledger_get (NidaLedger *self,
                 guint       index)
{
  g_return_val_if_fail (index < self->rows->len, NULL);

  return self->rows->pdata[index];
}

const NidaLedgerRow *
nida_ledger_find (NidaLedger *self,
                  const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

gboolean
nida_ledger_equal (NidaLedger *a,
                   NidaLedger *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->rows->len != b->rows->len || a->day != b->day)
    return FALSE;
  for (guint i = 0; i < a->rows->len; i++)
    {
      const NidaLedgerRow *one = a->rows->pdata[i], *other = b->rows->pdata[i];

      if (!g_str_equal (one->id, other->id) || !g_str_equal (one->text, other->text))
        return FALSE;
    }
  return TRUE;
}

/* --- changes --- */

/* What is done is named by what it is done to. */
static const char *
name_of_adding (const NidaEntry *entry)
{
  switch (nida_entry_get_kind (entry))
    {
    case NIDA_KIND_PLEDGE: return NC_("undo", "Add Pledge");
    case NIDA_KIND_COMMITMENT: return NC_("undo", "Add Commitment");
    case NIDA_KIND_PAID: return NC_("undo", "Add Payment");
    case NIDA_KIND_REQUIREMENT: return NC_("undo", "Add Requirement");
    case NIDA_KIND_EVENT: return NC_("undo", "Add Event");
    default: return NC_("undo", "Add Entry");
    }
}

static const char *
name_of_changing (const NidaEntry *entry)
{
  switch (nida_entry_get_kind (entry))
    {
    case NIDA_KIND_PLEDGE: return NC_("undo", "Edit Pledge");
    case NIDA_KIND_COMMITMENT: return NC_("undo", "Edit Commitment");
    case NIDA_KIND_PAID: return NC_("undo", "Edit Payment");
    case NIDA_KIND_REQUIREMENT: return NC_("undo", "Edit Requirement");
    case NIDA_KIND_EVENT: return NC_("undo", "Edit Event");
    default: return NC_("undo", "Edit Entry");
    }
}

static const char *
name_of_status (NidaEntryStatus status)
{
  static const char * const names[NIDA_N_ENTRY_STATUSES] = {
    NC_("undo", "Mark as Pledged"), NC_("undo", "Mark as Committed"), NC_("undo", "Mark as Paid"), NC_("undo", "Cancel Entry"),
  };

  return names[status];
}

/* Money has been pledged, committed or paid by somebody's word from the beginning. */
void
nida_ledger_put (NidaDocument *document,
                 const char   *id,
                 NidaEntry    *entry)
{
  g_autofree char *text = NULL;

  if (entry->kind == NIDA_ENTRY_MONEY && entry->steps->len == 0)
    nida_entry_add_step (entry, NIDA_ENTRY_PLEDGED, NIDA_DATE_NONE, 0, NULL);
  for (guint i = 0; i < entry->steps->len; i++)
    {
      NidaEntryStep *step = &g_array_index (entry->steps, NidaEntryStep, i);

      step->at = step->at != 0 ? step->at : g_get_real_time ();
      if (step->who == NULL)
        nida_entry_set_text (&step->who, g_get_real_name ());
    }
  text = nida_entry_to_text (entry);
  nida_document_set (document, NIDA_ITEM_ENTRY, id, text);
}

/**
 * nida_ledger_add:
 * @entry: not kept; its steps get who and when where they have none
 *
 * Returns: (transfer full): the id of the entry
 */
char *
nida_ledger_add (NidaDocument *document,
                 NidaEntry    *entry)
{
  char *id = nida_document_new_id ();

  nida_document_begin (document, name_of_adding (entry), NULL);
  nida_ledger_put (document, id, entry);
  nida_document_end (document);
  return id;
}

void
nida_ledger_change (NidaDocument *document,
                    const char   *id,
                    NidaEntry    *entry)
{
  const char *before = nida_document_get (document, NIDA_ITEM_ENTRY, id);
  g_autofree char *text = nida_entry_to_text (entry);

  if (before == NULL || g_str_equal (before, text))
    return;
  nida_document_begin (document, name_of_changing (entry), NULL);
  nida_ledger_put (document, id, entry);
  nida_document_end (document);
}

void
nida_ledger_remove (NidaDocument       *document,
                    const char * const *ids)
{
  nida_document_begin (document, ids[0] != NULL && ids[1] != NULL ? NC_("undo", "Delete Entries") : NC_("undo", "Delete Entry"), NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    nida_document_remove (document, NIDA_ITEM_ENTRY, ids[i]);
  nida_document_end (document);
}

/**
 * nida_ledger_pay:
 * @amount: in the currency of the entry
 *
 * Returns: whether it was entered
 */
gboolean
nida_ledger_pay (NidaDocument *document,
                 const char   *id,
                 NidaMoney     amount,
                 NidaDate      date)
{
  const char *text = nida_document_get (document, NIDA_ITEM_ENTRY, id);
  g_autoptr (NidaEntry) entry = text != NULL ? nida_entry_from_text (text, -1, NULL) : NULL;

  if (entry == NULL || !nida_entry_may_be_paid (entry)
      || !nida_entry_add_part (entry, amount, date, g_get_real_time (), g_get_real_name ()))
    return FALSE;
  if (nida_entry_get_open (entry) == 0)
    nida_entry_add_step (entry, NIDA_ENTRY_PAID, date, g_get_real_time (), g_get_real_name ());
  nida_document_begin (document, NC_("undo", "Record Payment"), NULL);
  nida_ledger_put (document, id, entry);
  nida_document_end (document);
  return TRUE;
}

/**
 * nida_ledger_set_status:
 * @ids: (array zero-terminated=1): of entries; those that are no money stay what they are, unless they are cancelled
 * @date: the day from which it is so
 */
void
nida_ledger_set_status (NidaDocument       *document,
                        const char * const *ids,
                        NidaEntryStatus     status,
                        NidaDate            date)
{
  nida_document_begin (document, name_of_status (status), NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *text = nida_document_get (document, NIDA_ITEM_ENTRY, ids[i]);
      g_autoptr (NidaEntry) entry = text != NULL ? nida_entry_from_text (text, -1, NULL) : NULL;
      g_autofree char *after = NULL;

      if (entry == NULL || (entry->kind != NIDA_ENTRY_MONEY && status != NIDA_ENTRY_CANCELLED))
        continue;
      nida_entry_add_step (entry, status, date, g_get_real_time (), g_get_real_name ());
      after = nida_entry_to_text (entry);
      nida_document_set (document, NIDA_ITEM_ENTRY, ids[i], after);
    }
  nida_document_end (document);
}
