/* nida key: the key of a server goes into the keyring of the desktop. It is read from standard input and never from the
 * command line, which other people on the machine can see. */
#include "config.h"

#include "options.h"
#include "translate.h"

#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define MAX_KEY 65536

typedef struct {
  char     *way;          /* --as */
  gboolean  forget;
  char     *language;     /* heeded before, by nida_cli_run() */
  char    **servers;
} KeyOptions;

static void
key_options_clear (KeyOptions *self)
{
  g_free (self->way);
  g_free (self->language);
  g_strfreev (self->servers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KeyOptions, key_options_clear)

static gboolean
parse (KeyOptions  *self,
       int          argc,
       char       **argv,
       GError     **error)
{
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &self->way, NULL, NULL },
    { "forget", 0, 0, G_OPTION_ARG_NONE, &self->forget, NULL, NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &self->language, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->servers, NULL, NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_auto (GStrv) words = g_strdupv (argv);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse_strv (context, &words, error))
    return FALSE;
  if (self->servers != NULL && g_strv_length (self->servers) == 1)
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("nida key wants the address of one server, for example https://api.example.org."));
  return FALSE;
}

/* "parameter=NAME" and the names of the other ways. */
static gboolean
read_way (const char        *way,
          NidaSecretMethod  *method,
          const char       **parameter,
          GError           **error)
{
  *parameter = NULL;
  if (way == NULL || strcmp (way, "authorization") == 0)
    *method = NIDA_SECRET_AUTHORIZATION;
  else if (strcmp (way, "subscription-key") == 0)
    *method = NIDA_SECRET_SUBSCRIPTION_KEY;
  else if (g_str_has_prefix (way, "parameter=") && way[strlen ("parameter=")] != '\0')
    {
      *method = NIDA_SECRET_PARAMETER;
      *parameter = way + strlen ("parameter=");
    }
  else
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("--as takes authorization, subscription-key or parameter=NAME, not “%s”."), way);
      return FALSE;
    }
  return TRUE;
}

/* A line of standard input, which a terminal does not show. The caller wipes it. */
static char *
read_key (void)
{
  struct termios shown, hidden;
  gboolean asks = isatty (STDIN_FILENO) && tcgetattr (STDIN_FILENO, &shown) == 0;
  char *line = g_malloc0 (MAX_KEY);

  if (asks)
    {
      hidden = shown;
      hidden.c_lflag &= ~(tcflag_t) ECHO;
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &hidden);
      g_printerr ("%s ", _("Key:"));
    }
  if (fgets (line, MAX_KEY, stdin) == NULL)
    *line = '\0';
  if (asks)
    {
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &shown);
      g_printerr ("\n");
    }
  return g_strchomp (line);
}

static NidaSecret *
read_secret (NidaSecretMethod   method,
             const char        *parameter,
             GError           **error)
{
  char *key = read_key ();
  NidaSecret *secret = nida_secret_new (method, parameter, key, error);

  explicit_bzero (key, MAX_KEY);
  g_free (key);
  return secret;
}

static gboolean
change (const KeyOptions  *options,
        NidaSecretMethod   method,
        const char        *parameter,
        GError           **error)
{
  g_autoptr (NidaSecrets) secrets = nida_secrets_new_service ();
  g_autoptr (NidaSecret) secret = NULL;

  if (options->forget)
    return nida_secrets_forget (secrets, options->servers[0], NULL, error);
  secret = read_secret (method, parameter, error);
  return secret != NULL && nida_secrets_store (secrets, options->servers[0], secret, NULL, error);
}

/**
 * nida_cli_key:
 *
 * Returns: an exit status
 */
int
nida_cli_key (int    argc,
              char **argv)
{
  g_auto (KeyOptions) options = { 0 };
  g_autoptr (GError) error = NULL;
  NidaSecretMethod method;
  const char *parameter;

  if (!parse (&options, argc, argv, &error) || !read_way (options.way, &method, &parameter, &error))
    {
      nida_say ("%s", error->message);
      return NIDA_EXIT_USAGE;
    }
  if (change (&options, method, parameter, &error))
    return NIDA_EXIT_DONE;
  nida_say ("%s", error->message);
  return NIDA_EXIT_INPUT;
}
