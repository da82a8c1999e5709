/* Finding the few bytes that matter in a block of CSV, 16 at a time where the machine can. */
#pragma once

#include <glib.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

G_BEGIN_DECLS

/* Bytes that may be read (never written) beyond the last one that a scan is about. */
#define NIDA_CSV_PADDING 64

/* The next delimiter, quote, line feed or carriage return from @text on. There must be one (a sentinel). @high gets a
 * bit set when a byte above 127 was met on the way; it may stand shortly after the found one. */
static inline const char *
nida_csv_scan_plain (const char *text,
                     char        delimiter,
                     guint      *high)
{
#ifdef __SSE2__
  const __m128i d = _mm_set1_epi8 (delimiter);
  const __m128i q = _mm_set1_epi8 ('"');
  const __m128i n = _mm_set1_epi8 ('\n');
  const __m128i r = _mm_set1_epi8 ('\r');

  for (;;)
    {
      __m128i bytes = _mm_loadu_si128 ((const __m128i *) text);
      __m128i hit = _mm_or_si128 (_mm_or_si128 (_mm_cmpeq_epi8 (bytes, d), _mm_cmpeq_epi8 (bytes, q)),
                                  _mm_or_si128 (_mm_cmpeq_epi8 (bytes, n), _mm_cmpeq_epi8 (bytes, r)));
      int mask = _mm_movemask_epi8 (hit);

      *high |= (guint) _mm_movemask_epi8 (bytes);
      if (mask != 0)
        return text + __builtin_ctz ((guint) mask);
      text += 16;
    }
#else
  for (;; text++)
    {
      *high |= ((guint8) *text) & 0x80;
      if (*text == delimiter || *text == '"' || *text == '\n' || *text == '\r')
        return text;
    }
#endif
}

/* The next quote from @text on; there must be one (a sentinel). @lines counts the line feeds before it, @returns gets a
 * bit set when a carriage return was met. */
static inline const char *
nida_csv_scan_quoted (const char *text,
                      guint      *high,
                      guint      *lines,
                      guint      *returns)
{
#ifdef __SSE2__
  const __m128i q = _mm_set1_epi8 ('"');
  const __m128i n = _mm_set1_epi8 ('\n');
  const __m128i r = _mm_set1_epi8 ('\r');

  for (;;)
    {
      __m128i bytes = _mm_loadu_si128 ((const __m128i *) text);
      guint quotes = (guint) _mm_movemask_epi8 (_mm_cmpeq_epi8 (bytes, q));
      guint feeds = (guint) _mm_movemask_epi8 (_mm_cmpeq_epi8 (bytes, n));

      *high |= (guint) _mm_movemask_epi8 (bytes);
      *returns |= (guint) _mm_movemask_epi8 (_mm_cmpeq_epi8 (bytes, r));
      if (quotes != 0)
        feeds &= (quotes & -quotes) - 1;
      if (feeds != 0)
        *lines += (guint) __builtin_popcount (feeds);
      if (quotes != 0)
        return text + __builtin_ctz (quotes);
      text += 16;
    }
#else
  for (;; text++)
    {
      *high |= ((guint8) *text) & 0x80;
      *returns |= *text == '\r';
      *lines += *text == '\n';
      if (*text == '"')
        return text;
    }
#endif
}

/* What a stretch of a file holds: enough to know, at its end, whether a quoted cell is open and which line it is. */
typedef struct {
  guint64 quotes;
  guint64 lines;      /* line feeds, and carriage returns that none follows */
  char    last;       /* the last byte seen; a pair of CR and LF may be cut between two stretches */
} NidaCsvCount;

void nida_csv_count (NidaCsvCount *count, const char *text, gsize length);

G_END_DECLS
