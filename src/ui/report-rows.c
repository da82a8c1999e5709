/* The problems of a load report as rows of words, and as CSV. */
#include "config.h"

#include "report-rows.h"

#include "comparison-words.h"
#include "conversion-words.h"
#include "loader.h"
#include "look.h"
#include "rates-window.h"
#include "translate.h"
#include "words.h"

static char *
source_name (NidaReport *report,
             guint       source)
{
  return source < nida_report_get_n_sources (report) ? nida_words_source (nida_report_get_source (report, source)) : g_strdup ("");
}

static char *
file_words (NidaReport        *report,
            const NidaProblem *problem)
{
  g_autofree char *first = source_name (report, problem->source);
  g_autofree char *second = NULL;

  if (problem->source2 == problem->source)
    return g_steal_pointer (&first);
  second = source_name (report, problem->source2);
  return g_strconcat (first, " + ", second, NULL);
}

static char *
place_words (NidaReport *report,
             guint       source,
             guint       number)
{
  NidaRowUnit unit = source < nida_report_get_n_sources (report) ? nida_report_get_source (report, source)->unit : NIDA_UNIT_LINE;

  return number > 0 ? nida_words_place (nida_look_get_language (nida_look_get ()), unit, number) : NULL;
}

/* "18", "5405 · 220", or how many rows share the problem. */
static char *
line_words (NidaReport        *report,
            const NidaProblem *problem)
{
  g_autofree char *line = place_words (report, problem->source, problem->line);
  g_autofree char *line2 = place_words (report, problem->source2, problem->line2);
  g_autofree char *count = NULL;

  if (problem->count > 1)
    {
      count = nida_language_integer (nida_look_get_language (nida_look_get ()), (gint64) problem->count);
      return g_strdup_printf (/* xgettext:c-format */ ngettext ("%s row", "%s rows", problem->count), count);
    }
  if (line != NULL && line2 != NULL)
    return g_strconcat (line, " · ", line2, NULL);
  return g_strdup (line != NULL ? line : "");
}

static NidaTextRow *
make_row (NidaReport        *report,
          const NidaProblem *problem,
          const char        *nothing_found)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autofree char *file = file_words (report, problem);
  g_autofree char *line = line_words (report, problem);
  g_autofree char *column = problem->column != NULL ? nida_name_clean (problem->column) : g_strdup ("");
  g_autofree char *found = nida_words_found (language, problem);
  g_autofree char *wrong = nida_words_problem (language, problem);
  g_autofree char *remedy = nida_words_remedy (language, problem);
  g_autofree char *words = g_strconcat (wrong, " ", remedy, NULL);
  const char *cells[NIDA_REPORT_N_CELLS + 1] = { file, line, column, *found != '\0' ? found : nothing_found, words, NULL };

  return nida_text_row_new (cells, (int) problem->severity);
}

NidaTextRow *
nida_report_row_new (NidaReport        *report,
                     const NidaProblem *problem)
{
  return make_row (report, problem, problem->column != NULL ? _("(empty)") : "");
}

NidaTextRow *
nida_report_group_row_new (NidaReport        *report,
                           const NidaProblem *problem)
{
  return make_row (report, problem, "");
}

NidaTextRow *
nida_report_stated_row_new (NidaReport           *report,
                            const NidaComparison *comparison)
{
  const NidaStated *stated = comparison->stated;
  gboolean differs = nida_comparison_differs (comparison);
  g_autofree char *file = source_name (report, stated->source);
  g_autofree char *place = differs && stated->line > 0 ? place_words (report, stated->source, stated->line) : g_strdup ("");
  g_autofree char *words = nida_words_comparison (nida_look_get_language (nida_look_get ()), comparison);
  const char *cells[NIDA_REPORT_N_CELLS + 1] = { file, place, stated->where, "", words, NULL };

  return nida_text_row_new (cells, differs ? NIDA_SEVERITY_LOOK : NIDA_SEVERITY_INFO);
}

NidaTextRow *
nida_report_own_rate_row_new (const NidaOwnRate *rate)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autofree char *time = nida_rates_window_dup_time_words (rate->when);
  g_autofree char *quote = nida_words_rate (language, rate->from, rate->to, nida_own_rate_get_ratio (rate, rate->from));
  g_autofree char *note = rate->note != NULL ? nida_name_clean (rate->note) : NULL;
  g_autofree char *isolated = note != NULL ? nida_language_isolate (language, note) : NULL;
  /* Translators: an exchange rate, "1 KWD = 3.2512 USD", and where it is from */
  g_autofree char *says = note != NULL ? g_strdup_printf (_("The desk’s own rate: %1$s (%2$s)"), quote, isolated)
                          /* Translators: an exchange rate: "1 KWD = 3.2512 USD" */
                          : g_strdup_printf (_("The desk’s own rate: %s"), quote);
  const char *cells[NIDA_REPORT_N_CELLS + 1] = { _("The desk’s own figures"), time, "", "", says, NULL };

  return nida_text_row_new (cells, NIDA_SEVERITY_INFO);
}

static void
append_csv_row (GString           *out,
                const char *const *cells)
{
  for (guint i = 0; i < NIDA_REPORT_N_CELLS; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      nida_csv_append_cell (out, cells[i]);
    }
  g_string_append (out, "\r\n");
}

char *
nida_report_rows_to_csv (GListModel *rows)
{
  const char *headings[NIDA_REPORT_N_CELLS] = { _("File"), _("Place"), _("Column"), _("Found"), _("What is wrong, and what to do") };
  GString *out = g_string_new ("\xEF\xBB\xBF");

  append_csv_row (out, headings);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (NidaTextRow) row = g_list_model_get_item (rows, i);
      const char *cells[NIDA_REPORT_N_CELLS];

      for (guint j = 0; j < NIDA_REPORT_N_CELLS; j++)
        cells[j] = nida_text_row_get_cell (row, j);
      append_csv_row (out, cells);
    }
  return g_string_free (out, FALSE);
}
