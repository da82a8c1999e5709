/* nida render --chart board: a board of a document as its window shows it, so that a figure on screen and in a file is one. */
#include "config.h"

#include "render-board.h"

#include "dictionary.h"
#include "document-sources.h"
#include "translate.h"

/* --- before the data are read --- */

/* A source that is switched off on the board is not counted, whichever of the inputs names it. */
static gboolean
switch_off (NidaOptions         *options,
            const NidaFilterSet *filters)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) on = NULL;

  for (guint i = 0; options->inputs[i] != NULL; i++)
    if (!nida_filter_set_is_off (filters, options->inputs[i]))
      g_strv_builder_add (builder, options->inputs[i]);
    else
      /* Translators: %s is a file or an address */
      nida_say (_("“%s” is switched off on this board and is not counted."), options->inputs[i]);
  on = g_strv_builder_end (builder);
  if (on[0] == NULL && options->inputs[0] != NULL)
    {
      nida_say ("%s", _("Every source of this board is switched off. Switch one on in the window."));
      return FALSE;
    }
  g_strfreev (options->inputs);
  options->inputs = g_steal_pointer (&on);
  return TRUE;
}

static gboolean
is_called (const char *title,
           const char *wanted)
{
  g_autofree char *folded = title != NULL ? nida_name_fold (title) : NULL;

  return folded != NULL && g_str_equal (folded, wanted);
}

/* In quotation marks; a board without a title is known by its number. */
static char *
dup_name (const NidaView *view,
          NidaLanguage   *language,
          guint           number)
{
  const char *title = view != NULL ? nida_view_get_title (view, nida_language_is_arabic (language)) : NULL;

  /* Translators: a title in quotation marks, in a list of titles */
  return title != NULL ? g_strdup_printf (_("“%s”"), title) : g_strdup_printf ("%u", number);
}

/* The boards of all documents, in their order. (element-type NidaItem) */
static GPtrArray *
list_boards (NidaOptions *options)
{
  GPtrArray *boards = g_ptr_array_new ();

  for (guint i = 0; options->items != NULL && i < options->items->len; i++)
    for (guint b = 0; b < nida_items_get_n (options->items->pdata[i], NIDA_ITEM_BOARD); b++)
      g_ptr_array_add (boards, (gpointer) nida_items_get (options->items->pdata[i], NIDA_ITEM_BOARD, b));
  return boards;
}

/* By its title in either language, else by its number among all. NULL, said on standard error, where there is no such board. */
static const NidaItem *
find_named (NidaOptions *options)
{
  g_autoptr (GPtrArray) boards = list_boards (options), names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *wanted = nida_name_fold (options->board), *known = NULL;
  guint64 number;

  for (guint i = 0; i < boards->len; i++)
    {
      const NidaItem *item = boards->pdata[i];
      g_autoptr (NidaView) view = nida_view_from_text (item->text, NULL);

      if (view != NULL && (is_called (view->title, wanted) || is_called (view->title_ar, wanted)))
        return item;
      g_ptr_array_add (names, dup_name (view, options->language, i + 1));
    }
  if (g_ascii_string_to_unsigned (options->board, 10, 1, boards->len, &number, NULL))
    return boards->pdata[number - 1];
  g_ptr_array_add (names, NULL);
  known = g_strjoinv (", ", (char **) names->pdata);
  if (boards->len > 0)
    /* Translators: what was asked for, then the titles or numbers that there are */
    nida_say (_("No board is called “%s”. Name one of: %s."), options->board, known);
  else
    nida_say ("%s", _("There is no such board. Boards are kept in documents: name a .nida file that has some."));
  return NULL;
}

static const NidaItem *
find_opening (NidaOptions *options)
{
  const NidaItem *item = NULL;

  for (guint i = 0; options->items != NULL && i < options->items->len && item == NULL; i++)
    item = nida_view_find_opening (options->items->pdata[i]);
  return item;
}

gboolean
nida_render_open_board (NidaOptions  *options,
                        NidaView    **view,
                        int          *status)
{
  const NidaItem *item = options->board != NULL ? find_named (options) : find_opening (options);
  g_autoptr (GError) error = NULL;

  *status = item == NULL ? NIDA_EXIT_USAGE : NIDA_EXIT_INPUT;
  if (item == NULL)
    return options->board == NULL;
  *view = nida_view_from_text (item->text, &error);
  if (*view == NULL)
    {
      nida_say ("%s", error->message);
      return FALSE;
    }
  if (options->load.as_of == 0)
    options->load.as_of = nida_filter_set_get_as_of ((*view)->filters);
  return switch_off (options, (*view)->filters);
}

/* --- its charts --- */

/* What the command line says goes before what the board says of the same. */
static NidaQuery *
merge_filters (NidaQuery           *said,
               const NidaFilterSet *filters)
{
  NidaQuery *query = nida_query_copy (said);

  nida_filter_set_apply (filters, query, NIDA_FIELD_NONE);
  for (guint i = 0; i < nida_query_get_n_filters (said); i++)
    {
      const char * const *values;
      NidaField field = nida_query_get_filter (said, i, &values);

      nida_query_clear_filter (query, field);
      query->alone &= ~NIDA_ALONE_BIT (field);
      for (guint v = 0; values[v] != NULL; v++)
        nida_query_add_filter (query, field, values[v]);
    }
  if (said->from.precision != NIDA_PRECISION_NONE)
    query->from = said->from;
  if (said->to.precision != NIDA_PRECISION_NONE)
    query->to = said->to;
  if (said->rule != NIDA_RULE_AUTO)
    query->rule = said->rule;
  if (said->currency != NULL)
    {
      g_free (query->currency);
      query->currency = g_strdup (said->currency);
    }
  if (said->second != NULL)
    {
      g_free (query->second);
      query->second = g_strdup (said->second);
    }
  if (said->prices != 0)
    query->prices = said->prices;
  return query;
}

/* @composed as the person has arranged it, and has titled it. */
static NidaBoard *
arrange (const NidaBoard *composed,
         const NidaView  *view,
         gboolean         arabic)
{
  NidaBoard *board = nida_board_new_arranged (composed, view != NULL ? nida_filter_set_get_arrangement (view->filters) : NULL);
  const char *title = view != NULL ? nida_view_get_title (view, arabic) : NULL;

  if (title != NULL)
    {
      g_free (board->title);
      board->title = g_strdup (title);
    }
  return board;
}

static NidaNoun
noun_of (NidaField field,
         gpointer  dataset)
{
  return nida_field_is_code (field) ? nida_noun_for_data (dataset, field, NULL) : nida_noun_for_field (field);
}

/* @view's choices, without those that the data do not know any more. */
static void
take_choices (NidaOptions     *options,
              const NidaView  *view,
              NidaBoard       *board,
              NidaDataset     *dataset)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (view->filters);
  g_autoptr (NidaQuery) said = options->query;

  nida_filter_set_prune (filters, dataset);
  options->query = merge_filters (said, filters);
  for (guint i = 0; i < board->charts->len; i++)
    nida_board_look_closer (board->charts->pdata[i], nida_filter_set_get_step (filters),
                            nida_filter_set_is_closer (filters, NIDA_FIELD_REGION));
}

/* Charts of a board say for themselves why they have no answer; a word of the command line that names nobody is a mistake of all. */
static gboolean
check_filters (NidaLocalEngine  *engine,
               NidaQuery        *said,
               GError          **error)
{
  g_autoptr (NidaQuery) whole = nida_query_copy (said);
  g_autoptr (NidaCube) cube = NULL;

  whole->n_by = 0;
  cube = nida_local_engine_query (engine, whole, error);
  return cube != NULL;
}

NidaScene *
nida_render_board (NidaOptions             *options,
                   const NidaView          *view,
                   NidaLocalEngine         *engine,
                   NidaSources             *sources,
                   const NidaChartContext  *context,
                   GError                 **error)
{
  NidaDataset *dataset = nida_local_engine_get_dataset (engine);
  g_auto (NidaSpeech) speech = nida_language_speak (options->language);
  g_autoptr (NidaBoard) composed = nida_board_new_for (engine, options->language);
  g_autoptr (NidaColorMap) hues = nida_options_dup_donor_hues (options);
  g_autoptr (NidaBoard) board = arrange (composed, view, nida_language_is_arabic (options->language));
  char *subtitle;

  if (!check_filters (engine, options->query, error))
    return NULL;
  if (view != NULL)
    take_choices (options, view, board, dataset);
  subtitle = nida_board_dup_subtitle (board, options->query, options->language, noun_of, dataset);
  g_free (board->subtitle);
  board->subtitle = subtitle;
  nida_sources_keep_donors (sources, engine, hues);
  nida_board_set_colors (board, sources->colors);
  nida_board_filter (board, options->query);
  return nida_board_build (board, engine, sources, context);
}
