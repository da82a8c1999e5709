/* Toasts over the page, each said once: the load report has all of it. */
#include "config.h"

#include "reading-toasts.h"

#include "alias-store.h"
#include "changes-window.h"
#include "loader.h"
#include "translate.h"

struct _NidaReadingToasts
{
  NidaSession      *session;
  NidaToastOverlay *toasts;
  char             *told;         /* which failure of a reading was told last, or NULL */
  gboolean          told_false;   /* that the document is not to be trusted */
};

NidaReadingToasts *
nida_reading_toasts_new (NidaSession      *session,
                         NidaToastOverlay *toasts)
{
  NidaReadingToasts *self = g_new0 (NidaReadingToasts, 1);

  self->session = session;
  self->toasts = toasts;
  return self;
}

void
nida_reading_toasts_free (NidaReadingToasts *self)
{
  g_free (self->told);
  g_free (self);
}

/* A source that goes on failing is told once; that it does stands in the load report. */
static gboolean
is_told (NidaReadingToasts *self,
         const char        *message)
{
  if (g_strcmp0 (self->told, message) == 0)
    return TRUE;
  g_free (self->told);
  self->told = g_strdup (message);
  return FALSE;
}

/* What could be read is shown; of the rest, what was read of it before, or that nothing is. */
static void
tell_kept (NidaReadingToasts *self)
{
  const char * const *inputs = nida_session_get_inputs (self->session);
  const char *failure = NULL;
  gboolean missing = FALSE;

  for (guint i = 0; inputs[i] != NULL && failure == NULL; i++)
    {
      failure = nida_session_get_failure (self->session, inputs[i]);
      missing = failure != NULL && nida_session_is_missing (self->session, inputs[i]);
    }
  if (is_told (self, failure))
    return;
  if (missing)
    nida_toast_overlay_show (self->toasts, _("A source is missing, and nothing of it is counted"), failure);
  else if (failure != NULL)
    nida_toast_overlay_show (self->toasts, _("A source could not be read again; what was read of it before still counts"), failure);
  else if (!nida_carried_has_failed (nida_session_get_carried (self->session)))
    nida_toast_overlay_dismiss (self->toasts);
}

/* The document says of its data what they do not say: what is shown now is theirs. */
static gboolean
is_false (NidaReadingToasts *self)
{
  NidaReport *report = nida_dataset_get_report (nida_session_get_dataset (self->session));

  return nida_report_get_count (report, NIDA_PROBLEM_READING_FALSE) > 0;
}

/* Once a document; it matters more than what else there is to say. */
static void
tell_false (NidaReadingToasts *self,
            gboolean           reload)
{
  if (!reload)
    self->told_false = FALSE;
  if (!self->told_false && is_false (self))
    nida_toast_overlay_show (self->toasts, _("The document said something else than its data; what is shown now is read from the data"),
                             _("Do not trust the document: somebody or something has changed it. The report names the source."));
  self->told_false |= is_false (self);
}

void
nida_reading_toasts_opened (NidaReadingToasts *self,
                            gboolean           reload)
{
  tell_kept (self);
  tell_false (self, reload);
}

/* A refresh says what it brought. */
void
nida_reading_toasts_changes (NidaReadingToasts *self)
{
  NidaChangeSet *changes = nida_session_get_changes (self->session);
  g_autofree char *words = NULL;

  if (changes == NULL || nida_session_get_n_fresh (self->session) == 0 || is_false (self)
      || nida_carried_has_failed (nida_session_get_carried (self->session)))
    return;
  words = nida_changes_words (changes);
  /* Translators: a button of a message: show what it speaks of */
  nida_toast_overlay_offer (self->toasts, words, _("Show"), "win.changes");
}

void
nida_reading_toasts_failed (NidaReadingToasts *self,
                            const GError      *error,
                            gboolean           reload,
                            gboolean           is_shown)
{
  const char *message = error->domain == NIDA_ALIAS_STORE_ERROR ? _("What was said of names cannot be kept")
                      : reload && g_error_matches (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_HELD)
                        ? _("The data of that day are not kept; what was shown before is still shown")
                      : reload ? _("The source cannot be read again; what was read before is still shown")
                      : is_shown ? _("The file cannot be opened; what was open is still shown")
                      : _("The file cannot be opened");

  if (!is_told (self, error->message) || !reload)
    nida_toast_overlay_show (self->toasts, message, error->message);
}
