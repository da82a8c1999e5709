/* The page of the donor report: head, message, figures, charts, sources. Each chart is a scene of its own that is set into
 * the page, so that a figure is drawn in one way everywhere. Lengths are at scale 1; the page is 902 of them wide. */
#include "config.h"

#include "donor-charts.h"
#include "donor-words.h"

#include "translate.h"
#include "words.h"

#define SCALE          0.66      /* of the page: chart words are 7 to 10 points on paper */
#define MARGIN        54.0
#define GUTTER        30.0
#define HEAD_TOP      36.0
#define HEAD_HEIGHT   46.0
#define MARK_HEIGHT   30.0
#define BALANCE_STEP  8.0
#define CARD_HEIGHT   58.0       /* without the lines under the figure */
#define CARD_INDENT   12.0
#define SECTION_GAP   26.0
#define CHART_MARGIN  16.0       /* that a chart keeps around itself, see chart/recipe.c */
#define CHART_TOP     14.0
#define CHART_BOTTOM  10.0
#define OWN_SIDE       8.0
#define TALLEST      330.0       /* a page with little to say is not blown up */
#define SOURCE_LINES   5u

typedef struct {
  const NidaDonorReport  *report;
  const NidaDonorFigures *figures;
  NidaLocalEngine        *engine;
  NidaSources            *sources;
  const NidaChartContext *context;
  NidaLanguage           *language;
  NidaSceneBuilder       *scene;
  GString                *description;
  double                  width, height;    /* at scale 1, like all that follows */
  double                  y;
  guint                   n_charts;
} Page;

static double
inner_width (Page *page)
{
  return page->width - 2 * MARGIN;
}

static double
line_of (NidaFont font)
{
  return nida_font_line_height (font, 1.0);
}

static NidaBox
scaled (double x,
        double y,
        double width,
        double height)
{
  return (NidaBox) { x * SCALE, y * SCALE, width * SCALE, height * SCALE };
}

/* --- words --- */

static void
add_line (Page       *page,
          const char *key,
          double      x,
          double      y,
          double      width,
          NidaFont    font,
          NidaColor   color,
          NidaAnchor  anchor,
          const char *text)
{
  nida_scene_builder_text (page->scene, key, scaled (x, y, width, line_of (font)), font, color, anchor, text);
}

/* Returns the height that it took. */
static double
add_paragraph (Page       *page,
               const char *key,
               double      x,
               double      y,
               double      width,
               NidaFont    font,
               NidaColor   color,
               guint       most,
               const char *text)
{
  guint lines = nida_measurer_lines (page->context->measurer, text, font, SCALE, width * SCALE);
  double height = MIN (lines, most) * line_of (font);

  if (lines > 0)
    nida_scene_builder_paragraph (page->scene, key, scaled (x, y, width, height), font, color, NIDA_ANCHOR_START,
                                  MIN (lines, most), text);
  return height;
}

static void
add_sentence (Page       *page,
              const char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (page->description, "%s%s", page->description->len > 0 ? "\n" : "", words);
}

static double
text_width (Page       *page,
            const char *text,
            NidaFont    font)
{
  return nida_measurer_width (page->context->measurer, text, font, 1.0);
}

/* In less room a word would be divided. */
static double
widest_word (Page       *page,
             const char *text,
             NidaFont    font)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  double widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    widest = MAX (widest, text_width (page, words[i], font));
  return widest;
}

/* What takes two lines is not one line and a word: the narrowest width in which it takes no more of them. */
static double
balanced_width (Page       *page,
                const char *text,
                NidaFont    font,
                double      width)
{
  guint lines = nida_measurer_lines (page->context->measurer, text, font, SCALE, width * SCALE);
  double least = widest_word (page, text, font);

  if (lines != 2)
    return width;
  while (width - BALANCE_STEP >= least
         && nida_measurer_lines (page->context->measurer, text, font, SCALE, (width - BALANCE_STEP) * SCALE) == lines)
    width -= BALANCE_STEP;
  return width;
}

/* --- head --- */

/* A picture keeps its proportions and the start edge. */
static void
add_letterhead (Page   *page,
                double  room)
{
  const NidaLetterhead *letterhead = page->report->letterhead;
  double ratio, lines = 2 * line_of (NIDA_FONT_LABEL);

  if (letterhead == NULL)
    return;
  if (letterhead->picture == NULL)
    {
      /* one line or two: they begin with what stands at the other end */
      nida_scene_builder_paragraph (page->scene, "head/letterhead", scaled (MARGIN, HEAD_TOP + HEAD_HEIGHT - lines, room, lines),
                                    NIDA_FONT_LABEL_BOLD, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, 2, letterhead->text);
      return;
    }
  ratio = MIN (HEAD_HEIGHT / letterhead->height, room / letterhead->width);
  nida_scene_builder_picture (page->scene, "head/letterhead",
                              scaled (MARGIN, HEAD_TOP + HEAD_HEIGHT - letterhead->height * ratio,
                                      letterhead->width * ratio, letterhead->height * ratio),
                              letterhead->picture);
}

static char *
dates_words (Page *page)
{
  g_autofree char *day = NULL;

  if (page->sources->as_of.precision == NIDA_PRECISION_NONE)
    return g_strdup ("");
  day = nida_language_date (page->language, page->sources->as_of, NIDA_DATE_MEDIUM);
  /* Translators: the last day of the data, in the head of a page */
  return g_strdup_printf (_("Data to %s"), day);
}

static void
add_head (Page       *page,
          const char *name)
{
  /* Translators: the head of a page about one donor: "Donor profile · Kuwait" */
  g_autofree char *what = g_strdup_printf (_("Donor profile · %s"), name);
  g_autofree char *dates = dates_words (page);
  gboolean headed = page->report->letterhead != NULL;
  double half = inner_width (page) / 2 - GUTTER / 2, line = line_of (NIDA_FONT_LABEL);
  double end = page->width - MARGIN - half, foot = HEAD_TOP + HEAD_HEIGHT;

  add_letterhead (page, half);
  if (headed)
    add_line (page, "head/what", end, foot - 2 * line, half, NIDA_FONT_LABEL, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_END, what);
  else
    add_line (page, "head/what", MARGIN, foot - line, half, NIDA_FONT_LABEL, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_START, what);
  add_line (page, "head/dates", end, foot - line, half, NIDA_FONT_LABEL, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_END, dates);
  page->y = foot + 10;
  nida_scene_builder_rect (page->scene, "head/rule", scaled (MARGIN, page->y, inner_width (page), 4), NIDA_COLOR_RECEIVED);
  page->y += 4;
}

static void
add_mark (Page *page)
{
  g_autofree char *mark = nida_donor_words_mark (page->language, page->report);
  NidaNode *frame;

  if (mark == NULL)
    return;
  page->y += 10;
  frame = nida_scene_builder_rect (page->scene, "mark/frame", scaled (MARGIN, page->y, inner_width (page), MARK_HEIGHT),
                                   NIDA_COLOR_NONE);
  frame->stroke = NIDA_COLOR_REFUSED;
  frame->line_width = 1.5 * SCALE;
  add_line (page, "mark", MARGIN, page->y + (MARK_HEIGHT - line_of (NIDA_FONT_TITLE)) / 2, inner_width (page), NIDA_FONT_TITLE,
            NIDA_COLOR_REFUSED, NIDA_ANCHOR_MIDDLE, mark);
  add_sentence (page, mark);
  page->y += MARK_HEIGHT;
}

static void
add_message (Page       *page,
             const char *headline)
{
  g_autofree char *recipient = nida_donor_words_recipient (page->language, page->figures, page->report->question);

  page->y += 16;
  page->y += add_paragraph (page, "title", MARGIN, page->y, balanced_width (page, headline, NIDA_FONT_HEADLINE, inner_width (page)),
                            NIDA_FONT_HEADLINE, NIDA_COLOR_TEXT, 2, headline);
  page->y += 6;
  if (recipient != NULL)
    page->y += add_paragraph (page, "subtitle", MARGIN, page->y, inner_width (page), NIDA_FONT_UNIT, NIDA_COLOR_TEXT_SECOND, 2,
                              recipient);
  add_sentence (page, headline);
  add_sentence (page, recipient);
}

/* --- what is the desk's own --- */

/* As charts mark it, see chart/news.c; @donor: or NULL for all. */
static gboolean
holds_own (Page        *page,
           NidaMeasure  measure,
           const char  *donor)
{
  g_autoptr (NidaChartSpec) spec = NULL;

  if (page->sources->own == NULL || measure == NIDA_N_MEASURES)
    return FALSE;
  spec = nida_donor_charts_figure (measure, page->report->question, donor);
  return nida_row_marks_count (page->sources->own, spec, NULL) > 0;
}

static void
add_own_sign (Page       *page,
              const char *key,
              double      x,
              double      y)
{
  NidaNode *square = nida_scene_builder_rect (page->scene, key, scaled (x, y, OWN_SIDE, OWN_SIDE), NIDA_COLOR_CARD);

  square->stroke = NIDA_COLOR_TEXT;
  square->line_width = 1.5 * SCALE;
}

/* --- cards --- */

static void
add_card (Page                *page,
          const NidaDonorCard *card,
          guint                index,
          double               x,
          double               width,
          double               height)
{
  g_autofree char *bar = g_strdup_printf ("card/%u/bar", index), *label = g_strdup_printf ("card/%u/label", index);
  g_autofree char *number = g_strdup_printf ("card/%u/number", index), *unit = g_strdup_printf ("card/%u/unit", index);
  g_autofree char *context = g_strdup_printf ("card/%u/context", index), *own = g_strdup_printf ("card/%u/own", index);
  double start = x + CARD_INDENT, room = width - CARD_INDENT, y = page->y;
  double number_width = MIN (text_width (page, card->number, NIDA_FONT_NUMBER), room), beside = room - number_width - 6;
  NidaFont unit_font = text_width (page, card->unit, NIDA_FONT_UNIT) <= beside ? NIDA_FONT_UNIT : NIDA_FONT_SUBTITLE;
  double drop = nida_font_baseline (NIDA_FONT_NUMBER, 1.0) - nida_font_baseline (unit_font, 1.0);

  nida_scene_builder_rect (page->scene, bar, scaled (x, y, 2.5, height), NIDA_COLOR_RECEIVED);
  add_line (page, label, start, y, room, NIDA_FONT_SUBTITLE, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_START, card->label);
  y += line_of (NIDA_FONT_SUBTITLE);
  add_line (page, number, start, y, number_width, NIDA_FONT_NUMBER, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, card->number);
  if (*card->unit != '\0' && beside > 20)
    add_line (page, unit, start + number_width + 6, y + drop, beside, unit_font, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_START,
              card->unit);
  if (holds_own (page, card->measure, page->report->donor))
    add_own_sign (page, own, start + number_width + 2, y + 4);
  y += line_of (NIDA_FONT_NUMBER) + 2;
  add_paragraph (page, context, start, y, balanced_width (page, card->context, NIDA_FONT_SOURCE, room), NIDA_FONT_SOURCE,
                 NIDA_COLOR_TEXT_SECOND, 2, card->context);
}

static void
add_cards (Page *page)
{
  g_autoptr (GArray) cards = nida_donor_words_cards (page->language, page->figures, page->report->question);
  double width = (inner_width (page) - (cards->len - 1) * 14) / cards->len, height = CARD_HEIGHT;
  guint lines = 1;

  page->y += 16;
  for (guint i = 0; i < cards->len; i++)
    lines = MAX (lines, nida_measurer_lines (page->context->measurer, g_array_index (cards, NidaDonorCard, i).context,
                                             NIDA_FONT_SOURCE, SCALE, (width - CARD_INDENT) * SCALE));
  height += MIN (lines, 2) * line_of (NIDA_FONT_SOURCE);
  nida_scene_builder_table (page->scene, (const char *[]) { _("Figure"), _("Value"), _("Detail"), NULL });
  for (guint i = 0; i < cards->len; i++)
    {
      const NidaDonorCard *card = &g_array_index (cards, NidaDonorCard, i);
      g_autofree char *value = g_strdup_printf ("%s%s%s", card->number, *card->unit != '\0' ? " " : "", card->unit);
      g_autofree char *sentence = g_strdup_printf (C_("figure", "%1$s: %2$s (%3$s)."), card->label, value, card->context);
      g_autofree char *key = g_strdup_printf ("card/%u/number", i);

      add_card (page, card, i, MARGIN + i * (width + 14), width, height);
      nida_scene_builder_table_row (page->scene, key, (const char *[]) { card->label, value, card->context, NULL }, NULL);
      add_sentence (page, sentence);
    }
  page->y += height;
}

/* --- charts --- */

static gboolean
add_chart (Page          *page,
           NidaChartSpec *spec,
           guint          index,
           double         x,
           double         width,
           double         height,
           GError       **error)
{
  g_autoptr (GPtrArray) queries = nida_chart_spec_queries (spec);
  g_autoptr (GPtrArray) cubes = NULL;
  g_autofree char *prefix = g_strdup_printf ("chart/%u/", index);
  g_autoptr (NidaScene) chart = NULL;
  NidaChartContext inner = *page->context;

  if (g_cancellable_set_error_if_cancelled (page->report->cancellable, error))
    return FALSE;
  if (page->report->progress != NULL)
    page->report->progress ((index + 1.0) / (page->n_charts + 1.0), page->report->progress_data);
  cubes = nida_local_engine_query_all (page->engine, queries, error);
  if (cubes == NULL)
    return FALSE;
  nida_sources_fill (page->sources, spec, &inner);
  inner.unsourced = TRUE;
  inner.signs_told = TRUE;
  inner.colors = NULL;                 /* on this page blue is the donor's */
  inner.width = (width + 2 * CHART_MARGIN) * SCALE;
  inner.height = (height + CHART_TOP + CHART_BOTTOM) * SCALE;
  inner.scale = SCALE;
  chart = nida_chart_build (spec, cubes, &inner);
  nida_scene_builder_append (page->scene, chart, prefix, (x - CHART_MARGIN) * SCALE, (page->y - CHART_TOP) * SCALE);
  add_sentence (page, nida_scene_get_title (chart));
  add_sentence (page, nida_scene_get_description (chart));
  return TRUE;
}

static gboolean
add_section (Page                    *page,
             const NidaDonorSection  *section,
             guint                   *index,
             double                   height,
             GError                 **error)
{
  double room = inner_width (page) - (section->n - 1) * GUTTER, x = MARGIN;
  g_autofree char *key = g_strdup_printf ("rule/%u", *index);

  nida_scene_builder_line (page->scene, key, (NidaPoint) { MARGIN * SCALE, (page->y + SECTION_GAP / 2) * SCALE },
                           (NidaPoint) { (page->width - MARGIN) * SCALE, (page->y + SECTION_GAP / 2) * SCALE }, NIDA_COLOR_BORDER,
                           SCALE);
  page->y += SECTION_GAP;
  for (guint i = 0; i < section->n; i++)
    {
      if (!add_chart (page, section->cells[i].spec, (*index)++, x, room * section->cells[i].share, height, error))
        return FALSE;
      x += room * section->cells[i].share + GUTTER;
    }
  page->y += height;
  return TRUE;
}

static gboolean
add_sections (Page    *page,
              double   bottom,
              GError **error)
{
  g_autoptr (GArray) sections = nida_donor_charts_sections (page->figures, page->report->question, page->report->donor,
                                                            page->language);
  double weights = 0, room;
  guint index = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      weights += g_array_index (sections, NidaDonorSection, i).weight;
      page->n_charts += g_array_index (sections, NidaDonorSection, i).n;
    }
  room = bottom - page->y - sections->len * SECTION_GAP;
  for (guint i = 0; i < sections->len; i++)
    {
      const NidaDonorSection *section = &g_array_index (sections, NidaDonorSection, i);

      if (!add_section (page, section, &index, MIN (room * section->weight / weights, TALLEST), error))
        return FALSE;
    }
  return TRUE;
}

/* --- foot --- */

static char *
source_words (Page    *page,
              GError **error)
{
  g_autoptr (NidaChartSpec) spec = nida_donor_charts_figure (page->figures->measure, page->report->question,
                                                                 page->report->donor);
  g_autoptr (GPtrArray) queries = nida_chart_spec_queries (spec);
  g_autoptr (GPtrArray) cubes = nida_local_engine_query_all (page->engine, queries, error);
  NidaChartContext inner = *page->context;

  if (cubes == NULL)
    return NULL;
  nida_sources_fill (page->sources, spec, &inner);
  inner.scale = SCALE;
  return nida_chart_source (spec, cubes, &inner, inner_width (page) * SCALE, SOURCE_LINES);
}

static guint
count_lines (Page       *page,
             const char *text)
{
  return nida_measurer_lines (page->context->measurer, text, NIDA_FONT_SOURCE, SCALE, inner_width (page) * SCALE);
}

/* The foot stands at the end of the page and is read last; the charts have what it leaves. */
typedef struct { char *source, *method, *own; guint n_source, n_method; double top; } Foot;

static void
foot_clear (Foot *foot)
{
  g_free (foot->source);
  g_free (foot->method);
  g_free (foot->own);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Foot, foot_clear)

/* FALSE with @error where the engine cannot say what was counted. */
static gboolean
foot_init (Foot    *foot,
           Page    *page,
           GError **error)
{
  foot->source = source_words (page, error);
  if (foot->source == NULL)
    return FALSE;
  foot->method = nida_donor_words_method (page->figures);
  if (holds_own (page, page->figures->measure, NULL) || holds_own (page, NIDA_MEASURE_PLEDGED, page->report->donor))
    /* Translators: beside a small square, in the foot of a page: figures and bars that have one */
    foot->own = g_strdup (_("Holds figures of the desk’s own."));
  foot->n_source = MIN (count_lines (page, foot->source), SOURCE_LINES);
  foot->n_method = MIN (count_lines (page, foot->method), 2);
  foot->top = page->height - HEAD_TOP - (foot->n_source + foot->n_method + (foot->own != NULL) + 1) * line_of (NIDA_FONT_SOURCE) - 12;
  return TRUE;
}

static void
add_foot (Page       *page,
          const Foot *foot)
{
  g_autofree char *mark = nida_donor_words_mark (page->language, page->report);
  g_autofree char *one = nida_language_integer (page->language, 1);
  /* Translators: the number of a page and how many there are */
  g_autofree char *number = g_strdup_printf (_("Page %1$s of %2$s"), one, one);
  double y = foot->top;

  nida_scene_builder_line (page->scene, "foot/rule", (NidaPoint) { MARGIN * SCALE, y * SCALE },
                           (NidaPoint) { (page->width - MARGIN) * SCALE, y * SCALE }, NIDA_COLOR_BORDER, SCALE);
  y += 8;
  y += add_paragraph (page, "source", MARGIN, y, inner_width (page), NIDA_FONT_SOURCE, NIDA_COLOR_TEXT_SOURCE, SOURCE_LINES,
                      foot->source);
  y += add_paragraph (page, "method", MARGIN, y, inner_width (page), NIDA_FONT_SOURCE, NIDA_COLOR_TEXT_SOURCE, 2, foot->method);
  if (foot->own != NULL)
    {
      double line = line_of (NIDA_FONT_SOURCE);

      add_own_sign (page, "foot/own/sign", MARGIN, y + (line - OWN_SIDE) / 2);
      add_line (page, "foot/own", MARGIN + 2 * OWN_SIDE, y, inner_width (page) - 2 * OWN_SIDE, NIDA_FONT_SOURCE, NIDA_COLOR_TEXT_SOURCE,
                NIDA_ANCHOR_START, foot->own);
      y += line;
    }
  y += 2;
  if (mark != NULL)
    add_line (page, "foot/mark", MARGIN, y, inner_width (page) / 2, NIDA_FONT_SOURCE, NIDA_COLOR_REFUSED, NIDA_ANCHOR_START, mark);
  add_line (page, "foot/page", page->width / 2, y, page->width / 2 - MARGIN, NIDA_FONT_SOURCE, NIDA_COLOR_TEXT_SOURCE,
            NIDA_ANCHOR_END, number);
  add_sentence (page, foot->source);
  add_sentence (page, foot->method);
  add_sentence (page, foot->own);
}

/* --- page --- */

static NidaScene *
build_page (Page    *page,
            GError **error)
{
  g_autofree char *name = nida_donor_words_name (page->language, page->figures);
  g_autofree char *headline = nida_donor_words_headline (page->language, page->figures, page->report->question);
  g_auto (Foot) foot = { 0 };

  if (!foot_init (&foot, page, error))
    return NULL;
  nida_scene_builder_rect (page->scene, "page", scaled (0, 0, page->width, page->height), NIDA_COLOR_CARD);
  add_head (page, name);
  add_mark (page);
  add_message (page, headline);
  add_cards (page);
  if (!add_sections (page, foot.top - 10, error))
    return NULL;
  add_foot (page, &foot);
  nida_scene_builder_set_words (page->scene, headline, page->description->str);
  return nida_scene_builder_end (page->scene);
}

/**
 * nida_donor_report_build:
 * @report: what the page is about
 * @engine: who answers
 * @sources: of its dataset
 * @context: for whom; its size, scale and colours are not heeded
 * @error: return location for an error
 *
 * Returns: (transfer full): a scene of %NIDA_PAGE_WIDTH × %NIDA_PAGE_HEIGHT points, or %NULL with @error
 */
NidaScene *
nida_donor_report_build (const NidaDonorReport   *report,
                         NidaLocalEngine         *engine,
                         NidaSources             *sources,
                         const NidaChartContext  *context,
                         GError                 **error)
{
  g_auto (NidaSpeech) speech = nida_language_speak (context->language);
  g_autoptr (NidaDonorFigures) figures = nida_donor_figures_new (engine, report->question, report->donor, error);
  g_autoptr (NidaSceneBuilder) scene = NULL;
  g_autoptr (GString) description = g_string_new (NULL);
  Page page = {
    .report = report, .figures = figures, .engine = engine, .sources = sources, .context = context,
    .language = context->language, .description = description,
    .width = NIDA_PAGE_WIDTH / SCALE, .height = NIDA_PAGE_HEIGHT / SCALE,
  };

  if (figures == NULL)
    return NULL;
  scene = nida_scene_builder_new (NIDA_PAGE_WIDTH, NIDA_PAGE_HEIGHT, SCALE, nida_language_is_rtl (context->language));
  page.scene = scene;
  return build_page (&page, error);
}
