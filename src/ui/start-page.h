/* What a window shows before anything is open: open, drop, an address, samples, and what was opened before. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens through the action win.open-inputs (as). */
#define NIDA_TYPE_START_PAGE (nida_start_page_get_type ())
G_DECLARE_FINAL_TYPE (NidaStartPage, nida_start_page, NIDA, START_PAGE, GtkWidget)

GtkWidget *nida_start_page_new         (void);
/* Is there a document already, whose boards and slides wait for data? */
void       nida_start_page_set_waiting (NidaStartPage *self, gboolean waiting);
/* The folder of the samples that are installed, or lie beside the program; NULL when there are none. */
char      *nida_start_page_samples_dir (void);

G_END_DECLS
