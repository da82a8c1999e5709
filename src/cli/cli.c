/* Which command is meant, and its help. */
#include "config.h"

#include "chart-spec.h"
#include "cli.h"
#include "options.h"
#include "translate.h"

#include <locale.h>
#include <string.h>

/* A word that differs in no more letters than these from a command is taken for a slip. */
#define MAX_EDITS 2

typedef struct {
  const char *name;
  int       (*run)       (NidaOptions *options);        /* of the options that the commands share */
  int       (*run_words) (int argc, char **argv);       /* of options of its own */
} Command;

static const Command commands[] = {
  { "render", nida_cli_render, NULL },
  { "query", nida_cli_query, NULL },
  { "check", nida_cli_check, NULL },
  { "convert", nida_cli_convert, NULL },
  { "report", nida_cli_report, NULL },
  { "key", NULL, nida_cli_key },
};

static void
print_help (void)
{
  g_autofree char *kinds = nida_chart_kind_list ();

  /* Translators: %s: the kinds of charts, words of --chart that are not translated */
  g_print (
           _("Usage:\n"
             "  nida [FILE|URL|DOCUMENT …]                       open the window\n"
             "  nida render INPUT… --chart KIND -o OUT.png|.svg|.pdf\n"
             "  nida query INPUT… [--by FIELD[,FIELD[,FIELD]]] [--measure M] [--format table|csv|json]\n"
             "  nida check INPUT…                                what was read, merged, refused and why\n"
             "  nida convert INPUT… -o OUT.csv|.xlsx|.nida\n"
             "  nida report INPUT… --donor NAME -o OUT.pdf|.png|.svg   one page about a donor\n"
             "  nida key SERVER                                  keep a key for a server; it is read from standard input\n"
             "\n"
             "KIND: board, %s\n"
             "M: received, requirement, reported, pledged, committed, paid, gap, coverage, count\n"
             "\n"
             "  --where FIELD=VALUE      keep these rows; repeatable, values of one field are alternatives\n"
             "  --from DATE, --to DATE   both days included; --to 2024 means to its end\n"
             "  --step STEP              year, fiscal-year, quarter, month, day\n"
             "  --fiscal-year-start N    first month of the fiscal year (4)\n"
             "  --count RULE             distinct, boundary\n"
             "  --top N                  the N largest groups, then the others together\n"
             "  --order ORDER            of a ranking: largest, smallest, name; of coverage: source, largest, gap (render)\n"
             "  --currency ISO           currency of the sums (USD), converted at the rate of each date\n"
             "  --second-currency ISO    the same figures in another currency, on cards and in marks\n"
             "  --rates FILE             exchange rates or deflators, an input like any other; repeatable\n"
             "  --prices YEAR            constant prices, by the deflators among the inputs\n"
             "  --lang en|ar             --digits auto|latn|arab      --time-direction ltr|rtl|follow\n"
             "  --theme THEME            light, dark, contrast, projector, print\n"
             "  --size WxH               --scale N                    --title TEXT\n"
             "  --board NAME             of documents the board of that title or number (render)\n"
             "  --panels FIELD           a small chart for each of its names; --own-scales: each on a scale of its own\n"
             "  --no-projection          a pace ends where the data end\n"
             "  --decimal .|,            --map FIELD=COLUMN           --allow-http\n"
             "  --offline                addresses from the copies that are kept\n"
             "  --as-of DATE             all inputs as they were at the end of that day\n"
             "  --since DATE|FILE        new, changed and vanished flows since then (check)\n"
             "  --compare FIELD          two inputs side by side for each donor, appeal, year … (check)\n"
             "  --aliases FILE           names that are one: a CSV with the columns kind, name, is\n"
             "  --sheet NAME|N           --header ROW                 the table in a workbook\n"
             "  --year YEAR              --letterhead FILE|TEXT       --mark draft|DATE (report)\n"
             "  --strict                 status 1 in place of 3       --bom (convert)\n"
             "\n"
             "Status: 0 done, 1 the input could not be used, 2 wrong usage, 3 done but something wants a look.\n"
             "The manual is in nida(1).\n"), kinds);
}

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

/* --lang must speak before the options are read, so that their errors are in the right language. */
static void
activate_language (int    argc,
                   char **argv)
{
  const char *code = nida_language_from_environment ();
  g_autoptr (NidaLanguage) language = NULL;

  for (int i = 1; i < argc; i++)
    if (g_str_has_prefix (argv[i], "--lang="))
      code = argv[i] + strlen ("--lang=");
    else if (strcmp (argv[i], "--lang") == 0 && i + 1 < argc)
      code = argv[i + 1];
  language = nida_language_new (strcmp (code, "ar") == 0 ? "ar" : "en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  nida_language_activate (language);
}

/* How many letters must be added, removed or replaced to make @b of @a. */
static guint
count_edits (const char *a,
             const char *b)
{
  gsize n = strlen (b);
  g_autofree guint *row = g_new (guint, n + 1);

  for (guint j = 0; j <= n; j++)
    row[j] = j;
  for (guint i = 1; i <= strlen (a); i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= n; j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (above, row[j - 1]) + 1, diagonal + (a[i - 1] != b[j - 1]));
          diagonal = above;
        }
    }
  return row[n];
}

/* The command that somebody meant who wrote @name, which is no file and no address; NULL when it is none. */
static const char *
find_meant (const char *name)
{
  const char *nearest = NULL;
  guint least = MAX_EDITS + 1;

  if (name[0] == '\0' || name[0] == '-' || strpbrk (name, "/\\.:") != NULL || strlen (name) > 2 * MAX_EDITS + 8
      || g_file_test (name, G_FILE_TEST_EXISTS))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      guint edits = count_edits (name, commands[i].name);

      /* Of a short name little would be left. */
      if (edits >= least || 2 * edits >= strlen (commands[i].name))
        continue;
      least = edits;
      nearest = commands[i].name;
    }
  return nearest;
}

gboolean
nida_cli_is_command (const char *name)
{
  static const char * const own[] = { "--help", "-h", "--version", "help", NULL };

  return find_command (name) != NULL || g_strv_contains (own, name) || find_meant (name) != NULL;
}

int
nida_cli_run (int    argc,
              char **argv)
{
  g_autoptr (NidaOptions) options = NULL;
  g_autoptr (GError) error = NULL;
  const Command *command;

  g_return_val_if_fail (argc >= 2, NIDA_EXIT_USAGE);

  setlocale (LC_ALL, "");
  activate_language (argc, argv);
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("nida %s\n", NIDA_VERSION);
      return NIDA_EXIT_DONE;
    }
  command = find_command (argv[1]);
  if (command == NULL && find_meant (argv[1]) != NULL)
    {
      /* Translators: a word that is no command of the program, and the command that is spelt nearly like it */
      nida_say (_("There is no command “%s” and no file of that name. Did you mean “%s”?"), argv[1], find_meant (argv[1]));
      return NIDA_EXIT_USAGE;
    }
  for (int i = 2; i < argc && command != NULL; i++)
    if (strcmp (argv[i], "--help") == 0 || strcmp (argv[i], "-h") == 0)
      command = NULL;
  if (command == NULL)
    {
      print_help ();
      return NIDA_EXIT_DONE;
    }

  if (command->run_words != NULL)
    return command->run_words (argc - 1, argv + 1);
  options = nida_options_parse (argv[1], argc - 1, argv + 1, &error);
  if (options == NULL)
    {
      nida_say ("%s", error->message);
      return NIDA_EXIT_USAGE;
    }
  return nida_options_open_documents (options) && nida_options_read_aliases (options) ? command->run (options) : NIDA_EXIT_INPUT;
}
