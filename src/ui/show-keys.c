/* One table of keys. Remotes send Page Up and Page Down, F5 or Escape, and a dot or a B for black. A letter on an Arabic keyboard
 * is found by its place. */
#include "config.h"

#include "show-keys.h"

#include <gdk/gdkkeysyms.h>

#define HELD (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)

static const NidaShowKey keys[] = {
  { GDK_KEY_Page_Down, 0, FALSE, NIDA_SHOW_NEXT },
  { GDK_KEY_KP_Page_Down, 0, FALSE, NIDA_SHOW_NEXT },
  { GDK_KEY_Next, 0, FALSE, NIDA_SHOW_NEXT },
  { GDK_KEY_space, 0, TRUE, NIDA_SHOW_NEXT },
  { GDK_KEY_Right, GDK_KEY_Left, TRUE, NIDA_SHOW_NEXT },
  { GDK_KEY_KP_Right, GDK_KEY_KP_Left, TRUE, NIDA_SHOW_NEXT },
  { GDK_KEY_Down, 0, TRUE, NIDA_SHOW_NEXT },
  { GDK_KEY_KP_Down, 0, TRUE, NIDA_SHOW_NEXT },
  { GDK_KEY_n, 0, TRUE, NIDA_SHOW_NEXT },
  { GDK_KEY_Page_Up, 0, FALSE, NIDA_SHOW_PREVIOUS },
  { GDK_KEY_KP_Page_Up, 0, FALSE, NIDA_SHOW_PREVIOUS },
  { GDK_KEY_BackSpace, 0, TRUE, NIDA_SHOW_PREVIOUS },
  { GDK_KEY_Left, GDK_KEY_Right, TRUE, NIDA_SHOW_PREVIOUS },
  { GDK_KEY_KP_Left, GDK_KEY_KP_Right, TRUE, NIDA_SHOW_PREVIOUS },
  { GDK_KEY_Up, 0, TRUE, NIDA_SHOW_PREVIOUS },
  { GDK_KEY_KP_Up, 0, TRUE, NIDA_SHOW_PREVIOUS },
  { GDK_KEY_p, 0, TRUE, NIDA_SHOW_PREVIOUS },
  { GDK_KEY_Home, 0, TRUE, NIDA_SHOW_FIRST },
  { GDK_KEY_KP_Home, 0, TRUE, NIDA_SHOW_FIRST },
  { GDK_KEY_End, 0, TRUE, NIDA_SHOW_LAST },
  { GDK_KEY_KP_End, 0, TRUE, NIDA_SHOW_LAST },
  { GDK_KEY_Return, 0, TRUE, NIDA_SHOW_ENTER },
  { GDK_KEY_KP_Enter, 0, TRUE, NIDA_SHOW_ENTER },
  { GDK_KEY_b, 0, TRUE, NIDA_SHOW_TOGGLE_BLACK },
  { GDK_KEY_period, 0, TRUE, NIDA_SHOW_TOGGLE_BLACK },
  { GDK_KEY_w, 0, TRUE, NIDA_SHOW_TOGGLE_WHITE },
  { GDK_KEY_comma, 0, TRUE, NIDA_SHOW_TOGGLE_WHITE },
  { GDK_KEY_o, 0, TRUE, NIDA_SHOW_TOGGLE_OVERVIEW },
  { GDK_KEY_l, 0, TRUE, NIDA_SHOW_TOGGLE_LANGUAGE },
  { GDK_KEY_r, 0, TRUE, NIDA_SHOW_REFRESH },
  { GDK_KEY_a, 0, TRUE, NIDA_SHOW_TOGGLE_AUTO },
  { GDK_KEY_e, 0, TRUE, NIDA_SHOW_PLEDGE },
  { GDK_KEY_s, 0, TRUE, NIDA_SHOW_SWAP },
  { GDK_KEY_f, 0, TRUE, NIDA_SHOW_FULLSCREEN },
  { GDK_KEY_F11, 0, FALSE, NIDA_SHOW_FULLSCREEN },
  { GDK_KEY_plus, 0, TRUE, NIDA_SHOW_LARGER },
  { GDK_KEY_equal, 0, TRUE, NIDA_SHOW_LARGER },
  { GDK_KEY_KP_Add, 0, TRUE, NIDA_SHOW_LARGER },
  { GDK_KEY_minus, 0, TRUE, NIDA_SHOW_SMALLER },
  { GDK_KEY_KP_Subtract, 0, TRUE, NIDA_SHOW_SMALLER },
  { GDK_KEY_Escape, 0, FALSE, NIDA_SHOW_BACK },
};

const NidaShowKey *
nida_show_keys (guint *n_keys)
{
  *n_keys = G_N_ELEMENTS (keys);
  return keys;
}

gboolean
nida_show_find_key (guint            keyval,
                    GdkModifierType  modifiers,
                    gboolean         rtl,
                    gboolean         typing,
                    NidaShowCommand *command)
{
  guint lower = gdk_keyval_to_lower (keyval);

  if ((modifiers & HELD) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      guint key = rtl && keys[i].key_rtl != 0 ? keys[i].key_rtl : keys[i].key;

      if (key != lower || (typing && keys[i].typed))
        continue;
      *command = keys[i].command;
      return TRUE;
    }
  return FALSE;
}

gboolean
nida_show_find_digit (guint            keyval,
                      GdkModifierType  modifiers,
                      gboolean         typing,
                      guint           *digit)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if (typing || (modifiers & HELD) != 0 || !g_unichar_isdigit (letter))
    return FALSE;
  *digit = (guint) g_unichar_digit_value (letter);
  return TRUE;
}

/* The command of the key in the place of @keycode on a keyboard of Latin letters. */
static gboolean
find_by_place (GdkDisplay      *display,
               guint            keycode,
               GdkModifierType  modifiers,
               gboolean         rtl,
               gboolean         typing,
               NidaShowCommand *command)
{
  g_autofree GdkKeymapKey *places = NULL;
  g_autofree guint *keyvals = NULL;
  int n = 0;

  if (!gdk_display_map_keycode (display, keycode, &places, &keyvals, &n))
    return FALSE;
  for (int i = 0; i < n; i++)
    if (places[i].level == 0 && keyvals[i] < 0x80 && nida_show_find_key (keyvals[i], modifiers, rtl, typing, command))
      return TRUE;
  return FALSE;
}

gboolean
nida_show_press (NidaShow        *show,
                 GdkDisplay      *display,
                 guint            keyval,
                 guint            keycode,
                 GdkModifierType  modifiers,
                 gboolean         typing)
{
  gboolean rtl = nida_language_is_rtl (nida_show_get_language (show));
  NidaShowCommand command;
  guint digit;

  if (nida_show_find_digit (keyval, modifiers, typing, &digit))
    {
      nida_show_type (show, digit);
      return TRUE;
    }
  if (nida_show_find_key (keyval, modifiers, rtl, typing, &command) ||
      (display != NULL && keyval > 0xff && gdk_keyval_to_unicode (keyval) != 0 &&
       find_by_place (display, keycode, modifiers, rtl, typing, &command)))
    return nida_show_run (show, command);
  return FALSE;
}

char *
nida_show_key_label (NidaShowCommand command,
                     gboolean        rtl)
{
  if (command == NIDA_SHOW_NEXT)
    return g_strdup ("PgDn");
  if (command == NIDA_SHOW_PREVIOUS)
    return g_strdup ("PgUp");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].command == command)
      {
        g_autofree char *name = g_strdup (gdk_keyval_name (rtl && keys[i].key_rtl != 0 ? keys[i].key_rtl : keys[i].key));

        return g_str_equal (name, "Escape") ? g_strdup ("Esc") : strlen (name) == 1 ? g_ascii_strup (name, -1) : g_steal_pointer (&name);
      }
  return NULL;
}
