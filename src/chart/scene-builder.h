/* Filling a scene. A recipe works in logical coordinates: x grows from the start edge to the end edge. The builder
 * mirrors each node once for a right-to-left chart; nothing else in chart/ knows left from right. */
#pragma once

#include "language.h"
#include "measurer.h"
#include "scene.h"

G_BEGIN_DECLS

#define NIDA_TYPE_SCENE_BUILDER (nida_scene_builder_get_type ())
G_DECLARE_FINAL_TYPE (NidaSceneBuilder, nida_scene_builder, NIDA, SCENE_BUILDER, GObject)

NidaSceneBuilder *nida_scene_builder_new         (double width, double height, double scale, gboolean rtl);
/* Each returns the node for further choices (radius, dashed, mark …), valid until the next is added. @key is copied. */
NidaNode         *nida_scene_builder_rect        (NidaSceneBuilder *self, const char *key, NidaBox box, NidaColor fill);
NidaNode         *nida_scene_builder_line        (NidaSceneBuilder *self, const char *key, NidaPoint from, NidaPoint to, NidaColor stroke, double width);
NidaNode         *nida_scene_builder_polyline    (NidaSceneBuilder *self, const char *key, const NidaPoint *points, guint n, NidaColor stroke, double width);
NidaNode         *nida_scene_builder_polygon     (NidaSceneBuilder *self, const char *key, const NidaPoint *points, guint n, NidaColor fill);
NidaNode         *nida_scene_builder_circle      (NidaSceneBuilder *self, const char *key, NidaPoint centre, double radius, NidaColor fill);
NidaNode         *nida_scene_builder_sector      (NidaSceneBuilder *self, const char *key, NidaPoint centre, double inner, double outer, double from, double to, NidaColor fill);
NidaNode         *nida_scene_builder_text        (NidaSceneBuilder *self, const char *key, NidaBox box, NidaFont font, NidaColor color, NidaAnchor anchor, const char *text);
/* As wide as @box, as tall as @max_lines lines; its top is that of @box. */
NidaNode         *nida_scene_builder_paragraph   (NidaSceneBuilder *self, const char *key, NidaBox box, NidaFont font, NidaColor color, NidaAnchor anchor, guint max_lines, const char *text);
/* @png as nida_picture_check() takes it; it fills @box. */
NidaNode         *nida_scene_builder_picture     (NidaSceneBuilder *self, const char *key, NidaBox box, GBytes *png);
/* What says the plain figures of its marks. */
NidaTeller       *nida_scene_builder_get_teller  (NidaSceneBuilder *self, NidaLanguage *language, const char *currency);
/* Takes @mark. */
void              nida_scene_builder_mark        (NidaNode *node, NidaMark *mark);
NidaMark         *nida_mark_new                  (const char *label, const char *value, const char *exact, NidaMoney money);
/* Its figure is said when it is read, and so is its label where @label is NULL, which the teller then says of @at. */
NidaMark         *nida_mark_new_told             (NidaTeller *teller, const char *label, NidaMeasure measure, NidaMoney money, guint at, guint at_2);
void              nida_mark_add_line             (NidaMark *mark, const char *line);
/* It stands in the small chart of @name: "Sudan, 2024". */
void              nida_mark_put_within           (NidaMark *mark, const char *name);
/* The same in a second currency: a line where its figure is another. Refs @second. */
void              nida_mark_set_second           (NidaMark *mark, NidaMark *second);
void              nida_mark_add_filter           (NidaMark *mark, NidaField field, const char *value);
/* The same with a value that thousands of marks have: refs a string of g_ref_string_new(). */
void              nida_mark_share_filter         (NidaMark *mark, NidaField field, GRefString *value);
/* Of @field it is what no other mark names; @several: only the cells that list several names. */
void              nida_mark_add_rest             (NidaMark *mark, NidaField field, gboolean several);
gboolean          nida_mark_has_rest             (const NidaMark *mark, NidaField field);
/* What the mark filters by, as a text: the same for all that filter alike; "" without a filter. */
char             *nida_mark_dup_filter           (const NidaMark *mark);
NidaMark         *nida_mark_ref                  (NidaMark *mark);
void              nida_mark_free                 (NidaMark *mark);
void              nida_scene_builder_set_words   (NidaSceneBuilder *self, const char *title, const char *description);
void              nida_scene_builder_set_subtitle (NidaSceneBuilder *self, const char *subtitle);
/* What all of the chart is of, where that is one sum; takes @mark, NULL for none. */
void              nida_scene_builder_set_whole   (NidaSceneBuilder *self, NidaMark *mark);
void              nida_scene_builder_add_description (NidaSceneBuilder *self, const char *sentence);
gboolean          nida_scene_builder_describes       (NidaSceneBuilder *self, const char *words);
/* Headings are copied; then one call a row with as many cells. */
void              nida_scene_builder_table       (NidaSceneBuilder *self, const char * const *headings);
void              nida_scene_builder_table_row   (NidaSceneBuilder *self, const char *key, const char * const *cells, const NidaMoney *sort);
/* Rows that are made when somebody first asks for the table, with nida_table_add_row(): a thousand names are drawn as ten
 * bars, and few people open the table. @data owns all that @fill reads. */
typedef void (*NidaTableFunc) (NidaTable *table, gpointer data);
/* A last column of the table, for remarks of marks: @cells (transfer full) has texts by the keys of rows. */
void              nida_scene_builder_table_last  (NidaSceneBuilder *self, const char *heading, GHashTable *cells);
void              nida_scene_builder_table_later (NidaSceneBuilder *self, NidaTableFunc fill, gpointer data, GDestroyNotify destroy);
/* The cell in @column of the row that was added last says @period, which programs of tables are told in digits. */
void              nida_table_date_row            (NidaTable *self, guint column, NidaPeriod period);
void              nida_scene_builder_table_date  (NidaSceneBuilder *self, guint column, NidaPeriod period);
void              nida_table_add_row             (NidaTable *self, const char *key, const char * const *cells, const NidaMoney *sort);
void              nida_scene_builder_append      (NidaSceneBuilder *self, NidaScene *chart, const char *prefix, double x, double y);
/* The same with its marks, so that they can be pointed at; it may run in the other direction and have a scale of its own. */
void              nida_scene_builder_append_whole (NidaSceneBuilder *self, NidaScene *chart, const char *prefix, double x, double y);
/* What was added, for who draws on top of it; logical coordinates. */
guint             nida_scene_builder_get_n_nodes (NidaSceneBuilder *self);
NidaNode         *nida_scene_builder_get_node    (NidaSceneBuilder *self, guint index);
NidaScene        *nida_scene_builder_end         (NidaSceneBuilder *self);

/* A line of what is asked for or aimed at, which runs over marks of any colour: dashed, on paper. */
static inline void
nida_node_across (NidaNode *line)
{
  line->dash = NIDA_DASH_EVEN;
  line->halo = TRUE;
}

G_END_DECLS
