/* The order in which a reader sees the characters of a line: laid out by Pango, read from one end of the line to the other. */
#pragma once

#include <pango/pangocairo.h>

typedef struct { int x; gunichar c; } Seen;

static inline int
compare_seen (gconstpointer a,
              gconstpointer b)
{
  return ((const Seen *) a)->x - ((const Seen *) b)->x;
}

/* The visible characters of @text as they stand on the screen, the first at the end where x is smallest. */
static inline char *
visual_order (const char     *text,
              PangoDirection  base)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (Seen));
  g_autoptr (GString) order = g_string_new (NULL);

  pango_context_set_base_dir (context, base);
  layout = pango_layout_new (context);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, text, -1);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      PangoRectangle box;
      gunichar c = g_utf8_get_char (p);
      Seen one;

      if (c == 0x061c || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f)
        continue;
      pango_layout_index_to_pos (layout, (int) (p - text), &box);
      /* In a right-to-left run, whose boxes have a negative width, brackets are drawn mirrored. */
      if (box.width < 0)
        g_unichar_get_mirror_char (c, &c);
      one = (Seen) { 2 * box.x + box.width, c };
      g_array_append_val (seen, one);
    }
  g_object_unref (context);
  g_array_sort (seen, compare_seen);
  for (guint i = 0; i < seen->len; i++)
    g_string_append_unichar (order, g_array_index (seen, Seen, i).c);
  return g_string_free (g_steal_pointer (&order), FALSE);
}

#define assert_seen(text, base, expected) G_STMT_START {             \
    g_autofree char *seen_ = visual_order (text, base);               \
    g_assert_cmpstr (seen_, ==, expected);                            \
  } G_STMT_END
