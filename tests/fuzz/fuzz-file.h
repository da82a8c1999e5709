/* What the targets of whole files share: the bytes are loaded as a file, and what is read is written and read back. */
#pragma once

#include "loader.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static inline NidaDataset *
nida_fuzz_load (const void  *data,
                gsize        size,
                GError     **error)
{
  int fd = memfd_create ("fuzz", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  const char *inputs[] = { path, NULL };
  NidaDataset *dataset;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  dataset = nida_load (inputs, NULL, NULL, error);
  close (fd);
  return dataset;
}

static inline void
nida_fuzz_file (const guint8 *data,
                gsize         size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = nida_fuzz_load (data, size, &error);
  g_autoptr (NidaDataset) again = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GString) again_rows = g_string_new (NULL);

  g_assert_true ((dataset == NULL) == (error != NULL));
  if (dataset == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  nida_csv_append (rows, dataset, NULL);
  g_assert_true (g_utf8_validate (rows->str, -1, NULL));
  if (nida_dataset_get_n_rows (dataset) == 0)
    return;
  again = nida_fuzz_load (rows->str, rows->len, &error);
  g_assert_no_error (error);
  nida_csv_append (again_rows, again, NULL);
  g_assert_cmpstr (again_rows->str, ==, rows->str);
}
