/* One activity of IATI as it is read, and the rows that it becomes. Private to the format. */
#pragma once

#include "record-table.h"

G_BEGIN_DECLS

/* Strings belong to the activity; NULL where the source says nothing. */
typedef struct {
  const char *name;         /* English where there is one, else the first of another language */
  const char *arabic;
  gboolean    english;
} NidaIatiText;

/* @key: what it is known by in all files; NULL when @ref names nobody. */
typedef struct {
  const char  *ref;
  const char  *type;
  const char  *key;
  NidaIatiText text;
} NidaIatiOrg;

/* A country, a region or a sector, with its share of the amounts. */
typedef struct {
  const char  *code;
  const char  *vocabulary;
  gint64       percent;     /* NIDA_PERCENT_NONE: not stated */
  NidaIatiText text;
  guint32      word;        /* its code in the dictionary, once it was asked for; 0 before */
} NidaIatiShare;

typedef struct {
  const char  *type, *date, *value, *currency, *value_date;
  NidaIatiText description;
  NidaIatiOrg  provider, receiver;
  GArray      *countries, *regions, *sectors;     /* NidaIatiShare; empty: those of the activity */
  guint64      offset;
  guint32      length;
} NidaIatiTransaction;

typedef struct {
  GStringChunk *strings;
  const char   *id, *currency, *updated;
  NidaIatiText  title, emergency, appeal;
  guint         n_emergencies, n_appeals;
  NidaIatiOrg   reporter;
  GArray       *orgs;                   /* NidaIatiOrg: those that take part */
  GArray       *countries, *regions, *sectors;
  GPtrArray    *transactions;
} NidaIatiActivity;

void nida_iati_activity_init  (NidaIatiActivity *self);
void nida_iati_activity_reset (NidaIatiActivity *self);
void nida_iati_activity_clear (NidaIatiActivity *self);
NidaIatiTransaction *nida_iati_activity_add_transaction (NidaIatiActivity *self);

/* The key of an organisation with the reference @ref, or NULL. */
char *nida_iati_dup_org_key   (const char *ref);

extern const NidaReader nida_iati_reader;
/* The header of the records that nida_iati_add_rows() makes. */
NidaHeader *nida_iati_header_new (void);
/* Give the rows of @activity to @table. @record counts transactions through the file. */
void        nida_iati_add_rows   (NidaRecordTable *table, const NidaIatiActivity *activity, guint *record);

G_END_DECLS
