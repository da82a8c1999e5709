/* Fields and names that the pages of the chart editor offer. */
#pragma once

#include "cube.h"
#include "dataset.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_EDITOR_MAX_FIELDS 24

/* Fields in which some row names something, NONE first, the groups of donors and the date last. */
typedef struct {
  NidaField fields[NIDA_EDITOR_MAX_FIELDS];
  guint     n;
} NidaEditorFields;

void       nida_editor_fields_init  (NidaEditorFields *self, NidaDataset *dataset);
/* As a drop-down shows them, with @none in place of NONE; NULL-terminated, transfer full. */
char     **nida_editor_fields_words (const NidaEditorFields *self, const char *none);
guint      nida_editor_fields_find  (const NidaEditorFields *self, NidaField field);      /* 0 for one that is not there */
NidaField  nida_editor_fields_get   (const NidaEditorFields *self, guint index);          /* NONE behind the last */

/* The single names of the first field of @cube, which may be NULL, as a filter takes them; NULL-terminated, transfer full. */
char     **nida_editor_names_of     (NidaCube *cube);
/* @names of @field as they are shown, without the marks that a search would stumble over; @first stands before them, or NULL. */
void       nida_editor_names_fill   (GtkDropDown *drop_down, NidaDataset *dataset, NidaField field, char **names, const char *first);

G_END_DECLS
