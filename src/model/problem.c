/* What may be wrong with a row, how grave each kind is, and how many of a kind are told one by one. */
#include "problem.h"

#include <string.h>

#define MAX_FOUND 200     /* characters */

/**
 * nida_problem_severity:
 *
 * Returns: how grave a problem of @kind is
 */
NidaSeverity
nida_problem_severity (NidaProblemKind kind)
{
  switch (kind)
    {
    case NIDA_PROBLEM_AMOUNT_MISSING:
    case NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER:
    case NIDA_PROBLEM_AMOUNT_AMBIGUOUS:
    case NIDA_PROBLEM_AMOUNT_OVERFLOW:
    case NIDA_PROBLEM_KIND_UNKNOWN:
    case NIDA_PROBLEM_CURRENCY_UNKNOWN:
    case NIDA_PROBLEM_ROW_SHORT:
    case NIDA_PROBLEM_ROW_LONG:
    case NIDA_PROBLEM_QUOTE_OPEN:
    case NIDA_PROBLEM_RATE_UNUSABLE:
    case NIDA_PROBLEM_FIELD_TOO_LONG:
      return NIDA_SEVERITY_REFUSED;
    case NIDA_PROBLEM_AMOUNT_NEGATIVE:
    case NIDA_PROBLEM_NO_USD:
    case NIDA_PROBLEM_DATE_IMPOSSIBLE:
    case NIDA_PROBLEM_DATE_NOT_A_DATE:
    case NIDA_PROBLEM_DATE_AMBIGUOUS:
    case NIDA_PROBLEM_SPAN_REVERSED:
    case NIDA_PROBLEM_YEAR_UNLIKELY:
    case NIDA_PROBLEM_WORD_UNKNOWN:
    case NIDA_PROBLEM_QUOTE_STRAY:
    case NIDA_PROBLEM_TEXT_REPAIRED:
    case NIDA_PROBLEM_BIDI_CONTROL:
    case NIDA_PROBLEM_CONFLICT:
    case NIDA_PROBLEM_STATES_MORE:
    case NIDA_PROBLEM_OVERLAP:
    case NIDA_PROBLEM_SHEETS_UNREAD:
    case NIDA_PROBLEM_COPY_DAMAGED:
    case NIDA_PROBLEM_MISSING:
    case NIDA_PROBLEM_READING_FALSE:
      return NIDA_SEVERITY_LOOK;
    default:
      return NIDA_SEVERITY_INFO;
    }
}

/* What is done as documented, row after row, is only counted: one line says how often, and where first. */
guint
nida_problem_max_kept (NidaProblemKind kind)
{
  switch (kind)
    {
    case NIDA_PROBLEM_AMOUNT_ROUNDED:
    case NIDA_PROBLEM_NO_FIGURE:
    case NIDA_PROBLEM_AMOUNT_ZERO:
    case NIDA_PROBLEM_DATE_MISSING:
    case NIDA_PROBLEM_KIND_ASSUMED:
    case NIDA_PROBLEM_CURRENCY_ASSUMED:
    case NIDA_PROBLEM_MERGED:
    case NIDA_PROBLEM_NO_USD:
      return 0;
    default:
      return NIDA_PROBLEM_MAX_KEPT;
    }
}

/* Rows that are not on the board as they stand: a person must be able to find each of them, however many there are. */
gboolean
nida_problem_names_every_line (NidaProblemKind kind)
{
  return nida_problem_severity (kind) == NIDA_SEVERITY_REFUSED ||
         kind == NIDA_PROBLEM_MERGED || kind == NIDA_PROBLEM_NO_FIGURE || kind == NIDA_PROBLEM_NO_USD;
}

/* Counted apart for each text that was found: every currency has a remedy of its own. */
gboolean
nida_problem_is_told_by_text (NidaProblemKind kind)
{
  return kind == NIDA_PROBLEM_NO_USD;
}

/* Each is something that a person said and may take back. */
gboolean
nida_problem_stands_alone (NidaProblemKind kind)
{
  return kind == NIDA_PROBLEM_NAME_JOINED;
}

void
nida_problem_append_lines (GArray            *lines,
                           const NidaProblem *problem)
{
  if (problem->lines != NULL)
    g_array_append_vals (lines, problem->lines->data, problem->lines->len);
  else if (problem->line > 0 && problem->count == 1)
    g_array_append_val (lines, problem->line);
}

/* Valid UTF-8 of at most MAX_FOUND characters. */
char *
nida_problem_dup_excerpt (const char *text,
                          gssize      length)
{
  gsize n_bytes = text == NULL ? 0 : length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *valid = NULL;

  if (text == NULL)
    return NULL;
  valid = g_utf8_make_valid (text, MIN (n_bytes, MAX_FOUND * 4));
  return g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_FOUND));
}

gpointer
nida_problem_copy (gconstpointer item)
{
  const NidaProblem *problem = item;
  NidaProblem *copy = g_memdup2 (problem, sizeof *problem);

  copy->column = g_strdup (problem->column);
  copy->found = g_strdup (problem->found);
  copy->kept = g_strdup (problem->kept);
  copy->lines = problem->lines != NULL ? g_array_copy (problem->lines) : NULL;
  return copy;
}

void
nida_problem_free (gpointer data)
{
  NidaProblem *problem = data;

  g_free (problem->column);
  g_free (problem->found);
  g_free (problem->kept);
  g_clear_pointer (&problem->lines, g_array_unref);
  g_free (problem);
}

int
nida_problem_compare (gconstpointer a,
                      gconstpointer b)
{
  const NidaProblem *x = *(NidaProblem * const *) a;
  const NidaProblem *y = *(NidaProblem * const *) b;

  if (x->severity != y->severity)
    return x->severity < y->severity ? -1 : 1;
  if (x->source != y->source)
    return x->source < y->source ? -1 : 1;
  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  return (x->kind > y->kind) - (x->kind < y->kind);
}
