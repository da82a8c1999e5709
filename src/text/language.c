/* The language object: which language, digits and months, how names are picked and isolated, and how gettext follows.
 *
 * The few words that belong to numbers and dates ("billion", "undated") live in text/ and not in the catalogue: a language
 * object formats rightly whether or not its thread speaks it. */
#include "config.h"

#include "language-private.h"

#include "dictionary.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

G_DEFINE_FINAL_TYPE (NidaLanguage, nida_language, G_TYPE_OBJECT)

/* gettext's own counter of its caches, to be raised when LANGUAGE changes (gettext manual, "gettext Tips"). */
extern int _nl_msg_cat_cntr;

/* The calendar is always Gregorian (ar-SA would be Hijri) and the digits never what the version of ICU thinks. */
static const char *
locale_id (gboolean arabic,
           gboolean arab_digits)
{
  if (arabic)
    return arab_digits ? "ar-KW-u-ca-gregory-nu-arab" : "ar-KW-u-ca-gregory-nu-latn";
  return arab_digits ? "en-u-ca-gregory-nu-arab" : "en-u-ca-gregory-nu-latn";
}

static void
nida_language_finalize (GObject *object)
{
  NidaLanguage *self = NIDA_LANGUAGE (object);

  nida_language_close_collator (self);
  nida_language_close_numbers (self);
  nida_language_close_dates (self);
  g_clear_pointer (&self->regions, uldn_close);
  g_free (self->prefix);
  g_free (self->prefix_currency);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (nida_language_parent_class)->finalize (object);
}

static void
nida_language_class_init (NidaLanguageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_language_finalize;
}

static void
nida_language_init (NidaLanguage *self)
{
  g_mutex_init (&self->lock);
}

/**
 * nida_language_new:
 * @code: "ar…" is Arabic, everything else English
 * @digits: %NIDA_DIGITS_AUTO is 0-9 in Arabic too, as the UN writes
 * @months: which Arabic month names; English ignores it
 *
 * Returns: (transfer full): a language
 */
NidaLanguage *
nida_language_new (const char *code,
                   NidaDigits  digits,
                   NidaMonths  months)
{
  NidaLanguage *self = g_object_new (NIDA_TYPE_LANGUAGE, NULL);

  self->arabic = code != NULL && g_str_has_prefix (code, "ar") && !g_ascii_isalpha (code[2]);
  self->arab_digits = digits == NIDA_DIGITS_ARAB;
  self->months = months;
  self->locale = locale_id (self->arabic, self->arab_digits);
  nida_language_open_collator (self);
  return self;
}

/**
 * nida_language_get_code:
 *
 * Returns: (transfer none): "ar" or "en"
 */
const char *
nida_language_get_code (NidaLanguage *self)
{
  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), "en");

  return self->arabic ? "ar" : "en";
}

/**
 * nida_language_is_rtl:
 *
 * Returns: whether lines begin at the right; time may still run the other way
 */
gboolean
nida_language_is_rtl (NidaLanguage *self)
{
  return nida_language_is_arabic (self);
}

/**
 * nida_language_is_arabic:
 *
 * Returns: whether Arabic labels are preferred to English ones
 */
gboolean
nida_language_is_arabic (NidaLanguage *self)
{
  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), FALSE);

  return self->arabic;
}

/* gettext never looks at LANGUAGE in the C locale: where the environment names none that exists, C.UTF-8 stands in. */
static void
leave_c_locale (int category)
{
  const char *current = setlocale (category, NULL);

  if (strcmp (current, "C") != 0 && strcmp (current, "POSIX") != 0)
    return;
  current = setlocale (category, "");
  if (current == NULL || strcmp (current, "C") == 0 || strcmp (current, "POSIX") == 0)
    setlocale (category, "C.UTF-8");
}

/* GLib decides at its first translation, once for the process, whether the program speaks the user's language, and with
 * our domain in force and English active the answer is no for ever. So the question is put before the domain is set;
 * nobody else may call textdomain(). */
static void
bind_domain_once (void)
{
  static gsize bound;
  const char *folder = g_getenv ("NIDA_LOCALE_DIR");

  if (!g_once_init_enter (&bound))
    return;
  (void) g_dgettext (GETTEXT_PACKAGE, "Donor");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL && *folder != '\0' ? folder : NIDA_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_once_init_leave (&bound, 1);
}

/**
 * nida_language_activate:
 *
 * Make the program speak this language from the next call on, whatever the environment says: Nida in every thread that has
 * no language of its own, and gettext, for what the toolkit says and loads. Words are looked up in $NIDA_LOCALE_DIR (the
 * `po` folder of a build serves) or where Nida is installed. For the main thread: it changes the environment.
 */
void
nida_language_activate (NidaLanguage *self)
{
  g_return_if_fail (NIDA_IS_LANGUAGE (self));

  leave_c_locale (LC_CTYPE);
  leave_c_locale (LC_MESSAGES);
  bind_domain_once ();
  nida_messages_set_default (nida_language_get_code (self));
  if (g_strcmp0 (g_getenv ("LANGUAGE"), nida_language_get_code (self)) != 0)
    g_setenv ("LANGUAGE", nida_language_get_code (self), TRUE);
  _nl_msg_cat_cntr++;
}

/**
 * nida_language_speak:
 *
 * Make the calling thread, and no other, speak this language until the result is cleared: `g_auto (NidaSpeech) speech = …`.
 * Whatever makes texts in a language that it is given does so itself, so that nobody who asks for them can forget it.
 *
 * Returns: what the thread spoke before
 */
NidaSpeech
nida_language_speak (NidaLanguage *self)
{
  return nida_speech_begin (nida_language_get_code (self));
}

/**
 * nida_language_from_environment:
 *
 * Read LANGUAGE, LC_ALL, LC_MESSAGES and LANG in the order of gettext.
 *
 * Returns: "ar" or "en"
 */
const char *
nida_language_from_environment (void)
{
  static const char * const variables[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };

  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const char *value = g_getenv (variables[i]);
      g_auto (GStrv) wishes = NULL;

      if (value == NULL || *value == '\0')
        continue;
      wishes = g_strsplit (value, ":", -1);
      for (gsize w = 0; wishes[w] != NULL; w++)
        {
          if (g_str_has_prefix (wishes[w], "ar") && !g_ascii_isalpha (wishes[w][2]))
            return "ar";
          if (g_str_has_prefix (wishes[w], "en") && !g_ascii_isalpha (wishes[w][2]))
            return "en";
        }
      if (i > 0)
        break;
    }
  return "en";
}

gboolean
nida_text_has_rtl (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      UCharDirection direction;

      if ((guchar) *p < 0x80)
        continue;
      direction = u_charDirection ((UChar32) g_utf8_get_char (p));
      if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC || direction == U_ARABIC_NUMBER)
        return TRUE;
    }
  return FALSE;
}

/* ICU marks signs and currencies for plain text; ours stand in isolates and would carry the marks twice. */
char *
nida_utf8_from_icu (const UChar *text,
                    int32_t      length)
{
  GString *utf8 = g_string_sized_new ((gsize) length * 2);

  for (int32_t i = 0; i < length;)
    {
      UChar32 c;

      U16_NEXT (text, i, length, c);
      if (c != 0x200e && c != 0x200f && c != 0x061c)
        g_string_append_unichar (utf8, (gunichar) c);
    }
  return g_string_free (utf8, FALSE);
}

/**
 * nida_language_pick:
 *
 * Returns: (transfer none): the name in this language, neither cleaned nor isolated; "" when there is none
 */
const char *
nida_language_pick (NidaLanguage *self,
                    const char   *english,
                    const char   *arabic)
{
  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), "");

  if (self->arabic && arabic != NULL && *arabic != '\0')
    return arabic;
  if (english != NULL && *english != '\0')
    return english;
  return arabic != NULL ? arabic : "";
}

/**
 * nida_language_name:
 *
 * Returns: (transfer full): the name as it may stand in a sentence of this language; "Not stated" when there is none
 */
char *
nida_language_name (NidaLanguage *self,
                    const char   *english,
                    const char   *arabic)
{
  const char *name = nida_language_pick (self, english, arabic);

  if (*name == '\0')
    return g_strdup (self->arabic ? "غير محدد" : "Not stated");
  return nida_language_isolate (self, name);
}

/**
 * nida_language_isolate:
 * @text: a string from the data or a person: a name, a title, an address
 *
 * Returns: (transfer full): @text without stray bidi controls, in FSI…PDI where the languages may mix
 */
char *
nida_language_isolate (NidaLanguage *self,
                       const char   *text)
{
  g_autofree char *clean = NULL;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  clean = nida_name_clean (text);
  if (*clean == '\0' || (!self->arabic && !nida_text_has_rtl (clean)))
    return g_steal_pointer (&clean);
  return g_strconcat (NIDA_FSI, clean, NIDA_PDI, NULL);
}
