/* Two drop-downs of sources, one of fields, one of measures, and a table that can be sorted by each of its columns. The
 * board's filters, counting rule and currency apply. */
#include "config.h"

#include "compare-window.h"

#include "compare-load.h"
#include "compare-words.h"
#include "look.h"
#include "query-words.h"
#include "text-row.h"
#include "translate.h"
#include "table-scroll.h"
#include "ui-shell.h"

#include <string.h>

enum { CELL_NAME, CELL_FIRST, CELL_SECOND, CELL_DIFFERENCE, CELL_STATE, N_CELLS };
enum { CHOICE_FIRST, CHOICE_SECOND, CHOICE_FIELD, CHOICE_MEASURE, N_CHOICES };

static const NidaGroupBy fields[] = {
  { NIDA_FIELD_DONOR, NIDA_STEP_NONE }, { NIDA_FIELD_DONOR_COUNTRY, NIDA_STEP_NONE }, { NIDA_FIELD_APPEAL, NIDA_STEP_NONE },
  { NIDA_FIELD_DATE, NIDA_STEP_YEAR }, { NIDA_FIELD_RECIPIENT, NIDA_STEP_NONE }, { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE },
  { NIDA_FIELD_COUNTRY, NIDA_STEP_NONE }, { NIDA_FIELD_EMERGENCY, NIDA_STEP_NONE },
};
static const NidaMeasure measures[] = {
  NIDA_MEASURE_RECEIVED, NIDA_MEASURE_PLEDGED, NIDA_MEASURE_COMMITTED, NIDA_MEASURE_PAID, NIDA_MEASURE_REQUIREMENT,
  NIDA_MEASURE_REPORTED, NIDA_MEASURE_COUNT,
};

struct _NidaCompareWindow
{
  GtkWindow             parent_instance;

  GtkGrid              *choices;
  GtkLabel             *summary, *total, *note;
  GtkColumnView        *view;
  GtkBox               *rows;
  GtkWidget            *copy;

  NidaSession          *session;
  NidaCompareLoad      *load;
  char                **inputs;         /* of the drop-downs of sources */
  GtkDropDown          *drop_downs[N_CHOICES];
  GtkWidget            *row_buttons[2];
  GtkColumnViewColumn  *columns[N_CELLS];
  GListStore           *lines;          /* NidaTextRow, tagged with the place in @groups */
  GtkSingleSelection   *selection;
  NidaSourceComparison *comparison;     /* NULL while it is made */
  GPtrArray            *groups;         /* of it, in their first order */
  NidaComparedTerms     terms;          /* of it */
};

G_DEFINE_FINAL_TYPE (NidaCompareWindow, nida_compare_window, GTK_TYPE_WINDOW)

static NidaLanguage *
language (void)
{
  return nida_look_get_language (nida_look_get ());
}

/* --- what is asked --- */

static guint
chosen (NidaCompareWindow *self,
        guint              choice)
{
  return gtk_drop_down_get_selected (self->drop_downs[choice]);
}

static NidaQuery *
make_query (NidaCompareWindow *self)
{
  NidaQuery *query = nida_query_new ();

  query->by[0] = fields[chosen (self, CHOICE_FIELD)];
  query->n_by = 1;
  query->measures = 1u << measures[chosen (self, CHOICE_MEASURE)];
  query->fiscal_start = nida_look_get_fiscal_start (nida_look_get ());
  nida_filter_set_apply (nida_session_get_filters (self->session), query, NIDA_FIELD_NONE);
  return query;
}

static char *
dup_source_name (NidaCompareWindow *self,
                 guint              side)
{
  const NidaComparedSides *sides = nida_compare_load_get_sides (self->load);
  NidaReport *report = sides != NULL ? nida_dataset_get_report (nida_local_engine_get_dataset (sides->engines[side])) : NULL;
  g_autofree char *clean = report != NULL ? nida_name_clean (nida_report_get_source (report, 0)->name) : NULL;

  return nida_language_name (language (), clean != NULL ? clean : "", NULL);
}

/* --- what is shown --- */

static void
clear_terms (NidaCompareWindow *self)
{
  g_clear_pointer (&self->terms.names[0], g_free);
  g_clear_pointer (&self->terms.names[1], g_free);
}

/* As the comparison was asked for. */
static void
set_terms (NidaCompareWindow *self)
{
  NidaQuery *query = self->comparison->query;

  clear_terms (self);
  self->terms = (NidaComparedTerms) {
    query->by[0], (NidaMeasure) g_bit_nth_lsf (query->measures, -1), query->currency != NULL ? query->currency : "USD",
    { dup_source_name (self, 0), dup_source_name (self, 1) },
  };
}

static void
add_line (NidaCompareWindow *self,
          guint              index)
{
  const NidaComparedGroup *group = self->groups->pdata[index];
  const NidaComparedTerms *terms = &self->terms;
  g_autofree char *name = nida_compare_words_group (terms, group), *state = nida_compare_words_state (terms, group);
  g_autofree char *first = nida_compare_words_figure (terms, group->figures[0], FALSE);
  g_autofree char *second = nida_compare_words_figure (terms, group->figures[1], FALSE);
  g_autofree char *difference = nida_compare_words_figure (terms, group->difference, FALSE);
  const char *cells[N_CELLS + 1] = { name, first, second, difference, state, NULL };
  g_autoptr (NidaTextRow) row = nida_text_row_new (cells, (int) index);

  g_list_store_append (self->lines, row);
}

static void
show_titles (NidaCompareWindow *self)
{
  const char *titles[N_CELLS] = {
    nida_compare_words_field (self->terms.by), self->terms.names[0], self->terms.names[1], _("Difference"),
    /* Translators: heads the column that says whether two sources agree */
    _("Agreement"),
  };

  for (guint i = 0; i < N_CELLS; i++)
    gtk_column_view_column_set_title (self->columns[i], titles[i]);
  for (guint side = 0; side < 2; side++)
    {
      /* Translators: a button: show the rows behind the figure that the file %s has */
      g_autofree char *label = g_strdup_printf (_("Show the Rows of %s"), self->terms.names[side]);
      GtkWidget *child = gtk_label_new (label);

      gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_MIDDLE);
      gtk_button_set_child (GTK_BUTTON (self->row_buttons[side]), child);
      nida_shell_set_tooltip (self->row_buttons[side], label);
    }
}

static void
show_words (NidaCompareWindow *self)
{
  g_autofree char *summary = nida_compare_words_summary (&self->terms, self->comparison);
  g_autofree char *total = nida_compare_words_total (&self->terms, self->comparison);
  g_autofree char *note = nida_compare_words_note (&self->terms, self->comparison);

  nida_shell_set_label (self->summary, summary);
  nida_shell_set_label (self->total, total);
  nida_shell_set_label (self->note, note);
}

static void
update_row_buttons (NidaCompareWindow *self)
{
  NidaTextRow *line = gtk_single_selection_get_selected_item (self->selection);
  const NidaComparedGroup *group = line != NULL && self->comparison != NULL ? self->groups->pdata[nida_text_row_get_tag (line)] : NULL;
  const NidaComparedSides *sides = nida_compare_load_get_sides (self->load);

  for (guint side = 0; side < 2; side++)
    gtk_widget_set_sensitive (self->row_buttons[side],
                              group != NULL && sides != NULL && group->names[side] != NULL && group->n_members < 2
                              && group->figures[side] != NIDA_MONEY_NONE
                              && nida_session_find_source (self->session, sides->inputs[side]) != G_MAXUINT);
}

static void
forget_comparison (NidaCompareWindow *self)
{
  g_list_store_remove_all (self->lines);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->comparison, nida_source_comparison_free);
  nida_shell_set_label (self->total, "");
  nida_shell_set_label (self->note, "");
  gtk_widget_set_sensitive (self->copy, FALSE);
  update_row_buttons (self);
}

static void
compared_cb (NidaSourceComparison *comparison,
             const GError         *error,
             gpointer              user_data)
{
  NidaCompareWindow *self = user_data;

  forget_comparison (self);
  if (comparison == NULL)
    {
      nida_shell_set_label (self->summary, error->message);
      return;
    }
  self->comparison = comparison;
  self->groups = nida_source_comparison_list (comparison);
  set_terms (self);
  for (guint i = 0; i < self->groups->len; i++)
    add_line (self, i);
  show_titles (self);
  show_words (self);
  gtk_widget_set_sensitive (self->copy, TRUE);
  update_row_buttons (self);
}

static void
ask (NidaCompareWindow *self)
{
  g_autoptr (NidaQuery) query = NULL;
  const char *inputs[2];

  if (self->session == NULL || nida_session_get_dataset (self->session) == NULL)
    return;
  forget_comparison (self);
  nida_shell_set_label (self->summary, _("Both sources are being read…"));
  query = make_query (self);
  for (guint side = 0; side < 2; side++)
    inputs[side] = self->inputs[chosen (self, side == 0 ? CHOICE_FIRST : CHOICE_SECOND)];
  nida_compare_load_ask (self->load, inputs, query, compared_cb, self);
}

/* --- sorting --- */

typedef struct { NidaCompareWindow *window; guint cell; } Sort;

static NidaMoney
figure_of (const NidaComparedGroup *group,
           guint                    cell)
{
  return cell == CELL_DIFFERENCE ? group->difference : group->figures[cell == CELL_FIRST ? 0 : 1];
}

/* A figure that is absent is the least. */
static int
compare_lines (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const Sort *sort = user_data;
  NidaTextRow *x = (NidaTextRow *) a, *y = (NidaTextRow *) b;
  NidaMoney first, second;

  if (sort->window->groups == NULL)
    return GTK_ORDERING_EQUAL;
  if (sort->cell == CELL_NAME && sort->window->terms.by.field == NIDA_FIELD_DATE)
    return gtk_ordering_from_cmpfunc (nida_text_row_get_tag (x) - nida_text_row_get_tag (y));
  if (sort->cell == CELL_NAME || sort->cell == CELL_STATE)
    return gtk_ordering_from_cmpfunc (nida_language_collate (language (), nida_text_row_get_cell (x, sort->cell),
                                                             nida_text_row_get_cell (y, sort->cell)));
  first = figure_of (sort->window->groups->pdata[nida_text_row_get_tag (x)], sort->cell);
  second = figure_of (sort->window->groups->pdata[nida_text_row_get_tag (y)], sort->cell);
  return first < second ? GTK_ORDERING_SMALLER : first > second ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
}

static void
add_columns (NidaCompareWindow *self)
{
  static const int widths[N_CELLS] = { 0, 220, 220, 150, 150 };
  double scale = nida_look_get_text_scale (nida_look_get ());

  for (guint i = 0; i < N_CELLS; i++)
    {
      Sort *sort = g_new (Sort, 1);
      gboolean number = i == CELL_FIRST || i == CELL_SECOND || i == CELL_DIFFERENCE;
      g_autoptr (GtkSorter) sorter = NULL;

      *sort = (Sort) { self, i };
      sorter = GTK_SORTER (gtk_custom_sorter_new (compare_lines, sort, g_free));
      self->columns[i] = nida_text_column_append (self->view, "", i, number, i == CELL_NAME);
      gtk_column_view_column_set_sorter (self->columns[i], sorter);
      if (i != CELL_NAME)
        gtk_column_view_column_set_fixed_width (self->columns[i], (int) (widths[i] * scale));
    }
}

/* --- rows, copying --- */

void
nida_compare_window_show_rows (NidaCompareWindow *self,
                               guint              side)
{
  NidaTextRow *line = gtk_single_selection_get_selected_item (self->selection);
  const NidaComparedSides *sides = nida_compare_load_get_sides (self->load);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  const NidaComparedGroup *group;
  g_autofree char *name = NULL, *words = NULL;
  GArray *rows;

  if (line == NULL || sides == NULL || self->comparison == NULL || parent == NULL)
    return;
  group = self->groups->pdata[nida_text_row_get_tag (line)];
  rows = nida_source_comparison_find_rows (self->comparison, sides->engines[side], group, side,
                                           nida_session_get_dataset (self->session),
                                           nida_session_find_source (self->session, sides->inputs[side]));
  name = nida_compare_words_group (&self->terms, group);
  /* Translators: whose rows the table shows: "Kuwait in fts.csv" */
  words = g_strdup_printf (_("%1$s in %2$s"), name, self->terms.names[side]);
  nida_session_set_focus (self->session, rows, words);
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.page", "s", "table");
  gtk_window_present (parent);
}

/* Of the first source that has a figure. */
static void
activate_cb (NidaCompareWindow *self,
             guint              position)
{
  gtk_single_selection_set_selected (self->selection, position);
  for (guint side = 0; side < 2; side++)
    if (gtk_widget_get_sensitive (self->row_buttons[side]))
      {
        nida_compare_window_show_rows (self, side);
        return;
      }
}

static void
rows_clicked_cb (GtkButton         *button,
                 NidaCompareWindow *self)
{
  nida_compare_window_show_rows (self, GTK_WIDGET (button) == self->row_buttons[0] ? 0 : 1);
}

static void
append_line (NidaCompareWindow *self,
             GString           *text,
             NidaTextRow       *row)
{
  g_autofree char *line = nida_compare_words_line (&self->terms, self->groups->pdata[nida_text_row_get_tag (row)]);

  g_string_append_printf (text, "%s\n", line);
}

char *
nida_compare_window_to_text (NidaCompareWindow *self)
{
  GString *text = g_string_new (NULL);
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; self->comparison != NULL && i < N_CELLS; i++)
    {
      g_autofree char *title = nida_name_clean (gtk_column_view_column_get_title (self->columns[i]));

      g_string_append_printf (text, "%s%s", title, i + 1 < N_CELLS ? "\t" : "\n");
    }
  for (guint i = 0; self->comparison != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (NidaTextRow) row = g_list_model_get_item (model, i);

      append_line (self, text, row);
    }
  return g_string_free (text, FALSE);
}

static void
copy_all_cb (NidaCompareWindow *self)
{
  g_autofree char *text = nida_compare_window_to_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static gboolean
copy_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  NidaCompareWindow *self = NIDA_COMPARE_WINDOW (widget);
  NidaTextRow *line = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (GString) text = g_string_new (NULL);

  if (line == NULL)
    return FALSE;
  append_line (self, text, line);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
  return TRUE;
}

/* --- choices --- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  nida_shell_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
  nida_shell_set_tooltip (gtk_list_item_get_child (item), text);
}

static void
add_choice (NidaCompareWindow  *self,
            guint               choice,
            const char         *title,
            const char * const *words,
            guint               selected)
{
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (words);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *label = gtk_label_new_with_mnemonic (title);
  g_autofree char *spoken = g_strdup (title);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), factory);
  g_object_unref (factory);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), drop_down);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)), -1);
  gtk_grid_attach (self->choices, label, (int) choice, 0, 1, 1);
  gtk_grid_attach (self->choices, drop_down, (int) choice, 1, 1, 1);
  self->drop_downs[choice] = GTK_DROP_DOWN (drop_down);
}

/* The sources of rows, and their names. */
static char **
list_sources (NidaCompareWindow *self)
{
  const char * const *inputs = nida_session_get_inputs (self->session);
  g_autoptr (GPtrArray) list = g_ptr_array_new (), names = g_ptr_array_new ();

  for (guint i = 0; inputs[i] != NULL; i++)
    if (nida_compare_load_is_source (self->session, inputs[i]))
      {
        g_autofree char *base = g_path_get_basename (inputs[i]);

        g_ptr_array_add (list, g_strdup (inputs[i]));
        g_ptr_array_add (names, nida_name_clean (base));
      }
  g_ptr_array_add (list, NULL);
  g_ptr_array_add (names, NULL);
  self->inputs = (char **) g_ptr_array_free (g_steal_pointer (&list), FALSE);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static guint
index_of (char      **list,
          const char *text)
{
  for (guint i = 0; list[i] != NULL; i++)
    if (g_str_equal (list[i], text))
      return i;
  return 0;
}

static void
add_choices (NidaCompareWindow *self,
             const char        *input)
{
  g_auto (GStrv) names = list_sources (self);
  const char *field_words[G_N_ELEMENTS (fields) + 1] = { NULL }, *measure_words[G_N_ELEMENTS (measures) + 1] = { NULL };
  guint first = index_of (self->inputs, input);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    field_words[i] = nida_compare_words_field (fields[i]);
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    measure_words[i] = nida_words_measure (measures[i]);
  add_choice (self, CHOICE_FIRST, _("_First source"), (const char * const *) names, first);
  add_choice (self, CHOICE_SECOND, _("_Second source"), (const char * const *) names, first == 0 && self->inputs[0] != NULL && self->inputs[1] != NULL ? 1 : 0);
  /* Translators: titles a choice of "Donor", "Appeal", "Year" … */
  add_choice (self, CHOICE_FIELD, _("For _each"), field_words, 0);
  /* Translators: titles a choice of "Received", "Pledged" … */
  add_choice (self, CHOICE_MEASURE, _("_Measure"), measure_words, 0);
  for (guint i = 0; i < N_CHOICES; i++)
    g_signal_connect_object (self->drop_downs[i], "notify::selected", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
}

/* --- the whole --- */

static void
opened_cb (NidaCompareWindow *self,
           gboolean           reload)
{
  if (!reload)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  nida_compare_load_forget (self->load);
  ask (self);
}

static void
nida_compare_window_dispose (GObject *object)
{
  NidaCompareWindow *self = NIDA_COMPARE_WINDOW (object);

  g_clear_pointer (&self->load, nida_compare_load_free);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->lines);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->comparison, nida_source_comparison_free);
  clear_terms (self);
  g_clear_pointer (&self->inputs, g_strfreev);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (nida_compare_window_parent_class)->dispose (object);
}

static void
nida_compare_window_class_init (NidaCompareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_compare_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/compare-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaCompareWindow, choices);
  gtk_widget_class_bind_template_child (widget_class, NidaCompareWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, NidaCompareWindow, total);
  gtk_widget_class_bind_template_child (widget_class, NidaCompareWindow, note);
  gtk_widget_class_bind_template_child (widget_class, NidaCompareWindow, view);
  gtk_widget_class_bind_template_child (widget_class, NidaCompareWindow, rows);
  gtk_widget_class_bind_template_child (widget_class, NidaCompareWindow, copy);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_all_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nida_compare_window_init (NidaCompareWindow *self)
{
  GtkSortListModel *sorted;

  gtk_widget_init_template (GTK_WIDGET (self));
  nida_shell_name_list (self->view, _("Compare Sources"));
  nida_table_scroll_install (GTK_SCROLLED_WINDOW (gtk_widget_get_parent (GTK_WIDGET (self->view))));
  self->lines = g_list_store_new (NIDA_TYPE_TEXT_ROW);
  add_columns (self);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->lines)), g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (update_row_buttons), self, G_CONNECT_SWAPPED);
  for (guint side = 0; side < 2; side++)
    {
      self->row_buttons[side] = gtk_button_new ();
      g_signal_connect (self->row_buttons[side], "clicked", G_CALLBACK (rows_clicked_cb), self);
      gtk_box_append (self->rows, self->row_buttons[side]);
    }
}

/* Large text wants a larger window, though none larger than the one that it stands over. */
static void
fit_text (NidaCompareWindow *self,
          GtkWindow         *parent)
{
  double scale = nida_look_get_text_scale (nida_look_get ());
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), MAX (width, MIN ((int) (width * scale), gtk_widget_get_width (GTK_WIDGET (parent)))),
                               MAX (height, MIN ((int) (height * scale), gtk_widget_get_height (GTK_WIDGET (parent)))));
}

GtkWidget *
nida_compare_window_new (GtkWindow   *parent,
                         NidaSession *session,
                         const char  *input)
{
  NidaCompareWindow *self = g_object_new (NIDA_TYPE_COMPARE_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->load = nida_compare_load_new (session);
  fit_text (self, parent);
  add_choices (self, input);
  g_signal_connect_object (session, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "filters-changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (nida_look_get (), "language-changed", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  ask (self);
  return GTK_WIDGET (self);
}
