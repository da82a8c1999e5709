/* Options as they were typed; what they mean is for options.c. Private to cli/. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NIDA_TOP_ALL G_MININT               /* --top was not given */
#define NIDA_SCALE_OWN -G_MAXDOUBLE         /* --scale neither */

typedef struct {
  char  *by, *measure, *format, *from, *to, *step, *currency, *second, *lang, *digits, *time_direction, *theme, *size, *count, *order;
  char  *decimal, *title, *chart, *board, *panels, *output, *as_of, *since, *compare, *sheet, *aliases;
  char  *donor, *letterhead, *mark;
  char **where, **map, **rates, **inputs;
  int    top, header, fiscal_start, prices, year, slide;
  double scale;
  gboolean allow_http, offline, strict, bom, own_scales, no_projection, slides, notes;
} NidaRawOptions;

/* FALSE with a message when a word is no option, or no number where one is wanted. */
gboolean nida_raw_options_parse (NidaRawOptions *raw, int argc, char **argv, GError **error);
/* FALSE when @command cannot heed what was given. */
gboolean nida_raw_options_check (const NidaRawOptions *raw, const char *command, GError **error);
void     nida_raw_options_clear (NidaRawOptions *raw);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NidaRawOptions, nida_raw_options_clear)

/* Wrong usage: exit status 2. */
#define NIDA_USAGE(...) g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, __VA_ARGS__)

G_END_DECLS
