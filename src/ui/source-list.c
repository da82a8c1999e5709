/* A row an input, in the order in which they were opened, also of those that are switched off; last the desk's own figures, where
 * it has entered any. Ages grow by themselves. */
#include "config.h"

#include "source-list.h"

#include "look.h"
#include "report-groups.h"
#include "source-overlaps.h"
#include "translate.h"

#define AGE_SECONDS 30   /* ages are told in minutes */
#define MOST_IN_LINE 4
#define ROW_WIDTH  290   /* the least, so that its words have few lines; at 100 % text */

struct _NidaSourceList
{
  GtkWidget    parent_instance;

  NidaSession *session;
  GtkWidget   *content;     /* the rows, and what is to say of several of them */
  GtkFlowBox  *box;
  char       **inputs;      /* of the rows */
  guint        timer;       /* while it is on the screen */
};

enum { FIND_PROBLEMS, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaSourceList, nida_source_list, GTK_TYPE_WIDGET)

static NidaSourceRow *
get_row (NidaSourceList *self,
         guint           index)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->box, (int) index);

  return child != NULL ? NIDA_SOURCE_ROW (gtk_flow_box_child_get_child (child)) : NULL;
}

static void
find_problems_cb (NidaSourceList *self,
                  NidaSourceRow  *row)
{
  g_autofree char *name = nida_source_row_dup_name (row);

  g_signal_emit (self, signals[FIND_PROBLEMS], 0, name);
}

static char **
dup_inputs (NidaSourceList *self)
{
  g_autoptr (GStrvBuilder) inputs = g_strv_builder_new ();

  g_strv_builder_addv (inputs, (const char **) nida_session_get_inputs (self->session));
  if (nida_ledger_get_n (nida_session_get_ledger (self->session)) > 0)
    g_strv_builder_add (inputs, NIDA_LEDGER_URI);
  return g_strv_builder_end (inputs);
}

static void
make_rows (NidaSourceList *self)
{
  g_auto (GStrv) inputs = dup_inputs (self);
  GtkWidget *child;

  if (self->inputs != NULL && g_strv_equal ((const char * const *) self->inputs, (const char * const *) inputs))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_flow_box_remove (self->box, child);
  g_strfreev (self->inputs);
  self->inputs = g_steal_pointer (&inputs);
  for (guint i = 0; self->inputs[i] != NULL; i++)
    {
      GtkWidget *row = nida_source_row_new (self->session, self->inputs[i]);

      g_signal_connect_object (row, "find-problems", G_CALLBACK (find_problems_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_size_request (row, (int) (ROW_WIDTH * nida_look_get_text_scale (nida_look_get ())), -1);
      gtk_flow_box_append (self->box, row);
      gtk_widget_set_focusable (gtk_widget_get_parent (row), FALSE);   /* only what is in it */
    }
  /* A box keeps room for the most that may stand in a line, also where there are fewer. */
  gtk_flow_box_set_max_children_per_line (self->box, CLAMP (g_strv_length (self->inputs), 1, MOST_IN_LINE));
}

static void
show (NidaSourceList *self)
{
  NidaDataset *dataset = nida_session_get_dataset (self->session);
  g_autoptr (GArray) summaries = NULL, problems = NULL;

  if (dataset == NULL)
    return;
  summaries = nida_source_summaries_new (dataset);
  problems = nida_report_groups_count (dataset);
  make_rows (self);
  for (guint i = 0; get_row (self, i) != NULL; i++)
    nida_source_row_show (get_row (self, i), summaries, problems);
}

static void
show_states (NidaSourceList *self)
{
  if (nida_session_get_dataset (self->session) == NULL)
    return;
  for (guint i = 0; get_row (self, i) != NULL; i++)
    nida_source_row_show_state (get_row (self, i));
}

static gboolean
tick_cb (gpointer user_data)
{
  show_states (user_data);
  return G_SOURCE_CONTINUE;
}

static void
nida_source_list_map (GtkWidget *widget)
{
  NidaSourceList *self = NIDA_SOURCE_LIST (widget);

  GTK_WIDGET_CLASS (nida_source_list_parent_class)->map (widget);
  show_states (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_seconds (AGE_SECONDS, tick_cb, self);
}

static void
nida_source_list_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&NIDA_SOURCE_LIST (widget)->timer, g_source_remove);
  GTK_WIDGET_CLASS (nida_source_list_parent_class)->unmap (widget);
}

static void
nida_source_list_dispose (GObject *object)
{
  NidaSourceList *self = NIDA_SOURCE_LIST (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  self->box = NULL;
  g_clear_pointer (&self->inputs, g_strfreev);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (nida_source_list_parent_class)->dispose (object);
}

static void
nida_source_list_class_init (NidaSourceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_source_list_dispose;
  widget_class->map = nida_source_list_map;
  widget_class->unmap = nida_source_list_unmap;
  signals[FIND_PROBLEMS] = g_signal_new ("find-problems", NIDA_TYPE_SOURCE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nida_source_list_init (NidaSourceList *self)
{
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_homogeneous (self->box, TRUE);
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "nida-grid");
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->box));
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sources"), -1);
}

GtkWidget *
nida_source_list_new (NidaSession *session)
{
  NidaSourceList *self = g_object_new (NIDA_TYPE_SOURCE_LIST, NULL);

  self->session = g_object_ref (session);
  gtk_box_append (GTK_BOX (self->content), nida_source_overlaps_new (session));
  g_signal_connect_object (session, "opened", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "ledger-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (show_states), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "loading", G_CALLBACK (show_states), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (nida_look_get_settings (nida_look_get ()), "changed::refresh-intervals", G_CALLBACK (show_states),
                           self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

NidaSourceRow *
nida_source_list_get_row (NidaSourceList *self,
                          const char     *input)
{
  for (guint i = 0; get_row (self, i) != NULL; i++)
    if (g_str_equal (nida_source_row_get_input (get_row (self, i)), input))
      return get_row (self, i);
  return NULL;
}
