/* Files and addresses in, one dataset and its report out: fetch → sniff → read → dataset. */
#pragma once

#include "dataset-builder.h"
#include "layouts.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NIDA_READ_ERROR (nida_read_error_quark ())
GQuark nida_read_error_quark (void);

typedef enum {
  NIDA_READ_ERROR_NOT_FOUND,
  NIDA_READ_ERROR_PERMISSION,
  NIDA_READ_ERROR_FOLDER,
  NIDA_READ_ERROR_EMPTY,        /* no bytes, or nothing but white space */
  NIDA_READ_ERROR_FORMAT,       /* not a table that Nida knows; says what it looks like */
  NIDA_READ_ERROR_COLUMNS,      /* a table without the columns it needs; lists those it has */
  NIDA_READ_ERROR_DECIMAL,      /* the decimal mark of a column is not known: name it */
  NIDA_READ_ERROR_TOO_LARGE,    /* a field above 1 MiB, a record above 16 MiB, more than 4,096 columns */
  NIDA_READ_ERROR_CHANGED,      /* the file shrank or changed while it was read */
  NIDA_READ_ERROR_INCOMPLETE,   /* the transfer or the last record was cut off */
  NIDA_READ_ERROR_NETWORK,
  NIDA_READ_ERROR_FAILED,
  NIDA_READ_ERROR_MAPPING,      /* a correction names a column that no input has */
} NidaReadError;

typedef struct {
  NidaDecimalMark decimal;
  /* "FIELD=COLUMN" corrections of the detected columns; NULL-terminated, or NULL */
  const char * const *map;
  /* what a person said of tables before; NULL: nothing. Referenced while an asynchronous load lasts. */
  NidaLayouts    *layouts;
  gboolean        allow_http;
  /* kinds (NIDA_KIND_BIT) of rows whose descriptions, said_by and basis stay unread: few charts need them, and only
   * those of few kinds */
  guint           textless;
  /*< private >*/
  gboolean       *map_used;     /* of each of @map: an input had the column; set by the loader */
} NidaLoadOptions;

/* Called on the main context, at most 20 times a second. @total is 0 when it is not known. */
typedef void (*NidaLoadProgress) (guint64 bytes, guint64 total, guint64 rows, gpointer user_data);

/**
 * nida_load:
 * @inputs: (array zero-terminated=1): paths, file: or https: addresses, "-" for standard input
 *
 * Read all @inputs as one dataset, waiting for it. The dataset carries its report.
 * Returns: (transfer full) (nullable): the dataset; %NULL with @error (%NIDA_READ_ERROR, or %G_IO_ERROR_CANCELLED),
 *   whose message names the file, the place and the remedy
 */
NidaDataset *nida_load        (const char * const *inputs, const NidaLoadOptions *options,
                               GCancellable *cancellable, GError **error);
void         nida_load_async  (const char * const *inputs, const NidaLoadOptions *options,
                               NidaLoadProgress progress, gpointer progress_data,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
NidaDataset *nida_load_finish (GAsyncResult *result, GError **error);

/**
 * NidaPreview:
 * @text: the beginning of a table in UTF-8, at most 64 KiB
 * @cut: the table goes on
 * @encoding: what it was read as
 */
typedef struct {
  char     *text;
  gsize     length;
  gboolean  cut;
  char     *encoding;
} NidaPreview;

/* The beginning of @input (as for nida_load()) for a person to look at; @encoding NULL: as detected. Blocks. */
NidaPreview *nida_load_preview  (const char *input, const char *encoding, GCancellable *cancellable, GError **error);
void         nida_preview_free  (NidaPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaPreview, nida_preview_free)

/* Nida's own CSV (formats.md §2), every row of @dataset; formula-safe cells (reliability.md §3). */
gboolean     nida_csv_write   (NidaDataset *dataset, const GArray *rows, GFile *file, gboolean bom,
                               GCancellable *cancellable, GError **error);
/* The same as text, for the clipboard and standard output. @rows (guint) or NULL for all. */
void         nida_csv_append  (GString *out, NidaDataset *dataset, const GArray *rows);

/* One cell of such a text: quoted where it must be, guarded against being read as a formula. */
void         nida_csv_append_cell (GString *out, const char *text);

G_END_DECLS
