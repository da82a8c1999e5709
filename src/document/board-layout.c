/* Where the cards and charts of a board stand: the grid of the window and of the exported board alike. */
#include "board.h"

#define MARGIN 16.0
#define GAP 16.0
#define CARD_MIN_WIDTH 200.0
#define CARD_HEIGHT 104.0
#define TWO_COLUMNS_FROM 900.0     /* below this width charts stand in one column */
#define NARROW_SHARE 0.425         /* 480 of 480 + 648 */
#define TALL 356.0
#define LOW 280.0

/* Charts that need width for time stand in the wide column; those that list names in the narrow one. */
static gboolean
wants_width (const NidaChartSpec *spec)
{
  return nida_chart_kind_is_along_time (spec->kind);
}

static double
place_cards (const NidaBoard *board,
             double           width,
             double           top,
             double           scale,
             NidaBox         *boxes)
{
  double inner = width - 2 * MARGIN * scale, gap = GAP * scale, height = CARD_HEIGHT * scale;
  guint n = board->cards->len, columns, rows;

  if (n == 0)
    return top;
  columns = CLAMP ((guint) ((inner + gap) / (CARD_MIN_WIDTH * scale + gap)), 1, n);
  /* Five cards that do not fit one row stand 3 + 2, not 4 + 1. */
  rows = (n + columns - 1) / columns;
  columns = (n + rows - 1) / rows;
  for (guint i = 0; i < n; i++)
    {
      double card = (inner - (columns - 1) * gap) / columns;

      boxes[i] = (NidaBox) { MARGIN * scale + (i % columns) * (card + gap), top + (i / columns) * (height + gap), card, height };
    }
  return top + rows * (height + gap);
}

static double
chart_height (guint row)
{
  return row == 0 ? TALL : LOW;
}

static double
place_charts_in_one_column (const NidaBoard *board,
                            double           width,
                            double           top,
                            double           scale,
                            NidaBox         *boxes)
{
  for (guint i = 0; i < board->charts->len; i++)
    {
      const NidaChartSpec *spec = board->charts->pdata[i];
      double height = (spec->kind == NIDA_CHART_COVERAGE || spec->kind == NIDA_CHART_TIMELINE ? TALL : 300) * scale;

      boxes[i] = (NidaBox) { MARGIN * scale, top, width - 2 * MARGIN * scale, height };
      top += height + GAP * scale;
    }
  return top;
}

static double
place_charts_in_two_columns (const NidaBoard *board,
                             double           width,
                             double           top,
                             double           scale,
                             NidaBox         *boxes)
{
  double start = MARGIN * scale, gap = GAP * scale, inner = width - 2 * start;
  guint n = board->charts->len, row = 0;

  for (guint i = 0; i < n; row++)
    {
      double height = chart_height (row) * scale;

      if (i + 1 == n)
        {
          boxes[i++] = (NidaBox) { start, top, inner, height };
        }
      else
        {
          gboolean first = wants_width (board->charts->pdata[i]), second = wants_width (board->charts->pdata[i + 1]);
          double share = first == second ? 0.5 : first ? 1 - NARROW_SHARE : NARROW_SHARE;
          double narrow = (inner - gap) * share;

          boxes[i] = (NidaBox) { start, top, narrow, height };
          boxes[i + 1] = (NidaBox) { start + narrow + gap, top, inner - gap - narrow, height };
          i += 2;
        }
      top += height + gap;
    }
  return top;
}

/**
 * nida_board_layout:
 * @width: the room in points
 * @top: where the cards begin
 * @boxes: (out caller-allocates): as many as @board has cards and charts
 *
 * Returns: the height used, with the margin at the end
 */
double
nida_board_layout (const NidaBoard *board,
                   double           width,
                   double           top,
                   double           scale,
                   NidaBox         *boxes)
{
  NidaBox *charts = boxes + board->cards->len;

  top = place_cards (board, width, top, scale, boxes);
  if (width < TWO_COLUMNS_FROM * scale)
    return place_charts_in_one_column (board, width, top, scale, charts);
  return place_charts_in_two_columns (board, width, top, scale, charts);
}
