/* What a show shows: slides of one document over data that stand still until they are told to go on. */
#include "config.h"

#include "show-source.h"

G_DEFINE_INTERFACE (NidaShowSource, nida_show_source, G_TYPE_OBJECT)

static void
nida_show_source_default_init (NidaShowSourceInterface *iface)
{
  static const char * const names[] = { "slides-changed", "data-changed", "pending-changed" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_new (names[i], NIDA_TYPE_SHOW_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

void
nida_show_age_free (gpointer age)
{
  NidaShowAge *self = age;

  g_free (self->name);
  g_free (self->words);
  g_free (self);
}

NidaShowPart *
nida_show_part_new (const char          *prefix,
                    const NidaChartSpec *spec,
                    gboolean             figure,
                    guint                index)
{
  NidaShowPart *self = g_new0 (NidaShowPart, 1);

  self->prefix = g_strdup (prefix);
  self->spec = nida_chart_spec_copy (spec);
  self->figure = figure;
  self->index = index;
  return self;
}

void
nida_show_part_free (gpointer part)
{
  NidaShowPart *self = part;

  g_free (self->prefix);
  nida_chart_spec_free (self->spec);
  g_free (self);
}

guint
nida_show_source_get_n_slides (NidaShowSource *self)
{
  return NIDA_SHOW_SOURCE_GET_IFACE (self)->get_n_slides (self);
}

guint
nida_show_source_get_n_unknown (NidaShowSource *self)
{
  NidaShowSourceInterface *iface = NIDA_SHOW_SOURCE_GET_IFACE (self);

  return iface->get_n_unknown != NULL ? iface->get_n_unknown (self) : 0;
}

guint
nida_show_source_get_n_steps (NidaShowSource *self,
                              guint           slide)
{
  return MAX (NIDA_SHOW_SOURCE_GET_IFACE (self)->get_n_steps (self, slide), 1);
}

guint
nida_show_source_get_seconds (NidaShowSource *self,
                              guint           slide)
{
  return NIDA_SHOW_SOURCE_GET_IFACE (self)->get_seconds (self, slide);
}

guint
nida_show_source_get_plan (NidaShowSource *self,
                           guint           slide)
{
  return NIDA_SHOW_SOURCE_GET_IFACE (self)->get_plan (self, slide);
}

char *
nida_show_source_dup_title (NidaShowSource *self,
                            guint           slide,
                            NidaLanguage   *language)
{
  return NIDA_SHOW_SOURCE_GET_IFACE (self)->dup_title (self, slide, language);
}

char *
nida_show_source_dup_notes (NidaShowSource *self,
                            guint           slide,
                            NidaLanguage   *language)
{
  return NIDA_SHOW_SOURCE_GET_IFACE (self)->dup_notes (self, slide, language);
}

NidaScene *
nida_show_source_build (NidaShowSource         *self,
                        guint                   slide,
                        guint                   step,
                        const NidaChartContext *context,
                        const NidaShowBrushed  *brushed)
{
  return NIDA_SHOW_SOURCE_GET_IFACE (self)->build (self, slide, step, context, brushed);
}

GPtrArray *
nida_show_source_dup_ages (NidaShowSource *self,
                           guint           slide,
                           NidaLanguage   *language)
{
  return NIDA_SHOW_SOURCE_GET_IFACE (self)->dup_ages (self, slide, language);
}

char *
nida_show_source_dup_pending (NidaShowSource *self,
                              NidaLanguage   *language)
{
  return NIDA_SHOW_SOURCE_GET_IFACE (self)->dup_pending (self, language);
}

void
nida_show_source_take (NidaShowSource *self)
{
  NIDA_SHOW_SOURCE_GET_IFACE (self)->take (self);
}

GPtrArray *
nida_show_source_dup_parts (NidaShowSource *self,
                            guint           slide)
{
  NidaShowSourceInterface *iface = NIDA_SHOW_SOURCE_GET_IFACE (self);

  return iface->dup_parts != NULL ? iface->dup_parts (self, slide) : NULL;
}

NidaLocalEngine *
nida_show_source_get_engine (NidaShowSource *self)
{
  NidaShowSourceInterface *iface = NIDA_SHOW_SOURCE_GET_IFACE (self);

  return iface->get_engine != NULL ? iface->get_engine (self) : NULL;
}

gboolean
nida_show_source_find_comparison (NidaShowSource   *self,
                                  const NidaBrush **first,
                                  const NidaBrush **second)
{
  NidaShowSourceInterface *iface = NIDA_SHOW_SOURCE_GET_IFACE (self);

  return iface->find_comparison != NULL && iface->find_comparison (self, first, second);
}

char *
nida_show_source_dup_selection (NidaShowSource  *self,
                                const NidaBrush *brush,
                                NidaLanguage    *language)
{
  return NIDA_SHOW_SOURCE_GET_IFACE (self)->dup_selection (self, brush, language);
}
