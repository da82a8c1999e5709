/* Colours in the chart editor: the one that is seen is marked, whether chosen or given by the program. */
#include "config.h"

#include "editor-hues.h"
#include "ui-support.h"

#include <string.h>

static const char gifts[] =
  "kind,year,donor,category,country,currency,amount\n"
  "paid,2022,Kuwait,Health,Yemen,USD,500000\n"
  "paid,2023,Qatar,Food,Yemen,USD,300000\n"
  "paid,2023,Oman,Food,Syria,USD,200000\n"
  "paid,2024,Oman,Health,Syria,USD,100000\n";

typedef struct { NidaWindow *window; NidaChartDraft *draft; GtkWidget *part, *holder; } Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  kind)
{
  g_autofree char *path = ui_test_write ("hues.csv", gifts);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (GPOINTER_TO_INT (kind));

  self->window = ui_test_open (path);
  spec->query->n_by = 1;
  spec->query->by[0] = (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE };
  self->draft = nida_chart_draft_new (nida_window_get_session (self->window), spec);
  self->part = nida_editor_hues_new (self->draft);
  self->holder = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->holder), self->part);
  gtk_window_present (GTK_WINDOW (self->holder));
}

static void
tear_down (Fixture       *self,
           gconstpointer  kind)
{
  gtk_window_destroy (GTK_WINDOW (self->holder));
  g_object_unref (self->draft);
  ui_test_close (self->window);
}

/* The swatch of @color in the row of @name. */
static GtkWidget *
find_swatch (GtkWidget  *root,
             const char *name,
             NidaColor   color)
{
  const char *here = g_object_get_data (G_OBJECT (root), "nida-name");

  if (here != NULL && g_str_equal (here, name) && GPOINTER_TO_INT (g_object_get_data (G_OBJECT (root), "nida-color")) == (int) color)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_swatch (child, name, color);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
count_words (GtkWidget  *root,
             const char *words)
{
  guint n = GTK_IS_LABEL (root) && gtk_widget_get_visible (root) && strcmp (gtk_label_get_text (GTK_LABEL (root)), words) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_words (child, words);
  return n;
}

/* The colour of the first bar, line or node that is called after @name. */
static NidaColor
color_in_picture (Fixture    *self,
                  const char *name)
{
  g_autoptr (NidaScene) scene = nida_chart_draft_build (self->draft, 900, 500);
  g_autofree char *key = g_strdup_printf ("/%s", name);

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);
      NidaColor color = node->fill != NIDA_COLOR_NONE ? node->fill : node->stroke;

      if (strstr (node->key, key) != NULL && color >= NIDA_COLOR_SERIES_1 && color <= NIDA_COLOR_OTHER)
        return color;
    }
  return NIDA_COLOR_NONE;
}

static gboolean
is_automatic (Fixture    *self,
              const char *name,
              NidaColor   color)
{
  return gtk_widget_has_css_class (find_swatch (self->part, name, color), "nida-automatic");
}

static void
test_automatic (Fixture       *self,
                gconstpointer  kind)
{
  static const char * const names[] = { "Health", "Food" };
  NidaColor first = color_in_picture (self, "Health"), second = color_in_picture (self, "Food"), other;
  GtkWidget *swatch;

  g_assert_cmpint (first, !=, second);
  g_assert_cmpuint (count_words (self->part, "(automatic)"), ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (NidaColor color = NIDA_COLOR_SERIES_1; color <= NIDA_COLOR_OTHER; color++)
      {
        g_assert_cmpint (is_automatic (self, names[i], color), ==, color == (i == 0 ? first : second));
        g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_swatch (self->part, names[i], color))));
      }
  for (other = NIDA_COLOR_SERIES_1; other == first || other == second;)
    other++;
  swatch = find_swatch (self->part, "Health", other);
  gtk_widget_grab_focus (swatch);
  g_signal_emit_by_name (swatch, "clicked");
  /* what is under the pointer stays there */
  g_assert_true (find_swatch (self->part, "Health", other) == swatch);
  g_assert_cmpint (color_in_picture (self, "Health"), ==, other);
  g_assert_cmpuint (count_words (self->part, "(automatic)"), ==, 1);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_swatch (self->part, "Health", other))));
  g_assert_false (is_automatic (self, "Health", first));
  g_assert_true (gtk_widget_is_focus (find_swatch (self->part, "Health", other)));
  g_signal_emit_by_name (find_swatch (self->part, "Health", other), "clicked");
  g_assert_true (is_automatic (self, "Health", color_in_picture (self, "Health")));
}

/* Shades of parts are none of the colours that can be chosen: they stand beside the name alone. */
static void
test_shades (Fixture       *self,
             gconstpointer  kind)
{
  g_assert_cmpuint (count_words (self->part, "(automatic)"), ==, 2);
  for (NidaColor color = NIDA_COLOR_SERIES_1; color <= NIDA_COLOR_OTHER; color++)
    g_assert_false (is_automatic (self, "Health", color));
}

/* A screen reader says it as well. */
static void
test_spoken (Fixture       *self,
             gconstpointer  kind)
{
  NidaColor color = color_in_picture (self, "Food");
  g_autofree char *words = g_strdup_printf ("Food: Colour %d (automatic)", color - NIDA_COLOR_SERIES_1 + 1);
  GtkWidget *swatch = find_swatch (self->part, "Food", color);

  g_assert_cmpint (color, <, NIDA_COLOR_OTHER);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (swatch), GTK_ACCESSIBLE_PROPERTY_LABEL, words);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/editor-hues/automatic/of-shades", Fixture, GINT_TO_POINTER (NIDA_CHART_WAFFLE), set_up, test_shades, tear_down);
  g_test_add ("/editor-hues/automatic/of-lines", Fixture, GINT_TO_POINTER (NIDA_CHART_LINE), set_up, test_automatic, tear_down);
  g_test_add ("/editor-hues/automatic/of-flows", Fixture, GINT_TO_POINTER (NIDA_CHART_SANKEY), set_up, test_automatic, tear_down);
  g_test_add ("/editor-hues/automatic/is-spoken", Fixture, GINT_TO_POINTER (NIDA_CHART_LINE), set_up, test_spoken, tear_down);
  return g_test_run ();
}
