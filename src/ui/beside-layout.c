/* Children beside one another or, where the narrowest of them all find no room in one line, one below the other. */
#include "config.h"

#include "beside-layout.h"

#define MOST_BELOW 16   /* between lines; beside one another it is the property's */

struct _NidaBesideLayout
{
  GtkLayoutManager parent_instance;

  int              spacing, first_share;
  gboolean         whole;
};

enum { PROP_SPACING = 1, PROP_WHOLE, PROP_FIRST_SHARE, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (NidaBesideLayout, nida_beside_layout, GTK_TYPE_LAYOUT_MANAGER)

static GPtrArray *
shown_children (GtkWidget *widget)
{
  GPtrArray *children = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      g_ptr_array_add (children, child);
  return children;
}

/* The first has its share of @width, the second the rest, whatever they would like. */
static gboolean
fit_shares (NidaBesideLayout *self,
            int               width,
            GtkRequestedSize *sizes)
{
  int first = (int) ((gint64) (width - self->spacing) * self->first_share / 100), second = width - self->spacing - first;
  gboolean fits = sizes[0].minimum_size <= first && sizes[1].minimum_size <= second;

  sizes[0].minimum_size = first;
  sizes[1].minimum_size = second;
  return fits;
}

/* How wide each of @children is in one line of @width, or %FALSE when they have no room in one. */
static gboolean
fit_in_line (NidaBesideLayout *self,
             GPtrArray        *children,
             int               width,
             GtkRequestedSize *sizes)
{
  int left = width - self->spacing * MAX ((int) children->len - 1, 0), wanted = 0;
  guint n_expand = 0;

  for (guint i = 0; i < children->len; i++)
    {
      gtk_widget_measure (children->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, &sizes[i].minimum_size, &sizes[i].natural_size, NULL, NULL);
      left -= sizes[i].minimum_size;
      wanted += sizes[i].natural_size - sizes[i].minimum_size;
      n_expand += gtk_widget_compute_expand (children->pdata[i], GTK_ORIENTATION_HORIZONTAL);
    }
  if (self->first_share > 0 && children->len == 2)
    return fit_shares (self, width, sizes);
  if (left < (self->whole ? wanted : 0))
    return FALSE;
  left = gtk_distribute_natural_allocation (left, children->len, sizes);
  for (guint i = 0; i < children->len && n_expand > 0; i++)
    if (gtk_widget_compute_expand (children->pdata[i], GTK_ORIENTATION_HORIZONTAL))
      sizes[i].minimum_size += left / (int) n_expand;
  return TRUE;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager,
                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_widths (NidaBesideLayout *self,
                GPtrArray        *children,
                int              *minimum,
                int              *natural)
{
  *natural = self->spacing * MAX ((int) children->len - 1, 0);
  for (guint i = 0; i < children->len; i++)
    {
      int least, wanted;

      gtk_widget_measure (children->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wanted;
    }
  *natural = MAX (*natural, *minimum);
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget        *widget,
         GtkOrientation    orientation,
         int               for_size,
         int              *minimum,
         int              *natural,
         int              *minimum_baseline,
         int              *natural_baseline)
{
  NidaBesideLayout *self = NIDA_BESIDE_LAYOUT (manager);
  g_autoptr (GPtrArray) children = shown_children (widget);
  g_autofree GtkRequestedSize *sizes = g_new0 (GtkRequestedSize, children->len + 1);
  gboolean beside;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_widths (self, children, minimum, natural);
      return;
    }
  beside = fit_in_line (self, children, for_size >= 0 ? for_size : G_MAXINT / 2, sizes);
  for (guint i = 0; i < children->len; i++)
    {
      int height, room = for_size < 0 ? -1 : beside ? sizes[i].minimum_size : for_size;

      gtk_widget_measure (children->pdata[i], orientation, room, &height, NULL, NULL, NULL);
      *minimum = beside ? MAX (*minimum, height) : *minimum + height + (i > 0 ? MIN (self->spacing, MOST_BELOW) : 0);
    }
  *natural = *minimum;
}

/* How high each of @children is below one another: what is left of @height is for those who take it. */
static void
divide_height (NidaBesideLayout *self,
               GPtrArray        *children,
               int               width,
               int               height,
               GtkRequestedSize *sizes)
{
  int left = height - MIN (self->spacing, MOST_BELOW) * MAX ((int) children->len - 1, 0), n_expand = 0;

  for (guint i = 0; i < children->len; i++)
    {
      gtk_widget_measure (children->pdata[i], GTK_ORIENTATION_VERTICAL, width, &sizes[i].minimum_size, NULL, NULL, NULL);
      left -= sizes[i].minimum_size;
      n_expand += gtk_widget_compute_expand (children->pdata[i], GTK_ORIENTATION_VERTICAL);
    }
  for (guint i = 0; i < children->len && n_expand > 0; i++)
    if (gtk_widget_compute_expand (children->pdata[i], GTK_ORIENTATION_VERTICAL))
      sizes[i].minimum_size += MAX (left, 0) / n_expand;
}

static void
allocate (GtkLayoutManager *manager,
          GtkWidget        *widget,
          int               width,
          int               height,
          int               baseline)
{
  NidaBesideLayout *self = NIDA_BESIDE_LAYOUT (manager);
  g_autoptr (GPtrArray) children = shown_children (widget);
  g_autofree GtkRequestedSize *sizes = g_new0 (GtkRequestedSize, children->len + 1);
  gboolean beside = fit_in_line (self, children, width, sizes), mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0;

  if (!beside)
    divide_height (self, children, width, height, sizes);
  for (guint i = 0; i < children->len; i++)
    {
      GtkAllocation place = { x, y, beside ? sizes[i].minimum_size : width, beside ? height : sizes[i].minimum_size };

      if (mirrored)
        place.x = width - place.x - place.width;
      gtk_widget_size_allocate (children->pdata[i], &place, -1);
      x += beside ? place.width + self->spacing : 0;
      y += beside ? 0 : place.height + MIN (self->spacing, MOST_BELOW);
    }
}

static void
set_property (GObject      *object,
              guint         id,
              const GValue *value,
              GParamSpec   *pspec)
{
  NidaBesideLayout *self = NIDA_BESIDE_LAYOUT (object);

  if (id == PROP_SPACING)
    self->spacing = g_value_get_int (value);
  else if (id == PROP_WHOLE)
    self->whole = g_value_get_boolean (value);
  else
    self->first_share = g_value_get_int (value);
}

static void
nida_beside_layout_class_init (NidaBesideLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = set_property;
  manager_class->get_request_mode = get_request_mode;
  manager_class->measure = measure;
  manager_class->allocate = allocate;
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 16,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /* beside one another only where none has to be narrower than it would like */
  properties[PROP_WHOLE] = g_param_spec_boolean ("whole", NULL, NULL, FALSE,
                                                 G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /* of two, how many hundredths of the line the first has; 0: what they would like */
  properties[PROP_FIRST_SHARE] = g_param_spec_int ("first-share", NULL, NULL, 0, 100, 0,
                                                   G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
nida_beside_layout_init (NidaBesideLayout *self)
{
}
