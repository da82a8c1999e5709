/* brush-text.c: a selection comes back as it was, or not at all. */
#include "brush-text.h"

#include <string.h>

static NidaBrush *
new_brush (void)
{
  NidaBrush *brush = g_new0 (NidaBrush, 1);

  brush->n_parts = 2;
  brush->parts[0] = (NidaBrushPart) { NIDA_FIELD_DONOR, g_strsplit ("Kuwait; x||الكويت", "|", -1), NIDA_DATE_NONE, NIDA_DATE_NONE };
  brush->parts[1] = (NidaBrushPart) { NIDA_FIELD_DATE, NULL, nida_date_new_quarter (2023, 2), nida_date_new_year (2024) };
  return brush;
}

static void
test_round_trip (void)
{
  g_autoptr (NidaBrush) brush = new_brush (), read = NULL;
  g_autofree char *text = nida_brush_to_text (brush, "GCC; [x]"), *name = NULL;
  g_autoptr (GError) error = NULL;

  read = nida_brush_from_text (text, &name, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "GCC; [x]");
  g_assert_true (nida_brush_equal (brush, read));
}

static void
test_refused (void)
{
  static const char * const texts[] = {
    "", "hello", "[Nida selection]\nname=a\n", "[Nida selection]\n[Part 1]\nfield=donor\nvalues=a;\n", "\xff",
    "[Nida selection]\nname=a\n[Part 1]\nfield=shoe\nvalues=a;\n", "[Nida selection]\nname=a\n[Part 1]\nfield=donor\nvalues=\n",
    "[Nida selection]\nname=a\n[Part 1]\nfield=date\nfrom=2024-13\nto=2025\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_null (nida_brush_from_text (texts[i], &name, &error));
      g_assert_error (error, NIDA_BRUSH_TEXT_ERROR, NIDA_BRUSH_TEXT_ERROR_NOT_A_SELECTION);
      g_assert_null (name);
    }
}

static void
test_damaged (void)
{
  g_autoptr (NidaBrush) brush = new_brush ();
  g_autofree char *text = nida_brush_to_text (brush, "GCC");
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  guint n_read = 0;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *damaged = g_strdup (text), *name = NULL;
      g_autoptr (NidaBrush) read = NULL;

      damaged[g_rand_int_range (rand, 0, (int) strlen (text))] = (char) g_rand_int_range (rand, 0, 128);
      read = nida_brush_from_text (damaged, &name, NULL);
      if (read != NULL)
        {
          g_autofree char *written = nida_brush_to_text (read, name), *again_name = NULL;
          g_autoptr (NidaBrush) again = nida_brush_from_text (written, &again_name, NULL);

          g_assert_true (nida_brush_equal (read, again));
          n_read++;
        }
    }
  g_assert_cmpuint (n_read, >, 100);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/brush-text/comes-back-as-it-was", test_round_trip);
  g_test_add_func ("/brush-text/refused-with-a-reason", test_refused);
  g_test_add_func ("/brush-text/damaged-does-no-harm", test_damaged);
  return g_test_run ();
}
