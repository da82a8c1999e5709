/* Message catalogues as msgfmt writes them, read by ourselves.
 *
 * gettext speaks one language a process, told by an environment that must not change while other threads read it. Here a
 * catalogue is a value that never changes once it is read, and each thread may speak its own: a chart can be made in
 * Arabic while the window is English and a thread behind it says in English what it refused. */
#include "config.h"

#include "messages.h"

#include <string.h>

#define MAGIC 0x950412deu
#define HEADER_WORDS 5      /* magic, revision, number of messages, where their table begins, where that of the answers */

typedef struct {
  const char   *code;
  guint       (*form) (gulong n);      /* Plural-Forms of the catalogue */
  gsize         read;                  /* g_once */
  char         *data;                  /* NULL: there is none, English is spoken */
  gsize         size;
  guint32       n, messages, answers;  /* where the tables are, in bytes */
  gboolean      swapped;
} Tongue;

static guint
arabic_form (gulong n)
{
  if (n < 3)
    return (guint) n;
  if (n % 100 >= 3 && n % 100 <= 10)
    return 3;
  return n % 100 >= 11 ? 4 : 5;
}

static guint
english_form (gulong n)
{
  return n != 1;
}

enum { ENGLISH, ARABIC };

static Tongue tongues[] = {
  [ENGLISH] = { .code = "en", .form = english_form },
  [ARABIC] = { .code = "ar", .form = arabic_form },
};

static Tongue *common = &tongues[ENGLISH];
static _Thread_local const Tongue *own;      /* NULL: the common one */

/* --- reading --- */

static guint32
word_at (const Tongue *self,
         gsize         offset)
{
  guint32 word;

  memcpy (&word, self->data + offset, sizeof word);
  return self->swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

/* The @index-th text of the table at @table; its plural forms follow it, each after a NUL. */
static const char *
text_at (const Tongue *self,
         guint32       table,
         guint32       index,
         guint32      *length)
{
  gsize at = table + (gsize) index * 8;

  *length = word_at (self, at);
  return self->data + word_at (self, at + 4);
}

static gboolean
is_table_sound (const Tongue *self,
                guint32       table)
{
  if (table > self->size || self->n > (self->size - table) / 8)
    return FALSE;
  for (guint32 i = 0; i < self->n; i++)
    {
      gsize length = word_at (self, table + (gsize) i * 8), start = word_at (self, table + (gsize) i * 8 + 4);

      if (start >= self->size || length >= self->size - start || self->data[start + length] != '\0')
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_sound (Tongue *self)
{
  guint32 magic;

  if (self->size < HEADER_WORDS * 4)
    return FALSE;
  magic = word_at (self, 0);
  self->swapped = magic == GUINT32_SWAP_LE_BE (MAGIC);
  if (magic != MAGIC && !self->swapped)
    return FALSE;
  self->n = word_at (self, 8);
  self->messages = word_at (self, 12);
  self->answers = word_at (self, 16);
  return is_table_sound (self, self->messages) && is_table_sound (self, self->answers);
}

static void
read_catalogue (Tongue *self)
{
  const char *folder = g_getenv ("NIDA_LOCALE_DIR");
  g_autofree char *path = g_build_filename (folder != NULL && *folder != '\0' ? folder : NIDA_LOCALE_DIR, self->code,
                                            "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  if (g_file_get_contents (path, &self->data, &self->size, NULL) && !is_sound (self))
    g_clear_pointer (&self->data, g_free);
}

static Tongue *
find_tongue (const char *code)
{
  Tongue *self = &tongues[code != NULL && strcmp (code, "ar") == 0 ? ARABIC : ENGLISH];

  if (self != &tongues[ENGLISH] && g_once_init_enter (&self->read))
    {
      read_catalogue (self);
      g_once_init_leave (&self->read, 1);
    }
  return self;
}

/* --- speaking --- */

static const Tongue *
get_tongue (void)
{
  return own != NULL ? own : g_atomic_pointer_get (&common);
}

/* All forms of what @key is in the language, or NULL; msgfmt sorts the messages by their bytes. */
static const char *
look_up (const Tongue *self,
         const char   *key,
         guint32      *length)
{
  guint32 from = 0, to = self->data != NULL ? self->n : 0, ignored;

  while (from < to)
    {
      guint32 middle = from + (to - from) / 2;
      int order = strcmp (key, text_at (self, self->messages, middle, &ignored));

      if (order == 0)
        {
          const char *text = text_at (self, self->answers, middle, length);

          return *text != '\0' ? text : NULL;
        }
      if (order < 0)
        to = middle;
      else
        from = middle + 1;
    }
  return NULL;
}

/**
 * nida_gettext:
 * @text: in English
 *
 * Returns: (transfer none): the words in the language of the calling thread
 */
const char *
nida_gettext (const char *text)
{
  guint32 length;
  const char *found = *text != '\0' ? look_up (get_tongue (), text, &length) : NULL;

  return found != NULL ? found : text;
}

/**
 * nida_pgettext:
 * @context: which of the meanings of @text
 * @text: in English
 *
 * Returns: (transfer none): the words in the language of the calling thread
 */
const char *
nida_pgettext (const char *context,
               const char *text)
{
  const Tongue *tongue = get_tongue ();
  g_autofree char *key = tongue->data != NULL ? g_strconcat (context, "\004", text, NULL) : NULL;
  guint32 length;
  const char *found = key != NULL ? look_up (tongue, key, &length) : NULL;

  return found != NULL ? found : text;
}

/**
 * nida_ngettext:
 * @one: in English, of one
 * @many: of any other number
 * @n: how many
 *
 * Returns: (transfer none): the form for @n in the language of the calling thread
 */
const char *
nida_ngettext (const char *one,
               const char *many,
               gulong      n)
{
  const Tongue *tongue = get_tongue ();
  guint32 length;
  const char *found = look_up (tongue, one, &length);
  const char *end;

  if (found == NULL)
    return english_form (n) == 0 ? one : many;
  end = found + length;
  for (guint form = tongue->form (n); form > 0; form--)
    {
      const char *next = found + strlen (found) + 1;

      if (next > end)
        break;
      found = next;
    }
  return found;
}

void
nida_messages_set_default (const char *code)
{
  g_atomic_pointer_set (&common, find_tongue (code));
}

/**
 * nida_speech_begin:
 * @code: "ar", or anything else for English
 *
 * Until nida_speech_end() the calling thread speaks this language, whatever the others do.
 *
 * Returns: what it spoke before, for nida_speech_end()
 */
NidaSpeech
nida_speech_begin (const char *code)
{
  NidaSpeech before = { own };

  own = find_tongue (code);
  return before;
}

void
nida_speech_end (NidaSpeech *self)
{
  own = self->before;
}

const char *
nida_speech_get_code (void)
{
  return get_tongue ()->code;
}
