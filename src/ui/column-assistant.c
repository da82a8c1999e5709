/* The column assistant. The table's beginning is fetched in a thread; every correction is made in a NidaLayout, from which
 * the preview is shown anew. What the columns mean is io/layout's; nothing is read here. */
#include "config.h"

#include "column-assistant.h"

#include "column-grid.h"
#include "loader.h"
#include "look.h"
#include "translate.h"
#include "ui-shell.h"

#include <string.h>

struct _NidaColumnAssistant
{
  GtkWindow    parent_instance;

  GtkWidget   *confirm;
  GtkLabel    *reason;
  GtkFlowBox  *controls;
  GtkGrid     *grid;
  GtkLabel    *status;
  GtkDropDown *delimiter;
  GtkDropDown *encoding;
  GtkDropDown *decimal;
  GtkSpinButton *header;
  GtkDropDown *sheet;          /* of a workbook */

  GtkStringList *sheets;       /* the names that sheet shows; borrowed */
  char       **inputs;
  guint        input;          /* the one that is shown */
  NidaLayouts *layouts;
  GCancellable *cancellable;
  NidaPreview *preview;
  NidaLayout  *detected;       /* what the table says by itself: names what is remembered */
  NidaLayout  *layout;
  GPtrArray   *rows;
  gboolean     showing;        /* the controls are being filled */
};

enum { CONFIRMED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaColumnAssistant, nida_column_assistant, GTK_TYPE_WINDOW)

static const char delimiters[] = { ',', ';', '\t', '|' };

/* The first is what was detected. */
static const char * const encodings[] = { NULL, "UTF-8", "WINDOWS-1256", "ISO-8859-6", "WINDOWS-1252", "UTF-16LE", "UTF-16BE" };

/* What is still missing, or nothing. An amount that only the cells suggest is no reason to read a table unasked, but a
 * person who sees it chosen may agree. */
static void
update_status (NidaColumnAssistant *self)
{
  gboolean usable = FALSE;
  const char *words;

  for (guint i = 0; i < self->layout->n_columns; i++)
    usable |= nida_layout_is_amount (self->layout->columns[i].role);
  words = !usable ? _("Say which column holds the amount.")
          : !nida_layout_is_usable (self->layout) ? _("Check the column of the amount: only its cells suggest it.")
          : self->layout->decimal == NIDA_DECIMAL_AUTO ? _("No amount shown here tells its decimal mark. Choose it if the amounts have one.")
          : _("Tables with the same header are read so from now on.");

  nida_shell_set_label (self->status, words);
  gtk_widget_set_sensitive (self->confirm, usable);
}

static guint
index_of_delimiter (char delimiter)
{
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    if (delimiters[i] == delimiter)
      return i;
  return 0;
}

/* The row of the header as a person counts it: rows of a sheet have numbers, and those of a text stand one below the other. */
static guint
number_of (NidaColumnAssistant *self,
           guint                row)
{
  GArray *numbers = self->preview != NULL ? self->preview->numbers : NULL;

  return numbers != NULL && row < numbers->len ? g_array_index (numbers, guint, row) : row + 1;
}

static void
show_layout (NidaColumnAssistant *self)
{
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->delimiter, index_of_delimiter (self->layout->delimiter));
  gtk_drop_down_set_selected (self->decimal, self->layout->decimal);
  gtk_spin_button_set_range (self->header, number_of (self, 0), number_of (self, MAX (self->rows->len, 1) - 1));
  gtk_spin_button_set_value (self->header, number_of (self, self->layout->header));
  nida_column_grid_fill (self->grid, self->layout, self->rows, G_CALLBACK (update_status), self);
  update_status (self);
  self->showing = FALSE;
}

/* --- the table --- */

static void
set_shown (GtkWidget *control,
           gboolean   shown)
{
  gtk_widget_set_visible (gtk_widget_get_ancestor (control, GTK_TYPE_FLOW_BOX_CHILD), shown);
}

/* A workbook has sheets where a text has delimiters and an encoding. */
static void
show_kind (NidaColumnAssistant *self,
           const NidaPreview   *preview)
{
  gboolean is_workbook = preview->sheets != NULL;

  set_shown (GTK_WIDGET (self->delimiter), !is_workbook);
  set_shown (GTK_WIDGET (self->encoding), !is_workbook);
  set_shown (GTK_WIDGET (self->sheet), is_workbook);
  self->showing = TRUE;
  gtk_string_list_splice (self->sheets, 0, g_list_model_get_n_items (G_LIST_MODEL (self->sheets)), NULL);
  for (guint i = 0; is_workbook && preview->sheets[i] != NULL; i++)
    {
      g_autofree char *name = nida_language_isolate (nida_look_get_language (nida_look_get ()), preview->sheets[i]);

      gtk_string_list_append (self->sheets, name);
    }
  if (is_workbook)
    gtk_drop_down_set_selected (self->sheet, preview->sheet);
  self->showing = FALSE;
}

/* What the beginning says by itself, and the rows that it has. */
static NidaLayout *
detect (const NidaPreview  *preview,
        GPtrArray         **rows)
{
  if (preview->sheets == NULL)
    return nida_layout_detect_text (preview->text, preview->length, preview->cut, rows);
  *rows = g_ptr_array_ref (preview->rows);
  return nida_layout_detect (*rows, ',');
}

static void
take_preview (NidaColumnAssistant *self,
              NidaPreview         *preview)
{
  gboolean automatic = gtk_drop_down_get_selected (self->encoding) == 0;
  g_autoptr (GPtrArray) rows = NULL;
  NidaLayout *layout = detect (preview, &rows);

  g_clear_pointer (&self->preview, nida_preview_free);
  self->preview = preview;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_steal_pointer (&rows);
  g_clear_pointer (&self->layout, nida_layout_free);
  if (automatic)
    {
      g_clear_pointer (&self->detected, nida_layout_free);
      self->detected = nida_layout_copy (layout);
      self->layout = nida_layouts_find (self->layouts, self->detected);
    }
  if (self->layout == NULL)
    self->layout = g_steal_pointer (&layout);
  g_clear_pointer (&layout, nida_layout_free);
  if (!automatic)
    self->layout->encoding = g_strdup (encodings[gtk_drop_down_get_selected (self->encoding)]);
  show_kind (self, preview);
  show_layout (self);
}

typedef struct {
  char        *input;
  char        *sheet;       /* of a workbook: the one that was chosen; NULL: the one that would be read */
  NidaLayouts *layouts;
  const char  *encoding;
} Look;

static void
free_look (gpointer data)
{
  Look *look = data;

  g_free (look->input);
  g_free (look->sheet);
  nida_layouts_unref (look->layouts);
  g_free (look);
}

static void
look_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Look *look = task_data;
  NidaLoadOptions options = { .layouts = look->layouts, .sheet = look->sheet };
  GError *error = NULL;
  NidaPreview *preview = nida_load_preview (look->input, look->encoding, &options, cancellable, &error);

  if (preview != NULL)
    g_task_return_pointer (task, preview, (GDestroyNotify) nida_preview_free);
  else
    g_task_return_error (task, error);
}

static void
looked_cb (GObject      *source_object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (NidaColumnAssistant) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  NidaPreview *preview = g_task_propagate_pointer (G_TASK (result), &error);

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self == NULL)
    g_clear_pointer (&preview, nida_preview_free);
  else if (preview != NULL)
    take_preview (self, preview);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      nida_column_grid_clear (self->grid);
      gtk_widget_set_sensitive (self->confirm, FALSE);
      nida_shell_set_label (self->status, error->message);
    }
}

/* Fetch the beginning of the input that is chosen, in the encoding that is chosen. @sheet: of a workbook, or NULL. A window
 * that is closed meanwhile is not kept alive. */
static void
look_at_table (NidaColumnAssistant *self,
               const char          *sheet)
{
  g_autoptr (GTask) task = NULL;
  Look *look = g_new0 (Look, 1);
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, looked_cb, weak);
  g_task_set_source_tag (task, look_at_table);
  look->input = g_strdup (self->inputs[self->input]);
  look->sheet = g_strdup (sheet);
  look->layouts = nida_layouts_ref (self->layouts);
  look->encoding = encodings[MIN (gtk_drop_down_get_selected (self->encoding), G_N_ELEMENTS (encodings) - 1)];
  g_task_set_task_data (task, look, free_look);
  g_task_run_in_thread (task, look_thread);
}

/* --- controls --- */

static void
input_cb (GtkDropDown         *drop_down,
          GParamSpec          *pspec,
          NidaColumnAssistant *self)
{
  self->input = MIN (gtk_drop_down_get_selected (drop_down), g_strv_length (self->inputs) - 1);
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->encoding, 0);
  self->showing = FALSE;
  look_at_table (self, NULL);
}

static void
encoding_cb (NidaColumnAssistant *self)
{
  if (!self->showing)
    look_at_table (self, NULL);
}

static void
sheet_cb (NidaColumnAssistant *self)
{
  guint selected = gtk_drop_down_get_selected (self->sheet);

  if (!self->showing && self->preview != NULL && self->preview->sheets != NULL
      && selected < g_strv_length (self->preview->sheets))
    look_at_table (self, self->preview->sheets[selected]);
}

static void
delimiter_cb (NidaColumnAssistant *self)
{
  guint selected = gtk_drop_down_get_selected (self->delimiter);
  char *encoding;

  if (self->showing || self->preview == NULL || selected >= G_N_ELEMENTS (delimiters))
    return;
  encoding = g_strdup (self->layout->encoding);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->layout, nida_layout_free);
  self->rows = nida_layout_split (self->preview->text, self->preview->length, delimiters[selected], self->preview->cut);
  self->layout = nida_layout_detect (self->rows, delimiters[selected]);
  self->layout->encoding = encoding;
  show_layout (self);
}

static void
decimal_cb (NidaColumnAssistant *self)
{
  if (self->showing || self->layout == NULL)
    return;
  self->layout->decimal = gtk_drop_down_get_selected (self->decimal);
  update_status (self);
}

/* Rows of a sheet without any text are no rows here: the way goes over them, up as down. */
static void
header_cb (NidaColumnAssistant *self)
{
  guint wanted = (guint) gtk_spin_button_get_value_as_int (self->header);
  guint header = 0;

  if (self->showing || self->layout == NULL || self->rows->len == 0)
    return;
  while (header + 1 < self->rows->len && number_of (self, header) < wanted)
    header++;
  if (number_of (self, header) > wanted && header > 0 && wanted < number_of (self, self->layout->header))
    header--;
  nida_layout_set_header (self->layout, self->rows, header);
  show_layout (self);
}

/* A sheet that a reader knows is left to it unless a person says something else. */
static gboolean
remember (NidaColumnAssistant  *self,
          GError              **error)
{
  const NidaPreview *preview = self->preview;

  if (preview->sheets != NULL
      && !nida_layouts_remember_sheet (self->layouts, (const char * const *) preview->sheets, preview->sheets[preview->sheet],
                                       error))
    return FALSE;
  if (preview->known && nida_layout_equal (self->layout, self->detected))
    return nida_layouts_forget (self->layouts, self->detected, error);
  return nida_layouts_remember (self->layouts, self->detected, self->layout, error);
}

static void
confirm_cb (NidaColumnAssistant *self)
{
  g_autoptr (GError) error = NULL;

  if (!remember (self, &error))
    {
      nida_shell_set_label (self->status, error->message);
      return;
    }
  g_signal_emit (self, signals[CONFIRMED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
append_control (NidaColumnAssistant *self,
                const char          *title,
                GtkWidget           *control)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (title), *child = gtk_flow_box_child_new ();

  /* before it has a parent: inside a window that is not shown, GTK 4.8 would tell a screen reader of a box, not of a window */
  gtk_widget_set_focusable (child, FALSE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), control);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), control);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_flow_box_append (self->controls, child);
}

static void
append_inputs (NidaColumnAssistant *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *drop_down;

  if (g_strv_length (self->inputs) < 2)
    return;
  for (guint i = 0; self->inputs[i] != NULL; i++)
    {
      g_autofree char *name = g_path_get_basename (self->inputs[i]);

      g_ptr_array_add (names, nida_language_isolate (nida_look_get_language (nida_look_get ()), name));
    }
  g_ptr_array_add (names, NULL);
  drop_down = gtk_drop_down_new_from_strings ((const char * const *) names->pdata);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (input_cb), self);
  append_control (self, _("Table"), drop_down);
}

static void
append_controls (NidaColumnAssistant *self)
{
  const char *marks[] = { _("Comma"), _("Semicolon"), _("Tab"), _("Vertical bar"), NULL };
  const char *charsets[G_N_ELEMENTS (encodings) + 1] = { _("As detected") };
  const char *decimals[] = { _("As the amounts show"), _("Dot (1,250.50)"), _("Comma (1.250,50)"), NULL };

  for (guint i = 1; i < G_N_ELEMENTS (encodings); i++)
    charsets[i] = encodings[i];
  self->delimiter = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (marks));
  self->encoding = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (charsets));
  self->decimal = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (decimals));
  self->header = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (1, NIDA_LAYOUT_ROWS, 1));
  self->sheets = gtk_string_list_new (NULL);
  self->sheet = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (self->sheets), NULL));
  append_inputs (self);
  /* Translators: of a workbook */
  append_control (self, _("Sheet"), GTK_WIDGET (self->sheet));
  set_shown (GTK_WIDGET (self->sheet), FALSE);
  append_control (self, _("Between cells"), GTK_WIDGET (self->delimiter));
  append_control (self, _("Encoding"), GTK_WIDGET (self->encoding));
  append_control (self, _("Decimal mark"), GTK_WIDGET (self->decimal));
  append_control (self, _("Row of the header"), GTK_WIDGET (self->header));
  g_signal_connect_swapped (self->delimiter, "notify::selected", G_CALLBACK (delimiter_cb), self);
  g_signal_connect_swapped (self->encoding, "notify::selected", G_CALLBACK (encoding_cb), self);
  g_signal_connect_swapped (self->sheet, "notify::selected", G_CALLBACK (sheet_cb), self);
  g_signal_connect_swapped (self->decimal, "notify::selected", G_CALLBACK (decimal_cb), self);
  g_signal_connect_swapped (self->header, "value-changed", G_CALLBACK (header_cb), self);
}

/* --- object --- */

static void
nida_column_assistant_dispose (GObject *object)
{
  NidaColumnAssistant *self = NIDA_COLUMN_ASSISTANT (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), NIDA_TYPE_COLUMN_ASSISTANT);

  G_OBJECT_CLASS (nida_column_assistant_parent_class)->dispose (object);
}

static void
nida_column_assistant_finalize (GObject *object)
{
  NidaColumnAssistant *self = NIDA_COLUMN_ASSISTANT (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->inputs, g_strfreev);
  g_clear_pointer (&self->layouts, nida_layouts_unref);
  g_clear_pointer (&self->preview, nida_preview_free);
  g_clear_pointer (&self->detected, nida_layout_free);
  g_clear_pointer (&self->layout, nida_layout_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (nida_column_assistant_parent_class)->finalize (object);
}

static void
nida_column_assistant_class_init (NidaColumnAssistantClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_column_assistant_dispose;
  G_OBJECT_CLASS (klass)->finalize = nida_column_assistant_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/column-assistant.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaColumnAssistant, confirm);
  gtk_widget_class_bind_template_child (widget_class, NidaColumnAssistant, reason);
  gtk_widget_class_bind_template_child (widget_class, NidaColumnAssistant, controls);
  gtk_widget_class_bind_template_child (widget_class, NidaColumnAssistant, grid);
  gtk_widget_class_bind_template_child (widget_class, NidaColumnAssistant, status);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  signals[CONFIRMED] = g_signal_new ("confirmed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
nida_column_assistant_init (NidaColumnAssistant *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
nida_column_assistant_new (GtkWindow          *parent,
                           const char * const *inputs,
                           NidaLayouts        *layouts,
                           const char         *reason)
{
  NidaColumnAssistant *self;

  g_return_val_if_fail (inputs != NULL && inputs[0] != NULL, NULL);
  g_return_val_if_fail (layouts != NULL, NULL);

  self = g_object_new (NIDA_TYPE_COLUMN_ASSISTANT, "transient-for", parent, NULL);
  self->inputs = g_strdupv ((char **) inputs);
  self->layouts = nida_layouts_ref (layouts);
  gtk_label_set_text (self->reason, reason != NULL ? reason : _("Check what each column holds, and correct what was taken wrongly."));
  append_controls (self);
  look_at_table (self, NULL);
  return GTK_WIDGET (self);
}

const NidaLayout *
nida_column_assistant_get_layout (NidaColumnAssistant *self)
{
  g_return_val_if_fail (NIDA_IS_COLUMN_ASSISTANT (self), NULL);

  return self->layout;
}
