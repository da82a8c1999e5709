/* How a table that no reader knows is laid out: what divides its cells, which row is the header, which column holds which
 * field, which decimal mark its amounts have. Found from names and contents, corrected by a person, and remembered. Works
 * on rows of text, whatever file they came from. */
#pragma once

#include "columns.h"
#include "money.h"

G_BEGIN_DECLS

/* Rows that are looked at, and shown to a person. */
#define NIDA_LAYOUT_ROWS 100

typedef enum {
  NIDA_MATCH_NONE,
  NIDA_MATCH_NAME,          /* the header says it */
  NIDA_MATCH_CONTENTS,      /* the cells say it */
  NIDA_MATCH_HAND,          /* a person says it */
} NidaMatch;

typedef struct {
  char      *name;          /* the header cell */
  int        role;          /* of Nida's own CSV (nida-csv.h), or -1 */
  NidaMatch  match;
} NidaLayoutColumn;

/**
 * NidaLayout:
 * @header: index of the row that is the header
 * @currency: of the amounts when no column says it ("Amount (KWD)"); empty when nothing does
 */
typedef struct {
  char              delimiter;
  guint             header;
  NidaDecimalMark   decimal;        /* AUTO: not known yet */
  char              currency[4];
  char             *encoding;       /* a person's choice; NULL: as detected */
  NidaLayoutColumn *columns;
  guint             n_columns;
} NidaLayout;

NidaLayout *nida_layout_new         (void);
NidaLayout *nida_layout_copy        (const NidaLayout *self);
void        nida_layout_free        (NidaLayout *self);
/* From @rows (GStrv) alone. Never NULL; a table without sense has no matched column. */
NidaLayout *nida_layout_detect      (GPtrArray *rows, char delimiter);
/* Do both say the same of the columns, however they came to it? */
gboolean    nida_layout_equal       (const NidaLayout *self, const NidaLayout *other);
/* Take another row as the header: the columns are matched anew. */
void        nida_layout_set_header  (NidaLayout *self, GPtrArray *rows, guint header);
void        nida_layout_set_role    (NidaLayout *self, guint column, int role);
/* How well the rows fit, to choose between delimiters. */
guint       nida_layout_score       (const NidaLayout *self, GPtrArray *rows);
/* Is there a column of amounts, and one only for each role? */
gboolean    nida_layout_is_usable   (const NidaLayout *self);
/* The column of each role, or -1. */
void        nida_layout_get_roles   (const NidaLayout *self, gint16 roles[NIDA_MAX_ROLES]);
/* Does the decimal mark matter for a column of @role? */
gboolean    nida_layout_is_amount   (int role);
/* What a cell says about the decimal mark: DOT, COMMA, or AUTO; *@ambiguous when it could be either with two meanings. */
NidaDecimalMark nida_layout_cell_mark (const char *text, gsize length, gboolean *ambiguous);

/* The rows at the beginning of @text, each a GStrv; an unfinished last one is left out when @cut. */
GPtrArray  *nida_layout_split       (const char *text, gsize length, char delimiter, gboolean cut);
/* Of a text: the delimiter that fits best. */
NidaLayout *nida_layout_detect_text (const char *text, gsize length, gboolean cut, GPtrArray **rows);

/* The role and the currency that a header cell names: "Amount (KWD)", "الجهة المانحة"; -1. */
int         nida_layout_name_role   (const char *name, char currency[4]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaLayout, nida_layout_free)

G_END_DECLS
