/* IATI 2.0x: the elements of a file, activity by activity, by a table of which element may stand in which. */
#include "config.h"

#include "iati.h"

#include "iati-split.h"
#include "translate.h"
#include "xml-stream.h"

#include <string.h>

#define BLOCK        (64u << 10)
#define MAX_TEXT     (1u << 20)       /* of one field */
#define MAX_ACTIVITY (64u << 20)      /* of the texts of one activity */
#define MAX_DEPTH    64

typedef enum {
  AT_NOTHING, AT_DOCUMENT, AT_ROOT, AT_ACTIVITY, AT_IDENTIFIER, AT_REPORTER, AT_ORG, AT_TITLE, AT_COUNTRY, AT_REGION,
  AT_SECTOR, AT_SCOPE, AT_BUDGET, AT_TRANSACTION, AT_TYPE, AT_DATE, AT_VALUE, AT_DESCRIPTION, AT_PROVIDER, AT_RECEIVER,
  AT_OWN_COUNTRY, AT_OWN_REGION, AT_OWN_SECTOR, AT_NARRATIVE,
} Place;

static const struct {
  Place       parent;
  const char *name;
  Place       place;
} elements[] = {
  { AT_DOCUMENT, "iati-activities", AT_ROOT },
  { AT_DOCUMENT, "iati-activity", AT_ACTIVITY },
  { AT_ROOT, "iati-activity", AT_ACTIVITY },
  { AT_ACTIVITY, "transaction", AT_TRANSACTION },
  { AT_ACTIVITY, "iati-identifier", AT_IDENTIFIER },
  { AT_ACTIVITY, "reporting-org", AT_REPORTER },
  { AT_ACTIVITY, "participating-org", AT_ORG },
  { AT_ACTIVITY, "title", AT_TITLE },
  { AT_ACTIVITY, "recipient-country", AT_COUNTRY },
  { AT_ACTIVITY, "recipient-region", AT_REGION },
  { AT_ACTIVITY, "sector", AT_SECTOR },
  { AT_ACTIVITY, "humanitarian-scope", AT_SCOPE },
  { AT_ACTIVITY, "budget", AT_BUDGET },
  { AT_ACTIVITY, "planned-disbursement", AT_BUDGET },
  { AT_TRANSACTION, "transaction-type", AT_TYPE },
  { AT_TRANSACTION, "transaction-date", AT_DATE },
  { AT_TRANSACTION, "value", AT_VALUE },
  { AT_TRANSACTION, "description", AT_DESCRIPTION },
  { AT_TRANSACTION, "provider-org", AT_PROVIDER },
  { AT_TRANSACTION, "receiver-org", AT_RECEIVER },
  { AT_TRANSACTION, "recipient-country", AT_OWN_COUNTRY },
  { AT_TRANSACTION, "recipient-region", AT_OWN_REGION },
  { AT_TRANSACTION, "sector", AT_OWN_SECTOR },
  { AT_REPORTER, "narrative", AT_NARRATIVE },
  { AT_ORG, "narrative", AT_NARRATIVE },
  { AT_TITLE, "narrative", AT_NARRATIVE },
  { AT_COUNTRY, "narrative", AT_NARRATIVE },
  { AT_SECTOR, "narrative", AT_NARRATIVE },
  { AT_SCOPE, "narrative", AT_NARRATIVE },
  { AT_DESCRIPTION, "narrative", AT_NARRATIVE },
  { AT_PROVIDER, "narrative", AT_NARRATIVE },
  { AT_RECEIVER, "narrative", AT_NARRATIVE },
  { AT_OWN_COUNTRY, "narrative", AT_NARRATIVE },
  { AT_OWN_SECTOR, "narrative", AT_NARRATIVE },
};

typedef struct {
  NidaInput           *input;
  NidaRecordTable     *table;
  NidaIatiActivity     activity;
  NidaIatiTransaction *transaction;
  Place                places[MAX_DEPTH + 1];    /* by depth */
  NidaIatiText        *texts;                    /* what a narrative belongs to; NULL: to nothing that matters */
  char                *language;                 /* of the narrative; of the activity where it says none */
  char                *activity_language;
  char                *updated;                  /* of all activities that say no time of their own */
  GString             *text;
  guint64              n_texts;                  /* bytes kept of the activity */
  guint                record;
  guint                n_activities;
  guint64              n_budgets;
} File;

static const char *
keep (File       *self,
      const char *text)
{
  self->n_texts += text != NULL ? strlen (text) + 1 : 0;
  return text != NULL ? g_string_chunk_insert (self->activity.strings, text) : NULL;
}

static const char *
keep_attribute (File       *self,
                NidaXml    *xml,
                const char *name)
{
  return keep (self, nida_xml_attribute (xml, name));
}

/* --- what an element says --- */

static NidaIatiOrg
read_org (File    *self,
          NidaXml *xml)
{
  NidaIatiOrg org = { .ref = keep_attribute (self, xml, "ref"), .type = keep_attribute (self, xml, "type") };
  g_autofree char *key = nida_iati_dup_org_key (org.ref);

  org.key = keep (self, key);
  return org;
}

static void
add_share (File        *self,
           NidaXml     *xml,
           GArray      *shares,
           const char  *vocabulary)
{
  const char *percent = nida_xml_attribute (xml, "percentage");
  NidaIatiShare share = { .percent = percent != NULL ? nida_percent_parse (percent) : NIDA_PERCENT_NONE };

  share.code = keep_attribute (self, xml, "code");
  share.vocabulary = vocabulary != NULL ? keep_attribute (self, xml, "vocabulary") : NULL;
  if (share.vocabulary == NULL || strcmp (share.vocabulary, "DAC") == 0)
    share.vocabulary = vocabulary;
  g_array_append_val (shares, share);
  self->texts = &g_array_index (shares, NidaIatiShare, shares->len - 1).text;
}

static void
begin_scope (File    *self,
             NidaXml *xml)
{
  const char *type = nida_xml_attribute (xml, "type");
  gboolean appeal = type != NULL && strcmp (type, "2") == 0;
  NidaIatiText *text = appeal ? &self->activity.appeal : &self->activity.emergency;

  if (appeal)
    self->activity.n_appeals++;
  else
    self->activity.n_emergencies++;
  if (text->name == NULL)
    text->name = keep_attribute (self, xml, "code");
  self->texts = text;
}

/* 2.0x only: in 1.0x names, dates and codes stand elsewhere. */
static void
check_version (File    *self,
               NidaXml *xml)
{
  const char *version = nida_xml_attribute (xml, "version");

  if (version == NULL || *version != '1')
    return;
  nida_xml_fail (xml, g_error_new (NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT,
                                   _("“%s” is written in IATI %s. Nida reads 2.01, 2.02 and 2.03; ask the publisher for a "
                                     "newer file."), self->input->info->name, version));
}

static void
begin_activity (File    *self,
                NidaXml *xml)
{
  nida_iati_activity_reset (&self->activity);
  self->n_texts = 0;
  self->n_activities++;
  check_version (self, xml);
  self->activity.currency = keep_attribute (self, xml, "default-currency");
  self->activity.updated = keep_attribute (self, xml, "last-updated-datetime");
  if (self->activity.updated == NULL)
    self->activity.updated = keep_attribute (self, xml, "generated-datetime");
  if (self->activity.updated == NULL)
    self->activity.updated = keep (self, self->updated);
  g_free (self->activity_language);
  self->activity_language = g_strdup (nida_xml_attribute (xml, "lang"));
}

static void
begin_transaction (File    *self,
                   NidaXml *xml)
{
  guint64 offset;

  self->transaction = nida_iati_activity_add_transaction (&self->activity);
  if (nida_xml_get_start (xml, &offset))
    self->transaction->offset = offset;
}

static void
begin_org (File    *self,
           NidaXml *xml,
           Place    place)
{
  NidaIatiOrg org = read_org (self, xml), *to;

  if (place == AT_ORG)
    g_array_append_val (self->activity.orgs, org);
  to = place == AT_REPORTER ? &self->activity.reporter
       : place == AT_PROVIDER ? &self->transaction->provider
       : place == AT_RECEIVER ? &self->transaction->receiver
       : &g_array_index (self->activity.orgs, NidaIatiOrg, self->activity.orgs->len - 1);
  *to = org;
  self->texts = &to->text;
}

static void
begin_of_transaction (File    *self,
                      NidaXml *xml,
                      Place    place)
{
  NidaIatiTransaction *transaction = self->transaction;

  switch ((int) place)
    {
    case AT_TYPE: transaction->type = keep_attribute (self, xml, "code"); break;
    case AT_DATE: transaction->date = keep_attribute (self, xml, "iso-date"); break;
    case AT_VALUE:
      transaction->currency = keep_attribute (self, xml, "currency");
      transaction->value_date = keep_attribute (self, xml, "value-date");
      break;
    case AT_DESCRIPTION: self->texts = &transaction->description; break;
    case AT_OWN_COUNTRY: add_share (self, xml, transaction->countries, NULL); break;
    case AT_OWN_SECTOR: add_share (self, xml, transaction->sectors, "1"); break;
    case AT_OWN_REGION: add_share (self, xml, transaction->regions, "1"); break;
    default: break;
    }
}

static void
begin_place (File    *self,
             NidaXml *xml,
             Place    place)
{
  switch ((int) place)
    {
    case AT_ROOT:
      check_version (self, xml);
      self->updated = g_strdup (nida_xml_attribute (xml, "generated-datetime"));
      break;
    case AT_ACTIVITY: begin_activity (self, xml); break;
    case AT_TRANSACTION: begin_transaction (self, xml); break;
    case AT_REPORTER: case AT_ORG: case AT_PROVIDER: case AT_RECEIVER: begin_org (self, xml, place); break;
    case AT_TITLE: self->texts = &self->activity.title; break;
    case AT_COUNTRY: add_share (self, xml, self->activity.countries, NULL); break;
    case AT_SECTOR: add_share (self, xml, self->activity.sectors, "1"); break;
    case AT_REGION: add_share (self, xml, self->activity.regions, "1"); break;
    case AT_SCOPE: begin_scope (self, xml); break;
    case AT_BUDGET: self->n_budgets++; break;
    case AT_NARRATIVE:
      g_free (self->language);
      self->language = g_strdup (nida_xml_attribute (xml, "lang"));
      break;
    default:
      begin_of_transaction (self, xml, place);
    }
}

static Place
find_place (Place       parent,
            const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (elements[i].parent == parent && strcmp (elements[i].name, name) == 0)
      return elements[i].place;
  return AT_NOTHING;
}

static void
start_cb (NidaXml    *xml,
          const char *name,
          gpointer    data)
{
  File *self = data;
  guint depth = nida_xml_get_depth (xml);
  Place place = find_place (depth == 1 ? AT_DOCUMENT : self->places[depth - 1], name);

  self->places[depth] = place;
  g_string_truncate (self->text, 0);
  if (depth == 1 && place == AT_NOTHING)
    nida_xml_fail (xml, g_error_new (NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT,
                                     _("“%s” is XML with the root “%s”. Nida reads IATI activities, whose root is "
                                       "“iati-activities”."), self->input->info->name, name));
  else if (place != AT_NOTHING)
    begin_place (self, xml, place);
}

static void
text_cb (NidaXml    *xml,
         const char *text,
         gsize       length,
         gpointer    data)
{
  File *self = data;
  Place place = self->places[nida_xml_get_depth (xml)];

  if (place != AT_NARRATIVE && place != AT_IDENTIFIER && place != AT_VALUE)
    return;
  if (self->text->len + length > MAX_TEXT)
    nida_xml_fail (xml, g_error_new (NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE,
                                     _("“%s”: a text in line %u is longer than 1 MiB. Shorten it, or look for a tag that "
                                       "does not close."), self->input->info->name, nida_xml_get_line (xml)));
  else
    g_string_append_len (self->text, text, (gssize) length);
}

/* --- the end of an element --- */

static gboolean
is_language (const char *language,
             const char *two,
             const char *three)
{
  gsize n = language != NULL ? strcspn (language, "-_") : 0;

  return (n == 2 && g_ascii_strncasecmp (language, two, 2) == 0) || (n == 3 && g_ascii_strncasecmp (language, three, 3) == 0);
}

/* White space of the layout of the file is none of the text. */
static char *
dup_text (const GString *text)
{
  GString *out = g_string_sized_new (text->len);

  for (const char *p = text->str; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (out, *p);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

static void
end_narrative (File *self)
{
  const char *language = self->language != NULL ? self->language : self->activity_language;
  gboolean english = language == NULL || is_language (language, "en", "eng");
  g_autofree char *text = dup_text (self->text);
  NidaIatiText *to = self->texts;

  if (to == NULL || *text == '\0')
    return;
  if (is_language (language, "ar", "ara"))
    {
      if (to->arabic == NULL)
        to->arabic = keep (self, text);
    }
  else if (to->name == NULL || (english && !to->english) || (to == &self->activity.emergency && !to->english) ||
           (to == &self->activity.appeal && !to->english))
    {
      to->name = keep (self, text);
      to->english = english;
    }
}

static void
end_transaction (File    *self,
                 NidaXml *xml)
{
  guint64 end;

  if (!nida_xml_get_end (xml, &end) || end <= self->transaction->offset || end > G_MAXINT32)
    return;
  if (end - self->transaction->offset <= NIDA_CSV_MAX_RECORD)
    self->transaction->length = (guint32) (end - self->transaction->offset);
  else
    nida_xml_fail (xml, g_error_new (NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE,
                                     _("“%s”: the transaction that ends in line %u is longer than 16 MiB. Look for a tag "
                                       "that does not close."), self->input->info->name, nida_xml_get_line (xml)));
}

static void
end_cb (NidaXml    *xml,
        const char *name,
        gpointer    data)
{
  File *self = data;
  Place place = self->places[nida_xml_get_depth (xml)];

  if (place == AT_NARRATIVE)
    end_narrative (self);
  else if (place == AT_IDENTIFIER || place == AT_VALUE)
    {
      g_autofree char *text = dup_text (self->text);

      if (place == AT_VALUE)
        self->transaction->value = keep (self, text);
      else if (*text != '\0')
        self->activity.id = keep (self, text);
    }
  else if (place == AT_TRANSACTION)
    end_transaction (self, xml);
  else if (place == AT_ACTIVITY)
    nida_iati_add_rows (self->table, &self->activity, &self->record);
  else if (place != AT_NOTHING)
    self->texts = NULL;
  if (self->n_texts > MAX_ACTIVITY)
    nida_xml_fail (xml, g_error_new (NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE,
                                     _("“%s”: the activity in line %u holds more than 64 MiB of text. Split the file, and "
                                       "name the parts together."), self->input->info->name, nida_xml_get_line (xml)));
  if (place == AT_ACTIVITY)
    nida_iati_activity_reset (&self->activity);
}

/* --- the file --- */

static gboolean
feed_all (File     *self,
          NidaXml  *xml,
          GError  **error)
{
  g_autofree char *block = g_malloc (BLOCK);
  NidaInput *input = self->input;
  guint64 offset = 0;
  gssize n;

  while ((n = nida_bytes_read (input->bytes, offset, block, BLOCK, error)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (input->cancellable, error) || !nida_xml_feed (xml, block, (gsize) n, error))
        return FALSE;
      offset += (guint64) n;
      atomic_fetch_add (&input->progress->bytes, (guint64) n);
    }
  return n == 0 && nida_xml_finish (xml, error);
}

/* What is money but no transaction is named: a plan is neither given nor required. */
static void
report_budgets (File *self)
{
  NidaSheet *sheet = nida_record_table_get_sheet (self->table);
  NidaProblem problem = {
    .kind = NIDA_PROBLEM_LEFT_OUT, .source = sheet->source, .source2 = sheet->source, .count = self->n_budgets,
    .column = (char *) "budget",
  };

  if (self->n_budgets > 0)
    nida_report_add_problem (sheet->report, &problem);
}

static gboolean
read_iati (NidaInput  *input,
           GError    **error)
{
  static const NidaXmlHandler handler = { start_cb, end_cb, text_cb };
  File self = { .input = input, .text = g_string_new (NULL) };
  g_autoptr (NidaXml) xml = nida_xml_new (&handler, &self, input->info->name);
  gboolean ok;

  nida_iati_activity_init (&self.activity);
  self.table = nida_record_table_new (input, nida_iati_header_new (), &nida_iati_reader, NULL, NIDA_UNIT_RECORD, error);
  ok = self.table != NULL && feed_all (&self, xml, error);
  if (ok)
    {
      report_budgets (&self);
      ok = nida_record_table_end (self.table, error);
    }
  else if (self.table != NULL)
    nida_record_table_free (self.table);
  nida_iati_activity_clear (&self.activity);
  g_string_free (self.text, TRUE);
  g_free (self.language);
  g_free (self.activity_language);
  g_free (self.updated);
  return ok;
}

/* XML of any kind, in any encoding that shows its first characters: what is none of IATI is told by name. */
static gboolean
accepts_xml (const NidaInput *input)
{
  g_autofree char *plain = g_malloc (65);
  gsize n = 0;

  for (gsize i = 0; i < MIN (input->head_length, 160) && n < 64; i++)
    if (input->head[i] != '\0' && (guint8) input->head[i] < 0x80 && (n > 0 || !g_ascii_isspace (input->head[i])))
      plain[n++] = input->head[i];
  plain[n] = '\0';
  return plain[0] == '<' && (g_ascii_isalpha (plain[1]) || plain[1] == '?' || plain[1] == '!') &&
         g_ascii_strncasecmp (plain, "<!doctype html", 14) != 0 && g_ascii_strncasecmp (plain, "<html", 5) != 0;
}

const NidaFileFormat nida_iati_format = {
  .name = "iati",
  .flags = NIDA_FORMAT_RAW | NIDA_FORMAT_PROVES_END,
  .accepts = accepts_xml,
  .read = read_iati,
};
