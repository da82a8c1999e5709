/* A list of all names with a check beside each. What is chosen stays so while the search hides it, and stands in full
 * below, where one of it is picked as the name that is kept. */
#include "config.h"

#include "alias-chooser.h"

#include "aliases.h"
#include "look.h"
#include "name-plain.h"
#include "text-row.h"
#include "translate.h"
#include "ui-shell.h"

#include <string.h>

enum { CELL_NAME, CELL_SHOWN, CELL_PLAIN, N_CELLS };

struct _NidaAliasChooser
{
  GtkWidget           parent_instance;

  GtkWidget          *search;
  GtkListView        *view;
  GtkLabel           *chosen_words;
  GtkWidget          *keep_words;
  GtkDropDown        *keep;
  GtkWidget          *join;

  GListStore         *rows;       /* NidaTextRow */
  GtkCustomFilter    *filter;
  GtkFilterListModel *filtered;
  GPtrArray          *chosen;     /* char*, in the order in which they were chosen */
  gboolean            showing;    /* the checks follow what is chosen, not the person */
};

enum { JOIN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaAliasChooser, nida_alias_chooser, GTK_TYPE_WIDGET)

/* --- what is chosen --- */

static gboolean
is_chosen (NidaAliasChooser *self,
           const char       *name,
           guint            *position)
{
  return g_ptr_array_find_with_equal_func (self->chosen, name, g_str_equal, position);
}

/* The row of @name, or NULL. */
static NidaTextRow *
find_row (NidaAliasChooser *self,
          const char       *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (NidaTextRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (g_str_equal (nida_text_row_get_cell (row, CELL_NAME), name))
        return row;
    }
  return NULL;
}

static const char *
shown_name (NidaAliasChooser *self,
            const char       *name)
{
  NidaTextRow *row = find_row (self, name);

  return row != NULL ? nida_text_row_get_cell (row, CELL_SHOWN) : name;
}

static void
show_chosen (NidaAliasChooser *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  guint kept = gtk_drop_down_get_selected (self->keep);

  for (guint i = 0; i < self->chosen->len; i++)
    {
      const char *shown = shown_name (self, self->chosen->pdata[i]);

      gtk_string_list_append (names, shown);
      g_string_append_printf (words, "%s%s", i > 0 ? " · " : "", shown);
    }
  nida_shell_set_label (self->chosen_words, words->len > 0 ? words->str : _("Choose two names or more."));
  gtk_drop_down_set_model (self->keep, G_LIST_MODEL (names));
  if (kept < self->chosen->len)
    gtk_drop_down_set_selected (self->keep, kept);
  gtk_widget_set_visible (GTK_WIDGET (self->keep), self->chosen->len > 1);
  gtk_widget_set_visible (self->keep_words, self->chosen->len > 1);
  gtk_widget_set_hexpand (self->join, self->chosen->len < 2);
  gtk_widget_set_sensitive (self->join, self->chosen->len > 1);
}

/* Make every check that can be seen say what is so. */
static void
show_checks (NidaAliasChooser *self)
{
  self->showing = TRUE;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->view)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *check = gtk_widget_get_first_child (row);
      const char *name = check != NULL ? g_object_get_data (G_OBJECT (check), "nida-name") : NULL;

      if (name != NULL)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen (self, name, NULL));
    }
  self->showing = FALSE;
}

void
nida_alias_chooser_choose (NidaAliasChooser *self,
                           const char       *name,
                           gboolean          chosen)
{
  guint position;

  if (is_chosen (self, name, &position) == chosen)
    return;
  if (chosen)
    g_ptr_array_add (self->chosen, g_strdup (name));
  else
    g_ptr_array_remove_index (self->chosen, position);
  show_chosen (self);
  show_checks (self);
}

void
nida_alias_chooser_keep (NidaAliasChooser *self,
                         const char       *name)
{
  guint position = 0;

  if (*name == '\0' || is_chosen (self, name, &position))
    gtk_drop_down_set_selected (self->keep, position);
}

void
nida_alias_chooser_join (NidaAliasChooser *self)
{
  guint kept = gtk_drop_down_get_selected (self->keep);
  g_autoptr (GPtrArray) names = NULL;
  const char *keep;

  if (self->chosen->len < 2 || kept >= self->chosen->len)
    return;
  names = g_steal_pointer (&self->chosen);
  self->chosen = g_ptr_array_new_with_free_func (g_free);
  keep = names->pdata[kept];
  g_ptr_array_add (names, NULL);
  show_chosen (self);
  show_checks (self);
  g_signal_emit (self, signals[JOIN], 0, names->pdata, keep);
}

/* --- the list --- */

static void
toggled_cb (NidaAliasChooser *self,
            GtkCheckButton   *check)
{
  const char *name = g_object_get_data (G_OBJECT (check), "nida-name");

  if (!self->showing && name != NULL)
    nida_alias_chooser_choose (self, name, gtk_check_button_get_active (check));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          NidaAliasChooser         *self)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         NidaAliasChooser         *self)
{
  NidaTextRow *row = gtk_list_item_get_item (item);
  GtkWidget *check = gtk_list_item_get_child (item);
  const char *shown = nida_text_row_get_cell (row, CELL_SHOWN);

  nida_shell_set_label (GTK_LABEL (gtk_check_button_get_child (GTK_CHECK_BUTTON (check))), shown);
  nida_shell_set_tooltip (check, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
  nida_shell_name_row (check, shown);
  g_object_set_data_full (G_OBJECT (check), "nida-name", g_strdup (nida_text_row_get_cell (row, CELL_NAME)), g_free);
  self->showing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen (self, nida_text_row_get_cell (row, CELL_NAME), NULL));
  self->showing = FALSE;
}

static gboolean
row_matches (gpointer item,
             gpointer user_data)
{
  NidaAliasChooser *self = user_data;
  g_autofree char *plain = nida_name_plain (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  return nida_names_found (nida_text_row_get_cell (item, CELL_PLAIN), plain);
}

static void
search_changed_cb (NidaAliasChooser *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  return nida_language_collate (data, nida_text_row_get_cell (*(NidaTextRow * const *) a, CELL_SHOWN),
                                nida_text_row_get_cell (*(NidaTextRow * const *) b, CELL_SHOWN));
}

static NidaTextRow *
make_row (const char *name,
          const char *arabic)
{
  g_autofree char *shown = nida_language_name (nida_look_get_language (nida_look_get ()), name, arabic);
  g_autofree char *both = nida_names_plain ((const char *[]) { name, arabic, shown }, 3);
  const char *cells[N_CELLS + 1] = { name, shown, both, NULL };

  return nida_text_row_new (cells, 0);
}

static GPtrArray *
make_rows (NidaDataset *dataset)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (const NidaField *field = nida_alias_kind_get_fields (NIDA_ALIAS_ORGANISATION); *field != NIDA_FIELD_NONE; field++)
    {
      NidaDictionary *dictionary = nida_dataset_get_dictionary (dataset, *field);

      for (guint32 code = 1; code <= nida_dictionary_get_size (dictionary); code++)
        if (g_hash_table_add (seen, (gpointer) nida_dictionary_get_name (dictionary, code)))
          g_ptr_array_add (rows, make_row (nida_dictionary_get_name (dictionary, code), nida_dictionary_get_arabic (dictionary, code)));
    }
  g_ptr_array_sort_with_data (rows, compare_rows, nida_look_get_language (nida_look_get ()));
  return rows;
}

void
nida_alias_chooser_set_dataset (NidaAliasChooser *self,
                                NidaDataset      *dataset)
{
  g_autoptr (GPtrArray) rows = make_rows (dataset);

  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  for (guint i = self->chosen->len; i > 0; i--)
    if (find_row (self, self->chosen->pdata[i - 1]) == NULL)
      g_ptr_array_remove_index (self->chosen, i - 1);
  show_chosen (self);
}

void
nida_alias_chooser_set_search (NidaAliasChooser *self,
                               const char       *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  search_changed_cb (self);
}

guint
nida_alias_chooser_get_n_shown (NidaAliasChooser *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
}

/* --- object --- */

static void
setup_name_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_list_item_set_child (item, label);
}

static void
bind_name_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  nida_shell_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* Long names are cut, where the ready factory of a drop-down would widen the window. */
static void
set_name_factory (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_name_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_name_cb), NULL);
  gtk_drop_down_set_factory (drop_down, factory);
}

static void
nida_alias_chooser_dispose (GObject *object)
{
  NidaAliasChooser *self = NIDA_ALIAS_CHOOSER (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  nida_shell_clear_template (GTK_WIDGET (self), NIDA_TYPE_ALIAS_CHOOSER);
  self->view = NULL;
  g_clear_object (&self->filtered);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  G_OBJECT_CLASS (nida_alias_chooser_parent_class)->dispose (object);
}

static void
nida_alias_chooser_class_init (NidaAliasChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_alias_chooser_dispose;
  signals[JOIN] = g_signal_new ("join", NIDA_TYPE_ALIAS_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_POINTER, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/alias-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaAliasChooser, search);
  gtk_widget_class_bind_template_child (widget_class, NidaAliasChooser, view);
  gtk_widget_class_bind_template_child (widget_class, NidaAliasChooser, chosen_words);
  gtk_widget_class_bind_template_child (widget_class, NidaAliasChooser, keep_words);
  gtk_widget_class_bind_template_child (widget_class, NidaAliasChooser, keep);
  gtk_widget_class_bind_template_child (widget_class, NidaAliasChooser, join);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, nida_alias_chooser_join);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
nida_alias_chooser_init (NidaAliasChooser *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) model = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->chosen = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_list_store_new (NIDA_TYPE_TEXT_ROW);
  self->filter = gtk_custom_filter_new (row_matches, self, NULL);
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)), GTK_FILTER (self->filter));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->filtered))));
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, model);
  set_name_factory (self->keep);
  show_chosen (self);
}
