/* Any bytes as the text of an item of a document, or as a table that is pasted into its ledger: refused with words, or read, and
 * then what is written of it is read as the same. The first line says what the rest is to be. */
#include "alias-file.h"
#include "entry.h"
#include "held-source.h"
#include "ledger-table.h"
#include "slide.h"
#include "spec-text.h"
#include "view.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Each reads @text and writes what it has read; %NULL and an error when it is refused. */
typedef char *(*Again) (const char *text, gsize length, GError **error);

#define AGAIN(name, type, read, write)         \
static char *                                  \
name (const char *text, gsize length, GError **error) \
{                                              \
  g_autoptr (type) value = read;               \
                                               \
  return value != NULL ? write (value) : NULL; \
}

AGAIN (chart, NidaChartSpec, nida_chart_spec_from_text (text, (gssize) length, error), nida_chart_spec_to_text)
AGAIN (entry, NidaEntry, nida_entry_from_text (text, (gssize) length, error), nida_entry_to_text)
AGAIN (names, NidaAliases, nida_aliases_from_text (text, length, "names", error), nida_aliases_to_text)
AGAIN (slide, NidaSlide, nida_slide_from_text (text, error), nida_slide_to_text)
AGAIN (source, NidaHeldSource, nida_held_source_from_text (text, error), nida_held_source_to_text)
AGAIN (view, NidaView, nida_view_from_text (text, error), nida_view_to_text)

/* A pasted table is never refused as a whole: what was not understood is named with its row, what was is an entry. */
static void
check_table (const char *text,
             gsize       length)
{
  g_autoptr (NidaLedgerTable) table = nida_ledger_table_parse (text, length);

  g_assert_cmpuint (table->entries->len, ==, table->ids->len);
  g_assert_cmpuint (table->entries->len, <=, table->n_rows);
  for (guint i = 0; i < table->problems->len; i++)
    {
      const NidaTableProblem *problem = table->problems->pdata[i];

      g_assert_cmpuint (problem->row, >, 0);
      g_assert_true (g_utf8_validate (problem->message, -1, NULL));
    }
  for (guint i = 0; i < table->entries->len; i++)
    {
      g_autofree char *written = nida_entry_to_text (table->entries->pdata[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (NidaEntry) read = nida_entry_from_text (written, -1, &error);

      g_assert_no_error (error);
      g_assert_true (nida_entry_equal (read, table->entries->pdata[i]));
    }
}

static void
check (Again       again,
       const char *text,
       gsize       length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *written = again (text, length, &error), *twice = NULL;

  g_assert_true ((written == NULL) == (error != NULL));
  if (written == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  twice = again (written, strlen (written), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (twice, ==, written);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static const struct { const char *name; Again again; } kinds[] = {
    { "chart\n", chart }, { "entry\n", entry }, { "names\n", names }, { "slide\n", slide }, { "source\n", source },
    { "view\n", view }, { "table\n", NULL },
  };
  g_autofree char *text = g_strndup ((const char *) data, size);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize skip = strlen (kinds[i].name);

      if (size < skip || memcmp (data, kinds[i].name, skip) != 0)
        continue;
      if (kinds[i].again != NULL)
        check (kinds[i].again, text + skip, strlen (text + skip));
      else
        check_table ((const char *) data + skip, size - skip);
    }
  return 0;
}
