/* A percentage that a row states, against what its own figures make. */
#include "config.h"

#include "reader.h"

#include <string.h>

#define PERCENT 100

static guint
count_decimals (NidaCell cell)
{
  const char *mark = memchr (cell.text, '.', cell.length);
  guint n = 0;

  for (const char *p = mark; mark != NULL && p + 1 < cell.text + cell.length && g_ascii_isdigit (p[1]); p++)
    n++;
  return MIN (n, 3);
}

/* Half a unit of the last decimal, in thousandths of a percent. */
static __int128
half_unit (guint decimals)
{
  static const int halves[] = { 500, 50, 5, 0 };

  return halves[decimals];
}

/**
 * nida_sheet_compare_share:
 * @required: what a plan asks for; nothing is compared unless it is above zero
 * @funding: what it is said to have got
 * @subject: the plan's name
 *
 * Keep the percentage of @role and whether it is the computed one at the precision at which it is printed.
 */
void
nida_sheet_compare_share (NidaSheet        *self,
                          const NidaRecord *record,
                          guint             role,
                          NidaMoney         required,
                          NidaMoney         funding,
                          NidaCell          subject)
{
  NidaCell cell = nida_sheet_cell (self, record, role);
  NidaStated stated = { .kind = NIDA_STATED_SHARE, .source = self->source, .line = self->line };
  g_autofree char *name = NULL;
  __int128 exact, apart;

  while (cell.length > 0 && (cell.text[cell.length - 1] == '%' || nida_is_space (cell.text[cell.length - 1])))
    cell.length--;
  if (required == NIDA_MONEY_NONE || required <= 0 || funding == NIDA_MONEY_NONE
      || nida_money_parse (cell.text, cell.length, NIDA_DECIMAL_DOT, &stated.stated) != NIDA_MONEY_OK)
    return;
  exact = (__int128) funding * PERCENT * 1000;
  apart = exact - (__int128) stated.stated * required;
  stated.decimals = count_decimals (cell);
  stated.differs = (apart < 0 ? -apart : apart) > half_unit (stated.decimals) * required;
  exact /= required;
  if (exact > G_MAXINT64 || exact <= G_MININT64)
    return;
  stated.computed = (NidaMoney) exact;
  stated.where = self->header->names[self->roles[role]];
  stated.subject = name = g_strndup (subject.text, subject.length);
  nida_report_add_stated (self->report, &stated);
}
