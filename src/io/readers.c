/* The readers of tables in the order in which a header is held against them, and the corrections of columns by hand. */
#include "config.h"

#include "readers.h"

#include "nida-csv.h"
#include "translate.h"

#include <string.h>

#define MAX_LISTED 40           /* columns in a message */

static const NidaReader * const readers[] = {
  &nida_hdx_flows_reader,
  &nida_hdx_clusters_reader,
  &nida_hdx_requirements_reader,
  &nida_hdx_hapi_reader,
  &nida_hdx_plans_reader,
  &nida_pooled_funds_reader,
  &nida_crs_reader,
  &nida_csv_reader,
};

void
nida_readers_set_error (const NidaHeader  *header,
                        const char        *name,
                        GError           **error)
{
  g_autofree char *list = nida_header_list (header, MAX_LISTED);

  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_COLUMNS,
               _("“%s” has the columns %s. Nida needs an “amount”, “amount_usd”, “date” or “kind” column, or the columns "
                 "of a file of HDX. Rename the columns, or say which is which with --map FIELD=COLUMN."),
               name, list);
}

/* The role and the column (folded; to be freed) of the correction at @index, "FIELD=COLUMN"; -1 with @error. */
static int
parse_mapping (const NidaLoadOptions  *options,
               guint                   index,
               char                  **column,
               GError                **error)
{
  const char *mapping = options->map[index];
  g_auto (GStrv) parts = g_strsplit (mapping, "=", 2);
  g_autofree char *field = g_strv_length (parts) == 2 ? nida_header_fold (parts[0]) : NULL;
  int role = field != NULL ? nida_csv_find_role (field) : -1;

  *column = NULL;
  if (role >= 0)
    *column = nida_header_fold (parts[1]);
  else
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_COLUMNS,
                 _("“%s” does not name a field and a column. Write FIELD=COLUMN, for example amount=Total."), mapping);
  return role;
}

static void
note_used (const NidaLoadOptions *options,
           guint                  index)
{
  if (options->map_used != NULL)
    options->map_used[index] = TRUE;
}

/* Put the mapping at @index into the roles of Nida's own CSV. A column that this file does not have is another's. */
static gboolean
apply_mapping (const NidaHeader       *header,
               const NidaLoadOptions  *options,
               guint                   index,
               gint16                  roles[NIDA_MAX_ROLES],
               GError                **error)
{
  g_autofree char *column = NULL;
  int role = parse_mapping (options, index, &column, error);

  if (role < 0)
    return FALSE;
  for (guint i = 0; i < header->n_columns; i++)
    if (strcmp (header->folded[i], column) == 0)
      {
        roles[role] = (gint16) i;
        note_used (options, index);
        return TRUE;
      }
  return TRUE;
}

gboolean
nida_readers_correct (NidaLayout             *layout,
                      const NidaLoadOptions  *options,
                      GError                **error)
{
  for (guint m = 0; options->map != NULL && options->map[m] != NULL; m++)
    {
      g_autofree char *column = NULL;
      int role = parse_mapping (options, m, &column, error);

      if (role < 0)
        return FALSE;
      for (guint i = 0; i < layout->n_columns; i++)
        {
          g_autofree char *folded = nida_header_fold (layout->columns[i].name);

          if (strcmp (folded, column) != 0)
            continue;
          nida_layout_set_role (layout, i, role);
          note_used (options, m);
          break;
        }
    }
  return TRUE;
}

void
nida_readers_report_layout (const NidaLayout *layout,
                            NidaSheet        *sheet,
                            guint             line)
{
  for (guint i = 0; i < layout->n_columns; i++)
    {
      const NidaLayoutColumn *column = &layout->columns[i];

      if (column->role >= 0 && (column->match == NIDA_MATCH_NAME || column->match == NIDA_MATCH_CONTENTS))
        nida_report_add (sheet->report, NIDA_PROBLEM_MAPPING, sheet->source, line, column->name,
                         nida_csv_role_name (column->role), -1);
    }
}

/* Two columns of one name that a sum depends on: which one counts is for a person to say. */
static gboolean
check_doubled (const NidaHeader  *header,
               const char        *name,
               const gint16       roles[NIDA_MAX_ROLES],
               GError           **error)
{
  static const NidaField fields[] = { NIDA_FIELD_AMOUNT, NIDA_FIELD_AMOUNT_USD, NIDA_FIELD_CURRENCY, NIDA_FIELD_KIND,
                                      NIDA_FIELD_DATE };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *doubled = roles[fields[i]] < 0 ? nida_header_find_doubled (header, nida_csv_columns,
                                                                                  NIDA_CSV_N_COLUMNS, fields[i]) : NULL;

      if (doubled == NULL)
        continue;
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_COLUMNS,
                   _("“%s” has the column “%s” twice. Rename or remove one of them."), name, doubled);
      return FALSE;
    }
  return TRUE;
}

/**
 * nida_readers_choose:
 * @name: of the input, for messages
 * @roles: (out): the number of the column for each role of the reader, or -1
 * @reader: (out) (nullable): the reader that takes such a table
 */
gboolean
nida_readers_choose (const NidaHeader       *header,
                     const char             *name,
                     const NidaLoadOptions  *options,
                     gint16                  roles[NIDA_MAX_ROLES],
                     const NidaReader      **reader,
                     GError                **error)
{
  *reader = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      gboolean own = readers[i] == &nida_csv_reader;
      gboolean matches = nida_header_match (header, readers[i]->columns, readers[i]->n_columns, roles);

      for (guint m = 0; own && options->map != NULL && options->map[m] != NULL; m++)
        if (!apply_mapping (header, options, m, roles, error))
          return FALSE;
      if (own && !check_doubled (header, name, roles, error))
        return FALSE;
      if (matches && (readers[i]->accepts == NULL || readers[i]->accepts (roles, header)))
        {
          *reader = readers[i];
          return TRUE;
        }
    }
  return TRUE;
}
