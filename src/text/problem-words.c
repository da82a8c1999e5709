/* What went wrong in a row and what a person can do about it: two whole sentences for each kind of problem, made from
 * what was found, so that a report follows the language. */
#include "config.h"

#include "translate.h"
#include "words.h"

#include <string.h>

/* @found takes the text that stood in the cell, @bare is for a problem without one; so do @kept and @remedy with what
 * is used instead. */
typedef struct { const char *bare, *found, *remedy, *kept; } Words;

static const Words words[NIDA_N_PROBLEMS] = {
  [NIDA_PROBLEM_AMOUNT_MISSING] = {
    N_("The amount is missing."), NULL,
    N_("Write the amount, or remove the row.") },
  [NIDA_PROBLEM_NO_FIGURE] = {
    N_("The row states neither a requirement nor funding."), NULL,
    N_("There is nothing to count in it.") },
  [NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER] = {
    N_("The amount is not a number."), N_("“%s” is not a number."),
    N_("Write digits with one decimal mark, as in 1250000.50.") },
  [NIDA_PROBLEM_AMOUNT_AMBIGUOUS] = {
    N_("The amount can be read in two ways."), N_("“%s” can be read in two ways."),
    N_("Say which decimal mark the file uses, the dot or the comma (--decimal).") },
  [NIDA_PROBLEM_AMOUNT_OVERFLOW] = {
    N_("The amount is too large to be counted."), N_("“%s” is too large to be counted."),
    N_("Check the amount: it is above nine thousand trillion.") },
  [NIDA_PROBLEM_AMOUNT_ROUNDED] = {
    N_("The amount has more than three decimals."), N_("“%s” has more than three decimals."),
    N_("Rounded to the thousandth, half to even."), N_("Rounded to the thousandth: %s.") },
  [NIDA_PROBLEM_AMOUNT_NEGATIVE] = {
    N_("The amount is below zero."), N_("The amount is below zero: %s."),
    N_("A correction by the donor. Counted as it stands.") },
  [NIDA_PROBLEM_AMOUNT_ZERO] = {
    N_("The amount is zero."), NULL,
    N_("Kept; it adds nothing.") },
  [NIDA_PROBLEM_NO_USD] = {
    N_("The amount is not known in US dollars."), N_("The amount is not known in US dollars: %s."),
    N_("Left out of sums in US dollars unless a table of exchange rates is open too. Open one, or add the amount in dollars as amount_usd.") },
  [NIDA_PROBLEM_DATE_IMPOSSIBLE] = {
    N_("There is no such day in the calendar."), N_("“%s” is no day in the calendar."),
    N_("Correct the date. Until then the row counts as undated.") },
  [NIDA_PROBLEM_DATE_NOT_A_DATE] = {
    N_("The date cannot be read."), N_("“%s” is not a date."),
    N_("Write 2024, 2024-02 or 2024-02-04. Until then the row counts as undated.") },
  [NIDA_PROBLEM_DATE_AMBIGUOUS] = {
    N_("Day and month of the date cannot be told apart."), N_("Day and month of “%s” cannot be told apart."),
    N_("Write the year first, as in 2014-06-05. Until then the row counts as undated.") },
  [NIDA_PROBLEM_DATE_MISSING] = {
    N_("The date is missing."), NULL,
    N_("In totals, not on the timeline.") },
  [NIDA_PROBLEM_SPAN_REVERSED] = {
    N_("The span ends before it begins."), N_("The span ends before it begins: %s."),
    N_("Exchange date and date_end, or correct one of them.") },
  [NIDA_PROBLEM_YEAR_UNLIKELY] = {
    N_("The year is unlikely."), N_("The year %s is unlikely."),
    N_("Outside the years of the data. Kept; ask the source.") },
  [NIDA_PROBLEM_KIND_UNKNOWN] = {
    N_("The kind of the row is unknown."), N_("“%s” is not a kind of row."),
    N_("Write requirement, stated, reported, pledge, commitment, paid, event, indicator or goal.") },
  [NIDA_PROBLEM_KIND_ASSUMED] = {
    N_("The kind of the row is missing."), NULL,
    N_("Read as paid. A column “kind” can say otherwise.") },
  [NIDA_PROBLEM_CURRENCY_ASSUMED] = {
    N_("The currency is missing."), NULL,
    N_("Read as US dollars. A column “currency” can say otherwise.") },
  [NIDA_PROBLEM_CURRENCY_UNKNOWN] = {
    N_("The currency is unknown."), N_("“%s” is not a currency."),
    N_("Write the three letters of ISO 4217, as in USD, KWD or EUR.") },
  [NIDA_PROBLEM_WORD_UNKNOWN] = {
    N_("The word is not one that this column takes."), N_("“%s” is not a word that this column takes."),
    N_("Left empty. Correct the word or remove it.") },
  [NIDA_PROBLEM_ROW_SHORT] = {
    N_("The row has fewer cells than the header."), NULL,
    N_("Add the missing cells, each after its comma.") },
  [NIDA_PROBLEM_ROW_LONG] = {
    N_("The row has more cells than the header."), NULL,
    N_("Put quotes around a text that holds a comma.") },
  [NIDA_PROBLEM_QUOTE_OPEN] = {
    N_("A quote opens and never closes."), NULL,
    N_("Close the quote: what follows it could not be read.") },
  [NIDA_PROBLEM_QUOTE_STRAY] = {
    N_("A quote stands inside a cell that has none around it."), NULL,
    N_("Read as text. Put the cell in quotes and double the quote inside.") },
  [NIDA_PROBLEM_FIELD_TOO_LONG] = {
    N_("The cell is longer than 1 MiB."), NULL,
    N_("Shorten the text, or look for a quote that does not close.") },
  [NIDA_PROBLEM_TEXT_REPAIRED] = {
    N_("The text holds bytes that are no letters."), N_("The text holds bytes that are no letters: %s."),
    N_("They are shown as �. Save the file again as UTF-8.") },
  [NIDA_PROBLEM_BIDI_CONTROL] = {
    N_("The text holds hidden marks of direction."), N_("The text holds hidden marks of direction: %s."),
    N_("They are neither shown nor compared. Remove them from the source.") },
  [NIDA_PROBLEM_COLUMN_UNUSED] = {
    N_("No field takes this column."), NULL,
    N_("Left out. Name its field if it matters (--map FIELD=COLUMN).") },
  [NIDA_PROBLEM_MERGED] = {
    N_("The same flow stands here again."), NULL,
    N_("Counted once.") },
  [NIDA_PROBLEM_CONFLICT] = {
    N_("The same flow stands here with another value."), N_("The same flow stands here with another value: %s."),
    N_("The newer value is used."), N_("The newer value, %s, is used.") },
  [NIDA_PROBLEM_SAME_FILE] = {
    N_("The same file was named twice."), NULL,
    N_("Read once.") },
  [NIDA_PROBLEM_RATE_UNUSABLE] = {
    N_("The rate, its date or its currency cannot be read."), N_("“%s” cannot be read in a table of rates."),
    N_("Not used. Correct the table, or fetch it again.") },
  [NIDA_PROBLEM_STATES_MORE] = {
    N_("The source states another total than its rows hold."), N_("The source states %s; its rows hold something else."),
    N_("Load the rest of the data, or ask the source."), N_("Its rows hold %s. Load the rest of the data, or ask the source.") },
  [NIDA_PROBLEM_SEVERAL_BREAKDOWNS] = {
    N_("One plan is broken down in two ways."), N_("One plan is broken down in two ways: %s."),
    N_("The one with the larger requirement counts; the two are never added.") },
  [NIDA_PROBLEM_ENCODING] = {
    N_("The file is not written in UTF-8."), N_("The file is not written in UTF-8 but in %s."),
    N_("It was converted. Check a name or two."), N_("It was read as %s. Check a name or two.") },
  [NIDA_PROBLEM_DECIMAL] = {
    N_("The decimal mark was found from the column."), N_("The decimal mark was found from the column: %s."),
    N_("Check an amount, and name the mark if it is wrong (--decimal)."),
    N_("Read with the mark “%s”. Name another if it is wrong (--decimal).") },
  [NIDA_PROBLEM_MAPPING] = {
    N_("The column was matched by its name or contents."), N_("The column was matched by its name or contents: %s."),
    N_("Check it, and name the right one if it is wrong (--map FIELD=COLUMN)."),
    N_("Taken as %s. Name the right one if it is wrong (--map FIELD=COLUMN).") },
  [NIDA_PROBLEM_LEFT_OUT] = {
    N_("Money of a kind that Nida does not sum."), N_("Money of a kind that Nida does not sum: %s."),
    N_("Left out. Humanitarian pledges, commitments and payments are summed.") },
  [NIDA_PROBLEM_HELD] = {
    N_("This is a copy, not what the source holds now."), N_("This is the copy of %s, not what the source holds now."),
    N_("Read the source itself to see what is new.") },
  [NIDA_PROBLEM_COPY_DAMAGED] = {
    N_("The copy of this source in the document is damaged."), NULL,
    N_("It was read from its own place instead. Save the document under another name, so that it holds a good copy.") },
  [NIDA_PROBLEM_READING_FALSE] = {
    N_("What the document says was read of this source is not what its data say."), NULL,
    N_("The data themselves are counted here. Do not trust the document: ask who sent it for another.") },
  [NIDA_PROBLEM_MISSING] = {
    N_("The source is missing: nothing of it is counted."), NULL,
    N_("Say where it is now (Locate…), or remove it from the document.") },
  [NIDA_PROBLEM_CHANGED_SINCE] = {
    N_("The file changed since the document was saved."), N_("The file changed since %s, when the document was saved."),
    N_("What is in the file now is counted.") },
  [NIDA_PROBLEM_OVERLAP] = {
    N_("Another source holds money of the same donors in the same years."),
    N_("Another source holds money of the same donors in the same years: %s."),
    N_("Both are summed. Leave one of them out if it is the same money."),
    N_("The other source is %s. Both are summed; leave one of them out if it is the same money.") },
  [NIDA_PROBLEM_SHEETS_UNREAD] = {
    N_("Other sheets of the workbook hold tables, too."), N_("Other sheets of the workbook hold tables, too: %s."),
    N_("They were not read. Choose another sheet under Columns… or with --sheet.") },
  [NIDA_PROBLEM_NAME_JOINED] = {
    N_("This name is counted as another name."), N_("“%s” is counted as another name."),
    N_("Somebody said that the names are one."), N_("It is one with “%s”, as the list of names says.") },
};

/* What was taken where neither of two rows is the newer one; by NidaConflictRule. */
static const Words tie_words[] = {
  [NIDA_CONFLICT_GREATER] = { .remedy = N_("Neither row is newer, so the greater text is used."),
                              .kept = N_("Neither row is newer, so the greater text is used: %s.") },
  [NIDA_CONFLICT_FULLER] = { .remedy = N_("Neither row is newer, so the one that says more is used."),
                             .kept = N_("Neither row is newer, so the one that says more is used: %s.") },
  /* Translators: the ledger is the list of pledges and payments that the desk keeps in the document: سجلّ المكتب */
  [NIDA_CONFLICT_LEDGER] = { .remedy = N_("What the document’s ledger says is used."),
                             .kept = N_("What the document’s ledger says is used: %s.") },
};

/* What can be done about a source that was not read from its own place: whose copy is counted, and of which nothing is. */
static const struct { const char *held, *missing; } absence_words[] = {
  [NIDA_ABSENCE_UNKNOWN] = { N_("Read the source itself to see what is new."), N_("Say where it is now (Locate…), or remove it from the document.") },
  [NIDA_ABSENCE_FILE] = { N_("Its copy is counted. Put the file back, or say where it is now (Locate…)."),
                          N_("Say where it is now (Locate…), or remove it from the document.") },
  /* Translators: the words of the button in parentheses are those of “Enter _Key…” */
  [NIDA_ABSENCE_KEY] = { N_("Its copy is counted. Enter the key of its server (Enter Key…)."),
                         N_("Enter the key of its server (Enter Key…), or remove it from the document.") },
  [NIDA_ABSENCE_SERVER] = { N_("Its copy is counted until the server answers again. There is nothing to do."),
                            N_("Wait until the server answers again, and then read it again, or remove it from the document.") },
  [NIDA_ABSENCE_ADDRESS] = { N_("Its copy is counted. If it has a new address, add that."),
                             N_("If it has a new address, add that, and remove it from the document.") },
};

/* Around a name of any direction. */
#define FSI 0x2068
#define PDI 0x2069

static gboolean
is_mark (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return c == FSI || c == PDI;
}

static gboolean
is_hidden (gunichar c)
{
  return c == 0x061c || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) ||
         c == 0xfeff || c < 0x20 || (c >= 0x7f && c < 0xa0);
}

/**
 * nida_words_visible:
 * @raw: text as it stood in a file
 *
 * Returns: (transfer full): @raw with what nobody sees spelt out as "<U+202E>". Invalid UTF-8 becomes U+FFFD
 */
char *
nida_words_visible (const char *raw)
{
  g_autofree char *valid = g_utf8_make_valid (raw, -1);
  GString *text = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\t' || c == '\r')
        g_string_append_c (text, ' ');
      else if (is_hidden (c))
        g_string_append_printf (text, "<U+%04X>", c);
      else
        g_string_append_unichar (text, c);
    }
  return g_string_free (text, FALSE);
}

/**
 * nida_words_place:
 * @number: of the row in its source, which is a name and no amount: no group marks
 *
 * Returns: (transfer full): the place in words, "" for 0
 */
char *
nida_words_place (NidaLanguage *language,
                  NidaRowUnit   unit,
                  guint         number)
{
  g_autofree char *ascii = g_strdup_printf ("%u", number);
  g_autofree char *digits = nida_language_digits (language, ascii);

  if (number == 0)
    return g_strdup ("");
  switch (unit)
    {
    case NIDA_UNIT_RECORD:
      /* Translators: the place of a record in a JSON or XML document: "record 18" */
      return g_strdup_printf (_("record %s"), digits);
    case NIDA_UNIT_ROW:
      /* Translators: the place of a row in a sheet of a workbook: "row 18" */
      return g_strdup_printf (_("row %s"), digits);
    case NIDA_UNIT_LINE:
    default:
      return g_steal_pointer (&digits);
    }
}

/* A sentence of the table with what was found or kept in it, as it is to be seen. */
static char *
fill (NidaLanguage *language,
      const char   *bare,
      const char   *format,
      const char   *visible)
{
  g_autofree char *isolated = NULL;

  if (format == NULL || *visible == '\0')
    return g_strdup (_(bare));
  isolated = nida_language_isolate (language, visible);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_(format), isolated);
#pragma GCC diagnostic pop
}

/* "2009..2023" in one cell has a place of its own in the table: two columns. */
static char *
span_remedy (NidaLanguage *language,
             const char   *found)
{
  const char *dots = found != NULL ? strstr (found, "..") : NULL;
  g_autofree char *start = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  NidaDate date;

  if (dots == NULL ||
      nida_date_parse (found, (gsize) (dots - found), &date) != NIDA_DATE_OK ||
      nida_date_parse (dots + 2, strlen (dots + 2), &date) != NIDA_DATE_OK)
    return NULL;
  start = g_strndup (found, (gsize) (dots - found));
  first = nida_language_isolate (language, start);
  last = nida_language_isolate (language, dots + 2);
  /* Translators: date and date_end are names of columns; the first date goes into one, the second into the other */
  return g_strdup_printf (_("Write %1$s in date and %2$s in date_end."), first, last);
}

/* Are the marks around names of @message whole? Sets @open to those that were cut off at its end. */
static gboolean
has_marks (const char *message,
           guint      *open)
{
  gboolean any = FALSE;

  *open = 0;
  for (const char *p = message; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) == FSI)
      any = TRUE, ++*open;
    else if (g_utf8_get_char (p) == PDI && (*open)-- == 0)
      return FALSE;
  return any;
}

/* A message of ours in another sentence: each name in it keeps its own direction, and what else nobody sees is spelt out. */
static char *
isolate_message (NidaLanguage *language,
                 const char   *message)
{
  g_autofree char *valid = g_utf8_make_valid (message, -1), *visible = nida_words_visible (message);
  g_autoptr (GString) text = g_string_new ("\u2068");
  guint open;

  if (!has_marks (valid, &open))
    return nida_language_isolate (language, visible);
  for (const char *p = valid, *end; *p != '\0'; p = end)
    {
      g_autofree char *part = NULL, *shown = NULL;

      end = p;
      do
        end = g_utf8_next_char (end);
      while (!is_mark (p) && *end != '\0' && !is_mark (end));
      part = g_strndup (p, (gsize) (end - p));
      shown = is_mark (p) ? NULL : nida_words_visible (part);
      g_string_append (text, shown != NULL ? shown : part);
    }
  while (open-- > 0)
    g_string_append (text, "\u2069");
  g_string_append (text, "\u2069");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Why a source was not read, and what can be done about that. */
static char *
absence_remedy (NidaLanguage      *language,
                const NidaProblem *problem)
{
  g_autofree char *message = NULL, *why = NULL;
  const char *remedy = problem->kind == NIDA_PROBLEM_HELD ? absence_words[problem->absence].held : absence_words[problem->absence].missing;

  if (problem->kept == NULL || *problem->kept == '\0')
    return g_strdup (_(remedy));
  message = isolate_message (language, problem->kept);
  why = g_strdup_printf (_("The source could not be read: “%s”."), message);
  return g_strjoin (" ", why, _(remedy), NULL);
}

/* The donors of an overlap as people call them; the last part may be the number of those that are not named. */
static char *
donor_words (NidaLanguage *language,
             const char   *found)
{
  g_auto (GStrv) parts = g_strsplit (found, " · ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *name = *parts[i] == '+' ? g_strdup (parts[i]) : nida_words_plain_name (language, NIDA_FIELD_DONOR, parts[i], NULL);

      g_free (parts[i]);
      parts[i] = name;
    }
  return g_strjoinv (" · ", parts);
}

/**
 * nida_words_found:
 *
 * Returns: (transfer full): what was found, as it is to be seen: the text of the source, or names in the language; "" for
 *   nothing
 */
char *
nida_words_found (NidaLanguage      *language,
                  const NidaProblem *problem)
{
  g_return_val_if_fail (NIDA_IS_LANGUAGE (language), NULL);

  if (problem->found == NULL)
    return g_strdup ("");
  return problem->kind == NIDA_PROBLEM_OVERLAP ? donor_words (language, problem->found) : nida_words_visible (problem->found);
}

/**
 * nida_words_problem:
 *
 * Returns: (transfer full): what happened, as a sentence: "“8ر3” is not a number."
 */
char *
nida_words_problem (NidaLanguage      *language,
                    const NidaProblem *problem)
{
  g_autofree char *found = NULL;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (language), NULL);
  g_return_val_if_fail (problem != NULL && problem->kind < NIDA_N_PROBLEMS, NULL);

  found = nida_words_found (language, problem);
  return fill (language, words[problem->kind].bare, words[problem->kind].found, found);
}

/**
 * nida_words_remedy:
 *
 * Returns: (transfer full): what was done or is to be done, as a sentence: "Write 2009 in date and 2023 in date_end."
 */
char *
nida_words_remedy (NidaLanguage      *language,
                   const NidaProblem *problem)
{
  g_autofree char *kept = NULL;
  char *remedy = NULL;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (language), NULL);
  g_return_val_if_fail (problem != NULL && problem->kind < NIDA_N_PROBLEMS, NULL);

  if (problem->kind == NIDA_PROBLEM_HELD || problem->kind == NIDA_PROBLEM_MISSING)
    return absence_remedy (language, problem);
  if (problem->kind == NIDA_PROBLEM_DATE_NOT_A_DATE)
    remedy = span_remedy (language, problem->found);
  if (remedy != NULL)
    return remedy;
  kept = problem->kept != NULL ? nida_words_visible (problem->kept) : g_strdup ("");
  if (problem->kind == NIDA_PROBLEM_CONFLICT && problem->rule != NIDA_CONFLICT_NEWER)
    return fill (language, tie_words[problem->rule].remedy, tie_words[problem->rule].kept, kept);
  return fill (language, words[problem->kind].remedy, words[problem->kind].kept, kept);
}
