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

guint
nida_show_source_get_n_slides (NidaShowSource *self)
{
  return NIDA_SHOW_SOURCE_GET_IFACE (self)->get_n_slides (self);
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
                        const NidaChartContext *context)
{
  return NIDA_SHOW_SOURCE_GET_IFACE (self)->build (self, slide, step, context);
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
