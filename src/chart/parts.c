/* Part to whole: which parts, in which form, under which words. parts-draw.c draws bar and ring; waffle.c and treemap.c
 * draw the same parts as squares and as areas. */
#include "config.h"

#include "hues.h"
#include "no-figure.h"
#include "parts.h"
#include "query-words.h"
#include "translate.h"

#define MAX_STEPS   7      /* categories with a shade of their own */
#define MAX_SERIES  5      /* donors with a hue of their own, parts of a ring */

void
nida_parts_queries (const NidaChartSpec *spec,
                    GPtrArray           *queries)
{
  NidaQuery *query = nida_query_copy (spec->query);

  if (query->n_by == 0)
    query->by[0] = (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE };
  query->n_by = 1;
  query->measures = 1u << spec->measure;
  if (spec->measure == NIDA_MEASURE_REQUIREMENT)
    query->fact_kinds |= NIDA_KIND_BIT (NIDA_KIND_STATED);
  g_ptr_array_add (queries, query);
}

/* --- words of the title --- */

static const char * const almost_half[NIDA_N_NOUNS] = {
  [NIDA_NOUN_GROUP]     = N_("Almost half of the money is not attributed"),
  [NIDA_NOUN_DONOR]     = N_("Almost half of the money names no donor"),
  [NIDA_NOUN_RECIPIENT] = N_("Almost half of the money names no recipient"),
  [NIDA_NOUN_CATEGORY]  = N_("Almost half of the money names no category"),
  [NIDA_NOUN_CLUSTER]   = N_("Almost half of the money names no cluster"),
  [NIDA_NOUN_OBJECTIVE] = N_("Almost half of the money names no objective"),
  [NIDA_NOUN_APPEAL]    = N_("Almost half of the money names no appeal"),
  [NIDA_NOUN_COUNTRY]   = N_("Almost half of the money names no country"),
};

static const char * const names_none[NIDA_N_NOUNS] = {
  /* xgettext:c-format */
  [NIDA_NOUN_GROUP]     = N_("%s of the money is not attributed"),
  /* xgettext:c-format */
  [NIDA_NOUN_DONOR]     = N_("%s of the money names no donor"),
  /* xgettext:c-format */
  [NIDA_NOUN_RECIPIENT] = N_("%s of the money names no recipient"),
  /* xgettext:c-format */
  [NIDA_NOUN_CATEGORY]  = N_("%s of the money names no category"),
  /* xgettext:c-format */
  [NIDA_NOUN_CLUSTER]   = N_("%s of the money names no cluster"),
  /* xgettext:c-format */
  [NIDA_NOUN_OBJECTIVE] = N_("%s of the money names no objective"),
  /* xgettext:c-format */
  [NIDA_NOUN_APPEAL]    = N_("%s of the money names no appeal"),
  /* xgettext:c-format */
  [NIDA_NOUN_COUNTRY]   = N_("%s of the money names no country"),
};

static gint64
share_of_first (NidaParts *self,
                guint      n)
{
  return nida_money_share (nida_groups_sum_first (self->all, n), nida_groups_total (self->all));
}

static gint64
share_not_stated (NidaParts *self)
{
  const NidaGroup *last = self->all->len > 0 ? g_ptr_array_index (self->all, self->all->len - 1) : NULL;

  return last != NULL && last->role == NIDA_GROUP_NOT_STATED
             ? nida_money_share (last->value, nida_groups_total (self->all))
             : 0;
}

static gboolean
is_money_given (NidaMeasure measure)
{
  return measure == NIDA_MEASURE_RECEIVED || measure == NIDA_MEASURE_PAID || measure == NIDA_MEASURE_COMMITTED
         || measure == NIDA_MEASURE_PLEDGED;
}

static gboolean
is_whole (NidaParts *self)
{
  return self->measure != NIDA_MEASURE_COVERAGE && nida_groups_total (self->all) > 0
         && !nida_groups_any_negative (self->all);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

static char *
title_message (NidaParts *self)
{
  gint64 none = share_not_stated (self), two = share_of_first (self, 2);
  guint named = nida_groups_count (self->all, NIDA_GROUP_NAMED);
  g_autofree char *percent = NULL;

  if (!is_whole (self) || self->all->len < 2 || named == 0)
    return NULL;
  if (self->chosen != NIDA_MONEY_NONE)
    return nida_describe_chosen (self->recipe, self->all, self->chosen, FALSE);
  if (is_money_given (self->measure) && none >= 440000 && none < 500000)
    return g_strdup (_(almost_half[self->noun]));
  if (is_money_given (self->measure) && none >= 250000)
    {
      percent = nida_describe_percent (self->recipe, none);
      return g_strdup_printf (_(names_none[self->noun]), percent);
    }
  if (named > 3 && two >= 500000)
    {
      percent = nida_describe_percent (self->recipe, two);
      return g_strdup_printf (self->noun == NIDA_NOUN_OBJECTIVE ? _ ("Two objectives take %s")
                                                                : _ ("The two largest make up %s of the total"),
                              percent);
    }
  percent = nida_describe_percent (self->recipe, share_of_first (self, 1));
  return g_strdup_printf (_ ("%1$s makes up %2$s of the total"), nida_group_get_label (g_ptr_array_index (self->all, 0)),
                          percent);
}

#pragma GCC diagnostic pop

static char *
make_title (NidaParts *self)
{
  g_autofree char *plain = g_strdup_printf (_("%1$s %2$s"), nida_words_measure (self->measure), nida_noun_by (self->noun, self->field));
  g_autofree char *message = title_message (self);

  return nida_describe_title (self->recipe, message, plain);
}

static char *
make_subtitle (NidaParts           *self,
               const NidaPartsLook *look)
{
  g_autofree char *total = nida_recipe_value (self->recipe, self->measure, nida_groups_total (self->all));
  g_autofree char *shares = g_strdup_printf (_("shares of %s"), total);
  g_autofree char *remark = look->remark != NULL ? look->remark (self) : NULL;
  g_autofree char *more = remark != NULL ? g_strdup_printf (_("%1$s; %2$s"), shares, remark) : g_strdup (shares);
  gboolean whole = self->all->len > 0 && is_whole (self);
  g_autofree char *subtitle = nida_describe_subtitle (self->recipe, self->measure, self->noun, self->field, whole ? more : NULL);

  if (remark == NULL || !whole || g_str_has_suffix (subtitle, more))
    return g_steal_pointer (&subtitle);
  return nida_describe_subtitle (self->recipe, self->measure, self->noun, self->field, shares);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

static char *
describe (NidaParts           *self,
          const NidaPartsLook *look)
{
  GString *text = g_string_new (NULL);
  g_autofree char *what =
      g_strdup_printf (_ ("%1$s %2$s"), nida_words_measure (self->measure), nida_noun_by (self->noun, self->field));
  g_autofree char *count = nida_noun_count (self->recipe->context->language, self->noun,
                                            nida_groups_count (self->all, NIDA_GROUP_NAMED));
  gint64 none = share_not_stated (self);

  nida_describe_sentence (text, g_strdup_printf (_(look->sentence), what, count));
  nida_describe_groups (text, self->recipe, self->measure, self->all);
  if (none > 0)
    {
      g_autofree char *percent = nida_describe_percent (self->recipe, none);

      nida_describe_sentence (text, g_strdup_printf (_("%1$s: %2$s."), nida_noun_not_stated (self->noun), percent));
    }
  return g_string_free (text, FALSE);
}

#pragma GCC diagnostic pop

/* --- parts --- */

char *
nida_parts_percent_text (NidaParts *self,
                         guint      index)
{
  const NidaGroup *group = g_ptr_array_index (self->groups, index);
  gint64 millionths = nida_money_share (group->value, nida_groups_total (self->all));

  return nida_describe_percent (self->recipe, millionths == 0 && group->value > 0 ? 1 : millionths);
}

NidaMark *
nida_parts_mark (NidaParts *self,
                 guint      index)
{
  const NidaGroup *group = g_ptr_array_index (self->groups, index);
  NidaMark *mark = nida_recipe_mark (self->recipe, nida_group_get_label (group), self->measure, group->value);
  g_autofree char *percent = nida_parts_percent_text (self, index);
  g_autofree char *line = g_strdup_printf (_("%s of the total"), percent);

  nida_mark_add_line (mark, line);
  nida_group_set_filter (group, self->field, mark);
  return mark;
}

/* A shade of its own for each, or so many to a shade, from most to least. */
static guint
shade_of (NidaParts           *self,
          const NidaPartsLook *look,
          guint                index)
{
  guint named = nida_groups_count (self->groups, NIDA_GROUP_NAMED);

  return look->most > MAX_STEPS && named > MAX_STEPS ? index * MAX_STEPS / named : index;
}

static NidaLegendItem
named_style (NidaParts           *self,
             const NidaPartsLook *look,
             const NidaGroup     *group,
             guint                index)
{
  NidaColorMap *colors = self->recipe->context->colors;
  guint shade = shade_of (self, look, index);

  if (look->hues || (self->field == NIDA_FIELD_DONOR && colors != NULL) || nida_color_map_is_chosen (colors, self->field, group->name))
    return nida_legend_item_series (NULL, NULL, nida_color_map_lookup (self->hues, self->field, group->name));
  return nida_legend_item_series (NULL, NULL, shade < MAX_STEPS ? NIDA_COLOR_STEP_1 + shade : NIDA_COLOR_OTHER);
}

static NidaLegendItem
style_of (NidaParts           *self,
          const NidaPartsLook *look,
          guint                index)
{
  const NidaGroup *group = g_ptr_array_index (self->groups, index);

  switch (group->role)
    {
    case NIDA_GROUP_OTHER: return nida_legend_item_series (NULL, NULL, NIDA_COLOR_OTHER);
    case NIDA_GROUP_SEVERAL: return nida_legend_item_series (NULL, NULL, NIDA_COLOR_MULTIPLE);
    case NIDA_GROUP_NOT_STATED: return nida_legend_item_unknown (NULL);
    case NIDA_GROUP_NAMED:
    default: return named_style (self, look, group, index);
    }
}

/* What does not fit is in the others. */
static void
fold (NidaParts           *self,
      const NidaPartsLook *look)
{
  guint keep = self->field == NIDA_FIELD_DONOR ? MAX_SERIES : MAX_STEPS;
  guint max = MAX (look->room (self->recipe), 1);

  if (look->most > 0)
    keep = look->most;

  if (self->recipe->spec->top > 0)
    keep = MIN (keep, self->recipe->spec->top);
  do
    {
      g_clear_pointer (&self->groups, g_ptr_array_unref);
      self->groups = nida_groups_fold (self->all, keep, self->noun, self->recipe->context->language);
    }
  while (self->groups->len > max && keep-- > 1);
}

static void
finish (NidaParts           *self,
        const NidaPartsLook *look)
{
  self->styles = g_new0 (NidaLegendItem, self->groups->len);
  for (guint i = 0; i < self->groups->len; i++)
    self->styles[i] = style_of (self, look, i);
}

static void
fill_table (NidaParts *self)
{
  g_autofree char *title = nida_recipe_column_title (self->recipe, nida_words_measure (self->measure), self->measure);
  const char *headings[] = { nida_noun_name (self->noun), title, _("Share"), NULL };
  NidaMoney total = nida_groups_total (self->all);

  nida_scene_builder_table (self->recipe->scene, headings);
  for (guint i = 0; i < self->all->len; i++)
    {
      const NidaGroup *group = g_ptr_array_index (self->all, i);
      gint64 share = nida_money_share (group->value, total);
      g_autofree char *value = nida_recipe_value_bare (self->recipe, self->measure, group->value);
      g_autofree char *percent =
          is_whole (self) ? nida_language_percent (self->recipe->context->language, share, 1) : g_strdup ("");
      g_autofree char *key = g_strconcat ("bar/", group->key, NULL);
      NidaMoney sort[] = { NIDA_MONEY_NONE, group->value, share };

      nida_scene_builder_table_row (self->recipe->scene, key, (const char *[]) { nida_group_get_label (group), value, percent, NULL },
                                    sort);
    }
}

static void
emit (NidaParts           *self,
      const NidaPartsLook *look)
{
  fold (self, look);
  finish (self, look);
  look->draw (self);
}

/**
 * nida_parts_build_as:
 * @recipe: a recipe whose first cube answers nida_parts_queries()
 * @choose: says how the parts are drawn; asked with the groups before the frame, and again when the plot is known
 *
 * A whole chart of parts: words, marks and table; a message in place of the marks where the figures are no whole.
 */
void
nida_parts_build_as (NidaRecipe      *recipe,
                     NidaPartsChoice  choose)
{
  NidaCube *cube = nida_recipe_cube (recipe, 0);
  NidaParts self =
      { .recipe = recipe, .measure = recipe->spec->measure, .field = nida_cube_get_query (cube)->by[0].field };
  g_autofree char *title = NULL, *subtitle = NULL, *note = NULL, *description = NULL;
  g_autoptr (GPtrArray) all = NULL;

  self.noun = nida_noun_for_cube (cube, 0);
  self.all = all = nida_groups_new (cube, 0, self.measure, recipe->context->language);
  self.hues = nida_hues_new (recipe, self.field, all);
  self.chosen = nida_groups_choose (all, recipe->spec->chosen);
  title = make_title (&self);
  subtitle = make_subtitle (&self, choose (&self));
  if (self.measure == NIDA_MEASURE_REQUIREMENT)
    note = nida_describe_stated_note (recipe, cube, nida_groups_total (all));
  nida_recipe_frame (recipe, title, subtitle, note);
  if (all->len == 0)
    nida_recipe_message (recipe, nida_no_figure_reason (recipe));
  else if (nida_groups_count (all, NIDA_GROUP_NOT_STATED) == all->len)
    nida_recipe_message (recipe, _("No source says how this is divided, so there are no parts to show."));
  else if (!is_whole (&self))
    nida_recipe_message (
        recipe,
        _ ("These figures are not parts of one whole: some are negative or do not add up. The table shows them all."));
  else
    {
      const NidaPartsLook *look = choose (&self);

      emit (&self, look);
      description = describe (&self, look);
      nida_scene_builder_set_words (recipe->scene, title, description);
    }
  if (choose (&self)->table != NULL)
    choose (&self)->table (recipe);
  else
    fill_table (&self);
  g_clear_pointer (&self.groups, g_ptr_array_unref);
  g_free (self.styles);
  nida_color_map_unref (self.hues);
}

/* --- bar and ring --- */

static guint
ring_room (NidaRecipe *recipe)
{
  return MIN (nida_parts_donut_room (recipe), MAX_SERIES);
}

static const NidaPartsLook bar = {
  /* xgettext:c-format */
  .sentence = N_("Bar of parts of a whole, %1$s: %2$s."),
  .room = nida_parts_bar_room,
  .draw = nida_parts_draw_bar,
};

static const NidaPartsLook ring = {
  /* xgettext:c-format */
  .sentence = N_("Ring of parts of a whole, %1$s: %2$s."),
  .hues = TRUE,
  .room = ring_room,
  .draw = nida_parts_draw_donut,
};

/* A ring reads well with few parts and needs room for its key beside it. */
static const NidaPartsLook *
choose_form (NidaParts *self)
{
  guint room = ring_room (self->recipe);

  if (self->recipe->spec->parts == NIDA_PARTS_BAR || room < 2 || self->all->len < 2)
    return &bar;
  return self->recipe->spec->parts == NIDA_PARTS_DONUT || self->all->len <= room ? &ring : &bar;
}

void
nida_parts_build (NidaRecipe *recipe)
{
  nida_parts_build_as (recipe, choose_form);
}
