/* The display list of one chart: boxes, lines and words in points, already mirrored for right-to-left. Immutable once
 * ended. Painting, hit-testing, keyboard movement, description, animation, export and golden tests all read it. */
#pragma once

#include "cube.h"
#include "palette.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct { double x, y, width, height; } NidaBox;
typedef struct { double x, y; } NidaPoint;

typedef enum {
  NIDA_SHAPE_RECT,
  NIDA_SHAPE_LINE,       /* points[0] to points[1], or a polyline */
  NIDA_SHAPE_POLYGON,
  NIDA_SHAPE_CIRCLE,     /* inscribed in the box */
  NIDA_SHAPE_SECTOR,     /* ring segment: points[0] is the centre; see @inner, @outer, @from, @to */
  NIDA_SHAPE_TEXT,
  NIDA_SHAPE_PICTURE,    /* a PNG that fills the box */
} NidaShape;

/* Where the figure of a mark begins, so that a share of it can be drawn: a bar grows away from an edge (of the chart's
 * direction), a sector clockwise, any other area up from its foot. NONE: the shape says nothing of the figure's size. */
typedef enum { NIDA_BASE_NONE, NIDA_BASE_START, NIDA_BASE_END, NIDA_BASE_TOP, NIDA_BASE_BOTTOM, NIDA_BASE_ANGLE } NidaBase;

/* Of lines that have one colour: EVEN is also that of what is promised, aimed at or foreseen. MIXED: a dash and a dot. */
typedef enum { NIDA_DASH_NONE, NIDA_DASH_EVEN, NIDA_DASH_DOTS, NIDA_DASH_MIXED } NidaDash;

typedef enum { NIDA_PATTERN_SOLID, NIDA_PATTERN_HATCH, NIDA_PATTERN_CROSS } NidaPattern;   /* hatch: 45°, never mirrored; both ways */

/* Sizes of mockups/README.md at scale 1; a scene multiplies them once. */
typedef enum {
  NIDA_FONT_TITLE,       /* 15/20 bold */
  NIDA_FONT_SUBTITLE,    /* 12/18 */
  NIDA_FONT_LABEL,       /* 13/20 */
  NIDA_FONT_LABEL_BOLD,
  NIDA_FONT_VALUE,       /* 12/18 */
  NIDA_FONT_VALUE_BOLD,
  NIDA_FONT_SOURCE,      /* 11/16 */
  NIDA_FONT_NUMBER,      /* 28/36 bold: a card */
  NIDA_FONT_UNIT,        /* 14/20 */
  NIDA_FONT_HEADING,     /* 20/28 bold: a board */
  NIDA_FONT_HEADLINE,    /* 32/40 bold: a page */
  NIDA_FONT_SLIDE_TITLE,   /* 30/38 bold; a slide of 1080 lines has scale 2 */
  NIDA_FONT_SLIDE_NUMBER,  /* 75/92 bold: the one figure of a slide */
  NIDA_FONT_SLIDE_FIGURE,  /* 24/32 bold: those beside it */
  NIDA_FONT_SLIDE_TEXT,    /* 17/26 */
  NIDA_FONT_TILE,          /* 9/13: on small tiles and in small cells of a board or page, where nothing larger fits; never on a projector */
  NIDA_N_FONTS,
} NidaFont;

typedef enum { NIDA_ANCHOR_START, NIDA_ANCHOR_MIDDLE, NIDA_ANCHOR_END } NidaAnchor;   /* of the chart's direction */

/**
 * NidaMark:
 *
 * What a mark stands for: shown in a tooltip, spoken, filtered by, listed in the table. NULL on decoration.
 * @fields, @values: the filter that a click sets (@n_fields pairs; dates as nida_period_to_string() writes them)
 * @need: @money is one of a plan's figures, of which money follows its plan: what of it a brush has inside has to be asked
 * @row: 1 + the row of the dataset that it alone stands for; 0 where it stands for several or none
 * @rests: the fields (@n_rests) of which the mark is what no other mark of the chart names; @several: of that only the cells
 * that list several names
 */
typedef struct _NidaTeller NidaTeller;
typedef struct _NidaTold NidaTold;
typedef struct _NidaMark {
  guint     n_fields;
  NidaField fields[NIDA_MAX_BY];
  GRefString *values[NIDA_MAX_BY];
  NidaMoney money;         /* the figure itself, or NIDA_MONEY_NONE */
  NidaMeasure measure;     /* of which @money is a plain sum over rows; NIDA_N_MEASURES where it is none */
  gboolean  need;
  guint     row;
  guint     n_rests;
  NidaField rests[NIDA_MAX_BY];
  gboolean  several[NIDA_MAX_BY];
  /*< private >*/
  guint       at[2];       /* which of its teller's marks it is */
  NidaTeller *teller;
  NidaMeasure told_as;
  NidaTold   *told;        /* once its words are made; until then what the teller cannot know: */
  char       *label, *within;
  GPtrArray  *lines;
  struct _NidaMark *second;
  gatomicrefcount ref_count;
} NidaMark;

/* The words of a mark, in the language of its scene, made by the first who reads them; any thread may. */
const char         *nida_mark_get_label (const NidaMark *mark);    /* "Kuwait, Government of" */
const char         *nida_mark_get_value (const NidaMark *mark);    /* "$17.1M" */
const char         *nida_mark_get_exact (const NidaMark *mark);    /* "$17,064,284" */
const char * const *nida_mark_get_lines (const NidaMark *mark);    /* further lines of the tooltip, or NULL */

typedef struct _NidaFollow NidaFollow;

typedef struct {
  char       *key;         /* "bar/2024-Q1/food": stable between refreshes, unique in the scene */
  NidaShape   shape;
  NidaBox     box;         /* bounds in points */
  NidaColor   fill;
  NidaColor   stroke;
  NidaPattern pattern;
  double      line_width;
  double      opacity;     /* 0 to 1 of fill and stroke; 1 unless set. 0.28 is a donor's hue behind a selection */
  NidaDash    dash;        /* of a line */
  NidaBase    base;
  double      radius;      /* corner of a rect */
  NidaPoint  *points;
  guint       n_points;
  double      inner, outer, from, to;   /* SECTOR: radii in points, angles in radians clockwise from 12 o'clock */
  /* TEXT: the first line begins at the top of the box and each is a line height of the font tall, whatever the script;
   * lines are aligned in the box by @anchor, broken at its width and ellipsised at the end of line @max_lines (1) */
  char       *text;
  char       *name;        /* TEXT: the name in it, until the chart ends (cut-names.h); then NULL */
  NidaFont    font;
  NidaAnchor  anchor;
  guint       max_lines;
  gboolean    halo;        /* 2 px of the card colour behind it; TEXT, or 1 px beside a LINE, between its dashes too */
  gboolean    note;        /* beside a datum, and no figure: it fades while there is a brush */
  double      zoom;        /* its font is that of the scene's scale times this; 1 unless it came from another scene */
  guint       came;        /* NidaChartNews.serial of the rows behind it that have just come: it pulses once; 0: none have */
  char       *counts;      /* TEXT: of what, in which unit, it is the figure: it counts up to that of the same which comes after it
                              (nida_recipe_counts(), tween.h); NULL: it does not */
  gboolean    turned;      /* its words run against the direction of the scene: it came from one in the other language */
  GBytes     *picture;     /* PICTURE: as nida_picture_check() takes it */
  NidaMark   *mark;
  NidaFollow *follow;      /* the figures that it follows under a brush (follow.h), or NULL: its mark's alone */
} NidaNode;

#define NIDA_TYPE_SCENE (nida_scene_get_type ())
G_DECLARE_FINAL_TYPE (NidaScene, nida_scene, NIDA, SCENE, GObject)

double           nida_scene_get_width       (NidaScene *self);
double           nida_scene_get_height      (NidaScene *self);
double           nida_scene_get_scale       (NidaScene *self);
gboolean         nida_scene_is_rtl          (NidaScene *self);
guint            nida_scene_get_n_nodes     (NidaScene *self);
const NidaNode  *nida_scene_get_node        (NidaScene *self, guint index);
const NidaNode  *nida_scene_find            (NidaScene *self, const char *key);
const char      *nida_scene_get_title       (NidaScene *self);
const char      *nida_scene_get_subtitle    (NidaScene *self);   /* also where it is not drawn; "" for none */
const char      *nida_scene_get_description (NidaScene *self);   /* sentences, for <desc>, screen readers, PNG, PDF */
const NidaMark  *nida_scene_get_whole       (NidaScene *self);   /* all that it is of, or NULL; no node has it */
/* The chart as a table: a header and rows of text, "\t" never inside; the row of a mark has its key. */
typedef struct {
  char      *key;
  char     **cells;
  NidaMoney *sort;          /* or NULL */
  NidaPeriod period;        /* that its cell @period_column says in words; undated where none does */
  guint      period_column;
} NidaTableRow;
typedef struct { char **headings; guint n_columns; GPtrArray *rows; } NidaTable;
const NidaTable *nida_scene_get_table       (NidaScene *self);
char            *nida_scene_table_to_tsv    (NidaScene *self);
/* Every node on a line: key, shape, box to a tenth of a point, colours by role, text. For golden tests. */
char            *nida_scene_dump            (NidaScene *self);

G_END_DECLS
