/* Rows of a damaged SQLite file (https://www.sqlite.org/fileformat.html). First the cells of the leaves that say that they are
 * leaves of tables; then, on pages that nothing whole was found to need, every offset at which a row of ours begins. */
#include "config.h"

#include "store-pages.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TABLE_LEAF  0x0d
#define FILE_HEADER 100
#define MAX_PAYLOAD (256u << 20)

typedef struct {
  int              fd;
  gsize            page_size;
  guint            n_pages;
  guint8          *page;        /* the one that is looked at */
  guint8          *whole;       /* of each page: a row of ours needs it */
  GByteArray      *payload;
  GArray          *chain;       /* guint: overflow pages of the payload */
  NidaPageRowFunc  func;
  gpointer         data;
} Scan;

/* --- bytes --- */

static guint
get_2 (const guint8 *at)
{
  return (guint) at[0] << 8 | at[1];
}

static guint
get_4 (const guint8 *at)
{
  return get_2 (at) << 16 | get_2 (at + 2);
}

/* How many bytes the number takes, 0 where it runs over @end. */
static gsize
get_varint (const guint8 *at,
            const guint8 *end,
            guint64      *number)
{
  *number = 0;
  for (gsize i = 0; i < 9 && at + i < end; i++)
    {
      if (i == 8)
        {
          *number = *number << 8 | at[i];
          return 9;
        }
      *number = *number << 7 | (at[i] & 0x7f);
      if ((at[i] & 0x80) == 0)
        return i + 1;
    }
  return 0;
}

static gboolean
read_page (Scan   *scan,
           guint   number,
           guint8 *page)
{
  return pread (scan->fd, page, scan->page_size, (off_t) ((guint64) (number - 1) * scan->page_size)) == (gssize) scan->page_size;
}

/* --- a payload --- */

/* How much of a payload is on the page of its cell. */
static gsize
get_local (gsize page_size,
           gsize payload)
{
  gsize most = page_size - 35, least = (page_size - 12) * 32 / 255 - 23;
  gsize local = least + (payload >= least ? (payload - least) % (page_size - 4) : 0);

  return payload <= most ? payload : local <= most ? local : least;
}

static gboolean
follow_chain (Scan  *scan,
              guint  next,
              gsize  missing)
{
  g_autofree guint8 *page = g_malloc (scan->page_size);

  while (missing > 0)
    {
      gsize length = MIN (missing, scan->page_size - 4);

      if (next < 2 || next > scan->n_pages || !read_page (scan, next, page))
        return FALSE;
      g_array_append_val (scan->chain, next);
      g_byte_array_append (scan->payload, page + 4, (guint) length);
      missing -= length;
      next = get_4 (page);
    }
  return TRUE;
}

/* --- a record --- */

static gint64
get_number (const guint8 *at,
            gsize         size)
{
  guint64 number = size > 0 && (at[0] & 0x80) != 0 ? G_MAXUINT64 : 0;

  for (gsize i = 0; i < size; i++)
    number = number << 8 | at[i];
  return (gint64) number;
}

/* The size of a value of the type, and what it is: 0 for one that none of our rows has. */
static char
get_type (guint64  type,
          gsize   *size)
{
  static const guint8 sizes[] = { 0, 1, 2, 3, 4, 6, 8 };

  *size = type < G_N_ELEMENTS (sizes) ? sizes[type] : type >= 12 ? (gsize) ((type - 12) / 2) : 0;
  if (type == 0)
    return 'n';
  if (type <= 6 || type == 8 || type == 9)
    return 'i';
  return type < 12 ? 0 : type % 2 == 0 ? 'b' : 't';
}

/* Which values a payload has, from the part of it that holds their types. @total: bytes that it must come to. */
static gboolean
read_types (NidaPageRow  *row,
            const guint8 *record,
            gsize         size,
            gsize         total)
{
  guint64 header, type;
  gsize at = get_varint (record, record + size, &header), sum = (gsize) header;

  if (at == 0 || header > size || header < at)
    return FALSE;
  for (row->n_values = 0; at < header; row->n_values++)
    {
      NidaPageValue *value = &row->values[row->n_values];
      gsize n = get_varint (record + at, record + header, &type);

      if (n == 0 || row->n_values == NIDA_PAGE_MAX_VALUES || type > 2u * MAX_PAYLOAD)
        return FALSE;
      value->type = get_type (type, &value->size);
      value->number = type == 9 ? 1 : 0;
      if (value->type == 0)
        return FALSE;
      sum += value->size;
      at += n;
    }
  return sum == total && row->n_values >= 4;
}

static void
read_values (NidaPageRow  *row,
             const guint8 *record)
{
  guint64 header;
  const guint8 *at;

  get_varint (record, record + 9, &header);
  at = record + header;
  for (guint i = 0; i < row->n_values; i++)
    {
      NidaPageValue *value = &row->values[i];

      value->data = at;
      if (value->type == 'i' && value->size > 0)
        value->number = get_number (at, value->size);
      at += value->size;
    }
}

/* --- a cell --- */

static void
mark (Scan  *scan,
      guint  number)
{
  scan->whole[number] = TRUE;
  for (guint i = 0; i < scan->chain->len; i++)
    scan->whole[g_array_index (scan->chain, guint, i)] = TRUE;
}

/* Is there a row of ours at @offset of the page? */
static gboolean
read_cell (Scan     *scan,
           guint     number,
           gsize     offset,
           gboolean  live)
{
  const guint8 *at = scan->page + offset, *end = scan->page + scan->page_size;
  NidaPageRow row = { .live = live };
  guint64 payload, rowid;
  gsize n = get_varint (at, end, &payload), m = n > 0 ? get_varint (at + n, end, &rowid) : 0;
  gsize local;

  if (m == 0 || payload < 5 || payload > MAX_PAYLOAD)
    return FALSE;
  at += n + m;
  local = get_local (scan->page_size, (gsize) payload);
  if ((gsize) (end - at) < local + (local < payload ? 4 : 0) || !read_types (&row, at, local, (gsize) payload))
    return FALSE;
  row.rowid = (gint64) rowid;
  g_byte_array_set_size (scan->payload, 0);
  g_array_set_size (scan->chain, 0);
  g_byte_array_append (scan->payload, at, (guint) local);
  if (local < payload && !follow_chain (scan, get_4 (at + local), (gsize) payload - local))
    return FALSE;
  /* So that a varint at the end of a hostile record is not read beyond it */
  g_byte_array_append (scan->payload, (const guint8 *) "\0\0\0\0\0\0\0\0\0", 9);
  read_values (&row, scan->payload->data);
  if (!scan->func (&row, scan->data))
    return FALSE;
  mark (scan, number);
  return TRUE;
}

/* --- the file --- */

static void
read_leaf (Scan  *scan,
           guint  number)
{
  gsize start = number == 1 ? FILE_HEADER : 0;
  guint n = get_2 (scan->page + start + 3);

  if (scan->page[start] != TABLE_LEAF)
    return;
  for (guint i = 0; i < n && start + 8 + 2 * i + 2 <= scan->page_size; i++)
    {
      gsize offset = get_2 (scan->page + start + 8 + 2 * i);

      if (offset < scan->page_size)
        read_cell (scan, number, offset, TRUE);
    }
}

static void
read_anywhere (Scan  *scan,
               guint  number)
{
  for (gsize offset = 0; offset < scan->page_size; offset++)
    read_cell (scan, number, offset, FALSE);
}

/* A leaf of which some rows are whole and others are not is looked through again too: rows may come twice. */
static void
scan_all (Scan *scan)
{
  for (guint number = 1; number <= scan->n_pages; number++)
    if (read_page (scan, number, scan->page))
      read_leaf (scan, number);
  for (guint number = 1; number <= scan->n_pages; number++)
    if (read_page (scan, number, scan->page) && (!scan->whole[number] || scan->page[0] == TABLE_LEAF))
      read_anywhere (scan, number);
}

static gboolean
is_page_size (gsize size)
{
  return size >= 512 && size <= 65536 && (size & (size - 1)) == 0;
}

/* The file tells it twice: as such, and by how many pages it has. */
static gsize
get_page_size (int   fd,
               gsize file_size)
{
  guint8 head[FILE_HEADER];
  gsize size, n;

  if (pread (fd, head, sizeof head, 0) != FILE_HEADER)
    return 4096;
  size = get_2 (head + 16) == 1 ? 65536 : get_2 (head + 16);
  n = get_4 (head + 28);
  if (n > 0 && file_size % n == 0 && is_page_size (file_size / n))
    return file_size / n;
  return is_page_size (size) ? size : 4096;
}

static void
scan_with (Scan  *scan,
           gsize  page_size,
           gsize  size)
{
  scan->page_size = page_size;
  scan->n_pages = (guint) MIN (size / page_size, G_MAXUINT - 1);
  scan->page = g_malloc (page_size);
  scan->whole = g_malloc0 ((gsize) scan->n_pages + 1);
  scan_all (scan);
  g_free (scan->page);
  g_free (scan->whole);
}

gboolean
nida_store_scan_pages (const char      *path,
                       NidaPageRowFunc  func,
                       gpointer         data)
{
  Scan scan = { .fd = open (path, O_RDONLY | O_CLOEXEC), .func = func, .data = data };
  struct stat info;

  if (scan.fd < 0)
    return FALSE;
  scan.payload = g_byte_array_new ();
  scan.chain = g_array_new (FALSE, FALSE, sizeof (guint));
  if (fstat (scan.fd, &info) == 0)
    scan_with (&scan, get_page_size (scan.fd, (gsize) info.st_size), (gsize) info.st_size);
  g_byte_array_unref (scan.payload);
  g_array_unref (scan.chain);
  close (scan.fd);
  return TRUE;
}
