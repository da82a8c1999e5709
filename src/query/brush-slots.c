/* Names and periods of one dimension by their words. */
#include "brush-slots.h"

#include "dimension-lists.h"
#include "filter-values.h"

struct _NidaBrushSlots {
  const NidaDimension *dimension;
  guint                fiscal_start;
  GHashTable          *by_name;      /* name → GArray of guint32; of a date NULL */
  GHashTable          *by_period;    /* packed period → slot + 1; of a name NULL */
  GHashTable          *found;        /* value → GArray, of dates that were asked for */
  GHashTable          *passing;      /* the same of all that a filter by the value lets pass */
  GArray              *none, *all, *rest[2];
};

static gboolean
is_date (NidaField field)
{
  return field == NIDA_FIELD_DATE || field == NIDA_FIELD_USAGE_YEAR;
}

static const NidaSlot *
get_slot (const NidaBrushSlots *self,
          guint32               slot)
{
  return &g_array_index (self->dimension->slots, NidaSlot, slot);
}

static GArray *
slots_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (guint32));
}

static gint64
pack (NidaPeriod period)
{
  return (gint64) ((guint64) (guint32) nida_date_pack (period.start) << 32 | (guint32) nida_date_pack (period.end));
}

static void
add_name (NidaBrushSlots *self,
          guint32         slot)
{
  NidaCubeItem item;
  GArray *slots;

  if (get_slot (self, slot)->others || get_slot (self, slot)->n_members > 1)
    return;
  nida_dimension_make_item (self->dimension, slot, &item);
  slots = g_hash_table_lookup (self->by_name, item.name);
  if (slots == NULL)
    {
      slots = slots_new ();
      g_hash_table_insert (self->by_name, g_strdup (item.name), slots);
    }
  g_array_append_val (slots, slot);
  g_free (item.name);
  g_free (item.arabic);
}

static void
add_period (NidaBrushSlots *self,
            guint32         slot)
{
  gint64 key = pack (get_slot (self, slot)->period);

  if (!g_hash_table_contains (self->by_period, &key))
    g_hash_table_insert (self->by_period, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (slot + 1));
}

NidaBrushSlots *
nida_brush_slots_new (const NidaDimension *dimension,
                      guint                fiscal_start)
{
  NidaBrushSlots *self = g_new0 (NidaBrushSlots, 1);

  self->dimension = dimension;
  self->fiscal_start = fiscal_start;
  self->none = slots_new ();
  self->all = slots_new ();
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->passing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  if (is_date (dimension->by.field))
    self->by_period = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  else
    self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint32 slot = 0; slot < dimension->n_slots; slot++)
    {
      g_array_append_val (self->all, slot);
      if (self->by_period != NULL)
        add_period (self, slot);
      else
        add_name (self, slot);
    }
  return self;
}

void
nida_brush_slots_free (NidaBrushSlots *self)
{
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->by_period, g_hash_table_unref);
  g_hash_table_unref (self->found);
  g_hash_table_unref (self->passing);
  g_array_unref (self->none);
  g_array_unref (self->all);
  for (guint i = 0; i < G_N_ELEMENTS (self->rest); i++)
    g_clear_pointer (&self->rest[i], g_array_unref);
  g_free (self);
}

static gboolean
lies_within (NidaPeriod inner,
             NidaPeriod outer)
{
  if (inner.start.precision == NIDA_PRECISION_NONE || outer.start.precision == NIDA_PRECISION_NONE)
    return inner.start.precision == outer.start.precision;
  return nida_period_within (inner, nida_date_first_day (outer.start), nida_date_last_day (outer.end));
}

static GArray *
find_within (NidaBrushSlots *self,
             NidaPeriod      period)
{
  GArray *slots = slots_new ();

  for (guint32 slot = 0; slot < self->dimension->n_slots; slot++)
    if (lies_within (get_slot (self, slot)->period, period))
      g_array_append_val (slots, slot);
  return slots;
}

static GArray *
find_dates (NidaBrushSlots *self,
            const char     *value)
{
  GArray *slots;
  NidaPeriod period;
  guint32 exact;
  gint64 key;

  if (!nida_filter_values_period (value, self->fiscal_start, &period, NULL))
    return slots_new ();
  key = pack (period);
  exact = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_period, &key));
  if (exact == 0)
    return find_within (self, period);
  exact--;
  slots = slots_new ();
  g_array_append_val (slots, exact);
  return slots;
}

const GArray *
nida_brush_slots_of (NidaBrushSlots *self,
                     const char     *value)
{
  GArray *slots = g_hash_table_lookup (self->by_name != NULL ? self->by_name : self->found, value);

  if (slots != NULL || self->by_name != NULL)
    return slots != NULL ? slots : self->none;
  slots = find_dates (self, value);
  g_hash_table_insert (self->found, g_strdup (value), slots);
  return slots;
}

/* The name alone and wherever it is listed. */
static GArray *
find_listing (NidaBrushSlots *self,
              const char     *value)
{
  const GArray *alone = nida_brush_slots_of (self, value);
  GArray *slots = slots_new ();

  g_array_append_vals (slots, alone->data, alone->len);
  for (guint32 slot = 0; slot < self->dimension->n_slots; slot++)
    if (nida_dimension_lists (self->dimension, slot, value))
      g_array_append_val (slots, slot);
  return slots;
}

const GArray *
nida_brush_slots_passing (NidaBrushSlots *self,
                          const char     *value)
{
  GArray *slots = g_hash_table_lookup (self->passing, value);
  NidaPeriod period;

  if (slots != NULL)
    return slots;
  if (self->by_name != NULL)
    slots = find_listing (self, value);
  else
    slots = nida_filter_values_period (value, self->fiscal_start, &period, NULL) ? find_within (self, period) : slots_new ();
  g_hash_table_insert (self->passing, g_strdup (value), slots);
  return slots;
}

const GArray *
nida_brush_slots_all (NidaBrushSlots *self)
{
  return self->all;
}

guint
nida_brush_mark_find (const NidaBrushMark *mark,
                      NidaField            field)
{
  for (guint i = 0; i < mark->n_fields; i++)
    if (mark->fields[i] == field)
      return i;
  return G_MAXUINT;
}

guint
nida_brush_mark_find_rest (const NidaBrushMark *mark,
                           NidaField            field)
{
  for (guint i = 0; i < mark->n_rests; i++)
    if (mark->rests[i] == field)
      return i;
  return G_MAXUINT;
}

/* Slots that any mark names; @apart: does one stand for the cells that list several names? */
static guint8 *
find_named (NidaBrushSlots       *self,
            const NidaBrushChart *chart,
            gboolean             *apart)
{
  NidaField field = self->dimension->by.field;
  guint8 *named = g_new0 (guint8, self->dimension->n_slots + 1);

  *apart = FALSE;
  for (guint i = 0; i < chart->n_marks; i++)
    {
      guint at = nida_brush_mark_find (&chart->marks[i], field), rest = nida_brush_mark_find_rest (&chart->marks[i], field);
      const GArray *slots = at == G_MAXUINT ? self->none : nida_brush_slots_of (self, chart->marks[i].values[at]);

      *apart |= rest != G_MAXUINT && chart->marks[i].several[rest];
      for (guint s = 0; s < slots->len; s++)
        named[g_array_index (slots, guint32, s)] = TRUE;
    }
  return named;
}

/* Cells that list several names are part of the rest only where no other mark has them. */
const GArray *
nida_brush_slots_of_rest (NidaBrushSlots       *self,
                          const NidaBrushChart *chart,
                          gboolean              several)
{
  gboolean apart;
  g_autofree guint8 *named = NULL;

  if (self->rest[several] != NULL)
    return self->rest[several];
  named = find_named (self, chart, &apart);
  self->rest[several] = slots_new ();
  for (guint32 slot = 0; slot < self->dimension->n_slots; slot++)
    {
      gboolean multiple = get_slot (self, slot)->n_members > 1;

      if (several ? multiple : !named[slot] && !(multiple && apart))
        g_array_append_val (self->rest[several], slot);
    }
  return self->rest[several];
}
