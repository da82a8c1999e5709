/* What all table readers share: the shape and the bytes of a record are checked before a reader sees it. */
#include "config.h"

#include "reader.h"

#include <string.h>

/**
 * nida_sheet_init:
 * @builder: takes the rows; the table reads in the builder's thread
 * @source: the index of the file in @builder
 */
void
nida_sheet_init (NidaSheet             *self,
                 const NidaReader      *reader,
                 const NidaHeader      *header,
                 NidaDatasetBuilder    *builder,
                 guint                  source,
                 const char            *source_name,
                 const NidaLoadOptions *options)
{
  *self = (NidaSheet) { .reader = reader, .header = header, .builder = builder, .source = source };
  self->report = nida_dataset_builder_get_report (builder);
  self->source_code = nida_dictionary_intern (nida_dataset_builder_get_dictionary (builder, NIDA_FIELD_SOURCE),
                                              source_name, -1);
  self->decimal = options->decimal == NIDA_DECIMAL_AUTO ? NIDA_DECIMAL_DOT : options->decimal;
  self->textless = options->textless;
  self->repairs = g_ptr_array_new_with_free_func (g_free);
  self->used = g_new (guint16, NIDA_MAX_ROLES);
  self->texts = g_new (guint16, NIDA_MAX_ROLES);
}

void
nida_sheet_clear (NidaSheet *self)
{
  g_ptr_array_unref (self->repairs);
  g_free (self->used);
  g_free (self->texts);
}

static gboolean
is_text (const NidaReader *reader,
         guint             role)
{
  for (guint i = 0; i < reader->n_columns; i++)
    if (reader->columns[i].role == role)
      return reader->columns[i].text;
  return FALSE;
}

/**
 * nida_sheet_begin:
 *
 * To be called once the roles are known.
 */
void
nida_sheet_begin (NidaSheet *self)
{
  for (guint role = 0; role < NIDA_MAX_ROLES; role++)
    {
      gboolean text = self->textless != 0 && is_text (self->reader, role);

      if (text && self->textless == NIDA_KINDS_ALL)
        self->roles[role] = -1;
      if (self->roles[role] >= 0 && text)
        self->texts[self->n_texts++] = (guint16) self->roles[role];
      else if (self->roles[role] >= 0)
        self->used[self->n_used++] = (guint16) self->roles[role];
    }
  if (self->reader->begin != NULL)
    self->reader->begin (self);
}

/* ASCII without NUL, eight bytes at a time. */
static gboolean
is_plain (const char *text,
          gsize       length)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101), highs = ones << 7;
  guint64 word;
  gsize i = 0;

  for (; i + 8 <= length; i += 8)
    {
      memcpy (&word, text + i, 8);
      /* a zero byte borrows from the one above it, or has its own high bit set */
      if ((word | ((word - ones) & ~word)) & highs)
        return FALSE;
    }
  for (; i < length; i++)
    if (text[i] == '\0' || (guint8) text[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/* U+202A to U+202E and U+2066 to U+2069 reorder what stands after them. */
static gboolean
has_bidi_control (const char *text,
                  gsize       length)
{
  const char *end = text + length;

  for (const char *p = text; (p = memchr (p, 0xe2, (gsize) (end - p))) != NULL && end - p >= 3; p++)
    {
      guint8 second = (guint8) p[1], third = (guint8) p[2];

      if ((second == 0x80 && third >= 0xaa && third <= 0xae) || (second == 0x81 && third >= 0xa6 && third <= 0xa9))
        return TRUE;
    }
  return FALSE;
}

static void
report_column (NidaSheet       *self,
               NidaProblemKind  kind,
               guint            column,
               NidaCell         cell)
{
  if (self->quiet)
    return;
  nida_report_add (self->report, kind, self->source, self->line,
                   column < self->header->n_columns ? self->header->names[column] : NULL, cell.text, cell.length);
}

/* Bytes that are no UTF-8 and NUL become U+FFFD. */
static void
repair_cell (NidaSheet *self,
             NidaCell  *cell,
             guint      column)
{
  char *valid = g_utf8_make_valid (cell->text, cell->length);

  g_ptr_array_add (self->repairs, valid);
  self->repaired++;
  cell->text = valid;
  cell->length = (guint32) strlen (valid);
  report_column (self, NIDA_PROBLEM_TEXT_REPAIRED, column, *cell);
}

/* Marks of direction of any kind, or a letter and a mark that Unicode has as one letter: two spellings of one name. */
static gboolean
has_two_spellings (const char *text,
                   gsize       length)
{
  for (const guint8 *p = (const guint8 *) text, *end = p + length; p + 1 < end; p++)
    switch (p[0])
      {
      case 0xe2:
        if (end - p >= 3 && ((p[1] == 0x80 && (p[2] == 0x8e || p[2] == 0x8f || (p[2] >= 0xaa && p[2] <= 0xae)))
                             || (p[1] == 0x81 && p[2] >= 0xa6 && p[2] <= 0xa9)))
          return TRUE;
        break;
      case 0xd8:
        if (p[1] == 0x9c)                             /* the Arabic letter mark */
          return TRUE;
        break;
      case 0xd9:
        if (p[1] >= 0x93 && p[1] <= 0x95)             /* madda and hamza above or below a letter */
          return TRUE;
        break;
      case 0xcc: case 0xcd:                           /* accents by themselves */
        return TRUE;
      default:
        break;
      }
  return FALSE;
}

static void
append_clean (GString    *to,
              const char *text,
              gsize       length)
{
  g_autofree char *copy = g_strndup (text, length);
  g_autofree char *composed = g_utf8_normalize (copy, (gssize) length, G_NORMALIZE_NFC);
  g_autofree char *clean = nida_name_clean (composed);

  g_string_append (to, clean);
}

/* The cell as it is compared and shown; what stood there was reported before. */
static void
clean_cell (NidaSheet *self,
            NidaCell  *cell)
{
  GString *clean = g_string_new (NULL);
  const char *end = cell->text + cell->length;

  for (const char *p = cell->text, *mark; p <= end; p = mark + 1)
    {
      mark = self->list_mark != '\0' ? memchr (p, self->list_mark, (gsize) (end - p)) : NULL;
      if (p > cell->text)
        g_string_append_c (clean, self->list_mark);
      append_clean (clean, p, (gsize) ((mark != NULL ? mark : end) - p));
      if (mark == NULL)
        break;
    }
  cell->length = (guint32) clean->len;
  cell->text = g_string_free (clean, FALSE);
  g_ptr_array_add (self->repairs, (char *) cell->text);
}

static gboolean
is_text_column (const NidaSheet *self,
                guint            column)
{
  for (guint role = 0; role < NIDA_MAX_ROLES; role++)
    if (self->roles[role] == (gint16) column && is_text (self->reader, role))
      return TRUE;
  return FALSE;
}

static void
check_cell (NidaSheet *self,
            NidaCell  *cell,
            guint      column)
{
  if (is_plain (cell->text, cell->length))
    return;
  if (!g_utf8_validate_len (cell->text, cell->length, NULL))
    repair_cell (self, cell, column);
  else
    self->seen_text = TRUE;
  if (has_bidi_control (cell->text, cell->length))
    report_column (self, NIDA_PROBLEM_BIDI_CONTROL, column, *cell);
  if (has_two_spellings (cell->text, cell->length) && !is_text_column (self, column))
    clean_cell (self, cell);
}

static void
check_text (NidaSheet  *self,
            NidaRecord *record)
{
  if (self->repairs->len > 0)
    g_ptr_array_set_size (self->repairs, 0);
  for (guint i = 0; i < self->n_used; i++)
    check_cell (self, &record->cells[self->used[i]], self->used[i]);
  self->unchecked = TRUE;
}

gboolean
nida_sheet_wants_texts (NidaSheet        *self,
                        const NidaRecord *record,
                        NidaKind          kind)
{
  if (self->textless & NIDA_KIND_BIT (kind))
    return FALSE;
  for (guint i = 0; self->unchecked && i < self->n_texts; i++)
    check_cell (self, &record->cells[self->texts[i]], self->texts[i]);
  self->unchecked = FALSE;
  return TRUE;
}

static void
refuse_shape (NidaSheet        *self,
              const NidaRecord *record)
{
  NidaProblemKind kind = record->n_cells < self->header->n_columns ? NIDA_PROBLEM_ROW_SHORT : NIDA_PROBLEM_ROW_LONG;
  g_autofree char *found = g_strdup_printf ("%u / %u", record->n_cells, self->header->n_columns);

  nida_report_add (self->report, kind, self->source, self->line, NULL, found, -1);
  self->rows_refused++;
}

static void
refuse_open (NidaSheet        *self,
             const NidaRecord *record)
{
  const NidaCell *cell = &record->cells[record->n_cells - 1];

  self->line = record->open_line;
  report_column (self, NIDA_PROBLEM_QUOTE_OPEN, record->n_cells - 1, *cell);
  self->rows_refused++;
}

/**
 * nida_sheet_read:
 *
 * Take a record after the header; whatever is wrong with it is in the report afterwards.
 */
void
nida_sheet_read (NidaSheet  *self,
                 NidaRecord *record)
{
  self->rows_read++;
  self->line = record->line;
  self->date_told = FALSE;
  self->row_empty = FALSE;
  self->unchecked = FALSE;
  if (G_UNLIKELY (record->open))
    {
      refuse_open (self, record);
      return;
    }
  if (G_UNLIKELY (record->n_cells != self->header->n_columns))
    {
      refuse_shape (self, record);
      return;
    }
  if (G_UNLIKELY (record->stray > 0))
    report_column (self, NIDA_PROBLEM_QUOTE_STRAY, record->stray - 1, record->cells[record->stray - 1]);
  if (!record->plain)
    check_text (self, record);
  if (self->reader->read_row (self, record))
    return;
  if (self->row_empty)
    self->rows_empty++;
  else
    self->rows_refused++;
}

void
nida_sheet_report (NidaSheet       *self,
                   NidaProblemKind  kind,
                   guint            role,
                   NidaCell         cell)
{
  report_column (self, kind, self->roles[role] < 0 ? G_MAXUINT : (guint) self->roles[role], cell);
}

void
nida_sheet_begin_row (NidaSheet *self,
                      NidaKind   kind)
{
  self->kind = kind;
  nida_dataset_builder_begin (self->builder, self->source, self->line, kind);
  if (self->place_length > 0)
    nida_dataset_builder_set_place (self->builder, self->place_offset, self->place_length);
}

/* Rows without a source of their own come from the file. */
gboolean
nida_sheet_end_row (NidaSheet *self)
{
  if (!self->has_source)
    nida_dataset_builder_set_code (self->builder, NIDA_FIELD_SOURCE, self->source_code);
  self->has_source = FALSE;
  return nida_dataset_builder_end_row (self->builder);
}
