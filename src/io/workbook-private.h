/* What the two kinds of workbooks share. Private to workbook.c, xlsx.c and ods.c. */
#pragma once

#include "workbook.h"
#include "xml-stream.h"

G_BEGIN_DECLS

#define NIDA_WORKBOOK_MAX_ROWS 1048576u

typedef struct {
  char *name;
  char *path;             /* of xlsx: the entry */
} NidaWorkbookSheet;

struct _NidaWorkbook {
  NidaZip      *zip;      /* borrowed */
  char         *name;
  GCancellable *cancellable;
  gboolean      is_ods;
  GPtrArray    *sheets;   /* NidaWorkbookSheet */
  /* xlsx */
  gboolean      base_1904;
  GString      *strings;  /* shared strings one after the other, each with a NUL */
  GArray       *starts;   /* gsize: of each of them */
  GArray       *styles;   /* NidaWorkbookDate by style */
};

/* A row that is being filled, and whom it is given to. */
typedef struct {
  NidaWorkbookRow  give;
  gpointer         data;
  GArray          *cells;    /* NidaCell; text is an offset into texts until the row is given */
  GString         *texts;
  gboolean         any;      /* one of the cells has text */
  gboolean         stopped;
} NidaWorkbookLine;

void     nida_workbook_line_init  (NidaWorkbookLine *self, NidaWorkbookRow give, gpointer data);
void     nida_workbook_line_clear (NidaWorkbookLine *self);
void     nida_workbook_line_add   (NidaWorkbookLine *self, guint column, const char *text, gsize length, NidaWorkbookCell kind);
/* Give it away, @times times, as rows from @number on. */
void     nida_workbook_line_give  (NidaWorkbookLine *self, guint number, guint times);

/* Read an entry through @handler until its end, or until *@stopped. */
gboolean nida_workbook_parse      (NidaWorkbook *self, int entry, const NidaXmlHandler *handler, gpointer data,
                                   gboolean *stopped, GError **error);

gboolean nida_xlsx_open           (NidaWorkbook *self, GError **error);
gboolean nida_xlsx_read           (NidaWorkbook *self, guint sheet, NidaWorkbookLine *line, GError **error);
gboolean nida_ods_open            (NidaWorkbook *self, GError **error);
gboolean nida_ods_read            (NidaWorkbook *self, guint sheet, NidaWorkbookLine *line, GError **error);

G_END_DECLS
