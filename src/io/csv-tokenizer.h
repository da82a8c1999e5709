/* RFC 4180 into records of cells, from a stream of UTF-8 bytes, with exact line numbers and limits. Knows nothing of what
 * the cells mean. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NIDA_CSV_MAX_FIELD   (1u << 20)
#define NIDA_CSV_MAX_RECORD  (16u << 20)
#define NIDA_CSV_MAX_COLUMNS 4096u

/* A cell without its quotes. The text is not terminated and lives until the next record is asked for. */
typedef struct {
  const char *text;
  guint32     length;
  guint32     doubled;        /* quotes inside that were written twice */
} NidaCell;

typedef struct {
  NidaCell       *cells;
  guint           n_cells;
  guint           line;       /* where the record begins; 1 is the first line of the file */
  guint64         offset;     /* the same as bytes */
  gboolean        plain;      /* pure ASCII without NUL: needs no check */
  guint           stray;      /* 1 + the first cell with a quote that RFC 4180 does not allow; 0 when there is none */
  gboolean        open;       /* the last cell's quote never closes: the end of the file was met first */
  guint           open_line;  /* where that quote stands */
} NidaRecord;

/* Put at most @length bytes into @buffer; 0 at the end, -1 with @error. */
typedef gssize (*NidaCsvFill) (gpointer data, char *buffer, gsize length, GError **error);

/* The text of a cell, in which doubled quotes are one; transfer full. */
char    *nida_cell_dup        (NidaCell cell);

typedef struct _NidaCsv NidaCsv;

NidaCsv *nida_csv_new         (char delimiter, NidaCsvFill fill, gpointer data);
/* Of a text in memory, which must live longer. */
NidaCsv *nida_csv_new_text    (char delimiter, const char *text, gsize length);
void     nida_csv_free        (NidaCsv *self);
/* Where the first byte that @fill gives stands. */
void     nida_csv_set_place   (NidaCsv *self, guint64 offset, guint line);
/* For tests: how much is asked of @fill at once. */
void     nida_csv_set_block   (NidaCsv *self, gsize size);
/* FALSE at the end, or with @error set (%NIDA_READ_ERROR) when a limit is passed or reading fails. */
gboolean nida_csv_next        (NidaCsv *self, NidaRecord *record, GError **error);
guint64  nida_csv_get_offset  (NidaCsv *self);  /* of the next record */
guint    nida_csv_get_line    (NidaCsv *self);  /* of the next record */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaCsv, nida_csv_free)

G_END_DECLS
