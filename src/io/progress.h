/* How far a load has come, written by its threads and read by whoever shows it. */
#pragma once

#include <glib.h>
#include <stdatomic.h>

G_BEGIN_DECLS

typedef struct {
  _Atomic guint64 bytes;
  _Atomic guint64 total;      /* 0 when it is not known */
  _Atomic guint64 rows;
  _Atomic guint64 pages;      /* that servers sent */
} NidaProgress;

G_END_DECLS
