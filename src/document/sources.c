/* Where the figures of a board come from, in the words of its source line. */
#include "config.h"

#include "board.h"
#include "alias-words.h"
#include "comparison-words.h"
#include "donor-hues.h"
#include "ledger.h"
#include "source-tally.h"
#include "sources.h"
#include "translate.h"

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

const char *
nida_sources_own_name (void)
{
  /* Translators: what the desk has entered in its own ledger, أرقام المكتب: "Sources: OCHA FTS and the desk’s own figures." */
  return C_("source line", "the desk’s own figures");
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
  if (g_strcmp0 (family, NIDA_FAMILY_DESK) == 0)
    return nida_sources_own_name ();
  return NULL;
}

/* --- which source says what ------------------------------------------------------------------------------------------ */

#define N_KINDS NIDA_TALLY_KINDS
#define N_SLOTS NIDA_TALLY_SLOTS
#define APPEAL_SLOTS(kinds) ((kinds) << N_KINDS)
#define SLOTS(kinds)        ((kinds) | APPEAL_SLOTS (kinds))

/* One that is named: a publisher, or what rows cite. */
typedef struct {
  char    *name;
  gboolean publisher;
  guint    n_rows[N_SLOTS];
} Origin;

static void
origin_clear (gpointer origin)
{
  g_free (((Origin *) origin)->name);
}

/* Several addresses of one host are one origin. */
static guint
intern_origin (GArray     *origins,
               GHashTable *indices,
               char       *name,
               gboolean    publisher)
{
  Origin origin = { .name = name, .publisher = publisher };
  gpointer index;

  if (g_hash_table_lookup_extended (indices, name, NULL, &index))
    {
      g_free (name);
      return GPOINTER_TO_UINT (index);
    }
  g_hash_table_insert (indices, name, GUINT_TO_POINTER (origins->len));
  g_array_append_val (origins, origin);
  return origins->len - 1;
}

/* Which origin a row of each file has, G_MAXUINT where the file names no publisher. */
static guint *
intern_publishers (NidaReport *report,
                   GArray     *origins,
                   GHashTable *indices)
{
  guint n_files = nida_report_get_n_sources (report);
  guint *of_files = g_new (guint, n_files + 1);

  for (guint i = 0; i < n_files; i++)
    {
      const char *family = family_name (nida_report_get_source (report, i)->family);

      of_files[i] = family != NULL ? intern_origin (origins, indices, g_strdup (family), TRUE) : G_MAXUINT;
    }
  of_files[n_files] = G_MAXUINT;
  return of_files;
}

static void
add_rows (NidaSources *self,
          guint        origin,
          const guint *slots)
{
  for (guint slot = 0; origin != G_MAXUINT && slot < N_SLOTS; slot++)
    g_array_index (self->origins, Origin, origin).n_rows[slot] += slots[slot];
}

static void
count_origins (NidaSources           *self,
               NidaDataset           *dataset,
               GHashTable            *indices,
               const guint           *of_files,
               const NidaSourceTally *tally)
{
  NidaDictionary *dictionary = nida_dataset_get_dictionary (dataset, NIDA_FIELD_SOURCE);

  for (guint file = 0; file < tally->n_files; file++)
    add_rows (self, of_files[file], tally->by_file + file * N_SLOTS);
  for (guint32 code = 1; code <= tally->n_codes; code++)
    add_rows (self, intern_origin (self->origins, indices, short_source (nida_dictionary_get_name (dictionary, code)), FALSE),
              tally->by_code + code * N_SLOTS);
}

/* Who published what, and the day of the data: what the desk entered today brings the public figures no further. */
static void
take_tally (NidaSources *self,
            NidaDataset *dataset)
{
  NidaReport *report = nida_dataset_get_report (dataset);
  g_autoptr (GHashTable) indices = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree guint *of_files = intern_publishers (report, self->origins, indices);
  g_autofree guint8 *publishers = g_new0 (guint8, nida_report_get_n_sources (report) + 1);
  g_autoptr (NidaSourceTally) tally = NULL;
  guint own = nida_ledger_find_source (dataset);

  for (guint file = 0; file < nida_report_get_n_sources (report); file++)
    publishers[file] = of_files[file] != G_MAXUINT;
  tally = nida_source_tally_new (dataset, publishers, own);
  count_origins (self, dataset, indices, of_files, tally);
  self->as_of = nida_source_tally_day (tally);
  if (self->as_of.precision == NIDA_PRECISION_NONE && own != G_MAXUINT)
    {
      g_autoptr (NidaSourceTally) all = nida_source_tally_new (dataset, publishers, G_MAXUINT);

      self->as_of = nida_source_tally_day (all);
    }
}

/* Rows of what a chart draws, and of what it says beside that. */
static void
slots_of_measure (NidaMeasure measure,
                  guint      *drawn,
                  guint      *beside)
{
  guint needs = NIDA_KIND_BIT (NIDA_KIND_REQUIREMENT) | NIDA_KIND_BIT (NIDA_KIND_STATED);
  guint reported = NIDA_KIND_BIT (NIDA_KIND_REPORTED);

  *beside = 0;
  switch (measure)
    {
    case NIDA_MEASURE_REQUIREMENT:
      *drawn = SLOTS (needs);
      return;
    case NIDA_MEASURE_REPORTED:
      *drawn = SLOTS (reported | NIDA_KIND_BIT (NIDA_KIND_STATED));
      return;
    case NIDA_MEASURE_GAP:
    case NIDA_MEASURE_COVERAGE:
      *drawn = SLOTS (needs) | APPEAL_SLOTS (NIDA_KINDS_MONEY | reported);
      return;
    case NIDA_MEASURE_PLEDGED:
      *drawn = SLOTS (NIDA_KIND_BIT (NIDA_KIND_PLEDGE));
      return;
    case NIDA_MEASURE_RECEIVED:
    case NIDA_MEASURE_COMMITTED:
    case NIDA_MEASURE_PAID:
    case NIDA_MEASURE_COUNT:
    case NIDA_N_MEASURES:
    default:
      *drawn = SLOTS (NIDA_KINDS_MONEY);
    }
}

static void
slots_of_chart (const NidaChartSpec *spec,
                guint               *drawn,
                guint               *beside)
{
  slots_of_measure (spec->kind == NIDA_CHART_COVERAGE ? NIDA_MEASURE_COVERAGE : spec->measure, drawn, beside);
  if (spec->kind == NIDA_CHART_EVENTS)
    *drawn = SLOTS (NIDA_KIND_BIT (NIDA_KIND_EVENT));
  else if (spec->kind == NIDA_CHART_INDICATOR)
    {
      *drawn = SLOTS (NIDA_KIND_BIT (NIDA_KIND_INDICATOR));
      *beside = SLOTS (NIDA_KIND_BIT (NIDA_KIND_GOAL));
    }
  else if (spec->kind == NIDA_CHART_TIMELINE)
    *beside = SLOTS (NIDA_KIND_BIT (NIDA_KIND_REPORTED) | NIDA_KIND_BIT (NIDA_KIND_EVENT));
}

typedef struct {
  const Origin *origin;
  guint         n_rows;
} Weight;

/* Publishers first, in the order of the files; then the source of most rows: it is the one that a reader should see. */
static int
compare_weights (gconstpointer a,
                 gconstpointer b)
{
  const Weight *x = a, *y = b;

  if (x->origin->publisher || y->origin->publisher)
    return y->origin->publisher - x->origin->publisher;
  return (y->n_rows > x->n_rows) - (y->n_rows < x->n_rows);
}

static guint
rows_in (const Origin *origin,
         guint         slots)
{
  guint n = 0;

  for (guint slot = 0; slot < N_SLOTS; slot++)
    n += slots & (1u << slot) ? origin->n_rows[slot] : 0;
  return n;
}

/* Names of what has rows in @slots and none in @but. */
static void
add_origins (GPtrArray   *names,
             NidaSources *self,
             guint        slots,
             guint        but)
{
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (Weight));

  for (guint i = 0; i < self->origins->len; i++)
    {
      const Origin *origin = &g_array_index (self->origins, Origin, i);
      Weight weight = { origin, rows_in (origin, slots) };

      if (weight.n_rows > 0 && rows_in (origin, but) == 0)
        g_array_append_val (weights, weight);
    }
  g_array_sort (weights, compare_weights);
  for (guint i = 0; i < weights->len; i++)
    g_ptr_array_add (names, g_strdup (g_array_index (weights, Weight, i).origin->name));
}

static char **
name_slots (NidaSources *self,
            guint        drawn,
            guint        beside)
{
  GPtrArray *names = g_ptr_array_new ();

  add_origins (names, self, drawn, 0);
  add_origins (names, self, beside, drawn);
  if (names->len > MAX_NAMES + 1)
    {
      guint more = names->len - MAX_NAMES;
      g_autofree char *number = nida_language_integer (self->language, more);

      while (names->len > MAX_NAMES)
        g_free (g_ptr_array_remove_index (names, names->len - 1));
      /* Translators: further sources of the data; %s is a number */
      /* xgettext:c-format */
      g_ptr_array_add (names, g_strdup_printf (ngettext ("%s more source", "%s more sources", more), number));
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

/* A file has its data since it was saved: reading it again an hour later brings nothing newer, and the same picture. */
static gint64
retrieved_at (const NidaSourceInfo *source)
{
  return source->modified_at != 0 ? source->modified_at : source->fetched_at;
}

/* Nobody may take what is left for all of it. */
static char *
missing_words (NidaLanguage *language,
               NidaReport   *report)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < nida_report_get_n_sources (report); i++)
    if (nida_report_get_source (report, i)->is_missing)
      g_ptr_array_add (names, nida_language_name (language, nida_report_get_source (report, i)->name, NULL));
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  list = nida_language_list (language, (const char * const *) names->pdata);
  /* Translators: names of files of the document that could not be read, under a chart */
  return g_strdup_printf (ngettext ("Missing, and not counted: %s.", "Missing, and not counted: %s.", names->len - 1), list);
}

static void
count_cb (gpointer             data,
          const NidaChartSpec *spec,
          const NidaMark      *mark,
          guint                counts[NIDA_N_NEWS])
{
  NidaSources *sources = data;

  memset (counts, 0, NIDA_N_NEWS * sizeof *counts);
  if (sources->own != NULL)
    counts[NIDA_NEWS_OWN] = nida_row_marks_count (sources->own, spec, mark);
  if (sources->came != NULL)
    counts[NIDA_NEWS_CAME] = nida_row_marks_count (sources->came, spec, mark);
}

/**
 * nida_sources_new:
 *
 * Returns: (transfer full): what charts of @dataset say about its sources in @language
 */
NidaSources *
nida_sources_new (NidaDataset  *dataset,
                  NidaLanguage *language)
{
  g_auto (NidaSpeech) speech = nida_language_speak (language);
  NidaSources *sources = g_new0 (NidaSources, 1);
  NidaReport *report;

  g_return_val_if_fail (NIDA_IS_DATASET (dataset), NULL);

  report = nida_dataset_get_report (dataset);
  for (guint i = 0; i < nida_report_get_n_sources (report); i++)
    sources->retrieved = MAX (sources->retrieved, retrieved_at (nida_report_get_source (report, i)));
  sources->read_as_of = nida_report_get_as_of (report);
  sources->language = g_object_ref (language);
  sources->origins = g_array_new (FALSE, FALSE, sizeof (Origin));
  g_array_set_clear_func (sources->origins, origin_clear);
  take_tally (sources, dataset);
  sources->names = name_slots (sources, ~0u, 0);
  nida_words_differences (language, dataset, sources->differences);
  sources->told = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  sources->missing = missing_words (language, report);
  sources->joined = nida_words_joined (language, dataset);
  sources->of_charts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_strfreev);
  sources->colors = nida_color_map_new ();
  sources->own = nida_row_marks_new_own (dataset);
  sources->news = (NidaChartNews) { .count = count_cb, .data = sources };
  return sources;
}

void
nida_sources_set_came (NidaSources  *sources,
                       NidaRowMarks *came)
{
  g_clear_pointer (&sources->came, nida_row_marks_unref);
  sources->came = came != NULL ? nida_row_marks_ref (came) : NULL;
  sources->news.serial = came != NULL ? nida_row_marks_get_serial (came) : 0;
}

void
nida_sources_pin_donors (NidaSources     *sources,
                         NidaLocalEngine *engine)
{
  nida_sources_keep_donors (sources, engine, NULL);
}

void
nida_sources_keep_donors (NidaSources     *sources,
                          NidaLocalEngine *engine,
                          NidaColorMap    *before)
{
  g_return_if_fail (sources != NULL && NIDA_IS_LOCAL_ENGINE (engine));

  nida_donor_hues_pin (engine, sources->colors, before);
}

/**
 * nida_sources_get_names:
 * @spec: a chart
 *
 * A chart answers "where from?" by the sources of the rows that it draws, not by those of everything that is loaded.
 *
 * Returns: (transfer none): names in the language of nida_sources_new(); of all rows where none are drawn
 */
const char * const *
nida_sources_get_names (NidaSources         *sources,
                        const NidaChartSpec *spec)
{
  guint drawn, beside;
  gint64 key;
  char **names;

  g_return_val_if_fail (sources != NULL && spec != NULL, NULL);

  slots_of_chart (spec, &drawn, &beside);
  key = ((gint64) drawn << 32) | beside;
  names = g_hash_table_lookup (sources->of_charts, &key);
  if (names == NULL)
    {
      names = name_slots (sources, drawn, beside);
      g_hash_table_insert (sources->of_charts, g_memdup2 (&key, sizeof key), names);
    }
  return (const char * const *) (names[0] != NULL ? names : sources->names);
}

char **
nida_sources_dup_names (NidaSources *sources,
                        GPtrArray   *specs)
{
  guint drawn = 0, beside = 0;
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < specs->len; i++)
    {
      guint own, own_beside;

      slots_of_chart (specs->pdata[i], &own, &own_beside);
      drawn |= own;
      beside |= own_beside;
    }
  names = name_slots (sources, drawn, beside & ~drawn);
  return names[0] != NULL ? g_steal_pointer (&names) : g_strdupv (sources->names);
}

/* The statements that are about what is drawn. */
static guint
stated_of_chart (const NidaChartSpec *spec)
{
  const guint requirement = NIDA_KIND_BIT (NIDA_KIND_REQUIREMENT), reported = NIDA_KIND_BIT (NIDA_KIND_REPORTED);
  guint drawn, beside, kinds, stated = 0;

  slots_of_chart (spec, &drawn, &beside);
  kinds = drawn | drawn >> N_KINDS;
  if (kinds & requirement)
    stated |= 1u << NIDA_STATED_REQUIREMENT;
  if (kinds & reported)
    stated |= 1u << NIDA_STATED_REPORTED;
  if ((kinds & requirement) != 0 && (kinds & reported) != 0)
    stated |= 1u << NIDA_STATED_SHARE;
  if (kinds & (NIDA_KIND_BIT (NIDA_KIND_COMMITMENT) | NIDA_KIND_BIT (NIDA_KIND_PAID)))
    stated |= 1u << NIDA_STATED_RECEIVED | 1u << NIDA_STATED_RECORDS;
  if (kinds & NIDA_KIND_BIT (NIDA_KIND_PLEDGE))
    stated |= 1u << NIDA_STATED_PLEDGED;
  return stated;
}

const char *
nida_sources_get_differences (NidaSources         *sources,
                              const NidaChartSpec *spec)
{
  g_autoptr (GString) text = NULL;
  guint stated;
  gpointer known;

  g_return_val_if_fail (sources != NULL && spec != NULL, NULL);

  stated = stated_of_chart (spec);
  if (g_hash_table_lookup_extended (sources->told, GUINT_TO_POINTER (stated), NULL, &known))
    return known;
  text = g_string_new (NULL);
  for (guint kind = 0; kind < NIDA_N_STATED; kind++)
    if (stated >> kind & 1 && sources->differences[kind] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sources->differences[kind]);
  known = text->len > 0 ? g_strdup (text->str) : NULL;
  g_hash_table_insert (sources->told, GUINT_TO_POINTER (stated), known);
  return known;
}

void
nida_sources_fill (NidaSources         *sources,
                   const NidaChartSpec *spec,
                   NidaChartContext    *context)
{
  context->sources = nida_sources_get_names (sources, spec);
  context->as_of = sources->as_of;
  context->read_as_of = sources->read_as_of;
  context->retrieved = sources->retrieved;
  context->differences = nida_sources_get_differences (sources, spec);
  context->joined = sources->joined;
  context->missing = sources->missing;
  context->news = sources->own != NULL || sources->came != NULL ? &sources->news : NULL;
}

void
nida_sources_free (NidaSources *sources)
{
  g_hash_table_unref (sources->of_charts);
  g_array_unref (sources->origins);
  g_object_unref (sources->language);
  g_strfreev (sources->names);
  g_clear_pointer (&sources->colors, nida_color_map_unref);
  g_hash_table_unref (sources->told);
  for (guint kind = 0; kind < NIDA_N_STATED; kind++)
    g_free (sources->differences[kind]);
  g_free (sources->missing);
  g_free (sources->joined);
  g_clear_pointer (&sources->own, nida_row_marks_unref);
  g_clear_pointer (&sources->came, nida_row_marks_unref);
  g_free (sources);
}
