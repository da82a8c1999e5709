/* nida check: what was read, merged and refused, and why, of the bytes themselves, whatever a document says of them; and what
 * became of it since an earlier reading. Or, in place of all that, two sources side by side. */
#include "config.h"

#include "options.h"

/* The words after --since are a day, and then the inputs are read as they were on it, or an earlier copy of the input. */
static NidaDataset *
load_earlier (NidaOptions *options,
              int         *status)
{
  const char *copy[] = { options->since, NULL };
  NidaOptions earlier = *options;

  earlier.load.as_of = options->since_day;
  if (options->since_day == 0)
    earlier.inputs = (char **) copy;
  return nida_options_load (&earlier, status);
}

int
nida_cli_check (NidaOptions *options)
{
  int status = NIDA_EXIT_DONE;
  g_autoptr (NidaDataset) dataset = NULL;

  options->load.distrust = TRUE;
  if (options->compare)
    return nida_cli_compare (options);
  dataset = nida_options_load (options, &status);
  if (dataset == NULL)
    return status;
  nida_print_report (options, dataset);
  if (options->since != NULL)
    {
      g_autoptr (NidaDataset) earlier = load_earlier (options, &status);

      if (earlier == NULL)
        return status;
      nida_print_changes (options, earlier, dataset);
    }
  return nida_check_status (options, dataset);
}
