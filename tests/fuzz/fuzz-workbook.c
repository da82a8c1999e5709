/* Any bytes as a part of a workbook, since those of an archive itself never get past its checksums: a first byte s, t, y or
 * o makes them the sheet, the shared texts, the styles, or the content of an OpenDocument; else they are the archive. */
#include "fuzz-file.h"

#include <zip.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

#define GIFTS \
  "<worksheet><sheetData><row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>" \
  "<row r=\"2\"><c s=\"1\"><v>45326</v></c><c><v>1.5</v></c></row></sheetData></worksheet>"

static void
add (zip_t      *archive,
     const char *name,
     const void *data,
     gsize       size)
{
  zip_file_add (archive, name, zip_source_buffer (archive, data, size, 0), 0);
}

static void
add_text (zip_t      *archive,
          const char *name,
          const char *text)
{
  add (archive, name, text, strlen (text));
}

/* The archive's bytes, in @out. */
static gsize
pack (char          part,
      const guint8 *data,
      gsize         size,
      char         *out,
      gsize         most)
{
  zip_source_t *buffer = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t *archive = zip_open_from_source (buffer, ZIP_TRUNCATE, NULL);
  zip_int64_t n = 0;

  zip_source_keep (buffer);
  if (part == 'o')
    {
      add_text (archive, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
      add (archive, "content.xml", data, size);
    }
  else
    {
      add_text (archive, "xl/workbook.xml", "<workbook><sheets><sheet name=\"S\" id=\"r\"/></sheets></workbook>");
      add_text (archive, "xl/_rels/workbook.xml.rels", "<R><Relationship Id=\"r\" Target=\"s.xml\"/></R>");
      add_text (archive, "xl/s.xml", GIFTS);
      if (part != 't')
        add_text (archive, "xl/sharedStrings.xml", "<sst><si><t>date</t></si><si><t>amount</t></si></sst>");
      if (part != 'y')
        add_text (archive, "xl/styles.xml", "<s><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></s>");
      if (part == 's')
        zip_file_replace (archive, 2, zip_source_buffer (archive, data, size, 0), 0);
      else
        add (archive, part == 't' ? "xl/sharedStrings.xml" : "xl/styles.xml", data, size);
    }
  if (zip_close (archive) == 0 && zip_source_open (buffer) == 0)
    {
      n = zip_source_read (buffer, out, most);
      zip_source_close (buffer);
    }
  else
    zip_discard (archive);
  zip_source_free (buffer);
  return n > 0 ? (gsize) n : 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *packed = g_malloc (size + 8192);
  gsize length = 0;

  if (size > 0 && strchr ("styo", data[0]) != NULL && data[0] != '\0')
    length = pack ((char) data[0], data + 1, size - 1, packed, size + 8192);
  if (length > 0)
    nida_fuzz_file ((const guint8 *) packed, length);
  else
    nida_fuzz_file (data, size);
  return 0;
}
