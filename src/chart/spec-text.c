/* A spec as a key file: words of the command line for kinds, fields and measures, so that a person can read it and a newer
 * Nida can add to it. Unknown keys are passed over; an unknown kind, field or measure refuses the text, since a chart that
 * shows something else is worse than none. */
#include "config.h"

#include "spec-text.h"

#include "key-text.h"
#include "translate.h"

#include <math.h>
#include <string.h>

#define GROUP "Nida chart"
#define MAX_TEXT (1024 * 1024)    /* bytes */
#define MAX_GROUPS 100            /* notes, references, hues, filters: of each */
#define FAR 10000.0               /* points: no words stand farther from their datum */

G_DEFINE_QUARK (nida-spec-error-quark, nida_spec_error)

static const char * const stack_names[] = { "auto", "none", "stacked", "cumulative" };
static const char * const form_names[] = { "auto", "bar", "donut" };
static const char * const order_names[] = { "source", "size", "gap", "smallest", "name" };
static const char * const rule_names[] = { "auto", "distinct", "boundary" };
static const char * const tiles_names[] = { "auto", "world", "arab" };
static const char * const time_names[] = { "ltr", "rtl", "follow" };

/* --- writing --- */

/* A choice that is the usual one is left out. */
static void
put_word (GKeyFile           *file,
          const char         *key,
          const char * const *words,
          guint               choice)
{
  if (choice > 0)
    g_key_file_set_string (file, GROUP, key, words[choice]);
}

static void
put_date (GKeyFile   *file,
          const char *key,
          NidaDate    date)
{
  g_autofree char *text = date.precision != NIDA_PRECISION_NONE ? nida_date_to_string (date) : NULL;

  nida_key_text_put (file, GROUP, key, text);
}

static void
put_query (GKeyFile  *file,
           NidaQuery *query)
{
  const char *by[NIDA_MAX_BY];

  for (guint i = 0; i < query->n_by; i++)
    by[i] = query->by[i].field == NIDA_FIELD_DATE && query->by[i].step == NIDA_STEP_NONE ? "date" : nida_group_by_get_name (query->by[i]);
  if (query->n_by > 0)
    g_key_file_set_string_list (file, GROUP, "by", by, query->n_by);
  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    {
      const char * const *values;
      NidaField field = nida_query_get_filter (query, i, &values);
      g_autofree char *group = g_strdup_printf ("Filter %u", i + 1);

      g_key_file_set_string (file, group, "field", nida_field_get_name (field));
      g_key_file_set_string_list (file, group, "values", values, g_strv_length ((char **) values));
    }
  put_date (file, "from", query->from);
  put_date (file, "to", query->to);
  put_word (file, "count", rule_names, query->rule);
}

static void
put_lists (GKeyFile            *file,
           const NidaChartSpec *spec)
{
  for (guint i = 0; i < spec->references->len; i++)
    {
      const NidaReference *reference = spec->references->pdata[i];
      g_autofree char *group = g_strdup_printf ("Reference %u", i + 1);

      g_key_file_set_int64 (file, group, "value", reference->value);
      nida_key_text_put (file, group, "currency", reference->currency);
      nida_key_text_put (file, group, "label", reference->label);
      nida_key_text_put (file, group, "label-ar", reference->label_ar);
    }
  for (guint i = 0; i < spec->notes->len; i++)
    {
      const NidaNote *note = spec->notes->pdata[i];
      g_autofree char *group = g_strdup_printf ("Note %u", i + 1);
      const char *fields[NIDA_MAX_BY];

      for (guint f = 0; f < note->n_fields; f++)
        fields[f] = nida_field_get_name (note->fields[f]);
      g_key_file_set_string_list (file, group, "fields", fields, note->n_fields);
      g_key_file_set_string_list (file, group, "values", (const char * const *) note->values, note->n_fields);
      nida_key_text_put (file, group, "text", note->text);
      nida_key_text_put (file, group, "text-ar", note->text_ar);
      if (!note->moved)
        continue;
      g_key_file_set_double (file, group, "dx", note->dx);
      g_key_file_set_double (file, group, "dy", note->dy);
    }
  for (guint i = 0; i < spec->hues->len; i++)
    {
      const NidaHue *hue = spec->hues->pdata[i];
      g_autofree char *group = g_strdup_printf ("Colour %u", i + 1);

      g_key_file_set_string (file, group, "field", nida_field_get_name (hue->field));
      g_key_file_set_string (file, group, "name", hue->name);
      g_key_file_set_string (file, group, "role", nida_color_get_name (hue->color));
    }
}

/**
 * nida_chart_spec_to_text:
 * @spec: a spec
 *
 * What the person chose of the chart: not the currency and the filters of the board around it.
 *
 * Returns: (transfer full): a key file
 */
char *
nida_chart_spec_to_text (const NidaChartSpec *spec)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_integer (file, GROUP, "version", 1);
  g_key_file_set_string (file, GROUP, "kind", nida_chart_kind_get_name (spec->kind));
  g_key_file_set_string (file, GROUP, "measure", nida_measure_get_name (spec->measure));
  nida_key_text_put (file, GROUP, "step", nida_step_get_name (spec->step));
  put_word (file, "stack", stack_names, spec->stack);
  put_word (file, "form", form_names, spec->parts);
  put_word (file, "order", order_names, spec->order);
  if (spec->top > 0)
    g_key_file_set_integer (file, GROUP, "top", (int) spec->top);
  if (spec->own_time)
    g_key_file_set_string (file, GROUP, "time-direction", time_names[spec->time_direction]);
  nida_key_text_put (file, GROUP, "title", spec->title);
  nida_key_text_put (file, GROUP, "title-ar", spec->title_ar);
  nida_key_text_put (file, GROUP, "subtitle", spec->subtitle);
  nida_key_text_put (file, GROUP, "subtitle-ar", spec->subtitle_ar);
  nida_key_text_put (file, GROUP, "source-note", spec->note);
  nida_key_text_put (file, GROUP, "source-note-ar", spec->note_ar);
  nida_key_text_put (file, GROUP, "pinned", spec->pinned);
  nida_key_text_put (file, GROUP, "category", spec->category);
  put_word (file, "tiles", tiles_names, spec->tiles);
  if (spec->ordered != NULL)
    g_key_file_set_string_list (file, GROUP, "ordered", (const char * const *) spec->ordered, g_strv_length (spec->ordered));
  if (spec->panels != NIDA_FIELD_NONE)
    g_key_file_set_string (file, GROUP, "panels", nida_field_get_name (spec->panels));
  if (spec->no_projection)
    g_key_file_set_boolean (file, GROUP, "no-projection", TRUE);
  if (spec->own_scales)
    g_key_file_set_boolean (file, GROUP, "own-scales", TRUE);
  put_query (file, spec->query);
  put_lists (file, spec);
  return g_key_file_to_data (file, NULL, NULL);
}

/* --- reading --- */

static gboolean
refuse (GError    **error,
        const char *what)
{
  g_autofree char *valid = g_utf8_make_valid (what, -1);

  /* Translators: a chart from the clipboard names a kind of chart, field or measure (%s) that this program does not have */
  g_set_error (error, NIDA_SPEC_ERROR, NIDA_SPEC_ERROR_UNKNOWN, _("This chart asks for “%s”, which this version of Nida does not know."), valid);
  return FALSE;
}

static gboolean
take_word (GKeyFile            *file,
           const char          *key,
           const char * const  *words,
           guint                n,
           guint               *choice,
           GError             **error)
{
  g_autofree char *unknown = NULL;

  return nida_key_text_take_choice (file, GROUP, key, words, n, choice, &unknown) || refuse (error, unknown);
}

static gboolean
take_field (GKeyFile    *file,
            const char  *group,
            NidaField   *field,
            GError     **error)
{
  g_autofree char *name = nida_key_text_take (file, group, "field");

  *field = name != NULL ? nida_field_from_name (name) : NIDA_FIELD_NONE;
  return *field != NIDA_FIELD_NONE || refuse (error, name != NULL ? name : group);
}

static NidaDate
take_date (GKeyFile   *file,
           const char *key)
{
  g_autofree char *text = nida_key_text_take (file, GROUP, key);
  NidaDate date = NIDA_DATE_NONE;

  if (text != NULL && nida_date_parse (text, strlen (text), &date) != NIDA_DATE_OK)
    date = NIDA_DATE_NONE;
  return date;
}

static gboolean
take_by (GKeyFile       *file,
         NidaChartSpec  *spec,
         GError        **error)
{
  g_auto (GStrv) by = g_key_file_get_string_list (file, GROUP, "by", NULL, NULL);
  NidaQuery *query = spec->query;

  for (guint i = 0; by != NULL && by[i] != NULL && i < NIDA_MAX_BY; i++)
    {
      if (g_str_equal (by[i], "date"))
        query->by[i] = (NidaGroupBy) { NIDA_FIELD_DATE, NIDA_STEP_NONE };
      else if (!nida_group_by_from_name (by[i], NIDA_STEP_YEAR, &query->by[i]))
        return refuse (error, by[i]);
      query->n_by++;
    }
  return TRUE;
}

/* Calls @read for "NAME 1", "NAME 2" …, as many as there are. */
typedef gboolean (*ReadFunc) (GKeyFile *file, const char *group, NidaChartSpec *spec, GError **error);

static gboolean
take_all (GKeyFile       *file,
          const char     *name,
          ReadFunc        read,
          NidaChartSpec  *spec,
          GError        **error)
{
  for (guint i = 1; i <= MAX_GROUPS; i++)
    {
      g_autofree char *group = g_strdup_printf ("%s %u", name, i);

      if (!g_key_file_has_group (file, group))
        break;
      if (!read (file, group, spec, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_filter (GKeyFile       *file,
             const char     *group,
             NidaChartSpec  *spec,
             GError        **error)
{
  g_auto (GStrv) values = g_key_file_get_string_list (file, group, "values", NULL, NULL);
  NidaField field;

  if (!take_field (file, group, &field, error))
    return FALSE;
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    nida_query_add_filter (spec->query, field, values[i]);
  return TRUE;
}

static gboolean
take_reference (GKeyFile       *file,
                const char     *group,
                NidaChartSpec  *spec,
                GError        **error)
{
  gint64 value = g_key_file_get_int64 (file, group, "value", NULL);
  g_autofree char *label = nida_key_text_take (file, group, "label"), *label_ar = nida_key_text_take (file, group, "label-ar"), *currency = NULL;

  if (!nida_key_text_take_currency (file, group, "currency", &currency))
    return refuse (error, currency);
  if (value != NIDA_MONEY_NONE)
    nida_chart_spec_add_reference (spec, value, currency, label, label_ar);
  return TRUE;
}

static gboolean
take_note (GKeyFile       *file,
           const char     *group,
           NidaChartSpec  *spec,
           GError        **error)
{
  g_auto (GStrv) fields = g_key_file_get_string_list (file, group, "fields", NULL, NULL);
  g_auto (GStrv) values = g_key_file_get_string_list (file, group, "values", NULL, NULL);
  g_autofree char *text = nida_key_text_take (file, group, "text"), *text_ar = nida_key_text_take (file, group, "text-ar");
  NidaNote *note = nida_chart_spec_add_note (spec, text, text_ar);

  for (guint i = 0; i < NIDA_MAX_BY && fields != NULL && values != NULL && fields[i] != NULL && values[i] != NULL; i++)
    {
      NidaField field = nida_field_from_name (fields[i]);

      if (field == NIDA_FIELD_NONE)
        return refuse (error, fields[i]);
      nida_note_add_value (note, field, values[i]);
    }
  note->dx = g_key_file_get_double (file, group, "dx", NULL);
  note->dy = g_key_file_get_double (file, group, "dy", NULL);
  note->moved = g_key_file_has_key (file, group, "dx", NULL) && isfinite (note->dx) && isfinite (note->dy) && ABS (note->dx) <= FAR && ABS (note->dy) <= FAR;
  if (!note->moved)
    note->dx = note->dy = 0;
  return TRUE;
}

static gboolean
take_hue (GKeyFile       *file,
          const char     *group,
          NidaChartSpec  *spec,
          GError        **error)
{
  g_autofree char *name = nida_key_text_take (file, group, "name"), *role = nida_key_text_take (file, group, "role");
  NidaField field;

  if (!take_field (file, group, &field, error))
    return FALSE;
  for (NidaColor color = NIDA_COLOR_SERIES_1; name != NULL && role != NULL && color <= NIDA_COLOR_OTHER; color++)
    if (g_str_equal (nida_color_get_name (color), role))
      {
        nida_chart_spec_set_hue (spec, field, name, color);
        return TRUE;
      }
  return refuse (error, role != NULL ? role : group);
}

static gboolean
take_words (GKeyFile       *file,
            NidaChartSpec  *spec,
            GError        **error)
{
  g_autofree char *measure = nida_key_text_take (file, GROUP, "measure"), *step = nida_key_text_take (file, GROUP, "step");
  g_autofree char *panels = nida_key_text_take (file, GROUP, "panels");
  guint stack, form, order, rule, time, tiles;

  if (measure == NULL || !nida_measure_from_name (measure, &spec->measure))
    return refuse (error, measure != NULL ? measure : "measure");
  if (step != NULL && !nida_step_from_name (step, &spec->step))
    return refuse (error, step);
  if (!take_word (file, "stack", stack_names, G_N_ELEMENTS (stack_names), &stack, error)
      || !take_word (file, "form", form_names, G_N_ELEMENTS (form_names), &form, error)
      || !take_word (file, "order", order_names, G_N_ELEMENTS (order_names), &order, error)
      || !take_word (file, "count", rule_names, G_N_ELEMENTS (rule_names), &rule, error)
      || !take_word (file, "tiles", tiles_names, G_N_ELEMENTS (tiles_names), &tiles, error)
      || !take_word (file, "time-direction", time_names, G_N_ELEMENTS (time_names), &time, error))
    return FALSE;
  spec->stack = stack;
  spec->parts = form;
  spec->order = order;
  spec->query->rule = rule;
  spec->tiles = tiles;
  spec->panels = panels != NULL ? nida_field_from_name (panels) : NIDA_FIELD_NONE;
  if (panels != NULL && spec->panels == NIDA_FIELD_NONE)
    return refuse (error, panels);
  spec->no_projection = g_key_file_get_boolean (file, GROUP, "no-projection", NULL);
  spec->own_scales = g_key_file_get_boolean (file, GROUP, "own-scales", NULL);
  spec->time_direction = time;
  spec->own_time = g_key_file_has_key (file, GROUP, "time-direction", NULL);
  spec->top = (guint) CLAMP (g_key_file_get_integer (file, GROUP, "top", NULL), 0, 1000);
  return TRUE;
}

static gboolean
take_spec (GKeyFile       *file,
           NidaChartSpec  *spec,
           GError        **error)
{
  spec->title = nida_key_text_take (file, GROUP, "title");
  spec->title_ar = nida_key_text_take (file, GROUP, "title-ar");
  spec->subtitle = nida_key_text_take (file, GROUP, "subtitle");
  spec->subtitle_ar = nida_key_text_take (file, GROUP, "subtitle-ar");
  spec->note = nida_key_text_take (file, GROUP, "source-note");
  spec->note_ar = nida_key_text_take (file, GROUP, "source-note-ar");
  spec->pinned = nida_key_text_take (file, GROUP, "pinned");
  spec->category = nida_key_text_take (file, GROUP, "category");
  spec->ordered = g_key_file_get_string_list (file, GROUP, "ordered", NULL, NULL);
  spec->query->from = take_date (file, "from");
  spec->query->to = take_date (file, "to");
  return take_words (file, spec, error)
         && take_by (file, spec, error)
         && take_all (file, "Filter", take_filter, spec, error)
         && take_all (file, "Reference", take_reference, spec, error)
         && take_all (file, "Note", take_note, spec, error)
         && take_all (file, "Colour", take_hue, spec, error);
}

/**
 * nida_chart_spec_from_text:
 * @text: what nida_chart_spec_to_text() wrote, or anything else
 * @length: in bytes, or -1
 *
 * Returns: (transfer full) (nullable): the spec, or %NULL with @error of #NidaSpecError
 */
NidaChartSpec *
nida_chart_spec_from_text (const char  *text,
                           gssize       length,
                           GError     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (NidaChartSpec) spec = NULL;
  g_autofree char *name = NULL;
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  NidaChartKind kind;

  if (size == 0 || size > MAX_TEXT || memchr (text, '\0', size) != NULL || !g_utf8_validate (text, (gssize) size, NULL)
      || !g_key_file_load_from_data (file, text, size, G_KEY_FILE_NONE, NULL) || !g_key_file_has_group (file, GROUP))
    {
      g_set_error_literal (error, NIDA_SPEC_ERROR, NIDA_SPEC_ERROR_NOT_A_CHART, _("This is not a chart of Nida."));
      return NULL;
    }
  name = nida_key_text_take (file, GROUP, "kind");
  if (name == NULL || !nida_chart_kind_from_name (name, &kind))
    {
      refuse (error, name != NULL ? name : "kind");
      return NULL;
    }
  spec = nida_chart_spec_new (kind);
  return take_spec (file, spec, error) ? g_steal_pointer (&spec) : NULL;
}

gboolean
nida_chart_spec_equal (const NidaChartSpec *a,
                       const NidaChartSpec *b)
{
  g_autofree char *first = NULL, *second = NULL;

  if (a == b)
    return TRUE;
  first = nida_chart_spec_to_text (a);
  second = nida_chart_spec_to_text (b);
  return g_str_equal (first, second);
}
