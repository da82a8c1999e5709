/* One timer a window, for the source that is due next. Reading again goes the way of "Read Again": filters stay, a failure
 * keeps what is shown and says so; while a reading lasts, no other begins. */
#include "config.h"

#include "live.h"

#include "look.h"

#define KEY "refresh-intervals"
#define BUSY 1   /* seconds to wait while another reading lasts */

struct _NidaLive {
  NidaSession *session;
  GHashTable  *due;       /* input → gint64: monotonic time of its next reading */
  guint        timer;
  gulong       settings_handler;
};

static GSettings *
get_settings (void)
{
  return nida_look_get_settings (nida_look_get ());
}

/* --- what is remembered --- */

guint
nida_live_get_source_interval (const char *input)
{
  g_autoptr (GVariant) intervals = g_settings_get_value (get_settings (), KEY);
  guint seconds = 0;

  g_variant_lookup (intervals, input, "u", &seconds);
  return seconds > 0 ? CLAMP (seconds, NIDA_LIVE_SHORTEST, NIDA_LIVE_LONGEST) : 0;
}

static void
store_intervals (const char * const *inputs,
                 guint               seconds)
{
  g_autoptr (GVariant) intervals = g_settings_get_value (get_settings (), KEY);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *input;
  guint other;

  if (seconds > 0)
    seconds = CLAMP (seconds, NIDA_LIVE_SHORTEST, NIDA_LIVE_LONGEST);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{su}"));
  g_variant_iter_init (&iter, intervals);
  while (g_variant_iter_next (&iter, "{&su}", &input, &other))
    if (!g_strv_contains (inputs, input))
      g_variant_builder_add (&builder, "{su}", input, other);
  for (guint i = 0; seconds > 0 && inputs[i] != NULL; i++)
    g_variant_builder_add (&builder, "{su}", inputs[i], seconds);
  g_settings_set_value (get_settings (), KEY, g_variant_builder_end (&builder));
}

void
nida_live_set_source_interval (const char *input,
                               guint       seconds)
{
  const char *inputs[] = { input, NULL };

  store_intervals (inputs, seconds);
}

guint
nida_live_get_interval (NidaLive *self)
{
  const char * const *inputs = nida_session_get_inputs (self->session);
  guint common = inputs != NULL && inputs[0] != NULL ? nida_live_get_source_interval (inputs[0]) : 0;

  for (guint i = 1; inputs != NULL && inputs[0] != NULL && inputs[i] != NULL; i++)
    if (nida_live_get_source_interval (inputs[i]) != common)
      return NIDA_LIVE_MIXED;
  return common;
}

void
nida_live_set_interval (NidaLive *self,
                        guint     seconds)
{
  if (nida_session_get_inputs (self->session) != NULL)
    store_intervals (nida_session_get_inputs (self->session), seconds);
}

/* --- the timer --- */

static void arm (NidaLive *self);

static gint64
next_of (gint64 now,
         guint  seconds)
{
  return now + (gint64) seconds * G_USEC_PER_SEC;
}

/* The inputs whose time has come; each has its next one then. */
static GPtrArray *
take_due (NidaLive *self)
{
  gint64 now = g_get_monotonic_time ();
  GPtrArray *due = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer input, next;

  g_hash_table_iter_init (&iter, self->due);
  while (g_hash_table_iter_next (&iter, &input, &next))
    if (*(gint64 *) next <= now)
      {
        *(gint64 *) next = next_of (now, nida_live_get_source_interval (input));
        if (!nida_filter_set_is_off (nida_session_get_filters (self->session), input))
          g_ptr_array_add (due, g_strdup (input));
      }
  return due;
}

static gboolean
tick_cb (gpointer user_data)
{
  NidaLive *self = user_data;

  self->timer = 0;
  if (!nida_session_is_loading (self->session))
    {
      g_autoptr (GPtrArray) due = take_due (self);

      g_ptr_array_add (due, NULL);
      if (due->len > 1)
        nida_session_reload_due (self->session, (const char * const *) due->pdata);
    }
  arm (self);
  return G_SOURCE_REMOVE;
}

static void
arm (NidaLive *self)
{
  gint64 now = g_get_monotonic_time (), first = G_MAXINT64;
  GHashTableIter iter;
  gpointer next;

  g_clear_handle_id (&self->timer, g_source_remove);
  g_hash_table_iter_init (&iter, self->due);
  while (g_hash_table_iter_next (&iter, NULL, &next))
    first = MIN (first, *(gint64 *) next);
  if (first == G_MAXINT64)
    return;
  if (nida_session_is_loading (self->session))
    first = MAX (first, next_of (now, BUSY));
  self->timer = g_timeout_add ((guint) (MAX (first - now, 0) / 1000 + 1), tick_cb, self);
}

/* A source whose interval is changed waits for the new one from now on; the others keep their time. */
static void
plan (NidaLive *self)
{
  const char * const *inputs = nida_session_get_inputs (self->session);
  gint64 now = g_get_monotonic_time ();
  g_autoptr (GHashTable) before = g_steal_pointer (&self->due);

  self->due = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; inputs != NULL && inputs[i] != NULL; i++)
    {
      guint seconds = nida_live_get_source_interval (inputs[i]);
      const gint64 *planned = g_hash_table_lookup (before, inputs[i]);
      gint64 next = next_of (now, seconds);

      if (planned != NULL)
        next = MIN (next, *planned);
      if (seconds > 0)
        g_hash_table_insert (self->due, g_strdup (inputs[i]), g_memdup2 (&next, sizeof next));
    }
  arm (self);
}

static void
opened_cb (NidaLive *self,
           gboolean  reload)
{
  if (!reload)
    g_hash_table_remove_all (self->due);
  plan (self);
}

NidaLive *
nida_live_new (NidaSession *session)
{
  NidaLive *self = g_new0 (NidaLive, 1);

  self->session = session;
  self->due = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_signal_connect_swapped (session, "opened", G_CALLBACK (opened_cb), self);
  self->settings_handler = g_signal_connect_swapped (get_settings (), "changed::" KEY, G_CALLBACK (plan), self);
  return self;
}

void
nida_live_free (NidaLive *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_signal_handler_disconnect (get_settings (), self->settings_handler);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_hash_table_unref (self->due);
  g_free (self);
}
