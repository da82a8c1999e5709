/* The slide's scene is drawn by the canvas of a chart, so that it moves from one slide to the next, is hit and read aloud as a
 * chart is. The window's own part is where it stands, the cursor, and what lies over the slide. */
#include "config.h"

#include "audience-window.h"

#include "focus-ring.h"
#include "look.h"
#include "show-keys.h"
#include "show-overview.h"
#include "show-pointer.h"
#include "show-ring.h"
#include "translate.h"
#include "ui-shell.h"

#define RATIO       (16.0 / 9.0)
#define ANNOUNCED_SHARE 18.0   /* of the height of a slide: its words */
#define BAND_SHARE       7.5   /* what they stand on: as high as the margin and a line of the title */
#define RIGHT_TO_LEFT_MARK "\u200f"
#define HIDE_CURSOR 2000      /* milliseconds without a movement */

struct _NidaAudienceWindow
{
  GtkWindow        parent_instance;

  NidaShow        *show;
  NidaChartCanvas *canvas;
  GtkWidget       *overview;
  GtkWidget       *announcement;      /* revealer of a label */
  GdkMonitor      *monitor;      /* NULL: an ordinary window */
  gboolean         alone;
  guint            hide_cursor;
  double           last_x, last_y;
};

G_DEFINE_FINAL_TYPE (NidaAudienceWindow, nida_audience_window, GTK_TYPE_WINDOW)

/* --- what is shown --- */

static void
update (NidaAudienceWindow *self)
{
  NidaScene *scene = nida_show_get_scene (self->show);
  g_autofree char *title = NULL;

  nida_chart_canvas_set_scene (self->canvas, scene);
  if (scene == NULL)
    return;
  /* Translators: the title of the audience's window in the task bar: the slide, and the program */
  title = *nida_scene_get_title (scene) != '\0' ? g_strdup_printf (_("%s – Nida"), nida_scene_get_title (scene)) : g_strdup (_("Nida"));
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* As large as the title of a slide, whatever the screen, and in the direction of the show, whatever the name begins with. */
static void
update_announcement (NidaAudienceWindow *self)
{
  const char *words = nida_show_get_announced (self->show);
  GtkLabel *label = GTK_LABEL (gtk_revealer_get_child (GTK_REVEALER (self->announcement)));
  gboolean rtl = nida_language_is_rtl (nida_show_get_language (self->show));
  g_autofree char *directed = g_strconcat (rtl ? RIGHT_TO_LEFT_MARK : "", words, NULL);
  PangoAttrList *attributes = pango_attr_list_new ();
  int height = gtk_widget_get_height (GTK_WIDGET (self->canvas));

  /* it keeps its words while it goes */
  if (words != NULL)
    gtk_label_set_text (label, directed);
  gtk_widget_set_direction (GTK_WIDGET (label), rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_widget_set_size_request (GTK_WIDGET (label), -1, (int) (height / BAND_SHARE));
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (height / ANNOUNCED_SHARE * PANGO_SCALE)));
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->announcement), words != NULL);
}

static void
update_brush (NidaAudienceWindow *self)
{
  NidaBox box;

  nida_chart_canvas_set_picture (self->canvas, nida_show_get_picture (self->show));
  nida_chart_canvas_set_brush_box (self->canvas, nida_show_get_stroke (self->show, &box) ? &box : NULL);
}

static void
changed_cb (NidaAudienceWindow *self,
            guint               changes)
{
  if ((changes & (NIDA_SHOW_SLIDE | NIDA_SHOW_DATA)) != 0)
    update (self);
  if ((changes & NIDA_SHOW_SELECTED) != 0)
    nida_chart_canvas_set_selected (self->canvas, nida_show_get_selected (self->show));
  if ((changes & NIDA_SHOW_BRUSHED) != 0)
    update_brush (self);
  if ((changes & (NIDA_SHOW_ANNOUNCED | NIDA_SHOW_LANGUAGE)) != 0)
    update_announcement (self);
  if ((changes & NIDA_SHOW_SCREEN) != 0)
    gtk_widget_set_visible (self->overview, self->alone && nida_show_get_screen (self->show) == NIDA_SHOW_ALL_SLIDES);
}

/* A click on a mark selects it; one on the empty slide does nothing: who points at a chart must not lose the slide. */
static void
activated_cb (NidaAudienceWindow *self,
              const char         *key)
{
  nida_show_select (self->show, key);
}

static void
picked_cb (NidaAudienceWindow *self,
           const char         *key,
           const char         *from)
{
  nida_show_pick (self->show, key, from);
}

static void
resized_cb (NidaAudienceWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->canvas)), height = gtk_widget_get_height (GTK_WIDGET (self->canvas));

  if (width > 0 && height > 0)
    nida_show_set_size (self->show, width, height);
}

static void
look_changed_cb (NidaAudienceWindow *self)
{
  NidaLook *look = nida_look_get ();

  nida_show_set_look (self->show, nida_look_get_theme (look), nida_look_get_time_direction (look));
}

/* In the canvas, which the slide fills. */
static NidaBox
get_canvas_box (gpointer canvas)
{
  return (NidaBox) { 0, 0, gtk_widget_get_width (canvas), gtk_widget_get_height (canvas) };
}

static NidaBox
get_box (gpointer data)
{
  NidaAudienceWindow *self = data;
  GtkWidget *canvas = GTK_WIDGET (self->canvas), *overlay = gtk_widget_get_ancestor (canvas, GTK_TYPE_OVERLAY);
  double x = 0, y = 0;

  gtk_widget_translate_coordinates (canvas, overlay, 0, 0, &x, &y);
  return (NidaBox) { x, y, gtk_widget_get_width (canvas), gtk_widget_get_height (canvas) };
}

/* --- the cursor --- */

static gboolean
hide_cursor_cb (gpointer user_data)
{
  NidaAudienceWindow *self = user_data;

  self->hide_cursor = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->canvas), "none");
  return G_SOURCE_REMOVE;
}

/* A window that changes under a cursor that lies still is told of a movement, too. */
static void
motion_cb (NidaAudienceWindow *self,
           double              x,
           double              y)
{
  if (ABS (x - self->last_x) < 1 && ABS (y - self->last_y) < 1)
    return;
  self->last_x = x;
  self->last_y = y;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_widget_set_cursor (GTK_WIDGET (self->canvas), NULL);
  g_clear_handle_id (&self->hide_cursor, g_source_remove);
  self->hide_cursor = g_timeout_add (HIDE_CURSOR, hide_cursor_cb, self);
}

/* --- keys --- */

static gboolean
is_typing (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL && (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                NidaShow              *show)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  gboolean typing = is_typing (GTK_WINDOW (window));

  /* Escape leaves the field; a button with the focus is pressed by the keys that press buttons */
  if (typing && keyval == GDK_KEY_Escape)
    return FALSE;
  if (GTK_IS_BUTTON (focus) && gtk_widget_has_focus (focus) && gtk_window_get_focus_visible (GTK_WINDOW (window)) &&
      (keyval == GDK_KEY_space || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && nida_show_get_number (show) == 0)
    return FALSE;
  return nida_show_press (show, gtk_widget_get_display (window), keyval, keycode, state, typing);
}

static void
key_released_cb (GtkEventControllerKey *controller,
                 guint                  keyval,
                 guint                  keycode,
                 GdkModifierType        state,
                 NidaShow              *show)
{
  if (keyval == GDK_KEY_Control_L || keyval == GDK_KEY_Control_R)
    nida_show_unpoint (show);
}

void
nida_show_listen (NidaShow  *show,
                  GtkWindow *window)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  nida_focus_ring_let_fade (window);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), show, 0);
  g_signal_connect_object (key, "key-released", G_CALLBACK (key_released_cb), show, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), key);
}

/* --- object --- */

static gboolean
nida_audience_window_close_request (GtkWindow *window)
{
  nida_show_run (NIDA_AUDIENCE_WINDOW (window)->show, NIDA_SHOW_END);
  return TRUE;
}

static void
nida_audience_window_dispose (GObject *object)
{
  NidaAudienceWindow *self = NIDA_AUDIENCE_WINDOW (object);

  g_clear_handle_id (&self->hide_cursor, g_source_remove);
  G_OBJECT_CLASS (nida_audience_window_parent_class)->dispose (object);
  g_clear_object (&self->show);
  g_clear_object (&self->monitor);
}

static void
nida_audience_window_class_init (NidaAudienceWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_audience_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = nida_audience_window_close_request;
}

static void
nida_audience_window_init (NidaAudienceWindow *self)
{
}

static void
add_motion (NidaAudienceWindow *self)
{
  GtkEventController *moved = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (moved, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (moved, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), moved);
  nida_show_pointer_add (GTK_WIDGET (self->canvas), self->show, get_canvas_box, self->canvas);
}

/* Over the title, which the room has read: figures, and the sources under them, stay in sight. */
static GtkWidget *
new_announcement (void)
{
  GtkWidget *revealer = gtk_revealer_new (), *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "nida-announcement");
  gtk_revealer_set_child (GTK_REVEALER (revealer), label);
  gtk_revealer_set_transition_type (GTK_REVEALER (revealer), GTK_REVEALER_TRANSITION_TYPE_SLIDE_DOWN);
  gtk_widget_set_valign (revealer, GTK_ALIGN_START);
  gtk_widget_set_can_target (revealer, FALSE);
  return revealer;
}

static void
build (NidaAudienceWindow *self)
{
  GtkWidget *overlay = gtk_overlay_new (), *frame = gtk_aspect_frame_new (0.5f, 0.5f, RATIO, FALSE);

  self->canvas = NIDA_CHART_CANVAS (nida_chart_canvas_new ());
  gtk_aspect_frame_set_child (GTK_ASPECT_FRAME (frame), GTK_WIDGET (self->canvas));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), frame);
  self->overview = nida_show_overview_new (self->show);
  gtk_widget_set_visible (self->overview, FALSE);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->overview);
  self->announcement = new_announcement ();
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->announcement);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), nida_show_ring_new (self->show, get_box, self));
  gtk_window_set_child (GTK_WINDOW (self), overlay);
}

GtkWidget *
nida_audience_window_new (NidaShow *show)
{
  NidaAudienceWindow *self = g_object_new (NIDA_TYPE_AUDIENCE_WINDOW, NULL);

  self->show = g_object_ref (show);
  gtk_window_set_default_size (GTK_WINDOW (self), 960, 540);
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida");
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida-audience");
  build (self);
  add_motion (self);
  nida_show_listen (show, GTK_WINDOW (self));
  g_signal_connect_swapped (self->canvas, "resized", G_CALLBACK (resized_cb), self);
  g_signal_connect_swapped (self->canvas, "mark-activated", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->canvas, "mark-picked", G_CALLBACK (picked_cb), self);
  g_signal_connect_object (show, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (nida_look_get (), "changed", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
  look_changed_cb (self);
  return GTK_WIDGET (self);
}

void
nida_audience_window_set_monitor (NidaAudienceWindow *self,
                                  GdkMonitor         *monitor)
{
  g_set_object (&self->monitor, monitor);
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  else
    gtk_window_unfullscreen (GTK_WINDOW (self));
}

GdkMonitor *
nida_audience_window_get_monitor (NidaAudienceWindow *self)
{
  return self->monitor;
}

void
nida_audience_window_set_alone (NidaAudienceWindow *self,
                                gboolean            alone)
{
  self->alone = alone;
}

NidaChartCanvas *
nida_audience_window_get_canvas (NidaAudienceWindow *self)
{
  return self->canvas;
}

const char *
nida_audience_window_get_announced (NidaAudienceWindow *self)
{
  GtkRevealer *revealer = GTK_REVEALER (self->announcement);

  return gtk_revealer_get_reveal_child (revealer) ? gtk_label_get_text (GTK_LABEL (gtk_revealer_get_child (revealer))) : NULL;
}
