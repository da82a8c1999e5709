/* The board of the window drawn once more in another size, from the answers that it shows: nothing is asked again. */
#include "config.h"

#include "board-picture.h"

#include "look.h"
#include "translate.h"

static NidaScene *
build_one (guint                    index,
           const NidaChartSpec     *spec,
           const NidaChartContext  *context,
           gpointer                 data,
           GError                 **error)
{
  NidaSession *session = data;
  NidaAnswers *answers = nida_session_get_answers (session);
  const NidaChartAnswer *answer = index < answers->cards->len ? answers->cards->pdata[index]
                                                              : answers->charts->pdata[index - answers->cards->len];
  NidaChartContext inner = *context;

  nida_session_fill_context (session, answer->spec, &inner);
  if (answer->cubes == NULL)
    return nida_chart_build_message (_("This chart could not be drawn"), answer->error, &inner);
  return nida_chart_build (answer->spec, answer->cubes, &inner);
}

static NidaNoun
noun_of (NidaField field,
         gpointer  session)
{
  return nida_session_get_noun (session, field);
}

/* On paper there are no chips: the filters stand in the line below the title. */
static char *
subtitle_with_filters (NidaSession  *session,
                       NidaLanguage *language)
{
  g_autoptr (NidaQuery) filters = nida_query_new ();

  nida_filter_set_apply (nida_session_get_filters (session), filters, NIDA_FIELD_NONE);
  return nida_board_dup_subtitle (nida_session_get_board (session), filters, language, noun_of, session);
}

/**
 * nida_board_picture_new:
 * @session: whose board has its answers
 * @width: in points
 * @scale: of its words and distances
 * @theme: how it is to be painted
 * @error: return location for an error
 *
 * Returns: (transfer full): the scene, or %NULL with @error while there is nothing to show yet
 */
NidaScene *
nida_board_picture_new (NidaSession  *session,
                        double        width,
                        double        scale,
                        NidaTheme     theme,
                        GError      **error)
{
  NidaLook *look = nida_look_get ();
  const NidaChartContext context = {
    .language = nida_look_get_language (look),
    .measurer = nida_look_get_measurer (look),
    .theme = theme,
    .time_direction = nida_look_get_time_direction (look),
    .width = width,
    .scale = scale,
  };
  const NidaBoard *board = nida_session_get_board (session);
  NidaAnswers *answers = nida_session_get_answers (session);
  g_autofree char *subtitle = NULL;
  NidaBoard titled;

  /* A chart that was just added has no answer yet. */
  if (board == NULL || answers == NULL || answers->cards->len != board->cards->len || answers->charts->len != board->charts->len)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY, _("The board is still being drawn. Try again in a moment."));
      return NULL;
    }
  titled = *board;
  titled.subtitle = subtitle = subtitle_with_filters (session, context.language);
  return nida_board_compose (&titled, &context, build_one, session, error);
}
