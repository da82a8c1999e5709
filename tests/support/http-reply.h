/* How the server of the tests answers one request. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  GOutputStream  *out;
  const char     *request;
  char           *body;           /* of the server, when the request came */
  char           *away;
  guint           count;          /* how often the path was asked for before */
  const int      *stopping;       /* the server ends: so must a way that never would */
  char           *file;           /* that "/file/NAME" asks for, or NULL */
} NidaHttpReply;

/* Answer the request for @path in the way that its first part names. */
void nida_http_reply_answer (NidaHttpReply *reply, const char *path);

G_END_DECLS
