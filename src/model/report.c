/* What happened to the rows of each source. Problems of one kind in one source are kept one by one up to a limit and
 * counted on one line beyond it, so that a broken file of a million rows gives a report that can be read. */
#include "report.h"

#include <string.h>

typedef struct {
  guint        n_kept[NIDA_N_PROBLEMS];
  NidaProblem *rest[NIDA_N_PROBLEMS];     /* the line that counts what is above the limit; borrowed */
  GHashTable  *by_text;                   /* such lines by what was found, borrowed; or NULL */
} Tally;

struct _NidaReport {
  GObject    parent_instance;

  GPtrArray *sources;                     /* NidaSourceInfo */
  GPtrArray *problems;                    /* NidaProblem, as they came */
  GPtrArray *stated;                      /* NidaStated */
  GPtrArray *tallies;                     /* Tally, by source */
  guint64    counts[NIDA_N_PROBLEMS];
  gint64     as_of;
  GPtrArray *sorted;                      /* borrowed from problems; NULL when it must be made */
};

G_DEFINE_FINAL_TYPE (NidaReport, nida_report, G_TYPE_OBJECT)

static void
free_source (gpointer data)
{
  NidaSourceInfo *info = data;

  g_free (info->name);
  g_free (info->uri);
  g_free (info->format);
  g_free (info->family);
  g_free (info->tag);
  g_free (info->entry);
  g_free (info->sheet);
  g_free (info->wants_key);
  g_free (info);
}

static void
free_stated (gpointer data)
{
  NidaStated *stated = data;

  g_free (stated->where);
  g_free (stated->subject);
  g_free (stated->set);
  g_free (stated);
}

static void
free_tally (gpointer data)
{
  Tally *tally = data;

  if (tally == NULL)
    return;
  g_clear_pointer (&tally->by_text, g_hash_table_unref);
  g_free (tally);
}

static Tally *
get_tally (NidaReport *self,
           guint       source)
{
  if (self->tallies->len <= source)
    g_ptr_array_set_size (self->tallies, source + 1);
  if (self->tallies->pdata[source] == NULL)
    self->tallies->pdata[source] = g_new0 (Tally, 1);
  return self->tallies->pdata[source];
}

static NidaProblem *
find_rest (const Tally       *tally,
           const NidaProblem *problem)
{
  if (!nida_problem_is_told_by_text (problem->kind))
    return tally->rest[problem->kind];
  return tally->by_text != NULL ? g_hash_table_lookup (tally->by_text, problem->found != NULL ? problem->found : "") : NULL;
}

static void
set_rest (Tally       *tally,
          NidaProblem *rest)
{
  tally->rest[rest->kind] = rest;
  if (!nida_problem_is_told_by_text (rest->kind))
    return;
  if (tally->by_text == NULL)
    tally->by_text = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (tally->by_text, rest->found != NULL ? rest->found : (char *) "", rest);
}

/* Count @problem on the line of its kind and source if there is one. */
static gboolean
count_on_rest (NidaReport        *self,
               Tally             *tally,
               const NidaProblem *problem)
{
  NidaProblem *rest = find_rest (tally, problem);

  if (rest == NULL)
    return FALSE;
  rest->count += problem->count;
  if (rest->lines != NULL)
    nida_problem_append_lines (rest->lines, problem);
  if (problem->line > 0 && problem->line < rest->line)
    {
      rest->line = problem->line;
      g_clear_pointer (&self->sorted, g_ptr_array_unref);
    }
  return TRUE;
}

static void
keep (NidaReport        *self,
      Tally             *tally,
      const NidaProblem *problem)
{
  NidaProblem *copy = g_memdup2 (problem, sizeof *problem);
  gboolean is_rest = !nida_problem_stands_alone (problem->kind)
                     && (problem->count > 1 || tally->n_kept[problem->kind] >= nida_problem_max_kept (problem->kind));

  copy->severity = nida_problem_severity (problem->kind);
  copy->column = g_strdup (problem->column);
  copy->found = nida_problem_dup_excerpt (problem->found, -1);
  copy->kept = nida_problem_dup_excerpt (problem->kept, -1);
  copy->lines = NULL;
  if (is_rest && nida_problem_names_every_line (problem->kind))
    {
      copy->lines = g_array_new (FALSE, FALSE, sizeof (guint));
      nida_problem_append_lines (copy->lines, problem);
    }
  if (is_rest)
    set_rest (tally, copy);
  else
    tally->n_kept[problem->kind]++;
  g_ptr_array_add (self->problems, copy);
  g_clear_pointer (&self->sorted, g_ptr_array_unref);
}

static void
ensure_sorted (NidaReport *self)
{
  if (self->sorted != NULL)
    return;
  self->sorted = g_ptr_array_copy (self->problems, NULL, NULL);
  g_ptr_array_set_free_func (self->sorted, NULL);
  g_ptr_array_sort (self->sorted, nida_problem_compare);
}

static void
nida_report_finalize (GObject *object)
{
  NidaReport *self = NIDA_REPORT (object);

  g_clear_pointer (&self->sorted, g_ptr_array_unref);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->stated);
  g_ptr_array_unref (self->tallies);

  G_OBJECT_CLASS (nida_report_parent_class)->finalize (object);
}

static void
nida_report_class_init (NidaReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_report_finalize;
}

static void
nida_report_init (NidaReport *self)
{
  self->sources = g_ptr_array_new_with_free_func (free_source);
  self->problems = g_ptr_array_new_with_free_func (nida_problem_free);
  self->stated = g_ptr_array_new_with_free_func (free_stated);
  self->tallies = g_ptr_array_new_with_free_func (free_tally);
}

NidaReport *
nida_report_new (void)
{
  return g_object_new (NIDA_TYPE_REPORT, NULL);
}

static gpointer
copy_stated (gconstpointer item)
{
  const NidaStated *stated = item;
  NidaStated *copy = g_memdup2 (stated, sizeof *stated);

  copy->where = g_strdup (stated->where);
  copy->subject = g_strdup (stated->subject);
  copy->set = g_strdup (stated->set);
  return copy;
}

/**
 * nida_report_copy:
 *
 * What is added to the copy should be of further sources: of one that is copied it is told on lines of its own.
 *
 * Returns: (transfer full): a report that says the same
 */
NidaReport *
nida_report_copy (NidaReport *self)
{
  NidaReport *copy = nida_report_new ();

  g_return_val_if_fail (NIDA_IS_REPORT (self), copy);

  for (guint i = 0; i < self->sources->len; i++)
    nida_report_add_source (copy, self->sources->pdata[i]);
  for (guint i = 0; i < self->problems->len; i++)
    g_ptr_array_add (copy->problems, nida_problem_copy (self->problems->pdata[i]));
  for (guint i = 0; i < self->stated->len; i++)
    g_ptr_array_add (copy->stated, copy_stated (self->stated->pdata[i]));
  memcpy (copy->counts, self->counts, sizeof copy->counts);
  copy->as_of = self->as_of;
  return copy;
}

/**
 * nida_report_add_source:
 * @info: copied
 *
 * Returns: the index of the source
 */
guint
nida_report_add_source (NidaReport           *self,
                        const NidaSourceInfo *info)
{
  NidaSourceInfo *copy;

  g_return_val_if_fail (NIDA_IS_REPORT (self), 0);

  copy = g_memdup2 (info, sizeof *info);
  copy->name = g_strdup (info->name != NULL ? info->name : "");
  copy->uri = g_strdup (info->uri);
  copy->format = g_strdup (info->format != NULL ? info->format : "");
  copy->family = g_strdup (info->family != NULL ? info->family : "");
  copy->tag = g_strdup (info->tag);
  copy->entry = g_strdup (info->entry);
  copy->sheet = g_strdup (info->sheet);
  copy->wants_key = g_strdup (info->wants_key);
  g_ptr_array_add (self->sources, copy);
  return self->sources->len - 1;
}

guint
nida_report_get_n_sources (NidaReport *self)
{
  g_return_val_if_fail (NIDA_IS_REPORT (self), 0);

  return self->sources->len;
}

/**
 * nida_report_get_source:
 *
 * Returns: (transfer none) (nullable): the source at @index, writable until the dataset is built; its texts are owned by
 *   the report and freed with g_free()
 */
/* Is the source at @uri missing here? */
static gboolean
is_missing (NidaReport *self,
            const char *uri)
{
  for (guint i = 0; i < nida_report_get_n_sources (self); i++)
    {
      const NidaSourceInfo *info = nida_report_get_source (self, i);

      if (info->is_missing && g_strcmp0 (info->uri, uri) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_missing_of (NidaReport *self,
                NidaReport *other)
{
  for (guint i = 0; i < nida_report_get_n_sources (other); i++)
    {
      const NidaSourceInfo *info = nida_report_get_source (other, i);

      if (info->is_missing && !is_missing (self, info->uri))
        return FALSE;
    }
  return TRUE;
}

gboolean
nida_report_same_missing (NidaReport *self,
                          NidaReport *other)
{
  return has_missing_of (self, other) && has_missing_of (other, self);
}

NidaSourceInfo *
nida_report_get_source (NidaReport *self,
                        guint       index)
{
  g_return_val_if_fail (NIDA_IS_REPORT (self), NULL);

  return index < self->sources->len ? self->sources->pdata[index] : NULL;
}

/**
 * nida_report_add:
 * @line: of the record's first character, 1 is the first line; 0 is the whole file
 * @column: (nullable): the column's name in the file
 * @found: (nullable): the raw text; bytes that are not UTF-8 become U+FFFD
 * @found_length: bytes of @found, or -1
 *
 * Say that something happened once. Cheap when it happens in every row.
 */
void
nida_report_add (NidaReport      *self,
                 NidaProblemKind  kind,
                 guint            source,
                 guint            line,
                 const char      *column,
                 const char      *found,
                 gssize           found_length)
{
  NidaProblem problem = { .kind = kind, .source = source, .source2 = source, .line = line, .count = 1 };
  g_autofree char *excerpt = NULL;
  Tally *tally;

  g_return_if_fail (NIDA_IS_REPORT (self) && kind < NIDA_N_PROBLEMS);

  tally = get_tally (self, source);
  self->counts[kind]++;
  if (nida_problem_is_told_by_text (kind))
    problem.found = excerpt = nida_problem_dup_excerpt (found, found_length);
  if (count_on_rest (self, tally, &problem))
    return;
  problem.column = (char *) column;
  if (excerpt == NULL)
    problem.found = excerpt = nida_problem_dup_excerpt (found, found_length);
  keep (self, tally, &problem);
}

/**
 * nida_report_add_problem:
 * @problem: copied; its severity follows from its kind, and a count of 0 is 1
 */
void
nida_report_add_problem (NidaReport        *self,
                         const NidaProblem *problem)
{
  NidaProblem one;
  Tally *tally;

  g_return_if_fail (NIDA_IS_REPORT (self) && problem->kind < NIDA_N_PROBLEMS);

  one = *problem;
  one.count = MAX (problem->count, 1);
  tally = get_tally (self, problem->source);
  self->counts[problem->kind] += one.count;
  if (!count_on_rest (self, tally, &one))
    keep (self, tally, &one);
}

/**
 * nida_report_shift_lines:
 *
 * Add @n_lines to the line of every problem that names one: a later part of a file was read on its own.
 */
void
nida_report_shift_lines (NidaReport *self,
                         guint       n_lines)
{
  g_return_if_fail (NIDA_IS_REPORT (self));

  for (guint i = 0; i < self->problems->len; i++)
    {
      NidaProblem *problem = self->problems->pdata[i];

      problem->line += problem->line > 0 ? n_lines : 0;
      problem->line2 += problem->line2 > 0 ? n_lines : 0;
      for (guint j = 0; problem->lines != NULL && j < problem->lines->len; j++)
        g_array_index (problem->lines, guint, j) += n_lines;
    }
}

/**
 * nida_report_absorb:
 * @other: is emptied
 * @source_offset: added to the sources that @other's problems name
 *
 * Append the sources and problems of @other.
 */
void
nida_report_absorb (NidaReport *self,
                    NidaReport *other,
                    guint       source_offset)
{
  g_return_if_fail (NIDA_IS_REPORT (self) && NIDA_IS_REPORT (other) && self != other);

  for (guint i = 0; i < other->sources->len; i++)
    nida_report_add_source (self, other->sources->pdata[i]);
  for (guint i = 0; i < other->problems->len; i++)
    {
      NidaProblem problem = *(NidaProblem *) other->problems->pdata[i];

      problem.source += source_offset;
      problem.source2 += source_offset;
      nida_report_add_problem (self, &problem);
    }
  for (guint i = 0; i < other->stated->len; i++)
    {
      NidaStated stated = *(NidaStated *) other->stated->pdata[i];

      stated.source += source_offset;
      nida_report_add_stated (self, &stated);
    }
  g_ptr_array_set_size (other->stated, 0);
  g_ptr_array_set_size (other->sources, 0);
  g_ptr_array_set_size (other->problems, 0);
  g_ptr_array_set_size (other->tallies, 0);
  g_clear_pointer (&other->sorted, g_ptr_array_unref);
  memset (other->counts, 0, sizeof other->counts);
}

guint
nida_report_get_n_problems (NidaReport *self)
{
  g_return_val_if_fail (NIDA_IS_REPORT (self), 0);

  ensure_sorted (self);
  return self->sorted->len;
}

/**
 * nida_report_get_problem:
 *
 * Returns: (transfer none): the problem at @index: refused rows first, then what wants a look, then what is only said,
 *   each by source and line
 */
const NidaProblem *
nida_report_get_problem (NidaReport *self,
                         guint       index)
{
  g_return_val_if_fail (NIDA_IS_REPORT (self), NULL);

  ensure_sorted (self);
  g_return_val_if_fail (index < self->sorted->len, NULL);
  return self->sorted->pdata[index];
}

const NidaProblem *
nida_report_get_added (NidaReport *self,
                       guint       index)
{
  g_return_val_if_fail (NIDA_IS_REPORT (self), NULL);

  return index < self->problems->len ? self->problems->pdata[index] : NULL;
}

/**
 * nida_report_get_count:
 *
 * Returns: how often @kind happened, in all sources
 */
guint64
nida_report_get_count (NidaReport      *self,
                       NidaProblemKind  kind)
{
  g_return_val_if_fail (NIDA_IS_REPORT (self) && kind < NIDA_N_PROBLEMS, 0);

  return self->counts[kind];
}

/* Does @other say what @one says? Of percentages that are as computed, only how many there are is kept, and of the others
 * nothing is left out but what is above the limit. */
static gboolean
is_said (const NidaStated *one,
         const NidaStated *other)
{
  if (one->kind != other->kind || one->source != other->source || one->differs != other->differs
      || g_strcmp0 (one->where, other->where) != 0)
    return FALSE;
  return one->kind == NIDA_STATED_SHARE ? !one->differs
                                        : one->stated == other->stated && g_strcmp0 (one->set, other->set) == 0;
}

/**
 * nida_report_add_stated:
 * @stated: copied; a count of 0 is 1
 */
void
nida_report_add_stated (NidaReport       *self,
                        const NidaStated *stated)
{
  NidaStated *copy, *last = NULL;
  guint n_differing = 0;

  g_return_if_fail (NIDA_IS_REPORT (self));

  for (guint i = 0; i < self->stated->len; i++)
    {
      NidaStated *known = self->stated->pdata[i];

      if (known->differs && known->source == stated->source)
        {
          last = known;
          n_differing++;
        }
      if (is_said (known, stated))
        {
          known->count += MAX (stated->count, 1);
          return;
        }
    }
  if (stated->differs && n_differing >= NIDA_PROBLEM_MAX_KEPT)
    {
      last->count += MAX (stated->count, 1);
      return;
    }
  copy = g_memdup2 (stated, sizeof *stated);
  copy->where = g_strdup (stated->where);
  copy->subject = nida_problem_dup_excerpt (stated->subject, -1);
  copy->set = g_strdup (stated->set);
  copy->count = MAX (stated->count, 1);
  g_ptr_array_add (self->stated, copy);
}

guint
nida_report_get_n_stated (NidaReport *self)
{
  g_return_val_if_fail (NIDA_IS_REPORT (self), 0);

  return self->stated->len;
}

const NidaStated *
nida_report_get_stated (NidaReport *self,
                        guint       index)
{
  g_return_val_if_fail (NIDA_IS_REPORT (self) && index < self->stated->len, NULL);

  return self->stated->pdata[index];
}

void
nida_report_set_as_of (NidaReport *self,
                       gint64      as_of)
{
  self->as_of = as_of;
}

gint64
nida_report_get_as_of (NidaReport *self)
{
  return self->as_of;
}
