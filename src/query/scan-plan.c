/* Charts of one board ask much the same: by month and donor, by year and donor, by category and month. So a scan is widened to
 * the finest groups of its fields, and a pass is made only for the fields that no other pass has among its own; what each scan
 * asked for is then added up from groups. */
#include "scan-plan.h"

#include "scan-coarser.h"

#define MOST_GROUPS (128 * 1024)     /* of a pass by the finest groups: more are not near the processor */
#define MOST_FINE 64

typedef struct {
  NidaScan      scan;
  NidaDimension dimensions[NIDA_SCAN_MOST_DIMENSIONS];
} NidaPass;

typedef struct {
  NidaScan           **wanted;
  guint                n_wanted;
  const NidaDimension *fine;
  guint                n_fine;
  guint64             *fields;       /* by scan: bits of @fine that it needs; 0: its own groups */
  NidaPass            *passes;
  guint                n_passes;
  guint               *pass_of;      /* by scan */
} NidaScanPlan;

/* --- fields --- */

static gboolean
refines (const NidaDimension *fine,
         const NidaDimension *dimension)
{
  g_autofree guint32 *map = nida_dimension_map_slots (fine, dimension);

  return map != NULL;
}

/* One that is needed anyway, if it will do. */
static guint64
find_field (const NidaScanPlan  *self,
            const NidaDimension *dimension,
            guint64              needed)
{
  guint64 found = 0;

  for (guint f = 0; f < self->n_fine; f++)
    {
      guint64 bit = G_GUINT64_CONSTANT (1) << f;

      if ((found == 0 || (needed & bit)) && refines (&self->fine[f], dimension))
        found = bit;
      if (found & needed)
        break;
    }
  return found;
}

static gboolean
are_few (const NidaScanPlan *self,
         guint64             fields)
{
  guint64 n_groups = 1;

  for (guint f = 0; f < self->n_fine; f++)
    if ((fields >> f & 1) && (!g_uint64_checked_mul (&n_groups, n_groups, self->fine[f].n_slots) || n_groups > MOST_GROUPS))
      return FALSE;
  return TRUE;
}

/* The last dimensions first: they are the ones that all scans have. */
static guint64
find_fields (const NidaScanPlan *self,
             const NidaScan     *scan)
{
  guint64 fields = 0;

  for (guint d = scan->n_dimensions; d > 0; d--)
    {
      guint64 field = find_field (self, &scan->dimensions[d - 1], fields);

      if (field == 0)
        return 0;
      fields |= field;
    }
  return are_few (self, fields) ? fields : 0;
}

/* --- passes --- */

static gboolean
is_within_another (const NidaScanPlan *self,
                   guint64             fields)
{
  for (guint i = 0; i < self->n_wanted; i++)
    if (self->fields[i] != fields && (fields & ~self->fields[i]) == 0)
      return TRUE;
  return FALSE;
}

static guint
find_pass (const NidaScanPlan *self,
           const guint64      *of_passes,
           guint64             fields)
{
  for (guint p = 0; p < self->n_passes; p++)
    if (of_passes[p] != 0 && (fields & ~of_passes[p]) == 0)
      return p;
  return G_MAXUINT;
}

/* The last fields first: then what all passes have, the axes of a brush, is as far apart in each, and looked up once. */
static void
add_pass (NidaScanPlan *self,
          guint         of)
{
  NidaPass *pass = &self->passes[self->n_passes++];
  const NidaScan *scan = self->wanted[of];
  guint n = 0;

  for (guint f = self->n_fine; f > 0; f--)
    if (self->fields[of] >> (f - 1) & 1)
      pass->dimensions[n++] = self->fine[f - 1];
  for (guint d = 0; self->fields[of] == 0 && d < scan->n_dimensions; d++)
    pass->dimensions[n++] = scan->dimensions[d];
  pass->scan = *scan;
  pass->scan.dimensions = pass->dimensions;
  pass->scan.n_dimensions = n;
}

/* Those that are within no other come first, so that the others find them. */
static void
find_passes (NidaScanPlan *self)
{
  g_autofree guint64 *of_passes = g_new0 (guint64, self->n_wanted + 1);

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < self->n_wanted; i++)
      {
        guint64 fields = self->fields[i];

        if ((fields != 0 && is_within_another (self, fields)) != (round == 1))
          continue;
        self->pass_of[i] = fields == 0 ? G_MAXUINT : find_pass (self, of_passes, fields);
        if (self->pass_of[i] != G_MAXUINT)
          continue;
        self->pass_of[i] = self->n_passes;
        of_passes[self->n_passes] = fields;
        add_pass (self, i);
      }
}

static gboolean
run (NidaScanPlan   *self,
     NidaScanTaken   taken,
     gpointer        data,
     GError        **error)
{
  g_autoptr (GPtrArray) scans = g_ptr_array_new ();
  gboolean done;

  for (guint p = 0; p < self->n_passes; p++)
    g_ptr_array_add (scans, &self->passes[p].scan);
  done = nida_scans_run ((NidaScan **) scans->pdata, scans->len, error);
  for (guint i = 0; done && i < self->n_wanted; i++)
    {
      gboolean derived = nida_scan_derive (&self->passes[self->pass_of[i]].scan, self->wanted[i]);

      g_assert (derived);
      taken (self->wanted[i], data);
      nida_scan_clear (self->wanted[i]);
    }
  for (guint p = 0; p < self->n_passes; p++)
    nida_scan_clear (&self->passes[p].scan);
  return done;
}

gboolean
nida_scans_run_few (NidaScan           **wanted,
                    guint                n_wanted,
                    const NidaDimension *fine,
                    guint                n_fine,
                    NidaScanTaken        taken,
                    gpointer             data,
                    GError             **error)
{
  g_autofree NidaPass *passes = g_new0 (NidaPass, n_wanted + 1);
  g_autofree guint64 *fields = g_new0 (guint64, n_wanted + 1);
  g_autofree guint *pass_of = g_new0 (guint, n_wanted + 1);
  NidaScanPlan self = { .wanted = wanted, .n_wanted = n_wanted, .fine = fine, .n_fine = MIN (n_fine, MOST_FINE),
                        .fields = fields, .passes = passes, .pass_of = pass_of };

  for (guint i = 0; i < n_wanted; i++)
    self.fields[i] = find_fields (&self, wanted[i]);
  find_passes (&self);
  return run (&self, taken, data, error);
}
