/* A document of one source that is packed in, whose snapshots are kept however small it is. */
#pragma once

#include "carried.h"
#include "document-file.h"
#include "document-sources.h"
#include "loader.h"
#include "snapshot.h"

#include <glib/gstdio.h>

#define DATA "id,date,donor,amount_usd,description\n1,2024-01-01,Kuwait,5,text\n2,2024-01-02,Qatar,7,\n"

typedef struct { char *folder, *path, *data; NidaDocument *document; } Fixture;

G_GNUC_UNUSED static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  const char *inputs[2] = { NULL, NULL };

  nida_snapshot_tune (1);
  self->folder = g_dir_make_tmp ("nida-test-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "appeal.nida", NULL);
  self->data = g_build_filename (self->folder, "flows.csv", NULL);
  g_assert_true (g_file_set_contents (self->data, DATA, -1, NULL));
  self->document = nida_document_new ();
  inputs[0] = self->data;
  nida_document_set_sources (self->document, inputs);
  nida_document_pack_sources (self->document);
  g_assert_true (nida_document_save_as (self->document, self->path, NULL));
}

G_GNUC_UNUSED static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", self->folder);

  g_clear_object (&self->document);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (self->folder);
  g_free (self->path);
  g_free (self->data);
}

G_GNUC_UNUSED static NidaDataset *
load (Fixture     *self,
      NidaCarried *carried)
{
  const char *inputs[] = { self->data, NULL };
  NidaLoadOptions options = { .copies = NIDA_COPIES (carried), .policy = NIDA_POLICY_CARRIED };
  g_autoptr (GError) error = NULL;
  NidaDataset *dataset = nida_load (inputs, &options, NULL, &error);

  g_assert_no_error (error);
  nida_carried_settle (carried);
  nida_carried_update (carried);
  return dataset;
}

G_GNUC_UNUSED static NidaHeldSource *
get_source (Fixture *self)
{
  NidaHeldSource *source = NULL;

  g_assert_nonnull (nida_document_find_source (self->document, self->data, &source));
  return source;
}
