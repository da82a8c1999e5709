#include "csv-tokenizer.h"

#include "loader.h"

#include <string.h>

typedef struct {
  const char *text;
  gsize       length;
  gsize       offset;
  gsize       step;       /* bytes a call */
} Input;

static gssize
fill_cb (gpointer   data,
         char      *buffer,
         gsize      length,
         GError   **error)
{
  Input *input = data;
  gsize n = MIN (MIN (length, input->step), input->length - input->offset);

  memcpy (buffer, input->text + input->offset, n);
  input->offset += n;
  return (gssize) n;
}

/* All records as "line@offset[a|b|c]", '!' for a stray quote, '~' for an open one. */
static char *
tokenize (const char  *text,
          gsize        length,
          gsize        step,
          GError     **error)
{
  Input input = { text, length, 0, step };
  g_autoptr (NidaCsv) csv = nida_csv_new (',', fill_cb, &input);
  GString *out = g_string_new (NULL);
  NidaRecord record;

  nida_csv_set_block (csv, step);
  while (nida_csv_next (csv, &record, error))
    {
      g_string_append_printf (out, "%u@%u[", record.line, (guint) record.offset);
      for (guint i = 0; i < record.n_cells; i++)
        {
          if (i > 0)
            g_string_append_c (out, '|');
          g_string_append_len (out, record.cells[i].text, record.cells[i].length);
        }
      g_string_append_printf (out, "]%s%s", record.stray > 0 ? "!" : "", record.open ? "~" : "");
    }
  return g_string_free (out, FALSE);
}

/* The same whatever the size of the blocks. */
static void
assert_records (const char *text,
                const char *expected)
{
  for (gsize step = 1; step < 40; step++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *records = tokenize (text, strlen (text), step, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (records, ==, expected);
    }
}

static void
test_rfc_4180 (void)
{
  assert_records ("", "");
  assert_records ("a,b,c\n1,2,3\n", "1@0[a|b|c]2@6[1|2|3]");
  assert_records ("a,b,c\n1,2,3", "1@0[a|b|c]2@6[1|2|3]");
  assert_records ("\"a\",\"b,c\",\"d \"\"e\"\"\"\n", "1@0[a|b,c|d \"e\"]");
  assert_records ("a,,\n,,\n", "1@0[a||]2@4[||]");
  assert_records ("\"\"\n\"\"\"\"\n", "1@0[]2@3[\"]");
}

static void
test_line_ends (void)
{
  assert_records ("a,b\r\n1,2\r\n3,4\r\n", "1@0[a|b]2@5[1|2]3@10[3|4]");
  assert_records ("a,b\r1,2\r3,4", "1@0[a|b]2@4[1|2]3@8[3|4]");
  assert_records ("\"x\ny\",b\nc,d\n", "1@0[x\ny|b]3@8[c|d]");
  assert_records ("\"x\r\ny\",b\r\nc,d\r\n", "1@0[x\r\ny|b]3@10[c|d]");
  assert_records ("\"x\ry\rz\",b\nc,d\n", "1@0[x\ry\rz|b]4@10[c|d]");
  assert_records ("a\n\n\n\r\nb\n", "1@0[a]5@6[b]");
}

static void
test_long_cells (void)
{
  assert_records ("a cell of more than sixteen bytes,\"and one of more than thirty two bytes, in quotes\",x\n",
                  "1@0[a cell of more than sixteen bytes|and one of more than thirty two bytes, in quotes|x]");
}

static void
test_stray_quotes (void)
{
  assert_records ("5\" pipe,b\nc,d\n", "1@0[5\" pipe|b]!2@10[c|d]");
  assert_records ("\"a\"b,c\nd,e\n", "1@0[\"a\"b|c]!2@7[d|e]");
  assert_records ("a,\"b\" \nc,d\n", "1@0[a|\"b\" ]!2@7[c|d]");
}

static void
test_open_quote (void)
{
  assert_records ("a,b\nc,\"d\ne,f\n", "1@0[a|b]2@4[c|d\ne,f\n]~");
  assert_records ("\"", "1@0[]~");
  assert_records ("\"a\"\"", "1@0[a\"]~");
}

static void
test_open_line (void)
{
  Input input = { "\"x\ny\",\"open\n\n", 14, 0, 100 };
  g_autoptr (NidaCsv) csv = nida_csv_new (',', fill_cb, &input);
  NidaRecord record;

  g_assert_true (nida_csv_next (csv, &record, NULL));
  g_assert_true (record.open);
  g_assert_cmpuint (record.line, ==, 1);
  g_assert_cmpuint (record.open_line, ==, 2);
}

static gboolean
is_plain (const char *text,
          gsize       length)
{
  Input input = { text, length, 0, 100 };
  g_autoptr (NidaCsv) csv = nida_csv_new (',', fill_cb, &input);
  NidaRecord record;

  g_assert_true (nida_csv_next (csv, &record, NULL));
  return record.plain;
}

static void
test_plain (void)
{
  g_assert_true (is_plain ("a,b\n", 4));
  g_assert_false (is_plain ("a,\xd8\xa1\n", 5));
  g_assert_false (is_plain ("a,\"\xd8\xa1\"\n", 7));
  g_assert_false (is_plain ("a,\0\n", 4));
  g_assert_false (is_plain ("\xff,a\n", 4));
}

static void
assert_too_large (const GString *text,
                  const char    *says)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *records = tokenize (text->str, text->len, 1 << 18, &error);

  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, says));
}

static GString *
repeat (const char *start,
        const char *part,
        guint       n)
{
  GString *text = g_string_new (start);

  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  return text;
}

static void
test_limits (void)
{
  g_autoptr (GString) open = repeat ("a,b\nc,\"", "0123456789abcdef\n", (1 << 16) + 1);
  g_autoptr (GString) plain = repeat ("a,b\nc,d\ne,", "0123456789abcdef", (1 << 16) + 1);
  g_autoptr (GString) wide = repeat ("a\n", "1,", 5000);
  g_autofree char *kilobytes = g_strnfill (1 << 17, 'x');
  g_autofree char *cell = g_strconcat (kilobytes, ",", NULL);
  g_autoptr (GString) record = repeat ("a\nb\nc\n", cell, 130);

  assert_too_large (open, "Line 2: a cell is longer than 1 MiB");
  assert_too_large (plain, "Line 3: a cell is longer than 1 MiB");
  assert_too_large (wide, "Line 2: there are more than 4,096 columns");
  assert_too_large (record, "Line 4: a record is longer than 16 MiB");
}

static void
test_largest (void)
{
  g_autoptr (GString) text = repeat ("a,\"", "0123456789abcde\n", 1 << 16);
  g_autoptr (GError) error = NULL;
  g_autofree char *records = NULL;

  g_string_append (text, "\"\nlast,line\n");
  records = tokenize (text->str, text->len, 4096, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (records, "]65538@1048581[last|line]"));
}

static gssize
fail_cb (gpointer   data,
         char      *buffer,
         gsize      length,
         GError   **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  return -1;
}

static void
test_failure (void)
{
  g_autoptr (NidaCsv) csv = nida_csv_new (',', fail_cb, NULL);
  g_autoptr (GError) error = NULL;
  NidaRecord record;

  g_assert_false (nida_csv_next (csv, &record, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A slow and obvious reader of RFC 4180, to compare with. */
static char *
tokenize_naively (const char *text)
{
  GString *out = g_string_new (NULL);
  guint line = 1, start_line = 1;
  const char *p = text, *start = text;

  while (*p != '\0')
    {
      g_autoptr (GString) record = g_string_new (NULL);
      gboolean more = TRUE;

      start = p;
      start_line = line;
      while (more)
        {
          if (*p == '"')
            for (p++; *p != '"' || p[1] == '"'; p++)
              {
                line += *p == '\n';
                g_string_append_c (record, *p);
                p += *p == '"';
              }
          p += *p == '"';
          while (*p != ',' && *p != '\n' && *p != '\0')
            g_string_append_c (record, *p++);
          more = *p == ',';
          if (more)
            g_string_append_c (record, '|');
          p += *p != '\0';
        }
      line++;
      if (*start != '\n')
        g_string_append_printf (out, "%u@%u[%s]", start_line, (guint) (start - text), record->str);
    }
  return g_string_free (out, FALSE);
}

static void
test_random (void)
{
  static const char * const cells[] = {
    "", "a", "two words", "\"\"", "\"x,y\"", "\"a\nb\n\"", "\"\"\"\"", "\"he said \"\"no\"\", twice\"", "نداء",
    "\"سطر\nثان\"", "0123456789abcdef0123456789abcdef", "\"0123456789abcdef,0123456789abcdef\n0123456789abcdef\"",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (42);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *expected = NULL;
      g_autofree char *records = NULL;

      for (guint i = 0, n = g_rand_int_range (random, 1, 60); i < n; i++)
        {
          g_string_append (text, cells[g_rand_int_range (random, 0, G_N_ELEMENTS (cells))]);
          g_string_append_c (text, g_rand_int_range (random, 0, 4) == 0 ? '\n' : ',');
        }
      expected = tokenize_naively (text->str);
      records = tokenize (text->str, text->len, g_rand_int_range (random, 1, 200), NULL);
      g_assert_cmpstr (records, ==, expected);
    }
}

/* A text in memory gives the same records as a stream, also one that ends without a line end. */
static void
test_text (void)
{
  const char *text = "a;\"b;c\"\nd;e";
  g_autoptr (NidaCsv) csv = nida_csv_new_text (';', text, strlen (text));
  g_autoptr (GError) error = NULL;
  NidaRecord record;

  g_assert_true (nida_csv_next (csv, &record, &error));
  g_assert_cmpuint (record.n_cells, ==, 2);
  g_assert_cmpmem (record.cells[1].text, record.cells[1].length, "b;c", 3);
  g_assert_true (nida_csv_next (csv, &record, &error));
  g_assert_cmpuint (record.line, ==, 2);
  g_assert_cmpmem (record.cells[1].text, record.cells[1].length, "e", 1);
  g_assert_false (nida_csv_next (csv, &record, &error));
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-tokenizer/a-text-in-memory-is-a-stream", test_text);
  g_test_add_func ("/csv-tokenizer/rfc-4180", test_rfc_4180);
  g_test_add_func ("/csv-tokenizer/line-ends/lf-crlf-cr-and-inside-quotes", test_line_ends);
  g_test_add_func ("/csv-tokenizer/long-cells", test_long_cells);
  g_test_add_func ("/csv-tokenizer/stray-quote/is-text", test_stray_quotes);
  g_test_add_func ("/csv-tokenizer/open-quote/is-told", test_open_quote);
  g_test_add_func ("/csv-tokenizer/open-quote/names-its-line", test_open_line);
  g_test_add_func ("/csv-tokenizer/plain/knows-what-needs-a-check", test_plain);
  g_test_add_func ("/csv-tokenizer/limits/name-the-line", test_limits);
  g_test_add_func ("/csv-tokenizer/limits/one-mebibyte-is-allowed", test_largest);
  g_test_add_func ("/csv-tokenizer/failure/is-passed-on", test_failure);
  g_test_add_func ("/csv-tokenizer/random/agrees-with-a-naive-reader", test_random);
  return g_test_run ();
}
