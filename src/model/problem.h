/* One kind of thing that happened to rows: what was refused, kept as documented, merged, and where it stands. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define NIDA_PROBLEM_MAX_KEPT 50   /* one by one, of one kind in one source */

typedef enum {
  NIDA_SEVERITY_REFUSED,   /* the row is not on the board */
  NIDA_SEVERITY_LOOK,      /* kept, but a person should look */
  NIDA_SEVERITY_INFO,      /* done as documented, counted */
} NidaSeverity;

typedef enum {
  NIDA_PROBLEM_AMOUNT_MISSING,        /* refused: a money row without an amount */
  NIDA_PROBLEM_NO_FIGURE,             /* info: a row that states neither a requirement nor funding */
  NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER,   /* refused */
  NIDA_PROBLEM_AMOUNT_AMBIGUOUS,      /* refused: name the decimal mark */
  NIDA_PROBLEM_AMOUNT_OVERFLOW,       /* refused */
  NIDA_PROBLEM_AMOUNT_ROUNDED,        /* info: half to even to the thousandth */
  NIDA_PROBLEM_AMOUNT_NEGATIVE,       /* look: a correction, counted as it stands */
  NIDA_PROBLEM_AMOUNT_ZERO,           /* info */
  NIDA_PROBLEM_NO_USD,                /* look: not in US dollars, left out of sums in dollars */
  NIDA_PROBLEM_DATE_IMPOSSIBLE,       /* look: kept undated */
  NIDA_PROBLEM_DATE_NOT_A_DATE,       /* look: kept undated */
  NIDA_PROBLEM_DATE_AMBIGUOUS,        /* look: kept undated */
  NIDA_PROBLEM_DATE_MISSING,          /* info: undated */
  NIDA_PROBLEM_SPAN_REVERSED,         /* look: date_end before date */
  NIDA_PROBLEM_YEAR_UNLIKELY,         /* look: budgetYear 1980 */
  NIDA_PROBLEM_KIND_UNKNOWN,          /* refused */
  NIDA_PROBLEM_KIND_ASSUMED,          /* info: a missing kind is paid */
  NIDA_PROBLEM_CURRENCY_ASSUMED,      /* info: a missing currency is USD */
  NIDA_PROBLEM_CURRENCY_UNKNOWN,      /* refused */
  NIDA_PROBLEM_WORD_UNKNOWN,          /* look: a word outside a fixed vocabulary, left empty */
  NIDA_PROBLEM_ROW_SHORT,             /* refused: fewer cells than the header */
  NIDA_PROBLEM_ROW_LONG,              /* refused: more cells than the header */
  NIDA_PROBLEM_QUOTE_OPEN,            /* refused: a quote that never closes */
  NIDA_PROBLEM_QUOTE_STRAY,           /* look: a quote inside an unquoted cell, read as text */
  NIDA_PROBLEM_FIELD_TOO_LONG,        /* refused: above 1 MiB */
  NIDA_PROBLEM_TEXT_REPAIRED,         /* look: invalid UTF-8 or NUL became U+FFFD */
  NIDA_PROBLEM_BIDI_CONTROL,          /* look: stray bidi controls, not shown */
  NIDA_PROBLEM_COLUMN_UNUSED,         /* info: a column that no field takes */
  NIDA_PROBLEM_MERGED,                /* info: the same flow again */
  NIDA_PROBLEM_CONFLICT,              /* look: the same flow with another value; the newer one is used */
  NIDA_PROBLEM_SAME_FILE,             /* info: the same bytes named twice */
  NIDA_PROBLEM_STATES_MORE,           /* look: states a total or count that its rows do not hold */
  NIDA_PROBLEM_SEVERAL_BREAKDOWNS,    /* info: one plan broken down twice; the larger requirement counts */
  NIDA_PROBLEM_ENCODING,              /* info: read as Windows-1256, UTF-16 … */
  NIDA_PROBLEM_DECIMAL,               /* info: the decimal mark found for a column */
  NIDA_PROBLEM_MAPPING,               /* info: a column matched by name or contents */
  NIDA_PROBLEM_LEFT_OUT,              /* info: money of a kind that no measure sums */
  NIDA_PROBLEM_RATE_UNUSABLE,         /* refused: an exchange rate, its date or currency */
  NIDA_PROBLEM_HELD,                  /* info: read from the copy that was kept, not from its place */
  NIDA_PROBLEM_OVERLAP,               /* look: money of donors and years that a source of another family holds, too */
  NIDA_PROBLEM_SHEETS_UNREAD,         /* look: other sheets of the workbook hold tables, too */
  NIDA_PROBLEM_NAME_JOINED,           /* info: a name that counts as another, because an alias says so */
  NIDA_PROBLEM_COPY_DAMAGED,          /* look: what a document carries of it is not what it was; read from its own place */
  NIDA_PROBLEM_CHANGED_SINCE,         /* info: the file is not what it was when the document was saved; read as it is now */
  NIDA_PROBLEM_MISSING,               /* look: the source cannot be read and no copy is held: nothing of it is counted */
  NIDA_PROBLEM_READING_FALSE,         /* look: a document says that its bytes were read as something else than they are */
  NIDA_N_PROBLEMS,
} NidaProblemKind;

/* By which rule one of two contradicting rows was taken. */
typedef enum {
  NIDA_CONFLICT_NEWER,
  NIDA_CONFLICT_GREATER,     /* equally new: the text that compares greater */
  NIDA_CONFLICT_FULLER,      /* equally new, of different formats: the row with more fields filled */
  NIDA_CONFLICT_LEDGER,      /* an export of the ledger beside the ledger, which holds */
} NidaConflictRule;

/* What keeps a source from being read at its own place, and so what can be done. */
typedef enum {
  NIDA_ABSENCE_UNKNOWN,
  NIDA_ABSENCE_FILE,         /* it is not there, or not to be read */
  NIDA_ABSENCE_KEY,          /* its server wants a key, or another one */
  NIDA_ABSENCE_SERVER,       /* its server is not reached, or does not send what it should */
  NIDA_ABSENCE_ADDRESS,      /* its server has nothing at the address, or does not give it to Nida */
} NidaAbsence;

/**
 * NidaProblem:
 *
 * @lines: "18", "5405 · 220" are made from @line and @line2; @line 0 means the whole file.
 * @count rows share this problem; @line is the first of them.
 */
typedef struct {
  NidaProblemKind kind;
  NidaSeverity    severity;
  guint           source;     /* index of the source */
  guint           source2;    /* of the other row of a conflict; else equal to source */
  guint           line;
  guint           line2;
  char           *column;     /* name of the column as in the file, or NULL */
  char           *found;      /* the raw text, cut at 200 characters, or NULL */
  char           *kept;       /* what is used instead, or why a source could not be read, or NULL */
  guint64         count;
  GArray         *lines;      /* guint: the lines of all @count rows, in no order, where every row is named; else NULL */
  NidaConflictRule rule;      /* of a conflict */
  NidaAbsence     absence;    /* of a source that is missing, or whose copy was read */
} NidaProblem;

/* How grave a problem of a kind is. */
NidaSeverity nida_problem_severity        (NidaProblemKind kind);
/* Of one source: 0 where only a count is kept. */
guint        nida_problem_max_kept        (NidaProblemKind kind);
/* Rows that are not on the board as they stand. */
gboolean     nida_problem_names_every_line (NidaProblemKind kind);
/* Counted apart for each text that was found. */
gboolean     nida_problem_is_told_by_text (NidaProblemKind kind);
/* Never counted together with others of its kind. */
gboolean     nida_problem_stands_alone    (NidaProblemKind kind);
/* The lines of the rows that share @problem, as far as they are known. */
void         nida_problem_append_lines    (GArray *lines, const NidaProblem *problem);
/* Valid UTF-8, short enough for a report; @length in bytes, or -1. */
char        *nida_problem_dup_excerpt     (const char *text, gssize length);
gpointer     nida_problem_copy            (gconstpointer problem);
void         nida_problem_free            (gpointer problem);
/* Of arrays of pointers: the gravest first, then by source, line and kind. */
int          nida_problem_compare         (gconstpointer a, gconstpointer b);

G_END_DECLS
