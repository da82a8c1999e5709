/* Children beside one another or, where the narrowest of them all find no room in one line, one below the other.
 * With "whole" they stand beside one another only where none is cut; with "first-share" the first of two has so many hundredths
 * of the line. What is left of the height below one another is for those who expand. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_BESIDE_LAYOUT (nida_beside_layout_get_type ())
G_DECLARE_FINAL_TYPE (NidaBesideLayout, nida_beside_layout, NIDA, BESIDE_LAYOUT, GtkLayoutManager)

G_END_DECLS
