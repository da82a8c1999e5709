/* The model of the editor. One answer is asked at a time, where the rows are many on a thread; the latest wins. */
#include "config.h"

#include "chart-draft.h"

#include "board.h"
#include "look.h"
#include "spec-text.h"
#include "translate.h"

#define MAX_UNDO 200
#define TITLE_WIDTH 1400.0     /* points: room for the fullest of the titles */
#define TITLE_HEIGHT 500.0

struct _NidaChartDraft
{
  GObject          parent_instance;

  NidaSession     *session;
  NidaChartSpec   *spec;
  GPtrArray       *undo, *redo;     /* NidaChartSpec */
  char            *what;            /* the name of the last change, or NULL */
  NidaChartSpec   *applied;         /* with the filters of the board */
  NidaDraftAnswer *answer;          /* the newest, or NULL; its spec is @applied but for what waits */
  gboolean         on_board;        /* the colours are those of the whole board */
  char            *year;            /* given to it when it became a chart of needs, see keep_year(); or NULL */
  gboolean         asking;          /* on a thread: one question at a time, and of those that come meanwhile the last */
};

enum { CHANGED, ANSWERED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaChartDraft, nida_chart_draft, G_TYPE_OBJECT)

/* --- what the data answer --- */

static NidaChartSpec *
apply_filters (NidaChartDraft      *self,
               const NidaChartSpec *spec)
{
  g_autoptr (NidaQuery) choices = nida_query_new ();

  nida_filter_set_apply (nida_session_get_filters (self->session), choices, NIDA_FIELD_NONE);
  choices->fiscal_start = nida_session_get_fiscal_start (self->session);
  return nida_board_apply (spec, choices);
}

/* Is @year the only date that @query chooses? */
static gboolean
is_of_year (NidaQuery  *query,
            const char *year)
{
  const char * const *values;

  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    if (nida_query_get_filter (query, i, &values) == NIDA_FIELD_DATE)
      return g_str_equal (values[0], year) && values[1] == NULL;
  return FALSE;
}

/* Has it the year that it was given as a chart of needs? */
static gboolean
has_given_year (NidaChartDraft *self)
{
  return self->year != NULL && nida_board_adds_needs (self->spec) && is_of_year (self->spec->query, self->year);
}

/* As a chart of something else would ask, which has no such year; NULL where it has none now. */
static NidaChartSpec *
dup_freed (NidaChartDraft *self)
{
  g_autoptr (NidaChartSpec) spec = NULL;

  if (!has_given_year (self))
    return NULL;
  spec = nida_chart_spec_copy (self->spec);
  nida_query_clear_filter (spec->query, NIDA_FIELD_DATE);
  return apply_filters (self, spec);
}

/* @answer: (transfer full) */
static void
take_answer (NidaChartDraft  *self,
             NidaDraftAnswer *answer)
{
  g_clear_pointer (&self->answer, nida_draft_answer_free);
  self->answer = answer;
}

static void
ask_thread (GTask        *task,
            gpointer      source,
            gpointer      answer,
            GCancellable *cancellable)
{
  nida_draft_answer_ask (answer);
  g_task_return_boolean (task, TRUE);
}

static gboolean bring_up_to_date (NidaChartDraft *self);

/* An answer to what is asked no more shows at least that something happens; the newest follows it. */
static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (NidaChartDraft) self = user_data;
  NidaDraftAnswer *answer = g_task_get_task_data (G_TASK (result));

  self->asking = FALSE;
  if (answer->engine != nida_session_get_engine (self->session))
    nida_draft_answer_free (answer);
  else
    take_answer (self, answer);
  bring_up_to_date (self);
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
ask (NidaChartDraft *self)
{
  NidaLocalEngine *engine = nida_session_get_engine (self->session);
  NidaDraftAnswer *answer = nida_draft_answer_new (engine, nida_chart_spec_copy (self->applied), dup_freed (self));
  g_autoptr (GTask) task = NULL;

  if (nida_session_answers_at_once (self->session))
    {
      nida_draft_answer_ask (answer);
      take_answer (self, answer);
      return;
    }
  self->asking = TRUE;
  task = g_task_new (NULL, NULL, asked_cb, g_object_ref (self));
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, answer, NULL);
  g_task_run_in_thread (task, ask_thread);
}

/* Words, notes and colours need no new answer. FALSE while one is awaited. */
static gboolean
bring_up_to_date (NidaChartDraft *self)
{
  NidaLocalEngine *engine = nida_session_get_engine (self->session);

  if (engine == NULL)
    return FALSE;
  if (self->answer == NULL || !nida_draft_answer_serves (self->answer, engine, self->applied))
    {
      if (!self->asking)
        ask (self);
      if (self->asking)
        return FALSE;
    }
  nida_chart_spec_free (self->answer->spec);
  self->answer->spec = nida_chart_spec_copy (self->applied);
  return TRUE;
}

static void
tell_changed (NidaChartDraft *self)
{
  nida_chart_spec_free (self->applied);
  self->applied = apply_filters (self, self->spec);
  bring_up_to_date (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
session_answered_cb (NidaChartDraft *self)
{
  nida_chart_spec_free (self->applied);
  self->applied = apply_filters (self, self->spec);
  bring_up_to_date (self);
  g_signal_emit (self, signals[ANSWERED], 0);
}

const NidaChartSpec *
nida_chart_draft_get_applied (NidaChartDraft *self)
{
  return self->applied;
}

const NidaDraftAnswer *
nida_chart_draft_get_answer (NidaChartDraft *self)
{
  return self->answer;
}

char *
nida_chart_draft_dup_why_not (NidaChartDraft *self,
                              NidaChartKind   kind)
{
  g_autoptr (NidaChartSpec) spec = NULL;

  if (self->answer == NULL)
    return NULL;
  spec = nida_chart_spec_copy (self->spec);
  spec->kind = kind;
  if (self->answer->freed != NULL && has_given_year (self) && !nida_board_adds_needs (spec))
    return nida_chart_kind_fits (kind, self->answer->freed, &self->answer->freed_subject);
  return nida_chart_kind_fits (kind, self->applied, &self->answer->subject);
}

gboolean
nida_chart_draft_is_waiting (NidaChartDraft *self)
{
  return self->asking;
}

/* --- object --- */

static void
nida_chart_draft_finalize (GObject *object)
{
  NidaChartDraft *self = NIDA_CHART_DRAFT (object);

  g_clear_pointer (&self->answer, nida_draft_answer_free);
  nida_chart_spec_free (self->applied);
  nida_chart_spec_free (self->spec);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_free (self->what);
  g_free (self->year);
  g_object_unref (self->session);
  G_OBJECT_CLASS (nida_chart_draft_parent_class)->finalize (object);
}

static void
nida_chart_draft_class_init (NidaChartDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_chart_draft_finalize;
  signals[CHANGED] = g_signal_new ("changed", NIDA_TYPE_CHART_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ANSWERED] = g_signal_new ("answered", NIDA_TYPE_CHART_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nida_chart_draft_init (NidaChartDraft *self)
{
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free);
}

/**
 * nida_chart_draft_new:
 * @session: whose data and filters it shows
 * @spec: what to begin with; copied
 *
 * Returns: (transfer full): a draft
 */
NidaChartDraft *
nida_chart_draft_new (NidaSession         *session,
                      const NidaChartSpec *spec)
{
  NidaChartDraft *self = g_object_new (NIDA_TYPE_CHART_DRAFT, NULL);

  self->session = g_object_ref (session);
  self->spec = nida_chart_spec_copy (spec);
  self->on_board = nida_session_has_board_colors (session);
  self->applied = apply_filters (self, self->spec);
  bring_up_to_date (self);
  g_signal_connect_object (session, "answered", G_CALLBACK (session_answered_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
nida_chart_draft_set_on_board (NidaChartDraft *self,
                               gboolean        on_board)
{
  self->on_board = on_board;
}

gboolean
nida_chart_draft_is_on_board (NidaChartDraft *self)
{
  return self->on_board;
}

NidaSession *
nida_chart_draft_get_session (NidaChartDraft *self)
{
  return self->session;
}

const NidaChartSpec *
nida_chart_draft_get_spec (NidaChartDraft *self)
{
  return self->spec;
}

NidaChartSpec *
nida_chart_draft_dup_spec (NidaChartDraft *self)
{
  return nida_chart_spec_copy (self->spec);
}

/* What becomes a chart of needs is of the year of the board, as the charts beside it are; that is let go when it becomes a chart of
 * something else. Who takes the year off, and wants all of them, has them. */
static void
keep_year (NidaChartDraft *self,
           NidaChartSpec  *spec)
{
  const NidaBoard *board = nida_session_get_board (self->session);
  gboolean before = nida_board_adds_needs (self->spec), after = nida_board_adds_needs (spec);

  if (before == after)
    return;
  if (after && board != NULL && nida_board_keep_year (board, spec))
    {
      g_free (self->year);
      self->year = g_strdup (board->year);
    }
  else if (before && self->year != NULL && is_of_year (spec->query, self->year))
    nida_query_clear_filter (spec->query, NIDA_FIELD_DATE);
}

void
nida_chart_draft_take (NidaChartDraft *self,
                       NidaChartSpec  *spec,
                       const char     *what)
{
  gboolean follows = what != NULL && g_strcmp0 (what, self->what) == 0;

  keep_year (self, spec);
  if (nida_chart_spec_equal (self->spec, spec))
    {
      nida_chart_spec_free (spec);
      return;
    }
  g_ptr_array_set_size (self->redo, 0);
  if (follows && self->undo->len > 0)
    nida_chart_spec_free (self->spec);
  else
    g_ptr_array_add (self->undo, self->spec);
  if (self->undo->len > MAX_UNDO)
    g_ptr_array_remove_index (self->undo, 0);
  self->spec = spec;
  g_free (self->what);
  self->what = g_strdup (what);
  tell_changed (self);
}

gboolean
nida_chart_draft_can_undo (NidaChartDraft *self)
{
  return self->undo->len > 0;
}

gboolean
nida_chart_draft_can_redo (NidaChartDraft *self)
{
  return self->redo->len > 0;
}

static void
go_back (NidaChartDraft *self,
         GPtrArray      *from,
         GPtrArray      *to)
{
  if (from->len == 0)
    return;
  g_ptr_array_add (to, self->spec);
  self->spec = g_ptr_array_steal_index (from, from->len - 1);
  g_clear_pointer (&self->what, g_free);
  tell_changed (self);
}

void
nida_chart_draft_undo (NidaChartDraft *self)
{
  go_back (self, self->undo, self->redo);
}

void
nida_chart_draft_redo (NidaChartDraft *self)
{
  go_back (self, self->redo, self->undo);
}

/* --- pictures --- */

static NidaScene *
build (NidaChartDraft      *self,
       const NidaChartSpec *spec,
       NidaChartContext     context)
{
  nida_session_fill_context (self->session, spec, &context);
  if (self->answer->cubes == NULL)
    return nida_chart_build_message (_("This chart could not be drawn"), self->answer->error, &context);
  return nida_chart_build (spec, self->answer->cubes, &context);
}

NidaScene *
nida_chart_draft_build (NidaChartDraft *self,
                        double          width,
                        double          height)
{
  NidaLook *look = nida_look_get ();
  NidaChartContext context = {
    .language = nida_look_get_language (look),
    .measurer = nida_look_get_measurer (look),
    .theme = nida_look_get_theme (look),
    .time_direction = nida_look_get_time_direction (look),
    .width = width,
    .height = height,
    .scale = nida_look_get_text_scale (look),
  };

  return self->answer != NULL ? build (self, self->answer->spec, context) : NULL;
}

char *
nida_chart_draft_dup_title (NidaChartDraft *self,
                            const char     *code)
{
  g_autoptr (NidaLanguage) language = nida_look_make_language (nida_look_get (), code);
  g_autoptr (NidaMeasurer) measurer = nida_pango_measurer_new (nida_language_is_arabic (language));
  g_autoptr (NidaChartSpec) spec = NULL;
  g_autoptr (NidaScene) scene = NULL;
  NidaChartContext context = {
    .language = language, .measurer = measurer, .width = TITLE_WIDTH, .height = TITLE_HEIGHT, .scale = 1,
  };

  if (self->answer == NULL || self->asking)
    return NULL;
  spec = nida_chart_spec_copy (self->answer->spec);
  g_clear_pointer (&spec->title, g_free);
  g_clear_pointer (&spec->title_ar, g_free);
  scene = build (self, spec, context);
  return nida_name_clean (nida_scene_get_title (scene));
}
