/* What one donor gave, and how that stands among all donors: the figures of the donor report, each an answer of the
 * engine that `nida query` gives, too. */
#pragma once

#include "local-engine.h"

G_BEGIN_DECLS

#define NIDA_DONOR_N_SPLITS 4

/**
 * NidaDonorFigures:
 *
 * @name, @arabic: as the rows have it; what somebody asked for where no money under the filters is the donor's
 * @measure: received, or what the sources have in its place: pledged, reported
 * @total, @flows: of the donor; @whole: of all donors. %NIDA_MONEY_NONE where no source says
 * @paid: of @total, %NIDA_MONEY_NONE where @measure is not received
 * @pledged, @pledges: what stays open; NONE where the sources hold no pledge, and where @measure is pledged
 * @rank: among the @n_donors that have a figure other than zero; 0 where the donor has none
 * @pledged_by: the field by which the pledges can be told apart, or %NIDA_FIELD_NONE
 * @group: the value of @group_field that the donor is in, "GCC", or %NULL; it is number @group_rank of @n_group there; never
 * all donors
 * @splits: by which fields the money can be told apart, see nida_donor_split_field(); at most three
 * @country, @recipient: where most of it goes, by name; %NULL where no name is stated
 */
typedef struct {
  char       *name, *arabic;
  NidaMeasure measure;
  NidaMoney   total, whole, paid, pledged;
  guint64     flows, pledges;
  guint       rank, n_donors;
  NidaField   group_field;
  char       *group, *group_arabic;
  guint       group_rank, n_group;
  char       *country, *country_arabic;
  NidaMoney   country_value;
  char       *recipient, *recipient_arabic;
  NidaMoney   recipient_value;
  guint       splits;
  NidaField   pledged_by;
} NidaDonorFigures;

/* Asks a dozen questions, waiting. @question: dates, filters, currency and rule; its filter on donors is not heeded. Fails
 * with NIDA_QUERY_ERROR_UNKNOWN_VALUE for a name that no donor has; the message offers the nearest. */
NidaDonorFigures *nida_donor_figures_new  (NidaLocalEngine *engine, NidaQuery *question, const char *donor, GError **error);
void              nida_donor_figures_free (NidaDonorFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaDonorFigures, nida_donor_figures_free)

/* Country, category, recipient, appeal: bit @index of NidaDonorFigures.splits. */
NidaField         nida_donor_split_field  (guint index);

/* The questions of the page: of all donors, and of one alone. */
NidaQuery        *nida_donor_question_of_all (NidaQuery *question);
NidaQuery        *nida_donor_question_of_one (NidaQuery *question, const char *donor);

G_END_DECLS
