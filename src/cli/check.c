/* nida check: what was read, merged and refused, and why. */
#include "config.h"

#include "options.h"

int
nida_cli_check (NidaOptions *options)
{
  g_autoptr (NidaDataset) dataset = nida_options_load (options);

  if (dataset == NULL)
    return NIDA_EXIT_INPUT;
  nida_print_report (options, dataset);
  return nida_look_status (options, dataset, NULL);
}
