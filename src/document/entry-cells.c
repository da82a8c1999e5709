/* Cells of entries: read as a person writes them, written exactly. What cannot be read is refused with the way to write it,
 * never read as something else. */
#include "config.h"

#include "entry-cells.h"

#include "said-amount.h"
#include "translate.h"
#include "words.h"

#include <string.h>

/* --- kinds --- */

static NidaEntryKind
entry_kind_of (NidaKind kind)
{
  return kind == NIDA_KIND_REQUIREMENT ? NIDA_ENTRY_REQUIREMENT : kind == NIDA_KIND_EVENT ? NIDA_ENTRY_EVENT
         : kind == NIDA_KIND_INDICATOR ? NIDA_ENTRY_INDICATOR : kind == NIDA_KIND_GOAL ? NIDA_ENTRY_GOAL : NIDA_ENTRY_MONEY;
}

void
nida_entry_become (NidaEntry *self,
                   NidaKind   kind,
                   NidaDate   date)
{
  self->kind = entry_kind_of (kind);
  if (self->kind != NIDA_ENTRY_MONEY)
    g_array_set_size (self->steps, 0);
  else
    nida_entry_add_step (self, kind == NIDA_KIND_PLEDGE ? NIDA_ENTRY_PLEDGED : kind == NIDA_KIND_COMMITMENT ? NIDA_ENTRY_COMMITTED
                                                                                                           : NIDA_ENTRY_PAID,
                         date, 0, NULL);
}

/* --- writing --- */

static int
name_of_cell (NidaEntryCell  cell,
              gboolean      *arabic)
{
  if (cell == NIDA_ENTRY_CELL_DONOR_COUNTRY)
    {
      *arabic = FALSE;
      return NIDA_ENTRY_DONOR_COUNTRY;
    }
  if (cell < NIDA_ENTRY_CELL_DONOR || cell > NIDA_ENTRY_CELL_EMERGENCY_AR)
    return -1;
  *arabic = (cell - NIDA_ENTRY_CELL_DONOR) % 2;
  return (cell - NIDA_ENTRY_CELL_DONOR) / 2;
}

static char **
text_of_cell (NidaEntry     *self,
              NidaEntryCell  cell)
{
  gboolean arabic;
  int name = name_of_cell (cell, &arabic);

  if (name >= 0)
    return &self->names[name][arabic];
  switch ((int) cell)
    {
    case NIDA_ENTRY_CELL_NEXT_STEP: return &self->next_step;
    case NIDA_ENTRY_CELL_NOTE: return &self->notes[0];
    case NIDA_ENTRY_CELL_NOTE_AR: return &self->notes[1];
    case NIDA_ENTRY_CELL_SAID_BY: return &self->said_by;
    case NIDA_ENTRY_CELL_SOURCE: return &self->source;
    default: return NULL;
    }
}

NidaEntryCell
nida_entry_get_subject (const NidaEntry *self)
{
  NidaEntryCell cell = self->kind == NIDA_ENTRY_MONEY ? NIDA_ENTRY_CELL_DONOR : self->kind == NIDA_ENTRY_EVENT ? NIDA_ENTRY_CELL_NOTE
                       : NIDA_ENTRY_CELL_CATEGORY;
  char **english, **arabic;

  if (self->kind == NIDA_ENTRY_REQUIREMENT
      && (self->names[NIDA_ENTRY_APPEAL][0] != NULL || self->names[NIDA_ENTRY_APPEAL][1] != NULL
          || (self->names[NIDA_ENTRY_CATEGORY][0] == NULL && self->names[NIDA_ENTRY_CATEGORY][1] == NULL)))
    cell = NIDA_ENTRY_CELL_APPEAL;
  english = text_of_cell ((NidaEntry *) self, cell);
  arabic = text_of_cell ((NidaEntry *) self, cell + 1);
  return *english == NULL && *arabic != NULL ? cell + 1 : cell;
}

static char *
dup_date (NidaDate date)
{
  return date.precision != NIDA_PRECISION_NONE ? nida_date_to_string (date) : g_strdup ("");
}

static char *
dup_history (const NidaEntry *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const NidaEntryStep *step = &g_array_index (self->steps, NidaEntryStep, i);
      g_autofree char *date = dup_date (step->date);

      g_autofree char *amount = step->status == NIDA_ENTRY_PART ? nida_money_to_string (step->amount) : NULL;

      g_string_append_printf (text, "%s%s%s%s %s %" G_GINT64_FORMAT " %s", i > 0 ? "; " : "", nida_entry_status_get_name (step->status),
                              amount != NULL ? ":" : "", amount != NULL ? amount : "", *date != '\0' ? date : "-", step->at,
                              step->who != NULL ? step->who : "");
    }
  return g_string_free (text, FALSE);
}

static char *
dup_kind (const NidaEntry *self)
{
  NidaKind kind = nida_entry_get_kind (self);

  if (kind != NIDA_KIND_NONE)
    return g_strdup (nida_field_get_words (NIDA_FIELD_KIND)[kind - 1]);
  return self->kind == NIDA_ENTRY_MONEY ? g_strdup ("cancelled") : g_strconcat ("cancelled ", nida_entry_kind_get_name (self->kind), NULL);
}

static gboolean
has_first_date (const NidaEntry *self)
{
  return nida_period_compare (nida_entry_get_period (self), self->period) != 0;
}

char *
nida_entry_dup_cell (const NidaEntry *self,
                     NidaEntryCell    cell)
{
  NidaPeriod period = nida_entry_get_period (self);
  char **text = text_of_cell ((NidaEntry *) self, cell == NIDA_ENTRY_CELL_SUBJECT ? nida_entry_get_subject (self) : cell);

  if (text != NULL)
    return g_strdup (*text != NULL ? *text : "");
  switch ((int) cell)
    {
    case NIDA_ENTRY_CELL_KIND: return dup_kind (self);
    case NIDA_ENTRY_CELL_DATE: return dup_date (period.start);
    case NIDA_ENTRY_CELL_DATE_END: return nida_period_is_span (self->period) ? dup_date (self->period.end) : g_strdup ("");
    case NIDA_ENTRY_CELL_AMOUNT: return self->amount != NIDA_MONEY_NONE ? nida_money_to_string (self->amount) : g_strdup ("");
    case NIDA_ENTRY_CELL_WHOLE: return nida_entry_get_n_parts (self) > 0 ? nida_money_to_string (self->amount) : g_strdup ("");
    case NIDA_ENTRY_CELL_CURRENCY: return g_strdup (self->currency);
    case NIDA_ENTRY_CELL_QUALIFIER:
      return g_strdup (self->qualifier != NIDA_QUALIFIER_NONE ? nida_field_get_words (NIDA_FIELD_QUALIFIER)[self->qualifier - 1] : "");
    case NIDA_ENTRY_CELL_USAGE_YEAR: return self->usage_year > 0 ? g_strdup_printf ("%d", self->usage_year) : g_strdup ("");
    case NIDA_ENTRY_CELL_DUE: return dup_date (self->due);
    case NIDA_ENTRY_CELL_FIRST_DATE: return has_first_date (self) ? dup_date (self->period.start) : g_strdup ("");
    case NIDA_ENTRY_CELL_HISTORY: return dup_history (self);
    case NIDA_ENTRY_CELL_LINKS:
      {
        g_autoptr (GPtrArray) links = g_ptr_array_copy (self->links, NULL, NULL);

        g_ptr_array_set_free_func (links, NULL);
        g_ptr_array_add (links, NULL);
        return g_strjoinv (" ", (char **) links->pdata);
      }
    default: return g_strdup ("");
    }
}

/* --- showing --- */

/* "Qatar: Doha conference" */
static char *
dup_subject_shown (const NidaEntry *self,
                   NidaLanguage    *language)
{
  g_autofree char *subject = nida_entry_dup_shown (self, nida_entry_get_subject (self), language);
  g_autofree char *donor = self->kind != NIDA_ENTRY_MONEY ? nida_entry_dup_shown (self, NIDA_ENTRY_CELL_DONOR, language) : g_strdup ("");

  if (*donor == '\0')
    return g_steal_pointer (&subject);
  /* Translators: a donor and an event or a need that it has to do with */
  return g_strdup_printf (_("%1$s: %2$s"), donor, subject);
}

char *
nida_entry_dup_shown (const NidaEntry *self,
                      NidaEntryCell    cell,
                      NidaLanguage    *language)
{
  g_autofree char *exact = NULL;
  gboolean arabic;
  int name = name_of_cell (cell, &arabic);

  if (name >= 0)
    return self->names[name][0] == NULL && self->names[name][1] == NULL ? g_strdup ("")
           : arabic ? nida_language_isolate (language, self->names[name][1] != NULL ? self->names[name][1] : "")
           : nida_words_name (language, nida_entry_name_field (name), self->names[name][0] != NULL ? self->names[name][0] : self->names[name][1],
                              self->names[name][1]);
  switch ((int) cell)
    {
    case NIDA_ENTRY_CELL_KIND:
      if (nida_entry_get_kind (self) == NIDA_KIND_NONE)
        /* Translators: of a pledge that will not be paid */
        return g_strdup (_("Cancelled"));
      exact = dup_kind (self);
      return g_strdup (nida_words_value (NIDA_FIELD_KIND, exact));
    case NIDA_ENTRY_CELL_DATE:
      return nida_entry_get_period (self).start.precision == NIDA_PRECISION_NONE ? g_strdup ("")
             : nida_language_period (language, nida_entry_get_period (self), NIDA_DATE_MEDIUM);
    case NIDA_ENTRY_CELL_DUE:
      return self->due.precision == NIDA_PRECISION_NONE ? g_strdup ("") : nida_language_date (language, self->due, NIDA_DATE_MEDIUM);
    case NIDA_ENTRY_CELL_AMOUNT:
      return self->amount == NIDA_MONEY_NONE ? g_strdup ("") : nida_language_money_bare (language, self->amount, self->currency);
    case NIDA_ENTRY_CELL_OPEN:
      return nida_entry_get_kind (self) != NIDA_KIND_PLEDGE && nida_entry_get_kind (self) != NIDA_KIND_COMMITMENT ? g_strdup ("")
             : nida_language_money_bare (language, nida_entry_get_open (self), self->currency);
    case NIDA_ENTRY_CELL_SUBJECT: return dup_subject_shown (self, language);
    case NIDA_ENTRY_CELL_NOTE:
      return self->notes[0] == NULL && self->notes[1] == NULL ? g_strdup ("")
             : nida_language_name (language, self->notes[0] != NULL ? self->notes[0] : self->notes[1], self->notes[1]);
    default:
      exact = nida_entry_dup_cell (self, cell);
      return nida_language_isolate (language, exact);
    }
}

/* --- reading --- */

static gboolean
refuse (GError       **error,
        NidaEntryCell  cell,
        const char    *text,
        const char    *remedy)
{
  g_set_error (error, NIDA_ENTRY_ERROR, NIDA_ENTRY_ERROR_VALUE,
               /* Translators: what stands in a cell of the ledger, the column that it is in, and how it is to be written */
               _("“%1$s” is not understood as “%2$s”. %3$s"), text, nida_entry_cell_get_title (cell), remedy);
  return FALSE;
}

static gboolean
read_date (NidaEntryCell   cell,
           const char     *text,
           NidaDate       *date,
           GError        **error)
{
  *date = NIDA_DATE_NONE;
  return *text == '\0' || nida_date_parse (text, strlen (text), date) == NIDA_DATE_OK
         || refuse (error, cell, text, _("Write a date as 2026-05-31, a month as 2026-05 or a year as 2026."));
}

static gboolean
set_amount (NidaEntry        *self,
            const char       *text,
            NidaDecimalMark   mark,
            GError          **error)
{
  NidaMoney amount = NIDA_MONEY_NONE;

  switch (*text == '\0' ? NIDA_MONEY_OK : nida_said_amount_parse (text, mark, &amount))
    {
    case NIDA_MONEY_OK:
      self->amount = amount;
      return TRUE;
    case NIDA_MONEY_AMBIGUOUS:
      return refuse (error, NIDA_ENTRY_CELL_AMOUNT, text, _("Write it without marks between the digits, or with its decimals: 1234.00."));
    case NIDA_MONEY_ROUNDED:
      return refuse (error, NIDA_ENTRY_CELL_AMOUNT, text, _("Write it with three decimals at most."));
    default:
      return refuse (error, NIDA_ENTRY_CELL_AMOUNT, text, _("Write digits only: 1250000.50."));
    }
}

static gboolean
set_currency (NidaEntry   *self,
              const char  *text,
              GError     **error)
{
  g_autofree char *upper = g_ascii_strup (text, -1);

  if (*upper != '\0' && !nida_currency_exists (upper))
    return refuse (error, NIDA_ENTRY_CELL_CURRENCY, text, _("Write the three letters of the currency: USD, KWD, SAR."));
  g_strlcpy (self->currency, upper, sizeof self->currency);
  return TRUE;
}

static gboolean
set_kind (NidaEntry   *self,
          const char  *text,
          GError     **error)
{
  gboolean cancelled;
  NidaKind kind = nida_entry_kind_from_word (text, &cancelled);

  if (g_str_has_prefix (text, "cancelled "))
    for (guint i = 0; i < NIDA_N_ENTRY_KINDS; i++)
      if (g_str_equal (text + strlen ("cancelled "), nida_entry_kind_get_name (i)))
        {
          self->kind = i;
          cancelled = TRUE;
        }
  if (cancelled)
    nida_entry_add_step (self, NIDA_ENTRY_CANCELLED, NIDA_DATE_NONE, 0, NULL);
  else if (kind != NIDA_KIND_NONE)
    nida_entry_become (self, kind, NIDA_DATE_NONE);
  else if (*text != '\0')
    return refuse (error, NIDA_ENTRY_CELL_KIND, text, _("Write pledge, commitment, paid, requirement, event, indicator, goal or cancelled."));
  return TRUE;
}

/* "paid", "part:3000000" */
static gboolean
read_what (const char      *text,
           NidaEntryStatus *status,
           NidaMoney       *amount)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);

  *amount = NIDA_MONEY_NONE;
  for (*status = NIDA_ENTRY_PLEDGED; !g_str_equal (parts[0], nida_entry_status_get_name (*status)); (*status)++)
    if (*status == NIDA_ENTRY_PART)
      return FALSE;
  if (*status != NIDA_ENTRY_PART)
    return parts[1] == NULL;
  return parts[1] != NULL && nida_money_parse (parts[1], strlen (parts[1]), NIDA_DECIMAL_DOT, amount) == NIDA_MONEY_OK;
}

/* "paid 2026-05-03 1768000000000000 Noura" */
static gboolean
add_step (NidaEntry  *entry,
          const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", 4);
  const char *who = g_strv_length (parts) > 3 && *parts[3] != '\0' ? parts[3] : NULL;
  NidaEntryStatus status;
  NidaMoney amount;
  NidaDate date = NIDA_DATE_NONE;
  gint64 at;

  if (g_strv_length (parts) < 3 || !read_what (parts[0], &status, &amount)
      || (!g_str_equal (parts[1], "-") && nida_date_parse (parts[1], strlen (parts[1]), &date) != NIDA_DATE_OK))
    return FALSE;
  at = g_ascii_strtoll (parts[2], NULL, 10);
  if (status == NIDA_ENTRY_PART)
    return nida_entry_add_part (entry, amount, date, at, who);
  nida_entry_add_step (entry, status, date, at, who);
  return TRUE;
}

static gboolean
set_history (NidaEntry   *self,
             const char  *text,
             GError     **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "; ", -1);
  g_autoptr (NidaEntry) read = nida_entry_new (self->kind);
  GArray *before = self->steps;

  for (guint i = 0; parts[i] != NULL; i++)
    if (!add_step (read, parts[i]))
      return refuse (error, NIDA_ENTRY_CELL_HISTORY, parts[i], _("Leave the history as Nida wrote it, or empty."));
  if (read->steps->len > 0)
    {
      self->steps = read->steps;
      read->steps = before;
    }
  return TRUE;
}

static gboolean
set_date (NidaEntry   *self,
          const char  *text,
          GError     **error)
{
  NidaEntryStep *step = nida_entry_get_step (self);
  NidaDate date;

  if (!read_date (NIDA_ENTRY_CELL_DATE, text, &date, error))
    return FALSE;
  if (step != NULL && step->date.precision != NIDA_PRECISION_NONE)
    step->date = date;
  else
    self->period.start = self->period.end = date;
  return TRUE;
}

static gboolean
set_other_date (NidaEntry      *self,
                NidaEntryCell   cell,
                const char     *text,
                GError        **error)
{
  NidaDate date;

  if (!read_date (cell, text, &date, error))
    return FALSE;
  if (cell == NIDA_ENTRY_CELL_DUE)
    self->due = date;
  else if (cell == NIDA_ENTRY_CELL_DATE_END)
    self->period.end = date.precision != NIDA_PRECISION_NONE ? date : self->period.start;
  else if (date.precision != NIDA_PRECISION_NONE)
    {
      self->period.end = nida_period_is_span (self->period) ? self->period.end : date;
      self->period.start = date;
    }
  return TRUE;
}

static gboolean
set_word (NidaEntry      *self,
          NidaEntryCell   cell,
          const char     *text,
          GError        **error)
{
  const char * const *words = nida_field_get_words (NIDA_FIELD_QUALIFIER);
  char *end;

  if (cell == NIDA_ENTRY_CELL_QUALIFIER)
    {
      for (guint i = 0; words[i] != NULL; i++)
        if (g_str_equal (words[i], text))
          self->qualifier = (NidaQualifier) (i + 1);
      return TRUE;
    }
  self->usage_year = *text == '\0' ? 0 : (int) CLAMP (g_ascii_strtoll (text, &end, 10), 0, 9999);
  return *text == '\0' || *end == '\0' || refuse (error, cell, text, _("Write the year in four digits."));
}

static void
set_links (NidaEntry  *self,
           const char *text)
{
  g_auto (GStrv) links = g_strsplit_set (text, " \n\t", -1);

  g_ptr_array_set_size (self->links, 0);
  for (guint i = 0; links[i] != NULL; i++)
    if (*links[i] != '\0')
      g_ptr_array_add (self->links, g_strdup (links[i]));
}

/* Past the lines that are blank. */
static const char *
skip_blank (const char *text)
{
  const char *line = text;

  for (const char *p = text; *p != '\0' && g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    if (*p == '\n')
      line = p + 1;
  return line;
}

/* White space around a line is nobody's words: it comes along when cells are copied. Inside it stays; of a note of several lines
 * so does that at the beginning of the first, since the others may be set in as far. */
static char *
dup_trimmed (const char *text,
             gboolean    lines)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  const char *start = skip_blank (valid), *last = start;

  for (const char *p = start; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      last = g_utf8_next_char (p);
  if (lines && memchr (start, '\n', (gsize) (last - start)) != NULL)
    return g_strndup (start, (gsize) (last - start));
  return nida_name_clean (valid);
}

gboolean
nida_entry_set_cell (NidaEntry        *self,
                     NidaEntryCell     cell,
                     const char       *text,
                     NidaDecimalMark   mark,
                     GError          **error)
{
  g_autofree char *trimmed = NULL, *plain = NULL;
  char **field = text_of_cell (self, cell == NIDA_ENTRY_CELL_SUBJECT ? (cell = nida_entry_get_subject (self)) : cell);

  if (field != NULL)
    {
      trimmed = dup_trimmed (text, cell == NIDA_ENTRY_CELL_NOTE || cell == NIDA_ENTRY_CELL_NOTE_AR);
      nida_entry_set_text (field, trimmed);
      return TRUE;
    }
  plain = nida_name_clean (text);
  switch ((int) cell)
    {
    case NIDA_ENTRY_CELL_KIND: return set_kind (self, plain, error);
    case NIDA_ENTRY_CELL_DATE: return set_date (self, plain, error);
    case NIDA_ENTRY_CELL_DATE_END: case NIDA_ENTRY_CELL_DUE: case NIDA_ENTRY_CELL_FIRST_DATE:
      return set_other_date (self, cell, plain, error);
    case NIDA_ENTRY_CELL_AMOUNT: return set_amount (self, plain, mark, error);
    case NIDA_ENTRY_CELL_WHOLE: return *plain == '\0' || set_amount (self, plain, mark, error);
    case NIDA_ENTRY_CELL_CURRENCY: return set_currency (self, plain, error);
    case NIDA_ENTRY_CELL_HISTORY: return *plain == '\0' || set_history (self, plain, error);
    case NIDA_ENTRY_CELL_QUALIFIER: case NIDA_ENTRY_CELL_USAGE_YEAR: return set_word (self, cell, plain, error);
    case NIDA_ENTRY_CELL_LINKS: set_links (self, plain); return TRUE;
    default: return TRUE;
    }
}
