/* What a mark stands for: words, figure and filter. What is told of it already is changed in place; for what is not, the mark
 * keeps what its teller cannot know. */
#include "config.h"

#include "scene-builder.h"

#include "teller.h"
#include "translate.h"

#include <string.h>

/**
 * nida_mark_new:
 * @label: (nullable): name of the group
 * @value: (nullable): figure for a label
 * @exact: (nullable): figure with every digit
 * @money: the figure, or %NIDA_MONEY_NONE
 *
 * Returns: (transfer full): a mark without filters
 */
NidaMark *
nida_mark_new (const char *label,
               const char *value,
               const char *exact,
               NidaMoney   money)
{
  NidaMark *mark = g_new0 (NidaMark, 1);

  mark->told = nida_told_new (label, value, exact);
  mark->money = money;
  mark->measure = NIDA_N_MEASURES;
  g_atomic_ref_count_init (&mark->ref_count);

  return mark;
}

/**
 * nida_mark_new_told:
 * @teller: says its words
 * @label: (nullable): name of the group; %NULL leaves that to @teller
 * @measure: what the figure measures
 * @money: the figure, or %NIDA_MONEY_NONE
 * @at: which of the marks of @teller
 * @at_2: the same, where two numbers are needed
 *
 * Returns: (transfer full): a mark without filters, whose words are made when somebody reads them
 */
NidaMark *
nida_mark_new_told (NidaTeller *teller,
                    const char *label,
                    NidaMeasure measure,
                    NidaMoney   money,
                    guint       at,
                    guint       at_2)
{
  NidaMark *mark = g_new0 (NidaMark, 1);

  mark->teller = nida_teller_ref (teller);
  mark->told_as = mark->measure = measure;
  mark->label = g_strdup (label);
  mark->money = money;
  mark->at[0] = at;
  mark->at[1] = at_2;
  g_atomic_ref_count_init (&mark->ref_count);

  return mark;
}

/* --- words --- */

static void
say_within (NidaTold   *told,
            const char *name)
{
  g_autofree char *label = g_steal_pointer (&told->label);

  told->label = g_strdup_printf (_("%1$s, %2$s"), name, label);
}

static void
say_second (NidaTold       *told,
            const NidaMark *second)
{
  const char *exact = nida_mark_get_exact (second);

  if (*exact != '\0' && strcmp (exact, told->exact) != 0)
    nida_told_add_line (told, exact);
}

static NidaTold *
tell (const NidaMark *mark)
{
  NidaTold *told = nida_teller_tell (mark->teller, mark, mark->told_as);

  if (told->label == NULL)
    told->label = g_strdup (mark->label != NULL ? mark->label : "");
  if (mark->within != NULL)
    say_within (told, mark->within);
  for (guint i = 0; mark->lines != NULL && i < mark->lines->len; i++)
    nida_told_add_line (told, mark->lines->pdata[i]);
  if (mark->second != NULL)
    say_second (told, mark->second);
  return told;
}

/* Two threads that read at once may both tell; the words of the first stand. */
static const NidaTold *
get_told (const NidaMark *mark)
{
  NidaTold **place = &((NidaMark *) mark)->told, *told = g_atomic_pointer_get (place);

  if (told != NULL)
    return told;
  told = tell (mark);
  if (g_atomic_pointer_compare_and_exchange (place, NULL, told))
    return told;
  nida_told_free (told);
  return g_atomic_pointer_get (place);
}

/**
 * nida_mark_get_label:
 *
 * Returns: (transfer none): name of the group, "" for none
 */
const char *
nida_mark_get_label (const NidaMark *mark)
{
  return get_told (mark)->label;
}

/**
 * nida_mark_get_value:
 *
 * Returns: (transfer none): the figure as a label has it, "" for none
 */
const char *
nida_mark_get_value (const NidaMark *mark)
{
  return get_told (mark)->value;
}

/**
 * nida_mark_get_exact:
 *
 * Returns: (transfer none): the figure with every digit, "" for none
 */
const char *
nida_mark_get_exact (const NidaMark *mark)
{
  return get_told (mark)->exact;
}

/**
 * nida_mark_get_lines:
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): further lines of the tooltip
 */
const char * const *
nida_mark_get_lines (const NidaMark *mark)
{
  GPtrArray *lines = get_told (mark)->lines;

  return lines != NULL ? (const char * const *) lines->pdata : NULL;
}

/**
 * nida_mark_add_line:
 * @mark: a mark of a scene that is being built
 * @line: a further line of its tooltip
 */
void
nida_mark_add_line (NidaMark   *mark,
                    const char *line)
{
  if (mark->told != NULL)
    {
      nida_told_add_line (mark->told, line);
      return;
    }
  if (mark->lines == NULL)
    mark->lines = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (mark->lines, g_strdup (line));
}

void
nida_mark_put_within (NidaMark   *mark,
                      const char *name)
{
  if (mark->told != NULL)
    say_within (mark->told, name);
  else
    mark->within = g_strdup (name);
}

void
nida_mark_set_second (NidaMark *mark,
                      NidaMark *second)
{
  if (mark->told != NULL)
    say_second (mark->told, second);
  else
    mark->second = nida_mark_ref (second);
}

/* --- filters --- */

/**
 * nida_mark_add_filter:
 * @mark: a mark
 * @field: field that a click filters
 * @value: the value it sets, "" for not stated
 */
void
nida_mark_add_filter (NidaMark   *mark,
                      NidaField   field,
                      const char *value)
{
  GRefString *own = g_ref_string_new (value != NULL ? value : "");

  nida_mark_share_filter (mark, field, own);
  g_ref_string_release (own);
}

/**
 * nida_mark_share_filter:
 * @mark: a mark
 * @field: field that a click filters
 * @value: the value it sets, which @mark keeps a reference of
 */
void
nida_mark_share_filter (NidaMark   *mark,
                        NidaField   field,
                        GRefString *value)
{
  g_return_if_fail (mark->n_fields < NIDA_MAX_BY);

  mark->fields[mark->n_fields] = field;
  mark->values[mark->n_fields] = g_ref_string_acquire (value);
  mark->n_fields++;
}

void
nida_mark_add_rest (NidaMark  *mark,
                    NidaField  field,
                    gboolean   several)
{
  g_return_if_fail (mark->n_rests < NIDA_MAX_BY);

  mark->rests[mark->n_rests] = field;
  mark->several[mark->n_rests++] = several;
}

gboolean
nida_mark_has_rest (const NidaMark *mark,
                    NidaField       field)
{
  for (guint i = 0; i < mark->n_rests; i++)
    if (mark->rests[i] == field)
      return TRUE;
  return FALSE;
}

char *
nida_mark_dup_filter (const NidaMark *mark)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < mark->n_fields; i++)
    g_string_append_printf (text, "%d=%s\n", mark->fields[i], mark->values[i]);
  return g_string_free (text, FALSE);
}

/**
 * nida_mark_ref:
 *
 * Returns: (transfer full): @mark, for one more node that stands for the same
 */
NidaMark *
nida_mark_ref (NidaMark *mark)
{
  g_atomic_ref_count_inc (&mark->ref_count);
  return mark;
}

/**
 * nida_mark_free:
 * @mark: (transfer full): a mark; the last to let go of it frees it
 */
void
nida_mark_free (NidaMark *mark)
{
  if (!g_atomic_ref_count_dec (&mark->ref_count))
    return;
  for (guint i = 0; i < mark->n_fields; i++)
    g_ref_string_release (mark->values[i]);
  g_clear_pointer (&mark->told, nida_told_free);
  g_clear_pointer (&mark->teller, nida_teller_unref);
  g_clear_pointer (&mark->second, nida_mark_free);
  g_clear_pointer (&mark->lines, g_ptr_array_unref);
  g_free (mark->label);
  g_free (mark->within);
  g_free (mark);
}
