/* The answer to a query, finished and never changing. cube-builder.h is the side that fills it. */
#include "cube-builder.h"

#include <string.h>

struct _NidaCube {
  GObject       parent_instance;
  NidaQuery    *query;
  NidaRule      rule;
  GArray       *items[NIDA_MAX_BY];    /* NidaCubeItem */
  GArray       *cells;                 /* NidaCubeCell, sorted by item */
  NidaCubeCell  total;
  GArray       *asides;                /* NidaAside */
  GArray       *conversions;           /* NidaConversion */
  const char   *deflators;
  GArray       *facts;                 /* NidaFact */
  NidaCube     *facts_of;              /* whose they are, and their strings; NULL: our own */
  guint         n_facts[NIDA_N_KINDS];
  GStringChunk *strings;               /* of the facts and conversions */
  guint         kinds;                 /* NIDA_KIND_BIT of what the filters leave */
  gboolean      dated;
  gint32        first_day, last_day;
  GArray       *plan_years;            /* int, ascending, each once */
};

G_DEFINE_TYPE (NidaCube, nida_cube, G_TYPE_OBJECT)

static void
cube_item_clear (gpointer data)
{
  NidaCubeItem *item = data;

  g_free (item->name);
  g_free (item->arabic);
}

static int
compare_items (const guint *a,
               const guint *b,
               guint        n)
{
  for (guint i = 0; i < n; i++)
    if (a[i] != b[i])
      return a[i] < b[i] ? -1 : 1;
  return 0;
}

static const char *
fact_string (NidaCube   *self,
             const char *text)
{
  return text == NULL ? NULL : g_string_chunk_insert_const (self->strings, text);
}

static void
nida_cube_finalize (GObject *object)
{
  NidaCube *self = NIDA_CUBE (object);

  for (guint i = 0; i < NIDA_MAX_BY; i++)
    g_array_unref (self->items[i]);
  g_array_unref (self->cells);
  g_array_unref (self->asides);
  g_array_unref (self->conversions);
  g_array_unref (self->facts);
  g_array_unref (self->plan_years);
  g_clear_object (&self->facts_of);
  g_string_chunk_free (self->strings);
  g_clear_pointer (&self->query, nida_query_unref);

  G_OBJECT_CLASS (nida_cube_parent_class)->finalize (object);
}

static void
nida_cube_class_init (NidaCubeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_cube_finalize;
}

static void
nida_cube_init (NidaCube *self)
{
  for (guint i = 0; i < NIDA_MAX_BY; i++)
    {
      self->items[i] = g_array_new (FALSE, TRUE, sizeof (NidaCubeItem));
      g_array_set_clear_func (self->items[i], cube_item_clear);
    }
  self->cells = g_array_new (FALSE, FALSE, sizeof (NidaCubeCell));
  self->asides = g_array_new (FALSE, FALSE, sizeof (NidaAside));
  self->conversions = g_array_new (FALSE, FALSE, sizeof (NidaConversion));
  self->facts = g_array_new (FALSE, FALSE, sizeof (NidaFact));
  self->plan_years = g_array_new (FALSE, FALSE, sizeof (int));
  self->strings = g_string_chunk_new (1024);
  for (guint m = 0; m < NIDA_N_MEASURES; m++)
    self->total.values[m] = NIDA_MONEY_NONE;
}

NidaCube *
nida_cube_new (NidaQuery *query,
               NidaRule   rule)
{
  NidaCube *self = g_object_new (NIDA_TYPE_CUBE, NULL);

  g_assert (rule != NIDA_RULE_AUTO);
  self->query = nida_query_ref (query);
  self->rule = rule;
  return self;
}

void
nida_cube_take_item (NidaCube     *self,
                     guint         dimension,
                     NidaCubeItem *item)
{
  g_array_append_val (self->items[dimension], *item);
}

void
nida_cube_add_cell (NidaCube           *self,
                    const NidaCubeCell *cell)
{
  g_array_append_val (self->cells, *cell);
}

void
nida_cube_add_cells (NidaCube           *self,
                     const NidaCubeCell *cells,
                     const guint32      *places,
                     guint               n)
{
  guint before = self->cells->len;

  g_array_set_size (self->cells, before + n);
  for (guint i = 0; i < n; i++)
    g_array_index (self->cells, NidaCubeCell, before + i) = cells[places[i]];
}

void
nida_cube_set_total (NidaCube           *self,
                     const NidaCubeCell *total)
{
  self->total = *total;
}

void
nida_cube_add_aside (NidaCube        *self,
                     const NidaAside *aside)
{
  g_array_append_val (self->asides, *aside);
}

void
nida_cube_add_conversion (NidaCube             *self,
                          const NidaConversion *conversion)
{
  NidaConversion copy = *conversion;

  copy.from = fact_string (self, conversion->from);
  copy.source = fact_string (self, conversion->source);
  g_array_append_val (self->conversions, copy);
}

void
nida_cube_set_deflators (NidaCube   *self,
                         const char *source)
{
  self->deflators = fact_string (self, source);
}

/* Neighbours mostly have the same names. */
static const char *
string_beside (NidaCube   *self,
               const char *text,
               const char *before)
{
  return before != NULL && g_strcmp0 (text, before) == 0 ? before : fact_string (self, text);
}

void
nida_cube_add_fact (NidaCube       *self,
                    const NidaFact *fact)
{
  const NidaFact *before = self->facts->len > 0 ? &g_array_index (self->facts, NidaFact, self->facts->len - 1) : NULL;
  NidaFact copy = *fact;

#define COPY(name) copy.name = string_beside (self, fact->name, before != NULL ? before->name : NULL)
  COPY (text);
  COPY (text_ar);
  COPY (category);
  COPY (category_ar);
  COPY (donor);
  COPY (donor_ar);
  COPY (recipient);
  COPY (recipient_ar);
  COPY (appeal);
  COPY (appeal_ar);
  COPY (partner);
  COPY (partner_ar);
  COPY (said_by);
  COPY (source);
#undef COPY
  g_array_append_val (self->facts, copy);
  self->n_facts[copy.kind]++;
}

void
nida_cube_share_facts (NidaCube *self,
                       NidaCube *other)
{
  g_return_if_fail (self->facts->len == 0);

  g_array_unref (self->facts);
  self->facts = g_array_ref (other->facts);
  memcpy (self->n_facts, other->n_facts, sizeof self->n_facts);
  g_set_object (&self->facts_of, other);
}

void
nida_cube_set_kinds (NidaCube *self,
                     guint     kinds)
{
  self->kinds = kinds;
}

void
nida_cube_set_extent (NidaCube *self,
                      gint32    first_day,
                      gint32    last_day)
{
  self->dated = TRUE;
  self->first_day = first_day;
  self->last_day = last_day;
}

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

void
nida_cube_take_plan_years (NidaCube *self,
                           GArray   *years)
{
  guint n = 0;

  g_array_sort (years, compare_years);
  for (guint i = 0; i < years->len; i++)
    if (n == 0 || g_array_index (years, int, n - 1) != g_array_index (years, int, i))
      g_array_index (years, int, n++) = g_array_index (years, int, i);
  g_array_set_size (years, n);
  g_array_unref (self->plan_years);
  self->plan_years = years;
}

/**
 * nida_cube_get_query:
 *
 * Returns: (transfer none): the question that this answers
 */
NidaQuery *
nida_cube_get_query (NidaCube *self)
{
  g_return_val_if_fail (NIDA_IS_CUBE (self), NULL);

  return self->query;
}

/**
 * nida_cube_get_rule:
 *
 * The rule by which the flows were counted. Where a question with %NIDA_RULE_AUTO asks for measures of both rules, the
 * flows follow `distinct` and only the funding inside coverage and gap follows `boundary`.
 *
 * Returns: the rule, never %NIDA_RULE_AUTO
 */
NidaRule
nida_cube_get_rule (NidaCube *self)
{
  g_return_val_if_fail (NIDA_IS_CUBE (self), NIDA_RULE_DISTINCT);

  return self->rule;
}

guint
nida_cube_get_n_items (NidaCube *self,
                       guint     dimension)
{
  g_return_val_if_fail (NIDA_IS_CUBE (self), 0);
  g_return_val_if_fail (dimension < NIDA_MAX_BY, 0);

  return self->items[dimension]->len;
}

const NidaCubeItem *
nida_cube_get_item (NidaCube *self,
                    guint     dimension,
                    guint     index)
{
  g_return_val_if_fail (NIDA_IS_CUBE (self), NULL);
  g_return_val_if_fail (dimension < NIDA_MAX_BY, NULL);
  g_return_val_if_fail (index < self->items[dimension]->len, NULL);

  return &g_array_index (self->items[dimension], NidaCubeItem, index);
}

guint
nida_cube_get_n_cells (NidaCube *self)
{
  g_return_val_if_fail (NIDA_IS_CUBE (self), 0);

  return self->cells->len;
}

const NidaCubeCell *
nida_cube_get_cell (NidaCube *self,
                    guint     index)
{
  g_return_val_if_fail (NIDA_IS_CUBE (self), NULL);
  g_return_val_if_fail (index < self->cells->len, NULL);

  return &g_array_index (self->cells, NidaCubeCell, index);
}

const NidaCubeCell *
nida_cube_get_cells (NidaCube *self,
                     guint    *n)
{
  g_return_val_if_fail (NIDA_IS_CUBE (self), NULL);

  *n = self->cells->len;
  return (const NidaCubeCell *) (gpointer) self->cells->data;
}

/**
 * nida_cube_find_cell:
 * @items: an index for each dimension of the question
 *
 * Returns: (nullable): the cell of @items, or %NULL when no row is there
 */
const NidaCubeCell *
nida_cube_find_cell (NidaCube    *self,
                     const guint *items)
{
  guint low = 0, high;

  g_return_val_if_fail (NIDA_IS_CUBE (self), NULL);

  high = self->cells->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const NidaCubeCell *cell = &g_array_index (self->cells, NidaCubeCell, middle);
      int order = compare_items (cell->item, items, self->query->n_by);

      if (order == 0)
        return cell;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/**
 * nida_cube_get_total:
 *
 * The total counts each flow once, a requirement at the coarsest level that its plan has, and money of a plan whatever
 * group it stands in; so it may differ from the sum of the groups where a plan's clusters do not add up to the plan.
 *
 * Returns: (transfer none): the total of all groups
 */
const NidaCubeCell *
nida_cube_get_total (NidaCube *self)
{
  g_return_val_if_fail (NIDA_IS_CUBE (self), NULL);

  return &self->total;
}

guint
nida_cube_get_n_asides (NidaCube *self)
{
  g_return_val_if_fail (NIDA_IS_CUBE (self), 0);

  return self->asides->len;
}

const NidaAside *
nida_cube_get_aside (NidaCube *self,
                     guint     index)
{
  g_return_val_if_fail (NIDA_IS_CUBE (self), NULL);
  g_return_val_if_fail (index < self->asides->len, NULL);

  return &g_array_index (self->asides, NidaAside, index);
}

guint
nida_cube_get_n_conversions (NidaCube *self)
{
  g_return_val_if_fail (NIDA_IS_CUBE (self), 0);

  return self->conversions->len;
}

const NidaConversion *
nida_cube_get_conversion (NidaCube *self,
                          guint     index)
{
  g_return_val_if_fail (NIDA_IS_CUBE (self), NULL);
  g_return_val_if_fail (index < self->conversions->len, NULL);

  return &g_array_index (self->conversions, NidaConversion, index);
}

const char *
nida_cube_get_deflators (NidaCube *self)
{
  g_return_val_if_fail (NIDA_IS_CUBE (self), NULL);

  return self->deflators;
}

guint
nida_cube_get_n_facts (NidaCube *self)
{
  g_return_val_if_fail (NIDA_IS_CUBE (self), 0);

  return self->facts->len;
}

guint
nida_cube_count_facts (NidaCube *self,
                       NidaKind  kind)
{
  g_return_val_if_fail (NIDA_IS_CUBE (self) && kind < NIDA_N_KINDS, 0);

  return self->n_facts[kind];
}

const NidaFact *
nida_cube_get_fact (NidaCube *self,
                    guint     index)
{
  g_return_val_if_fail (NIDA_IS_CUBE (self), NULL);
  g_return_val_if_fail (index < self->facts->len, NULL);

  return &g_array_index (self->facts, NidaFact, index);
}

gboolean
nida_cube_has_kind (NidaCube *self,
                    NidaKind  kind)
{
  g_return_val_if_fail (NIDA_IS_CUBE (self), FALSE);

  return (self->kinds & NIDA_KIND_BIT (kind)) != 0;
}

gboolean
nida_cube_get_extent (NidaCube *self,
                      gint32   *first_day,
                      gint32   *last_day)
{
  g_return_val_if_fail (NIDA_IS_CUBE (self), FALSE);

  if (!self->dated)
    return FALSE;
  *first_day = self->first_day;
  *last_day = self->last_day;
  return TRUE;
}

const int *
nida_cube_get_plan_years (NidaCube *self,
                          guint    *n)
{
  g_return_val_if_fail (NIDA_IS_CUBE (self), NULL);

  *n = self->plan_years->len;
  return (const int *) (gpointer) self->plan_years->data;
}
