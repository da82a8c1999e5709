/* Code lists: TransactionType and OrganisationType of IATI, the humanitarian purposes of the DAC. */
#include "iati-codes.h"

#include <string.h>

static const NidaIatiType types[] = {
  { "1", "Incoming Funds", NIDA_KIND_PAID, NIDA_DIRECTION_INCOMING },
  { "2", "Outgoing Commitment", NIDA_KIND_COMMITMENT, NIDA_DIRECTION_OUTGOING },
  { "3", "Disbursement", NIDA_KIND_PAID, NIDA_DIRECTION_OUTGOING },
  { "4", "Expenditure", NIDA_KIND_PAID, NIDA_DIRECTION_OUTGOING },
  { "5", "Interest Payment", NIDA_KIND_NONE, NIDA_DIRECTION_NONE },
  { "6", "Loan Repayment", NIDA_KIND_NONE, NIDA_DIRECTION_NONE },
  { "7", "Reimbursement", NIDA_KIND_NONE, NIDA_DIRECTION_NONE },
  { "8", "Purchase of Equity", NIDA_KIND_NONE, NIDA_DIRECTION_NONE },
  { "9", "Sale of Equity", NIDA_KIND_NONE, NIDA_DIRECTION_NONE },
  { "10", "Credit Guarantee", NIDA_KIND_NONE, NIDA_DIRECTION_NONE },
  { "11", "Incoming Commitment", NIDA_KIND_COMMITMENT, NIDA_DIRECTION_INCOMING },
  { "12", "Outgoing Pledge", NIDA_KIND_PLEDGE, NIDA_DIRECTION_OUTGOING },
  { "13", "Incoming Pledge", NIDA_KIND_PLEDGE, NIDA_DIRECTION_INCOMING },
};

static const struct {
  const char *code, *name;
} org_types[] = {
  { "10", "Government" },
  { "11", "Local Government" },
  { "15", "Other Public Sector" },
  { "21", "International NGO" },
  { "22", "National NGO" },
  { "23", "Regional NGO" },
  { "24", "Partner Country based NGO" },
  { "30", "Public Private Partnership" },
  { "40", "Multilateral" },
  { "60", "Foundation" },
  { "70", "Private Sector" },
  { "71", "Private Sector in Provider Country" },
  { "72", "Private Sector in Aid Recipient Country" },
  { "73", "Private Sector in Third Country" },
  { "80", "Academic, Training and Research" },
  { "90", "Other" },
};

static const struct {
  const char *code, *name, *arabic;
} purposes[] = {
  { "72010", "Material relief assistance and services", "مساعدات وخدمات الإغاثة المادية" },
  { "72011", "Basic Health Care Services in Emergencies", "خدمات الرعاية الصحية الأساسية في حالات الطوارئ" },
  { "72012", "Education in emergencies", "التعليم في حالات الطوارئ" },
  { "72040", "Emergency food assistance", "المساعدات الغذائية الطارئة" },
  { "72050", "Relief co-ordination and support services", "تنسيق الإغاثة وخدمات الدعم" },
  { "73010", "Immediate post-emergency reconstruction and rehabilitation", "إعادة الإعمار والتأهيل الفوريان بعد الطوارئ" },
  { "74010", "Disaster prevention and preparedness", "الوقاية من الكوارث والتأهب لها" },
  { "74020", "Multi-hazard response preparedness", "التأهب للاستجابة للأخطار المتعددة" },
};

const NidaIatiType *
nida_iati_type_from_code (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].code, code) == 0)
      return &types[i];
  return NULL;
}

const char *
nida_iati_org_type_name (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (org_types); i++)
    if (strcmp (org_types[i].code, code) == 0)
      return org_types[i].name;
  return NULL;
}

const char *
nida_dac_purpose_name (const char *code,
                       gboolean    arabic)
{
  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    if (strcmp (purposes[i].code, code) == 0)
      return arabic ? purposes[i].arabic : purposes[i].name;
  return NULL;
}
