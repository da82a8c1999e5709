/* Colours by role. A scene names roles; a theme turns a role into red, green, blue when it is painted. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { NIDA_THEME_LIGHT, NIDA_THEME_DARK, NIDA_THEME_CONTRAST, NIDA_THEME_PROJECTOR, NIDA_THEME_PRINT, NIDA_N_THEMES } NidaTheme;

typedef enum {
  NIDA_COLOR_NONE,
  NIDA_COLOR_CANVAS, NIDA_COLOR_CARD, NIDA_COLOR_BORDER, NIDA_COLOR_GRID, NIDA_COLOR_AXIS,
  NIDA_COLOR_TEXT, NIDA_COLOR_TEXT_SECOND, NIDA_COLOR_TEXT_SOURCE,
  NIDA_COLOR_RECEIVED,                              /* blue, kept for this and for the selection */
  NIDA_COLOR_PLEDGED, NIDA_COLOR_PLEDGED_LINE,
  NIDA_COLOR_GAP, NIDA_COLOR_GAP_LINE,              /* hatch and outline: amount known, money missing or undated */
  NIDA_COLOR_UNKNOWN, NIDA_COLOR_UNKNOWN_LINE,      /* grey hatch: not known or not stated */
  NIDA_COLOR_SERIES_1, NIDA_COLOR_SERIES_2, NIDA_COLOR_SERIES_3, NIDA_COLOR_SERIES_4, NIDA_COLOR_SERIES_5,
  NIDA_COLOR_OTHER, NIDA_COLOR_MULTIPLE,
  NIDA_COLOR_COMPARED,                              /* the second of two selections; in grey, too, apart from the first */
  NIDA_COLOR_STEP_1, NIDA_COLOR_STEP_2, NIDA_COLOR_STEP_3, NIDA_COLOR_STEP_4, NIDA_COLOR_STEP_5, NIDA_COLOR_STEP_6, NIDA_COLOR_STEP_7,
  NIDA_COLOR_HEAT_1, NIDA_COLOR_HEAT_2, NIDA_COLOR_HEAT_3, NIDA_COLOR_HEAT_4, NIDA_COLOR_HEAT_5,   /* from least to most */
  NIDA_COLOR_PALE,                                  /* the whole behind a selection */
  NIDA_COLOR_HOVER,
  NIDA_COLOR_WARNING, NIDA_COLOR_REFUSED, NIDA_COLOR_GOOD,
  NIDA_COLOR_INK_DARK, NIDA_COLOR_INK_LIGHT,        /* label on a fill: see nida_palette_ink() */
  NIDA_N_COLORS,
} NidaColor;

typedef struct { double red, green, blue, alpha; } NidaRgba;

NidaRgba    nida_palette_get       (NidaTheme theme, NidaColor color);
/* Is it one of several that tell names or amounts apart? Not the blue of money, nor what is hatched. */
gboolean    nida_color_is_hue      (NidaColor color);
const char *nida_color_get_name    (NidaColor color);                 /* "series-1", for dumps */
const char *nida_theme_get_name    (NidaTheme theme);
gboolean    nida_theme_from_name   (const char *name, NidaTheme *theme);
/* The ink of a label on @fill: the one of higher contrast, at least 4.5 for every fill of every theme. */
NidaColor   nida_palette_ink       (NidaTheme theme, NidaColor fill);
/* The outline of a mark whose fill is under 3:1 on the card; NONE where it needs none. */
NidaColor   nida_palette_outline   (NidaTheme theme, NidaColor fill);
/* The hair that parts an area of @fill from its neighbours. */
NidaColor   nida_palette_hair      (NidaTheme theme, NidaColor fill);
double      nida_rgba_contrast     (NidaRgba a, NidaRgba b);          /* WCAG 2 */

/**
 * NidaColorMap:
 *
 * Which name has which hue, the same in every chart of a document. The first five names keep a hue of their own, in the
 * order in which they were pinned; all others are Other. Names are the English ones.
 */
typedef struct _NidaColorMap NidaColorMap;
NidaColorMap *nida_color_map_new    (void);
NidaColorMap *nida_color_map_ref    (NidaColorMap *self);
void          nida_color_map_unref  (NidaColorMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaColorMap, nida_color_map_unref)
void          nida_color_map_pin    (NidaColorMap *self, int field, const char *name);   /* field: NidaField */
const char   *nida_color_map_get_pinned (NidaColorMap *self, int field, guint index);
char        **nida_color_map_dup_names (NidaColorMap *self, int field);   /* NULL while a hue is free */
/* A map like @self in which @name has @color, one of the series or OTHER, without its being pinned. */
NidaColorMap *nida_color_map_copy   (NidaColorMap *self);
/* A map with no name in it but those of @field that a person chose; @self may be NULL. */
NidaColorMap *nida_color_map_new_chosen (NidaColorMap *self, int field);
gboolean      nida_color_map_is_chosen  (NidaColorMap *self, int field, const char *name);
void          nida_color_map_set    (NidaColorMap *self, int field, const char *name, NidaColor color);
NidaColor     nida_color_map_lookup (NidaColorMap *self, int field, const char *name);

G_END_DECLS
