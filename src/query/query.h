/* A question to the table of facts: group by up to three fields, filter, measure. Says nothing of how it is answered. */
#pragma once

#include "dataset.h"

G_BEGIN_DECLS

typedef enum {
  NIDA_MEASURE_RECEIVED,
  NIDA_MEASURE_REQUIREMENT,
  NIDA_MEASURE_REPORTED,
  NIDA_MEASURE_PLEDGED,
  NIDA_MEASURE_COMMITTED,
  NIDA_MEASURE_PAID,
  NIDA_MEASURE_GAP,
  NIDA_MEASURE_COVERAGE,     /* a ratio: the cell holds millionths */
  NIDA_MEASURE_COUNT,        /* distinct flows of money: a plain number */
  NIDA_N_MEASURES,
} NidaMeasure;

typedef enum {
  NIDA_RULE_AUTO,        /* boundary for coverage and gap, distinct for all else */
  NIDA_RULE_DISTINCT,
  NIDA_RULE_BOUNDARY,
} NidaRule;

typedef struct {
  NidaField field;       /* NIDA_FIELD_DATE takes @step */
  NidaStep  step;
} NidaGroupBy;

#define NIDA_MAX_BY 3

typedef struct _NidaQuery NidaQuery;
#define NIDA_TYPE_QUERY (nida_query_get_type ())
GType       nida_query_get_type     (void);

/* A reference-counted value: fill it, then ask; nobody changes it after it was asked. */
NidaQuery  *nida_query_new          (void);
NidaQuery  *nida_query_copy         (NidaQuery *self);
NidaQuery  *nida_query_ref          (NidaQuery *self);
void        nida_query_unref        (NidaQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaQuery, nida_query_unref)

/* Values of one field are alternatives, fields are joined by "and". A value is a name in either language, a code, or
 * NULL / "" for "not stated". For NIDA_FIELD_DATE a value is a period as nida_period_to_string writes it. */
void        nida_query_add_filter   (NidaQuery *self, NidaField field, const char *value);
void        nida_query_clear_filter (NidaQuery *self, NidaField field);
guint       nida_query_get_n_filters (NidaQuery *self);
NidaField   nida_query_get_filter   (NidaQuery *self, guint index, const char * const **values);

#define NIDA_ALONE_BIT(field) (G_GUINT64_CONSTANT (1) << (field))
G_STATIC_ASSERT (NIDA_N_FIELDS <= 64);

struct _NidaQuery {
  NidaGroupBy  by[NIDA_MAX_BY];
  guint        n_by;
  guint        measures;           /* 1 << NidaMeasure */
  NidaRule     rule;
  NidaDate     from;               /* both days included; NONE is open */
  NidaDate     to;
  guint        fiscal_start;       /* month, 1 to 12 */
  guint        fact_kinds;         /* NIDA_KIND_BIT of the rows to hand out one by one (events, indicators, totals) */
  char        *currency;           /* display currency; NULL is USD */
  char       **apart;              /* names of the last "by" that stay groups, the others being one; NULL: all stay */
  char        *second;             /* a currency to tell the same figures in beside; whoever shows both asks again; or NULL */
  guint64      alone;              /* NIDA_ALONE_BIT of filters beside which a chart shows nothing pale; no answer depends on it */
  int          prices;             /* the year whose prices amounts are told in; 0: those of their own time */
  /*< private >*/
  GPtrArray   *filters;
  gatomicrefcount ref_count;
};

gboolean    nida_query_equal        (NidaQuery *a, NidaQuery *b);

const char *nida_measure_get_name   (NidaMeasure measure);
gboolean    nida_measure_from_name  (const char *name, NidaMeasure *measure);
const char *nida_step_get_name      (NidaStep step);
gboolean    nida_step_from_name     (const char *name, NidaStep *step);
/* "donor", "year", "fiscal-year", "date" (which takes @step). FALSE for an unknown name. */
gboolean    nida_group_by_from_name (const char *name, NidaStep step, NidaGroupBy *by);
const char *nida_group_by_get_name  (NidaGroupBy by);

G_END_DECLS
