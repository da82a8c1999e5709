#include "held-source.h"

#include <glib/gstdio.h>
#include <string.h>

static NidaVersion *
random_version (GRand      *rand,
                const char *uri)
{
  g_autofree char *seed = g_strdup_printf ("%u", g_rand_int (rand));
  NidaVersion *version = nida_version_new (uri, "القائمة=\n[x].csv");

  version->checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, seed, -1);
  version->fetched_at = 1 + g_rand_int (rand);
  version->checked_at = version->fetched_at + g_rand_int_range (rand, 0, 1000);
  version->size = 1000;
  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    nida_version_add_page (version, uri, "\"a;b\\\"", i % 2 ? "Fri, 12 Apr 2024" : NULL, 0, 10);
  return version;
}

static NidaHeldSource *
random_source (GRand *rand)
{
  static const char * const uris[] = {
    "https://api.hpc.tools/v1/public/fts/flow?year=2024&x=[1];", "file:///home/desk/a%20b/flows.csv", "file:///x.csv",
    "http://127.0.0.1:8080/data.json",
  };
  NidaHeldSource *source = nida_held_source_new (uris[g_rand_int_range (rand, 0, G_N_ELEMENTS (uris))]);

  nida_held_source_set_folder (source, g_rand_boolean (rand) ? "/home/desk/documents" : NULL);
  source->pack = g_rand_boolean (rand);
  source->modified_at = g_rand_boolean (rand) ? (gint64) g_rand_int (rand) : 0;
  source->format = g_rand_boolean (rand) ? g_strdup ("HDX CSV (FTS flows)") : NULL;
  source->version = g_rand_boolean (rand) ? random_version (rand, source->uri) : NULL;
  source->carried = source->version != NULL && g_rand_boolean (rand);
  if (source->carried && g_rand_boolean (rand))
    nida_held_source_set_snapshot (source, "0a1b", "2c3d");
  return source;
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (NidaHeldSource) before = random_source (rand), after = NULL;
      g_autofree char *text = nida_held_source_to_text (before), *again = NULL;
      g_autoptr (GError) error = NULL;

      after = nida_held_source_from_text (text, &error);
      g_assert_no_error (error);
      again = nida_held_source_to_text (after);
      g_assert_cmpstr (again, ==, text);
      g_assert_cmpint (after->carried, ==, before->carried);
      g_assert_cmpint (after->pack, ==, before->pack);
      g_assert_cmpstr (after->snapshot, ==, before->snapshot);
      g_assert_cmpstr (after->snapshot_key, ==, before->snapshot_key);
      g_assert_cmpstr (after->relative, ==, before->relative);
      g_assert_true ((after->version != NULL) == (before->version != NULL));
    }
}

static void
test_refused (void)
{
  static const char * const texts[] = {
    "", "x", "[Nida source]\n", "[Nida source]\nuri=\n", "[Nida source]\nuri=-\n", "[Nida source]\nuri=ftp://a.org/x\n",
    "[Nida source]\nuri=https://user:secret@a.org/x\n", "[Nida source]\nuri=file:relative\n", "[Nida source]\nuri=/etc/passwd\n",
    "[Nida board]\nuri=https://a.org/x\n", "[Nida source]\nuri=https://a.org/\xff\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (nida_held_source_from_text (texts[i], &error));
      g_assert_error (error, NIDA_HELD_SOURCE_ERROR, NIDA_HELD_SOURCE_ERROR_NOT_A_SOURCE);
    }
}

/* Every byte of a text changed in turn: refused, or a source whose bytes have a name. */
static void
test_flipped (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (NidaHeldSource) source = nida_held_source_new ("https://a.org/x.csv");
  g_autofree char *text = NULL;

  source->version = random_version (rand, source->uri);
  source->carried = TRUE;
  text = nida_held_source_to_text (source);
  for (gsize i = 0; text[i] != '\0'; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        g_autoptr (NidaHeldSource) read = NULL;
        char was = text[i];

        text[i] = (char) (was ^ (1 << bit));
        read = text[i] != '\0' ? nida_held_source_from_text (text, NULL) : NULL;
        if (read != NULL && read->carried)
          g_assert_cmpuint (strlen (read->version->checksum), ==, 64);
        text[i] = was;
      }
}

/* --- where it is --- */

typedef struct { char *top, *folder, *other; } Fixture;

static char *
make_file (const char *folder,
           const char *name,
           const char *data)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, data, -1, NULL));
  return path;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->top = g_dir_make_tmp ("nida-test-XXXXXX", NULL);
  self->folder = g_build_filename (self->top, "a document", NULL);
  self->other = g_build_filename (self->top, "moved", NULL);
  g_mkdir (self->folder, 0700);
  g_mkdir (self->other, 0700);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", self->top);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (self->top);
  g_free (self->folder);
  g_free (self->other);
}

static NidaHeldSource *
source_at (const char *path,
           const char *folder)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  NidaHeldSource *source = nida_held_source_new (uri);

  nida_held_source_set_folder (source, folder);
  return source;
}

static void
assert_input (const NidaHeldSource *source,
              const char           *folder,
              const char           *path)
{
  g_autofree char *input = nida_held_source_dup_input (source, folder);

  g_assert_cmpstr (input, ==, path);
}

static void
test_beside (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *there = make_file (self->folder, "f 1%.csv", "x"), *moved = NULL, *gone = NULL;
  g_autoptr (NidaHeldSource) source = source_at (there, self->folder);

  g_assert_cmpstr (source->relative, ==, "f 1%25.csv");
  assert_input (source, self->folder, there);
  /* moved together with the document; then gone from there too */
  moved = make_file (self->other, "f 1%.csv", "x");
  g_unlink (there);
  assert_input (source, self->other, moved);
  assert_input (source, self->folder, there);
  assert_input (source, NULL, there);
}

static void
test_above (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *there = make_file (self->top, "flows.csv", "x");
  g_autoptr (NidaHeldSource) source = source_at (there, self->folder);

  g_assert_cmpstr (source->relative, ==, "../flows.csv");
  assert_input (source, self->other, there);
}

/* A document that was sent on carries its bytes: another file of that name is not taken for them. */
static void
test_namesake (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *there = make_file (self->folder, "data.csv", "1234");
  g_autofree char *namesake = make_file (self->other, "data.csv", "another");
  g_autoptr (NidaHeldSource) source = source_at (there, self->folder);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  source->version = random_version (rand, source->uri);
  source->version->size = 4;
  source->carried = TRUE;
  assert_input (source, self->other, there);
  g_free (make_file (self->other, "data.csv", "1234"));
  assert_input (source, self->other, namesake);
  /* what is not carried can only be what stands there, and that it changed is told */
  source->carried = FALSE;
  g_free (make_file (self->other, "data.csv", "another"));
  assert_input (source, self->other, namesake);
}

static void
test_address (void)
{
  g_autoptr (NidaHeldSource) source = nida_held_source_new ("https://a.org/x.csv");

  nida_held_source_set_folder (source, "/home");
  g_assert_null (source->relative);
  assert_input (source, "/home", "https://a.org/x.csv");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/held-source/text/comes-back-as-it-was", test_round_trip);
  g_test_add_func ("/held-source/text/what-is-no-source-is-refused", test_refused);
  g_test_add_func ("/held-source/text/every-flipped-bit-is-survived", test_flipped);
  g_test_add_func ("/held-source/address/is-itself", test_address);
  g_test_add ("/held-source/file/beside-the-document-first", Fixture, NULL, set_up, test_beside, tear_down);
  g_test_add ("/held-source/file/above-the-document", Fixture, NULL, set_up, test_above, tear_down);
  g_test_add ("/held-source/file/another-of-that-name-is-not-taken-for-it", Fixture, NULL, set_up, test_namesake, tear_down);
  return g_test_run ();
}
