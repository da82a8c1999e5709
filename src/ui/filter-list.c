/* The values of one field that may be filtered by, largest first: a lazy list, an item only where a row is shown. */
#include "config.h"

#include "filter-list.h"

#include "answers.h"
#include "name-plain.h"
#include "nouns.h"
#include "words.h"

struct _NidaFilterItem
{
  GObject  parent_instance;

  char    *value;
};

G_DEFINE_FINAL_TYPE (NidaFilterItem, nida_filter_item, G_TYPE_OBJECT)

static void
nida_filter_item_finalize (GObject *object)
{
  g_free (NIDA_FILTER_ITEM (object)->value);
  G_OBJECT_CLASS (nida_filter_item_parent_class)->finalize (object);
}

static void
nida_filter_item_class_init (NidaFilterItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_filter_item_finalize;
}

static void
nida_filter_item_init (NidaFilterItem *self)
{
}

const char *
nida_filter_item_get_value (NidaFilterItem *self)
{
  return self->value;
}

struct _NidaFilterList
{
  GObject       parent_instance;

  NidaField     field;
  NidaCube     *cube;
  NidaLanguage *language;
  GArray       *all;       /* guint: cells, largest figure first */
  GArray       *shown;     /* guint: those that the search lets through */
  char         *search;    /* in its plain form */
  GHashTable   *lines;     /* by both names of a value, all that it is called, in that form */
  NidaMoney     largest;
  NidaMeasure   measure;   /* that the figures are of */
};

enum { REFRESHED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const NidaCubeItem *
cell_item (NidaFilterList *self,
           guint           index)
{
  return nida_cube_get_item (self->cube, 0, nida_cube_get_cell (self->cube, index)->item[0]);
}

static GType
get_item_type (GListModel *model)
{
  return NIDA_TYPE_FILTER_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return NIDA_FILTER_LIST (model)->shown->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  NidaFilterList *self = NIDA_FILTER_LIST (model);
  NidaFilterItem *item;

  if (position >= self->shown->len)
    return NULL;
  item = g_object_new (NIDA_TYPE_FILTER_ITEM, NULL);
  item->value = g_strdup (cell_item (self, g_array_index (self->shown, guint, position))->name);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (NidaFilterList, nida_filter_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static guint
cell_at (NidaFilterList *self,
         guint           position)
{
  return g_array_index (self->shown, guint, position);
}

static NidaMoney
cell_figure (NidaFilterList *self,
             guint           index)
{
  const NidaCubeCell *cell = nida_cube_get_cell (self->cube, index);
  NidaMoney open;

  /* What the desk waits for is pledged or committed, and both are late. */
  if (self->field == NIDA_FIELD_DUE && nida_money_add (cell->values[NIDA_MEASURE_RECEIVED], cell->values[NIDA_MEASURE_PLEDGED], &open))
    return open;
  return nida_cell_figure (cell, self->measure);
}

/* Largest first; what is not stated last; equal figures by name. */
static int
compare_cells (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  NidaFilterList *self = data;
  guint left = *(const guint *) a, right = *(const guint *) b;
  const NidaCubeItem *left_item = cell_item (self, left), *right_item = cell_item (self, right);
  NidaMoney left_figure = cell_figure (self, left), right_figure = cell_figure (self, right);

  if (left_item->not_stated != right_item->not_stated)
    return left_item->not_stated ? 1 : -1;
  if (left_figure != right_figure)
    return left_figure > right_figure ? -1 : 1;
  return nida_language_collate (self->language,
                                nida_language_pick (self->language, left_item->name, left_item->arabic),
                                nida_language_pick (self->language, right_item->name, right_item->arabic));
}

/* Its country may well be stated. */
static gboolean
is_no_region (NidaFilterList     *self,
              const NidaCubeItem *item)
{
  return item->not_stated && self->field == NIDA_FIELD_REGION;
}

/* All that the value is called, as a search looks in it; made once, not with each letter that is typed. */
static const char *
search_lines (NidaFilterList     *self,
              const NidaCubeItem *item)
{
  g_autofree char *called = g_strconcat (item->name, "\n", item->arabic, NULL), *shown = NULL;
  const char *known = g_hash_table_lookup (self->lines, called);
  char *lines;

  if (known != NULL)
    return known;
  shown = is_no_region (self, item) ? g_strdup (nida_noun_not_stated (NIDA_NOUN_REGION))
                                    : nida_words_plain_name (self->language, self->field, item->name, item->arabic);
  lines = nida_names_plain ((const char *[]) { item->name, item->arabic, shown }, 3);
  g_hash_table_insert (self->lines, g_steal_pointer (&called), lines);
  return lines;
}

static gboolean
matches (NidaFilterList *self,
         guint           index)
{
  return self->search == NULL || nida_names_found (search_lines (self, cell_item (self, index)), self->search);
}

static gboolean
same_names (NidaFilterList *self,
            GPtrArray      *names)
{
  if (names->len != self->shown->len)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    if (g_strcmp0 (g_ptr_array_index (names, i), cell_item (self, g_array_index (self->shown, guint, i))->name) != 0)
      return FALSE;
  return TRUE;
}

static GPtrArray *
shown_names (NidaFilterList *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->shown->len; i++)
    g_ptr_array_add (names, g_strdup (cell_item (self, g_array_index (self->shown, guint, i))->name));
  return names;
}

static void
search_again (NidaFilterList *self)
{
  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->all->len; i++)
    {
      guint index = g_array_index (self->all, guint, i);

      if (matches (self, index))
        g_array_append_val (self->shown, index);
    }
}

static void
sort_again (NidaFilterList *self)
{
  g_array_set_size (self->all, 0);
  self->largest = 0;
  for (guint i = 0; self->cube != NULL && i < nida_cube_get_n_cells (self->cube); i++)
    {
      g_array_append_val (self->all, i);
      self->largest = MAX (self->largest, cell_figure (self, i));
    }
  g_array_sort_with_data (self->all, compare_cells, self);
}

static void
nida_filter_list_finalize (GObject *object)
{
  NidaFilterList *self = NIDA_FILTER_LIST (object);

  g_clear_object (&self->cube);
  g_clear_object (&self->language);
  g_array_unref (self->all);
  g_array_unref (self->shown);
  g_free (self->search);
  g_hash_table_unref (self->lines);
  G_OBJECT_CLASS (nida_filter_list_parent_class)->finalize (object);
}

static void
nida_filter_list_class_init (NidaFilterListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_filter_list_finalize;
  signals[REFRESHED] = g_signal_new ("refreshed", NIDA_TYPE_FILTER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nida_filter_list_init (NidaFilterList *self)
{
  self->all = g_array_new (FALSE, FALSE, sizeof (guint));
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

NidaFilterList *
nida_filter_list_new (NidaField field)
{
  NidaFilterList *self = g_object_new (NIDA_TYPE_FILTER_LIST, NULL);

  self->field = field;
  return self;
}

NidaField
nida_filter_list_get_field (NidaFilterList *self)
{
  return self->field;
}

void
nida_filter_list_set_cube (NidaFilterList *self,
                           NidaCube       *cube,
                           NidaLanguage   *language)
{
  g_autoptr (GPtrArray) before = shown_names (self);

  g_set_object (&self->cube, cube);
  if (g_set_object (&self->language, language))
    g_hash_table_remove_all (self->lines);
  self->measure = self->field == NIDA_FIELD_KIND || self->field == NIDA_FIELD_DUE ? NIDA_N_MEASURES : nida_cube_main_measure (cube);
  sort_again (self);
  search_again (self);
  if (!same_names (self, before))
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before->len, self->shown->len);
  else if (before->len > 0)
    g_signal_emit (self, signals[REFRESHED], 0);
}

void
nida_filter_list_set_search (NidaFilterList *self,
                             const char     *text)
{
  guint before = self->shown->len;

  g_clear_pointer (&self->search, g_free);
  if (text != NULL && *text != '\0')
    self->search = nida_name_plain (text);
  search_again (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->shown->len);
}

guint
nida_filter_list_get_n_all (NidaFilterList *self)
{
  return self->all->len;
}

gboolean
nida_filter_list_is_filled (NidaFilterList *self)
{
  return self->cube != NULL;
}

char *
nida_filter_list_dup_name (NidaFilterList *self,
                           guint           position)
{
  const NidaCubeItem *item = cell_item (self, cell_at (self, position));

  if (is_no_region (self, item))
    return g_strdup (nida_noun_not_stated (NIDA_NOUN_REGION));
  return nida_words_name (self->language, self->field, item->name, item->arabic);
}

/* The money behind the value, or how many flows when there is none. */
char *
nida_filter_list_dup_figure (NidaFilterList *self,
                             guint           position)
{
  NidaMoney figure = cell_figure (self, cell_at (self, position));
  guint64 flows = nida_cube_get_cell (self->cube, cell_at (self, position))->flows;

  if (figure != NIDA_MONEY_NONE)
    return nida_language_money_short (self->language, figure, nida_cube_get_query (self->cube)->currency);
  return flows > 0 ? nida_language_integer (self->language, (gint64) flows) : g_strdup ("");
}

double
nida_filter_list_get_share (NidaFilterList *self,
                            guint           position)
{
  NidaMoney figure = cell_figure (self, cell_at (self, position));

  if (figure == NIDA_MONEY_NONE || figure <= 0 || self->largest <= 0)
    return 0.0;
  return (double) figure / (double) self->largest;
}
