/* Fewer rows and columns than a crossing has: the largest names keep their line, and the newest periods; what others had is
 * summed in one. Lines that stay are the same objects in both crossings, and no cell of the answer is read again. */
#include "config.h"

#include "cross.h"

static guint
count_named (GPtrArray *lines)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += ((const NidaCrossLine *) lines->pdata[i])->role == NIDA_GROUP_NAMED;
  return n;
}

static void
keep_line (GPtrArray     *lines,
           NidaCrossLine *line)
{
  g_ptr_array_add (lines, g_atomic_rc_box_acquire (line));
}

static void
gather (NidaCrossLine       *into,
        const NidaCrossLine *line)
{
  into->field = line->field;
  into->weight = nida_money_plus (into->weight, line->weight);
  into->n += line->n;
}

/* Fills @line_of for each of @lines; %G_MAXUINT where it has none. Names come first, the largest before the others. */
static GPtrArray *
fold_names (const NidaCross *whole,
            GPtrArray       *lines,
            NidaNoun         noun,
            guint            keep,
            guint           *line_of)
{
  NidaLanguage *language = whole->recipe->context->language;
  GPtrArray *folded = nida_cross_lines_new ();
  guint named = count_named (lines);
  NidaCrossLine *other = NULL;

  if (whole->additive && keep < G_MAXUINT && named == keep + 1)
    keep++;                                    /* a single other stays itself */
  for (guint i = 0; i < lines->len; i++)
    {
      NidaCrossLine *line = g_ptr_array_index (lines, i);

      line_of[i] = G_MAXUINT;
      if (line->role != NIDA_GROUP_NAMED || i < keep)
        keep_line (folded, line);
      else if (!whole->additive)
        continue;
      else
        {
          if (other == NULL)
            other = nida_cross_line_new (folded, NIDA_GROUP_OTHER, "+other", nida_noun_other (language, noun, named - keep));
          gather (other, line);
        }
      line_of[i] = folded->len - 1;
    }
  return folded;
}

static GPtrArray *
fold_periods (const NidaCross *whole,
              guint            keep,
              guint           *line_of)
{
  GPtrArray *lines = whole->columns, *folded = nida_cross_lines_new ();
  guint named = count_named (lines), older = named - MIN (named, MAX (keep, 1)), seen = 0;
  NidaCrossLine *before = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      NidaCrossLine *line = g_ptr_array_index (lines, i);
      gboolean period = line->role == NIDA_GROUP_NAMED;
      gboolean goes = older > 0 && line->role != NIDA_GROUP_NOT_STATED && seen < older;

      seen += period;
      line_of[i] = G_MAXUINT;
      if (!goes)
        keep_line (folded, line);
      else if (!whole->additive)
        continue;
      else
        {
          if (before == NULL)
            {
              guint first = i + older + (period ? 0 : 1);     /* what came before all of them may stand first already */

              before = nida_cross_before_new (folded, whole->recipe->context->language,
                                              (NidaPeriod) { line->period.start, nida_cross_column (whole, first - 1)->period.end },
                                              nida_cross_column (whole, first)->period);
            }
          gather (before, line);
        }
      line_of[i] = folded->len - 1;
    }
  return folded;
}

static void
fold_values (NidaCross       *self,
             const NidaCross *whole,
             const guint     *row_of,
             const guint     *column_of)
{
  nida_cross_clear_values (self);
  for (guint row = 0; row < whole->rows->len; row++)
    for (guint column = 0; column < whole->columns->len && row_of[row] < G_MAXUINT; column++)
      if (column_of[column] < G_MAXUINT)
        {
          gsize at = (gsize) row_of[row] * self->columns->len + column_of[column];

          self->values[at] = nida_money_plus (self->values[at], nida_cross_value (whole, row, column));
          self->unknown[at] |= nida_cross_is_unknown (whole, row, column);
        }
}

/**
 * nida_cross_fold:
 * @whole: what nida_cross_new() gave
 * @rows: the names that keep a row of their own
 * @columns: the names, or the newest periods, that keep a column of their own
 *
 * Returns: (transfer full): the same figures in fewer lines; those of coverage cannot be summed and are left out
 */
NidaCross *
nida_cross_fold (const NidaCross *whole,
                 guint            rows,
                 guint            columns)
{
  NidaCross *self = g_memdup2 (whole, sizeof *whole);
  g_autofree guint *row_of = g_new (guint, MAX (whole->rows->len, 1));
  g_autofree guint *column_of = g_new (guint, MAX (whole->columns->len, 1));

  self->teller = NULL;
  self->rows = fold_names (whole, whole->rows, whole->row_noun, rows, row_of);
  self->columns = whole->timed ? fold_periods (whole, columns, column_of)
                               : fold_names (whole, whole->columns, whole->column_noun, columns, column_of);
  fold_values (self, whole, row_of, column_of);
  return self;
}

/**
 * nida_cross_names:
 * @whole: what nida_cross_new() gave
 * @rows: the names that keep a row
 *
 * Returns: (transfer full): only those names, by all columns: what is no name has no row
 */
NidaCross *
nida_cross_names (const NidaCross *whole,
                  guint            rows)
{
  NidaCross *self = nida_cross_fold (whole, rows, G_MAXUINT);

  /* names come first, so the figures of those that stay do not move */
  while (self->rows->len > 0 && nida_cross_row (self, self->rows->len - 1)->role != NIDA_GROUP_NAMED)
    g_ptr_array_set_size (self->rows, self->rows->len - 1);
  return self;
}
