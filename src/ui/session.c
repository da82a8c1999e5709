/* The model of one window: data, filters, and the answers. What a person chooses is in the document (session-view.c); what is being
 * opened is in session-opening.c, reading files in session-load.c, what becomes of each of them in session-sources.c. */
#include "config.h"

#include "session-private.h"

#include "document-sources.h"
#include "look.h"

struct _NidaSession
{
  GObject          parent_instance;

  NidaSessionView *view;
  NidaLoaded      *shown;       /* NULL before anything is open */
  char           **inputs;      /* all that are open, also those switched off */
  NidaFilterSet   *filters;     /* what the document says, as far as the data know it */
  NidaSessionRows *rows;
  guint64          watched;     /* NIDA_FIELD_BIT */
  NidaSessionAsk  *ask;
  NidaLinked      *linked;
  NidaSelections  *selections;
  NidaSessionLedger *own;
  NidaSessionInputs *follower;
  NidaSessionLayouts *layouts;
  NidaSessionFiscal *fiscal;
  NidaSessionCheck *check;
  NidaSessionOpening *opening;
  NidaSessionLoad *load;
  gboolean         loading;
};

enum { LOADING, PROGRESS, OPENED, FAILED, UNKEPT, FILTERS_CHANGED, BOARD_CHANGED, BOARDS_CHANGED, DOCUMENT_CHANGED, UNDO_CHANGED, LEDGER_CHANGED, ANSWERED,
       ROWS_CHANGED, CHANGES, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaSession, nida_session, G_TYPE_OBJECT)

/* --- answers --- */

/* Another board comes with its answers, so that no chart is drawn from those of another. A brush is of a chart that may be
 * gone. */
static gboolean
take_board (NidaSession         *self,
            const NidaFilterSet *filters)
{
  NidaArrangement *arrangement = nida_filter_set_get_arrangement (filters);

  if (nida_arrangement_equal (self->shown->arrangement, arrangement))
    return FALSE;
  nida_linked_set_brush (self->linked, NIDA_LINKED_NO_CHART, NULL);
  g_clear_pointer (&self->shown->arrangement, nida_arrangement_unref);
  self->shown->arrangement = arrangement != NULL ? nida_arrangement_ref (arrangement) : NULL;
  return TRUE;
}

/* A person's title goes before the one that the data give. */
static void
name_board (NidaSession *self)
{
  gboolean arabic = nida_language_is_arabic (nida_look_get_language (nida_look_get ()));
  const char *title = nida_session_view_get_title (self->view, arabic);

  g_free (self->shown->board->title);
  self->shown->board->title = g_strdup (title != NULL ? title : self->shown->composed->title);
}

void
nida_session_take_answers (NidaSession         *self,
                           NidaAnswers         *answers,
                           NidaBoard           *board,
                           const NidaFilterSet *filters)
{
  gboolean other_board = take_board (self, filters);
  g_autoptr (NidaBoard) before = board;

  nida_answers_keep_order (answers, self->shown->answers);
  g_clear_pointer (&self->shown->answers, nida_answers_unref);
  self->shown->answers = answers;
  if (other_board)
    {
      before = self->shown->board;
      self->shown->board = board;
      name_board (self);
      g_signal_emit (self, signals[BOARD_CHANGED], 0);
    }
  g_signal_emit (self, signals[ANSWERED], 0);
}

void
nida_session_ask_again (NidaSession *self)
{
  if (self->shown != NULL)
    nida_session_ask_start (self->ask);
}

/* --- what the load calls back --- */

/* What was chosen stays what it is now, also where it was changed while the inputs were read again. */
static void
take_filters (NidaSession *self,
              gboolean     reload)
{
  NidaFilterSet *filters = nida_filter_set_copy (reload ? self->filters : self->shown->filters);

  if (reload)
    nida_filter_set_prune (filters, self->shown->dataset);
  nida_filter_set_free (self->filters);
  self->filters = filters;
}

void
nida_session_take_inputs (NidaSession  *self,
                          char        **inputs)
{
  g_strfreev (self->inputs);
  self->inputs = inputs;
}

/* Other data are another document, which a person may have opened. FALSE where it is the same. */
static gboolean
take_document (NidaSession *self)
{
  char **inputs;
  g_autoptr (NidaDocument) document = nida_session_opening_take (self->opening, &inputs);
  NidaDocument *document_now;
  gboolean is_other;

  nida_session_take_inputs (self, inputs != NULL ? inputs : g_strdupv (self->shown->inputs));
  is_other = nida_session_view_take_document (self->view, document);
  document_now = nida_session_get_document (self);
  if (nida_items_get_n (nida_document_get_items (document_now), NIDA_ITEM_SOURCE) == 0)
    nida_document_set_sources (document_now, (const char * const *) self->inputs);
  return is_other;
}

void
nida_session_take_loaded (NidaSession *self,
                          NidaLoaded  *loaded,
                          gboolean     reload)
{
  g_autoptr (NidaFilterSet) none = nida_filter_set_new ();
  g_autoptr (NidaArrangement) before = reload ? nida_session_dup_arrangement (self, none) : NULL;
  gboolean other_document;

  if (reload && self->shown != NULL)
    nida_answers_keep_order (loaded->answers, self->shown->answers);
  g_clear_pointer (&self->shown, nida_loaded_unref);
  self->shown = loaded;
  nida_session_rows_forget (self->rows);
  nida_session_ask_forget (self->ask);
  take_filters (self, reload);
  if (self->inputs == NULL)     /* the ledger alone */
    self->inputs = g_strdupv (loaded->inputs);
  other_document = !reload && take_document (self);
  name_board (self);
  if (!reload)
    nida_linked_set_brush (self->linked, NIDA_LINKED_NO_CHART, NULL);
  nida_linked_set_engine (self->linked, loaded->engine);
  if (other_document)
    nida_session_tell_document (self);
  nida_session_recompose_slides (self, before);
  nida_session_keep_layouts (self);
  nida_session_keep_fiscal_start (self);
  nida_session_keep_donor_hues (self);
  g_signal_emit (self, signals[OPENED], 0, reload);
  g_signal_emit (self, signals[FILTERS_CHANGED], 0);
  g_signal_emit (self, signals[ANSWERED], 0);
  g_signal_emit (self, signals[CHANGES], 0);
  /* a document that speaks another language has put @loaded in that one meanwhile */
  if (!nida_filter_set_equal (self->shown->filters, self->filters))
    nida_session_ask_again (self);
  nida_session_settle_template (self);
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
nida_session_tell_unkept (NidaSession  *self,
                          const GError *error)
{
  g_signal_emit (self, signals[UNKEPT], 0, error);
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

void
nida_session_tell_ledger (NidaSession *self)
{
  g_signal_emit (self, signals[LEDGER_CHANGED], 0);
}

NidaSessionLedger *
nida_session_get_own (NidaSession *self)
{
  return self->own;
}

void
nida_session_tell_document (NidaSession *self)
{
  nida_selections_set_document (self->selections, nida_session_get_document (self));
  g_signal_emit (self, signals[DOCUMENT_CHANGED], 0);
}

NidaSessionLayouts *
nida_session_get_layouts (NidaSession *self)
{
  return self->layouts;
}

NidaSessionAsk *
nida_session_get_ask (NidaSession *self)
{
  return self->ask;
}

NidaSessionCheck *
nida_session_get_check (NidaSession *self)
{
  return self->check;
}

NidaSessionOpening *
nida_session_get_opening (NidaSession *self)
{
  return self->opening;
}

NidaSessionRows *
nida_session_get_rows (NidaSession *self)
{
  return self->rows;
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
nida_session_tell_rows (NidaSession *self)
{
  g_signal_emit (self, signals[ROWS_CHANGED], 0);
}

void
nida_session_tell_changes (NidaSession *self)
{
  g_signal_emit (self, signals[CHANGES], 0);
}

guint64
nida_session_get_watched (NidaSession *self)
{
  return self->watched;
}

/* --- object --- */

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
  name_board (self);
  /* what was being asked of the other is dropped */
  if (nida_session_ask_is_open (self->ask))
    nida_session_ask_again (self);
}

static void
nida_session_dispose (GObject *object)
{
  NidaSession *self = NIDA_SESSION (object);

  g_clear_pointer (&self->load, nida_session_load_free);
  g_clear_pointer (&self->ask, nida_session_ask_free);
  g_clear_pointer (&self->own, nida_session_ledger_free);
  g_clear_pointer (&self->follower, nida_session_inputs_free);
  g_clear_pointer (&self->layouts, nida_session_layouts_free);
  g_clear_pointer (&self->fiscal, nida_session_fiscal_free);
  g_clear_pointer (&self->check, nida_session_check_free);
  g_clear_object (&self->linked);
  g_clear_object (&self->selections);
  g_clear_pointer (&self->view, nida_session_view_free);
  g_clear_pointer (&self->opening, nida_session_opening_free);
  G_OBJECT_CLASS (nida_session_parent_class)->dispose (object);
}

static void
nida_session_finalize (GObject *object)
{
  NidaSession *self = NIDA_SESSION (object);

  g_clear_pointer (&self->shown, nida_loaded_unref);
  g_strfreev (self->inputs);
  g_clear_pointer (&self->filters, nida_filter_set_free);
  g_clear_pointer (&self->rows, nida_session_rows_free);
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
  signals[UNKEPT] = g_signal_new ("unkept", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_ERROR, G_TYPE_BOOLEAN);
  signals[FILTERS_CHANGED] = g_signal_new ("filters-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BOARD_CHANGED] = g_signal_new ("board-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BOARDS_CHANGED] = g_signal_new ("boards-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DOCUMENT_CHANGED] = g_signal_new ("document-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[UNDO_CHANGED] = g_signal_new ("undo-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEDGER_CHANGED] = g_signal_new ("ledger-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ROWS_CHANGED] = g_signal_new ("rows-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGES] = g_signal_new ("changes", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ANSWERED] = g_signal_new ("answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nida_session_init (NidaSession *self)
{
  self->filters = nida_filter_set_new ();
  self->rows = nida_session_rows_new ();
  nida_session_read_choices (self->filters, nida_look_get_settings (nida_look_get ()));
  self->view = nida_session_view_new (self);
  self->linked = nida_linked_new ();
  self->selections = nida_selections_new (nida_session_get_document (self));
  self->opening = nida_session_opening_new (self);
  self->load = nida_session_load_new (self);
  self->ask = nida_session_ask_new (self);
  self->own = nida_session_ledger_new (self);
  self->follower = nida_session_inputs_new (self);
  self->layouts = nida_session_layouts_new (self);
  self->fiscal = nida_session_fiscal_new (self);
  self->check = nida_session_check_new (self);
  g_signal_connect_object (nida_look_get (), "language-changed", G_CALLBACK (language_changed_cb), self, G_CONNECT_SWAPPED);
}

NidaSession *
nida_session_new (void)
{
  return g_object_new (NIDA_TYPE_SESSION, NULL);
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
  g_return_if_fail (self->shown != NULL);

  nida_loaded_fill (self->shown, spec, context);
}

/* --- filters --- */

const NidaFilterSet *
nida_session_get_filters (NidaSession *self)
{
  return self->filters;
}

void
nida_session_show_filters (NidaSession   *self,
                           NidaFilterSet *filters)
{
  g_autoptr (NidaFilterSet) before = self->filters;
  gboolean same_names, same;

  if (self->shown != NULL)
    nida_filter_set_prune (filters, self->shown->dataset);
  self->filters = filters;
  if (nida_filter_set_equal (before, filters))
    return;
  same_names = nida_aliases_equal (nida_filter_set_get_aliases (before), nida_filter_set_get_aliases (filters));
  same = nida_filter_set_same_off (before, filters) && nida_filter_set_get_as_of (before) == nida_filter_set_get_as_of (filters);
  nida_session_rows_forget (self->rows);
  g_signal_emit (self, signals[FILTERS_CHANGED], 0);
  if (same && !same_names)
    nida_session_reload_held (self);
  else if (same)
    nida_session_ask_again (self);
  else
    nida_session_reload (self);
}

void
nida_session_tell_boards (NidaSession *self)
{
  if (self->shown != NULL)
    name_board (self);
  g_signal_emit (self, signals[BOARDS_CHANGED], 0);
}

void
nida_session_tell_undo (NidaSession *self)
{
  g_signal_emit (self, signals[UNDO_CHANGED], 0);
}

NidaSessionView *
nida_session_get_view (NidaSession *self)
{
  return self->view;
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
