/* The options that the commands share, read once into a question and a way of drawing. */
#pragma once

#include "board.h"
#include "loader.h"

G_BEGIN_DECLS

typedef enum { NIDA_FORMAT_TABLE, NIDA_FORMAT_CSV, NIDA_FORMAT_JSON } NidaFormat;

typedef struct {
  char             **inputs;
  char              *output;         /* -o */
  char              *chart;          /* --chart */
  NidaFormat         format;
  NidaQuery         *query;          /* by, filters, dates, rule, currency, fiscal start, the one measure */
  NidaMeasure        measure;
  NidaStep           step;
  guint              top;
  NidaField          panels;         /* --panels: a small chart for each of its names; NONE: one chart */
  gboolean           own_scales;     /* --own-scales */
  gboolean           no_projection;  /* --no-projection */
  gboolean           is_order_said;  /* --order was given */
  NidaOrder          order;          /* that one */
  gboolean           slides, notes;  /* --slides, --notes: of a document */
  guint              slide;          /* --slide: that one alone, from 1; 0: all */
  NidaLanguage      *language;
  NidaTimeDirection  time_direction;
  NidaTheme          theme;
  double             width, height;  /* 0: the chart's own size */
  double             scale;          /* pixels a point; 0: the command's own choice */
  char              *board;          /* --board: a title in either language, or a number */
  char              *title;
  char              *donor;          /* --donor: a name in either language */
  char              *letterhead;     /* --letterhead: a file, or the text itself */
  gboolean           draft;          /* --mark */
  NidaDate           embargo;
  char              *since;          /* --since: an earlier copy of the input, or a day */
  gint64             since_day;      /* the end of that day in microseconds since 1970, or 0 */
  gboolean           compare;        /* --compare: its field is the one of @query; the first two inputs are the sources */
  gboolean           bom;
  gboolean           strict;
  NidaLoadOptions    load;
  char              *by_names[NIDA_MAX_BY];   /* the fields of @query as they were asked for: "date", "year" */
  gboolean           is_fiscal_said; /* --fiscal-year-start was given: documents have no say */
  /*< private >*/
  char             **documents;      /* paths of those among the inputs */
  char             **may_miss;       /* of the inputs: the sources of documents, see @load */
  GPtrArray         *items;          /* NidaItems: what they consist of, or NULL */
  gboolean           without_ledger; /* what they say of their own is not asked for */
  char             **map;
  char              *aliases;        /* --aliases */
  char              *sheet;
} NidaOptions;

/* Exit statuses of design.md §5. */
enum { NIDA_EXIT_DONE = 0, NIDA_EXIT_INPUT = 1, NIDA_EXIT_USAGE = 2, NIDA_EXIT_LOOK = 3 };

NidaOptions *nida_options_parse (const char *command, int argc, char **argv, GError **error);
void         nida_options_free  (NidaOptions *options);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaOptions, nida_options_free)

/* Documents among the inputs become the sources that they have, and what they carry of them is read; FALSE, said on standard
 * error, when one cannot be read. */
gboolean     nida_options_open_documents (NidaOptions *options);
/* Which donors have which hue as the documents say, the first that says it; NULL where none does. Transfer full. */
NidaColorMap *nida_options_dup_donor_hues (NidaOptions *options);
/* What the documents say of names goes before what was said so far. */
void         nida_options_overlay_aliases (NidaOptions *options);
/* @dataset (transfer full) with what the desk itself entered in the documents; it may be NULL where nothing else is read. NULL,
 * said on standard error, when an entry is damaged. */
NidaDataset *nida_options_append_ledgers (NidaOptions *options, NidaDataset *dataset);
/* Read the names that are one before anything is loaded; FALSE, said on standard error, when they cannot be. */
gboolean     nida_options_read_aliases (NidaOptions *options);
/* Load the inputs. NULL, said on standard error, with the exit @status when something went wrong. */
NidaDataset *nida_options_load  (NidaOptions *options, int *status);
/* A message with the program's name, on standard error. */
void         nida_say           (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* 2 for a value that names nobody and other wrong questions, 1 for all else. */
int          nida_exit_for      (const GError *error);

/* Takes the words after the program's name; argv[0] is the command. */
int          nida_cli_key       (int argc, char **argv);

/* The commands. Each returns an exit status. */
int          nida_cli_render    (NidaOptions *options);
/* The slides of a document. */
int          nida_cli_render_slides (NidaOptions *options);
int          nida_cli_query     (NidaOptions *options);
int          nida_cli_check     (NidaOptions *options);
int          nida_cli_convert   (NidaOptions *options);
/* To a document that carries the inputs. */
int          nida_cli_convert_document (NidaOptions *options);
int          nida_cli_report    (NidaOptions *options);

/* Two sources side by side, for `check --compare`. */
int          nida_cli_compare   (NidaOptions *options);

/* Say the problems of @dataset that want a look, each kind once with its place; @cube may be NULL. Returns the status:
 * 0, 3, or 1 for 3 under --strict. */
int          nida_look_status   (NidaOptions *options, NidaDataset *dataset, NidaCube *cube);
/* The same status, of a report that nida_print_report() has printed. */
int          nida_check_status  (NidaOptions *options, NidaDataset *dataset);
/* The same, and what the question of @options leaves out for want of a rate. */
int          nida_look_rates    (NidaOptions *options, NidaDataset *dataset, NidaLocalEngine *engine);
/* All of the report, for `check`. */
void         nida_print_report  (NidaOptions *options, NidaDataset *dataset);
/* What is new, changed or gone in @later, for `check --since`. */
void         nida_print_changes (NidaOptions *options, NidaDataset *earlier, NidaDataset *later);

G_END_DECLS
