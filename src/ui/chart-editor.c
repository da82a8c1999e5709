/* The window of the editor: pages of choices over one draft, and its picture. */
#include "config.h"

#include "chart-editor.h"

#include "editor-data.h"
#include "editor-kinds.h"
#include "editor-marks.h"
#include "editor-words.h"
#include "look.h"
#include "note-drag.h"
#include "panes.h"
#include "translate.h"
#include "ui-shell.h"

struct _NidaChartEditor
{
  GtkWindow        parent_instance;

  GtkWidget       *choices, *preview;
  GtkStack        *stack;
  NidaChartCanvas *canvas;
  GtkLabel        *status;
  GtkSpinner      *spinner;
  GtkButton       *apply;

  NidaSession     *session;
  NidaChartDraft  *draft;
  guint            place;
  NidaMark        *chosen;        /* of the mark that a note would hang on, or NULL */
};

G_DEFINE_FINAL_TYPE (NidaChartEditor, nida_chart_editor, GTK_TYPE_WINDOW)

/* --- the picture --- */

/* NULL chooses none. */
static void
choose_mark (NidaChartEditor *self,
             const NidaNode  *node)
{
  g_autofree char *words = NULL;
  gboolean usable = node != NULL && node->mark != NULL && node->mark->n_fields > 0;

  g_clear_pointer (&self->chosen, nida_mark_free);
  if (usable)
    self->chosen = nida_mark_ref (node->mark);
  nida_chart_canvas_set_selected (self->canvas, usable ? node->key : NULL);
  words = node != NULL && node->mark != NULL ? nida_mark_words (nida_chart_canvas_get_scene (self->canvas), node, NULL) : NULL;
  nida_shell_set_label (self->status, words != NULL ? words : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.note", usable);
}

static void
rebuild (NidaChartEditor *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->canvas)), height = gtk_widget_get_height (GTK_WIDGET (self->canvas));
  g_autoptr (NidaScene) scene = NULL;
  const char *selected;

  if (self->draft == NULL || width <= 0 || height <= 0 || nida_session_get_engine (self->session) == NULL)
    return;
  scene = nida_chart_draft_build (self->draft, width, height);
  if (scene == NULL)
    return;
  nida_chart_canvas_set_scene (self->canvas, scene);
  /* what was chosen may be no mark of this chart, or have another figure by now */
  selected = nida_chart_canvas_get_selected (self->canvas);
  choose_mark (self, selected != NULL ? nida_scene_find (scene, selected) : NULL);
}

/* While the engine is asked the last picture stays. */
static void
show_answer (NidaChartEditor *self)
{
  gboolean waiting = nida_chart_draft_is_waiting (self->draft);

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), waiting);
  gtk_spinner_set_spinning (self->spinner, waiting);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_STATE_BUSY, waiting, -1);
  rebuild (self);
}

static void
update_actions (NidaChartEditor *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.undo", nida_chart_draft_can_undo (self->draft));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.redo", nida_chart_draft_can_redo (self->draft));
}

static void
draft_changed_cb (NidaChartEditor *self)
{
  show_answer (self);
  update_actions (self);
}

static void
current_changed_cb (NidaChartEditor *self,
                    gboolean         by_key,
                    NidaChartCanvas *canvas)
{
  const NidaNode *node = nida_chart_canvas_get_current (canvas);

  if (by_key && node != NULL)
    choose_mark (self, node);
}

static void
mark_activated_cb (NidaChartEditor *self,
                   const char      *key,
                   gboolean         add,
                   NidaChartCanvas *canvas)
{
  choose_mark (self, nida_scene_find (nida_chart_canvas_get_scene (canvas), key));
}

static void
note_moved_cb (guint    index,
               double   dx,
               double   dy,
               gboolean done,
               gpointer user_data)
{
  NidaChartEditor *self = user_data;
  NidaChartSpec *spec = nida_chart_draft_dup_spec (self->draft);
  NidaNote *note = index < spec->notes->len ? spec->notes->pdata[index] : NULL;

  if (note != NULL)
    {
      note->moved = TRUE;
      note->dx = dx;
      note->dy = dy;
    }
  nida_chart_draft_take (self->draft, spec, "note-moved");
}

/* F6 stops at the bar, too, and comes back to where the keys were. */
static gboolean
cycle_cb (NidaChartEditor *self,
          gboolean         back)
{
  return nida_pane_step (GTK_WIDGET (self), back);
}

/* --- actions --- */

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  nida_chart_draft_undo (NIDA_CHART_EDITOR (widget)->draft);
}

static void
redo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  nida_chart_draft_redo (NIDA_CHART_EDITOR (widget)->draft);
}

static void
apply_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  nida_chart_editor_apply (NIDA_CHART_EDITOR (widget));
}

static void
cancel_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
note_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  NidaChartEditor *self = NIDA_CHART_EDITOR (widget);

  if (self->chosen != NULL)
    nida_chart_editor_add_note (self, self->chosen);
}

/* Other data: there is no chart left to change. */
static void
opened_cb (NidaChartEditor *self,
           gboolean         reload)
{
  if (!reload)
    gtk_window_destroy (GTK_WINDOW (self));
}

/* --- object --- */

static void
nida_chart_editor_dispose (GObject *object)
{
  NidaChartEditor *self = NIDA_CHART_EDITOR (object);

  g_clear_pointer (&self->chosen, nida_mark_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), NIDA_TYPE_CHART_EDITOR);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (nida_chart_editor_parent_class)->dispose (object);
}

static void
nida_chart_editor_class_init (NidaChartEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct { const char *name; GtkWidgetActionActivateFunc func; } actions[] = {
    { "editor.undo", undo_cb }, { "editor.redo", redo_cb }, { "editor.apply", apply_cb }, { "editor.cancel", cancel_cb }, { "editor.note", note_cb },
  };

  G_OBJECT_CLASS (klass)->dispose = nida_chart_editor_dispose;
  g_type_ensure (NIDA_TYPE_CHART_CANVAS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/chart-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaChartEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, NidaChartEditor, canvas);
  gtk_widget_class_bind_template_child (widget_class, NidaChartEditor, status);
  gtk_widget_class_bind_template_child (widget_class, NidaChartEditor, spinner);
  gtk_widget_class_bind_template_child (widget_class, NidaChartEditor, apply);
  gtk_widget_class_bind_template_child (widget_class, NidaChartEditor, choices);
  gtk_widget_class_bind_template_child (widget_class, NidaChartEditor, preview);
  gtk_widget_class_bind_template_callback (widget_class, rebuild);
  gtk_widget_class_bind_template_callback (widget_class, cycle_cb);
  gtk_widget_class_bind_template_callback (widget_class, current_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
  nida_panes_install (widget_class);
  /* Not accelerators: a text has the first right to undo. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "editor.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "editor.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "editor.apply", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "editor.cancel", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "editor.cancel", NULL);
}

static void
nida_chart_editor_init (NidaChartEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nida_pane_mark (gtk_window_get_titlebar (GTK_WINDOW (self)));
  nida_pane_mark (self->choices);
  nida_pane_mark (self->preview);
}

static void
add_page (NidaChartEditor *self,
          const char      *name,
          const char      *title,
          GtkWidget       *form)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), form);
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller))), TRUE);
  gtk_stack_add_titled (self->stack, scroller, name, title);
}

GtkWidget *
nida_chart_editor_new (GtkWindow           *parent,
                       NidaSession         *session,
                       const NidaChartSpec *spec,
                       guint                place)
{
  NidaChartEditor *self = g_object_new (NIDA_TYPE_CHART_EDITOR, "transient-for", parent, NULL);
  gboolean fresh = place == G_MAXUINT;

  self->session = g_object_ref (session);
  self->draft = nida_chart_draft_new (session, spec);
  self->place = place;
  gtk_window_set_title (GTK_WINDOW (self), fresh ? _("New Chart") : _("Edit Chart"));
  gtk_button_set_label (self->apply, fresh ? _("_Add to the Board") : _("_Apply"));
  add_page (self, "kind", _("Kind"), nida_editor_kinds_new (self->draft));
  /* Translators: the page of the editor for measure, fields and filters */
  add_page (self, "data", _("Data"), nida_editor_data_new (self->draft));
  add_page (self, "words", _("Words"), nida_editor_words_new (self->draft));
  /* Translators: the page of the editor for notes, lines and colours that a person adds to a chart */
  add_page (self, "marks", _("Extras"), nida_editor_marks_new (self->draft));
  nida_note_drag_attach (self->canvas, note_moved_cb, self);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "answered", G_CALLBACK (show_answer), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (nida_look_get (), "changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  draft_changed_cb (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.note", FALSE);
  return GTK_WIDGET (self);
}

NidaChartDraft *
nida_chart_editor_get_draft (NidaChartEditor *self)
{
  return self->draft;
}

NidaChartCanvas *
nida_chart_editor_get_canvas (NidaChartEditor *self)
{
  return self->canvas;
}

void
nida_chart_editor_show_page (NidaChartEditor *self,
                             const char      *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
}

void
nida_chart_editor_add_note (NidaChartEditor *self,
                            const NidaMark  *mark)
{
  NidaChartSpec *spec = nida_chart_draft_dup_spec (self->draft);
  NidaNote *note = nida_chart_spec_add_note (spec, NULL, NULL);

  for (guint i = 0; i < mark->n_fields; i++)
    nida_note_add_value (note, mark->fields[i], mark->values[i]);
  nida_chart_editor_show_page (self, "marks");
  nida_chart_draft_take (self->draft, spec, NULL);
}

/* A note that says nothing is not kept. */
static void
drop_empty_notes (NidaChartSpec *spec)
{
  for (guint i = spec->notes->len; i-- > 0;)
    {
      const NidaNote *note = spec->notes->pdata[i];

      if (nida_chart_spec_pick (FALSE, note->text, note->text_ar) == NULL)
        g_ptr_array_remove_index (spec->notes, i);
    }
}

void
nida_chart_editor_apply (NidaChartEditor *self)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_draft_dup_spec (self->draft);
  g_autoptr (NidaSession) session = g_object_ref (self->session);
  guint place = self->place;
  gboolean on_board = nida_chart_draft_is_on_board (self->draft)
                      && (nida_chart_kind_get_traits (spec->kind)->choices & NIDA_CHOICE_HUES) != 0;

  drop_empty_notes (spec);
  gtk_window_destroy (GTK_WINDOW (self));
  if (on_board)
    nida_session_put_chart (session, place, spec);
  else if (place == G_MAXUINT)
    nida_session_add_chart (session, G_MAXUINT, spec);
  else
    nida_session_replace_chart (session, place, spec);
}
