/* The data of a show. A reading that ends well waits until it is let in; one that fails changes nothing but what is said of its
 * age. An entry of the ledger is counted at once, before the session asks its whole board anew: the room waits for it. */
#include "config.h"

#include "show-hold.h"

#include "ledger-came.h"
#include "look.h"
#include "session-private.h"
#include "show-own.h"
#include "show-pending.h"
#include "translate.h"

#define ROWS_FOR_THREAD 50000   /* fewer are there before a frame is due */

struct _NidaShowHold
{
  GObject          parent_instance;

  NidaSession     *session;
  NidaDocument    *document;
  NidaLoaded      *shown;         /* NULL when nothing is open */
  NidaLocalEngine *engine;        /* of what is shown, with the entries of @ledger */
  NidaSources     *sources[2];    /* of the same, in English and Arabic, made when they are asked for */
  NidaLedger      *ledger;        /* that the engine has, or NULL */
  NidaLedger      *newest;        /* that it is to have, or NULL */
  NidaRowMarks    *came;          /* what the room has not seen before, or NULL */
  GCancellable    *adding;        /* while that is made on a thread */
  NidaLoaded      *waiting;       /* newer, or NULL */
  NidaShowPending *pending;       /* of what waits, once it is counted */
  GCancellable    *counting;
  gboolean         failed;        /* the last reading of all sources */
};

enum { CHANGED, PENDING_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaShowHold, nida_show_hold, G_TYPE_OBJECT)

/* --- putting data in place --- */

/* Takes @engine and @came. */
static void
set_engine (NidaShowHold    *self,
            NidaLocalEngine *engine,
            NidaLedger      *ledger,
            NidaRowMarks    *came)
{
  g_clear_pointer (&self->came, nida_row_marks_unref);
  self->came = came;
  g_clear_object (&self->engine);
  self->engine = engine;
  g_clear_pointer (&self->ledger, nida_ledger_unref);
  self->ledger = ledger != NULL ? nida_ledger_ref (ledger) : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (self->sources); i++)
    g_clear_pointer (&self->sources[i], nida_sources_free);
}

static void stop_adding (NidaShowHold *self);

/* Takes @loaded. @came: of it, or NULL */
static void
set_shown (NidaShowHold *self,
           NidaLoaded   *loaded,
           NidaRowMarks *came)
{
  g_clear_pointer (&self->shown, nida_loaded_unref);
  self->shown = loaded;
  stop_adding (self);
  g_clear_pointer (&self->newest, nida_ledger_unref);
  self->newest = loaded->ledger != NULL ? nida_ledger_ref (loaded->ledger) : NULL;
  set_engine (self, g_object_ref (loaded->engine), loaded->ledger, came != NULL ? nida_row_marks_ref (came) : NULL);
}

static void
show (NidaShowHold *self,
      NidaLoaded   *loaded,
      NidaRowMarks *came)
{
  set_shown (self, loaded, came);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- what waits --- */

static void
stop_counting (NidaShowHold *self)
{
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_pointer (&self->pending, nida_show_pending_free);
}

/* The same figures, read again: nothing waits, and the day of the data is that of the newer reading. */
static void
take_same (NidaShowHold *self)
{
  set_shown (self, g_steal_pointer (&self->waiting), NULL);
  g_clear_pointer (&self->pending, nida_show_pending_free);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (NidaShowHold) self = user_data;
  NidaShowPending *pending = nida_show_pending_count_finish (result, NULL);

  if (pending == NULL || g_task_get_cancellable (G_TASK (result)) != self->counting)
    {
      g_clear_pointer (&pending, nida_show_pending_free);
      return;
    }
  g_clear_object (&self->counting);
  self->pending = pending;
  if (nida_show_pending_is_same (pending))
    take_same (self);
  g_signal_emit (self, signals[PENDING_CHANGED], 0);
}

static void
count (NidaShowHold *self)
{
  const char *currency = nida_filter_set_get_currency (nida_session_get_filters (self->session));

  stop_counting (self);
  self->counting = g_cancellable_new ();
  nida_show_pending_count_async (self->engine, self->waiting->engine, currency, self->counting, counted_cb, g_object_ref (self));
}

static void
set_waiting (NidaShowHold *self,
             NidaLoaded   *newest)
{
  g_clear_pointer (&self->waiting, nida_loaded_unref);
  self->waiting = newest != NULL ? nida_loaded_ref (newest) : NULL;
}

/* --- figures of the desk's own, entered in the room --- */

static void
stop_adding (NidaShowHold *self)
{
  if (self->adding != NULL)
    g_cancellable_cancel (self->adding);
  g_clear_object (&self->adding);
}

/* Takes @engine, which has @ledger. */
static void
take_own (NidaShowHold    *self,
          NidaLocalEngine *engine,
          NidaLedger      *ledger)
{
  NidaDataset *now = nida_local_engine_get_dataset (engine);
  g_autoptr (GArray) came = nida_ledger_find_came (self->ledger, nida_local_engine_get_dataset (self->engine), ledger, now);

  set_engine (self, engine, ledger, nida_row_marks_new_came (now, came));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
own_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (NidaShowHold) self = user_data;
  NidaLocalEngine *engine = nida_show_own_finish (result, NULL);

  if (engine == NULL)
    return;
  g_clear_object (&self->adding);
  take_own (self, engine, self->newest);
}

/* It is shown at once, beside the data that stand still. Where the rows are many a thread puts it there: the session, which does
 * the same, asks its whole board before it tells. */
static void
show_own (NidaShowHold *self,
          NidaLedger   *ledger)
{
  NidaAliases *aliases = nida_filter_set_get_aliases (nida_session_get_filters (self->session));

  stop_adding (self);
  if (nida_dataset_get_n_rows (self->shown->bare) < ROWS_FOR_THREAD)
    {
      take_own (self, nida_show_own_new_engine (self->shown->bare, ledger, aliases), ledger);
      return;
    }
  self->adding = g_cancellable_new ();
  nida_show_own_async (self->shown->bare, ledger, aliases, self->adding, own_cb, g_object_ref (self));
}

static void
take_ledger (NidaShowHold *self,
             NidaLedger   *ledger)
{
  if (nida_ledger_equal (ledger, self->newest))
    return;
  g_clear_pointer (&self->newest, nida_ledger_unref);
  self->newest = ledger != NULL ? nida_ledger_ref (ledger) : NULL;
  show_own (self, ledger);
}

static void
entry_changed_cb (NidaShowHold *self)
{
  g_autoptr (NidaLedger) ledger = self->shown != NULL ? nida_ledger_new_counted (self->document) : NULL;

  if (self->shown != NULL)
    take_ledger (self, ledger);
}

static void
opened_cb (NidaShowHold *self)
{
  NidaLoaded *newest = nida_session_get_shown (self->session);
  gboolean known;

  if (newest == NULL)
    return;
  if (self->shown == NULL)
    {
      show (self, nida_loaded_ref (newest), NULL);
      return;
    }
  known = newest->bare == self->shown->bare || (self->waiting != NULL && newest->bare == self->waiting->bare);
  if (!known)
    self->failed = FALSE;
  take_ledger (self, newest->ledger);
  if (newest->bare == self->shown->bare)
    {
      stop_counting (self);
      set_waiting (self, NULL);
    }
  else
    {
      set_waiting (self, newest);
      if (!known)
        count (self);
    }
  g_signal_emit (self, signals[PENDING_CHANGED], 0);
}

static void
failed_cb (NidaShowHold *self)
{
  self->failed = TRUE;
  g_signal_emit (self, signals[PENDING_CHANGED], 0);
}

void
nida_show_hold_take (NidaShowHold *self)
{
  g_autoptr (NidaRowMarks) came = self->pending != NULL && self->pending->came != NULL ? nida_row_marks_ref (self->pending->came) : NULL;

  if (self->waiting == NULL)
    return;
  stop_counting (self);
  show (self, g_steal_pointer (&self->waiting), came);
  g_signal_emit (self, signals[PENDING_CHANGED], 0);
}

/* While they are counted they may prove to be the same. */
char *
nida_show_hold_dup_pending (NidaShowHold *self,
                            NidaLanguage *language)
{
  return self->waiting != NULL ? nida_show_pending_dup_words (self->pending, language) : NULL;
}

/* --- what is shown --- */

NidaLocalEngine *
nida_show_hold_get_engine (NidaShowHold *self)
{
  return self->engine;
}

NidaDataset *
nida_show_hold_get_bare (NidaShowHold *self)
{
  return self->shown != NULL ? self->shown->bare : NULL;
}

NidaLocalEngine *
nida_show_hold_get_waiting (NidaShowHold *self)
{
  return self->waiting != NULL ? self->waiting->engine : NULL;
}

NidaColorMap *
nida_show_hold_get_colors (NidaShowHold *self)
{
  return self->shown != NULL ? self->shown->sources->colors : NULL;
}

/* Once for each language. */
NidaSources *
nida_show_hold_get_sources (NidaLanguage *language,
                            gpointer      data)
{
  NidaShowHold *self = data;
  guint arabic = nida_language_is_arabic (language);

  if (self->shown != NULL && self->sources[arabic] == NULL)
    {
      self->sources[arabic] = nida_sources_new (nida_local_engine_get_dataset (self->engine), language);
      nida_sources_set_came (self->sources[arabic], self->came);
    }
  return self->sources[arabic];
}

void
nida_show_hold_fill (const NidaChartSpec *spec,
                     NidaChartContext    *context,
                     gpointer             data)
{
  NidaShowHold *self = data;

  if (self->shown == NULL)
    return;
  nida_sources_fill (nida_show_hold_get_sources (context->language, self), spec, context);
  /* a donor keeps its hue, whoever pledges meanwhile */
  context->colors = self->shown->sources->colors;
}

/* --- how old it is --- */

static gboolean
is_address (const char *input)
{
  return g_str_has_prefix (input, "http://") || g_str_has_prefix (input, "https://");
}

gboolean
nida_show_hold_is_live (NidaShowHold *self)
{
  for (guint i = 0; self->shown != NULL && self->shown->inputs != NULL && self->shown->inputs[i] != NULL; i++)
    if (is_address (self->shown->inputs[i]))
      return TRUE;
  return FALSE;
}

gboolean
nida_show_hold_is_late (NidaShowHold *self)
{
  for (guint i = 0; self->shown != NULL && self->shown->inputs != NULL && self->shown->inputs[i] != NULL; i++)
    if (nida_session_get_failure (self->session, self->shown->inputs[i]) != NULL)
      return TRUE;
  return self->failed;
}

char *
nida_show_hold_dup_stamp (NidaShowHold *self,
                          NidaLanguage *language)
{
  g_auto (NidaSpeech) speech = nida_language_speak (language);
  g_autofree char *time = NULL;

  if (!nida_show_hold_is_live (self) || self->shown->sources->retrieved == 0)
    return NULL;
  time = nida_language_time (language, self->shown->sources->retrieved);
  /* Translators: when the figures of a slide came from the servers: "as of 17 Apr 2026, 14:05" */
  return g_strdup_printf (_("as of %s"), time);
}

static void
add_age (GPtrArray  *ages,
         const char *name,
         const char *words,
         gboolean    late)
{
  NidaShowAge *age;

  for (guint i = 0; i < ages->len; i++)
    if (g_str_equal (((NidaShowAge *) ages->pdata[i])->name, name))
      return;
  age = g_new0 (NidaShowAge, 1);
  age->name = g_strdup (name);
  age->words = g_strdup (words);
  age->late = late;
  g_ptr_array_add (ages, age);
}

/* The last day of the data, or when they came where no day is known of them. */
static char *
dup_day (NidaSources  *sources,
         NidaLanguage *language)
{
  if (sources->as_of.precision != NIDA_PRECISION_NONE)
    return nida_language_date (language, sources->as_of, NIDA_DATE_MEDIUM);
  return sources->retrieved > 0 ? nida_language_time (language, sources->retrieved) : g_strdup ("—");
}

/* What the desk entered is as old as its last entry, not as the public figures. */
static char *
dup_own_day (NidaShowHold *self,
             NidaLanguage *language)
{
  gint64 last = 0;

  for (guint i = 0; self->ledger != NULL && i < nida_ledger_get_n (self->ledger); i++)
    if (nida_ledger_get (self->ledger, i)->entry != NULL)
      last = MAX (last, nida_entry_get_said_at (nida_ledger_get (self->ledger, i)->entry));
  return last > 0 ? nida_language_time (language, last) : g_strdup ("—");
}

static void
add_failures (NidaShowHold *self,
              GPtrArray    *ages)
{
  for (guint i = 0; self->shown->inputs != NULL && self->shown->inputs[i] != NULL; i++)
    if (nida_session_get_failure (self->session, self->shown->inputs[i]) != NULL || (self->failed && is_address (self->shown->inputs[i])))
      /* Translators: of a source that a show has its figures from; they stay as they are */
      add_age (ages, self->shown->inputs[i], _("does not answer"), TRUE);
}

GPtrArray *
nida_show_hold_dup_ages (NidaShowHold *self,
                         GPtrArray    *specs,
                         NidaLanguage *language)
{
  GPtrArray *ages = g_ptr_array_new_with_free_func (nida_show_age_free);
  g_auto (NidaSpeech) speech = nida_language_speak (language);
  NidaSources *sources;
  g_auto (GStrv) names = NULL;
  g_autofree char *day = NULL, *own_day = NULL;

  if (self->shown == NULL || specs->len == 0)
    return ages;
  sources = nida_show_hold_get_sources (language, self);
  day = dup_day (sources, language);
  names = nida_sources_dup_names (sources, specs);
  own_day = dup_own_day (self, language);
  for (guint i = 0; names[i] != NULL; i++)
    add_age (ages, names[i], g_str_equal (names[i], nida_sources_own_name ()) ? own_day : day, FALSE);
  add_failures (self, ages);
  return ages;
}

/* --- object --- */

static void
nida_show_hold_dispose (GObject *object)
{
  NidaShowHold *self = NIDA_SHOW_HOLD (object);
  NidaSessionLedger *own = self->session != NULL ? nida_session_get_own (self->session) : NULL;

  if (own != NULL)
    nida_session_ledger_end_show (own);
  stop_counting (self);
  stop_adding (self);
  g_clear_pointer (&self->shown, nida_loaded_unref);
  g_clear_pointer (&self->waiting, nida_loaded_unref);
  g_clear_pointer (&self->newest, nida_ledger_unref);
  set_engine (self, NULL, NULL, NULL);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (nida_show_hold_parent_class)->dispose (object);
}

static void
nida_show_hold_class_init (NidaShowHoldClass *klass)
{
  GType type = NIDA_TYPE_SHOW_HOLD;

  G_OBJECT_CLASS (klass)->dispose = nida_show_hold_dispose;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PENDING_CHANGED] = g_signal_new ("pending-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nida_show_hold_init (NidaShowHold *self)
{
}

NidaShowHold *
nida_show_hold_new (NidaSession *session)
{
  NidaShowHold *self = g_object_new (NIDA_TYPE_SHOW_HOLD, NULL);
  NidaLoaded *shown = nida_session_get_shown (session);

  self->session = g_object_ref (session);
  self->document = g_object_ref (nida_session_get_document (session));
  nida_session_ledger_begin_show (nida_session_get_own (session));
  if (shown != NULL)
    set_shown (self, nida_loaded_ref (shown), NULL);
  g_signal_connect_object (self->document, "item-changed::entry", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
