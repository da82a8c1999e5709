/* What the words of the command line mean: each is checked here, so that a command sees only sense. */
#include "config.h"

#include "options.h"

#include "alias-file.h"
#include "countries.h"
#include "donor-report.h"
#include "options-words.h"
#include "translate.h"

#include <string.h>

#define FISCAL_START  4      /* April, as in Kuwait; a document may say another month */
#define FISCAL_UNSAID (-1)
#define NIDA_MAX_SIZE 16384.0

static gboolean
pick_word (const char         *option,
           const char         *word,
           const char * const *words,
           int                *choice,
           GError            **error)
{
  g_autofree char *known = NULL;

  if (word == NULL)
    return TRUE;
  for (int i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], word) == 0)
      {
        *choice = i;
        return TRUE;
      }
  known = g_strjoinv (", ", (char **) words);
  /* Translators: an option of the command line, the wrong word, then the right ones */
  NIDA_USAGE (_("%s does not take “%s”. Choose one of: %s."), option, word, known);
  return FALSE;
}

/* @name is no field that @option takes; @every: which also takes what nothing is grouped by */
static void
refuse_field (const char  *option,
              const char  *name,
              gboolean     every,
              GError     **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *known = NULL;

  for (NidaField field = NIDA_FIELD_NONE + 1; field <= NIDA_FIELD_REGION; field++)
    {
      NidaGroupBy by;

      if (every || nida_group_by_from_name (nida_field_get_name (field), NIDA_STEP_YEAR, &by))
        g_strv_builder_add (builder, nida_field_get_name (field));
    }
  names = g_strv_builder_end (builder);
  known = g_strjoinv (", ", names);
  /* Translators: an option of the command line, the wrong field, then the right ones */
  NIDA_USAGE (_("%s does not know the field “%s”. Choose one of: %s."), option, name, known);
}

static gboolean
read_by (NidaOptions  *options,
         const char   *option,
         const char   *text,
         GError      **error)
{
  g_auto (GStrv) names = NULL;

  if (text == NULL || *text == '\0')
    return TRUE;
  names = g_strsplit (text, ",", -1);
  if (g_strv_length (names) > NIDA_MAX_BY)
    {
      NIDA_USAGE (_("--by takes at most three fields."));
      return FALSE;
    }
  for (guint i = 0; names[i] != NULL; i++)
    {
      NidaStep step = options->step != NIDA_STEP_NONE ? options->step : NIDA_STEP_YEAR;

      if (!nida_group_by_from_name (g_strstrip (names[i]), step, &options->query->by[i]))
        {
          refuse_field (option, names[i], FALSE, error);
          return FALSE;
        }
      for (guint j = 0; j < i; j++)
        if (options->query->by[j].field == options->query->by[i].field && options->query->by[j].step == options->query->by[i].step)
          {
            NIDA_USAGE (_("--by names the field “%s” twice."), names[i]);
            return FALSE;
          }
      options->by_names[i] = g_strdup (names[i]);
      options->query->n_by++;
    }
  return TRUE;
}

static gboolean
read_panels (NidaOptions           *options,
             const NidaRawOptions  *raw,
             GError               **error)
{
  NidaGroupBy by = { NIDA_FIELD_NONE, NIDA_STEP_NONE };

  if (raw->panels != NULL && !nida_group_by_from_name (raw->panels, NIDA_STEP_YEAR, &by))
    {
      refuse_field ("--panels", raw->panels, FALSE, error);
      return FALSE;
    }
  options->panels = by.field;
  options->own_scales = raw->own_scales;
  options->slides = raw->slides || raw->slide != 0;
  options->slide = (guint) MAX (raw->slide, 0);
  options->notes = raw->notes;
  options->no_projection = raw->no_projection;
  return TRUE;
}

/* The name that the readers give to the country that @value means; any other value as it is. */
static const char *
usual_name (NidaField   field,
            const char *value)
{
  const NidaCountry *country = field == NIDA_FIELD_COUNTRY || field == NIDA_FIELD_DONOR_COUNTRY
                               ? nida_country_from_name (value) : NULL;

  return country != NULL ? country->english : value;
}

static gboolean
read_where (NidaOptions  *options,
            char        **where,
            GError      **error)
{
  for (guint i = 0; where != NULL && where[i] != NULL; i++)
    {
      const char *equals = strchr (where[i], '=');
      g_autofree char *name = NULL;
      NidaGroupBy by;

      if (equals == NULL)
        {
          NIDA_USAGE (_("--where wants FIELD=VALUE, not “%s”."), where[i]);
          return FALSE;
        }
      name = g_strndup (where[i], equals - where[i]);
      if (!nida_group_by_from_name (name, NIDA_STEP_DAY, &by))
        {
          by.field = nida_field_from_name (name);
          if (by.field == NIDA_FIELD_NONE)
            {
              refuse_field ("--where", name, TRUE, error);
              return FALSE;
            }
        }
      nida_query_add_filter (options->query, by.field, usual_name (by.field, equals + 1));
    }
  return TRUE;
}

static gboolean
read_date (const char  *option,
           const char  *text,
           NidaDate    *date,
           GError     **error)
{
  if (text == NULL)
    return TRUE;
  if (nida_date_parse (text, strlen (text), date) == NIDA_DATE_OK)
    return TRUE;
  NIDA_USAGE (_("%s wants a date such as 2024, 2024-02 or 2024-02-04, not “%s”."), option, text);
  return FALSE;
}

/* "eur" is EUR; what is no code of three letters would leave out every row. */
static gboolean
read_currency (const char  *option,
               const char  *text,
               char       **currency,
               GError     **error)
{
  if (text == NULL)
    return TRUE;
  if (strlen (text) == 3 && g_ascii_isalpha (text[0]) && g_ascii_isalpha (text[1]) && g_ascii_isalpha (text[2]))
    {
      *currency = g_ascii_strup (text, -1);
      return TRUE;
    }
  /* Translators: the name of an option, then what was given */
  NIDA_USAGE (_("%s wants a code of three letters such as USD or KWD, not “%s”."), option, text);
  return FALSE;
}

static gboolean
read_dates (NidaOptions     *options,
            NidaRawOptions  *raw,
            GError         **error)
{
  NidaQuery *query = options->query;

  if (!read_date ("--from", raw->from, &query->from, error) || !read_date ("--to", raw->to, &query->to, error))
    return FALSE;
  if (raw->from == NULL || raw->to == NULL || nida_date_first_day (query->from) <= nida_date_last_day (query->to))
    return TRUE;
  NIDA_USAGE (_("--from %s lies after --to %s. Exchange the dates."), raw->from, raw->to);
  return FALSE;
}

static gboolean
read_size (NidaOptions  *options,
           const char   *text,
           GError      **error)
{
  char *rest = NULL;
  guint64 width, height;

  if (text == NULL)
    return TRUE;
  width = g_ascii_strtoull (text, &rest, 10);
  if (*rest == 'x')
    {
      height = g_ascii_strtoull (rest + 1, &rest, 10);
      if (*rest == '\0' && width >= 80 && height >= 60 && width <= NIDA_MAX_SIZE && height <= NIDA_MAX_SIZE)
        {
          options->width = width;
          options->height = height;
          return TRUE;
        }
    }
  NIDA_USAGE (_("--size wants WIDTHxHEIGHT from 80x60 to 16384x16384, not “%s”."), text);
  return FALSE;
}

static gboolean
read_question (NidaOptions     *options,
               NidaRawOptions  *raw,
               GError         **error)
{
  static const char * const rules[] = { "auto", "distinct", "boundary", NULL };
  int rule = NIDA_RULE_AUTO;

  if (raw->step != NULL && !nida_step_from_name (raw->step, &options->step))
    {
      NIDA_USAGE (_("--step takes year, fiscal-year, quarter, month or day, not “%s”."), raw->step);
      return FALSE;
    }
  if (raw->measure != NULL && !nida_measure_from_name (raw->measure, &options->measure))
    {
      NIDA_USAGE (_("--measure takes received, requirement, reported, pledged, committed, paid, gap, coverage or count, not “%s”."),
             raw->measure);
      return FALSE;
    }
  if (raw->fiscal_start != FISCAL_UNSAID && (raw->fiscal_start < 1 || raw->fiscal_start > 12))
    {
      NIDA_USAGE (_("--fiscal-year-start takes a month from 1 to 12."));
      return FALSE;
    }
  if (raw->top != NIDA_TOP_ALL && raw->top < 1)
    {
      NIDA_USAGE (_("--top takes a number above zero."));
      return FALSE;
    }
  if (raw->prices != 0 && (raw->prices < 1000 || raw->prices > 2999))
    {
      NIDA_USAGE (_("--prices takes the year whose prices amounts are told in, such as 2023."));
      return FALSE;
    }
  if (!pick_word ("--count", raw->count, rules, &rule, error))
    return FALSE;

  options->top = MAX (raw->top, 0);
  options->query->measures = 1u << options->measure;
  options->query->rule = rule;
  options->is_fiscal_said = raw->fiscal_start != FISCAL_UNSAID;
  options->query->fiscal_start = options->is_fiscal_said ? (guint) raw->fiscal_start : FISCAL_START;
  options->query->prices = raw->prices;
  return read_by (options, "--by", raw->by, error) &&
         read_panels (options, raw, error) &&
         read_where (options, raw->where, error) &&
         read_currency ("--currency", raw->currency, &options->query->currency, error) &&
         read_currency ("--second-currency", raw->second, &options->query->second, error) &&
         read_dates (options, raw, error);
}

static gboolean
read_looks (NidaOptions     *options,
            NidaRawOptions  *raw,
            GError         **error)
{
  static const char * const languages[] = { "en", "ar", NULL };
  static const char * const digits[] = { "auto", "latn", "arab", NULL };
  static const char * const directions[] = { "ltr", "rtl", "follow", NULL };
  static const char * const formats[] = { "table", "csv", "json", NULL };
  static const char * const marks[] = { ".", ",", NULL };
  static const char * const orders[] = {
    [NIDA_ORDER_SOURCE] = "source", [NIDA_ORDER_SIZE] = "largest", [NIDA_ORDER_GAP] = "gap", [NIDA_ORDER_SMALLEST] = "smallest",
    [NIDA_ORDER_NAME] = "name", NULL
  };
  int order = NIDA_ORDER_SOURCE, language = -1, digit = NIDA_DIGITS_AUTO, direction = NIDA_TIME_LTR, format = NIDA_FORMAT_TABLE, mark = -1;

  if (!pick_word ("--lang", raw->lang, languages, &language, error) ||
      !pick_word ("--digits", raw->digits, digits, &digit, error) ||
      !pick_word ("--time-direction", raw->time_direction, directions, &direction, error) ||
      !pick_word ("--format", raw->format, formats, &format, error) ||
      !pick_word ("--decimal", raw->decimal, marks, &mark, error) ||
      !pick_word ("--order", raw->order, orders, &order, error) ||
      !read_size (options, raw->size, error))
    return FALSE;
  if (raw->theme != NULL && !nida_theme_from_name (raw->theme, &options->theme))
    {
      NIDA_USAGE (_("--theme takes light, dark, contrast, projector or print, not “%s”."), raw->theme);
      return FALSE;
    }
  if (raw->scale != NIDA_SCALE_OWN && !(raw->scale >= 1 && raw->scale <= 4))
    {
      NIDA_USAGE (_("--scale takes a number from 1 to 4."));
      return FALSE;
    }

  if (language >= 0)
    options->language = nida_language_new (languages[language], digit, NIDA_MONTHS_GULF);
  else
    options->language = nida_language_new (nida_language_from_environment (), digit, NIDA_MONTHS_GULF);
  options->time_direction = direction;
  options->format = format;
  options->is_order_said = raw->order != NULL;
  options->order = order;
  options->scale = raw->scale != NIDA_SCALE_OWN ? raw->scale : 0;
  options->load.decimal = mark < 0 ? NIDA_DECIMAL_AUTO : mark == 0 ? NIDA_DECIMAL_DOT : NIDA_DECIMAL_COMMA;
  return TRUE;
}

static gboolean
read_map (NidaOptions  *options,
          char        **map,
          GError      **error)
{
  for (guint i = 0; map != NULL && map[i] != NULL; i++)
    {
      const char *equals = strchr (map[i], '=');
      g_autofree char *name = equals != NULL ? g_strndup (map[i], equals - map[i]) : NULL;

      if (name == NULL || nida_field_from_name (name) == NIDA_FIELD_NONE)
        {
          NIDA_USAGE (_("--map wants FIELD=COLUMN with a field of nida(1), not “%s”."), map[i]);
          return FALSE;
        }
    }
  options->map = g_strdupv (map);
  options->load.map = (const char * const *) options->map;
  return TRUE;
}

/* The last microsecond of the day, month or year that @text names, by the clock on the wall. */
static gboolean
read_as_of (const char  *text,
            gint64      *as_of,
            GError     **error)
{
  NidaDate date;

  if (text == NULL)
    return TRUE;
  if (!read_date ("--as-of", text, &date, error))
    return FALSE;
  *as_of = nida_date_local_end (date);
  if (*as_of > 0)
    return TRUE;
  NIDA_USAGE (_("%s wants a date such as 2024, 2024-02 or 2024-02-04, not “%s”."), "--as-of", text);
  return FALSE;
}

/* What the page of a report is about and how it is marked. A year is a filter like any other. */
static gboolean
read_report (NidaOptions     *options,
             NidaRawOptions  *raw,
             GError         **error)
{
  options->donor = g_steal_pointer (&raw->donor);
  options->letterhead = g_steal_pointer (&raw->letterhead);
  if (raw->year != 0)
    {
      g_autofree char *year = g_strdup_printf ("%d", raw->year);

      if (raw->year < 1000 || raw->year > 2999)
        {
          NIDA_USAGE (_("--year takes a year such as 2026."));
          return FALSE;
        }
      nida_query_add_filter (options->query, NIDA_FIELD_DATE, year);
    }
  if (raw->mark == NULL || nida_donor_report_parse_mark (raw->mark, &options->draft, &options->embargo))
    return TRUE;
  NIDA_USAGE (_("--mark takes “draft” or “embargoed until 2026-12-01”, not “%s”."), raw->mark);
  return FALSE;
}

/* Which part of a workbook is the table. */
static gboolean
read_workbook (NidaOptions     *options,
               NidaRawOptions  *raw,
               GError         **error)
{
  if (raw->header < 0)
    {
      NIDA_USAGE (_("--header takes the number of a row of the sheet, from 1 on."));
      return FALSE;
    }
  options->load.header = (guint) raw->header;
  options->load.sheet = options->sheet = g_steal_pointer (&raw->sheet);
  return TRUE;
}

/* The field of --compare is one to group by; which inputs are compared must be clear. */
static gboolean
read_compare (NidaOptions     *options,
              NidaRawOptions  *raw,
              GError         **error)
{
  if (raw->compare == NULL)
    return TRUE;
  if (raw->inputs == NULL || g_strv_length (raw->inputs) != 2 || raw->since != NULL || raw->by != NULL
      || strchr (raw->compare, ',') != NULL)
    {
      NIDA_USAGE (_("--compare wants two inputs and one field, and neither --by nor --since. Name tables of rates with --rates."));
      return FALSE;
    }
  options->compare = TRUE;
  return read_by (options, "--compare", raw->compare, error);
}

/* Tables of rates are inputs as any other. */
static char **
join_inputs (char **inputs,
             char **rates)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) inputs);
  if (rates != NULL)
    g_strv_builder_addv (builder, (const char **) rates);
  return g_strv_builder_end (builder);
}

/**
 * nida_options_parse:
 * @command: the name of the command, for messages
 * @argv: the words after the program's name; argv[0] is the command
 *
 * Returns: (transfer full): the options, or %NULL with @error, whose message says what a word may be
 */
NidaOptions *
nida_options_parse (const char  *command,
                    int          argc,
                    char       **argv,
                    GError     **error)
{
  g_auto (NidaRawOptions) raw = { .fiscal_start = FISCAL_UNSAID, .scale = NIDA_SCALE_OWN, .top = NIDA_TOP_ALL };
  g_autoptr (NidaOptions) options = g_new0 (NidaOptions, 1);

  options->query = nida_query_new ();
  options->measure = NIDA_MEASURE_RECEIVED;
  options->theme = NIDA_THEME_LIGHT;
  if (!nida_raw_options_parse (&raw, argc, argv, error) ||
      !nida_raw_options_check (&raw, command, error) ||
      !read_question (options, &raw, error) ||
      !read_compare (options, &raw, error) ||
      !read_looks (options, &raw, error) ||
      !read_map (options, raw.map, error) ||
      !read_workbook (options, &raw, error) ||
      !read_report (options, &raw, error) ||
      !read_as_of (raw.as_of, &options->load.as_of, error))
    return NULL;
  if (raw.inputs == NULL)
    {
      NIDA_USAGE (_("nida %s wants at least one input: a file, an address or -."), command);
      return NULL;
    }

  options->inputs = join_inputs (raw.inputs, raw.rates);
  /* A day is written in digits; a file of such a name can be given as ./2024. */
  if (raw.since != NULL)
    read_as_of (raw.since, &options->since_day, NULL);
  options->since = g_steal_pointer (&raw.since);
  options->output = g_steal_pointer (&raw.output);
  options->chart = g_steal_pointer (&raw.chart);
  options->board = g_steal_pointer (&raw.board);
  options->title = g_steal_pointer (&raw.title);
  options->aliases = g_steal_pointer (&raw.aliases);
  options->strict = raw.strict;
  options->bom = raw.bom;
  options->load.allow_http = raw.allow_http;
  options->load.policy = raw.offline ? NIDA_POLICY_HELD : NIDA_POLICY_NETWORK;
  options->load.copies = NIDA_COPIES (g_object_ref (nida_cache_get_default ()));
  options->load.secrets = nida_secrets_new_service ();
  return g_steal_pointer (&options);
}

void
nida_options_free (NidaOptions *options)
{
  g_strfreev (options->inputs);
  g_free (options->output);
  g_free (options->chart);
  g_free (options->board);
  g_free (options->title);
  g_free (options->donor);
  g_free (options->letterhead);
  g_free (options->since);
  for (guint i = 0; i < NIDA_MAX_BY; i++)
    g_free (options->by_names[i]);
  g_strfreev (options->map);
  g_free (options->sheet);
  g_free (options->aliases);
  g_clear_pointer (&options->load.aliases, nida_aliases_unref);
  g_clear_pointer (&options->load.layouts, nida_layouts_unref);
  g_clear_pointer (&options->query, nida_query_unref);
  g_clear_object (&options->language);
  g_clear_object (&options->load.secrets);
  g_clear_object (&options->load.copies);
  g_strfreev (options->documents);
  g_strfreev (options->may_miss);
  g_clear_pointer (&options->load.own_rates, nida_own_rates_unref);
  g_clear_pointer (&options->items, g_ptr_array_unref);
  g_free (options);
}
