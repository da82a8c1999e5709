/* Where the figures of a board come from, in the words of its source line. */
#include "config.h"

#include "board.h"
#include "sources.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NAMES 2

/* A row's own source is a person's citation; an address is shortened to its host, which the row still has in full. */
static char *
short_source (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL)
    return g_strdup (text);
  return g_strdup (g_str_has_prefix (host, "www.") ? host + 4 : host);
}

/* Publishers whose tables are recognised by their columns. */
static const char *
family_name (const char *family)
{
  if (g_strcmp0 (family, "fts") == 0)
    /* Translators: the Financial Tracking Service of OCHA, خدمة التتبع المالي (أوتشا) */
    return _("OCHA FTS");
  if (g_strcmp0 (family, "cbpf") == 0)
    /* Translators: the country-based pooled funds of OCHA, الصناديق القُطرية المشتركة (أوتشا) */
    return _("OCHA country-based pooled funds");
  return NULL;
}

static void
add_once (GPtrArray *names,
          char      *name)
{
  if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_free (name);
  else
    g_ptr_array_add (names, name);
}

static void
add_cited_sources (GPtrArray   *names,
                   NidaDataset *dataset,
                   guint        source)
{
  NidaDictionary *dictionary = nida_dataset_get_dictionary (dataset, NIDA_FIELD_SOURCE);
  NidaCodes codes = nida_dataset_get_codes (dataset, NIDA_FIELD_SOURCE);
  g_autofree guint *counts = g_new0 (guint, nida_dictionary_get_size (dictionary) + 1);
  gboolean single = nida_report_get_n_sources (nida_dataset_get_report (dataset)) == 1;
  guint n_rows = nida_dataset_get_n_rows (dataset);

  for (guint row = 0; row < n_rows; row++)
    if (single || nida_dataset_get_source (dataset, row) == source)
      counts[nida_codes_get (codes, row)]++;
  /* The source of most rows first: it is the one that a reader should see. */
  for (;;)
    {
      guint32 best = 0;

      for (guint32 code = 1; code <= nida_dictionary_get_size (dictionary); code++)
        if (counts[code] > 0 && (best == 0 || counts[code] > counts[best]))
          best = code;
      if (best == 0)
        return;
      counts[best] = 0;
      add_once (names, short_source (nida_dictionary_get_name (dictionary, best)));
    }
}

static char **
describe_names (NidaDataset  *dataset,
                NidaLanguage *language)
{
  NidaReport *report = nida_dataset_get_report (dataset);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < nida_report_get_n_sources (report); i++)
    {
      const NidaSourceInfo *info = nida_report_get_source (report, i);
      const char *family = family_name (info->family);

      if (family != NULL)
        add_once (names, g_strdup (family));
      else
        add_cited_sources (names, dataset, i);
    }
  if (names->len > MAX_NAMES + 1)
    {
      guint more = names->len - MAX_NAMES;
      g_autofree char *number = nida_language_integer (language, more);

      while (names->len > MAX_NAMES)
        g_free (g_ptr_array_remove_index (names, names->len - 1));
      /* Translators: further sources of the data; %s is a number */
      /* xgettext:c-format */
      g_ptr_array_add (names, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s more source", "%s more sources", more), number));
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

/* The last day of money that is dated to the day. Packed dates of one precision compare as their days do. */
static NidaDate
find_as_of (NidaDataset *dataset)
{
  const gint32 *dates = nida_dataset_get_dates (dataset);
  NidaCodes kinds = nida_dataset_get_codes (dataset, NIDA_FIELD_KIND);
  guint n_rows = nida_dataset_get_n_rows (dataset);
  NidaDate latest = NIDA_DATE_NONE;
  gint32 latest_packed = G_MININT32;

  for (guint row = 0; dates != NULL && row < n_rows; row++)
    {
      NidaDate date;

      if (dates[row] <= latest_packed || (NIDA_KINDS_MONEY & NIDA_KIND_BIT (nida_codes_get (kinds, row))) == 0)
        continue;
      date = nida_date_unpack (dates[row]);
      if (date.precision == NIDA_PRECISION_DAY)
        {
          latest = date;
          latest_packed = dates[row];
        }
    }
  return latest;
}

/**
 * nida_sources_new:
 *
 * Returns: (transfer full): what charts of @dataset say about its sources in gettext's language
 */
NidaSources *
nida_sources_new (NidaDataset  *dataset,
                  NidaLanguage *language)
{
  NidaSources *sources = g_new0 (NidaSources, 1);
  NidaReport *report;

  g_return_val_if_fail (NIDA_IS_DATASET (dataset), NULL);

  report = nida_dataset_get_report (dataset);
  for (guint i = 0; i < nida_report_get_n_sources (report); i++)
    sources->retrieved = MAX (sources->retrieved, nida_report_get_source (report, i)->fetched_at);
  sources->names = describe_names (dataset, language);
  sources->as_of = find_as_of (dataset);
  sources->colors = nida_color_map_new ();
  return sources;
}

void
nida_sources_pin_donors (NidaSources     *sources,
                         NidaLocalEngine *engine)
{
  g_return_if_fail (sources != NULL && NIDA_IS_LOCAL_ENGINE (engine));

  nida_board_pin_colors (engine, sources->colors);
}

void
nida_sources_free (NidaSources *sources)
{
  g_strfreev (sources->names);
  g_clear_pointer (&sources->colors, nida_color_map_unref);
  g_free (sources);
}
