/* What a person named as an input: a path, a file: or https: address, or "-". */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum { NIDA_SOURCE_STDIN, NIDA_SOURCE_FILE, NIDA_SOURCE_WEB } NidaSourceType;

typedef struct {
  NidaSourceType type;
  char          *name;        /* for people: the file's own name */
  char          *uri;
  char          *path;        /* of a file */
} NidaSource;

NidaSource *nida_source_new         (const char *input, gboolean allow_http, GError **error);
void        nida_source_free        (NidaSource *self);
/* May @uri be asked for? Only https, or http where allowed or on this machine, and without a user's name. */
gboolean    nida_source_check_web   (const char *uri, gboolean allow_http, GError **error);
/* Where a server at @from sends us with @location, if we may go there: never from https to http. */
char       *nida_source_redirect    (const char *from, const char *location, gboolean allow_http, GError **error);

/* "https://api.example.org", or "https://api.example.org:8443": whom a secret may be told to. NULL when @uri has none. */
char       *nida_source_dup_origin  (const char *uri);
gboolean    nida_source_same_origin (const char *uri, const char *other);
/* Is what is sent to @origin read by nobody else: https, or this machine? */
gboolean    nida_source_is_private  (const char *origin);
/* @uri with, or without, the query parameter @name. */
char       *nida_source_add_parameter    (const char *uri, const char *name, const char *value);
char       *nida_source_remove_parameter (const char *uri, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaSource, nida_source_free)

G_END_DECLS
