/* What was read, merged and refused, and what to do about it. */
#include "config.h"

#include "load-report.h"

#include "formula.h"
#include "look.h"
#include "name-plain.h"
#include "report-columns.h"
#include "report-groups.h"
#include "report-rows.h"
#include "safe-file.h"
#include "save-dialog.h"
#include "source-list.h"
#include "text-row.h"
#include "translate.h"
#include "table-scroll.h"
#include "ui-shell.h"

typedef struct { guint64 n_files, read, kept, merged, refused; } Totals;   /* a missing file is none */

struct _NidaLoadReport
{
  GtkWidget          parent_instance;

  GtkLabel          *title;
  GtkFlowBox        *numbers;
  GtkWidget         *bar;
  GtkBox            *sources;
  GtkToggleButton   *show_all, *show_refused, *show_look;
  GtkWidget         *search;
  GtkColumnView     *view;
  GtkWidget         *list_frame;
  GtkLabel          *note;

  NidaSession       *session;
  NidaSourceList    *source_list;
  NidaReport        *report;     /* of the dataset that is shown */
  NidaOwnRates      *own_rates;  /* that are listed, or NULL */
  GListStore        *rows;       /* NidaTextRow, tagged with the severity */
  GtkFilterListModel *filtered;
  GtkCustomFilter   *filter;
  Totals             totals;
  guint              n_look;     /* as the list has them: a group is one thing to look at */
};

G_DEFINE_FINAL_TYPE (NidaLoadReport, nida_load_report, GTK_TYPE_WIDGET)

/* --- words --- */

static char *
integer (guint64 n)
{
  return nida_language_integer (nida_look_get_language (nida_look_get ()), (gint64) n);
}

/* --- the figures on top --- */

static void
add_number (NidaLoadReport *self,
            guint64         n,
            const char     *words,
            const char     *style)
{
  g_autofree char *figure = integer (n);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *number = nida_shell_new_words (figure, "nida-big");
  GtkWidget *label = nida_shell_new_words (words, "nida-subtitle");

  gtk_label_set_wrap (GTK_LABEL (number), FALSE);
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);

  if (style != NULL && n > 0)
    gtk_widget_add_css_class (number, style);
  gtk_widget_add_css_class (box, "nida-report-number");
  gtk_widget_set_tooltip_text (label, words);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), label);
  gtk_flow_box_append (self->numbers, box);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
}

static Totals
sum_sources (NidaReport *report)
{
  Totals totals = { 0 };

  for (guint i = 0; i < nida_report_get_n_sources (report); i++)
    {
      const NidaSourceInfo *info = nida_report_get_source (report, i);

      totals.n_files += info->is_missing ? 0 : 1;
      totals.read += info->rows_read;
      totals.kept += info->rows_kept;
      totals.merged += info->rows_merged;
      totals.refused += info->rows_refused;
    }
  return totals;
}

static void
show_title (NidaLoadReport *self)
{
  g_autofree char *kept = integer (self->totals.kept);
  g_autofree char *read = integer (self->totals.read);
  g_autofree char *refused = integer (self->totals.refused);
  g_autofree char *first = g_strdup_printf (/* xgettext:c-format */ ngettext ("%s of %s row is on the board", "%s of %s rows are on the board", self->totals.read), kept, read);
  g_autofree char *second = g_strdup_printf (/* xgettext:c-format */ ngettext ("%s was refused", "%s were refused", self->totals.refused), refused);
  /* Translators: joins two statements: "8,146 of 11,200 rows are on the board; 2 were refused" */
  g_autofree char *both = g_strdup_printf (_("%s; %s"), first, self->totals.refused > 0 ? second : _("none was refused"));

  nida_shell_set_label (self->title, both);
  nida_shell_set_tooltip (GTK_WIDGET (self->title), both);
}

static void
show_numbers (NidaLoadReport *self)
{
  GtkWidget *child;
  guint64 n = self->totals.n_files;
  g_autofree char *count = integer (n);
  g_autofree char *files = g_strdup_printf (/* xgettext:c-format */ ngettext ("rows in %s file", "rows in %s files", n), count);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->numbers))) != NULL)
    gtk_flow_box_remove (self->numbers, child);
  add_number (self, self->totals.read, files, NULL);
  add_number (self, self->totals.kept, _("rows on the board"), NULL);
  add_number (self, self->totals.merged, _("merged: the same flow again"), NULL);
  add_number (self, self->totals.refused, _("refused: correct and load again"), "nida-refused");
  add_number (self, self->n_look, _("to look at"), "nida-warning");
}

static void
draw_bar (GtkDrawingArea *area,
          cairo_t        *cr,
          int             width,
          int             height,
          gpointer        user_data)
{
  static const char * const colors[] = { "nida_accent", "nida_pale", "nida_refused" };
  NidaLoadReport *self = user_data;
  guint64 parts[] = { self->totals.kept, self->totals.merged, self->totals.refused };
  double total = (double) MAX (1, parts[0] + parts[1] + parts[2]);
  double x = 0;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      double part = parts[i] > 0 ? MAX (3.0, (double) parts[i] / total * width) : 0;
      GdkRGBA color;

      if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (area)), colors[i], &color))
        continue;
      x = MIN (x, width - part);
      gdk_cairo_set_source_rgba (cr, &color);
      cairo_rectangle (cr, rtl ? width - x - part : x, 0, part, height);
      cairo_fill (cr);
      x += part;
    }
}

/* --- the list --- */

static gboolean
row_holds (NidaTextRow *row,
           const char  *wanted)
{
  for (guint i = 0; i < NIDA_REPORT_N_CELLS; i++)
    {
      g_autofree char *cell = nida_name_plain (nida_text_row_get_cell (row, i));

      if (strstr (cell, wanted) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A group is there while one of its rows is. */
static gboolean
row_matches (gpointer item,
             gpointer user_data)
{
  NidaLoadReport *self = user_data;
  int severity = nida_text_row_get_tag (item);
  g_autofree char *wanted = nida_name_plain (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  GListModel *children = nida_text_row_get_children (item);

  if (gtk_toggle_button_get_active (self->show_refused) && severity != NIDA_SEVERITY_REFUSED)
    return FALSE;
  if (gtk_toggle_button_get_active (self->show_look) && severity != NIDA_SEVERITY_LOOK)
    return FALSE;
  if (row_holds (item, wanted))
    return TRUE;
  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (NidaTextRow) child = g_list_model_get_item (children, i);

      if (row_holds (child, wanted))
        return TRUE;
    }
  return FALSE;
}

static GListModel *
open_group_cb (gpointer item,
               gpointer user_data)
{
  NidaLoadReport *self = user_data;
  GListModel *children = nida_text_row_get_children (item);

  if (children == NULL)
    return NULL;
  return G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (children), g_object_ref (GTK_FILTER (self->filter))));
}

static void
filter_changed_cb (NidaLoadReport *self)
{
  if (self->filter != NULL)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
label_toggle (GtkToggleButton *button,
              const char      *words,
              guint            n)
{
  g_autofree char *count = integer (n);
  /* Translators: a button that filters the load report: its name and how many there are, "Refused 2" */
  g_autofree char *label = g_strdup_printf (_("%s %s"), words, count);

  gtk_button_set_label (GTK_BUTTON (button), label);
}

/* Those of one source are found by its name. */
static void
find_problems_cb (NidaLoadReport *self,
                  const char     *name)
{
  gtk_toggle_button_set_active (self->show_all, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->search), name);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* What the sources state of themselves. */
static void
add_comparisons (NidaLoadReport *self,
                 GPtrArray      *rows)
{
  g_autoptr (GArray) comparisons = nida_comparisons_new (nida_session_get_dataset (self->session));

  for (guint i = 0; i < comparisons->len; i++)
    g_ptr_array_add (rows, nida_report_stated_row_new (self->report, &g_array_index (comparisons, NidaComparison, i)));
}

static NidaOwnRates *
get_own_rates (NidaLoadReport *self)
{
  return nida_rates_get_own (nida_dataset_get_rates (nida_session_get_dataset (self->session)));
}

/* What amounts are converted by before all tables. */
static void
add_own_rates (NidaLoadReport *self,
               GPtrArray      *rows)
{
  g_clear_pointer (&self->own_rates, nida_own_rates_unref);
  self->own_rates = get_own_rates (self) != NULL ? nida_own_rates_ref (get_own_rates (self)) : NULL;
  for (guint i = 0; i < nida_own_rates_get_n (self->own_rates); i++)
    g_ptr_array_add (rows, nida_report_own_rate_row_new (nida_own_rates_get (self->own_rates, i)));
}

static guint
count_rows (GPtrArray    *rows,
            NidaSeverity  severity)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += nida_text_row_get_tag (rows->pdata[i]) == (int) severity;
  return n;
}

static void
fill_rows (NidaLoadReport *self)
{
  g_autoptr (GPtrArray) rows = nida_report_groups_new (self->report);
  guint n;

  add_comparisons (self, rows);
  add_own_rates (self, rows);
  n = rows->len;
  self->n_look = count_rows (rows, NIDA_SEVERITY_LOOK);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  label_toggle (self->show_all, _("All"), n);
  label_toggle (self->show_refused, _("Refused"), count_rows (rows, NIDA_SEVERITY_REFUSED));
  label_toggle (self->show_look, _("To look at"), self->n_look);
  gtk_widget_set_visible (self->list_frame, n > 0);
  gtk_label_set_text (self->note, n > 0 ? _("Enter opens a group. Ctrl+C copies the chosen line, of a group all its lines.") : _("There is nothing to correct."));
}

static void
refresh (NidaLoadReport *self)
{
  NidaDataset *dataset = nida_session_get_dataset (self->session);

  if (dataset == NULL)
    return;
  g_set_object (&self->report, nida_dataset_get_report (dataset));
  self->totals = sum_sources (self->report);
  fill_rows (self);
  show_title (self);
  show_numbers (self);
  gtk_widget_queue_draw (self->bar);
}

/* Other rates of the desk's own are no other reading. */
static void
answered_cb (NidaLoadReport *self)
{
  if (nida_session_get_dataset (self->session) != NULL && !nida_own_rates_equal (get_own_rates (self), self->own_rates))
    refresh (self);
}

/* --- saving and copying --- */

/* Groups give way to what they stand for: a spreadsheet groups by itself. */
static GListModel *
list_places (NidaLoadReport *self)
{
  GListStore *places = g_list_store_new (NIDA_TYPE_TEXT_ROW);

  for (guint i = 0; i < nida_load_report_get_n_shown (self); i++)
    {
      g_autoptr (NidaTextRow) row = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);
      g_autoptr (GListModel) children = open_group_cb (row, self);

      if (children == NULL)
        g_list_store_append (places, row);
      for (guint j = 0; children != NULL && j < g_list_model_get_n_items (children); j++)
        {
          g_autoptr (NidaTextRow) child = g_list_model_get_item (children, j);

          g_list_store_append (places, child);
        }
    }
  return G_LIST_MODEL (places);
}

char *
nida_load_report_to_csv (NidaLoadReport *self)
{
  g_autoptr (GListModel) places = list_places (self);

  return nida_report_rows_to_csv (places);
}

static gboolean
write_csv (GFile     *file,
           double     pixel_scale,
           gpointer   data,
           GError   **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, strlen (data));

  return nida_safe_file_write (file, bytes, NULL, error);
}

static void
save_clicked_cb (NidaLoadReport *self)
{
  nida_save_dialog_show (GTK_WIDGET (self), _("Save the Report"), "nida-load-report", NIDA_SAVE_CSV, NIDA_SAVE_CSV, write_csv,
                         nida_load_report_to_csv (self), g_free);
}

static void
append_line (GString     *text,
             NidaTextRow *row)
{
  for (guint i = 0; i < NIDA_REPORT_N_CELLS; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\t');
      nida_formula_append_cell (text, nida_text_row_get_cell (row, i));
    }
}

static gboolean
copy_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  NidaLoadReport *self = NIDA_LOAD_REPORT (widget);
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (self->view));
  gpointer item = gtk_single_selection_get_selected_item (selection);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GListModel) children = NULL;

  if (item == NULL)
    return TRUE;
  append_line (text, nida_text_row_of_item (item));
  children = open_group_cb (nida_text_row_of_item (item), self);
  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (NidaTextRow) child = g_list_model_get_item (children, i);

      g_string_append_c (text, '\n');
      append_line (text, child);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
  gtk_widget_activate_action (widget, "win.toast", "(ss)",
                              children != NULL ? _("The lines were copied") : _("The line was copied"), "");
  return TRUE;
}

static void
copy_all_clicked_cb (NidaLoadReport *self)
{
  g_autofree char *csv = nida_load_report_to_csv (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), csv + strlen ("\xEF\xBB\xBF"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "(ss)", _("The report was copied"), "");
}

/* --- object --- */

static void
activate_cb (NidaLoadReport *self,
             guint           position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->view)), position);

  gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static void
nida_load_report_dispose (GObject *object)
{
  NidaLoadReport *self = NIDA_LOAD_REPORT (object);

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->filtered);
  g_clear_object (&self->rows);
  nida_shell_clear_template (GTK_WIDGET (self), NIDA_TYPE_LOAD_REPORT);
  self->view = NULL;
  g_clear_pointer (&self->own_rates, nida_own_rates_unref);
  g_clear_object (&self->report);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (nida_load_report_parent_class)->dispose (object);
}

static void
nida_load_report_class_init (NidaLoadReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_load_report_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/load-report.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaLoadReport, title);
  gtk_widget_class_bind_template_child (widget_class, NidaLoadReport, numbers);
  gtk_widget_class_bind_template_child (widget_class, NidaLoadReport, bar);
  gtk_widget_class_bind_template_child (widget_class, NidaLoadReport, sources);
  gtk_widget_class_bind_template_child (widget_class, NidaLoadReport, show_all);
  gtk_widget_class_bind_template_child (widget_class, NidaLoadReport, show_refused);
  gtk_widget_class_bind_template_child (widget_class, NidaLoadReport, show_look);
  gtk_widget_class_bind_template_child (widget_class, NidaLoadReport, search);
  gtk_widget_class_bind_template_child (widget_class, NidaLoadReport, view);
  gtk_widget_class_bind_template_child (widget_class, NidaLoadReport, list_frame);
  gtk_widget_class_bind_template_child (widget_class, NidaLoadReport, note);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_all_clicked_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_cb, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
nida_load_report_init (NidaLoadReport *self)
{
  GtkSingleSelection *selection;
  GtkTreeListModel *tree;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_list_store_new (NIDA_TYPE_TEXT_ROW);
  self->filter = gtk_custom_filter_new (row_matches, self, NULL);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)), g_object_ref (GTK_FILTER (self->filter)));
  tree = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)), FALSE, FALSE, open_group_cb, self, NULL);
  selection = gtk_single_selection_new (G_LIST_MODEL (tree));
  nida_report_columns_add (self->view, GTK_SCROLLED_WINDOW (self->list_frame));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  nida_shell_name_list (self->view, _("What is wrong, and what to do"));
  nida_table_scroll_install (GTK_SCROLLED_WINDOW (self->list_frame));
  g_object_unref (selection);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->bar), draw_bar, self, NULL);
}

GtkWidget *
nida_load_report_new (NidaSession *session)
{
  NidaLoadReport *self = g_object_new (NIDA_TYPE_LOAD_REPORT, NULL);

  self->session = g_object_ref (session);
  self->source_list = NIDA_SOURCE_LIST (nida_source_list_new (session));
  gtk_box_append (self->sources, GTK_WIDGET (self->source_list));
  g_signal_connect_object (self->source_list, "find-problems", G_CALLBACK (find_problems_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "opened", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

guint
nida_load_report_get_n_shown (NidaLoadReport *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
}

NidaSourceList *
nida_load_report_get_sources (NidaLoadReport *self)
{
  return self->source_list;
}
