/* How everything looks and speaks right now: language, digits, months, theme, time direction and text size. */
#include "config.h"

#include "look.h"

#include "ui-shell.h"

#define RESOURCES "/org/nida/Nida/"

struct _NidaLook
{
  GObject            parent_instance;

  GSettings         *settings;
  NidaLanguage      *language;
  NidaMeasurer      *measurer;
  NidaTextMasks     *masks;
  GtkCssProvider    *colors;
  NidaColorScheme    scheme;        /* what the desktop says */
  gboolean           desktop_dark;  /* what the toolkit's settings said at the start */
  char              *desktop_theme;
  NidaTheme          theme;
  char              *environment;   /* the language that it asked for: the one that is spoken writes itself there */
  GHashTable        *own;           /* key → value: of a document, instead of the setting */
};

enum { LANGUAGE_CHANGED, CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaLook, nida_look, G_TYPE_OBJECT)

static NidaDigits
parse_digits (const char *nick)
{
  return g_str_equal (nick, "latn") ? NIDA_DIGITS_LATN : g_str_equal (nick, "arab") ? NIDA_DIGITS_ARAB : NIDA_DIGITS_AUTO;
}

static NidaDigits
read_digits (GSettings *settings)
{
  g_autofree char *nick = g_settings_get_string (settings, "digits");

  return parse_digits (nick);
}

static NidaMonths
read_months (GSettings *settings)
{
  g_autofree char *nick = g_settings_get_string (settings, "months");

  return g_str_equal (nick, "levant") ? NIDA_MONTHS_LEVANT : g_str_equal (nick, "both") ? NIDA_MONTHS_BOTH : NIDA_MONTHS_GULF;
}

static gboolean
names_contrast (const char *theme)
{
  g_autofree char *folded = theme != NULL ? g_ascii_strdown (theme, -1) : g_strdup ("");

  return strstr (folded, "highcontrast") != NULL || g_str_has_suffix (folded, "-hc") || strstr (folded, "-hc-") != NULL;
}

/* A document may be light or dark; it never takes away the contrast that a person needs. */
static NidaTheme
choose_theme (NidaLook *self)
{
  g_autofree char *set = g_settings_get_string (self->settings, "theme"), *nick = nida_look_dup_choice (self, "theme");

  if (g_str_equal (set, "contrast") || (g_str_equal (set, "auto") && names_contrast (self->desktop_theme)))
    return NIDA_THEME_CONTRAST;
  if (g_str_equal (nick, "light"))
    return NIDA_THEME_LIGHT;
  if (g_str_equal (nick, "dark"))
    return NIDA_THEME_DARK;
  if (self->scheme != NIDA_SCHEME_NO_PREFERENCE)
    return self->scheme == NIDA_SCHEME_DARK ? NIDA_THEME_DARK : NIDA_THEME_LIGHT;
  return self->desktop_dark ? NIDA_THEME_DARK : NIDA_THEME_LIGHT;
}

/* GTK reads its theme again at each setting, even of the same value. */
static void
set_toolkit_theme (gboolean    dark,
                   const char *name)
{
  GtkSettings *toolkit = gtk_settings_get_default ();
  gboolean present_dark;
  g_autofree char *present_name = NULL;

  g_object_get (toolkit, "gtk-application-prefer-dark-theme", &present_dark, "gtk-theme-name", &present_name, NULL);
  if (present_dark != dark)
    g_object_set (toolkit, "gtk-application-prefer-dark-theme", dark, NULL);
  if (g_strcmp0 (present_name, name) != 0)
    g_object_set (toolkit, "gtk-theme-name", name, NULL);
}

static void
apply_theme (NidaLook *self)
{
  static const char * const files[] = {
    [NIDA_THEME_LIGHT] = RESOURCES "colors-light.css",
    [NIDA_THEME_DARK] = RESOURCES "colors-dark.css",
    [NIDA_THEME_CONTRAST] = RESOURCES "colors-contrast.css",
  };

  self->theme = choose_theme (self);
  set_toolkit_theme (self->theme == NIDA_THEME_DARK,
                     self->theme == NIDA_THEME_CONTRAST ? "Default-hc" : self->desktop_theme);
  gtk_css_provider_load_from_resource (self->colors, files[self->theme]);
}

static void
apply_language (NidaLook *self)
{
  g_autofree char *code = NULL, *digits = NULL;

  g_clear_object (&self->language);
  g_clear_object (&self->measurer);
  code = nida_look_dup_choice (self, "language");
  digits = nida_look_dup_choice (self, "digits");
  self->language = nida_language_new (code, parse_digits (digits), read_months (self->settings));
  self->measurer = nida_pango_measurer_new (nida_language_is_arabic (self->language));
  nida_language_activate (self->language);
  gtk_widget_set_default_direction (nida_language_is_rtl (self->language) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

/* What a person chooses goes before what a document has. */
static void
language_setting_cb (NidaLook   *self,
                     const char *key)
{
  g_hash_table_remove (self->own, key);
  apply_language (self);
  g_signal_emit (self, signals[LANGUAGE_CHANGED], 0);
}

static void
theme_setting_cb (NidaLook *self)
{
  apply_theme (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
theme_chosen_cb (NidaLook   *self,
                 const char *key)
{
  g_hash_table_remove (self->own, key);
  theme_setting_cb (self);
}

static void
drawing_setting_cb (NidaLook   *self,
                    const char *key)
{
  g_hash_table_remove (self->own, key);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
color_scheme_cb (NidaColorScheme scheme,
                 gpointer        user_data)
{
  NidaLook *self = user_data;

  if (self->scheme == scheme)
    return;
  self->scheme = scheme;
  theme_setting_cb (self);
}

static void
nida_look_dispose (GObject *object)
{
  NidaLook *self = NIDA_LOOK (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->own, g_hash_table_unref);
  g_clear_pointer (&self->environment, g_free);
  g_clear_object (&self->language);
  g_clear_pointer (&self->masks, nida_text_masks_free);
  g_clear_object (&self->measurer);
  g_clear_object (&self->colors);
  g_clear_pointer (&self->desktop_theme, g_free);
  G_OBJECT_CLASS (nida_look_parent_class)->dispose (object);
}

static void
nida_look_class_init (NidaLookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_look_dispose;
  signals[LANGUAGE_CHANGED] = g_signal_new ("language-changed", NIDA_TYPE_LOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", NIDA_TYPE_LOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
load_style (NidaLook *self)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  self->colors = gtk_css_provider_new ();
  apply_theme (self);
  gtk_css_provider_load_from_resource (style, RESOURCES "style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->colors), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (style), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), RESOURCES "icons");
}

static void
nida_look_init (NidaLook *self)
{
  static const char * const language_keys[] = { "language", "digits", "months" };
  static const char * const drawing_keys[] = { "time-direction", "fiscal-year-start" };
  GtkSettings *toolkit = gtk_settings_get_default ();

  self->settings = g_settings_new (NIDA_APP_ID);
  self->environment = g_strdup (nida_language_from_environment ());
  self->own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_object_get (toolkit, "gtk-application-prefer-dark-theme", &self->desktop_dark,
                "gtk-theme-name", &self->desktop_theme, NULL);
  self->desktop_dark |= self->desktop_theme != NULL && g_str_has_suffix (self->desktop_theme, "-dark");
  apply_language (self);
  load_style (self);
  for (guint i = 0; i < G_N_ELEMENTS (language_keys); i++)
    {
      g_autofree char *signal = g_strconcat ("changed::", language_keys[i], NULL);

      g_signal_connect_swapped (self->settings, signal, G_CALLBACK (language_setting_cb), self);
    }
  for (guint i = 0; i < G_N_ELEMENTS (drawing_keys); i++)
    {
      g_autofree char *signal = g_strconcat ("changed::", drawing_keys[i], NULL);

      g_signal_connect_swapped (self->settings, signal, G_CALLBACK (drawing_setting_cb), self);
    }
  g_signal_connect_swapped (self->settings, "changed::theme", G_CALLBACK (theme_chosen_cb), self);
  g_signal_connect_object (toolkit, "notify::gtk-xft-dpi", G_CALLBACK (drawing_setting_cb), self, G_CONNECT_SWAPPED);
  nida_shell_watch_color_scheme (color_scheme_cb, self);
}

NidaLanguage *
nida_look_read_language (GSettings *settings)
{
  g_autofree char *code = g_settings_get_string (settings, "language");

  return nida_language_new (*code != '\0' ? code : nida_language_from_environment (), read_digits (settings), read_months (settings));
}

/**
 * nida_look_make_language:
 * @code: "en" or "ar"
 *
 * Returns: (transfer full): that language with the digits and months that the person chose
 */
NidaLanguage *
nida_look_make_language (NidaLook   *self,
                         const char *code)
{
  g_autofree char *digits = nida_look_dup_choice (self, "digits");

  return nida_language_new (code, parse_digits (digits), read_months (self->settings));
}

/**
 * nida_look_get:
 *
 * Made at the first call, which must come after GTK was initialised.
 * Returns: (transfer none): the look of this program
 */
NidaLook *
nida_look_get (void)
{
  static NidaLook *look;

  if (look == NULL)
    look = g_object_new (NIDA_TYPE_LOOK, NULL);
  return look;
}

GSettings *
nida_look_get_settings (NidaLook *self)
{
  return self->settings;
}

NidaLanguage *
nida_look_get_language (NidaLook *self)
{
  return self->language;
}

NidaTextMasks *
nida_look_get_masks (NidaLook *self)
{
  if (self->masks == NULL)
    self->masks = nida_text_masks_new ();
  return self->masks;
}

NidaMeasurer *
nida_look_get_measurer (NidaLook *self)
{
  return self->measurer;
}

NidaTheme
nida_look_get_theme (NidaLook *self)
{
  return self->theme;
}

NidaTimeDirection
nida_look_get_time_direction (NidaLook *self)
{
  g_autofree char *nick = nida_look_dup_choice (self, "time-direction");

  return g_str_equal (nick, "rtl") ? NIDA_TIME_RTL : g_str_equal (nick, "follow") ? NIDA_TIME_FOLLOW : NIDA_TIME_LTR;
}

double
nida_look_get_text_scale (NidaLook *self)
{
  int dpi = 0;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / 1024.0 / 96.0, 0.75, 3.0) : 1.0;
}

guint
nida_look_get_fiscal_start (NidaLook *self)
{
  return (guint) g_settings_get_int (self->settings, "fiscal-year-start");
}

char *
nida_look_dup_choice (NidaLook   *self,
                      const char *key)
{
  const char *own = g_hash_table_lookup (self->own, key);
  g_autofree char *value = own != NULL ? g_strdup (own) : g_settings_get_string (self->settings, key);

  return *value != '\0' ? g_steal_pointer (&value) : g_strdup (self->environment);
}

void
nida_look_set_own (NidaLook   *self,
                   const char *key,
                   const char *value)
{
  g_autofree char *before = nida_look_dup_choice (self, key), *after = NULL;

  if (value != NULL)
    g_hash_table_replace (self->own, g_strdup (key), g_strdup (value));
  else
    g_hash_table_remove (self->own, key);
  after = nida_look_dup_choice (self, key);
  if (g_str_equal (before, after))
    return;
  if (g_str_equal (key, "theme"))
    {
      theme_setting_cb (self);
      return;
    }
  if (g_str_equal (key, "time-direction"))
    {
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }
  apply_language (self);
  g_signal_emit (self, signals[LANGUAGE_CHANGED], 0);
}

void
nida_look_switch_language (NidaLook *self)
{
  const char *other = nida_language_is_arabic (self->language) ? "en" : "ar";

  /* where the desk has the other one already, only the document's goes */
  nida_look_set_own (self, "language", NULL);
  if (!g_str_equal (nida_language_get_code (self->language), other))
    g_settings_set_string (self->settings, "language", other);
}
