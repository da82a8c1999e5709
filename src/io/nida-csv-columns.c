/* The columns of Nida's own CSV, in English and Arabic. A role is the number of a field, or of a label in Arabic. */
#include "nida-csv.h"

#include <string.h>

const NidaColumn nida_csv_columns[NIDA_CSV_N_COLUMNS] = {
  { NIDA_FIELD_ID, FALSE, "id" },
  { NIDA_FIELD_PART, FALSE, "part" },
  { NIDA_FIELD_KIND, FALSE, "kind" },
  { NIDA_FIELD_LEVEL, FALSE, "level" },
  { NIDA_FIELD_DIRECTION, FALSE, "direction" },
  { NIDA_FIELD_DATE, FALSE, "date" },
  { NIDA_FIELD_DATE_END, FALSE, "date_end" },
  { NIDA_FIELD_VALUE_DATE, FALSE, "value_date" },
  { NIDA_FIELD_USAGE_YEAR, FALSE, "usage_year" },
  { NIDA_FIELD_DONOR, FALSE, "donor" },
  { NIDA_CSV_DONOR_AR, FALSE, "donor_ar" },
  { NIDA_FIELD_DONOR_COUNTRY, FALSE, "donor_country" },
  { NIDA_FIELD_DONOR_TYPE, FALSE, "donor_type" },
  { NIDA_FIELD_DONOR_GROUP, FALSE, "donor_group" },
  { NIDA_FIELD_RECIPIENT, FALSE, "recipient" },
  { NIDA_CSV_RECIPIENT_AR, FALSE, "recipient_ar" },
  { NIDA_FIELD_PARTNER, FALSE, "partner" },
  { NIDA_CSV_PARTNER_AR, FALSE, "partner_ar" },
  { NIDA_FIELD_CATEGORY, FALSE, "category" },
  { NIDA_CSV_CATEGORY_AR, FALSE, "category_ar" },
  { NIDA_FIELD_APPEAL, FALSE, "appeal" },
  { NIDA_CSV_APPEAL_AR, FALSE, "appeal_ar" },
  { NIDA_FIELD_COUNTRY, FALSE, "country" },
  { NIDA_CSV_COUNTRY_AR, FALSE, "country_ar" },
  { NIDA_FIELD_EMERGENCY, FALSE, "emergency" },
  { NIDA_CSV_EMERGENCY_AR, FALSE, "emergency_ar" },
  { NIDA_FIELD_BOUNDARY, FALSE, "boundary" },
  { NIDA_FIELD_ON_BOUNDARY, FALSE, "on_boundary" },
  { NIDA_FIELD_FLOW_TYPE, FALSE, "flow_type" },
  { NIDA_FIELD_EARMARKING, FALSE, "earmarking" },
  { NIDA_FIELD_METHOD, FALSE, "method" },
  { NIDA_FIELD_CONTRIBUTION, FALSE, "contribution" },
  { NIDA_FIELD_CURRENCY, FALSE, "currency" },
  { NIDA_FIELD_AMOUNT, FALSE, "amount" },
  { NIDA_FIELD_AMOUNT_USD, FALSE, "amount_usd" },
  { NIDA_FIELD_REQUIREMENT, FALSE, "requirement" },
  { NIDA_FIELD_REPORTED, FALSE, "reported" },
  { NIDA_FIELD_QUALIFIER, FALSE, "qualifier" },
  { NIDA_FIELD_STATE, FALSE, "state" },
  { NIDA_FIELD_DESCRIPTION, FALSE, "description", NULL, TRUE },
  { NIDA_CSV_DESCRIPTION_AR, FALSE, "description_ar", NULL, TRUE },
  { NIDA_FIELD_SAID_BY, FALSE, "said_by", NULL, TRUE },
  { NIDA_FIELD_BASIS, FALSE, "basis", NULL, TRUE },
  { NIDA_FIELD_SOURCE, FALSE, "source" },
  { NIDA_FIELD_SOURCE_ROW, FALSE, "source_row" },
  { NIDA_FIELD_UPDATED_AT, FALSE, "updated_at" },
  { NIDA_FIELD_DATE, FALSE, "year" },

  /* Headers in Arabic, as nida_header_fold() leaves them: ا for أ إ آ, ه for ة, ي for ى. */
  { NIDA_FIELD_ID, FALSE, "المعرف" },
  { NIDA_FIELD_ID, FALSE, "الرقم" },
  { NIDA_FIELD_KIND, FALSE, "النوع" },
  { NIDA_FIELD_KIND, FALSE, "نوع_المبلغ" },
  { NIDA_FIELD_LEVEL, FALSE, "المستوي" },
  { NIDA_FIELD_DIRECTION, FALSE, "الاتجاه" },
  { NIDA_FIELD_DATE, FALSE, "التاريخ" },
  { NIDA_FIELD_DATE, FALSE, "تاريخ" },
  { NIDA_FIELD_DATE, FALSE, "السنه" },
  { NIDA_FIELD_DATE, FALSE, "العام" },
  { NIDA_FIELD_DATE_END, FALSE, "تاريخ_النهايه" },
  { NIDA_FIELD_DATE_END, FALSE, "تاريخ_الانتهاء" },
  { NIDA_FIELD_VALUE_DATE, FALSE, "تاريخ_القيمه" },
  { NIDA_FIELD_USAGE_YEAR, FALSE, "سنه_الاستخدام" },
  { NIDA_FIELD_DONOR, FALSE, "الجهه_المانحه" },
  { NIDA_FIELD_DONOR, FALSE, "المانح" },
  { NIDA_FIELD_DONOR, FALSE, "المتبرع" },
  { NIDA_FIELD_DONOR, FALSE, "الجهه" },              /* alone: who gave; never a country */
  { NIDA_FIELD_DONOR_COUNTRY, FALSE, "بلد_الجهه_المانحه" },
  { NIDA_FIELD_DONOR_COUNTRY, FALSE, "بلد_المانح" },
  { NIDA_FIELD_DONOR_TYPE, FALSE, "نوع_الجهه_المانحه" },
  { NIDA_FIELD_RECIPIENT, FALSE, "المستلم" },
  { NIDA_FIELD_RECIPIENT, FALSE, "الجهه_المستلمه" },
  { NIDA_FIELD_RECIPIENT, FALSE, "المتلقي" },
  { NIDA_FIELD_RECIPIENT, FALSE, "الجهه_المتلقيه" },
  { NIDA_FIELD_RECIPIENT, FALSE, "المستفيد" },
  { NIDA_FIELD_RECIPIENT, FALSE, "الجهه_المستفيده" },
  { NIDA_FIELD_PARTNER, FALSE, "الشريك" },
  { NIDA_FIELD_PARTNER, FALSE, "الجهه_الشريكه" },
  { NIDA_FIELD_CATEGORY, FALSE, "الفئه" },
  { NIDA_FIELD_CATEGORY, FALSE, "الهدف" },
  { NIDA_FIELD_CATEGORY, FALSE, "القطاع" },
  { NIDA_FIELD_CATEGORY, FALSE, "المجموعه" },
  { NIDA_FIELD_APPEAL, FALSE, "النداء" },
  { NIDA_FIELD_COUNTRY, FALSE, "البلد" },
  { NIDA_FIELD_COUNTRY, FALSE, "الدوله" },
  { NIDA_FIELD_EMERGENCY, FALSE, "الطواري" },
  { NIDA_FIELD_EMERGENCY, FALSE, "حاله_الطواري" },
  { NIDA_FIELD_EMERGENCY, FALSE, "حاله_الطوارئ" },
  { NIDA_FIELD_EMERGENCY, FALSE, "الازمه" },
  { NIDA_FIELD_CURRENCY, FALSE, "العمله" },
  { NIDA_FIELD_AMOUNT, FALSE, "المبلغ" },
  { NIDA_FIELD_AMOUNT, FALSE, "القيمه" },
  { NIDA_FIELD_AMOUNT_USD, FALSE, "المبلغ_بالدولار" },
  { NIDA_FIELD_AMOUNT_USD, FALSE, "المبلغ_بالدولار_الامريكي" },
  { NIDA_FIELD_REQUIREMENT, FALSE, "المبلغ_المطلوب" },
  { NIDA_FIELD_REQUIREMENT, FALSE, "متطلبات_التمويل" },
  { NIDA_FIELD_QUALIFIER, FALSE, "الدقه" },
  { NIDA_FIELD_STATE, FALSE, "الحاله" },
  { NIDA_FIELD_DESCRIPTION, FALSE, "الوصف", NULL, TRUE },
  { NIDA_FIELD_DESCRIPTION, FALSE, "البيان", NULL, TRUE },
  { NIDA_FIELD_SAID_BY, FALSE, "القائل", NULL, TRUE },
  { NIDA_FIELD_BASIS, FALSE, "الاساس", NULL, TRUE },
  { NIDA_FIELD_SOURCE, FALSE, "المصدر" },
};

int
nida_csv_find_role (const char *name)
{
  for (guint i = 0; i < NIDA_CSV_N_COLUMNS; i++)
    if (strcmp (nida_csv_columns[i].name, name) == 0)
      return nida_csv_columns[i].role;
  return -1;
}

const char *
nida_csv_role_name (int role)
{
  for (guint i = 0; i < NIDA_CSV_N_COLUMNS; i++)
    if (nida_csv_columns[i].role == role)
      return nida_csv_columns[i].name;
  return NULL;
}
