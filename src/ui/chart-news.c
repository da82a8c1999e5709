/* The rows behind a mark are asked for once, and only of charts behind which anything is new, has just come or is the desk's own at
 * all. */
#include "config.h"

#include "chart-news.h"

#include "mark-rows.h"
#include "scene-builder.h"
#include "session-private.h"

#include <string.h>

struct _NidaChartNewsCounts
{
  NidaChartNews          news;
  const NidaChartAnswer *answer;      /* the owner's */
  NidaLocalEngine       *engine;
  NidaLoaded            *loaded;      /* owns: */
  NidaSources           *sources;     /* of @loaded */
  NidaChangeSet         *changes;     /* or NULL */
  GHashTable            *counts;      /* the mark's filter → guint[NIDA_N_NEWS] */
};

static gboolean
tells_facts (const NidaChartSpec *spec)
{
  return spec->kind == NIDA_CHART_EVENTS || spec->kind == NIDA_CHART_INDICATOR;
}

static void
count_changes (NidaChartNewsCounts *self,
               const NidaMark      *mark,
               guint                counts[NIDA_N_NEWS])
{
  gboolean asked = self->changes != NULL && !tells_facts (self->answer->spec);
  g_autoptr (GArray) rows = asked ? nida_mark_rows (self->answer->spec, self->engine, mark) : NULL;

  if (rows != NULL)
    nida_change_set_count_rows (self->changes, nida_local_engine_get_dataset (self->engine), rows, &counts[NIDA_NEWS_NEW], &counts[NIDA_NEWS_CHANGED]);
}

static void
count_cb (gpointer             data,
          const NidaChartSpec *spec,
          const NidaMark      *mark,
          guint                counts[NIDA_N_NEWS])
{
  NidaChartNewsCounts *self = data;
  g_autofree char *filter = mark != NULL ? nida_mark_dup_filter (mark) : g_strdup ("");
  g_autofree char *key = g_strdup_printf ("%u %s", mark != NULL ? mark->row : 0, filter);
  guint *known = g_hash_table_lookup (self->counts, key);

  if (known == NULL)
    {
      known = g_new0 (guint, NIDA_N_NEWS);
      count_changes (self, mark, known);
      if (self->sources->own != NULL)
        known[NIDA_NEWS_OWN] = nida_row_marks_count (self->sources->own, self->answer->spec, mark);
      if (self->sources->came != NULL)
        known[NIDA_NEWS_CAME] = nida_row_marks_count (self->sources->came, self->answer->spec, mark);
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
  NidaLoaded *loaded = nida_session_get_shown (session);
  NidaChangeSet *changes = nida_session_get_changes (session);
  NidaSources *sources = loaded != NULL ? loaded->sources : NULL;
  NidaChartNewsCounts *self;

  if (sources == NULL || answer->cubes == NULL || (!has_changes (changes) && sources->own == NULL && sources->came == NULL))
    return NULL;
  self = g_new0 (NidaChartNewsCounts, 1);
  self->answer = answer;
  self->engine = g_object_ref (nida_session_get_engine (session));
  self->loaded = nida_loaded_ref (loaded);
  self->sources = sources;
  self->changes = has_changes (changes) ? nida_change_set_ref (changes) : NULL;
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->news = (NidaChartNews) {
    .since = self->changes != NULL ? changes->since : 0,
    .serial = sources->came != NULL ? nida_row_marks_get_serial (sources->came) : 0,
    .count = count_cb,
    .data = self,
  };
  return self;
}

void
nida_chart_news_counts_free (NidaChartNewsCounts *self)
{
  g_object_unref (self->engine);
  nida_loaded_unref (self->loaded);
  g_clear_pointer (&self->changes, nida_change_set_unref);
  g_hash_table_unref (self->counts);
  g_free (self);
}

const NidaChartNews *
nida_chart_news_counts_get (NidaChartNewsCounts *self)
{
  return &self->news;
}
