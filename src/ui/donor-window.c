/* The page is made again shortly after a choice, in the language of the report, which need not be that of the window. Dates,
 * filters, currency and rule are those of the board. */
#include "config.h"

#include "donor-window.h"

#include "chart-copy.h"
#include "donor-page.h"
#include "export.h"
#include "form.h"
#include "look.h"
#include "paint.h"
#include "print.h"
#include "save-dialog.h"
#include "translate.h"
#include "ui-shell.h"
#include "words.h"

#include <string.h>

#define DELAY      200      /* milliseconds after the last letter */
#define MAX_GROWTH 1.3

enum { MARK_NONE, MARK_DRAFT, MARK_EMBARGO };

struct _NidaDonorWindow
{
  GtkWindow       parent_instance;

  GtkDropDown    *donor, *language, *mark;
  GtkEntry       *letterhead, *embargo;
  GtkLabel       *status;
  GtkDrawingArea *page;
  GtkProgressBar *progress;
  GtkWidget      *save, *print;

  NidaSession    *session;
  char           *wanted;      /* the donor to begin with, or NULL */
  GPtrArray      *names;       /* of the donors, in the order of the list */
  NidaScene      *scene;
  guint           timeout;
  GCancellable   *asking;      /* for the donors, or NULL */
  GCancellable   *making;      /* a page, or NULL */
  void          (*then) (NidaDonorWindow *self);   /* what waits for the page: to save or to print it; or NULL */
};

G_DEFINE_FINAL_TYPE (NidaDonorWindow, nida_donor_window, GTK_TYPE_WINDOW)

/* --- donors --- */

typedef struct { char *name, *arabic, *label; NidaMoney value; } Donor;

static void
donor_clear (gpointer data)
{
  Donor *donor = data;

  g_free (donor->name);
  g_free (donor->arabic);
  g_free (donor->label);
}

static int
compare_donors (gconstpointer a,
                gconstpointer b,
                gpointer      language)
{
  return nida_language_collate (language, ((const Donor *) a)->label, ((const Donor *) b)->label);
}

static NidaQuery *
dup_question (NidaDonorWindow *self)
{
  NidaQuery *query = nida_query_new ();

  query->fiscal_start = nida_look_get_fiscal_start (nida_look_get ());
  nida_filter_set_apply (nida_session_get_filters (self->session), query, NIDA_FIELD_DONOR);
  return query;
}

static GArray *
list_donors (NidaCube *cube)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  GArray *donors = g_array_new (FALSE, FALSE, sizeof (Donor));

  g_array_set_clear_func (donors, donor_clear);
  for (guint i = 0; cube != NULL && i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      const NidaCubeItem *item = nida_cube_get_item (cube, 0, cell->item[0]);
      Donor donor = { .value = nida_cell_figure (cell, NIDA_N_MEASURES) };

      if (item->not_stated || item->n_members > 1)
        continue;
      donor.name = g_strdup (item->name);
      donor.arabic = g_strdup (item->arabic);
      donor.label = nida_words_plain_name (language, NIDA_FIELD_DONOR, item->name, item->arabic);
      g_array_append_val (donors, donor);
    }
  g_array_sort_with_data (donors, compare_donors, language);
  return donors;
}

/* The only donor that the filters choose, or NULL. */
static const char *
filtered_donor (NidaSession *session)
{
  const NidaFilterSet *filters = nida_session_get_filters (session);

  for (guint i = 0; i < nida_filter_set_get_n (filters); i++)
    {
      const char * const *values;

      if (nida_filter_set_get (filters, i, &values) == NIDA_FIELD_DONOR && values[0] != NULL && values[1] == NULL)
        return values[0];
    }
  return NULL;
}

/* @wanted is chosen, or else who gave most. */
static void
fill_donors (NidaDonorWindow *self,
             NidaCube        *cube)
{
  g_autoptr (GArray) donors = list_donors (cube);
  g_autoptr (GPtrArray) labels = g_ptr_array_new (), arabic = g_ptr_array_new ();
  guint selected = 0;
  NidaMoney largest = NIDA_MONEY_NONE;
  gboolean found = FALSE;

  for (guint i = 0; i < donors->len; i++)
    {
      const Donor *donor = &g_array_index (donors, Donor, i);

      g_ptr_array_add (labels, donor->label);
      g_ptr_array_add (arabic, donor->arabic);
      g_ptr_array_add (self->names, g_strdup (donor->name));
      if (g_strcmp0 (donor->name, self->wanted) == 0)
        selected = i, found = TRUE;
      if (found || donor->value == NIDA_MONEY_NONE || (largest != NIDA_MONEY_NONE && donor->value <= largest))
        continue;
      largest = donor->value;
      selected = i;
    }
  g_ptr_array_add (labels, NULL);
  nida_form_drop_down_fill_names (self->donor, (const char * const *) labels->pdata, (const char * const *) self->names->pdata,
                                  (const char * const *) arabic->pdata);
  if (donors->len > 0)
    gtk_drop_down_set_selected (self->donor, selected);
}

static void update (NidaDonorWindow *self);

/* @user_data is gone where the question was taken back. */
static void
donors_cb (GObject      *engine,
           GAsyncResult *result,
           gpointer      user_data)
{
  NidaDonorWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaCube) cube = nida_engine_query_finish (NIDA_ENGINE (engine), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->asking);
  fill_donors (self, cube);
  g_clear_handle_id (&self->timeout, g_source_remove);
  update (self);
}

static void
ask_donors (NidaDonorWindow *self)
{
  g_autoptr (NidaQuery) query = dup_question (self);

  query->by[query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  query->measures = 1u << NIDA_MEASURE_RECEIVED | 1u << NIDA_MEASURE_PLEDGED | 1u << NIDA_MEASURE_REPORTED;
  self->asking = g_cancellable_new ();
  nida_engine_query_async (NIDA_ENGINE (nida_session_get_engine (self->session)), query, self->asking, donors_cb, self);
}

/* --- the page --- */

static NidaLanguage *
dup_language (NidaDonorWindow *self)
{
  return nida_look_make_language (nida_look_get (), gtk_drop_down_get_selected (self->language) == 1 ? "ar" : "en");
}

static gboolean
read_mark (NidaDonorWindow  *self,
           NidaDonorPage    *page,
           GError          **error)
{
  guint mark = gtk_drop_down_get_selected (self->mark);
  g_autofree char *day = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->embargo))));

  page->draft = mark == MARK_DRAFT;
  page->embargo = NIDA_DATE_NONE;
  if (mark != MARK_EMBARGO || nida_date_parse (day, strlen (day), &page->embargo) == NIDA_DATE_OK)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("Write the day of the embargo as 2026-12-01."));
  return FALSE;
}

/* What the person asks for; NULL with @error where that is no page. */
static NidaDonorPage *
read_page (NidaDonorWindow  *self,
           GError          **error)
{
  g_autoptr (NidaDonorPage) page = g_new0 (NidaDonorPage, 1);
  guint donor = gtk_drop_down_get_selected (self->donor);

  if (donor >= self->names->len)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("No donor is named in these data."));
      return NULL;
    }
  if (!read_mark (self, page, error))
    return NULL;
  page->engine = g_object_ref (nida_session_get_engine (self->session));
  page->language = dup_language (self);
  page->question = dup_question (self);
  page->donor = g_strdup (self->names->pdata[donor]);
  page->letterhead = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->letterhead))));
  page->time_direction = nida_look_get_time_direction (nida_look_get ());
  return g_steal_pointer (&page);
}

static void
show_making (NidaDonorWindow *self)
{
  gboolean making = self->asking != NULL || self->making != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->progress), making);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->page), GTK_ACCESSIBLE_STATE_BUSY, making, -1);
  gtk_widget_set_sensitive (self->save, self->scene != NULL);
  gtk_widget_set_sensitive (self->print, self->scene != NULL);
}

/* @scene: (transfer full) (nullable): NULL with @error */
static void
take_page (NidaDonorWindow *self,
           NidaScene       *scene,
           const GError    *error)
{
  g_clear_object (&self->scene);
  self->scene = scene;
  nida_shell_set_label (self->status, error != NULL ? error->message
                                                    : _("Dates, filters, currency and counting rule are those of the board."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->page), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  scene != NULL ? nida_scene_get_title (scene) : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  scene != NULL ? nida_scene_get_description (scene) : "", -1);
  show_making (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->page));
}

static void
progress_cb (double   done,
             gpointer self)
{
  gtk_progress_bar_set_fraction (NIDA_DONOR_WINDOW (self)->progress, done);
}

/* @user_data is gone where the page was cancelled. */
static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  NidaDonorWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  NidaScene *scene = nida_donor_page_build_finish (result, &error);
  void (*then) (NidaDonorWindow *);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->making);
  take_page (self, scene, error);
  then = g_steal_pointer (&self->then);
  if (scene != NULL && then != NULL)
    then (self);
}

static void
cancel_page (NidaDonorWindow *self)
{
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
}

/* The page that is seen stays until the next is made. */
static void
update (NidaDonorWindow *self)
{
  g_autoptr (GError) error = NULL;
  NidaDonorPage *page;

  cancel_page (self);
  page = read_page (self, &error);
  if (page == NULL)
    {
      self->then = NULL;
      take_page (self, NULL, error);
      return;
    }
  self->making = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  show_making (self);
  nida_donor_page_build_async (page, self->making, progress_cb, made_cb, self);
}

static gboolean
timeout_cb (gpointer user_data)
{
  NidaDonorWindow *self = user_data;

  self->timeout = 0;
  self->then = NULL;       /* something else was asked for since */
  update (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (NidaDonorWindow *self)
{
  if (self->session == NULL || self->asking != NULL)
    return;      /* being made, or taken apart */
  gtk_widget_set_visible (GTK_WIDGET (self->embargo), gtk_drop_down_get_selected (self->mark) == MARK_EMBARGO);
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (DELAY, timeout_cb, self);
}

/* The page as large as fits, in the middle. */
static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  NidaDonorWindow *self = user_data;
  double scale = MIN (width / NIDA_PAGE_WIDTH, height / NIDA_PAGE_HEIGHT);
  NidaRgba edge;

  if (self->scene == NULL)
    return;
  cairo_translate (cr, (int) ((width - NIDA_PAGE_WIDTH * scale) / 2), (int) ((height - NIDA_PAGE_HEIGHT * scale) / 2));
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, NIDA_PAGE_WIDTH, NIDA_PAGE_HEIGHT);
  cairo_clip (cr);
  nida_scene_paint (self->scene, cr, &(NidaPaintOptions) { .theme = NIDA_THEME_LIGHT, .background = TRUE });
  /* paper has an edge, also on a window that is as white */
  edge = nida_palette_get (nida_look_get_theme (nida_look_get ()), NIDA_COLOR_BORDER);
  cairo_set_source_rgba (cr, edge.red, edge.green, edge.blue, edge.alpha);
  cairo_set_line_width (cr, 2 / scale);      /* half of it is outside */
  cairo_rectangle (cr, 0, 0, NIDA_PAGE_WIDTH, NIDA_PAGE_HEIGHT);
  cairo_stroke (cr);
}

/* --- out --- */

static gboolean
write_page (GFile     *file,
            double     pixel_scale,
            gpointer   data,
            GError   **error)
{
  NidaDonorWindow *self = data;
  g_autoptr (NidaLanguage) language = dup_language (self);

  return nida_scene_export_file (self->scene, NIDA_THEME_LIGHT, file, pixel_scale, nida_language_get_code (language), error);
}

/* What the person asks for now, not what the last letter but one asked for: FALSE while that is made, and @then follows. */
static gboolean
finish (NidaDonorWindow  *self,
        void            (*then) (NidaDonorWindow *self))
{
  g_settings_set_string (nida_look_get_settings (nida_look_get ()), "letterhead",
                         gtk_editable_get_text (GTK_EDITABLE (self->letterhead)));
  if (self->timeout == 0 && self->making == NULL)
    return self->scene != NULL;
  self->then = then;
  if (self->timeout != 0)
    {
      g_clear_handle_id (&self->timeout, g_source_remove);
      update (self);
    }
  return FALSE;
}

static void
save_cb (NidaDonorWindow *self)
{
  g_autofree char *name = NULL;

  if (!finish (self, save_cb))
    return;
  name = nida_chart_copy_file_stem (nida_scene_get_title (self->scene));
  nida_save_dialog_show (GTK_WIDGET (self), _("Save Donor Report"), name, NIDA_SAVE_PICTURES, NIDA_SAVE_PDF, write_page,
                         g_object_ref (self), g_object_unref);
}

static NidaScene *
print_page (double   width,
            double   height,
            gpointer data)
{
  return g_object_ref (data);
}

static void
print_cb (NidaDonorWindow *self)
{
  if (finish (self, print_cb))
    nida_print_run (GTK_WIDGET (self), nida_print_operation_new (nida_scene_get_title (self->scene), TRUE, print_page,
                                                                 g_object_ref (self->scene), g_object_unref));
}

static void
chosen_cb (GtkFileChooserNative *dialog,
           int                   response,
           NidaDonorWindow      *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        gtk_editable_set_text (GTK_EDITABLE (self->letterhead), path);
    }
  g_object_unref (self);
  g_object_unref (dialog);
}

static void
choose_cb (NidaDonorWindow *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Choose a Letterhead"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("PNG picture"));
  gtk_file_filter_add_suffix (filter, "png");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), g_object_ref (self));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* --- object --- */

static void
nida_donor_window_dispose (GObject *object)
{
  NidaDonorWindow *self = NIDA_DONOR_WINDOW (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  cancel_page (self);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->session);
  if (self->page != NULL)
    gtk_drawing_area_set_draw_func (self->page, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), NIDA_TYPE_DONOR_WINDOW);
  G_OBJECT_CLASS (nida_donor_window_parent_class)->dispose (object);
}

static void
nida_donor_window_finalize (GObject *object)
{
  NidaDonorWindow *self = NIDA_DONOR_WINDOW (object);

  g_clear_object (&self->scene);
  g_ptr_array_unref (self->names);
  g_free (self->wanted);
  G_OBJECT_CLASS (nida_donor_window_parent_class)->finalize (object);
}

static void
nida_donor_window_class_init (NidaDonorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_donor_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = nida_donor_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/donor-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaDonorWindow, donor);
  gtk_widget_class_bind_template_child (widget_class, NidaDonorWindow, language);
  gtk_widget_class_bind_template_child (widget_class, NidaDonorWindow, mark);
  gtk_widget_class_bind_template_child (widget_class, NidaDonorWindow, letterhead);
  gtk_widget_class_bind_template_child (widget_class, NidaDonorWindow, embargo);
  gtk_widget_class_bind_template_child (widget_class, NidaDonorWindow, status);
  gtk_widget_class_bind_template_child (widget_class, NidaDonorWindow, page);
  gtk_widget_class_bind_template_child (widget_class, NidaDonorWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, NidaDonorWindow, save);
  gtk_widget_class_bind_template_child (widget_class, NidaDonorWindow, print);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nida_donor_window_init (NidaDonorWindow *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  nida_form_drop_down_dress (self->donor);
  gtk_drawing_area_set_draw_func (self->page, draw_cb, self, NULL);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save);
}

GtkWidget *
nida_donor_window_new (GtkWindow   *parent,
                       NidaSession *session,
                       const char  *donor)
{
  NidaDonorWindow *self = g_object_new (NIDA_TYPE_DONOR_WINDOW, "transient-for", parent, NULL);
  double scale = MIN (nida_look_get_text_scale (nida_look_get ()), MAX_GROWTH);
  g_autofree char *letterhead = g_settings_get_string (nida_look_get_settings (nida_look_get ()), "letterhead");

  gtk_window_set_default_size (GTK_WINDOW (self), (int) MIN (800 * scale, 960), 700);
  gtk_drop_down_set_selected (self->language, nida_language_is_arabic (nida_look_get_language (nida_look_get ())) ? 1 : 0);
  gtk_editable_set_text (GTK_EDITABLE (self->letterhead), letterhead);
  self->session = g_object_ref (session);
  self->wanted = g_strdup (donor != NULL ? donor : filtered_donor (session));
  g_clear_handle_id (&self->timeout, g_source_remove);
  ask_donors (self);
  show_making (self);
  return GTK_WIDGET (self);
}

NidaScene *
nida_donor_window_get_page (NidaDonorWindow *self)
{
  return self->scene;
}
