/* One list a column of the diagram, with the names that are drawn, as they are drawn. Only as many names are kept in the chart as
 * it takes for the moved one to stand where it was put: all others stay by size, also after a refresh. */
#include "config.h"

#include "editor-order.h"

#include "form.h"
#include "order-list.h"
#include "translate.h"
#include "words.h"

#include <string.h>

#define WIDTH  1200.0     /* points: room for all the names that are worth a node */
#define HEIGHT  700.0

typedef struct {
  NidaField  field;
  GtkWidget *row, *list;
  GPtrArray *names;        /* as a filter takes them */
} Column;

typedef struct {
  NidaChartDraft *draft;
  GtkWidget      *form, *by_size;
  Column          columns[NIDA_MAX_BY];
  guint           n;
} Order;

static void
forget_columns (Order *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      gtk_box_remove (GTK_BOX (self->form), self->columns[i].row);
      g_ptr_array_unref (self->columns[i].names);
    }
  self->n = 0;
}

static void
order_free (gpointer data)
{
  Order *self = data;

  for (guint i = 0; i < self->n; i++)
    g_ptr_array_unref (self->columns[i].names);
  g_object_unref (self->draft);
  g_free (self);
}

/* --- taking an order --- */

static gboolean
has_name (char * const *names,
          const char   *name)
{
  return names != NULL && g_strv_contains ((const char * const *) names, name);
}

/* Names of other columns that were put in order keep it. */
static char **
make_order (char * const *before,
            GPtrArray    *column,
            guint         keep)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < keep; i++)
    g_strv_builder_add (builder, column->pdata[i]);
  for (guint i = 0; before != NULL && before[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (column, before[i], g_str_equal, NULL))
      g_strv_builder_add (builder, before[i]);
  return g_strv_builder_end (builder);
}

static void
moved_cb (GtkWidget *list,
          guint      from,
          guint      to,
          gpointer   user_data)
{
  Order *self = user_data;
  NidaChartSpec *spec = nida_chart_draft_dup_spec (self->draft);
  GPtrArray *names = NULL;
  char **order;
  guint keep = MAX (from, to) + 1;

  for (guint i = 0; i < self->n; i++)
    if (self->columns[i].list == list)
      names = self->columns[i].names;
  for (guint i = keep; i < names->len; i++)
    if (has_name (spec->ordered, names->pdata[i]))
      keep = i + 1;
  g_ptr_array_insert (names, (int) to, g_ptr_array_steal_index (names, from));
  order = make_order (spec->ordered, names, keep);
  g_strfreev (spec->ordered);
  spec->ordered = order;
  nida_chart_draft_take (self->draft, spec, NULL);
}

static void
by_size_cb (Order *self)
{
  NidaChartSpec *spec = nida_chart_draft_dup_spec (self->draft);

  g_clear_pointer (&spec->ordered, g_strfreev);
  nida_chart_draft_take (self->draft, spec, NULL);
}

/* --- showing --- */

/* The fields of the columns that are drawn: a diagram completes what a person chose to who gave, for what, where. */
static NidaQuery *
get_drawn (Order *self)
{
  const NidaDraftAnswer *answer = nida_chart_draft_get_answer (self->draft);

  return answer->cubes != NULL ? nida_cube_get_query (answer->cubes->pdata[0]) : NULL;
}

/* A list is called as its column is in the diagram. */
static void
add_column (Order     *self,
            NidaField  field,
            NidaScene *scene)
{
  g_autofree char *key = g_strdup_printf ("head/%u", self->n);
  const NidaNode *head = nida_scene_find (scene, key);
  const char *title = head != NULL ? head->text : nida_words_field (field);
  Column *column = &self->columns[self->n++];

  column->field = field;
  column->names = g_ptr_array_new_with_free_func (g_free);
  column->list = nida_order_list_new (title, moved_cb, self);
  column->row = nida_form_append (self->form, title, column->list);
}

static gboolean
are_columns_of (const Order     *self,
                const NidaQuery *drawn)
{
  gboolean same = self->n == drawn->n_by;

  for (guint i = 0; same && i < self->n; i++)
    same = self->columns[i].field == drawn->by[i].field;
  return same;
}

/* What is summed as others, or is several names or none, has no place of its own. */
static gboolean
can_move (const NidaNode *node)
{
  return node->mark != NULL && node->mark->n_fields == 1 && node->mark->n_rests == 0 && *node->mark->values[0] != '\0';
}

static void
fill_column (Column    *column,
             NidaScene *scene,
             guint      index)
{
  g_autofree char *prefix = g_strdup_printf ("node/%u/", index);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  g_ptr_array_set_size (column->names, 0);
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (!g_str_has_prefix (node->key, prefix) || !can_move (node))
        continue;
      g_ptr_array_add (column->names, g_strdup (node->mark->values[0]));
      g_ptr_array_add (shown, (gpointer) nida_mark_get_label (node->mark));
    }
  g_ptr_array_add (shown, NULL);
  nida_order_list_fill (column->list, (const char * const *) shown->pdata);
}

static void
update (Order *self)
{
  const NidaChartSpec *spec = nida_chart_draft_get_spec (self->draft);
  gboolean heeded = (nida_chart_kind_get_traits (spec->kind)->choices & NIDA_CHOICE_NAMES_ORDER) != 0;
  g_autoptr (NidaScene) scene = heeded ? nida_chart_draft_build (self->draft, WIDTH, HEIGHT) : NULL;
  NidaQuery *drawn;
  gboolean some = FALSE;

  if (!heeded)
    gtk_widget_set_visible (self->form, FALSE);
  if (scene == NULL || nida_chart_draft_is_waiting (self->draft))
    return;
  drawn = get_drawn (self);
  if (drawn != NULL && !are_columns_of (self, drawn))
    {
      forget_columns (self);
      for (guint i = 0; i < drawn->n_by; i++)
        add_column (self, drawn->by[i].field, scene);
    }
  for (guint i = 0; i < self->n; i++)
    {
      fill_column (&self->columns[i], scene, i);
      gtk_widget_set_visible (self->columns[i].row, self->columns[i].names->len > 1);
      some = some || self->columns[i].names->len > 1;
    }
  gtk_widget_set_visible (self->form, some);
  gtk_widget_set_sensitive (self->by_size, spec->ordered != NULL);
}

static void
changed_cb (GtkWidget *form)
{
  update (g_object_get_data (G_OBJECT (form), "nida-page"));
}

GtkWidget *
nida_editor_order_new (NidaChartDraft *draft)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  Order *self = g_new0 (Order, 1);

  self->draft = g_object_ref (draft);
  self->form = form;
  g_object_set_data_full (G_OBJECT (form), "nida-page", self, order_free);
  nida_form_append_heading (form, _("Order of names"));
  /* Translators: a button: names stand the largest first again */
  self->by_size = gtk_button_new_with_mnemonic (_("Order by Si_ze Again"));
  gtk_widget_add_css_class (self->by_size, "nida-raised");
  gtk_widget_set_halign (self->by_size, GTK_ALIGN_START);
  g_signal_connect_swapped (self->by_size, "clicked", G_CALLBACK (by_size_cb), self);
  gtk_box_append (GTK_BOX (form), self->by_size);
  g_signal_connect_object (draft, "changed", G_CALLBACK (changed_cb), form, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "answered", G_CALLBACK (changed_cb), form, G_CONNECT_SWAPPED);
  update (self);
  return form;
}
