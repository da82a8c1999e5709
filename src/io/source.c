/* Telling paths, addresses and standard input apart, and refusing addresses that must not be asked. */
#include "config.h"

#include "source.h"

#include "loader.h"
#include "translate.h"

#include <string.h>

static gboolean
is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  return g_ascii_strcasecmp (host, "localhost") == 0
         || (address != NULL && g_inet_address_get_is_loopback (address));
}

/**
 * nida_source_check_web:
 *
 * Returns: TRUE when @uri may be asked for, else FALSE with @error, which does not repeat a user's name or password
 */
gboolean
nida_source_check_web (const char *uri,
                       gboolean    allow_http,
                       GError    **error)
{
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);

  if (parsed == NULL || g_uri_get_host (parsed) == NULL || *g_uri_get_host (parsed) == '\0')
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK,
                 _("“%s” is not an address that Nida can read. Check it for typing mistakes."), uri);
  else if (g_uri_get_userinfo (parsed) != NULL)
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK,
                 _("The address on “%s” holds a user name. Remove the part before the @ sign."),
                 g_uri_get_host (parsed));
  else if (strcmp (g_uri_get_scheme (parsed), "https") == 0)
    return TRUE;
  else if (strcmp (g_uri_get_scheme (parsed), "http") != 0)
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK,
                 _("“%s” is not a file, https or http address. Save the file and open it from the disk."), uri);
  else if (allow_http || is_loopback (g_uri_get_host (parsed)))
    return TRUE;
  else
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK,
                 _("“%s” is sent unprotected. Use an https address, or allow http for this address (--allow-http)."),
                 uri);
  return FALSE;
}

/**
 * nida_source_redirect:
 * @location: (nullable): absolute, or relative to @from
 *
 * Returns: (transfer full) (nullable): the address to go on with, or %NULL with @error
 */
char *
nida_source_redirect (const char  *from,
                      const char  *location,
                      gboolean     allow_http,
                      GError     **error)
{
  g_autofree char *to = location != NULL ? g_uri_resolve_relative (from, location, G_URI_FLAGS_ENCODED, NULL) : NULL;
  g_autofree char *from_scheme = g_uri_parse_scheme (from);
  g_autofree char *to_scheme = to != NULL ? g_uri_parse_scheme (to) : NULL;

  if (to_scheme == NULL)
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK,
                 _("The server at “%s” sends elsewhere but does not say where. Look for the address of the file itself."),
                 from);
  else if (g_strcmp0 (from_scheme, "https") == 0 && strcmp (to_scheme, "https") != 0)
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK,
                 _("The server at “%s” sends on to an address that is not protected. Look for another address."), from);
  else if (nida_source_check_web (to, allow_http, error))
    return g_steal_pointer (&to);
  return NULL;
}

char *
nida_source_dup_origin (const char *uri)
{
  /* The flag makes a port that the scheme has anyway equal to none. */
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED
                                              | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  g_autofree char *host = NULL;
  gboolean is_https;

  if (parsed == NULL || g_uri_get_host (parsed) == NULL || *g_uri_get_host (parsed) == '\0')
    return NULL;
  is_https = strcmp (g_uri_get_scheme (parsed), "https") == 0;
  if (!is_https && strcmp (g_uri_get_scheme (parsed), "http") != 0)
    return NULL;
  host = g_ascii_strdown (g_uri_get_host (parsed), -1);
  if (g_uri_get_port (parsed) > 0 && g_uri_get_port (parsed) != (is_https ? 443 : 80))
    return g_strdup_printf (strchr (host, ':') != NULL ? "%s://[%s]:%d" : "%s://%s:%d", g_uri_get_scheme (parsed), host,
                            g_uri_get_port (parsed));
  return g_strdup_printf (strchr (host, ':') != NULL ? "%s://[%s]" : "%s://%s", g_uri_get_scheme (parsed), host);
}

gboolean
nida_source_same_origin (const char *uri,
                         const char *other)
{
  g_autofree char *one = nida_source_dup_origin (uri);
  g_autofree char *two = nida_source_dup_origin (other);

  return one != NULL && g_strcmp0 (one, two) == 0;
}

gboolean
nida_source_is_private (const char *origin)
{
  g_autoptr (GUri) parsed = g_uri_parse (origin, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);

  return parsed != NULL && g_uri_get_host (parsed) != NULL
         && (strcmp (g_uri_get_scheme (parsed), "https") == 0 || is_loopback (g_uri_get_host (parsed)));
}

/* @uri with another query; an empty one is none. */
static char *
with_query (const char *uri,
            const char *query)
{
  gsize n_before = strcspn (uri, "?#");
  const char *fragment = strchr (uri, '#');

  return g_strdup_printf ("%.*s%s%s%s", (int) n_before, uri, *query != '\0' ? "?" : "", query,
                          fragment != NULL ? fragment : "");
}

static char *
dup_query (const char *uri)
{
  gsize n_before = strcspn (uri, "?#");

  return uri[n_before] == '?' ? g_strndup (uri + n_before + 1, strcspn (uri + n_before + 1, "#")) : g_strdup ("");
}

/**
 * nida_source_add_parameter:
 *
 * Returns: (transfer full): @uri with the parameter at the end of its query, in place of any other of that @name
 */
char *
nida_source_add_parameter (const char *uri,
                           const char *name,
                           const char *value)
{
  g_autofree char *without = nida_source_remove_parameter (uri, name);
  g_autofree char *query = dup_query (without);
  g_autofree char *escaped_name = g_uri_escape_string (name, NULL, FALSE);
  g_autofree char *escaped = g_uri_escape_string (value, NULL, FALSE);
  g_autofree char *longer = g_strdup_printf ("%s%s%s=%s", query, *query != '\0' ? "&" : "", escaped_name, escaped);

  return with_query (without, longer);
}

/**
 * nida_source_remove_parameter:
 *
 * Servers repeat the query that they were asked with in the addresses that they name, the secret in it too.
 * Returns: (transfer full): @uri without the parameters of that @name
 */
char *
nida_source_remove_parameter (const char *uri,
                              const char *name)
{
  g_autofree char *query = dup_query (uri);
  g_auto (GStrv) parts = g_strsplit (query, "&", -1);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *raw = g_strndup (parts[i], strcspn (parts[i], "="));
      g_autofree char *plain = g_uri_unescape_string (raw, NULL);

      if (g_strcmp0 (plain, name) != 0)
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? "&" : "", parts[i]);
    }
  return g_strcmp0 (kept->str, query) == 0 ? g_strdup (uri) : with_query (uri, kept->str);
}

static NidaSource *
new_file (GFile *file)
{
  NidaSource *self = g_new0 (NidaSource, 1);

  self->type = NIDA_SOURCE_FILE;
  self->path = g_file_get_path (file);
  self->uri = g_file_get_uri (file);
  self->name = self->path != NULL ? g_filename_display_basename (self->path) : g_strdup (self->uri);
  return self;
}

static NidaSource *
new_web (const char *uri)
{
  NidaSource *self = g_new0 (NidaSource, 1);
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *path = g_uri_get_path (parsed);
  g_autofree char *last = g_uri_unescape_string (strrchr (path, '/') != NULL ? strrchr (path, '/') + 1 : path, NULL);

  self->type = NIDA_SOURCE_WEB;
  self->uri = g_strdup (uri);
  self->name = g_strdup (last != NULL && *last != '\0' && g_utf8_validate (last, -1, NULL)
                         ? last : g_uri_get_host (parsed));
  return self;
}

/**
 * nida_source_new:
 * @input: a path, a file:, https: or http: address, or "-"
 *
 * Returns: (nullable): what @input means, or %NULL with @error (%NIDA_READ_ERROR) when it must not be read
 */
NidaSource *
nida_source_new (const char  *input,
                 gboolean     allow_http,
                 GError     **error)
{
  g_autofree char *scheme = g_uri_parse_scheme (input);
  g_autoptr (GFile) file = NULL;

  if (strcmp (input, "-") == 0)
    {
      NidaSource *self = g_new0 (NidaSource, 1);

      self->type = NIDA_SOURCE_STDIN;
      /* Translators: the name of the input when data is piped into nida */
      self->name = g_strdup (_("standard input"));
      self->uri = g_strdup ("-");
      return self;
    }
  if (scheme != NULL && g_ascii_strcasecmp (scheme, "file") == 0)
    {
      file = g_file_new_for_uri (input);
      return new_file (file);
    }
  if (scheme != NULL && strstr (input, "://") != NULL)
    return nida_source_check_web (input, allow_http, error) ? new_web (input) : NULL;

  file = g_file_new_for_path (input);
  return new_file (file);
}

void
nida_source_free (NidaSource *self)
{
  g_free (self->name);
  g_free (self->uri);
  g_free (self->path);
  g_free (self);
}
