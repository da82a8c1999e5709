/* A chart that is being made or changed, before it stands on the board: its spec with undo of its own, what the data answer, and
 * its picture. Has no widgets. */
#pragma once

#include "draft-answer.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * NidaChartDraft:
 *
 * Signals:
 * - "changed": the spec; where the answer is not there yet, it follows
 * - "answered": what the data answer, without a change of the spec
 */
#define NIDA_TYPE_CHART_DRAFT (nida_chart_draft_get_type ())
G_DECLARE_FINAL_TYPE (NidaChartDraft, nida_chart_draft, NIDA, CHART_DRAFT, GObject)

NidaChartDraft      *nida_chart_draft_new         (NidaSession *session, const NidaChartSpec *spec);
NidaSession         *nida_chart_draft_get_session (NidaChartDraft *self);
const NidaChartSpec *nida_chart_draft_get_spec    (NidaChartDraft *self);
/* A copy to change and give back; transfer full. */
NidaChartSpec       *nida_chart_draft_dup_spec    (NidaChartDraft *self);
/* @spec: (transfer full). Changes that follow one another under one name @what, such as each letter of a title, are undone
 * together; NULL is a step of its own. */
void                 nida_chart_draft_take        (NidaChartDraft *self, NidaChartSpec *spec, const char *what);
gboolean             nida_chart_draft_can_undo    (NidaChartDraft *self);
gboolean             nida_chart_draft_can_redo    (NidaChartDraft *self);
void                 nida_chart_draft_undo        (NidaChartDraft *self);
void                 nida_chart_draft_redo        (NidaChartDraft *self);

/* Are its colours to hold on the whole board? As at first, where the board has such already; no step of undo. */
void                 nida_chart_draft_set_on_board (NidaChartDraft *self, gboolean on_board);
gboolean             nida_chart_draft_is_on_board  (NidaChartDraft *self);

/* With the filters of the board in its question; transfer none. */
const NidaChartSpec *nida_chart_draft_get_applied (NidaChartDraft *self);
/* The newest answer, which may be that to an earlier spec while nida_chart_draft_is_waiting(); NULL before the first. Transfer
 * none, and only until the main loop runs again. */
const NidaDraftAnswer *nida_chart_draft_get_answer (NidaChartDraft *self);
/* A sentence why it cannot become a chart of @kind; NULL where it can, and as long as it is not known what the data hold. Transfer
 * full. */
char           *nida_chart_draft_dup_why_not (NidaChartDraft *self, NidaChartKind kind);
gboolean             nida_chart_draft_is_waiting  (NidaChartDraft *self);
/* The chart at a size, in the language and the theme of the window, as far as it is answered; NULL before the first answer;
 * transfer full. */
NidaScene           *nida_chart_draft_build       (NidaChartDraft *self, double width, double height);
/* The title that the data suggest in a language ("en", "ar"); NULL while the answer is not there; transfer full. */
char                *nida_chart_draft_dup_title   (NidaChartDraft *self, const char *code);

G_END_DECLS
