/* Finding a layout: each step looks at the rows and settles one thing, and a name beats a content. */
#include "config.h"

#include "layout.h"

#include "countries.h"
#include "csv-tokenizer.h"
#include "nida-csv.h"
#include "period.h"

#include <string.h>

#define MOST_HEADER 20          /* a header that stands lower is not looked for */

NidaLayout *
nida_layout_new (void)
{
  NidaLayout *self = g_new0 (NidaLayout, 1);

  self->delimiter = ',';
  return self;
}

static void
clear_columns (NidaLayout *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->columns[i].name);
  g_clear_pointer (&self->columns, g_free);
  self->n_columns = 0;
}

void
nida_layout_free (NidaLayout *self)
{
  clear_columns (self);
  g_free (self->encoding);
  g_free (self);
}

NidaLayout *
nida_layout_copy (const NidaLayout *self)
{
  NidaLayout *copy = g_memdup2 (self, sizeof *self);

  copy->encoding = g_strdup (self->encoding);
  copy->columns = g_memdup2 (self->columns, self->n_columns * sizeof *self->columns);
  for (guint i = 0; i < self->n_columns; i++)
    copy->columns[i].name = g_strdup (self->columns[i].name);
  return copy;
}

gboolean
nida_layout_equal (const NidaLayout *self,
                   const NidaLayout *other)
{
  if (self->delimiter != other->delimiter || self->header != other->header || self->decimal != other->decimal
      || strcmp (self->currency, other->currency) != 0 || g_strcmp0 (self->encoding, other->encoding) != 0
      || self->n_columns != other->n_columns)
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].role != other->columns[i].role || strcmp (self->columns[i].name, other->columns[i].name) != 0)
      return FALSE;
  return TRUE;
}

gboolean
nida_layout_is_amount (int role)
{
  return role == NIDA_FIELD_AMOUNT || role == NIDA_FIELD_AMOUNT_USD || role == NIDA_FIELD_REQUIREMENT
         || role == NIDA_FIELD_REPORTED;
}

/* --- cells --- */

NidaDecimalMark
nida_layout_cell_mark (const char *text,
                       gsize       length,
                       gboolean   *ambiguous)
{
  NidaMoney dot, comma;
  NidaMoneyStatus as_dot = nida_money_parse (text, length, NIDA_DECIMAL_DOT, &dot);
  NidaMoneyStatus as_comma = nida_money_parse (text, length, NIDA_DECIMAL_COMMA, &comma);
  gboolean is_dot = as_dot == NIDA_MONEY_OK || as_dot == NIDA_MONEY_ROUNDED;
  gboolean is_comma = as_comma == NIDA_MONEY_OK || as_comma == NIDA_MONEY_ROUNDED;

  *ambiguous = is_dot && is_comma && dot != comma;
  if (is_dot == is_comma)
    return NIDA_DECIMAL_AUTO;
  return is_dot ? NIDA_DECIMAL_DOT : NIDA_DECIMAL_COMMA;
}

static gboolean
is_number (const char *text)
{
  NidaMoney money;
  NidaMoneyStatus status = nida_money_parse (text, strlen (text), NIDA_DECIMAL_AUTO, &money);

  return status == NIDA_MONEY_OK || status == NIDA_MONEY_ROUNDED || status == NIDA_MONEY_AMBIGUOUS;
}

static gboolean
is_date (const char *text)
{
  NidaDate date;
  NidaDateStatus status = nida_date_parse (text, strlen (text), &date);

  if (status == NIDA_DATE_AMBIGUOUS)
    return TRUE;
  return status == NIDA_DATE_OK && nida_date_year (date) >= 1950 && nida_date_year (date) <= 2100;
}

static gboolean
is_currency_code (const char *text)
{
  char currency[4];

  return strlen (text) == 3 && nida_layout_name_role (text, currency) < 0 && currency[0] != '\0';
}

static gboolean
is_country (const char *text)
{
  return nida_country_from_name (text) != NULL;
}

static const char *
cell_of (GPtrArray *rows,
         guint      row,
         guint      column)
{
  GStrv cells = rows->pdata[row];

  for (guint i = 0; cells[i] != NULL; i++)
    if (i == column)
      return cells[i];
  return "";
}

static gboolean
is_blank (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return *text == '\0';
}

/* Are at least nine in ten of the filled cells below the header such, and at least one? */
static gboolean
is_column_of (GPtrArray  *rows,
              guint       header,
              guint       column,
              gboolean  (*is) (const char *text))
{
  guint filled = 0, fits = 0;

  for (guint row = header + 1; row < rows->len; row++)
    {
      g_autofree char *cell = g_strstrip (g_strdup (cell_of (rows, row, column)));

      if (*cell == '\0')
        continue;
      filled++;
      fits += is (cell) ? 1 : 0;
    }
  return filled > 0 && fits * 10 >= filled * 9;
}

/* --- the header --- */

/* Known names count most; then cells of words, as a header has them. */
static guint
score_header (GStrv cells)
{
  guint known = 0, words = 0;

  for (guint i = 0; cells[i] != NULL; i++)
    {
      char currency[4];

      if (is_blank (cells[i]) || is_number (cells[i]) || is_date (cells[i]))
        continue;
      words++;
      known += nida_layout_name_role (cells[i], currency) >= 0 ? 1 : 0;
    }
  return words < 2 && known == 0 ? 0 : known * 8 + MIN (words, 7);
}

static guint
find_header (GPtrArray *rows)
{
  guint best = 0, best_score = 0;

  for (guint row = 0; row < MIN (rows->len, MOST_HEADER); row++)
    {
      guint score = score_header (rows->pdata[row]);

      if (score > best_score)
        best = row, best_score = score;
    }
  return best;
}

/* --- the columns --- */

static gboolean
has_role (const NidaLayout *self,
          int               role)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].role == role)
      return TRUE;
  return FALSE;
}

static gboolean
has_amount (const NidaLayout *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (nida_layout_is_amount (self->columns[i].role))
      return TRUE;
  return FALSE;
}

/* A column called "KWD" holds amounts when it is the only one: with more it is a table of rates. */
static void
match_currency_name (NidaLayout *self)
{
  char currency[4] = "", found_currency[4] = "";
  int found = -1;

  for (guint i = 0; i < self->n_columns; i++)
    if (nida_layout_name_role (self->columns[i].name, currency) < 0 && currency[0] != '\0')
      {
        if (found >= 0)
          return;
        found = (int) i;
        memcpy (found_currency, currency, sizeof currency);
      }
  if (found < 0)
    return;
  self->columns[found].role = NIDA_FIELD_AMOUNT;
  self->columns[found].match = NIDA_MATCH_NAME;
  memcpy (self->currency, found_currency, sizeof self->currency);
}

static void
match_names (NidaLayout *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      char currency[4];
      int role = nida_layout_name_role (self->columns[i].name, currency);

      if (role < 0 || has_role (self, role))
        continue;
      self->columns[i].role = role;
      self->columns[i].match = NIDA_MATCH_NAME;
      if (currency[0] != '\0' && self->currency[0] == '\0')
        memcpy (self->currency, currency, sizeof self->currency);
    }
  if (!has_amount (self))
    match_currency_name (self);
}

/* A role goes to the only column whose cells are such; with two there is no telling. */
static void
match_contents (NidaLayout  *self,
                GPtrArray   *rows,
                int          role,
                gboolean   (*is) (const char *text),
                gboolean   (*is_not) (const char *text))
{
  int found = -1;

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->columns[i].role >= 0 || !is_column_of (rows, self->header, i, is)
          || (is_not != NULL && is_column_of (rows, self->header, i, is_not)))
        continue;
      if (found >= 0)
        return;
      found = (int) i;
    }
  if (found < 0)
    return;
  self->columns[found].role = role;
  self->columns[found].match = NIDA_MATCH_CONTENTS;
}

static void
find_decimal (NidaLayout *self,
              GPtrArray  *rows)
{
  self->decimal = NIDA_DECIMAL_AUTO;
  for (guint i = 0; i < self->n_columns && self->decimal == NIDA_DECIMAL_AUTO; i++)
    for (guint row = self->header + 1; row < rows->len && nida_layout_is_amount (self->columns[i].role)
         && self->decimal == NIDA_DECIMAL_AUTO; row++)
      {
        const char *cell = cell_of (rows, row, i);
        gboolean ambiguous;

        self->decimal = nida_layout_cell_mark (cell, strlen (cell), &ambiguous);
      }
}

void
nida_layout_set_header (NidaLayout *self,
                        GPtrArray  *rows,
                        guint       header)
{
  GStrv cells;

  g_return_if_fail (header < rows->len);

  clear_columns (self);
  self->header = header;
  self->currency[0] = '\0';
  cells = rows->pdata[header];
  self->n_columns = g_strv_length (cells);
  self->columns = g_new0 (NidaLayoutColumn, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i] = (NidaLayoutColumn) { g_strstrip (g_strdup (cells[i])), -1, NIDA_MATCH_NONE };
  match_names (self);
  if (!has_role (self, NIDA_FIELD_DATE))
    match_contents (self, rows, NIDA_FIELD_DATE, is_date, NULL);
  if (!has_role (self, NIDA_FIELD_CURRENCY))
    match_contents (self, rows, NIDA_FIELD_CURRENCY, is_currency_code, NULL);
  if (!has_role (self, NIDA_FIELD_COUNTRY))
    match_contents (self, rows, NIDA_FIELD_COUNTRY, is_country, NULL);
  if (!has_amount (self))
    match_contents (self, rows, NIDA_FIELD_AMOUNT, is_number, is_date);
  find_decimal (self, rows);
}

/**
 * nida_layout_detect:
 * @rows: (element-type GStrv): the first rows of the table
 *
 * Returns: (transfer full): what the rows themselves say
 */
NidaLayout *
nida_layout_detect (GPtrArray *rows,
                    char       delimiter)
{
  NidaLayout *self = nida_layout_new ();

  self->delimiter = delimiter;
  if (rows->len > 0)
    nida_layout_set_header (self, rows, find_header (rows));
  return self;
}

/**
 * nida_layout_set_role:
 * @role: of Nida's own CSV, or -1 for none; another column that had it loses it
 */
void
nida_layout_set_role (NidaLayout *self,
                      guint       column,
                      int         role)
{
  g_return_if_fail (column < self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    if (role >= 0 && self->columns[i].role == role)
      self->columns[i].role = -1;
  self->columns[column].role = role;
  self->columns[column].match = NIDA_MATCH_HAND;
}

/* Numbers alone are no amounts of money: something else of the table must be known, too. */
gboolean
nida_layout_is_usable (const NidaLayout *self)
{
  gboolean sure = FALSE;
  guint n_known = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      n_known += self->columns[i].role >= 0 ? 1 : 0;
      sure |= nida_layout_is_amount (self->columns[i].role) && self->columns[i].match != NIDA_MATCH_CONTENTS;
    }
  return has_amount (self) && (sure || n_known > 1);
}

void
nida_layout_get_roles (const NidaLayout *self,
                       gint16            roles[NIDA_MAX_ROLES])
{
  for (guint role = 0; role < NIDA_MAX_ROLES; role++)
    roles[role] = -1;
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].role >= 0)
      roles[self->columns[i].role] = (gint16) i;
}

guint
nida_layout_score (const NidaLayout *self,
                   GPtrArray        *rows)
{
  guint score = 0, even = 0;

  for (guint i = 0; i < self->n_columns; i++)
    score += self->columns[i].match == NIDA_MATCH_NAME ? 20 : self->columns[i].match == NIDA_MATCH_CONTENTS ? 5 : 0;
  for (guint row = self->header + 1; row < rows->len; row++)
    even += g_strv_length (rows->pdata[row]) == self->n_columns && self->n_columns > 1 ? 1 : 0;
  /* Of two that fit alike, the one that leaves fewer rows above its header and cuts more cells. */
  score += MIN (self->n_columns, 10) + (MOST_HEADER - MIN (self->header, MOST_HEADER)) / 4;
  return score + (rows->len > self->header + 1 ? even * 10 / (rows->len - self->header - 1) : 0);
}

/* --- text --- */

static GStrv
dup_cells (const NidaRecord *record)
{
  GStrv cells = g_new0 (char *, record->n_cells + 1);

  for (guint i = 0; i < record->n_cells; i++)
    {
      g_autofree char *cell = nida_cell_dup (record->cells[i]);

      cells[i] = g_utf8_make_valid (cell, -1);
    }
  return cells;
}

/**
 * nida_layout_split:
 * @cut: the text goes on behind @length
 *
 * Returns: (transfer full) (element-type GStrv): at most %NIDA_LAYOUT_ROWS rows
 */
GPtrArray *
nida_layout_split (const char *text,
                   gsize       length,
                   char        delimiter,
                   gboolean    cut)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (NidaCsv) csv = nida_csv_new_text (delimiter, text, length);
  NidaRecord record;

  while (rows->len < NIDA_LAYOUT_ROWS && nida_csv_next (csv, &record, NULL))
    {
      if (cut && nida_csv_get_offset (csv) >= length)
        break;
      g_ptr_array_add (rows, dup_cells (&record));
    }
  return rows;
}

/**
 * nida_layout_detect_text:
 * @rows: (out) (optional) (transfer full) (element-type GStrv): the rows that it was found from
 *
 * Returns: (transfer full): the layout with the delimiter that fits best
 */
NidaLayout *
nida_layout_detect_text (const char  *text,
                         gsize        length,
                         gboolean     cut,
                         GPtrArray  **rows)
{
  static const char delimiters[] = { ',', ';', '\t', '|' };
  g_autoptr (GPtrArray) best_rows = NULL;
  NidaLayout *best = NULL;
  guint best_score = 0;

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      g_autoptr (GPtrArray) split = nida_layout_split (text, length, delimiters[i], cut);
      g_autoptr (NidaLayout) layout = nida_layout_detect (split, delimiters[i]);
      guint score = nida_layout_score (layout, split);

      if (best != NULL && score <= best_score)
        continue;
      g_clear_pointer (&best, nida_layout_free);
      g_clear_pointer (&best_rows, g_ptr_array_unref);
      best = g_steal_pointer (&layout);
      best_rows = g_steal_pointer (&split);
      best_score = score;
    }
  if (rows != NULL)
    *rows = g_steal_pointer (&best_rows);
  return best;
}
