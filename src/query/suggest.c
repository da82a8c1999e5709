/* How near two names are: edit distance over plain letters (Damerau's, adjacent letters may swap), of the whole name, of
 * its beginning and of its single words, so that "Kuwayt" finds "Kuwait, Government of"; and the words that both have, so that
 * "Saudi Arabia, Government of" finds "Saudi Arabia (Kingdom of), Government of" before any other government. */
#include "config.h"

#include "suggest.h"

#include "engine.h"
#include "name-plain.h"
#include "translate.h"

#include <math.h>
#include <string.h>

#define LONGEST      64       /* letters compared */
#define MOST_WORDS   16       /* of what was typed */
#define LEAST_WORD    3       /* letters of a word that says something */
#define LEAST_WRONG   5       /* letters of a word of which one may be wrong */
#define LEAST_BEGUN   4       /* letters that are the beginning of a word */
#define EDIT          4       /* what one wrong letter costs */
#define SAME_WORDS    2       /* what other words between those that were typed cost */

/* What was typed. */
typedef struct {
  char     *plain;
  gunichar  letters[LONGEST];
  guint     n_letters;
  char    **words;
  char     *told[MOST_WORDS];    /* those that tell names apart: not "of" and "the" */
  guint     n_words;
  double    weights[MOST_WORDS]; /* of 1 altogether: a word that few names have says most */
} NidaTyped;

typedef struct {
  guint32     code;
  NidaField   field;
  guint       score;
  const char *name;              /* as it is written */
  char       *plain[2];          /* in English and Arabic, or NULL */
  guint       words[2];          /* of the typed ones, a bit each, those that stand in the name */
} NidaCandidate;

static void
candidate_clear (gpointer data)
{
  NidaCandidate *candidate = data;

  g_free (candidate->plain[0]);
  g_free (candidate->plain[1]);
}

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
  best = ends[n_name] * EDIT;
  for (guint j = 1; j < n_name; j++)
    if (!g_unichar_isalnum (name[j]) && g_unichar_isalnum (name[j - 1]))
      best = MIN (best, ends[j] * EDIT + 1);
  return best;
}

/* --- words that both have --- */

/* Is @typed the word @word: itself, its beginning, or one letter off? */
static gboolean
is_word (const char *typed,
         const char *word)
{
  gunichar a[LONGEST] = { 0 }, b[LONGEST] = { 0 };
  guint n_a = to_letters (typed, a), n_b = to_letters (word, b);
  guint ends[LONGEST + 1];

  if (strcmp (typed, word) == 0 || (n_a >= LEAST_BEGUN && g_str_has_prefix (word, typed)))
    return TRUE;
  if (MIN (n_a, n_b) < LEAST_WRONG || MAX (n_a, n_b) - MIN (n_a, n_b) > 1)
    return FALSE;
  edit_distances (a, n_a, b, n_b, ends);
  return ends[n_b] <= 1;
}

/* A bit for each of the typed words that stands in @plain. */
static guint
find_words (const NidaTyped *typed,
            const char      *plain)
{
  g_auto (GStrv) words = g_strsplit (plain, " ", -1);
  guint found = 0;

  for (guint i = 0; i < typed->n_words; i++)
    for (guint j = 0; words[j] != NULL && (found & 1u << i) == 0; j++)
      if (is_word (typed->told[i], words[j]))
        found |= 1u << i;
  return found;
}

/* "Government" stands in most names of donors and tells none of them apart. */
static void
weigh_words (NidaTyped *typed,
             GArray    *candidates)
{
  double all = 0;

  if (candidates->len == 0)
    return;
  for (guint i = 0; i < typed->n_words; i++)
    {
      guint n = 0;

      for (guint j = 0; j < candidates->len; j++)
        {
          const NidaCandidate *candidate = &g_array_index (candidates, NidaCandidate, j);

          n += ((candidate->words[0] | candidate->words[1]) & 1u << i) != 0;
        }
      typed->weights[i] = log (1 + (double) candidates->len / MAX (n, 1));
      all += typed->weights[i];
    }
  for (guint i = 0; i < typed->n_words; i++)
    typed->weights[i] /= all;
}

/* As if the letters of the words that are not there were wrong. One word alone is compared by its letters. */
static guint
score_words (const NidaTyped *typed,
             guint            found)
{
  double missing = 1;

  if (typed->n_words < 2)
    return G_MAXUINT;
  for (guint i = 0; i < typed->n_words; i++)
    if ((found & 1u << i) != 0)
      missing -= typed->weights[i];
  return SAME_WORDS + (guint) round (MAX (missing, 0) * typed->n_letters * EDIT);
}

/* --- names --- */

static gboolean
tells_something (const char *word)
{
  static const char * const small[] = { "and", "for", "the", NULL };

  return g_utf8_strlen (word, -1) >= LEAST_WORD && !g_strv_contains (small, word);
}

static void
typed_init (NidaTyped  *typed,
            const char *text)
{
  *typed = (NidaTyped) { .plain = nida_name_plain (text) };
  typed->n_letters = to_letters (typed->plain, typed->letters);
  typed->words = g_strsplit (typed->plain, " ", -1);
  for (guint i = 0; typed->words[i] != NULL && typed->n_words < MOST_WORDS; i++)
    if (tells_something (typed->words[i]))
      typed->told[typed->n_words++] = typed->words[i];
}

static void
typed_clear (NidaTyped *typed)
{
  g_free (typed->plain);
  g_strfreev (typed->words);
}

/* Lower is nearer. Names that begin with what was typed or contain it are near, whatever their length. */
static guint
score_letters (const NidaTyped *typed,
               const char      *plain)
{
  gunichar name[LONGEST] = { 0 };
  guint n_name = to_letters (plain, name);
  guint best = score_from (typed->letters, typed->n_letters, name, n_name);

  for (guint i = 1; i + 1 < n_name; i++)
    if (g_unichar_isalnum (name[i]) && !g_unichar_isalnum (name[i - 1]))
      best = MIN (best, score_from (typed->letters, typed->n_letters, name + i, n_name - i) + 2);
  if (typed->n_letters >= 2 && g_str_has_prefix (plain, typed->plain))
    best = MIN (best, 1);
  else if (typed->n_letters >= 3 && strstr (plain, typed->plain) != NULL)
    best = MIN (best, 3);
  return best;
}

static void
add_candidate (GArray          *candidates,
               const NidaTyped *typed,
               NidaField        field,
               guint32          code,
               const char      *name,
               const char      *arabic)
{
  NidaCandidate candidate = { .code = code, .field = field, .name = name };

  candidate.plain[0] = nida_name_plain (name);
  candidate.plain[1] = arabic != NULL ? nida_name_plain (arabic) : NULL;
  for (guint i = 0; i < 2; i++)
    if (candidate.plain[i] != NULL)
      candidate.words[i] = find_words (typed, candidate.plain[i]);
  g_array_append_val (candidates, candidate);
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

/* Best first. */
static void
sort_candidates (GArray    *candidates,
                 NidaTyped *typed)
{
  weigh_words (typed, candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      NidaCandidate *candidate = &g_array_index (candidates, NidaCandidate, i);

      candidate->score = G_MAXUINT;
      for (guint j = 0; j < 2; j++)
        if (candidate->plain[j] != NULL)
          candidate->score = MIN (candidate->score, MIN (score_letters (typed, candidate->plain[j]),
                                                         score_words (typed, candidate->words[j])));
    }
  g_array_sort (candidates, compare_candidates);
}

/* Keep what could be meant, at least the nearest one. */
static void
cut_candidates (GArray    *candidates,
                NidaTyped *typed,
                guint      max)
{
  guint n = 0;

  sort_candidates (candidates, typed);
  while (n < candidates->len && n < max &&
         (n == 0 || g_array_index (candidates, NidaCandidate, n).score <= MAX (2, typed->n_letters / 2) * EDIT))
    n++;
  g_array_set_size (candidates, n);
}

static GArray *
candidates_new (void)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (NidaCandidate));

  g_array_set_clear_func (candidates, candidate_clear);
  return candidates;
}

static void
add_field (GArray          *candidates,
           const NidaTyped *typed,
           NidaSheet       *sheet,
           NidaField        field)
{
  const NidaNames *names = nida_sheet_get_names (sheet, field);
  NidaDictionary *dictionary = nida_dataset_get_dictionary (sheet->dataset, field);

  for (guint32 code = 1; code <= names->size; code++)
    if (names->used[code] || nida_field_get_words (field) != NULL)
      add_candidate (candidates, typed, field, code, nida_dictionary_get_name (dictionary, code),
                     nida_dictionary_get_arabic (dictionary, code));
}

GArray *
nida_suggest_codes (NidaSheet  *sheet,
                    NidaField   field,
                    const char *text,
                    guint       max)
{
  g_autoptr (GArray) candidates = candidates_new ();
  GArray *codes = g_array_new (FALSE, FALSE, sizeof (guint32));
  NidaTyped typed;

  typed_init (&typed, text);
  add_field (candidates, &typed, sheet, field);
  cut_candidates (candidates, &typed, max);
  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (codes, g_array_index (candidates, NidaCandidate, i).code);
  typed_clear (&typed);
  return codes;
}

/* Is it among the first @n already? "Kuwait" may be a donor and a country. */
static gboolean
is_named (GArray *candidates,
          guint   n)
{
  const char *name = g_array_index (candidates, NidaCandidate, n).plain[0];

  for (guint i = 0; i < n; i++)
    if (strcmp (g_array_index (candidates, NidaCandidate, i).plain[0], name) == 0)
      return TRUE;
  return FALSE;
}

GArray *
nida_suggest_near (NidaSheet       *sheet,
                   const NidaField *fields,
                   const char      *text,
                   guint            max)
{
  g_autoptr (GArray) candidates = candidates_new ();
  GArray *near = g_array_new (FALSE, FALSE, sizeof (NidaNearName));
  NidaTyped typed;

  typed_init (&typed, text);
  for (; *fields != NIDA_FIELD_NONE; fields++)
    add_field (candidates, &typed, sheet, *fields);
  sort_candidates (candidates, &typed);
  for (guint i = 0; i < candidates->len && near->len < max; i++)
    {
      const NidaCandidate *candidate = &g_array_index (candidates, NidaCandidate, i);
      NidaNearName name = { candidate->field, candidate->code };

      if (candidate->score > MAX (1, typed.n_letters / 4) * EDIT + 3)
        break;
      if (!is_named (candidates, i))
        g_array_append_val (near, name);
    }
  typed_clear (&typed);
  return near;
}

/* @arabic: what they are called in Arabic, each or all NULL where they have no other name. */
static char **
suggest_words (const char * const *words,
               const char * const *arabic,
               const char         *text,
               guint               max)
{
  g_autoptr (GArray) candidates = candidates_new ();
  GPtrArray *found = g_ptr_array_new ();
  NidaTyped typed;

  typed_init (&typed, text);
  for (guint i = 0; words[i] != NULL; i++)
    add_candidate (candidates, &typed, NIDA_FIELD_NONE, i, words[i], arabic != NULL ? arabic[i] : NULL);
  cut_candidates (candidates, &typed, max);
  for (guint i = 0; i < candidates->len; i++)
    g_ptr_array_add (found, g_strdup (g_array_index (candidates, NidaCandidate, i).name));
  g_ptr_array_add (found, NULL);
  typed_clear (&typed);
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
