/* The popover is made each time it is opened, from what there is then. */
#include "config.h"

#include "selection-menu.h"

#include "look.h"
#include "translate.h"
#include "ui-shell.h"

static void
close_menu (GtkWidget *widget)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static guint
index_of (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "nida-index"));
}

static void
keep_cb (GtkWidget *widget,
         GtkEntry  *entry)
{
  NidaSession *session = g_object_get_data (G_OBJECT (entry), "nida-session");
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  /* the popover goes with the button that the list makes anew */
  close_menu (widget);
  nida_selections_keep (nida_session_get_selections (session), name, nida_linked_get_brush (nida_session_get_linked (session)));
}

static void
select_cb (GtkWidget   *button,
           NidaSession *session)
{
  const NidaBrush *brush = nida_selections_get_brush (nida_session_get_selections (session), index_of (button));

  close_menu (button);
  nida_linked_set_brush (nida_session_get_linked (session), NIDA_LINKED_NO_CHART, nida_brush_copy (brush));
}

static void
compare_cb (GtkWidget   *button,
            NidaSession *session)
{
  const NidaBrush *brush = nida_selections_get_brush (nida_session_get_selections (session), index_of (button));
  NidaLinked *linked = nida_session_get_linked (session);
  gboolean active = nida_brush_equal (brush, nida_linked_get_compared (linked));

  close_menu (button);
  nida_linked_set_compared (linked, active ? NULL : nida_brush_copy (brush));
}

static void
forget_cb (GtkWidget   *button,
           NidaSession *session)
{
  guint index = index_of (button);

  close_menu (button);
  nida_selections_forget (nida_session_get_selections (session), index);
}

static GtkWidget *
add_button (GtkWidget   *row,
            GtkWidget   *button,
            guint        index,
            const char  *spoken,
            GCallback    callback,
            NidaSession *session)
{
  gtk_widget_add_css_class (button, "flat");
  nida_shell_set_tooltip (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (button), "nida-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", callback, session, 0);
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static GtkWidget *
row_new (NidaSession *session,
         guint        index)
{
  NidaSelections *selections = nida_session_get_selections (session);
  NidaLinked *linked = nida_session_get_linked (session);
  const NidaBrush *selected = nida_linked_get_brush (linked);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4), *name = gtk_button_new (), *label = gtk_label_new (NULL), *compare;
  g_autofree char *isolated = nida_language_isolate (nida_look_get_language (nida_look_get ()),
                                                     nida_selections_get_name (selections, index));
  /* Translators: a button; %s is the name that somebody gave to a selection: "Select GCC" */
  g_autofree char *select = g_strdup_printf (_("Select %s"), isolated);
  /* Translators: a button; %s is the name of a selection that is to be shown beside the current one */
  g_autofree char *against = g_strdup_printf (_("Compare with %s"), isolated);
  /* Translators: a button; %s is the name of a selection */
  g_autofree char *forget = g_strdup_printf (_("Forget %s"), isolated);

  nida_shell_set_label (GTK_LABEL (label), isolated);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_button_set_child (GTK_BUTTON (name), label);
  gtk_widget_set_hexpand (name, TRUE);
  add_button (row, name, index, select, G_CALLBACK (select_cb), session);
  /* Translators: a button beside the name of a selection: show both, each in a colour of its own */
  compare = gtk_toggle_button_new_with_label (_("Compare"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (compare), nida_brush_equal (nida_selections_get_brush (selections, index),
                                                                               nida_linked_get_compared (linked)));
  /* with nothing selected there is nothing to compare it with, and with itself nothing to see */
  gtk_widget_set_sensitive (compare, selected != NULL && !nida_brush_equal (selected, nida_selections_get_brush (selections, index)));
  add_button (row, compare, index, against, G_CALLBACK (compare_cb), session);
  add_button (row, gtk_button_new_from_icon_name ("nida-close-symbolic"), index, forget, G_CALLBACK (forget_cb), session);
  return row;
}

static GtkWidget *
name_row_new (NidaSession *session)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *entry = gtk_entry_new ();
  /* Translators: a button: keep the selection under the name that stands beside */
  GtkWidget *keep = gtk_button_new_with_label (_("Keep"));

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Name of this selection"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of this selection"), -1);
  gtk_widget_set_hexpand (entry, TRUE);
  g_object_set_data_full (G_OBJECT (entry), "nida-session", g_object_ref (session), g_object_unref);
  g_signal_connect (entry, "activate", G_CALLBACK (keep_cb), entry);
  g_signal_connect_object (keep, "clicked", G_CALLBACK (keep_cb), entry, 0);
  gtk_box_append (GTK_BOX (row), entry);
  gtk_box_append (GTK_BOX (row), keep);
  return row;
}

static void
create_cb (GtkMenuButton *button,
           gpointer       user_data)
{
  NidaSession *session = user_data;
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  guint n = nida_selections_get_n (nida_session_get_selections (session));

  if (nida_linked_get_brush (nida_session_get_linked (session)) != NULL)
    gtk_box_append (GTK_BOX (box), name_row_new (session));
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (box), row_new (session, i));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
  nida_shell_fit_popover (GTK_POPOVER (popover));
}

/* The heading goes away with the board that is scrolled. */
static void
scroll_to (GtkWidget *button)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (button, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  if (viewport != NULL && gtk_widget_compute_bounds (button, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), &bounds))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
}

/* What pops up at a place that is out of sight is never painted: a frame passes first, in which it gets its new place. */
static gboolean
popup_cb (GtkWidget     *button,
          GdkFrameClock *clock,
          gpointer       data)
{
  guint *n_frames = data;

  if ((*n_frames)++ == 0)
    return G_SOURCE_CONTINUE;
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  return G_SOURCE_REMOVE;
}

/* From anywhere in the window, since the name comes after strokes in a chart. */
static gboolean
open_cb (GtkWidget *button,
         GVariant  *args,
         gpointer   user_data)
{
  scroll_to (button);
  gtk_widget_add_tick_callback (button, popup_cb, g_new0 (guint, 1), g_free);
  return TRUE;
}

static void
add_key (GtkWidget *button)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_k, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (open_cb, NULL, NULL)));
  gtk_widget_add_controller (button, keys);
}

GtkWidget *
nida_selection_menu_new (NidaSession *session)
{
  GtkWidget *button = gtk_menu_button_new ();

  /* Translators: a menu of parts of the data that somebody selected and named */
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Selections"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_cb, g_object_ref (session), g_object_unref);
  gtk_widget_add_css_class (button, "nida-rule");
  add_key (button);
  return button;
}
