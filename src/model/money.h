/* Exact money: signed 64-bit thousandths of a currency unit, parsed, added and written without a double. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NidaMoney:
 *
 * An amount in thousandths of one unit of its currency (1 dollar = 1000). Every figure in Nida is one of these until
 * the scale of a chart turns it into points.
 */
typedef gint64 NidaMoney;

/* No amount is known; not the same as zero. */
#define NIDA_MONEY_NONE G_MININT64
#define NIDA_MONEY_UNIT G_GINT64_CONSTANT (1000)

typedef enum {
  NIDA_DECIMAL_AUTO,    /* found from the text; ambiguous text is refused */
  NIDA_DECIMAL_DOT,
  NIDA_DECIMAL_COMMA,
} NidaDecimalMark;

typedef enum {
  NIDA_MONEY_OK,
  NIDA_MONEY_ROUNDED,       /* more than three decimals: half to even */
  NIDA_MONEY_EMPTY,
  NIDA_MONEY_NOT_A_NUMBER,  /* letters, hexadecimal, two signs, misplaced group marks … */
  NIDA_MONEY_NOT_FINITE,    /* nan, inf */
  NIDA_MONEY_AMBIGUOUS,     /* "1,234" or "1.234" when the decimal mark is not known */
  NIDA_MONEY_OVERFLOW,
} NidaMoneyStatus;

NidaMoneyStatus nida_money_parse     (const char      *text,
                                      gsize            length,
                                      NidaDecimalMark  mark,
                                      NidaMoney       *money);
gboolean        nida_money_add       (NidaMoney        a,
                                      NidaMoney        b,
                                      NidaMoney       *sum);
gboolean        nida_money_subtract  (NidaMoney        a,
                                      NidaMoney        b,
                                      NidaMoney       *difference);
gboolean        nida_money_ratio     (NidaMoney        part,
                                      NidaMoney        whole,
                                      gint64          *millionths);
char           *nida_money_to_string (NidaMoney        money);

G_END_DECLS
