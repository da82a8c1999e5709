/* What stands on a slide. A chart that was taken from a board follows it, and says so; a menu beside it leads to the board and
 * lets go of it. */
#include "config.h"

#include "slide-contents.h"

#include "chart-traits.h"
#include "form.h"
#include "look.h"
#include "query-words.h"
#include "translate.h"
#include "ui-shell.h"
#include "words.h"

typedef struct {
  NidaSlideList *list;
  NidaSession   *session;
  GtkWidget     *box, *charts, *add;
} Contents;

static void
contents_free (gpointer data)
{
  Contents *self = data;

  g_object_unref (self->list);
  g_object_unref (self->session);
  g_free (self);
}

static const NidaSlide *
present (Contents *self)
{
  return nida_slide_list_get (self->list, nida_slide_list_get_current (self->list));
}

/* Takes @slide. */
static void
take (Contents   *self,
      NidaSlide  *slide,
      const char *name)
{
  nida_slide_list_replace (self->list, nida_slide_list_get_current (self->list), slide, name, NULL);
  nida_slide_free (slide);
}

/* "Ranking by donor", or the person's own title. */
static char *
name_of (const NidaChartSpec *spec)
{
  if (spec->title != NULL || spec->title_ar != NULL)
    return g_strdup (spec->title != NULL ? spec->title : spec->title_ar);
  if (spec->kind == NIDA_CHART_NUMBER)
    return g_strdup (nida_words_measure (spec->measure));
  if (spec->query->n_by == 0)
    return g_strdup (nida_chart_kind_get_label (spec->kind));
  /* Translators: a kind of chart and what it shows: "Ranking: Donor" */
  return g_strdup_printf (C_("chart on a slide", "%1$s: %2$s"), nida_chart_kind_get_label (spec->kind), nida_words_field (spec->query->by[0].field));
}

/* --- the boards that are followed --- */

/* "Linked to “Sudan 2026”"; NULL where it follows none. */
static char *
link_words (Contents             *self,
            const NidaSlideChart *chart)
{
  guint board = chart->follows ? nida_session_find_board (self->session, chart->board) : G_MAXUINT;
  g_autofree char *title = board != G_MAXUINT ? nida_session_dup_board_title (self->session, board) : NULL;
  g_autofree char *isolated = title != NULL ? nida_language_isolate (nida_look_get_language (nida_look_get ()), title) : NULL;

  /* Translators: a chart on a slide changes with the chart of the board (%s) that it was taken from */
  return isolated != NULL ? g_strdup_printf (_("Linked to “%s”"), isolated) : NULL;
}

static NidaSlideChart *
chart_at (const NidaSlide *slide,
          GVariant        *parameter)
{
  gboolean figure;
  guint index;
  GPtrArray *list;

  g_variant_get (parameter, "(bu)", &figure, &index);
  list = slide == NULL ? NULL : figure ? slide->figures : slide->charts;
  return list != NULL && index < list->len ? list->pdata[index] : NULL;
}

static void
detach_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  Contents *self = user_data;
  g_autoptr (NidaSlide) slide = NULL;

  if (chart_at (present (self), parameter) == NULL)
    return;
  slide = nida_slide_copy (present (self));
  chart_at (slide, parameter)->follows = FALSE;
  take (self, g_steal_pointer (&slide), NC_("undo", "Detach from Board"));
}

static void
go_cb (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       user_data)
{
  Contents *self = user_data;
  const NidaSlideChart *chart = chart_at (present (self), parameter);
  guint board = chart != NULL ? nida_session_find_board (self->session, chart->board) : G_MAXUINT;

  if (board == G_MAXUINT)
    return;
  nida_session_show_board (self->session, board);
  gtk_widget_activate_action (self->box, "win.page", "s", "board");
}

static void
append_link (GMenu      *menu,
             const char *words,
             gboolean    figure,
             guint       index)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuItem) go = g_menu_item_new (_("_Go to Board"), NULL);
  /* Translators: the chart on the slide follows its board no more */
  g_autoptr (GMenuItem) detach = g_menu_item_new (_("_Detach"), NULL);

  g_menu_item_set_action_and_target (go, "slide.go", "(bu)", figure, index);
  g_menu_item_set_action_and_target (detach, "slide.detach", "(bu)", figure, index);
  g_menu_append_item (section, go);
  g_menu_append_item (section, detach);
  g_menu_append_section (menu, words, G_MENU_MODEL (section));
}

/* @link: or NULL; a chart that has none has nothing to be done */
static GtkWidget *
new_row_menu (const char *name,
              const char *link,
              gboolean    figure,
              guint       index)
{
  GtkWidget *button = gtk_menu_button_new ();
  const char *words = link != NULL ? link : name;
  g_autoptr (GMenu) menu = g_menu_new ();
  /* Translators: those under a big number on a slide */
  g_autoptr (GMenuItem) write = g_menu_item_new (_("Write _Words…"), NULL);

  g_menu_item_set_action_and_target (write, "slides.words", "u", index);
  if (figure)
    g_menu_append_item (menu, write);
  if (link != NULL)
    append_link (menu, link, figure, index);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "nida-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  nida_shell_fit_popover (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  nida_shell_set_tooltip (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return button;
}

/* --- rows --- */

static void
remove_cb (GtkWidget *button,
           Contents  *self)
{
  gboolean figure = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "nida-figure"));
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "nida-index"));
  NidaSlide *slide = nida_slide_copy (present (self));

  g_ptr_array_remove_index (figure ? slide->figures : slide->charts, index);
  gtk_widget_grab_focus (self->add);
  take (self, slide, NC_("undo", "Remove from Slide"));
}

static GtkWidget *
new_remove_button (Contents   *self,
                   const char *name,
                   gboolean    figure,
                   guint       index)
{
  g_autofree char *words = g_strdup_printf (_("Remove “%s” from the slide"), name);
  GtkWidget *button = nida_form_remove_button (words);

  g_object_set_data (G_OBJECT (button), "nida-figure", GUINT_TO_POINTER (figure));
  g_object_set_data (G_OBJECT (button), "nida-index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
  return button;
}

static void
append_row (Contents             *self,
            const NidaSlideChart *chart,
            gboolean              figure,
            guint                 index)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (NidaChartSpec) told = nida_slide_chart_tell (chart, chart->spec);
  g_autofree char *name = name_of (told), *link = link_words (self, chart);

  gtk_box_append (GTK_BOX (words), nida_shell_new_label (name, NULL));
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), words);
  if (link != NULL)
    {
      GtkWidget *label = nida_shell_new_label (link, NULL);

      gtk_widget_add_css_class (label, "nida-subtitle");
      gtk_box_append (GTK_BOX (words), label);
    }
  if (link != NULL || figure)
    gtk_box_append (GTK_BOX (row), new_row_menu (name, link, figure, index));
  gtk_box_append (GTK_BOX (row), new_remove_button (self, name, figure, index));
  gtk_box_append (GTK_BOX (self->charts), row);
}

/* --- adding --- */

static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  Contents *self = user_data;
  g_autoptr (NidaSlide) slide = present (self) != NULL ? nida_slide_copy (present (self)) : NULL;
  g_autoptr (GError) error = NULL;
  guint board, place;

  if (slide == NULL)
    return;
  g_variant_get (parameter, "(uu)", &board, &place);
  if (nida_session_put_on_slide (self->session, board, place, slide, &error) != NULL)
    take (self, g_steal_pointer (&slide), NC_("undo", "Add to Slide"));
  else
    gtk_widget_activate_action (self->box, "win.toast", "(ss)", error->message, "");
}

/* The charts of a board, then its figures. */
static GMenuModel *
list_charts (Contents *self,
             guint     board)
{
  g_autoptr (NidaArrangement) charts = nida_session_dup_board_charts (self->session, board);
  g_autoptr (GMenu) figures = g_menu_new (), others = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; charts != NULL && i < nida_arrangement_get_n (charts); i++)
    {
      const NidaChartSpec *spec = nida_arrangement_get (charts, i);
      g_autofree char *name = name_of (spec), *label = nida_shell_dup_menu_label (name);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "slide.add", "(uu)", board, i);
      g_menu_append_item (spec->kind == NIDA_CHART_NUMBER ? figures : others, item);
    }
  g_menu_append_section (menu, _("Charts of the Board"), G_MENU_MODEL (others));
  g_menu_append_section (menu, _("Figures of the Board"), G_MENU_MODEL (figures));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
list_boards (Contents *self)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < nida_session_get_n_boards (self->session); i++)
    {
      g_autofree char *title = nida_session_dup_board_title (self->session, i);
      g_autofree char *isolated = nida_language_isolate (nida_look_get_language (nida_look_get ()), title);
      g_autofree char *label = nida_shell_dup_menu_label (isolated);
      g_autoptr (GMenuModel) charts = list_charts (self, i);

      g_menu_append_submenu (menu, label, charts);
    }
  return G_MENU_MODEL (menu);
}

/* Made when it is opened, of what is on the boards then. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  Contents *self = user_data;
  gboolean several = nida_session_get_n_boards (self->session) > 1;
  g_autoptr (GMenuModel) menu = several ? list_boards (self) : list_charts (self, 0);

  gtk_menu_button_set_menu_model (button, menu);
  nida_shell_fit_popover (gtk_menu_button_get_popover (button));
}

/* --- the whole --- */

static void
update (GtkWidget *box)
{
  Contents *self = g_object_get_data (G_OBJECT (box), "nida-contents");
  const NidaSlide *slide = present (self);

  nida_form_clear (self->charts);
  for (guint i = 0; slide != NULL && i < slide->charts->len; i++)
    append_row (self, slide->charts->pdata[i], FALSE, i);
  for (guint i = 0; slide != NULL && i < slide->figures->len; i++)
    append_row (self, slide->figures->pdata[i], TRUE, i);
}

static void
add_actions (Contents *self)
{
  static const struct { const char *name, *type; void (*func) (GSimpleAction *, GVariant *, gpointer); } entries[] = {
    { "add", "(uu)", add_cb }, { "detach", "(bu)", detach_cb }, { "go", "(bu)", go_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (entries[i].name, G_VARIANT_TYPE (entries[i].type));

      g_signal_connect (action, "activate", G_CALLBACK (entries[i].func), self);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (self->box, "slide", G_ACTION_GROUP (group));
}

GtkWidget *
nida_slide_contents_new (NidaSlideList *list,
                         NidaSession   *session)
{
  Contents *self = g_new0 (Contents, 1);

  self->list = g_object_ref (list);
  self->session = g_object_ref (session);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_object_set_data_full (G_OBJECT (self->box), "nida-contents", self, contents_free);
  self->charts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->add = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->add), nida_shell_new_label (_("Add from a Board"), NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add from a Board"), -1);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->add), TRUE);
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add), create_menu_cb, self, NULL);
  gtk_box_append (GTK_BOX (self->box), self->charts);
  gtk_box_append (GTK_BOX (self->box), self->add);
  add_actions (self);
  g_signal_connect_object (list, "changed", G_CALLBACK (update), self->box, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "slide-changed", G_CALLBACK (update), self->box, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "current-changed", G_CALLBACK (update), self->box, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "boards-changed", G_CALLBACK (update), self->box, G_CONNECT_SWAPPED);
  update (self->box);
  return self->box;
}
