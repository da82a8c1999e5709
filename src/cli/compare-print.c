/* nida check --compare: two sources side by side, each asked alone. The largest differences come first, periods by time. */
#include "config.h"

#include "options.h"
#include "output.h"
#include "query-words.h"
#include "source-comparison.h"
#include "translate.h"
#include "words.h"

#define N_COLUMNS 4   /* the group, the figure of each, the difference */

typedef struct {
  NidaOptions          *options;
  NidaDataset          *datasets[2];
  NidaLocalEngine      *engines[2];
  NidaSourceComparison *comparison;
} Compare;

static const char *
source_name (const Compare *self,
             guint          side)
{
  return nida_report_get_source (nida_dataset_get_report (self->datasets[side]), 0)->name;
}

/* Each beside the tables of rates, since both need them. */
static gboolean
load_sides (Compare *self,
            int     *status)
{
  NidaOptions *options = self->options;

  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
      NidaOptions alone = *options;

      g_ptr_array_add (inputs, options->inputs[side]);
      for (guint i = 2; options->inputs[i] != NULL; i++)
        g_ptr_array_add (inputs, options->inputs[i]);
      g_ptr_array_add (inputs, NULL);
      alone.inputs = (char **) inputs->pdata;
      alone.without_ledger = TRUE;
      self->datasets[side] = nida_options_load (&alone, status);
      if (self->datasets[side] == NULL)
        return FALSE;
      self->engines[side] = nida_local_engine_new (self->datasets[side]);
    }
  return TRUE;
}

/* --- printing --- */

static char *
figure_or (const Compare *self,
           NidaMoney      figure,
           const char    *absent)
{
  return figure == NIDA_MONEY_NONE ? g_strdup (absent) : nida_output_figure (self->options->measure, figure);
}

static void
print_csv (const Compare *self,
           GPtrArray     *groups)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (out, "%s,first,second,difference\n", self->options->by_names[0]);
  for (guint i = 0; i < groups->len; i++)
    {
      const NidaComparedGroup *group = groups->pdata[i];
      g_autofree char *first = figure_or (self, group->figures[0], ""), *second = figure_or (self, group->figures[1], "");
      g_autofree char *difference = figure_or (self, group->difference, "");

      nida_csv_append_cell (out, group->name);
      g_string_append_printf (out, ",%s,%s,%s\n", first, second, difference);
    }
  g_print ("%s", out->str);
}

static void
append_json_figures (const Compare           *self,
                     GString                 *out,
                     const NidaComparedGroup *group)
{
  const struct { const char *name; NidaMoney figure; } cells[] = {
    { "first", group->figures[0] }, { "second", group->figures[1] }, { "difference", group->difference },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *figure = figure_or (self, cells[i].figure, NULL);

      g_string_append_printf (out, "%s\"%s\":", i > 0 ? "," : "", cells[i].name);
      if (figure != NULL)
        g_string_append_printf (out, "\"%s\"", figure);
      else
        g_string_append (out, "null");
    }
}

static void
print_json (const Compare *self,
            GPtrArray     *groups)
{
  g_autoptr (GString) out = g_string_new ("{\"by\":");

  nida_output_json_text (out, self->options->by_names[0]);
  g_string_append (out, ",\"measure\":");
  nida_output_json_text (out, nida_measure_get_name (self->options->measure));
  g_string_append (out, ",\"first\":");
  nida_output_json_text (out, source_name (self, 0));
  g_string_append (out, ",\"second\":");
  nida_output_json_text (out, source_name (self, 1));
  g_string_append (out, ",\"rows\":[");
  for (guint i = 0; i < groups->len; i++)
    {
      const NidaComparedGroup *group = groups->pdata[i];

      g_string_append (out, i > 0 ? ",{\"name\":" : "{\"name\":");
      nida_output_json_text (out, group->name);
      g_string_append_c (out, ',');
      append_json_figures (self, out, group);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "],\"total\":{");
  append_json_figures (self, out, &self->comparison->total);
  g_string_append (out, "}}");
  g_print ("%s\n", out->str);
}

static char *
group_name (const Compare           *self,
            const NidaComparedGroup *group)
{
  NidaField field = self->options->query->by[0].field;

  if (group == &self->comparison->total)
    return g_strdup (_("Total"));
  if (!nida_language_is_arabic (self->options->language) || field == NIDA_FIELD_DATE)
    return g_strdup (group->name);
  return nida_words_plain_name (self->options->language, field, group->name, group->arabic);
}

/* Takes the texts of a line of the table. */
static void
add_line (GPtrArray *cells,
          char      *texts[N_COLUMNS],
          int       *widths)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      widths[i] = MAX (widths[i], nida_output_width (texts[i]));
      g_ptr_array_add (cells, texts[i]);
    }
}

/* In English the word that --where takes. */
static const char *
field_heading (const Compare *self)
{
  NidaGroupBy by = self->options->query->by[0];

  if (!nida_language_is_arabic (self->options->language))
    return self->options->by_names[0];
  return by.field == NIDA_FIELD_DATE ? nida_words_step (by.step) : nida_words_field (by.field);
}

static void
print_table (const Compare *self,
             GPtrArray     *groups)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  int widths[N_COLUMNS] = { 0 };
  char *heads[N_COLUMNS] = {
    /* Translators: heads the column of what one figure is above another */
    g_strdup (field_heading (self)), g_strdup (source_name (self, 0)), g_strdup (source_name (self, 1)), g_strdup (_("Difference")),
  };

  add_line (cells, heads, widths);
  for (guint i = 0; i < groups->len; i++)
    {
      const NidaComparedGroup *group = groups->pdata[i];
      char *texts[N_COLUMNS] = {
        group_name (self, group), figure_or (self, group->figures[0], "–"), figure_or (self, group->figures[1], "–"),
        figure_or (self, group->difference, "–"),
      };

      add_line (cells, texts, widths);
    }
  for (guint i = 0; i < cells->len; i += N_COLUMNS)
    {
      nida_output_padded (cells->pdata[i], widths[0], FALSE);
      for (guint c = 1; c < N_COLUMNS; c++)
        {
          nida_output_padded (cells->pdata[i + c], widths[c], TRUE);
          g_print (c + 1 < N_COLUMNS ? "  " : "\n");
        }
    }
}

/* The rule is the same for both; what it left out is each one's own. */
static void
say_counting (const Compare *self)
{
  const char *currency = self->options->query->currency;
  gboolean ruled = FALSE;

  for (guint side = 0; side < 2; side++)
    {
      NidaCube *cube = self->comparison->cubes[side];
      g_autofree char *counting = cube != NULL && !ruled ? nida_words_counting (self->options->language, cube) : NULL;

      if (counting != NULL)
        g_printerr ("%s\n", counting);
      ruled |= counting != NULL;
    }
  for (guint side = 0; side < 2; side++)
    {
      NidaCube *cube = self->comparison->cubes[side];

      for (guint i = 0; cube != NULL && i < nida_cube_get_n_asides (cube); i++)
        {
          g_autofree char *words = nida_words_aside_exact (self->options->language, nida_cube_get_aside (cube, i), currency);

          g_printerr ("%s: %s\n", source_name (self, side), words);
        }
    }
}

static int
worse (int a,
       int b)
{
  return a == NIDA_EXIT_INPUT || b == NIDA_EXIT_INPUT ? NIDA_EXIT_INPUT : MAX (a, b);
}

static int
print_all (const Compare *self)
{
  g_autoptr (GPtrArray) groups = nida_source_comparison_list (self->comparison);
  int status = NIDA_EXIT_DONE;

  switch (self->options->format)
    {
    case NIDA_FORMAT_CSV: print_csv (self, groups); break;
    case NIDA_FORMAT_JSON: print_json (self, groups); break;
    default:
      g_ptr_array_add (groups, &self->comparison->total);
      print_table (self, groups);
      break;
    }
  say_counting (self);
  for (guint side = 0; side < 2; side++)
    status = worse (status, nida_look_status (self->options, self->datasets[side], self->comparison->cubes[side]));
  return status;
}

int
nida_cli_compare (NidaOptions *options)
{
  Compare self = { .options = options };
  g_autoptr (GError) error = NULL;
  int status = NIDA_EXIT_DONE;

  if (load_sides (&self, &status))
    {
      self.comparison = nida_source_comparison_new (self.engines, options->query, &error);
      if (self.comparison != NULL)
        status = print_all (&self);
      else
        {
          nida_say ("%s", error->message);
          status = nida_exit_for (error);
        }
    }
  g_clear_pointer (&self.comparison, nida_source_comparison_free);
  for (guint side = 0; side < 2; side++)
    {
      g_clear_object (&self.engines[side]);
      g_clear_object (&self.datasets[side]);
    }
  return status;
}
