/* Each choice changes a copy of the slide, which the list puts into the document in one step. */
#include "config.h"

#include "slide-form.h"

#include "form.h"
#include "slide-contents.h"
#include "translate.h"
#include "ui-shell.h"

#define MOST_SECONDS 3600
#define MOST_MINUTES 600

typedef struct {
  NidaSlideList *list;
  GtkWidget     *form, *fields[2][2], *layout, *languages, *build, *seconds, *minutes, *cut;
  gboolean       showing;
} Form;

static void
form_free (gpointer data)
{
  Form *self = data;

  g_object_unref (self->list);
  g_free (self);
}

static const NidaSlide *
present (Form *self)
{
  return nida_slide_list_get (self->list, nida_slide_list_get_current (self->list));
}

static void
take (Form       *self,
      NidaSlide  *slide,
      const char *name)
{
  nida_slide_list_replace (self->list, nida_slide_list_get_current (self->list), slide, name, NULL);
  nida_slide_free (slide);
}

/* --- how it is shown --- */

static void
choice_cb (Form *self)
{
  NidaSlide *slide;

  if (self->showing || present (self) == NULL)
    return;
  slide = nida_slide_copy (present (self));
  slide->layout = MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->layout)), NIDA_SLIDE_N_LAYOUTS - 1);
  slide->languages = MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->languages)), NIDA_SLIDE_N_LANGUAGES - 1);
  slide->build = MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->build)), NIDA_SLIDE_N_BUILDS - 1);
  slide->seconds = (guint) gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->seconds));
  slide->minutes = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->minutes));
  slide->cut = !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->cut));
  take (self, slide, NC_("undo", "Change Slide"));
}

static GtkWidget *
append_choice (Form               *self,
               const char         *title,
               const char * const *words)
{
  GtkWidget *drop_down = nida_form_drop_down_new (words);

  nida_form_append (self->form, title, drop_down);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (choice_cb), self);
  return drop_down;
}

static GtkWidget *
append_number (Form       *self,
               const char *title,
               double      most,
               double      step)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, most, step);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), step < 1 ? 1 : 0);
  nida_form_append (self->form, title, spin);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (choice_cb), self);
  return spin;
}

static void
append_choices (Form *self)
{
  const char *layouts[] = { _("Figures and Text Beside Charts"), _("In Rows"), _("Opening"), NULL };
  const char *languages[] = { _("That of the Show"), _("English and Arabic"), NULL };
  const char *builds[] = { _("At Once"), _("Part by Part"), _("Chart by Chart"), NULL };

  nida_form_append_heading (self->form, _("How It Is Shown"));
  /* Translators: where everything stands on a slide */
  self->layout = append_choice (self, _("Layout"), layouts);
  self->languages = append_choice (self, _("Language"), languages);
  /* Translators: what comes in one after the other on a slide: of coverage what is required, then what was received, then the gap */
  self->build = append_choice (self, _("Appears"), builds);
  self->seconds = append_number (self, _("Next slide after seconds (0: by hand)"), MOST_SECONDS, 1);
  self->minutes = append_number (self, _("Minutes planned (0: not planned)"), MOST_MINUTES, 0.5);
  /* Translators: from one slide to the next */
  self->cut = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->cut), nida_shell_new_label (_("Move into this slide"), NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cut), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Move into this slide"), -1);
  g_signal_connect_swapped (self->cut, "toggled", G_CALLBACK (choice_cb), self);
  gtk_box_append (GTK_BOX (self->form), self->cut);
}

/* --- words --- */

static void
append_fields (Form           *self,
               NidaSlideWords  words)
{
  for (guint place = 0; place < 2; place++)
    {
      gboolean arabic = nida_form_is_arabic (place);
      GtkWidget *field = nida_slide_field_new (self->list, words, arabic);

      self->fields[words][arabic] = field;
      nida_form_append (self->form, nida_slide_field_get_label (NIDA_SLIDE_FIELD (field)), field);
    }
}

void
nida_slide_form_focus (GtkWidget      *form,
                       NidaSlideWords  words,
                       gboolean        arabic)
{
  Form *self = g_object_get_data (G_OBJECT (form), "nida-form");

  g_return_if_fail (words < NIDA_SLIDE_NOTES_WORDS);
  gtk_widget_grab_focus (self->fields[words][arabic]);
}

static void
update (GtkWidget *form)
{
  Form *self = g_object_get_data (G_OBJECT (form), "nida-form");
  const NidaSlide *slide = present (self);

  gtk_widget_set_sensitive (form, slide != NULL);
  if (slide == NULL)
    return;
  self->showing = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->layout), slide->layout);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->languages), slide->languages);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->build), slide->build);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->seconds), slide->seconds);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->minutes), slide->minutes);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->cut), !slide->cut);
  self->showing = FALSE;
}

GtkWidget *
nida_slide_form_new (NidaSlideList *list,
                     NidaSession   *session)
{
  Form *self = g_new0 (Form, 1);

  self->form = nida_form_new ();
  self->list = g_object_ref (list);
  g_object_set_data_full (G_OBJECT (self->form), "nida-form", self, form_free);
  append_fields (self, NIDA_SLIDE_TITLE_WORDS);
  nida_form_append_words (self->form, _("Without a title of its own, a slide of one chart says what its data show at any time."));
  nida_form_append_heading (self->form, _("What Stands on It"));
  gtk_box_append (GTK_BOX (self->form), nida_slide_contents_new (list, session));
  append_fields (self, NIDA_SLIDE_TEXT_WORDS);
  nida_form_append_words (self->form, _("A line that begins with “- ” is a point of a list."));
  append_choices (self);
  g_signal_connect_object (list, "changed", G_CALLBACK (update), self->form, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "slide-changed", G_CALLBACK (update), self->form, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "current-changed", G_CALLBACK (update), self->form, G_CONNECT_SWAPPED);
  update (self->form);
  return self->form;
}
