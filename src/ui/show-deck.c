/* Slides for who has made none: what stands on the board, so that F5 shows something from the first minute on. */
#include "config.h"

#include "show-deck.h"

static void
add_figures (NidaSlide       *slide,
             NidaSession     *session,
             const NidaBoard *board,
             NidaQuery       *choices)
{
  NidaAnswers *answers = nida_session_get_answers (session);

  for (guint i = 0; i < board->cards->len; i++)
    if (slide->figures->len < NIDA_SLIDE_MAX_FIGURES && nida_answers_has_figure (answers, i))
      nida_slide_add (slide, board->cards->pdata[i], choices);
}

GPtrArray *
nida_show_deck_new (NidaSession *session)
{
  const NidaBoard *board = nida_session_get_board (session);
  GPtrArray *slides = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_slide_free);
  g_autoptr (NidaQuery) choices = nida_session_new_choices (session, nida_session_get_filters (session));

  for (guint i = 0; board != NULL && i < MAX (board->charts->len, 1); i++)
    {
      NidaSlide *slide = nida_slide_new ();

      if (i < board->charts->len)
        nida_slide_add (slide, board->charts->pdata[i], choices);
      if (i == 0)
        add_figures (slide, session, board, choices);
      slide->build = NIDA_SLIDE_AT_ONCE;
      g_ptr_array_add (slides, slide);
    }
  return slides;
}
