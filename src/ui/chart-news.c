/* The rows behind a mark are asked for once, and only of charts behind which anything is new at all. */
#include "config.h"

#include "chart-news.h"

#include "scene-builder.h"

struct _NidaChartNewsCounts
{
  NidaChartNews          news;
  const NidaChartAnswer *answer;      /* the owner's */
  NidaLocalEngine       *engine;
  NidaChangeSet         *changes;
  GHashTable            *counts;      /* the mark's filter → guint[2] */
};

static void
count_cb (gpointer        data,
          const NidaMark *mark,
          guint          *n_new,
          guint          *n_changed)
{
  NidaChartNewsCounts *self = data;
  g_autofree char *key = mark != NULL ? nida_mark_dup_filter (mark) : g_strdup ("");
  guint *counts = g_hash_table_lookup (self->counts, key);

  if (counts == NULL)
    {
      g_autoptr (GArray) rows = nida_chart_answer_rows (self->answer, self->engine, mark);

      counts = g_new0 (guint, 2);
      if (rows != NULL)
        nida_change_set_count_rows (self->changes, rows, &counts[0], &counts[1]);
      g_hash_table_insert (self->counts, g_steal_pointer (&key), counts);
    }
  *n_new = counts[0];
  *n_changed = counts[1];
}

NidaChartNewsCounts *
nida_chart_news_counts_new (NidaSession           *session,
                            const NidaChartAnswer *answer)
{
  NidaChangeSet *changes = nida_session_get_changes (session);
  NidaChartNewsCounts *self;

  if (changes == NULL || changes->counts[NIDA_CHANGE_NEW] + changes->counts[NIDA_CHANGE_CHANGED] == 0 || answer->cubes == NULL
      || answer->spec->kind == NIDA_CHART_EVENTS || answer->spec->kind == NIDA_CHART_INDICATOR)
    return NULL;
  self = g_new0 (NidaChartNewsCounts, 1);
  self->answer = answer;
  self->engine = g_object_ref (nida_session_get_engine (session));
  self->changes = nida_change_set_ref (changes);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->news = (NidaChartNews) { changes->since, count_cb, self };
  return self;
}

void
nida_chart_news_counts_free (NidaChartNewsCounts *self)
{
  g_object_unref (self->engine);
  nida_change_set_unref (self->changes);
  g_hash_table_unref (self->counts);
  g_free (self);
}

const NidaChartNews *
nida_chart_news_counts_get (NidaChartNewsCounts *self)
{
  return &self->news;
}
