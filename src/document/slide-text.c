/* A slide as a key file: its words, and a group for each chart and figure that holds the text of the spec and what was chosen
 * around it. Unknown keys are passed over; an unknown layout or chart refuses the text, since a slide that shows something else
 * is worse than none. */
#include "config.h"

#include "slide.h"

#include "key-text.h"
#include "spec-text.h"
#include "translate.h"

#include <math.h>
#include <string.h>

#define GROUP "Nida slide"
#define FILTER "filter-"
#define ALONE "alone-"
#define MAX_TEXT (4 * 1024 * 1024)    /* bytes: up to eight specs */
#define MAX_SECONDS 3600
#define MAX_MINUTES 600.0

G_DEFINE_QUARK (nida-slide-error-quark, nida_slide_error)

static const char * const layout_names[NIDA_SLIDE_N_LAYOUTS] = { "aside", "row", "title" };
static const char * const language_names[NIDA_SLIDE_N_LANGUAGES] = { "show", "side-by-side" };
static const char * const build_names[NIDA_SLIDE_N_BUILDS] = { "at-once", "by-part", "by-chart" };
static const char * const rule_names[] = { "auto", "distinct", "boundary" };

/* --- writing --- */

static void
put_choices (GKeyFile   *file,
             const char *group,
             NidaQuery  *choices)
{
  for (guint i = 0; i < nida_query_get_n_filters (choices); i++)
    {
      const char * const *values;
      NidaField field = nida_query_get_filter (choices, i, &values);
      g_autofree char *key = g_strconcat (FILTER, nida_field_get_name (field), NULL);
      g_autofree char *alone = g_strconcat (ALONE, nida_field_get_name (field), NULL);

      if ((choices->alone & NIDA_ALONE_BIT (field)) != 0)
        g_key_file_set_boolean (file, group, alone, TRUE);
      g_key_file_set_string_list (file, group, key, values, g_strv_length ((char **) values));
    }
  nida_key_text_put_date (file, group, "from", choices->from);
  nida_key_text_put_date (file, group, "to", choices->to);
  nida_key_text_put (file, group, "currency", choices->currency);
  nida_key_text_put (file, group, "second-currency", choices->second);
  g_key_file_set_string (file, group, "count", rule_names[choices->rule]);
  g_key_file_set_integer (file, group, "fiscal-year-start", (int) choices->fiscal_start);
  if (choices->prices != 0)
    g_key_file_set_integer (file, group, "prices", choices->prices);
}

static void
put_charts (GKeyFile   *file,
            const char *name,
            GPtrArray  *charts)
{
  for (guint i = 0; i < charts->len; i++)
    {
      const NidaSlideChart *chart = charts->pdata[i];
      g_autofree char *group = g_strdup_printf ("%s %u", name, i + 1);
      g_autofree char *spec = nida_chart_spec_to_text (chart->spec);

      g_key_file_set_string (file, group, "spec", spec);
      if (chart->choices != NULL)
        put_choices (file, group, chart->choices);
      nida_key_text_put (file, group, "words", chart->words);
      nida_key_text_put (file, group, "words-ar", chart->words_ar);
      if (chart->board == NULL)
        continue;
      nida_key_text_put (file, group, "board", chart->board);
      g_key_file_set_integer (file, group, "index", (int) chart->index);
      if (chart->follows)
        g_key_file_set_boolean (file, group, "follows", TRUE);
    }
}

/**
 * nida_slide_to_text:
 * @self: a slide
 *
 * Returns: (transfer full): a key file
 */
char *
nida_slide_to_text (const NidaSlide *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_integer (file, GROUP, "version", 1);
  g_key_file_set_string (file, GROUP, "layout", layout_names[self->layout]);
  g_key_file_set_string (file, GROUP, "languages", language_names[self->languages]);
  g_key_file_set_string (file, GROUP, "build", build_names[self->build]);
  nida_key_text_put (file, GROUP, "title", self->title);
  nida_key_text_put (file, GROUP, "title-ar", self->title_ar);
  nida_key_text_put (file, GROUP, "text", self->text);
  nida_key_text_put (file, GROUP, "text-ar", self->text_ar);
  nida_key_text_put (file, GROUP, "notes", self->notes);
  nida_key_text_put (file, GROUP, "notes-ar", self->notes_ar);
  if (self->seconds > 0)
    g_key_file_set_integer (file, GROUP, "seconds", (int) self->seconds);
  if (self->minutes > 0)
    g_key_file_set_double (file, GROUP, "minutes", self->minutes);
  if (self->cut)
    g_key_file_set_boolean (file, GROUP, "cut", TRUE);
  put_charts (file, "Chart", self->charts);
  put_charts (file, "Figure", self->figures);
  return g_key_file_to_data (file, NULL, NULL);
}

/* --- reading --- */

static gboolean
refuse (GError    **error,
        const char *what)
{
  g_autofree char *valid = g_utf8_make_valid (what, -1);

  /* Translators: a slide of a document has a layout or a setting (%s) that this program does not have */
  g_set_error (error, NIDA_SLIDE_ERROR, NIDA_SLIDE_ERROR_UNKNOWN, _("This slide asks for “%s”, which this version of Nida does not know."), valid);
  return FALSE;
}

static gboolean
take_word (GKeyFile            *file,
           const char          *group,
           const char          *key,
           const char * const  *words,
           guint                n,
           guint               *choice,
           GError             **error)
{
  g_autofree char *unknown = NULL;

  return nida_key_text_take_choice (file, group, key, words, n, choice, &unknown) || refuse (error, unknown);
}

static gboolean
take_currency (GKeyFile    *file,
               const char  *group,
               const char  *key,
               char       **currency,
               GError     **error)
{
  return nida_key_text_take_currency (file, group, key, currency) || refuse (error, *currency);
}

static gboolean
take_filters (GKeyFile    *file,
              const char  *group,
              NidaQuery   *choices,
              GError     **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_auto (GStrv) values = NULL;
      g_autofree char *alone = NULL;
      NidaField field;

      if (!g_str_has_prefix (keys[i], FILTER))
        continue;
      field = nida_field_from_name (keys[i] + strlen (FILTER));
      values = g_key_file_get_string_list (file, group, keys[i], NULL, NULL);
      if (field == NIDA_FIELD_NONE)
        return refuse (error, keys[i]);
      for (guint v = 0; values != NULL && values[v] != NULL; v++)
        nida_query_add_filter (choices, field, values[v]);
      alone = g_strconcat (ALONE, nida_field_get_name (field), NULL);
      if (g_key_file_get_boolean (file, group, alone, NULL))
        choices->alone |= NIDA_ALONE_BIT (field);
    }
  return TRUE;
}

/* There are choices where a group says how money is counted. */
static gboolean
take_choices (GKeyFile        *file,
              const char      *group,
              NidaSlideChart  *chart,
              GError         **error)
{
  guint rule;

  if (!g_key_file_has_key (file, group, "count", NULL))
    return TRUE;
  if (!take_word (file, group, "count", rule_names, G_N_ELEMENTS (rule_names), &rule, error))
    return FALSE;
  chart->choices = nida_query_new ();
  chart->choices->rule = rule;
  chart->choices->from = nida_key_text_take_date (file, group, "from");
  chart->choices->to = nida_key_text_take_date (file, group, "to");
  chart->choices->fiscal_start = (guint) CLAMP (g_key_file_get_integer (file, group, "fiscal-year-start", NULL), 1, 12);
  chart->choices->prices = CLAMP (g_key_file_get_integer (file, group, "prices", NULL), 0, 9999);
  return take_currency (file, group, "currency", &chart->choices->currency, error)
         && take_currency (file, group, "second-currency", &chart->choices->second, error)
         && take_filters (file, group, chart->choices, error);
}

static gboolean
take_chart (GKeyFile    *file,
            const char  *group,
            gboolean     figure,
            NidaSlide   *slide,
            GError     **error)
{
  g_autofree char *text = nida_key_text_take (file, group, "spec");
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_from_text (text != NULL ? text : "", -1, error);
  NidaSlideChart *chart;

  if (spec == NULL)
    return FALSE;
  if ((spec->kind == NIDA_CHART_NUMBER) != figure)
    return refuse (error, group);
  chart = nida_slide_add (slide, spec, NULL);
  chart->board = nida_key_text_take (file, group, "board");
  chart->words = nida_key_text_take (file, group, "words");
  chart->words_ar = nida_key_text_take (file, group, "words-ar");
  if (chart->board != NULL)
    {
      chart->index = (guint) MAX (g_key_file_get_integer (file, group, "index", NULL), 0);
      chart->follows = g_key_file_get_boolean (file, group, "follows", NULL);     /* not in the texts of older versions: a copy */
    }
  return take_choices (file, group, chart, error);
}

static gboolean
take_charts (GKeyFile    *file,
             const char  *name,
             guint        most,
             gboolean     figure,
             NidaSlide   *slide,
             GError     **error)
{
  for (guint i = 1; i <= most; i++)
    {
      g_autofree char *group = g_strdup_printf ("%s %u", name, i);

      if (!g_key_file_has_group (file, group))
        break;
      if (!take_chart (file, group, figure, slide, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_slide (GKeyFile   *file,
            NidaSlide  *slide,
            GError    **error)
{
  guint layout, languages, build;

  if (!take_word (file, GROUP, "layout", layout_names, NIDA_SLIDE_N_LAYOUTS, &layout, error)
      || !take_word (file, GROUP, "languages", language_names, NIDA_SLIDE_N_LANGUAGES, &languages, error)
      || !take_word (file, GROUP, "build", build_names, NIDA_SLIDE_N_BUILDS, &build, error))
    return FALSE;
  slide->layout = layout;
  slide->languages = languages;
  slide->build = build;
  slide->title = nida_key_text_take (file, GROUP, "title");
  slide->title_ar = nida_key_text_take (file, GROUP, "title-ar");
  slide->text = nida_key_text_take (file, GROUP, "text");
  slide->text_ar = nida_key_text_take (file, GROUP, "text-ar");
  slide->notes = nida_key_text_take (file, GROUP, "notes");
  slide->notes_ar = nida_key_text_take (file, GROUP, "notes-ar");
  slide->seconds = (guint) CLAMP (g_key_file_get_integer (file, GROUP, "seconds", NULL), 0, MAX_SECONDS);
  slide->minutes = g_key_file_get_double (file, GROUP, "minutes", NULL);
  slide->minutes = isfinite (slide->minutes) ? CLAMP (slide->minutes, 0.0, MAX_MINUTES) : 0.0;
  slide->cut = g_key_file_get_boolean (file, GROUP, "cut", NULL);
  return take_charts (file, "Chart", NIDA_SLIDE_MAX_CHARTS, FALSE, slide, error)
         && take_charts (file, "Figure", NIDA_SLIDE_MAX_FIGURES, TRUE, slide, error);
}

/**
 * nida_slide_from_text:
 * @text: what nida_slide_to_text() wrote, or anything else
 *
 * Returns: (transfer full) (nullable): the slide, or %NULL with @error of #NidaSlideError or #NidaSpecError
 */
NidaSlide *
nida_slide_from_text (const char  *text,
                      GError     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (NidaSlide) slide = NULL;
  gsize size = strlen (text);

  if (size == 0 || size > MAX_TEXT || !g_utf8_validate (text, (gssize) size, NULL)
      || !g_key_file_load_from_data (file, text, size, G_KEY_FILE_NONE, NULL) || !g_key_file_has_group (file, GROUP))
    {
      g_set_error_literal (error, NIDA_SLIDE_ERROR, NIDA_SLIDE_ERROR_NOT_A_SLIDE, _("This is not a slide of Nida."));
      return NULL;
    }
  slide = nida_slide_new ();
  return take_slide (file, slide, error) ? g_steal_pointer (&slide) : NULL;
}

gboolean
nida_slide_equal (const NidaSlide *a,
                  const NidaSlide *b)
{
  g_autofree char *first = NULL, *second = NULL;

  if (a == b)
    return TRUE;
  first = nida_slide_to_text (a);
  second = nida_slide_to_text (b);
  return g_str_equal (first, second);
}
