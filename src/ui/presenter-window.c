/* What the presenter sees, always dark: the room is. Made anew when the language of the program changes; the language of the
 * show is another thing. */
#include "config.h"

#include "presenter-window.h"

#include "audience-window.h"
#include "beside-layout.h"
#include "look.h"
#include "presenter-data.h"
#include "presenter-keys.h"
#include "presenter-time.h"
#include "show-overview.h"
#include "show-picture.h"
#include "show-pointer.h"
#include "show-ring.h"
#include "translate.h"
#include "ui-shell.h"

#define NOTES_STEP 1.15
#define NOTES_MOST 3.0
#define NOTES_LEAST 0.6
#define NOTES_HEIGHT 80 /* points, at the least: some lines */
#define NEXT_LATER 350  /* milliseconds: longer than the room's slide moves */
#define LEAST_WIDTH  320 /* points of the slide, and half as much of the next: both are told by their pictures */
#define FIRST_SHARE 72  /* hundredths of the width; the next slide and the notes have the rest */

struct _NidaPresenterWindow
{
  GtkWindow            parent_instance;

  NidaShow            *show;
  GtkHeaderBar        *header;
  GtkLabel            *title, *audience, *place, *next_place, *notes, *number;
  GtkWidget           *swap;
  NidaShowPicture     *picture, *next;
  NidaShowPointer     *pointer;        /* over @picture */
  GtkWidget           *overview, *pages, *data, *extra;
  NidaPresenterFunc    make_extra;
  gpointer             extra_data;
  char                *name, *audience_words;
  gboolean             can_swap;
  double               notes_scale;
  guint                fill_next;      /* timeout that shows the next slide */
};

G_DEFINE_FINAL_TYPE (NidaPresenterWindow, nida_presenter_window, GTK_TYPE_WINDOW)

static NidaLanguage *
get_language (void)
{
  return nida_look_get_language (nida_look_get ());
}

/* --- what is shown --- */

static void
set_place (GtkLabel *label,
           guint     slide,
           guint     n)
{
  g_autofree char *number = nida_language_integer (get_language (), slide + 1), *of = nida_language_integer (get_language (), n);
  g_autofree char *words = g_strdup_printf ("%s / %s", number, of), *place = nida_language_isolate (get_language (), words);

  nida_shell_set_label (label, place);
}

static void
update_notes (NidaPresenterWindow *self)
{
  g_autofree char *notes = NULL;
  PangoAttrList *attributes = pango_attr_list_new ();

  if (nida_show_get_n_slides (self->show) > 0)
    notes = nida_show_source_dup_notes (nida_show_get_source (self->show), nida_show_get_slide (self->show),
                                        nida_show_get_language (self->show));
  nida_shell_set_label (self->notes, notes != NULL ? notes : "");
  pango_attr_list_insert (attributes, pango_attr_scale_new (self->notes_scale));
  gtk_label_set_attributes (self->notes, attributes);
  pango_attr_list_unref (attributes);
}

static void
update_next (NidaPresenterWindow *self)
{
  g_clear_handle_id (&self->fill_next, g_source_remove);
  nida_show_picture_set_scene (self->next, nida_show_get_next_scene (self->show));
}

static gboolean
fill_next_cb (gpointer data)
{
  NidaPresenterWindow *self = data;

  self->fill_next = 0;
  update_next (self);
  return G_SOURCE_REMOVE;
}

/* The room waits for the slide that it sees: after an entry of the ledger that is drawn first, and the next one, which takes the
 * time of a frame where rows are many, once nothing moves any more. */
static void
update_next_later (NidaPresenterWindow *self)
{
  if (self->fill_next == 0)
    self->fill_next = g_timeout_add (NEXT_LATER, fill_next_cb, self);
}

static void
update_slide (NidaPresenterWindow *self)
{
  guint n = nida_show_get_n_slides (self->show), slide, step;
  gboolean more = nida_show_find_next (self->show, &slide, &step);

  nida_show_picture_set_scene (self->picture, nida_show_get_scene (self->show));
  set_place (self->place, nida_show_get_slide (self->show), n);
  if (more)
    set_place (self->next_place, slide, n);
  else
    nida_shell_set_label (self->next_place, _("The end"));
  update_notes (self);
}

static void
update_brush (NidaPresenterWindow *self)
{
  NidaBox box;

  nida_show_picture_set_brushed (self->picture, nida_show_get_picture (self->show), nida_show_get_stroke (self->show, &box) ? &box : NULL);
}

static void
update_screen (NidaPresenterWindow *self)
{
  gboolean all = nida_show_get_screen (self->show) == NIDA_SHOW_ALL_SLIDES;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->pages)), all ? "overview" : "slides") == 0)
    return;
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), all ? "overview" : "slides");
  if (all)
    gtk_widget_grab_focus (self->overview);
  else
    gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->picture));
}

static void
update_number (NidaPresenterWindow *self)
{
  g_autofree char *number = nida_language_integer (get_language (), nida_show_get_number (self->show));
  /* Translators: digits that are typed to jump to a slide: "Slide 12, then Enter" */
  g_autofree char *words = g_strdup_printf (_("Slide %s, then Enter"), number);

  nida_shell_set_label (self->number, words);
  gtk_widget_set_visible (GTK_WIDGET (self->number), nida_show_get_number (self->show) > 0);
}

static void
changed_cb (NidaPresenterWindow *self,
            guint                changes)
{
  if ((changes & (NIDA_SHOW_SLIDE | NIDA_SHOW_DATA)) != 0)
    update_slide (self);
  if ((changes & NIDA_SHOW_SLIDE) != 0)
    update_next (self);
  else if ((changes & NIDA_SHOW_DATA) != 0)
    update_next_later (self);
  if ((changes & NIDA_SHOW_SELECTED) != 0)
    nida_show_picture_set_selected (self->picture, nida_show_get_selected (self->show));
  if ((changes & NIDA_SHOW_BRUSHED) != 0)
    update_brush (self);
  if ((changes & NIDA_SHOW_SCREEN) != 0)
    update_screen (self);
  if ((changes & NIDA_SHOW_NUMBER) != 0)
    update_number (self);
}

static void
command_cb (NidaPresenterWindow *self,
            int                  command)
{
  double factor;

  if (command == NIDA_SHOW_PLEDGE && self->extra != NULL)
    {
      gtk_widget_set_visible (self->extra, TRUE);
      gtk_window_present (GTK_WINDOW (self));
      gtk_widget_child_focus (self->extra, GTK_DIR_TAB_FORWARD);
    }
  factor = command == NIDA_SHOW_LARGER ? NOTES_STEP : command == NIDA_SHOW_SMALLER ? 1 / NOTES_STEP : 1;

  if (factor == 1)
    return;
  self->notes_scale = CLAMP (self->notes_scale * factor, NOTES_LEAST, NOTES_MOST);
  update_notes (self);
}

static void
look_changed_cb (NidaPresenterWindow *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self->picture));
  gtk_widget_queue_draw (GTK_WIDGET (self->next));
}

/* --- the pointer --- */

static NidaBox
get_box (gpointer data)
{
  return nida_show_picture_get_box (((NidaPresenterWindow *) data)->picture);
}

static void
pointing_cb (NidaPresenterWindow *self,
             GtkToggleButton     *button)
{
  nida_show_pointer_set_always (self->pointer, gtk_toggle_button_get_active (button));
}

/* --- parts --- */

/* A heading and a place at the end of the line. */
static GtkWidget *
new_heading (const char  *text,
             GtkLabel   **place)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *heading = nida_shell_new_label (text, "nida-heading");

  gtk_widget_set_hexpand (heading, TRUE);
  *place = GTK_LABEL (nida_shell_new_label ("", "nida-faint"));
  gtk_box_append (GTK_BOX (row), heading);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (*place));
  return row;
}

static GtkWidget *
new_picture (NidaPresenterWindow *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->picture = NIDA_SHOW_PICTURE (nida_show_picture_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->picture), LEAST_WIDTH, LEAST_WIDTH * 9 / 16);
  gtk_widget_set_focusable (GTK_WIDGET (self->picture), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->picture), "nida-now");
  self->pointer = nida_show_pointer_add (GTK_WIDGET (self->picture), self->show, get_box, self);
  nida_show_pointer_add_clicks (self->pointer);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->picture));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), nida_show_ring_new (self->show, get_box, self));
  gtk_widget_set_vexpand (overlay, TRUE);
  return overlay;
}

static GtkWidget *
new_main_column (NidaPresenterWindow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *keys = nida_presenter_keys_new (self->show);

  self->extra = self->make_extra != NULL ? self->make_extra (self->extra_data) : NULL;
  gtk_box_append (GTK_BOX (column), new_heading (_("This slide"), &self->place));
  gtk_box_append (GTK_BOX (column), new_picture (self));
  self->number = GTK_LABEL (nida_shell_new_label ("", "nida-heading"));
  gtk_widget_set_visible (GTK_WIDGET (self->number), FALSE);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (column), nida_presenter_time_new (self->show));
  g_signal_connect_object (nida_presenter_keys_get_pointer (NIDA_PRESENTER_KEYS (keys)), "toggled", G_CALLBACK (pointing_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), keys);
  if (self->extra != NULL)
    gtk_box_append (GTK_BOX (column), self->extra);
  return column;
}

static GtkWidget *
new_notes (NidaPresenterWindow *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *scroller = gtk_scrolled_window_new ();

  self->notes = GTK_LABEL (nida_shell_new_label ("", "nida-notes"));
  gtk_label_set_ellipsize (self->notes, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (self->notes, TRUE);
  gtk_label_set_yalign (self->notes, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->notes));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), NOTES_HEIGHT);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (card), nida_shell_new_label (_("Notes"), "nida-faint"));
  gtk_box_append (GTK_BOX (card), scroller);
  gtk_widget_add_css_class (card, "nida-presenter-card");
  return card;
}

static GtkWidget *
new_side_column (NidaPresenterWindow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (column), new_heading (_("Next"), &self->next_place));
  self->next = NIDA_SHOW_PICTURE (nida_show_picture_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->next), LEAST_WIDTH / 2, LEAST_WIDTH / 2 * 9 / 16);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->next));
  gtk_box_append (GTK_BOX (column), new_notes (self));
  self->data = nida_presenter_data_new (self->show);
  gtk_box_append (GTK_BOX (column), self->data);
  return column;
}

/* Where large text leaves no room beside one another, the next slide and the notes stand below, and all of it scrolls. */
static GtkWidget *
new_columns (NidaPresenterWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *columns = g_object_new (GTK_TYPE_BOX, "layout-manager",
                                     g_object_new (NIDA_TYPE_BESIDE_LAYOUT, "spacing", 16, "first-share", FIRST_SHARE, NULL), NULL);

  gtk_box_append (GTK_BOX (columns), new_main_column (self));
  gtk_box_append (GTK_BOX (columns), new_side_column (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), columns);
  return scroller;
}

static GtkWidget *
new_button (NidaPresenterWindow *self,
            const char          *words,
            const char          *icon,
            NidaShowCommand      command)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (words);

  gtk_widget_add_css_class (button, "nida-raised");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  nida_presenter_keys_connect (button, self->show, command);
  return button;
}

/* The audience's screen stands under the name: beside it, large text would leave nothing of either. */
static void
build_header (NidaPresenterWindow *self)
{
  GtkWidget *titles = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->header = GTK_HEADER_BAR (gtk_header_bar_new ());
  gtk_header_bar_pack_start (self->header, new_button (self, _("End the Show"), NULL, NIDA_SHOW_END));
  gtk_header_bar_pack_start (self->header, new_button (self, _("Full screen, or a window, for the audience"),
                                                       "nida-maximise-symbolic", NIDA_SHOW_FULLSCREEN));
  self->title = GTK_LABEL (nida_shell_new_label (self->name != NULL ? self->name : _("Nida"), "nida-strong"));
  self->audience = GTK_LABEL (nida_shell_new_label ("", "nida-faint"));
  gtk_label_set_xalign (self->title, 0.5);
  gtk_label_set_xalign (self->audience, 0.5);
  gtk_widget_set_valign (titles, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (titles), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (titles), GTK_WIDGET (self->audience));
  gtk_header_bar_set_title_widget (self->header, titles);
  self->swap = new_button (self, _("Swap the screens (S)"), "nida-swap-symbolic", NIDA_SHOW_SWAP);
  gtk_header_bar_pack_end (self->header, self->swap);
}

static void
update_audience (NidaPresenterWindow *self)
{
  g_autofree char *words = self->audience_words != NULL
                         /* Translators: which monitor the audience sees */
                         ? g_strdup_printf (_("Audience: %s"), self->audience_words) : g_strdup (_("Audience: a window"));

  nida_shell_set_label (self->audience, words);
  gtk_widget_set_visible (self->swap, self->can_swap);
}

/* On the whole screen there is nothing to move or to make smaller. */
static void
fullscreened_cb (NidaPresenterWindow *self)
{
  gtk_header_bar_set_show_title_buttons (self->header, !gtk_window_is_fullscreen (GTK_WINDOW (self)));
}

static void
build (NidaPresenterWindow *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  build_header (self);
  self->overview = nida_show_overview_new (self->show);
  self->pages = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->pages), new_columns (self), "slides");
  gtk_stack_add_named (GTK_STACK (self->pages), self->overview, "overview");
  gtk_widget_add_css_class (self->pages, "nida-presenter-body");
  gtk_widget_set_vexpand (self->pages, TRUE);
  /* a window that fills the screen shows no title bar of its own */
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->header));
  gtk_box_append (GTK_BOX (content), self->pages);
  gtk_window_set_child (GTK_WINDOW (self), content);
  nida_shell_focus_first (GTK_WINDOW (self), GTK_WIDGET (self->picture));
  fullscreened_cb (self);
  update_audience (self);
  changed_cb (self, NIDA_SHOW_SLIDE | NIDA_SHOW_SCREEN | NIDA_SHOW_NUMBER);
}

/* --- object --- */

static gboolean
nida_presenter_window_close_request (GtkWindow *window)
{
  nida_show_run (NIDA_PRESENTER_WINDOW (window)->show, NIDA_SHOW_END);
  return TRUE;
}

static void
nida_presenter_window_dispose (GObject *object)
{
  NidaPresenterWindow *self = NIDA_PRESENTER_WINDOW (object);

  g_clear_handle_id (&self->fill_next, g_source_remove);
  G_OBJECT_CLASS (nida_presenter_window_parent_class)->dispose (object);
  g_clear_object (&self->show);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->audience_words, g_free);
}

static void
nida_presenter_window_class_init (NidaPresenterWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_presenter_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = nida_presenter_window_close_request;
}

static void
nida_presenter_window_init (NidaPresenterWindow *self)
{
  GtkWidget *none = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->notes_scale = 1;
  gtk_widget_set_visible (none, FALSE);
  gtk_window_set_titlebar (GTK_WINDOW (self), none);
  gtk_window_set_default_size (GTK_WINDOW (self), 1200, 760);
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida");
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida-presenter");
  gtk_window_set_title (GTK_WINDOW (self), _("Presenter – Nida"));
}

GtkWidget *
nida_presenter_window_new (NidaShow *show)
{
  NidaPresenterWindow *self = g_object_new (NIDA_TYPE_PRESENTER_WINDOW, NULL);

  self->show = g_object_ref (show);
  build (self);
  nida_show_listen (show, GTK_WINDOW (self));
  g_signal_connect_object (show, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "command", G_CALLBACK (command_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
  g_signal_connect_object (nida_look_get (), "language-changed", G_CALLBACK (build), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (nida_look_get (), "changed", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
nida_presenter_window_set_title (NidaPresenterWindow *self,
                                 const char          *title)
{
  g_free (self->name);
  self->name = g_strdup (title);
  nida_shell_set_label (self->title, title);
}

void
nida_presenter_window_set_audience (NidaPresenterWindow *self,
                                    const char          *words,
                                    gboolean             can_swap)
{
  g_free (self->audience_words);
  self->audience_words = g_strdup (words);
  self->can_swap = can_swap;
  update_audience (self);
}

const char *
nida_presenter_window_get_audience (NidaPresenterWindow *self)
{
  return self->audience_words;
}

const char *
nida_presenter_window_get_notes (NidaPresenterWindow *self)
{
  return gtk_label_get_text (self->notes);
}

const char *
nida_presenter_window_get_pending (NidaPresenterWindow *self)
{
  return nida_presenter_data_get_pending (NIDA_PRESENTER_DATA (self->data));
}

void
nida_presenter_window_set_extra (NidaPresenterWindow *self,
                                 NidaPresenterFunc    make,
                                 gpointer             data)
{
  self->make_extra = make;
  self->extra_data = data;
  build (self);
}

NidaShowPicture *
nida_presenter_window_get_picture (NidaPresenterWindow *self)
{
  return self->picture;
}
