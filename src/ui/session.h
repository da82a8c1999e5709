/* The model of one window: the data that is open, what the person has chosen to see of it, and the answers. Has no
 * widgets, so that a window may build its contents anew (in another language) at any time. */
#pragma once

#include "answers.h"
#include "carried.h"
#include "change-set.h"
#include "chart.h"
#include "document.h"
#include "layouts.h"
#include "ledger.h"
#include "linked.h"
#include "loader.h"
#include "nouns.h"
#include "secrets.h"
#include "selections.h"
#include "slide.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * NidaSession:
 *
 * Signals:
 * - "loading" (gboolean): reading began or ended
 * - "progress" (guint64 bytes, guint64 total, guint64 rows)
 * - "opened" (gboolean reload): another dataset and board; "answered" follows
 * - "failed" (GError *, gboolean reload): what was there before still stands
 * - "unkept" (GError *): what was read is shown, but could not be put into the document
 * - "filters-changed": at once; the old answers stand until
 * - "boards-changed": other boards are in the document, in another order or with other titles, or another one is shown
 * - "document-changed": it is another document
 * - "undo-changed": what undo and redo would do is another thing
 * - "board-changed": other cards and charts stand on the board, and their answers are there; "answered" follows
 * - "answered": new answers
 * - "changes": what differs from an earlier reading was found anew, also that nothing does
 * - "ledger-changed": another entry, or another document's; what counts them follows
 * - "rows-changed": the table of rows has a focus, or has none any more
 */
#define NIDA_TYPE_SESSION (nida_session_get_type ())
G_DECLARE_FINAL_TYPE (NidaSession, nida_session, NIDA, SESSION, GObject)

/* Begin to read small local files before there is a display: the first nida_session_open() of the same takes them.
 * @fields: as nida_answers_ask(). */
void                 nida_session_read_ahead      (const char * const *inputs, GSettings *settings, guint64 fields);
/* The counting rule and the currency that new windows begin with. */
void                 nida_session_read_choices    (NidaFilterSet *filters, GSettings *settings);

/* How tables of people's own are laid out, as was said in any window; transfer none. */
NidaLayouts         *nida_session_get_own_layouts (void);
/* The same with what the document says over it, in memory alone; transfer full. */
NidaLayouts         *nida_session_dup_layouts     (NidaSession *self);
/* @layouts, made of those, hold from now on, in the document and for all windows, and what is open is read by them. FALSE with
 * @error where the person's list cannot be written; then they hold in the document, and elsewhere as long as the program runs. */
gboolean             nida_session_set_layouts     (NidaSession *self, NidaLayouts *layouts, GError **error);
/* The same for tables that are not open: the person's list alone. */
gboolean             nida_session_remember_layouts (NidaSession *self, NidaLayouts *layouts, GError **error);
/* The document, which has a file now, remembers by which layouts its figures were read. */
void                 nida_session_keep_layouts    (NidaSession *self);
/* And in which month its fiscal years begin. */
void                 nida_session_keep_fiscal_start (NidaSession *self);
/* And which donors have which colour. */
void                 nida_session_keep_donor_hues (NidaSession *self);
/* The keys that servers want, in the desktop's keyring; transfer none. */
NidaSecrets         *nida_session_get_secrets     (void);

NidaSession         *nida_session_new             (void);

/* Paths or addresses; several make one dataset. A document, filters and undo start afresh. */
void                 nida_session_open            (NidaSession *self, const char * const *inputs);
/* The same as what @document is about: its boards are shown. */
void                 nida_session_open_document   (NidaSession *self, NidaDocument *document, const char * const *inputs);
void                 nida_session_reload          (NidaSession *self);
/* The same when the inputs may have changed: an earlier moment that is shown stays what it is. */
void                 nida_session_refresh         (NidaSession *self);
/* Ask only the servers of @due again; files are looked at in any case. The others keep what they gave, and an
 * earlier moment that is shown stays what it is. */
void                 nida_session_reload_inputs   (NidaSession *self, const char * const *due);
/* The same by the clock: nobody waits for it. */
void                 nida_session_reload_due      (NidaSession *self, const char * const *due);
gboolean             nida_session_is_due          (NidaSession *self);   /* is what is being read so by the clock? */
void                 nida_session_cancel          (NidaSession *self);
gboolean             nida_session_is_loading      (NidaSession *self);
const char * const  *nida_session_get_inputs      (NidaSession *self);   /* of what is open, also those switched off; NULL when nothing is */
const char * const  *nida_session_get_pending     (NidaSession *self);   /* of what is being read, or NULL */

/* What the person has made of what is open; transfer none. */
NidaDocument        *nida_session_get_document    (NidaSession *self);
/* The data in it; transfer none. */
NidaCarried         *nida_session_get_carried     (NidaSession *self);

/* The entries of the document's ledger as they are now; transfer none. */
NidaLedger          *nida_session_get_ledger      (NidaSession *self);
/* The exchange rates that the document says itself; NULL for none; transfer none. */
NidaOwnRates        *nida_session_get_own_rates   (NidaSession *self);
/* Are they counted? Switching them off is a change of the document. */
gboolean             nida_session_is_ledger_on    (NidaSession *self);
void                 nida_session_set_ledger_on   (NidaSession *self, gboolean on);

NidaDataset         *nida_session_get_dataset     (NidaSession *self);   /* NULL before anything is open */
NidaLocalEngine     *nida_session_get_engine      (NidaSession *self);
/* Are the rows so few that the engine answers before a frame is due, so that nobody need ask it on a thread? */
gboolean             nida_session_answers_at_once (NidaSession *self);
const NidaBoard     *nida_session_get_board       (NidaSession *self);
/* What the data call the names of @field: one word in the panel, on chips and in files. */
NidaNoun             nida_session_get_noun        (NidaSession *self, NidaField field);
NidaAnswers         *nida_session_get_answers     (NidaSession *self);
/* The brush over one of the charts, and what it leaves of the others; transfer none. */
NidaLinked          *nida_session_get_linked      (NidaSession *self);
/* The selections that were named; transfer none. */
NidaSelections      *nida_session_get_selections  (NidaSession *self);
/* What the brush has inside becomes filters, and the brush goes. */
void                 nida_session_filter_by_brush (NidaSession *self);
/* Fills what a chart must know about the data: colours, sources, as-of. */
void                 nida_session_fill_context    (NidaSession *self, const NidaChartSpec *spec, NidaChartContext *context);

const NidaFilterSet *nida_session_get_filters     (NidaSession *self);
/* Every change goes through here: into the document, with a name for undo from what is different, and asked at once. */
void                 nida_session_set_filters     (NidaSession *self, const NidaFilterSet *filters);
/* The same where who makes it knows the name: a msgid of the context "undo". */
void                 nida_session_change_filters  (NidaSession *self, const NidaFilterSet *filters, const char *name);
void                 nida_session_toggle_mark     (NidaSession *self, const NidaMark *mark, gboolean add);
/* Look closer at the time of @mark; FALSE when there is no finer step. */
gboolean             nida_session_drill_down      (NidaSession *self, const NidaMark *mark);
/* Back to @depth stretches of the way down (see drill.h); G_MAXUINT is one step back. FALSE when nobody looks closer. */
gboolean             nida_session_drill_back      (NidaSession *self, guint depth);
/* As a list does: what is not chosen goes out of sight. */
void                 nida_session_set_value       (NidaSession *self, NidaField field, const char *value, gboolean chosen);
void                 nida_session_clear_field     (NidaSession *self, NidaField field);
void                 nida_session_clear_filters   (NidaSession *self);
void                 nida_session_set_range       (NidaSession *self, NidaDate from, NidaDate to);
void                 nida_session_set_rule        (NidaSession *self, NidaRule rule);
void                 nida_session_set_currency    (NidaSession *self, const char *currency);
void                 nida_session_set_second_currency (NidaSession *self, const char *currency);   /* "": none */
void                 nida_session_set_prices      (NidaSession *self, int year);   /* 0: those of their own time */
/* Read all inputs as they were held at @as_of (microseconds since 1970), or the newest for 0. */
void                 nida_session_set_as_of       (NidaSession *self, gint64 as_of);
/* As all inputs of the window are read: by what a person said of tables and names, and as of the day that is shown. Owned by
 * the session; the policy is for the reader to choose. */
NidaLoadOptions      nida_session_get_load_options (NidaSession *self);
/* Switch one of the inputs off, or on again: the others are read again without it, so that the copies of its flows come from
 * them. The last one stays on. */
void                 nida_session_set_input_off    (NidaSession *self, const char *input, gboolean off);
/* How many of them are on. */
guint                nida_session_get_n_on         (NidaSession *self);
/* Count those of @inputs, and switch all others off. */
void                 nida_session_set_inputs_on    (NidaSession *self, const char * const *inputs);
/* Add sources to the document, remove one (not the last), or say where one is now; undone like all changes, read at once. */
void                 nida_session_add_inputs       (NidaSession *self, const char * const *inputs);
void                 nida_session_remove_input     (NidaSession *self, const char *input);
gboolean             nida_session_can_remove_input (NidaSession *self);
void                 nida_session_locate_input     (NidaSession *self, const char *input, const char *path);
/* Is @input being read, other inputs that are only joined to it apart? */
gboolean             nida_session_is_reading       (NidaSession *self, const char *input);
/* Why @input could not be read the last time, so that what is shown of it is older; or NULL. */
const char          *nida_session_get_failure      (NidaSession *self, const char *input);
/* Could nothing of @input be read, so that nothing of it is counted? nida_session_get_failure() says why. */
gboolean             nida_session_is_missing       (NidaSession *self, const char *input);
/* The server that would send it for a key; NULL where a key is not what it takes. */
const char          *nida_session_get_wanted_key   (NidaSession *self, const char *input);
/* The place in the report of the source that @input is; G_MAXUINT where it is switched off. */
guint                nida_session_find_source      (NidaSession *self, const char *input);
/* Of what is open: which input a source of the report was read from, or NULL. */
const char          *nida_session_find_input       (NidaSession *self, const NidaSourceInfo *info);
/* The addresses of the inputs that are on, as copies are kept of them; transfer full. */
char               **nida_session_dup_uris        (NidaSession *self);
/* What is new, changed or gone since an earlier reading of what is open: since the one that was shown when the first change
 * came, or since the moment that was chosen. NULL when nothing is. */
NidaChangeSet       *nida_session_get_changes     (NidaSession *self);
/* How many flows differ from what was shown just before. */
guint                nida_session_get_n_fresh     (NidaSession *self);
/* Compare with what was held at @moment from now on, or for 0 with what comes next; @callback when that is done. */
void                 nida_session_compare_async   (NidaSession *self, gint64 moment, GCancellable *cancellable,
                                                   GAsyncReadyCallback callback, gpointer user_data);
gboolean             nida_session_compare_finish  (NidaSession *self, GAsyncResult *result, GError **error);
/* Names that are one, from now on in every window; kept at once. FALSE with @error when they cannot be kept. */
gboolean             nida_session_set_aliases      (NidaSession *self, NidaAliases *aliases, GError **error);
/* Change what stands on the board; undone as filters are. An index counts the cards first, then the charts. */
void                 nida_session_add_chart        (NidaSession *self, guint index, const NidaChartSpec *spec);   /* G_MAXUINT: last */
void                 nida_session_replace_chart    (NidaSession *self, guint index, const NidaChartSpec *spec);
/* In place of the chart at @index, or with G_MAXUINT as the last; its colours of names hold on the whole board. */
void                 nida_session_put_chart        (NidaSession *self, guint index, const NidaChartSpec *spec);
gboolean             nida_session_has_board_colors (NidaSession *self);
void                 nida_session_remove_chart     (NidaSession *self, guint index);
void                 nida_session_move_chart       (NidaSession *self, guint index, guint to);
/* The board that the data call for. */
void                 nida_session_reset_board      (NidaSession *self);
gboolean             nida_session_is_board_own     (NidaSession *self);      /* has a person changed it? */
/* What stands at @index, as the person has it, also while its answers are still to come; NULL where nothing does. */
const NidaChartSpec *nida_session_get_chart        (NidaSession *self, guint index);
guint                nida_session_get_n_charts     (NidaSession *self);      /* and cards */
/* The boards of the document; one, numbered 0, while it has none. Changes are undone like all others. */
guint                nida_session_get_n_boards     (NidaSession *self);
guint                nida_session_get_board_index  (NidaSession *self);      /* of the one that is shown */
/* In the window's language: the person's, or what the data call it, with a number where several are called so. Transfer full. */
char                *nida_session_dup_board_title  (NidaSession *self, guint index);
/* As the person gave them, or NULL. */
void                 nida_session_get_board_titles (NidaSession *self, const char **title, const char **title_ar);
void                 nida_session_show_board       (NidaSession *self, guint index);
/* Beside the one that is shown, which it then is: as the data call for it, or like that one. */
void                 nida_session_add_board        (NidaSession *self);
void                 nida_session_duplicate_board  (NidaSession *self);
void                 nida_session_rename_board     (NidaSession *self, const char *title, const char *title_ar);
/* The last one stays. */
void                 nida_session_remove_board     (NidaSession *self);
void                 nida_session_move_board       (NidaSession *self, guint to);
/* What stands on any of them, cards first; NULL before anything is open; transfer full. */
NidaArrangement     *nida_session_dup_board_charts (NidaSession *self, guint board);
guint                nida_session_find_board       (NidaSession *self, const char *id);      /* G_MAXUINT where there is none */
/* What is chosen as slides keep it; transfer full. */
NidaQuery           *nida_session_new_choices      (NidaSession *self, const NidaFilterSet *filters);
/* What stands at @place of a board, put on @slide, where it follows the board; NULL with @error where the slide has no room for it
 * (%G_IO_ERROR_NO_SPACE), or it cannot be read. */
NidaSlideChart      *nida_session_put_on_slide     (NidaSession *self, guint board, guint place, NidaSlide *slide, GError **error);
/* Within the change that puts @slide into the document: the board that it follows is in it too. */
void                 nida_session_keep_board_of    (NidaSession *self, const NidaSlide *slide);
gboolean             nida_session_can_undo        (NidaSession *self);
gboolean             nida_session_can_redo        (NidaSession *self);
void                 nida_session_undo            (NidaSession *self);
void                 nida_session_redo            (NidaSession *self);
/* The month (1 to 12) in which fiscal years begin: the document's, or the desk's where it has none of its own. */
guint                nida_session_get_fiscal_start (NidaSession *self);
/* Of a document with a file; no step of undo. */
void                 nida_session_set_fiscal_start (NidaSession *self, guint month);
/* From now on answers hold @field too. */
void                 nida_session_watch_field     (NidaSession *self, NidaField field);
void                 nida_session_ask_again       (NidaSession *self);
/* Of the table of rows, show only @rows (guint; taken), those behind a figure that @words name, until the filters change or
 * @rows is NULL. Emits "rows-changed". */
void                 nida_session_set_focus       (NidaSession *self, GArray *rows, const char *words);
const char          *nida_session_get_focus       (NidaSession *self);   /* the words, or NULL */
/* Indices of the rows behind the filters, or the focus (guint); transfer full. */
GArray              *nida_session_select_rows     (NidaSession *self);

G_END_DECLS
