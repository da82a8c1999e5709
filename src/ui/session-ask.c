/* Few rows are answered at once, many on a thread; the newest question wins, and an answer about other data is dropped. */
#include "config.h"

#include "session-private.h"

#define ROWS_FOR_THREAD 50000   /* fewer are answered before a frame is due, without a thread's detour */

struct _NidaSessionAsk
{
  NidaSession *session;     /* owns us */
  guint        asked;       /* serial of the newest question */
  guint        answered;    /* of that whose answers are shown */
};

typedef struct {
  NidaLoaded    *shown;   /* held: another file may be opened meanwhile */
  NidaBoard     *board;   /* as @filters arrange it; handed over with the answers about it */
  NidaFilterSet *filters;
  guint64        watched;
  guint          fiscal_start, serial;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  nida_loaded_unref (question->shown);
  g_clear_pointer (&question->board, nida_board_free);
  nida_filter_set_free (question->filters);
  g_free (question);
}

static Question *
question_new (NidaSessionAsk *self)
{
  Question *question = g_new0 (Question, 1);

  question->shown = nida_loaded_ref (nida_session_get_shown (self->session));
  question->filters = nida_filter_set_copy (nida_session_get_filters (self->session));
  question->board = nida_loaded_arrange (question->shown, nida_filter_set_get_arrangement (question->filters));
  question->watched = nida_session_get_watched (self->session);
  question->fiscal_start = nida_session_get_fiscal_start (self->session);
  question->serial = self->asked;
  return question;
}

static NidaAnswers *
question_ask (const Question *question)
{
  return nida_answers_ask (question->shown->engine, question->board, question->filters, question->watched,
                           question->fiscal_start);
}

/* @answers: (transfer full) */
static void
hand_over (NidaSessionAsk *self,
           Question       *question,
           NidaAnswers    *answers)
{
  self->answered = question->serial;
  nida_session_take_answers (self->session, answers, g_steal_pointer (&question->board), question->filters);
}

static void
ask_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  g_task_return_pointer (task, question_ask (data), (GDestroyNotify) nida_answers_unref);
}

/* The session lives until here, but may be disposed of. */
static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (NidaSession) session = user_data;
  NidaSessionAsk *self = nida_session_get_ask (session);
  Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (NidaAnswers) answers = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self != NULL && question->serial == self->asked && question->shown == nida_session_get_shown (session) && answers != NULL)
    hand_over (self, question, g_steal_pointer (&answers));
}

static void
ask_in_thread (NidaSessionAsk *self)
{
  /* not the task holds the session, but what is called back: the last to let go of a task may be its thread */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, asked_cb, g_object_ref (self->session));

  g_task_set_source_tag (task, ask_in_thread);
  g_task_set_task_data (task, question_new (self), question_free);
  g_task_run_in_thread (task, ask_thread);
}

gboolean
nida_session_answers_at_once (NidaSession *session)
{
  NidaLoaded *shown = nida_session_get_shown (session);

  return shown != NULL && nida_dataset_get_n_rows (shown->dataset) <= ROWS_FOR_THREAD;
}

void
nida_session_ask_start (NidaSessionAsk *self)
{
  Question *question;

  self->asked++;
  if (!nida_session_answers_at_once (self->session))
    {
      ask_in_thread (self);
      return;
    }
  question = question_new (self);
  hand_over (self, question, question_ask (question));
  question_free (question);
}

void
nida_session_ask_forget (NidaSessionAsk *self)
{
  self->answered = ++self->asked;
}

gboolean
nida_session_ask_is_open (NidaSessionAsk *self)
{
  return self->answered != self->asked;
}

NidaSessionAsk *
nida_session_ask_new (NidaSession *session)
{
  NidaSessionAsk *self = g_new0 (NidaSessionAsk, 1);

  self->session = session;
  return self;
}

void
nida_session_ask_free (NidaSessionAsk *self)
{
  g_free (self);
}
