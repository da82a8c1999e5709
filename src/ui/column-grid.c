/* The choices and the cells of the column assistant. */
#include "config.h"

#include "column-grid.h"

#include "look.h"
#include "nida-csv.h"
#include "translate.h"
#include "words.h"

#define SHOWN_ROWS 12
#define SHOWN_COLUMNS 60

typedef struct {
  GtkGrid    *grid;
  NidaLayout *layout;
  void      (*changed) (gpointer data);
  gpointer    data;
  gboolean    showing;        /* the choices are being set */
} Choices;

/* What a column may hold, the commonest first. */
static const int roles[] = {
  -1, NIDA_FIELD_AMOUNT, NIDA_FIELD_AMOUNT_USD, NIDA_FIELD_CURRENCY, NIDA_FIELD_DATE, NIDA_FIELD_DATE_END,
  NIDA_FIELD_DONOR, NIDA_FIELD_DONOR_COUNTRY, NIDA_FIELD_DONOR_TYPE, NIDA_FIELD_RECIPIENT, NIDA_FIELD_CATEGORY,
  NIDA_FIELD_COUNTRY, NIDA_FIELD_APPEAL, NIDA_FIELD_EMERGENCY, NIDA_FIELD_PARTNER, NIDA_FIELD_KIND,
  NIDA_FIELD_REQUIREMENT, NIDA_FIELD_REPORTED, NIDA_FIELD_DESCRIPTION, NIDA_FIELD_ID, NIDA_FIELD_METHOD,
  NIDA_FIELD_CONTRIBUTION, NIDA_FIELD_EARMARKING, NIDA_FIELD_SAID_BY, NIDA_FIELD_SOURCE,
};

static const char *
cell_at (GStrv cells,
         guint column)
{
  for (guint i = 0; cells[i] != NULL; i++)
    if (i == column)
      return cells[i];
  return "";
}

static GtkWidget *
new_cell (const char *text,
          gboolean    heading)
{
  g_autofree char *isolated = nida_language_isolate (nida_look_get_language (nida_look_get ()), text);
  GtkWidget *label = gtk_label_new (isolated);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (label, g_utf8_strlen (text, -1) > 24 ? isolated : NULL);
  if (heading)
    gtk_widget_add_css_class (label, "heading");
  return label;
}

static const char *
role_words (int role)
{
  /* Translators: of a column of a table that is not used */
  return role < 0 ? C_("what a column holds", "Nothing") : nida_words_field (role);
}

static guint
index_of_role (int role)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i] == role)
      return i;
  return 0;
}

/* A field that was given to one column is taken from another. */
static void
show_roles (Choices *self)
{
  self->showing = TRUE;
  for (guint column = 0; column < MIN (self->layout->n_columns, SHOWN_COLUMNS); column++)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (gtk_grid_get_child_at (self->grid, (int) column, 0)),
                                index_of_role (self->layout->columns[column].role));
  self->showing = FALSE;
}

static void
role_cb (GtkDropDown *drop_down,
         GParamSpec  *pspec,
         Choices     *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop_down), "nida-column"));
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (self->showing || selected >= G_N_ELEMENTS (roles))
    return;
  nida_layout_set_role (self->layout, column, roles[selected]);
  show_roles (self);
  self->changed (self->data);
}

static GtkWidget *
new_role_choice (Choices *self,
                 guint    column)
{
  const NidaLayoutColumn *shown = &self->layout->columns[column];
  const char *words[G_N_ELEMENTS (roles) + 1] = { NULL };
  g_autofree char *name = nida_language_isolate (nida_look_get_language (nida_look_get ()), shown->name);
  g_autofree char *label = NULL;
  GtkWidget *drop_down;

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    words[i] = role_words (roles[i]);
  drop_down = gtk_drop_down_new_from_strings (words);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), index_of_role (shown->role));
  /* Translators: of a column of a table: its name */
  label = g_strdup_printf (_("What %s holds"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (drop_down), "nida-column", GUINT_TO_POINTER (column));
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (role_cb), self);
  return drop_down;
}

void
nida_column_grid_clear (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

/**
 * nida_column_grid_fill:
 * @rows: (element-type GStrv): the rows of the table; those below the header of @layout are shown
 *
 * Show the beginning of the table in place of what @grid shows.
 */
void
nida_column_grid_fill (GtkGrid    *grid,
                       NidaLayout *layout,
                       GPtrArray  *rows,
                       GCallback   changed,
                       gpointer    data)
{
  Choices *self = g_new0 (Choices, 1);

  nida_column_grid_clear (grid);
  *self = (Choices) { grid, layout, (void (*) (gpointer)) changed, data, FALSE };
  g_object_set_data_full (G_OBJECT (grid), "nida-choices", self, g_free);
  for (guint column = 0; column < MIN (layout->n_columns, SHOWN_COLUMNS); column++)
    {
      gtk_grid_attach (grid, new_role_choice (self, column), (int) column, 0, 1, 1);
      gtk_grid_attach (grid, new_cell (layout->columns[column].name, TRUE), (int) column, 1, 1, 1);
      for (guint row = 0; row < SHOWN_ROWS && layout->header + 1 + row < rows->len; row++)
        gtk_grid_attach (grid, new_cell (cell_at (rows->pdata[layout->header + 1 + row], column), FALSE), (int) column,
                         (int) row + 2, 1, 1);
    }
}
