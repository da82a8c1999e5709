/* nida render --slides: the slides of a document as a PDF, with or without the notes, or one of them as a picture. */
#include "config.h"

#include "export.h"
#include "options.h"
#include "safe-file.h"
#include "slide-pages.h"
#include "translate.h"

/* Of all documents among the inputs. */
static GPtrArray *
read_slides (NidaOptions *options)
{
  GPtrArray *slides = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_slide_free);

  for (guint i = 0; options->items != NULL && i < options->items->len; i++)
    {
      guint n_unknown;
      g_autoptr (GPtrArray) some = nida_slide_pages_read (options->items->pdata[i], &n_unknown);

      if (n_unknown > 0)
        /* xgettext:c-format */
        nida_say (ngettext ("%u slide was made by a newer version of Nida and is left out.",
                            "%u slides were made by a newer version of Nida and are left out.", n_unknown), n_unknown);
      while (some->len > 0)
        g_ptr_array_add (slides, g_ptr_array_steal_index (some, 0));
    }
  return slides;
}

static GPtrArray *
build (NidaOptions     *options,
       NidaLocalEngine *engine,
       GPtrArray       *slides)
{
  gboolean arabic = nida_language_is_arabic (options->language);
  g_autoptr (NidaLanguage) other = nida_language_new (arabic ? "en" : "ar", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaColorMap) hues = nida_options_dup_donor_hues (options);
  const NidaSlidePrint print = {
    .slides = slides, .engine = engine, .languages = { arabic ? other : options->language, arabic ? options->language : other }, .arabic = arabic,
    .theme = options->theme, .time_direction = options->time_direction, .notes = options->notes, .colors = hues,
  };

  return nida_slide_pages_print (&print);
}

static gboolean
write_pages (NidaOptions  *options,
             GPtrArray    *pages,
             GError      **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->output);
  const char *language = nida_language_get_code (options->language);
  g_autofree char *title = nida_slide_pages_title (pages);
  g_autoptr (GBytes) pdf = NULL;

  if (options->slide > 0)
    return nida_scene_export_file (pages->pdata[options->slide - 1], options->theme, file, options->scale > 0 ? options->scale : 2, language, error);
  pdf = nida_scenes_export_pdf (pages, title, options->theme, language, error);
  return pdf != NULL && nida_safe_file_write (file, pdf, NULL, error);
}

int
nida_cli_render_slides (NidaOptions *options)
{
  int status = NIDA_EXIT_DONE;
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaLocalEngine) engine = NULL;
  g_autoptr (GPtrArray) slides = NULL, pages = NULL;
  g_autoptr (GError) error = NULL;
  NidaExportFormat format;

  if (options->output == NULL || !nida_export_format_from_name (options->output, &format)
      || (format != NIDA_EXPORT_PDF && options->slide == 0) || (options->notes && options->slide > 0))
    {
      nida_say ("%s", _("render --slides wants -o OUT.pdf; a picture is of one slide, without notes: --slide NUMBER."));
      return NIDA_EXIT_USAGE;
    }
  dataset = nida_options_load (options, &status);
  if (dataset == NULL)
    return status;
  slides = read_slides (options);
  if (slides->len < MAX (options->slide, 1))
    {
      nida_say ("%s", _("There is no such slide. Slides are kept in documents: name a .nida file that has some."));
      return NIDA_EXIT_INPUT;
    }
  engine = nida_local_engine_new (dataset);
  pages = build (options, engine, slides);
  if (!write_pages (options, pages, &error))
    {
      nida_say ("%s", error->message);
      return NIDA_EXIT_INPUT;
    }
  return nida_look_rates (options, dataset, engine);
}
