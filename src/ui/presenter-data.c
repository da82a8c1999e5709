/* How old the figures of the present slide are, which slides are missing, and what waits to come in: the speaker decides when. */
#include "config.h"

#include "presenter-data.h"

#include "look.h"
#include "translate.h"
#include "ui-shell.h"

struct _NidaPresenterData
{
  GtkWidget  parent_instance;

  NidaShow  *show;
  GtkWidget *box, *ages, *pending;
  GtkLabel  *words, *unknown;
  gboolean   waits;
};

G_DEFINE_FINAL_TYPE (NidaPresenterData, nida_presenter_data, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text,
           const char *style,
           gboolean    wide)
{
  GtkWidget *label = gtk_label_new (NULL);

  nida_shell_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);        /* large text cuts no message */
  gtk_widget_set_hexpand (label, wide);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* The dot is told apart by its shape, too: "!" of what is late. */
static void
append_age (NidaPresenterData *self,
            const NidaShowAge *age)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (row), new_label (age->late ? "!" : "●", age->late ? "nida-late" : "nida-on-time", FALSE));
  gtk_box_append (GTK_BOX (row), new_label (age->name, NULL, TRUE));
  gtk_box_append (GTK_BOX (row), new_label (age->words, age->late ? "nida-late" : "nida-faint", FALSE));
  gtk_box_append (GTK_BOX (self->ages), row);
}

static void
update_ages (NidaPresenterData *self)
{
  g_autoptr (GPtrArray) ages = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->ages)) != NULL)
    gtk_box_remove (GTK_BOX (self->ages), child);
  if (nida_show_get_n_slides (self->show) == 0)
    return;
  ages = nida_show_source_dup_ages (nida_show_get_source (self->show), nida_show_get_slide (self->show),
                                    nida_look_get_language (nida_look_get ()));
  for (guint i = 0; i < ages->len; i++)
    append_age (self, ages->pdata[i]);
  if (ages->len == 0)
    gtk_box_append (GTK_BOX (self->ages), new_label (_("No figures on this slide"), "nida-faint", TRUE));
}

static void
update_unknown (NidaPresenterData *self)
{
  guint n = nida_show_source_get_n_unknown (nida_show_get_source (self->show));
  g_autofree char *number = nida_language_integer (nida_look_get_language (nida_look_get ()), n);
  /* Translators: so many slides are not in the show, since this version cannot read them */
  g_autofree char *words = g_strdup_printf (/* xgettext:c-format */ ngettext ("%s slide of a newer version of Nida is left out",
                                                                              "%s slides of a newer version of Nida are left out", n), number);

  nida_shell_set_label (self->unknown, words);
  gtk_widget_set_visible (GTK_WIDGET (self->unknown), n > 0);
}

static void
update_pending (NidaPresenterData *self)
{
  g_autofree char *words = nida_show_source_dup_pending (nida_show_get_source (self->show),
                                                         nida_look_get_language (nida_look_get ()));

  self->waits = words != NULL;
  gtk_widget_set_visible (self->pending, self->waits);
  nida_shell_set_label (self->words, words != NULL ? words : "");
}

static void
changed_cb (NidaPresenterData *self,
            guint              changes)
{
  if ((changes & (NIDA_SHOW_SLIDE | NIDA_SHOW_DATA)) != 0)
    {
      update_ages (self);
      update_unknown (self);
    }
  if ((changes & (NIDA_SHOW_PENDING | NIDA_SHOW_DATA)) != 0)
    update_pending (self);
}

static void
build (NidaPresenterData *self)
{
  GtkWidget *hint = new_label (_("It comes in at the next slide, or now with R"), "nida-faint", TRUE);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  /* Translators: heads a list of charts with the day of their figures */
  gtk_box_append (GTK_BOX (self->box), new_label (_("Age of the figures on this slide"), "nida-faint", TRUE));
  self->ages = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), self->ages);
  self->unknown = GTK_LABEL (new_label ("", "nida-late", TRUE));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->unknown));
  self->pending = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->pending, "nida-pending");
  /* Translators: heads what was read anew and waits until the speaker lets it in */
  gtk_box_append (GTK_BOX (self->pending), new_label (_("An update waits"), "nida-strong", TRUE));
  self->words = GTK_LABEL (new_label ("", NULL, TRUE));
  gtk_box_append (GTK_BOX (self->pending), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (self->pending), hint);
  gtk_box_append (GTK_BOX (self->box), self->pending);
}

static void
nida_presenter_data_dispose (GObject *object)
{
  NidaPresenterData *self = NIDA_PRESENTER_DATA (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->show);
  G_OBJECT_CLASS (nida_presenter_data_parent_class)->dispose (object);
}

static void
nida_presenter_data_class_init (NidaPresenterDataClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_presenter_data_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
nida_presenter_data_init (NidaPresenterData *self)
{
  build (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida-presenter-card");
}

GtkWidget *
nida_presenter_data_new (NidaShow *show)
{
  NidaPresenterData *self = g_object_new (NIDA_TYPE_PRESENTER_DATA, NULL);

  self->show = g_object_ref (show);
  g_signal_connect_object (show, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self, NIDA_SHOW_SLIDE | NIDA_SHOW_PENDING);
  return GTK_WIDGET (self);
}

const char *
nida_presenter_data_get_pending (NidaPresenterData *self)
{
  return self->waits ? gtk_label_get_text (self->words) : NULL;
}
