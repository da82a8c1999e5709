/* What a server sends, and what the disk gives back of it: the first byte chooses between gzip, brotli, the description of a
 * version, and the links of a page. No crash, no more than the limits allow, and what is read of a description is written and
 * read back the same. */
#include "decode.h"
#include "page-links.h"
#include "version.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
decode (const char   *encoding,
        const guint8 *data,
        gsize         size)
{
  g_autoptr (NidaDecoder) decoder = nida_decoder_new (encoding, "x", NULL);
  g_autoptr (NidaBytes) out = nida_bytes_new ("x", NULL);
  gsize half = size / 2;
  gboolean proves;

  if (nida_decoder_push (decoder, (const char *) data, half, out, NULL)
      && nida_decoder_push (decoder, (const char *) data + half, size - half, out, NULL))
    nida_decoder_finish (decoder, out, &proves, NULL);
}

static void
read_version (const guint8 *data,
              gsize         size)
{
  g_autoptr (NidaVersion) version = nida_version_from_text ((const char *) data, size);
  g_autofree char *text = version != NULL ? nida_version_to_text (version) : NULL;
  g_autoptr (NidaVersion) again = text != NULL ? nida_version_from_text (text, strlen (text)) : NULL;
  g_autofree char *text2 = again != NULL ? nida_version_to_text (again) : NULL;

  g_assert_cmpstr (text, ==, text2);
}

static void
read_links (const guint8 *data,
            gsize         size)
{
  g_autoptr (NidaBytes) bytes = nida_bytes_new ("x", NULL);
  g_auto (NidaPageLinks) links = { 0 };

  g_assert_true (nida_bytes_append (bytes, data, size, NULL));
  nida_page_links_read (bytes, &links, NULL, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  if (size == 0)
    return 0;
  switch (data[0] % 4)
    {
    case 0:
      decode ("gzip", data + 1, size - 1);
      break;
    case 1:
      decode ("br", data + 1, size - 1);
      break;
    case 2:
      read_version (data + 1, size - 1);
      break;
    default:
      read_links (data + 1, size - 1);
    }
  return 0;
}
