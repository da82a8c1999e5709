/* The marks inside numbers as they are written in either language. Private to chart/. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

static inline gboolean
nida_is_decimal_mark (gunichar c)
{
  return c == '.' || c == 0x066b;
}

static inline gboolean
nida_is_group_mark (gunichar c)
{
  return c == ',' || c == 0x066c;
}

G_END_DECLS
