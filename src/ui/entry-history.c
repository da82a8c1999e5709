/* A line a step of the entry and a line a cell that was changed, by the time at which each was said, the oldest first. The steps
 * are the entry's own and travel with it; what was changed is in the history of the document, as far as that goes back. */
#include "config.h"

#include "entry-history.h"

#include "document-file.h"
#include "entry-changes.h"
#include "form.h"
#include "look.h"
#include "translate.h"
#include "words.h"

static const NidaKind of_status[] = { NIDA_KIND_PLEDGE, NIDA_KIND_COMMITMENT, NIDA_KIND_PAID };

static char *
step_words (const NidaEntry     *entry,
            const NidaEntryStep *step,
            NidaLanguage        *language)
{
  if (step->status == NIDA_ENTRY_PART)
    {
      g_autofree char *amount = nida_language_money_exact (language, step->amount, *entry->currency != '\0' ? entry->currency : "USD");

      /* Translators: a part of a pledge: "$3,000,000 paid" */
      return g_strdup_printf (_("%s paid"), amount);
    }
  return g_strdup (step->status == NIDA_ENTRY_CANCELLED ? _("Cancelled")
                   : nida_words_value (NIDA_FIELD_KIND, nida_field_get_words (NIDA_FIELD_KIND)[of_status[step->status] - 1]));
}

/* "Pledge, 10 Jan 2026 (Noura, 12 Jan 2026, 09:30)": who said what, and when. */
static void
append_step (GtkWidget           *form,
             const NidaEntry     *entry,
             const NidaEntryStep *step,
             NidaLanguage        *language)
{
  NidaDate date = step->date.precision != NIDA_PRECISION_NONE ? step->date : entry->period.start;
  g_autofree char *day = date.precision != NIDA_PRECISION_NONE ? nida_language_date (language, date, NIDA_DATE_MEDIUM) : g_strdup ("—");
  g_autofree char *who = nida_language_isolate (language, step->who != NULL ? step->who : "");
  g_autofree char *at = nida_language_time (language, step->at), *what = step_words (entry, step, language);
  /* Translators: a line of an entry's history: what it became, on which day, who entered that and when:
   * "Pledge, 10 Jan 2026 (Noura, 12 Jan 2026, 09:30)" */
  g_autofree char *line = g_strdup_printf (_("%1$s, %2$s (%3$s, %4$s)"), what, day, who, at);

  nida_form_append_words (form, line);
}

static void
append_change (GtkWidget             *form,
               const NidaEntryChange *change,
               NidaLanguage          *language)
{
  g_autofree char *who = nida_language_isolate (language, change->who != NULL && *change->who != '\0' ? change->who : "–");
  g_autofree char *at = nida_language_time (language, change->at), *line = NULL;

  if (change->cell == NIDA_ENTRY_CELL_ID)
    /* Translators: a line of an entry's history: who added it, and when: "Added (Noura, 12 Jan 2026, 09:30)" */
    line = g_strdup_printf (_("Added (%1$s, %2$s)"), who, at);
  else
    /* Translators: a line of an entry's history: which cell was changed, the value before and since, who did it and when:
     * "Amount: 5,000,000 → 3,000,000 (Noura, 12 Jan 2026, 09:30)"; the arrow points on */
    line = g_strdup_printf (_("%1$s: %2$s → %3$s (%4$s, %5$s)"), nida_entry_cell_get_title (change->cell),
                            *change->before != '\0' ? change->before : "–", *change->after != '\0' ? change->after : "–", who, at);
  nida_form_append_words (form, line);
}

/* Steps stay in their order, whatever a table said of their time. */
static void
append_lines (GtkWidget       *form,
              const NidaEntry *entry,
              GPtrArray       *changes,
              NidaLanguage    *language)
{
  guint next = 0;

  for (guint i = 0; i < entry->steps->len; i++)
    {
      const NidaEntryStep *step = &g_array_index (entry->steps, NidaEntryStep, i);

      while (next < changes->len && ((NidaEntryChange *) changes->pdata[next])->at < step->at)
        append_change (form, changes->pdata[next++], language);
      append_step (form, entry, step, language);
    }
  while (next < changes->len)
    append_change (form, changes->pdata[next++], language);
}

static GPtrArray *
list_changes (NidaDocument *document,
              const char   *id,
              NidaLanguage *language)
{
  NidaDocumentFile *file = nida_document_get_file (document);
  g_autoptr (GPtrArray) versions = file != NULL ? nida_document_file_list_versions (file, NULL) : NULL;

  if (versions == NULL)
    versions = g_ptr_array_new ();
  return nida_entry_changes_list (versions, id, language);
}

void
nida_entry_history_append (GtkWidget       *form,
                           NidaDocument    *document,
                           const char      *id,
                           const NidaEntry *entry)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autoptr (GPtrArray) changes = list_changes (document, id, language);
  g_autofree char *open = nida_entry_dup_shown (entry, NIDA_ENTRY_CELL_OPEN, language), *rest = NULL;

  if (entry->steps->len == 0 && changes->len == 0)
    return;
  nida_form_append_heading (form, nida_entry_cell_get_title (NIDA_ENTRY_CELL_HISTORY));
  append_lines (form, entry, changes, language);
  if (nida_entry_get_n_parts (entry) == 0 || *open == '\0')
    return;
  /* Translators: what is not paid yet of a pledge, below its payments */
  rest = g_strdup_printf (_("Still open: %s"), open);
  nida_form_append_words (form, rest);
}
