/* Squarified areas (Bruls, Huizing and van Wijk 2000): rows along the shorter side of what is left, each as long as that
 * makes its tiles more square. */
#include "config.h"

#include "tiles.h"

#define ROUNDING 0.1       /* points */

/* The worst ratio of sides in a row of @sum along @side; of its tiles only the largest and the smallest matter. */
static double
worst_ratio (double sum,
             double largest,
             double smallest,
             double side)
{
  double square = side * side;

  if (sum <= 0 || smallest <= 0)
    return G_MAXDOUBLE;
  return MAX (square * largest / (sum * sum), sum * sum / (square * smallest));
}

/* How many tiles from @tiles on make the best row along @side; @sum is their area. */
static guint
best_row (const NidaTile *tiles,
          guint           n,
          double          side,
          double         *sum)
{
  double largest = tiles[0].area, smallest = tiles[0].area, worst;
  guint row = 1;

  *sum = tiles[0].area;
  worst = worst_ratio (*sum, largest, smallest, side);
  for (; row < n; row++)
    {
      double area = tiles[row].area, more = *sum + area, next;

      largest = MAX (largest, area);
      smallest = MIN (smallest, area);
      next = worst_ratio (more, largest, smallest, side);
      if (next > worst)
        break;
      worst = next;
      *sum = more;
    }
  return row;
}

/* Along the shorter side of @room; returns what is left of it. */
static NidaBox
lay_row (NidaTile *tiles,
         guint     n,
         double    sum,
         NidaBox   room)
{
  gboolean upright = room.width >= room.height;
  double side = upright ? room.height : room.width, across = upright ? room.width : room.height, before = 0;
  double thick = side > 0 ? MIN (sum / side, across) : 0;

  for (guint i = 0; i < n; i++)
    {
      double share = sum > 0 ? tiles[i].area / sum * side : 0;

      tiles[i].box = upright ? (NidaBox) { room.x, room.y + before, thick, share }
                             : (NidaBox) { room.x + before, room.y, share, thick };
      before += share;
    }
  if (upright)
    return (NidaBox) { room.x + thick, room.y, room.width - thick, room.height };
  return (NidaBox) { room.x, room.y + thick, room.width, room.height - thick };
}

static void
squarify (NidaTile *tiles,
          guint     n,
          NidaBox   room)
{
  for (guint start = 0; start < n;)
    {
      double sum;
      guint row = best_row (tiles + start, n - start, MIN (room.width, room.height), &sum);

      room = lay_row (tiles + start, row, sum, room);
      start += row;
    }
}

/* What is no name stands apart behind the names, so that it does not press small ones into slivers beside it. */
void
nida_tiles_lay_out (NidaTile *tiles,
                    guint     named,
                    guint     n,
                    NidaBox   room)
{
  NidaBox names = room, rest = room;
  double area = 0;

  for (guint i = 0; i < named; i++)
    area += tiles[i].area;
  if (room.width >= room.height)
    {
      names.width = room.height > 0 ? MIN (area / room.height, room.width) : 0;
      rest.x += names.width;
      rest.width -= names.width;
    }
  else
    {
      names.height = room.width > 0 ? MIN (area / room.width, room.height) : 0;
      rest.y += names.height;
      rest.height -= names.height;
    }
  squarify (tiles, named, names);
  squarify (tiles + named, n - named, rest);
}

/* A thin area gives up a part of itself, or it would touch its neighbours. */
static double
half_gap (double size,
          double gap)
{
  return MIN (gap, size / 2) / 2;
}

/* Half of the gap on each side that has a neighbour; an area smaller than the gap stays to be seen. */
NidaBox
nida_tile_shrink (NidaBox box,
                  NidaBox room,
                  double  gap)
{
  double across = half_gap (box.width, gap), upright = half_gap (box.height, gap);
  double start = box.x > room.x + 0.01 ? across : 0, top = box.y > room.y + 0.01 ? upright : 0;
  double end = box.x + box.width < room.x + room.width - 0.01 ? across : 0;
  double foot = box.y + box.height < room.y + room.height - 0.01 ? upright : 0;

  return (NidaBox) { box.x + start, box.y + top, box.width - start - end, box.height - top - foot };
}

guint
nida_tile_lines (NidaRecipe *recipe,
                 const char *label,
                 NidaFont    font,
                 double      width)
{
  g_auto (GStrv) words = g_strsplit (label, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (nida_recipe_text_width (recipe, words[i], font) > width)
      return 0;
  /* widths are remembered whatever the room is, lines are not: while a chart is resized most names are one short word */
  if (nida_recipe_text_width (recipe, label, font) < width - ROUNDING)
    return 1;
  return nida_measurer_lines (recipe->context->measurer, label, font, recipe->scale, width);
}
