/* Words of a slide: a heading that finds its size, and paragraphs with points of a list. */
#include "config.h"

#include "slide-page.h"

#include <string.h>

#define INDENT 18.0           /* of a point, at the size of slide text */
#define PARAGRAPH_GAP 0.35    /* of a line */

NidaBox
nida_slide_page_box (NidaSlidePage *self,
                     NidaBox        box)
{
  return (NidaBox) { box.x * self->scale, box.y * self->scale, box.width * self->scale, box.height * self->scale };
}

void
nida_slide_page_say (NidaSlidePage *self,
                     const char    *sentence)
{
  if (sentence == NULL || *sentence == '\0' || strstr (self->description->str, sentence) != NULL)
    return;
  g_string_append_printf (self->description, "%s%s", self->description->len > 0 ? "\n" : "", sentence);
}

/* One line, or as many as @box is high; returns the height of @box. */
double
nida_slide_page_line (NidaSlidePage *self,
                      const char    *key,
                      NidaBox        box,
                      NidaFont       font,
                      NidaColor      color,
                      NidaAnchor     anchor,
                      const char    *text)
{
  guint lines = (guint) MAX (box.height / nida_font_line_height (font, 1.0) + 0.01, 1);

  nida_scene_builder_paragraph (self->scene, key, nida_slide_page_box (self, box), font, color, anchor, lines, text);
  return box.height;
}

static guint
count_lines (NidaSlidePage *self,
             const char    *text,
             NidaFont       font,
             double         width)
{
  return nida_measurer_lines (self->measurer, text, font, 1.0, width);
}

/* --- heading --- */

double
nida_slide_page_heading (NidaSlidePage *self,
                         const char    *key,
                         NidaBox        room,
                         NidaAnchor     anchor,
                         double         zoom,
                         const char    *text)
{
  static const struct { NidaFont font; guint lines; } ways[] = {
    { NIDA_FONT_SLIDE_TITLE, 2 }, { NIDA_FONT_SLIDE_FIGURE, 2 }, { NIDA_FONT_HEADING, 3 }, { NIDA_FONT_TITLE, 4 },
  };
  guint i = 0, lines;
  double line;
  NidaNode *node;

  while (i + 1 < G_N_ELEMENTS (ways)
         && (count_lines (self, text, ways[i].font, room.width / zoom) > ways[i].lines
             || count_lines (self, text, ways[i].font, room.width / zoom) * nida_font_line_height (ways[i].font, zoom) > room.height))
    i++;
  line = nida_font_line_height (ways[i].font, zoom);
  lines = MIN (count_lines (self, text, ways[i].font, room.width / zoom), (guint) MAX (room.height / line, 1));
  lines = MIN (lines, ways[i].lines);
  if (lines == 0)
    return 0;
  room.height = lines * line;
  node = nida_scene_builder_paragraph (self->scene, key, nida_slide_page_box (self, room), ways[i].font, NIDA_COLOR_TEXT, anchor, lines, text);
  node->zoom = zoom;
  return room.height;
}

/* --- paragraphs --- */

static gboolean
take_point (const char **text)
{
  if (!g_str_has_prefix (*text, "- ") && !g_str_has_prefix (*text, "• "))
    return FALSE;
  *text = strchr (*text, ' ') + 1;
  return TRUE;
}

static double
indent_of (NidaFont font)
{
  return INDENT * nida_font_size (font, 1.0) / nida_font_size (NIDA_FONT_SLIDE_TEXT, 1.0);
}

static double
height_of (NidaSlidePage *self,
           char         **paragraphs,
           NidaFont       font,
           double         width)
{
  double line = nida_font_line_height (font, 1.0), height = 0;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      const char *text = paragraphs[i];
      double indent = take_point (&text) ? indent_of (font) : 0;

      height += (MAX (count_lines (self, text, font, width - indent), 1) + (i > 0 ? PARAGRAPH_GAP : 0)) * line;
    }
  return height;
}

static void
draw_point (NidaSlidePage *self,
            guint          index,
            NidaBox        room,
            NidaFont       font)
{
  g_autofree char *key = g_strdup_printf ("text/%u/point", index);
  double radius = nida_font_size (font, 0.15);
  NidaPoint centre = { (room.x + radius + 1) * self->scale, (room.y + nida_font_line_height (font, 0.5)) * self->scale };

  nida_scene_builder_circle (self->scene, key, centre, radius * self->scale, NIDA_COLOR_RECEIVED);
}

/* The last paragraph that finds room is cut, so that it can be seen that there is more. */
static void
draw (NidaSlidePage *self,
      char         **paragraphs,
      NidaFont       font,
      NidaBox        room,
      NidaAnchor     anchor)
{
  double line = nida_font_line_height (font, 1.0), y = room.y;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("text/%u", i);
      const char *text = paragraphs[i];
      gboolean point = take_point (&text);
      double indent = point ? indent_of (font) : 0;
      guint lines, left;

      y += i > 0 ? PARAGRAPH_GAP * line : 0;
      left = (guint) MAX ((room.y + room.height - y) / line + 0.01, 0);
      lines = MIN (MAX (count_lines (self, text, font, room.width - indent), 1), left);
      if (lines == 0)
        break;
      if (point)
        draw_point (self, i, (NidaBox) { room.x, y, room.width, line }, font);
      nida_slide_page_line (self, key, (NidaBox) { room.x + indent, y, room.width - indent, lines * line }, font, NIDA_COLOR_TEXT, anchor, text);
      y += lines * line;
    }
}

/* Words of the other language, where a person has written none in this one, keep their direction. */
static char **
split (NidaSlidePage *self,
       const char    *text)
{
  char **paragraphs = g_strsplit (text, "\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      const char *words = paragraphs[i];
      gboolean point = take_point (&words);
      g_autofree char *isolated = nida_language_isolate (self->language, words);

      g_free (paragraphs[i]);
      paragraphs[i] = g_strconcat (point ? "- " : "", isolated, NULL);
    }
  return paragraphs;
}

double
nida_slide_page_paragraphs (NidaSlidePage *self,
                            NidaBox        room,
                            const char    *text,
                            NidaAnchor     anchor,
                            gboolean       draws)
{
  static const NidaFont fonts[] = { NIDA_FONT_SLIDE_TEXT, NIDA_FONT_UNIT, NIDA_FONT_LABEL, NIDA_FONT_SOURCE };
  g_auto (GStrv) paragraphs = split (self, text);
  guint i = 0;
  double height;

  while (i + 1 < G_N_ELEMENTS (fonts) && height_of (self, paragraphs, fonts[i], room.width) > room.height)
    i++;
  height = MIN (height_of (self, paragraphs, fonts[i], room.width), room.height);
  if (draws)
    draw (self, paragraphs, fonts[i], room, anchor);
  return height;
}
