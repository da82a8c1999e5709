/* nida query: sums by group as a table, CSV or JSON; the counting rule and what stands beside on standard error. */
#include "config.h"

#include "conversion-words.h"
#include "local-engine.h"
#include "options.h"
#include "output.h"
#include "query-words.h"
#include "translate.h"
#include "words.h"

/* A line of the answer: the group's names and its figure. */
typedef struct {
  const char         *names[NIDA_MAX_BY];
  NidaMoney           value;
  const NidaCubeItem *items[NIDA_MAX_BY];   /* NULL where the line is no group */
  guint               n_others;             /* groups that the line sums */
} Line;

static gboolean
has_figure (const NidaCubeCell *cell,
            NidaMeasure         measure)
{
  return cell->values[measure] != NIDA_MONEY_NONE;
}

static int
compare_value (gconstpointer a,
               gconstpointer b)
{
  const Line *first = a, *second = b;

  if (first->value != second->value)
    return first->value < second->value ? 1 : -1;
  for (guint i = 0; i < NIDA_MAX_BY; i++)
    {
      int order = g_strcmp0 (first->names[i], second->names[i]);

      if (order != 0)
        return order;
    }
  return 0;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const Line *first = a, *second = b;

  for (guint i = 0; i < NIDA_MAX_BY; i++)
    {
      int order = g_strcmp0 (first->names[i], second->names[i]);

      if (order != 0)
        return order;
    }
  return 0;
}

/* The largest @top lines, then one for the rest: nothing is dropped. A ratio has no sum, so its rest is only counted. */
static void
gather_others (GArray      *lines,
               guint        top,
               NidaMeasure  measure,
               char       **other_name)
{
  Line other = { .names = { NULL, "", "" } };
  guint n_others;

  g_array_sort (lines, compare_value);
  if (lines->len <= top)
    return;
  n_others = lines->len - top;
  for (guint i = top; i < lines->len; i++)
    if (measure == NIDA_MEASURE_COVERAGE || !nida_money_add (other.value, g_array_index (lines, Line, i).value, &other.value))
      {
        other.value = NIDA_MONEY_NONE;
        break;
      }
  *other_name = g_strdup_printf ("Other (%u)", n_others);
  other.names[0] = *other_name;
  other.n_others = n_others;
  g_array_set_size (lines, top);
  g_array_append_val (lines, other);
}

static GArray *
collect_lines (NidaOptions *options,
               NidaCube    *cube,
               char       **other_name)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));
  guint n_by = options->query->n_by;

  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      Line line = { .names = { "", "", "" }, .value = cell->values[options->measure] };

      if (!has_figure (cell, options->measure) || line.value == 0)
        continue;
      for (guint d = 0; d < n_by; d++)
        {
          line.items[d] = nida_cube_get_item (cube, d, cell->item[d]);
          line.names[d] = line.items[d]->name;
        }
      g_array_append_val (lines, line);
    }
  g_array_sort (lines, compare_names);
  if (options->top > 0)
    gather_others (lines, options->top, options->measure, other_name);
  return lines;
}

static void
print_csv (NidaOptions *options,
           GArray      *lines)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint d = 0; d < options->query->n_by; d++)
    g_string_append_printf (out, "%s,", options->by_names[d]);
  g_string_append_printf (out, "%s\n", nida_measure_get_name (options->measure));
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      g_autofree char *figure = line->value == NIDA_MONEY_NONE ? g_strdup ("") : nida_output_figure (options->measure, line->value);

      for (guint d = 0; d < options->query->n_by; d++)
        {
          nida_csv_append_cell (out, line->names[d]);
          g_string_append_c (out, ',');
        }
      g_string_append_printf (out, "%s\n", figure);
    }
  g_print ("%s", out->str);
}

static void
append_json_asides (GString     *out,
                    NidaOptions *options,
                    NidaCube    *cube,
                    gboolean     left_out)
{
  const char *comma = "";

  for (guint i = 0; i < nida_cube_get_n_asides (cube); i++)
    {
      const NidaAside *aside = nida_cube_get_aside (cube, i);
      g_autofree char *words = NULL;

      if (aside->left_out != left_out)
        continue;
      words = nida_words_aside_exact (options->language, aside, options->query->currency);
      g_string_append_printf (out, "%s{\"why\":", comma);
      nida_output_json_text (out, words);
      g_string_append_printf (out, ",\"rows\":%" G_GUINT64_FORMAT, aside->rows);
      if (aside->amount != NIDA_MONEY_NONE)
        {
          g_autofree char *amount = nida_money_to_string (aside->amount);

          g_string_append_printf (out, ",\"amount\":\"%s\"", amount);
        }
      g_string_append_c (out, '}');
      comma = ",";
    }
}

static void
append_json_day (GString    *out,
                 const char *name,
                 gint32      day)
{
  int year, month, of_month;

  nida_civil_from_days (day, &year, &month, &of_month);
  g_string_append_printf (out, ",\"%s\":\"%04d-%02d-%02d\"", name, year, month, of_month);
}

static void
append_json_conversions (GString  *out,
                         NidaCube *cube)
{
  static const char * const kinds[] = {
    [NIDA_CONVERSION_SAME] = "same", [NIDA_CONVERSION_SOURCE] = "source", [NIDA_CONVERSION_TABLE] = "table",
    [NIDA_CONVERSION_TABLE_AND_PEG] = "table and fixed rate", [NIDA_CONVERSION_PEG] = "fixed rate",
    [NIDA_CONVERSION_OWN] = "own", [NIDA_CONVERSION_OWN_AND_TABLE] = "own and table", [NIDA_CONVERSION_OWN_AND_PEG] = "own and fixed rate",
    [NIDA_CONVERSION_MISSING] = "none",
  };

  for (guint i = 0; i < nida_cube_get_n_conversions (cube); i++)
    {
      const NidaConversion *conversion = nida_cube_get_conversion (cube, i);

      g_string_append_printf (out, "%s{\"rate\":\"%s\",\"from\":", i > 0 ? "," : "", kinds[conversion->kind]);
      nida_output_json_text (out, conversion->from);
      g_string_append_printf (out, ",\"rows\":%" G_GUINT64_FORMAT, conversion->rows);
      if (conversion->amount != NIDA_MONEY_NONE)
        {
          g_autofree char *amount = nida_money_to_string (conversion->amount);

          g_string_append_printf (out, ",\"amount\":\"%s\"", amount);
        }
      if (conversion->source != NULL)
        {
          g_string_append (out, ",\"source\":");
          nida_output_json_text (out, conversion->source);
          append_json_day (out, "first", conversion->first);
          append_json_day (out, "last", conversion->last);
        }
      g_string_append_c (out, '}');
    }
}

static void
append_json_line (GString     *out,
                  NidaOptions *options,
                  const Line  *line)
{
  g_string_append_c (out, '{');
  for (guint d = 0; d < options->query->n_by; d++)
    {
      nida_output_json_text (out, options->by_names[d]);
      g_string_append_c (out, ':');
      nida_output_json_text (out, line->names[d]);
      g_string_append_c (out, ',');
    }
  nida_output_json_text (out, nida_measure_get_name (options->measure));
  if (line->value == NIDA_MONEY_NONE)
    g_string_append (out, ":null}");
  else
    {
      g_autofree char *figure = nida_output_figure (options->measure, line->value);

      g_string_append_printf (out, ":\"%s\"}", figure);
    }
}

static void
print_json (NidaOptions *options,
            NidaCube    *cube,
            GArray      *lines)
{
  g_autoptr (GString) out = g_string_new ("{\"by\":[");
  g_autofree char *counting = nida_words_counting (options->language, cube);

  for (guint d = 0; d < options->query->n_by; d++)
    {
      if (d > 0)
        g_string_append_c (out, ',');
      nida_output_json_text (out, options->by_names[d]);
    }
  g_string_append (out, "],\"measure\":");
  nida_output_json_text (out, nida_measure_get_name (options->measure));
  g_string_append_printf (out, ",\"rule\":{\"name\":\"%s\",\"currency\":",
                          nida_cube_get_rule (cube) == NIDA_RULE_BOUNDARY ? "boundary" : "distinct");
  nida_output_json_text (out, options->query->currency != NULL ? options->query->currency : "USD");
  if (options->query->prices != 0)
    g_string_append_printf (out, ",\"prices\":%d", options->query->prices);
  g_string_append (out, ",\"conversions\":[");
  append_json_conversions (out, cube);
  g_string_append (out, "],\"words\":");
  nida_output_json_text (out, counting);
  g_string_append (out, "},\"rows\":[");
  for (guint i = 0; i < lines->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_json_line (out, options, &g_array_index (lines, Line, i));
    }
  g_string_append (out, "],\"left_out\":[");
  append_json_asides (out, options, cube, TRUE);
  g_string_append (out, "],\"beside\":[");
  append_json_asides (out, options, cube, FALSE);
  g_string_append (out, "]}");
  g_print ("%s\n", out->str);
}

/* A table is for people: in Arabic it has the Arabic names. In English it has those that --where takes. */
static char *
table_name (NidaOptions *options,
            const Line  *line,
            guint        dimension)
{
  const NidaCubeItem *item = line->items[dimension];
  NidaField field = options->query->by[dimension].field;

  if (!nida_language_is_arabic (options->language) || field == NIDA_FIELD_DATE)
    return g_strdup (line->names[dimension]);
  if (item != NULL)
    return nida_words_plain_name (options->language, field, item->name, item->arabic);
  if (dimension == 0 && line->n_others > 0)
    {
      g_autofree char *number = nida_language_integer (options->language, line->n_others);

      /* Translators: the groups beyond the largest, and how many they are */
      return g_strdup_printf (_("Other (%s)"), number);
    }
  return g_strdup (line->names[dimension]);
}

/* Aligned columns for a terminal; with no fields the bare figure. Figures are exact and ungrouped: the same text as CSV. */
static void
print_table (NidaOptions *options,
             GArray      *lines)
{
  guint n_by = options->query->n_by;
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  int widths[NIDA_MAX_BY + 1] = { 0 };

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      char *figure = line->value == NIDA_MONEY_NONE ? g_strdup ("–") : nida_output_figure (options->measure, line->value);

      g_ptr_array_add (figures, figure);
      for (guint d = 0; d < n_by; d++)
        {
          g_ptr_array_add (names, table_name (options, line, d));
          widths[d] = MAX (widths[d], nida_output_width (names->pdata[i * n_by + d]));
        }
      widths[n_by] = MAX (widths[n_by], nida_output_width (figure));
    }
  if (n_by == 0)
    {
      if (g_array_index (lines, Line, 0).value != NIDA_MONEY_NONE)
        g_print ("%s\n", (char *) figures->pdata[0]);
      return;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      for (guint d = 0; d < n_by; d++)
        nida_output_padded (names->pdata[i * n_by + d], widths[d], FALSE);
      nida_output_padded (figures->pdata[i], widths[n_by], TRUE);
      g_print ("\n");
    }
}

/* With no fields there is one line, zero or not; "absent is not zero" is a dash. */
static GArray *
collect_total (NidaOptions *options,
               NidaCube    *cube)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));
  Line line = { .names = { "", "", "" }, .value = nida_cube_get_total (cube)->values[options->measure] };

  g_array_append_val (lines, line);
  return lines;
}

/* Why there is no figure. Sentences about what is loaded hold only where the sources have no such row at all. */
static const char *
absent_words (NidaCube    *cube,
              NidaMeasure  measure)
{
  switch ((int) measure)
    {
    case NIDA_MEASURE_REQUIREMENT:
      return _("No requirement is loaded.");
    case NIDA_MEASURE_RECEIVED:
      return nida_cube_has_kind (cube, NIDA_KIND_REPORTED)
             ? _("No flow of money is loaded, only totals that sources report: ask for them with --measure reported.")
             : _("No funding figure is loaded.");
    case NIDA_MEASURE_GAP:
    case NIDA_MEASURE_COVERAGE:
      return nida_cube_has_kind (cube, NIDA_KIND_REQUIREMENT) ? _("No funding figure is known for these requirements.")
                                                              : _("There is no requirement to set funding against.");
    default:
      return _("No such figure is loaded.");
    }
}

/* Takes @words. */
static void
say_words (char *words)
{
  if (*words != '\0')
    g_printerr ("%s\n", words);
  g_free (words);
}

/* The rule, and what it left out or names beside, one line each. */
static void
say_counting (NidaOptions *options,
              NidaCube    *cube)
{
  g_autofree char *counting = nida_words_counting (options->language, cube);

  g_printerr ("%s\n", counting);
  say_words (nida_words_currency (options->language, cube));
  say_words (nida_words_converted (options->language, cube));
  say_words (nida_words_unconverted (options->language, cube));
  if (!has_figure (nida_cube_get_total (cube), options->measure))
    g_printerr ("%s\n", absent_words (cube, options->measure));
  for (guint i = 0; i < nida_cube_get_n_asides (cube); i++)
    {
      g_autofree char *words = nida_words_aside_exact (options->language, nida_cube_get_aside (cube, i), options->query->currency);

      g_printerr ("%s\n", words);
    }
}

int
nida_cli_query (NidaOptions *options)
{
  int status = NIDA_EXIT_DONE;
  g_autoptr (NidaDataset) dataset = nida_options_load (options, &status);
  g_autoptr (NidaLocalEngine) engine = NULL;
  g_autoptr (NidaCube) cube = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *other_name = NULL;

  if (dataset == NULL)
    return status;
  engine = nida_local_engine_new (dataset);
  cube = nida_local_engine_query (engine, options->query, &error);
  if (cube == NULL)
    {
      nida_say ("%s", error->message);
      return nida_exit_for (error);
    }

  lines = options->query->n_by > 0 ? collect_lines (options, cube, &other_name) : collect_total (options, cube);
  switch (options->format)
    {
    case NIDA_FORMAT_CSV: print_csv (options, lines); break;
    case NIDA_FORMAT_JSON: print_json (options, cube, lines); break;
    default: print_table (options, lines); break;
    }
  say_counting (options, cube);
  return nida_look_status (options, dataset, cube);
}
