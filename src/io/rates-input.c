/* Rates on their way into a builder. */
#include "config.h"

#include "rates-input.h"

#include <string.h>

void
nida_rates_input_begin (NidaRatesInput *self,
                        NidaInput      *input,
                        const char     *format)
{
  NidaSourceInfo info = *input->info;

  info.format = (char *) format;
  info.is_rates = TRUE;
  *self = (NidaRatesInput) { .input = input, .rates = nida_dataset_builder_get_rates (input->builder) };
  self->source = nida_dataset_builder_add_source (input->builder, &info);
  if (input->text.encoding != NULL)
    nida_report_add (nida_dataset_builder_get_report (input->builder), NIDA_PROBLEM_ENCODING, self->source, 0, NULL,
                     input->text.encoding, -1);
}

void
nida_rates_input_record (NidaRatesInput *self,
                         gboolean        any)
{
  self->read++;
  self->refused += !any && self->bad ? 1 : 0;
  self->empty += !any && !self->bad ? 1 : 0;
  self->bad = FALSE;
  if (self->read % 1024 == 0)
    atomic_fetch_add (&self->input->progress->rows, 1024);
}

void
nida_rates_input_refuse (NidaRatesInput *self,
                         guint           line,
                         const char     *column,
                         const char     *text,
                         gssize          length)
{
  self->bad = TRUE;
  nida_report_add (nida_dataset_builder_get_report (self->input->builder), NIDA_PROBLEM_RATE_UNUSABLE, self->source, line, column,
                   text, length);
}

gboolean
nida_rates_input_end (NidaRatesInput  *self,
                      GError         **error)
{
  NidaSourceInfo *info = nida_report_get_source (nida_dataset_builder_get_report (self->input->builder), self->source);

  info->rows_read = self->read;
  info->rows_refused = self->refused;
  info->rows_empty = self->empty;
  atomic_fetch_add (&self->input->progress->rows, self->read % 1024);
  return nida_bytes_check (self->input->bytes, error);
}

/* The number of the month that begins with the three letters at @text; 0 for none. */
static int
month_number (const char *text)
{
  static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";

  for (int month = 0; month < 12; month++)
    if (g_ascii_strncasecmp (text, months + month * 3, 3) == 0)
      return month + 1;
  return 0;
}

/* "01 Nov 2025" with spaces or hyphens; what follows the third letter of a month is not looked at. */
static gboolean
parse_month_in_words (const char *text,
                      gsize       length,
                      NidaDate   *date)
{
  g_autofree char *copy = g_strndup (text, length);
  g_auto (GStrv) words = g_strsplit_set (copy, " -", 0);
  guint64 day, year;
  int month;

  if (g_strv_length (words) != 3 || strlen (words[1]) < 3 ||
      !g_ascii_string_to_unsigned (words[0], 10, 1, 31, &day, NULL) ||
      !g_ascii_string_to_unsigned (words[2], 10, 1000, 2999, &year, NULL))
    return FALSE;
  month = month_number (words[1]);
  if (month == 0 || !nida_civil_valid ((int) year, month, (int) day))
    return FALSE;
  *date = nida_date_new_day ((int) year, month, (int) day);
  return TRUE;
}

gboolean
nida_rates_parse_date (const char *text,
                       gsize       length,
                       NidaDate   *date)
{
  if (nida_date_parse (text, length, date) == NIDA_DATE_OK)
    return date->precision == NIDA_PRECISION_DAY || date->precision == NIDA_PRECISION_MONTH;
  return parse_month_in_words (text, length, date);
}

gboolean
nida_rates_parse_code (const char *text,
                       gsize       length,
                       char        code[4])
{
  if (length != 3 || !g_ascii_isupper (text[0]) || !g_ascii_isupper (text[1]) || !g_ascii_isupper (text[2]))
    return FALSE;
  memcpy (code, text, 3);
  code[3] = '\0';
  return TRUE;
}
