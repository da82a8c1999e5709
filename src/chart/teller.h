/* How the marks of a scene are told in words. A scene of thousands of marks is laid out many times a second and few of them
 * are ever pointed at, so a mark keeps its figure, and how to say it, and is told when somebody first reads it: in a
 * tooltip, to a screen reader, in a dump. Private to chart/. */
#pragma once

#include "language.h"
#include "scene.h"

G_BEGIN_DECLS

/**
 * NidaTold:
 *
 * The words of one mark. @lines: (element-type utf8): further lines of its tooltip, the last followed by %NULL
 */
struct _NidaTold {
  char      *label;
  char      *value;
  char      *exact;
  GPtrArray *lines;
};

/* Sets the label of @told, and adds what lines @mark has of itself; the figure is told without it. In whatever thread reads
 * first, which speaks @language meanwhile: @data never changes. */
typedef void (*NidaTellFunc) (NidaTold *told, const NidaMark *mark, NidaLanguage *language, gconstpointer data);

/* @currency: of all figures · @tell: or NULL, where each mark has its label · @data: (transfer full) */
NidaTeller *nida_teller_new      (NidaLanguage *language, const char *currency, NidaTellFunc tell, gpointer data, GDestroyNotify destroy);
NidaTeller *nida_teller_ref      (NidaTeller *self);
void        nida_teller_unref    (NidaTeller *self);
gboolean    nida_teller_says     (const NidaTeller *self, NidaLanguage *language, const char *currency);
NidaTold   *nida_teller_tell     (const NidaTeller *self, const NidaMark *mark, NidaMeasure measure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaTeller, nida_teller_unref)

NidaTold   *nida_told_new        (const char *label, const char *value, const char *exact);
void        nida_told_add_line   (NidaTold *self, const char *line);
/* Takes @line; NULL adds nothing. */
void        nida_told_take_line  (NidaTold *self, char *line);
void        nida_told_free       (NidaTold *self);

G_END_DECLS
