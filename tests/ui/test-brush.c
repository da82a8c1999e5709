/* What a brush has inside, from the marks under a stroke. */
#include "brush.h"

#include "scene-builder.h"

static NidaNode *
node_new (NidaField   field,
          const char *value,
          NidaField   second,
          const char *second_value)
{
  NidaNode *node = g_new0 (NidaNode, 1);

  node->mark = nida_mark_new ("", "", "", 0);
  if (field != NIDA_FIELD_NONE)
    nida_mark_add_filter (node->mark, field, value);
  if (second != NIDA_FIELD_NONE)
    nida_mark_add_filter (node->mark, second, second_value);
  return node;
}

static void
node_free (gpointer data)
{
  NidaNode *node = data;

  nida_mark_free (node->mark);
  g_free (node);
}

static GPtrArray *
nodes_new (void)
{
  return g_ptr_array_new_with_free_func (node_free);
}

static void
test_time (void)
{
  g_autoptr (GPtrArray) nodes = nodes_new ();
  g_autoptr (NidaBrush) brush = NULL;
  g_autoptr (NidaFilterSet) filters = nida_filter_set_new ();
  g_autofree char *from_text = NULL, *to_text = NULL;
  NidaBrushRange range;
  NidaDate from, to;

  g_ptr_array_add (nodes, node_new (NIDA_FIELD_DATE, "2022-Q2", NIDA_FIELD_DONOR, "Kuwait"));
  g_ptr_array_add (nodes, node_new (NIDA_FIELD_DATE, "2021-Q4", NIDA_FIELD_NONE, NULL));
  g_ptr_array_add (nodes, node_new (NIDA_FIELD_DATE, "undated", NIDA_FIELD_NONE, NULL));
  brush = nida_brush_new_around (nodes, TRUE, 1);
  g_assert_cmpuint (brush->n_parts, ==, 1);
  nida_brush_ranges (brush, &range);
  g_assert_null (range.names);
  g_assert_cmpint (range.last - range.first + 1, ==, 92 + 90 + 91);
  nida_brush_apply (brush, filters);
  g_assert_true (nida_filter_set_get_range (filters, &from, &to));
  from_text = nida_date_to_string (from);
  to_text = nida_date_to_string (to);
  g_assert_cmpstr (from_text, ==, "2021-Q4");
  g_assert_cmpstr (to_text, ==, "2022-Q2");
  g_assert_true (nida_brush_covers (brush, ((NidaNode *) nodes->pdata[0])->mark, 1));
  g_assert_false (nida_brush_covers (brush, ((NidaNode *) nodes->pdata[2])->mark, 1));

  g_ptr_array_remove_range (nodes, 0, 2);
  g_assert_null (nida_brush_new_around (nodes, TRUE, 1));
}

static void
test_values (void)
{
  g_autoptr (GPtrArray) nodes = nodes_new ();
  g_autoptr (NidaBrush) brush = NULL, copy = NULL, none = NULL;
  g_autoptr (NidaFilterSet) filters = nida_filter_set_new ();

  g_assert_null (nida_brush_new_around (nodes, FALSE, 1));
  g_ptr_array_add (nodes, node_new (NIDA_FIELD_DONOR, "Kuwait", NIDA_FIELD_CATEGORY, "Food"));
  g_ptr_array_add (nodes, node_new (NIDA_FIELD_DONOR, "Kuwait", NIDA_FIELD_CATEGORY, "Health"));
  g_ptr_array_add (nodes, node_new (NIDA_FIELD_DONOR, "Qatar", NIDA_FIELD_CATEGORY, "Food"));
  brush = nida_brush_new_around (nodes, FALSE, 1);
  g_assert_cmpuint (brush->n_parts, ==, 2);
  g_assert_cmpuint (g_strv_length (brush->parts[0].values), ==, 2);
  g_assert_cmpuint (g_strv_length (brush->parts[1].values), ==, 2);
  copy = nida_brush_copy (brush);
  g_assert_true (nida_brush_equal (brush, copy));
  g_assert_false (nida_brush_equal (brush, none));
  g_free (copy->parts[1].values[0]);
  copy->parts[1].values[0] = g_strdup ("Water");
  g_assert_false (nida_brush_equal (brush, copy));

  /* other filters stay, those of its own fields give way */
  nida_filter_set_add (filters, NIDA_FIELD_DONOR, "Oman");
  nida_filter_set_add (filters, NIDA_FIELD_COUNTRY, "Sudan");
  nida_brush_apply (brush, filters);
  g_assert_false (nida_filter_set_has (filters, NIDA_FIELD_DONOR, "Oman"));
  g_assert_true (nida_filter_set_has (filters, NIDA_FIELD_DONOR, "Qatar"));
  g_assert_true (nida_filter_set_has (filters, NIDA_FIELD_CATEGORY, "Food"));
  g_assert_true (nida_filter_set_has (filters, NIDA_FIELD_COUNTRY, "Sudan"));
}

/* Fields that only some of the marks have say nothing of all of them. */
static void
test_common_fields (void)
{
  g_autoptr (GPtrArray) nodes = nodes_new ();
  g_autoptr (NidaBrush) brush = NULL;

  g_ptr_array_add (nodes, node_new (NIDA_FIELD_DONOR, "Kuwait", NIDA_FIELD_CATEGORY, "Food"));
  g_ptr_array_add (nodes, node_new (NIDA_FIELD_DONOR, "Oman", NIDA_FIELD_NONE, NULL));
  brush = nida_brush_new_around (nodes, FALSE, 1);
  g_assert_cmpuint (brush->n_parts, ==, 1);
  g_assert_cmpint (brush->parts[0].field, ==, NIDA_FIELD_DONOR);
}

static void
test_toggle (void)
{
  g_autoptr (GPtrArray) nodes = nodes_new ();
  g_autoptr (NidaBrush) one = NULL, two = NULL, again = NULL;
  NidaMark *kuwait, *qatar, *food;

  g_ptr_array_add (nodes, node_new (NIDA_FIELD_DONOR, "Kuwait", NIDA_FIELD_NONE, NULL));
  g_ptr_array_add (nodes, node_new (NIDA_FIELD_DONOR, "Qatar", NIDA_FIELD_NONE, NULL));
  g_ptr_array_add (nodes, node_new (NIDA_FIELD_CATEGORY, "Food", NIDA_FIELD_NONE, NULL));
  kuwait = ((NidaNode *) nodes->pdata[0])->mark;
  qatar = ((NidaNode *) nodes->pdata[1])->mark;
  food = ((NidaNode *) nodes->pdata[2])->mark;
  one = nida_brush_toggle (NULL, kuwait);
  two = nida_brush_toggle (one, qatar);
  g_assert_true (nida_brush_covers (two, kuwait, 1) && nida_brush_covers (two, qatar, 1));
  again = nida_brush_toggle (two, kuwait);
  g_assert_false (nida_brush_covers (again, kuwait, 1));
  g_assert_true (nida_brush_covers (again, qatar, 1));
  g_assert_null (nida_brush_toggle (again, qatar));
  g_assert_true (nida_brush_can_toggle (NULL, food));
  g_assert_false (nida_brush_can_toggle (two, food));
}

static NidaMark *
cell_new (const char *donor,
          const char *cluster)
{
  NidaMark *mark = nida_mark_new ("", "", "", 0);

  nida_mark_add_filter (mark, NIDA_FIELD_DONOR, donor);
  nida_mark_add_filter (mark, NIDA_FIELD_CATEGORY, cluster);
  return mark;
}

static void
assert_cells (const NidaBrush *brush,
              const char      *donors,
              const char      *clusters)
{
  g_autofree char *first = g_strjoinv (",", brush->parts[0].values), *second = g_strjoinv (",", brush->parts[1].values);

  g_assert_cmpuint (brush->n_parts, ==, 2);
  g_assert_cmpstr (first, ==, donors);
  g_assert_cmpstr (second, ==, clusters);
}

/* A row or a column of cells grows and shrinks by one; more than that would have cells that nobody chose. */
static void
test_toggle_cells (void)
{
  NidaMark *food = cell_new ("Kuwait", "Food"), *health = cell_new ("Kuwait", "Health"), *water = cell_new ("Kuwait", "Water");
  NidaMark *of_qatar = cell_new ("Qatar", "Food"), *across = cell_new ("Qatar", "Health");
  g_autoptr (NidaBrush) one = nida_brush_toggle (NULL, food), two = nida_brush_toggle (one, health);
  g_autoptr (NidaBrush) three = nida_brush_toggle (two, water), back = nida_brush_toggle (three, food);
  g_autoptr (NidaBrush) down = nida_brush_toggle (one, of_qatar), square = nida_brush_copy (down);

  assert_cells (two, "Kuwait", "Food,Health");
  assert_cells (three, "Kuwait", "Food,Health,Water");
  assert_cells (back, "Kuwait", "Health,Water");
  assert_cells (down, "Kuwait,Qatar", "Food");
  g_assert_null (nida_brush_toggle (one, food));
  /* to add it would add its row and its column, too */
  g_assert_false (nida_brush_can_toggle (one, across));
  g_assert_false (nida_brush_can_toggle (two, of_qatar));
  g_assert_false (nida_brush_can_toggle (two, across));
  /* a square of cells without one of them is none */
  g_strfreev (square->parts[1].values);
  square->parts[1].values = g_strsplit ("Food,Health", ",", 0);
  g_assert_false (nida_brush_can_toggle (square, food));
  g_assert_false (nida_brush_can_toggle (square, water));

  nida_mark_free (food);
  nida_mark_free (health);
  nida_mark_free (water);
  nida_mark_free (of_qatar);
  nida_mark_free (across);
}

/* A span is what its marks are: one more beside it, one less within it. */
static void
test_toggle_time (void)
{
  g_autoptr (GPtrArray) nodes = nodes_new ();
  g_autoptr (GPtrArray) stroke = g_ptr_array_new ();
  g_autoptr (NidaBrush) span = NULL, split = NULL, more = NULL, less = NULL;
  g_autofree char *before = NULL, *with = NULL, *without = NULL;

  for (guint month = 1; month <= 5; month++)
    {
      g_autofree char *value = g_strdup_printf ("2025-%02u", month);

      g_ptr_array_add (nodes, node_new (NIDA_FIELD_DATE, value, NIDA_FIELD_DONOR, "Kuwait"));
      g_ptr_array_add (nodes, node_new (NIDA_FIELD_DATE, value, NIDA_FIELD_NONE, NULL));
      if (month <= 3)
        g_ptr_array_add (stroke, nodes->pdata[nodes->len - 1]);
    }
  span = nida_brush_new_around (stroke, TRUE, 1);
  g_assert_false (nida_brush_can_toggle (span, ((NidaNode *) nodes->pdata[9])->mark));
  split = nida_brush_split (span, nodes, 1);
  before = g_strjoinv (",", split->parts[0].values);
  g_assert_cmpstr (before, ==, "2025-01,2025-02,2025-03");
  more = nida_brush_toggle (split, ((NidaNode *) nodes->pdata[9])->mark);
  with = g_strjoinv (",", more->parts[0].values);
  g_assert_cmpstr (with, ==, "2025-01,2025-02,2025-03,2025-05");
  /* of one donor's part of a month its time counts */
  less = nida_brush_toggle (more, ((NidaNode *) nodes->pdata[2])->mark);
  without = g_strjoinv (",", less->parts[0].values);
  g_assert_cmpuint (less->n_parts, ==, 1);
  g_assert_cmpstr (without, ==, "2025-01,2025-03,2025-05");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/brush/time/is-one-span-of-all-marks", test_time);
  g_test_add_func ("/brush/values/of-each-field-and-as-filters", test_values);
  g_test_add_func ("/brush/values/only-of-fields-that-all-have", test_common_fields);
  g_test_add_func ("/brush/toggle/adds-and-takes-away", test_toggle);
  g_test_add_func ("/brush/toggle/cells-of-one-row-or-column", test_toggle_cells);
  g_test_add_func ("/brush/toggle/marks-beside-a-span-and-within-it", test_toggle_time);
  return g_test_run ();
}
