/* The layouts that a person confirmed or corrected, remembered for every table with the same header: a small file. */
#pragma once

#include "layout.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _NidaLayouts NidaLayouts;

/* What @path holds; nothing when there is no such file yet, or for NULL, where all stays in memory. A file that is damaged is read as far as it makes sense. */
NidaLayouts *nida_layouts_new       (const char *path);
/* The same in the person's own folder. */
NidaLayouts *nida_layouts_new_own   (void);
/* The same in memory alone, of which nothing was used yet. */
NidaLayouts *nida_layouts_copy      (NidaLayouts *self);
NidaLayouts *nida_layouts_ref       (NidaLayouts *self);
void         nida_layouts_unref     (NidaLayouts *self);
gboolean     nida_layouts_is_empty  (NidaLayouts *self);
/* What was remembered for a table that is detected as @detected; its columns have the names of @detected. Transfer full. */
NidaLayout  *nida_layouts_find      (NidaLayouts *self, const NidaLayout *detected);
/* From now on a table detected as @detected is laid out as @layout; written at once. */
gboolean     nida_layouts_remember  (NidaLayouts *self, const NidaLayout *detected, const NidaLayout *layout, GError **error);
/* Which sheet a person chose of a workbook whose sheets are called so; NULL: none. */
char        *nida_layouts_find_sheet     (NidaLayouts *self, const char * const *sheets);
gboolean     nida_layouts_remember_sheet (NidaLayouts *self, const char * const *sheets, const char *sheet, GError **error);
gboolean     nida_layouts_forget    (NidaLayouts *self, const NidaLayout *detected, GError **error);

/* Each of them has a name, by which a document keeps it, and is a text of its own; NULL where there is none. */
char       **nida_layouts_dup_names (NidaLayouts *self);
char        *nida_layouts_dup_text  (NidaLayouts *self, const char *name);
gboolean     nida_layouts_set_text  (NidaLayouts *self, const char *name, const char *text, GError **error);
/* The same of two that say the same; "" where nothing is said. */
char        *nida_layouts_dup_digest (NidaLayouts *self);
/* The names of those by which something was read since @self was made. */
char       **nida_layouts_dup_used  (NidaLayouts *self);
/* Was what was read by one of them read alike by the other? NULL is equal to NULL. */
gboolean     nida_layouts_same_used (NidaLayouts *a, NidaLayouts *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaLayouts, nida_layouts_unref)

G_END_DECLS
