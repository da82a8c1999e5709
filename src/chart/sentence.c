/* The sentence asks its own questions, so that its figure, its count and its rank are those of the engine, not those that a chart
 * had room for. */
#include "config.h"

#include "sentence.h"

#include "chart.h"
#include "describe.h"
#include "query-words.h"
#include "translate.h"
#include "words.h"

#include <string.h>

typedef struct {
  NidaLocalEngine     *engine;
  NidaLanguage        *language;
  NidaMeasure          measure;
  NidaQuery           *query;       /* of the subject: its name, its time, the filters around */
  NidaField            field;       /* of the name, or NONE: the whole */
  const char          *name;
} Sentence;

/* --- the subject --- */

/* A name that the mark or a filter on one value chooses; the mark comes first. */
static void
find_name (Sentence       *self,
           const NidaMark *mark)
{
  for (guint i = 0; mark != NULL && i < mark->n_fields && self->field == NIDA_FIELD_NONE; i++)
    if (mark->fields[i] != NIDA_FIELD_DATE && *mark->values[i] != '\0')
      {
        self->field = mark->fields[i];
        self->name = mark->values[i];
      }
  for (guint i = 0; i < nida_query_get_n_filters (self->query) && self->field == NIDA_FIELD_NONE; i++)
    {
      const char * const *values;
      NidaField field = nida_query_get_filter (self->query, i, &values);

      if ((field == NIDA_FIELD_DONOR || field == NIDA_FIELD_RECIPIENT || field == NIDA_FIELD_APPEAL)
          && values[0] != NULL && values[1] == NULL && *values[0] != '\0')
        {
          self->field = field;
          self->name = values[0];
        }
    }
}

static NidaQuery *
make_query (const NidaChartSpec *spec,
            const NidaMark      *mark)
{
  NidaQuery *query = nida_query_copy (spec->query);

  query->n_by = 0;
  query->fact_kinds = 0;
  query->measures = 1u << spec->measure;      /* a pledge is no contribution to what was received */
  for (guint i = 0; mark != NULL && i < mark->n_fields; i++)
    {
      nida_query_clear_filter (query, mark->fields[i]);
      nida_query_add_filter (query, mark->fields[i], mark->values[i]);
    }
  return query;
}

/* --- its rank --- */

/* Its measure by the names of @field; with @all those too that a filter leaves out. */
static NidaCube *
ask_names (Sentence  *self,
           NidaField  field,
           gboolean   all)
{
  g_autoptr (NidaQuery) query = nida_query_copy (self->query);

  if (all)
    nida_query_clear_filter (query, field);
  query->by[0] = (NidaGroupBy) { field, NIDA_STEP_NONE };
  query->n_by = 1;
  query->measures = 1u << self->measure;
  return nida_local_engine_query (self->engine, query, NULL);
}

/* Among the names of its field under the same filters; ties share a rank. 0 where it has none. */
static guint
find_rank (Sentence  *self,
           NidaMoney  value,
           guint     *n)
{
  g_autoptr (NidaCube) cube = ask_names (self, self->field, TRUE);
  guint rank = 1;
  gboolean found = FALSE;

  *n = 0;
  for (guint i = 0; cube != NULL && i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      const NidaCubeItem *item = nida_cube_get_item (cube, 0, cell->item[0]);
      NidaMoney other = cell->values[self->measure];

      if (item->not_stated || item->n_members > 1 || other == NIDA_MONEY_NONE || other == 0)
        continue;
      ++*n;
      rank += other > value;
      found |= other == value && g_str_equal (item->name, self->name);
    }
  return found ? rank : 0;
}

/* --- words --- */

static char *
count_words (NidaLanguage *language,
             guint64       n)
{
  g_autofree char *number = nida_language_integer (language, (gint64) n);

  /* Translators: how often somebody gave */
  /* xgettext:c-format */
  return g_strdup_printf (ngettext ("%s contribution", "%s contributions", n), number);
}

static char *
name_words (Sentence *self)
{
  NidaDictionary *dictionary = nida_field_is_code (self->field)
                                 ? nida_dataset_get_dictionary (nida_local_engine_get_dataset (self->engine), self->field) : NULL;
  guint32 code = dictionary != NULL ? nida_dictionary_lookup (dictionary, self->name, -1) : 0;

  return nida_words_name (self->language, self->field, self->name, code != 0 ? nida_dictionary_get_arabic (dictionary, code) : NULL);
}

/* "194 donors and others", who gave all of it; NULL where nobody is named. */
static char *
giver_words (Sentence *self)
{
  g_autoptr (NidaCube) cube = ask_names (self, NIDA_FIELD_DONOR, FALSE);
  g_autofree char *count = NULL;
  gboolean others = FALSE;
  guint n = 0;

  for (guint i = 0; cube != NULL && i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      const NidaCubeItem *item = nida_cube_get_item (cube, 0, cell->item[0]);

      if (cell->values[self->measure] == NIDA_MONEY_NONE || cell->values[self->measure] == 0)
        continue;
      if (item->not_stated || item->n_members > 1)
        others = TRUE;
      else
        n++;
    }
  if (n == 0)
    return NULL;
  count = nida_words_count (self->language, (int) NIDA_FIELD_DONOR, n);
  /* Translators: "194 donors and others", of which the others are not named */
  return others ? g_strdup_printf (_("%s and others"), count) : g_steal_pointer (&count);
}

static gboolean
is_given (NidaMeasure measure)
{
  return measure == NIDA_MEASURE_RECEIVED || measure == NIDA_MEASURE_PLEDGED || measure == NIDA_MEASURE_PAID
         || measure == NIDA_MEASURE_COMMITTED;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

/* "Kuwait gave $17,064,284 in 20 contributions" */
static char *
main_clause (Sentence           *self,
             const NidaCubeCell *cell)
{
  const char *currency = self->query->currency != NULL ? self->query->currency : "USD";
  g_autofree char *amount = nida_value_exact (self->language, currency, self->measure, cell->values[self->measure]);
  guint64 flows = self->measure == NIDA_MEASURE_COUNT ? cell->flows : nida_flows_summed (cell->flows, cell->unvalued);
  g_autofree char *count = count_words (self->language, flows);
  g_autofree char *name = self->field != NIDA_FIELD_NONE ? name_words (self) : NULL;
  gboolean gave = self->field == NIDA_FIELD_DONOR || self->field == NIDA_FIELD_DONOR_COUNTRY || self->field == NIDA_FIELD_DONOR_GROUP;
  const char *format = NULL;

  if (name == NULL && is_given (self->measure))
    {
      name = giver_words (self);
      gave = name != NULL;
    }
  if (self->measure == NIDA_MEASURE_COUNT)
    return name != NULL ? g_strdup_printf (_("%1$s: %2$s"), name, count) : g_steal_pointer (&count);
  /* Translators: who, how much, "20 contributions"; in Arabic a wording that fits names of either gender */
  if (gave && self->measure == NIDA_MEASURE_RECEIVED)
    format = _("%1$s gave %2$s in %3$s");
  else if (gave && self->measure == NIDA_MEASURE_PLEDGED)
    format = _("%1$s pledged %2$s in %3$s");
  else if (gave && self->measure == NIDA_MEASURE_PAID)
    format = _("%1$s paid %2$s in %3$s");
  else if (gave && self->measure == NIDA_MEASURE_COMMITTED)
    format = _("%1$s committed %2$s in %3$s");
  else if (name != NULL && self->measure == NIDA_MEASURE_RECEIVED && cell->flows > 0)
    format = _("%1$s received %2$s in %3$s");
  if (format != NULL && cell->flows > 0)
    return g_strdup_printf (format, name, amount, count);
  if (name != NULL)
    /* Translators: a name, a measure and its figure: "Health, Coverage: 45%" */
    return g_strdup_printf (_("%1$s, %2$s: %3$s"), name, nida_words_measure (self->measure), amount);
  return g_strdup_printf (_("%1$s: %2$s"), nida_words_measure (self->measure), amount);
}

#pragma GCC diagnostic pop

/* "Date: 2026; Cluster: Health", all filters but the subject's own, or NULL. What it is about must not be left out. */
static char *
scope_words (Sentence *self)
{
  GString *text = g_string_new (NULL);
  NidaChartContext context = { .language = self->language };
  NidaRecipe recipe = { .context = &context };
  g_autofree char *period = nida_describe_period (&recipe, self->query);

  if (period != NULL)
    g_string_append (text, period);
  for (guint i = 0; i < nida_query_get_n_filters (self->query); i++)
    {
      const char * const *values;
      NidaField field = nida_query_get_filter (self->query, i, &values);
      g_autofree char *words = NULL;

      if (field == self->field || (field == NIDA_FIELD_DATE && period != NULL))
        continue;
      words = nida_words_filter (self->language, nida_noun_for_data (nida_local_engine_get_dataset (self->engine), field, NULL), field, values);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
    }
  return g_string_free (text, text->len == 0);
}

static char *
add_rank (Sentence           *self,
          const NidaCubeCell *cell,
          char               *clause)
{
  guint n = 0, rank = self->field != NIDA_FIELD_NONE ? find_rank (self, cell->values[self->measure], &n) : 0;
  g_autofree char *before = clause, *number = NULL, *all = NULL;

  if (rank == 0 || n < 2)
    return g_steal_pointer (&before);
  number = nida_language_integer (self->language, rank);
  all = nida_noun_for_field (self->field) != NIDA_NOUN_GROUP ? nida_words_count (self->language, (int) self->field, n)
                                                             : nida_language_integer (self->language, n);
  /* Translators: a clause, then the place among all: "Kuwait gave … in 20 contributions, rank 37 of 201 donors" */
  return g_strdup_printf (_("%1$s, rank %2$s of %3$s"), before, number, all);
}

char *
nida_sentence_new (NidaLocalEngine     *engine,
                   const NidaChartSpec *spec,
                   const NidaMark      *mark,
                   NidaLanguage        *language)
{
  g_auto (NidaSpeech) speech = nida_language_speak (language);
  g_autoptr (NidaQuery) query = make_query (spec, mark);
  Sentence self = { .engine = engine, .language = language, .measure = spec->measure, .query = query };
  g_autoptr (NidaCube) cube = nida_local_engine_query (engine, query, NULL);
  const NidaCubeCell *cell = cube != NULL ? nida_cube_get_total (cube) : NULL;
  g_autofree char *clause = NULL, *scope = NULL, *whole = NULL;

  if (cell == NULL || cell->values[spec->measure] == NIDA_MONEY_NONE)
    return NULL;
  find_name (&self, mark);
  clause = add_rank (&self, cell, main_clause (&self, cell));
  scope = scope_words (&self);
  whole = scope != NULL ? g_strdup_printf (_("%1$s: %2$s"), scope, clause) : g_steal_pointer (&clause);
  g_free (clause);
  /* Translators: a clause made a sentence */
  clause = g_strdup_printf (_("%s."), whole);
  return nida_name_clean (clause);
}
