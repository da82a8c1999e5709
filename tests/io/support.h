/* What the tests of io/ share: texts loaded through a real file, and a dataset with its report as one text to compare. */
#pragma once

#include "loader.h"
#include "table-file.h"

#include <glib/gstdio.h>
#include <string.h>

/* A file "input.csv" in a folder of its own. */
static inline char *
write_file (const char *data,
            gssize      length)
{
  g_autofree char *folder = g_dir_make_tmp ("nida-test-XXXXXX", NULL);
  char *path = g_build_filename (folder, "input.csv", NULL);

  g_assert_true (g_file_set_contents (path, data, length, NULL));
  return path;
}

static inline void
remove_file (char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
  g_free (path);
}

G_GNUC_UNUSED static NidaDataset *
load_file (const char  *path,
           GError     **error)
{
  const char *inputs[] = { path, NULL };

  return nida_load (inputs, NULL, NULL, error);
}

G_GNUC_UNUSED static NidaDataset *
load_bytes (const char  *data,
            gssize       length,
            GError     **error)
{
  char *path = write_file (data, length);
  NidaDataset *dataset = load_file (path, error);

  remove_file (path);
  return dataset;
}

/* A text that must load. */
G_GNUC_UNUSED static NidaDataset *
load_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  NidaDataset *dataset = load_bytes (text, -1, &error);

  g_assert_no_error (error);
  return dataset;
}

/* A text that must not. */
G_GNUC_UNUSED static void
assert_refused (const char    *data,
                gssize         length,
                NidaReadError  code,
                const char    *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_bytes (data, length, &error);

  g_assert_null (dataset);
  g_assert_error (error, NIDA_READ_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "input.csv"));
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

/* The first problem of @kind. */
G_GNUC_UNUSED static const NidaProblem *
find_problem (NidaDataset     *dataset,
              NidaProblemKind  kind)
{
  NidaReport *report = nida_dataset_get_report (dataset);

  for (guint i = 0; i < nida_report_get_n_problems (report); i++)
    if (nida_report_get_problem (report, i)->kind == kind)
      return nida_report_get_problem (report, i);
  return NULL;
}

/* @kind happened @count times, first on @line, in @column (NULL for none). */
#define assert_problem(dataset, kind, n, at_line, in_column) G_STMT_START {                            \
    const NidaProblem *problem_ = find_problem (dataset, kind);                                        \
    g_assert_nonnull (problem_);                                                                       \
    g_assert_cmpuint (problem_->line, ==, at_line);                                                    \
    g_assert_cmpstr (problem_->column, ==, in_column);                                                 \
    g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (dataset), kind), ==, n);         \
  } G_STMT_END

#define assert_no_problem(dataset, kind) \
  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (dataset), kind), ==, 0)

#define assert_cell(dataset, row, field, expected) G_STMT_START {                                      \
    g_autofree char *text_ = nida_dataset_dup_text (dataset, row, field, FALSE);                       \
    g_assert_cmpstr (text_, ==, expected);                                                             \
  } G_STMT_END

#define assert_arabic(dataset, row, field, expected) G_STMT_START {                                    \
    g_autofree char *text_ = nida_dataset_dup_text (dataset, row, field, TRUE);                        \
    g_assert_cmpstr (text_, ==, expected);                                                             \
  } G_STMT_END

/* Run the test that calls it again in a process of its own, whose leaks are not looked for: libraries that it loads keep
 * some, or make the search itself crash. */
G_GNUC_UNUSED static void
run_apart (void)
{
  g_setenv ("ASAN_OPTIONS", "detect_leaks=0", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_unsetenv ("ASAN_OPTIONS");
  g_test_trap_assert_passed ();
}

static inline const NidaSourceInfo *
get_source (NidaDataset *dataset,
            guint        index)
{
  return nida_report_get_source (nida_dataset_get_report (dataset), index);
}

/* Every row and every problem, so that two loads can be compared. */
G_GNUC_UNUSED static char *
dump (NidaDataset *dataset)
{
  GString *out = g_string_new (NULL);
  NidaReport *report = nida_dataset_get_report (dataset);

  nida_csv_append (out, dataset, NULL);
  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    g_string_append_printf (out, "%u ", nida_dataset_get_source_row (dataset, row));
  for (guint i = 0; i < nida_report_get_n_problems (report); i++)
    {
      const NidaProblem *p = nida_report_get_problem (report, i);

      g_string_append_printf (out, "\n%d %u %u/%u %s %s %s x%" G_GUINT64_FORMAT, p->kind, p->source, p->line, p->line2,
                              p->column, p->found, p->kept, p->count);
    }
  for (guint i = 0; i < nida_report_get_n_sources (report); i++)
    {
      const NidaSourceInfo *s = nida_report_get_source (report, i);

      g_string_append_printf (out, "\n%s %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT,
                              s->name, s->rows_read, s->rows_kept, s->rows_merged, s->rows_refused);
    }
  return g_string_free (out, FALSE);
}

/* The sum in whole dollars and thousandths of all rows of @kind, as text. */
G_GNUC_UNUSED static char *
sum_usd (NidaDataset *dataset,
         NidaKind     kind)
{
  NidaMoney sum = 0;

  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    {
      NidaMoney usd = nida_dataset_get_amount_usd (dataset, row);

      if (nida_dataset_get_kind (dataset, row) == kind && usd != NIDA_MONEY_NONE)
        g_assert_true (nida_money_add (sum, usd, &sum));
    }
  return nida_money_to_string (sum);
}

/* A real file, or NULL after a loud skip. */
G_GNUC_UNUSED static char *
real_file (const char *name)
{
  const char *folder = g_getenv ("NIDA_TEST_DATA");
  char *path = g_build_filename (folder != NULL ? folder : ".", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;
  g_test_message ("THE REAL FILE %s IS ABSENT: nothing was compared", path);
  g_test_skip ("a real file is absent");
  g_free (path);
  return NULL;
}

/* What @script prints when it is run by a Python that knows nothing of Nida; NULL after a loud skip. */
G_GNUC_UNUSED static char *
ask_python (const char *script,
            const char *path,
            const char *path2)
{
  const char *argv[] = { "python3", "-c", script, path, path2, NULL };
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status, &error))
    {
      g_test_message ("PYTHON IS ABSENT: nothing was compared (%s)", error->message);
      g_test_skip ("python3 is absent");
      return NULL;
    }
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return g_strchomp (out);
}

/* Told line by line, since the texts are long. */
G_GNUC_UNUSED static void
assert_same_lines (const char *ours,
                   const char *theirs)
{
  g_auto (GStrv) a = g_strsplit (ours, "\n", -1);
  g_auto (GStrv) b = g_strsplit (theirs, "\n", -1);

  for (guint i = 0; a[i] != NULL && b[i] != NULL; i++)
    g_assert_cmpstr (a[i], ==, b[i]);
  g_assert_cmpuint (g_strv_length (a), ==, g_strv_length (b));
}
