/* What `check` prints, and what the other commands say of data that wants a look. */
#include "config.h"

#include "alias-words.h"
#include "comparison-words.h"
#include "conversion-words.h"
#include "local-engine.h"
#include "options.h"
#include "query-words.h"
#include "translate.h"
#include "words.h"

#include <string.h>

#define LINES_INDENT "    "
#define LINES_WIDTH  110       /* characters */

/* Problems that leave a figure open: something is not in the sums, or cannot be placed in time. */
static gboolean
wants_a_look (const NidaProblem *problem)
{
  if (problem->severity == NIDA_SEVERITY_REFUSED)
    return TRUE;
  switch (problem->kind)
    {
    case NIDA_PROBLEM_DATE_IMPOSSIBLE:
    case NIDA_PROBLEM_DATE_NOT_A_DATE:
    case NIDA_PROBLEM_DATE_AMBIGUOUS:
    case NIDA_PROBLEM_DATE_MISSING:
    case NIDA_PROBLEM_NO_USD:
    case NIDA_PROBLEM_STATES_MORE:
    case NIDA_PROBLEM_COPY_DAMAGED:
    case NIDA_PROBLEM_MISSING:
    case NIDA_PROBLEM_READING_FALSE:
      return TRUE;
    default:
      return FALSE;
    }
}

/* What was read in place of something that a row does not say changes no status, but nobody should have to guess it. */
static gboolean
is_assumed (const NidaProblem *problem)
{
  switch (problem->kind)
    {
    case NIDA_PROBLEM_KIND_ASSUMED:
    case NIDA_PROBLEM_CURRENCY_ASSUMED:
    case NIDA_PROBLEM_MAPPING:
    case NIDA_PROBLEM_DECIMAL:
    case NIDA_PROBLEM_HELD:
    case NIDA_PROBLEM_CHANGED_SINCE:
    case NIDA_PROBLEM_OVERLAP:
    case NIDA_PROBLEM_SHEETS_UNREAD:
      return TRUE;
    default:
      return FALSE;
    }
}

/* ":18" as compilers write places, so that editors can jump there; ":record 18" where lines say nothing. */
static void
append_place (GString     *place,
              NidaReport  *report,
              guint        source,
              guint        number,
              NidaOptions *options)
{
  const NidaSourceInfo *info = nida_report_get_source (report, source);
  g_autofree char *words = NULL;

  if (info->unit == NIDA_UNIT_LINE)
    {
      g_string_append_printf (place, "%u", number);
      return;
    }
  words = nida_words_place (options->language, info->unit, number);
  g_string_append (place, words);
}

/* By its name in the language spoken, where it has one. */
static void
append_source (GString    *place,
               NidaReport *report,
               guint       source)
{
  g_autofree char *name = nida_words_source (nida_report_get_source (report, source));

  g_string_append (place, name);
}

/* "fts.csv:18" as compilers say it, but "own figures: row 4". */
static void
append_colon (GString    *place,
              NidaReport *report,
              guint       source)
{
  g_string_append (place, nida_report_get_source (report, source)->unit == NIDA_UNIT_LINE ? ":" : ": ");
}

/* "fts.csv:18: amount: …" */
static char *
problem_place (NidaOptions       *options,
               NidaReport        *report,
               const NidaProblem *problem)
{
  GString *place = g_string_new (NULL);

  append_source (place, report, problem->source);
  if (problem->line > 0)
    {
      append_colon (place, report, problem->source);
      append_place (place, report, problem->source, problem->line, options);
    }
  if (problem->line2 > 0)
    {
      g_string_append (place, " · ");
      if (problem->source2 != problem->source)
        {
          append_source (place, report, problem->source2);
          append_colon (place, report, problem->source2);
        }
      append_place (place, report, problem->source2, problem->line2, options);
    }
  if (problem->column != NULL)
    g_string_append_printf (place, ": %s", problem->column);
  return g_string_free (place, FALSE);
}

static void
print_problem (NidaOptions       *options,
               NidaReport        *report,
               const NidaProblem *problem,
               void             (*print) (const char *, ...))
{
  g_autofree char *place = problem_place (options, report, problem);
  g_autofree char *words = nida_words_problem (options->language, problem);
  g_autofree char *remedy = nida_words_remedy (options->language, problem);

  if (problem->count > 1)
    {
      g_autofree char *rows = nida_words_count (options->language, NIDA_FIELD_SOURCE_ROW, problem->count);

      print ("%s: %s %s (%s)\n", place, words, remedy, rows);
    }
  else
    print ("%s: %s %s\n", place, words, remedy);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* "    392 396-399 412": the rows that share one problem, so that each can be found. */
static void
print_lines (const NidaProblem *problem)
{
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GString) text = g_string_new (LINES_INDENT);
  gsize start = 0;

  if (problem->lines == NULL || problem->lines->len < 2 || problem->lines->len != problem->count)
    return;
  lines = g_array_copy (problem->lines);
  g_array_sort (lines, compare_lines);
  for (guint i = 0, j; i < lines->len; i = j)
    {
      guint first = g_array_index (lines, guint, i), last = first;

      for (j = i + 1; j < lines->len && g_array_index (lines, guint, j) <= last + 1; j++)
        last = g_array_index (lines, guint, j);
      if (text->len - start > LINES_WIDTH)
        {
          g_string_append (text, "\n" LINES_INDENT);
          start = text->len - strlen (LINES_INDENT);
        }
      g_string_append_printf (text, text->len - start > strlen (LINES_INDENT) ? " %u" : "%u", first);
      if (last > first)
        g_string_append_printf (text, "-%u", last);
    }
  g_print ("%s\n", text->str);
}

/* "a.json, b.json: meta.count: …" */
static void
print_comparison (NidaOptions           *options,
                  NidaReport            *report,
                  const NidaComparison  *comparison,
                  void                 (*print) (const char *, ...))
{
  const NidaStated *stated = comparison->stated;
  g_autoptr (GString) place = g_string_new (nida_report_get_source (report, stated->source)->name);
  g_autofree char *words = nida_words_comparison (options->language, comparison);

  for (guint i = 0; stated->set != NULL && i < nida_report_get_n_stated (report); i++)
    {
      const NidaStated *other = nida_report_get_stated (report, i);

      if (other != stated && other->kind == stated->kind && g_strcmp0 (other->set, stated->set) == 0)
        g_string_append_printf (place, "%s%s", _(", "), nida_report_get_source (report, other->source)->name);
    }
  if (stated->line > 0 && stated->differs)
    {
      g_string_append_c (place, ':');
      append_place (place, report, stated->source, stated->line, options);
    }
  print ("%s: %s: %s\n", place->str, stated->where, words);
}

/* Those that state more than they hold, or all. Returns whether there is one of the former. */
static gboolean
print_comparisons (NidaOptions  *options,
                   NidaDataset  *dataset,
                   gboolean      all,
                   void        (*print) (const char *, ...))
{
  NidaReport *report = nida_dataset_get_report (dataset);
  g_autoptr (GArray) comparisons = nida_comparisons_new (dataset);
  gboolean lacks = FALSE;

  for (guint i = 0; i < comparisons->len; i++)
    {
      const NidaComparison *comparison = &g_array_index (comparisons, NidaComparison, i);

      if (all || nida_comparison_lacks (comparison))
        print_comparison (options, report, comparison, print);
      lacks |= nida_comparison_lacks (comparison);
    }
  return lacks;
}

/* Totals that rows state, beside what the rows of their parts add up to. */
static void
print_stated_totals (NidaOptions *options,
                     NidaDataset *dataset)
{
  NidaReport *report = nida_dataset_get_report (dataset);
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;

  query->measures = 1u << NIDA_MEASURE_REQUIREMENT;
  query->fact_kinds = NIDA_KIND_BIT (NIDA_KIND_STATED);
  cube = nida_local_engine_query (engine, query, NULL);
  for (guint i = 0; cube != NULL && i < nida_cube_get_n_facts (cube); i++)
    {
      const NidaFact *fact = nida_cube_get_fact (cube, i);
      g_autofree char *words = nida_words_stated_total (options->language, fact, "USD");
      guint source = nida_dataset_get_source (dataset, fact->row);
      g_autoptr (GString) place = g_string_new (nida_report_get_source (report, source)->name);

      if (words == NULL)
        continue;
      g_string_append_c (place, ':');
      append_place (place, report, source, nida_dataset_get_source_row (dataset, fact->row), options);
      g_print ("%s: %s\n", place->str, words);
    }
}

/* What may be one donor, so that nobody has to look for it. */
static void
print_suggestions (NidaOptions *options,
                   NidaDataset *dataset)
{
  g_autoptr (GPtrArray) suggestions = nida_aliases_suggest (dataset, options->load.aliases);

  for (guint i = 0; i < suggestions->len; i++)
    {
      const NidaAliasSuggestion *suggestion = suggestions->pdata[i];
      g_autofree char *names = nida_words_alias_names (options->language, suggestion);

      /* Translators: names of organisations, then why: "the same reference" */
      g_print (_("These may be one organisation: %s (%s)."), names, nida_words_alias_reason (suggestion->reason));
      g_print ("\n");
    }
  if (suggestions->len > 0)
    g_print ("%s\n", _("List the names that are one in a file for --aliases to count them as one."));
}

/* What @dataset and @cube leave open, said with @print. */
static int
look (NidaOptions  *options,
      NidaDataset  *dataset,
      NidaCube     *cube,
      void        (*print) (const char *, ...))
{
  NidaReport *report = nida_dataset_get_report (dataset);
  gboolean wanted = FALSE;

  for (guint i = 0; i < nida_report_get_n_problems (report); i++)
    {
      const NidaProblem *problem = nida_report_get_problem (report, i);

      /* an answer says itself whether a rate was missing */
      if (problem->kind == NIDA_PROBLEM_NO_USD && cube != NULL)
        continue;
      if (wants_a_look (problem) || is_assumed (problem))
        print_problem (options, report, problem, print);
      wanted |= wants_a_look (problem);
    }
  wanted |= print_comparisons (options, dataset, FALSE, print);
  for (guint i = 0; cube != NULL && i < nida_cube_get_n_asides (cube); i++)
    {
      const NidaAside *aside = nida_cube_get_aside (cube, i);
      gboolean has_money = aside->amount != NIDA_MONEY_NONE && aside->amount != 0;

      wanted |= (aside->kind == NIDA_ASIDE_UNDATED && has_money) || aside->kind == NIDA_ASIDE_NO_AMOUNT;
    }
  if (!wanted)
    return NIDA_EXIT_DONE;
  return options->strict ? NIDA_EXIT_INPUT : NIDA_EXIT_LOOK;
}

int
nida_look_status (NidaOptions *options,
                  NidaDataset *dataset,
                  NidaCube    *cube)
{
  return look (options, dataset, cube, g_printerr);
}

G_GNUC_PRINTF (1, 2) static void
print_nothing (const char *format,
               ...)
{
}

int
nida_check_status (NidaOptions *options,
                   NidaDataset *dataset)
{
  return look (options, dataset, NULL, print_nothing);
}

static void
print_source (NidaOptions          *options,
              const NidaSourceInfo *info)
{
  g_autofree char *read = nida_language_integer (options->language, info->rows_read);
  g_autofree char *kept = nida_language_integer (options->language, info->rows_kept);
  g_autofree char *merged = nida_language_integer (options->language, info->rows_merged);
  g_autofree char *refused = nida_language_integer (options->language, info->rows_refused);
  g_autofree char *name = nida_words_source (info);

  if (info->is_missing)
    {
      /* Translators: a file of a document that could not be read */
      g_print (_("%s: missing"), name);
      g_print ("\n");
      return;
    }
  /* Translators: a file, its format, then numbers of rows */
  /* xgettext:c-format */
  g_print (ngettext ("%s (%s): %s row read, %s kept, %s merged, %s refused",
                     "%s (%s): %s rows read, %s kept, %s merged, %s refused", info->rows_read),
           name, info->format, read, kept, merged, refused);
  if (info->rows_empty > 0)
    {
      g_autofree char *empty = nida_language_integer (options->language, info->rows_empty);

      /* Translators: follows the numbers of rows: rows that state no figure at all */
      g_print (_(", %s without a figure"), empty);
    }
  g_print ("\n");
}

/* What amounts are converted by before all tables. */
static void
print_own_rates (NidaOptions *options)
{
  for (guint i = 0; i < nida_own_rates_get_n (options->load.own_rates); i++)
    {
      const NidaOwnRate *rate = nida_own_rates_get (options->load.own_rates, i);
      g_autofree char *words = nida_words_rate (options->language, rate->from, rate->to, nida_own_rate_get_ratio (rate, rate->from));

      if (rate->note != NULL)
        /* Translators: an exchange rate, "1 KWD = 3.2512 USD", and where it is from */
        g_print (_("The desk’s own rate: %1$s (%2$s)"), words, rate->note);
      else
        /* Translators: an exchange rate: "1 KWD = 3.2512 USD" */
        g_print (_("The desk’s own rate: %s"), words);
      g_print ("\n");
    }
}

void
nida_print_report (NidaOptions *options,
                   NidaDataset *dataset)
{
  NidaReport *report = nida_dataset_get_report (dataset);
  guint64 read = 0;
  guint n_facts = nida_dataset_get_n_rows (dataset);
  g_autofree char *all = NULL, *facts = NULL, *rows_read = NULL, *on_board = NULL;

  for (guint i = 0; i < nida_report_get_n_sources (report); i++)
    {
      print_source (options, nida_report_get_source (report, i));
      read += nida_report_get_source (report, i)->rows_read;
    }
  all = nida_language_integer (options->language, read);
  facts = nida_language_integer (options->language, n_facts);
  /* Translators: rows are the lines of the files */
  /* xgettext:c-format */
  rows_read = g_strdup_printf (ngettext ("%s row read", "%s rows read", read), all);
  /* Translators: facts are what the rows say: a row may hold a requirement and a total */
  /* xgettext:c-format */
  on_board = g_strdup_printf (ngettext ("%s fact on the board", "%s facts on the board", n_facts), facts);
  g_print ("%s%s%s\n", rows_read, _(", "), on_board);
  for (guint i = 0; i < nida_report_get_n_problems (report); i++)
    {
      print_problem (options, report, nida_report_get_problem (report, i), (void (*) (const char *, ...)) g_print);
      print_lines (nida_report_get_problem (report, i));
    }
  print_own_rates (options);
  print_comparisons (options, dataset, TRUE, (void (*) (const char *, ...)) g_print);
  print_stated_totals (options, dataset);
  print_suggestions (options, dataset);
}
