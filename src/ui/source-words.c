/* Of a report's facts about one source, whole lines for its row in the source list. */
#include "config.h"

#include "source-words.h"

#include "live.h"
#include "look.h"
#include "translate.h"

static NidaLanguage *
language (void)
{
  return nida_look_get_language (nida_look_get ());
}

char *
nida_source_words_rows (const NidaSourceInfo *info)
{
  g_autofree char *read = nida_language_integer (language (), (gint64) info->rows_read);
  g_autofree char *kept = nida_language_integer (language (), (gint64) info->rows_kept);
  g_autofree char *refused = nida_language_integer (language (), (gint64) info->rows_refused);
  g_autofree char *merged = nida_language_integer (language (), (gint64) info->rows_merged);
  g_autofree char *rows = g_strdup_printf (/* xgettext:c-format */ ngettext ("%s row", "%s rows", info->rows_read), read);
  /* Translators: of the rows of one file: how many are on the board and how many were refused */
  g_autofree char *line = info->rows_refused > 0 ? g_strdup_printf (_("%s · %s kept, %s refused"), rows, kept, refused)
                                                 : g_strdup_printf (_("%s · %s kept"), rows, kept);
  /* Translators: of the rows of one file: how many are the same flows as rows of other files */
  g_autofree char *same = g_strdup_printf (/* xgettext:c-format */ ngettext ("%s merged", "%s merged", info->rows_merged), merged);

  return info->rows_merged > 0 ? g_strconcat (line, _(", "), same, NULL) : g_steal_pointer (&line);
}

char *
nida_source_words_span (const NidaSourceSummary *summary)
{
  if (summary->first.precision == NIDA_PRECISION_NONE)
    return NULL;
  return nida_language_period (language (), (NidaPeriod) { summary->first, summary->last }, NIDA_DATE_MEDIUM);
}

static char *
ago (gint64 microseconds)
{
  return nida_language_ago (language (), MAX (0, (g_get_real_time () - microseconds) / G_USEC_PER_SEC));
}

char *
nida_source_words_age (const NidaSourceInfo *info,
                       gboolean              is_address)
{
  gboolean is_file = info->modified_at != 0;
  g_autofree char *words = NULL;

  if (!is_file && info->fetched_at == 0)
    return NULL;
  words = ago (is_file ? info->modified_at : info->fetched_at);
  if (is_file)
    /* Translators: a file was written "5 minutes ago" */
    return g_strdup_printf (_("changed %s"), words);
  if (is_address)
    /* Translators: an address was asked "5 minutes ago" */
    return g_strdup_printf (_("fetched %s"), words);
  /* Translators: a file, whose age is not known, was read "5 minutes ago" */
  return g_strdup_printf (_("read %s"), words);
}

char *
nida_source_words_age_details (const NidaSourceInfo *info)
{
  g_autofree char *changed = info->modified_at != 0 ? nida_language_time (language (), info->modified_at) : NULL;
  g_autofree char *fetched = info->fetched_at != 0 ? nida_language_time (language (), info->fetched_at) : NULL;

  if (changed != NULL && fetched != NULL)
    /* Translators: of a file: when it was written, and when it was read, "17 Apr 2026, 14:05" */
    return g_strdup_printf (_("changed on %1$s, read on %2$s"), changed, fetched);
  /* Translators: %s is a date and time */
  return fetched != NULL ? g_strdup_printf (_("read on %s"), fetched) : NULL;
}

static char *
interval_words (guint seconds)
{
  switch (seconds)
    {
    case 0: return NULL;
    case 10: return g_strdup (_("read again every 10 seconds"));
    case 60: return g_strdup (_("read again every minute"));
    case 600: return g_strdup (_("read again every 10 minutes"));
    case 3600: return g_strdup (_("read again every hour"));
    case 86400: return g_strdup (_("read again every day"));
    default:
      {
        g_autofree char *number = nida_language_integer (language (), seconds);

        return g_strdup_printf (/* xgettext:c-format */ ngettext ("read again every %s second", "read again every %s seconds", seconds), number);
      }
    }
}

char *
nida_source_words_state (NidaSession          *session,
                         const char           *input,
                         const NidaSourceInfo *info,
                         const char           *failure)
{
  g_autofree char *time = info != NULL && info->fetched_at != 0 ? nida_language_time (language (), info->fetched_at) : NULL;
  gboolean wants_key = nida_session_get_wanted_key (session, input) != NULL || (info != NULL && info->wants_key != NULL);

  if (g_str_equal (input, NIDA_LEDGER_URI))
    return info == NULL ? g_strdup (_("switched off")) : NULL;
  if (info == NULL)
    return g_strdup (nida_session_is_reading (session, input) ? _("being read…") : _("switched off"));
  if (nida_session_is_reading (session, input))
    return g_strdup (_("being read again…"));
  if (wants_key && info->is_missing)
    /* Translators: a source of a document whose server sends it only to who has a key */
    return g_strdup (_("Its server wants a key: nothing of it is counted"));
  if (info->is_missing)
    /* Translators: a source of a document that could not be read */
    return g_strdup (_("Missing: nothing of it is counted"));
  if (wants_key && time != NULL)
    /* Translators: a source whose server sends it only to who has a key; %s is the date and time of the last good data */
    return g_strdup_printf (_("Its server wants a key: shown as of %s"), time);
  if (info->in_document && time != NULL)
    /* Translators: a source as the document carries it; %s is a date and time */
    return g_strdup_printf (_("from the document, read %s"), time);
  if (failure != NULL && time != NULL)
    /* Translators: a source's server or file failed; %s is the date and time of the last good data */
    return g_strdup_printf (_("Not read again: shown as of %s"), time);
  if (info->is_held && time != NULL)
    /* Translators: %s is a date and time */
    return g_strdup_printf (_("the copy of %s"), time);
  return interval_words (nida_live_get_source_interval (input));
}
