/* The largest names with a swatch for each colour: pressed is the one that a person chose; where nobody chose, the one that the
 * chart has given the name has a dashed ring, and stands beside the name as automatic. It is read from the picture, so that
 * it is the one that is seen. */
#include "config.h"

#include "editor-hues.h"

#include "chart-groups.h"
#include "follow.h"
#include "form.h"
#include "look.h"
#include "translate.h"
#include "ui-shell.h"

#include <string.h>

#define MAX_HUES 8
#define WIDTH    1200.0     /* points: room for all names that have a colour */
#define HEIGHT    700.0

typedef struct {
  NidaChartDraft *draft;
  GtkWidget      *hues;
  char           *shown;       /* names of the rows that are shown, joined */
  gboolean        showing;
} Hues;

static void
hues_free (gpointer data)
{
  Hues *self = data;

  g_object_unref (self->draft);
  g_free (self->shown);
  g_free (self);
}

/* --- which colour --- */

static NidaColor
chosen_hue (const NidaChartSpec *spec,
            NidaField            field,
            const char          *name)
{
  for (guint i = 0; i < spec->hues->len; i++)
    {
      const NidaHue *hue = spec->hues->pdata[i];

      if (hue->field == field && g_str_equal (hue->name, name))
        return hue->color;
    }
  return NIDA_COLOR_NONE;
}

static gboolean
is_of_name (const NidaMark *mark,
            NidaField       field,
            const char     *name)
{
  for (guint i = 0; i < mark->n_fields; i++)
    if (mark->fields[i] == field && g_str_equal (mark->values[i], name))
      return TRUE;
  return FALSE;
}

/* A line and one of the squares of a part have no mark of their own, but follow that of their name. */
static gboolean
shows_name (const NidaNode *node,
            NidaField       field,
            const char     *name)
{
  if (node->mark != NULL && is_of_name (node->mark, field, name))
    return TRUE;
  for (guint i = 0; node->follow != NULL && i < node->follow->marks->len; i++)
    if (is_of_name (node->follow->marks->pdata[i], field, name))
      return TRUE;
  return FALSE;
}

/* One that can be chosen. */
static gboolean
is_hue (NidaColor color)
{
  return color >= NIDA_COLOR_SERIES_1 && color <= NIDA_COLOR_OTHER;
}

static gboolean
is_of_parts (NidaColor color)
{
  return is_hue (color) || (color >= NIDA_COLOR_STEP_1 && color <= NIDA_COLOR_STEP_7);
}

/* The colour in which @scene draws @name, which may be one of the shades of parts; NONE where it has none of its own. */
static NidaColor
drawn_hue (NidaScene  *scene,
           NidaField   field,
           const char *name)
{
  for (guint i = 0; scene != NULL && i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (!(is_of_parts (node->fill) || is_of_parts (node->stroke)) || !shows_name (node, field, name))
        continue;
      return is_of_parts (node->fill) ? node->fill : node->stroke;
    }
  return NIDA_COLOR_NONE;
}

/* --- swatches --- */

static void
draw_swatch_cb (GtkDrawingArea *area,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        color)
{
  NidaRgba rgba = nida_palette_get (nida_look_get_theme (nida_look_get ()), GPOINTER_TO_INT (color));

  cairo_set_source_rgba (cr, rgba.red, rgba.green, rgba.blue, rgba.alpha);
  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0 - 1, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
set_dot (GtkWidget *dot,
         NidaColor  color)
{
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (dot), draw_swatch_cb, GINT_TO_POINTER (color), NULL);
}

static GtkWidget *
make_dot (NidaColor color,
          int       size)
{
  GtkWidget *dot = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (dot), size);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (dot), size);
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  set_dot (dot, color);
  return dot;
}

static void
hue_cb (GtkToggleButton *button,
        Hues            *self)
{
  const char *name = g_object_get_data (G_OBJECT (button), "nida-name");
  NidaField field = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "nida-field"));
  NidaColor color = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "nida-color"));
  NidaChartSpec *spec;

  if (self->showing)
    return;
  spec = nida_chart_draft_dup_spec (self->draft);
  nida_chart_spec_set_hue (spec, field, name, gtk_toggle_button_get_active (button) ? color : NIDA_COLOR_NONE);
  nida_chart_draft_take (self->draft, spec, NULL);
}

static char *
color_words (NidaColor color,
             gboolean  automatic)
{
  g_autofree char *digits = nida_language_integer (nida_look_get_language (nida_look_get ()), color - NIDA_COLOR_SERIES_1 + 1);
  /* Translators: one of the five colours of a chart, by its number; the sixth is the grey of all others */
  g_autofree char *words = color == NIDA_COLOR_OTHER ? g_strdup (_("Grey")) : g_strdup_printf (_("Colour %s"), digits);

  /* Translators: %s is a colour that the program gave a name, since nobody has chosen one */
  return automatic ? g_strdup_printf (_("%s (automatic)"), words) : g_steal_pointer (&words);
}

static GtkWidget *
make_swatch (NidaField   field,
             const char *name,
             NidaColor   color)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), make_dot (color, 16));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "nida-swatch");
  g_object_set_data_full (G_OBJECT (button), "nida-name", g_strdup (name), g_free);
  g_object_set_data (G_OBJECT (button), "nida-field", GINT_TO_POINTER (field));
  g_object_set_data (G_OBJECT (button), "nida-color", GINT_TO_POINTER (color));
  return button;
}

static void
set_swatch (GtkWidget  *button,
            const char *shown,
            NidaColor   chosen,
            NidaColor   automatic)
{
  NidaColor color = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "nida-color"));
  g_autofree char *words = color_words (color, color == automatic), *spoken = g_strdup_printf (_("%1$s: %2$s"), shown, words);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), color == chosen);
  if (color == automatic)
    gtk_widget_add_css_class (button, "nida-automatic");
  else
    gtk_widget_remove_css_class (button, "nida-automatic");
  nida_shell_set_tooltip (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* "Kuwait", and beside it the colour that nobody chose. */
static GtkWidget *
make_head (const char *shown)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: beside a name in the chart editor: nobody has chosen its colour */
  GtkWidget *remark = gtk_label_new (_("(automatic)"));

  gtk_widget_add_css_class (remark, "nida-subtitle");
  gtk_box_append (GTK_BOX (head), nida_shell_new_label (shown, NULL));
  gtk_box_append (GTK_BOX (head), make_dot (NIDA_COLOR_NONE, 12));
  gtk_box_append (GTK_BOX (head), remark);
  return head;
}

static void
add_row (Hues       *self,
         NidaField   field,
         const char *name,
         const char *shown)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *colors = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  gtk_box_append (GTK_BOX (row), make_head (shown));
  for (NidaColor color = NIDA_COLOR_SERIES_1; color <= NIDA_COLOR_OTHER; color++)
    {
      GtkWidget *swatch = make_swatch (field, name, color);

      g_signal_connect (swatch, "toggled", G_CALLBACK (hue_cb), self);
      gtk_box_append (GTK_BOX (colors), swatch);
    }
  gtk_box_append (GTK_BOX (row), colors);
  gtk_box_append (GTK_BOX (self->hues), row);
}

static void
set_row (GtkWidget *row,
         NidaColor  chosen,
         NidaColor  drawn)
{
  GtkWidget *head = gtk_widget_get_first_child (row), *label = gtk_widget_get_first_child (head), *dot = gtk_widget_get_next_sibling (label);
  NidaColor automatic = chosen == NIDA_COLOR_NONE ? drawn : NIDA_COLOR_NONE;

  gtk_widget_set_visible (dot, automatic != NIDA_COLOR_NONE);
  gtk_widget_set_visible (gtk_widget_get_last_child (head), automatic != NIDA_COLOR_NONE);
  set_dot (dot, automatic);
  for (GtkWidget *swatch = gtk_widget_get_first_child (gtk_widget_get_last_child (row)); swatch != NULL; swatch = gtk_widget_get_next_sibling (swatch))
    set_swatch (swatch, gtk_label_get_text (GTK_LABEL (label)), chosen, automatic);
}

/* --- showing --- */

/* Rows of the same names stay, so that they keep the focus and their place under the pointer. */
static void
make_rows (Hues      *self,
           NidaField  field,
           GPtrArray *groups)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    g_string_append_printf (shown, "%d=%s\n", (int) field, ((NidaGroup *) groups->pdata[i])->name);
  if (g_strcmp0 (self->shown, shown->str) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (shown->str);
  nida_form_clear (self->hues);
  for (guint i = 0; i < groups->len; i++)
    add_row (self, field, ((NidaGroup *) groups->pdata[i])->name, nida_group_get_label (groups->pdata[i]));
}

/* The largest names, that may have a colour; borrowed from @all. */
static GPtrArray *
find_named (GPtrArray *all)
{
  GPtrArray *named = g_ptr_array_new ();

  for (guint i = 0; i < MIN (all->len, MAX_HUES); i++)
    if (((NidaGroup *) all->pdata[i])->role == NIDA_GROUP_NAMED)
      g_ptr_array_add (named, all->pdata[i]);
  return named;
}

static void
show_hues (Hues                *self,
           const NidaChartSpec *spec)
{
  const NidaDraftAnswer *answer = nida_chart_draft_get_answer (self->draft);
  NidaField field = answer != NULL ? answer->subject.field[0] : NIDA_FIELD_NONE;
  g_autoptr (NidaScene) scene = nida_chart_draft_build (self->draft, WIDTH, HEIGHT);
  g_autoptr (GPtrArray) groups = NULL, named = NULL;
  GtkWidget *row;

  if (answer != NULL && answer->largest != NULL)
    groups = nida_groups_new (answer->largest, 0, answer->spec->measure, nida_look_get_language (nida_look_get ()));
  else
    groups = g_ptr_array_new ();
  named = find_named (groups);
  make_rows (self, field, named);
  row = gtk_widget_get_first_child (self->hues);
  for (guint i = 0; i < named->len; i++, row = gtk_widget_get_next_sibling (row))
    {
      const char *name = ((NidaGroup *) named->pdata[i])->name;

      set_row (row, chosen_hue (spec, field, name), drawn_hue (scene, field, name));
    }
}

static void
update (Hues *self)
{
  const NidaChartSpec *spec = nida_chart_draft_get_spec (self->draft);

  if (!(nida_chart_kind_get_traits (spec->kind)->choices & NIDA_CHOICE_HUES))
    return;
  self->showing = TRUE;
  show_hues (self, spec);
  self->showing = FALSE;
}

static void
changed_cb (GtkWidget *part)
{
  update (g_object_get_data (G_OBJECT (part), "nida-page"));
}

static void
on_board_cb (GtkCheckButton *button,
             GParamSpec     *pspec,
             Hues           *self)
{
  nida_chart_draft_set_on_board (self->draft, gtk_check_button_get_active (button));
}

GtkWidget *
nida_editor_hues_new (NidaChartDraft *draft)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  /* Translators: a switch of the chart editor: the colours that names have in this chart hold in all charts of the board */
  GtkWidget *on_board = gtk_check_button_new_with_mnemonic (_("The same colours on the whole _board"));
  Hues *self = g_new0 (Hues, 1);

  self->draft = g_object_ref (draft);
  g_object_set_data_full (G_OBJECT (part), "nida-page", self, hues_free);
  nida_form_append_heading (part, _("Colours"));
  self->hues = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (part), self->hues);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (on_board), nida_chart_draft_is_on_board (draft));
  g_signal_connect (on_board, "notify::active", G_CALLBACK (on_board_cb), self);
  gtk_box_append (GTK_BOX (part), on_board);
  g_signal_connect_object (draft, "changed", G_CALLBACK (changed_cb), part, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "answered", G_CALLBACK (changed_cb), part, G_CONNECT_SWAPPED);
  update (self);
  return part;
}
