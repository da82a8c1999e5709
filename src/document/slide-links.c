/* Keeping the copies of a board's charts on slides like them. The place of a chart on its board is looked up by what the chart is,
 * since a board that nobody has changed is composed of the data anew; the index that a slide holds helps where that fails. */
#include "config.h"

#include "slide-links.h"

#include "spec-text.h"
#include "translate.h"

#include <string.h>

typedef gboolean (*Like) (const NidaChartSpec *a, const NidaChartSpec *b);

/* The same question, maybe of another year or cut at another length: what was received is never taken for the gap. */
static gboolean
asks_alike (const NidaChartSpec *a,
            const NidaChartSpec *b)
{
  gboolean alike = a->kind == b->kind && a->measure == b->measure && a->query->n_by == b->query->n_by;

  for (guint i = 0; alike && i < a->query->n_by; i++)
    alike = a->query->by[i].field == b->query->by[i].field;
  return alike;
}

/* At its place, or else the first one. */
static guint
find_like (NidaArrangement      *board,
           const NidaSlideChart *chart,
           Like                  like)
{
  guint n = nida_arrangement_get_n (board);

  if (chart->index < n && like (nida_arrangement_get (board, chart->index), chart->spec))
    return chart->index;
  for (guint i = 0; i < n; i++)
    if (like (nida_arrangement_get (board, i), chart->spec))
      return i;
  return G_MAXUINT;
}

guint
nida_slide_links_find (NidaArrangement      *board,
                       const NidaSlideChart *chart)
{
  guint same = find_like (board, chart, nida_chart_spec_equal);

  return same != G_MAXUINT ? same : find_like (board, chart, asks_alike);
}

static gboolean
is_same (const NidaSlideChart *chart,
         guint                 index,
         const NidaChartSpec  *spec,
         NidaQuery            *choices)
{
  return chart->index == index && nida_chart_spec_equal (chart->spec, spec)
         && (choices == NULL || (chart->choices != NULL && nida_query_equal (chart->choices, choices)));
}

/* @choices: or NULL, they stay what they are. */
static gboolean
take (NidaSlideChart      *chart,
      guint                index,
      const NidaChartSpec *spec,
      NidaQuery           *choices)
{
  if (is_same (chart, index, spec, choices))
    return FALSE;
  chart->index = index;
  nida_chart_spec_free (chart->spec);
  chart->spec = nida_chart_spec_copy (spec);
  if (choices != NULL)
    {
      g_clear_pointer (&chart->choices, nida_query_unref);
      chart->choices = nida_query_copy (choices);
    }
  return TRUE;
}

/* A chart that became a number, or the reverse, goes to the others of its like. Where those leave no room it stays as it was. */
static gboolean
take_among_others (NidaSlide           *slide,
                   GPtrArray           *list,
                   guint                place,
                   guint                index,
                   const NidaChartSpec *spec,
                   NidaQuery           *choices)
{
  NidaSlideChart *chart = list->pdata[place], *other = nida_slide_add (slide, spec, choices != NULL ? choices : chart->choices);

  if (other == NULL)
    {
      chart->follows = FALSE;
      return FALSE;
    }
  other->board = g_strdup (chart->board);
  other->index = index;
  other->follows = TRUE;
  g_ptr_array_remove_index (list, place);
  return TRUE;
}

/* Returns: whether the chart at @place is another one, or gone to another list. @gone: it is not in @list any more */
static gboolean
update_one (NidaSlide       *slide,
            GPtrArray       *list,
            guint            place,
            NidaArrangement *before,
            NidaArrangement *after,
            NidaQuery       *choices,
            gboolean        *gone)
{
  NidaSlideChart *chart = list->pdata[place];
  guint index = nida_slide_links_find (before, chart);
  const NidaChartSpec *spec;

  if (index != G_MAXUINT && after != NULL)
    index = nida_arrangement_trace (before, after, index);
  if (index == G_MAXUINT || after == NULL)
    {
      chart->follows = FALSE;
      return TRUE;
    }
  spec = nida_arrangement_get (after, index);
  if ((spec->kind == NIDA_CHART_NUMBER) == (list == slide->figures))
    return take (chart, index, spec, choices);
  *gone = take_among_others (slide, list, place, index, spec, choices);
  return TRUE;
}

gboolean
nida_slide_links_update (NidaSlide       *slide,
                         const char      *board,
                         NidaArrangement *before,
                         NidaArrangement *after,
                         NidaQuery       *choices)
{
  GPtrArray *lists[] = { slide->charts, slide->figures };
  guint n[] = { slide->charts->len, slide->figures->len };     /* what goes to the other list is done */
  gboolean changed = FALSE;

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < n[l];)
      {
        const NidaSlideChart *chart = lists[l]->pdata[i];
        gboolean gone = FALSE;

        if (chart->follows && g_strcmp0 (chart->board, board) == 0)
          changed |= update_one (slide, lists[l], i, before, after, choices, &gone);
        if (gone)
          n[l]--;
        else
          i++;
      }
  return changed;
}

static void
put (NidaDocument    *document,
     const char      *item,
     const NidaSlide *slide)
{
  g_autofree char *id = g_strdup (item), *text = nida_slide_to_text (slide);

  nida_document_set (document, NIDA_ITEM_SLIDE, id, text);
}

/* --- boards that are composed of the data --- */

static gboolean
recompose (NidaSlide       *slide,
           const char      *board,
           NidaArrangement *present)
{
  GPtrArray *lists[] = { slide->charts, slide->figures };
  gboolean changed = FALSE;

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      {
        NidaSlideChart *chart = lists[l]->pdata[i];
        guint index = chart->follows && g_strcmp0 (chart->board, board) == 0 ? nida_slide_links_find (present, chart) : G_MAXUINT;

        if (index != G_MAXUINT)
          changed |= take (chart, index, nida_arrangement_get (present, index), NULL);
      }
  return changed;
}

void
nida_slide_links_recompose (NidaDocument    *document,
                            const char      *board,
                            NidaArrangement *present)
{
  NidaItems *items = nida_document_get_items (document);

  nida_document_begin_quietly (document, NC_("undo", "Read Sources"));
  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_SLIDE); i++)
    {
      const NidaItem *item = nida_items_get (items, NIDA_ITEM_SLIDE, i);
      g_autoptr (NidaSlide) slide = strstr (item->text, board) != NULL ? nida_slide_from_text (item->text, NULL) : NULL;

      if (slide != NULL && recompose (slide, board, present))
        put (document, item->id, slide);
    }
  nida_document_end (document);
}

/* --- as a show has them --- */

static gboolean
is_as_shown (const NidaSlideChart *chart,
             const NidaSlideChart *shown)
{
  return nida_chart_spec_equal (chart->spec, shown->spec)
         && (chart->choices == NULL || shown->choices == NULL ? chart->choices == shown->choices
                                                              : nida_query_equal (chart->choices, shown->choices));
}

gboolean
nida_slide_links_ask_same (const NidaSlide *a,
                           const NidaSlide *b)
{
  GPtrArray *lists[][2] = { { a->charts, b->charts }, { a->figures, b->figures } };
  gboolean same = a->charts->len == b->charts->len && a->figures->len == b->figures->len;

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; same && i < lists[l][0]->len; i++)
      same = is_as_shown (lists[l][0]->pdata[i], lists[l][1]->pdata[i]);
  return same;
}

/* What @chart, which follows its board, is while that is not let in: of those in @shown, or NULL where it is none of them. */
static const NidaSlideChart *
find_shown (GPtrArray *list,
            guint      place,
            GPtrArray *shown)
{
  const NidaSlideChart *chart = list->pdata[place], *found = NULL;

  for (guint i = 0; i < shown->len; i++)
    {
      const NidaSlideChart *other = shown->pdata[i];

      if (!other->follows || g_strcmp0 (other->board, chart->board) != 0)
        continue;
      if (is_as_shown (chart, other))
        return other;
      if (list->len == shown->len ? i == place : other->index == chart->index)
        found = other;
    }
  return found;
}

static gboolean
hold (NidaSlideChart       *chart,
      const NidaSlideChart *shown)
{
  gboolean other = !is_as_shown (chart, shown);

  chart->index = shown->index;
  if (!other)
    return FALSE;
  nida_chart_spec_free (chart->spec);
  chart->spec = nida_chart_spec_copy (shown->spec);
  g_clear_pointer (&chart->choices, nida_query_unref);
  chart->choices = shown->choices != NULL ? nida_query_copy (shown->choices) : NULL;
  return TRUE;
}

/* A chart that became a number, or the reverse, went to the others of its like: nobody does that by hand. */
static gboolean
hold_places (NidaSlide       *slide,
             const NidaSlide *shown)
{
  g_autoptr (NidaSlide) copy = NULL;

  if (slide->charts->len == shown->charts->len || slide->charts->len + slide->figures->len != shown->charts->len + shown->figures->len)
    return FALSE;
  copy = nida_slide_copy (shown);
  g_ptr_array_unref (slide->charts);
  g_ptr_array_unref (slide->figures);
  slide->charts = g_ptr_array_ref (copy->charts);
  slide->figures = g_ptr_array_ref (copy->figures);
  return TRUE;
}

gboolean
nida_slide_links_hold (NidaSlide       *slide,
                       const NidaSlide *shown)
{
  GPtrArray *lists[][2] = { { slide->charts, shown->charts }, { slide->figures, shown->figures } };
  gboolean held = FALSE;

  if (hold_places (slide, shown))
    return TRUE;
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l][0]->len; i++)
      {
        NidaSlideChart *chart = lists[l][0]->pdata[i];
        const NidaSlideChart *other = chart->follows ? find_shown (lists[l][0], i, lists[l][1]) : NULL;

        held |= other != NULL && hold (chart, other);
      }
  return held;
}

/* --- changes of a board --- */

void
nida_slide_links_follow (NidaDocument    *document,
                         const char      *board,
                         NidaArrangement *before,
                         NidaArrangement *after,
                         NidaQuery       *choices)
{
  NidaItems *items = nida_document_get_items (document);

  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_SLIDE); i++)
    {
      const NidaItem *item = nida_items_get (items, NIDA_ITEM_SLIDE, i);
      g_autoptr (NidaSlide) slide = strstr (item->text, board) != NULL ? nida_slide_from_text (item->text, NULL) : NULL;

      if (slide != NULL && nida_slide_links_update (slide, board, before, after, choices))
        put (document, item->id, slide);
    }
}
