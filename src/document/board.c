/* The board that fits a dataset, chosen from what the data hold. */
#include "config.h"

#include "board.h"
#include "local-engine.h"
#include "translate.h"
#include "words.h"

#include <string.h>

/* What a dataset holds, found by a few questions. */
typedef struct {
  NidaCube   *total;            /* no groups; every measure */
  NidaCube   *years;            /* requirement by year */
  NidaCube   *donors;           /* the measure by donor */
  NidaCube   *categories;
  NidaCube   *appeals;          /* requirement by appeal, of @year */
  NidaCube   *all_appeals;      /* of all years */
  NidaCube   *objectives;       /* requirement by category, of @year */
  NidaMeasure measure;          /* received, or reported where no flow is loaded */
  char       *year;             /* of requirements: the newest of weight, or NULL */
} Holdings;

static NidaQuery *
question (NidaField   field,
          NidaMeasure measure,
          const char *year)
{
  NidaQuery *query = nida_query_new ();

  if (field != NIDA_FIELD_NONE)
    query->by[query->n_by++] = (NidaGroupBy) { field, field == NIDA_FIELD_DATE ? NIDA_STEP_YEAR : NIDA_STEP_NONE };
  query->measures = 1u << measure;
  if (year != NULL)
    nida_query_add_filter (query, NIDA_FIELD_DATE, year);
  return query;
}

/* All that is asked for at once shares the passes over the rows; where one fails, the others still have their answers. Takes the
 * @queries. */
static void
ask (NidaLocalEngine *engine,
     NidaQuery      **queries,
     NidaCube       **cubes[],
     guint            n)
{
  g_autoptr (GPtrArray) asked = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_query_unref), answers = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (asked, queries[i]);
  answers = nida_local_engine_query_all (engine, asked, &error);
  if (answers == NULL)
    g_debug ("A board question failed: %s", error->message);
  for (guint i = 0; i < n; i++)
    *cubes[i] = answers != NULL ? g_object_ref (answers->pdata[i]) : nida_local_engine_query (engine, queries[i], NULL);
}

/* Groups that have a name and a figure other than zero. */
static guint
count_groups (NidaCube    *cube,
              NidaMeasure  measure)
{
  guint n = 0;

  for (guint i = 0; cube != NULL && i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);

      if (!nida_cube_get_item (cube, 0, cell->item[0])->not_stated &&
          cell->values[measure] != NIDA_MONEY_NONE && cell->values[measure] != 0)
        n++;
    }
  return n;
}

/* The newest year whose requirement is at least a tenth of the largest: plans for years far ahead are not the news. */
static char *
find_year (NidaCube *years)
{
  NidaMoney largest = 0;
  const char *newest = NULL;

  for (guint i = 0; years != NULL && i < nida_cube_get_n_cells (years); i++)
    {
      NidaMoney value = nida_cube_get_cell (years, i)->values[NIDA_MEASURE_REQUIREMENT];

      largest = MAX (largest, value == NIDA_MONEY_NONE ? 0 : value);
    }
  for (guint i = 0; years != NULL && i < nida_cube_get_n_cells (years); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (years, i);
      const NidaCubeItem *item = nida_cube_get_item (years, 0, cell->item[0]);

      if (!item->not_stated && cell->values[NIDA_MEASURE_REQUIREMENT] != NIDA_MONEY_NONE &&
          cell->values[NIDA_MEASURE_REQUIREMENT] > largest / 10)
        newest = item->name;
    }
  return g_strdup (newest);
}

static void
ask_kinds (Holdings        *holdings,
           NidaLocalEngine *engine)
{
  NidaQuery *queries[] = { question (NIDA_FIELD_NONE, NIDA_MEASURE_RECEIVED, NULL),
                           question (NIDA_FIELD_DATE, NIDA_MEASURE_REQUIREMENT, NULL),
                           question (NIDA_FIELD_APPEAL, NIDA_MEASURE_REQUIREMENT, NULL) };
  NidaCube **cubes[] = { &holdings->total, &holdings->years, &holdings->all_appeals };

  ask (engine, queries, cubes, G_N_ELEMENTS (queries));
}

static void
ask_groups (Holdings        *holdings,
            NidaLocalEngine *engine)
{
  NidaQuery *queries[] = { question (NIDA_FIELD_DONOR, holdings->measure, NULL),
                           question (NIDA_FIELD_CATEGORY, holdings->measure, NULL),
                           question (NIDA_FIELD_APPEAL, NIDA_MEASURE_REQUIREMENT, holdings->year),
                           question (NIDA_FIELD_CATEGORY, NIDA_MEASURE_REQUIREMENT, holdings->year) };
  NidaCube **cubes[] = { &holdings->donors, &holdings->categories, &holdings->appeals, &holdings->objectives };

  ask (engine, queries, cubes, G_N_ELEMENTS (queries));
}

static void
holdings_init (Holdings        *holdings,
               NidaLocalEngine *engine)
{
  ask_kinds (holdings, engine);
  holdings->year = find_year (holdings->years);
  holdings->measure = NIDA_MEASURE_RECEIVED;
  if (holdings->total != NULL && !nida_cube_has_kind (holdings->total, NIDA_KIND_PAID) &&
      !nida_cube_has_kind (holdings->total, NIDA_KIND_COMMITMENT))
    holdings->measure = nida_cube_has_kind (holdings->total, NIDA_KIND_PLEDGE) ? NIDA_MEASURE_PLEDGED : NIDA_MEASURE_REPORTED;
  ask_groups (holdings, engine);
}

static void
holdings_clear (Holdings *holdings)
{
  g_clear_object (&holdings->total);
  g_clear_object (&holdings->years);
  g_clear_object (&holdings->donors);
  g_clear_object (&holdings->categories);
  g_clear_object (&holdings->appeals);
  g_clear_object (&holdings->all_appeals);
  g_clear_object (&holdings->objectives);
  g_clear_pointer (&holdings->year, g_free);
}

/* Is there any figure at all, with a name or without? */
static gboolean
any_figure (NidaCube    *cube,
            NidaMeasure  measure)
{
  for (guint i = 0; cube != NULL && i < nida_cube_get_n_cells (cube); i++)
    {
      NidaMoney value = nida_cube_get_cell (cube, i)->values[measure];

      if (value != NIDA_MONEY_NONE && value != 0)
        return TRUE;
    }
  return FALSE;
}

static NidaLacks
find_lacks (const Holdings *holdings)
{
  gint32 first, last;
  NidaLacks lacks = NIDA_LACKS_NOTHING;

  if (!any_figure (holdings->donors, holdings->measure))
    return lacks;
  if (count_groups (holdings->donors, holdings->measure) == 0)
    lacks |= NIDA_LACKS_DONORS;
  if (!nida_cube_get_extent (holdings->donors, &first, &last))
    lacks |= NIDA_LACKS_DATES;
  return lacks;
}

static gboolean
holds (const Holdings *holdings,
       NidaKind        kind)
{
  return holdings->total != NULL && nida_cube_has_kind (holdings->total, kind);
}

static NidaChartSpec *
add_spec (GPtrArray     *specs,
          NidaChartKind  kind,
          NidaMeasure    measure,
          NidaField      by)
{
  NidaChartSpec *spec = nida_chart_spec_new (kind);

  spec->measure = measure;
  if (by != NIDA_FIELD_NONE)
    {
      spec->query->by[0] = (NidaGroupBy) { by, NIDA_STEP_NONE };
      spec->query->n_by = 1;
    }
  g_ptr_array_add (specs, spec);
  return spec;
}

/* Figures of an appeal are of one year: adding the requirements of several would count a need again each year. */
static void
keep_year (NidaChartSpec   *spec,
           const NidaBoard *board)
{
  if (board->year != NULL)
    nida_query_add_filter (spec->query, NIDA_FIELD_DATE, board->year);
}

static void
add_cards (NidaBoard      *board,
           const Holdings *holdings)
{
  static const NidaMeasure measures[] = {
    NIDA_MEASURE_REQUIREMENT, NIDA_MEASURE_RECEIVED, NIDA_MEASURE_PLEDGED, NIDA_MEASURE_GAP, NIDA_MEASURE_COVERAGE
  };

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      gboolean of_appeal = measures[i] != NIDA_MEASURE_RECEIVED && measures[i] != NIDA_MEASURE_PLEDGED;
      NidaMeasure measure = measures[i];
      NidaChartSpec *spec;

      if (measure == NIDA_MEASURE_RECEIVED && holdings->measure == NIDA_MEASURE_REPORTED && holds (holdings, NIDA_KIND_REPORTED))
        {
          measure = NIDA_MEASURE_REPORTED;
          of_appeal = TRUE;
        }
      spec = add_spec (board->cards, NIDA_CHART_NUMBER, measure, NIDA_FIELD_NONE);
      if (of_appeal)
        keep_year (spec, board);
    }
}

/* What the desk waits for: what it should have got already, and what it will get soon. */
static void
add_due (NidaBoard       *board,
         NidaLocalEngine *engine)
{
  static const struct { NidaDue due; NidaMeasure measure; NidaKind kind; } cards[] = {
    { NIDA_DUE_OVERDUE, NIDA_MEASURE_PLEDGED, NIDA_KIND_PLEDGE }, { NIDA_DUE_OVERDUE, NIDA_MEASURE_COMMITTED, NIDA_KIND_COMMITMENT },
    { NIDA_DUE_SOON, NIDA_MEASURE_PLEDGED, NIDA_KIND_PLEDGE }, { NIDA_DUE_SOON, NIDA_MEASURE_COMMITTED, NIDA_KIND_COMMITMENT },
  };
  NidaDataset *dataset = nida_local_engine_get_dataset (engine);
  NidaCodes dues = nida_dataset_get_codes (dataset, NIDA_FIELD_DUE);
  guint held[NIDA_DUE_LATER + 1] = { 0 };

  for (guint row = 0; dues.data != NULL && row < nida_dataset_get_n_rows (dataset); row++)
    held[MIN (nida_codes_get (dues, row), NIDA_DUE_LATER)] |= NIDA_KIND_BIT (nida_dataset_get_kind (dataset, row));
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    if (held[cards[i].due] & NIDA_KIND_BIT (cards[i].kind))
      nida_query_add_filter (add_spec (board->cards, NIDA_CHART_NUMBER, cards[i].measure, NIDA_FIELD_NONE)->query, NIDA_FIELD_DUE,
                             nida_field_get_words (NIDA_FIELD_DUE)[cards[i].due - 1]);
}

/* The plans of the year; the objectives of the only plan; or, where that plan is not divided, the plans of all years. */
static void
add_coverage (NidaBoard      *board,
              const Holdings *holdings,
              guint           n_appeals,
              guint           n_objectives)
{
  NidaChartSpec *spec = add_spec (board->charts, NIDA_CHART_COVERAGE, NIDA_MEASURE_COVERAGE,
                                  n_appeals > 1 || n_objectives <= 1 ? NIDA_FIELD_APPEAL : NIDA_FIELD_CATEGORY);

  if (n_appeals > 1 || n_objectives > 1 || count_groups (holdings->all_appeals, NIDA_MEASURE_REQUIREMENT) <= 1)
    keep_year (spec, board);
  else
    spec->order = NIDA_ORDER_SOURCE;
}

static void
add_charts (NidaBoard      *board,
            const Holdings *holdings)
{
  gboolean needs = holds (holdings, NIDA_KIND_REQUIREMENT);
  gboolean money = any_figure (holdings->donors, holdings->measure) && (board->lacks & NIDA_LACKS_DATES) == 0;
  guint n_appeals = count_groups (holdings->appeals, NIDA_MEASURE_REQUIREMENT);
  guint n_objectives = count_groups (holdings->objectives, NIDA_MEASURE_REQUIREMENT);
  guint n_donors = count_groups (holdings->donors, holdings->measure);
  guint n_categories = count_groups (holdings->categories, holdings->measure);
  gboolean flows = holdings->measure != NIDA_MEASURE_REPORTED;

  if (needs)
    add_coverage (board, holdings, n_appeals, n_objectives);
  if (money)
    add_spec (board->charts, NIDA_CHART_TIMELINE, holdings->measure, n_donors > 1 ? NIDA_FIELD_DONOR : NIDA_FIELD_NONE);
  else if (needs && count_groups (holdings->years, NIDA_MEASURE_REQUIREMENT) > 1)
    add_spec (board->charts, NIDA_CHART_TIMELINE, NIDA_MEASURE_REQUIREMENT, NIDA_FIELD_NONE)->step = NIDA_STEP_YEAR;
  if (n_donors > 1)
    add_spec (board->charts, NIDA_CHART_RANKING, holdings->measure, NIDA_FIELD_DONOR);
  else if (needs && n_appeals > 1)
    keep_year (add_spec (board->charts, NIDA_CHART_RANKING, NIDA_MEASURE_REQUIREMENT, NIDA_FIELD_APPEAL), board);
  if (flows && n_categories > 1)
    add_spec (board->charts, NIDA_CHART_PARTS, holdings->measure, NIDA_FIELD_CATEGORY);
  else if (needs && n_appeals <= 1 && n_objectives > 1)
    keep_year (add_spec (board->charts, NIDA_CHART_PARTS, NIDA_MEASURE_REQUIREMENT, NIDA_FIELD_CATEGORY), board);
  else if (n_donors > 1)
    add_spec (board->charts, NIDA_CHART_PARTS, holdings->measure, NIDA_FIELD_DONOR);
  if (holds (holdings, NIDA_KIND_INDICATOR))
    add_spec (board->charts, NIDA_CHART_INDICATOR, NIDA_MEASURE_COUNT, NIDA_FIELD_NONE);
  if (holds (holdings, NIDA_KIND_EVENT))
    add_spec (board->charts, NIDA_CHART_EVENTS, NIDA_MEASURE_COUNT, NIDA_FIELD_NONE);
}

/* The only name of a group, in the language; NULL when there are none or several. */
static char *
only_name (NidaCube     *cube,
           NidaMeasure   measure,
           NidaField     field,
           NidaLanguage *language)
{
  if (count_groups (cube, measure) != 1)
    return NULL;
  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      const NidaCubeItem *item = nida_cube_get_item (cube, 0, cell->item[0]);

      if (!item->not_stated && cell->values[measure] != NIDA_MONEY_NONE && cell->values[measure] != 0)
        return nida_words_name (language, field, item->name, item->arabic);
    }
  return NULL;
}

static char *
make_title (const Holdings *holdings,
            NidaLanguage   *language)
{
  g_autofree char *appeal = only_name (holdings->appeals, NIDA_MEASURE_REQUIREMENT, NIDA_FIELD_APPEAL, language);
  g_autofree char *donor = only_name (holdings->donors, holdings->measure, NIDA_FIELD_DONOR, language);
  g_autofree char *year = NULL;

  if (appeal != NULL && donor != NULL)
    /* Translators: title of a board: an appeal (نداء) and the only donor in the data */
    return g_strdup_printf (_("%s and %s"), appeal, donor);
  if (appeal != NULL || donor != NULL)
    return g_strdup (appeal != NULL ? appeal : donor);
  if (holdings->year != NULL)
    {
      year = nida_language_digits (language, holdings->year);
      /* Translators: title of a board; %s is a year */
      return g_strdup_printf (_("Humanitarian funding %s"), year);
    }
  return g_strdup (_("Humanitarian funding"));
}

/* "OCHA FTS · 8,137 flows from 11,189 rows" */
/* The cards have no source line that says so. */
static void
append_missing (GString      *text,
                NidaReport   *report,
                NidaLanguage *language)
{
  g_autofree char *number = NULL;
  guint n = 0;

  for (guint i = 0; i < nida_report_get_n_sources (report); i++)
    n += nida_report_get_source (report, i)->is_missing;
  number = nida_language_integer (language, n);
  if (n > 0)
    {
      g_string_append (text, " · ");
      /* Translators: under the title of a board: how many files of the document could not be read */
      /* xgettext:c-format */
      g_string_append_printf (text, ngettext ("%s source is missing", "%s sources are missing", n), number);
    }
}

static char *
make_subtitle (NidaDataset    *dataset,
               const Holdings *holdings,
               NidaLanguage   *language)
{
  NidaReport *report = nida_dataset_get_report (dataset);
  g_autoptr (NidaSources) sources = nida_sources_new (dataset, language);
  guint64 rows = 0, facts = nida_dataset_get_n_rows (dataset);
  g_autofree char *n_facts = nida_language_integer (language, facts), *n_rows = NULL, *held = NULL, *origin = NULL;
  /* A toolkit that asks the first letter for the direction must not find a Latin name of a source there. */
  GString *text = g_string_new (nida_language_is_rtl (language) ? "\u200f" : NULL);

  for (guint i = 0; i < nida_report_get_n_sources (report); i++)
    if (!nida_report_get_source (report, i)->is_rates)
      rows += nida_report_get_source (report, i)->rows_read;
  n_rows = nida_language_integer (language, rows);
  /* Translators: facts (flows, requirements, events …) that stand on the board */
  /* xgettext:c-format */
  held = g_strdup_printf (ngettext ("%s fact", "%s facts", facts), n_facts);
  /* Translators: follows the number of facts: how many rows of files they were read from */
  /* xgettext:c-format */
  origin = g_strdup_printf (ngettext ("from %s row", "from %s rows", rows), n_rows);
  for (guint i = 0; sources->names[i] != NULL; i++)
    {
      g_autofree char *name = nida_language_isolate (language, sources->names[i]);

      g_string_append_printf (text, "%s · ", name);
    }
  g_string_append_printf (text, "%s %s", held, origin);
  if (sources->as_of.precision != NIDA_PRECISION_NONE)
    {
      g_autofree char *day = nida_language_date (language, sources->as_of, NIDA_DATE_MEDIUM);

      /* Translators: after the counts of a board: the last day of the data */
      g_string_append_printf (text, " · ");
      g_string_append_printf (text, _("data to %s"), day);
    }
  if (sources->read_as_of != 0)
    {
      g_autofree char *moment = nida_language_moment (language, sources->read_as_of, TRUE);

      /* Translators: under the title of a board that shows earlier data: the day whose data these are */
      g_string_append_printf (text, _(" · as the sources stood on %s"), moment);
    }
  append_missing (text, report, language);
  return g_string_free (text, FALSE);
}

/**
 * nida_board_new_for:
 *
 * Returns: (transfer full): a board with only those charts that have something to show
 */
NidaBoard *
nida_board_new_for (NidaLocalEngine *engine,
                    NidaLanguage    *language)
{
  g_auto (NidaSpeech) speech = nida_language_speak (language);
  NidaBoard *board = g_new0 (NidaBoard, 1);
  Holdings holdings = { 0 };

  board->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free);
  board->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free);
  holdings_init (&holdings, engine);
  if (count_groups (holdings.years, NIDA_MEASURE_REQUIREMENT) > 1)
    board->year = g_strdup (holdings.year);
  board->lacks = find_lacks (&holdings);
  add_cards (board, &holdings);
  add_due (board, engine);
  add_charts (board, &holdings);
  board->title = make_title (&holdings, language);
  board->subtitle = make_subtitle (nida_local_engine_get_dataset (engine), &holdings, language);
  holdings_clear (&holdings);
  return board;
}

const char *
nida_board_lack_words (const NidaBoard *board)
{
  switch ((guint) board->lacks)
    {
    case NIDA_LACKS_DONORS | NIDA_LACKS_DATES:
      return _("No amount has a donor or a date, so there is nobody to rank and nothing to show over time.");
    case NIDA_LACKS_DONORS:
      return _("No amount has a donor, so there is nobody to rank.");
    case NIDA_LACKS_DATES:
      return _("No amount has a date, so there is nothing to show over time.");
    case NIDA_LACKS_NOTHING:
    default:
      return NULL;
    }
}

static gpointer
copy_spec (gconstpointer spec,
           gpointer      user_data)
{
  return nida_chart_spec_copy (spec);
}

static GPtrArray *
copy_specs (GPtrArray *specs)
{
  return g_ptr_array_copy (specs, copy_spec, NULL);
}

/**
 * nida_board_new_arranged:
 * @composed: a board made from data
 * @arrangement: (nullable): what a person has put on it
 *
 * Returns: (transfer full): a board of its own
 */
NidaBoard *
nida_board_new_arranged (const NidaBoard *composed,
                         NidaArrangement *arrangement)
{
  NidaBoard *board = g_new0 (NidaBoard, 1);

  board->title = g_strdup (composed->title);
  board->subtitle = g_strdup (composed->subtitle);
  board->year = g_strdup (composed->year);
  board->lacks = composed->lacks;
  board->cards = copy_specs (arrangement != NULL ? nida_arrangement_get_cards (arrangement) : composed->cards);
  board->charts = copy_specs (arrangement != NULL ? nida_arrangement_get_charts (arrangement) : composed->charts);
  g_ptr_array_set_free_func (board->cards, (GDestroyNotify) nida_chart_spec_free);
  g_ptr_array_set_free_func (board->charts, (GDestroyNotify) nida_chart_spec_free);
  return board;
}

void
nida_board_free (NidaBoard *board)
{
  g_free (board->title);
  g_free (board->subtitle);
  g_free (board->year);
  g_ptr_array_unref (board->cards);
  g_ptr_array_unref (board->charts);
  g_free (board);
}

/* Takes @names: with those that a person gave a colour in this chart. NULL stays NULL: all names are asked for. */
static char **
add_own_hues (const NidaChartSpec *spec,
              char               **names)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (names == NULL || spec->hues->len == 0)
    return names;
  g_strv_builder_addv (builder, (const char **) names);
  for (guint i = 0; i < spec->hues->len; i++)
    {
      const NidaHue *hue = spec->hues->pdata[i];

      if (hue->field == spec->query->by[0].field && hue->color != NIDA_COLOR_OTHER && !g_strv_contains ((const char * const *) names, hue->name))
        g_strv_builder_add (builder, hue->name);
    }
  g_strfreev (names);
  return g_strv_builder_end (builder);
}

void
nida_board_color_chart (NidaChartSpec *spec,
                        NidaColorMap  *colors)
{
  g_clear_pointer (&spec->hued, g_strfreev);
  if (spec->kind == NIDA_CHART_TIMELINE && spec->query->n_by > 0)
    spec->hued = add_own_hues (spec, nida_color_map_dup_names (colors, spec->query->by[0].field));
}

/**
 * nida_board_set_colors:
 * @colors: after nida_donor_hues_pin(); what it pins later changes nothing here
 *
 * Tells the timelines which names have a hue, so that they ask for these apart and for all others together.
 */
void
nida_board_set_colors (NidaBoard    *board,
                       NidaColorMap *colors)
{
  for (guint i = 0; i < board->charts->len; i++)
    nida_board_color_chart (board->charts->pdata[i], colors);
}
