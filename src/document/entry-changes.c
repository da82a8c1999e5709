/* Two texts of an entry, before and after a revision, compared as cells. */
#include "config.h"

#include "entry-changes.h"

static void
change_free (gpointer data)
{
  NidaEntryChange *change = data;

  g_free (change->who);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

static NidaEntry *
read_item (const NidaItem *item)
{
  return item != NULL ? nida_entry_from_text (item->text, -1, NULL) : NULL;
}

/* An isolate ends with its line. */
static char *
on_one_line (char *text)
{
  return g_strdelimit (text, "\r\n", ' ');
}

static char *
dup_exact (const NidaEntry *entry,
           NidaEntryCell    cell,
           NidaLanguage    *language)
{
  g_autofree char *exact = on_one_line (nida_entry_dup_cell (entry, cell));

  return *exact != '\0' ? nida_language_isolate (language, exact) : g_strdup ("");
}

static char *
dup_shown (const NidaEntry *entry,
           NidaEntryCell    cell,
           NidaLanguage    *language)
{
  g_autofree char *exact = nida_entry_dup_cell (entry, cell);

  return *exact != '\0' ? on_one_line (nida_entry_dup_shown (entry, cell, language)) : g_strdup ("");
}

/* A name that is shown by its other language: then as it is written. */
static void
set_texts (NidaEntryChange *change,
           const NidaEntry *before,
           const NidaEntry *after,
           NidaLanguage    *language)
{
  change->before = dup_shown (before, change->cell, language);
  change->after = dup_shown (after, change->cell, language);
  if (!g_str_equal (change->before, change->after))
    return;
  g_free (change->before);
  g_free (change->after);
  change->before = dup_exact (before, change->cell, language);
  change->after = dup_exact (after, change->cell, language);
}

static NidaEntryChange *
add (GPtrArray    *changes,
     NidaRevision *revision,
     NidaEntryCell cell)
{
  NidaEntryChange *change = g_new0 (NidaEntryChange, 1);

  change->at = revision->at;
  change->who = g_strdup (revision->who);
  change->cell = cell;
  g_ptr_array_add (changes, change);
  return change;
}

static gboolean
differs (const NidaEntry *before,
         const NidaEntry *after,
         NidaEntryCell    cell)
{
  g_autofree char *was = nida_entry_dup_cell (before, cell), *is = nida_entry_dup_cell (after, cell);

  return !g_str_equal (was, is);
}

/* A step that was added tells itself what money became, and on which day; one that was taken back is in no list of steps any
 * more, and neither are those of an entry that is no money now. */
static gboolean
is_told (const NidaEntry *before,
         const NidaEntry *after,
         NidaEntryCell    cell)
{
  gboolean grew = after->steps->len > before->steps->len && after->kind == before->kind;

  switch ((int) cell)
    {
    case NIDA_ENTRY_CELL_ID: case NIDA_ENTRY_CELL_HISTORY: return TRUE;
    case NIDA_ENTRY_CELL_WHOLE: return TRUE;                               /* it is the amount */
    case NIDA_ENTRY_CELL_KIND: case NIDA_ENTRY_CELL_DATE: return grew;
    case NIDA_ENTRY_CELL_FIRST_DATE: return after->steps->len != before->steps->len;
    default: return FALSE;
    }
}

/* Parts that were taken back: what is open says so. */
static void
compare_parts (GPtrArray       *changes,
               NidaRevision    *revision,
               const NidaEntry *before,
               const NidaEntry *after,
               NidaLanguage    *language)
{
  NidaEntryChange *change;

  if (nida_entry_get_n_parts (after) >= nida_entry_get_n_parts (before))
    return;
  change = add (changes, revision, NIDA_ENTRY_CELL_OPEN);
  change->before = nida_language_money_bare (language, nida_entry_get_open (before), before->currency);
  change->after = nida_language_money_bare (language, nida_entry_get_open (after), after->currency);
}

static void
compare (GPtrArray       *changes,
         NidaRevision    *revision,
         const NidaEntry *before,
         const NidaEntry *after,
         NidaLanguage    *language)
{
  for (guint cell = 0; cell < NIDA_N_ENTRY_CELLS; cell++)
    if (differs (before, after, cell) && !is_told (before, after, cell))
      set_texts (add (changes, revision, cell), before, after, language);
  compare_parts (changes, revision, before, after, language);
}

GPtrArray *
nida_entry_changes_list (GPtrArray    *newest_first,
                         const char   *id,
                         NidaLanguage *language)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);
  g_autoptr (NidaEntry) last = NULL;      /* also of an entry that was deleted meanwhile, and came back */

  for (guint i = newest_first->len; i > 0; i--)
    {
      NidaRevision *revision = newest_first->pdata[i - 1];
      const NidaEdit *edit = nida_revision_find (revision, NIDA_ITEM_ENTRY, id);
      g_autoptr (NidaEntry) before = edit != NULL ? read_item (edit->before) : NULL;
      g_autoptr (NidaEntry) after = edit != NULL ? read_item (edit->after) : NULL;

      if (edit == NULL)
        continue;
      if (before == NULL)
        before = g_steal_pointer (&last);
      if (after != NULL && before != NULL)
        compare (changes, revision, before, after, language);
      else if (after != NULL && after->kind != NIDA_ENTRY_MONEY)
        add (changes, revision, NIDA_ENTRY_CELL_ID);
      g_clear_pointer (&last, nida_entry_free);
      last = after != NULL ? g_steal_pointer (&after) : g_steal_pointer (&before);
    }
  return changes;
}
