/* The presenter's time. Follows the show once a second; a talk without a plan has no pace. */
#include "config.h"

#include "presenter-time.h"

#include "look.h"
#include "show-time.h"
#include "translate.h"
#include "ui-shell.h"

#define BAR_WIDTH    200
#define BAR_HEIGHT   16
#define MOST_MINUTES 600

struct _NidaPresenterTime
{
  GtkWidget  parent_instance;

  NidaShow  *show;
  GtkWidget *box;
  GtkLabel  *elapsed, *pace, *mark, *clock, *awake;
  GtkWidget *middle, *bar;
  GtkMenuButton *plan;
  GtkWidget *minutes;
};

G_DEFINE_FINAL_TYPE (NidaPresenterTime, nida_presenter_time, GTK_TYPE_WIDGET)

static NidaLanguage *
get_language (void)
{
  return nida_look_get_language (nida_look_get ());
}

static char *
dup_face (guint seconds)
{
  g_autofree char *face = nida_show_time_format (seconds);
  g_autofree char *digits = nida_language_digits (get_language (), face);

  return nida_language_isolate (get_language (), digits);
}

/* --- words --- */

static void
set_pace (NidaPresenterTime *self)
{
  int pace = nida_show_get_pace (self->show);
  g_autofree char *face = dup_face ((guint) ABS (pace));
  g_autofree char *slide = nida_language_integer (get_language (), nida_show_get_slide (self->show) + 1);
  g_autofree char *n = nida_language_integer (get_language (), nida_show_get_n_slides (self->show));
  /* Translators: how long a talk has taken against what was planned: "01:20 late" */
  g_autofree char *words = pace > 0 ? g_strdup_printf (_("%s late"), face)
                         : pace < 0 ? g_strdup_printf (_("%s early"), face) : g_strdup (_("On time"));
  /* Translators: what the white mark on the bar of time means: "Mark: expected after 3 of 8 slides" */
  g_autofree char *mark = g_strdup_printf (_("Mark: expected after %s of %s slides"), slide, n);

  nida_shell_set_label (self->pace, words);
  nida_shell_set_label (self->mark, mark);
  gtk_widget_set_css_classes (GTK_WIDGET (self->pace), (const char *[]) { pace > 0 ? "nida-late" : "nida-on-time", NULL });
}

static void
set_plan_words (NidaPresenterTime *self)
{
  guint plan = nida_show_get_plan (self->show);
  g_autofree char *whole = dup_face (plan), *slide = dup_face (nida_show_get_slide_time (self->show));
  /* Translators: under the time of a talk: "of 20:00 · this slide 02:10" */
  g_autofree char *words = plan > 0 ? g_strdup_printf (_("of %s · this slide %s"), whole, slide)
                                    : g_strdup_printf (_("this slide %s"), slide);
  g_autofree char *directed = nida_shell_direct (words);

  gtk_menu_button_set_label (self->plan, directed);
}

static void
set_clock (NidaPresenterTime *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *face = g_date_time_format (now, "%H:%M"), *digits = nida_language_digits (get_language (), face);

  nida_shell_set_label (self->clock, digits);
}

static void
update (NidaPresenterTime *self)
{
  g_autofree char *elapsed = dup_face (nida_show_get_elapsed (self->show));
  gboolean awake = nida_show_is_awake (self->show), waits = nida_show_is_paused (self->show) && nida_show_has_auto (self->show);

  nida_shell_set_label (self->elapsed, elapsed);
  set_plan_words (self);
  set_clock (self);
  set_pace (self);
  nida_shell_set_label (self->awake, waits ? _("Slides wait: A goes on")
                                     : awake ? _("The screen stays awake") : _("The desktop may put the screen to sleep"));
  gtk_widget_set_css_classes (GTK_WIDGET (self->awake), (const char *[]) { awake && !waits ? "nida-faint" : "nida-late", NULL });
  gtk_widget_set_visible (self->middle, nida_show_get_plan (self->show) > 0);
  gtk_widget_queue_draw (self->bar);
}

static void
changed_cb (NidaPresenterTime *self,
            guint              changes)
{
  if ((changes & NIDA_SHOW_TIME) != 0)
    update (self);
}

/* --- the bar --- */

/* From the start edge on: what has passed, and a mark where this slide is meant to end. */
static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        data)
{
  NidaPresenterTime *self = data;
  guint plan = nida_show_get_plan (self->show), from, to;
  double passed = plan > 0 ? MIN ((double) nida_show_get_elapsed (self->show) / plan, 1) : 0;
  double middle = height / 2.0;

  nida_show_get_due (self->show, &from, &to);
  if (gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  cairo_set_source_rgb (cr, 0.23, 0.23, 0.24);
  cairo_rectangle (cr, 0, middle - 4, width, 8);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.34, 0.71, 0.91);
  cairo_rectangle (cr, 0, middle - 4, width * passed, 8);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, MIN (width * (plan > 0 ? (double) to / plan : 0), width - 2), 0, 2, height);
  cairo_fill (cr);
}

/* --- the plan --- */

static void
minutes_cb (NidaPresenterTime *self)
{
  nida_show_set_plan (self->show, (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->minutes)) * 60);
}

static GtkWidget *
new_plan_popover (NidaPresenterTime *self)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Minutes for the whole"));

  self->minutes = gtk_spin_button_new_with_range (0, MOST_MINUTES, 1);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->minutes);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->minutes), nida_show_get_plan (self->show) / 60);
  g_signal_connect_swapped (self->minutes, "value-changed", G_CALLBACK (minutes_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->minutes);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  nida_shell_fit_popover (GTK_POPOVER (popover));
  return popover;
}

/* --- object --- */

static GtkLabel *
new_label (GtkWidget  *box,
           const char *text,
           const char *style,
           float       align)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), align);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);        /* large text cuts no message */
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
new_column (NidaPresenterTime *self,
            gboolean           wide)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_hexpand (column, wide);
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), column);
  return column;
}

static void
build (NidaPresenterTime *self)
{
  GtkWidget *first = new_column (self, TRUE), *last;

  new_label (first, _("Elapsed"), "nida-faint", 0);
  self->elapsed = new_label (first, NULL, "nida-elapsed", 0);
  self->plan = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->plan), "nida-plan");
  gtk_widget_set_halign (GTK_WIDGET (self->plan), GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->plan), _("How long the whole is meant to take"));
  gtk_menu_button_set_popover (self->plan, new_plan_popover (self));
  gtk_box_append (GTK_BOX (first), GTK_WIDGET (self->plan));
  self->middle = new_column (self, TRUE);
  self->bar = gtk_drawing_area_new ();
  gtk_widget_set_size_request (self->bar, BAR_WIDTH, BAR_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->bar), draw_cb, self, NULL);
  gtk_box_append (GTK_BOX (self->middle), self->bar);
  self->pace = new_label (self->middle, NULL, "nida-on-time", 0);
  self->mark = new_label (self->middle, NULL, "nida-faint", 0);
  last = new_column (self, FALSE);
  new_label (last, _("Clock"), "nida-faint", 0);
  self->clock = new_label (last, NULL, "nida-clock", 0);
  gtk_label_set_wrap (self->clock, FALSE);        /* half a time is none */
  gtk_label_set_wrap (self->elapsed, FALSE);
  self->awake = new_label (last, NULL, "nida-faint", 0);
}

static void
nida_presenter_time_dispose (GObject *object)
{
  NidaPresenterTime *self = NIDA_PRESENTER_TIME (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->show);
  G_OBJECT_CLASS (nida_presenter_time_parent_class)->dispose (object);
}

static void
nida_presenter_time_class_init (NidaPresenterTimeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_presenter_time_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
nida_presenter_time_init (NidaPresenterTime *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida-presenter-card");
}

GtkWidget *
nida_presenter_time_new (NidaShow *show)
{
  NidaPresenterTime *self = g_object_new (NIDA_TYPE_PRESENTER_TIME, NULL);

  self->show = g_object_ref (show);
  build (self);
  g_signal_connect_object (show, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

const char *
nida_presenter_time_get_pace (NidaPresenterTime *self)
{
  return gtk_label_get_text (self->pace);
}
