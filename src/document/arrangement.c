/* Which cards and charts stand on a board, as a value. */
#include "config.h"

#include "arrangement.h"

#include "spec-text.h"

struct _NidaArrangement
{
  gatomicrefcount ref_count;
  GPtrArray      *cards, *charts;     /* NidaChartSpec, each with the colours of the board */
  NidaChartSpec  *colors;             /* what holds for the whole board, as colours of a chart; or NULL */
};

static NidaArrangement *
new_empty (void)
{
  NidaArrangement *self = g_new0 (NidaArrangement, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free);
  self->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free);
  return self;
}

static GPtrArray *
list_for (NidaArrangement     *self,
          const NidaChartSpec *spec)
{
  return spec->kind == NIDA_CHART_NUMBER ? self->cards : self->charts;
}

static void
append (NidaArrangement *self,
        GPtrArray       *specs)
{
  for (guint i = 0; i < specs->len; i++)
    g_ptr_array_add (list_for (self, specs->pdata[i]), nida_chart_spec_copy (specs->pdata[i]));
}

NidaArrangement *
nida_arrangement_new (GPtrArray *cards,
                      GPtrArray *charts)
{
  NidaArrangement *self = new_empty ();

  append (self, cards);
  append (self, charts);
  return self;
}

NidaArrangement *
nida_arrangement_new_colored (GPtrArray           *cards,
                              GPtrArray           *charts,
                              const NidaChartSpec *colors)
{
  NidaArrangement *self = nida_arrangement_new (cards, charts);

  if (colors != NULL && colors->hues->len > 0)
    self->colors = nida_chart_spec_copy (colors);
  return self;
}

static NidaArrangement *
copy (NidaArrangement *self)
{
  return nida_arrangement_new_colored (self->cards, self->charts, self->colors);
}

NidaArrangement *
nida_arrangement_ref (NidaArrangement *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
nida_arrangement_unref (NidaArrangement *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->cards);
  g_ptr_array_unref (self->charts);
  g_clear_pointer (&self->colors, nida_chart_spec_free);
  g_free (self);
}

gboolean
nida_arrangement_equal (NidaArrangement *a,
                        NidaArrangement *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->cards->len != b->cards->len || a->charts->len != b->charts->len)
    return FALSE;
  if ((a->colors == NULL) != (b->colors == NULL) || (a->colors != NULL && !nida_chart_spec_equal (a->colors, b->colors)))
    return FALSE;
  for (guint i = 0; i < nida_arrangement_get_n (a); i++)
    if (!nida_chart_spec_equal (nida_arrangement_get (a, i), nida_arrangement_get (b, i)))
      return FALSE;
  return TRUE;
}

GPtrArray *
nida_arrangement_get_cards (NidaArrangement *self)
{
  return self->cards;
}

GPtrArray *
nida_arrangement_get_charts (NidaArrangement *self)
{
  return self->charts;
}

guint
nida_arrangement_get_n (NidaArrangement *self)
{
  return self->cards->len + self->charts->len;
}

const NidaChartSpec *
nida_arrangement_get (NidaArrangement *self,
                      guint            index)
{
  g_return_val_if_fail (index < nida_arrangement_get_n (self), NULL);

  return index < self->cards->len ? self->cards->pdata[index] : self->charts->pdata[index - self->cards->len];
}

/* The place of @index in @list, of cards or charts. */
static guint
place_in (NidaArrangement *self,
          GPtrArray       *list,
          guint            index)
{
  guint first = list == self->cards ? 0 : self->cards->len;

  return MIN (index < first ? 0 : index - first, list->len);
}

/* --- colours of the whole board --- */

static gboolean
has_color (const NidaChartSpec *spec,
           const NidaHue       *hue)
{
  for (guint i = 0; i < spec->hues->len; i++)
    {
      const NidaHue *own = spec->hues->pdata[i];

      if (own->field == hue->field && g_str_equal (own->name, hue->name))
        return TRUE;
    }
  return FALSE;
}

/* Also to charts whose colours nobody can choose in the editor: the bars of a ranking are those of its donors. @anew: also where the
 * chart has another one for the name. */
static void
put_colors (NidaChartSpec       *spec,
            const NidaChartSpec *colors,
            gboolean             anew)
{
  for (guint i = 0; colors != NULL && spec->kind != NIDA_CHART_NUMBER && i < colors->hues->len; i++)
    {
      const NidaHue *hue = colors->hues->pdata[i];

      if (anew || !has_color (spec, hue))
        nida_chart_spec_set_hue (spec, hue->field, hue->name, hue->color);
    }
}

static void
drop_colors (NidaChartSpec       *spec,
             const NidaChartSpec *colors)
{
  for (guint i = 0; colors != NULL && i < colors->hues->len; i++)
    {
      const NidaHue *hue = colors->hues->pdata[i];

      nida_chart_spec_set_hue (spec, hue->field, hue->name, NIDA_COLOR_NONE);
    }
}

/**
 * nida_arrangement_color:
 *
 * Returns: (transfer full): the arrangement in these colours
 */
NidaArrangement *
nida_arrangement_color (NidaArrangement     *self,
                        const NidaChartSpec *colors)
{
  NidaArrangement *other = copy (self);
  g_autoptr (NidaChartSpec) only = nida_chart_spec_new (NIDA_CHART_PARTS);

  put_colors (only, colors, TRUE);
  for (guint i = 0; i < other->charts->len; i++)
    {
      drop_colors (other->charts->pdata[i], self->colors);
      put_colors (other->charts->pdata[i], only, TRUE);
    }
  g_clear_pointer (&other->colors, nida_chart_spec_free);
  if (only->hues->len > 0)
    other->colors = g_steal_pointer (&only);
  return other;
}

const NidaChartSpec *
nida_arrangement_get_colors (NidaArrangement *self)
{
  return self->colors;
}

/* --- changes --- */

static NidaArrangement *
insert (NidaArrangement     *self,
        guint                index,
        const NidaChartSpec *spec)
{
  NidaArrangement *other = copy (self);
  GPtrArray *list = list_for (other, spec);

  g_ptr_array_insert (list, (int) place_in (other, list, index), nida_chart_spec_copy (spec));
  return other;
}

/**
 * nida_arrangement_add:
 * @index: where it is to stand, %G_MAXUINT for the last
 * @spec: copied
 *
 * Returns: (transfer full): the arrangement with one more
 */
NidaArrangement *
nida_arrangement_add (NidaArrangement     *self,
                      guint                index,
                      const NidaChartSpec *spec)
{
  g_autoptr (NidaChartSpec) colored = nida_chart_spec_copy (spec);

  put_colors (colored, self->colors, FALSE);
  return insert (self, index, colored);
}

/**
 * nida_arrangement_remove:
 *
 * Returns: (transfer full): the arrangement without the one at @index
 */
NidaArrangement *
nida_arrangement_remove (NidaArrangement *self,
                         guint            index)
{
  NidaArrangement *other = copy (self);
  GPtrArray *list = index < other->cards->len ? other->cards : other->charts;

  g_return_val_if_fail (index < nida_arrangement_get_n (self), other);

  g_ptr_array_remove_index (list, place_in (other, list, index));
  return other;
}

/**
 * nida_arrangement_replace:
 * @spec: what stands at @index from now on; where a card becomes a chart, or the reverse, it goes to the others of its like
 *
 * Returns: (transfer full): the changed arrangement
 */
NidaArrangement *
nida_arrangement_replace (NidaArrangement     *self,
                          guint                index,
                          const NidaChartSpec *spec)
{
  g_autoptr (NidaArrangement) without = nida_arrangement_remove (self, index);

  return insert (without, index, spec);
}

/**
 * nida_arrangement_move:
 * @to: the index that it has afterwards
 *
 * Returns: (transfer full): the changed arrangement
 */
NidaArrangement *
nida_arrangement_move (NidaArrangement *self,
                       guint            index,
                       guint            to)
{
  g_autoptr (NidaArrangement) without = nida_arrangement_remove (self, index);

  return insert (without, to, nida_arrangement_get (self, index));
}

/* --- following a chart --- */

/* The stretch of both in which they differ. */
typedef struct { guint start, before_end, after_end; } Stretch;

static Stretch
find_stretch (NidaArrangement *before,
              NidaArrangement *after)
{
  guint n_before = nida_arrangement_get_n (before), n_after = nida_arrangement_get_n (after), n = MIN (n_before, n_after);
  Stretch stretch = { 0, n_before, n_after };

  while (stretch.start < n
         && nida_chart_spec_equal (nida_arrangement_get (before, stretch.start), nida_arrangement_get (after, stretch.start)))
    stretch.start++;
  while (MIN (stretch.before_end, stretch.after_end) > stretch.start
         && nida_chart_spec_equal (nida_arrangement_get (before, stretch.before_end - 1), nida_arrangement_get (after, stretch.after_end - 1)))
    {
      stretch.before_end--;
      stretch.after_end--;
    }
  return stretch;
}

/* The place of the @n-th chart like @spec from @start up to @end; G_MAXUINT where there are not so many. */
static guint
find_like (NidaArrangement     *self,
           const NidaChartSpec *spec,
           guint                start,
           guint                end,
           guint                n)
{
  for (guint i = start; i < end; i++)
    if (nida_chart_spec_equal (nida_arrangement_get (self, i), spec) && n-- == 0)
      return i;
  return G_MAXUINT;
}

static guint
count_like (NidaArrangement     *self,
            const NidaChartSpec *spec,
            guint                start,
            guint                end)
{
  guint n = 0;

  while (find_like (self, spec, start, end, n) != G_MAXUINT)
    n++;
  return n;
}

/* How many from @start up to @end have none like them among those of @other. */
static guint
count_alone (NidaArrangement *self,
             guint            start,
             guint            end,
             NidaArrangement *other,
             guint            other_start,
             guint            other_end)
{
  guint n = 0;

  for (guint i = start; i < end; i++)
    {
      const NidaChartSpec *spec = nida_arrangement_get (self, i);

      n += count_like (self, spec, start, i) >= count_like (other, spec, other_start, other_end);
    }
  return n;
}

/* The @n-th of those. */
static guint
find_alone (NidaArrangement *self,
            const Stretch   *stretch,
            NidaArrangement *before,
            guint            n)
{
  for (guint i = stretch->start; i < stretch->after_end; i++)
    if (count_alone (self, stretch->start, i + 1, before, stretch->start, stretch->before_end) > n)
      return i;
  return G_MAXUINT;
}

/**
 * nida_arrangement_trace:
 * @before: what stood on the board
 * @after: what one change has made of it
 * @index: a chart of @before
 *
 * A chart that is as it was is found by what it is. Where as many are new as have gone, those are the same, edited.
 *
 * Returns: its index in @after, or %G_MAXUINT
 */
guint
nida_arrangement_trace (NidaArrangement *before,
                        NidaArrangement *after,
                        guint            index)
{
  const NidaChartSpec *spec = nida_arrangement_get (before, index);
  Stretch stretch = find_stretch (before, after);
  guint like, gone, fresh;

  if (index < stretch.start)
    return index;
  if (index >= stretch.before_end)
    return index - stretch.before_end + stretch.after_end;
  like = find_like (after, spec, stretch.start, stretch.after_end, count_like (before, spec, stretch.start, index));
  gone = count_alone (before, stretch.start, stretch.before_end, after, stretch.start, stretch.after_end);
  fresh = count_alone (after, stretch.start, stretch.after_end, before, stretch.start, stretch.before_end);
  if (like != G_MAXUINT || gone != fresh)
    return like;
  return find_alone (after, &stretch, before, count_alone (before, stretch.start, index, after, stretch.start, stretch.after_end));
}
