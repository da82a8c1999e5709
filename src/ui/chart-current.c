/* GTK 4.8 cannot announce anything. A screen reader speaks what changes of the object that has the focus: the canvas, which
 * keeps its title as its name and has the words of the mark as its description while there is a current mark. */
#include "config.h"

#include "chart-current.h"

#include "chart-tooltip.h"
#include "look.h"
#include "selected-words.h"
#include "show-run.h"
#include "translate.h"

struct _NidaChartCurrent
{
  NidaChartCanvas  *canvas;
  NidaSession      *session;
  guint             chart;
  NidaChartSpec    *spec;         /* NULL before the first scene */
  NidaChartTooltip *tooltip;      /* made when it is first shown; the canvas owns it */
  gulong            handlers[2];
};

static const char *
get_currency (NidaChartCurrent *self)
{
  return self->spec->query->currency != NULL ? self->spec->query->currency : "USD";
}

static NidaMoney
get_inside (NidaChartCurrent *self,
            const NidaNode   *node)
{
  return nida_linked_get_inside (nida_session_get_linked (self->session), self->chart, node);
}

static NidaMoney
get_compared (NidaChartCurrent *self,
              const NidaNode   *node)
{
  return nida_linked_get_compared_inside (nida_session_get_linked (self->session), self->chart, node);
}

/* A line that is the sum of what a brush can tell has no plain sum of its own; one of a plan's figures is money, whatever its
 * chart is of. */
static NidaMeasure
get_measure (NidaChartCurrent *self,
             const NidaNode   *node)
{
  if (node->mark->need)
    return NIDA_MEASURE_REQUIREMENT;
  return node->mark->measure < NIDA_N_MEASURES ? node->mark->measure : self->spec->measure;
}

/* "Selected: $4,524,000", of a mark under a brush, and what a second selection has; or NULL. */
static char *
tooltip_words (NidaChartCurrent *self,
               const NidaNode   *node)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  NidaMoney inside = get_inside (self, node), compared = get_compared (self, node);
  g_autofree char *exact = NULL, *other = NULL;

  if (inside == NIDA_MONEY_NONE)
    return NULL;
  exact = nida_value_exact (language, get_currency (self), get_measure (self, node), inside);
  if (compared == NIDA_MONEY_NONE)
    /* Translators: in a tooltip: how much of the mark is under the brush */
    return g_strdup_printf (_("Selected: %s"), exact);
  other = nida_value_exact (language, get_currency (self), get_measure (self, node), compared);
  /* Translators: in a tooltip: how much of the mark is in the selection, and how much in the one it is compared with */
  return g_strdup_printf (_("Selected: %1$s, compared: %2$s"), exact, other);
}

/* How much of the mark is under the brush; of one without a plain sum only that it is; or NULL. */
static char *
selected_words (NidaChartCurrent *self,
                const NidaNode   *node)
{
  NidaLinked *linked = nida_session_get_linked (self->session);
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  NidaMoney inside = get_inside (self, node), compared = get_compared (self, node);
  g_autofree char *value = NULL, *other = NULL;

  if (inside == NIDA_MONEY_NONE)
    {
      if (nida_linked_get_source (linked) != self->chart || node->mark->n_fields == 0
          || !nida_brush_covers (nida_linked_get_brush (linked), node->mark, self->spec->query->fiscal_start))
        return NULL;
      /* Translators: what a screen reader says of a mark of a chart that is selected */
      return g_strdup (C_("mark", "selected"));
    }
  value = nida_value_short (language, get_currency (self), get_measure (self, node), inside);
  if (compared != NIDA_MONEY_NONE)
    other = nida_value_short (language, get_currency (self), get_measure (self, node), compared);
  return nida_selected_words_of_whole (node->mark, inside, compared, value, other);
}

/* What has been done with the mark: "selected: $4.5M of $7.3M", "filter on", both or NULL. */
static char *
state_words (NidaChartCurrent *self,
             const NidaNode   *node)
{
  g_autofree char *selected = selected_words (self, node);
  const char *filtered = NULL;

  if (node->mark->n_fields > 0 && nida_filter_set_has_mark (nida_session_get_filters (self->session), node->mark))
    /* Translators: what a screen reader says of a mark: it was chosen, and all charts show only what belongs to it */
    filtered = _("filter on");
  if (selected != NULL && filtered != NULL)
    return g_strdup_printf (_("%s, %s"), selected, filtered);
  return selected != NULL ? g_steal_pointer (&selected) : g_strdup (filtered);
}

static void
speak (NidaChartCurrent *self,
       const NidaNode   *node)
{
  g_autofree char *state = state_words (self, node);
  g_autofree char *words = nida_mark_words (nida_chart_canvas_get_scene (self->canvas), node, state);

  nida_chart_canvas_set_spoken (self->canvas, words);
}

static void
show_tooltip (NidaChartCurrent *self,
              const NidaNode   *node)
{
  g_autofree char *inside = tooltip_words (self, node);

  if (self->tooltip == NULL)
    self->tooltip = NIDA_CHART_TOOLTIP (nida_chart_tooltip_new (GTK_WIDGET (self->canvas)));
  nida_chart_tooltip_show (self->tooltip, node, inside);
}

/* The same mark, of which something else is selected now: a tooltip that is not seen stays so. */
static void
update (NidaChartCurrent *self)
{
  const NidaNode *node = nida_chart_canvas_get_current (self->canvas);

  if (node == NULL || self->spec == NULL)
    return;
  speak (self, node);
  if (self->tooltip != NULL && gtk_widget_get_visible (GTK_WIDGET (self->tooltip)))
    show_tooltip (self, node);
}

void
nida_chart_current_set_spec (NidaChartCurrent    *self,
                             const NidaChartSpec *spec)
{
  g_clear_pointer (&self->spec, nida_chart_spec_free);
  self->spec = nida_chart_spec_copy (spec);
  update (self);
}

/* Between windows that change their screens the pointer is over this one for a moment, and a tooltip would stay over the show. */
static gboolean
is_behind_show (NidaChartCurrent *self)
{
  return nida_show_run_get_current () != NULL && !gtk_window_is_active (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->canvas))));
}

/* The pointer comes again to what a dialog has only just come before, without anybody having moved it. */
static gboolean
is_behind_dialog (NidaChartCurrent *self)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_modal (window) && gtk_widget_get_visible (GTK_WIDGET (window)) && GTK_ROOT (gtk_window_get_transient_for (window)) == root)
        return TRUE;
    }
  return FALSE;
}

void
nida_chart_current_moved (NidaChartCurrent *self)
{
  const NidaNode *node = nida_chart_canvas_get_current (self->canvas);

  if (node == NULL || self->spec == NULL)
    {
      nida_chart_canvas_set_spoken (self->canvas, NULL);
      nida_chart_current_hide (self);
      return;
    }
  speak (self, node);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->canvas)) && !is_behind_show (self) && !is_behind_dialog (self))
    show_tooltip (self, node);
  else
    nida_chart_current_hide (self);
}

void
nida_chart_current_hide (NidaChartCurrent *self)
{
  if (self->tooltip != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->tooltip));
}

NidaChartCurrent *
nida_chart_current_new (NidaChartCanvas *canvas,
                        NidaSession     *session,
                        guint            chart)
{
  NidaChartCurrent *self = g_new0 (NidaChartCurrent, 1);
  NidaLinked *linked = nida_session_get_linked (session);

  self->canvas = canvas;
  self->session = session;
  self->chart = chart;
  self->handlers[0] = g_signal_connect_swapped (linked, "changed", G_CALLBACK (update), self);
  self->handlers[1] = g_signal_connect_swapped (linked, "brush-changed", G_CALLBACK (update), self);
  return self;
}

void
nida_chart_current_free (NidaChartCurrent *self)
{
  NidaLinked *linked = nida_session_get_linked (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (self->handlers); i++)
    g_clear_signal_handler (&self->handlers[i], linked);
  g_clear_pointer (&self->spec, nida_chart_spec_free);
  g_free (self);
}
