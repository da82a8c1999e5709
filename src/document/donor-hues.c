/* Which donors have a hue of their own: the five that gave most. What the document says, or else what was on the screen before,
 * goes first, so that neither a reading nor a pledge nor another day gives a donor the colour of another. In a document it is a
 * setting, a name a line. */
#include "config.h"

#include "donor-hues.h"

#include "translate.h"

#define N_HUES 5
#define KEY    "donor-hues"

static int
compare_largest (gconstpointer a,
                 gconstpointer b,
                 gpointer      cube)
{
  const NidaCubeCell *first = nida_cube_get_cell (cube, *(const guint *) a);
  const NidaCubeCell *second = nida_cube_get_cell (cube, *(const guint *) b);
  NidaMoney x = MAX (first->values[NIDA_MEASURE_RECEIVED], first->values[NIDA_MEASURE_REPORTED]);
  NidaMoney y = MAX (second->values[NIDA_MEASURE_RECEIVED], second->values[NIDA_MEASURE_REPORTED]);

  return x == y ? (int) *(const guint *) a - (int) *(const guint *) b : x < y ? 1 : -1;
}

/* (transfer container): the donors of all the data, the largest first; the names belong to @cube. */
static GPtrArray *
list_donors (NidaCube *cube)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; cube != NULL && i < nida_cube_get_n_cells (cube); i++)
    if (!nida_cube_get_item (cube, 0, nida_cube_get_cell (cube, i)->item[0])->not_stated)
      g_array_append_val (order, i);
  if (order->len > 0)
    g_qsort_with_data (order->data, order->len, sizeof (guint), compare_largest, cube);
  for (guint i = 0; i < order->len; i++)
    g_ptr_array_add (names, (char *) nida_cube_get_item (cube, 0, nida_cube_get_cell (cube, g_array_index (order, guint, i))->item[0])->name);
  return names;
}

/* A hue that is free, or else that of a donor who is no longer in the data; N_HUES for none. */
static guint
find_free (const char * const *names,
           GPtrArray          *donors)
{
  for (guint i = 0; i < N_HUES; i++)
    if (names[i] == NULL)
      return i;
  for (guint i = 0; i < N_HUES; i++)
    if (!g_ptr_array_find_with_equal_func (donors, names[i], g_str_equal, NULL))
      return i;
  return N_HUES;
}

/**
 * nida_donor_hues_pin:
 * @engine: knows all the data, whatever is filtered
 * @colors: gets the hues of the five largest donors
 * @before: (nullable): who had them in the picture before, and keeps them
 *
 * A donor of @before gives a hue away only when he is gone from the data and another has none.
 */
void
nida_donor_hues_pin (NidaLocalEngine *engine,
                     NidaColorMap    *colors,
                     NidaColorMap    *before)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;
  g_autoptr (GPtrArray) donors = NULL;
  const char *names[N_HUES] = { NULL };
  guint hue;

  query->by[query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  query->measures = (1u << NIDA_MEASURE_RECEIVED) | (1u << NIDA_MEASURE_REPORTED);
  cube = nida_local_engine_query (engine, query, NULL);
  donors = list_donors (cube);
  for (guint i = 0; before != NULL && i < N_HUES; i++)
    names[i] = nida_color_map_get_pinned (before, NIDA_FIELD_DONOR, i);
  for (guint i = 0; i < donors->len && (hue = find_free (names, donors)) < N_HUES; i++)
    {
      const char *donor = donors->pdata[i];
      gboolean has_one = FALSE;

      for (guint j = 0; j < N_HUES; j++)
        has_one |= g_strcmp0 (names[j], donor) == 0;
      if (!has_one)
        names[hue] = donor;
    }
  for (guint i = 0; i < N_HUES && names[i] != NULL; i++)
    nida_color_map_pin (colors, NIDA_FIELD_DONOR, names[i]);
}

NidaColorMap *
nida_items_dup_donor_hues (NidaItems *items)
{
  const NidaItem *item = nida_items_find (items, NIDA_ITEM_SETTING, KEY);
  g_auto (GStrv) names = item != NULL ? g_strsplit (item->text, "\n", -1) : NULL;
  g_autoptr (NidaColorMap) colors = nida_color_map_new ();

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (*names[i] != '\0')
      nida_color_map_pin (colors, NIDA_FIELD_DONOR, names[i]);
  return nida_color_map_get_pinned (colors, NIDA_FIELD_DONOR, 0) != NULL ? g_steal_pointer (&colors) : NULL;
}

gboolean
nida_items_is_donor_hues (const NidaItem *item)
{
  return item->kind == NIDA_ITEM_SETTING && g_str_equal (item->id, KEY);
}

void
nida_document_keep_donor_hues (NidaDocument *document,
                               NidaColorMap *colors)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *name;

  for (guint i = 0; i < N_HUES && (name = nida_color_map_get_pinned (colors, NIDA_FIELD_DONOR, i)) != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", name);
  if (text->len == 0 || g_strcmp0 (nida_document_get (document, NIDA_ITEM_SETTING, KEY), text->str) == 0)
    return;
  nida_document_begin_quietly (document, NC_("undo", "Read Sources"));
  nida_document_set (document, NIDA_ITEM_SETTING, KEY, text->str);
  nida_document_end (document);
}
