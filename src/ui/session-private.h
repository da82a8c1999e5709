/* Between the files of the session. */
#pragma once

#include "loaded.h"
#include "session.h"

G_BEGIN_DECLS

/* What nida_session_read_ahead() made of the same @inputs, once; or NULL. */
NidaLoaded *nida_session_take_ahead  (const char * const *inputs);

typedef struct _NidaSessionLoad NidaSessionLoad;

NidaSessionLoad    *nida_session_load_new        (NidaSession *session);
void                nida_session_load_free       (NidaSessionLoad *load);
/* Who wants the inputs to be read. */
typedef enum {
  NIDA_READING_OPEN,        /* a person, who opens them */
  NIDA_READING_AGAIN,       /* a person, or a file that changed; as the next, of what is open */
  NIDA_READING_DUE,         /* the clock */
} NidaReading;

/* @resting: (transfer full): as of the load options, or NULL. */
void                nida_session_load_start      (NidaSessionLoad *load, const char * const *inputs, NidaReading reading,
                                                  GHashTable *resting);
void                nida_session_load_cancel     (NidaSessionLoad *load);
const char * const *nida_session_load_get_inputs (NidaSessionLoad *load);
/* Is @input being read, and not only taken from its copy? */
gboolean            nida_session_load_is_due     (NidaSessionLoad *load);
gboolean            nida_session_load_is_asking  (NidaSessionLoad *load, const char *input);
/* Why @input could not be read, where that left all as it is shown; or NULL. */
const NidaFailure  *nida_session_load_get_failure (NidaSessionLoad *load, const char *input);
NidaSessionLoad    *nida_session_get_load        (NidaSession *self);

/* What the person has chosen, as the document has it. */
typedef struct _NidaSessionView NidaSessionView;

NidaSessionView *nida_session_view_new  (NidaSession *session);
void             nida_session_view_free (NidaSessionView *view);
/* NULL: a fresh one. FALSE where it is the same as before. */
gboolean         nida_session_view_take_document (NidaSessionView *view, NidaDocument *document);
gboolean         nida_session_view_has_items (NidaSessionView *view);
/* The data in @document, whose failures are the session's; transfer full. */
NidaCarried     *nida_session_new_carried (NidaSession *session, NidaDocument *document);
/* What is to be chosen when the data of @document, or of a fresh one for NULL, are opened; transfer full. */
NidaFilterSet   *nida_session_view_dup_opening (NidaSessionView *view, NidaDocument *document);
/* The id of the board that is shown; NULL while the document has none. */
const char      *nida_session_view_get_board (NidaSessionView *view);
/* Show that one; its item may be made next. */
void             nida_session_view_set_board (NidaSessionView *view, const char *id);
/* The item of the board that is shown, made where the document has none; within a change. Its id. */
const char      *nida_session_view_put_board (NidaSessionView *view, const NidaFilterSet *filters, const char *title,
                                              const char *title_ar);
/* The id that the board which is shown has, or will have once it has an item. */
const char      *nida_session_view_name_board (NidaSessionView *view);
/* As a document without boards shows the data. */
const NidaFilterSet *nida_session_view_get_base (NidaSessionView *view);
/* The person's title of the board that is shown, or NULL. */
const char      *nida_session_view_get_title (NidaSessionView *view, gboolean arabic);
void             nida_session_view_get_titles (NidaSessionView *view, const char **title, const char **title_ar);

/* Names that are one: what this person has said, and the document. */
typedef struct _NidaSessionNames NidaSessionNames;

NidaSessionNames *nida_session_names_new  (NidaSession *session);
void              nida_session_names_free (NidaSessionNames *names);
/* What holds with @document; transfer full. */
NidaAliases      *nida_session_names_dup  (NidaSessionNames *names, NidaDocument *document);
/* The document says other names since: the person's own list follows. */
void              nida_session_names_keep (NidaSessionNames *names, NidaAliases *before, NidaAliases *after);
NidaSessionNames *nida_session_view_get_names (NidaSessionView *view);
/* Names are to be counted by what holds now. */
void              nida_session_view_update (NidaSessionView *view);

/* The desk's own figures: what the document says of them, and that they are counted. */
typedef struct _NidaSessionLedger NidaSessionLedger;

NidaSessionLedger *nida_session_ledger_new  (NidaSession *session);
void               nida_session_ledger_free (NidaSessionLedger *ledger);
/* A show is of the data, or no longer: the room comes before the board, which is asked in a thread however few the rows are. */
void               nida_session_ledger_begin_show (NidaSessionLedger *self);
void               nida_session_ledger_end_show   (NidaSessionLedger *self);
/* Another day has begun: other entries are due. */
void               nida_session_ledger_check_day (NidaSessionLedger *self);
/* What is counted of @document, in no or any thread's hands: NULL where there is nothing; transfer full. */
NidaLedger        *nida_ledger_new_counted  (NidaDocument *document);
/* The rates that @document, which may be NULL, says itself; NULL for none; transfer full. */
NidaOwnRates      *nida_own_rates_new_of    (NidaDocument *document);
NidaSessionLedger *nida_session_get_own     (NidaSession *self);
void               nida_session_tell_ledger (NidaSession *self);

NidaSessionView *nida_session_get_view     (NidaSession *self);
/* The charts of a board on which @filters are chosen: its own, or those that the data call for; NULL before anything is open;
 * transfer full. */
NidaArrangement *nida_session_dup_arrangement (NidaSession *self, const NidaFilterSet *filters);
/* The inputs were read anew, and before that the data called for @before (or NULL): slides follow the boards that nobody changed. */
void             nida_session_recompose_slides (NidaSession *self, NidaArrangement *before);
/* The same for a document that is made of a template: it meets its data. */
void             nida_session_settle_template (NidaSession *self);
/* Within the change that makes @after of what is chosen on @board, or for NULL deletes it: slides that follow it change too. */
void             nida_session_update_slides (NidaSession *self, const char *board, const NidaFilterSet *before, const NidaFilterSet *after);
/* @filters (taken) are chosen now: they are in the document already. */
void             nida_session_show_filters (NidaSession *self, NidaFilterSet *filters);
void             nida_session_tell_boards  (NidaSession *self);
void             nida_session_tell_undo    (NidaSession *self);

/* How tables of somebody's own are read: what this person has said, and the document. */
typedef struct _NidaSessionLayouts NidaSessionLayouts;

NidaSessionLayouts *nida_session_layouts_new  (NidaSession *session);
void                nida_session_layouts_free (NidaSessionLayouts *self);
/* What holds with @document, in memory alone; transfer full. */
NidaLayouts        *nida_session_layouts_dup  (NidaSessionLayouts *self, NidaDocument *document);
/* Data were read by @layouts: a document with a file remembers those that were used. */
void                nida_session_layouts_note (NidaSessionLayouts *self, NidaLayouts *layouts);
NidaSessionLayouts *nida_session_get_layouts  (NidaSession *self);

/* A document that is being opened, and whose data are not read yet. */
typedef struct _NidaSessionOpening NidaSessionOpening;

NidaSessionOpening *nida_session_opening_new         (NidaSession *session);
void                nida_session_opening_free        (NidaSessionOpening *self);
NidaDocument       *nida_session_opening_get_document (NidaSessionOpening *self);   /* NULL for a fresh one */
NidaCopies         *nida_session_opening_get_copies  (NidaSessionOpening *self);
/* What is to be chosen when it is there, and how its tables are read; transfer full. */
NidaFilterSet      *nida_session_opening_dup_filters (NidaSessionOpening *self);
NidaLayouts        *nida_session_opening_dup_layouts (NidaSessionOpening *self);
/* Its data are read: the document, and its @inputs, NULL where they are those that were read; transfer full. */
NidaDocument       *nida_session_opening_take        (NidaSessionOpening *self, char ***inputs);
NidaSessionOpening *nida_session_get_opening         (NidaSession *self);
/* Another document is shown. */
void                nida_session_tell_document       (NidaSession *self);

/* Which rows the table shows. */
typedef struct _NidaSessionRows NidaSessionRows;

NidaSessionRows *nida_session_rows_new    (void);
void             nida_session_rows_free   (NidaSessionRows *self);
/* Those behind the filters from now on. */
void             nida_session_rows_forget (NidaSessionRows *self);
NidaSessionRows *nida_session_get_rows    (NidaSession *self);
void             nida_session_tell_rows   (NidaSession *self);

/* The inputs follow the sources of the document. */
typedef struct _NidaSessionInputs NidaSessionInputs;

NidaSessionInputs *nida_session_inputs_new  (NidaSession *session);
void               nida_session_inputs_free (NidaSessionInputs *self);
/* @inputs (transfer full) are open from now on; they are read next. */
void               nida_session_take_inputs (NidaSession *self, char **inputs);

/* Read again what is open, addresses from their copies: names that are one, or columns, are others. */
void nida_session_reload_held (NidaSession *self);

/* What is asked of the data that are shown, and whose answers are still to come. */
typedef struct _NidaSessionAsk NidaSessionAsk;

NidaSessionAsk *nida_session_ask_new     (NidaSession *session);
void            nida_session_ask_free    (NidaSessionAsk *self);
void            nida_session_ask_start   (NidaSessionAsk *self);
/* Other data are shown, with answers of their own: those that are still to come are of no use. */
void            nida_session_ask_forget  (NidaSessionAsk *self);
gboolean        nida_session_ask_is_open (NidaSessionAsk *self);
NidaSessionAsk *nida_session_get_ask     (NidaSession *self);   /* NULL once the session is disposed of */
/* Called back with @answers (transfer full) about @board (transfer full), as @filters arrange it. */
void            nida_session_take_answers (NidaSession *self, NidaAnswers *answers, NidaBoard *board, const NidaFilterSet *filters);

/* Of @inputs: the sources of @document of which nothing is shown, so that the others need not wait for them; transfer full. */
char **nida_session_dup_may_miss (NidaSession *self, NidaDocument *document, const char * const *inputs, gboolean reload);

/* Which donors keep their colours in what is read: those of @document, or else of what was shown @before. NULL: none yet. Transfer
 * full. */
NidaColorMap      *nida_session_dup_donor_hues (NidaDocument *document, NidaLoaded *before);

/* Which month fiscal years begin in. */
typedef struct _NidaSessionFiscal NidaSessionFiscal;

NidaSessionFiscal *nida_session_fiscal_new  (NidaSession *session);
void               nida_session_fiscal_free (NidaSessionFiscal *self);
/* Of @document, or of the desk for NULL and where it says nothing. */
guint              nida_document_get_fiscal_start  (NidaDocument *document);

/* Whether the data of a document say what it says of them. */
typedef struct _NidaSessionCheck NidaSessionCheck;

NidaSessionCheck *nida_session_check_new      (NidaSession *session);
void              nida_session_check_free     (NidaSessionCheck *self);
/* They do not: what it says is not to be taken in place of reading them. */
gboolean          nida_session_check_is_false (NidaSessionCheck *self);
/* Is this the reading that puts the data themselves in place, which nobody but the document need have? Once. */
gboolean          nida_session_check_take_due (NidaSessionCheck *self);
NidaSessionCheck *nida_session_get_check      (NidaSession *self);      /* NULL once the session is disposed of */
/* Without waiting until the machine has time. */
void              nida_session_check_now      (NidaSession *session);

/* Called back by the load. */
void  nida_session_take_loaded (NidaSession *self, NidaLoaded *loaded, gboolean reload);
void  nida_session_tell_failed (NidaSession *self, const GError *error, gboolean reload);
void  nida_session_tell_unkept (NidaSession *self, const GError *error);
void  nida_session_tell_progress (NidaSession *self, guint64 bytes, guint64 total, guint64 rows);
void  nida_session_tell_loading (NidaSession *self, gboolean loading);
NidaLoaded *nida_session_get_shown (NidaSession *self);        /* NULL before anything is open */
void  nida_session_tell_changes (NidaSession *self);
guint64 nida_session_get_watched (NidaSession *self);

G_END_DECLS
