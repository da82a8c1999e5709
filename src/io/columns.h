/* From a header, with or without a row of HXL hashtags, to the columns that a reader needs. Table-driven: a format is a
 * list of columns, each with its name and its tag. */
#pragma once

#include "csv-tokenizer.h"

G_BEGIN_DECLS

/* No reader knows more kinds of columns than this. */
#define NIDA_MAX_ROLES 64

/**
 * NidaColumn:
 * @role: the reader's own number of the column, below %NIDA_MAX_ROLES
 * @required: the file is not of this format without it
 * @name: the header name, folded (see nida_header_fold())
 * @tag: the HXL hashtag with its attributes sorted, or %NULL
 * @text: long text that may be left unread
 *
 * One way to recognise a column; a role may have several.
 */
typedef struct {
  guint8      role;
  gboolean    required;
  const char *name;
  const char *tag;
  gboolean    text;
} NidaColumn;

typedef struct {
  guint     n_columns;
  char    **names;      /* as in the file, trimmed */
  char    **folded;
  char    **tags;       /* normalised, or NULL when the file has none */
} NidaHeader;

NidaHeader *nida_header_new       (const NidaRecord *record);
void        nida_header_free      (NidaHeader *self);
/* Take @record as the row of hashtags if it is one: every cell is empty or begins with '#', and one does. */
gboolean    nida_header_take_tags (NidaHeader *self, const NidaRecord *record);
/* The number of the column for each role, or -1; FALSE when a required one is missing. */
gboolean    nida_header_match     (const NidaHeader *self, const NidaColumn *columns, guint n_columns,
                                   gint16 roles[NIDA_MAX_ROLES]);
/* The name, as in the file, that stands in two columns and would be the column of @role; NULL when there is none. */
const char *nida_header_find_doubled (const NidaHeader *self, const NidaColumn *columns, guint n_columns, guint role);
/* "a", "b", "c" for a message, at most @max. */
char       *nida_header_list      (const NidaHeader *self, guint max);
/* Lower case, '_' for spaces and hyphens; Arabic without marks and with one form of alef, yeh and teh. */
char       *nida_header_fold      (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaHeader, nida_header_free)

G_END_DECLS
