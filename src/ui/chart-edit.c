/* Changes of a chart on the board go through the session, so that undo brings back what was. */
#include "config.h"

#include "chart-edit.h"

#include "chart-draft.h"
#include "chart-editor.h"
#include "look.h"
#include "note-drag.h"
#include "sentence.h"
#include "slide-list.h"
#include "translate.h"

static NidaChartEditor *
open_editor (NidaChartView *chart)
{
  NidaSession *session = nida_chart_view_get_session (chart);
  guint place = nida_chart_view_get_place (chart);
  const NidaChartSpec *spec = nida_session_get_chart (session, place);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (chart));
  GtkWidget *editor;

  if (spec == NULL || nida_session_get_engine (session) == NULL)
    return NULL;
  editor = nida_chart_editor_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, session, spec, place);
  gtk_window_present (GTK_WINDOW (editor));
  return NIDA_CHART_EDITOR (editor);
}

static void
edit_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  open_editor (NIDA_CHART_VIEW (widget));
}

static void
note_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  NidaChartView *chart = NIDA_CHART_VIEW (widget);
  NidaMark *mark = nida_chart_view_dup_mark (chart);
  NidaChartEditor *editor = mark != NULL && mark->n_fields > 0 ? open_editor (chart) : NULL;

  if (editor != NULL)
    nida_chart_editor_add_note (editor, mark);
  else if (mark != NULL && mark->n_fields == 0)
    {
      /* Translators: a note was wanted at a mark such as "182 other donors" or the total of a chart */
      g_autofree char *why = g_strdup_printf (_("%s: a note needs one name or date to hang on"), nida_mark_get_label (mark));

      nida_chart_view_tell (chart, why, NULL);
    }
  else
    nida_chart_view_tell (chart, _("Choose a bar, a point or the like first"), NULL);
  g_clear_pointer (&mark, nida_mark_free);
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  NidaSession *session = nida_chart_view_get_session (NIDA_CHART_VIEW (widget));
  guint place = nida_chart_view_get_place (NIDA_CHART_VIEW (widget));
  const NidaChartSpec *spec = nida_session_get_chart (session, place);

  if (spec != NULL)
    nida_session_add_chart (session, place + 1, spec);
}

static void
remove_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  NidaChartView *chart = NIDA_CHART_VIEW (widget);

  nida_chart_view_tell (chart, _("The chart was removed; undo brings it back"), NULL);
  nida_session_remove_chart (nida_chart_view_get_session (chart), nida_chart_view_get_place (chart));
}

static void
earlier_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  guint place = nida_chart_view_get_place (NIDA_CHART_VIEW (widget));

  if (place > 0)
    nida_session_move_chart (nida_chart_view_get_session (NIDA_CHART_VIEW (widget)), place, place - 1);
}

static void
later_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  guint place = nida_chart_view_get_place (NIDA_CHART_VIEW (widget));

  nida_session_move_chart (nida_chart_view_get_session (NIDA_CHART_VIEW (widget)), place, place + 1);
}

/* --- slides --- */

/* On the present slide, or where there is none or it is full on one of its own. */
static void
slide_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  NidaChartView *chart = NIDA_CHART_VIEW (widget);
  NidaSession *session = nida_chart_view_get_session (chart);
  NidaSlideList *list = nida_slide_list_of (session);
  guint current = nida_slide_list_get_current (list), board = nida_session_get_board_index (session), place = nida_chart_view_get_place (chart);
  const NidaSlide *present = g_str_equal (name, "chart.slide") ? nida_slide_list_get (list, current) : NULL;
  g_autoptr (NidaSlide) slide = present != NULL ? nida_slide_copy (present) : nida_slide_new ();
  g_autoptr (GError) error = NULL;

  if (present != NULL && nida_session_put_on_slide (session, board, place, slide, NULL) != NULL)
    {
      nida_slide_list_replace (list, current, slide, NC_("undo", "Add to Slide"), NULL);
      nida_chart_view_tell (chart, _("The chart was put on the slide"), NULL);
      return;
    }
  g_clear_pointer (&slide, nida_slide_free);
  slide = nida_slide_new ();
  if (nida_session_put_on_slide (session, board, place, slide, &error) == NULL)
    {
      nida_chart_view_tell (chart, error->message, NULL);
      return;
    }
  nida_slide_list_add (list, slide);
  nida_chart_view_tell (chart, _("The chart was put on a new slide"), NULL);
}

/* --- a sentence --- */

char *
nida_chart_edit_dup_sentence (NidaChartView *chart,
                              const char    *code)
{
  g_autoptr (NidaLanguage) language = nida_look_make_language (nida_look_get (), code);
  NidaMark *mark = nida_chart_view_dup_mark (chart);
  const NidaChartAnswer *answer = nida_chart_view_get_answer (chart);
  char *text = NULL;

  if (answer != NULL)
    text = nida_sentence_new (nida_session_get_engine (nida_chart_view_get_session (chart)), answer->spec,
                              mark != NULL && mark->n_fields > 0 ? mark : NULL, language);
  g_clear_pointer (&mark, nida_mark_free);
  return text;
}

static void
sentence_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_autofree char *text = nida_chart_edit_dup_sentence (NIDA_CHART_VIEW (widget), g_variant_get_string (parameter, NULL));

  if (text == NULL)
    {
      nida_chart_view_tell (NIDA_CHART_VIEW (widget), _("There is no figure to make a sentence of"), NULL);
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  nida_chart_view_tell (NIDA_CHART_VIEW (widget), text, NULL);
}

/* --- notes that are moved on the board --- */

static gboolean
put_note (NidaChartSpec *spec,
          guint          index,
          double         dx,
          double         dy)
{
  NidaNote *note = index < spec->notes->len ? spec->notes->pdata[index] : NULL;

  if (note == NULL)
    return FALSE;
  note->moved = TRUE;
  note->dx = dx;
  note->dy = dy;
  return TRUE;
}

/* The picture follows at once; the board is asked again, and undo remembers, only when the drag ends. */
static void
note_moved_cb (guint    index,
               double   dx,
               double   dy,
               gboolean done,
               gpointer user_data)
{
  NidaChartView *chart = user_data;
  NidaSession *session = nida_chart_view_get_session (chart);
  guint place = nida_chart_view_get_place (chart);
  const NidaChartSpec *own = nida_session_get_chart (session, place);
  const NidaChartAnswer *answer = nida_chart_view_get_answer (chart);
  g_autoptr (NidaChartSpec) spec = NULL;

  if (own == NULL || answer == NULL)
    return;
  spec = nida_chart_spec_copy (done ? own : answer->spec);
  if (!put_note (spec, index, dx, dy))
    return;
  if (done)
    nida_session_replace_chart (session, place, spec);
  else
    nida_chart_view_try_spec (chart, g_steal_pointer (&spec));
}

void
nida_chart_edit_attach (NidaChartView *chart)
{
  nida_note_drag_attach (nida_chart_view_get_canvas (chart), note_moved_cb, chart);
}

/* --- the menu --- */

void
nida_chart_edit_append (GMenu    *menu,
                        gboolean  of_mark)
{
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append (section, _("_Edit…"), "chart.edit");
  if (of_mark)
    g_menu_append (section, _("Add a _Note…"), "chart.note");
  g_menu_append (section, _("_Duplicate"), "chart.duplicate");
  /* Translators: a chart of the board changes places with the one before it, or after it */
  g_menu_append (section, _("Move Ear_lier"), "chart.earlier");
  g_menu_append (section, _("Move La_ter"), "chart.later");
  /* Translators: the chart is put on a slide of the presentation */
  g_menu_append (section, _("Add to _Slide"), "chart.slide");
  g_menu_append (section, _("Ne_w Slide"), "chart.new-slide");
  g_menu_append (section, _("Re_move"), "chart.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

void
nida_chart_edit_append_copying (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new (), sentence = g_menu_new ();

  g_menu_append (section, _("_Copy"), "chart.copy");
  /* Translators: in which language a sentence about the chart is copied */
  g_menu_append (sentence, _("In _English"), "chart.sentence::en");
  g_menu_append (sentence, _("In _Arabic"), "chart.sentence::ar");
  /* Translators: "Kuwait gave $17,064,284 in 20 contributions, rank 37 of 201 donors." is copied */
  g_menu_append_submenu (section, _("Copy a Se_ntence"), G_MENU_MODEL (sentence));
  g_menu_append (section, _("_Save…"), "chart.save");
  g_menu_append (section, _("_Print…"), "chart.print");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

void
nida_chart_edit_install (GtkWidgetClass *widget_class)
{
  static const struct { const char *name, *type; GtkWidgetActionActivateFunc func; } entries[] = {
    { "chart.edit", NULL, edit_cb }, { "chart.note", NULL, note_cb }, { "chart.duplicate", NULL, duplicate_cb },
    { "chart.remove", NULL, remove_cb }, { "chart.earlier", NULL, earlier_cb }, { "chart.later", NULL, later_cb },
    { "chart.sentence", "s", sentence_cb }, { "chart.slide", NULL, slide_cb }, { "chart.new-slide", NULL, slide_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_widget_class_install_action (widget_class, entries[i].name, entries[i].type, entries[i].func);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, 0, "chart.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "chart.note", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "chart.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, 0, "chart.duplicate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, 0, "chart.slide", NULL);
}
