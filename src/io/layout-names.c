/* What people call the columns of Nida's table of facts in tables of their own, in English and Arabic. */
#include "config.h"

#include "layout.h"

#include "nida-csv.h"

#include <string.h>
#include <unicode/ucurr.h>

/* Folded as nida_header_fold() does, words joined by '_'. Names of Nida's own CSV are known besides. */
static const struct {
  int         role;
  const char *names;
} others[] = {
  { NIDA_FIELD_DONOR, "donor_name|donor_organization|donor_organisation|funder|funder_name|funding_organization|"
    "funding_organisation|funding_org_name|source_organization|source_organisation|contributor|grantor|given_by|"
    "government|اسم_المانح|اسم_الجهه_المانحه|الجهه_الممول|الجهه_المموله|الممول|الجهه_المتبرعه|اسم_المتبرع" },
  { NIDA_FIELD_RECIPIENT, "recipient_name|recipient_organization|recipient_organisation|recipient_org_name|grantee|"
    "implementer|implementing_partner|implementing_organization|implementing_organisation|beneficiary|agency|"
    "organization|organisation|اسم_المستفيد|المنظمه|الوكاله|الجهه_المنفذه" },
  { NIDA_FIELD_AMOUNT, "amount_paid|total|total_amount|value|sum|grant_amount|amount_awarded|award_amount|gift|"
    "contribution_amount|donation|donation_amount|transaction_value|funding_amount|قيمه_المساهمه|مبلغ_المساهمه|"
    "مبلغ_التبرع|قيمه_التبرع|الاجمالي|المجموع|مبلغ" },
  { NIDA_FIELD_DATE, "date_of_contribution|contribution_date|award_date|payment_date|transaction_date|date_paid|"
    "donation_date|gift_date|decision_date|period|fiscal_year|financial_year|تاريخ_المساهمه|تاريخ_التبرع|تاريخ_الدفع|"
    "سنه|عام" },
  { NIDA_FIELD_DATE_END, "end_date|date_to|until" },
  { NIDA_FIELD_VALUE_DATE, "exchange_rate_date|rate_date" },
  { NIDA_FIELD_CATEGORY, "sector|sector_name|cluster|cluster_name|objective|theme|programme|program|purpose|"
    "purpose_name|المجال|البرنامج|الغرض|قطاع" },
  { NIDA_FIELD_COUNTRY, "country_name|recipient_country|destination_country|beneficiary_country|location|"
    "البلد_المتلقي|البلد_المستفيد|دوله|بلد|الدوله_المستفيده" },
  { NIDA_FIELD_DONOR_COUNTRY, "donor_country_name|country_of_donor|source_country|البلد_المانح|الدوله_المانحه" },
  { NIDA_FIELD_APPEAL, "appeal_name|plan|plan_name|response_plan|خطه|الخطه|خطه_الاستجابه|اسم_النداء" },
  { NIDA_FIELD_EMERGENCY, "crisis|emergency_name|ازمه" },
  { NIDA_FIELD_CURRENCY, "ccy|currency_code|iso_currency|عمله|رمز_العمله" },
  { NIDA_FIELD_KIND, "funding_status|contribution_status|حاله_المساهمه" },
  { NIDA_FIELD_DESCRIPTION, "title|notes|note|remarks|remark|comment|comments|details|subject|ملاحظات|ملاحظه|التفاصيل|"
    "العنوان" },
  { NIDA_FIELD_ID, "identifier|reference|ref|transaction_id|grant_id|record_id|رقم_المرجع|المرجع" },
  { NIDA_FIELD_REQUIREMENT, "requirements|required|amount_required|amount_requested|funding_required|needs|المطلوب|"
    "الاحتياجات|الاحتياجات_التمويليه" },
  { NIDA_FIELD_REPORTED, "funded|funding|amount_funded|funding_received|amount_received|received|المبلغ_الممول|"
    "المبلغ_المستلم|التمويل" },
  { NIDA_FIELD_PARTNER, "partner_name|ministry|الوزاره" },
};

static gboolean
is_currency (const char *word)
{
  UChar iso[4] = { 0 };
  UErrorCode status = U_ZERO_ERROR;

  if (strlen (word) != 3)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    {
      if (!g_ascii_isalpha (word[i]))
        return FALSE;
      iso[i] = (UChar) g_ascii_toupper (word[i]);
    }
  return ucurr_getNumericCode (iso) > 0 && ucurr_isAvailable (iso, U_DATE_MIN, U_DATE_MAX, &status);
}

/* Words that name a currency beside its code. */
static const char *
currency_of_word (const char *word)
{
  static const struct { const char *word, *currency; } known[] = {
    { "us$", "USD" }, { "$", "USD" }, { "dollar", "USD" }, { "dollars", "USD" }, { "€", "EUR" }, { "euro", "EUR" },
    { "euros", "EUR" }, { "£", "GBP" }, { "kd", "KWD" }, { "بالدولار", "USD" }, { "دولار", "USD" },
    { "باليورو", "EUR" }, { "يورو", "EUR" }, { "د.ك", "KWD" }, { "د.ك.", "KWD" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].word, word) == 0)
      return known[i].currency;
  return NULL;
}

static int
find_role (const char *folded)
{
  int role = nida_csv_find_role (folded);

  for (guint i = 0; i < G_N_ELEMENTS (others) && role < 0; i++)
    {
      g_auto (GStrv) names = g_strsplit (others[i].names, "|", -1);

      if (g_strv_contains ((const char * const *) names, folded))
        role = others[i].role;
    }
  return role;
}

static gboolean
is_divider (gunichar c)
{
  return c == '_' || c == '(' || c == ')' || c == '[' || c == ']' || c == '/' || c == ':' || c == ',' || c == 0x060c;
}

/* The words of a folded name without what only divides them. */
static GPtrArray *
split_words (const char *folded)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  GString *word = g_string_new (NULL);

  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0 && !is_divider (c))
        {
          g_string_append_unichar (word, c);
          continue;
        }
      if (word->len > 0)
        g_ptr_array_add (words, g_strdup (word->str));
      g_string_truncate (word, 0);
      if (c == 0)
        break;
    }
  g_string_free (word, TRUE);
  return words;
}

/* Take the words that name a currency out of @words. */
static void
take_currency (GPtrArray *words,
               char       currency[4])
{
  for (guint i = words->len; i-- > 0;)
    {
      const char *word = words->pdata[i];
      const char *named = currency_of_word (word);

      if (named == NULL && !is_currency (word))
        continue;
      for (guint c = 0; c < 3; c++)
        currency[c] = g_ascii_toupper ((named != NULL ? named : word)[c]);
      currency[3] = '\0';
      g_ptr_array_remove_index (words, i);
    }
}

static char *
join_words (GPtrArray *words)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "_" : "", (const char *) words->pdata[i]);
  return g_string_free (joined, FALSE);
}

/**
 * nida_layout_name_role:
 * @currency: (out): the currency that the name says of its amounts, or ""
 *
 * Returns: the role of Nida's own CSV that a column called @name has, or -1; a name that is a currency and nothing else has
 *   none by itself
 */
int
nida_layout_name_role (const char *name,
                       char        currency[4])
{
  g_autofree char *folded = nida_header_fold (name);
  g_autoptr (GPtrArray) words = split_words (folded);
  g_autofree char *all = join_words (words);
  g_autofree char *rest = NULL;
  int role = find_role (all);

  currency[0] = '\0';
  if (role >= 0)
    return role;
  take_currency (words, currency);
  rest = join_words (words);
  role = find_role (rest);
  if (!nida_layout_is_amount (role) && *rest != '\0')
    currency[0] = '\0';
  return role;
}
