/* One line a pair of families, from the overlaps of the load report. */
#include "config.h"

#include "source-overlaps.h"

#include "dataset-overlap.h"
#include "look.h"
#include "translate.h"
#include "ui-shell.h"
#include "words.h"

#define MAX_NAMES 2

typedef struct {
  char   *families[2];
  char   *donors;      /* some of them, as the report names them */
  guint64 rows;
} Pair;

struct _NidaSourceOverlaps
{
  GtkWidget    parent_instance;

  NidaSession *session;
  GtkWidget   *box;
  GArray      *pairs;      /* Pair */
};

G_DEFINE_FINAL_TYPE (NidaSourceOverlaps, nida_source_overlaps, GTK_TYPE_WIDGET)

static NidaLanguage *
language (void)
{
  return nida_look_get_language (nida_look_get ());
}

static void
pair_clear (gpointer data)
{
  Pair *pair = data;

  g_free (pair->families[0]);
  g_free (pair->families[1]);
  g_free (pair->donors);
}

/* --- pairs --- */

static void
add_problem (NidaSourceOverlaps *self,
             NidaReport         *report,
             const NidaProblem  *problem)
{
  const char *first = nida_overlaps_get_family (nida_report_get_source (report, problem->source2));
  const char *second = nida_overlaps_get_family (nida_report_get_source (report, problem->source));
  Pair pair;

  for (guint i = 0; i < self->pairs->len; i++)
    {
      Pair *known = &g_array_index (self->pairs, Pair, i);

      if (!g_str_equal (known->families[0], first) || !g_str_equal (known->families[1], second))
        continue;
      known->rows += problem->count;
      return;
    }
  pair = (Pair) { { g_strdup (first), g_strdup (second) }, nida_words_found (language (), problem), problem->count };
  g_array_append_val (self->pairs, pair);
}

static void
find_pairs (NidaSourceOverlaps *self,
            NidaReport         *report)
{
  g_array_set_size (self->pairs, 0);
  for (guint i = 0; i < nida_report_get_n_problems (report); i++)
    if (nida_report_get_problem (report, i)->kind == NIDA_PROBLEM_OVERLAP)
      add_problem (self, report, nida_report_get_problem (report, i));
}

static gboolean
is_of_family (NidaSession *session,
              const char  *input,
              const char  *family)
{
  guint source = nida_session_find_source (session, input);
  const NidaSourceInfo *info = source != G_MAXUINT ? nida_report_get_source (nida_dataset_get_report (nida_session_get_dataset (session)), source)
                                                   : NULL;

  return info != NULL && !info->is_rates && g_str_equal (nida_overlaps_get_family (info), family);
}

/* --- words --- */

/* "a.csv and b.csv", the first few. */
static char *
family_words (NidaSourceOverlaps *self,
              const char         *family)
{
  NidaReport *report = nida_dataset_get_report (nida_session_get_dataset (self->session));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  for (guint i = 0; i < nida_report_get_n_sources (report); i++)
    {
      const NidaSourceInfo *info = nida_report_get_source (report, i);
      g_autofree char *clean = NULL;

      if (info->is_rates || !g_str_equal (nida_overlaps_get_family (info), family) || n++ >= MAX_NAMES)
        continue;
      clean = nida_words_source (info);
      g_ptr_array_add (names, nida_language_name (language (), clean, NULL));
    }
  if (n > MAX_NAMES)
    g_ptr_array_add (names, nida_words_count (language (), NIDA_FIELD_SOURCE, n - MAX_NAMES));
  g_ptr_array_add (names, NULL);
  return nida_language_list (language (), (const char * const *) names->pdata);
}

static void
choose_cb (GtkButton          *button,
           NidaSourceOverlaps *self)
{
  guint choice = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "nida-choice"));

  nida_source_overlaps_choose (self, choice / 2, choice % 2);
}

static GtkWidget *
make_button (NidaSourceOverlaps *self,
             guint               choice,
             const char         *names)
{
  /* Translators: a button; %s are one or two files: "Count Only fts.csv" */
  g_autofree char *words = g_strdup_printf (_("Count Only %s"), names);
  GtkWidget *button = gtk_button_new (), *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_button_set_child (GTK_BUTTON (button), label);
  nida_shell_set_tooltip (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (button), "nida-choice", GUINT_TO_POINTER (choice));
  g_signal_connect (button, "clicked", G_CALLBACK (choose_cb), self);
  return button;
}

static GtkWidget *
make_line (NidaSourceOverlaps *self,
           guint               index)
{
  const Pair *pair = &g_array_index (self->pairs, Pair, index);
  g_autofree char *first = family_words (self, pair->families[0]), *second = family_words (self, pair->families[1]);
  g_autofree char *rows = nida_words_count (language (), NIDA_FIELD_SOURCE_ROW, pair->rows);
  g_autofree char *donors = nida_language_name (language (), pair->donors, NULL);
  /* Translators: files of two kinds, then some donors and a number of rows of the second one */
  g_autofree char *words = g_strdup_printf (_("%1$s and %2$s hold money of the same donors in the same years (%3$s; %4$s). Both are counted; if it is the same money, count only one of them."),
                                            first, second, donors, rows);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);

  nida_shell_set_label (GTK_LABEL (label), words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  nida_shell_wrap (GTK_LABEL (label));
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (buttons), make_button (self, index * 2, first));
  gtk_box_append (GTK_BOX (buttons), make_button (self, index * 2 + 1, second));
  gtk_box_append (GTK_BOX (line), buttons);
  gtk_widget_add_css_class (line, "nida-overlap");
  return line;
}

static void
show (NidaSourceOverlaps *self)
{
  GtkWidget *child;

  if (nida_session_get_dataset (self->session) == NULL)
    return;
  find_pairs (self, nida_dataset_get_report (nida_session_get_dataset (self->session)));
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < self->pairs->len; i++)
    gtk_box_append (GTK_BOX (self->box), make_line (self, i));
  gtk_widget_set_visible (GTK_WIDGET (self), self->pairs->len > 0);
}

guint
nida_source_overlaps_get_n (NidaSourceOverlaps *self)
{
  return self->pairs->len;
}

void
nida_source_overlaps_choose (NidaSourceOverlaps *self,
                             guint               pair,
                             guint               side)
{
  const char * const *inputs = nida_session_get_inputs (self->session);
  g_autoptr (GPtrArray) on = g_ptr_array_new ();
  const char *other;

  g_return_if_fail (pair < self->pairs->len && side < 2);

  other = g_array_index (self->pairs, Pair, pair).families[1 - side];
  for (guint i = 0; inputs[i] != NULL; i++)
    if (!nida_filter_set_is_off (nida_session_get_filters (self->session), inputs[i]) && !is_of_family (self->session, inputs[i], other))
      g_ptr_array_add (on, (gpointer) inputs[i]);
  g_ptr_array_add (on, NULL);
  nida_session_set_inputs_on (self->session, (const char * const *) on->pdata);
}

/* --- object --- */

static void
nida_source_overlaps_dispose (GObject *object)
{
  NidaSourceOverlaps *self = NIDA_SOURCE_OVERLAPS (object);

  if (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  self->box = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (nida_source_overlaps_parent_class)->dispose (object);
}

static void
nida_source_overlaps_finalize (GObject *object)
{
  g_array_unref (NIDA_SOURCE_OVERLAPS (object)->pairs);
  G_OBJECT_CLASS (nida_source_overlaps_parent_class)->finalize (object);
}

static void
nida_source_overlaps_class_init (NidaSourceOverlapsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_source_overlaps_dispose;
  G_OBJECT_CLASS (klass)->finalize = nida_source_overlaps_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nida_source_overlaps_init (NidaSourceOverlaps *self)
{
  self->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_array_set_clear_func (self->pairs, pair_clear);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
nida_source_overlaps_new (NidaSession *session)
{
  NidaSourceOverlaps *self = g_object_new (NIDA_TYPE_SOURCE_OVERLAPS, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "opened", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
