/* libxml2's SAX2 push parser with XML_PARSE_NONET alone. What XML has beyond elements and texts, a document type with
 * declarations of its own above all, is refused: no file of money needs it, and each bomb does. */
#include "config.h"

#include "xml-stream.h"

#include "loader.h"
#include "translate.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#define MAX_DEPTH   64u
#define MAX_PENDING (16u << 20)     /* bytes of one tag or text that is not over yet */

struct _NidaXml {
  const NidaXmlHandler *handler;
  gpointer              data;
  char                 *name;
  xmlSAXHandler         sax;
  xmlParserCtxtPtr      context;
  GError               *error;
  const xmlChar       **attributes;
  int                   n_attributes;
  GString              *value;
  guint                 depth;
  guint64               fed;
  gboolean              cut;        /* an error that more bytes might have prevented */
};

void
nida_xml_fail (NidaXml *self,
               GError  *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
  xmlStopParser (self->context);
}

guint
nida_xml_get_depth (NidaXml *self)
{
  return self->depth;
}

guint
nida_xml_get_line (NidaXml *self)
{
  return self->context->input != NULL ? (guint) MAX (self->context->input->line, 1) : 1;
}

static gboolean
get_place (NidaXml     *self,
           const char  *at,
           guint64     *offset)
{
  xmlParserInputPtr input = self->context->input;

  if (input == NULL || (input->buf != NULL && input->buf->encoder != NULL))
    return FALSE;
  *offset = input->consumed + (guint64) (at - (const char *) input->base);
  return TRUE;
}

gboolean
nida_xml_get_start (NidaXml *self,
                    guint64 *offset)
{
  xmlParserInputPtr input = self->context->input;
  const xmlChar *at = input != NULL ? input->cur : NULL;

  /* the parser stands within the tag, whose attributes hold no "<" */
  while (at != NULL && at > input->base && *at != '<')
    at--;
  return at != NULL && *at == '<' && get_place (self, (const char *) at, offset);
}

gboolean
nida_xml_get_end (NidaXml *self,
                  guint64 *offset)
{
  return self->context->input != NULL && get_place (self, (const char *) self->context->input->cur, offset);
}

const char *
nida_xml_attribute (NidaXml    *self,
                    const char *name)
{
  for (int i = 0; i < self->n_attributes; i++)
    {
      const xmlChar **attribute = self->attributes + 5 * i;
      char *escaped;

      if (strcmp ((const char *) attribute[0], name) != 0)
        continue;
      g_string_truncate (self->value, 0);
      g_string_append_len (self->value, (const char *) attribute[3], attribute[4] - attribute[3]);
      /* the one character that the parser leaves as a reference */
      for (gsize at = 0; (escaped = strstr (self->value->str + at, "&#38;")) != NULL; )
        {
          at = (gsize) (escaped - self->value->str) + 1;
          g_string_erase (self->value, (gssize) at, 4);
        }
      return self->value->str;
    }
  return NULL;
}

/* --- what the parser calls --- */

static void
start_cb (void           *context,
          const xmlChar  *localname,
          const xmlChar  *prefix,
          const xmlChar  *uri,
          int             n_namespaces,
          const xmlChar **namespaces,
          int             n_attributes,
          int             n_defaulted,
          const xmlChar **attributes)
{
  NidaXml *self = ((xmlParserCtxtPtr) context)->_private;

  if (self->error != NULL)
    return;
  if (++self->depth > MAX_DEPTH)
    {
      nida_xml_fail (self, g_error_new (NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE,
                                        _("“%s”: the elements in line %u lie more than %u deep. No data that Nida reads "
                                          "does; ask who made the file."), self->name, nida_xml_get_line (self), MAX_DEPTH));
      return;
    }
  self->attributes = attributes;
  self->n_attributes = n_attributes;
  self->handler->start (self, (const char *) localname, self->data);
  self->n_attributes = 0;
}

static void
end_cb (void          *context,
        const xmlChar *localname,
        const xmlChar *prefix,
        const xmlChar *uri)
{
  NidaXml *self = ((xmlParserCtxtPtr) context)->_private;

  if (self->error != NULL)
    return;
  self->handler->end (self, (const char *) localname, self->data);
  self->depth--;
}

static void
text_cb (void          *context,
         const xmlChar *text,
         int            length)
{
  NidaXml *self = ((xmlParserCtxtPtr) context)->_private;

  if (self->error == NULL)
    self->handler->text (self, (const char *) text, (gsize) length, self->data);
}

static void
refuse_declarations (NidaXml *self)
{
  nida_xml_fail (self, g_error_new (NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT,
                                    _("“%s” declares entities or elements of its own in line %u, which can be used to "
                                      "attack programs. Remove the document type (<!DOCTYPE …>)."), self->name,
                                    nida_xml_get_line (self)));
}

/* The document type; the parser stands before its own declarations, if it has any. */
static void
subset_cb (void          *context,
           const xmlChar *name,
           const xmlChar *external,
           const xmlChar *system)
{
  xmlParserCtxtPtr parser = context;

  if (parser->input != NULL && *parser->input->cur == '[')
    refuse_declarations (parser->_private);
}

static void
entity_cb (void          *context,
           const xmlChar *name,
           int            type,
           const xmlChar *public_id,
           const xmlChar *system_id,
           xmlChar       *content)
{
  refuse_declarations (((xmlParserCtxtPtr) context)->_private);
}

static xmlEntityPtr
get_entity_cb (void          *context,
               const xmlChar *name)
{
  return xmlGetPredefinedEntity (name);
}

static gboolean
is_end (int code)
{
  return code == XML_ERR_DOCUMENT_END || code == XML_ERR_DOCUMENT_EMPTY || code == XML_ERR_TAG_NOT_FINISHED ||
         code == XML_ERR_GT_REQUIRED || code == XML_ERR_CDATA_NOT_FINISHED || code == XML_ERR_COMMENT_NOT_FINISHED ||
         code == XML_ERR_PI_NOT_FINISHED || code == XML_ERR_LTSLASH_REQUIRED;
}

static void
error_cb (void        *data,
          xmlErrorPtr  problem)
{
  xmlParserCtxtPtr parser = data;
  NidaXml *self = parser->_private;
  g_autofree char *what = NULL;

  if (problem->level < XML_ERR_FATAL || self->error != NULL)
    return;
  self->cut = is_end (problem->code);
  what = g_strstrip (g_utf8_make_valid (problem->message != NULL ? problem->message : "", -1));
  nida_xml_fail (self, g_error_new (NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT,
                                    /* Translators: the last %s is what the reader of XML says, in English */
                                    _("“%s” is not XML as it should be, line %d: %s. Fetch it again, or ask who made it."),
                                    self->name, problem->line, what));
}

/* --- public --- */

NidaXml *
nida_xml_new (const NidaXmlHandler *handler,
              gpointer              data,
              const char           *name)
{
  NidaXml *self = g_new0 (NidaXml, 1);

  self->handler = handler;
  self->data = data;
  self->name = g_strdup (name);
  self->value = g_string_new (NULL);
  self->sax = (xmlSAXHandler) {
    .initialized = XML_SAX2_MAGIC, .startElementNs = start_cb, .endElementNs = end_cb, .characters = text_cb,
    .ignorableWhitespace = text_cb, .cdataBlock = text_cb, .internalSubset = subset_cb, .entityDecl = entity_cb,
    .getEntity = get_entity_cb, .serror = error_cb,
  };
  self->context = xmlCreatePushParserCtxt (&self->sax, NULL, NULL, 0, NULL);
  self->context->_private = self;
  xmlCtxtUseOptions (self->context, XML_PARSE_NONET);
  return self;
}

void
nida_xml_free (NidaXml *self)
{
  if (self->context->myDoc != NULL)
    xmlFreeDoc (self->context->myDoc);
  xmlFreeParserCtxt (self->context);
  g_clear_error (&self->error);
  g_string_free (self->value, TRUE);
  g_free (self->name);
  g_free (self);
}

static gboolean
check (NidaXml  *self,
       GError  **error)
{
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

gboolean
nida_xml_feed (NidaXml     *self,
               const char  *bytes,
               gsize        length,
               GError     **error)
{
  xmlParserInputPtr input;

  xmlParseChunk (self->context, bytes, (int) length, 0);
  input = self->context->input;
  if (self->error == NULL && input != NULL && input->end - input->cur > (gssize) MAX_PENDING)
    nida_xml_fail (self, g_error_new (NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE,
                                      _("“%s”: a text or tag from line %u on is longer than 16 MiB. Look for a tag that "
                                        "does not close."), self->name, nida_xml_get_line (self)));
  return check (self, error);
}

gboolean
nida_xml_finish (NidaXml  *self,
                 GError  **error)
{
  xmlParseChunk (self->context, NULL, 0, 1);
  if (self->error == NULL && self->depth == 0 && self->context->wellFormed)
    return TRUE;
  if (self->error == NULL || self->cut)
    {
      g_clear_error (&self->error);
      self->error = g_error_new (NIDA_READ_ERROR, NIDA_READ_ERROR_INCOMPLETE,
                                 _("“%s” is cut off: its XML has no end. Fetch it again."), self->name);
    }
  return check (self, error);
}
