/* A row of words for a column view: a chart as a table, a problem in the load report. */
#include "config.h"

#include "text-row.h"

#include "translate.h"
#include "ui-shell.h"

#define WRAPPED_CHARS 32   /* narrower than this, a view rather scrolls */

struct _NidaTextRow
{
  GObject  parent_instance;

  char   **cells;
  guint    n_cells;
  int      tag;
  GListModel *children;
  char       *spoken;      /* or NULL */
};

G_DEFINE_FINAL_TYPE (NidaTextRow, nida_text_row, G_TYPE_OBJECT)

typedef struct {
  guint    column;
  gboolean number, wraps;
} CellShape;

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          CellShape                *shape)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), shape->number ? nida_shell_figure_align () : 0);
  if (shape->wraps)
    {
      nida_shell_wrap (GTK_LABEL (label));
      gtk_label_set_width_chars (GTK_LABEL (label), WRAPPED_CHARS);
    }
  else if (!shape->number)                       /* a figure is never cut: the view rather scrolls */
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

/* The cells that are not empty, as a screen reader reads them one after the other. */
static char *
row_words (NidaTextRow *self)
{
  char *words = NULL;

  if (self->spoken != NULL)
    return g_strdup (self->spoken);
  for (guint i = 0; i < self->n_cells; i++)
    if (*self->cells[i] != '\0')
      {
        char *longer = words == NULL ? g_strdup (self->cells[i]) : g_strdup_printf (_("%s, %s"), words, self->cells[i]);

        g_free (words);
        words = longer;
      }
  return words != NULL ? words : g_strdup ("");
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         CellShape                *shape)
{
  const char *text = nida_text_row_get_cell (nida_text_row_of_item (gtk_list_item_get_item (item)), shape->column);
  GtkWidget *label = gtk_list_item_get_child (item);

  nida_shell_set_label (GTK_LABEL (label), text);
  if (shape->column == 0)
    {
      g_autofree char *words = row_words (nida_text_row_of_item (gtk_list_item_get_item (item)));

      nida_shell_name_row (label, words);
    }
  nida_shell_set_tooltip (label, !shape->wraps && g_utf8_strlen (text, -1) > 24 ? text : NULL);
}

static void
nida_text_row_finalize (GObject *object)
{
  g_strfreev (NIDA_TEXT_ROW (object)->cells);
  g_free (NIDA_TEXT_ROW (object)->spoken);
  g_clear_object (&NIDA_TEXT_ROW (object)->children);
  G_OBJECT_CLASS (nida_text_row_parent_class)->finalize (object);
}

static void
nida_text_row_class_init (NidaTextRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_text_row_finalize;
}

static void
nida_text_row_init (NidaTextRow *self)
{
}

NidaTextRow *
nida_text_row_new (const char * const *cells,
                   int                 tag)
{
  NidaTextRow *self = g_object_new (NIDA_TYPE_TEXT_ROW, NULL);

  self->cells = g_strdupv ((char **) cells);
  self->n_cells = g_strv_length (self->cells);
  self->tag = tag;
  return self;
}

const char *
nida_text_row_get_cell (NidaTextRow *self,
                        guint        column)
{
  return column < self->n_cells ? self->cells[column] : "";
}

int
nida_text_row_get_tag (NidaTextRow *self)
{
  return self->tag;
}

void
nida_text_row_set_spoken (NidaTextRow *self,
                          const char  *words)
{
  g_free (self->spoken);
  self->spoken = g_strdup (words);
}

void
nida_text_row_set_children (NidaTextRow *self,
                            GListModel  *children)
{
  g_set_object (&self->children, children);
}

GListModel *
nida_text_row_get_children (NidaTextRow *self)
{
  return self->children;
}

NidaTextRow *
nida_text_row_of_item (gpointer item)
{
  g_autoptr (GObject) row = NULL;

  if (!GTK_IS_TREE_LIST_ROW (item))
    return item;
  row = gtk_tree_list_row_get_item (item);
  return NIDA_TEXT_ROW (row);                    /* the tree's model holds it */
}

static void
shape_free (gpointer  data,
            GClosure *closure)
{
  g_free (data);
}

GtkColumnViewColumn *
nida_text_column_append (GtkColumnView *view,
                         const char    *title,
                         guint          column,
                         gboolean       number,
                         gboolean       expand)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  CellShape *shape = g_new (CellShape, 1);
  g_autoptr (GtkColumnViewColumn) added = gtk_column_view_column_new (title, factory);

  *shape = (CellShape) { column, number, expand };
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), shape, shape_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), shape);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_column_set_expand (added, expand);
  gtk_column_view_append_column (view, added);
  if (number)
    nida_shell_align_newest_title (view);
  return added;
}

/* A column of figures has a figure to sort by in some row. */
static gboolean
is_number_column (const NidaTable *table,
                  guint            column)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const NidaTableRow *row = g_ptr_array_index (table->rows, i);

      if (row->sort != NULL && row->sort[column] != NIDA_MONEY_NONE)
        return TRUE;
    }
  return FALSE;
}

/* "Kuwait, Received: 17,064,284, Share: 45%": who hears a row alone does not see what its columns are. */
static char *
spoken_row (const NidaTable    *table,
            const NidaTableRow *row)
{
  char *words = g_strdup (row->cells[0]);

  for (guint i = 1; i < table->n_columns && row->cells[i] != NULL; i++)
    {
      g_autofree char *before = words, *cell = NULL;

      words = NULL;
      if (*row->cells[i] != '\0' && !g_str_equal (row->cells[i], "–"))
        {
          /* Translators: a mark of a chart and its figure: "Kuwait: $17,064,284" */
          cell = g_strdup_printf (_("%s: %s"), table->headings[i], row->cells[i]);
          words = g_strdup_printf (_("%s, %s"), before, cell);
        }
      else
        words = g_steal_pointer (&before);
    }
  return words;
}

GtkWidget *
nida_text_table_new (const NidaTable *table)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GListStore *rows = g_list_store_new (NIDA_TYPE_TEXT_ROW);
  GtkWidget *view;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const NidaTableRow *row = g_ptr_array_index (table->rows, i);
      g_autoptr (NidaTextRow) item = nida_text_row_new ((const char * const *) row->cells, (int) i);

      g_autofree char *spoken = spoken_row (table, row);

      nida_text_row_set_spoken (item, spoken);
      g_list_store_append (rows, item);
    }
  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (rows))));
  for (guint i = 0; i < table->n_columns; i++)
    nida_text_column_append (GTK_COLUMN_VIEW (view), table->headings[i], i, is_number_column (table, i), i == 0);
  gtk_widget_add_css_class (view, "nida-figures");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}
