/* Choosing the sheet and its header: what a person named comes first, then what a person confirmed for such a table before,
 * then a sheet that a reader knows, then the one whose columns say the most. */
#include "config.h"

#include "workbook-choice.h"

#include "nida-csv.h"
#include "readers.h"
#include "record-table.h"
#include "translate.h"

#include <stdlib.h>
#include <string.h>

#define HEADER_ROWS 50
#define USABLE      2           /* the least score of a sheet whose rows can be read */

/* The beginning of a sheet. */
typedef struct {
  guint      sheet;
  GPtrArray *rows;          /* GStrv */
  GArray    *numbers;       /* guint: of each of them in the sheet */
  GError    *failure;       /* why it cannot be read; NULL when it can */
} Head;

typedef struct {
  NidaWorkbook          *workbook;
  const char            *name;
  const NidaLoadOptions *options;
  NidaWorkbookChoice    *choice;
} Search;

static void
free_head (gpointer data)
{
  Head *head = data;

  g_clear_pointer (&head->rows, g_ptr_array_unref);
  g_clear_pointer (&head->numbers, g_array_unref);
  g_clear_error (&head->failure);
  g_free (head);
}

/* A sheet that cannot be read is no matter behind one that is known. */
static GPtrArray *
read_heads (NidaWorkbook *workbook)
{
  GPtrArray *heads = g_ptr_array_new_with_free_func (free_head);

  for (guint sheet = 0; sheet < nida_workbook_get_n_sheets (workbook); sheet++)
    {
      Head *head = g_new0 (Head, 1);

      head->sheet = sheet;
      head->rows = nida_workbook_preview (workbook, sheet, NIDA_LAYOUT_ROWS, &head->numbers, &head->failure);
      if (head->rows == NULL)
        {
          head->rows = g_ptr_array_new ();
          head->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
        }
      g_ptr_array_add (heads, head);
    }
  return heads;
}

static NidaHeader *
header_of (const Head *head,
           guint       index)
{
  char **texts = head->rows->pdata[index];

  return nida_record_header_new ((const char * const *) texts, g_strv_length (texts));
}

/* A row that a person chose by its number, or any of the first ones. */
static gboolean
may_be_header (const NidaLoadOptions *options,
               const Head            *head,
               guint                  index)
{
  guint number = g_array_index (head->numbers, guint, index);

  return options->header > 0 ? number == options->header : index < HEADER_ROWS;
}

/* --- which sheets --- */

GStrv
nida_workbook_dup_names (NidaWorkbook *workbook)
{
  guint n = nida_workbook_get_n_sheets (workbook);
  GStrv names = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    names[i] = g_strdup (nida_workbook_get_sheet_name (workbook, i));
  return names;
}

/* “A”, “B” */
static void
append_name (GString    *list,
             const char *name)
{
  g_string_append_printf (list, "%s“%s”", list->len > 0 ? _(", ") : "", name);
}

/* The index of the sheet that is called @wanted, or has this number; -1. */
static int
find_sheet (GStrv       names,
            const char *wanted)
{
  guint64 number;
  char *end;

  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], wanted) == 0)
      return (int) i;
  number = g_ascii_strtoull (wanted, &end, 10);
  return end != wanted && *end == '\0' && number >= 1 && number <= g_strv_length (names) ? (int) number - 1 : -1;
}

/* The sheets that may be read: the one that a person names or numbers, or chose before, else all of them. */
static gboolean
choose_sheets (const Search  *self,
               guint         *first,
               guint         *last,
               GError       **error)
{
  g_auto (GStrv) names = nida_workbook_dup_names (self->workbook);
  g_autofree char *remembered = NULL;
  const char *wanted = self->options->sheet;
  g_autoptr (GString) list = g_string_new (NULL);
  int found;

  *first = 0;
  *last = g_strv_length (names) - 1;
  if (wanted == NULL && self->options->layouts != NULL)
    wanted = remembered = nida_layouts_find_sheet (self->options->layouts, (const char * const *) names);
  if (wanted == NULL)
    return TRUE;
  found = find_sheet (names, wanted);
  if (found >= 0)
    {
      *first = *last = (guint) found;
      return TRUE;
    }
  for (guint i = 0; names[i] != NULL; i++)
    append_name (list, names[i]);
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_MAPPING,
               /* Translators: a workbook, a sheet, the list of its sheets */
               _("“%s” has no sheet “%s”. Its sheets are %s."), self->name, wanted, list->str);
  return FALSE;
}

/* Several rows of several cells are a table; a title and its notes are none. */
static gboolean
holds_table (const Head *head)
{
  guint n_wide = 0;

  for (guint i = 0; i < head->rows->len; i++)
    {
      GStrv cells = head->rows->pdata[i];
      guint n_filled = 0;

      for (guint j = 0; cells[j] != NULL; j++)
        n_filled += *cells[j] != '\0' ? 1 : 0;
      n_wide += n_filled > 1 ? 1 : 0;
    }
  return n_wide > 1;
}

static void
list_unread (const Search    *self,
             const GPtrArray *heads)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < heads->len; i++)
    if (i != self->choice->sheet && holds_table (heads->pdata[i]))
      append_name (list, nida_workbook_get_sheet_name (self->workbook, i));
  if (list->len > 0)
    self->choice->unread = g_string_free (g_steal_pointer (&list), FALSE);
}

/* --- what takes the rows --- */

static void
take_layout (Search     *self,
             const Head *head,
             NidaLayout *layout)
{
  NidaWorkbookChoice *choice = self->choice;

  g_clear_pointer (&choice->layout, nida_layout_free);
  g_clear_pointer (&choice->header, nida_header_free);
  choice->sheet = head->sheet;
  choice->layout = layout;
  choice->header = header_of (head, layout->header);
  choice->header_number = g_array_index (head->numbers, guint, layout->header);
}

/* What a person said before of a table with the header of this sheet. */
static gboolean
choose_remembered (Search      *self,
                   const Head  *head,
                   GError     **error)
{
  NidaLayouts *layouts = self->options->layouts;
  g_autoptr (NidaLayout) detected = NULL, layout = NULL;

  if (layouts == NULL || nida_layouts_is_empty (layouts) || self->options->header > 0)
    return TRUE;
  detected = nida_layout_detect (head->rows, ',');
  layout = nida_layouts_find (layouts, detected);
  if (layout == NULL || layout->header >= head->rows->len)
    return TRUE;
  if (!nida_readers_correct (layout, self->options, error))
    return FALSE;
  if (!nida_layout_is_usable (layout))
    return TRUE;
  take_layout (self, head, g_steal_pointer (&layout));
  self->choice->reader = &nida_csv_reader;
  return TRUE;
}

/* A reader that knows a row of the sheet as its header. */
static gboolean
choose_reader (Search      *self,
               const Head  *head,
               GError     **error)
{
  NidaWorkbookChoice *choice = self->choice;

  for (guint i = 0; i < head->rows->len && choice->reader == NULL; i++)
    {
      g_autoptr (NidaHeader) header = NULL;
      gint16 roles[NIDA_MAX_ROLES];

      if (!may_be_header (self->options, head, i))
        continue;
      header = header_of (head, i);
      if (!nida_readers_choose (header, self->name, self->options, roles, &choice->reader, error))
        return FALSE;
      if (choice->reader == NULL)
        continue;
      choice->sheet = head->sheet;
      choice->header_number = g_array_index (head->numbers, guint, i);
      choice->header = g_steal_pointer (&header);
    }
  return TRUE;
}

/* What the names and contents of a sheet say. */
static NidaLayout *
lay_out (const Search  *self,
         const Head    *head,
         GError       **error)
{
  g_autoptr (NidaLayout) layout = nida_layout_detect (head->rows, ',');

  for (guint i = 0; i < head->rows->len && self->options->header > 0; i++)
    if (may_be_header (self->options, head, i))
      nida_layout_set_header (layout, head->rows, i);
  return nida_readers_correct (layout, self->options, error) ? g_steal_pointer (&layout) : NULL;
}

/* The sheet whose columns say the most; where none makes sense one that is a table at least, to name its columns. */
static gboolean
choose_layout (Search           *self,
               const GPtrArray  *heads,
               guint             first,
               guint             last,
               GError          **error)
{
  NidaWorkbookChoice *choice = self->choice;
  guint best = 0;

  for (guint i = first; i <= last; i++)
    {
      const Head *head = heads->pdata[i];
      g_autoptr (NidaLayout) layout = NULL;
      guint score = holds_table (head) ? 1 : 0;

      if (head->rows->len == 0)
        continue;
      layout = lay_out (self, head, error);
      if (layout == NULL)
        return FALSE;
      if (nida_layout_is_usable (layout))
        score = nida_layout_score (layout, head->rows) + USABLE;
      if (choice->layout != NULL && score <= best)
        continue;
      best = score;
      take_layout (self, head, g_steal_pointer (&layout));
    }
  if (best >= USABLE)
    {
      choice->reader = &nida_csv_reader;
      return TRUE;
    }
  if (choice->header != NULL)
    nida_readers_set_error (choice->header, self->name, error);
  else
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_EMPTY,
                 _("“%s” is empty. Check that it was saved or fetched completely."), self->name);
  return FALSE;
}

/* How the sheet is read of which the options say something, for who keeps it. */
static void
note_said (const Search    *self,
           const GPtrArray *heads)
{
  const NidaLoadOptions *options = self->options;
  const Head *head = heads->pdata[self->choice->sheet];
  g_auto (GStrv) names = NULL;
  g_autoptr (NidaLayout) detected = NULL, layout = NULL;

  if (options->said == NULL || (options->map == NULL && options->decimal == NIDA_DECIMAL_AUTO && options->sheet == NULL && options->header == 0))
    return;
  names = nida_workbook_dup_names (self->workbook);
  if (options->sheet != NULL)
    nida_layouts_remember_sheet (options->said, (const char * const *) names, names[self->choice->sheet], NULL);
  if (self->choice->reader != &nida_csv_reader)
    return;
  detected = nida_layout_detect (head->rows, ',');
  layout = self->choice->layout != NULL ? nida_layout_copy (self->choice->layout) : lay_out (self, head, NULL);
  if (layout == NULL || !nida_layout_is_usable (layout))
    return;
  if (options->decimal != NIDA_DECIMAL_AUTO)
    layout->decimal = options->decimal;
  nida_layouts_remember (options->said, detected, layout, NULL);
}

/**
 * nida_workbook_choose:
 * @name: of the input, for messages
 * @choice: (out caller-allocates): what is to be read
 *
 * Choose the sheet of @workbook that @options name, or the one that makes the most sense.
 * Returns: whether there is one; else @error (%NIDA_READ_ERROR) says what its columns are, or why it cannot be read
 */
gboolean
nida_workbook_choose (NidaWorkbook           *workbook,
                      const char             *name,
                      const NidaLoadOptions  *options,
                      NidaWorkbookChoice     *choice,
                      GError                **error)
{
  Search self = { workbook, name, options, choice };
  g_autoptr (GPtrArray) heads = NULL;
  g_autoptr (GError) failure = NULL;
  guint first, last;

  *choice = (NidaWorkbookChoice) { 0 };
  if (!choose_sheets (&self, &first, &last, error))
    return FALSE;
  choice->sheet = first;
  heads = read_heads (workbook);
  for (guint sheet = first; sheet <= last && choice->reader == NULL; sheet++)
    if (!choose_remembered (&self, heads->pdata[sheet], error))
      return FALSE;
  /* a row of numbers may repeat a name; only if nothing better is found does that matter */
  for (guint sheet = first; sheet <= last && choice->reader == NULL; sheet++)
    {
      const Head *head = heads->pdata[sheet];

      if (head->failure != NULL)
        {
          g_propagate_error (error, g_error_copy (head->failure));
          return FALSE;
        }
      choose_reader (&self, head, failure == NULL ? &failure : NULL);
    }
  if (choice->reader == NULL && failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (choice->reader == NULL && !choose_layout (&self, heads, first, last, error))
    return FALSE;
  list_unread (&self, heads);
  note_said (&self, heads);
  return TRUE;
}

void
nida_workbook_choice_clear (NidaWorkbookChoice *self)
{
  g_clear_pointer (&self->header, nida_header_free);
  g_clear_pointer (&self->layout, nida_layout_free);
  g_clear_pointer (&self->unread, g_free);
}
