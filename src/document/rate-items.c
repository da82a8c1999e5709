/* A key file an item: from, to, quote, start, end, note. */
#include "config.h"

#include "rate-items.h"

#include "dictionary.h"
#include "key-text.h"
#include "language.h"
#include "translate.h"

#include <string.h>

#define GROUP "Nida rate"

G_DEFINE_QUARK (nida-rate-error-quark, nida_rate_error)

/* --- cells --- */

/* Digits and the decimal mark of any script as a file has them; what is no number stays none. */
static char *
plain_number (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        g_string_append_c (plain, (char) ('0' + g_unichar_digit_value (c)));
      else
        g_string_append_unichar (plain, c == 0x066b ? '.' : c);
    }
  return g_string_free (plain, FALSE);
}

static gboolean
refuse (GError     **error,
        const char  *text,
        const char  *remedy)
{
  /* Translators: what a person wrote, and how it is to be written */
  g_set_error (error, NIDA_RATE_ERROR, NIDA_RATE_ERROR_VALUE, _("“%1$s” is not understood. %2$s"), text, remedy);
  return FALSE;
}

static gboolean
read_currency (const char  *text,
               char         code[4],
               GError     **error)
{
  g_autofree char *upper = g_ascii_strup (text, -1);

  if (strlen (upper) != 3 || !nida_currency_exists (upper))
    return refuse (error, text, _("Write the three letters of the currency: USD, KWD, SAR."));
  memcpy (code, upper, 4);
  return TRUE;
}

static gboolean
read_quote (const char   *text,
            NidaDecimal  *quote,
            GError      **error)
{
  g_autofree char *plain = plain_number (text);

  return nida_decimal_parse (plain, strlen (plain), quote)
         || refuse (error, text, _("Write a number above zero, its decimals after a dot: 3.2512."));
}

static gboolean
read_date (const char  *text,
           NidaDate    *date,
           GError     **error)
{
  *date = NIDA_DATE_NONE;
  return *text == '\0' || nida_date_parse (text, strlen (text), date) == NIDA_DATE_OK
         || refuse (error, text, _("Write a date as 2026-05-31, a month as 2026-05 or a year as 2026."));
}

static gboolean
read_cell (NidaRateCell  cell,
           const char   *text,
           NidaOwnRate  *rate,
           GError      **error)
{
  switch (cell)
    {
    case NIDA_RATE_CELL_FROM: return read_currency (text, rate->from, error);
    case NIDA_RATE_CELL_TO: return read_currency (text, rate->to, error);
    case NIDA_RATE_CELL_QUOTE: return read_quote (text, &rate->quote, error);
    case NIDA_RATE_CELL_START: return read_date (text, &rate->when.start, error);
    case NIDA_RATE_CELL_END: return read_date (text, &rate->when.end, error);
    case NIDA_RATE_CELL_NOTE:
    case NIDA_N_RATE_CELLS:
    default:
      rate->note = *text != '\0' ? g_strdup (text) : NULL;
      return TRUE;
    }
}

static gboolean
check (const NidaOwnRate  *rate,
       NidaRateCell       *wrong,
       GError            **error)
{
  const NidaPeriod *when = &rate->when;
  const char *why = NULL;

  if (strcmp (rate->from, rate->to) == 0)
    {
      *wrong = NIDA_RATE_CELL_TO;
      why = _("A rate is of two different currencies.");
    }
  else if (when->end.precision != NIDA_PRECISION_NONE && when->start.precision != NIDA_PRECISION_NONE
           && nida_date_last_day (when->end) < nida_date_first_day (when->start))
    {
      *wrong = NIDA_RATE_CELL_END;
      why = _("The last day stands before the first.");
    }
  if (why != NULL)
    g_set_error_literal (error, NIDA_RATE_ERROR, NIDA_RATE_ERROR_VALUE, why);
  return why == NULL;
}

gboolean
nida_rate_from_cells (const char * const *cells,
                      NidaOwnRate        *rate,
                      NidaRateCell       *wrong,
                      GError            **error)
{
  *rate = (NidaOwnRate) { .when = { NIDA_DATE_NONE, NIDA_DATE_NONE } };
  for (*wrong = 0; *wrong < NIDA_N_RATE_CELLS; (*wrong)++)
    {
      g_autofree char *text = *wrong == NIDA_RATE_CELL_NOTE ? g_strstrip (g_strdup (cells[*wrong])) : nida_name_clean (cells[*wrong]);

      if (!read_cell (*wrong, text, rate, error))
        {
          nida_own_rate_clear (rate);
          return FALSE;
        }
    }
  if (check (rate, wrong, error))
    return TRUE;
  nida_own_rate_clear (rate);
  return FALSE;
}

static char *
dup_quote (NidaDecimal quote)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%0*" G_GINT64_FORMAT, (int) quote.decimals + 1, quote.mantissa);
  if (quote.decimals > 0)
    g_string_insert_c (text, (gssize) (text->len - quote.decimals), '.');
  return g_string_free (text, FALSE);
}

static char *
dup_date (NidaDate date)
{
  return date.precision != NIDA_PRECISION_NONE ? nida_date_to_string (date) : g_strdup ("");
}

char *
nida_rate_dup_cell (const NidaOwnRate *rate,
                    NidaRateCell       cell)
{
  switch (cell)
    {
    case NIDA_RATE_CELL_FROM: return g_strdup (rate->from);
    case NIDA_RATE_CELL_TO: return g_strdup (rate->to);
    case NIDA_RATE_CELL_QUOTE: return dup_quote (rate->quote);
    case NIDA_RATE_CELL_START: return dup_date (rate->when.start);
    case NIDA_RATE_CELL_END: return dup_date (rate->when.end);
    case NIDA_RATE_CELL_NOTE:
    case NIDA_N_RATE_CELLS:
    default: return g_strdup (rate->note != NULL ? rate->note : "");
    }
}

/* --- text --- */

static const char * const keys[NIDA_N_RATE_CELLS] = { "from", "quote", "to", "start", "end", "note" };

char *
nida_rate_to_text (const NidaOwnRate *rate)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  for (NidaRateCell cell = 0; cell < NIDA_N_RATE_CELLS; cell++)
    {
      g_autofree char *text = nida_rate_dup_cell (rate, cell);

      nida_key_text_put (file, GROUP, keys[cell], text);
    }
  return g_key_file_to_data (file, NULL, NULL);
}

gboolean
nida_rate_from_text (const char   *text,
                     NidaOwnRate  *rate,
                     GError      **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) cells = g_new0 (char *, NIDA_N_RATE_CELLS + 1);
  g_autoptr (GError) why = NULL;
  NidaRateCell wrong;

  if (g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL) && g_key_file_has_group (file, GROUP))
    {
      for (NidaRateCell cell = 0; cell < NIDA_N_RATE_CELLS; cell++)
        {
          cells[cell] = nida_key_text_take (file, GROUP, keys[cell]);
          if (cells[cell] == NULL)
            cells[cell] = g_strdup ("");
        }
      if (nida_rate_from_cells ((const char * const *) cells, rate, &wrong, &why))
        return TRUE;
    }
  g_set_error_literal (error, NIDA_RATE_ERROR, NIDA_RATE_ERROR_NOT_A_RATE,
                       _("A rate of the desk’s own cannot be read. Open the document with the Nida that wrote it."));
  return FALSE;
}

/* --- items --- */

NidaOwnRates *
nida_rate_items_overlay (NidaItems    *items,
                         NidaOwnRates *known)
{
  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_RATE); i++)
    {
      NidaOwnRate rate;

      if (!nida_rate_from_text (nida_items_get (items, NIDA_ITEM_RATE, i)->text, &rate, NULL))
        continue;
      if (known == NULL)
        known = nida_own_rates_new ();
      nida_own_rates_add (known, &rate);
      nida_own_rate_clear (&rate);
    }
  return known;
}

NidaOwnRates *
nida_rate_items_read (NidaItems *items)
{
  return nida_rate_items_overlay (items, NULL);
}

void
nida_rate_items_put (NidaDocument      *document,
                     const char        *id,
                     const NidaOwnRate *rate)
{
  g_autofree char *now = nida_own_rate_dup_id (rate), *text = nida_rate_to_text (rate);

  nida_document_begin (document, id != NULL ? NC_("undo", "Change Rate") : NC_("undo", "Add Rate"), NULL);
  if (id != NULL && !g_str_equal (id, now))
    nida_document_remove (document, NIDA_ITEM_RATE, id);
  nida_document_set (document, NIDA_ITEM_RATE, now, text);
  nida_document_end (document);
}

void
nida_rate_items_remove (NidaDocument *document,
                        const char   *id)
{
  nida_document_begin (document, NC_("undo", "Delete Rate"), NULL);
  nida_document_remove (document, NIDA_ITEM_RATE, id);
  nida_document_end (document);
}
