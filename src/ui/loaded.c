/* Made once, off the main thread where the rows are many; then only its board, its answers and its language change, each by
 * another one in its place. */
#include "config.h"

#include "loaded.h"

NidaBoard *
nida_loaded_arrange (NidaLoaded      *loaded,
                     NidaArrangement *arrangement)
{
  NidaBoard *board = nida_board_new_arranged (loaded->composed, arrangement);

  nida_board_set_colors (board, loaded->sources->colors);
  return board;
}

/* Once the engine, the filters and the colours are there. */
static void
make_boards (NidaLoaded   *loaded,
             NidaLanguage *language)
{
  NidaArrangement *arrangement = nida_filter_set_get_arrangement (loaded->filters);

  loaded->composed = nida_board_new_for (loaded->engine, language);
  loaded->arrangement = arrangement != NULL ? nida_arrangement_ref (arrangement) : NULL;
  loaded->board = nida_loaded_arrange (loaded, arrangement);
}

/* Any thread; @language is the caller's own, @colors of the document or the picture before, or NULL. */
static NidaLoaded *
loaded_new (char               **inputs,
            NidaDataset         *dataset,
            const NidaFilterSet *filters,
            guint64              fields,
            guint                fiscal_start,
            NidaLanguage        *language,
            NidaColorMap        *colors)
{
  NidaLoaded *loaded = g_new0 (NidaLoaded, 1);

  g_atomic_ref_count_init (&loaded->ref_count);
  loaded->inputs = g_strdupv (inputs);
  loaded->bare = g_object_ref (dataset);
  loaded->dataset = g_object_ref (dataset);
  loaded->engine = nida_local_engine_new (dataset);
  loaded->sources = nida_sources_new (dataset, language);
  nida_sources_keep_donors (loaded->sources, loaded->engine, colors);
  loaded->filters = nida_filter_set_copy (filters);
  nida_filter_set_prune (loaded->filters, dataset);
  make_boards (loaded, language);
  loaded->answers = nida_answers_ask (loaded->engine, loaded->board, loaded->filters, fields, fiscal_start);
  return loaded;
}

NidaLoaded *
nida_loaded_new (char               **inputs,
                 NidaDataset         *dataset,
                 const NidaFilterSet *filters,
                 guint64              fields,
                 guint                fiscal_start,
                 NidaLanguage        *language)
{
  return loaded_new (inputs, dataset, filters, fields, fiscal_start, language, NULL);
}

NidaLoaded *
nida_loaded_new_beside (char               **inputs,
                        NidaDataset         *bare,
                        NidaLedger          *ledger,
                        const NidaFilterSet *filters,
                        guint64              fields,
                        guint                fiscal_start,
                        NidaLanguage        *language,
                        NidaColorMap        *colors)
{
  g_autoptr (NidaDataset) both = ledger != NULL ? nida_ledger_append (ledger, bare, nida_filter_set_get_aliases (filters))
                                                : g_object_ref (bare);
  NidaLoaded *loaded = loaded_new (inputs, both, filters, fields, fiscal_start, language, colors);

  g_set_object (&loaded->bare, bare);
  loaded->ledger = ledger != NULL ? nida_ledger_ref (ledger) : NULL;
  return loaded;
}

NidaLoaded *
nida_loaded_speak (NidaLoaded   *loaded,
                   NidaLanguage *language)
{
  NidaLoaded *spoken = g_new0 (NidaLoaded, 1);

  g_atomic_ref_count_init (&spoken->ref_count);
  spoken->inputs = g_strdupv (loaded->inputs);
  spoken->bare = g_object_ref (loaded->bare);
  spoken->ledger = loaded->ledger != NULL ? nida_ledger_ref (loaded->ledger) : NULL;
  spoken->dataset = g_object_ref (loaded->dataset);
  spoken->engine = g_object_ref (loaded->engine);
  spoken->sources = nida_sources_new (loaded->dataset, language);
  nida_sources_keep_donors (spoken->sources, spoken->engine, loaded->sources->colors);
  spoken->filters = nida_filter_set_copy (loaded->filters);
  nida_filter_set_set_arrangement (spoken->filters, loaded->arrangement);
  make_boards (spoken, language);
  spoken->layouts = loaded->layouts != NULL ? nida_layouts_ref (loaded->layouts) : NULL;
  spoken->answers = nida_answers_ref (loaded->answers);
  spoken->baseline = loaded->baseline != NULL ? nida_baseline_ref (loaded->baseline) : NULL;
  spoken->changes = loaded->changes != NULL ? nida_change_set_ref (loaded->changes) : NULL;
  return spoken;
}

NidaSources *
nida_loaded_get_sources (NidaLoaded   *loaded,
                         NidaLanguage *language)
{
  const char *code = language != NULL ? nida_language_get_code (language) : NULL;

  if (code == NULL || g_str_equal (code, nida_language_get_code (loaded->sources->language)))
    return loaded->sources;
  if (loaded->translated == NULL)
    loaded->translated = nida_sources_new (loaded->dataset, language);
  return loaded->translated;
}

void
nida_loaded_fill (NidaLoaded          *loaded,
                  const NidaChartSpec *spec,
                  NidaChartContext    *context)
{
  nida_sources_fill (nida_loaded_get_sources (loaded, context->language), spec, context);
  context->colors = loaded->sources->colors;
}

NidaLoaded *
nida_loaded_ref (NidaLoaded *loaded)
{
  g_atomic_ref_count_inc (&loaded->ref_count);
  return loaded;
}

void
nida_loaded_unref (NidaLoaded *loaded)
{
  if (!g_atomic_ref_count_dec (&loaded->ref_count))
    return;
  g_clear_pointer (&loaded->answers, nida_answers_unref);
  nida_filter_set_free (loaded->filters);
  nida_sources_free (loaded->sources);
  g_clear_pointer (&loaded->translated, nida_sources_free);
  nida_board_free (loaded->board);
  nida_board_free (loaded->composed);
  g_clear_pointer (&loaded->arrangement, nida_arrangement_unref);
  g_object_unref (loaded->engine);
  g_object_unref (loaded->dataset);
  g_object_unref (loaded->bare);
  g_clear_pointer (&loaded->ledger, nida_ledger_unref);
  g_clear_pointer (&loaded->keeps, g_ptr_array_unref);
  g_clear_pointer (&loaded->layouts, nida_layouts_unref);
  g_clear_pointer (&loaded->baseline, nida_baseline_unref);
  g_clear_pointer (&loaded->changes, nida_change_set_unref);
  g_strfreev (loaded->inputs);
  g_free (loaded);
}
