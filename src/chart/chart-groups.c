/* Groups of a cube in the order and the folding in which charts show them. Knows nothing of points or colours. */
#include "config.h"

#include "chart-groups.h"

#include "recipe.h"

#include "words.h"

#include <string.h>

gint64
nida_money_share (NidaMoney part,
                  NidaMoney whole)
{
  gint64 millionths;

  if (part == NIDA_MONEY_NONE || whole == NIDA_MONEY_NONE || whole <= 0 || !nida_money_ratio (part, whole, &millionths))
    return 0;
  return millionths;
}

static void
group_clear (gpointer data)
{
  NidaGroup *group = data;

  g_free (group->key);
  g_free (group->label);
}

/* Groups are shared by what is folded of them. */
static void
group_unref (gpointer data)
{
  g_rc_box_release_full (data, group_clear);
}

static NidaGroup *
group_new (NidaGroupRole role,
           const char   *key,
           char         *label)
{
  NidaGroup *group = g_rc_box_new0 (NidaGroup);

  group->role = role;
  group->key = g_strdup (key);
  group->label = label;
  group->name = "";
  return group;
}

/* Ties go by name, so that an order never depends on that of the rows. */
static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const NidaGroup *first = *(NidaGroup * const *) a, *second = *(NidaGroup * const *) b;

  if (first->role != second->role)
    return first->role < second->role ? -1 : 1;
  if (first->value != second->value)
    return first->value > second->value ? -1 : 1;
  return g_strcmp0 (first->name, second->name);
}

static NidaGroupRole
role_of (const NidaCubeItem *item)
{
  if (item->not_stated)
    return NIDA_GROUP_NOT_STATED;
  return item->n_members > 1 ? NIDA_GROUP_SEVERAL : NIDA_GROUP_NAMED;
}

static NidaGroup *
group_for_item (const NidaCubeItem *item,
                NidaField           field,
                NidaNoun            noun,
                NidaLanguage       *language)
{
  NidaGroupRole role = role_of (item);
  NidaGroup *group;

  if (role == NIDA_GROUP_SEVERAL)
    return group_new (role, "+several", g_strdup (nida_noun_several (noun)));
  if (role == NIDA_GROUP_NOT_STATED)
    return group_new (role, "+not-stated", g_strdup (nida_noun_not_stated (noun)));

  group = group_new (role, item->name, NULL);
  group->item = item;
  group->field = field;
  group->language = language;
  group->name = item->name;
  return group;
}

/* One group for each item that is a name, one for all that name several. */
static NidaGroup **
groups_by_item (NidaCube     *cube,
                guint         dimension,
                NidaLanguage *language,
                GPtrArray    *groups)
{
  NidaField field = nida_cube_get_query (cube)->by[dimension].field;
  NidaNoun noun = nida_noun_for_cube (cube, dimension);
  guint n = nida_cube_get_n_items (cube, dimension);
  NidaGroup **by_item = g_new0 (NidaGroup *, MAX (n, 1));
  NidaGroup *several = NULL;

  for (guint i = 0; i < n; i++)
    {
      const NidaCubeItem *item = nida_cube_get_item (cube, dimension, i);

      if (role_of (item) == NIDA_GROUP_SEVERAL && several != NULL)
        {
          by_item[i] = several;
          continue;
        }
      by_item[i] = group_for_item (item, field, noun, language);
      if (by_item[i]->role == NIDA_GROUP_SEVERAL)
        several = by_item[i];
      g_ptr_array_add (groups, by_item[i]);
    }
  return by_item;
}

static void
set_ranks (GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      NidaGroup *group = g_ptr_array_index (groups, i);
      const NidaGroup *before = i > 0 ? g_ptr_array_index (groups, i - 1) : NULL;

      if (group->role != NIDA_GROUP_NAMED)
        break;
      group->rank = before != NULL && before->value == group->value ? before->rank : i + 1;
    }
}

GPtrArray *
nida_groups_new (NidaCube     *cube,
                 guint         dimension,
                 NidaMeasure   measure,
                 NidaLanguage *language)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (group_unref);
  g_autofree NidaGroup **by_item = NULL;

  g_return_val_if_fail (dimension < nida_cube_get_query (cube)->n_by, g_steal_pointer (&groups));

  by_item = groups_by_item (cube, dimension, language, groups);
  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      NidaGroup *group = by_item[cell->item[dimension]];

      if (cell->values[measure] == NIDA_MONEY_NONE)
        continue;
      group->value = nida_money_plus (group->value, cell->values[measure]);
      group->flows += cell->flows;
      group->n = 1;
    }
  for (guint i = groups->len; i-- > 0; )
    if (((NidaGroup *) g_ptr_array_index (groups, i))->value == 0)
      g_ptr_array_remove_index (groups, i);
  g_ptr_array_sort (groups, compare_groups);
  set_ranks (groups);
  return g_steal_pointer (&groups);
}

static void
append_groups (GPtrArray *to,
               GPtrArray *from,
               guint      start,
               guint      end)
{
  for (guint i = start; i < end; i++)
    g_ptr_array_add (to, g_rc_box_acquire (g_ptr_array_index (from, i)));
}

NidaMoney
nida_groups_choose (GPtrArray  *groups,
                    char      **values)
{
  NidaMoney sum = NIDA_MONEY_NONE;

  for (guint i = 0; values != NULL && i < groups->len; i++)
    {
      NidaGroup *group = g_ptr_array_index (groups, i);
      const char *value = group->role == NIDA_GROUP_NOT_STATED ? "" : group->item != NULL ? nida_recipe_item_filter (group->item) : NULL;

      group->chosen = value != NULL && g_strv_contains ((const char * const *) values, value);
      if (group->chosen)
        sum = nida_money_plus (sum, group->value);
    }
  return sum;
}

/* Which of the first @named are kept: what is chosen, then the largest. */
static gboolean *
find_kept (GPtrArray *groups,
           guint      named,
           guint      keep)
{
  gboolean *kept = g_new0 (gboolean, MAX (named, 1));
  guint n = 0;

  for (guint i = 0; i < named && n < keep; i++)
    n += kept[i] = ((NidaGroup *) g_ptr_array_index (groups, i))->chosen;
  for (guint i = 0; i < named && n < keep; i++)
    if (!kept[i])
      {
        kept[i] = TRUE;
        n++;
      }
  return kept;
}

GPtrArray *
nida_groups_fold (GPtrArray    *groups,
                  guint         keep,
                  NidaNoun      noun,
                  NidaLanguage *language)
{
  GPtrArray *folded = g_ptr_array_new_with_free_func (group_unref);
  guint named = nida_groups_count (groups, NIDA_GROUP_NAMED);
  gboolean all = named <= keep + 1;
  g_autofree gboolean *kept = find_kept (groups, named, all ? named : keep);
  NidaGroup *other = all ? NULL : group_new (NIDA_GROUP_OTHER, "+other", nida_noun_other (language, noun, named - keep));

  for (guint i = 0; i < named; i++)
    {
      NidaGroup *group = g_ptr_array_index (groups, i);

      if (kept[i])
        {
          g_ptr_array_add (folded, g_rc_box_acquire (group));
          continue;
        }
      other->value = nida_money_plus (other->value, group->value);
      other->flows += group->flows;
      other->n += group->n;
    }
  if (other != NULL)
    g_ptr_array_add (folded, other);
  append_groups (folded, groups, named, groups->len);
  return folded;
}

static int
compare_smallest (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const NidaGroup *first = *(NidaGroup * const *) a, *second = *(NidaGroup * const *) b;

  if (first->value != second->value)
    return first->value < second->value ? -1 : 1;
  return g_strcmp0 (first->name, second->name);
}

static int
compare_labels (gconstpointer a,
                gconstpointer b,
                gpointer      language)
{
  const NidaGroup *first = *(NidaGroup * const *) a, *second = *(NidaGroup * const *) b;

  return nida_language_collate (language, nida_group_get_label (first), nida_group_get_label (second));
}

void
nida_groups_sort_smallest (GPtrArray *groups)
{
  g_qsort_with_data (groups->pdata, (int) nida_groups_count (groups, NIDA_GROUP_NAMED), sizeof (gpointer), compare_smallest, NULL);
}

void
nida_groups_sort_names (GPtrArray    *groups,
                        NidaLanguage *language)
{
  g_qsort_with_data (groups->pdata, (int) nida_groups_count (groups, NIDA_GROUP_NAMED), sizeof (gpointer), compare_labels, language);
}

const char *
nida_group_get_label (const NidaGroup *group)
{
  NidaGroup *self = (NidaGroup *) group;

  if (self->label == NULL && self->field == NIDA_FIELD_DATE)
    self->label = nida_language_period (self->language, self->item->period, NIDA_DATE_MEDIUM);
  else if (self->label == NULL)
    self->label = nida_words_name (self->language, self->field, self->item->name, self->item->arabic);
  return self->label;
}

guint
nida_groups_count (GPtrArray    *groups,
                   NidaGroupRole role)
{
  guint n = 0;

  for (guint i = 0; i < groups->len; i++)
    n += ((NidaGroup *) g_ptr_array_index (groups, i))->role == role;
  return n;
}

NidaMoney
nida_groups_sum_first (GPtrArray *groups,
                       guint      n)
{
  NidaMoney sum = 0;

  for (guint i = 0; i < MIN (n, groups->len); i++)
    sum = nida_money_plus (sum, ((NidaGroup *) g_ptr_array_index (groups, i))->value);
  return sum;
}

NidaMoney
nida_groups_total (GPtrArray *groups)
{
  return nida_groups_sum_first (groups, groups->len);
}

NidaMoney
nida_groups_max (GPtrArray *groups)
{
  NidaMoney max = 0;

  for (guint i = 0; i < groups->len; i++)
    max = MAX (max, ((NidaGroup *) g_ptr_array_index (groups, i))->value);
  return max;
}

gboolean
nida_groups_any_negative (GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    if (((NidaGroup *) g_ptr_array_index (groups, i))->value < 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_called (const NidaGroup *group,
           const char      *folded_name)
{
  g_autofree char *name = nida_name_fold (group->name), *label = nida_name_fold (nida_group_get_label (group));

  if (g_str_equal (name, folded_name) || g_str_equal (label, folded_name))
    return TRUE;
  /* "Kuwait" of "Kuwait, Government of", whatever language it is shown in */
  return g_str_has_prefix (name, folded_name) && g_str_has_prefix (name + strlen (folded_name), ", government of");
}

/* @name: the English name or the one that is shown, of any spelling that folds alike. */
NidaGroup *
nida_groups_find (GPtrArray  *groups,
                  const char *name)
{
  g_autofree char *wanted = nida_name_fold (name);

  for (guint i = 0; i < groups->len; i++)
    {
      NidaGroup *group = g_ptr_array_index (groups, i);

      if (group->item != NULL && is_called (group, wanted))
        return group;
    }
  return NULL;
}

typedef struct { guint index; __int128 remainder; } Remainder;

static int
compare_remainders (gconstpointer a,
                    gconstpointer b)
{
  const Remainder *first = a, *second = b;

  if (first->remainder != second->remainder)
    return first->remainder > second->remainder ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
}

void
nida_shares_round (const NidaMoney *values,
                   guint            n,
                   guint            units,
                   guint           *shares)
{
  g_autofree Remainder *remainders = g_new (Remainder, MAX (n, 1));
  __int128 sum = 0;
  guint left = units;

  for (guint i = 0; i < n; i++)
    {
      shares[i] = 0;
      if (values[i] < 0)
        sum = G_MININT64;                      /* far below what n positive values can bring back above 0 */
      sum += sum < 0 ? 0 : values[i];
    }
  if (sum <= 0)
    return;

  for (guint i = 0; i < n; i++)
    {
      __int128 scaled = (__int128) values[i] * units;

      shares[i] = (guint) (scaled / sum);
      remainders[i] = (Remainder) { i, scaled % sum };
      left -= shares[i];
    }
  qsort (remainders, n, sizeof *remainders, compare_remainders);
  for (guint i = 0; i < left; i++)
    shares[remainders[i].index]++;
}

void
nida_group_set_filter (const NidaGroup *group,
                       NidaField        field,
                       NidaMark        *mark)
{
  if (group->role == NIDA_GROUP_NAMED && group->item != NULL)
    nida_mark_add_filter (mark, field, nida_recipe_item_filter (group->item));
  else if (group->role == NIDA_GROUP_NOT_STATED)
    nida_mark_add_filter (mark, field, "");
  else
    nida_mark_add_rest (mark, field, group->role == NIDA_GROUP_SEVERAL);
}
