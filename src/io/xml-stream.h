/* XML as a stream of elements and texts, from bytes that may be hostile: nothing else is opened, no entity is defined, no
 * depth and no text is without a limit. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _NidaXml NidaXml;

/* Called with the local name; each may end the reading with nida_xml_fail(). */
typedef struct {
  void (*start) (NidaXml *xml, const char *name, gpointer data);
  void (*end)   (NidaXml *xml, const char *name, gpointer data);
  void (*text)  (NidaXml *xml, const char *text, gsize length, gpointer data);
} NidaXmlHandler;

/* @name: of the input, for messages. */
NidaXml *nida_xml_new           (const NidaXmlHandler *handler, gpointer data, const char *name);
void     nida_xml_free          (NidaXml *self);
gboolean nida_xml_feed          (NidaXml *self, const char *bytes, gsize length, GError **error);
/* No more bytes: FALSE with %NIDA_READ_ERROR_INCOMPLETE when the document is not at its end. */
gboolean nida_xml_finish        (NidaXml *self, GError **error);

/* In a handler. @error is taken. */
void     nida_xml_fail          (NidaXml *self, GError *error);
/* An attribute of the element that starts; NULL when it has none of this local name. Valid until the next question. */
const char *nida_xml_attribute  (NidaXml *self, const char *name);
guint    nida_xml_get_depth     (NidaXml *self);     /* 1: the root */
guint    nida_xml_get_line      (NidaXml *self);
/* Where the tag that starts begins, and where the one that ends is over; FALSE when the bytes are no UTF-8. */
gboolean nida_xml_get_start     (NidaXml *self, guint64 *offset);
gboolean nida_xml_get_end       (NidaXml *self, guint64 *offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaXml, nida_xml_free)

G_END_DECLS
