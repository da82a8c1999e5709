/* The words of small charts, and one table of all of them. */
#include "config.h"

#include "panels-private.h"

#include "chart-traits.h"
#include "query-words.h"
#include "translate.h"
#include "words.h"

/* --- the table --- */

/* The headings of all panels, each once: columns of names are not the same in each. */
static GPtrArray *
join_headings (GPtrArray *scenes)
{
  GPtrArray *headings = g_ptr_array_new ();

  for (guint i = 0; i < scenes->len; i++)
    {
      const NidaTable *table = nida_scene_get_table (scenes->pdata[i]);

      for (guint c = 0; table != NULL && c < table->n_columns; c++)
        if (!g_ptr_array_find_with_equal_func (headings, table->headings[c], g_str_equal, NULL))
          g_ptr_array_add (headings, table->headings[c]);
    }
  return headings;
}

static void
append_row (const NidaPanels   *self,
            const NidaPanel    *panel,
            const NidaTable    *table,
            const NidaTableRow *row,
            GPtrArray          *headings)
{
  g_autofree const char **cells = g_new0 (const char *, headings->len + 2);
  g_autofree NidaMoney *sort = g_new (NidaMoney, headings->len + 1);
  g_autofree char *key = g_strconcat ("panel/", panel->filter, "/", row->key, NULL);
  guint dated = 0;

  for (guint c = 0; c <= headings->len; c++)
    {
      cells[c] = c == 0 ? panel->name : "";
      sort[c] = NIDA_MONEY_NONE;
    }
  for (guint c = 0; c < table->n_columns && row->cells[c] != NULL; c++)
    {
      guint at = 0;

      g_ptr_array_find_with_equal_func (headings, table->headings[c], g_str_equal, &at);
      cells[at + 1] = row->cells[c];
      sort[at + 1] = row->sort != NULL ? row->sort[c] : NIDA_MONEY_NONE;
      if (c == row->period_column)
        dated = at + 1;
    }
  nida_scene_builder_table_row (self->recipe->scene, key, cells, sort);
  nida_scene_builder_table_date (self->recipe->scene, dated, row->period);
}

void
nida_panels_table (const NidaPanels *self,
                   GPtrArray        *scenes)
{
  g_autoptr (GPtrArray) headings = join_headings (scenes), all = g_ptr_array_new ();

  g_ptr_array_add (all, (char *) (self->noun == NIDA_NOUN_GROUP ? nida_words_field (self->field) : nida_noun_name (self->noun)));
  g_ptr_array_extend (all, headings, NULL, NULL);
  g_ptr_array_add (all, NULL);
  nida_scene_builder_table (self->recipe->scene, (const char * const *) all->pdata);
  for (guint i = 0; i < scenes->len; i++)
    {
      const NidaTable *table = nida_scene_get_table (scenes->pdata[i]);

      for (guint r = 0; table != NULL && r < table->rows->len; r++)
        append_row (self, g_ptr_array_index (self->panels, i), table, g_ptr_array_index (table->rows, r), headings);
    }
}

/* --- words --- */

gboolean
nida_panels_has_measure (const NidaPanels *self)
{
  return (nida_chart_kind_get_traits (self->recipe->spec->kind)->choices & NIDA_CHOICE_MEASURE) != 0;
}

char *
nida_panels_what (const NidaPanels *self)
{
  return g_strdup_printf (_("%1$s %2$s"), nida_panels_has_measure (self) ? nida_words_measure (self->measure) : nida_chart_kind_get_label (self->recipe->spec->kind),
                          self->field == NIDA_FIELD_DATE ? _("by year") : nida_noun_by (self->noun, self->field));
}

char *
nida_panels_subtitle (const NidaPanels *self)
{
  NidaLanguage *language = self->recipe->context->language;
  g_autofree char *what = nida_panels_what (self), *unit = nida_describe_unit (self->recipe, self->measure);
  const char *scale = self->recipe->spec->own_scales ? _("each on a scale of its own") : _("all on one scale");
  g_autofree char *all = nida_noun_count (language, self->noun, self->panels->len);
  g_autofree char *n = nida_language_integer (language, self->shown);
  g_autofree char *some = self->shown < self->panels->len ? g_strdup_printf (_("the %1$s largest of %2$s"), n, all) : g_strdup (all);
  g_autofree char *more = NULL;

  /* years say themselves how many they are, but not that there are others */
  if (self->field != NIDA_FIELD_DATE)
    more = g_strdup_printf (_("%1$s; %2$s"), some, scale);
  else if (self->shown < self->panels->len)
    /* Translators: of years: small charts of the latest ones, while there is no room for those before them */
    more = g_strdup_printf (_("%1$s; %2$s"), _("the latest only"), scale);
  else
    more = g_strdup (scale);
  return nida_describe_subtitle_of (self->recipe, what, unit, more);
}

/* What has no panel: smaller names, several at once, none. */
char *
nida_panels_note (const NidaPanels *self)
{
  NidaMoney rest = nida_cube_get_total (nida_panels_whole (self, 0))->values[self->measure];
  g_autofree char *value = NULL;

  if (!nida_panels_has_measure (self) || !nida_measure_is_additive (self->measure) || rest == NIDA_MONEY_NONE)
    return NULL;
  for (guint i = 0; i < self->shown; i++)
    {
      const NidaPanel *panel = g_ptr_array_index (self->panels, i);

      if (panel->whole != NIDA_MONEY_NONE && !nida_money_subtract (rest, panel->whole, &rest))
        return NULL;
    }
  value = nida_recipe_value (self->recipe, self->measure, rest);
  /* Translators: how much is in none of the small charts: "Without a chart of its own: $1.2B." */
  return rest != 0 ? g_strdup_printf (_("Without a chart of its own: %s."), value) : NULL;
}

void
nida_panels_describe (const NidaPanels *self,
                      const char       *title,
                      GString          *panels)
{
  g_autofree char *count = nida_noun_count (self->recipe->context->language, self->noun, self->shown);
  g_autofree char *what = nida_panels_what (self);
  GString *text = g_string_new (NULL);
  g_autofree char *all = NULL;

  /* Translators: description of many small charts: what they show, how many names, then each */
  nida_describe_sentence (text, g_strdup_printf (_("Small charts side by side, %1$s: %2$s."), what, count));
  nida_describe_sentence (text, g_strdup (panels->str));
  all = g_string_free (text, FALSE);
  nida_scene_builder_set_words (self->recipe->scene, title, all);
}
