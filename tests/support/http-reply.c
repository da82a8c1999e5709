/* The ways of misbehaving, written byte by byte, since a proper server refuses to misbehave. */
#include "http-reply.h"

#include <brotli/encode.h>
#include <string.h>
#include <zlib.h>

static gboolean
send_bytes (NidaHttpReply *reply,
            const void    *data,
            gsize          length)
{
  return g_output_stream_write_all (reply->out, data, length, NULL, NULL, NULL);
}

static gboolean
send_text (NidaHttpReply *reply,
           const char    *text)
{
  return send_bytes (reply, text, strlen (text));
}

static void
send_status (NidaHttpReply *reply,
             const char    *status,
             const char    *headers)
{
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 %s\r\n%sConnection: close\r\nContent-Length: 0\r\n\r\n", status,
                                           headers);

  send_text (reply, head);
}

static void
send_with_length (NidaHttpReply *reply,
                  const char    *headers,
                  gsize          announced,
                  const void    *data,
                  gsize          length)
{
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 200 OK\r\n%sConnection: close\r\nContent-Length: %" G_GSIZE_FORMAT
                                           "\r\n\r\n", headers, announced);

  send_text (reply, head);
  send_bytes (reply, data, length);
}

/* Chunks of at most 64 bytes, and the end unless it is cut. */
static void
send_chunked (NidaHttpReply *reply,
              const char    *headers,
              const char    *data,
              gsize          length,
              gboolean       end)
{
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 200 OK\r\n%sConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n",
                                           headers);

  send_text (reply, head);
  for (gsize i = 0; i < length; i += 64)
    {
      gsize n = MIN (64, length - i);
      g_autofree char *size = g_strdup_printf ("%x\r\n", (guint) n);

      send_text (reply, size);
      send_bytes (reply, data + i, n);
      send_text (reply, "\r\n");
    }
  if (end)
    send_text (reply, "0\r\n\r\n");
}

static gboolean
pause_for (NidaHttpReply *reply,
           guint          milliseconds)
{
  for (guint i = 0; i < milliseconds; i += 20)
    {
      if (g_atomic_int_get (reply->stopping))
        return FALSE;
      g_usleep (20000);
    }
  return TRUE;
}

static void
send_drip (NidaHttpReply *reply)
{
  const char *body = reply->body;

  send_text (reply, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1000000\r\n\r\n");
  for (gsize i = 0; pause_for (reply, 100); i = (i + 1) % strlen (body))
    if (!send_bytes (reply, body + i, 1))
      return;
}

static GByteArray *
gzip (const void *data,
      gsize       length)
{
  GByteArray *out = g_byte_array_new ();
  z_stream stream = { 0 };

  deflateInit2 (&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  g_byte_array_set_size (out, (guint) deflateBound (&stream, length) + 64);
  stream.next_in = (Bytef *) data;
  stream.avail_in = (uInt) length;
  stream.next_out = out->data;
  stream.avail_out = out->len;
  deflate (&stream, Z_FINISH);
  g_byte_array_set_size (out, (guint) stream.total_out);
  deflateEnd (&stream);
  return out;
}

static void
send_brotli (NidaHttpReply *reply,
             gboolean       cut)
{
  gsize length = strlen (reply->body);
  gsize size = BrotliEncoderMaxCompressedSize (length);
  g_autofree char *packed = g_malloc (size);

  BrotliEncoderCompress (5, 22, BROTLI_MODE_TEXT, length, (const guint8 *) reply->body, &size, (guint8 *) packed);
  send_chunked (reply, "Content-Encoding: br\r\n", packed, cut ? size / 2 : size, TRUE);
}

static void
send_bomb (NidaHttpReply *reply)
{
  gsize length = 100 << 20;
  g_autofree char *zeros = g_malloc0 (length);
  g_autoptr (GByteArray) packed = gzip (zeros, length);

  send_with_length (reply, "Content-Encoding: gzip\r\n", packed->len, packed->data, packed->len);
}

static void
send_redirect (NidaHttpReply *reply,
               const char    *location)
{
  g_autofree char *header = location == NULL ? g_strdup ("") : g_strdup_printf ("Location: %s\r\n", location);

  send_status (reply, "302 Found", header);
}

/* The value of the header @name, which ends with ": ". */
static gboolean
has_header (NidaHttpReply *reply,
            const char    *name,
            const char    *value)
{
  g_autofree char *line = g_strdup_printf ("\r\n%s%s\r\n", name, value);

  return strstr (reply->request, line) != NULL;
}

static void
send_plain (NidaHttpReply *reply,
            const char    *headers)
{
  send_with_length (reply, headers, strlen (reply->body), reply->body, strlen (reply->body));
}

/* Fewer bytes a second than anybody should wait for, but never silence. */
static void
send_slowly (NidaHttpReply *reply)
{
  send_text (reply, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1000000\r\n\r\n");
  while (pause_for (reply, 20))
    if (!send_text (reply, "paid,2024,Kuwait,1\n"))
      return;
}

/* A good beginning, then silence. */
static void
send_and_stall (NidaHttpReply *reply)
{
  g_autofree char *lines = g_strnfill (32 << 10, '\n');

  send_text (reply, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1000000\r\n\r\n");
  if (send_text (reply, lines))
    pause_for (reply, 60000);
}

/* A cookie, to be brought along by nobody. */
static void
send_cookie (NidaHttpReply *reply)
{
  send_status (reply, "302 Found", "Set-Cookie: who=n0body; Path=/\r\nLocation: /plain/data.csv\r\n");
}

/* The number after the first part of the path. */
static guint
get_number (const char *path,
            guint       index)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  return g_strv_length (parts) > index ? (guint) g_ascii_strtoull (parts[index], NULL, 10) : 0;
}

static void
send_busy (NidaHttpReply *reply,
           const char    *path)
{
  g_autofree char *after = g_strdup_printf ("Retry-After: %u\r\n", get_number (path, 3));

  if (reply->count < get_number (path, 2))
    send_status (reply, "429 Too Many Requests", after);
  else
    send_plain (reply, "");
}

static void
send_busy_until (NidaHttpReply *reply)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) later = g_date_time_add_hours (now, 1);
  g_autofree char *after = g_date_time_format (later, "Retry-After: %a, %d %b %Y %H:%M:%S GMT\r\n");

  send_status (reply, "429 Too Many Requests", after);
}

static void
send_flaky (NidaHttpReply *reply,
            const char    *path)
{
  if (reply->count < get_number (path, 2))
    send_status (reply, "503 Service Unavailable", "");
  else
    send_plain (reply, "");
}

static void
send_unless_held (NidaHttpReply *reply,
                  const char    *header,
                  const char    *condition,
                  const char    *value)
{
  g_autofree char *line = g_strdup_printf ("%s%s\r\n", header, value);

  if (has_header (reply, condition, value))
    send_status (reply, "304 Not Modified", line);
  else
    send_plain (reply, line);
}

static void
send_tagged (NidaHttpReply *reply)
{
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_MD5, reply->body, -1);
  g_autofree char *tag = g_strdup_printf ("\"%s\"", checksum);

  send_unless_held (reply, "ETag: ", "If-None-Match: ", tag);
}

static gboolean
has_key (NidaHttpReply *reply,
         const char    *path)
{
  if (strstr (path, "/authorization") != NULL)
    return has_header (reply, "Authorization: ", "Bearer s3cret");
  if (strstr (path, "/subscription-key") != NULL)
    return has_header (reply, "Ocp-Apim-Subscription-Key: ", "s3cret");
  return strstr (path, "key=s3cret") != NULL;
}

static void
send_keyed (NidaHttpReply *reply,
            const char    *path)
{
  if (has_key (reply, path))
    send_plain (reply, "");
  else
    send_status (reply, strstr (path, "/keyed-403") != NULL ? "403 Forbidden" : "401 Unauthorized", "");
}

static void
send_page (NidaHttpReply *reply,
           const char    *next)
{
  g_autofree char *link = next != NULL ? g_strdup_printf (",\"nextLink\":\"%s\"", next) : g_strdup ("");
  g_autofree char *page = g_strdup_printf ("{\"status\":\"ok\",\"data\":{\"flows\":[{\"id\":\"%u\",\"amountUSD\":1,"
                                           "\"status\":\"paid\",\"date\":\"2020-01-02T00:00:00Z\"}]},\"meta\":{\"x\":1%s}}",
                                           g_random_int (), link);

  send_with_length (reply, "", strlen (page), page, strlen (page));
}

static void
send_endless (NidaHttpReply *reply,
              const char    *path)
{
  g_autofree char *next = g_strdup_printf ("/endless/%u", get_number (path, 2) + 1);

  send_page (reply, next);
}

static void
send_file (NidaHttpReply *reply)
{
  if (reply->file != NULL)
    send_with_length (reply, "", strlen (reply->file), reply->file, strlen (reply->file));
  else
    send_status (reply, "404 Not Found", "");
}

/* "/redirect/3/data.csv" leads to "/redirect/2/data.csv", and 0 to "/plain/data.csv". */
static void
send_count_down (NidaHttpReply *reply,
                 const char    *path)
{
  guint n = (guint) g_ascii_strtoull (path + strlen ("/redirect/"), NULL, 10);
  g_autofree char *next = n > 1 ? g_strdup_printf ("/redirect/%u/data.csv", n - 1) : g_strdup ("/plain/data.csv");

  send_redirect (reply, next);
}

static void
answer_with_body (NidaHttpReply *reply,
                  const char    *way)
{
  const char *body = reply->body;
  gsize length = strlen (body);
  g_autoptr (GByteArray) packed = gzip (body, length);

  if (strcmp (way, "plain") == 0)
    send_plain (reply, "");
  else if (strcmp (way, "chunked") == 0)
    send_chunked (reply, "", body, length, TRUE);
  else if (strcmp (way, "cut") == 0)
    send_chunked (reply, "", body, length - 3, FALSE);
  else if (strcmp (way, "short") == 0)
    send_with_length (reply, "", length, body, length - 3);
  else if (strcmp (way, "gzip") == 0)
    send_chunked (reply, "Content-Encoding: gzip\r\n", (const char *) packed->data, packed->len, TRUE);
  else if (strcmp (way, "cut-gzip") == 0)
    send_chunked (reply, "Content-Encoding: gzip\r\n", (const char *) packed->data, packed->len / 2, FALSE);
  else if (strcmp (way, "false-gzip") == 0)
    send_with_length (reply, "Content-Encoding: gzip\r\n", length, body, length);
  else if (strcmp (way, "brotli") == 0 || strcmp (way, "cut-brotli") == 0)
    send_brotli (reply, *way == 'c');
  else if (strcmp (way, "unpackable") == 0)
    send_plain (reply, "Content-Encoding: zstd\r\n");
  else
    send_status (reply, "404 Not Found", "");
}

static gboolean
answer_with_redirect (NidaHttpReply *reply,
                      const char    *way,
                      const char    *path)
{
  if (strcmp (way, "redirect") == 0)
    send_count_down (reply, path);
  else if (strcmp (way, "loop") == 0)
    send_redirect (reply, path);
  else if (strcmp (way, "ftp") == 0)
    send_redirect (reply, "ftp://127.0.0.1/data.csv");
  else if (strcmp (way, "user") == 0)
    send_redirect (reply, "http://me:secret@127.0.0.1/data.csv");
  else if (strcmp (way, "nowhere") == 0)
    send_redirect (reply, NULL);
  else if (strcmp (way, "cookie") == 0)
    send_cookie (reply);
  else if (strcmp (way, "away") == 0 || strcmp (way, "back") == 0)
    send_redirect (reply, reply->away);
  else
    return FALSE;
  return TRUE;
}

/* The ways of servers that are busy, that want a key or that know what is held. */
static gboolean
answer_with_state (NidaHttpReply *reply,
                   const char    *way,
                   const char    *path)
{
  if (strcmp (way, "busy") == 0)
    send_busy (reply, path);
  else if (strcmp (way, "busy-until") == 0)
    send_busy_until (reply);
  else if (strcmp (way, "flaky") == 0)
    send_flaky (reply, path);
  else if (strcmp (way, "etag") == 0)
    send_tagged (reply);
  else if (strcmp (way, "dated") == 0)
    send_unless_held (reply, "Last-Modified: ", "If-Modified-Since: ", "Mon, 05 Oct 2026 10:00:00 GMT");
  else if (strcmp (way, "keyed") == 0 || strcmp (way, "keyed-403") == 0)
    send_keyed (reply, path);
  else if (strcmp (way, "endless") == 0)
    send_endless (reply, path);
  else if (strcmp (way, "next-keyed") == 0)
    send_page (reply, "/last-keyed/?key=s3cret");
  else if (strcmp (way, "last-keyed") == 0)
    send_page (reply, NULL);
  else if (strcmp (way, "file") == 0)
    send_file (reply);
  else
    return FALSE;
  return TRUE;
}

void
nida_http_reply_answer (NidaHttpReply *reply,
                        const char    *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", 3);
  const char *way = parts[0] != NULL && parts[1] != NULL ? parts[1] : "";

  if (strcmp (way, "drip") == 0)
    send_drip (reply);
  else if (strcmp (way, "hang") == 0)
    pause_for (reply, 60000);
  else if (strcmp (way, "bomb") == 0)
    send_bomb (reply);
  else if (strcmp (way, "401") == 0)
    send_status (reply, "401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\nWWW-Authenticate: NTLM\r\n");
  else if (strcmp (way, "500") == 0)
    send_status (reply, "500 Internal Server Error", "");
  else if (strcmp (way, "403") == 0)
    send_status (reply, "403 Forbidden", "");
  else if (strcmp (way, "slow") == 0)
    send_slowly (reply);
  else if (strcmp (way, "stalls") == 0)
    send_and_stall (reply);
  else if (strcmp (way, "thinks") == 0 && pause_for (reply, 500))
    send_plain (reply, "");
  else if (!answer_with_redirect (reply, way, path) && !answer_with_state (reply, way, path))
    answer_with_body (reply, way);
}
