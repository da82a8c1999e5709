/* Slides as pages of a PDF. Notes that are longer than what a slide leaves of its page go on behind it. */
#include "config.h"

#include "slide-pages.h"

#include "translate.h"

#define SLIDE_WIDTH  960.0
#define SLIDE_HEIGHT 540.0
#define PAGE_WIDTH   595.0      /* A4 upright, in points */
#define PAGE_HEIGHT  842.0
#define MARGIN        40.0
#define GAP           20.0

GPtrArray *
nida_slide_pages_read (NidaItems *items,
                       guint     *n_unknown)
{
  GPtrArray *slides = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_slide_free);
  guint unknown = 0;

  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_SLIDE); i++)
    {
      NidaSlide *slide = nida_slide_from_text (nida_items_get (items, NIDA_ITEM_SLIDE, i)->text, NULL);

      if (slide != NULL)
        g_ptr_array_add (slides, slide);
      else
        unknown++;
    }
  if (n_unknown != NULL)
    *n_unknown = unknown;
  return slides;
}

/* --- notes --- */

typedef struct {
  GPtrArray        *pages;
  NidaSceneBuilder *scene;
  NidaLanguage     *language;
  NidaMeasurer     *measurer;
  GString          *description;
  char             *title;
  double            y;
  guint             n;         /* paragraphs on the page */
} Sheet;

static void
begin_sheet (Sheet *self)
{
  self->scene = nida_scene_builder_new (PAGE_WIDTH, PAGE_HEIGHT, 1, nida_language_is_rtl (self->language));
  self->description = g_string_new (NULL);
  self->y = MARGIN;
  self->n = 0;
  nida_scene_builder_rect (self->scene, "page", (NidaBox) { 0, 0, PAGE_WIDTH, PAGE_HEIGHT }, NIDA_COLOR_CARD);
}

static void
end_sheet (Sheet *self)
{
  nida_scene_builder_set_words (self->scene, self->title, self->description->str);
  g_ptr_array_add (self->pages, nida_scene_builder_end (self->scene));
  g_clear_object (&self->scene);
  g_string_free (self->description, TRUE);
}

static void
add_slide (Sheet     *self,
           NidaScene *slide)
{
  double width = PAGE_WIDTH - 2 * MARGIN, height = nida_scene_get_height (slide);
  NidaNode *frame;

  nida_scene_builder_append_whole (self->scene, slide, "slide/", MARGIN, self->y);
  frame = nida_scene_builder_rect (self->scene, "frame", (NidaBox) { MARGIN, self->y, width, height }, NIDA_COLOR_NONE);
  frame->stroke = NIDA_COLOR_BORDER;
  frame->line_width = 1;
  g_string_append (self->description, nida_scene_get_description (slide));
  self->y += height + GAP;
}

/* Smaller letters only where a paragraph would not fit a whole page. */
static void
add_paragraph (Sheet      *self,
               const char *text)
{
  static const NidaFont fonts[] = { NIDA_FONT_UNIT, NIDA_FONT_SOURCE };
  double width = PAGE_WIDTH - 2 * MARGIN, most = PAGE_HEIGHT - 2 * MARGIN, line, height;
  g_autofree char *key = NULL;
  guint lines, font = 0;

  lines = nida_measurer_lines (self->measurer, text, fonts[0], 1, width);
  if (lines * nida_font_line_height (fonts[0], 1) > most)
    lines = nida_measurer_lines (self->measurer, text, fonts[++font], 1, width);
  line = nida_font_line_height (fonts[font], 1);
  height = MAX (lines, 1) * line;
  if (self->y + height > PAGE_HEIGHT - MARGIN && self->y > MARGIN)
    {
      end_sheet (self);
      begin_sheet (self);
    }
  if (lines > 0)
    {
      key = g_strdup_printf ("notes/%u", self->n++);
      lines = MIN (lines, (guint) (most / line));
      nida_scene_builder_paragraph (self->scene, key, (NidaBox) { MARGIN, self->y, width, lines * line }, fonts[font], NIDA_COLOR_TEXT,
                                    NIDA_ANCHOR_START, lines, text);
      g_string_append_printf (self->description, "\n%s", text);
    }
  self->y += height;
}

static void
add_sheets (GPtrArray              *pages,
            const NidaSlide        *slide,
            NidaScene              *scene,
            const NidaSlideContext *context)
{
  const char *notes = nida_slide_get_notes (slide, context->arabic);
  g_auto (GStrv) paragraphs = g_strsplit (notes != NULL ? notes : "", "\n", -1);
  Sheet sheet = { .pages = pages, .language = context->languages[context->arabic], .measurer = context->measurers[context->arabic],
                  .title = g_strdup (nida_scene_get_title (scene)) };

  begin_sheet (&sheet);
  add_slide (&sheet, scene);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autofree char *words = nida_language_isolate (sheet.language, paragraphs[i]);

      add_paragraph (&sheet, words);
    }
  end_sheet (&sheet);
  g_free (sheet.title);
}

/* --- pages --- */

static GPtrArray *
build (GPtrArray              *slides,
       NidaLocalEngine        *engine,
       NidaColorMap           *colors,
       const NidaSlideContext *context,
       const NidaSlidePrint   *print)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_object_unref);
  NidaSlideContext own = *context;

  own.width = print->notes ? PAGE_WIDTH - 2 * MARGIN : SLIDE_WIDTH;
  own.height = own.width * SLIDE_HEIGHT / SLIDE_WIDTH;
  own.n_slides = slides->len;
  for (guint i = 0; i < slides->len; i++)
    {
      g_autoptr (NidaSlideAnswers) answers = NULL;
      g_autoptr (NidaScene) scene = NULL;

      if (print->step != NULL && !print->step (i, print->step_data))
        return NULL;
      answers = nida_slide_answers_ask (slides->pdata[i], engine, colors);
      own.number = i + 1;
      scene = nida_slide_build (slides->pdata[i], answers, &own, NIDA_SLIDE_WHOLE);
      if (print->notes)
        add_sheets (pages, slides->pdata[i], scene, &own);
      else
        g_ptr_array_add (pages, g_steal_pointer (&scene));
    }
  return g_steal_pointer (&pages);
}

GPtrArray *
nida_slide_pages_build (GPtrArray              *slides,
                        NidaLocalEngine        *engine,
                        NidaColorMap           *colors,
                        const NidaSlideContext *context,
                        gboolean                notes)
{
  const NidaSlidePrint print = { .notes = notes };

  return build (slides, engine, colors, context, &print);
}

/* --- with all that they need --- */

/* Sources speak the language that a chart is drawn in. */
typedef struct { NidaSources *sources[2]; } Voices;

static void
fill (const NidaChartSpec *spec,
      NidaChartContext    *context,
      gpointer             data)
{
  const Voices *voices = data;

  nida_sources_fill (voices->sources[nida_language_is_arabic (context->language)], spec, context);
  context->colors = voices->sources[0]->colors;
}

static NidaSources *
get_sources (NidaLanguage *language,
             gpointer      data)
{
  return ((const Voices *) data)->sources[nida_language_is_arabic (language)];
}

/**
 * nida_slide_pages_print:
 * @print: what pages are made of
 *
 * Asks, waiting, and draws every slide whole. Donors have the hues that a board of the same data gives them.
 *
 * Returns: (transfer full) (nullable) (element-type NidaScene): the pages
 */
GPtrArray *
nida_slide_pages_print (const NidaSlidePrint *print)
{
  NidaDataset *dataset = nida_local_engine_get_dataset (print->engine);
  g_autoptr (NidaMeasurer) english = nida_pango_measurer_new (FALSE), arabic = nida_pango_measurer_new (TRUE);
  g_autoptr (NidaSources) first = nida_sources_new (dataset, print->languages[0]), second = nida_sources_new (dataset, print->languages[1]);
  Voices voices = { { first, second } };
  const NidaSlideContext context = {
    .languages = { print->languages[0], print->languages[1] }, .measurers = { english, arabic }, .arabic = print->arabic, .theme = print->theme,
    .time_direction = print->time_direction, .fill = fill, .sources = get_sources, .fill_data = &voices,
  };

  nida_sources_keep_donors (first, print->engine, print->colors);
  return build (print->slides, print->engine, first->colors, &context, print);
}

char *
nida_slide_pages_title (GPtrArray *pages)
{
  for (guint i = 0; i < pages->len; i++)
    if (*nida_scene_get_title (pages->pdata[i]) != '\0')
      return g_strdup (nida_scene_get_title (pages->pdata[i]));
  return g_strdup (_("Slides"));
}
