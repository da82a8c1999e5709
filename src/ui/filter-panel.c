/* The filter panel: when, and the fields that the data has, each with its values. */
#include "config.h"

#include "filter-panel.h"

#include "answers.h"
#include "date-range.h"
#include "filter-field.h"
#include "look.h"
#include "near-names.h"
#include "ui-shell.h"

/* In the order in which a desk asks; the first are open from the start. */
static const struct { NidaField field; gboolean open; } panel_fields[] = {
  { NIDA_FIELD_KIND, TRUE },
  { NIDA_FIELD_DUE, TRUE },
  { NIDA_FIELD_DONOR, TRUE },
  { NIDA_FIELD_CATEGORY, TRUE },
  { NIDA_FIELD_APPEAL, FALSE },
  { NIDA_FIELD_COUNTRY, FALSE },
  { NIDA_FIELD_REGION, FALSE },
  { NIDA_FIELD_RECIPIENT, FALSE },
  { NIDA_FIELD_EMERGENCY, FALSE },
  { NIDA_FIELD_PARTNER, FALSE },
  { NIDA_FIELD_DONOR_TYPE, FALSE },
  { NIDA_FIELD_DONOR_COUNTRY, FALSE },
  { NIDA_FIELD_FLOW_TYPE, FALSE },
  { NIDA_FIELD_BOUNDARY, FALSE },
  { NIDA_FIELD_METHOD, FALSE },
  { NIDA_FIELD_EARMARKING, FALSE },
  { NIDA_FIELD_CONTRIBUTION, FALSE },
};

struct _NidaFilterPanel
{
  GtkWidget    parent_instance;

  GtkWidget   *root;
  GtkWidget   *clear;
  GtkWidget   *search;
  GtkWidget   *date_section;
  GtkLabel    *date_words;
  GtkBox      *date_box;
  GtkBox      *near_box;
  GtkBox      *fields;
  GtkWidget   *near;           /* what may have been meant, where the search finds nothing */
  GtkWidget   *range;

  NidaSession *session;
  guint        fill_source;   /* the panel is filled when the first frame with the cards has been drawn */
};

G_DEFINE_FINAL_TYPE (NidaFilterPanel, nida_filter_panel, GTK_TYPE_WIDGET)

/* A field is worth a place when the data says something in it, and one that is derived when it divides something. */
static gboolean
is_present (NidaDataset *dataset,
            NidaField    field)
{
  if (field == NIDA_FIELD_REGION)
    return nida_filter_field_count_names (dataset, field) > 1;
  return nida_dataset_get_codes (dataset, field).data != NULL
      && nida_dictionary_get_size (nida_dataset_get_dictionary (dataset, field)) > 0;
}

static gboolean
has_fields (NidaFilterPanel *self,
            NidaDataset     *dataset)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->fields));

  for (guint i = 0; i < G_N_ELEMENTS (panel_fields); i++)
    {
      if (!is_present (dataset, panel_fields[i].field))
        continue;
      if (child == NULL || nida_filter_field_get_field (NIDA_FILTER_FIELD (child)) != panel_fields[i].field)
        return FALSE;
      child = gtk_widget_get_next_sibling (child);
    }
  return child == NULL;
}

static void
remove_fields (NidaFilterPanel *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->fields))) != NULL)
    gtk_box_remove (self->fields, child);
}

static void
fill (NidaFilterPanel *self)
{
  NidaDataset *dataset = nida_session_get_dataset (self->session);

  if (dataset == NULL || has_fields (self, dataset))
    return;
  remove_fields (self);
  for (guint i = 0; i < G_N_ELEMENTS (panel_fields); i++)
    if (is_present (dataset, panel_fields[i].field))
      gtk_box_append (self->fields, nida_filter_field_new (self->session, panel_fields[i].field, panel_fields[i].open));
}

static gboolean
fill_cb (gpointer user_data)
{
  NIDA_FILTER_PANEL (user_data)->fill_source = 0;
  fill (user_data);
  return G_SOURCE_REMOVE;
}

static void
fill_later (NidaFilterPanel *self)
{
  if (self->fill_source == 0)
    self->fill_source = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
}

/* Names of the data before are none to be offered; what is near to the same text now is told with the next answers. */
static void
opened_cb (NidaFilterPanel *self)
{
  nida_near_names_hide (NIDA_NEAR_NAMES (self->near));
  fill_later (self);
}

static void
filters_changed_cb (NidaFilterPanel *self)
{
  gtk_widget_set_sensitive (self->clear, !nida_filter_set_is_empty (nida_session_get_filters (self->session)));
}

static void
answered_cb (NidaFilterPanel *self)
{
  g_autofree char *words = nida_date_range_words (NIDA_DATE_RANGE (self->range));

  gtk_label_set_text (self->date_words, words);
  gtk_widget_set_visible (self->date_section, !nida_date_range_is_idle (NIDA_DATE_RANGE (self->range)));
}

/* Names in the fields that are searched; regions have none of their own. */
static void
list_fields (NidaFilterPanel *self,
             NidaField       *fields)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->fields)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (nida_field_is_code (nida_filter_field_get_field (NIDA_FILTER_FIELD (child))))
      fields[n++] = nida_filter_field_get_field (NIDA_FILTER_FIELD (child));
  fields[n] = NIDA_FIELD_NONE;
}

static void
show_near (NidaFilterPanel *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  NidaField fields[G_N_ELEMENTS (panel_fields) + 1];
  gboolean empty = *text != '\0';

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->fields)); child != NULL; child = gtk_widget_get_next_sibling (child))
    empty = empty && nida_filter_field_is_empty (NIDA_FILTER_FIELD (child));
  gtk_widget_set_visible (GTK_WIDGET (self->near_box), empty);
  if (!empty)
    {
      nida_near_names_hide (NIDA_NEAR_NAMES (self->near));
      return;
    }
  list_fields (self, fields);
  nida_near_names_show (NIDA_NEAR_NAMES (self->near), fields, text);
}

static void
chosen_cb (NidaFilterPanel *self,
           const char      *name)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), name);
  gtk_widget_grab_focus (self->search);
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
}

static void
search_changed_cb (NidaFilterPanel *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->fields)); child != NULL; child = gtk_widget_get_next_sibling (child))
    nida_filter_field_set_search (NIDA_FILTER_FIELD (child), text);
  show_near (self);
}

static void
stop_search_cb (NidaFilterPanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_changed_cb (self);
}

static void
nida_filter_panel_dispose (GObject *object)
{
  NidaFilterPanel *self = NIDA_FILTER_PANEL (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  nida_shell_clear_template (GTK_WIDGET (self), NIDA_TYPE_FILTER_PANEL);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (nida_filter_panel_parent_class)->dispose (object);
}

static void
nida_filter_panel_class_init (NidaFilterPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_filter_panel_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/filter-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaFilterPanel, root);
  gtk_widget_class_bind_template_child (widget_class, NidaFilterPanel, clear);
  gtk_widget_class_bind_template_child (widget_class, NidaFilterPanel, search);
  gtk_widget_class_bind_template_child (widget_class, NidaFilterPanel, date_section);
  gtk_widget_class_bind_template_child (widget_class, NidaFilterPanel, date_words);
  gtk_widget_class_bind_template_child (widget_class, NidaFilterPanel, date_box);
  gtk_widget_class_bind_template_child (widget_class, NidaFilterPanel, near_box);
  gtk_widget_class_bind_template_child (widget_class, NidaFilterPanel, fields);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nida_filter_panel_init (NidaFilterPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

guint64
nida_filter_panel_first_fields (void)
{
  guint64 fields = 0;

  for (guint i = 0; i < G_N_ELEMENTS (panel_fields); i++)
    if (panel_fields[i].open)
      fields |= NIDA_FIELD_BIT (panel_fields[i].field);
  return fields;
}

GtkWidget *
nida_filter_panel_new (NidaSession *session)
{
  NidaFilterPanel *self = g_object_new (NIDA_TYPE_FILTER_PANEL, NULL);

  self->session = g_object_ref (session);
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida-filters");
  self->range = nida_date_range_new (session);
  gtk_box_append (self->date_box, self->range);
  self->near = nida_near_names_new (session);
  gtk_widget_set_hexpand (self->near, TRUE);
  gtk_widget_set_margin_bottom (self->near, 12);
  gtk_box_append (self->near_box, self->near);
  gtk_widget_set_visible (GTK_WIDGET (self->near_box), FALSE);
  g_signal_connect_object (self->near, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  /* behind the fields, which fill their lists of the same answers */
  g_signal_connect_object (session, "answered", G_CALLBACK (show_near), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (session, "filters-changed", G_CALLBACK (filters_changed_cb), self, G_CONNECT_SWAPPED);
  fill_later (self);
  filters_changed_cb (self);
  answered_cb (self);
  return GTK_WIDGET (self);
}

void
nida_filter_panel_focus_search (NidaFilterPanel *self)
{
  gtk_widget_grab_focus (self->search);
}
