/* The rows are shown on the page of the table, under the words of the mark. The session knows which chart they are of, so that
 * the way back ends where it began. */
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

/* --- the way back --- */

typedef struct {
  GWeakRef  chart;
  char     *mark;      /* the key of the one that had the keys, which goes with the focus; or NULL */
  char     *words;     /* of its rows */
} Origin;

static void
origin_free (gpointer data)
{
  Origin *origin = data;

  g_weak_ref_clear (&origin->chart);
  g_free (origin->mark);
  g_free (origin->words);
  g_free (origin);
}

static gboolean
filters_the_same (const NidaMark *a,
                  const NidaMark *b)
{
  for (guint i = 0; i < a->n_fields && i < b->n_fields; i++)
    if (a->fields[i] != b->fields[i] || g_strcmp0 (a->values[i], b->values[i]) != 0)
      return FALSE;
  return a->n_fields == b->n_fields;
}

/* What is current, or nothing is: the first of two clicks has brought another picture. */
static const NidaNode *
find_mark (NidaChartView  *chart,
           const NidaMark *mark)
{
  const NidaNode *current = nida_chart_canvas_get_current (nida_chart_view_get_canvas (chart));
  NidaScene *scene = nida_chart_view_get_scene (chart);

  if (current != NULL || mark == NULL || mark->n_fields == 0)
    return current;
  for (guint i = 0; scene != NULL && i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (node->mark != NULL && filters_the_same (node->mark, mark))
        return node;
    }
  return NULL;
}

static void
remember_origin (NidaSession    *session,
                 NidaChartView  *chart,
                 const NidaMark *mark,
                 const char     *words)
{
  const NidaNode *node = find_mark (chart, mark);
  Origin *origin = g_new0 (Origin, 1);

  g_weak_ref_init (&origin->chart, chart);
  origin->mark = node != NULL ? g_strdup (node->key) : NULL;
  origin->words = g_strdup (words);
  g_object_set_data_full (G_OBJECT (session), "nida-rows-origin", origin, origin_free);
}

static void
focus_mark (NidaChartView *chart,
            const char    *key)
{
  NidaChartCanvas *canvas = nida_chart_view_get_canvas (chart);
  NidaScene *scene = nida_chart_view_get_scene (chart);

  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  if (key != NULL && scene != NULL && nida_scene_find (scene, key) != NULL)
    nida_chart_canvas_set_current (canvas, key, TRUE);
}

gboolean
nida_chart_rows_leave (GtkWidget   *widget,
                       NidaSession *session)
{
  Origin *origin = g_object_get_data (G_OBJECT (session), "nida-rows-origin");
  g_autoptr (NidaChartView) chart = NULL;
  g_autofree char *key = NULL;

  if (origin == NULL || g_strcmp0 (nida_session_get_focus (session), origin->words) != 0)
    return FALSE;
  chart = g_weak_ref_get (&origin->chart);
  key = g_strdup (origin->mark);
  g_object_set_data (G_OBJECT (session), "nida-rows-origin", NULL);
  nida_session_set_focus (session, NULL, NULL);
  gtk_widget_activate_action (widget, "win.page", "s", "board");
  if (chart != NULL)
    focus_mark (chart, key);
  return TRUE;
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
  remember_origin (session, chart, mark, words);
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
