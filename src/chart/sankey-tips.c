/* What the marks of a Sankey diagram say, when somebody reads them: the share of a node in the total, of a flow in both its ends. */
#include "config.h"

#include "sankey.h"

#include "teller.h"
#include "translate.h"

/* @groups: of the nodes, whose labels are there */
typedef struct {
  NidaRecipe *recipe;       /* kept: it has the answer that @groups borrow from */
  GPtrArray  *groups[NIDA_SANKEY_COLUMNS];
  guint       n_columns;
  NidaMoney   total;
} Tips;

static void
tips_free (gpointer data)
{
  Tips *self = data;

  for (guint c = 0; c < self->n_columns; c++)
    g_ptr_array_unref (self->groups[c]);
  nida_recipe_let_go (self->recipe);
  g_free (self);
}

static void
tell_node (NidaTold        *told,
           const Tips      *self,
           const NidaGroup *group)
{
  g_autofree char *percent = nida_describe_percent (self->recipe, nida_money_share (group->value, self->total));

  told->label = g_strdup (nida_group_get_label (group));
  nida_told_take_line (told, g_strdup_printf (_("%s of the total"), percent));
}

static void
tell_link (NidaTold        *told,
           const Tips      *self,
           NidaMoney        value,
           const NidaGroup *from,
           const NidaGroup *to)
{
  const NidaGroup *ends[] = { from, to };

  /* Translators: a flow of money and its two ends: "Kuwait to Health" */
  told->label = g_strdup_printf (C_("flow", "%1$s to %2$s"), nida_group_get_label (from), nida_group_get_label (to));
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *percent = nida_describe_percent (self->recipe, nida_money_share (value, ends[i]->value));

      /* Translators: a line of a tooltip: what part of a name's money a flow is: "12% of Kuwait" */
      nida_told_take_line (told, g_strdup_printf (C_("flow", "%1$s of %2$s"), percent, nida_group_get_label (ends[i])));
    }
}

/* Of a link @at is behind those of all columns, and both its ends are one number. */
static void
tell (NidaTold       *told,
      const NidaMark *mark,
      NidaLanguage   *language,
      gconstpointer   data)
{
  const Tips *self = data;
  guint column = mark->at[0] % self->n_columns;

  if (mark->at[0] < self->n_columns)
    tell_node (told, self, g_ptr_array_index (self->groups[column], mark->at[1]));
  else
    {
      GPtrArray *to = self->groups[column + 1];

      tell_link (told, self, mark->money, g_ptr_array_index (self->groups[column], mark->at[1] / to->len),
                 g_ptr_array_index (to, mark->at[1] % to->len));
    }
}

NidaTeller *
nida_sankey_teller_new (const NidaSankey *self)
{
  Tips *tips = g_new0 (Tips, 1);

  tips->recipe = nida_recipe_keep (self->recipe);
  tips->n_columns = self->n_columns;
  tips->total = self->total;
  for (guint c = 0; c < self->n_columns; c++)
    {
      tips->groups[c] = g_ptr_array_ref (self->columns[c].groups);
      for (guint i = 0; i < tips->groups[c]->len; i++)
        nida_group_get_label (g_ptr_array_index (tips->groups[c], i));     /* made here, not in the threads that read */
    }
  return nida_teller_new (self->recipe->context->language, nida_recipe_currency (self->recipe), tell, tips, tips_free);
}

NidaMark *
nida_sankey_link_mark (const NidaSankey *self,
                       NidaTeller       *teller,
                       guint             column,
                       guint             from,
                       guint             to)
{
  return nida_mark_new_told (teller, NULL, self->measure, nida_sankey_flow (self, column, from, to), self->n_columns + column,
                             from * nida_sankey_n_nodes (self, column + 1) + to);
}
