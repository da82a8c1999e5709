/* One timer a window. Reading again goes the way of "Read Again": filters stay, a failure keeps what is shown and says so;
 * while a reading lasts, no other begins. */
#include "config.h"

#include "live.h"

#include "look.h"

#define KEY "refresh-intervals"

struct _NidaLive {
  NidaSession *session;
  guint        timer;
};

static GSettings *
get_settings (void)
{
  return nida_look_get_settings (nida_look_get ());
}

guint
nida_live_get_interval (NidaLive *self)
{
  g_autoptr (GVariant) intervals = g_settings_get_value (get_settings (), KEY);
  const char * const *inputs = nida_session_get_inputs (self->session);
  guint shortest = 0, seconds;

  for (guint i = 0; inputs != NULL && inputs[i] != NULL; i++)
    if (g_variant_lookup (intervals, inputs[i], "u", &seconds) && seconds > 0 && (shortest == 0 || seconds < shortest))
      shortest = seconds;
  return shortest;
}

static gboolean
tick_cb (gpointer user_data)
{
  NidaLive *self = user_data;

  if (!nida_session_is_loading (self->session) && nida_session_get_inputs (self->session) != NULL)
    nida_session_refresh (self->session);
  return G_SOURCE_CONTINUE;
}

static void
arm (NidaLive *self)
{
  guint seconds = nida_live_get_interval (self);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (seconds > 0)
    self->timer = g_timeout_add_seconds (CLAMP (seconds, NIDA_LIVE_SHORTEST, NIDA_LIVE_LONGEST), tick_cb, self);
}

static void
opened_cb (NidaLive *self,
           gboolean  reload)
{
  if (!reload)
    arm (self);
}

/* The intervals but those of what is open. */
static void
copy_others (NidaLive        *self,
             GVariantBuilder *builder)
{
  g_autoptr (GVariant) intervals = g_settings_get_value (get_settings (), KEY);
  const char * const *inputs = nida_session_get_inputs (self->session);
  GVariantIter iter;
  const char *input;
  guint seconds;

  g_variant_iter_init (&iter, intervals);
  while (g_variant_iter_next (&iter, "{&su}", &input, &seconds))
    if (!g_strv_contains (inputs, input))
      g_variant_builder_add (builder, "{su}", input, seconds);
}

void
nida_live_set_interval (NidaLive *self,
                        guint     seconds)
{
  const char * const *inputs = nida_session_get_inputs (self->session);
  GVariantBuilder builder;

  if (inputs == NULL)
    return;
  if (seconds > 0)
    seconds = CLAMP (seconds, NIDA_LIVE_SHORTEST, NIDA_LIVE_LONGEST);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{su}"));
  copy_others (self, &builder);
  for (guint i = 0; seconds > 0 && inputs[i] != NULL; i++)
    g_variant_builder_add (&builder, "{su}", inputs[i], seconds);
  g_settings_set_value (get_settings (), KEY, g_variant_builder_end (&builder));
  arm (self);
}

NidaLive *
nida_live_new (NidaSession *session)
{
  NidaLive *self = g_new0 (NidaLive, 1);

  self->session = session;
  g_signal_connect_swapped (session, "opened", G_CALLBACK (opened_cb), self);
  return self;
}

void
nida_live_free (NidaLive *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_free (self);
}
