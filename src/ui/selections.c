/* Kept in the order in which they were named. */
#include "config.h"

#include "selections.h"

#include <string.h>

typedef struct {
  char      *name;
  NidaBrush *brush;
} NidaNamedBrush;

struct _NidaSelections {
  GObject    parent_instance;

  GPtrArray *named;      /* NidaNamedBrush */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaSelections, nida_selections, G_TYPE_OBJECT)

static void
named_brush_free (gpointer data)
{
  NidaNamedBrush *named = data;

  g_free (named->name);
  nida_brush_free (named->brush);
  g_free (named);
}

static void
nida_selections_finalize (GObject *object)
{
  g_ptr_array_unref (NIDA_SELECTIONS (object)->named);
  G_OBJECT_CLASS (nida_selections_parent_class)->finalize (object);
}

static void
nida_selections_class_init (NidaSelectionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_selections_finalize;
  signals[CHANGED] = g_signal_new ("changed", NIDA_TYPE_SELECTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nida_selections_init (NidaSelections *self)
{
  self->named = g_ptr_array_new_with_free_func (named_brush_free);
}

NidaSelections *
nida_selections_new (void)
{
  return g_object_new (NIDA_TYPE_SELECTIONS, NULL);
}

guint
nida_selections_get_n (NidaSelections *self)
{
  return self->named->len;
}

const char *
nida_selections_get_name (NidaSelections *self,
                          guint           index)
{
  return ((NidaNamedBrush *) g_ptr_array_index (self->named, index))->name;
}

const NidaBrush *
nida_selections_get_brush (NidaSelections *self,
                           guint           index)
{
  return ((NidaNamedBrush *) g_ptr_array_index (self->named, index))->brush;
}

gboolean
nida_selections_keep (NidaSelections  *self,
                      const char      *name,
                      const NidaBrush *brush)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  NidaNamedBrush *named = NULL;

  if (*trimmed == '\0' || brush == NULL)
    return FALSE;
  for (guint i = 0; i < self->named->len && named == NULL; i++)
    if (strcmp (nida_selections_get_name (self, i), trimmed) == 0)
      named = g_ptr_array_index (self->named, i);
  if (named == NULL)
    {
      named = g_new0 (NidaNamedBrush, 1);
      named->name = g_steal_pointer (&trimmed);
      g_ptr_array_add (self->named, named);
    }
  g_clear_pointer (&named->brush, nida_brush_free);
  named->brush = nida_brush_copy (brush);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

void
nida_selections_forget (NidaSelections *self,
                        guint           index)
{
  g_ptr_array_remove_index (self->named, index);
  g_signal_emit (self, signals[CHANGED], 0);
}
