/* What was read, merged and refused, and what to do about it. */
#pragma once

#include "source-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_LOAD_REPORT (nida_load_report_get_type ())
G_DECLARE_FINAL_TYPE (NidaLoadReport, nida_load_report, NIDA, LOAD_REPORT, GtkWidget)

GtkWidget *nida_load_report_new         (NidaSession *session);
guint      nida_load_report_get_n_shown (NidaLoadReport *self);
NidaSourceList *nida_load_report_get_sources (NidaLoadReport *self);
/* The list as Nida writes tables: UTF-8 with a byte order mark, ASCII line numbers. */
char      *nida_load_report_to_csv      (NidaLoadReport *self);

G_END_DECLS
