/* A panel beside the content; in a narrow window it lies over the content instead. */
#include "config.h"

#include "split-view.h"

#include "look.h"

#define PANEL_WIDTH 264
#define NARROW 930      /* points of window: below, the panel and the names of the pages would leave each other too little */

struct _NidaSplitView
{
  GtkWidget  parent_instance;

  GtkWidget *panel;
  GtkWidget *content;
  gboolean   wide_shown;     /* wanted beside the content */
  gboolean   over_shown;     /* opened over it */
  gboolean   without;        /* the content has no use for it */
  gboolean   narrow;
  guint      tell;           /* idle source */
};

enum { PROP_0, PROP_SHOW_PANEL, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (NidaSplitView, nida_split_view, GTK_TYPE_WIDGET)

static double
scale (void)
{
  return nida_look_get_text_scale (nida_look_get ());
}

static int
panel_width (int width)
{
  return MIN ((int) (PANEL_WIDTH * scale ()), width * 2 / 3);
}

static gboolean
tell_cb (gpointer user_data)
{
  NIDA_SPLIT_VIEW (user_data)->tell = 0;
  g_object_notify_by_pspec (user_data, properties[PROP_SHOW_PANEL]);
  return G_SOURCE_REMOVE;
}

static void
set_narrow (NidaSplitView *self,
            gboolean       narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  self->over_shown = FALSE;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "overlay");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "overlay");
  /* Found while sizes are given, when nothing else may change. */
  g_clear_handle_id (&self->tell, g_source_remove);
  self->tell = g_idle_add (tell_cb, self);
}

static void
click_outside_cb (NidaSplitView *self,
                  int            n_press,
                  double         x,
                  double         y)
{
  if (self->narrow && self->over_shown)
    nida_split_view_set_show_panel (self, FALSE);
}

static void
nida_split_view_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  NidaSplitView *self = NIDA_SPLIT_VIEW (widget);
  int panel_minimum, panel_natural;

  gtk_widget_measure (self->panel, orientation, -1, &panel_minimum, &panel_natural, NULL, NULL);
  gtk_widget_measure (self->content, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = MAX (*minimum, panel_minimum);
      *natural = MAX (*natural, *minimum);
    }
  else if (self->wide_shown && !self->narrow && !self->without)
    *natural += (int) (PANEL_WIDTH * scale ());
}

static void
nida_split_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  NidaSplitView *self = NIDA_SPLIT_VIEW (widget);
  int minimum, panel = panel_width (width);
  gboolean shown, rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int start;

  gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  set_narrow (self, width < NARROW * scale () || (!self->without && width - panel < minimum));
  gtk_widget_measure (self->panel, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  panel = MAX (panel, minimum);
  shown = nida_split_view_get_show_panel (self) && !self->without;
  start = shown && !self->narrow ? panel : 0;
  gtk_widget_set_child_visible (self->panel, shown);
  gtk_widget_size_allocate (self->content, &(GtkAllocation) { rtl ? 0 : start, 0, width - start, height }, -1);
  if (shown)
    gtk_widget_size_allocate (self->panel, &(GtkAllocation) { rtl ? width - panel : 0, 0, panel, height }, -1);
}

static void
nida_split_view_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  g_value_set_boolean (value, nida_split_view_get_show_panel (NIDA_SPLIT_VIEW (object)));
}

static void
nida_split_view_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  nida_split_view_set_show_panel (NIDA_SPLIT_VIEW (object), g_value_get_boolean (value));
}

static void
nida_split_view_dispose (GObject *object)
{
  NidaSplitView *self = NIDA_SPLIT_VIEW (object);

  g_clear_handle_id (&self->tell, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->panel, gtk_widget_unparent);
  G_OBJECT_CLASS (nida_split_view_parent_class)->dispose (object);
}

static void
nida_split_view_class_init (NidaSplitViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nida_split_view_dispose;
  object_class->get_property = nida_split_view_get_property;
  object_class->set_property = nida_split_view_set_property;
  widget_class->measure = nida_split_view_measure;
  widget_class->size_allocate = nida_split_view_size_allocate;
  properties[PROP_SHOW_PANEL] = g_param_spec_boolean ("show-panel", NULL, NULL, TRUE,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
nida_split_view_init (NidaSplitView *self)
{
  self->wide_shown = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida-split");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
nida_split_view_new (GtkWidget *panel,
                     GtkWidget *content)
{
  NidaSplitView *self = g_object_new (NIDA_TYPE_SPLIT_VIEW, NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  self->panel = panel;
  self->content = content;
  /* The panel comes later in the list, so that it is drawn, and hit, above the content;. */
  gtk_widget_set_parent (content, GTK_WIDGET (self));
  gtk_widget_set_parent (panel, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (click_outside_cb), self);
  gtk_widget_add_controller (content, GTK_EVENT_CONTROLLER (click));
  return GTK_WIDGET (self);
}

void
nida_split_view_set_show_panel (NidaSplitView *self,
                                gboolean       show)
{
  gboolean *shown = self->narrow ? &self->over_shown : &self->wide_shown;

  if (*shown == show)
    return;
  *shown = show;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_PANEL]);
}

gboolean
nida_split_view_get_show_panel (NidaSplitView *self)
{
  return self->narrow ? self->over_shown : self->wide_shown;
}

void
nida_split_view_set_without (NidaSplitView *self,
                             gboolean       without)
{
  if (self->without == without)
    return;
  self->without = without;
  self->over_shown = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_PANEL]);
}

gboolean
nida_split_view_is_without (NidaSplitView *self)
{
  return self->without;
}

gboolean
nida_split_view_is_narrow (NidaSplitView *self)
{
  return self->narrow;
}
