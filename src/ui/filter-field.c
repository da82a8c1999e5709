/* One field of the filter panel: a heading that opens to its values, largest first, with a search where they are many. */
#include "config.h"

#include "filter-field.h"

#include "filter-list.h"
#include "filter-row.h"
#include "look.h"
#include "nouns.h"
#include "places.h"
#include "translate.h"
#include "ui-shell.h"
#include "words.h"

#define ROWS_FOR_SEARCH 10
#define MAX_ROWS_SHOWN 7.4    /* the cut row says that there is more */
#define ROW_HEIGHT 26

struct _NidaFilterField
{
  GtkWidget       parent_instance;

  GtkExpander    *expander;
  GtkLabel       *name;
  GtkLabel       *count;
  GtkWidget      *box;
  GtkWidget      *search;
  GtkWidget      *scroller;
  GtkListView    *view;

  NidaSession    *session;
  NidaField       field;
  NidaFilterList *list;
  gboolean        searched;       /* from the panel's search: not the person's own expansion */
  gboolean        was_expanded;
};

G_DEFINE_FINAL_TYPE (NidaFilterField, nida_filter_field, GTK_TYPE_WIDGET)

static guint
n_chosen (NidaFilterField *self)
{
  const NidaFilterSet *filters = nida_session_get_filters (self->session);

  for (guint i = 0; i < nida_filter_set_get_n (filters); i++)
    {
      const char * const *values;

      if (nida_filter_set_get (filters, i, &values) == self->field)
        return g_strv_length ((char **) values);
    }
  return 0;
}

guint
nida_filter_field_count_names (NidaDataset *dataset,
                               NidaField    field)
{
  if (field == NIDA_FIELD_REGION)
    {
      g_autoptr (NidaPlaces) places = nida_places_new (nida_dataset_get_dictionary (dataset, NIDA_FIELD_COUNTRY));

      return nida_places_count_used (places);
    }
  return nida_dictionary_get_size (nida_dataset_get_dictionary (dataset, field));
}

/* "205", or "3 of 205" while some are chosen. */
static void
show_count (NidaFilterField *self)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  NidaDataset *dataset = nida_session_get_dataset (self->session);
  guint n_all = self->list != NULL && nida_filter_list_get_n_all (self->list) > 0
              ? nida_filter_list_get_n_all (self->list)
              : nida_filter_field_count_names (dataset, self->field);
  guint n = n_chosen (self);
  g_autofree char *all = nida_language_integer (language, n_all);
  g_autofree char *chosen = nida_language_integer (language, n);
  /* Translators: beside the name of a filter: how many values are chosen, of how many: "3 of 205" */
  g_autofree char *words = n > 0 ? g_strdup_printf (_("%s of %s"), chosen, all) : NULL;

  gtk_label_set_text (self->count, words != NULL ? words : all);
}

static void
fit_height (NidaFilterField *self)
{
  double scale = nida_look_get_text_scale (nida_look_get ());
  guint n = nida_filter_list_get_n_all (self->list);
  int most = (int) (MAX_ROWS_SHOWN * ROW_HEIGHT * scale);

  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), most);
  gtk_widget_set_visible (self->search, n > ROWS_FOR_SEARCH && !self->searched);
}

/* The search is above all fields: one in which it finds nothing would only take room. */
static void
show_found (NidaFilterField *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), !self->searched || g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0);
}

static void
take_answers (NidaFilterField *self)
{
  NidaAnswers *answers = nida_session_get_answers (self->session);

  if (nida_session_get_dataset (self->session) == NULL)
    return;
  if (self->list != NULL && answers != NULL && answers->fields[self->field] != NULL)
    {
      nida_filter_list_set_cube (self->list, answers->fields[self->field], nida_look_get_language (nida_look_get ()));
      if (self->field == NIDA_FIELD_CATEGORY)
        /* "Cluster" or "Objective", as the charts call it. */
        gtk_label_set_text (self->name, nida_noun_name (nida_session_get_noun (self->session, self->field)));
      fit_height (self);
      show_found (self);
    }
  show_count (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          NidaFilterField          *self)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, nida_filter_row_new (self->session, self->list));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         NidaFilterField          *self)
{
  nida_filter_row_bind (NIDA_FILTER_ROW (gtk_list_item_get_child (item)), item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           NidaFilterField          *self)
{
  nida_filter_row_bind (NIDA_FILTER_ROW (gtk_list_item_get_child (item)), NULL);
}

/* The values are asked for, and the rows made, when the field is opened for the first time. */
static void
fill (NidaFilterField *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *model;

  self->list = nida_filter_list_new (self->field);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list))));
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, model);
  g_object_unref (factory);
  g_object_unref (model);
  nida_session_watch_field (self->session, self->field);
  take_answers (self);
}

static void
expanded_cb (NidaFilterField *self)
{
  if (gtk_expander_get_expanded (self->expander) && self->list == NULL)
    fill (self);
}

static void
search_changed_cb (NidaFilterField *self)
{
  if (self->list != NULL)
    nida_filter_list_set_search (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
nida_filter_field_dispose (GObject *object)
{
  NidaFilterField *self = NIDA_FILTER_FIELD (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  nida_shell_clear_template (GTK_WIDGET (self), NIDA_TYPE_FILTER_FIELD);
  self->view = NULL;
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (nida_filter_field_parent_class)->dispose (object);
}

static void
nida_filter_field_class_init (NidaFilterFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_filter_field_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/filter-field.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaFilterField, expander);
  gtk_widget_class_bind_template_child (widget_class, NidaFilterField, name);
  gtk_widget_class_bind_template_child (widget_class, NidaFilterField, count);
  gtk_widget_class_bind_template_child (widget_class, NidaFilterField, box);
  gtk_widget_class_bind_template_child (widget_class, NidaFilterField, search);
  gtk_widget_class_bind_template_child (widget_class, NidaFilterField, scroller);
  gtk_widget_class_bind_template_child (widget_class, NidaFilterField, view);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
nida_filter_field_init (NidaFilterField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
nida_filter_field_new (NidaSession *session,
                       NidaField    field,
                       gboolean     expanded)
{
  NidaFilterField *self = g_object_new (NIDA_TYPE_FILTER_FIELD, NULL);

  self->session = g_object_ref (session);
  self->field = field;
  gtk_label_set_text (self->name, nida_words_field (field));
  g_signal_connect_object (session, "filters-changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "answered", G_CALLBACK (take_answers), self, G_CONNECT_SWAPPED);
  gtk_expander_set_expanded (self->expander, expanded);
  take_answers (self);
  return GTK_WIDGET (self);
}

NidaField
nida_filter_field_get_field (NidaFilterField *self)
{
  return self->field;
}

void
nida_filter_field_set_search (NidaFilterField *self,
                              const char      *text)
{
  gboolean searching = text != NULL && *text != '\0';

  if (searching && !self->searched)
    self->was_expanded = gtk_expander_get_expanded (self->expander);
  if (!searching && !self->searched)
    return;
  self->searched = searching;
  if (searching && self->list == NULL)
    fill (self);
  nida_filter_list_set_search (self->list, text);
  gtk_expander_set_expanded (self->expander, searching || self->was_expanded);
  show_found (self);
  fit_height (self);
}

gboolean
nida_filter_field_is_empty (NidaFilterField *self)
{
  return self->list != NULL && nida_filter_list_is_filled (self->list) && g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0;
}
