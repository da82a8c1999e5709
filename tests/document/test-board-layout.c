/* board-layout.c: cards and charts stand inside the width, beside and below each other, and never overlap. */
#include "board.h"

static NidaBoard *
make_board (guint n_cards,
            guint n_charts)
{
  NidaBoard *board = g_new0 (NidaBoard, 1);

  board->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free);
  board->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free);
  for (guint i = 0; i < n_cards; i++)
    g_ptr_array_add (board->cards, nida_chart_spec_new (NIDA_CHART_NUMBER));
  for (guint i = 0; i < n_charts; i++)
    g_ptr_array_add (board->charts, nida_chart_spec_new (NIDA_CHART_COVERAGE + i % (NIDA_N_CHARTS - 1)));
  return board;
}

static gboolean
overlap (NidaBox a,
         NidaBox b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

static void
test_nothing_overlaps (void)
{
  for (guint cards = 0; cards <= 6; cards++)
    for (guint charts = 0; charts <= 7; charts++)
      for (double width = 360; width <= 2600; width += 97)
        for (double scale = 1; scale <= 2; scale += 0.5)
          {
            g_autoptr (NidaBoard) board = make_board (cards, charts);
            g_autofree NidaBox *boxes = g_new0 (NidaBox, cards + charts + 1);
            double height = nida_board_layout (board, width, 68, scale, boxes);

            for (guint i = 0; i < cards + charts; i++)
              {
                g_assert_cmpfloat (boxes[i].x, >=, 0);
                g_assert_cmpfloat (boxes[i].x + boxes[i].width, <=, width + 0.001);
                g_assert_cmpfloat (boxes[i].y, >=, 68);
                g_assert_cmpfloat (boxes[i].y + boxes[i].height, <=, height);
                g_assert_cmpfloat (boxes[i].width, >, 0);
                for (guint j = 0; j < i; j++)
                  g_assert_false (overlap (boxes[i], boxes[j]));
              }
          }
}

static void
test_five_cards_wrap_three_and_two (void)
{
  g_autoptr (NidaBoard) board = make_board (5, 0);
  NidaBox boxes[5];

  nida_board_layout (board, 1136, 0, 1, boxes);
  g_assert_cmpfloat (boxes[4].y, ==, boxes[0].y);
  nida_board_layout (board, 800, 0, 1, boxes);
  g_assert_cmpfloat (boxes[2].y, ==, boxes[0].y);
  g_assert_cmpfloat (boxes[3].y, >, boxes[0].y);
  g_assert_cmpfloat (boxes[4].y, ==, boxes[3].y);
}

static void
test_narrow_boards_have_one_column (void)
{
  g_autoptr (NidaBoard) board = make_board (0, 3);
  NidaBox boxes[3];

  nida_board_layout (board, 700, 0, 1, boxes);
  g_assert_cmpfloat (boxes[0].x, ==, boxes[1].x);
  g_assert_cmpfloat (boxes[1].y, >, boxes[0].y);
  nida_board_layout (board, 1136, 0, 1, boxes);
  g_assert_cmpfloat (boxes[0].y, ==, boxes[1].y);
  g_assert_cmpfloat (boxes[1].width, >, boxes[0].width);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board-layout/any-width/nothing-overlaps-or-leaves", test_nothing_overlaps);
  g_test_add_func ("/board-layout/five-cards/wrap-three-and-two", test_five_cards_wrap_three_and_two);
  g_test_add_func ("/board-layout/narrow/one-column-else-time-is-wider", test_narrow_boards_have_one_column);
  return g_test_run ();
}
