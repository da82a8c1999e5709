/* An entry of the ledger: what the desk itself knows of a pledge, a payment, a need, an event or a level. A value; how it is
 * written is in entry-text.c, which rows it becomes in ledger.c. */
#pragma once

#include "field.h"
#include "money.h"
#include "period.h"

G_BEGIN_DECLS

typedef enum {
  NIDA_ENTRY_MONEY,           /* pledged, committed or paid: its status says which */
  NIDA_ENTRY_REQUIREMENT,
  NIDA_ENTRY_EVENT,
  NIDA_ENTRY_INDICATOR,       /* a level on a day */
  NIDA_ENTRY_GOAL,            /* the level aimed at */
  NIDA_N_ENTRY_KINDS,
} NidaEntryKind;

typedef enum {
  NIDA_ENTRY_PLEDGED,
  NIDA_ENTRY_COMMITTED,
  NIDA_ENTRY_PAID,
  NIDA_ENTRY_CANCELLED,       /* kept, and counted nowhere */
  NIDA_N_ENTRY_STATUSES,
  NIDA_ENTRY_PART = NIDA_N_ENTRY_STATUSES,   /* of a step: a part was paid, and the status is what it was */
} NidaEntryStatus;

/* The names of an entry, in the order in which they are shown. */
typedef enum {
  NIDA_ENTRY_DONOR,
  NIDA_ENTRY_RECIPIENT,
  NIDA_ENTRY_APPEAL,
  NIDA_ENTRY_CATEGORY,        /* objective, cluster; what an indicator is called */
  NIDA_ENTRY_COUNTRY,
  NIDA_ENTRY_PARTNER,
  NIDA_ENTRY_EMERGENCY,
  NIDA_ENTRY_DONOR_COUNTRY,
  NIDA_N_ENTRY_NAMES,
} NidaEntryName;

/* When money became what it is: @date is the day itself, as far as it is known; @at, in microseconds, and @who say when
 * that was entered and by whom. Of a part that was paid, @amount is how much, in the currency of the entry. */
typedef struct {
  NidaEntryStatus status;
  NidaDate        date;
  gint64          at;
  char           *who;        /* or NULL */
  NidaMoney       amount;     /* NIDA_MONEY_NONE but of a part */
} NidaEntryStep;

/**
 * NidaEntry:
 * @names: English, else the only name; then Arabic; %NULL where there is none
 * @amount: in @currency; a level of an indicator or goal; %NIDA_MONEY_NONE
 * @currency: ISO 4217, "" for levels and where nothing was said
 * @period: of the first status; later ones have dates of their own
 * @due: the day by which it should come to the next status
 * @steps: (element-type NidaEntryStep): of money at least one; the last one that is no part holds
 * @notes: English and Arabic; what an event or a level is called
 * @links: (element-type utf8): attachments by address
 */
typedef struct {
  NidaEntryKind  kind;
  GArray        *steps;
  char          *names[NIDA_N_ENTRY_NAMES][2];
  NidaMoney      amount;
  char           currency[4];
  NidaQualifier  qualifier;
  NidaPeriod     period;
  int            usage_year;      /* or 0 */
  NidaDate       due;
  char          *next_step;
  char          *notes[2];
  char          *said_by;
  char          *source;          /* where it stands: "letter of 3 May" */
  GPtrArray     *links;
} NidaEntry;

NidaEntry      *nida_entry_new         (NidaEntryKind kind);
NidaEntry      *nida_entry_copy        (const NidaEntry *self);
void            nida_entry_free        (NidaEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaEntry, nida_entry_free)
gboolean        nida_entry_equal       (const NidaEntry *a, const NidaEntry *b);

/* Replace what @field of the entry points to; "" is NULL. */
void            nida_entry_set_text    (char **field, const char *text);
void            nida_entry_set_name    (NidaEntry *self, NidaEntryName name, const char *english, const char *arabic);
NidaField       nida_entry_name_field  (NidaEntryName name);

/* NIDA_ENTRY_PLEDGED where there is no step. */
NidaEntryStatus nida_entry_get_status  (const NidaEntry *self);
/* Nothing when it is so already. */
void            nida_entry_add_step    (NidaEntry *self, NidaEntryStatus status, NidaDate date, gint64 at, const char *who);
/* A part of the money was paid. FALSE, and nothing is changed, where the parts are more than can be counted. */
gboolean        nida_entry_add_part    (NidaEntry *self, NidaMoney amount, NidaDate date, gint64 at, const char *who);
/* When the last of its steps was entered; 0: nobody said. */
gint64          nida_entry_get_said_at (const NidaEntry *self);
/* The step that holds, or NULL. */
NidaEntryStep  *nida_entry_get_step    (const NidaEntry *self);
/* Money with an amount that was not cancelled: parts of it can be paid. */
gboolean        nida_entry_may_be_paid (const NidaEntry *self);
guint           nida_entry_get_n_parts (const NidaEntry *self);
NidaMoney       nida_entry_get_parts   (const NidaEntry *self);
/* What of the amount no part was paid of: all of it where there are no parts, never below zero where there are. */
NidaMoney       nida_entry_get_open    (const NidaEntry *self);
/* As which what is open counts now: NIDA_KIND_NONE when it was cancelled. */
NidaKind        nida_entry_get_kind    (const NidaEntry *self);
/* The day on which what is open became what it is; a coarse one and a span are kept. */
NidaPeriod      nida_entry_get_period  (const NidaEntry *self);

/* Money that has a due day, of which something is neither paid nor cancelled: is it due within @days of @today (day numbers), or was it before? */
gboolean        nida_entry_is_open     (const NidaEntry *self);
gboolean        nida_entry_is_due      (const NidaEntry *self, gint32 today, guint days);
gboolean        nida_entry_is_overdue  (const NidaEntry *self, gint32 today);

/* --- as text (entry-text.c) --- */

#define NIDA_ENTRY_ERROR (nida_entry_error_quark ())
typedef enum {
  NIDA_ENTRY_ERROR_NOT_AN_ENTRY,
  NIDA_ENTRY_ERROR_UNKNOWN,          /* a newer Nida wrote it: a kind or a status is not known */
  NIDA_ENTRY_ERROR_VALUE,            /* an amount, a date or a currency is none */
} NidaEntryError;
GQuark nida_entry_error_quark (void);

char       *nida_entry_to_text         (const NidaEntry *self);
/* NULL with @error. @length may be -1. */
NidaEntry  *nida_entry_from_text       (const char *text, gssize length, GError **error);
const char *nida_entry_kind_get_name   (NidaEntryKind kind);
const char *nida_entry_status_get_name (NidaEntryStatus status);

G_END_DECLS
