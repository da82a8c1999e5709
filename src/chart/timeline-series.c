/* The colours of a timeline: the names that have a hue in this document, then all the others, then what is not one name.
 *
 * A name's hue is the document's (NidaColorMap), so it is the same in every chart whatever the filter; the largest names
 * here take the hues that are still free. */
#include "config.h"

#include "timeline-data.h"

#include "legend.h"
#include "translate.h"
#include "words.h"

/* Names that are not stated get a series of their own from this share on. */
#define OWN_SERIES_PERCENT 3

typedef struct {
  NidaTimeline *timeline;
  NidaCube     *cube;
  NidaLanguage *language;
} Series;

#define MOST_NAMED 5     /* of parts of a column */

typedef struct {
  guint      item;
  NidaMoney  total;
} Weight;

static int
compare_weights (gconstpointer a,
                 gconstpointer b)
{
  const Weight *x = a, *y = b;

  if (x->total != y->total)
    return x->total > y->total ? -1 : 1;
  return x->item < y->item ? -1 : x->item > y->item;
}

static GArray *
weigh_items (Series *self)
{
  guint n = nida_cube_get_n_items (self->cube, 1);
  GArray *weights = g_array_sized_new (FALSE, TRUE, sizeof (Weight), n);

  for (guint i = 0; i < n; i++)
    {
      Weight weight = { i, 0 };

      g_array_append_val (weights, weight);
    }
  for (guint i = 0; i < nida_cube_get_n_cells (self->cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (self->cube, i);
      Weight *weight = &g_array_index (weights, Weight, cell->item[1]);

      weight->total = nida_money_join (weight->total, cell->values[self->timeline->measure]);
    }
  g_array_sort (weights, compare_weights);
  return weights;
}

static gboolean
is_plain_name (const NidaCubeItem *item)
{
  return !item->not_stated && !item->others && item->n_members <= 1;
}

/**
 * nida_timeline_add_series:
 * @label: (transfer full) (nullable)
 *
 * Returns: its index; parts of slots are in this order, from zero outwards
 */
guint
nida_timeline_add_series (NidaTimeline *self,
                          const char   *id,
                          char         *label,
                          NidaColor     color)
{
  NidaTimelineSeries *series = &self->series[self->n_series];

  series->id = g_strdup (id);
  series->label = label;
  series->color = color;
  return self->n_series++;
}

/* The largest names take the hues that the document has not given away yet, and keep them. */
static void
pin_largest (Series       *self,
             NidaColorMap *colors,
             GArray       *weights)
{
  for (guint i = 0, pinned = 0; colors != NULL && i < weights->len && pinned < 5; i++)
    {
      const NidaCubeItem *item = nida_cube_get_item (self->cube, 1, g_array_index (weights, Weight, i).item);

      if (!is_plain_name (item) || g_array_index (weights, Weight, i).total <= 0)
        continue;
      nida_color_map_pin (colors, self->timeline->split, item->name);
      pinned++;
    }
}

static void
add_hued_series (Series       *self,
                 NidaColorMap *colors,
                 GArray       *weights,
                 guint        *series_of)
{
  for (NidaColor hue = NIDA_COLOR_SERIES_1; hue <= NIDA_COLOR_SERIES_5; hue++)
    for (guint i = 0; i < weights->len; i++)
      {
        const Weight *weight = &g_array_index (weights, Weight, i);
        const NidaCubeItem *item = nida_cube_get_item (self->cube, 1, weight->item);
        guint index;

        if (!is_plain_name (item) || weight->total == 0
            || nida_color_map_lookup (colors, self->timeline->split, item->name) != hue)
          continue;
        index = nida_timeline_add_series (self->timeline, item->name,
                                          nida_words_name (self->language, self->timeline->split, item->name, item->arabic),
                                          hue);
        self->timeline->series[index].name = item->name;
        self->timeline->series[index].total = weight->total;
        series_of[weight->item] = index;
      }
}

/* Where fewer than five have a hue, the largest of the others are told apart, too. */
static void
add_shaded_series (Series *self,
                   GArray *weights,
                   guint  *series_of)
{
  guint shaded = 0;

  for (guint i = 0; i < weights->len && shaded < NIDA_MOST_SHADED && self->timeline->n_series < MOST_NAMED; i++)
    {
      const Weight *weight = &g_array_index (weights, Weight, i);
      const NidaCubeItem *item = nida_cube_get_item (self->cube, 1, weight->item);
      guint index;

      if (!is_plain_name (item) || weight->total <= 0 || series_of[weight->item] != G_MAXUINT)
        continue;
      index = nida_timeline_add_series (self->timeline, item->name, nida_words_name (self->language, self->timeline->split, item->name, item->arabic),
                                        nida_legend_shade (shaded++));
      self->timeline->series[index].name = item->name;
      self->timeline->series[index].total = weight->total;
      series_of[weight->item] = index;
    }
}

typedef enum { GREY_OTHER, GREY_MULTIPLE, GREY_UNSTATED } Grey;

static Grey
grey_of (const NidaCubeItem *item,
         const Weight       *weight,
         NidaMoney           whole)
{
  if (item->n_members > 1)
    return GREY_MULTIPLE;
  return item->not_stated && weight->total >= whole / 100 * OWN_SERIES_PERCENT ? GREY_UNSTATED : GREY_OTHER;
}

/* "The rest (192)": how many names it is, where somebody has counted those that are drawn. */
static char *
name_rest (const Series *self,
           GArray       *weights,
           const guint  *series_of,
           NidaMoney     whole)
{
  g_autofree char *number = NULL;
  guint64 n = 0;

  for (guint i = 0; i < weights->len; i++)
    {
      const Weight *weight = &g_array_index (weights, Weight, i);
      const NidaCubeItem *item = nida_cube_get_item (self->cube, 1, weight->item);

      if (series_of[weight->item] != G_MAXUINT || weight->total == 0 || grey_of (item, weight, whole) != GREY_OTHER)
        continue;
      if (item->others && item->n_names == 0)
        return g_strdup (_("The rest"));
      n += item->others ? item->n_names : !item->not_stated;
    }
  if (n == 0)                                  /* names nobody */
    return g_strdup (_("The rest"));
  number = nida_language_integer (self->language, (gint64) n);
  /* Translators: in a legend and a tooltip, all names that are not told apart, and how many they are: "The rest (192)" */
  return g_strdup_printf (_("The rest (%s)"), number);
}

static guint
begin_grey_series (const Series *series,
                   GArray       *weights,
                   const guint  *series_of,
                   NidaMoney     whole,
                   Grey          grey)
{
  NidaTimeline *self = series->timeline;
  guint index;

  switch (grey)
    {
    case GREY_UNSTATED:
      index = nida_timeline_add_series (self, "not-stated", g_strdup (_("Not stated")), NIDA_COLOR_UNKNOWN);
      self->series[index].not_stated = TRUE;
      self->series[index].name = "";
      return index;
    case GREY_MULTIPLE:
      return nida_timeline_add_series (self, NIDA_TIMELINE_MULTIPLE, g_strdup (_("Several at once")), NIDA_COLOR_MULTIPLE);
    case GREY_OTHER:
    default:
      return nida_timeline_add_series (self, "other", name_rest (series, weights, series_of, whole), NIDA_COLOR_OTHER);
    }
}

/* Only some of the dates are drawn, and nobody has counted the names of these. */
void
nida_timeline_uncount_rest (NidaTimeline *self)
{
  for (guint i = 0; i < self->n_series; i++)
    if (g_str_equal (self->series[i].id, "other"))
      {
        g_free (self->series[i].label);
        self->series[i].label = g_strdup (_("The rest"));
      }
}

/* What has no hue: all the others, several names in one cell, names that are not stated; in this order from the foot. */
static void
add_grey_series (Series   *self,
                 GArray   *weights,
                 guint    *series_of,
                 NidaMoney whole,
                 Grey      grey)
{
  NidaTimeline *timeline = self->timeline;
  guint series = G_MAXUINT;

  for (guint i = 0; i < weights->len; i++)
    {
      const Weight *weight = &g_array_index (weights, Weight, i);

      if (series_of[weight->item] != G_MAXUINT || weight->total == 0
          || grey_of (nida_cube_get_item (self->cube, 1, weight->item), weight, whole) != grey)
        continue;
      if (series == G_MAXUINT)
        series = begin_grey_series (self, weights, series_of, whole, grey);
      timeline->series[series].total = nida_money_join (timeline->series[series].total, weight->total);
      series_of[weight->item] = series;
    }
}

/**
 * nida_timeline_find_series:
 *
 * @shaded: whether names without a hue may have shades; of small charts one would be another name in each
 *
 * Fills the series of @timeline from the second dimension of @cube.
 *
 * Returns: (transfer full): the index of the series of each item
 */
guint *
nida_timeline_find_series (NidaTimeline *timeline,
                           NidaCube     *cube,
                           NidaLanguage *language,
                           NidaColorMap *colors,
                           gboolean      shaded)
{
  Series self = { timeline, cube, language };
  guint n = nida_cube_get_n_items (cube, 1);
  guint *series_of = g_new (guint, MAX (n, 1));
  g_autoptr (GArray) weights = weigh_items (&self);
  NidaMoney whole = 0;

  for (guint i = 0; i < n; i++)
    {
      series_of[i] = G_MAXUINT;
      whole = nida_money_join (whole, MAX (0, g_array_index (weights, Weight, i).total));
    }
  pin_largest (&self, colors, weights);
  add_hued_series (&self, colors, weights, series_of);
  if (shaded)
    add_shaded_series (&self, weights, series_of);
  for (Grey grey = GREY_OTHER; grey <= GREY_UNSTATED; grey++)
    add_grey_series (&self, weights, series_of, whole, grey);
  if (timeline->n_series == 0)
    nida_timeline_add_series (timeline, "all", NULL, NIDA_COLOR_RECEIVED);
  /* names whose money cancels out may still stand in single periods */
  for (guint i = 0; i < n; i++)
    if (series_of[i] == G_MAXUINT)
      series_of[i] = timeline->n_series - 1;
  return series_of;
}
