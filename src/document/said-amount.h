/* An amount as people say it: digits, with "million" or the like behind them. */
#pragma once

#include "money.h"

G_BEGIN_DECLS

/**
 * nida_said_amount_parse:
 * @text: "5000000", "2.5 million", "40k", "3 مليون"; white space around it is passed over
 * @mark: as for nida_money_parse()
 * @money: (out): exact thousandths; set only where %NIDA_MONEY_OK is returned
 *
 * Returns: %NIDA_MONEY_ROUNDED where it has more than three decimals of the unit of money, which nobody said
 */
NidaMoneyStatus nida_said_amount_parse (const char *text, NidaDecimalMark mark, NidaMoney *money);

G_END_DECLS
