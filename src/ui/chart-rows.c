/* The rows are shown on the page of the table, under the words of the mark. */
#include "config.h"

#include "chart-rows.h"

#include "mark-rows.h"
#include "translate.h"

/* What the rows of the table are those of: the mark, or the chart. */
static char *
find_words (NidaChartView  *chart,
            const NidaMark *mark)
{
  const char *title = nida_scene_get_title (nida_chart_view_get_scene (chart));
  const char *label = mark != NULL ? nida_mark_get_label (mark) : "", *exact = mark != NULL ? nida_mark_get_exact (mark) : "";

  if (*label == '\0')
    return g_strdup (title);
  /* Translators: a mark of a chart and its figure: "Kuwait: $17,064,284" */
  return *exact != '\0' ? g_strdup_printf (_("%s: %s"), label, exact) : g_strdup (label);
}

void
nida_chart_rows_show (NidaChartView  *chart,
                      const NidaMark *mark)
{
  NidaSession *session = nida_chart_view_get_session (chart);
  GArray *rows = nida_mark_rows (nida_chart_view_get_answer (chart)->spec, nida_session_get_engine (session), mark);
  g_autofree char *words = find_words (chart, mark);

  if (rows == NULL || rows->len == 0)
    {
      nida_chart_view_tell (chart, _("No row stands behind this mark"), NULL);
      g_clear_pointer (&rows, g_array_unref);
      return;
    }
  nida_session_set_focus (session, rows, words);
  gtk_widget_activate_action (GTK_WIDGET (chart), "win.page", "s", "table");
}

void
nida_chart_rows_closer (NidaChartView *chart,
                        NidaMark      *mark)
{
  if (nida_chart_view_get_answer (chart) != NULL && !nida_session_drill_down (nida_chart_view_get_session (chart), mark))
    nida_chart_rows_show (chart, mark);
}

static void
rows_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  NidaChartView *chart = NIDA_CHART_VIEW (widget);
  NidaMark *mark;

  if (nida_chart_view_get_answer (chart) == NULL || nida_chart_view_get_scene (chart) == NULL)
    return;
  mark = nida_chart_view_dup_mark (chart);
  nida_chart_rows_show (chart, mark);
  g_clear_pointer (&mark, nida_mark_free);
}

static void
closer_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  NidaMark *mark = nida_chart_view_dup_mark (NIDA_CHART_VIEW (widget));

  if (mark != NULL && mark->n_fields > 0)
    nida_chart_rows_closer (NIDA_CHART_VIEW (widget), mark);
  g_clear_pointer (&mark, nida_mark_free);
}

void
nida_chart_rows_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.rows", NULL, rows_cb);
  gtk_widget_class_install_action (widget_class, "chart.closer", NULL, closer_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, 0, "chart.rows", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "chart.closer", NULL);
}
