/* The groups of one dimension of a cube as a chart shows them: largest first, the rest as one, what names several or
 * none last. Sums stay exact. Private to chart/. */
#pragma once

#include "nouns.h"
#include "scene.h"

G_BEGIN_DECLS

typedef enum { NIDA_GROUP_NAMED, NIDA_GROUP_OTHER, NIDA_GROUP_SEVERAL, NIDA_GROUP_NOT_STATED } NidaGroupRole;

/**
 * NidaGroup:
 *
 * @item: of the cube, owned by it; %NULL where the group is a sum of several
 * @key: stable part of a node's key, unique among the groups: the English name, or "+other", "+several", "+not-stated"
 * @name: the English one, "" where it stands for no name
 * @rank: 1 is the largest, ties share it; 0 where the group is no name
 * @n: how many names the group sums
 * @chosen: whether nida_groups_choose() named it
 */
typedef struct {
  NidaGroupRole       role;
  const NidaCubeItem *item;
  char               *key;
  const char         *name;
  NidaMoney           value;
  guint               rank;
  guint               n;
  guint64             flows;
  gboolean            chosen;
  /*< private >*/
  char               *label;
  NidaField           field;
  NidaLanguage       *language;      /* borrowed */
} NidaGroup;

/* (element-type NidaGroup): groups with a value other than zero, named ones by size and then by name. They borrow @cube's
 * items and @language. */
GPtrArray *nida_groups_new         (NidaCube *cube, guint dimension, NidaMeasure measure, NidaLanguage *language);
/* Marks those whose filter is one of @values, which may be NULL; returns their sum, NIDA_MONEY_NONE where there are none. */
NidaMoney  nida_groups_choose      (GPtrArray *groups, char **values);
/* (transfer full): @groups with the @keep largest names (before them those that are chosen) and the others summed into "194 other donors" behind them. A single
 * other stays itself. */
GPtrArray *nida_groups_fold        (GPtrArray *groups, guint keep, NidaNoun noun, NidaLanguage *language);
/* Puts the named ones in order: the smallest first, or by name as @language sorts; they keep their ranks. */
void       nida_groups_sort_smallest (GPtrArray *groups);
void       nida_groups_sort_names    (GPtrArray *groups, NidaLanguage *language);
/* As shown, "Kuwait" for "Kuwait, Government of"; made when first asked, since most of many names are never shown. */
const char *nida_group_get_label   (const NidaGroup *group);
/* What a click on @mark chooses, or of which @field it is the rest. */
void       nida_group_set_filter   (const NidaGroup *group, NidaField field, NidaMark *mark);
guint      nida_groups_count       (GPtrArray *groups, NidaGroupRole role);
NidaMoney  nida_groups_total       (GPtrArray *groups);
NidaMoney  nida_groups_sum_first   (GPtrArray *groups, guint n);
NidaMoney  nida_groups_max         (GPtrArray *groups);
gboolean   nida_groups_any_negative (GPtrArray *groups);
NidaGroup *nida_groups_find        (GPtrArray *groups, const char *name);

/* Whole parts of @units (100 for percent) that add up to @units, by largest remainder; ties go to the earlier. All 0
 * when the values do not add up to more than 0 or one is negative. */
void       nida_shares_round       (const NidaMoney *values, guint n, guint units, guint *shares);
/* part / whole in millionths; 0 where it has no meaning. */
gint64     nida_money_share        (NidaMoney part, NidaMoney whole);

/* a + b, held at the ends of the range: the engine has already refused sums that do not fit. */
static inline NidaMoney
nida_money_plus (NidaMoney a,
                 NidaMoney b)
{
  NidaMoney sum;

  if (a == NIDA_MONEY_NONE)
    return b;
  if (b == NIDA_MONEY_NONE)
    return a;
  if (!__builtin_add_overflow (a, b, &sum) && sum != NIDA_MONEY_NONE)
    return sum;
  return a > 0 ? G_MAXINT64 : G_MININT64 + 1;
}

G_END_DECLS
