/* The list under the entry holds each name as it is shown in the window's language, and is found by its beginning or that of any
 * of its words, in English and in Arabic. */
#include "config.h"

#include "name-entry.h"

#include "look.h"
#include "name-plain.h"
#include "translate.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

#define KEY "nida-name-entry"
#define MAX_NAMES 20000       /* more would make typing slow */
#define BOTH_SCRIPTS "gالكويتي"      /* letters that reach highest and lowest */
#define LIST_CHARS 52         /* of a name in the list; a longer one is cut in its middle, since years stand at its end */

/* What the words of a row are looked for in, and what none of them may be in: a name has a second row for its words without their
 * article, behind all first ones. */
enum { SHOWN, ENGLISH, WORDS, ELSEWHERE, N_COLUMNS };

typedef struct {
  NidaSession *session;
  NidaField    field;
  GHashTable  *english;       /* as shown, and in either language → the name of the data */
  long         longest;        /* of the list, in characters */
} Names;

static void
names_free (gpointer data)
{
  Names *self = data;

  g_object_unref (self->session);
  g_hash_table_unref (self->english);
  g_free (self);
}

static Names *
names_of (GtkEntry *entry)
{
  return g_object_get_data (G_OBJECT (entry), KEY);
}

/* As charts and tables show it: "Kuwait" / «الكويت» for "Kuwait, Government of". */
static char *
shown_name (NidaField   field,
            const char *english,
            const char *arabic)
{
  return nida_words_plain_name (nida_look_get_language (nida_look_get ()), field, english, arabic);
}

/* What is shown of two names alike is said in full of the second, and an exact name is nobody else's. */
static char *
unique_name (Names      *self,
             const char *english,
             const char *arabic)
{
  g_autofree char *shown = shown_name (self->field, english, arabic);
  const char *taken = g_hash_table_lookup (self->english, shown);

  return taken == NULL || g_str_equal (taken, english) ? g_steal_pointer (&shown) : nida_name_clean (english);
}

/* A name of the list. @length: characters */
typedef struct {
  char       *shown;
  const char *english, *arabic;
  long        length;
  int         year;           /* at its end, or 0 */
} Name;

static void
name_free (gpointer data)
{
  Name *self = data;

  g_free (self->shown);
  g_free (self);
}

static int
year_of (const char *name)
{
  gsize length = strlen (name);
  const char *end = length > 4 ? name + length - 4 : "";

  return strspn (end, "0123456789") == 4 && !g_ascii_isdigit (end[-1]) ? atoi (end) : 0;
}

static void
learn (Names      *self,
       GPtrArray  *names,
       const char *english,
       const char *arabic)
{
  Name *name = g_new (Name, 1);

  *name = (Name) { unique_name (self, english, arabic), english, arabic };
  name->length = g_utf8_strlen (name->shown, -1);
  name->year = year_of (english);
  self->longest = MAX (self->longest, name->length);
  g_ptr_array_add (names, name);
  g_hash_table_insert (self->english, g_strdup (name->shown), g_strdup (english));
  if (arabic != NULL)
    g_hash_table_insert (self->english, nida_name_clean (arabic), g_strdup (english));
}

/* Of appeals those of the newest year are meant; of other names with the same word the shortest, "Kuwait" and not a society in it. */
static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const Name *first = *(Name * const *) a, *second = *(Name * const *) b;

  if (first->year != second->year)
    return second->year - first->year;
  return first->length != second->length ? (first->length > second->length ? 1 : -1) : strcmp (first->shown, second->shown);
}

static void
add_name (GtkListStore *list,
          const Name   *name,
          gboolean      second)
{
  g_autofree char *lines = nida_names_plain ((const char *[]) { name->shown, name->english, name->arabic }, 3);
  g_autofree char *without = second ? nida_names_without_article (lines) : NULL;

  if (!second || without != NULL)
    gtk_list_store_insert_with_values (list, NULL, -1, SHOWN, name->shown, ENGLISH, name->english, WORDS, second ? without : lines,
                                       ELSEWHERE, second ? lines : NULL, -1);
}

static GtkListStore *
list_names (Names *self)
{
  GtkListStore *list = gtk_list_store_new (N_COLUMNS, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  NidaDataset *dataset = nida_session_get_dataset (self->session);
  NidaDictionary *dictionary = dataset != NULL ? nida_dataset_get_dictionary (dataset, self->field) : NULL;
  guint32 size = dictionary != NULL ? MIN (nida_dictionary_get_size (dictionary), MAX_NAMES) : 0;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (name_free);

  for (guint32 code = 1; code <= size; code++)
    g_hash_table_insert (self->english, g_strdup (nida_dictionary_get_name (dictionary, code)),
                         g_strdup (nida_dictionary_get_name (dictionary, code)));
  for (guint32 code = 1; code <= size; code++)
    {
      guint n;

      if (nida_dictionary_get_members (dictionary, code, &n) == NULL)
        learn (self, names, nida_dictionary_get_name (dictionary, code), nida_dictionary_get_arabic (dictionary, code));
    }
  g_ptr_array_sort (names, compare_names);
  for (gboolean second = FALSE; second <= TRUE; second++)
    for (guint i = 0; i < names->len; i++)
      add_name (list, names->pdata[i], second);
  return list;
}

/* The beginning of any word, or of several that follow each other. Who types «كويت» means «الكويت» where nothing else begins so. */
static gboolean
match_cb (GtkEntryCompletion *completion,
          const char         *key,
          GtkTreeIter        *iter,
          gpointer            user_data)
{
  g_autofree char *words = NULL, *elsewhere = NULL, *wanted = nida_name_plain (key);

  gtk_tree_model_get (gtk_entry_completion_get_model (completion), iter, WORDS, &words, ELSEWHERE, &elsewhere, -1);
  return words != NULL && nida_names_begun (words, wanted) && (elsewhere == NULL || !nida_names_begun (elsewhere, wanted));
}

/* A row that GTK measures before it knows how wide the list is has no more than the three dots of a cut name to measure, which are
 * lower than Arabic letters. @layout: of the list's font. */
static void
heighten_row (GtkCellRenderer *cell,
              PangoLayout     *layout)
{
  int height, pad;

  pango_layout_set_text (layout, BOTH_SCRIPTS, -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_cell_renderer_get_padding (cell, NULL, &pad);
  gtk_cell_renderer_set_fixed_size (cell, -1, height + 2 * pad);
}

/* The list of GTK is as wide as the entry, in which several names would be cut to the same words, or as narrow as it can be. What its
 * letters need is known when the entry has its style. */
static void
fit_list (GtkWidget *entry)
{
  GtkEntryCompletion *completion = gtk_entry_get_completion (GTK_ENTRY (entry));
  g_autoptr (GList) cells = gtk_cell_layout_get_cells (GTK_CELL_LAYOUT (completion));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (entry, "n");
  int width;

  gtk_entry_completion_set_popup_set_width (completion, FALSE);
  pango_layout_get_pixel_size (layout, &width, NULL);
  for (GList *cell = cells; cell != NULL; cell = cell->next)
    {
      g_object_set (cell->data, "ellipsize", PANGO_ELLIPSIZE_MIDDLE, NULL);
      heighten_row (cell->data, layout);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (entry); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && GTK_IS_SCROLLED_WINDOW (gtk_popover_get_child (GTK_POPOVER (child))))
      gtk_widget_set_size_request (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (gtk_popover_get_child (GTK_POPOVER (child)))),
                                   (int) MIN (names_of (GTK_ENTRY (entry))->longest + 1, LIST_CHARS) * width, -1);
}

/* A name that is longer than the entry is read from its beginning when the keys have left. */
static void
left_cb (GtkEventControllerFocus *controller,
         GtkEditable             *entry)
{
  gtk_editable_set_position (entry, 0);
}

GtkWidget *
nida_name_entry_new (NidaSession *session,
                     NidaField    field)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autoptr (GtkEntryCompletion) completion = gtk_entry_completion_new ();
  Names *self = g_new0 (Names, 1);
  g_autoptr (GtkListStore) list = NULL;
  GtkEventController *focus;

  self->session = g_object_ref (session);
  self->field = field;
  self->english = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  list = list_names (self);
  g_object_set_data_full (G_OBJECT (entry), KEY, self, names_free);
  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (list));
  gtk_entry_completion_set_text_column (completion, SHOWN);
  gtk_entry_completion_set_match_func (completion, match_cb, NULL, NULL);
  gtk_entry_completion_set_popup_single_match (completion, TRUE);
  gtk_entry_set_completion (GTK_ENTRY (entry), completion);
  g_signal_connect (entry, "map", G_CALLBACK (fit_list), NULL);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), entry);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

char *
nida_name_entry_dup (GtkEntry *entry)
{
  g_autofree char *text = nida_name_clean (gtk_editable_get_text (GTK_EDITABLE (entry)));
  const char *english = g_hash_table_lookup (names_of (entry)->english, text);

  return english != NULL ? g_strdup (english) : g_steal_pointer (&text);
}

void
nida_name_entry_set (GtkEntry   *entry,
                     const char *english)
{
  Names *self = names_of (entry);
  NidaDataset *dataset = nida_session_get_dataset (self->session);
  NidaDictionary *dictionary = dataset != NULL ? nida_dataset_get_dictionary (dataset, self->field) : NULL;
  guint32 code = dictionary != NULL && english != NULL ? nida_dictionary_lookup (dictionary, english, -1) : 0;
  g_autofree char *shown = code != 0 ? unique_name (self, english, nida_dictionary_get_arabic (dictionary, code)) : NULL;

  /* what does not lead back to the name stands for another one, or for none */
  if (shown == NULL || g_strcmp0 (g_hash_table_lookup (self->english, shown), english) != 0)
    {
      g_free (shown);
      shown = nida_name_clean (english != NULL ? english : "");
    }
  /* nobody typed it: the list of names would lie over the form */
  gtk_entry_completion_set_popup_completion (gtk_entry_get_completion (entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (entry), shown);
  gtk_entry_completion_set_popup_completion (gtk_entry_get_completion (entry), TRUE);
}

gboolean
nida_name_entry_knows (GtkEntry *entry)
{
  g_autofree char *text = nida_name_clean (gtk_editable_get_text (GTK_EDITABLE (entry)));

  return g_hash_table_contains (names_of (entry)->english, text);
}

char *
nida_name_entry_dup_hint (GtkEntry *entry)
{
  Names *self = names_of (entry);
  NidaLocalEngine *engine = nida_session_get_engine (self->session);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_auto (GStrv) nearest = NULL;
  g_autofree char *name = NULL;

  if (engine == NULL || *text == '\0' || nida_name_entry_knows (entry))
    return NULL;
  nearest = nida_local_engine_suggest (engine, self->field, text, 1);
  if (nearest == NULL || nearest[0] == NULL)
    return NULL;
  name = nida_language_isolate (nida_look_get_language (nida_look_get ()), nearest[0]);
  /* Translators: a name that was typed is not in the data; %s is the one that is most like it */
  return g_strdup_printf (_("A new name. The most similar one is %s."), name);
}
