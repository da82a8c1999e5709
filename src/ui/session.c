/* The model of one window: data, filters with undo, and the answers. Reading files is in session-load.c, what becomes of each
 * of them in session-sources.c. */
#include "config.h"

#include "session-private.h"

#include "alias-store.h"
#include "look.h"

#define MAX_UNDO 200
#define ROWS_FOR_THREAD 50000   /* fewer are answered before a frame is due, without a thread's detour */

struct _NidaSession
{
  GObject          parent_instance;

  NidaDocument    *document;
  NidaLoaded      *shown;       /* NULL before anything is open */
  char           **inputs;      /* all that are open, also those switched off */
  NidaFilterSet   *filters;
  GPtrArray       *undo, *redo; /* NidaFilterSet */
  GArray          *focus;       /* guint: rows behind a figure, or NULL */
  char            *focus_words;
  guint            watched;     /* NIDA_FIELD_BIT */
  guint            asked;       /* serial of the newest question: older answers are dropped */
  guint            answered;    /* serial of the question whose answers are shown */
  NidaLinked      *linked;
  NidaSelections  *selections;
  NidaSessionLoad *load;
  gboolean         loading;
};

enum { LOADING, PROGRESS, OPENED, FAILED, FILTERS_CHANGED, BOARD_CHANGED, ANSWERED, ROWS_CHANGED, CHANGES, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaSession, nida_session, G_TYPE_OBJECT)

/* --- asking --- */

typedef struct {
  NidaLoaded    *shown;   /* held: another file may be opened meanwhile */
  NidaBoard     *board;   /* as @filters arrange it; put in place with the answers about it, or NULL once that was done */
  NidaFilterSet *filters;
  guint          watched, fiscal_start, serial;
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
question_new (NidaSession *self)
{
  Question *question = g_new0 (Question, 1);

  question->shown = nida_loaded_ref (self->shown);
  question->board = nida_loaded_arrange (self->shown, nida_filter_set_get_arrangement (self->filters));
  question->filters = nida_filter_set_copy (self->filters);
  question->watched = self->watched;
  question->fiscal_start = nida_look_get_fiscal_start (nida_look_get ());
  question->serial = self->asked;
  return question;
}

static NidaAnswers *
question_ask (const Question *question)
{
  return nida_answers_ask (question->shown->engine, question->board, question->filters, question->watched,
                           question->fiscal_start);
}

/* Another board comes with its answers, so that no chart is drawn from those of another. A brush is of a chart that may be
 * gone. */
static gboolean
take_board (NidaSession *self,
            Question    *question)
{
  NidaArrangement *arrangement = nida_filter_set_get_arrangement (question->filters);

  if (nida_arrangement_equal (self->shown->arrangement, arrangement))
    return FALSE;
  nida_linked_set_brush (self->linked, NIDA_LINKED_NO_CHART, NULL);
  g_clear_pointer (&self->shown->arrangement, nida_arrangement_unref);
  self->shown->arrangement = arrangement != NULL ? nida_arrangement_ref (arrangement) : NULL;
  return TRUE;
}

/* @answers: (transfer full) */
static void
take_answers (NidaSession *self,
              Question    *question,
              NidaAnswers *answers)
{
  gboolean other_board = take_board (self, question);
  g_autoptr (NidaBoard) before = NULL;

  self->answered = question->serial;
  g_clear_pointer (&self->shown->answers, nida_answers_unref);
  self->shown->answers = answers;
  if (other_board)
    {
      before = self->shown->board;
      self->shown->board = g_steal_pointer (&question->board);
      g_signal_emit (self, signals[BOARD_CHANGED], 0);
    }
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
ask_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  g_task_return_pointer (task, question_ask (data), (GDestroyNotify) nida_answers_unref);
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  NidaSession *self = NIDA_SESSION (source);
  Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (NidaAnswers) answers = g_task_propagate_pointer (G_TASK (result), NULL);

  if (question->serial == self->asked && question->shown == self->shown && answers != NULL)
    take_answers (self, question, g_steal_pointer (&answers));
}

static void
ask_in_thread (NidaSession *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, asked_cb, NULL);

  g_task_set_source_tag (task, ask_in_thread);
  g_task_set_task_data (task, question_new (self), question_free);
  g_task_run_in_thread (task, ask_thread);
}

gboolean
nida_session_answers_at_once (NidaSession *self)
{
  return self->shown != NULL && nida_dataset_get_n_rows (self->shown->dataset) <= ROWS_FOR_THREAD;
}

void
nida_session_ask_again (NidaSession *self)
{
  Question *question;

  if (self->shown == NULL)
    return;
  self->asked++;
  if (!nida_session_answers_at_once (self))
    {
      ask_in_thread (self);
      return;
    }
  question = question_new (self);
  take_answers (self, question, question_ask (question));
  question_free (question);
}

static void
drop_focus (NidaSession *self)
{
  g_clear_pointer (&self->focus, g_array_unref);
  g_clear_pointer (&self->focus_words, g_free);
}

/* --- what the load calls back --- */

/* The charts of the board stay what they are now, also where they were changed while the inputs were read again. */
static void
take_filters (NidaSession *self,
              gboolean     reload)
{
  NidaFilterSet *before = self->filters;

  self->filters = nida_filter_set_copy (self->shown->filters);
  if (reload)
    nida_filter_set_set_arrangement (self->filters, nida_filter_set_get_arrangement (before));
  nida_filter_set_free (before);
}

void
nida_session_take_loaded (NidaSession *self,
                          NidaLoaded  *loaded,
                          gboolean     reload)
{
  g_clear_pointer (&self->shown, nida_loaded_unref);
  self->shown = loaded;
  drop_focus (self);
  self->answered = ++self->asked;
  if (!reload)
    {
      g_strfreev (self->inputs);
      self->inputs = g_strdupv (loaded->inputs);
      g_ptr_array_set_size (self->undo, 0);
      g_ptr_array_set_size (self->redo, 0);
    }
  take_filters (self, reload);
  if (!reload)
    nida_linked_set_brush (self->linked, NIDA_LINKED_NO_CHART, NULL);
  nida_linked_set_engine (self->linked, loaded->engine);
  g_signal_emit (self, signals[OPENED], 0, reload);
  g_signal_emit (self, signals[FILTERS_CHANGED], 0);
  g_signal_emit (self, signals[ANSWERED], 0);
  g_signal_emit (self, signals[CHANGES], 0);
  if (!nida_arrangement_equal (loaded->arrangement, nida_filter_set_get_arrangement (self->filters)))
    nida_session_ask_again (self);
}

/* What could not be switched on or off, or is not held of the moment asked for, stays as it is shown. */
static void
restore_reading (NidaSession *self)
{
  nida_filter_set_set_as_of (self->filters, nida_report_get_as_of (nida_dataset_get_report (self->shown->dataset)));
  for (guint i = 0; self->inputs[i] != NULL; i++)
    nida_filter_set_set_off (self->filters, self->inputs[i],
                             !g_strv_contains ((const char * const *) self->shown->inputs, self->inputs[i]));
  g_signal_emit (self, signals[FILTERS_CHANGED], 0);
}

void
nida_session_tell_failed (NidaSession  *self,
                          const GError *error,
                          gboolean      reload)
{
  if (self->shown != NULL && reload)
    restore_reading (self);
  g_signal_emit (self, signals[FAILED], 0, error, reload);
}

void
nida_session_tell_progress (NidaSession *self,
                            guint64      bytes,
                            guint64      total,
                            guint64      rows)
{
  g_signal_emit (self, signals[PROGRESS], 0, bytes, total, rows);
}

void
nida_session_tell_loading (NidaSession *self,
                           gboolean     loading)
{
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_signal_emit (self, signals[LOADING], 0, loading);
}

NidaSessionLoad *
nida_session_get_load (NidaSession *self)
{
  return self->load;
}

NidaLoaded *
nida_session_get_shown (NidaSession *self)
{
  return self->shown;
}

void
nida_session_tell_changes (NidaSession *self)
{
  g_signal_emit (self, signals[CHANGES], 0);
}

guint
nida_session_get_watched (NidaSession *self)
{
  return self->watched;
}

/* --- object --- */

static void names_changed_cb (NidaSession *self);

/* Titles and names of sources are words: they are made again. Windows listen after us, since they were made later. */
static void
language_changed_cb (NidaSession *self)
{
  NidaLoaded *spoken;

  if (self->shown == NULL)
    return;
  spoken = nida_loaded_speak (self->shown, nida_look_get_language (nida_look_get ()));
  nida_loaded_unref (self->shown);
  self->shown = spoken;
  /* what was being asked of the other is dropped */
  if (self->answered != self->asked)
    nida_session_ask_again (self);
}

static void
nida_session_dispose (GObject *object)
{
  NidaSession *self = NIDA_SESSION (object);

  g_clear_pointer (&self->load, nida_session_load_free);
  g_clear_object (&self->linked);
  g_clear_object (&self->selections);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (nida_session_parent_class)->dispose (object);
}

static void
nida_session_finalize (GObject *object)
{
  NidaSession *self = NIDA_SESSION (object);

  g_clear_pointer (&self->shown, nida_loaded_unref);
  g_strfreev (self->inputs);
  g_clear_pointer (&self->filters, nida_filter_set_free);
  drop_focus (self);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  G_OBJECT_CLASS (nida_session_parent_class)->finalize (object);
}

static void
nida_session_class_init (NidaSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = NIDA_TYPE_SESSION;

  object_class->dispose = nida_session_dispose;
  object_class->finalize = nida_session_finalize;
  signals[LOADING] = g_signal_new ("loading", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[PROGRESS] = g_signal_new ("progress", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                    G_TYPE_UINT64, G_TYPE_UINT64, G_TYPE_UINT64);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_ERROR, G_TYPE_BOOLEAN);
  signals[FILTERS_CHANGED] = g_signal_new ("filters-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BOARD_CHANGED] = g_signal_new ("board-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ROWS_CHANGED] = g_signal_new ("rows-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGES] = g_signal_new ("changes", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ANSWERED] = g_signal_new ("answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nida_session_init (NidaSession *self)
{
  self->document = nida_document_new ();
  self->filters = nida_filter_set_new ();
  nida_session_read_choices (self->filters, nida_look_get_settings (nida_look_get ()));
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_filter_set_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_filter_set_free);
  self->linked = nida_linked_new ();
  self->selections = nida_selections_new ();
  self->load = nida_session_load_new (self);
  g_signal_connect_object (nida_look_get (), "language-changed", G_CALLBACK (language_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (nida_alias_store_get (), "changed", G_CALLBACK (names_changed_cb), self, G_CONNECT_SWAPPED);
}

void
nida_session_read_choices (NidaFilterSet *filters,
                           GSettings     *settings)
{
  g_autofree char *nick = g_settings_get_string (settings, "count-rule");
  g_autofree char *currency = g_settings_get_string (settings, "currency");
  g_autofree char *second = g_settings_get_string (settings, "second-currency");

  nida_filter_set_set_rule (filters, g_str_equal (nick, "distinct")   ? NIDA_RULE_DISTINCT
                                     : g_str_equal (nick, "boundary") ? NIDA_RULE_BOUNDARY
                                                                      : NIDA_RULE_AUTO);
  nida_filter_set_set_currency (filters, currency);
  nida_filter_set_set_second (filters, second);
  nida_filter_set_set_aliases (filters, nida_alias_store_get_aliases (nida_alias_store_get ()));
}

NidaSession *
nida_session_new (void)
{
  return g_object_new (NIDA_TYPE_SESSION, NULL);
}

void
nida_session_open (NidaSession        *self,
                   const char * const *inputs)
{
  nida_session_load_start (self->load, inputs, NIDA_READING_OPEN, NULL);
}

void
nida_session_refresh (NidaSession *self)
{
  if (nida_filter_set_get_as_of (self->filters) == 0)
    nida_session_reload (self);
}

void
nida_session_cancel (NidaSession *self)
{
  nida_session_load_cancel (self->load);
}

gboolean
nida_session_is_loading (NidaSession *self)
{
  return self->loading;
}

const char * const *
nida_session_get_inputs (NidaSession *self)
{
  return (const char * const *) self->inputs;
}

const char * const *
nida_session_get_pending (NidaSession *self)
{
  return nida_session_load_get_inputs (self->load);
}

NidaDocument *
nida_session_get_document (NidaSession *self)
{
  return self->document;
}

NidaDataset *
nida_session_get_dataset (NidaSession *self)
{
  return self->shown != NULL ? self->shown->dataset : NULL;
}

NidaLocalEngine *
nida_session_get_engine (NidaSession *self)
{
  return self->shown != NULL ? self->shown->engine : NULL;
}

const NidaBoard *
nida_session_get_board (NidaSession *self)
{
  return self->shown != NULL ? self->shown->board : NULL;
}

NidaAnswers *
nida_session_get_answers (NidaSession *self)
{
  return self->shown != NULL ? self->shown->answers : NULL;
}

void
nida_session_fill_context (NidaSession         *self,
                           const NidaChartSpec *spec,
                           NidaChartContext    *context)
{
  NidaSources *sources;

  g_return_if_fail (self->shown != NULL);

  sources = nida_loaded_get_sources (self->shown, context->language);
  context->colors = self->shown->sources->colors;
  context->sources = nida_sources_get_names (sources, spec);
  context->as_of = sources->as_of;
  context->read_as_of = sources->read_as_of;
  context->retrieved = sources->retrieved;
  context->differences = nida_sources_get_differences (sources, spec);
  context->joined = sources->joined;
}

/* --- filters --- */

const NidaFilterSet *
nida_session_get_filters (NidaSession *self)
{
  return self->filters;
}

/* Undoing what was said of names keeps that, too. */
static void
keep_names (NidaSession *self)
{
  NidaAliasStore *store = nida_alias_store_get ();
  g_autoptr (NidaAliases) none = nida_aliases_new ();
  NidaAliases *aliases = nida_filter_set_get_aliases (self->filters);
  g_autoptr (GError) error = NULL;

  if (nida_alias_store_set (store, aliases != NULL ? aliases : none, &error))
    return;
  nida_filter_set_set_aliases (self->filters, nida_alias_store_get_aliases (store));
  g_signal_emit (self, signals[FAILED], 0, error, TRUE);
}

static void
set_names_of_all (GPtrArray   *sets,
                  NidaAliases *aliases)
{
  for (guint i = 0; i < sets->len; i++)
    nida_filter_set_set_aliases (sets->pdata[i], aliases);
}

/* Another window said it: there it can be undone, here it is as if it had always been so. */
static void
names_changed_cb (NidaSession *self)
{
  NidaAliases *aliases = nida_alias_store_get_aliases (nida_alias_store_get ());

  if (nida_aliases_equal (nida_filter_set_get_aliases (self->filters), aliases))
    return;
  nida_filter_set_set_aliases (self->filters, aliases);
  set_names_of_all (self->undo, aliases);
  set_names_of_all (self->redo, aliases);
  g_signal_emit (self, signals[FILTERS_CHANGED], 0);
  nida_session_join_names (self);
}

/* Puts @filters (taken) in place and the present ones on @stack. */
static void
replace_filters (NidaSession   *self,
                 NidaFilterSet *filters,
                 GPtrArray     *stack)
{
  gboolean same_names = nida_aliases_equal (nida_filter_set_get_aliases (self->filters), nida_filter_set_get_aliases (filters));
  gboolean same = nida_filter_set_same_off (self->filters, filters)
                  && nida_filter_set_get_as_of (self->filters) == nida_filter_set_get_as_of (filters);

  g_ptr_array_add (stack, self->filters);
  if (stack->len > MAX_UNDO)
    g_ptr_array_remove_index (stack, 0);
  self->filters = filters;
  if (!same_names)
    keep_names (self);
  drop_focus (self);
  g_signal_emit (self, signals[FILTERS_CHANGED], 0);
  if (same && !same_names)
    nida_session_join_names (self);
  else if (same)
    nida_session_ask_again (self);
  else
    nida_session_reload (self);
}

void
nida_session_set_filters (NidaSession         *self,
                          const NidaFilterSet *filters)
{
  if (nida_filter_set_equal (self->filters, filters))
    return;
  g_ptr_array_set_size (self->redo, 0);
  replace_filters (self, nida_filter_set_copy (filters), self->undo);
}

void
nida_session_toggle_mark (NidaSession    *self,
                          const NidaMark *mark,
                          gboolean        add)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (self->filters);

  nida_filter_set_toggle_mark (filters, mark, add);
  nida_session_set_filters (self, filters);
}

void
nida_session_set_value (NidaSession *self,
                        NidaField    field,
                        const char  *value,
                        gboolean     chosen)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (self->filters);

  if (chosen)
    nida_filter_set_add (filters, field, value);
  else
    nida_filter_set_remove (filters, field, value);
  nida_session_set_filters (self, filters);
}

void
nida_session_clear_field (NidaSession *self,
                          NidaField    field)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (self->filters);

  nida_filter_set_clear_field (filters, field);
  nida_session_set_filters (self, filters);
}

void
nida_session_clear_filters (NidaSession *self)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (self->filters);

  nida_filter_set_clear (filters);
  nida_session_set_filters (self, filters);
}

void
nida_session_set_range (NidaSession *self,
                        NidaDate     from,
                        NidaDate     to)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (self->filters);

  nida_filter_set_set_range (filters, from, to);
  nida_session_set_filters (self, filters);
}

gboolean
nida_session_set_aliases (NidaSession  *self,
                          NidaAliases  *aliases,
                          GError      **error)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (self->filters);
  g_autoptr (NidaFilterSet) before = nida_filter_set_copy (self->filters);
  gboolean kept;

  /* so that our own change is not taken for another window's */
  nida_filter_set_set_aliases (self->filters, aliases);
  kept = nida_alias_store_set (nida_alias_store_get (), aliases, error);
  if (nida_filter_set_get_aliases (self->filters) == aliases)
    nida_filter_set_set_aliases (self->filters, nida_filter_set_get_aliases (before));
  nida_filter_set_set_aliases (filters, aliases);
  if (kept)
    nida_session_set_filters (self, filters);
  return kept;
}

gboolean
nida_session_can_undo (NidaSession *self)
{
  return self->undo->len > 0;
}

gboolean
nida_session_can_redo (NidaSession *self)
{
  return self->redo->len > 0;
}

void
nida_session_undo (NidaSession *self)
{
  if (self->undo->len > 0)
    replace_filters (self, g_ptr_array_steal_index (self->undo, self->undo->len - 1), self->redo);
}

void
nida_session_redo (NidaSession *self)
{
  if (self->redo->len > 0)
    replace_filters (self, g_ptr_array_steal_index (self->redo, self->redo->len - 1), self->undo);
}

void
nida_session_watch_field (NidaSession *self,
                          NidaField    field)
{
  if (self->watched & NIDA_FIELD_BIT (field))
    return;
  self->watched |= NIDA_FIELD_BIT (field);
  if (self->shown == NULL)
    return;
  if (!nida_session_answers_at_once (self))
    {
      nida_session_ask_again (self);
      return;
    }
  nida_answers_ask_field (self->shown->answers, self->shown->engine, self->filters, field);
  g_signal_emit (self, signals[ANSWERED], 0);
}

void
nida_session_set_focus (NidaSession *self,
                        GArray      *rows,
                        const char  *words)
{
  drop_focus (self);
  self->focus = rows;
  self->focus_words = rows != NULL ? g_strdup (words) : NULL;
  g_signal_emit (self, signals[ROWS_CHANGED], 0);
}

const char *
nida_session_get_focus (NidaSession *self)
{
  return self->focus_words;
}

GArray *
nida_session_select_rows (NidaSession *self)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  GArray *rows;

  if (self->focus != NULL)
    return g_array_copy (self->focus);
  nida_filter_set_apply (self->filters, query, NIDA_FIELD_NONE);
  rows = nida_local_engine_select (self->shown->engine, query, NULL);
  return rows != NULL ? rows : g_array_new (FALSE, FALSE, sizeof (guint));
}

NidaLinked *
nida_session_get_linked (NidaSession *self)
{
  return self->linked;
}

NidaSelections *
nida_session_get_selections (NidaSession *self)
{
  return self->selections;
}

void
nida_session_filter_by_brush (NidaSession *self)
{
  const NidaBrush *brush = nida_linked_get_brush (self->linked);
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (self->filters);

  if (brush == NULL)
    return;
  nida_brush_apply (brush, filters);
  nida_linked_set_brush (self->linked, NIDA_LINKED_NO_CHART, NULL);
  nida_session_set_filters (self, filters);
}
