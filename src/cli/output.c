/* Small helps of the commands that print figures. */
#include "config.h"

#include "output.h"

char *
nida_output_figure (NidaMeasure measure,
                    NidaMoney   value)
{
  if (measure == NIDA_MEASURE_COUNT)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value);
  if (measure == NIDA_MEASURE_COVERAGE)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%06" G_GINT64_FORMAT, value < 0 ? "-" : "",
                            ABS (value) / 1000000, ABS (value) % 1000000);
  return nida_money_to_string (value);
}

void
nida_output_json_text (GString    *out,
                       const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (out, "\\%c", *p);
    else if ((guchar) *p < 0x20)
      g_string_append_printf (out, "\\u%04x", (guint) *p);
    else
      g_string_append_c (out, *p);
  g_string_append_c (out, '"');
}

int
nida_output_width (const char *text)
{
  int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

void
nida_output_padded (const char *text,
                    int         width,
                    gboolean    number)
{
  int pad = MAX (0, width - nida_output_width (text));

  if (number)
    g_print ("%*s%s", pad, "", text);
  else
    g_print ("%s%*s  ", text, pad, "");
}
