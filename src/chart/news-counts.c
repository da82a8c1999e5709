/* A mark has a filter, and a filter its rows. What no other mark names has none: behind it is what is left of all when that of the
 * marks that do name something is taken away. A row that lists several names may be behind several of those; then less is left,
 * and a sign is missing rather than wrong. */
#include "config.h"

#include "news-counts.h"

#include <string.h>

struct _NidaNewsCounts {
  NidaRecipe *recipe;
  GHashTable *known;      /* place of a mark → guint[NIDA_N_NEWS] */
  GHashTable *named;      /* what is left of a place without one of its fields, and that field → the sum of all such places */
};

char *
nida_news_dup_place (const NidaMark *mark)
{
  g_autofree char *filter = nida_mark_dup_filter (mark);

  return g_strdup_printf ("%u %s", mark->row, filter);
}

/* All of @mark's filter but @field, which is named. */
static char *
dup_beside (const NidaMark *mark,
            NidaField       field)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < mark->n_fields; i++)
    if (mark->fields[i] != field)
      g_string_append_printf (text, "%d=%s\n", mark->fields[i], mark->values[i]);
  g_string_append_printf (text, "%d", field);
  return g_string_free (text, FALSE);
}

static gboolean
is_of_all (const NidaMark *mark)
{
  return mark->n_fields == 0 && mark->row == 0;
}

/* Of all that its filter lets pass. */
static const guint *
ask (NidaNewsCounts *self,
     const NidaMark *mark)
{
  const NidaChartNews *news = self->recipe->context->news;
  g_autofree char *place = nida_news_dup_place (mark);
  guint *counts = g_hash_table_lookup (self->known, place);

  if (counts != NULL)
    return counts;
  counts = g_new0 (guint, NIDA_N_NEWS);
  news->count (news->data, self->recipe->spec, is_of_all (mark) ? NULL : mark, counts);
  g_hash_table_insert (self->known, g_steal_pointer (&place), counts);
  return counts;
}

static void
add_named (NidaNewsCounts *self,
           const NidaMark *mark)
{
  const guint *counts = ask (self, mark);

  for (guint i = 0; i < mark->n_fields; i++)
    {
      g_autofree char *beside = dup_beside (mark, mark->fields[i]);
      guint *sum = g_hash_table_lookup (self->named, beside);

      if (sum == NULL)
        {
          sum = g_new0 (guint, NIDA_N_NEWS);
          g_hash_table_insert (self->named, g_steal_pointer (&beside), sum);
        }
      for (guint kind = 0; kind < NIDA_N_NEWS; kind++)
        sum[kind] += counts[kind];
    }
}

NidaNewsCounts *
nida_news_counts_new (NidaRecipe *recipe)
{
  NidaNewsCounts *self = g_new0 (NidaNewsCounts, 1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->recipe = recipe;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < nida_scene_builder_get_n_nodes (recipe->scene); i++)
    {
      const NidaMark *mark = nida_scene_builder_get_node (recipe->scene, i)->mark;

      if (mark != NULL && mark->n_rests == 0 && mark->row == 0 && g_hash_table_add (seen, nida_news_dup_place (mark)))
        add_named (self, mark);
    }
  return self;
}

void
nida_news_counts_free (NidaNewsCounts *self)
{
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->named);
  g_free (self);
}

void
nida_news_counts_get (NidaNewsCounts *self,
                      const NidaMark *mark,
                      guint           counts[NIDA_N_NEWS])
{
  g_autofree char *beside = mark->n_rests == 1 && !mark->several[0] ? dup_beside (mark, mark->rests[0]) : NULL;
  const guint *named = beside != NULL ? g_hash_table_lookup (self->named, beside) : NULL;

  memset (counts, 0, NIDA_N_NEWS * sizeof *counts);
  if (mark->n_rests > 0 && beside == NULL)
    return;
  memcpy (counts, ask (self, mark), NIDA_N_NEWS * sizeof *counts);
  for (guint kind = 0; named != NULL && kind < NIDA_N_NEWS; kind++)
    counts[kind] -= MIN (counts[kind], named[kind]);
}
