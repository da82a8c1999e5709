/* What the person has chosen to see: values a field, a range of days, the counting rule, the currency and its prices,
 * sources that are switched off, the moment whose data are read, and the charts of the board. A plain value that is copied for
 * undo; knows nothing of widgets. */
#pragma once

#include "aliases.h"
#include "arrangement.h"
#include "query.h"
#include "scene.h"

G_BEGIN_DECLS

typedef struct _NidaFilterSet NidaFilterSet;

NidaFilterSet *nida_filter_set_new         (void);
NidaFilterSet *nida_filter_set_copy        (const NidaFilterSet *self);
void           nida_filter_set_free        (NidaFilterSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaFilterSet, nida_filter_set_free)

gboolean       nida_filter_set_equal       (const NidaFilterSet *a, const NidaFilterSet *b);
/* No field, no range and nothing switched off: everything is shown. Rule and currency do not matter. */
gboolean       nida_filter_set_is_empty    (const NidaFilterSet *self);
gboolean       nida_filter_set_has         (const NidaFilterSet *self, NidaField field, const char *value);
void           nida_filter_set_add         (NidaFilterSet *self, NidaField field, const char *value);
void           nida_filter_set_remove      (NidaFilterSet *self, NidaField field, const char *value);
void           nida_filter_set_clear_field (NidaFilterSet *self, NidaField field);
/* Are other values of @field out of sight, as a person wants who chose in a list? A click on a mark leaves them, pale, beside what
 * is chosen. Where nothing of @field is chosen it says nothing. */
void           nida_filter_set_set_alone   (NidaFilterSet *self, NidaField field, gboolean alone);
gboolean       nida_filter_set_is_alone    (const NidaFilterSet *self, NidaField field);
/* Does somebody look closer at what is chosen of @field, so that charts divide it into its parts (a region into countries)? Another
 * value of the field ends it. Of time that is said by a step, below. */
void           nida_filter_set_set_closer  (NidaFilterSet *self, NidaField field, gboolean closer);
gboolean       nida_filter_set_is_closer   (const NidaFilterSet *self, NidaField field);
void           nida_filter_set_clear       (NidaFilterSet *self);
guint          nida_filter_set_get_n       (const NidaFilterSet *self);
NidaField      nida_filter_set_get         (const NidaFilterSet *self, guint index, const char * const **values);

void           nida_filter_set_set_range   (NidaFilterSet *self, NidaDate from, NidaDate to);
gboolean       nida_filter_set_get_range   (const NidaFilterSet *self, NidaDate *from, NidaDate *to);
/* What the time of the charts is divided by while somebody looks closer, and the wider time that was looked at before (or
 * none); NONE is as each chart does. Goes with the dates. */
void           nida_filter_set_set_step    (NidaFilterSet *self, NidaStep step, NidaPeriod wider);
NidaStep       nida_filter_set_get_step    (const NidaFilterSet *self);
NidaPeriod     nida_filter_set_get_wider   (const NidaFilterSet *self);
void           nida_filter_set_set_rule    (NidaFilterSet *self, NidaRule rule);
NidaRule       nida_filter_set_get_rule    (const NidaFilterSet *self);
/* ISO 4217; NULL is USD. */
void           nida_filter_set_set_currency (NidaFilterSet *self, const char *currency);
const char    *nida_filter_set_get_currency (const NidaFilterSet *self);
/* Another one to tell the figures in on cards and in tooltips; NULL or "" is none. */
void           nida_filter_set_set_second  (NidaFilterSet *self, const char *currency);
const char    *nida_filter_set_get_second  (const NidaFilterSet *self);

/* The year whose prices amounts are told in; 0: those of their own time. */
void           nida_filter_set_set_prices  (NidaFilterSet *self, int year);
int            nida_filter_set_get_prices  (const NidaFilterSet *self);

/* The moment whose data are to be read, microseconds since 1970; 0: the newest. For who reads, as what follows. */
void           nida_filter_set_set_as_of   (NidaFilterSet *self, gint64 as_of);
gint64         nida_filter_set_get_as_of   (const NidaFilterSet *self);
/* Names that are one, as the data are to be read with; NULL: none. They are said once for all windows: clearing leaves them. */
void           nida_filter_set_set_aliases (NidaFilterSet *self, NidaAliases *aliases);
NidaAliases   *nida_filter_set_get_aliases (const NidaFilterSet *self);   /* transfer none */

/* The charts that the person has put on the board; NULL: those that the data call for. No filter: clearing leaves them. */
void           nida_filter_set_set_arrangement (NidaFilterSet *self, NidaArrangement *arrangement);
NidaArrangement *nida_filter_set_get_arrangement (const NidaFilterSet *self);   /* transfer none */

/* Inputs, as they were opened, that are switched off: nothing of them is to be read. For who reads; no question knows them. */
void           nida_filter_set_set_off     (NidaFilterSet *self, const char *input, gboolean off);
gboolean       nida_filter_set_is_off      (const NidaFilterSet *self, const char *input);
const char * const *nida_filter_set_get_off (const NidaFilterSet *self);   /* NULL-terminated, never NULL */
gboolean       nida_filter_set_same_off    (const NidaFilterSet *a, const NidaFilterSet *b);

/* Are all the values a mark stands for chosen? */
gboolean       nida_filter_set_has_mark    (const NidaFilterSet *self, const NidaMark *mark);
/* A click: choose just what the mark stands for, or let go of it; with @add, beside what is chosen in its fields. */
void           nida_filter_set_toggle_mark (NidaFilterSet *self, const NidaMark *mark, gboolean add);
/* Put the choices into a question, but for @except (NIDA_FIELD_NONE: all; NIDA_FIELD_DATE: the range). */
void           nida_filter_set_apply       (const NidaFilterSet *self, NidaQuery *query, NidaField except);
/* Choose the names that chosen ones count as; forget values that @dataset does not know and prices of a year that it has none
 * of, so that a reload cannot ask for nobody. */
void           nida_filter_set_prune       (NidaFilterSet *self, NidaDataset *dataset);

G_END_DECLS
