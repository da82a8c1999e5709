/* alias-words.c: a chart says which names it counts as one, and how many they are. */
#include "alias-words.h"
#include "dataset-builder.h"

static void
add_gift (NidaDatasetBuilder *builder,
          const char         *donor,
          const char         *recipient)
{
  nida_dataset_builder_begin (builder, 0, 2, NIDA_KIND_PAID);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, donor, -1);
  if (recipient != NULL)
    nida_dataset_builder_set_name (builder, NIDA_FIELD_RECIPIENT, recipient, -1);
  nida_dataset_builder_set_amount_usd (builder, 1000);
  g_assert_true (nida_dataset_builder_end_row (builder));
}

static char *
words (const char * const (*gifts)[2],
       guint                n_gifts,
       const char * const (*names)[2],
       guint                n_names)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();
  g_autoptr (NidaDataset) dataset = NULL;
  NidaSourceInfo info = { .name = (char *) "a.csv" };
  char *found;
  g_autoptr (GString) plain = g_string_new (NULL);

  nida_language_activate (language);
  nida_dataset_builder_add_source (builder, &info);
  for (guint i = 0; i < n_names; i++)
    nida_aliases_add (aliases, NIDA_ALIAS_ORGANISATION, names[i][0], names[i][1], NULL);
  nida_dataset_builder_set_aliases (builder, aliases);
  for (guint i = 0; i < n_gifts; i++)
    add_gift (builder, gifts[i][0], gifts[i][1]);
  dataset = nida_dataset_builder_end (builder);
  found = nida_words_joined (language, dataset);
  if (found == NULL)
    return NULL;
  for (const char *p = found; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) < 0x2066 || g_utf8_get_char (p) > 0x2069)
      g_string_append_unichar (plain, g_utf8_get_char (p));
  g_free (found);
  return g_strdup (plain->str);
}

#define ASSERT_WORDS(gifts, names, says)                                                                 \
  G_STMT_START {                                                                                         \
    g_autofree char *found = words (gifts, G_N_ELEMENTS (gifts), names, G_N_ELEMENTS (names));           \
    g_assert_cmpstr (found, ==, says);                                                                   \
  } G_STMT_END

static void
test_counts (void)
{
  static const char * const names[][2] = { { "State of Kuwait", "Kuwait" }, { "Kuwait, Government of", "Kuwait" } };
  static const char * const all[][2] = { { "Kuwait", NULL }, { "State of Kuwait", "Kuwait" }, { "Kuwait, Government of", NULL } };
  static const char * const without_kept[][2] = { { "State of Kuwait", NULL }, { "Kuwait, Government of", "Qatar" } };
  static const char * const renamed[][2] = { { "State of Kuwait", "State of Kuwait" } };
  static const char * const none[][2] = { { "Qatar", NULL } };

  ASSERT_WORDS (all, names, "Names counted as one: Kuwait (3).");
  ASSERT_WORDS (without_kept, names, "Names counted as one: Kuwait (2).");
  ASSERT_WORDS (renamed, names, NULL);
  ASSERT_WORDS (none, names, NULL);
}

static void
test_many (void)
{
  static const char * const names[][2] = { { "a1", "a" }, { "b1", "b" }, { "c1", "c" }, { "d1", "d" }, { "e1", "e" } };
  static const char * const gifts[][2] = {
    { "a1", "a" }, { "a", NULL }, { "b", NULL }, { "b1", NULL }, { "c", NULL }, { "c1", NULL }, { "d", NULL }, { "d1", NULL },
    { "e", NULL }, { "e1", NULL },
  };

  ASSERT_WORDS (gifts, names, "Names counted as one of 5 organisations.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alias-words/joined/counts-the-names-that-rows-have", test_counts);
  g_test_add_func ("/alias-words/joined/are-only-counted-where-they-are-many", test_many);
  return g_test_run ();
}
