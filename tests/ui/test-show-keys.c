/* The whole table of keys, in both directions, and while somebody types. */
#include "config.h"

#include "show-keys.h"
#include "show-support.h"

#include <gdk/gdkkeysyms.h>

#define NONE NIDA_SHOW_N_COMMANDS

/* English, Arabic, and while a field has the focus. */
static const struct { guint key; NidaShowCommand ltr, rtl, typing; } table[] = {
  { GDK_KEY_Page_Down, NIDA_SHOW_NEXT, NIDA_SHOW_NEXT, NIDA_SHOW_NEXT },
  { GDK_KEY_Page_Up, NIDA_SHOW_PREVIOUS, NIDA_SHOW_PREVIOUS, NIDA_SHOW_PREVIOUS },
  { GDK_KEY_space, NIDA_SHOW_NEXT, NIDA_SHOW_NEXT, NONE },
  { GDK_KEY_Return, NIDA_SHOW_ENTER, NIDA_SHOW_ENTER, NONE },
  { GDK_KEY_KP_Enter, NIDA_SHOW_ENTER, NIDA_SHOW_ENTER, NONE },
  { GDK_KEY_Right, NIDA_SHOW_NEXT, NIDA_SHOW_PREVIOUS, NONE },
  { GDK_KEY_Left, NIDA_SHOW_PREVIOUS, NIDA_SHOW_NEXT, NONE },
  { GDK_KEY_Down, NIDA_SHOW_NEXT, NIDA_SHOW_NEXT, NONE },
  { GDK_KEY_Up, NIDA_SHOW_PREVIOUS, NIDA_SHOW_PREVIOUS, NONE },
  { GDK_KEY_n, NIDA_SHOW_NEXT, NIDA_SHOW_NEXT, NONE },
  { GDK_KEY_N, NIDA_SHOW_NEXT, NIDA_SHOW_NEXT, NONE },
  { GDK_KEY_p, NIDA_SHOW_PREVIOUS, NIDA_SHOW_PREVIOUS, NONE },
  { GDK_KEY_BackSpace, NIDA_SHOW_PREVIOUS, NIDA_SHOW_PREVIOUS, NONE },
  { GDK_KEY_Home, NIDA_SHOW_FIRST, NIDA_SHOW_FIRST, NONE },
  { GDK_KEY_End, NIDA_SHOW_LAST, NIDA_SHOW_LAST, NONE },
  { GDK_KEY_Escape, NIDA_SHOW_BACK, NIDA_SHOW_BACK, NIDA_SHOW_BACK },
  { GDK_KEY_b, NIDA_SHOW_TOGGLE_BLACK, NIDA_SHOW_TOGGLE_BLACK, NONE },
  { GDK_KEY_period, NIDA_SHOW_TOGGLE_BLACK, NIDA_SHOW_TOGGLE_BLACK, NONE },
  { GDK_KEY_w, NIDA_SHOW_TOGGLE_WHITE, NIDA_SHOW_TOGGLE_WHITE, NONE },
  { GDK_KEY_comma, NIDA_SHOW_TOGGLE_WHITE, NIDA_SHOW_TOGGLE_WHITE, NONE },
  { GDK_KEY_o, NIDA_SHOW_TOGGLE_OVERVIEW, NIDA_SHOW_TOGGLE_OVERVIEW, NONE },
  { GDK_KEY_l, NIDA_SHOW_TOGGLE_LANGUAGE, NIDA_SHOW_TOGGLE_LANGUAGE, NONE },
  { GDK_KEY_r, NIDA_SHOW_REFRESH, NIDA_SHOW_REFRESH, NONE },
  { GDK_KEY_a, NIDA_SHOW_TOGGLE_AUTO, NIDA_SHOW_TOGGLE_AUTO, NONE },
  { GDK_KEY_e, NIDA_SHOW_PLEDGE, NIDA_SHOW_PLEDGE, NONE },
  { GDK_KEY_s, NIDA_SHOW_SWAP, NIDA_SHOW_SWAP, NONE },
  { GDK_KEY_f, NIDA_SHOW_FULLSCREEN, NIDA_SHOW_FULLSCREEN, NONE },
  { GDK_KEY_x, NONE, NONE, NONE },
  { GDK_KEY_F1, NONE, NONE, NONE },
};

static NidaShowCommand
find (guint           key,
      GdkModifierType modifiers,
      gboolean        rtl,
      gboolean        typing)
{
  NidaShowCommand command;

  return nida_show_find_key (key, modifiers, rtl, typing, &command) ? command : NONE;
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_assert_cmpint (find (table[i].key, 0, FALSE, FALSE), ==, table[i].ltr);
      g_assert_cmpint (find (table[i].key, 0, TRUE, FALSE), ==, table[i].rtl);
      g_assert_cmpint (find (table[i].key, 0, FALSE, TRUE), ==, table[i].typing);
    }
}

/* Ctrl+R reads the files again, Alt+Left goes back: a key that is held with others is not the show's. */
static void
test_held (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_assert_cmpint (find (table[i].key, GDK_CONTROL_MASK, FALSE, FALSE), ==, NONE);
      g_assert_cmpint (find (table[i].key, GDK_ALT_MASK, FALSE, FALSE), ==, NONE);
    }
  g_assert_cmpint (find (GDK_KEY_B, GDK_SHIFT_MASK | GDK_LOCK_MASK, FALSE, FALSE), ==, NIDA_SHOW_TOGGLE_BLACK);
}

/* Each key does one thing in each direction. */
static void
test_unique (void)
{
  guint n;
  const NidaShowKey *keys = nida_show_keys (&n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      {
        g_assert_true (keys[i].key != keys[j].key || keys[i].command == keys[j].command);
        g_assert_true ((keys[i].key_rtl != 0) == (keys[j].key_rtl != 0) || keys[i].key != keys[j].key);
      }
}

static void
test_digits (void)
{
  static const struct { guint key, digit; } digits[] = {
    { GDK_KEY_0, 0 }, { GDK_KEY_7, 7 }, { GDK_KEY_KP_3, 3 }, { 0x1000665, 5 },      /* ٥ */
  };
  guint digit;

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    {
      g_assert_true (nida_show_find_digit (digits[i].key, 0, FALSE, &digit));
      g_assert_cmpuint (digit, ==, digits[i].digit);
      g_assert_false (nida_show_find_digit (digits[i].key, 0, TRUE, &digit));
      g_assert_false (nida_show_find_digit (digits[i].key, GDK_ALT_MASK, FALSE, &digit));
    }
}

static void
test_press (void)
{
  g_autoptr (TestSlides) slides = test_slides_new ();
  gint64 clock = 0;
  g_autoptr (NidaShow) show = test_show_new (slides, &clock);

  g_assert_true (nida_show_press (show, NULL, GDK_KEY_3, 0, 0, FALSE));
  g_assert_true (nida_show_press (show, NULL, GDK_KEY_Return, 0, 0, FALSE));
  g_assert_cmpuint (nida_show_get_slide (show), ==, 2);
  g_assert_true (nida_show_press (show, NULL, GDK_KEY_l, 0, 0, FALSE));
  g_assert_true (nida_show_press (show, NULL, GDK_KEY_Left, 0, 0, FALSE));
  g_assert_cmpuint (nida_show_get_slide (show), ==, 3);
  g_assert_false (nida_show_press (show, NULL, GDK_KEY_p, 0, 0, TRUE));
  g_assert_cmpuint (nida_show_get_slide (show), ==, 3);
}

static void
test_labels (void)
{
  static const struct { NidaShowCommand command; const char *label; } labels[] = {
    { NIDA_SHOW_NEXT, "PgDn" }, { NIDA_SHOW_PREVIOUS, "PgUp" }, { NIDA_SHOW_TOGGLE_BLACK, "B" }, { NIDA_SHOW_BACK, "Esc" },
    { NIDA_SHOW_FIRST, "Home" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *label = nida_show_key_label (labels[i].command, TRUE);

      g_assert_cmpstr (label, ==, labels[i].label);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/show-keys/every-key", test_table);
  g_test_add_func ("/show-keys/held-with-others-they-are-not-the-shows", test_held);
  g_test_add_func ("/show-keys/one-meaning-each", test_unique);
  g_test_add_func ("/show-keys/digits-of-any-script", test_digits);
  g_test_add_func ("/show-keys/pressed", test_press);
  g_test_add_func ("/show-keys/names-on-buttons", test_labels);
  return g_test_run ();
}
