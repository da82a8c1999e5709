/* What the donor report says: its message, its cards, its titles. Private to document/. */
#pragma once

#include "donor-report.h"

G_BEGIN_DECLS

/* A figure on the page: "Share of all donors" "0.18%" "" "of $9.24 billion". @measure: what of the donor's it is a sum of, or
 * %NIDA_N_MEASURES. */
typedef struct { char *label, *number, *unit, *context; NidaMeasure measure; } NidaDonorCard;

void   nida_donor_card_clear      (NidaDonorCard *card);
/* "Kuwait", isolated. */
char  *nida_donor_words_name      (NidaLanguage *language, const NidaDonorFigures *figures);
/* "2026: Kuwait gave $17.1 million, 26% of it for Sudan". */
char  *nida_donor_words_headline  (NidaLanguage *language, const NidaDonorFigures *figures, NidaQuery *question);
/* "Most of it went to UNHCR: $7.43M (44%)."; NULL where no recipient is stated. */
char  *nida_donor_words_recipient (NidaLanguage *language, const NidaDonorFigures *figures, NidaQuery *question);
/* (element-type NidaDonorCard): total, share, rank, paid, pledges open. */
GArray *nida_donor_words_cards    (NidaLanguage *language, const NidaDonorFigures *figures, NidaQuery *question);
/* "Draft · Embargoed until 1 Dec 2026"; NULL for no mark. */
char  *nida_donor_words_mark      (NidaLanguage *language, const NidaDonorReport *report);
/* How share, rank and bars are to be read. */
char  *nida_donor_words_method    (const NidaDonorFigures *figures);

G_END_DECLS
