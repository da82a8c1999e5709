/* Above or below, then at the end, then at the start: the first side with space. */
#include "config.h"

#include "tooltip-place.h"

/* What of @box is in @room; without any, the edge or corner that is nearest. */
static NidaBox
clip (NidaBox box,
      NidaBox room)
{
  double x1 = CLAMP (box.x, room.x, room.x + room.width), x2 = CLAMP (box.x + box.width, room.x, room.x + room.width);
  double y1 = CLAMP (box.y, room.y, room.y + room.height), y2 = CLAMP (box.y + box.height, room.y, room.y + room.height);

  return (NidaBox) { x1, y1, x2 - x1, y2 - y1 };
}

static double
keep_inside (double at,
             double size,
             double start,
             double room)
{
  return MAX (MIN (at, start + room - size), start);
}

/* What is left of the space on @side once the tooltip stands there; negative: it has not enough. */
static double
spare (NidaBox         mark,
       double          width,
       double          height,
       NidaBox         room,
       GtkPositionType side)
{
  switch (side)
    {
    case GTK_POS_TOP: return mark.y - room.y - height;
    case GTK_POS_BOTTOM: return room.y + room.height - mark.y - mark.height - height;
    case GTK_POS_LEFT: return mark.x - room.x - width;
    case GTK_POS_RIGHT:
    default: return room.x + room.width - mark.x - mark.width - width;
    }
}

static NidaBox
beside (NidaBox         mark,
        double          width,
        double          height,
        double          gap,
        GtkPositionType side)
{
  NidaBox box = { mark.x + (mark.width - width) / 2, mark.y + (mark.height - height) / 2, width, height };

  switch (side)
    {
    case GTK_POS_TOP: box.y = mark.y - gap - height; break;
    case GTK_POS_BOTTOM: box.y = mark.y + mark.height + gap; break;
    case GTK_POS_LEFT: box.x = mark.x - gap - width; break;
    case GTK_POS_RIGHT:
    default: box.x = mark.x + mark.width + gap; break;
    }
  return box;
}

/**
 * nida_tooltip_place:
 * @mark: what it speaks of, in the coordinates of @room
 * @width: of the tooltip, without what points at the mark
 * @height: of the tooltip
 * @gap: between both
 * @room: what it must not leave
 * @wanted: %GTK_POS_TOP or %GTK_POS_BOTTOM, tried first
 * @rtl: whether the end side is the left one
 *
 * It never leaves a room that is large enough for it, and covers nothing of what is seen of the mark where any side has
 * space; where none has, as little as it can.
 *
 * Returns: the place
 */
NidaTooltipPlace
nida_tooltip_place (NidaBox         mark,
                    double          width,
                    double          height,
                    double          gap,
                    NidaBox         room,
                    GtkPositionType wanted,
                    gboolean        rtl)
{
  const GtkPositionType sides[] = {
    wanted, wanted == GTK_POS_TOP ? GTK_POS_BOTTOM : GTK_POS_TOP,
    rtl ? GTK_POS_LEFT : GTK_POS_RIGHT, rtl ? GTK_POS_RIGHT : GTK_POS_LEFT,
  };
  NidaTooltipPlace place = { .mark = clip (mark, room), .side = sides[0] };
  double best = spare (place.mark, width + gap, height + gap, room, sides[0]);

  for (guint i = 1; i < G_N_ELEMENTS (sides) && best < 0; i++)
    {
      double here = spare (place.mark, width + gap, height + gap, room, sides[i]);

      if (here > best)
        {
          best = here;
          place.side = sides[i];
        }
    }
  place.box = beside (place.mark, width, height, gap, place.side);
  place.box.x = keep_inside (place.box.x, width, room.x, room.width);
  place.box.y = keep_inside (place.box.y, height, room.y, room.height);
  return place;
}
