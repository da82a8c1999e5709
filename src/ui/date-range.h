/* When: a small histogram of the money by year or month, with two handles for the first and last. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_DATE_RANGE (nida_date_range_get_type ())
G_DECLARE_FINAL_TYPE (NidaDateRange, nida_date_range, NIDA, DATE_RANGE, GtkWidget)

GtkWidget *nida_date_range_new     (NidaSession *session);
/* Nothing to choose from: fewer than two years or months. */
gboolean   nida_date_range_is_idle (NidaDateRange *self);
char      *nida_date_range_words   (NidaDateRange *self);   /* "Apr 2020 – Apr 2026" */
guint      nida_date_range_get_n   (NidaDateRange *self);
/* Choose bars @first to @last, both included; all of them is no filter. */
void       nida_date_range_choose  (NidaDateRange *self, guint first, guint last);

G_END_DECLS
