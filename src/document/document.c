/* A document: its items, and the changes that undo takes back. */
#include "config.h"

#include "document.h"

#define MAX_UNDO 1000
#define RUN_TIME G_USEC_PER_SEC

typedef struct {
  NidaRevision *change;
  char       *run;      /* or NULL */
} Step;

struct _NidaDocument
{
  GObject               parent_instance;

  NidaItems            *items;
  GPtrArray            *undo, *redo;    /* Step */
  NidaRevision           *open;           /* between begin and end, or NULL */
  char                 *run;
  guint                 depth;
  gboolean              read_only;
  gboolean              is_quiet;       /* undo does not know the change that is open */
  NidaDocumentWriteFunc write;
  gpointer              write_data;
  GDestroyNotify        write_notify;
};

enum { PROP_0, PROP_READ_ONLY, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { ITEM_CHANGED, CHANGED, UNDO_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaDocument, nida_document, G_TYPE_OBJECT)

static void
step_free (gpointer data)
{
  Step *step = data;

  nida_revision_unref (step->change);
  g_free (step->run);
  g_free (step);
}

static Step *
step_new (NidaRevision *change,
          const char *run)
{
  Step *step = g_new0 (Step, 1);

  step->change = nida_revision_ref (change);
  step->run = g_strdup (run);
  return step;
}

/* --- telling --- */

static void
tell_items (NidaDocument *self,
            NidaRevision   *change)
{
  for (guint i = 0; i < change->edits->len; i++)
    {
      const NidaItem *item = nida_edit_get_item (change->edits->pdata[i]);

      g_signal_emit (self, signals[ITEM_CHANGED], g_quark_from_string (nida_item_kind_get_name (item->kind)),
                     (guint) item->kind, item->id);
    }
}

/* @change is in place: the file gets it, those who show it are told. Held, since a listener may undo it. */
static void
tell (NidaDocument *self,
      NidaRevision   *change,
      gboolean      foreign)
{
  g_autoptr (NidaRevision) held = nida_revision_ref (change);

  if (!foreign && self->write != NULL)
    self->write (self, held, self->write_data);
  tell_items (self, held);
  g_signal_emit (self, signals[CHANGED], 0, foreign);
}

/* --- changes --- */

void
nida_document_begin (NidaDocument *self,
                     const char   *name,
                     const char   *run)
{
  g_return_if_fail (NIDA_IS_DOCUMENT (self));

  if (self->depth++ > 0)
    return;
  self->open = nida_revision_new (name);
  self->is_quiet = FALSE;
  g_free (self->run);
  self->run = g_strdup (run);
}

void
nida_document_begin_quietly (NidaDocument *self,
                             const char   *name)
{
  gboolean is_outer = self->depth == 0;

  nida_document_begin (self, name, NULL);
  if (is_outer)
    self->is_quiet = TRUE;
}

/* Takes @after; NULL removes. */
static void
edit (NidaDocument *self,
      NidaItemKind  kind,
      const char   *id,
      NidaItem     *after)
{
  const NidaItem *before = nida_items_find (self->items, kind, id);

  if (self->read_only || (before == NULL && after == NULL))
    {
      nida_item_free (after);
      return;
    }
  nida_revision_add (self->open, before, after);
  if (after != NULL)
    nida_items_put (self->items, after);
  else
    nida_items_remove (self->items, kind, id);
}

void
nida_document_put (NidaDocument *self,
                   NidaItemKind  kind,
                   const char   *id,
                   gint64        place,
                   const char   *text)
{
  g_return_if_fail (self->depth > 0);
  g_return_if_fail (text != NULL);

  edit (self, kind, id, nida_item_new (kind, id, place, text));
}

void
nida_document_set (NidaDocument *self,
                   NidaItemKind  kind,
                   const char   *id,
                   const char   *text)
{
  const NidaItem *item = nida_items_find (self->items, kind, id);

  nida_document_put (self, kind, id, item != NULL ? item->place : nida_document_next_place (self, kind), text);
}

void
nida_document_remove (NidaDocument *self,
                      NidaItemKind  kind,
                      const char   *id)
{
  g_return_if_fail (self->depth > 0);

  edit (self, kind, id, NULL);
}

/* Only the items whose number is another one are changed. */
void
nida_document_move (NidaDocument *self,
                    NidaItemKind  kind,
                    const char   *id,
                    guint         index)
{
  guint n = nida_items_get_n (self->items, kind);
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_item_free);
  NidaItem *moved = NULL;

  g_return_if_fail (self->depth > 0);
  for (guint i = 0; i < n; i++)
    {
      NidaItem *item = nida_item_copy (nida_items_get (self->items, kind, i));

      if (g_str_equal (item->id, id))
        moved = item;
      else
        g_ptr_array_add (order, item);
    }
  if (moved == NULL)
    return;
  g_ptr_array_insert (order, (int) MIN (index, order->len), moved);
  for (guint i = 0; i < order->len; i++)
    {
      const NidaItem *item = order->pdata[i];

      if (item->place != (gint64) i)
        nida_document_put (self, kind, item->id, i, item->text);
    }
}

/* Does @change go on with what the last step began? Then both are one step. */
static gboolean
goes_on (NidaDocument *self,
         NidaRevision   *change)
{
  const Step *last = self->undo->len > 0 ? self->undo->pdata[self->undo->len - 1] : NULL;

  return last != NULL && self->run != NULL && g_strcmp0 (last->run, self->run) == 0
         && change->at - last->change->at < RUN_TIME;
}

static void
join_last (NidaDocument *self,
           NidaRevision   *change)
{
  Step *last = self->undo->pdata[self->undo->len - 1];
  g_autoptr (NidaRevision) both = nida_revision_new (last->change->name);

  for (guint pass = 0; pass < 2; pass++)
    {
      NidaRevision *from = pass == 0 ? last->change : change;

      for (guint i = 0; i < from->edits->len; i++)
        {
          const NidaEdit *one = from->edits->pdata[i];

          nida_revision_add (both, one->before, one->after);
        }
    }
  g_ptr_array_remove_index (self->undo, self->undo->len - 1);
  if (!nida_revision_is_empty (both))
    g_ptr_array_add (self->undo, step_new (both, self->run));
}

static void
remember (NidaDocument *self,
          NidaRevision   *change)
{
  g_ptr_array_set_size (self->redo, 0);
  if (goes_on (self, change))
    join_last (self, change);
  else
    g_ptr_array_add (self->undo, step_new (change, self->run));
  if (self->undo->len > MAX_UNDO)
    g_ptr_array_remove_index (self->undo, 0);
}

void
nida_document_end (NidaDocument *self)
{
  g_autoptr (NidaRevision) change = NULL;

  g_return_if_fail (self->depth > 0);
  if (--self->depth > 0)
    return;
  change = g_steal_pointer (&self->open);
  if (nida_revision_is_empty (change))
    return;
  if (!self->is_quiet)
    remember (self, change);
  tell (self, change, FALSE);
  g_signal_emit (self, signals[UNDO_CHANGED], 0);
}

void
nida_document_take_foreign (NidaDocument *self,
                            NidaRevision   *change)
{
  g_return_if_fail (self->depth == 0);

  nida_items_apply (self->items, change);
  tell (self, change, TRUE);
}

/* --- undo --- */

/* Another process may have changed the same items since: what is undone is what was done here, and the rest stays. */
static void
take_back (NidaDocument *self,
           GPtrArray    *from,
           GPtrArray    *to)
{
  Step *step;
  g_autoptr (NidaRevision) inverse = NULL;

  if (from->len == 0 || self->read_only)
    return;
  step = g_ptr_array_steal_index (from, from->len - 1);
  inverse = nida_revision_invert (step->change);
  g_ptr_array_add (to, step_new (inverse, NULL));
  step_free (step);
  nida_items_apply (self->items, inverse);
  tell (self, inverse, FALSE);
  g_signal_emit (self, signals[UNDO_CHANGED], 0);
}

gboolean
nida_document_can_undo (NidaDocument *self)
{
  return self->undo->len > 0 && !self->read_only;
}

gboolean
nida_document_can_redo (NidaDocument *self)
{
  return self->redo->len > 0 && !self->read_only;
}

static const char *
last_name (GPtrArray *steps)
{
  return steps->len > 0 ? ((Step *) steps->pdata[steps->len - 1])->change->name : NULL;
}

const char *
nida_document_get_undo_name (NidaDocument *self)
{
  return last_name (self->undo);
}

const char *
nida_document_get_redo_name (NidaDocument *self)
{
  return last_name (self->redo);
}

void
nida_document_undo (NidaDocument *self)
{
  take_back (self, self->undo, self->redo);
}

void
nida_document_redo (NidaDocument *self)
{
  take_back (self, self->redo, self->undo);
}

void
nida_document_forget_undo (NidaDocument *self)
{
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  g_signal_emit (self, signals[UNDO_CHANGED], 0);
}

/* --- object --- */

static void
nida_document_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  if (id == PROP_READ_ONLY)
    g_value_set_boolean (value, NIDA_DOCUMENT (object)->read_only);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nida_document_dispose (GObject *object)
{
  nida_document_set_writer (NIDA_DOCUMENT (object), NULL, NULL, NULL);
  G_OBJECT_CLASS (nida_document_parent_class)->dispose (object);
}

static void
nida_document_finalize (GObject *object)
{
  NidaDocument *self = NIDA_DOCUMENT (object);

  g_clear_pointer (&self->open, nida_revision_unref);
  g_free (self->run);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  nida_items_free (self->items);
  G_OBJECT_CLASS (nida_document_parent_class)->finalize (object);
}

static void
nida_document_class_init (NidaDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = NIDA_TYPE_DOCUMENT;

  object_class->get_property = nida_document_get_property;
  object_class->dispose = nida_document_dispose;
  object_class->finalize = nida_document_finalize;
  props[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[ITEM_CHANGED] = g_signal_new ("item-changed", type, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[UNDO_CHANGED] = g_signal_new ("undo-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nida_document_init (NidaDocument *self)
{
  self->items = nida_items_new ();
  self->undo = g_ptr_array_new_with_free_func (step_free);
  self->redo = g_ptr_array_new_with_free_func (step_free);
}

/* --- public --- */

NidaDocument *
nida_document_new (void)
{
  return g_object_new (NIDA_TYPE_DOCUMENT, NULL);
}

NidaItems *
nida_document_get_items (NidaDocument *self)
{
  return self->items;
}

const char *
nida_document_get (NidaDocument *self,
                   NidaItemKind  kind,
                   const char   *id)
{
  const NidaItem *item = nida_items_find (self->items, kind, id);

  return item != NULL ? item->text : NULL;
}

gint64
nida_document_next_place (NidaDocument *self,
                          NidaItemKind  kind)
{
  guint n = nida_items_get_n (self->items, kind);

  return n > 0 ? nida_items_get (self->items, kind, n - 1)->place + 1 : 0;
}

char *
nida_document_new_id (void)
{
  return g_uuid_string_random ();
}

gboolean
nida_document_is_read_only (NidaDocument *self)
{
  return self->read_only;
}

void
nida_document_set_read_only (NidaDocument *self,
                             gboolean      read_only)
{
  if (self->read_only == read_only)
    return;
  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READ_ONLY]);
  g_signal_emit (self, signals[UNDO_CHANGED], 0);
}

void
nida_document_set_writer (NidaDocument          *self,
                          NidaDocumentWriteFunc  func,
                          gpointer               data,
                          GDestroyNotify         notify)
{
  if (self->write_notify != NULL)
    self->write_notify (self->write_data);
  self->write = func;
  self->write_data = data;
  self->write_notify = notify;
}

static void
forget_serials (GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      Step *step = steps->pdata[i];

      step->change->serial = 0;
      step->change->undoes = 0;
    }
}

void
nida_document_forget_serials (NidaDocument *self)
{
  forget_serials (self->undo);
  forget_serials (self->redo);
}
