/* How near two names are: edit distance over folded letters (Damerau's, adjacent letters may swap), of the whole name, of
 * its beginning and of its single words, so that "Kuwayt" finds "Kuwait, Government of". */
#include "config.h"

#include "suggest.h"

#include "engine.h"
#include "translate.h"

#include <string.h>

#define LONGEST 64       /* letters compared */

typedef struct {
  guint32     code;
  guint       score;
  const char *name;
} NidaCandidate;

static guint
to_letters (const char *text,
            gunichar   *letters)
{
  guint n = 0;

  for (const char *p = text; *p != '\0' && n < LONGEST; p = g_utf8_next_char (p))
    letters[n++] = g_utf8_get_char (p);
  return n;
}

/* Distances of @a to every beginning of @b: @ends[j] is that to its first j letters. */
static void
edit_distances (const gunichar *a,
                guint           n_a,
                const gunichar *b,
                guint           n_b,
                guint          *ends)
{
  guint rows[3][LONGEST + 1];
  guint *before = rows[0], *last = rows[1], *now = rows[2];

  for (guint j = 0; j <= n_b; j++)
    last[j] = j;
  for (guint i = 1; i <= n_a; i++)
    {
      guint *oldest = before;

      now[0] = i;
      for (guint j = 1; j <= n_b; j++)
        {
          guint cost = a[i - 1] == b[j - 1] ? 0 : 1;

          now[j] = MIN (MIN (last[j] + 1, now[j - 1] + 1), last[j - 1] + cost);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            now[j] = MIN (now[j], before[j - 2] + 1);
        }
      before = last;
      last = now;
      now = oldest;
    }
  memcpy (ends, last, (n_b + 1) * sizeof *ends);
}

/* Of one word and what follows: the whole counts as it is, a beginning that ends with a word costs a little more. */
static guint
score_from (const gunichar *text,
            guint           n_text,
            const gunichar *name,
            guint           n_name)
{
  guint ends[LONGEST + 1];
  guint best;

  edit_distances (text, n_text, name, n_name, ends);
  best = ends[n_name] * 4;
  for (guint j = 1; j < n_name; j++)
    if (!g_unichar_isalnum (name[j]) && g_unichar_isalnum (name[j - 1]))
      best = MIN (best, ends[j] * 4 + 1);
  return best;
}

/* Lower is nearer. Names that begin with @text or contain it are near, whatever their length. */
static guint
score_name (const char     *folded_text,
            const gunichar *text,
            guint           n_text,
            const char     *folded_name)
{
  gunichar name[LONGEST] = { 0 };
  guint n_name = to_letters (folded_name, name);
  guint best = score_from (text, n_text, name, n_name);

  for (guint i = 1; i + 1 < n_name; i++)
    if (g_unichar_isalnum (name[i]) && !g_unichar_isalnum (name[i - 1]))
      best = MIN (best, score_from (text, n_text, name + i, n_name - i) + 2);
  if (n_text >= 2 && g_str_has_prefix (folded_name, folded_text))
    best = MIN (best, 1);
  else if (n_text >= 3 && strstr (folded_name, folded_text) != NULL)
    best = MIN (best, 3);
  return best;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const NidaCandidate *one = a, *other = b;

  if (one->score != other->score)
    return one->score < other->score ? -1 : 1;
  if (strlen (one->name) != strlen (other->name))
    return strlen (one->name) < strlen (other->name) ? -1 : 1;
  return strcmp (one->name, other->name);
}

/* Keep what could be meant, at least the nearest one. */
static void
cut_candidates (GArray *candidates,
                guint   n_letters,
                guint   max)
{
  guint n = 0;

  g_array_sort (candidates, compare_candidates);
  while (n < candidates->len && n < max &&
         (n == 0 || g_array_index (candidates, NidaCandidate, n).score <= MAX (2, n_letters / 2) * 4))
    n++;
  g_array_set_size (candidates, n);
}

GArray *
nida_suggest_codes (NidaSheet  *sheet,
                    NidaField   field,
                    const char *text,
                    guint       max)
{
  const NidaNames *names = nida_sheet_get_names (sheet, field);
  NidaDictionary *dictionary = nida_dataset_get_dictionary (sheet->dataset, field);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (NidaCandidate));
  g_autofree char *folded = nida_name_fold (text);
  gunichar letters[LONGEST] = { 0 };
  guint n_letters = to_letters (folded, letters);
  GArray *codes = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 code = 1; code <= names->size; code++)
    {
      const char *arabic = nida_dictionary_get_arabic (dictionary, code);
      NidaCandidate candidate = { code, 0, names->folded[code] };

      if (!names->used[code] && nida_field_get_words (field) == NULL)
        continue;
      candidate.score = score_name (folded, letters, n_letters, names->folded[code]);
      if (arabic != NULL)
        {
          g_autofree char *folded_arabic = nida_name_fold (arabic);

          candidate.score = MIN (candidate.score, score_name (folded, letters, n_letters, folded_arabic));
        }
      g_array_append_val (candidates, candidate);
    }
  cut_candidates (candidates, n_letters, max);
  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (codes, g_array_index (candidates, NidaCandidate, i).code);
  return codes;
}

/* @arabic: what they are called in Arabic, each or all NULL where they have no other name. */
static char **
suggest_words (const char * const *words,
               const char * const *arabic,
               const char         *text,
               guint               max)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (NidaCandidate));
  g_autofree char *folded = nida_name_fold (text);
  gunichar letters[LONGEST] = { 0 };
  guint n_letters = to_letters (folded, letters);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = nida_name_fold (words[i]);
      g_autofree char *other = arabic != NULL && arabic[i] != NULL ? nida_name_fold (arabic[i]) : NULL;
      NidaCandidate candidate = { i, score_name (folded, letters, n_letters, word), words[i] };

      if (other != NULL)
        candidate.score = MIN (candidate.score, score_name (folded, letters, n_letters, other));
      g_array_append_val (candidates, candidate);
    }
  cut_candidates (candidates, n_letters, max);
  for (guint i = 0; i < candidates->len; i++)
    g_ptr_array_add (found, g_strdup (g_array_index (candidates, NidaCandidate, i).name));
  g_ptr_array_add (found, NULL);
  return (char **) g_ptr_array_free (found, FALSE);
}

char **
nida_suggest_words (const char * const *words,
                    const char         *text,
                    guint               max)
{
  return suggest_words (words, NULL, text, max);
}

char **
nida_suggest_places (const NidaPlaces *places,
                     const char       *text,
                     guint             max)
{
  const char *names[NIDA_MOST_PLACES + 1] = { NULL }, *arabic[NIDA_MOST_PLACES + 1] = { NULL };

  for (guint i = 0; i < nida_places_get_n (places); i++)
    {
      names[i] = nida_places_get_name (places, i + 1);
      arabic[i] = nida_places_get_arabic (places, i + 1);
    }
  return suggest_words (names, arabic, text, max);
}

char **
nida_suggest_names (NidaSheet  *sheet,
                    NidaField   field,
                    const char *text,
                    guint       max)
{
  NidaDictionary *dictionary = nida_dataset_get_dictionary (sheet->dataset, field);
  g_autoptr (GArray) codes = nida_suggest_codes (sheet, field, text, max);
  char **names = g_new0 (char *, codes->len + 1);

  for (guint i = 0; i < codes->len; i++)
    names[i] = g_strdup (nida_dictionary_get_name (dictionary, g_array_index (codes, guint32, i)));
  return names;
}

void
nida_suggest_error (GError             **error,
                    NidaField            field,
                    const char          *text,
                    const char * const  *nearest)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; nearest != NULL && nearest[i] != NULL; i++)
    {
      g_autofree char *name = nida_name_clean (nearest[i]);

      /* Translators: a name in quotation marks, one of a list of such names */
      g_string_append_printf (names, _("%s“%s”"), i == 0 ? "" : " · ", name);
    }
  if (names->len == 0)
    g_set_error (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_UNKNOWN_VALUE,
                 /* Translators: the name of a field ("donor") as on the command line, then the value */
                 _("No row has “%2$s” as %1$s."), nida_field_get_name (field), text);
  else
    g_set_error (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_UNKNOWN_VALUE,
                 /* Translators: the name of a field ("donor"), the value, then the nearest names in quotation marks */
                 _("No row has “%2$s” as %1$s. The nearest: %3$s."), nida_field_get_name (field), text, names->str);
}
