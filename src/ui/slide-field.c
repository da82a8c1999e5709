/* A field for words of the present slide. What is typed goes into the document at once; what undo or another process changes
 * comes back into the field. */
#include "config.h"

#include "slide-field.h"

#include "translate.h"
#include "ui-shell.h"

/* @offset: in the slide, of words under a figure in that */
typedef struct {
  const char *label, *undo;
  gsize       offset;
} Field;

static const Field fields[NIDA_SLIDE_FIGURE_WORDS + 1][2] = {
  [NIDA_SLIDE_TITLE_WORDS] = { { N_("Title in English"), NC_("undo", "Slide Title"), G_STRUCT_OFFSET (NidaSlide, title) },
                               { N_("Title in Arabic"), NC_("undo", "Slide Title"), G_STRUCT_OFFSET (NidaSlide, title_ar) } },
  [NIDA_SLIDE_TEXT_WORDS] = { { N_("Text in English"), NC_("undo", "Slide Text"), G_STRUCT_OFFSET (NidaSlide, text) },
                              { N_("Text in Arabic"), NC_("undo", "Slide Text"), G_STRUCT_OFFSET (NidaSlide, text_ar) } },
  [NIDA_SLIDE_NOTES_WORDS] = { { N_("Notes in English"), NC_("undo", "Notes"), G_STRUCT_OFFSET (NidaSlide, notes) },
                               { N_("Notes in Arabic"), NC_("undo", "Notes"), G_STRUCT_OFFSET (NidaSlide, notes_ar) } },
  /* Translators: what stands under a big number on a slide */
  [NIDA_SLIDE_FIGURE_WORDS] = { { N_("Words of the figure in English"), NC_("undo", "Words of a Figure"), G_STRUCT_OFFSET (NidaSlideChart, words) },
                                { N_("Words of the figure in Arabic"), NC_("undo", "Words of a Figure"), G_STRUCT_OFFSET (NidaSlideChart, words_ar) } },
};

struct _NidaSlideField
{
  GtkWidget       parent_instance;

  NidaSlideList  *list;
  NidaSlideWords  words;
  gboolean        arabic;
  GtkWidget      *view;
  GtkTextBuffer  *buffer;
  gboolean        showing;
};

G_DEFINE_FINAL_TYPE (NidaSlideField, nida_slide_field, GTK_TYPE_WIDGET)

static const Field *
field_of (NidaSlideField *self)
{
  return &fields[MIN (self->words, NIDA_SLIDE_FIGURE_WORDS)][self->arabic];
}

const char *
nida_slide_field_get_label (NidaSlideField *self)
{
  return _(field_of (self)->label);
}

/* NULL where the slide has no such figure any more. */
static char **
place_of (NidaSlideField *self,
          NidaSlide      *slide)
{
  guint figure = self->words - NIDA_SLIDE_FIGURE_WORDS;

  if (self->words < NIDA_SLIDE_FIGURE_WORDS)
    return (char **) G_STRUCT_MEMBER_P (slide, field_of (self)->offset);
  return figure < slide->figures->len ? (char **) G_STRUCT_MEMBER_P (slide->figures->pdata[figure], field_of (self)->offset) : NULL;
}

static char *
dup_written (NidaSlideField *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
written_cb (NidaSlideField *self)
{
  guint index = nida_slide_list_get_current (self->list);
  const NidaSlide *present = nida_slide_list_get (self->list, index);
  g_autoptr (NidaSlide) slide = NULL;
  g_autofree char *run = NULL;
  char *text;

  if (self->showing || present == NULL || place_of (self, (NidaSlide *) present) == NULL)
    return;
  slide = nida_slide_copy (present);
  text = dup_written (self);
  g_free (*place_of (self, slide));
  *place_of (self, slide) = text;
  if (*text == '\0')
    g_clear_pointer (place_of (self, slide), g_free);
  run = g_strdup_printf ("slide-%s-%u-%d", nida_slide_list_get_id (self->list, index), self->words, self->arabic);
  nida_slide_list_replace (self->list, index, slide, field_of (self)->undo, run);
}

static void
update (NidaSlideField *self)
{
  const NidaSlide *slide = nida_slide_list_get (self->list, nida_slide_list_get_current (self->list));
  char **place = slide != NULL ? place_of (self, (NidaSlide *) slide) : NULL;
  const char *text = place != NULL ? *place : NULL;
  g_autofree char *written = dup_written (self);

  gtk_widget_set_sensitive (self->view, place != NULL);
  if (g_strcmp0 (written, text != NULL ? text : "") == 0)
    return;
  self->showing = TRUE;
  gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
  self->showing = FALSE;
}

static gboolean
nida_slide_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NIDA_SLIDE_FIELD (widget)->view);
}

static void
nida_slide_field_dispose (GObject *object)
{
  NidaSlideField *self = NIDA_SLIDE_FIELD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (nida_slide_field_parent_class)->dispose (object);
}

static void
nida_slide_field_class_init (NidaSlideFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_slide_field_dispose;
  widget_class->grab_focus = nida_slide_field_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
nida_slide_field_init (NidaSlideField *self)
{
  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static gboolean
is_short (NidaSlideField *self)
{
  return self->words == NIDA_SLIDE_TITLE_WORDS || self->words >= NIDA_SLIDE_FIGURE_WORDS;
}

/* A text has several lines, a title may have two; Tab goes on to the next field. */
static GtkWidget *
new_frame (NidaSlideField *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 6);
  /* what is written decides, not the window */
  gtk_widget_set_direction (self->view, self->arabic ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_add_css_class (scroller, "nida-text");
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), is_short (self) ? 32 : 64);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), is_short (self) ? 64 : self->words == NIDA_SLIDE_TEXT_WORDS ? 140 : 400);
  return scroller;
}

GtkWidget *
nida_slide_field_new (NidaSlideList  *list,
                      NidaSlideWords  words,
                      gboolean        arabic)
{
  NidaSlideField *self = g_object_new (NIDA_TYPE_SLIDE_FIELD, NULL);

  self->list = g_object_ref (list);
  self->words = words;
  self->arabic = arabic;
  gtk_widget_set_parent (new_frame (self), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, nida_slide_field_get_label (self), -1);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "slide-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "current-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
