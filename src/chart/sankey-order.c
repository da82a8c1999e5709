/* Names stand by size, those that a person put in order first; ties go by name, so that an order never depends on that of the rows.
 * When the same is asked again of newer data the order stays: a room that has found a name must not look for it again because
 * another one has passed it. A new name stands behind the last one that is larger. */
#include "config.h"

#include "sankey-order.h"

static guint
place_in (char * const    *names,
          const NidaGroup *group)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (group->role == NIDA_GROUP_NAMED && g_str_equal (names[i], group->name))
      return i;
  return G_MAXUINT;
}

gboolean
nida_sankey_order_is_by_hand (const NidaGroup     *group,
                              const NidaChartSpec *spec)
{
  return place_in (spec->ordered, group) != G_MAXUINT;
}

/* The sort is stable: all that the person did not name stays by size. */
static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      names)
{
  const NidaGroup *first = *(NidaGroup * const *) a, *second = *(NidaGroup * const *) b;
  guint x = place_in (names, first), y = place_in (names, second);

  if (first->role != second->role)
    return first->role < second->role ? -1 : 1;
  return x == y ? 0 : x < y ? -1 : 1;
}

void
nida_sankey_order_by_hand (GPtrArray           *groups,
                           const NidaChartSpec *spec)
{
  g_ptr_array_sort_with_data (groups, compare_places, spec->ordered);
}

/* --- as in the picture before --- */

static char *
name_node (NidaField        field,
           const NidaGroup *group)
{
  return g_strdup_printf ("%d %s", field, group->name);
}

/* Name of a node → its place, from 1. */
static GHashTable *
index_kept (char * const *kept)
{
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; kept[i] != NULL; i++)
    g_hash_table_insert (places, kept[i], GUINT_TO_POINTER (i + 1));
  return places;
}

static guint
find_place (GHashTable      *places,
            NidaField        field,
            const NidaGroup *group)
{
  g_autofree char *name = name_node (field, group);

  return GPOINTER_TO_UINT (g_hash_table_lookup (places, name));
}

typedef struct { NidaGroup *group; guint place; } Placed;

static int
compare_placed (gconstpointer a,
                gconstpointer b)
{
  guint x = ((const Placed *) a)->place, y = ((const Placed *) b)->place;

  return x < y ? -1 : x > y;
}

/* Behind the last one that is larger: where small ones are left out below, what is seen stands in the same order. */
static void
insert_new (GArray    *order,
            NidaGroup *group)
{
  Placed placed = { group, 0 };
  guint at = order->len;

  while (at > 0 && g_array_index (order, Placed, at - 1).group->value <= group->value)
    at--;
  g_array_insert_val (order, at, placed);
}

void
nida_sankey_order_as_before (GPtrArray           *groups,
                             NidaField            field,
                             const NidaChartSpec *spec)
{
  g_autoptr (GHashTable) places = spec->kept != NULL ? index_kept (spec->kept) : NULL;
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (Placed)), new = g_array_new (FALSE, FALSE, sizeof (gpointer));
  guint first = 0, end = nida_groups_count (groups, NIDA_GROUP_NAMED);

  while (first < end && nida_sankey_order_is_by_hand (groups->pdata[first], spec))
    first++;
  for (guint i = first; places != NULL && i < end; i++)
    {
      Placed placed = { groups->pdata[i], find_place (places, field, groups->pdata[i]) };

      if (placed.place > 0)
        g_array_append_val (order, placed);
      else
        g_array_append_val (new, placed.group);
    }
  g_array_sort (order, compare_placed);
  for (guint i = 0; i < new->len; i++)
    insert_new (order, g_array_index (new, NidaGroup *, i));
  for (guint i = 0; i < order->len; i++)
    groups->pdata[first + i] = g_array_index (order, Placed, i).group;
}

/* --- from one answer to the next --- */

static gboolean
same_names (char **a,
            char **b)
{
  return a == b || (a != NULL && b != NULL && g_strv_equal ((const char * const *) a, (const char * const *) b));
}

static gboolean
is_same_question (const NidaChartSpec *a,
                  const NidaChartSpec *b)
{
  return a->kind == NIDA_CHART_SANKEY && b->kind == NIDA_CHART_SANKEY && a->measure == b->measure && nida_query_equal (a->query, b->query)
         && same_names (a->ordered, b->ordered);
}

gboolean
nida_chart_keep_order (NidaChartSpec       *spec,
                       const NidaChartSpec *before,
                       GPtrArray           *cubes)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  NidaCube *cube = cubes != NULL && cubes->len > 0 ? g_ptr_array_index (cubes, 0) : NULL;

  if (cube == NULL || !is_same_question (spec, before))
    return FALSE;
  for (guint c = 0; c < nida_cube_get_query (cube)->n_by; c++)
    {
      NidaField field = nida_cube_get_query (cube)->by[c].field;
      g_autoptr (GPtrArray) groups = nida_groups_new (cube, c, before->measure, NULL);

      nida_sankey_order_by_hand (groups, before);
      nida_sankey_order_as_before (groups, field, before);
      for (guint i = 0; i < nida_groups_count (groups, NIDA_GROUP_NAMED); i++)
        {
          g_autofree char *name = name_node (field, groups->pdata[i]);

          g_strv_builder_add (names, name);
        }
    }
  g_strfreev (spec->kept);
  spec->kept = g_strv_builder_end (names);
  return TRUE;
}
