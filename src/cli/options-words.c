/* The words of the command line as they were given, and which command takes which. */
#include "config.h"

#include "options-words.h"

#include "translate.h"

void
nida_raw_options_clear (NidaRawOptions *raw)
{
  char **texts[] = {
    &raw->by, &raw->measure, &raw->format, &raw->from, &raw->to, &raw->step, &raw->currency, &raw->lang, &raw->digits,
    &raw->time_direction, &raw->theme, &raw->size, &raw->count, &raw->order, &raw->decimal, &raw->title, &raw->chart, &raw->board, &raw->panels, &raw->output,
    &raw->as_of, &raw->since, &raw->compare, &raw->sheet, &raw->second, &raw->aliases,
    &raw->donor, &raw->letterhead, &raw->mark
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  g_clear_pointer (&raw->where, g_strfreev);
  g_clear_pointer (&raw->map, g_strfreev);
  g_clear_pointer (&raw->rates, g_strfreev);
  g_clear_pointer (&raw->inputs, g_strfreev);
}

gboolean
nida_raw_options_parse (NidaRawOptions  *raw,
                        int              argc,
                        char           **argv,
                        GError         **error)
{
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &raw->by, NULL, NULL },
    { "measure", 0, 0, G_OPTION_ARG_STRING, &raw->measure, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &raw->format, NULL, NULL },
    { "where", 0, 0, G_OPTION_ARG_STRING_ARRAY, &raw->where, NULL, NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &raw->from, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &raw->to, NULL, NULL },
    { "step", 0, 0, G_OPTION_ARG_STRING, &raw->step, NULL, NULL },
    { "fiscal-year-start", 0, 0, G_OPTION_ARG_INT, &raw->fiscal_start, NULL, NULL },
    { "currency", 0, 0, G_OPTION_ARG_STRING, &raw->currency, NULL, NULL },
    { "second-currency", 0, 0, G_OPTION_ARG_STRING, &raw->second, NULL, NULL },
    { "rates", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->rates, NULL, NULL },
    { "prices", 0, 0, G_OPTION_ARG_INT, &raw->prices, NULL, NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &raw->lang, NULL, NULL },
    { "digits", 0, 0, G_OPTION_ARG_STRING, &raw->digits, NULL, NULL },
    { "time-direction", 0, 0, G_OPTION_ARG_STRING, &raw->time_direction, NULL, NULL },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &raw->theme, NULL, NULL },
    { "size", 0, 0, G_OPTION_ARG_STRING, &raw->size, NULL, NULL },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &raw->scale, NULL, NULL },
    { "top", 0, 0, G_OPTION_ARG_INT, &raw->top, NULL, NULL },
    { "order", 0, 0, G_OPTION_ARG_STRING, &raw->order, NULL, NULL },
    { "title", 0, 0, G_OPTION_ARG_STRING, &raw->title, NULL, NULL },
    { "count", 0, 0, G_OPTION_ARG_STRING, &raw->count, NULL, NULL },
    { "decimal", 0, 0, G_OPTION_ARG_STRING, &raw->decimal, NULL, NULL },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &raw->map, NULL, NULL },
    { "aliases", 0, 0, G_OPTION_ARG_FILENAME, &raw->aliases, NULL, NULL },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &raw->sheet, NULL, NULL },
    { "header", 0, 0, G_OPTION_ARG_INT, &raw->header, NULL, NULL },
    { "allow-http", 0, 0, G_OPTION_ARG_NONE, &raw->allow_http, NULL, NULL },
    { "offline", 0, 0, G_OPTION_ARG_NONE, &raw->offline, NULL, NULL },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &raw->as_of, NULL, NULL },
    { "since", 0, 0, G_OPTION_ARG_FILENAME, &raw->since, NULL, NULL },
    { "compare", 0, 0, G_OPTION_ARG_STRING, &raw->compare, NULL, NULL },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &raw->strict, NULL, NULL },
    { "bom", 0, 0, G_OPTION_ARG_NONE, &raw->bom, NULL, NULL },
    { "donor", 0, 0, G_OPTION_ARG_STRING, &raw->donor, NULL, NULL },
    { "year", 0, 0, G_OPTION_ARG_INT, &raw->year, NULL, NULL },
    { "letterhead", 0, 0, G_OPTION_ARG_FILENAME, &raw->letterhead, NULL, NULL },
    { "mark", 0, 0, G_OPTION_ARG_STRING, &raw->mark, NULL, NULL },
    { "chart", 0, 0, G_OPTION_ARG_STRING, &raw->chart, NULL, NULL },
    { "board", 0, 0, G_OPTION_ARG_STRING, &raw->board, NULL, NULL },
    { "panels", 0, 0, G_OPTION_ARG_STRING, &raw->panels, NULL, NULL },
    { "own-scales", 0, 0, G_OPTION_ARG_NONE, &raw->own_scales, NULL, NULL },
    { "no-projection", 0, 0, G_OPTION_ARG_NONE, &raw->no_projection, NULL, NULL },
    { "slides", 0, 0, G_OPTION_ARG_NONE, &raw->slides, NULL, NULL },
    { "slide", 0, 0, G_OPTION_ARG_INT, &raw->slide, NULL, NULL },
    { "notes", 0, 0, G_OPTION_ARG_NONE, &raw->notes, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &raw->output, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->inputs, NULL, NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_auto (GStrv) copy = g_new0 (char *, argc + 1);
  char **words;
  gboolean parsed;

  for (int i = 0; i < argc; i++)
    copy[i] = g_strdup (argv[i]);
  words = g_memdup2 (copy, sizeof (char *) * (argc + 1));
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  /* Parsing moves the words about, so it gets a shallow copy and the strings stay ours. */
  parsed = g_option_context_parse (context, &argc, &words, error);
  g_free (words);
  return parsed;
}

/* What a command cannot heed is refused: a file that is asked for with -o and never written is worse than an error. */
gboolean
nida_raw_options_check (const NidaRawOptions  *raw,
                        const char            *command,
                        GError               **error)
{
  const struct { const char *option; gboolean given; const char *commands[4]; } own[] = {
    { "-o", raw->output != NULL, { "render", "convert", "report", NULL } },
    { "--chart", raw->chart != NULL, { "render", NULL } },
    { "--board", raw->board != NULL, { "render", NULL } },
    { "--order", raw->order != NULL, { "render", NULL } },
    { "--panels", raw->panels != NULL, { "render", NULL } },
    { "--own-scales", raw->own_scales, { "render", NULL } },
    { "--no-projection", raw->no_projection, { "render", NULL } },
    { "--slides", raw->slides, { "render", NULL } },
    { "--slide", raw->slide != 0, { "render", NULL } },
    { "--notes", raw->notes, { "render", NULL } },
    { "--format", raw->format != NULL, { "query", raw->compare != NULL ? "check" : NULL, NULL } },
    { "--bom", raw->bom, { "convert", NULL } },
    { "--since", raw->since != NULL, { "check", NULL } },
    { "--compare", raw->compare != NULL, { "check", NULL } },
    { "--donor", raw->donor != NULL, { "report", NULL } },
    { "--year", raw->year != 0, { "report", NULL } },
    { "--letterhead", raw->letterhead != NULL, { "report", NULL } },
    { "--mark", raw->mark != NULL, { "report", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (own[i].given && !g_strv_contains (own[i].commands, command))
      {
        /* Translators: a command and an option of the command line */
        NIDA_USAGE (_("nida %s does not take %s. See nida --help."), command, own[i].option);
        return FALSE;
      }
  return TRUE;
}
