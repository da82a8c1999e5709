/* The width of words as they will be painted. */
#include "config.h"

#include "pango-text.h"

#include <math.h>

#define NIDA_TYPE_PANGO_MEASURER (nida_pango_measurer_get_type ())
G_DECLARE_FINAL_TYPE (NidaPangoMeasurer, nida_pango_measurer, NIDA, PANGO_MEASURER, GObject)

/* A board asks for the same few hundred words again and again while it is resized. */
#define MAX_CACHED 4096

struct _NidaPangoMeasurer {
  GObject       parent_instance;

  PangoContext *context;
  GHashTable   *widths[NIDA_N_FONTS];       /* text → width in Pango units */
  GHashTable   *paragraphs[NIDA_N_FONTS];   /* room in Pango units, a space, text → Paragraph */
};

typedef struct { int width; guint lines; } Paragraph;

static void nida_pango_measurer_iface_init (NidaMeasurerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NidaPangoMeasurer, nida_pango_measurer, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NIDA_TYPE_MEASURER, nida_pango_measurer_iface_init))

static int
measure_line (NidaPangoMeasurer *self,
              const char        *text,
              NidaFont           font)
{
  g_autoptr (PangoLayout) layout = nida_pango_text_layout (self->context, text, font, 1.0, -1.0, 0);
  int width;

  pango_layout_get_size (layout, &width, NULL);

  return width;
}

static int
lookup_width (NidaPangoMeasurer *self,
              const char        *text,
              NidaFont           font)
{
  GHashTable *widths = self->widths[font];
  gpointer width;

  if (g_hash_table_lookup_extended (widths, text, NULL, &width))
    return GPOINTER_TO_INT (width);

  if (g_hash_table_size (widths) >= MAX_CACHED)
    g_hash_table_remove_all (widths);
  width = GINT_TO_POINTER (measure_line (self, text, font));
  g_hash_table_insert (widths, g_strdup (text), width);

  return GPOINTER_TO_INT (width);
}

/* The charts of a board share most of their source lines. */
static Paragraph
lookup_paragraph (NidaPangoMeasurer *self,
                  const char        *text,
                  NidaFont           font,
                  double             max_width)
{
  GHashTable *paragraphs = self->paragraphs[font];
  g_autofree char *key = g_strdup_printf ("%d %s", (int) (max_width * PANGO_SCALE), text);
  const Paragraph *known = g_hash_table_lookup (paragraphs, key);
  g_autoptr (PangoLayout) layout = NULL;
  Paragraph paragraph;

  if (known != NULL)
    return *known;
  layout = nida_pango_text_layout (self->context, text, font, 1.0, max_width, 0);
  pango_layout_get_size (layout, &paragraph.width, NULL);
  paragraph.lines = (guint) pango_layout_get_line_count (layout);
  if (g_hash_table_size (paragraphs) >= MAX_CACHED)
    g_hash_table_remove_all (paragraphs);
  g_hash_table_insert (paragraphs, g_steal_pointer (&key), g_memdup2 (&paragraph, sizeof paragraph));

  return paragraph;
}

static void
measure_pango (NidaMeasurer *measurer,
               const char   *text,
               NidaFont      font,
               double        max_width,
               double       *width,
               guint        *lines)
{
  NidaPangoMeasurer *self = NIDA_PANGO_MEASURER (measurer);
  Paragraph paragraph;

  if (max_width < 0.0)
    {
      *width = lookup_width (self, text, font) / (double) PANGO_SCALE;
      if (lines != NULL)
        *lines = 1;
      return;
    }

  paragraph = lookup_paragraph (self, text, font, max_width);
  *width = paragraph.width / (double) PANGO_SCALE;
  if (lines != NULL)
    *lines = paragraph.lines;
}

static void
nida_pango_measurer_iface_init (NidaMeasurerInterface *iface)
{
  iface->measure = measure_pango;
}

static void
nida_pango_measurer_finalize (GObject *object)
{
  NidaPangoMeasurer *self = NIDA_PANGO_MEASURER (object);

  g_clear_object (&self->context);
  for (guint i = 0; i < NIDA_N_FONTS; i++)
    {
      g_hash_table_unref (self->widths[i]);
      g_hash_table_unref (self->paragraphs[i]);
    }

  G_OBJECT_CLASS (nida_pango_measurer_parent_class)->finalize (object);
}

static void
nida_pango_measurer_class_init (NidaPangoMeasurerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_pango_measurer_finalize;
}

static void
nida_pango_measurer_init (NidaPangoMeasurer *self)
{
  for (guint i = 0; i < NIDA_N_FONTS; i++)
    {
      self->widths[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self->paragraphs[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    }
}

/**
 * nida_pango_measurer_new:
 * @arabic: whether the chart is Arabic: its fonts come first and its base direction is from right to left
 *
 * Returns: (transfer full): a measurer for one thread
 */
NidaMeasurer *
nida_pango_measurer_new (gboolean arabic)
{
  NidaPangoMeasurer *self = g_object_new (NIDA_TYPE_PANGO_MEASURER, NULL);

  self->context = nida_pango_text_context (arabic);

  return NIDA_MEASURER (self);
}
