/* How far a talk should be: what of its time is meant for which slide. */
#include "config.h"

#include "show-time.h"

guint
nida_show_time_total (const guint *plans,
                      guint        n,
                      guint        total)
{
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    sum += plans[i];
  return total > 0 ? total : sum;
}

/* What the slides before @index are meant to take. Reckoned from the whole each time, so that thirds add up. */
static guint
until (const guint *plans,
       guint        n,
       guint        total,
       guint        index)
{
  guint planned = 0, own = 0, silent = 0, silent_before = 0;
  guint rest;

  for (guint i = 0; i < n; i++)
    {
      planned += plans[i];
      silent += plans[i] == 0;
      own += i < index ? plans[i] : 0;
      silent_before += i < index && plans[i] == 0;
    }
  rest = total > planned ? total - planned : 0;
  return own + (silent > 0 ? (guint) ((guint64) rest * silent_before / silent) : 0);
}

void
nida_show_time_due (const guint *plans,
                    guint        n,
                    guint        total,
                    guint        index,
                    guint       *from,
                    guint       *to)
{
  total = nida_show_time_total (plans, n, total);
  *from = total > 0 ? until (plans, n, total, index) : 0;
  *to = total > 0 ? until (plans, n, total, index + 1) : 0;
}

char *
nida_show_time_format (guint seconds)
{
  if (seconds >= 3600)
    return g_strdup_printf ("%u:%02u:%02u", seconds / 3600, seconds / 60 % 60, seconds % 60);
  return g_strdup_printf ("%02u:%02u", seconds / 60, seconds % 60);
}
