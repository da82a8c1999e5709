/* Currencies that the open data can be shown in stand first: those with a rate to the dollar, or that amounts were reported
 * in. The usual ones stand in the menu itself, the others in a menu of their own. */
#include "config.h"

#include "currency-menu.h"

#include "look.h"
#include "translate.h"
#include "ui-shell.h"

#include <string.h>

static const char * const usual[] = { "USD", "KWD", "SAR", "AED", "QAR", "BHD", "OMR", "EUR", "GBP", NULL };

static void
append (GMenu        *menu,
        const char   *code,
        const char   *action)
{
  g_autofree char *label = nida_language_currency_title (nida_look_get_language (nida_look_get ()), code);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", code);
  g_menu_append_item (menu, item);
}

/* Codes that a table, a fixed rate or a row of @dataset names. */
static GHashTable *
find_known (NidaDataset *dataset)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) codes = nida_rates_dup_currencies (nida_dataset_get_rates (dataset));
  NidaDictionary *reported = nida_dataset_get_dictionary (dataset, NIDA_FIELD_CURRENCY);

  for (guint i = 0; codes[i] != NULL; i++)
    g_hash_table_add (known, g_strdup (codes[i]));
  for (guint32 code = 1; code <= nida_dictionary_get_size (reported); code++)
    g_hash_table_add (known, g_strdup (nida_dictionary_get_name (reported, code)));
  return known;
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
append_others (GMenu      *menu,
               GHashTable *known,
               const char *action,
               const char *title)
{
  g_autoptr (GMenu) others = g_menu_new ();
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer code;

  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    if (!g_strv_contains (usual, code))
      g_ptr_array_add (codes, code);
  g_ptr_array_sort (codes, compare_codes);
  for (guint i = 0; i < codes->len; i++)
    append (others, codes->pdata[i], action);
  if (codes->len > 0)
    g_menu_append_submenu (menu, title, G_MENU_MODEL (others));
}

static GMenuModel *
make_choices (GHashTable *known,
              const char *action,
              const char *title)
{
  GMenu *menu = g_menu_new ();

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; usual[i] != NULL; i++)
      if (g_hash_table_contains (known, usual[i]) == (pass == 0))
        append (menu, usual[i], action);
  append_others (menu, known, action, title);
  return G_MENU_MODEL (menu);
}

#define MAX_YEARS 12

/* The last years that the deflators know, without those that are forecast; nothing where there are none. */
static void
append_prices (GMenu     *menu,
               NidaRates *rates)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autoptr (GMenu) prices = g_menu_new (), years = g_menu_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int first, last;

  if (!nida_rates_get_deflator_years (rates, &first, &last))
    return;
  last = MAX (first, MIN (last, g_date_time_get_year (now)));
  /* Translators: prices as they were when money was given */
  g_menu_append (prices, _("Those of Their Time"), "win.prices(0)");
  for (int year = last; year >= MAX (first, last - MAX_YEARS + 1); year--)
    {
      g_autofree char *label = nida_language_date (language, nida_date_new_year (year), NIDA_DATE_MEDIUM);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.prices", "i", year);
      g_menu_append_item (years, item);
    }
  g_menu_append_section (prices, NULL, G_MENU_MODEL (years));
  /* Translators: a menu of years: amounts are told in the prices of that year */
  g_menu_append_submenu (menu, _("Prices of a Year"), G_MENU_MODEL (prices));
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  NidaSession *session = user_data;
  g_autoptr (GHashTable) known = NULL;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) first = NULL, second = NULL;
  g_autoptr (GMenu) lines = g_menu_new (), more = g_menu_new ();

  if (nida_session_get_dataset (session) == NULL)
    return;
  known = find_known (nida_session_get_dataset (session));
  first = make_choices (known, "win.currency", _("Other Currencies"));
  /* a page of a menu is told by its title: no two may have the same */
  second = make_choices (known, "win.second-currency", _("Other Second Currencies"));
  g_menu_append_section (menu, _("Currency of the Charts"), first);
  /* Translators: no second currency */
  g_menu_append (lines, _("None"), "win.second-currency::");
  g_menu_append_section (lines, NULL, second);
  g_menu_append_submenu (more, _("Second Currency"), G_MENU_MODEL (lines));
  append_prices (more, nida_dataset_get_rates (nida_session_get_dataset (session)));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  nida_shell_fit_popover (gtk_menu_button_get_popover (button));
}

static void
update_label (GtkMenuButton *button,
              NidaSession   *session)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  const char *code = nida_filter_set_get_currency (nida_session_get_filters (session));
  int prices = nida_filter_set_get_prices (nida_session_get_filters (session));
  g_autofree char *year = nida_language_date (language, nida_date_new_year (MAX (prices, 1)), NIDA_DATE_MEDIUM);
  g_autofree char *label = prices != 0 ? g_strdup_printf ("%s %s", code, year) : g_strdup (code);
  g_autofree char *name = nida_language_currency_title (language, code);
  /* Translators: a currency and a year: "US dollar at 2023 prices" */
  g_autofree char *unit = prices != 0 ? g_strdup_printf (_("%1$s at %2$s prices"), name, year) : g_strdup (name);
  /* Translators: for a screen reader; %s is the name of a currency */
  g_autofree char *words = g_strdup_printf (_("Currency of the charts: %s"), unit);

  gtk_menu_button_set_label (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), words);
}

static void
filters_changed_cb (NidaSession   *session,
                    GtkMenuButton *button)
{
  update_label (button, session);
}

void
nida_currency_menu_attach (GtkMenuButton *button,
                           NidaSession   *session)
{
  gtk_menu_button_set_create_popup_func (button, create_menu_cb, g_object_ref (session), g_object_unref);
  g_signal_connect_object (session, "filters-changed", G_CALLBACK (filters_changed_cb), button, 0);
  update_label (button, session);
}
