/* A rate is of one currency, its subject: it converts amounts of that one, and into it. A rate of dollars says what the other
 * currency is worth, so that nobody's dollars become euros by way of a dinar. */
#include "own-rates.h"

#include <string.h>

struct _NidaOwnRates {
  gatomicrefcount ref_count;
  GArray         *rates;      /* NidaOwnRate, the shortest time first */
};

void
nida_own_rate_clear (NidaOwnRate *self)
{
  g_clear_pointer (&self->note, g_free);
}

static gboolean
same_date (NidaDate a,
           NidaDate b)
{
  return a.precision == b.precision && (a.precision == NIDA_PRECISION_NONE || a.day == b.day);
}

gboolean
nida_own_rate_equal (const NidaOwnRate *a,
                     const NidaOwnRate *b)
{
  return strcmp (a->from, b->from) == 0 && strcmp (a->to, b->to) == 0 && same_date (a->when.start, b->when.start)
         && same_date (a->when.end, b->when.end) && a->quote.mantissa == b->quote.mantissa
         && a->quote.decimals == b->quote.decimals && g_strcmp0 (a->note, b->note) == 0;
}

char *
nida_own_rate_dup_id (const NidaOwnRate *self)
{
  gboolean ordered = strcmp (self->from, self->to) < 0;
  g_autofree char *start = self->when.start.precision != NIDA_PRECISION_NONE ? nida_date_to_string (self->when.start) : g_strdup ("");
  g_autofree char *end = self->when.end.precision != NIDA_PRECISION_NONE ? nida_date_to_string (self->when.end) : g_strdup ("");

  return g_strdup_printf ("%s %s %s..%s", ordered ? self->from : self->to, ordered ? self->to : self->from, start, end);
}

/* --- the set --- */

static void
clear_cb (gpointer rate)
{
  nida_own_rate_clear (rate);
}

NidaOwnRates *
nida_own_rates_new (void)
{
  NidaOwnRates *self = g_new0 (NidaOwnRates, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->rates = g_array_new (FALSE, FALSE, sizeof (NidaOwnRate));
  g_array_set_clear_func (self->rates, clear_cb);
  return self;
}

NidaOwnRates *
nida_own_rates_ref (NidaOwnRates *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
nida_own_rates_unref (NidaOwnRates *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->rates);
  g_free (self);
}

static gint64
first_day (const NidaOwnRate *rate)
{
  return rate->when.start.precision == NIDA_PRECISION_NONE ? G_MININT32 : nida_date_first_day (rate->when.start);
}

static gint64
last_day (const NidaOwnRate *rate)
{
  return rate->when.end.precision == NIDA_PRECISION_NONE ? G_MAXINT32 : nida_date_last_day (rate->when.end);
}

static gboolean
has_dollar (const NidaOwnRate *rate)
{
  return strcmp (rate->from, "USD") == 0 || strcmp (rate->to, "USD") == 0;
}

/* The shortest time first, then the later one, the dollar, the id: no order of adding them matters. */
static int
compare_rates (gconstpointer a,
               gconstpointer b)
{
  const NidaOwnRate *one = a, *other = b;
  gint64 length = last_day (one) - first_day (one), other_length = last_day (other) - first_day (other);
  g_autofree char *id = NULL, *other_id = NULL;

  if (length != other_length)
    return length < other_length ? -1 : 1;
  if (first_day (one) != first_day (other))
    return first_day (one) > first_day (other) ? -1 : 1;
  if (has_dollar (one) != has_dollar (other))
    return has_dollar (one) ? -1 : 1;
  id = nida_own_rate_dup_id (one);
  other_id = nida_own_rate_dup_id (other);
  return strcmp (id, other_id);
}

void
nida_own_rates_add (NidaOwnRates      *self,
                    const NidaOwnRate *rate)
{
  NidaOwnRate copy = *rate;

  g_return_if_fail (rate->quote.mantissa > 0 && strcmp (rate->from, rate->to) != 0);

  copy.note = g_strdup (rate->note);
  g_array_append_val (self->rates, copy);
  g_array_sort (self->rates, compare_rates);
}

guint
nida_own_rates_get_n (NidaOwnRates *self)
{
  return self != NULL ? self->rates->len : 0;
}

const NidaOwnRate *
nida_own_rates_get (NidaOwnRates *self,
                    guint         index)
{
  return &g_array_index (self->rates, NidaOwnRate, index);
}

gboolean
nida_own_rates_equal (NidaOwnRates *a,
                      NidaOwnRates *b)
{
  if (a == b || nida_own_rates_get_n (a) != nida_own_rates_get_n (b))
    return a == b;
  for (guint i = 0; i < nida_own_rates_get_n (a); i++)
    if (!nida_own_rate_equal (nida_own_rates_get (a, i), nida_own_rates_get (b, i)))
      return FALSE;
  return TRUE;
}

/* --- finding --- */

/* The days of money without a date are any. */
static gboolean
holds (const NidaOwnRate *rate,
       NidaPeriod         when)
{
  gboolean dated = when.start.precision != NIDA_PRECISION_NONE;
  gint64 first = dated ? nida_date_first_day (when.start) : G_MININT32, last = dated ? nida_date_last_day (when.end) : G_MAXINT32;

  return first >= first_day (rate) && last <= last_day (rate);
}

static const char *
subject_of (const NidaOwnRate *rate)
{
  return strcmp (rate->from, "USD") == 0 ? rate->to : rate->from;
}

const NidaOwnRate *
nida_own_rates_find (NidaOwnRates *self,
                     const char   *currency,
                     const char   *other,
                     NidaPeriod    when,
                     guint         skip)
{
  for (guint i = 0; i < nida_own_rates_get_n (self); i++)
    {
      const NidaOwnRate *rate = nida_own_rates_get (self, i);
      gboolean between = other != NULL && ((strcmp (rate->from, currency) == 0 && strcmp (rate->to, other) == 0)
                                           || (strcmp (rate->from, other) == 0 && strcmp (rate->to, currency) == 0));

      if ((between || (other == NULL && strcmp (subject_of (rate), currency) == 0)) && holds (rate, when) && skip-- == 0)
        return rate;
    }
  return NULL;
}

NidaRatio
nida_own_rate_get_ratio (const NidaOwnRate *rate,
                         const char        *currency)
{
  NidaUWide den = 1;
  NidaRatio ratio;

  for (guint i = 0; i < rate->quote.decimals; i++)
    den *= 10;
  ratio = nida_ratio_new ((NidaUWide) rate->quote.mantissa, den);
  return strcmp (rate->from, currency) == 0 ? ratio : nida_ratio_invert (ratio);
}
