/* Which cells of an answer a mark stands for. Names and periods are numbered once an answer and field; then a mark is what it
 * names, and what no mark names is the rest. */
#include "config.h"

#include "needs-inside.h"

#include "chart-groups.h"
#include "filter-values.h"

#include <string.h>

#define NO_NAME G_MAXUINT32            /* of no mark: part of a rest */
#define SEVERAL (G_MAXUINT32 - 1)      /* a cell that lists several names */
#define ID_BITS 21

/* One field of one answer, as the marks name it. */
typedef struct {
  NidaField   field;
  GHashTable *ids;           /* value of a mark → id + 1 */
  guint32    *id_of_item;
  gboolean    several_apart; /* a mark stands for cells that list several names */
} Dimension;

/* Marks that speak of the same fields in the same way. */
typedef struct {
  guint       named, rests, several;     /* bits by dimension */
  NidaMeasure measure;
  GHashTable *sums;                      /* key of the named ids → Sum */
} Shape;

typedef struct {
  NidaMoney sum;
  guint     n;
} Sum;

/* --- fields --- */

/* Periods of marks, and how exact the finest are that are no spans: what is finer is part of these. */
typedef struct {
  GArray       *periods;     /* NidaPeriod by id */
  NidaPrecision finest;
} Dates;

static void
add_value (Dimension  *self,
           const char *value)
{
  if (!g_hash_table_contains (self->ids, value))
    g_hash_table_insert (self->ids, (gpointer) value, GUINT_TO_POINTER (g_hash_table_size (self->ids) + 1));
}

static void
take_values (Dimension *self,
             GArray    *brushables,
             GArray    *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      const NidaBrushMark *mark = &g_array_index (brushables, NidaBrushable, g_array_index (places, guint, i)).brush;

      for (guint f = 0; f < mark->n_fields; f++)
        if (mark->fields[f] == self->field)
          add_value (self, mark->values[f]);
      for (guint r = 0; r < mark->n_rests; r++)
        self->several_apart |= mark->rests[r] == self->field && mark->several[r];
    }
}

static void
read_dates (const Dimension *self,
            guint            fiscal_start,
            Dates           *dates)
{
  GHashTableIter iter;
  gpointer value, id;

  g_array_set_size (dates->periods, g_hash_table_size (self->ids));
  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, &value, &id))
    {
      NidaPeriod *period = &g_array_index (dates->periods, NidaPeriod, GPOINTER_TO_UINT (id) - 1);

      if (!nida_filter_values_period (value, fiscal_start, period, NULL))
        *period = (NidaPeriod) { NIDA_DATE_NONE, NIDA_DATE_NONE };
      else if (period->start.precision != NIDA_PRECISION_NONE && !nida_period_is_span (*period))
        dates->finest = dates->finest == NIDA_PRECISION_NONE ? period->start.precision : MIN (dates->finest, period->start.precision);
    }
}

/* A year beside months is what is known of no month, and has nothing but itself; a span has what no column has. */
static gboolean
covers (const Dates *dates,
        NidaPeriod   outer,
        NidaPeriod   period,
        gboolean     span)
{
  if (outer.start.precision == NIDA_PRECISION_NONE || nida_period_is_span (outer) != span || (!span && outer.start.precision != dates->finest))
    return FALSE;
  return nida_period_within (period, nida_date_first_day (outer.start), nida_date_last_day (outer.end));
}

/* Just its period; else the one that it is a part of. */
static guint32
find_period (const Dates *dates,
             NidaPeriod   period)
{
  for (guint32 i = 0; i < dates->periods->len; i++)
    if (nida_period_compare (g_array_index (dates->periods, NidaPeriod, i), period) == 0)
      return i;
  for (guint span = FALSE; span <= TRUE; span++)
    for (guint32 i = 0; i < dates->periods->len; i++)
      if (covers (dates, g_array_index (dates->periods, NidaPeriod, i), period, span))
        return i;
  return NO_NAME;
}

static guint32
id_of_item (const Dimension    *self,
            const Dates        *dates,
            const NidaCubeItem *item)
{
  gpointer id;

  if (item->n_members > 1)
    return SEVERAL;
  if (item->others)
    return NO_NAME;
  if (!item->not_stated && item->period.start.precision != NIDA_PRECISION_NONE)
    return find_period (dates, item->period);
  id = g_hash_table_lookup (self->ids, item->not_stated ? "" : item->name);
  return id != NULL ? GPOINTER_TO_UINT (id) - 1 : NO_NAME;
}

static void
dimension_init (Dimension *self,
                NidaCube  *cube,
                guint      dimension,
                GArray    *brushables,
                GArray    *places)
{
  NidaQuery *query = nida_cube_get_query (cube);
  guint n = nida_cube_get_n_items (cube, dimension);
  Dates dates = { g_array_new (FALSE, TRUE, sizeof (NidaPeriod)), NIDA_PRECISION_NONE };

  *self = (Dimension) { .field = query->by[dimension].field };
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->id_of_item = g_new (guint32, n + 1);
  take_values (self, brushables, places);
  if (self->field == NIDA_FIELD_DATE || self->field == NIDA_FIELD_USAGE_YEAR)
    read_dates (self, query->fiscal_start, &dates);
  for (guint i = 0; i < n; i++)
    self->id_of_item[i] = id_of_item (self, &dates, nida_cube_get_item (cube, dimension, i));
  g_array_unref (dates.periods);
}

static void
dimension_clear (Dimension *self)
{
  g_hash_table_unref (self->ids);
  g_free (self->id_of_item);
}

/* --- marks --- */

static guint
find_dimension (NidaCube  *cube,
                NidaField  field)
{
  NidaQuery *query = nida_cube_get_query (cube);

  for (guint d = 0; d < query->n_by; d++)
    if (query->by[d].field == field)
      return d;
  return G_MAXUINT;
}

/* Can the mark be told from @cube? @fields: those that the answers know at all; a small chart's own is none of them. */
static gboolean
read_shape (NidaCube            *cube,
            guint64              fields,
            const NidaBrushable *brushable,
            Shape               *shape)
{
  const NidaBrushMark *mark = &brushable->brush;

  *shape = (Shape) { .measure = nida_needs_measure (brushable->mark) };
  if (shape->measure >= NIDA_N_MEASURES || !(nida_cube_get_query (cube)->measures & 1u << shape->measure))
    return FALSE;
  for (guint f = 0; f < mark->n_fields; f++)
    {
      guint d = find_dimension (cube, mark->fields[f]);

      if (d != G_MAXUINT)
        shape->named |= 1u << d;
      else if (fields & G_GUINT64_CONSTANT (1) << mark->fields[f])
        return FALSE;
    }
  for (guint r = 0; r < mark->n_rests; r++)
    {
      guint d = find_dimension (cube, mark->rests[r]);

      if (d == G_MAXUINT)
        return FALSE;
      shape->rests |= 1u << d;
      shape->several |= mark->several[r] ? 1u << d : 0;
    }
  return TRUE;
}

static guint64
add_to_key (guint64 key,
            guint32 id)
{
  return key << ID_BITS | (id & ((1u << ID_BITS) - 1));
}

static guint64
key_of_mark (NidaCube            *cube,
             const Dimension     *dimensions,
             guint                named,
             const NidaBrushMark *mark)
{
  guint64 key = 0;

  for (guint d = 0; d < nida_cube_get_query (cube)->n_by; d++)
    for (guint f = 0; (named & 1u << d) && f < mark->n_fields; f++)
      if (mark->fields[f] == dimensions[d].field)
        key = add_to_key (key, GPOINTER_TO_UINT (g_hash_table_lookup (dimensions[d].ids, mark->values[f])) - 1);
  return key;
}

static gboolean
is_in_rest (const Dimension *dimension,
            guint32          id,
            gboolean         several)
{
  if (several)
    return id == SEVERAL;
  return id == NO_NAME || (id == SEVERAL && !dimension->several_apart);
}

/* --- sums --- */

/* Where nothing is known to be received, all that is required is missing. */
static NidaMoney
value_in (const NidaCubeCell *cell,
          NidaMeasure         measure)
{
  if (measure == NIDA_MEASURE_GAP && cell->values[measure] == NIDA_MONEY_NONE)
    return cell->values[NIDA_MEASURE_REQUIREMENT];
  return cell->values[measure];
}

static void
add_cell (const Shape        *shape,
          const Dimension    *dimensions,
          guint               n,
          const NidaCubeCell *cell)
{
  NidaMoney value = value_in (cell, shape->measure);
  guint64 key = 0;
  Sum *sum;

  for (guint d = 0; d < n; d++)
    {
      guint32 id = dimensions[d].id_of_item[cell->item[d]];

      if ((shape->rests & 1u << d) && !is_in_rest (&dimensions[d], id, (shape->several & 1u << d) != 0))
        return;
      if ((shape->named & 1u << d) && (id == NO_NAME || id == SEVERAL))
        return;
      if (shape->named & 1u << d)
        key = add_to_key (key, id);
    }
  sum = value != NIDA_MONEY_NONE ? g_hash_table_lookup (shape->sums, &key) : NULL;
  if (sum == NULL)
    return;
  sum->sum = nida_money_plus (sum->sum, value);
  sum->n++;
}

/* Shares do not add up. */
static NidaMoney
figure_of (const Sum   *sum,
           const Shape *shape)
{
  return shape->measure == NIDA_MEASURE_COVERAGE && (sum->n > 1 || shape->rests != 0) ? NIDA_MONEY_NONE : sum->sum;
}

static gboolean
same_shape (const Shape *a,
            const Shape *b)
{
  return a->named == b->named && a->rests == b->rests && a->several == b->several && a->measure == b->measure;
}

/* The first name stands in the upper half, which g_int64_hash() leaves out. */
static guint
hash_key (gconstpointer key)
{
  guint64 names = *(const guint64 *) key;

  return (guint) (names ^ names >> 32 ^ names >> ID_BITS);
}

/* The marks at @places that have the shape of @shape and no figure yet. */
static void
sum_shape (NidaCube        *cube,
           const Dimension *dimensions,
           guint64          fields,
           Shape           *shape,
           GArray          *brushables,
           GArray          *places,
           NidaMoney       *figures)
{
  guint n_by = nida_cube_get_query (cube)->n_by, n_cells;
  const NidaCubeCell *cells = nida_cube_get_cells (cube, &n_cells);

  shape->sums = g_hash_table_new_full (hash_key, g_int64_equal, g_free, g_free);
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < places->len; i++)
        {
          guint place = g_array_index (places, guint, i);
          const NidaBrushable *brushable = &g_array_index (brushables, NidaBrushable, place);
          Shape own;
          guint64 key;

          if (figures[place] != NIDA_MONEY_NONE || !read_shape (cube, fields, brushable, &own) || !same_shape (&own, shape))
            continue;
          key = key_of_mark (cube, dimensions, own.named, &brushable->brush);
          if (pass > 0)
            figures[place] = figure_of (g_hash_table_lookup (shape->sums, &key), shape);
          else if (!g_hash_table_contains (shape->sums, &key))
            g_hash_table_insert (shape->sums, g_memdup2 (&key, sizeof key), g_new0 (Sum, 1));
        }
      for (guint i = 0; pass == 0 && i < n_cells; i++)
        add_cell (shape, dimensions, n_by, &cells[i]);
    }
  g_hash_table_unref (shape->sums);
}

static void
take_cube (NidaCube  *cube,
           guint64    fields,
           GArray    *brushables,
           GArray    *places,
           NidaMoney *figures)
{
  guint n_by = nida_cube_get_query (cube)->n_by;
  Dimension dimensions[NIDA_MAX_BY];
  g_autoptr (GArray) shapes = g_array_new (FALSE, FALSE, sizeof (Shape));

  for (guint d = 0; d < n_by; d++)
    dimension_init (&dimensions[d], cube, d, brushables, places);
  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i), known = 0;
      Shape shape;

      if (figures[place] != NIDA_MONEY_NONE || !read_shape (cube, fields, &g_array_index (brushables, NidaBrushable, place), &shape))
        continue;
      while (known < shapes->len && !same_shape (&g_array_index (shapes, Shape, known), &shape))
        known++;
      if (known == shapes->len)
        g_array_append_val (shapes, shape);
    }
  for (guint i = 0; i < shapes->len; i++)
    sum_shape (cube, dimensions, fields, &g_array_index (shapes, Shape, i), brushables, places, figures);
  for (guint d = 0; d < n_by; d++)
    dimension_clear (&dimensions[d]);
}

void
nida_needs_take_cells (GArray    *brushables,
                       GArray    *places,
                       GPtrArray *cubes,
                       NidaMoney *figures)
{
  guint64 fields = 0;

  for (guint i = 0; i < cubes->len; i++)
    for (guint d = 0; d < nida_cube_get_query (g_ptr_array_index (cubes, i))->n_by; d++)
      fields |= G_GUINT64_CONSTANT (1) << nida_cube_get_query (g_ptr_array_index (cubes, i))->by[d].field;
  for (guint i = 0; i < cubes->len; i++)
    take_cube (g_ptr_array_index (cubes, i), fields, brushables, places, figures);
}
