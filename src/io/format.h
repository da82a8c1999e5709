/* What a file format must provide, and what it is given: bytes that it recognises by their content, never by a name, and a
 * builder that takes the rows. A format is one file and one line in formats.c. */
#pragma once

#include "dataset-builder.h"
#include "loader.h"
#include "progress.h"
#include "unpack.h"

G_BEGIN_DECLS

/* As much of the beginning as a format may look at. */
#define NIDA_INPUT_HEAD (64u << 10)

/**
 * NidaInput:
 *
 * One input on its way into one builder, in the loader's thread.
 */
typedef struct {
  NidaBytes             *bytes;        /* without gzip; of a text format in UTF-8. The pages of an address that has
                                        * several stand one after the other, each a whole JSON document and a line end:
                                        * read them to the last, as one source */
  NidaText               text;         /* of a text format: where it begins, and what it was encoded in */
  const NidaSourceInfo  *info;         /* what is known of the source; the format fills in its own name and the counts */
  NidaDatasetBuilder    *builder;
  const NidaLoadOptions *options;
  NidaProgress          *progress;     /* add the bytes and rows as they are read */
  GCancellable          *cancellable;
  char                   head[NIDA_INPUT_HEAD + 1];   /* the beginning of @bytes, from @text.start on; NUL-terminated */
  gsize                  head_length;

  gboolean               packed;       /* it comes out of an archive: no further one is opened */

  /* out; the loader itself finds the next page of an address and counts the flows of all against what they state */
  char                  *next_link;    /* of one page of several: where the next one is */
  guint64                stated_count; /* records that all pages have together, by what the page says; 0 when it does not */
} NidaInput;

typedef enum {
  NIDA_FORMAT_RAW         = 1 << 0,    /* takes the bytes as they are: they are no text, or say their encoding themselves */
  NIDA_FORMAT_PROVES_END  = 1 << 1,    /* @read fails when the end is missing, so that a cut transfer cannot pass */
} NidaFormatFlags;

typedef struct {
  const char      *name;               /* for developers and tests */
  NidaFormatFlags  flags;
  /* Does the beginning look like it? Only @head, @head_length and @bytes are set. Cheap, and no error: what looks like it
   * and is not is told by @read. */
  gboolean       (*accepts) (const NidaInput *input);
  /* Read all rows as one more source (or several); FALSE with @error (%NIDA_READ_ERROR, %G_IO_ERROR_CANCELLED), and then
   * the builder is of no use any more. */
  gboolean       (*read)    (NidaInput *input, GError **error);
} NidaFileFormat;

/* The formats; each in a file of its own. */
extern const NidaFileFormat nida_fts_flows_format;  /* the API of FTS: flows */
extern const NidaFileFormat nida_fts_plans_format;  /* the API of FTS: the plans of a year */
extern const NidaFileFormat nida_fts_groups_format; /* the API of FTS: totals of groups */
extern const NidaFileFormat nida_giving_format;     /* 360Giving: grants */
extern const NidaFileFormat nida_json_format;       /* any other JSON: an array of objects, by the names of their fields */
extern const NidaFileFormat nida_zip_format;        /* workbooks, and what is packed */
extern const NidaFileFormat nida_iati_format;       /* XML */
extern const NidaFileFormat nida_rates_table_format; /* exchange rates and deflators as text */
extern const NidaFileFormat nida_rates_json_format;  /* and as JSON */
extern const NidaFileFormat nida_table_format;      /* CSV and its like: takes every text that no other takes */

/* The first format whose flags have %NIDA_FORMAT_RAW or not, as @raw says, and that accepts the input; or %NULL. */
const NidaFileFormat *nida_formats_find (const NidaInput *input, gboolean raw);
/* Turn bytes that no raw format takes into text: UTF-8, from the encoding that is detected or that a person named for this
 * table. FALSE with @error when they are no text. */
gboolean              nida_input_decode    (NidaInput *self, GError **error);
/* The format of the input's bytes, which are turned into UTF-8 for a format of text; NULL with @error. */
const NidaFileFormat *nida_input_recognise (NidaInput *self, GError **error);
/* Fill @head from the beginning of the text. */
gboolean              nida_input_read_head (NidaInput *self, GError **error);

G_END_DECLS
