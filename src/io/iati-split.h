/* Percentages that divide an amount: exactly, by the largest remainder. */
#pragma once

#include "money.h"

G_BEGIN_DECLS

#define NIDA_PERCENT_NONE  G_MININT64
#define NIDA_PERCENT_WHOLE G_GINT64_CONSTANT (100000000)      /* 100 %, in millionths of one per cent */

/* "33.33" as millionths of one per cent; NIDA_PERCENT_NONE for what is no share. */
gint64 nida_percent_parse (const char *text);
/* Parts of @amount in the proportion of @weights (not negative, each at most 10^16, at most 65,536 of them, not all zero). They add up
 * to @amount; what is left of a thousandth goes to the largest remainders, of equal ones to the first. */
void   nida_split_money   (NidaMoney amount, const guint64 *weights, guint n, NidaMoney *parts);

G_END_DECLS
