/* Names of the data that are near to what was typed and is in no list; what only the filters leave out is not offered, since the
 * search would not find it either. */
#include "config.h"

#include "near-names.h"

#include "form.h"
#include "look.h"
#include "name-plain.h"
#include "translate.h"
#include "ui-shell.h"
#include "words.h"

#define MAX_NAMES  3
#define MAX_ASKED 12      /* a donor, a country and a recipient may be shown by one name */

struct _NidaNearNames
{
  GtkWidget    parent_instance;

  GtkWidget   *words;
  GtkWidget   *names;
  NidaSession *session;
  char        *text;       /* what is said to be nowhere, or NULL */
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaNearNames, nida_near_names, GTK_TYPE_WIDGET)

static void
clicked_cb (GtkWidget     *button,
            NidaNearNames *self)
{
  g_autofree char *shown = g_strdup (g_object_get_data (G_OBJECT (button), "nida-name"));

  g_signal_emit (self, signals[CHOSEN], 0, shown);
}

static void
add_name (NidaNearNames *self,
          const char    *shown)
{
  GtkWidget *label = nida_shell_new_label (shown, NULL), *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "nida-link");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  nida_shell_set_tooltip (button, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
  g_object_set_data_full (G_OBJECT (button), "nida-name", g_strdup (shown), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self->names), button);
}

static gboolean
is_offered (NidaNearNames *self,
            const char    *shown)
{
  for (GtkWidget *button = gtk_widget_get_first_child (self->names); button != NULL; button = gtk_widget_get_next_sibling (button))
    if (g_str_equal (g_object_get_data (G_OBJECT (button), "nida-name"), shown))
      return TRUE;
  return FALSE;
}

/* How many names are offered. */
static guint
add_names (NidaNearNames   *self,
           const NidaField *fields,
           const char      *text)
{
  NidaLocalEngine *engine = nida_session_get_engine (self->session);
  g_autoptr (GArray) near = engine != NULL ? nida_local_engine_suggest_near (engine, fields, text, MAX_ASKED) : g_array_new (FALSE, FALSE, 1);
  g_autofree char *wanted = nida_name_plain (text);
  guint n = 0;

  for (guint i = 0; i < near->len && n < MAX_NAMES; i++)
    {
      const NidaNearName *name = &g_array_index (near, NidaNearName, i);
      NidaDictionary *dictionary = nida_dataset_get_dictionary (nida_local_engine_get_dataset (engine), name->field);
      const char *english = nida_dictionary_get_name (dictionary, name->code), *arabic = nida_dictionary_get_arabic (dictionary, name->code);
      g_autofree char *shown = nida_words_plain_name (nida_look_get_language (nida_look_get ()), (int) name->field, english, arabic);
      g_autofree char *lines = nida_names_plain ((const char *[]) { english, arabic, shown }, 3);

      if (nida_names_found (lines, wanted) || is_offered (self, shown))
        continue;
      add_name (self, shown);
      n++;
    }
  return n;
}

void
nida_near_names_show (NidaNearNames   *self,
                      const NidaField *fields,
                      const char      *text)
{
  g_autofree char *isolated = nida_language_isolate (nida_look_get_language (nida_look_get ()), text), *words = NULL;
  guint n;

  if (g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  nida_form_clear (self->names);
  n = add_names (self, fields, text);
  /* Translators: below the search of the filter panel: %s was typed and no name has it; the names that may have been meant follow,
   * each in a line */
  words = n > 0 ? g_strdup_printf (_("Nothing is called “%s”. Did you mean:"), isolated)
                /* Translators: below the search of the filter panel: %s was typed and no name has it */
                : g_strdup_printf (_("Nothing is called “%s”."), isolated);
  nida_shell_set_label (GTK_LABEL (self->words), words);
  gtk_widget_set_visible (self->names, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
nida_near_names_hide (NidaNearNames *self)
{
  g_clear_pointer (&self->text, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
nida_near_names_dispose (GObject *object)
{
  NidaNearNames *self = NIDA_NEAR_NAMES (object);

  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->names, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (nida_near_names_parent_class)->dispose (object);
}

static void
nida_near_names_class_init (NidaNearNamesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_near_names_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", NIDA_TYPE_NEAR_NAMES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
nida_near_names_init (NidaNearNames *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  self->words = nida_shell_new_words ("", "nida-subtitle");
  self->names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  gtk_widget_set_parent (self->names, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida-near");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
nida_near_names_new (NidaSession *session)
{
  NidaNearNames *self = g_object_new (NIDA_TYPE_NEAR_NAMES, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
