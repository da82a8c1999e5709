/* Files and addresses in, one dataset and its report out: fetch → sniff → read → dataset. */
#pragma once

#include "aliases.h"
#include "cache.h"
#include "dataset-builder.h"
#include "failure.h"
#include "layouts.h"
#include "secrets.h"

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
  NIDA_READ_ERROR_KEY_NEEDED,   /* a server wants a key, or another one; nida_read_error_get_origin() says which server */
  NIDA_READ_ERROR_NOT_HELD,     /* no copy is held of the source, or none that is old enough */
} NidaReadError;

/* Of an error of several inputs, none of which could be read: input → why (NidaFailure *); NULL for another error. */
GHashTable *nida_read_error_get_failures (const GError *error);
/* For whom the key is that %NIDA_READ_ERROR_KEY_NEEDED asks for: "https://api.example.org"; NULL for another error. */
const char *nida_read_error_get_origin (const GError *error);

/* What an address may be read from; files are read from the disk, and where they are gone from the document that carries them. */
typedef enum {
  NIDA_POLICY_NETWORK,     /* the server; when it fails that is an error */
  NIDA_POLICY_FALL_BACK,   /* the server; when it fails the copy that is held, and the report says so */
  NIDA_POLICY_LAST_GOOD,   /* the same of files too, unless nothing could be read anew: then the error, naming all that failed */
  NIDA_POLICY_HELD,        /* the copy that is held, at once and without the network */
  NIDA_POLICY_CARRIED,     /* what a document carries; else the server, and where that is since it is damaged the report says so */
} NidaPolicy;

typedef struct {
  NidaDecimalMark decimal;
  /* "FIELD=COLUMN" corrections of the detected columns; NULL-terminated, or NULL */
  const char * const *map;
  /* what a person said of tables before; NULL: nothing. Referenced while an asynchronous load lasts. */
  NidaLayouts    *layouts;
  /* of workbooks: the name or the number of the sheet, NULL: found; the row that is the header, 0: found */
  const char     *sheet;
  guint           header;
  gboolean        allow_http;
  /* kinds (NIDA_KIND_BIT) of rows whose descriptions, said_by and basis stay unread: few charts need them, and only
   * those of few kinds */
  guint           textless;
  /* where copies are kept of what was read, and taken from; NULL for nowhere */
  NidaCopies     *copies;
  NidaPolicy      policy;
  /* microseconds since 1970: read all inputs from the copies that were in force then; 0 for now */
  gint64          as_of;
  /* addresses that are not asked now, since their copies do: input → why the last try failed (NidaFailure *), NULL where it
   * did not. One without a copy is asked. Referenced while an asynchronous load lasts; NULL for none. */
  GHashTable     *resting;
  /* what a document carries of earlier readings is not believed: the bytes are read, and where they say something else the report
   * tells */
  gboolean        distrust;
  /* takes how tables are laid out of which @map, @decimal, @sheet or @header say something, so that it can be kept; NULL:
   * nobody wants it */
  NidaLayouts    *said;
  /* inputs that need not be there: what cannot be read of them, nor from a copy, is left out, and the report says that it is
   * missing; NULL-terminated, or NULL */
  const char * const *may_miss;
  /* the same of addresses whose servers want a key, as long as anything else can be read */
  gboolean        may_lack_keys;
  NidaSecrets    *secrets;      /* the keys of servers; NULL for none */
  /* for nida_load() by who cannot wait for the disk: what should be kept is added here, for nida_load_keep(); NULL: it is
   * kept at once */
  GPtrArray      *keeps;
  NidaOwnRates   *own_rates;    /* what the desk says of exchange rates; NULL for nothing. Referenced as @aliases are. */
  NidaAliases    *aliases;      /* names that are one; NULL for none. Referenced while an asynchronous load lasts. */
  /*< private >*/
  gboolean       *map_used;     /* of each of @map: an input had the column; set by the loader */
} NidaLoadOptions;

/* Called on the main context, at most 20 times a second. @total is 0 when it is not known; @pages is what servers sent. */
typedef void (*NidaLoadProgress) (guint64 bytes, guint64 total, guint64 rows, guint64 pages, gpointer user_data);

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
/* An empty list for NidaLoadOptions.keeps, and keeping what is in it, in any thread. */
GPtrArray   *nida_load_new_keeps (void);
void         nida_load_keep   (GPtrArray *keeps, NidaCopies *copies);
void         nida_load_async  (const char * const *inputs, const NidaLoadOptions *options,
                               NidaLoadProgress progress, gpointer progress_data,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
NidaDataset *nida_load_finish (GAsyncResult *result, GError **error);

/**
 * NidaPreview:
 * @text: the beginning of a table in UTF-8, at most 64 KiB; empty for a workbook
 * @cut: the table goes on
 * @encoding: what it was read as
 * @sheets: of a workbook: the names of its sheets; else %NULL
 * @sheet: the one that is shown
 * @known: a reader knows the sheet by its header, and needs no layout
 * @rows: (element-type GStrv): the first rows of the sheet
 * @numbers: (element-type guint): of each of them in the sheet
 */
typedef struct {
  char      *text;
  gsize      length;
  gboolean   cut;
  char      *encoding;
  GStrv      sheets;
  guint      sheet;
  gboolean   known;
  GPtrArray *rows;
  GArray    *numbers;
} NidaPreview;

/* The beginning of @input (as for nida_load()) for a person to look at; @encoding NULL: as detected; of a workbook the sheet
 * that @options would read. Blocks. */
NidaPreview *nida_load_preview  (const char *input, const char *encoding, const NidaLoadOptions *options,
                                 GCancellable *cancellable, GError **error);
void         nida_preview_free  (NidaPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaPreview, nida_preview_free)

/* Nida's own CSV (formats.md §2), every row of @dataset; formula-safe cells (reliability.md §3). */
gboolean     nida_csv_write   (NidaDataset *dataset, const GArray *rows, GFile *file, gboolean bom,
                               GCancellable *cancellable, GError **error);
/* The same columns as a workbook. */
gboolean     nida_xlsx_write  (NidaDataset *dataset, const GArray *rows, GFile *file, GCancellable *cancellable, GError **error);
/* The same as text, for the clipboard and standard output. @rows (guint) or NULL for all. */
void         nida_csv_append  (GString *out, NidaDataset *dataset, const GArray *rows);

/* One cell of such a text: quoted where it must be, guarded against being read as a formula. */
void         nida_csv_append_cell (GString *out, const char *text);

G_END_DECLS
