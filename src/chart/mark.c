/* What a mark stands for: words, figure and filter. */
#include "config.h"

#include "scene-builder.h"

/**
 * nida_mark_new:
 * @label: name of the group
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

  mark->label = g_strdup (label != NULL ? label : "");
  mark->value = g_strdup (value != NULL ? value : "");
  mark->exact = g_strdup (exact != NULL ? exact : mark->value);
  mark->money = money;
  mark->measure = NIDA_N_MEASURES;
  g_atomic_ref_count_init (&mark->ref_count);

  return mark;
}

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
  g_return_if_fail (mark->n_fields < NIDA_MAX_BY);

  mark->fields[mark->n_fields] = field;
  mark->values[mark->n_fields] = g_strdup (value != NULL ? value : "");
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
 * nida_mark_add_line:
 * @mark: a mark
 * @line: a further line of its tooltip
 */
void
nida_mark_add_line (NidaMark   *mark,
                    const char *line)
{
  guint n = mark->lines != NULL ? g_strv_length (mark->lines) : 0;

  mark->lines = g_renew (char *, mark->lines, n + 2);
  mark->lines[n] = g_strdup (line);
  mark->lines[n + 1] = NULL;
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
    g_free (mark->values[i]);
  g_free (mark->span);
  g_free (mark->label);
  g_free (mark->value);
  g_free (mark->exact);
  g_strfreev (mark->lines);
  g_free (mark);
}
