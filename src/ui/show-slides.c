/* The slides of a document, drawn from data that stand still. What a slide asks is answered once; where the rows are many that
 * is done on a thread, and a slide that was never shown has empty frames until then. */
#include "config.h"

#include "show-slides.h"

#include "look.h"
#include "show-deck.h"
#include "show-hold.h"
#include "show-settings.h"
#include "slide-scene.h"

#define ROWS_FOR_THREAD 50000   /* fewer are answered before a frame is due */

typedef struct {
  char             *id;
  NidaSlide        *slide;
  NidaSlideAnswers *answers;     /* NULL: not asked yet */
  gboolean          asking;
} Slide;

struct _NidaShowSlides
{
  GObject        parent_instance;

  NidaSession   *session;
  NidaDocument  *document;
  NidaShowHold  *hold;
  GPtrArray     *slides;         /* Slide */
  NidaLanguage  *languages[2];
  NidaMeasurer  *measurers[2];
  GCancellable  *cancellable;    /* of all questions to the present data */
  GHashTable    *ready;          /* id → NidaSlideAnswers from the data that are about to be shown, or NULL */
  gboolean       taking;         /* they are being made */
};

static void nida_show_slides_source_init (NidaShowSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NidaShowSlides, nida_show_slides, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NIDA_TYPE_SHOW_SOURCE, nida_show_slides_source_init))

/* --- the slides of the document --- */

static void
slide_free (gpointer data)
{
  Slide *slide = data;

  g_free (slide->id);
  nida_slide_free (slide->slide);
  g_clear_pointer (&slide->answers, nida_slide_answers_unref);
  g_free (slide);
}

static Slide *
find (GPtrArray  *slides,
      const char *id)
{
  for (guint i = 0; slides != NULL && i < slides->len; i++)
    if (g_str_equal (((Slide *) slides->pdata[i])->id, id))
      return slides->pdata[i];
  return NULL;
}

/* A slide that was not changed keeps its answers. @value: (transfer full) */
static void
add_slide (GPtrArray  *slides,
           GPtrArray  *before,
           const char *id,
           NidaSlide  *value)
{
  Slide *old = find (before, id), *slide = g_new0 (Slide, 1);

  slide->id = g_strdup (id);
  if (old != NULL && old->answers != NULL && nida_slide_equal (old->slide, value))
    slide->answers = nida_slide_answers_ref (old->answers);
  slide->slide = value;
  g_ptr_array_add (slides, slide);
}

static void
add_deck (NidaShowSlides *self)
{
  g_autoptr (GPtrArray) deck = nida_show_deck_new (self->session);

  for (guint i = 0; i < deck->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("board/%u", i);

      add_slide (self->slides, NULL, id, nida_slide_copy (deck->pdata[i]));
    }
}

static void
read_slides (NidaShowSlides *self)
{
  NidaItems *items = nida_document_get_items (self->document);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->slides);

  self->slides = g_ptr_array_new_with_free_func (slide_free);
  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_SLIDE); i++)
    {
      const NidaItem *item = nida_items_get (items, NIDA_ITEM_SLIDE, i);
      NidaSlide *slide = nida_slide_from_text (item->text, NULL);

      /* what a newer version wrote is passed over */
      if (slide != NULL)
        add_slide (self->slides, before, item->id, slide);
    }
  if (nida_items_get_n (items, NIDA_ITEM_SLIDE) == 0)
    add_deck (self);
}

static void
slides_changed_cb (NidaShowSlides *self)
{
  read_slides (self);
  g_signal_emit_by_name (self, "slides-changed");
}

guint
nida_show_slides_find (NidaShowSlides *self,
                       const char     *id)
{
  guint index = 0;

  return id != NULL && g_ptr_array_find (self->slides, find (self->slides, id), &index) ? index : 0;
}

static Slide *
get (NidaShowSource *source,
     guint           slide)
{
  return g_ptr_array_index (NIDA_SHOW_SLIDES (source)->slides, slide);
}

/* --- answers --- */

/* Which slide a question on a thread was about, so that it may be gone when the answer comes. */
typedef struct {
  NidaShowSlides *self;
  char           *id;
} Question;

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Question *question = user_data;
  g_autoptr (NidaShowSlides) self = question->self;
  g_autofree char *id = question->id;
  g_autoptr (NidaSlideAnswers) answers = nida_slide_answers_ask_finish (result, NULL);
  Slide *slide = self->slides != NULL ? find (self->slides, id) : NULL;

  g_free (question);
  if (answers == NULL || slide == NULL || !slide->asking)
    return;
  slide->asking = FALSE;
  slide->answers = g_steal_pointer (&answers);
  g_signal_emit_by_name (self, "data-changed");
}

static gboolean
is_large (NidaLocalEngine *engine)
{
  return nida_dataset_get_n_rows (nida_local_engine_get_dataset (engine)) >= ROWS_FOR_THREAD;
}

static void
ask (NidaShowSlides *self,
     Slide          *slide)
{
  NidaLocalEngine *engine = nida_show_hold_get_engine (self->hold);
  NidaColorMap *colors = nida_show_hold_get_colors (self->hold);
  Question *question;

  if (engine == NULL || slide->answers != NULL || slide->asking)
    return;
  if (!is_large (engine))
    {
      slide->answers = nida_slide_answers_ask (slide->slide, engine, colors);
      return;
    }
  slide->asking = TRUE;
  question = g_new0 (Question, 1);
  question->self = g_object_ref (self);
  question->id = g_strdup (slide->id);
  nida_slide_answers_ask_async (slide->slide, engine, colors, self->cancellable, answered_cb, question);
}

/* What was made ahead is there at once. */
static void
forget_answers (NidaShowSlides *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  for (guint i = 0; i < self->slides->len; i++)
    {
      Slide *slide = self->slides->pdata[i];

      NidaSlideAnswers *ready = self->ready != NULL ? g_hash_table_lookup (self->ready, slide->id) : NULL;

      slide->asking = FALSE;
      g_clear_pointer (&slide->answers, nida_slide_answers_unref);
      slide->answers = ready != NULL ? nida_slide_answers_ref (ready) : NULL;
    }
}

static void
data_changed_cb (NidaShowSlides *self)
{
  forget_answers (self);
  g_signal_emit_by_name (self, "data-changed");
}

static void
pending_changed_cb (NidaShowSlides *self)
{
  g_signal_emit_by_name (self, "pending-changed");
}

/* --- newer data --- */

typedef struct {
  NidaLocalEngine *engine;
  NidaColorMap    *colors;
  GPtrArray       *slides;
} Ahead;

static void
ahead_free (gpointer data)
{
  Ahead *ahead = data;

  g_object_unref (ahead->engine);
  nida_color_map_unref (ahead->colors);
  g_ptr_array_unref (ahead->slides);
  g_free (ahead);
}

static void
ahead_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  const Ahead *ahead = data;
  GHashTable *ready = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) nida_slide_answers_unref);

  for (guint i = 0; i < ahead->slides->len; i++)
    {
      const Slide *slide = ahead->slides->pdata[i];

      g_hash_table_insert (ready, g_strdup (slide->id), nida_slide_answers_ask (slide->slide, ahead->engine, ahead->colors));
    }
  g_task_return_pointer (task, ready, (GDestroyNotify) g_hash_table_unref);
}

static void
ahead_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  NidaShowSlides *self = NIDA_SHOW_SLIDES (object);
  const Ahead *ahead = g_task_get_task_data (G_TASK (result));

  self->taking = FALSE;
  if (self->hold == NULL || ahead->engine != nida_show_hold_get_waiting (self->hold))
    return;
  self->ready = g_task_propagate_pointer (G_TASK (result), NULL);
  nida_show_hold_take (self->hold);
  g_clear_pointer (&self->ready, g_hash_table_unref);
}

/* Many rows are asked on a thread, and what is shown stays until all slides have their answers: no two charts are of
 * different days, and none is empty meanwhile. */
static void
take_later (NidaShowSlides  *self,
            NidaLocalEngine *waiting)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, ahead_cb, NULL);
  Ahead *ahead = g_new0 (Ahead, 1);

  self->taking = TRUE;
  ahead->engine = g_object_ref (waiting);
  ahead->colors = nida_color_map_ref (nida_show_hold_get_colors (self->hold));
  ahead->slides = g_ptr_array_new_with_free_func (slide_free);
  for (guint i = 0; i < self->slides->len; i++)
    {
      const Slide *slide = self->slides->pdata[i];
      Slide *copy = g_new0 (Slide, 1);

      copy->id = g_strdup (slide->id);
      copy->slide = nida_slide_copy (slide->slide);
      g_ptr_array_add (ahead->slides, copy);
    }
  g_task_set_task_data (task, ahead, ahead_free);
  g_task_run_in_thread (task, ahead_thread);
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

static guint
get_n_steps (NidaShowSource *source,
             guint           index)
{
  NidaShowSlides *self = NIDA_SHOW_SLIDES (source);
  NidaSlideContext context = make_context (self, self->languages[0]);
  Slide *slide = get (source, index);

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
  Slide *slide = get (source, index);

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
  Slide *slide = get (source, index);

  context.theme = chart->theme;
  context.time_direction = chart->time_direction;
  context.width = chart->width;
  context.height = chart->height;
  context.number = index + 1;
  context.stamp = stamp;
  context.inside = brushed != NULL ? brushed->inside : NULL;
  context.all_money = brushed != NULL ? brushed->all_money : 0;
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

static char *
dup_pending (NidaShowSource *source,
             NidaLanguage   *language)
{
  return nida_show_hold_dup_pending (NIDA_SHOW_SLIDES (source)->hold, language);
}

static void
take (NidaShowSource *source)
{
  NidaShowSlides *self = NIDA_SHOW_SLIDES (source);
  NidaLocalEngine *waiting = nida_show_hold_get_waiting (self->hold);

  if (waiting == NULL || self->taking)
    return;
  if (is_large (waiting))
    take_later (self, waiting);
  else
    nida_show_hold_take (self->hold);
}

/* @language: of a slide in both, else "" */
static void
add_parts (GPtrArray   *parts,
           const Slide *slide,
           const char  *language)
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
  const Slide *slide = get (source, index);
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

static void
nida_show_slides_source_init (NidaShowSourceInterface *iface)
{
  iface->get_n_slides = get_n_slides;
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
}

/* --- object --- */

static void
nida_show_slides_dispose (GObject *object)
{
  NidaShowSlides *self = NIDA_SHOW_SLIDES (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->hold);
  g_clear_object (&self->session);
  g_clear_object (&self->document);
  g_clear_pointer (&self->slides, g_ptr_array_unref);
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
  read_slides (self);
  g_signal_connect_object (self->document, "item-changed::slide", G_CALLBACK (slides_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hold, "changed", G_CALLBACK (data_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hold, "pending-changed", G_CALLBACK (pending_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
