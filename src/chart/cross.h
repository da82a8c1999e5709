/* Sums by two fields as a chart shows them: lines of names, and columns of names or of periods. Sums stay exact; nothing
 * here knows of points. Private to chart/. */
#pragma once

#include "describe.h"

G_BEGIN_DECLS

/**
 * NidaCrossLine:
 *
 * A row or a column. @key: stable part of a node's key, unique in its direction. @label: its words; %NULL of a period until
 * somebody needs them. @filter: the value that a filter takes;
 * %NULL where the line stands for several. @period: of a column of one period. @weight: what lines are ordered by: the
 * sum of the measure, of coverage the requirement. @n: how many names it sums
 */
typedef struct {
  char         *key;
  char         *label;
  NidaGroupRole role;
  NidaField     field;
  GRefString   *filter;
  NidaPeriod    period;
  NidaMoney     weight;
  guint         n;
} NidaCrossLine;

/**
 * NidaCross:
 *
 * @additive: what has no line of its own is summed in one of the others; else it is left out
 * @timed: columns are periods without a gap; what comes before them (role OTHER) is the first column, what has no
 * single period (role NOT_STATED) the last
 * @values: of @rows by @columns; %NIDA_MONEY_NONE where the sources hold no row, or, where @unknown, none with an amount in
 * this currency
 */
typedef struct {
  NidaRecipe  *recipe;
  NidaMeasure  measure;
  NidaField    row_field, column_field;
  NidaNoun     row_noun, column_noun;
  NidaStep     step;
  gboolean     additive;
  gboolean     timed;
  GPtrArray   *rows;         /* NidaCrossLine, largest first, then the others, several at once, not stated */
  GPtrArray   *columns;      /* NidaCrossLine */
  NidaMoney   *values;
  guint8      *unknown;      /* counts references: marks keep it */
  NidaTeller  *teller;       /* of the cells' marks, once there is one */
} NidaCross;

NidaCross *nida_cross_new         (NidaRecipe *recipe);
/* @rows, @columns: the names, or the newest periods, that keep a line of their own; G_MAXUINT: all. */
NidaCross *nida_cross_fold        (const NidaCross *whole, guint rows, guint columns);
/* Only the largest @rows names, by all columns: what is no name has no row. */
NidaCross *nida_cross_names       (const NidaCross *whole, guint rows);
gboolean   nida_cross_has_period  (const NidaCross *self);    /* is any column one period? */
void       nida_cross_free        (NidaCross *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaCross, nida_cross_free)
const char *nida_cross_column_label (const NidaCross *self, guint index);
/* The words of a line, for any thread: nothing is kept of them. */
char      *nida_cross_line_words  (const NidaCrossLine *self, NidaLanguage *language);
guint      nida_cross_n_names     (const NidaCross *self);    /* rows that are one name */
NidaMoney  nida_cross_total       (const NidaCross *self);    /* of the answer; NONE where there is nothing */
/* The hue that a row's name has in this document; grey where all are taken. */
NidaColor  nida_cross_hue         (const NidaCross *self, guint row);

static inline const NidaCrossLine *
nida_cross_row (const NidaCross *self,
                guint            index)
{
  return g_ptr_array_index (self->rows, index);
}

static inline const NidaCrossLine *
nida_cross_column (const NidaCross *self,
                   guint            index)
{
  return g_ptr_array_index (self->columns, index);
}

static inline NidaMoney
nida_cross_value (const NidaCross *self,
                  guint            row,
                  guint            column)
{
  return self->values[(gsize) row * self->columns->len + column];
}

static inline gboolean
nida_cross_is_unknown (const NidaCross *self,
                       guint            row,
                       guint            column)
{
  return nida_cross_value (self, row, column) == NIDA_MONEY_NONE && self->unknown[(gsize) row * self->columns->len + column];
}

/* Both of a crossing that has its lines: nothing is recorded. */
void           nida_cross_clear_values (NidaCross *self);
/* Lines that several crossings may have; the new one is the last of @lines and takes @label. */
GPtrArray     *nida_cross_lines_new  (void);
NidaCrossLine *nida_cross_line_new   (GPtrArray *lines, NidaGroupRole role, const char *key, char *label);
/* @past: what came before @next, the oldest period with a column of its own. */
NidaCrossLine *nida_cross_before_new (GPtrArray *lines, NidaLanguage *language, NidaPeriod past, NidaPeriod next);

/* cross-words.c */
char      *nida_cross_what        (const NidaCross *self);    /* "Received by donor and by year" */
char      *nida_cross_subtitle    (const NidaCross *self, const char *more);
/* "Kuwait, 2024" */
char      *nida_cross_place       (const NidaCross *self, guint row, guint column);
/* A period whose last days the data do not hold: it is no whole year, and no ground to compare with one. */
gboolean   nida_cross_is_partial  (const NidaCross *self, guint column);
/* "2025", and of such a period "2026, to 17 Apr". */
char      *nida_cross_date        (const NidaCross *self, guint column);
/* The largest figure above zero of a name and a name or period; @row is G_MAXUINT where there is none. Returns how many others
 * have the same. */
guint      nida_cross_largest     (const NidaCross *self, guint *row, guint *column);
/* A mark of one cell with its figure, its filters and, where there is none, a line that says so. */
NidaMark  *nida_cross_mark        (NidaCross *self, guint row, guint column);
/* The amount inside a sentence. */
char      *nida_cross_amount      (const NidaCross *self, NidaMoney value);
/* Every cell of the answer in a row of its own: name, name or period, figure. */
void       nida_cross_table       (NidaRecipe *recipe);

G_END_DECLS
