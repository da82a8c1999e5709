/* A document with a table beside it in a folder of their own, and commands about them. Each test of a command includes it once. */
#pragma once

#include "options.h"

#include "document-file.h"
#include "document-sources.h"

typedef struct { char *folder, *path, *data; } Fixture;

/* @csv is in the table; the document is yet to be saved. */
G_GNUC_UNUSED static void
fixture_init (Fixture    *self,
              const char *csv)
{
  self->folder = g_dir_make_tmp ("nida-test-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "desk.nida", NULL);
  self->data = g_build_filename (self->folder, "flows.csv", NULL);
  g_assert_true (g_file_set_contents (self->data, csv, -1, NULL));
}

G_GNUC_UNUSED static void
fixture_save (Fixture      *self,
              NidaDocument *document)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (nida_document_save_as (document, self->path, &error));
  g_assert_no_error (error);
}

G_GNUC_UNUSED static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", self->folder);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (self->folder);
  g_free (self->path);
  g_free (self->data);
}

/* As the program does before the command begins. */
G_GNUC_UNUSED static NidaOptions *
open_options (char **argv)
{
  g_autoptr (GError) error = NULL;
  NidaOptions *options = nida_options_parse (argv[0], (int) g_strv_length (argv), argv, &error);

  g_assert_no_error (error);
  g_assert_true (nida_options_open_documents (options));
  g_assert_true (nida_options_read_aliases (options));
  return options;
}

/* The document as the file @output of the folder; returns the exit status. */
G_GNUC_UNUSED static int
render (Fixture    *self,
        const char *output,
        const char *words)
{
  g_autofree char *line = g_strdup_printf ("render '%s' -o '%s/%s' %s", self->path, self->folder, output, words);
  g_auto (GStrv) argv = NULL;
  g_autoptr (NidaOptions) options = NULL;

  g_assert_true (g_shell_parse_argv (line, NULL, &argv, NULL));
  options = open_options (argv);
  return nida_cli_render (options);
}
