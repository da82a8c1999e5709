/* The slides page: what is chosen in the strip stands large in the middle, its notes below, its choices at the end. A click on
 * the words of the slide leads to where they are written; two clicks, or F2, write them in their place. */
#include "config.h"

#include "slides-view.h"

#include "beside-layout.h"
#include "form.h"
#include "look.h"
#include "panes.h"
#include "show-picture.h"
#include "slide-form.h"
#include "slide-strip.h"
#include "slide-typing.h"
#include "translate.h"
#include "ui-shell.h"

#include <string.h>

#define STRIP_WIDTH 178
#define FORM_WIDTH  268
#define MOST_GROWTH 1.15     /* of the choices with the text: the slide must have room in a small window */
#define NOTES_HEIGHT 130

struct _NidaSlidesView
{
  GtkWidget      parent_instance;

  NidaSession   *session;
  NidaSlideList *list;
  GtkWidget     *pages;          /* "none" or "slides" */
  GtkWidget     *first, *strip, *picture, *unknown, *form, *end;
  GtkWidget     *notes[2], *notes_pages;
};

G_DEFINE_FINAL_TYPE (NidaSlidesView, nida_slides_view, GTK_TYPE_WIDGET)

/* --- actions --- */

static void
new_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  NidaSlidesView *self = NIDA_SLIDES_VIEW (widget);
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  gboolean arabic = nida_language_is_arabic (nida_look_get_language (nida_look_get ()));

  slide->layout = g_str_equal (name, "slides.opening") ? NIDA_SLIDE_TITLE : NIDA_SLIDE_ASIDE;
  nida_slide_list_add (self->list, slide);
  nida_slide_form_focus (self->form, NIDA_SLIDE_TITLE_WORDS, arabic);
}

static void
board_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  NidaSlidesView *self = NIDA_SLIDES_VIEW (widget);
  g_autoptr (NidaSlide) slide = nida_slide_list_new_of_board (self->list);

  nida_slide_list_add (self->list, slide);
  nida_slides_view_focus (self);
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  nida_slide_list_duplicate (NIDA_SLIDES_VIEW (widget)->list);
}

static void
remove_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  NidaSlidesView *self = NIDA_SLIDES_VIEW (widget);

  if (nida_slide_list_get_current (self->list) == G_MAXUINT)
    return;
  nida_slide_list_remove (self->list);
  gtk_widget_activate_action (widget, "win.toast", "(ss)", _("The slide was deleted; undo brings it back"), "");
}

static void
move_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  NidaSlidesView *self = NIDA_SLIDES_VIEW (widget);
  guint current = nida_slide_list_get_current (self->list);

  if (current != G_MAXUINT)
    nida_slide_list_move (self->list, current, g_str_equal (name, "slides.earlier") ? current - 1 : current + 1);
}

static void
update_actions (NidaSlidesView *self)
{
  guint current = nida_slide_list_get_current (self->list), n = nida_slide_list_get_n (self->list);
  gboolean some = current != G_MAXUINT, writable = !nida_document_is_read_only (nida_session_get_document (self->session));
  const struct { const char *name; gboolean enabled; } states[] = {
    { "slides.new", writable }, { "slides.opening", writable }, { "slides.board", writable && nida_session_get_board (self->session) != NULL },
    { "slides.duplicate", writable && some }, { "slides.remove", writable && some }, { "slides.write", writable && some },
    { "slides.words", writable && some },
    { "slides.earlier", writable && some && current > 0 }, { "slides.later", writable && some && current + 1 < n },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), states[i].name, states[i].enabled);
}

/* --- the slide --- */

static void
update (NidaSlidesView *self)
{
  guint current = nida_slide_list_get_current (self->list);

  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), current != G_MAXUINT ? "slides" : "none");
  gtk_widget_set_visible (self->unknown, current != G_MAXUINT && nida_slide_list_get (self->list, current) == NULL);
  nida_show_picture_set_scene (NIDA_SHOW_PICTURE (self->picture), current != G_MAXUINT ? nida_slide_list_get_scene (self->list, current) : NULL);
  update_actions (self);
}

static void
slide_changed_cb (NidaSlidesView *self,
                  guint           index)
{
  if (index == nida_slide_list_get_current (self->list))
    update (self);
}

/* The words under the pointer, and whether they are those of the Arabic half. */
static const NidaNode *
words_at (NidaSlidesView *self,
          double          x,
          double          y)
{
  NidaScene *scene = nida_show_picture_get_scene (NIDA_SHOW_PICTURE (self->picture));
  NidaBox box = nida_show_picture_get_box (NIDA_SHOW_PICTURE (self->picture));
  double scale = scene != NULL && box.width > 0 ? nida_scene_get_width (scene) / box.width : 0;

  x = (x - box.x) * scale;
  y = (y - box.y) * scale;
  for (guint i = 0; scale > 0 && i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (node->shape == NIDA_SHAPE_TEXT && x >= node->box.x && y >= node->box.y && x < node->box.x + node->box.width
          && y < node->box.y + node->box.height)
        return node;
    }
  return NULL;
}

/* What @node says of the slide; NIDA_SLIDE_N_WORDS for what nobody writes. */
static NidaSlideWords
find_words (const NidaNode *node,
            gboolean       *arabic)
{
  gboolean both = node != NULL && (g_str_has_prefix (node->key, "ar/") || g_str_has_prefix (node->key, "en/"));
  const char *key = node == NULL ? "" : both ? node->key + 3 : node->key;

  *arabic = both ? g_str_has_prefix (node->key, "ar/") : nida_language_is_arabic (nida_look_get_language (nida_look_get ()));
  if (g_str_has_prefix (key, "figure/") && g_str_has_suffix (key, "/title"))
    return NIDA_SLIDE_FIGURE_WORDS + (guint) g_ascii_strtoull (strrchr (key, '-') + 1, NULL, 10);
  return g_str_equal (key, "title") ? NIDA_SLIDE_TITLE_WORDS : g_str_has_prefix (key, "text/") ? NIDA_SLIDE_TEXT_WORDS : NIDA_SLIDE_N_WORDS;
}

/* @node: or NULL, at the top of the slide */
static NidaBox
box_of (NidaSlidesView *self,
        const NidaNode *node)
{
  NidaScene *scene = nida_show_picture_get_scene (NIDA_SHOW_PICTURE (self->picture));
  NidaBox box = nida_show_picture_get_box (NIDA_SHOW_PICTURE (self->picture));
  double scale = scene != NULL ? box.width / nida_scene_get_width (scene) : 0;

  if (node == NULL || scale <= 0)
    return box;
  return (NidaBox) { box.x + node->box.x * scale, box.y + node->box.y * scale, node->box.width * scale, node->box.height * scale };
}

static void
write_words (NidaSlidesView *self,
             const NidaNode *node,
             NidaSlideWords  words,
             gboolean        arabic)
{
  NidaBox box = box_of (self, node);

  GtkWidget *popover;

  if (nida_document_is_read_only (nida_session_get_document (self->session)))
    return;
  popover = nida_slide_typing_open (self->list, self->picture, words, arabic, &box);
  g_signal_connect_object (popover, "closed", G_CALLBACK (nida_slides_view_focus), self, G_CONNECT_SWAPPED);
}

static void
clicked_cb (NidaSlidesView *self,
            int             n_press,
            double          x,
            double          y)
{
  const NidaNode *node = words_at (self, x, y);
  gboolean arabic;
  NidaSlideWords words = find_words (node, &arabic);

  if (words == NIDA_SLIDE_N_WORDS)
    return;
  if (n_press == 2)
    write_words (self, node, words, arabic);
  else if (n_press == 1 && words < NIDA_SLIDE_NOTES_WORDS)
    nida_slide_form_focus (self->form, words, arabic);
}

/* The title of the present slide, from the keyboard. */
static void
write_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  NidaSlidesView *self = NIDA_SLIDES_VIEW (widget);
  NidaScene *scene = nida_show_picture_get_scene (NIDA_SHOW_PICTURE (self->picture));
  const NidaNode *node = scene != NULL ? nida_scene_find (scene, "title") : NULL;

  if (nida_slide_list_get_current (self->list) != G_MAXUINT)
    write_words (self, node, NIDA_SLIDE_TITLE_WORDS, nida_language_is_arabic (nida_look_get_language (nida_look_get ())));
}

static const NidaNode *
find_figure (NidaScene *scene,
             guint      index,
             gboolean   arabic)
{
  for (guint i = 0; scene != NULL && i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);
      gboolean of_arabic;

      if (find_words (node, &of_arabic) == NIDA_SLIDE_FIGURE_WORDS + index && of_arabic == arabic)
        return node;
    }
  return NULL;
}

/* Those of a figure, in the language of the window. */
static void
words_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  NidaSlidesView *self = NIDA_SLIDES_VIEW (widget);
  gboolean arabic = nida_language_is_arabic (nida_look_get_language (nida_look_get ()));
  guint index = g_variant_get_uint32 (parameter);

  if (index < NIDA_SLIDE_MAX_FIGURES && nida_slide_list_get_current (self->list) != G_MAXUINT)
    write_words (self, find_figure (nida_show_picture_get_scene (NIDA_SHOW_PICTURE (self->picture)), index, arabic),
                 NIDA_SLIDE_FIGURE_WORDS + index, arabic);
}

/* --- parts --- */

static GtkWidget *
new_button (const char *icon,
            const char *action,
            const char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  nida_shell_set_tooltip (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return button;
}

static GtkWidget *
new_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new (), add = g_menu_new (), change = g_menu_new (), out = g_menu_new ();

  g_menu_append (add, _("New Slide from the _Board"), "slides.board");
  g_menu_append (add, _("_Empty Slide"), "slides.new");
  g_menu_append (add, _("_Opening Slide"), "slides.opening");
  g_menu_append (change, _("_Duplicate"), "slides.duplicate");
  g_menu_append (change, _("Move Ear_lier"), "slides.earlier");
  g_menu_append (change, _("Move La_ter"), "slides.later");
  g_menu_append (change, _("Re_move"), "slides.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (add));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  g_menu_append (out, _("Present O_n…"), "win.present-options");
  g_menu_append (out, _("_Save as PDF…"), "win.slides-save");
  g_menu_append (out, _("Save with _Notes…"), "win.slides-save-notes");
  g_menu_append (out, _("Save Slide as Pict_ure…"), "win.slide-save");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (out));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "nida-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  nida_shell_fit_popover (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  nida_shell_set_tooltip (button, _("Menu of the slides"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Menu of the slides"), -1);
  return button;
}

/* A line that becomes two before large text cuts a word of it. */
static GtkWidget *
new_whole (int spacing)
{
  return g_object_new (GTK_TYPE_BOX, "layout-manager",
                       g_object_new (NIDA_TYPE_BESIDE_LAYOUT, "spacing", spacing, "whole", TRUE, NULL), NULL);
}

/* New, what else can be done, and the show itself. */
static GtkWidget *
new_bar (void)
{
  GtkWidget *bar = new_whole (2), *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *present = gtk_button_new_with_label (_("Present"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (present), "win.present");
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (present))), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (present, "suggested-action");
  gtk_widget_set_hexpand (present, TRUE);
  gtk_widget_set_halign (present, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), new_button ("nida-add-symbolic", "slides.board", _("New slide from the board")));
  gtk_box_append (GTK_BOX (buttons), new_menu_button ());
  gtk_box_append (GTK_BOX (bar), buttons);
  gtk_box_append (GTK_BOX (bar), present);
  gtk_widget_add_css_class (bar, "nida-slide-bar");
  return bar;
}

/* As wide as it is said to be, whatever is in it: the slide keeps its place. */
static GtkWidget *
new_scroller (GtkWidget *child,
              int        width)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_set_size_request (scroller, width, -1);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_hexpand (scroller, FALSE);      /* whatever its contents say */
  return scroller;
}

static GtkWidget *
new_start (NidaSlidesView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->strip = nida_slide_strip_new (self->list);
  gtk_box_append (GTK_BOX (box), new_bar ());
  gtk_box_append (GTK_BOX (box), new_scroller (self->strip, STRIP_WIDTH));
  gtk_widget_set_hexpand (box, FALSE);
  gtk_widget_add_css_class (box, "nida-slide-start");
  return box;
}

static GtkWidget *
new_notes (NidaSlidesView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *head = new_whole (8);
  GtkWidget *label, *switcher = gtk_stack_switcher_new ();

  self->notes_pages = gtk_stack_new ();
  for (guint place = 0; place < 2; place++)
    {
      gboolean arabic = nida_form_is_arabic (place);

      self->notes[arabic] = nida_slide_field_new (self->list, NIDA_SLIDE_NOTES_WORDS, arabic);
      gtk_stack_add_titled (GTK_STACK (self->notes_pages), self->notes[arabic], arabic ? "ar" : "en", arabic ? "العربية" : "English");
    }
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->notes_pages));
  nida_shell_let_pages_shrink (GTK_STACK_SWITCHER (switcher));
  gtk_widget_add_css_class (switcher, "nida-switcher");
  /* Translators: what the speaker reads and the audience does not see */
  label = nida_shell_new_label (_("Notes"), "nida-strong");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), switcher);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->notes_pages);
  gtk_widget_set_vexpand (self->notes_pages, TRUE);
  gtk_widget_set_size_request (box, -1, NOTES_HEIGHT);
  return box;
}

/* Where the slide would stand: a slide that cannot be read is passed over by the show, and has no picture. */
static GtkWidget *
new_unknown (void)
{
  GtkWidget *label = gtk_label_new (_("A newer version of Nida made this slide. It stays in the document and out of the show. Update Nida to see it."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_widget_set_halign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (label, FALSE);
  return label;
}

static GtkWidget *
new_middle (NidaSlidesView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *overlay = gtk_overlay_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->picture = nida_show_picture_new ();
  gtk_widget_set_hexpand (self->picture, TRUE);
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->picture, GTK_EVENT_CONTROLLER (click));
  self->unknown = new_unknown ();
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->picture);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->unknown);
  gtk_box_append (GTK_BOX (box), overlay);
  gtk_box_append (GTK_BOX (box), new_notes (self));
  gtk_widget_add_css_class (box, "nida-slide-middle");
  return box;
}

static GtkWidget *
new_slides (NidaSlidesView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *start = new_start (self), *middle = new_middle (self);

  self->form = nida_slide_form_new (self->list, self->session);
  gtk_box_append (GTK_BOX (box), start);
  gtk_box_append (GTK_BOX (box), middle);
  self->end = new_scroller (self->form, FORM_WIDTH);
  nida_pane_mark (start);
  nida_pane_mark (middle);
  nida_pane_mark (self->end);
  gtk_widget_add_css_class (self->end, "nida-slide-end");
  gtk_box_append (GTK_BOX (box), self->end);
  return box;
}

static GtkWidget *
new_none (NidaSlidesView *self)
{
  GtkWidget *empty = gtk_button_new_with_label (_("Opening Slide")), *page;

  self->first = gtk_button_new_with_label (_("New Slide from the Board"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->first), "slides.board");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (empty), "slides.opening");
  gtk_widget_add_css_class (self->first, "suggested-action");
  gtk_widget_add_css_class (empty, "nida-raised");
  page = nida_shell_new_empty_page (_("No Slides Yet"),
                                    _("A slide shows figures and charts of the board in letters that a hall can read, in Arabic and in English."),
                                    self->first, empty);
  nida_pane_mark (page);
  return page;
}

static void
fit_text (NidaSlidesView *self)
{
  double scale = CLAMP (nida_look_get_text_scale (nida_look_get ()), 1, MOST_GROWTH);

  gtk_widget_set_size_request (self->end, (int) (FORM_WIDTH * scale), -1);
}

/* --- object --- */

static void
nida_slides_view_dispose (GObject *object)
{
  NidaSlidesView *self = NIDA_SLIDES_VIEW (object);

  g_clear_pointer (&self->pages, gtk_widget_unparent);
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (nida_slides_view_parent_class)->dispose (object);
}

static void
nida_slides_view_class_init (NidaSlidesViewClass *klass)
{
  static const struct { const char *name; GtkWidgetActionActivateFunc func; } entries[] = {
    { "slides.new", new_cb }, { "slides.opening", new_cb }, { "slides.board", board_cb }, { "slides.duplicate", duplicate_cb },
    { "slides.write", write_cb }, { "slides.remove", remove_cb }, { "slides.earlier", move_cb }, { "slides.later", move_cb },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_slides_view_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_widget_class_install_action (widget_class, entries[i].name, NULL, entries[i].func);
  gtk_widget_class_install_action (widget_class, "slides.words", "u", words_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "slides.new", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "slides.write", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "slides.board", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
nida_slides_view_init (NidaSlidesView *self)
{
}

GtkWidget *
nida_slides_view_new (NidaSession *session)
{
  NidaSlidesView *self = g_object_new (NIDA_TYPE_SLIDES_VIEW, NULL);

  self->session = g_object_ref (session);
  self->list = g_object_ref (nida_slide_list_of (session));
  self->pages = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->pages), new_none (self), "none");
  gtk_stack_add_named (GTK_STACK (self->pages), new_slides (self), "slides");
  gtk_widget_set_parent (self->pages, GTK_WIDGET (self));
  g_signal_connect_object (nida_look_get (), "changed", G_CALLBACK (fit_text), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "slide-changed", G_CALLBACK (slide_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "current-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  fit_text (self);
  update (self);
  return GTK_WIDGET (self);
}

void
nida_slides_view_focus (NidaSlidesView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->strip));

  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->first);
}

GtkWidget *
nida_slides_view_get_strip (NidaSlidesView *self)
{
  return self->strip;
}

GtkWidget *
nida_slides_view_get_picture (NidaSlidesView *self)
{
  return self->picture;
}

GtkWidget *
nida_slides_view_get_form (NidaSlidesView *self)
{
  return self->form;
}
