/* The words are made when a cell is shown: a new year of a source may bring a hundred thousand changes. */
#include "config.h"

#include "changes-list.h"

#include "data-cells.h"
#include "formula.h"
#include "look.h"
#include "translate.h"
#include "words.h"

static const NidaField fields[NIDA_N_CHANGES_COLUMNS] = {
  [NIDA_CHANGES_DATE] = NIDA_FIELD_DATE, [NIDA_CHANGES_DONOR] = NIDA_FIELD_DONOR,
  [NIDA_CHANGES_RECIPIENT] = NIDA_FIELD_RECIPIENT, [NIDA_CHANGES_APPEAL] = NIDA_FIELD_APPEAL,
};

static const NidaChange *
get_change (NidaChangeSet *changes,
            guint          index)
{
  return &g_array_index (changes->changes, NidaChange, index);
}

const char *
nida_changes_title (NidaChangesColumn column)
{
  switch (column)
    {
    /* Translators: heading of a column that says what became of a flow: new, amount revised, vanished */
    case NIDA_CHANGES_WHAT: return _("Change");
    /* Translators: heading of the amounts of an earlier reading */
    case NIDA_CHANGES_BEFORE: return _("Before");
    /* Translators: heading of the amounts of the present reading */
    case NIDA_CHANGES_NOW: return _("Now");
    default: return nida_words_field (fields[column]);
    }
}

NidaDataset *
nida_changes_get_row (NidaChangeSet *changes,
                      guint          index,
                      guint         *row)
{
  const NidaChange *change = get_change (changes, index);
  gboolean gone = change->kind == NIDA_CHANGE_VANISHED;

  *row = gone ? change->old_row : change->new_row;
  return gone ? changes->earlier : changes->later;
}

/* --- cells --- */

/* In US dollars where the row has them. */
static char *
amount_text (NidaDataset *dataset,
             guint        row)
{
  gboolean dollars = nida_dataset_get_amount_usd (dataset, row) != NIDA_MONEY_NONE;

  return nida_data_cell_text (dataset, row, dollars ? NIDA_FIELD_AMOUNT_USD : NIDA_FIELD_AMOUNT);
}

static char *
what_text (NidaChangeSet    *changes,
           const NidaChange *change)
{
  g_autofree char *before = NULL, *now = NULL;

  if (change->kind == NIDA_CHANGE_NEW)
    /* Translators: a flow that an earlier reading had not */
    return g_strdup (C_("change", "New"));
  if (change->kind == NIDA_CHANGE_VANISHED)
    /* Translators: a flow that an earlier reading had and this one has not */
    return g_strdup (C_("change", "Vanished"));
  if (change->field == NIDA_FIELD_AMOUNT || change->field == NIDA_FIELD_AMOUNT_USD)
    /* Translators: a flow whose amount is another one than before */
    return g_strdup (_("Amount revised"));
  before = nida_data_cell_text (changes->earlier, change->old_row, change->field);
  now = nida_data_cell_text (changes->later, change->new_row, change->field);
  /* Translators: what changed of a flow, the value before and now: "Kind: Pledge → Paid"; the arrow points on */
  return g_strdup_printf (_("%1$s: %2$s → %3$s"), nida_words_field (change->field), *before != '\0' ? before : "–",
                          *now != '\0' ? now : "–");
}

char *
nida_changes_cell (NidaChangeSet     *changes,
                   guint              index,
                   NidaChangesColumn  column)
{
  const NidaChange *change = get_change (changes, index);
  guint row;
  NidaDataset *dataset = nida_changes_get_row (changes, index, &row);

  switch (column)
    {
    case NIDA_CHANGES_WHAT:
      return what_text (changes, change);
    case NIDA_CHANGES_BEFORE:
      return change->old_row != G_MAXUINT ? amount_text (changes->earlier, change->old_row) : g_strdup ("");
    case NIDA_CHANGES_NOW:
      return change->new_row != G_MAXUINT ? amount_text (changes->later, change->new_row) : g_strdup ("");
    default:
      return nida_data_cell_text (dataset, row, fields[column]);
    }
}

/* --- order --- */

static NidaMoney
amount_of (NidaDataset *dataset,
           guint        row)
{
  NidaMoney dollars = row != G_MAXUINT ? nida_dataset_get_amount_usd (dataset, row) : NIDA_MONEY_NONE;

  return row == G_MAXUINT || dollars != NIDA_MONEY_NONE ? dollars : nida_dataset_get_amount (dataset, row);
}

static GtkOrdering
order (gint64 a,
       gint64 b)
{
  return a < b ? GTK_ORDERING_SMALLER : a > b ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
}

static gint64
day_of (NidaChangeSet *changes,
        guint          index)
{
  guint row;
  NidaDataset *dataset = nida_changes_get_row (changes, index, &row);
  NidaDate start = nida_dataset_get_period (dataset, row).start;

  return start.precision != NIDA_PRECISION_NONE ? nida_date_first_day (start) : G_MININT64;
}

GtkOrdering
nida_changes_compare (NidaChangeSet     *changes,
                      guint              a,
                      guint              b,
                      NidaChangesColumn  column)
{
  const NidaChange *one = get_change (changes, a), *two = get_change (changes, b);
  g_autofree char *first = NULL, *second = NULL;

  switch (column)
    {
    case NIDA_CHANGES_WHAT:
      return one->kind != two->kind ? order (one->kind, two->kind) : order (one->field, two->field);
    case NIDA_CHANGES_DATE:
      return order (day_of (changes, a), day_of (changes, b));
    case NIDA_CHANGES_BEFORE:
      return order (amount_of (changes->earlier, one->old_row), amount_of (changes->earlier, two->old_row));
    case NIDA_CHANGES_NOW:
      return order (amount_of (changes->later, one->new_row), amount_of (changes->later, two->new_row));
    default:
      first = nida_changes_cell (changes, a, column);
      second = nida_changes_cell (changes, b, column);
      return order (nida_language_collate (nida_look_get_language (nida_look_get ()), first, second), 0);
    }
}

/* --- copying --- */

static const char * const change_names[] = { "new", "changed", "vanished" };

void
nida_changes_append_header (GString *out)
{
  g_string_append (out, "change\tfield\tbefore\tafter\tkind\tdate\tdonor\trecipient\tappeal\tcurrency\tamount_before\tamount\t"
                        "amount_usd_before\tamount_usd\n");
}

static void
append_cell (GString     *out,
             NidaDataset *dataset,
             guint        row,
             NidaField    field,
             char         end)
{
  g_autofree char *text = row != G_MAXUINT && field != NIDA_FIELD_NONE ? nida_dataset_dup_text (dataset, row, field, FALSE)
                                                                      : g_strdup ("");

  nida_formula_append_cell (out, text);
  g_string_append_c (out, end);
}

void
nida_changes_append_line (GString       *out,
                          NidaChangeSet *changes,
                          guint          index)
{
  static const NidaField plain[] = {
    NIDA_FIELD_KIND, NIDA_FIELD_DATE, NIDA_FIELD_DONOR, NIDA_FIELD_RECIPIENT, NIDA_FIELD_APPEAL, NIDA_FIELD_CURRENCY,
  };
  const NidaChange *change = get_change (changes, index);
  guint row;
  NidaDataset *dataset = nida_changes_get_row (changes, index, &row);

  g_string_append_printf (out, "%s\t%s\t", change_names[change->kind],
                          change->field != NIDA_FIELD_NONE ? nida_field_get_name (change->field) : "");
  append_cell (out, changes->earlier, change->old_row, change->field, '\t');
  append_cell (out, changes->later, change->new_row, change->field, '\t');
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    append_cell (out, dataset, row, plain[i], '\t');
  append_cell (out, changes->earlier, change->old_row, NIDA_FIELD_AMOUNT, '\t');
  append_cell (out, changes->later, change->new_row, NIDA_FIELD_AMOUNT, '\t');
  append_cell (out, changes->earlier, change->old_row, NIDA_FIELD_AMOUNT_USD, '\t');
  append_cell (out, changes->later, change->new_row, NIDA_FIELD_AMOUNT_USD, '\n');
}

/* --- in a sentence --- */

char *
nida_changes_words (NidaChangeSet *changes)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autofree char *moment = nida_language_moment (language, changes->since, FALSE);
  g_autofree char *fresh = nida_language_integer (language, changes->counts[NIDA_CHANGE_NEW]);
  g_autofree char *changed = nida_language_integer (language, changes->counts[NIDA_CHANGE_CHANGED]);
  g_autofree char *vanished = nida_language_integer (language, changes->counts[NIDA_CHANGE_VANISHED]);

  /* Translators: a day and perhaps a time, then numbers of flows */
  return g_strdup_printf (_("Since %1$s: %2$s new, %3$s changed, %4$s vanished"), moment, fresh, changed, vanished);
}
