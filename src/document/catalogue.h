/* Ready sources: addresses of the services that desks use, with fields to fill in. Asks nothing of the network. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  NIDA_CATALOGUE_YEAR,       /* four digits */
  NIDA_CATALOGUE_NUMBER,     /* digits */
  NIDA_CATALOGUE_COUNTRY,    /* three letters of ISO 3166 */
  NIDA_CATALOGUE_WORD,       /* anything without white space */
} NidaCatalogueKind;

#define NIDA_CATALOGUE_MOST_FIELDS 3

typedef struct {
  const char        *key;    /* in the template, within braces */
  const char        *title;  /* untranslated */
  const char        *help;   /* untranslated: where to find it; or NULL */
  NidaCatalogueKind  kind;
} NidaCatalogueField;

/**
 * NidaCatalogueEntry:
 * @template: an address with {key} for each field
 * @key_from: where a key is to be had, for a service that wants one; or %NULL
 */
typedef struct {
  const char         *id;
  const char         *title;       /* untranslated, like the description */
  const char         *description;
  const char         *template;
  const char         *key_from;
  NidaCatalogueField  fields[NIDA_CATALOGUE_MOST_FIELDS];
  guint               n_fields;
} NidaCatalogueEntry;

const NidaCatalogueEntry *nida_catalogue_get  (guint *n_entries);
/* What a field holds at first; the year is @year. Transfer full. */
char                     *nida_catalogue_default (const NidaCatalogueField *field, int year);
/* Is @text something for @field? */
gboolean                  nida_catalogue_check (const NidaCatalogueField *field, const char *text);
/* The address with @values, one a field, percent-encoded; NULL when one of them is none. Transfer full. */
char                     *nida_catalogue_fill  (const NidaCatalogueEntry *entry, const char * const *values);

G_END_DECLS
