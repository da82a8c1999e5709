/* The rows behind a mark are asked for once, and only of charts behind which anything is new at all. What is the desk's own is
 * asked of an engine that holds nothing else: its rows are few, however many the others are. */
#include "config.h"

#include "chart-news.h"

#include "scene-builder.h"

#include <string.h>

struct _NidaChartNewsCounts
{
  NidaChartNews          news;
  const NidaChartAnswer *answer;      /* the owner's */
  NidaLocalEngine       *engine;
  NidaLocalEngine       *own;         /* or NULL */
  NidaChangeSet         *changes;     /* or NULL */
  GHashTable            *counts;      /* the mark's filter → guint[NIDA_N_NEWS] */
};

static void
count_changes (NidaChartNewsCounts *self,
               const NidaMark      *mark,
               guint                counts[NIDA_N_NEWS])
{
  g_autoptr (GArray) rows = self->changes != NULL ? nida_chart_answer_rows (self->answer, self->engine, mark) : NULL;

  if (rows != NULL)
    nida_change_set_count_rows (self->changes, nida_local_engine_get_dataset (self->engine), rows, &counts[NIDA_NEWS_NEW], &counts[NIDA_NEWS_CHANGED]);
}

/* Money that is for no plan is in no bar. */
static guint
count_of_plans (NidaChartNewsCounts *self,
                const NidaMark      *mark,
                guint                measures)
{
  g_autoptr (GArray) rows = nida_chart_answer_rows_of (self->answer, self->own, mark, measures);
  NidaCodes appeals = nida_dataset_get_codes (nida_local_engine_get_dataset (self->own), NIDA_FIELD_APPEAL);
  guint n = 0;

  for (guint i = 0; rows != NULL && appeals.data != NULL && i < rows->len; i++)
    n += nida_codes_get (appeals, g_array_index (rows, guint, i)) != 0;
  return n;
}

/* A need stands with another source than the money that covers it, so both are asked for by themselves. */
static void
count_own (NidaChartNewsCounts *self,
           const NidaMark      *mark,
           guint                counts[NIDA_N_NEWS])
{
  g_autoptr (GArray) rows = NULL;

  if (self->own == NULL)
    return;
  if (self->answer->spec->kind == NIDA_CHART_COVERAGE || self->answer->spec->measure == NIDA_MEASURE_GAP
      || self->answer->spec->measure == NIDA_MEASURE_COVERAGE)
    {
      counts[NIDA_NEWS_OWN] = count_of_plans (self, mark, 1u << NIDA_MEASURE_RECEIVED | 1u << NIDA_MEASURE_PLEDGED)
                              + count_of_plans (self, mark, 1u << NIDA_MEASURE_REQUIREMENT);
      return;
    }
  rows = nida_chart_answer_rows (self->answer, self->own, mark);
  counts[NIDA_NEWS_OWN] = rows != NULL ? rows->len : 0;
}

static void
count_cb (gpointer        data,
          const NidaMark *mark,
          guint           counts[NIDA_N_NEWS])
{
  NidaChartNewsCounts *self = data;
  g_autofree char *key = mark != NULL ? nida_mark_dup_filter (mark) : g_strdup ("");
  guint *known = g_hash_table_lookup (self->counts, key);

  if (known == NULL)
    {
      known = g_new0 (guint, NIDA_N_NEWS);
      count_changes (self, mark, known);
      count_own (self, mark, known);
      g_hash_table_insert (self->counts, g_steal_pointer (&key), known);
    }
  memcpy (counts, known, NIDA_N_NEWS * sizeof *counts);
}

static gboolean
has_changes (NidaChangeSet *changes)
{
  return changes != NULL && changes->counts[NIDA_CHANGE_NEW] + changes->counts[NIDA_CHANGE_CHANGED] > 0;
}

NidaChartNewsCounts *
nida_chart_news_counts_new (NidaSession           *session,
                            const NidaChartAnswer *answer)
{
  NidaChangeSet *changes = nida_session_get_changes (session);
  NidaLocalEngine *own = nida_session_get_own_engine (session);
  NidaChartNewsCounts *self;

  if ((!has_changes (changes) && own == NULL) || answer->cubes == NULL
      || answer->spec->kind == NIDA_CHART_EVENTS || answer->spec->kind == NIDA_CHART_INDICATOR)
    return NULL;
  self = g_new0 (NidaChartNewsCounts, 1);
  self->answer = answer;
  self->engine = g_object_ref (nida_session_get_engine (session));
  self->own = own != NULL ? g_object_ref (own) : NULL;
  self->changes = has_changes (changes) ? nida_change_set_ref (changes) : NULL;
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->news = (NidaChartNews) { self->changes != NULL ? changes->since : 0, count_cb, self };
  return self;
}

void
nida_chart_news_counts_free (NidaChartNewsCounts *self)
{
  g_object_unref (self->engine);
  g_clear_object (&self->own);
  g_clear_pointer (&self->changes, nida_change_set_unref);
  g_hash_table_unref (self->counts);
  g_free (self);
}

const NidaChartNews *
nida_chart_news_counts_get (NidaChartNewsCounts *self)
{
  return &self->news;
}
