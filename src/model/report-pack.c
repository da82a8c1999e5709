/* The report of one source as values. Problems come back in the order in which they were told, since the first ones of a kind are
 * kept one by one. */
#include "report-pack.h"

#include "dataset-pack.h"

/* --- the source --- */

GVariant *
nida_report_pack_source (NidaReport *self)
{
  const NidaSourceInfo *info = nida_report_get_source (self, 0);

  return g_variant_new (NIDA_PACKED_SOURCE, info->name, info->format, info->family, info->entry, info->sheet, info->rows_read,
                        info->rows_refused, info->rows_empty, (guint) info->unit, info->header, info->ids_repeat,
                        info->states_move);
}

gboolean
nida_report_unpack_source (NidaReport           *self,
                           GVariant             *packed,
                           const NidaSourceInfo *info)
{
  NidaSourceInfo copy = *info;
  guint unit;

  g_variant_get (packed, "(&s&s&sm&sm&stttuubb)", &copy.name, &copy.format, &copy.family, &copy.entry, &copy.sheet, &copy.rows_read,
                 &copy.rows_refused, &copy.rows_empty, &unit, &copy.header, &copy.ids_repeat, &copy.states_move);
  if (unit > NIDA_UNIT_ROW)
    return FALSE;
  copy.unit = (NidaRowUnit) unit;
  nida_report_add_source (self, &copy);
  return TRUE;
}

/* --- problems --- */

static GVariant *
pack_lines (const GArray *lines)
{
  return lines == NULL ? NULL : g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, lines->data, lines->len, sizeof (guint));
}

GVariant *
nida_report_pack_problems (NidaReport *self)
{
  const NidaProblem *problem;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" NIDA_PACKED_PROBLEM));
  for (guint i = 0; (problem = nida_report_get_added (self, i)) != NULL; i++)
    g_variant_builder_add (&builder, "(uuumsmsmstu@mau)", (guint) problem->kind, problem->line, problem->line2, problem->column,
                           problem->found, problem->kept, problem->count, (guint) problem->rule,
                           g_variant_new_maybe (G_VARIANT_TYPE ("au"), pack_lines (problem->lines)));
  return g_variant_builder_end (&builder);
}

static GArray *
unpack_lines (GVariant *packed)
{
  g_autoptr (GVariant) lines = g_variant_get_maybe (packed);
  GArray *array;
  gconstpointer data;
  gsize n;

  if (lines == NULL)
    return NULL;
  data = g_variant_get_fixed_array (lines, &n, sizeof (guint));
  array = g_array_sized_new (FALSE, FALSE, sizeof (guint), (guint) n);
  return g_array_append_vals (array, data, (guint) n);
}

gboolean
nida_report_unpack_problems (NidaReport *self,
                             GVariant   *packed)
{
  NidaProblem problem = { 0 };
  guint kind, rule;
  GVariant *lines;
  GVariantIter iter;
  gboolean ok = TRUE;

  g_variant_iter_init (&iter, packed);
  while (ok && g_variant_iter_next (&iter, "(uuum&sm&sm&stu@mau)", &kind, &problem.line, &problem.line2, &problem.column,
                                    &problem.found, &problem.kept, &problem.count, &rule, &lines))
    {
      problem.kind = (NidaProblemKind) kind;
      problem.rule = (NidaConflictRule) rule;
      problem.lines = unpack_lines (lines);
      ok = kind < NIDA_N_PROBLEMS && rule <= NIDA_CONFLICT_FULLER
           && (problem.lines == NULL || problem.lines->len == problem.count);
      if (ok)
        nida_report_add_problem (self, &problem);
      g_clear_pointer (&problem.lines, g_array_unref);
      g_variant_unref (lines);
    }
  return ok;
}

/* --- what it states --- */

GVariant *
nida_report_pack_stated (NidaReport *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" NIDA_PACKED_STATED));
  for (guint i = 0; i < nida_report_get_n_stated (self); i++)
    {
      const NidaStated *stated = nida_report_get_stated (self, i);

      g_variant_builder_add (&builder, NIDA_PACKED_STATED, (guint) stated->kind, stated->line, stated->where, stated->subject,
                             stated->set, stated->stated, stated->computed, stated->decimals, stated->differs, stated->count);
    }
  return g_variant_builder_end (&builder);
}

gboolean
nida_report_unpack_stated (NidaReport *self,
                           GVariant   *packed)
{
  NidaStated stated = { 0 };
  GVariantIter iter;
  guint kind;

  g_variant_iter_init (&iter, packed);
  while (g_variant_iter_next (&iter, "(uum&sm&sm&sxxubt)", &kind, &stated.line, &stated.where, &stated.subject, &stated.set,
                              &stated.stated, &stated.computed, &stated.decimals, &stated.differs, &stated.count))
    {
      if (kind >= NIDA_N_STATED || stated.decimals > 3)
        return FALSE;
      stated.kind = (NidaStatedKind) kind;
      nida_report_add_stated (self, &stated);
    }
  return TRUE;
}
