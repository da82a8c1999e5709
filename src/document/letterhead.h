/* The head of a desk's own paper: a PNG or a few lines of text. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * NidaLetterhead:
 *
 * @text: lines, or %NULL where it is a picture
 * @picture: a PNG of @width × @height pixels, or %NULL
 */
typedef struct {
  char   *text;
  GBytes *picture;
  double  width, height;
} NidaLetterhead;

/* @words: the path of a PNG or text file, or the text itself. */
NidaLetterhead *nida_letterhead_read (const char *words, GError **error);
void            nida_letterhead_free (NidaLetterhead *letterhead);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaLetterhead, nida_letterhead_free)

G_END_DECLS
