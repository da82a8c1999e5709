/* The slides of a document, drawn from data that stand still. What a slide asks is answered once; where the rows are many that
 * is done on a thread, and a slide that was never shown has empty frames until then. What waits, newer data and changes of
 * boards, comes in together. */
#include "config.h"

#include "show-slides.h"

#include "look.h"
#include "session-private.h"
#include "selected-words.h"
#include "show-compared.h"
#include "show-hold.h"
#include "show-list.h"
#include "show-settings.h"
#include "show-warm.h"
#include "slide-links.h"
#include "slide-scene.h"
#include "translate.h"

#define ROWS_FOR_THREAD 50000   /* fewer are answered before a frame is due */

struct _NidaShowSlides
{
  GObject        parent_instance;

  NidaSession   *session;
  NidaDocument  *document;
  NidaShowHold  *hold;
  NidaShowCompared *compared;
  GPtrArray     *slides;         /* NidaShowSlide */
  GPtrArray     *deck;           /* the board as it is now, where it is shown itself and that waits, or NULL */
  char          *board;          /* the id of the one that is shown where there are no slides */
  NidaLanguage  *languages[2];
  NidaMeasurer  *measurers[2];
  GCancellable  *cancellable;    /* of all questions to the present data */
  gpointer       warm;           /* the data of which all was asked ahead, not owned */
  GCancellable  *warming;
  GCancellable  *taking;         /* of those to the data that are about to be shown, or NULL */
  gpointer       asked_ahead;    /* the engine that those went to, not owned */
  GPtrArray     *ready;          /* their answers, while they are put in place, or NULL */
  gboolean       others;         /* what is put in place are other slides, too */
};

static void nida_show_slides_source_init (NidaShowSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NidaShowSlides, nida_show_slides, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NIDA_TYPE_SHOW_SOURCE, nida_show_slides_source_init))

/* --- the slides of the document --- */

/* Nobody sees a change of a board that waits; who edits a slide sees it at once. */
static void
slides_changed_cb (NidaShowSlides *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->slides), deck = g_steal_pointer (&self->deck);

  self->slides = nida_show_list_new (self->session, before);
  if (!nida_show_list_equal (before, self->slides))
    g_signal_emit_by_name (self, "slides-changed");
  if (deck != NULL || nida_show_list_waits (before) || nida_show_list_waits (self->slides))
    g_signal_emit_by_name (self, "pending-changed");
}

/* Is the window still at the board that the show began with? Where there is one alone, undo and redo give it other ids. */
static gboolean
is_at_board (NidaShowSlides *self)
{
  const char *board = nida_session_view_get_board (nida_session_get_view (self->session));

  if (nida_session_get_n_boards (self->session) > 1)
    return g_strcmp0 (board, self->board) == 0;
  if (board != NULL && g_strcmp0 (board, self->board) != 0)
    {
      g_free (self->board);
      self->board = g_strdup (board);
    }
  return TRUE;
}

/* Another board that is looked at meanwhile is not what the room is told of. */
static gboolean
shows_board (NidaShowSlides *self)
{
  NidaItems *items = nida_document_get_items (self->document);

  return nida_items_get_n (items, NIDA_ITEM_SLIDE) == 0 && nida_session_get_document (self->session) == self->document
         && nida_session_get_board (self->session) != NULL && is_at_board (self);
}

/* Where the document has no slides its board waits as a whole: charts may have come and gone. */
static void
board_changed_cb (NidaShowSlides *self)
{
  g_autoptr (GPtrArray) waited = NULL;

  if (!shows_board (self))
    return;
  waited = g_steal_pointer (&self->deck);
  self->deck = nida_show_list_new (self->session, NULL);
  if (nida_show_list_equal (self->slides, self->deck))
    g_clear_pointer (&self->deck, g_ptr_array_unref);
  if (waited != NULL || self->deck != NULL)
    g_signal_emit_by_name (self, "pending-changed");
}

static gboolean
boards_wait (NidaShowSlides *self)
{
  return self->deck != NULL || nida_show_list_waits (self->slides);
}

static void
take_boards (NidaShowSlides *self)
{
  if (self->deck == NULL)
    {
      nida_show_list_take (self->slides);
      return;
    }
  g_ptr_array_unref (self->slides);
  self->slides = g_steal_pointer (&self->deck);
}

guint
nida_show_slides_find (NidaShowSlides *self,
                       const char     *id)
{
  guint index = 0;

  return id != NULL && g_ptr_array_find (self->slides, nida_show_list_find (self->slides, id), &index) ? index : 0;
}

static NidaShowSlide *
get (NidaShowSource *source,
     guint           slide)
{
  return g_ptr_array_index (NIDA_SHOW_SLIDES (source)->slides, slide);
}

/* --- answers --- */

/* Which slide a question on a thread was about, so that it may be gone when the answer comes. */
typedef struct {
  NidaShowSlides *self;
  NidaSlide      *slide;
  char           *id;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->self);
  nida_slide_free (question->slide);
  g_free (question->id);
  g_free (question);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Question *question = user_data;
  NidaShowSlides *self = question->self;
  g_autoptr (NidaSlideAnswers) answers = nida_slide_answers_ask_finish (result, NULL);
  NidaShowSlide *slide = nida_show_list_find (self->slides, question->id);

  if (answers != NULL && slide != NULL && slide->asking && nida_slide_links_ask_same (slide->slide, question->slide))
    {
      nida_show_slide_answer (slide, answers);
      g_signal_emit_by_name (self, "data-changed");
    }
  question_free (question);
}

static gboolean
is_large (NidaLocalEngine *engine)
{
  return nida_dataset_get_n_rows (nida_local_engine_get_dataset (engine)) >= ROWS_FOR_THREAD;
}

/* What an earlier entry of the ledger has answered is shown until the answer with the newest is there. */
static void
ask (NidaShowSlides *self,
     NidaShowSlide  *slide)
{
  NidaLocalEngine *engine = nida_show_hold_get_engine (self->hold);
  NidaColorMap *colors = nida_show_hold_get_colors (self->hold);
  Question *question;

  if (engine == NULL || slide->asking || (slide->answers != NULL && !slide->stale))
    return;
  if (!is_large (engine))
    {
      g_autoptr (NidaSlideAnswers) answers = nida_slide_answers_ask (slide->slide, engine, colors);

      nida_show_slide_answer (slide, answers);
      return;
    }
  slide->asking = TRUE;
  question = g_new0 (Question, 1);
  question->self = g_object_ref (self);
  question->slide = nida_slide_copy (slide->slide);
  question->id = g_strdup (slide->id);
  nida_slide_answers_ask_async (slide->slide, engine, colors, self->cancellable, answered_cb, question);
}

/* Once for data that are shown: the first pledge is not to be the slow one. The same figures that were read again are other data. */
static void
warm (NidaShowSlides *self)
{
  NidaDataset *bare = nida_show_hold_get_bare (self->hold);

  if (bare == NULL || bare == self->warm)
    return;
  self->warm = bare;
  if (self->warming != NULL)
    g_cancellable_cancel (self->warming);
  g_clear_object (&self->warming);
  self->warming = g_cancellable_new ();
  nida_show_warm (bare, nida_show_list_copy_newest (self->slides), self->languages[0], self->warming, NULL, NULL);
}

static void
data_changed_cb (NidaShowSlides *self)
{
  warm (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  nida_show_list_doubt (self->slides, self->ready);
  /* there may be fewer slides than there were: that is told first, and with the data */
  g_signal_emit_by_name (self, self->others ? "slides-changed" : "data-changed");
}

static void
compared_changed_cb (NidaShowSlides *self)
{
  g_signal_emit_by_name (self, "pending-changed");
}

static void
pending_changed_cb (NidaShowSlides *self)
{
  warm (self);
  g_signal_emit_by_name (self, "pending-changed");
}

/* --- letting in what waits --- */

/* The data that are about to be shown; NULL when nothing is open. */
static NidaLocalEngine *
get_coming (NidaShowSlides *self)
{
  NidaLocalEngine *waiting = nida_show_hold_get_waiting (self->hold);

  return waiting != NULL ? waiting : nida_show_hold_get_engine (self->hold);
}

/* Data and boards together: no two charts are of different days. @ready: (nullable): what was asked ahead */
static void
put_in_place (NidaShowSlides *self,
              GPtrArray      *ready)
{
  gboolean others = boards_wait (self);

  take_boards (self);
  self->others = others;
  self->ready = ready;
  if (nida_show_hold_get_waiting (self->hold) != NULL)
    nida_show_hold_take (self->hold);
  else
    data_changed_cb (self);
  self->ready = NULL;
  self->others = FALSE;
  if (others)
    g_signal_emit_by_name (self, "pending-changed");
}

static void take_later (NidaShowSlides *self, NidaLocalEngine *coming);

/* An entry of the ledger may have come meanwhile, or newer data. */
static void
asked_ahead_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (NidaShowSlides) self = user_data;
  g_autoptr (GPtrArray) ready = nida_show_list_ask_finish (result, NULL);

  if (ready == NULL || self->taking != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->taking);
  if (self->asked_ahead == get_coming (self))
    put_in_place (self, ready);
  else
    take_later (self, get_coming (self));
}

/* Many rows are asked on a thread, and what is shown stays until all slides have their answers: none is empty meanwhile. */
static void
take_later (NidaShowSlides  *self,
            NidaLocalEngine *coming)
{
  self->taking = g_cancellable_new ();
  self->asked_ahead = coming;
  nida_show_list_ask_async (nida_show_list_copy_newest (self->deck != NULL ? self->deck : self->slides), coming,
                            nida_show_hold_get_colors (self->hold), self->taking, asked_ahead_cb, g_object_ref (self));
}

/* --- as a source --- */

static NidaSlideContext
make_context (NidaShowSlides *self,
              NidaLanguage   *language)
{
  return (NidaSlideContext) {
    .languages = { self->languages[0], self->languages[1] },
    .measurers = { self->measurers[0], self->measurers[1] },
    .arabic = nida_language_is_arabic (language),
    .width = 960,
    .height = 540,
    .fill = nida_show_hold_fill,
    .sources = nida_show_hold_get_sources,
    .fill_data = self->hold,
    .n_slides = self->slides->len,
    .live = nida_show_hold_is_live (self->hold),
    .late = nida_show_hold_is_late (self->hold),
  };
}

static guint
get_n_slides (NidaShowSource *source)
{
  return NIDA_SHOW_SLIDES (source)->slides->len;
}

/* What a newer version wrote is in the document and not in the show. */
static guint
get_n_unknown (NidaShowSource *source)
{
  NidaShowSlides *self = NIDA_SHOW_SLIDES (source);
  guint n = nida_items_get_n (nida_document_get_items (self->document), NIDA_ITEM_SLIDE);

  return n > 0 ? n - self->slides->len : 0;
}

static guint
get_n_steps (NidaShowSource *source,
             guint           index)
{
  NidaShowSlides *self = NIDA_SHOW_SLIDES (source);
  NidaSlideContext context = make_context (self, self->languages[0]);
  NidaShowSlide *slide = get (source, index);

  if (slide->slide->build == NIDA_SLIDE_AT_ONCE)
    return 1;
  ask (self, slide);
  return slide->answers != NULL ? nida_slide_count_steps (slide->slide, slide->answers, &context) : 1;
}

static guint
get_seconds (NidaShowSource *source,
             guint           index)
{
  guint seconds = get (source, index)->slide->seconds;

  return seconds > 0 ? seconds : nida_show_settings_get (NIDA_SHOW_SLIDES (source)->document, NIDA_SHOW_SECONDS);
}

static guint
get_plan (NidaShowSource *source,
          guint           index)
{
  return (guint) (get (source, index)->slide->minutes * 60 + 0.5);
}

static char *
dup_title (NidaShowSource *source,
           guint           index,
           NidaLanguage   *language)
{
  NidaShowSlides *self = NIDA_SHOW_SLIDES (source);
  NidaSlideContext context = make_context (self, language);
  NidaShowSlide *slide = get (source, index);

  ask (self, slide);
  return nida_slide_dup_title (slide->slide, slide->answers, &context);
}

static char *
dup_notes (NidaShowSource *source,
           guint           index,
           NidaLanguage   *language)
{
  return g_strdup (nida_slide_get_notes (get (source, index)->slide, nida_language_is_arabic (language)));
}

static NidaScene *
build (NidaShowSource         *source,
       guint                   index,
       guint                   step,
       const NidaChartContext *chart,
       const NidaShowBrushed  *brushed)
{
  NidaShowSlides *self = NIDA_SHOW_SLIDES (source);
  NidaSlideContext context = make_context (self, chart->language);
  g_autofree char *stamp = nida_show_hold_dup_stamp (self->hold, chart->language);
  NidaShowSlide *slide = get (source, index);

  context.theme = chart->theme;
  context.time_direction = chart->time_direction;
  context.width = chart->width;
  context.height = chart->height;
  context.number = index + 1;
  context.stamp = stamp;
  context.inside = brushed != NULL ? brushed->inside : NULL;
  context.compared = brushed != NULL ? brushed->compared : NULL;
  context.whole = brushed != NULL ? brushed->whole : NULL;
  context.whole_figures = brushed != NULL ? brushed->whole_figures : NULL;
  ask (self, slide);
  return nida_slide_build (slide->slide, slide->answers, &context, step);
}

static GPtrArray *
dup_ages (NidaShowSource *source,
          guint           index,
          NidaLanguage   *language)
{
  NidaSlide *slide = get (source, index)->slide;
  GPtrArray *lists[] = { slide->charts, slide->figures };
  g_autoptr (GPtrArray) specs = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      g_ptr_array_add (specs, ((NidaSlideChart *) lists[i]->pdata[j])->spec);
  return nida_show_hold_dup_ages (NIDA_SHOW_SLIDES (source)->hold, specs, language);
}

/* What waits of boards, or NULL. */
static char *
dup_boards (NidaShowSlides *self,
            NidaLanguage   *language)
{
  g_auto (NidaSpeech) speech = nida_language_speak (language);

  /* Translators: the board that a show is of, since the document has no slides; what was changed waits to be shown */
  return self->deck != NULL ? g_strdup (_("The board was changed")) : nida_show_list_dup_waiting (self->slides, language);
}

static char *
dup_pending (NidaShowSource *source,
             NidaLanguage   *language)
{
  NidaShowSlides *self = NIDA_SHOW_SLIDES (source);
  char *all[] = { nida_show_hold_dup_pending (self->hold, language), dup_boards (self, language),
                  nida_show_compared_dup_pending (self->compared, language) };
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) pending = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != NULL)
      g_strv_builder_add (lines, all[i]);
  pending = g_strv_builder_end (lines);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_free (all[i]);
  return pending[0] != NULL ? g_strjoinv ("\n", pending) : NULL;
}

static void
take (NidaShowSource *source)
{
  NidaShowSlides *self = NIDA_SHOW_SLIDES (source);
  NidaLocalEngine *coming = get_coming (self);

  if (self->taking != NULL || (nida_show_hold_get_waiting (self->hold) == NULL && !boards_wait (self)))
    return;
  if (coming != NULL && is_large (coming))
    take_later (self, coming);
  else
    put_in_place (self, NULL);
}

/* @language: of a slide in both, else "" */
static void
add_parts (GPtrArray           *parts,
           const NidaShowSlide *slide,
           const char          *language)
{
  GPtrArray *lists[] = { slide->answers->charts, slide->answers->figures };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      {
        const NidaSlideAnswer *answer = lists[l]->pdata[i];
        g_autofree char *own = nida_slide_dup_prefix (slide->slide, l == 1, i), *prefix = g_strconcat (language, own, NULL);

        if (answer->cubes != NULL)
          g_ptr_array_add (parts, nida_show_part_new (prefix, answer->spec, l == 1, i));
      }
}

static GPtrArray *
dup_parts (NidaShowSource *source,
           guint           index)
{
  const NidaShowSlide *slide = get (source, index);
  GPtrArray *parts = g_ptr_array_new_with_free_func (nida_show_part_free);

  if (slide->answers == NULL)
    return parts;
  if (slide->slide->languages != NIDA_SLIDE_SIDE_BY_SIDE)
    add_parts (parts, slide, "");
  else
    {
      add_parts (parts, slide, NIDA_SLIDE_ENGLISH);
      add_parts (parts, slide, NIDA_SLIDE_ARABIC);
    }
  return parts;
}

static NidaLocalEngine *
get_engine (NidaShowSource *source)
{
  return nida_show_hold_get_engine (NIDA_SHOW_SLIDES (source)->hold);
}

static gboolean
find_comparison (NidaShowSource   *source,
                 const NidaBrush **first,
                 const NidaBrush **second)
{
  return nida_show_compared_find (NIDA_SHOW_SLIDES (source)->compared, first, second);
}

static char *
dup_selection (NidaShowSource  *source,
               const NidaBrush *brush,
               NidaLanguage    *language)
{
  return nida_selected_words_selection_in (NIDA_SHOW_SLIDES (source)->session, language, brush);
}

static void
nida_show_slides_source_init (NidaShowSourceInterface *iface)
{
  iface->get_n_slides = get_n_slides;
  iface->get_n_unknown = get_n_unknown;
  iface->get_n_steps = get_n_steps;
  iface->get_seconds = get_seconds;
  iface->get_plan = get_plan;
  iface->dup_title = dup_title;
  iface->dup_notes = dup_notes;
  iface->build = build;
  iface->dup_ages = dup_ages;
  iface->dup_pending = dup_pending;
  iface->take = take;
  iface->dup_parts = dup_parts;
  iface->get_engine = get_engine;
  iface->find_comparison = find_comparison;
  iface->dup_selection = dup_selection;
}

/* --- object --- */

static void
nida_show_slides_dispose (GObject *object)
{
  NidaShowSlides *self = NIDA_SHOW_SLIDES (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->warming != NULL)
    g_cancellable_cancel (self->warming);
  g_clear_object (&self->warming);
  if (self->taking != NULL)
    g_cancellable_cancel (self->taking);
  g_clear_object (&self->taking);
  g_clear_object (&self->compared);
  g_clear_object (&self->hold);
  g_clear_object (&self->session);
  g_clear_object (&self->document);
  g_clear_pointer (&self->slides, g_ptr_array_unref);
  g_clear_pointer (&self->deck, g_ptr_array_unref);
  g_clear_pointer (&self->board, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->languages); i++)
    {
      g_clear_object (&self->languages[i]);
      g_clear_object (&self->measurers[i]);
    }
  G_OBJECT_CLASS (nida_show_slides_parent_class)->dispose (object);
}

static void
nida_show_slides_class_init (NidaShowSlidesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_show_slides_dispose;
}

static void
nida_show_slides_init (NidaShowSlides *self)
{
  self->cancellable = g_cancellable_new ();
}

NidaShowSlides *
nida_show_slides_new (NidaSession *session)
{
  static const char * const codes[] = { "en", "ar" };
  NidaShowSlides *self = g_object_new (NIDA_TYPE_SHOW_SLIDES, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      self->languages[i] = nida_look_make_language (nida_look_get (), codes[i]);
      self->measurers[i] = nida_pango_measurer_new (i == 1);
    }
  self->session = g_object_ref (session);
  self->document = g_object_ref (nida_session_get_document (session));
  self->hold = nida_show_hold_new (session);
  self->compared = nida_show_compared_new (nida_session_get_linked (session));
  self->slides = nida_show_list_new (session, NULL);
  self->board = g_strdup (nida_session_view_name_board (nida_session_get_view (session)));
  warm (self);
  g_signal_connect_object (session, "answered", G_CALLBACK (board_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "item-changed::slide", G_CALLBACK (slides_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hold, "changed", G_CALLBACK (data_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hold, "pending-changed", G_CALLBACK (pending_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->compared, "changed", G_CALLBACK (compared_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
