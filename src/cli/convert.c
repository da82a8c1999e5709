/* nida convert: the data as Nida's own CSV. */
#include "config.h"

#include "options.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

int
nida_cli_convert (NidaOptions *options)
{
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (options->output == NULL ||
      (strcmp (options->output, "-") != 0 && !g_str_has_suffix (options->output, ".csv")))
    {
      nida_say ("%s", _("convert wants -o OUT.csv, or -o - for standard output."));
      return NIDA_EXIT_USAGE;
    }
  dataset = nida_options_load (options);
  if (dataset == NULL)
    return NIDA_EXIT_INPUT;

  if (strcmp (options->output, "-") == 0)
    {
      g_autoptr (GString) text = g_string_new (options->bom ? "\xEF\xBB\xBF" : NULL);

      nida_csv_append (text, dataset, NULL);
      if (fwrite (text->str, 1, text->len, stdout) != text->len || fflush (stdout) != 0)
        {
          nida_say ("%s", _("Standard output could not be written."));
          return NIDA_EXIT_INPUT;
        }
    }
  else
    {
      file = g_file_new_for_commandline_arg (options->output);
      if (!nida_csv_write (dataset, NULL, file, options->bom, NULL, &error))
        {
          nida_say ("%s", error->message);
          return NIDA_EXIT_INPUT;
        }
    }
  return nida_look_status (options, dataset, NULL);
}
