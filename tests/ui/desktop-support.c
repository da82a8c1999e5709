/* org.gnome.SessionManager and org.freedesktop.Notifications, as far as the toolkit speaks to them. */
#include "config.h"

#include "desktop-support.h"

#include <gio/gio.h>

#define FIRST_COOKIE 71

static const char interfaces[] =
  "<node>"
  " <interface name='org.gnome.SessionManager'>"
  "  <method name='Inhibit'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>"
  "   <arg type='u' direction='in'/><arg type='u' direction='out'/></method>"
  "  <method name='Uninhibit'><arg type='u' direction='in'/></method>"
  " </interface>"
  " <interface name='org.freedesktop.Notifications'>"
  "  <method name='GetCapabilities'><arg type='as' direction='out'/></method>"
  "  <method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>"
  "   <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/><arg type='a{sv}' direction='in'/>"
  "   <arg type='i' direction='in'/><arg type='u' direction='out'/></method>"
  "  <method name='CloseNotification'><arg type='u' direction='in'/></method>"
  " </interface>"
  "</node>";

static TestDesktop desktop;
static guint64 cookies;      /* bits of those that are held */
static guint n_cookies;
static gboolean started;
static GMutex mutex;
static GCond cond;

static GVariant *
inhibit (GVariant *arguments)
{
  const char *reason;

  g_variant_get (arguments, "(&su&su)", NULL, NULL, &reason, &desktop.flags);
  g_strlcpy (desktop.reason, reason, sizeof desktop.reason);
  desktop.inhibits++;
  desktop.held++;
  cookies |= G_GUINT64_CONSTANT (1) << n_cookies;
  return g_variant_new ("(u)", FIRST_COOKIE + n_cookies++);
}

/* Only a cookie that was given, and once. */
static void
uninhibit (GVariant *arguments)
{
  guint cookie;

  g_variant_get (arguments, "(u)", &cookie);
  cookie -= FIRST_COOKIE;
  g_assert_cmpuint (cookie, <, n_cookies);
  g_assert_true ((cookies >> cookie & 1) != 0);
  cookies &= ~(G_GUINT64_CONSTANT (1) << cookie);
  desktop.uninhibits++;
  desktop.held--;
}

static GVariant *
notify (GVariant *arguments)
{
  const char *summary, *body;

  g_variant_get (arguments, "(&su&s&s&s@as@a{sv}i)", NULL, NULL, NULL, &summary, &body, NULL, NULL, NULL);
  g_strlcpy (desktop.summary, summary, sizeof desktop.summary);
  g_strlcpy (desktop.body, body, sizeof desktop.body);
  desktop.notified++;
  return g_variant_new ("(u)", desktop.notified);
}

static void
call_cb (GDBusConnection       *connection,
         const char            *sender,
         const char            *path,
         const char            *interface,
         const char            *method,
         GVariant              *arguments,
         GDBusMethodInvocation *invocation,
         gpointer               data)
{
  GVariant *answer = NULL;

  g_mutex_lock (&mutex);
  if (g_str_equal (method, "Inhibit"))
    answer = inhibit (arguments);
  else if (g_str_equal (method, "Uninhibit"))
    uninhibit (arguments);
  else if (g_str_equal (method, "Notify"))
    answer = notify (arguments);
  else if (g_str_equal (method, "GetCapabilities"))
    answer = g_variant_new_parsed ("(['body', 'actions'],)");
  g_mutex_unlock (&mutex);
  g_dbus_method_invocation_return_value (invocation, answer);
}

static void
own (GDBusConnection *connection,
     GDBusNodeInfo   *node,
     const char      *name,
     const char      *path)
{
  static const GDBusInterfaceVTable table = { .method_call = call_cb };
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;

  g_dbus_connection_register_object (connection, path, g_dbus_node_info_lookup_interface (node, name), &table, NULL, NULL, &error);
  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                                        g_variant_new ("(su)", name, 4), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static gpointer
serve (gpointer data)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (context, FALSE);
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interfaces, NULL);

  g_main_context_push_thread_default (context);
  connection = g_dbus_connection_new_for_address_sync (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                       NULL, NULL, NULL);
  g_assert_nonnull (connection);
  own (connection, node, "org.gnome.SessionManager", "/org/gnome/SessionManager");
  own (connection, node, "org.freedesktop.Notifications", "/org/freedesktop/Notifications");
  g_mutex_lock (&mutex);
  started = TRUE;
  g_cond_signal (&cond);
  g_mutex_unlock (&mutex);
  g_main_loop_run (loop);
  return NULL;
}

void
test_desktop_start (void)
{
  g_thread_unref (g_thread_new ("desktop", serve, NULL));
  g_mutex_lock (&mutex);
  while (!started)
    g_cond_wait (&cond, &mutex);
  g_mutex_unlock (&mutex);
}

TestDesktop
test_desktop_get (void)
{
  TestDesktop now;

  g_mutex_lock (&mutex);
  now = desktop;
  g_mutex_unlock (&mutex);
  return now;
}
