/* Exact ratios of two whole numbers: exchange rates and deflators, and amounts that are multiplied by them. */
#pragma once

#include "money.h"

G_BEGIN_DECLS

/* Wide enough that no order of adding 2^32 amounts, or of multiplying one of them, can overflow on the way. */
__extension__ typedef __int128 NidaWide;
__extension__ typedef unsigned __int128 NidaUWide;

/**
 * NidaRatio:
 *
 * @num / @den, both positive and below 2^63, without a common divisor. { 0, 0 } is none.
 */
typedef struct {
  gint64 num;
  gint64 den;
} NidaRatio;

#define NIDA_RATIO_ONE ((NidaRatio) { 1, 1 })

/* A converted amount keeps what lies below the thousandth in units of 10^-9 of one, so that amounts can be added before
 * the sum is rounded, once. */
#define NIDA_FINE G_GINT64_CONSTANT (1000000000)

/* A decimal as it stands in a file, "1.0823" or "3.33895e-05": @mantissa / 10^@decimals. */
typedef struct {
  gint64 mantissa;
  guint  decimals;
} NidaDecimal;

#define NIDA_DECIMAL_MOST_DIGITS 18
#define NIDA_DECIMAL_MOST_PLACES 18

/* FALSE for what is no positive number of at most 18 digits and 18 decimals in plain or exponential form. */
gboolean  nida_decimal_parse    (const char *text, gsize length, NidaDecimal *decimal);

NidaRatio nida_ratio_new        (NidaUWide num, NidaUWide den);
NidaRatio nida_ratio_multiply   (NidaRatio a, NidaRatio b);
NidaRatio nida_ratio_invert     (NidaRatio ratio);
/* @amount * @ratio: @whole thousandths, towards minus infinity, and @fine 10^-9 thousandths (half to even) above them. */
gboolean  nida_ratio_convert    (NidaRatio ratio, NidaMoney amount, NidaMoney *whole, guint32 *fine);
/* @part / @whole in millionths, half to even; FALSE when @whole is 0 or the ratio leaves 64 bits. Both below 2^106. */
gboolean  nida_wide_ratio       (NidaWide part, NidaWide whole, gint64 *millionths);
/* A sum of fine units in thousandths, half to even; FALSE when it leaves 64 bits. */
gboolean  nida_fine_to_money    (NidaWide fine, NidaMoney *money);

G_END_DECLS
