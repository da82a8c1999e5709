/* The strip of slides. Rows are made anew when there are other slides; a slide that changes gets another picture in its row. */
#include "config.h"

#include "slide-strip.h"

#include "look.h"
#include "show-picture.h"
#include "translate.h"
#include "ui-shell.h"

#define PICTURE_WIDTH 132

typedef struct {
  NidaSlideList *list;
  GtkListBox    *box;
  gboolean       showing;
  gboolean       stale;      /* something changed while nobody saw it */
} Strip;

static void
strip_free (gpointer data)
{
  Strip *self = data;

  g_object_unref (self->list);
  g_free (self);
}

/* --- dragging --- */

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  return gdk_content_provider_new_typed (G_TYPE_UINT, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
drag_begin_cb (GtkDragSource *source)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         Strip         *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  nida_slide_list_move (self->list, g_value_get_uint (value), (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  return TRUE;
}

static void
let_drag (Strip     *self,
          GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), NULL);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

/* --- rows --- */

/* A number, and the picture in an overlay with the words that stand where there is none. */
static GtkWidget *
picture_of (GtkListBoxRow *row)
{
  return gtk_overlay_get_child (GTK_OVERLAY (gtk_widget_get_last_child (gtk_list_box_row_get_child (row))));
}

static GtkWidget *
reason_of (GtkListBoxRow *row)
{
  return gtk_widget_get_last_child (gtk_widget_get_last_child (gtk_list_box_row_get_child (row)));
}

/* A slide of a newer version has its number and says so. */
static void
fill_row (Strip         *self,
          GtkListBoxRow *row,
          guint          index)
{
  NidaScene *scene = nida_slide_list_get_scene (self->list, index);
  g_autofree char *number = nida_language_integer (nida_look_get_language (nida_look_get ()), index + 1);
  gboolean known = nida_slide_list_get (self->list, index) != NULL;
  const char *title = scene != NULL && *nida_scene_get_title (scene) != '\0' ? nida_scene_get_title (scene)
                      : !known ? _("made by a newer Nida") : _("without a title");
  /* Translators: a screen reader says it of a slide in the strip: its number and title */
  g_autofree char *words = g_strdup_printf (_("Slide %1$s: %2$s"), number, title);

  nida_show_picture_set_scene (NIDA_SHOW_PICTURE (picture_of (row)), scene);
  gtk_widget_set_visible (reason_of (row), !known);
  nida_shell_set_tooltip (GTK_WIDGET (row), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static GtkWidget *
new_reason (void)
{
  GtkWidget *label = gtk_label_new (_("made by a newer Nida"));

  nida_shell_wrap (GTK_LABEL (label));
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "nida-slide-reason");
  return label;
}

static void
append_row (Strip *self,
            guint  index)
{
  GtkWidget *row = gtk_list_box_row_new (), *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (NULL), *picture;
  GtkWidget *overlay = gtk_overlay_new ();
  g_autofree char *number = nida_language_integer (nida_look_get_language (nida_look_get ()), index + 1);

  picture = nida_show_picture_new ();
  gtk_widget_add_css_class (row, "nida-slide-row");
  gtk_label_set_text (GTK_LABEL (label), number);
  gtk_label_set_width_chars (GTK_LABEL (label), 2);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "nida-subtitle");
  gtk_widget_set_size_request (picture, PICTURE_WIDTH, PICTURE_WIDTH * 9 / 16);
  gtk_widget_set_hexpand (picture, TRUE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), picture);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), new_reason ());
  gtk_box_append (GTK_BOX (child), label);
  gtk_box_append (GTK_BOX (child), overlay);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_append (self->box, row);
  let_drag (self, row);
  fill_row (self, GTK_LIST_BOX_ROW (row), index);
}

static void
show_current (Strip *self)
{
  guint current = nida_slide_list_get_current (self->list);
  GtkListBoxRow *row = current != G_MAXUINT ? gtk_list_box_get_row_at_index (self->box, (int) current) : NULL;

  self->showing = TRUE;
  gtk_list_box_select_row (self->box, row);
  self->showing = FALSE;
}

/* Slides follow their boards: what is clicked there must not wait for pictures that nobody sees. */
static gboolean
is_seen (GtkWidget *box,
         Strip     *self)
{
  self->stale = !gtk_widget_get_mapped (box);
  return !self->stale;
}

/* The keys stay in the strip where they were in it. */
static void
changed_cb (GtkWidget *box)
{
  Strip *self = g_object_get_data (G_OBJECT (box), "nida-strip");
  GtkRoot *root = gtk_widget_get_root (box);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, box);
  guint n = nida_slide_list_get_n (self->list);
  GtkListBoxRow *row;

  if (!is_seen (box, self))
    return;
  self->showing = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->box, (int) n)) != NULL)
    gtk_list_box_remove (self->box, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    if ((row = gtk_list_box_get_row_at_index (self->box, (int) i)) != NULL)
      fill_row (self, row, i);
    else
      append_row (self, i);
  show_current (self);
  row = gtk_list_box_get_selected_row (self->box);
  if (focused && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
slide_changed_cb (GtkWidget *box,
                  guint      index)
{
  Strip *self = g_object_get_data (G_OBJECT (box), "nida-strip");
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->box, (int) index);

  if (row != NULL && is_seen (box, self))
    fill_row (self, row, index);
}

static void
map_cb (GtkWidget *box)
{
  Strip *self = g_object_get_data (G_OBJECT (box), "nida-strip");

  if (self->stale)
    changed_cb (box);
}

static void
current_changed_cb (GtkWidget *box)
{
  show_current (g_object_get_data (G_OBJECT (box), "nida-strip"));
}

static void
selected_cb (GtkListBox    *box,
             GtkListBoxRow *row,
             Strip         *self)
{
  if (!self->showing && row != NULL)
    nida_slide_list_set_current (self->list, (guint) gtk_list_box_row_get_index (row));
}

/* --- keys --- */

/* Before the list box, which has uses of its own for Ctrl and an arrow. */
static void
add_keys (GtkWidget *box)
{
  static const struct { guint key; GdkModifierType modifiers; const char *action; } keys[] = {
    { GDK_KEY_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "slides.earlier" },
    { GDK_KEY_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "slides.later" },
    { GDK_KEY_Delete, 0, "slides.remove" }, { GDK_KEY_d, GDK_CONTROL_MASK, "slides.duplicate" },
    { GDK_KEY_Return, 0, "slides.write" }, { GDK_KEY_KP_Enter, 0, "slides.write" },
  };
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (box, shortcuts);
}

GtkWidget *
nida_slide_strip_new (NidaSlideList *list)
{
  GtkWidget *box = gtk_list_box_new ();
  Strip *self = g_new0 (Strip, 1);

  self->list = g_object_ref (list);
  self->box = GTK_LIST_BOX (box);
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (box, "nida-slide-strip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Slides"), -1);
  g_object_set_data_full (G_OBJECT (box), "nida-strip", self, strip_free);
  g_signal_connect (box, "row-selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_object (list, "changed", G_CALLBACK (changed_cb), box, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "slide-changed", G_CALLBACK (slide_changed_cb), box, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "current-changed", G_CALLBACK (current_changed_cb), box, G_CONNECT_SWAPPED);
  g_signal_connect_after (box, "map", G_CALLBACK (map_cb), NULL);
  add_keys (box);
  changed_cb (box);
  return box;
}
