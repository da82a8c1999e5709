/* Items of the document, read anew when one of them changed. What cannot be read is in the document still, and not in the list. */
#include "config.h"

#include "selections.h"

#include "brush-text.h"
#include "translate.h"

#include <string.h>

typedef struct {
  char      *id;
  char      *name;
  NidaBrush *brush;
} NidaNamedBrush;

struct _NidaSelections {
  GObject       parent_instance;

  NidaDocument *document;
  GPtrArray    *named;      /* NidaNamedBrush */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaSelections, nida_selections, G_TYPE_OBJECT)

static void
named_brush_free (gpointer data)
{
  NidaNamedBrush *named = data;

  g_free (named->id);
  g_free (named->name);
  nida_brush_free (named->brush);
  g_free (named);
}

static void
read_items (NidaSelections *self)
{
  NidaItems *items = nida_document_get_items (self->document);

  g_ptr_array_set_size (self->named, 0);
  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_SELECTION); i++)
    {
      const NidaItem *item = nida_items_get (items, NIDA_ITEM_SELECTION, i);
      char *name;
      NidaBrush *brush = nida_brush_from_text (item->text, &name, NULL);
      NidaNamedBrush *named;

      if (brush == NULL)
        continue;
      named = g_new0 (NidaNamedBrush, 1);
      *named = (NidaNamedBrush) { g_strdup (item->id), name, brush };
      g_ptr_array_add (self->named, named);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
nida_selections_dispose (GObject *object)
{
  NidaSelections *self = NIDA_SELECTIONS (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (nida_selections_parent_class)->dispose (object);
}

static void
nida_selections_finalize (GObject *object)
{
  g_ptr_array_unref (NIDA_SELECTIONS (object)->named);
  G_OBJECT_CLASS (nida_selections_parent_class)->finalize (object);
}

static void
nida_selections_class_init (NidaSelectionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_selections_dispose;
  G_OBJECT_CLASS (klass)->finalize = nida_selections_finalize;
  signals[CHANGED] = g_signal_new ("changed", NIDA_TYPE_SELECTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nida_selections_init (NidaSelections *self)
{
  self->named = g_ptr_array_new_with_free_func (named_brush_free);
}

NidaSelections *
nida_selections_new (NidaDocument *document)
{
  NidaSelections *self = g_object_new (NIDA_TYPE_SELECTIONS, NULL);

  nida_selections_set_document (self, document);
  return self;
}

void
nida_selections_set_document (NidaSelections *self,
                              NidaDocument   *document)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  g_signal_connect_swapped (document, "item-changed::selection", G_CALLBACK (read_items), self);
  read_items (self);
}

guint
nida_selections_get_n (NidaSelections *self)
{
  return self->named->len;
}

const char *
nida_selections_get_name (NidaSelections *self,
                          guint           index)
{
  return ((NidaNamedBrush *) g_ptr_array_index (self->named, index))->name;
}

const NidaBrush *
nida_selections_get_brush (NidaSelections *self,
                           guint           index)
{
  return ((NidaNamedBrush *) g_ptr_array_index (self->named, index))->brush;
}

/* The id of the one of that name, or a new one. */
static char *
dup_id (NidaSelections *self,
        const char     *name)
{
  for (guint i = 0; i < self->named->len; i++)
    if (strcmp (nida_selections_get_name (self, i), name) == 0)
      return g_strdup (((NidaNamedBrush *) self->named->pdata[i])->id);
  return nida_document_new_id ();
}

gboolean
nida_selections_keep (NidaSelections  *self,
                      const char      *name,
                      const NidaBrush *brush)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name)), *id = NULL, *text = NULL;

  if (*trimmed == '\0' || brush == NULL || nida_document_is_read_only (self->document))
    return FALSE;
  id = dup_id (self, trimmed);
  text = nida_brush_to_text (brush, trimmed);
  nida_document_begin (self->document, NC_("undo", "Keep Selection"), NULL);
  nida_document_set (self->document, NIDA_ITEM_SELECTION, id, text);
  nida_document_end (self->document);
  return TRUE;
}

void
nida_selections_forget (NidaSelections *self,
                        guint           index)
{
  g_autofree char *id = g_strdup (((NidaNamedBrush *) self->named->pdata[index])->id);

  nida_document_begin (self->document, NC_("undo", "Forget Selection"), NULL);
  nida_document_remove (self->document, NIDA_ITEM_SELECTION, id);
  nida_document_end (self->document);
}
