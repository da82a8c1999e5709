/* A base keeps what it chose for the questions asked last, and with these selections what was found in them. */
#include "selection-kept.h"

#define MOST_SELECTIONS 12

typedef struct {
  NidaQuery     *query;        /* of the filters alone */
  NidaFilter    *filter;
  NidaSelection *selection;
} NidaKeptSelection;

void
nida_kept_selection_free (gpointer kept)
{
  NidaKeptSelection *self = kept;

  nida_query_unref (self->query);
  nida_filter_free (self->filter);
  nida_selection_free (self->selection);
  g_free (self);
}

/* (transfer full): what is kept, if @filter goes on with it; or NULL. */
static NidaSelection *
find_kept (NidaSheet  *base,
           NidaQuery  *query,
           NidaFilter *filter,
           gboolean   *known)
{
  NidaSelection *found = NULL;

  *known = FALSE;
  g_mutex_lock (&base->selections_lock);
  for (GList *l = base->selections.head; l != NULL && !*known; l = l->next)
    {
      NidaKeptSelection *kept = l->data;

      if (!nida_filter_same (kept->query, query))
        continue;
      *known = TRUE;
      found = nida_filter_goes_on (filter, kept->filter) ? nida_selection_ref (kept->selection) : NULL;
      g_queue_unlink (&base->selections, l);
      g_queue_push_head_link (&base->selections, l);
      break;
    }
  g_mutex_unlock (&base->selections_lock);
  return found;
}

/* Takes @filter. */
static void
keep (NidaSheet     *base,
      NidaQuery     *query,
      NidaFilter    *filter,
      NidaSelection *selection)
{
  NidaKeptSelection *kept = g_new (NidaKeptSelection, 1);

  nida_filter_let_go_of_sheet (filter);
  *kept = (NidaKeptSelection) { nida_query_copy (query), filter, nida_selection_ref (selection) };
  g_mutex_lock (&base->selections_lock);
  g_queue_push_head (&base->selections, kept);
  if (base->selections.length > MOST_SELECTIONS)
    nida_kept_selection_free (g_queue_pop_tail (&base->selections));
  g_mutex_unlock (&base->selections_lock);
}

/* (transfer full): NULL where the base does not know what is asked for, or lets others of its rows pass. */
static NidaSelection *
choose_base (NidaSheet    *base,
             NidaQuery    *query,
             NidaFilter   *filter,
             GCancellable *cancellable)
{
  gboolean known;
  NidaSelection *selection = find_kept (base, query, filter, &known);
  g_autoptr (NidaFilter) of_base = NULL;

  if (known)
    return selection;
  of_base = nida_filter_new (base, query, NULL);
  if (of_base == NULL || !nida_filter_goes_on (filter, of_base))
    return NULL;
  selection = nida_filter_run (of_base, cancellable, NULL);
  if (selection != NULL)
    keep (base, query, g_steal_pointer (&of_base), selection);
  return selection;
}

NidaSelection *
nida_selection_choose (NidaSheet     *sheet,
                       NidaQuery     *query,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (NidaFilter) filter = nida_filter_new (sheet, query, error);
  g_autoptr (NidaSelection) of_base = NULL;

  if (filter == NULL)
    return NULL;
  if (sheet->base != NULL)
    of_base = choose_base (sheet->base, query, filter, cancellable);
  return of_base != NULL ? nida_filter_run_behind (filter, of_base, cancellable, error) : nida_filter_run (filter, cancellable, error);
}
