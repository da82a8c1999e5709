/* What a new document may begin with: boards and slides for an occasion, whatever the data are. */
#pragma once

#include "board.h"
#include "document.h"

G_BEGIN_DECLS

/* @title, @subtitle: untranslated. */
typedef struct {
  const char *id;
  const char *title;
  const char *subtitle;
} NidaTemplate;

const NidaTemplate *nida_templates_get  (guint *n_templates);
/* Its boards and slides into @document, which is fresh: that is where its undo begins. FALSE for an id that is none. */
gboolean            nida_template_apply (const char *id, NidaDocument *document);
/* The data of @document were read, and call for @composed. Where it was made of a template, its slides follow its first board from
 * the first reading on, which gets what it lacks of them, under @choices (or NULL, see NidaSlideChart); and its figures of needs
 * become those of one year with the first data of several. A change that no person makes. */
void                nida_template_settle (NidaDocument *document, const NidaBoard *composed, NidaQuery *choices);

G_END_DECLS
