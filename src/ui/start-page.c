/* What a window shows before anything is open: open, drop, an address, samples, and what was opened before. */
#include "config.h"

#include "start-page.h"

#include "beside-layout.h"
#include "clamp-layout.h"
#include "document-file.h"
#include "look.h"
#include "recent.h"
#include "sample-picture.h"
#include "translate.h"
#include "ui-shell.h"

#define MAX_SHOWN 6
#define MAX_CHARS 24     /* that a line of a list asks for; it takes more where there is room */

struct _NidaStartPage
{
  GtkWidget   parent_instance;

  GtkLabel   *hero, *lead;
  GtkFlowBox *samples;
  GtkWidget  *samples_section;
  GtkEntry   *address;
  GtkWidget  *load;
  GtkWidget  *recent_section;
  GtkListBox *recent;
};

G_DEFINE_FINAL_TYPE (NidaStartPage, nida_start_page, GTK_TYPE_WIDGET)

/* Files of one sample make one board. */
static const struct {
  const char      *files[4];
  const char      *title, *subtitle;
  NidaPictureKind  picture;
} samples[] = {
  { { "iom-global-appeal-2024.csv", "iom-global-appeals-2025-2026.csv" },
    N_("IOM Global Appeal"), N_("2024 to 2026 · objectives"), NIDA_PICTURE_BARS },
  { { "kuwait-to-iom.csv" }, N_("Kuwait and IOM"), N_("gifts 2009 to 2025 · events"), NIDA_PICTURE_COLUMNS },
  { { "gulf-donors.csv" }, N_("Gulf donors"), N_("humanitarian funding by year"), NIDA_PICTURE_STACKS },
  { { "world-appeals.csv" }, N_("The world's appeals"), N_("needs and funding by year"), NIDA_PICTURE_RISE },
};

static void
open_inputs (GtkWidget          *widget,
             const char * const *inputs)
{
  gtk_widget_activate_action (widget, "win.open-inputs", "@as", g_variant_new_strv (inputs, -1));
}

/* --- samples --- */

char *
nida_start_page_samples_dir (void)
{
  const char *places[] = { g_getenv ("NIDA_SAMPLES_DIR"), NIDA_PKGDATA_DIR "/samples" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i] != NULL && g_file_test (places[i], G_FILE_TEST_IS_DIR))
      return g_strdup (places[i]);
  return NULL;
}

static char **
sample_paths (guint       index,
              const char *folder)
{
  GPtrArray *paths = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (samples[index].files) && samples[index].files[i] != NULL; i++)
    {
      char *path = g_build_filename (folder, samples[index].files[i], NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        g_ptr_array_add (paths, path);
      else
        g_free (path);
    }
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (paths, FALSE);
}

static void
sample_clicked_cb (GtkWidget *button)
{
  open_inputs (button, g_object_get_data (G_OBJECT (button), "nida-inputs"));
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = nida_shell_new_label (text, style);

  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  return label;
}

static GtkWidget *
make_sample (guint   index,
             char  **paths)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (words, "nida-sample-words");
  gtk_box_append (GTK_BOX (words), make_label (_(samples[index].title), "nida-strong"));
  gtk_box_append (GTK_BOX (words), make_label (_(samples[index].subtitle), "nida-subtitle"));
  gtk_box_append (GTK_BOX (box), nida_sample_picture_new (samples[index].picture));
  gtk_box_append (GTK_BOX (box), words);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "nida-sample");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(samples[index].title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _(samples[index].subtitle), -1);
  g_object_set_data_full (G_OBJECT (button), "nida-inputs", paths, (GDestroyNotify) g_strfreev);
  g_signal_connect (button, "clicked", G_CALLBACK (sample_clicked_cb), NULL);
  return button;
}

static void
fill_samples (NidaStartPage *self)
{
  g_autofree char *folder = nida_start_page_samples_dir ();
  guint n = 0;

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (samples); i++)
    {
      char **paths = sample_paths (i, folder);

      if (paths[0] == NULL)
        {
          g_strfreev (paths);
          continue;
        }
      gtk_flow_box_append (self->samples, make_sample (i, paths));
      gtk_widget_set_focusable (gtk_widget_get_last_child (GTK_WIDGET (self->samples)), FALSE);
      n++;
    }
  gtk_widget_set_visible (self->samples_section, n > 0);
}

/* --- recent --- */

/* "today", "yesterday" or the day. */
static char *
day_words (gint64 time)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (time);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int days;

  if (then == NULL)
    return g_strdup ("");
  days = nida_days_from_civil (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now))
       - nida_days_from_civil (g_date_time_get_year (then), g_date_time_get_month (then), g_date_time_get_day_of_month (then));
  if (days == 0)
    return g_strdup (_("today"));
  if (days == 1)
    return g_strdup (_("yesterday"));
  return nida_language_date (language, nida_date_new_day (g_date_time_get_year (then), g_date_time_get_month (then),
                                                          g_date_time_get_day_of_month (then)), NIDA_DATE_MEDIUM);
}

/* NULL for what is no draft. */
static char *
dup_draft_words (const NidaRecent *recent)
{
  g_autofree char *path = g_filename_from_uri (recent->uris[0], NULL, NULL);

  /* Translators: a document that was never saved under a name */
  return path != NULL && nida_document_path_is_draft (path) ? g_strdup (_("Draft")) : NULL;
}

static char *
recent_subtitle (const NidaRecent *recent)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  guint n = g_strv_length (recent->uris);
  g_autofree char *count = nida_language_integer (language, n);
  g_autofree char *path = g_uri_unescape_string (recent->uris[0], NULL);
  g_autofree char *base = g_path_get_basename (path != NULL ? path : recent->uris[0]);
  g_autofree char *name = nida_language_isolate (language, base);
  g_autofree char *draft = dup_draft_words (recent);
  g_autofree char *files = draft != NULL ? g_steal_pointer (&draft) : n == 1 ? g_strdup (name) : g_strdup_printf (/* xgettext:c-format */ ngettext ("%s file", "%s files", n), count);
  g_autofree char *row_count = nida_language_integer (language, recent->rows);
  g_autofree char *rows = g_strdup_printf (/* xgettext:c-format */ ngettext ("%s row", "%s rows", recent->rows), row_count);
  g_autofree char *money = recent->money != NIDA_MONEY_NONE ? nida_language_money_short (language, recent->money, "USD") : NULL;
  /* Translators: %s is an amount of money */
  g_autofree char *received = money != NULL ? g_strdup_printf (_("%s received"), money) : NULL;

  return g_strjoin (" · ", files, rows, received, NULL);
}

static void fill_recent (NidaStartPage *self);

static void
remove_clicked_cb (GtkWidget *button)
{
  GtkWidget *page = gtk_widget_get_ancestor (button, NIDA_TYPE_START_PAGE);

  nida_recent_remove (nida_look_get_settings (nida_look_get ()), g_object_get_data (G_OBJECT (button), "nida-recent"));
  fill_recent (NIDA_START_PAGE (page));
}

/* At the end of a row: when it was opened, or that it is gone and a way to forget it. */
static GtkWidget *
make_recent_end (NidaRecent *recent,
                 gboolean    available)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *day = day_words (recent->time);
  GtkWidget *icon, *button;

  if (available)
    {
      gtk_box_append (GTK_BOX (box), make_label (day, "nida-subtitle"));
      return box;
    }
  icon = gtk_image_new_from_icon_name ("nida-warning-symbolic");
  button = gtk_button_new_with_label (_("Remove"));
  gtk_widget_add_css_class (icon, "nida-warning");
  gtk_widget_add_css_class (button, "nida-raised");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "nida-recent", recent);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), NULL);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), make_label (_("Not available"), "nida-warning"));
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static GtkWidget *
make_recent (NidaRecent *recent)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  gboolean available = nida_recent_is_available (recent);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = nida_language_isolate (language, recent->title);
  g_autofree char *subtitle = recent_subtitle (recent);
  GtkWidget *first = gtk_label_new (NULL);

  nida_shell_set_label (GTK_LABEL (first), title);
  gtk_label_set_xalign (GTK_LABEL (first), 0);
  gtk_label_set_ellipsize (GTK_LABEL (first), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (first), MAX_CHARS);
  gtk_widget_add_css_class (words, "nida-recent-words");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), first);
  gtk_box_append (GTK_BOX (words), make_label (subtitle, "nida-subtitle"));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("nida-file-symbolic"));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), make_recent_end (recent, available));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), available);
  if (!available)
    gtk_widget_add_css_class (row, "gone");
  g_object_set_data_full (G_OBJECT (row), "nida-recent", recent, (GDestroyNotify) nida_recent_free);
  return row;
}

static void
fill_recent (NidaStartPage *self)
{
  g_autoptr (GPtrArray) list = nida_recent_list (nida_look_get_settings (nida_look_get ()));
  GtkWidget *child;
  guint n = MIN (list->len, MAX_SHOWN);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->recent))) != NULL)
    gtk_list_box_remove (self->recent, child);
  gtk_widget_set_visible (self->recent_section, n > 0);
  gtk_flow_box_set_max_children_per_line (self->samples, n > 0 ? 2 : 4);
  gtk_widget_set_hexpand (self->samples_section, n == 0);
  g_ptr_array_set_free_func (list, NULL);   /* each row takes its own */
  for (guint i = 0; i < list->len; i++)
    if (i < n)
      gtk_list_box_append (self->recent, make_recent (g_ptr_array_index (list, i)));
    else
      nida_recent_free (g_ptr_array_index (list, i));
}

static void
row_activated_cb (NidaStartPage *self,
                  GtkListBoxRow *row)
{
  NidaRecent *recent = g_object_get_data (G_OBJECT (row), "nida-recent");

  open_inputs (GTK_WIDGET (self), (const char * const *) recent->uris);
}

static void
clear_recent_cb (NidaStartPage *self)
{
  const char *none[] = { NULL };

  g_settings_set_strv (nida_look_get_settings (nida_look_get ()), "recent", none);
  fill_recent (self);
}

/* --- an address --- */

static gboolean
is_address (const char *text)
{
  return g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "file://");
}

/* An address copied without its beginning is meant as a web site's. */
static char *
address_text (NidaStartPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->address))));
  const char *dot = strchr (text, '.');

  if (strstr (text, "://") == NULL && dot != NULL && dot != text && strchr (dot, '/') != NULL && strchr (text, ' ') == NULL)
    return g_strconcat ("https://", text, NULL);
  return g_steal_pointer (&text);
}

static void
address_changed_cb (NidaStartPage *self)
{
  g_autofree char *text = address_text (self);

  gtk_widget_set_sensitive (self->load, is_address (text));
}

static void
load_address_cb (NidaStartPage *self)
{
  g_autofree char *text = address_text (self);
  const char *inputs[] = { text, NULL };

  if (is_address (text))
    open_inputs (GTK_WIDGET (self), inputs);
}

/* --- object --- */

static void
nida_start_page_dispose (GObject *object)
{
  nida_shell_clear_template (GTK_WIDGET (object), NIDA_TYPE_START_PAGE);
  G_OBJECT_CLASS (nida_start_page_parent_class)->dispose (object);
}

static void
nida_start_page_class_init (NidaStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_start_page_dispose;
  g_type_ensure (NIDA_TYPE_BESIDE_LAYOUT);
  g_type_ensure (NIDA_TYPE_CLAMP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaStartPage, hero);
  gtk_widget_class_bind_template_child (widget_class, NidaStartPage, lead);
  gtk_widget_class_bind_template_child (widget_class, NidaStartPage, samples);
  gtk_widget_class_bind_template_child (widget_class, NidaStartPage, samples_section);
  gtk_widget_class_bind_template_child (widget_class, NidaStartPage, address);
  gtk_widget_class_bind_template_child (widget_class, NidaStartPage, load);
  gtk_widget_class_bind_template_child (widget_class, NidaStartPage, recent_section);
  gtk_widget_class_bind_template_child (widget_class, NidaStartPage, recent);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_recent_cb);
  gtk_widget_class_bind_template_callback (widget_class, address_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, load_address_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
nida_start_page_init (NidaStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_samples (self);
  fill_recent (self);
}

void
nida_start_page_set_waiting (NidaStartPage *self,
                             gboolean       waiting)
{
  gtk_label_set_label (self->hero, waiting ? _("The new document waits for its data") : _("Who funded what, and what is missing"));
  gtk_label_set_label (self->lead, waiting ? _("Open the tables that it is about, an address or a sample, or type your own figures: its boards and slides are filled with them.")
                                           : _("Open a table of flows or an appeal. Nothing leaves this computer."));
}

GtkWidget *
nida_start_page_new (void)
{
  return g_object_new (NIDA_TYPE_START_PAGE, NULL);
}
