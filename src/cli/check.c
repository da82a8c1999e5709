/* nida check: what was read, merged and refused, and why. */
#include "config.h"

#include "options.h"

int
nida_cli_check (NidaOptions *options)
{
  int status = NIDA_EXIT_DONE;
  g_autoptr (NidaDataset) dataset = nida_options_load (options, &status);

  if (dataset == NULL)
    return status;
  nida_print_report (options, dataset);
  return nida_look_status (options, dataset, NULL);
}
