/* Counting quotes and lines ahead of the reader, so that a second thread can begin in the middle of a file. */
#include "csv-scan.h"

static void
count_bytes (NidaCsvCount *count,
             const char   *text,
             gsize         length)
{
  char last = count->last;

  for (gsize i = 0; i < length; i++)
    {
      count->quotes += text[i] == '"';
      /* A CR counts where it stands; the LF right after it does not count again. */
      count->lines += text[i] == '\r' || (text[i] == '\n' && last != '\r');
      last = text[i];
    }
  count->last = last;
}

#ifdef __SSE2__

static guint64
sum_lanes (__m128i lanes)
{
  __m128i sums = _mm_sad_epu8 (lanes, _mm_setzero_si128 ());

  return (guint64) _mm_cvtsi128_si32 (sums) + (guint64) _mm_cvtsi128_si32 (_mm_srli_si128 (sums, 8));
}

/* At most 255 vectors are added per byte lane before they are summed, since a lane overflows at 256. @text[-1] must be
 * readable. */
static void
count_vectors (NidaCsvCount *count,
               const char   *text,
               gsize         n_vectors)
{
  const __m128i q = _mm_set1_epi8 ('"');
  const __m128i n = _mm_set1_epi8 ('\n');
  const __m128i r = _mm_set1_epi8 ('\r');
  __m128i quotes = _mm_setzero_si128 (), lines = _mm_setzero_si128 ();

  for (gsize i = 0; i < n_vectors; i++)
    {
      __m128i bytes = _mm_loadu_si128 ((const __m128i *) (text + i * 16));
      __m128i before = _mm_loadu_si128 ((const __m128i *) (text + i * 16 - 1));
      __m128i feeds = _mm_andnot_si128 (_mm_cmpeq_epi8 (before, r), _mm_cmpeq_epi8 (bytes, n));

      quotes = _mm_sub_epi8 (quotes, _mm_cmpeq_epi8 (bytes, q));
      lines = _mm_sub_epi8 (lines, _mm_or_si128 (feeds, _mm_cmpeq_epi8 (bytes, r)));
    }
  count->quotes += sum_lanes (quotes);
  count->lines += sum_lanes (lines);
  count->last = text[n_vectors * 16 - 1];
}

#endif

/**
 * nida_csv_count:
 * @count: what the stretches before hold; all zero at the start of a file
 *
 * Add the quotes and line ends of @length bytes.
 */
void
nida_csv_count (NidaCsvCount *count,
                const char   *text,
                gsize         length)
{
#ifdef __SSE2__
  if (length > 16)
    {
      count_bytes (count, text, 1);
      for (text++, length--; length >= 16;)
        {
          gsize n_vectors = MIN (length / 16, 255);

          count_vectors (count, text, n_vectors);
          text += n_vectors * 16;
          length -= n_vectors * 16;
        }
    }
#endif
  count_bytes (count, text, length);
}
