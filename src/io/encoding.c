/* Which encoding a text is in, and whether it is a text at all. */
#include "config.h"

#include "unpack.h"

#include "json-stream.h"
#include "loader.h"
#include "translate.h"

#include <errno.h>
#include <string.h>
#include <unicode/ucsdet.h>

#define BLOCK  (64u << 10)
#define SAMPLE (1u << 20)
#define SEARCH (G_GUINT64_CONSTANT (32) << 20)   /* text outside ASCII that begins later is taken for UTF-8 */

static const struct {
  const char *magic;
  gsize       length;
  const char *kind;
} kinds[] = {
  { "\x89PNG", 4, N_("a PNG picture") },
  { "\xff\xd8\xff", 3, N_("a JPEG picture") },
  { "GIF8", 4, N_("a GIF picture") },
  { "%PDF", 4, N_("a PDF document") },
  { "\xd0\xcf\x11\xe0", 4, N_("an old Office file (xls, doc)") },
  { "SQLite format 3", 15, N_("an SQLite database") },
  { "\x7f" "ELF", 4, N_("a program") },
  { "BZh", 3, N_("a bzip2 archive") },
  { "\xfd" "7zXZ", 5, N_("an xz archive") },
  { "\x28\xb5\x2f\xfd", 4, N_("a zstd archive") },
  { "7z\xbc\xaf", 4, N_("a 7z archive") },
  { "Rar!", 4, N_("a RAR archive") },
  { "{\\rtf", 5, N_("an RTF document") },
};

static gboolean
is_white (const char *text,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

/* What text that is no table begins with. */
static const char *
name_markup (const char *text,
             gsize       length)
{
  while (length > 0 && (g_ascii_isspace (*text) || (guint8) *text >= 0x80))
    text++, length--;
  if (length >= 5 && g_ascii_strncasecmp (text, "<?xml", 5) == 0)
    return N_("an XML document");
  if (length >= 5 && (g_ascii_strncasecmp (text, "<html", 5) == 0 || g_ascii_strncasecmp (text, "<!doc", 5) == 0))
    return N_("a web page");
  if (length >= 2 && *text == '<' && (g_ascii_isalpha (text[1]) || text[1] == '!'))
    return N_("an XML document");
  return NULL;
}

/* The header is text, whatever the cells below it hold. */
static gboolean
is_binary (const char *text,
           gsize       length)
{
  const char *line_end = memchr (text, '\n', length);
  guint n = 0;

  length = line_end != NULL ? (gsize) (line_end - text) : length;
  for (gsize i = 0; i < length; i++)
    n += ((guint8) text[i] < 0x20 && !g_ascii_isspace (text[i])) || text[i] == 0x7f;
  return n > length / 10;
}

/* Is it UTF-16, by its mark or because every other byte is zero? */
static const char *
detect_utf16 (const char *text,
              gsize       length,
              gsize      *mark)
{
  gsize even = 0, odd = 0;

  *mark = 2;
  if (length >= 2 && memcmp (text, "\xff\xfe", 2) == 0)
    return "UTF-16LE";
  if (length >= 2 && memcmp (text, "\xfe\xff", 2) == 0)
    return "UTF-16BE";
  *mark = 0;
  for (gsize i = 0; i + 1 < MIN (length, 4096); i += 2)
    {
      even += text[i] == '\0';
      odd += text[i + 1] == '\0';
    }
  if (odd > MIN (length, 4096) / 5 && even == 0)
    return "UTF-16LE";
  return even > MIN (length, 4096) / 5 && odd == 0 ? "UTF-16BE" : NULL;
}

/* Is it UTF-32, by its mark or because three bytes of four are zero? */
static gboolean
is_utf32 (const char *text,
          gsize       length)
{
  gsize n = MIN (length, 4096) / 4, zero[4] = { 0 };

  if (length >= 4 && (memcmp (text, "\xff\xfe\0\0", 4) == 0 || memcmp (text, "\0\0\xfe\xff", 4) == 0))
    return TRUE;
  for (gsize i = 0; i < n * 4; i++)
    zero[i % 4] += text[i] == '\0';
  /* letters beyond U+FFFF are rare, so the highest byte is zero, and the next one, too */
  return n >= 4 && ((zero[3] == n && zero[2] == n && zero[1] > n / 2 && zero[0] == 0)
                    || (zero[0] == n && zero[1] == n && zero[2] > n / 2 && zero[3] == 0));
}

static gboolean
refuse_kind (NidaBytes   *bytes,
             const char  *kind,
             GError     **error)
{
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT,
               _("“%s” is not a table that Nida can read: it looks like %s. Save the table as CSV (UTF-8) and open "
                 "that."), nida_bytes_get_name (bytes), _(kind));
  return FALSE;
}

/**
 * nida_unpack_check:
 *
 * Returns: whether the bytes can be a text
 */
gboolean
nida_unpack_check (NidaBytes  *bytes,
                   GError    **error)
{
  char head[4096];
  gssize n = nida_bytes_read (bytes, 0, head, sizeof head, error);
  const char *markup;
  gsize mark, length;

  if (n < 0)
    return FALSE;
  length = (gsize) n;
  if (length == 0 || (nida_bytes_get_size (bytes) <= sizeof head && is_white (head, length)))
    {
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_EMPTY,
                   _("“%s” is empty. Check that it was saved or fetched completely."), nida_bytes_get_name (bytes));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length >= kinds[i].length && memcmp (head, kinds[i].magic, kinds[i].length) == 0)
      return refuse_kind (bytes, kinds[i].kind, error);
  if (is_utf32 (head, length))
    return refuse_kind (bytes, N_("text in UTF-32"), error);
  if (detect_utf16 (head, length, &mark) != NULL)
    return TRUE;
  markup = name_markup (head, length);
  if (markup != NULL)
    return refuse_kind (bytes, markup, error);
  if (is_binary (head, length))
    return refuse_kind (bytes, N_("binary data"), error);
  return TRUE;
}

/* The first byte above 127, or where the search ended. */
static gssize
find_high (NidaBytes     *bytes,
           char          *buffer,
           GCancellable  *cancellable,
           GError       **error)
{
  guint64 offset = 0;
  gssize n;

  while ((n = nida_bytes_read (bytes, offset, buffer, BLOCK, error)) > 0 && offset < SEARCH)
    {
      gssize i = 0;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return -1;
      for (; i + 8 <= n; i += 8)
        {
          guint64 word;

          memcpy (&word, buffer + i, 8);
          if (word & G_GUINT64_CONSTANT (0x8080808080808080))
            break;
        }
      for (; i < n; i++)
        if ((guint8) buffer[i] >= 0x80)
          return (gssize) offset + i;
      offset += (guint64) n;
    }
  return n < 0 ? -1 : (gssize) offset;
}

/* Is it UTF-8, perhaps damaged in a few places? */
static gboolean
is_mostly_utf8 (const char *text,
                gsize       length)
{
  const char *end = text + length;
  gsize valid = 0, invalid = 0;

  for (const char *p = text; p < end;)
    {
      gunichar c;

      if ((guint8) *p < 0x80)
        {
          p++;
          continue;
        }
      c = g_utf8_get_char_validated (p, end - p);
      if (c == (gunichar) -2)
        break;                    /* the sample cuts it */
      if (c == (gunichar) -1)
        invalid++, p++;
      else
        valid++, p = g_utf8_next_char (p);
    }
  return valid >= invalid * 4;
}

/* Arabic words are runs of bytes above 127; in Western words such bytes stand alone. */
static gboolean
has_long_runs (const char *text,
               gsize       length)
{
  gsize high = 0, runs = 0;

  for (gsize i = 0; i < length; i++)
    if ((guint8) text[i] >= 0x80)
      {
        high++;
        runs += i == 0 || (guint8) text[i - 1] < 0x80;
      }
  return runs > 0 && high >= runs * 2;
}

/* One of the encodings that table files are really in. */
static const char *
detect_charset (const char *text,
                gsize       length)
{
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch **matches;
  const char *found = has_long_runs (text, length) ? "windows-1256" : "windows-1252";
  int32_t n_matches = 0;

  ucsdet_setText (detector, text, (int32_t) length, &status);
  matches = ucsdet_detectAll (detector, &n_matches, &status);
  for (int32_t i = 0; U_SUCCESS (status) && i < n_matches; i++)
    {
      const char *name = ucsdet_getName (matches[i], &status);

      if (strcmp (name, "windows-1256") == 0 || strcmp (name, "ISO-8859-6") == 0)
        {
          found = "windows-1256";
          break;
        }
    }
  ucsdet_close (detector);
  return found;
}

static gboolean
set_bad_encoding (NidaBytes   *bytes,
                  const char  *encoding,
                  GError     **error)
{
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT,
               _("“%s” looks like %s text but is damaged. Save it as CSV (UTF-8) and open that."),
               nida_bytes_get_name (bytes), encoding);
  return FALSE;
}

/* Convert a block; units of @unit bytes that mean nothing in the encoding become U+FFFD. */
static gboolean
convert_block (GIConv       converter,
               gsize        unit,
               char        *in,
               gsize       *n_in,
               NidaBytes   *to,
               gboolean     at_end,
               GError     **error)
{
  char out[8192];
  char *from = in;

  while (*n_in > 0)
    {
      char *next = out;
      gsize room = sizeof out;
      gsize result = g_iconv (converter, &from, n_in, &next, &room);
      int errsv = errno;

      if (!nida_bytes_append (to, out, sizeof out - room, error))
        return FALSE;
      if (result != (gsize) -1 || errsv == E2BIG)
        continue;
      if (errsv == EINVAL && !at_end)
        break;
      if (!nida_bytes_append (to, "\xef\xbf\xbd", 3, error))
        return FALSE;
      from += MIN (unit, *n_in);
      *n_in -= MIN (unit, *n_in);
    }
  memmove (in, from, *n_in);
  return TRUE;
}

static NidaBytes *
convert (NidaBytes     *bytes,
         const char    *encoding,
         guint64        offset,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (NidaBytes) to = nida_bytes_new (nida_bytes_get_name (bytes), error);
  g_autofree char *in = g_malloc (BLOCK);
  GIConv converter = g_iconv_open ("UTF-8", encoding);
  gboolean ok = to != NULL;
  gsize kept = 0;
  gssize n = 1;

  if (converter == (GIConv) -1)
    {
      set_bad_encoding (bytes, encoding, error);
      return NULL;
    }
  while (ok && n > 0)
    {
      n = nida_bytes_read (bytes, offset, in + kept, BLOCK - kept, error);
      ok = n >= 0 && !g_cancellable_set_error_if_cancelled (cancellable, error);
      if (!ok)
        break;
      offset += (guint64) n;
      kept += (gsize) n;
      ok = convert_block (converter, g_str_has_prefix (encoding, "UTF-16") ? 2 : 1, in, &kept, to, n == 0, error);
    }
  g_iconv_close (converter);
  return ok && nida_bytes_check (bytes, error) ? g_steal_pointer (&to) : NULL;
}

/* The encoding of @bytes, NULL with @ok for UTF-8. */
static const char *
detect (NidaBytes     *bytes,
        gsize         *mark,
        GCancellable  *cancellable,
        gboolean      *ok,
        GError       **error)
{
  g_autofree char *sample = g_malloc (SAMPLE);
  gssize high, n;
  const char *utf16;

  *ok = FALSE;
  n = nida_bytes_read (bytes, 0, sample, 4096, error);
  if (n < 0)
    return NULL;
  utf16 = detect_utf16 (sample, (gsize) n, mark);
  if (utf16 != NULL)
    {
      *ok = TRUE;
      return utf16;
    }
  *mark = n >= 3 && memcmp (sample, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  if (*mark == 3 || nida_json_looks_like (sample, (gsize) n))      /* JSON is UTF-8, and what is not is an error */
    {
      *ok = TRUE;
      return NULL;
    }
  high = find_high (bytes, sample, cancellable, error);
  n = high < 0 ? -1 : nida_bytes_read (bytes, (guint64) high, sample, SAMPLE, error);
  *ok = n >= 0;
  if (n <= 0 || is_mostly_utf8 (sample, (gsize) n))
    return NULL;
  return detect_charset (sample, (gsize) n);
}

/**
 * nida_unpack_encoding:
 * @bytes: (transfer full)
 *
 * Returns: (transfer full) (nullable): the text in UTF-8, or %NULL with @error
 */
NidaBytes *
nida_unpack_encoding (NidaBytes     *bytes,
                      NidaText      *text,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (NidaBytes) from = bytes;
  gsize mark = 0;
  gboolean ok;

  text->encoding = detect (from, &mark, cancellable, &ok, error);
  text->start = text->encoding == NULL ? mark : 0;
  if (!ok)
    return NULL;
  if (text->encoding == NULL)
    return g_steal_pointer (&from);
  return convert (from, text->encoding, mark, cancellable, error);
}

/**
 * nida_unpack_as:
 * @bytes: (transfer full)
 * @encoding: of the text, as iconv calls it; "UTF-8" leaves @bytes as they are
 *
 * Returns: (transfer full) (nullable): the text in UTF-8, or %NULL with @error
 */
NidaBytes *
nida_unpack_as (NidaBytes     *bytes,
                const char    *encoding,
                NidaText      *text,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (NidaBytes) from = bytes;

  *text = (NidaText) { 0, NULL };
  if (g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    return g_steal_pointer (&from);
  text->encoding = g_intern_string (encoding);
  return convert (from, encoding, 0, cancellable, error);
}
