#include "support.h"

#include "copies.h"

/* A document of one source: it carries @data, or knows only that the source was another once. */
struct _Carrier {
  GObject     parent_instance;
  const char *data;             /* NULL: damaged */
  gint64      changed_since;    /* 0: it did not */
  guint       n_stored;
};

#define CARRIER_TYPE (carrier_get_type ())
G_DECLARE_FINAL_TYPE (Carrier, carrier, TEST, CARRIER, GObject)

static void carrier_copies_init (NidaCopiesInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (Carrier, carrier, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (NIDA_TYPE_COPIES, carrier_copies_init))

static NidaVersion *
carrier_find (NidaCopies *copies, const char *uri, const char *name, gint64 as_of, GError **error)
{
  NidaVersion *version = nida_version_new (uri, name);

  version->in_document = TRUE;
  version->checked_at = version->fetched_at = G_GINT64_CONSTANT (1712920000000000);
  return version;
}

static NidaBytes *
carrier_open (NidaCopies *copies, NidaVersion *version, GCancellable *cancellable, GError **error)
{
  const char *data = TEST_CARRIER (copies)->data;
  NidaBytes *bytes;

  if (data == NULL)
    {
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_HELD, "The copy of “%s” is damaged.", version->name);
      return NULL;
    }
  bytes = nida_bytes_new (version->name, error);
  g_assert_true (nida_bytes_append (bytes, data, strlen (data), error));
  return bytes;
}

static gboolean
carrier_wants (NidaCopies *copies, const char *uri, guint64 size)
{
  return TRUE;
}

static gboolean
carrier_store (NidaCopies *copies, NidaVersion *draft, NidaBytes *bytes, GCancellable *cancellable, GError **error)
{
  TEST_CARRIER (copies)->n_stored++;
  return TRUE;
}

static gboolean
carrier_differs (NidaCopies *copies, const char *uri, NidaBytes *bytes, gint64 *since)
{
  *since = TEST_CARRIER (copies)->changed_since;
  return *since != 0;
}

static void
carrier_copies_init (NidaCopiesInterface *iface)
{
  iface->find = carrier_find;
  iface->open = carrier_open;
  iface->wants = carrier_wants;
  iface->store = carrier_store;
  iface->differs = carrier_differs;
}

static void
carrier_class_init (CarrierClass *klass)
{
}

static void
carrier_init (Carrier *self)
{
  self->data = "date,donor,amount_usd\n2024-01-01,Kuwait,5\n";
}

static NidaDataset *
load (Carrier     *carrier,
      const char  *input,
      NidaPolicy   policy,
      GError     **error)
{
  const char *inputs[] = { input, NULL };
  NidaLoadOptions options = { .copies = NIDA_COPIES (carrier), .policy = policy };

  return nida_load (inputs, &options, NULL, error);
}

/* A file that is gone comes from the document that carries it, whatever the policy says of servers. */
static void
test_gone (void)
{
  g_autoptr (Carrier) carrier = g_object_new (CARRIER_TYPE, NULL);

  for (NidaPolicy policy = NIDA_POLICY_NETWORK; policy <= NIDA_POLICY_CARRIED; policy++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NidaDataset) dataset = load (carrier, "/nowhere/flows.csv", policy, &error);

      /* the last good of nothing that could be read anew is the error itself */
      if (policy == NIDA_POLICY_LAST_GOOD)
        {
          g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_FOUND);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
      g_assert_true (get_source (dataset, 0)->in_document);
      g_assert_true (get_source (dataset, 0)->is_held);
      g_assert_nonnull (strstr (find_problem (dataset, NIDA_PROBLEM_HELD)->kept, "no file"));
    }
}

/* Nothing can be said instead of it. */
static void
test_gone_and_damaged (void)
{
  g_autoptr (Carrier) carrier = g_object_new (CARRIER_TYPE, NULL);
  g_autoptr (GError) error = NULL;

  carrier->data = NULL;
  g_assert_null (load (carrier, "/nowhere/flows.csv", NIDA_POLICY_CARRIED, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_HELD);
  g_assert_nonnull (strstr (error->message, "flows.csv"));
}

/* A file that is there is read, and kept. */
static void
test_there (void)
{
  g_autoptr (Carrier) carrier = g_object_new (CARRIER_TYPE, NULL);
  char *path = write_file ("date,donor,amount_usd\n2024-01-01,Kuwait,5\n2024-01-02,Kuwait,7\n", -1);
  g_autoptr (NidaDataset) dataset = load (carrier, path, NIDA_POLICY_CARRIED, NULL);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  g_assert_false (get_source (dataset, 0)->in_document);
  g_assert_null (find_problem (dataset, NIDA_PROBLEM_CHANGED_SINCE));
  g_assert_cmpuint (carrier->n_stored, ==, 1);
  remove_file (path);
}

static void
test_changed (void)
{
  g_autoptr (Carrier) carrier = g_object_new (CARRIER_TYPE, NULL);
  char *path = write_file ("date,donor,amount_usd\n2024-01-01,Kuwait,5\n2024-01-02,Kuwait,7\n", -1);
  g_autoptr (NidaDataset) dataset = NULL;

  carrier->changed_since = G_GINT64_CONSTANT (1712920000000000);
  dataset = load (carrier, path, NIDA_POLICY_NETWORK, NULL);
  g_assert_true (g_str_has_prefix (find_problem (dataset, NIDA_PROBLEM_CHANGED_SINCE)->found, "2024-04-12"));
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  remove_file (path);
}

/* Why a copy must do is a message, whose names keep their directions. */
static void
test_marks (void)
{
  g_autoptr (Carrier) carrier = g_object_new (CARRIER_TYPE, NULL);
  const char *inputs[] = { "https://nowhere.invalid/flows.csv", NULL };
  g_autoptr (GHashTable) resting = g_hash_table_new (g_str_hash, g_str_equal);
  NidaLoadOptions options = { .copies = NIDA_COPIES (carrier), .policy = NIDA_POLICY_LAST_GOOD, .resting = resting };
  NidaFailure gone = { (char *) "«\u2068flows.csv\u2069» is gone", NIDA_ABSENCE_SERVER, NULL };
  g_autoptr (NidaDataset) dataset = NULL;

  g_hash_table_insert (resting, (gpointer) inputs[0], &gone);
  dataset = nida_load (inputs, &options, NULL, NULL);
  g_assert_cmpstr (find_problem (dataset, NIDA_PROBLEM_HELD)->kept, ==, "«\u2068flows.csv\u2069» is gone");
}

/* Bytes that nobody reads are not opened; what cannot be opened fails where it is read. */
static void
test_later (void)
{
  g_autoptr (Carrier) carrier = g_object_new (CARRIER_TYPE, NULL);
  g_autoptr (NidaVersion) version = nida_version_new ("file:///nowhere/flows.csv", "flows.csv");
  g_autoptr (NidaBytes) bytes = NULL, damaged = NULL;
  g_autoptr (GError) error = NULL;
  char buffer[5] = { 0 };

  version->size = strlen (carrier->data);
  bytes = nida_copies_open_later (NIDA_COPIES (carrier), version);
  g_assert_cmpint (nida_bytes_read (bytes, 0, buffer, 4, NULL), ==, 4);
  g_assert_cmpstr (buffer, ==, "date");
  damaged = nida_copies_open_later (NIDA_COPIES (carrier), version);
  carrier->data = NULL;
  g_assert_cmpint (nida_bytes_read (bytes, 5, buffer, 4, NULL), ==, 4);
  g_assert_cmpint (nida_bytes_read (damaged, 0, buffer, 4, &error), ==, -1);
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_HELD);
  g_assert_null (nida_copies_open_snapshot (NIDA_COPIES (carrier), version, "key"));
  g_assert_false (nida_copies_wants_snapshot (NIDA_COPIES (carrier), version, "key"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/copies/a-file-that-is-gone-comes-from-the-document", test_gone);
  g_test_add_func ("/copies/a-damaged-one-is-named", test_gone_and_damaged);
  g_test_add_func ("/copies/a-file-that-is-there-is-read-and-kept", test_there);
  g_test_add_func ("/copies/a-file-that-changed-is-told", test_changed);
  g_test_add_func ("/copies/why-without-marks", test_marks);
  g_test_add_func ("/copies/opened-when-somebody-reads-of-them", test_later);
  return g_test_run ();
}
