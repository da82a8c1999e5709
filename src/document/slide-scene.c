/* Composing a slide: title, then charts with a column of figures and text beside them, or rows of them, then the foot. Lengths
 * are at scale 1, of which a slide is 540 high. A slide in two languages is two of them beside each other. */
#include "config.h"

#include "slide-page.h"

#include "translate.h"

#define TITLE_TOP       38.0
#define MARGIN_GAP       4.0     /* between the line above it and the title */
#define TITLE_ROOM      96.0     /* high at most */
#define CONTENT_GAP     18.0
#define FOOT_HEIGHT     40.0
#define OPENING_TOP      0.31    /* of the height */
#define SIDE_SHARE       0.32    /* of the width: figures and text beside charts */
#define LEAST_SIDE     240.0
#define HALF_SCALE       NIDA_SLIDE_LEAST   /* of a slide that shows both languages: its foot is as small as words may be */
#define OPENING_ZOOM     1.35    /* the title of an opening slide */
#define DOT_RADIUS       4.0

static double
foot_top (NidaSlidePage *self)
{
  return self->height - FOOT_HEIGHT;
}

NidaBox
nida_slide_get_margin (double width,
                       double height)
{
  double scale = height / NIDA_SLIDE_HEIGHT, line = nida_font_line_height (NIDA_FONT_VALUE, scale);

  return (NidaBox) { NIDA_SLIDE_MARGIN * scale, (TITLE_TOP - MARGIN_GAP) * scale - line, width - 2 * NIDA_SLIDE_MARGIN * scale, line };
}

/* --- title --- */

static const char *
own_title (NidaSlidePage *self)
{
  return nida_slide_get_title (self->slide, self->arabic);
}

/* As it may stand in the language of the page. */
static char *
dup_own_title (NidaSlidePage *self)
{
  const char *title = own_title (self);

  return title != NULL ? nida_language_isolate (self->language, title) : NULL;
}

/* One chart has its title and subtitle at the head of the slide. */
static gboolean
is_alone (NidaSlidePage *self)
{
  return self->slide->charts->len == 1;
}

static void
take_title (NidaSlidePage *self,
            const char    *title)
{
  g_free (self->title);
  self->title = g_strdup (title);
  nida_slide_page_say (self, title);
}

/* Returns: the y below it */
static double
draw_head (NidaSlidePage *self)
{
  NidaBox box = { NIDA_SLIDE_MARGIN, TITLE_TOP, self->width - 2 * NIDA_SLIDE_MARGIN, TITLE_ROOM };
  g_autoptr (NidaScene) chart = is_alone (self) ? nida_slide_page_chart (self, 0, (NidaBox) { 0, 0, box.width, self->height / 2 }, TRUE) : NULL;
  g_autofree char *own = dup_own_title (self);
  const char *title = own != NULL ? own : chart != NULL ? nida_scene_get_title (chart) : NULL;
  const char *subtitle = chart != NULL ? nida_scene_get_subtitle (chart) : "";

  if (title != NULL && *title != '\0')
    box.y += nida_slide_page_heading (self, "title", box, NIDA_ANCHOR_START, 1.0, title);
  take_title (self, own_title (self) != NULL ? own_title (self) : title);
  if (*subtitle != '\0')
    {
      box.height = nida_font_line_height (NIDA_FONT_UNIT, 1.0);
      box.y += 3 + nida_slide_page_line (self, "subtitle", (NidaBox) { box.x, box.y + 3, box.width, box.height }, NIDA_FONT_UNIT,
                                         NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_START, subtitle);
    }
  return box.y > TITLE_TOP ? box.y + CONTENT_GAP : TITLE_TOP;
}

/* --- foot --- */

static char *
foot_words (NidaSlidePage *self,
            double         width)
{
  g_autofree char *stamp = nida_slide_page_stamp (self);
  double taken = stamp != NULL ? nida_measurer_width (self->measurer, stamp, NIDA_FONT_SOURCE, 1.0) + 12 : 0;
  g_autofree char *source = nida_slide_page_source (self, width - taken);

  if (stamp == NULL || source == NULL)
    return stamp != NULL ? g_steal_pointer (&stamp) : g_steal_pointer (&source);
  /* Translators: the foot of a slide: how old the data are, then where they are from */
  return g_strdup_printf (C_("foot of a slide", "%1$s · %2$s"), stamp, source);
}

static void
draw_page_number (NidaSlidePage *self,
                  NidaBox        box)
{
  g_autofree char *number = NULL, *of = NULL, *words = NULL;

  if (self->context->number == 0)
    return;
  number = nida_language_integer (self->language, self->context->number);
  of = nida_language_integer (self->language, self->context->n_slides);
  /* Translators: the number of a slide and how many there are: "3 / 8" */
  words = g_strdup_printf (C_("slide number", "\u2066%1$s / %2$s\u2069"), number, of);
  nida_slide_page_line (self, "foot/number", box, NIDA_FONT_SOURCE, NIDA_COLOR_TEXT_SOURCE, NIDA_ANCHOR_END, words);
}

static void
draw_foot (NidaSlidePage *self)
{
  double inner = self->width - 2 * NIDA_SLIDE_MARGIN, number = 64, line = nida_font_line_height (NIDA_FONT_SOURCE, 1.0);
  double dot = self->context->live ? 3.5 * DOT_RADIUS : 0, width = inner - number - dot - 8;
  g_autofree char *words = foot_words (self, width);
  guint lines = words != NULL ? MIN (nida_measurer_lines (self->measurer, words, NIDA_FONT_SOURCE, 1.0, width), 2) : 0;
  double top = foot_top (self), y = top + (lines > 1 ? 4 : 8);

  nida_scene_builder_line (self->scene, "foot/rule", (NidaPoint) { NIDA_SLIDE_MARGIN * self->scale, top * self->scale },
                           (NidaPoint) { (self->width - NIDA_SLIDE_MARGIN) * self->scale, top * self->scale }, NIDA_COLOR_BORDER, self->scale);
  if (self->context->live)
    nida_scene_builder_circle (self->scene, "foot/live", (NidaPoint) { (NIDA_SLIDE_MARGIN + DOT_RADIUS) * self->scale, (y + line / 2) * self->scale },
                               DOT_RADIUS * self->scale, self->context->late ? NIDA_COLOR_WARNING : NIDA_COLOR_GOOD);
  if (lines > 0)
    nida_slide_page_line (self, "source", (NidaBox) { NIDA_SLIDE_MARGIN + dot, y, width, lines * line }, NIDA_FONT_SOURCE, NIDA_COLOR_TEXT_SOURCE,
                          NIDA_ANCHOR_START, words);
  draw_page_number (self, (NidaBox) { self->width - NIDA_SLIDE_MARGIN - number, y, number, line });
  nida_slide_page_say (self, words);
}

/* --- layouts --- */

static const char *
text_of (NidaSlidePage *self)
{
  const char *text = nida_slide_get_text (self->slide, self->arabic);

  nida_slide_page_say (self, text);
  return text;
}

static void
draw_opening (NidaSlidePage *self)
{
  const char *text = text_of (self);
  g_autofree char *title = dup_own_title (self);
  NidaBox box = { 1.5 * NIDA_SLIDE_MARGIN, OPENING_TOP * self->height, self->width - 3 * NIDA_SLIDE_MARGIN, 0.3 * self->height };

  nida_scene_builder_rect (self->scene, "opening/rule", nida_slide_page_box (self, (NidaBox) { box.x, box.y - 18, 72, 4 }), NIDA_COLOR_RECEIVED);
  if (title != NULL)
    box.y += nida_slide_page_heading (self, "title", box, NIDA_ANCHOR_START, OPENING_ZOOM, title) + 14;
  take_title (self, own_title (self));
  box.height = foot_top (self) - CONTENT_GAP - box.y;
  if (text != NULL)
    nida_slide_page_paragraphs (self, box, text, NIDA_ANCHOR_START, TRUE);
}

/* A column in the middle of its height; figures may take what text leaves, but not less than half, nor than what can be read. */
static void
draw_side (NidaSlidePage *self,
           NidaBox        room,
           const char    *text)
{
  NidaBox figures = room, words = room;
  double gap = text != NULL && self->slide->figures->len > 0 ? NIDA_SLIDE_GUTTER : 0, wanted, taken;

  wanted = text != NULL ? nida_slide_page_paragraphs (self, (NidaBox) { 0, 0, room.width, room.height / (gap > 0 ? 2 : 1) }, text, NIDA_ANCHOR_START, FALSE) : 0;
  figures.height = room.height - wanted - gap;
  taken = nida_slide_page_figures (self, figures, FALSE, FALSE);
  wanted = CLAMP (room.height - gap - taken, 0, wanted);
  figures.y += MAX ((room.height - taken - gap - wanted) / 2, 0);
  nida_slide_page_figures (self, figures, FALSE, TRUE);
  words.y = figures.y + taken + gap;
  words.height = wanted;
  if (text != NULL)
    nida_slide_page_paragraphs (self, words, text, NIDA_ANCHOR_START, TRUE);
}

static void
draw_aside (NidaSlidePage *self,
            NidaBox        room,
            const char    *text)
{
  double side = MAX (SIDE_SHARE * room.width, LEAST_SIDE), rule = room.x + room.width - side - NIDA_SLIDE_GUTTER;
  NidaBox charts = { room.x, room.y, room.width - side - 2 * NIDA_SLIDE_GUTTER, room.height };

  nida_slide_page_charts (self, charts, is_alone (self));
  nida_scene_builder_line (self->scene, "side/rule", (NidaPoint) { rule * self->scale, room.y * self->scale },
                           (NidaPoint) { rule * self->scale, (room.y + room.height) * self->scale }, NIDA_COLOR_BORDER, self->scale);
  draw_side (self, (NidaBox) { room.x + room.width - side, room.y, side, room.height }, text);
}

/* Figures, charts, text: of what there is, each with a share of the height; charts in two rows have more of it. */
static void
draw_rows (NidaSlidePage *self,
           NidaBox        room,
           const char    *text)
{
  guint n_charts = self->slide->charts->len, n_figures = self->slide->figures->len;
  NidaBox box = room;
  double bottom = room.y + room.height, words;

  if (n_figures > 0)
    {
      box.height = n_charts > 2 ? 0.25 * room.height : n_charts > 0 ? 0.36 * room.height : text != NULL ? 0.62 * room.height : room.height;
      if (n_charts == 0 && text == NULL)
        box.y += MAX ((room.height - nida_slide_page_figures (self, box, n_figures > 1, FALSE)) / 2, 0);
      box.y += nida_slide_page_figures (self, box, n_figures > 1, TRUE) + CONTENT_GAP;
    }
  words = text == NULL ? 0 : n_charts == 0 ? bottom - box.y
          : nida_slide_page_paragraphs (self, (NidaBox) { 0, 0, room.width, 0.3 * room.height }, text, NIDA_ANCHOR_START, FALSE);
  if (n_charts > 0)
    {
      box.height = bottom - box.y - words - (words > 0 ? CONTENT_GAP : 0);
      nida_slide_page_charts (self, box, is_alone (self));
    }
  box.y = bottom - words;
  box.height = words;
  if (text != NULL)
    nida_slide_page_paragraphs (self, box, text, NIDA_ANCHOR_START, TRUE);
}

static void
draw_content (NidaSlidePage *self,
              double         top)
{
  const char *text = text_of (self);
  NidaBox room = { NIDA_SLIDE_MARGIN, top, self->width - 2 * NIDA_SLIDE_MARGIN, foot_top (self) - CONTENT_GAP - top };
  gboolean beside = text != NULL || self->slide->figures->len > 0;

  if (self->slide->charts->len == 0 && self->slide->figures->len > 0 && text == NULL)
    draw_rows (self, room, NULL);
  else if (self->slide->layout == NIDA_SLIDE_ASIDE && beside && self->slide->charts->len > 0 && room.width > 2.4 * LEAST_SIDE)
    draw_aside (self, room, text);
  else
    draw_rows (self, room, text);
}

/* Charts on a slide that opens a show are not lost. */
static gboolean
is_opening (NidaSlidePage *self)
{
  return self->slide->layout == NIDA_SLIDE_TITLE && self->slide->charts->len + self->slide->figures->len == 0;
}

/* --- a slide in one language --- */

static NidaSlidePage
page_begin (const NidaSlide        *slide,
            NidaSlideAnswers       *answers,
            const NidaSlideContext *context,
            gboolean                arabic,
            guint                   step)
{
  return (NidaSlidePage) {
    .slide = slide, .answers = answers, .context = context, .arabic = arabic, .step = step, .n_steps = 1,
    .language = context->languages[arabic], .measurer = context->measurers[arabic],
  };
}

static NidaScene *
build_page (NidaSlidePage *self,
            double         width,
            double         height,
            double         scale)
{
  g_auto (NidaSpeech) speech = nida_language_speak (self->language);
  g_autoptr (NidaSceneBuilder) scene = nida_scene_builder_new (width, height, scale, nida_language_is_rtl (self->language));
  g_autoptr (GString) description = g_string_new (NULL);

  self->scene = scene;
  self->description = description;
  self->scale = scale;
  self->width = width / scale;
  self->height = height / scale;
  nida_scene_builder_rect (scene, "slide", (NidaBox) { 0, 0, width, height }, NIDA_COLOR_CARD);
  if (is_opening (self))
    draw_opening (self);
  else
    draw_content (self, draw_head (self));
  draw_foot (self);
  nida_scene_builder_set_words (scene, self->title != NULL ? self->title : "", description->str);
  nida_slide_page_clear (self);
  return nida_scene_builder_end (scene);
}

/* English at the left and Arabic at the right, whatever the show speaks. */
static NidaScene *
build_both (const NidaSlide        *slide,
            NidaSlideAnswers       *answers,
            const NidaSlideContext *context,
            guint                   step,
            guint                  *n_steps)
{
  double scale = context->height / NIDA_SLIDE_HEIGHT, half = context->width / 2;
  g_autoptr (NidaSceneBuilder) both = nida_scene_builder_new (context->width, context->height, scale, FALSE);
  g_autoptr (GString) title = g_string_new (NULL), description = g_string_new (NULL);

  for (guint arabic = 0; arabic < 2; arabic++)
    {
      NidaSlidePage page = page_begin (slide, answers, context, arabic == 1, step);
      g_autoptr (NidaScene) scene = build_page (&page, half, context->height, HALF_SCALE * scale);

      nida_scene_builder_append_whole (both, scene, arabic == 1 ? NIDA_SLIDE_ARABIC : NIDA_SLIDE_ENGLISH, arabic * half, 0);
      g_string_append_printf (title, "%s%s", title->len > 0 && *nida_scene_get_title (scene) != '\0' ? " · " : "", nida_scene_get_title (scene));
      g_string_append_printf (description, "%s%s", arabic == 1 ? "\n" : "", nida_scene_get_description (scene));
      *n_steps = page.n_steps;
    }
  nida_scene_builder_line (both, "middle", (NidaPoint) { half, NIDA_SLIDE_MARGIN * scale },
                           (NidaPoint) { half, context->height - NIDA_SLIDE_MARGIN * scale }, NIDA_COLOR_BORDER, scale);
  nida_scene_builder_set_words (both, title->str, description->str);
  return nida_scene_builder_end (both);
}

static NidaScene *
build (const NidaSlide        *slide,
       NidaSlideAnswers       *answers,
       const NidaSlideContext *context,
       guint                   step,
       guint                  *n_steps)
{
  NidaSlidePage page = page_begin (slide, answers, context, context->arabic, step);
  NidaScene *scene;

  if (slide->languages == NIDA_SLIDE_SIDE_BY_SIDE)
    return build_both (slide, answers, context, step, n_steps);
  scene = build_page (&page, context->width, context->height, context->height / NIDA_SLIDE_HEIGHT);
  *n_steps = page.n_steps;
  return scene;
}

guint
nida_slide_count_steps (const NidaSlide        *slide,
                        NidaSlideAnswers       *answers,
                        const NidaSlideContext *context)
{
  guint n_steps = 1;

  if (slide->build == NIDA_SLIDE_BY_CHART)
    return slide->charts->len + 1;
  if (slide->build == NIDA_SLIDE_BY_PART && answers != NULL && slide->charts->len > 0)
    g_object_unref (build (slide, answers, context, NIDA_SLIDE_WHOLE, &n_steps));
  return n_steps;
}

/**
 * nida_slide_build:
 * @slide: what is to be shown
 * @answers: (nullable): to what it asks
 * @context: where and for whom
 * @step: how far it is built up, from 0; %NIDA_SLIDE_WHOLE for all of it
 *
 * Returns: (transfer full): the scene, of the size of @context
 */
NidaScene *
nida_slide_build (const NidaSlide        *slide,
                  NidaSlideAnswers       *answers,
                  const NidaSlideContext *context,
                  guint                   step)
{
  guint n_steps;

  return build (slide, answers, context, step, &n_steps);
}

char *
nida_slide_dup_title (const NidaSlide        *slide,
                      NidaSlideAnswers       *answers,
                      const NidaSlideContext *context)
{
  NidaSlidePage page = page_begin (slide, answers, context, context->arabic, NIDA_SLIDE_WHOLE);
  g_autoptr (NidaScene) chart = NULL;
  const char *title = own_title (&page);

  if (title == NULL && answers != NULL && slide->charts->len > 0)
    {
      page.scale = 1;
      chart = nida_slide_page_chart (&page, 0, (NidaBox) { 0, 0, NIDA_SLIDE_HEIGHT, NIDA_SLIDE_HEIGHT / 2 }, TRUE);
      title = nida_scene_get_title (chart);
    }
  nida_slide_page_clear (&page);
  return g_strdelimit (g_strdup (title != NULL ? title : ""), "\n", ' ');
}
