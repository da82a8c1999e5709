/* A group of a set of names is known by one of its cells, which is any of them: they differ only in names that nobody asks for. */
#include "config.h"

#include "dimension-lists.h"

#include "groups.h"

#include <string.h>

static NidaRegions
regions_of (const NidaDimension *self,
            guint32              code)
{
  return nida_sheet_get_places (self->sheet)->regions[code];
}

static gboolean
is_of_copies (const NidaDimension *self)
{
  return self->by.field == NIDA_FIELD_BOUNDARY || self->by.field == NIDA_FIELD_ON_BOUNDARY;
}

/* Does a copy of a flow, of those in the set @copies, state @name ("": nothing)? */
static gboolean
copies_state (const NidaDimension *self,
              guint32              copies,
              const char          *name)
{
  const char * const *words = nida_field_get_words (self->by.field);
  guint code = 0;

  while (*name != '\0' && words[code] != NULL && strcmp (words[code], name) != 0)
    code++;
  if (*name != '\0')
    code++;
  for (guint boundary = 0; boundary < 4; boundary++)
    for (guint on = 0; on < 3; on++)
      if ((copies & NIDA_BOUNDARY_BIT (boundary, on)) != 0 && code == (self->by.field == NIDA_FIELD_BOUNDARY ? boundary : on))
        return TRUE;
  return FALSE;
}

/* Does the cell of @code, which lists several, list @name? */
static gboolean
cell_lists (const NidaDimension *self,
            guint32              code,
            const char          *name)
{
  NidaDictionary *dictionary;
  const guint32 *members;
  guint n_members;

  if (is_of_copies (self))
    return copies_state (self, code, name);
  if (self->by.field == NIDA_FIELD_DONOR_GROUP)
    {
      int group = nida_donor_group_from_name (name);

      return group >= 0 && (code >> group & 1) != 0;
    }
  if (self->by.field == NIDA_FIELD_REGION)
    {
      guint region = nida_places_find (nida_sheet_get_places (self->sheet), name);

      return region != 0 && (regions_of (self, code) & NIDA_REGION_BIT (region)) != 0;
    }
  if (!nida_field_is_list (self->by.field))
    return FALSE;
  dictionary = nida_dataset_get_dictionary (self->sheet->dataset, self->by.field);
  members = nida_dictionary_get_members (dictionary, code, &n_members);
  for (guint i = 0; i < n_members; i++)
    if (g_str_equal (nida_dictionary_get_name (dictionary, members[i]), name))
      return TRUE;
  return FALSE;
}

/* The places of @names among themselves. */
static GHashTable *
make_places (const char * const *names)
{
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_insert (places, (gpointer) names[i], GUINT_TO_POINTER (i + 1));
  return places;
}

/* In @listed which of the names a cell lists; FALSE for none of them. */
static gboolean
find_listed (const NidaDimension *self,
             guint32              code,
             GHashTable          *places,
             GString             *listed)
{
  NidaDictionary *dictionary;
  const guint32 *members;
  guint n_members;

  g_string_truncate (listed, 0);
  if (self->by.field == NIDA_FIELD_DONOR_GROUP || is_of_copies (self))
    {
      g_string_append_printf (listed, "%u", code);
      return TRUE;
    }
  if (self->by.field == NIDA_FIELD_REGION)
    {
      g_string_append_printf (listed, "%" G_GUINT64_FORMAT, regions_of (self, code));
      return TRUE;
    }
  if (!nida_field_is_list (self->by.field))
    return FALSE;
  dictionary = nida_dataset_get_dictionary (self->sheet->dataset, self->by.field);
  members = nida_dictionary_get_members (dictionary, code, &n_members);     /* in the order of their codes */
  for (guint i = 0; i < n_members; i++)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, nida_dictionary_get_name (dictionary, members[i])));

      if (place > 0)
        g_string_append_printf (listed, " %u", place);
    }
  return listed->len > 0;
}

static guint32
take_slot (NidaDimension *self,
           GHashTable    *known,
           const char    *text,
           NidaSlot       slot)
{
  guint32 found = GPOINTER_TO_UINT (g_hash_table_lookup (known, text));

  if (found > 0)
    return found - 1;
  g_array_append_val (self->slots, slot);
  g_hash_table_insert (known, g_strdup (text), GUINT_TO_POINTER (self->slots->len));
  return self->slots->len - 1;
}

/* How many names the cell of @code lists. A flow of which one copy states a side and another none is in the group of that side, but
 * passes by both. */
static guint
count_listed (const NidaDimension *self,
              const NidaDimension *whole,
              guint32              code)
{
  guint n_members = g_array_index (whole->slots, NidaSlot, whole->slot_of_code[code]).n_members;

  return n_members < 2 && is_of_copies (self) && __builtin_popcount (code) > 1 ? 2 : n_members;
}

void
nida_dimension_split_lists (NidaDimension      *self,
                            const char * const *names)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), places = make_places (names);
  g_autoptr (GString) listed = g_string_new (NULL);
  NidaDimension whole = *self;

  self->slots = g_array_copy (whole.slots);
  self->slot_of_code = g_memdup2 (whole.slot_of_code, whole.n_codes * sizeof *whole.slot_of_code);
  self->order = NULL;
  self->shared = FALSE;
  for (guint32 code = 0; code < self->n_codes; code++)
    {
      guint n_members = count_listed (self, &whole, code);

      if (n_members < 2 || !find_listed (self, code, places, listed))
        continue;
      g_string_append_printf (listed, "/%u", n_members);
      self->slot_of_code[code] = take_slot (self, known, listed->str, (NidaSlot) { .code = code, .n_members = n_members });
    }
  self->n_slots = self->slots->len;
  nida_dimension_clear (&whole);
}

gboolean
nida_dimension_lists (const NidaDimension *self,
                      guint32              slot,
                      const char          *name)
{
  const NidaSlot *found = &g_array_index (self->slots, NidaSlot, slot);

  return found->n_members > 1 && found->code != 0 && cell_lists (self, found->code, name);
}
