/* nida convert: the rows that the filters leave, as Nida's own CSV or a workbook. */
#include "config.h"

#include "local-engine.h"
#include "options.h"
#include "store.h"
#include "translate.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* The same file under any name or link. Nida's CSV has not every column of a foreign file, so an input is never replaced. */
static gboolean
is_same_file (const char *one,
              const char *other)
{
  GStatBuf first, second;

  return g_stat (one, &first) == 0 && g_stat (other, &second) == 0 &&
         first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

static gboolean
is_among (char       **inputs,
          const char  *output)
{
  for (guint i = 0; inputs[i] != NULL; i++)
    if (is_same_file (inputs[i], output))
      return TRUE;
  return FALSE;
}

static gboolean
is_workbook (const char *output)
{
  return g_str_has_suffix (output, ".xlsx");
}

static gboolean
is_document (const char *output)
{
  return g_str_has_suffix (output, NIDA_STORE_SUFFIX);
}

static gboolean
check_output (NidaOptions *options)
{
  if (options->output == NULL ||
      (strcmp (options->output, "-") != 0 && !g_str_has_suffix (options->output, ".csv") && !is_workbook (options->output)
       && !is_document (options->output)))
    {
      nida_say ("%s", _("convert wants -o OUT.csv, -o OUT.xlsx or -o OUT.nida, or -o - for standard output."));
      return FALSE;
    }
  if (is_among (options->inputs, options->output) || is_among (options->documents, options->output))
    {
      nida_say (_("“%s” is an input too. Choose another name for -o: the input keeps what Nida does not read."),
                options->output);
      return FALSE;
    }
  return TRUE;
}

/* The rows that pass the filters, and on standard error how many do not. */
static GArray *
choose_rows (NidaOptions  *options,
             NidaDataset  *dataset,
             GError      **error)
{
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  GArray *rows = nida_local_engine_select (engine, options->query, error);
  guint all = nida_dataset_get_n_rows (dataset);
  g_autofree char *kept = NULL, *total = NULL;

  if (rows == NULL || rows->len == all)
    return rows;
  kept = nida_language_integer (options->language, rows->len);
  total = nida_language_integer (options->language, all);
  /* Translators: how many facts pass the filters of the command line */
  g_printerr (_("The filters keep %s of %s facts."), kept, total);
  g_printerr ("\n");
  return rows;
}

int
nida_cli_convert (NidaOptions *options)
{
  int status = NIDA_EXIT_DONE;
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (!check_output (options))
    return NIDA_EXIT_USAGE;
  if (is_document (options->output))
    return nida_cli_convert_document (options);
  dataset = nida_options_load (options, &status);
  if (dataset == NULL)
    return status;
  rows = choose_rows (options, dataset, &error);
  if (rows == NULL)
    {
      nida_say ("%s", error->message);
      return nida_exit_for (error);
    }

  if (strcmp (options->output, "-") == 0)
    {
      g_autoptr (GString) text = g_string_new (options->bom ? "\xEF\xBB\xBF" : NULL);

      nida_csv_append (text, dataset, rows);
      if (fwrite (text->str, 1, text->len, stdout) != text->len || fflush (stdout) != 0)
        {
          nida_say ("%s", _("Standard output could not be written."));
          return NIDA_EXIT_INPUT;
        }
    }
  else
    {
      file = g_file_new_for_commandline_arg (options->output);
      if (!(is_workbook (options->output) ? nida_xlsx_write (dataset, rows, file, NULL, &error)
                                          : nida_csv_write (dataset, rows, file, options->bom, NULL, &error)))
        {
          nida_say ("%s", error->message);
          return NIDA_EXIT_INPUT;
        }
    }
  return nida_look_status (options, dataset, NULL);
}
