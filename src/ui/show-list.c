/* The slides of a document as a show has them. What is written on a slide is shown at once; a chart that follows a board stays as
 * it is until the change of that board is let in, since the room sees the slide and not the board. */
#include "config.h"

#include "show-list.h"

#include "show-deck.h"
#include "slide-links.h"
#include "translate.h"

#define MAX_NAMED 5u      /* slides that are told by their numbers */

static void
show_slide_free (gpointer data)
{
  NidaShowSlide *self = data;

  g_free (self->id);
  nida_slide_free (self->slide);
  g_clear_pointer (&self->newer, nida_slide_free);
  g_clear_pointer (&self->answers, nida_slide_answers_unref);
  g_free (self);
}

/* Takes @slide. */
static NidaShowSlide *
show_slide_new (const char *id,
                NidaSlide  *slide)
{
  NidaShowSlide *self = g_new0 (NidaShowSlide, 1);

  self->id = g_strdup (id);
  self->slide = slide;
  return self;
}

NidaShowSlide *
nida_show_list_find (GPtrArray  *list,
                     const char *id)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    if (g_str_equal (((NidaShowSlide *) list->pdata[i])->id, id))
      return list->pdata[i];
  return NULL;
}

/* --- from the document --- */

static void
take_old (NidaShowSlide       *self,
          const NidaShowSlide *old)
{
  NidaSlide *shown = nida_slide_copy (self->slide);

  if (nida_slide_links_hold (shown, old->slide))
    self->newer = g_steal_pointer (&self->slide);
  else
    nida_slide_free (g_steal_pointer (&self->slide));
  self->slide = shown;
  if (old->answers == NULL || !nida_slide_links_ask_same (shown, old->slide))
    return;
  self->answers = nida_slide_answers_ref (old->answers);
  self->stale = old->stale;
}

static void
add_deck (GPtrArray   *list,
          NidaSession *session)
{
  g_autoptr (GPtrArray) deck = nida_show_deck_new (session);

  for (guint i = 0; i < deck->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("board/%u", i);

      g_ptr_array_add (list, show_slide_new (id, nida_slide_copy (deck->pdata[i])));
    }
}

GPtrArray *
nida_show_list_new (NidaSession *session,
                    GPtrArray   *before)
{
  NidaItems *items = nida_document_get_items (nida_session_get_document (session));
  GPtrArray *list = g_ptr_array_new_with_free_func (show_slide_free);

  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_SLIDE); i++)
    {
      const NidaItem *item = nida_items_get (items, NIDA_ITEM_SLIDE, i);
      NidaSlide *value = nida_slide_from_text (item->text, NULL);
      const NidaShowSlide *old = nida_show_list_find (before, item->id);
      NidaShowSlide *slide;

      /* what a newer version wrote is passed over */
      if (value == NULL)
        continue;
      slide = show_slide_new (item->id, value);
      if (old != NULL)
        take_old (slide, old);
      g_ptr_array_add (list, slide);
    }
  if (nida_items_get_n (items, NIDA_ITEM_SLIDE) == 0)
    add_deck (list, session);
  return list;
}

GPtrArray *
nida_show_list_copy_newest (GPtrArray *list)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (show_slide_free);

  for (guint i = 0; i < list->len; i++)
    {
      const NidaShowSlide *slide = list->pdata[i];

      g_ptr_array_add (copy, show_slide_new (slide->id, nida_slide_copy (slide->newer != NULL ? slide->newer : slide->slide)));
    }
  return copy;
}

gboolean
nida_show_list_equal (GPtrArray *a,
                      GPtrArray *b)
{
  gboolean equal = a->len == b->len;

  for (guint i = 0; equal && i < a->len; i++)
    {
      const NidaShowSlide *first = a->pdata[i], *second = b->pdata[i];

      equal = g_str_equal (first->id, second->id) && nida_slide_equal (first->slide, second->slide);
    }
  return equal;
}

/* --- what waits --- */

gboolean
nida_show_list_waits (GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    if (((NidaShowSlide *) list->pdata[i])->newer != NULL)
      return TRUE;
  return FALSE;
}

char *
nida_show_list_dup_waiting (GPtrArray    *list,
                            NidaLanguage *language)
{
  g_auto (NidaSpeech) speech = nida_language_speak (language);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *words = NULL;
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    if (((NidaShowSlide *) list->pdata[i])->newer != NULL && ++n <= MAX_NAMED)
      g_ptr_array_add (numbers, nida_language_integer (language, i + 1));
  if (n == 0)
    return NULL;
  g_ptr_array_add (numbers, NULL);
  words = n <= MAX_NAMED ? nida_language_list (language, (const char * const *) numbers->pdata) : nida_language_integer (language, n);
  if (n > MAX_NAMED)
    /* Translators: charts on so many slides (%s) wait to be shown as the boards that they follow have them now */
    return g_strdup_printf (/* xgettext:c-format */ ngettext ("Changed on a board: %s slide", "Changed on boards: %s slides", n), words);
  /* Translators: charts on these slides wait to be shown as the boards that they follow have them now; %s: their numbers, "2, 3 and 5" */
  return g_strdup_printf (/* xgettext:c-format */ ngettext ("Changed on a board: slide %s", "Changed on boards: slides %s", n), words);
}

void
nida_show_list_take (GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      NidaShowSlide *slide = list->pdata[i];

      if (slide->newer == NULL)
        continue;
      if (slide->answers != NULL && !nida_slide_links_ask_same (slide->slide, slide->newer))
        g_clear_pointer (&slide->answers, nida_slide_answers_unref);
      slide->asking = FALSE;
      nida_slide_free (slide->slide);
      slide->slide = g_steal_pointer (&slide->newer);
    }
}

/* --- answers --- */

void
nida_show_slide_answer (NidaShowSlide    *self,
                        NidaSlideAnswers *answers)
{
  if (self->answers != NULL)
    nida_slide_answers_keep_order (answers, self->answers);
  g_clear_pointer (&self->answers, nida_slide_answers_unref);
  self->answers = nida_slide_answers_ref (answers);
  self->stale = self->asking = FALSE;
}

void
nida_show_list_doubt (GPtrArray *list,
                      GPtrArray *ready)
{
  for (guint i = 0; i < list->len; i++)
    {
      NidaShowSlide *slide = list->pdata[i];
      const NidaShowSlide *other = nida_show_list_find (ready, slide->id);

      slide->asking = FALSE;
      slide->stale = TRUE;
      if (other != NULL && nida_slide_links_ask_same (slide->slide, other->slide))
        nida_show_slide_answer (slide, other->answers);
    }
}

typedef struct {
  NidaLocalEngine *engine;
  NidaColorMap    *colors;
  GPtrArray       *list;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->engine);
  g_clear_pointer (&job->colors, nida_color_map_unref);
  g_ptr_array_unref (job->list);
  g_free (job);
}

static void
ask_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  const Job *job = data;

  for (guint i = 0; i < job->list->len; i++)
    {
      NidaShowSlide *slide = job->list->pdata[i];

      if (g_task_return_error_if_cancelled (task))
        return;
      slide->answers = nida_slide_answers_ask (slide->slide, job->engine, job->colors);
    }
  g_task_return_pointer (task, g_ptr_array_ref (job->list), (GDestroyNotify) g_ptr_array_unref);
}

void
nida_show_list_ask_async (GPtrArray           *list,
                          NidaLocalEngine     *engine,
                          NidaColorMap        *colors,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->engine = g_object_ref (engine);
  job->colors = colors != NULL ? nida_color_map_ref (colors) : NULL;
  job->list = list;
  g_task_set_source_tag (task, nida_show_list_ask_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, ask_thread);
}

GPtrArray *
nida_show_list_ask_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
