/* A name that has no room ends in an ellipsis, inside its isolation: a Latin name in an Arabic chart then ends where it is
 * cut. Where that would be the beginning of another name of the chart as well ("United …"), it is cut in its middle or at its
 * start instead: whoever reads it must know who it is. It stands whole in the tooltip and the table. */
#include "config.h"

#include "cut-names.h"

#include <string.h>

#define FSI "\u2068"
#define PDI "\u2069"
#define ELLIPSIS "…"
#define ROUNDING 0.4          /* of sums of widths: what was measured for its box is not cut; less than a painter overlooks */

/* How much of what is kept comes from the end of the name, in quarters: in the order of what reads best. */
static const guint tails[] = { 0, 2, 4, 1, 3 };

/* What is left of a name of @length letters. */
typedef struct { char *head, *tail; } Cut;

static void
cut_clear (Cut *self)
{
  g_clear_pointer (&self->head, g_free);
  g_clear_pointer (&self->tail, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cut, cut_clear)

NidaNode *
nida_node_name (NidaNode   *node,
                const char *name)
{
  g_free (node->name);
  node->name = g_strdup (name);
  return node;
}

/* "European Commission (EC…" says no more than "European Commission…". */
static void
chop (char *head)
{
  char *open = strrchr (head, '(');
  gsize length;

  if (open != NULL && open > head && strchr (open, ')') == NULL)
    *open = '\0';
  length = strlen (head);
  while (length > 1 && strchr (" ([-/,;:&", head[length - 1]) != NULL)
    head[--length] = '\0';
}

static Cut
cut_at (const char *name,
        glong       length,
        glong       kept,
        guint       quarters)
{
  glong tail = quarters < 4 ? kept * quarters / 4 : MIN (kept, length - 1);
  Cut cut = { g_utf8_substring (name, 0, kept - tail), g_utf8_substring (name, length - tail, length) };

  chop (cut.head);
  g_strchug (cut.tail);
  return cut;
}

/* @cut in place of the name of @node. */
static char *
text_with (const NidaNode *node,
           const Cut      *cut)
{
  const char *at = strstr (node->text, node->name);
  gboolean isolated = g_str_has_prefix (node->name, FSI);
  g_autofree char *before = g_strndup (node->text, at - node->text);

  return g_strconcat (before, isolated ? FSI : "", cut->head, ELLIPSIS, cut->tail, isolated ? PDI : "", at + strlen (node->name), NULL);
}

static gboolean
fits (NidaRecipe     *recipe,
      const NidaNode *node,
      const char     *text,
      double          rounding)
{
  if (node->max_lines > 1)
    return nida_measurer_lines (recipe->context->measurer, text, node->font, recipe->scale, node->box.width) <= node->max_lines;
  return nida_recipe_text_width (recipe, text, node->font) <= node->box.width + rounding * recipe->scale;
}

/* The name without its isolation. */
static char *
bare_name (const char *name)
{
  if (!g_str_has_prefix (name, FSI) || !g_str_has_suffix (name, PDI))
    return g_strdup (name);
  return g_strndup (name + strlen (FSI), strlen (name) - strlen (FSI PDI));
}

/* As much as fits. */
static Cut
cut_longest (NidaRecipe     *recipe,
             const NidaNode *node,
             const char     *name,
             guint           quarters)
{
  glong length = g_utf8_strlen (name, -1), kept = 1;

  for (glong beyond = length; beyond - kept > 1;)
    {
      glong middle = (kept + beyond) / 2;
      g_auto (Cut) cut = cut_at (name, length, middle, quarters);
      g_autofree char *text = text_with (node, &cut);

      if (fits (recipe, node, text, 0.0))
        kept = middle;
      else
        beyond = middle;
    }
  return cut_at (name, length, kept, quarters);
}

/* Could it be another of @names? */
static gboolean
reads_as_another (const Cut  *cut,
                  const char *name,
                  GHashTable *names)
{
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    if (!g_str_equal (other, name) && g_str_has_prefix (other, cut->head) && g_str_has_suffix (other, cut->tail))
      return TRUE;
  return FALSE;
}

static void
cut_name (NidaRecipe *recipe,
          NidaNode   *node,
          GHashTable *names)
{
  g_autofree char *name = bare_name (node->name), *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tails) && text == NULL; i++)
    {
      g_auto (Cut) cut = cut_longest (recipe, node, name, tails[i]);

      if (!reads_as_another (&cut, name, names))
        text = text_with (node, &cut);
    }
  if (text == NULL)                            /* no place to cut tells them apart: as one is used to */
    {
      g_auto (Cut) cut = cut_longest (recipe, node, name, 0);

      text = text_with (node, &cut);
    }
  g_free (node->text);
  node->text = g_steal_pointer (&text);
}

static gboolean
is_too_long (NidaRecipe     *recipe,
             const NidaNode *node)
{
  return node->name != NULL && g_utf8_strlen (node->name, -1) > 1 && strstr (node->text, node->name) != NULL
         && !fits (recipe, node, node->text, ROUNDING);
}

void
nida_names_cut (NidaRecipe *recipe)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = nida_scene_builder_get_n_nodes (recipe->scene);

  for (guint i = 0; i < n; i++)
    {
      const NidaNode *node = nida_scene_builder_get_node (recipe->scene, i);

      if (node->name != NULL)
        g_hash_table_add (names, bare_name (node->name));
    }
  for (guint i = 0; i < n; i++)
    {
      NidaNode *node = nida_scene_builder_get_node (recipe->scene, i);

      if (is_too_long (recipe, node))
        cut_name (recipe, node, names);
      g_clear_pointer (&node->name, g_free);
    }
}
