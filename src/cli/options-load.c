/* What the commands do with their options before they answer: load the inputs, and say what hinders. */
#include "config.h"

#include "options.h"

#include "alias-file.h"
#include "conversion-words.h"
#include "local-engine.h"

#include <stdarg.h>

void
nida_say (const char *format,
          ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("nida: %s\n", message);
}

int
nida_exit_for (const GError *error)
{
  return error->domain == NIDA_QUERY_ERROR && error->code != NIDA_QUERY_ERROR_OVERFLOW ? NIDA_EXIT_USAGE : NIDA_EXIT_INPUT;
}

gboolean
nida_options_read_aliases (NidaOptions *options)
{
  g_autoptr (GError) error = NULL;

  if (options->aliases != NULL)
    options->load.aliases = nida_aliases_read (options->aliases, &error);
  if (error != NULL)
    {
      nida_say ("%s", error->message);
      return FALSE;
    }
  nida_options_overlay_aliases (options);
  return TRUE;
}

/* Where every source of a document is missing there is no answer; what hinders each of them is said. */
static gboolean
say_nothing_left (NidaDataset *dataset)
{
  NidaReport *report = nida_dataset_get_report (dataset);
  guint n_missing = 0;

  for (guint i = 0; i < nida_report_get_n_problems (report) && nida_dataset_get_n_rows (dataset) == 0; i++)
    {
      const NidaProblem *problem = nida_report_get_problem (report, i);

      if (problem->kind != NIDA_PROBLEM_MISSING)
        continue;
      nida_say ("%s", problem->kept);
      n_missing++;
    }
  return n_missing > 0;
}

NidaDataset *
nida_options_load (NidaOptions *options,
                   int         *status)
{
  g_autoptr (GError) error = NULL;
  NidaDataset *dataset = NULL;

  if (options->inputs[0] != NULL)
    dataset = nida_load ((const char * const *) options->inputs, &options->load, NULL, &error);
  if (error == NULL)
    {
      dataset = nida_options_append_ledgers (options, dataset);
      if (dataset != NULL && options->inputs[0] == NULL)     /* the rates come with what is read */
        {
          g_autoptr (NidaDataset) alone = dataset;

          dataset = nida_dataset_new_with_rates (alone, options->load.own_rates);
        }
      if (dataset == NULL || say_nothing_left (dataset))
        {
          g_clear_object (&dataset);
          *status = NIDA_EXIT_INPUT;
        }
      return dataset;
    }
  nida_say ("%s", error->message);
  *status = g_error_matches (error, NIDA_READ_ERROR, NIDA_READ_ERROR_MAPPING) ? NIDA_EXIT_USAGE : NIDA_EXIT_INPUT;
  return NULL;
}

/* What the question leaves out for want of a rate is told, and makes a status. */
int
nida_look_rates (NidaOptions     *options,
                 NidaDataset     *dataset,
                 NidaLocalEngine *engine)
{
  g_autoptr (NidaQuery) whole = nida_query_copy (options->query);
  g_autoptr (NidaCube) cube = NULL;
  g_autofree char *words = NULL;

  if (options->query->currency == NULL && options->query->prices == 0)
    return nida_look_status (options, dataset, NULL);
  whole->n_by = 0;
  cube = nida_local_engine_query (engine, whole, NULL);
  words = cube == NULL ? g_strdup ("") : nida_words_unconverted (options->language, cube);
  if (*words != '\0')
    g_printerr ("%s\n", words);
  return nida_look_status (options, dataset, cube);
}
