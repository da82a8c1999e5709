/* Choosing names that are one, and which of them is kept. */
#pragma once

#include "dataset.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NidaAliasChooser:
 *
 * Signals:
 * - "join" (GStrv names, char *keep): the person said that these names are one
 */
#define NIDA_TYPE_ALIAS_CHOOSER (nida_alias_chooser_get_type ())
G_DECLARE_FINAL_TYPE (NidaAliasChooser, nida_alias_chooser, NIDA, ALIAS_CHOOSER, GtkWidget)

/* Show the names of organisations in @dataset; what was chosen and is still there stays chosen. */
void  nida_alias_chooser_set_dataset (NidaAliasChooser *self, NidaDataset *dataset);
/* Choose @name, or no more, as its check would. */
void  nida_alias_chooser_choose      (NidaAliasChooser *self, const char *name, gboolean chosen);
void  nida_alias_chooser_set_search  (NidaAliasChooser *self, const char *text);
guint nida_alias_chooser_get_n_shown (NidaAliasChooser *self);
/* The chosen one that is kept next time; "" takes the first. */
void  nida_alias_chooser_keep        (NidaAliasChooser *self, const char *name);
void  nida_alias_chooser_join        (NidaAliasChooser *self);

G_END_DECLS
