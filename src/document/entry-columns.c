/* What the columns and kinds of a ledger are called, in the files and the mouths of people in both languages. What stands in the
 * cells is entry-cells.c's. */
#include "config.h"

#include "entry-columns.h"

#include "columns.h"
#include "nida-csv.h"
#include "translate.h"
#include "words.h"

typedef struct {
  const char *name;
  int         field;            /* that gives the heading; or NIDA_FIELD_NONE */
  const char *title;
  const char *folded[2];        /* other words for it in files, as nida_header_fold() leaves them */
} Column;

static const Column columns[NIDA_ENTRY_CELL_SUBJECT + 1] = {
  [NIDA_ENTRY_CELL_ID] = { "id", NIDA_FIELD_ID },
  [NIDA_ENTRY_CELL_KIND] = { "kind", NIDA_FIELD_KIND, NULL, { "status", "الحاله" } },
  [NIDA_ENTRY_CELL_DATE] = { "date", NIDA_FIELD_DATE },
  [NIDA_ENTRY_CELL_DATE_END] = { "date_end", NIDA_FIELD_DATE_END },
  [NIDA_ENTRY_CELL_DONOR] = { "donor", NIDA_FIELD_DONOR },
  [NIDA_ENTRY_CELL_DONOR_AR] = { "donor_ar", 0, N_("Donor in Arabic") },
  [NIDA_ENTRY_CELL_RECIPIENT] = { "recipient", NIDA_FIELD_RECIPIENT },
  [NIDA_ENTRY_CELL_RECIPIENT_AR] = { "recipient_ar", 0, N_("Recipient in Arabic") },
  [NIDA_ENTRY_CELL_APPEAL] = { "appeal", NIDA_FIELD_APPEAL },
  [NIDA_ENTRY_CELL_APPEAL_AR] = { "appeal_ar", 0, N_("Appeal in Arabic") },
  /* Translators: what the money is for: an objective of the appeal, a cluster or a sector */
  [NIDA_ENTRY_CELL_CATEGORY] = { "category", 0, N_("Objective"), { "objective", "cluster" } },
  [NIDA_ENTRY_CELL_CATEGORY_AR] = { "category_ar", 0, N_("Objective in Arabic") },
  [NIDA_ENTRY_CELL_COUNTRY] = { "country", NIDA_FIELD_COUNTRY },
  [NIDA_ENTRY_CELL_COUNTRY_AR] = { "country_ar", 0, N_("Country in Arabic") },
  [NIDA_ENTRY_CELL_PARTNER] = { "partner", NIDA_FIELD_PARTNER },
  [NIDA_ENTRY_CELL_PARTNER_AR] = { "partner_ar", 0, N_("Partner in Arabic") },
  [NIDA_ENTRY_CELL_EMERGENCY] = { "emergency", NIDA_FIELD_EMERGENCY },
  [NIDA_ENTRY_CELL_EMERGENCY_AR] = { "emergency_ar", 0, N_("Emergency in Arabic") },
  [NIDA_ENTRY_CELL_DONOR_COUNTRY] = { "donor_country", NIDA_FIELD_DONOR_COUNTRY },
  [NIDA_ENTRY_CELL_AMOUNT] = { "amount", NIDA_FIELD_AMOUNT },
  [NIDA_ENTRY_CELL_CURRENCY] = { "currency", NIDA_FIELD_CURRENCY },
  [NIDA_ENTRY_CELL_QUALIFIER] = { "qualifier", NIDA_FIELD_QUALIFIER },
  [NIDA_ENTRY_CELL_USAGE_YEAR] = { "usage_year", NIDA_FIELD_USAGE_YEAR },
  /* Translators: the day by which a pledge should be paid = تاريخ الاستحقاق */
  [NIDA_ENTRY_CELL_DUE] = { "due", 0, N_("Due"), { "due_date", "تاريخ_الاستحقاق" } },
  /* Translators: what the desk does next about a pledge: "Call the embassy" */
  [NIDA_ENTRY_CELL_NEXT_STEP] = { "next_step", 0, N_("Next step"), { "الخطوه_التاليه" } },
  [NIDA_ENTRY_CELL_NOTE] = { "description", 0, N_("Note"), { "note" } },
  [NIDA_ENTRY_CELL_NOTE_AR] = { "description_ar", 0, N_("Note in Arabic"), { "note_ar" } },
  [NIDA_ENTRY_CELL_SAID_BY] = { "said_by", NIDA_FIELD_SAID_BY },
  [NIDA_ENTRY_CELL_SOURCE] = { "source", NIDA_FIELD_SOURCE },
  /* Translators: addresses of documents that belong to an entry: letters, agreements */
  [NIDA_ENTRY_CELL_LINKS] = { "links", 0, N_("Links") },
  /* Translators: a pledge with all that was paid of it already */
  [NIDA_ENTRY_CELL_WHOLE] = { "whole_amount", 0, N_("Whole amount") },
  /* Translators: the day on which a payment was pledged */
  [NIDA_ENTRY_CELL_FIRST_DATE] = { "first_date", 0, N_("First date") },
  [NIDA_ENTRY_CELL_HISTORY] = { "history", 0, N_("History") },
  /* Translators: how much of a pledge is not paid yet = المتبقي */
  [NIDA_ENTRY_CELL_OPEN] = { "open", 0, N_("Still open") },
  /* Translators: a column: the donor of a pledge or payment; of an event what it is, of a need the appeal it is of */
  [NIDA_ENTRY_CELL_SUBJECT] = { "subject", 0, N_("Donor or subject") },
};

const char *
nida_entry_cell_get_name (NidaEntryCell cell)
{
  return columns[cell].name;
}

const char *
nida_entry_cell_get_title (NidaEntryCell cell)
{
  return columns[cell].title != NULL ? _(columns[cell].title) : nida_words_field (columns[cell].field);
}

/* Nida's own CSV knows the words of its columns in both languages. */
static const char *
own_name (const char *folded)
{
  int role = nida_csv_find_role (folded);

  return role >= 0 ? nida_csv_role_name (role) : folded;
}

gboolean
nida_entry_cell_from_name (const char    *name,
                           NidaEntryCell *cell)
{
  g_autofree char *folded = nida_header_fold (name);
  const char *own = own_name (folded);

  for (guint i = 0; i < NIDA_N_ENTRY_CELLS; i++)
    {
      g_autofree char *title = nida_header_fold (nida_entry_cell_get_title (i));

      if (g_str_equal (columns[i].name, own) || g_str_equal (title, folded) || g_strcmp0 (columns[i].folded[0], folded) == 0
          || g_strcmp0 (columns[i].folded[1], folded) == 0)
        {
          *cell = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* --- kinds and statuses --- */

static const struct { const char *word; NidaKind kind; } kind_words[] = {
  { "pledge", NIDA_KIND_PLEDGE }, { "pledged", NIDA_KIND_PLEDGE }, { "تعهد", NIDA_KIND_PLEDGE }, { "متعهد_به", NIDA_KIND_PLEDGE },
  { "commitment", NIDA_KIND_COMMITMENT }, { "committed", NIDA_KIND_COMMITMENT }, { "التزام", NIDA_KIND_COMMITMENT },
  { "paid", NIDA_KIND_PAID }, { "payment", NIDA_KIND_PAID }, { "مدفوع", NIDA_KIND_PAID }, { "دفعه", NIDA_KIND_PAID },
  { "requirement", NIDA_KIND_REQUIREMENT }, { "متطلبات", NIDA_KIND_REQUIREMENT }, { "متطلبات_التمويل", NIDA_KIND_REQUIREMENT },
  { "event", NIDA_KIND_EVENT }, { "حدث", NIDA_KIND_EVENT }, { "indicator", NIDA_KIND_INDICATOR }, { "مؤشر", NIDA_KIND_INDICATOR },
  { "goal", NIDA_KIND_GOAL }, { "هدف", NIDA_KIND_GOAL }, { "cancelled", NIDA_KIND_NONE }, { "canceled", NIDA_KIND_NONE },
  { "ملغي", NIDA_KIND_NONE },
};

NidaKind
nida_entry_kind_from_word (const char *word,
                           gboolean   *cancelled)
{
  g_autofree char *folded = nida_header_fold (word);
  const char * const *words = nida_field_get_words (NIDA_FIELD_KIND);

  *cancelled = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kind_words); i++)
    if (g_str_equal (kind_words[i].word, folded))
      {
        *cancelled = kind_words[i].kind == NIDA_KIND_NONE;
        return kind_words[i].kind;
      }
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *shown = nida_header_fold (nida_words_value (NIDA_FIELD_KIND, words[i]));

      if (g_str_equal (shown, folded) && i + 1 != NIDA_KIND_STATED && i + 1 != NIDA_KIND_REPORTED)
        return (NidaKind) (i + 1);
    }
  return NIDA_KIND_NONE;
}
