/* Nobody in the room sees two selections until the next slide, or what waits is let in: then the show asks. */
#include "config.h"

#include "show-compared.h"

#include "translate.h"

struct _NidaShowCompared
{
  GObject     parent_instance;

  NidaLinked *linked;
  NidaBrush  *compared[2];    /* when the show last asked, or NULL */
  gboolean    waits;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaShowCompared, nida_show_compared, G_TYPE_OBJECT)

static gboolean
get_comparison (NidaShowCompared *self,
                const NidaBrush **first,
                const NidaBrush **second)
{
  *first = nida_linked_get_brush (self->linked);
  *second = nida_linked_get_compared (self->linked);
  return *first != NULL && *second != NULL;
}

static void
brush_changed_cb (NidaShowCompared *self)
{
  const NidaBrush *first, *second;
  gboolean waits = get_comparison (self, &first, &second)
                   && !(nida_brush_equal (first, self->compared[0]) && nida_brush_equal (second, self->compared[1]));

  if (waits == self->waits)
    return;
  self->waits = waits;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
forget (NidaShowCompared *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->compared); i++)
    g_clear_pointer (&self->compared[i], nida_brush_free);
}

static void
nida_show_compared_dispose (GObject *object)
{
  NidaShowCompared *self = NIDA_SHOW_COMPARED (object);

  forget (self);
  g_clear_object (&self->linked);
  G_OBJECT_CLASS (nida_show_compared_parent_class)->dispose (object);
}

static void
nida_show_compared_class_init (NidaShowComparedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_show_compared_dispose;
  signals[CHANGED] = g_signal_new ("changed", NIDA_TYPE_SHOW_COMPARED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nida_show_compared_init (NidaShowCompared *self)
{
}

NidaShowCompared *
nida_show_compared_new (NidaLinked *linked)
{
  NidaShowCompared *self = g_object_new (NIDA_TYPE_SHOW_COMPARED, NULL);

  self->linked = g_object_ref (linked);
  g_signal_connect_object (linked, "brush-changed", G_CALLBACK (brush_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

gboolean
nida_show_compared_find (NidaShowCompared *self,
                         const NidaBrush **first,
                         const NidaBrush **second)
{
  gboolean any = get_comparison (self, first, second);

  forget (self);
  if (any)
    {
      self->compared[0] = nida_brush_copy (*first);
      self->compared[1] = nida_brush_copy (*second);
    }
  brush_changed_cb (self);
  return any;
}

char *
nida_show_compared_dup_pending (NidaShowCompared *self,
                                NidaLanguage     *language)
{
  g_auto (NidaSpeech) speech = nida_language_speak (language);

  /* Translators: two selections that are compared in the window wait to be compared on the slide, too */
  return self->waits ? g_strdup (_("Two selections are compared in the window")) : NULL;
}
