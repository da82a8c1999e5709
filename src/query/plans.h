/* Which plan a row belongs to: an appeal and its years. Private to query/. */
#pragma once

#include "sheet.h"

G_BEGIN_DECLS

/* Money without an appeal is a plan of its source, so that no other source's requirement claims it. */
NidaKey      nida_plan_key     (NidaSheet *sheet, guint row);
#define NIDA_PLAN_KEY_APPEAL(key) ((guint32) ((key).a >> 32))        /* 0 when unnamed */
#define NIDA_PLAN_KEY_FIRST_YEAR(key) ((int) ((key).b >> 32))        /* 0 when undated */
#define NIDA_PLAN_KEY_LAST_YEAR(key) ((int) ((key).b & G_MAXUINT32))

/* The plans of all money, requirements and reported totals; one plan where no row states a total. */
/* @before (nullable): the same of the @n_before first rows */
NidaEncoded *nida_plans_encode (NidaSheet *sheet, const NidaEncoded *dates, const NidaEncoded *usage, const NidaEncoded *before,
                                guint n_before);

G_END_DECLS
