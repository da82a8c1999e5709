/* moments.c: when which data can be shown again. */
#include "config.h"

#include "moments.h"
#include "support.h"

#include <string.h>

typedef struct {
  char      *folder;
  NidaCache *cache;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("nida-moments-XXXXXX", NULL);
  self->cache = nida_cache_new (self->folder);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", self->folder);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_clear_object (&self->cache);
  g_free (self->folder);
}

/* Keeps @text as the newest bytes of @uri and returns when. */
static gint64
keep (Fixture    *self,
      const char *uri,
      const char *text)
{
  g_autoptr (NidaVersion) draft = nida_version_new (uri, uri + strlen ("file:///"));
  g_autoptr (NidaBytes) bytes = nida_bytes_new (draft->name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (nida_bytes_append (bytes, text, strlen (text), &error));
  g_assert_true (nida_cache_store (self->cache, draft, bytes, NULL, &error));
  g_assert_no_error (error);
  return draft->fetched_at;
}

static void
test_one (Fixture       *self,
          gconstpointer  data)
{
  const char *uris[] = { "file:///a", NULL };
  gint64 last;
  g_autoptr (GPtrArray) moments = NULL;

  keep (self, uris[0], "one");
  last = keep (self, uris[0], "two");
  keep (self, uris[0], "two");         /* nothing new */
  moments = nida_moments_list (self->cache, uris);
  g_assert_cmpuint (moments->len, ==, 1);
  g_assert_cmpint (((NidaMoment *) moments->pdata[0])->as_of, ==, last);
  g_assert_cmpuint (g_strv_length (((NidaMoment *) moments->pdata[0])->names), ==, 1);
}

/* The second is kept a moment later: before that there is no whole. */
static void
test_two (Fixture       *self,
          gconstpointer  data)
{
  const char *uris[] = { "file:///a", "file:///b", NULL };
  g_autoptr (GPtrArray) none = NULL, moments = NULL;
  gint64 last;

  keep (self, uris[0], "one");
  none = nida_moments_list (self->cache, uris);
  g_assert_cmpuint (none->len, ==, 0);
  keep (self, uris[1], "one");
  last = keep (self, uris[0], "two");
  moments = nida_moments_list (self->cache, uris);
  g_assert_cmpuint (moments->len, ==, 1);
  g_assert_cmpint (((NidaMoment *) moments->pdata[0])->as_of, ==, last);
  g_assert_cmpuint (g_strv_length (((NidaMoment *) moments->pdata[0])->names), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/moments/one-source/those-together-are-one", Fixture, NULL, set_up, test_one, tear_down);
  g_test_add ("/moments/two-sources/none-before-both-were-kept", Fixture, NULL, set_up, test_two, tear_down);
  return g_test_run ();
}
