/* Each key does what the pointer can do, through the same calls. */
#include "config.h"

#include "canvas-keys.h"

#include "chart-canvas.h"

/* The menu of the current mark opens at its middle, that of the chart at its own. */
static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  NidaChartCanvas *canvas = NIDA_CHART_CANVAS (widget);
  const NidaNode *node = nida_chart_canvas_get_current (canvas);
  NidaBox box = { 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget) };

  if (node != NULL)
    box = node->box;
  nida_chart_canvas_open_menu (canvas, box.x + box.width / 2, box.y + box.height / 2);
  return TRUE;
}

/* At the last mark the key stays: let through, it would carry the focus out of the chart. */
static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  NidaChartCanvas *canvas = NIDA_CHART_CANVAS (widget);

  return nida_chart_canvas_move (canvas, (NidaMove) g_variant_get_int32 (args)) || nida_chart_canvas_get_current (canvas) != NULL;
}

static gboolean
pick_move_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   user_data)
{
  NidaChartCanvas *canvas = NIDA_CHART_CANVAS (widget);
  const NidaNode *before = nida_chart_canvas_get_current (canvas);
  g_autofree char *from = before != NULL ? g_strdup (before->key) : NULL;

  if (!nida_chart_canvas_move (canvas, (NidaMove) g_variant_get_int32 (args)))
    return from != NULL;
  nida_chart_canvas_pick (canvas, nida_chart_canvas_get_current (canvas)->key,
                          from != NULL ? from : nida_chart_canvas_get_current (canvas)->key);
  return TRUE;
}

static gboolean
pick_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  const NidaNode *node = nida_chart_canvas_get_current (NIDA_CHART_CANVAS (widget));

  if (node == NULL)
    return FALSE;
  nida_chart_canvas_pick (NIDA_CHART_CANVAS (widget), node->key, NULL);
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  return nida_chart_canvas_activate (NIDA_CHART_CANVAS (widget), g_variant_get_boolean (args));
}

/* Escape first lets go of the mark; without one it goes on to the window. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  NidaChartCanvas *canvas = NIDA_CHART_CANVAS (widget);

  if (nida_chart_canvas_get_current (canvas) == NULL)
    return FALSE;
  nida_chart_canvas_set_current (canvas, NULL, FALSE);
  return TRUE;
}

static void
add_moves (GtkWidgetClass *widget_class)
{
  static const struct { guint key; NidaMove move; } moves[] = {
    { GDK_KEY_Left, NIDA_MOVE_LEFT }, { GDK_KEY_Right, NIDA_MOVE_RIGHT },
    { GDK_KEY_Up, NIDA_MOVE_UP }, { GDK_KEY_Down, NIDA_MOVE_DOWN },
    { GDK_KEY_KP_Left, NIDA_MOVE_LEFT }, { GDK_KEY_KP_Right, NIDA_MOVE_RIGHT },
    { GDK_KEY_KP_Up, NIDA_MOVE_UP }, { GDK_KEY_KP_Down, NIDA_MOVE_DOWN },
    { GDK_KEY_Home, NIDA_MOVE_FIRST }, { GDK_KEY_End, NIDA_MOVE_LAST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      gtk_widget_class_add_binding (widget_class, moves[i].key, 0, move_cb, "i", (int) moves[i].move);
      gtk_widget_class_add_binding (widget_class, moves[i].key, GDK_SHIFT_MASK, pick_move_cb, "i", (int) moves[i].move);
    }
}

void
nida_canvas_keys_install (GtkWidgetClass *widget_class)
{
  static const guint activations[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };

  add_moves (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, GDK_CONTROL_MASK, pick_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (activations); i++)
    {
      gtk_widget_class_add_binding (widget_class, activations[i], 0, activate_cb, "b", FALSE);
      gtk_widget_class_add_binding (widget_class, activations[i], GDK_CONTROL_MASK, activate_cb, "b", TRUE);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
}
