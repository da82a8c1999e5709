/* The draft is made when the main loop is idle: several changes of one moment are one file, and nobody waits for the disk. */
#include "config.h"

#include "draft-keeper.h"

#include "document-file.h"
#include "view.h"

struct _NidaDraftKeeper
{
  NidaSession         *session;
  NidaDocument        *document;
  NidaDraftKeptFunc    kept;
  NidaDraftFailedFunc  failed;
  gpointer             data;
  gboolean             has_failed;
  guint                idle;
};

/* The board that is shown, and the choices that go with the window's language, are a matter of looking. */
static gboolean
is_setting_worth (const NidaItem *item)
{
  return g_str_has_prefix (item->id, "title") || g_str_has_prefix (item->id, "show/") || g_str_has_prefix (item->id, "ledger/");
}

static gboolean
is_board_worth (const NidaItem *item)
{
  g_autoptr (NidaView) view = nida_view_from_text (item->text, NULL);

  return view == NULL || nida_view_is_own (view);
}

gboolean
nida_items_are_worth_keeping (NidaItems *items)
{
  static const NidaItemKind made[] = {
    NIDA_ITEM_LAYOUT, NIDA_ITEM_ALIAS, NIDA_ITEM_RATE, NIDA_ITEM_SELECTION, NIDA_ITEM_SLIDE, NIDA_ITEM_ENTRY,
  };

  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    if (nida_items_get_n (items, made[i]) > 0)
      return TRUE;
  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_SETTING); i++)
    if (is_setting_worth (nida_items_get (items, NIDA_ITEM_SETTING, i)))
      return TRUE;
  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_BOARD); i++)
    if (is_board_worth (nida_items_get (items, NIDA_ITEM_BOARD, i)))
      return TRUE;
  return nida_items_get_n (items, NIDA_ITEM_BOARD) > 1;
}

/* FALSE, with @error where it failed, when there is no new draft. */
static gboolean
keep (NidaDraftKeeper  *self,
      GError          **error)
{
  return nida_document_get_file (self->document) == NULL && !nida_document_is_read_only (self->document)
         && nida_items_are_worth_keeping (nida_document_get_items (self->document))
         && nida_document_make_draft (self->document, error);
}

static gboolean
idle_cb (gpointer user_data)
{
  NidaDraftKeeper *self = user_data;
  g_autoptr (GError) error = NULL;

  self->idle = 0;
  if (keep (self, &error))
    {
      self->has_failed = FALSE;
      self->kept (self->data);
    }
  else if (error != NULL && !self->has_failed)
    {
      self->has_failed = TRUE;
      self->failed (error, self->data);
    }
  return G_SOURCE_REMOVE;
}

static void
changed_cb (NidaDraftKeeper *self)
{
  if (self->idle == 0 && nida_document_get_file (self->document) == NULL)
    self->idle = g_idle_add (idle_cb, self);
}

static void
let_go (NidaDraftKeeper *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
}

static void
document_changed_cb (NidaDraftKeeper *self)
{
  let_go (self);
  self->document = g_object_ref (nida_session_get_document (self->session));
  g_signal_connect_swapped (self->document, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
}

NidaDraftKeeper *
nida_draft_keeper_new (NidaSession         *session,
                       NidaDraftKeptFunc    kept,
                       NidaDraftFailedFunc  failed,
                       gpointer             data)
{
  NidaDraftKeeper *self = g_new0 (NidaDraftKeeper, 1);

  self->session = g_object_ref (session);
  self->kept = kept;
  self->failed = failed;
  self->data = data;
  g_signal_connect_swapped (session, "document-changed", G_CALLBACK (document_changed_cb), self);
  document_changed_cb (self);
  return self;
}

void
nida_draft_keeper_free (NidaDraftKeeper *self)
{
  /* what was made in the last moment is kept too */
  if (self->idle != 0)
    keep (self, NULL);
  let_go (self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_object_unref (self->session);
  g_free (self);
}
