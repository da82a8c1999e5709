/* A check a name, off until a person joins it: two donors that were taken for one would be worse than one that stands twice. */
#include "config.h"

#include "name-offers.h"

#include "alias-words.h"
#include "form.h"
#include "look.h"
#include "translate.h"
#include "ui-shell.h"

#define WIDTH 520
#define HEAD  150      /* of the window's height, without the names */
#define ROW    56
#define MOST  560

struct _NidaNameOffers
{
  GtkWindow  parent_instance;

  GPtrArray *offers;
  GPtrArray *checks;      /* GtkCheckButton, by offer */
};

enum { DECIDED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaNameOffers, nida_name_offers, GTK_TYPE_WINDOW)

void
nida_name_offers_decide (NidaNameOffers *self)
{
  for (guint i = 0; i < self->offers->len; i++)
    ((NidaNameOffer *) self->offers->pdata[i])->accepted = gtk_check_button_get_active (self->checks->pdata[i]);
  g_signal_emit (self, signals[DECIDED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

GtkCheckButton *
nida_name_offers_get_check (NidaNameOffers *self,
                            guint           index)
{
  return self->checks->pdata[index];
}

static GtkWidget *
new_header (NidaNameOffers *self,
            const char     *decide,
            const char     *leave)
{
  GtkWidget *bar = gtk_header_bar_new ();
  GtkWidget *add = gtk_button_new_with_mnemonic (decide), *cancel = gtk_button_new_with_mnemonic (leave);

  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (bar), FALSE);
  gtk_widget_add_css_class (add, "suggested-action");
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (nida_name_offers_decide), self);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (bar), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (bar), add);
  gtk_window_set_default_widget (GTK_WINDOW (self), add);
  return bar;
}

/* "“Kuwait (Gov)” is “Kuwait, Government of”", and why it may be. */
static GtkWidget *
new_check (const NidaNameOffer *offer)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autofree char *name = nida_language_isolate (language, offer->name), *known = nida_language_isolate (language, offer->known);
  /* Translators: a name in rows that are pasted, and one that the data know: a person decides whether they are one */
  g_autofree char *words = g_strdup_printf (_("“%1$s” is “%2$s”"), name, known);
  GtkWidget *check = gtk_check_button_new (), *label = gtk_label_new (NULL), *reason = gtk_label_new (nida_words_alias_reason (offer->reason));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  nida_shell_set_label (GTK_LABEL (label), words);
  for (GtkWidget *line = label; line != NULL; line = line == label ? reason : NULL)
    {
      gtk_label_set_xalign (GTK_LABEL (line), 0);
      nida_shell_wrap (GTK_LABEL (line));
      gtk_box_append (GTK_BOX (box), line);
    }
  gtk_widget_add_css_class (reason, "nida-subtitle");
  gtk_widget_set_margin_start (box, 8);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, words, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (GTK_LABEL (reason)), -1);
  return check;
}

static void
fill (NidaNameOffers *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *form = nida_form_new ();

  nida_form_append_words (form, _("These names are not in the data, but others are that may be the same. Choose those that are: they are "
                                  "counted together, in this document too, and what was written is kept."));
  for (guint i = 0; i < self->offers->len; i++)
    {
      GtkWidget *check = new_check (self->offers->pdata[i]);

      gtk_box_append (GTK_BOX (form), check);
      g_ptr_array_add (self->checks, check);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), form);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, (int) MIN (HEAD + ROW * self->offers->len, MOST));
  gtk_window_set_child (GTK_WINDOW (self), scroller);
  nida_shell_focus_first (GTK_WINDOW (self), self->checks->pdata[0]);
}

static void
nida_name_offers_finalize (GObject *object)
{
  NidaNameOffers *self = NIDA_NAME_OFFERS (object);

  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_ptr_array_unref (self->checks);
  G_OBJECT_CLASS (nida_name_offers_parent_class)->finalize (object);
}

static void
nida_name_offers_class_init (NidaNameOffersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_name_offers_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  signals[DECIDED] = g_signal_new ("decided", NIDA_TYPE_NAME_OFFERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nida_name_offers_init (NidaNameOffers *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida");
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  /* Translators: a window that asks which names are one */
  gtk_window_set_title (GTK_WINDOW (self), _("Names That May Be One"));
}

GtkWidget *
nida_name_offers_new (GtkWindow  *parent,
                      GPtrArray  *offers,
                      const char *decide,
                      const char *leave)
{
  NidaNameOffers *self = g_object_new (NIDA_TYPE_NAME_OFFERS, "transient-for", parent, NULL);

  gtk_window_set_titlebar (GTK_WINDOW (self), new_header (self, decide, leave));
  self->offers = g_ptr_array_ref (offers);
  fill (self);
  return GTK_WIDGET (self);
}
