/* Keeping the copies of a board's charts on slides like them. The place of a chart on its board is looked up by what the chart is,
 * since a board that nobody has changed is composed of the data anew; the index that a slide holds helps where that fails. */
#include "config.h"

#include "slide-links.h"

#include "spec-text.h"

#include <string.h>

static guint
find_on_board (NidaArrangement      *board,
               const NidaSlideChart *chart)
{
  guint n = nida_arrangement_get_n (board);

  if (chart->index < n && nida_chart_spec_equal (nida_arrangement_get (board, chart->index), chart->spec))
    return chart->index;
  for (guint i = 0; i < n; i++)
    if (nida_chart_spec_equal (nida_arrangement_get (board, i), chart->spec))
      return i;
  return chart->index < n && nida_arrangement_get (board, chart->index)->kind == chart->spec->kind ? chart->index : G_MAXUINT;
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
  guint index = find_on_board (before, chart);
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
      g_autofree char *id = g_strdup (item->id), *text = NULL;

      if (slide == NULL || !nida_slide_links_update (slide, board, before, after, choices))
        continue;
      text = nida_slide_to_text (slide);
      nida_document_set (document, NIDA_ITEM_SLIDE, id, text);
    }
}
