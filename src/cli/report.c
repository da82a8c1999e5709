/* nida report: one page about a donor, to PDF, PNG or SVG; needs no display. */
#include "config.h"

#include "donor-report.h"
#include "export.h"
#include "options.h"
#include "translate.h"

#define PNG_SCALE 3        /* a page of 595 points is read on paper: 216 dots an inch */

static NidaScene *
build (NidaOptions           *options,
       NidaLocalEngine       *engine,
       const NidaLetterhead  *letterhead,
       GError               **error)
{
  NidaDataset *dataset = nida_local_engine_get_dataset (engine);
  g_autoptr (NidaMeasurer) measurer = nida_pango_measurer_new (nida_language_is_arabic (options->language));
  g_autoptr (NidaSources) sources = nida_sources_new (dataset, options->language);
  const NidaDonorReport report = {
    .question = options->query,
    .donor = options->donor,
    .letterhead = letterhead,
    .draft = options->draft,
    .embargo = options->embargo,
  };
  const NidaChartContext context = {
    .language = options->language,
    .measurer = measurer,
    .theme = options->theme,
    .time_direction = options->time_direction,
  };

  return nida_donor_report_build (&report, engine, sources, &context, error);
}

int
nida_cli_report (NidaOptions *options)
{
  int status = NIDA_EXIT_DONE;
  g_autoptr (NidaLetterhead) letterhead = NULL;
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaLocalEngine) engine = NULL;
  g_autoptr (NidaScene) scene = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  NidaExportFormat format;

  if (options->output == NULL || !nida_export_format_from_name (options->output, &format))
    {
      nida_say ("%s", _("report wants -o OUT.pdf, OUT.png or OUT.svg."));
      return NIDA_EXIT_USAGE;
    }
  if (options->donor == NULL || *options->donor == '\0')
    {
      nida_say ("%s", _("report wants --donor NAME."));
      return NIDA_EXIT_USAGE;
    }
  if (options->letterhead != NULL)
    {
      letterhead = nida_letterhead_read (options->letterhead, &error);
      if (letterhead == NULL)
        {
          nida_say ("%s: %s", options->letterhead, error->message);
          return NIDA_EXIT_INPUT;
        }
    }

  options->load.textless = NIDA_KINDS_MONEY | NIDA_KIND_BIT (NIDA_KIND_REQUIREMENT);
  dataset = nida_options_load (options, &status);
  if (dataset == NULL)
    return status;
  engine = nida_local_engine_new (dataset);
  scene = build (options, engine, letterhead, &error);
  if (scene == NULL)
    {
      nida_say ("%s", error->message);
      return nida_exit_for (error);
    }
  file = g_file_new_for_commandline_arg (options->output);
  if (!nida_scene_export_file (scene, options->theme, file, options->scale > 0 ? options->scale : PNG_SCALE,
                               nida_language_get_code (options->language), &error))
    {
      nida_say ("%s", error->message);
      return NIDA_EXIT_INPUT;
    }
  return nida_look_rates (options, dataset, engine);
}
