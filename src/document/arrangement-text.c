/* Each chart keeps the text that it has on the clipboard: the names of its groups get the number of the chart before them. So
 * whatever a chart learns to say is in documents too. */
#include "config.h"

#include "arrangement-text.h"

#include "palette.h"
#include "spec-text.h"

#include <string.h>

#define GROUP      "Charts"
#define PREFIX     "Chart "
#define MAX_CHARTS 200
#define PARTS      3      /* of a colour: field, name, role */

/* --- writing --- */

static void
put_chart (GKeyFile            *file,
           guint                number,
           const NidaChartSpec *spec)
{
  g_autofree char *text = nida_chart_spec_to_text (spec);
  g_autoptr (GKeyFile) chart = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  g_key_file_load_from_data (chart, text, (gsize) -1, G_KEY_FILE_NONE, NULL);
  groups = g_key_file_get_groups (chart, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *group = g_strdup_printf (PREFIX "%u/%s", number, groups[i]);
      g_auto (GStrv) keys = g_key_file_get_keys (chart, groups[i], NULL, NULL);

      for (guint k = 0; keys != NULL && keys[k] != NULL; k++)
        {
          g_autofree char *value = g_key_file_get_value (chart, groups[i], keys[k], NULL);

          g_key_file_set_value (file, group, keys[k], value);
        }
    }
}

static void
put_colors (GKeyFile            *file,
            const NidaChartSpec *colors)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < colors->hues->len; i++)
    {
      const NidaHue *hue = colors->hues->pdata[i];

      g_ptr_array_add (words, (gpointer) nida_field_get_name (hue->field));
      g_ptr_array_add (words, hue->name);
      g_ptr_array_add (words, (gpointer) nida_color_get_name (hue->color));
    }
  g_key_file_set_string_list (file, GROUP, "colours", (const char * const *) words->pdata, words->len);
}

void
nida_arrangement_put (NidaArrangement *arrangement,
                      GKeyFile        *file)
{
  guint n = arrangement != NULL ? nida_arrangement_get_n (arrangement) : 0;

  if (arrangement == NULL)
    return;
  g_key_file_set_integer (file, GROUP, "count", (int) n);
  if (nida_arrangement_get_colors (arrangement) != NULL)
    put_colors (file, nida_arrangement_get_colors (arrangement));
  for (guint i = 0; i < n; i++)
    put_chart (file, i + 1, nida_arrangement_get (arrangement, i));
}

/* --- reading --- */

/* "Chart 12/Note 1": 12, and the group of the chart; 0 for what is none of @n charts. */
static guint
parse_group (const char  *group,
             guint        n,
             const char **inner)
{
  guint64 number;
  char *end = NULL;

  if (!g_str_has_prefix (group, PREFIX))
    return 0;
  number = g_ascii_strtoull (group + strlen (PREFIX), &end, 10);
  if (number == 0 || number > n || *end != '/')
    return 0;
  *inner = end + 1;
  return (guint) number;
}

static void
copy_group (GKeyFile   *file,
            const char *group,
            GKeyFile   *chart,
            const char *inner)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  for (guint k = 0; keys != NULL && keys[k] != NULL; k++)
    {
      g_autofree char *value = g_key_file_get_value (file, group, keys[k], NULL);

      if (value != NULL)
        g_key_file_set_value (chart, inner, keys[k], value);
    }
}

/* One key file a chart, in order. */
static GPtrArray *
split (GKeyFile *file,
       guint     n)
{
  GPtrArray *charts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_key_file_unref);
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (charts, g_key_file_new ());
  for (guint i = 0; groups[i] != NULL; i++)
    {
      const char *inner = NULL;
      guint number = parse_group (groups[i], n, &inner);

      if (number > 0 && *inner != '\0')
        copy_group (file, groups[i], charts->pdata[number - 1], inner);
    }
  return charts;
}

/* Those that this version does not know are left out: no figure depends on a colour. Transfer full. */
static NidaChartSpec *
take_colors (GKeyFile *file)
{
  g_auto (GStrv) words = g_key_file_get_string_list (file, GROUP, "colours", NULL, NULL);
  NidaChartSpec *colors = nida_chart_spec_new (NIDA_CHART_PARTS);

  for (guint i = 0; words != NULL && i + PARTS <= g_strv_length (words); i += PARTS)
    {
      NidaField field = nida_field_from_name (words[i]);

      for (NidaColor color = NIDA_COLOR_SERIES_1; field != NIDA_FIELD_NONE && color <= NIDA_COLOR_OTHER; color++)
        if (g_str_equal (nida_color_get_name (color), words[i + 2]))
          nida_chart_spec_set_hue (colors, field, words[i + 1], color);
    }
  return colors;
}

gboolean
nida_arrangement_take (GKeyFile         *file,
                       NidaArrangement **arrangement,
                       GError          **error)
{
  int n = g_key_file_get_integer (file, GROUP, "count", NULL);
  g_autoptr (GPtrArray) charts = NULL;
  g_autoptr (GPtrArray) specs = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (NidaChartSpec) colors = NULL;

  *arrangement = NULL;
  if (!g_key_file_has_group (file, GROUP))
    return TRUE;
  charts = split (file, (guint) CLAMP (n, 0, MAX_CHARTS));
  for (guint i = 0; i < charts->len; i++)
    {
      g_autofree char *text = g_key_file_to_data (charts->pdata[i], NULL, NULL);
      NidaChartSpec *spec = nida_chart_spec_from_text (text, -1, error);

      if (spec == NULL)
        return FALSE;
      g_ptr_array_add (specs, spec);
    }
  /* cards go before charts by themselves */
  colors = take_colors (file);
  *arrangement = nida_arrangement_new_colored (none, specs, colors);
  return TRUE;
}
