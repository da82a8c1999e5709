/* Message, subtitle, description and table of a Sankey diagram. */
#include "config.h"

#include "sankey.h"

#include "cube-table.h"
#include "query-words.h"
#include "translate.h"
#include "words.h"

const char *
nida_sankey_heading (const NidaSankey *self,
                     guint             column)
{
  const NidaSankeyColumn *at = &self->columns[column];

  return at->noun == NIDA_NOUN_GROUP ? nida_words_field (at->field) : nida_noun_name (at->noun);
}

/* "Received by donor, by cluster and by country" */
static char *
what_words (const NidaSankey *self)
{
  const char *by[NIDA_SANKEY_COLUMNS + 1] = { NULL };
  g_autofree char *list = NULL;

  for (guint c = 0; c < self->n_columns; c++)
    by[c] = nida_noun_by (self->columns[c].noun, self->columns[c].field);
  list = nida_language_list (self->recipe->context->language, by);
  return g_strdup_printf (_("%1$s %2$s"), nida_words_measure (self->measure), list);
}

/* FALSE where there is none, or several are the largest. */
static gboolean
find_largest (const NidaSankey *self,
              guint            *from,
              guint            *to)
{
  NidaMoney largest = 0;
  gboolean tied = FALSE;

  for (guint i = 0; self->drawable && i < nida_sankey_n_nodes (self, 0); i++)
    for (guint k = 0; k < nida_sankey_n_nodes (self, 1); k++)
      if (self->columns[0].nodes[i].group->role == NIDA_GROUP_NAMED && self->columns[1].nodes[k].group->role == NIDA_GROUP_NAMED
          && nida_sankey_flow (self, 0, i, k) >= MAX (largest, 1))
        {
          tied = nida_sankey_flow (self, 0, i, k) == largest;
          largest = nida_sankey_flow (self, 0, i, k);
          *from = i;
          *to = k;
        }
  return largest > 0 && !tied;
}

static char *
largest_words (const NidaSankey *self)
{
  guint from = 0, to = 0;
  g_autofree char *value = NULL;

  if (!find_largest (self, &from, &to))
    return NULL;
  value = nida_recipe_value (self->recipe, self->measure, nida_sankey_flow (self, 0, from, to));
  /* Translators: the largest flow of a diagram, its two ends and amount: "The most flows from Kuwait to Health: $40M" */
  return g_strdup_printf (_("The most flows from %1$s to %2$s: %3$s"), nida_group_get_label (self->columns[0].nodes[from].group),
                          nida_group_get_label (self->columns[1].nodes[to].group), value);
}

char *
nida_sankey_title (const NidaSankey *self)
{
  g_autofree char *message = largest_words (self), *plain = what_words (self), *brief = NULL;

  if (self->recipe->spec->title != NULL)
    return g_strdup (self->recipe->spec->title);
  brief = g_strdup_printf (_("%1$s %2$s"), nida_words_measure (self->measure),
                           nida_noun_by (self->columns[0].noun, self->columns[0].field));
  return g_strdup (nida_describe_choose_title (self->recipe, message != NULL ? (const char *[]) { message, plain, brief, NULL }
                                                                             : (const char *[]) { plain, brief, NULL }));
}

char *
nida_sankey_subtitle (const NidaSankey *self)
{
  g_autofree char *what = what_words (self), *unit = nida_describe_unit (self->recipe, self->measure);
  g_autofree char *total = nida_recipe_value (self->recipe, self->measure, self->total);

  return nida_describe_subtitle_of (self->recipe, what, unit, self->total > 0 ? total : NULL);
}

char *
nida_sankey_note (const NidaSankey *self)
{
  g_autofree char *amount = nida_recipe_value (self->recipe, self->measure, self->corrections);

  /* Translators: amounts that a source takes back; they lessen the sums of names, and no flow is drawn of them */
  return self->corrections < 0 ? g_strdup_printf (_("Corrections of %s are in the sums and have no flow of their own."), amount) : NULL;
}

char *
nida_sankey_describe (const NidaSankey *self)
{
  NidaLanguage *language = self->recipe->context->language;
  GString *text = g_string_new (NULL);
  g_autofree char *what = what_words (self), *total = nida_recipe_value (self->recipe, self->measure, self->total);
  char *counts[NIDA_SANKEY_COLUMNS + 1] = { NULL };
  g_autofree char *list = NULL;
  char *largest = largest_words (self);

  for (guint c = 0; c < self->n_columns; c++)
    counts[c] = nida_noun_count (language, self->columns[c].noun, nida_groups_count (self->columns[c].all, NIDA_GROUP_NAMED));
  list = nida_language_list (language, (const char * const *) counts);
  /* Translators: description of a Sankey diagram: what flows, and how many donors, clusters, countries */
  nida_describe_sentence (text, g_strdup_printf (_("Diagram of flows, %1$s: %2$s."), what, list));
  if (largest != NULL)
    nida_describe_sentence (text, g_strdup_printf (_("%s."), largest));
  nida_describe_total (text, total);
  for (guint c = 0; c < self->n_columns; c++)
    g_free (counts[c]);
  g_free (largest);
  return g_string_free (text, FALSE);
}

/* --- the table --- */

static void
add_rows (NidaTable *table,
          gpointer   data)
{
  const NidaCubeTable *self = data;
  guint n = nida_cube_get_query (self->cube)->n_by;

  for (guint i = 0; i < nida_cube_get_n_cells (self->cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (self->cube, i);
      g_auto (GStrv) cells = g_new0 (char *, n + 2);
      NidaMoney sort[NIDA_SANKEY_COLUMNS + 1] = { NIDA_MONEY_NONE, NIDA_MONEY_NONE, NIDA_MONEY_NONE, NIDA_MONEY_NONE };
      GString *key = g_string_new ("flow/");

      for (guint d = 0; d < n; d++)
        {
          const NidaCubeItem *item = nida_cube_get_item (self->cube, d, cell->item[d]);

          cells[d] = nida_cube_table_item_name (self, d, cell->item[d]);
          g_string_append_printf (key, "%s%s", d > 0 ? "|" : "", item->name);
        }
      cells[n] = nida_value_bare (self->language, self->currency, self->measure, cell->values[self->measure]);
      sort[n] = cell->values[self->measure];
      if (sort[n] != NIDA_MONEY_NONE)
        nida_table_add_row (table, key->str, (const char * const *) cells, sort);
      g_string_free (key, TRUE);
    }
}

/* Every flow between names as the sources have them, whatever the diagram has room for. */
void
nida_sankey_table (NidaRecipe *recipe)
{
  NidaCube *cube = nida_recipe_cube (recipe, 0);
  NidaQuery *query = nida_cube_get_query (cube);
  g_autofree char *title = nida_recipe_column_title (recipe, nida_words_measure (recipe->spec->measure), recipe->spec->measure);
  const char *headings[NIDA_SANKEY_COLUMNS + 2] = { NULL };

  for (guint d = 0; d < query->n_by; d++)
    headings[d] = nida_noun_for_cube (cube, d) == NIDA_NOUN_GROUP ? nida_words_field (query->by[d].field)
                                                                  : nida_noun_name (nida_noun_for_cube (cube, d));
  headings[query->n_by] = title;
  nida_scene_builder_table (recipe->scene, headings);
  nida_scene_builder_table_later (recipe->scene, add_rows, nida_cube_table_new (recipe), nida_cube_table_free);
}
