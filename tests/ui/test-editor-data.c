/* editor-data.c with editor-filters.c, editor-order.c and editor-names.c: only what a kind heeds is asked for, and is heeded. */
#include "config.h"

#include "editor-data.h"
#include "ui-support.h"

#include <string.h>

static const char many_kinds[] =
  "kind,year,donor,category,country,currency,amount,label\n"
  "paid,2022,Kuwait,Health,Yemen,USD,500000,\n"
  "paid,2023,Qatar,Food,Yemen,USD,300000,\n"
  "paid,2023,Oman,Food,Syria,USD,200000,\n"
  "paid,2024,Oman,Health,Syria,USD,100000,\n"
  "indicator,2022,,Tier,,,2,Tier 2\n"
  "indicator,2023,,Tier,,,1,Tier 1\n"
  "indicator,2022,,Score,,,60,\n"
  "indicator,2023,,Score,,,70,\n";

typedef struct { NidaWindow *window; NidaChartDraft *draft; GtkWidget *page, *holder; } Fixture;

static void
set_up (Fixture    *self,
        const char *csv)
{
  g_autofree char *path = ui_test_write ("data.csv", csv);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);

  self->window = ui_test_open (path);
  self->draft = nida_chart_draft_new (nida_window_get_session (self->window), spec);
  self->page = nida_editor_data_new (self->draft);
  self->holder = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->holder), self->page);
  gtk_window_present (GTK_WINDOW (self->holder));
}

static void
tear_down (Fixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->holder));
  g_object_unref (self->draft);
  ui_test_close (self->window);
}

static void
choose_kind (Fixture       *self,
             NidaChartKind  kind)
{
  NidaChartSpec *spec = nida_chart_draft_dup_spec (self->draft);

  spec->kind = kind;
  nida_chart_draft_take (self->draft, spec, NULL);
}

static const NidaChartSpec *
spec_of (Fixture *self)
{
  return nida_chart_draft_get_spec (self->draft);
}

/* What says @words, on a label or on a button. */
static GtkWidget *
find_words (GtkWidget  *root,
            const char *words)
{
  if (GTK_IS_LABEL (root) && strcmp (gtk_label_get_text (GTK_LABEL (root)), words) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_words (child, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_control (Fixture    *self,
              const char *title)
{
  GtkWidget *label = find_words (self->page, title);

  g_assert_nonnull (label);
  return gtk_widget_get_next_sibling (label);
}

static GtkWidget *
find_button (Fixture    *self,
             const char *words,
             GType       type)
{
  GtkWidget *label = find_words (self->page, words), *button;

  g_assert_nonnull (label);
  button = gtk_widget_get_ancestor (label, type);
  g_assert_nonnull (button);
  return button;
}

static gboolean
is_shown (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget);
}

static const char *
item_of (GtkWidget *drop_down,
         guint      index)
{
  return gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down))), index);
}

static void
test_tiles (void)
{
  Fixture self;
  GtkWidget *area;

  set_up (&self, many_kinds);
  area = find_control (&self, "Area");
  g_assert_false (is_shown (area));
  choose_kind (&self, NIDA_CHART_TILE_MAP);
  g_assert_true (is_shown (area));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (area), NIDA_TILES_WORLD);
  g_assert_cmpint (spec_of (&self)->tiles, ==, NIDA_TILES_WORLD);
  nida_chart_draft_undo (self.draft);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (area)), ==, NIDA_TILES_AUTO);
  tear_down (&self);
}

static void
test_order_of_bars (void)
{
  const NidaOrder orders[] = { NIDA_ORDER_SOURCE, NIDA_ORDER_SMALLEST, NIDA_ORDER_NAME };
  Fixture self;
  GtkWidget *order;

  set_up (&self, many_kinds);
  order = find_control (&self, "Order of the bars");
  g_assert_true (is_shown (order));
  for (guint i = G_N_ELEMENTS (orders); i-- > 0; )
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (order), i);
      g_assert_cmpint (spec_of (&self)->order, ==, orders[i]);
      g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (order)), ==, i);
    }
  /* what coverage has no word for is there as in the source */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (order), 2);
  choose_kind (&self, NIDA_CHART_COVERAGE);
  g_assert_false (is_shown (order));
  g_assert_true (is_shown (find_control (&self, "Order")));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (find_control (&self, "Order"))), ==, NIDA_ORDER_SOURCE);
  tear_down (&self);
}

static void
test_checks (void)
{
  Fixture self;
  GtkWidget *ends, *scales;

  set_up (&self, many_kinds);
  ends = find_button (&self, "Show where the year may end", GTK_TYPE_CHECK_BUTTON);
  scales = find_button (&self, "Each on a scale of its own", GTK_TYPE_CHECK_BUTTON);
  g_assert_false (is_shown (ends));
  g_assert_false (is_shown (scales));
  choose_kind (&self, NIDA_CHART_PACE);
  g_assert_true (is_shown (ends));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (ends)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ends), FALSE);
  g_assert_true (spec_of (&self)->no_projection);
  g_assert_false (spec_of (&self)->own_scales);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_control (&self, "A small chart for each")), 1);
  g_assert_cmpint (spec_of (&self)->panels, !=, NIDA_FIELD_NONE);
  g_assert_true (is_shown (scales));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (scales), TRUE);
  g_assert_true (spec_of (&self)->own_scales);
  tear_down (&self);
}

static void
test_indicators (void)
{
  Fixture self;
  GtkWidget *indicator;

  set_up (&self, many_kinds);
  indicator = find_control (&self, "Indicator");
  g_assert_false (is_shown (indicator));
  choose_kind (&self, NIDA_CHART_INDICATOR);
  g_assert_true (is_shown (indicator));
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strdup (item_of (indicator, i));

      gtk_drop_down_set_selected (GTK_DROP_DOWN (indicator), 1 - i);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (indicator), i);
      g_assert_cmpstr (spec_of (&self)->category, ==, name);
      g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (indicator)), ==, i);
    }
  g_assert_null (item_of (indicator, 2));
  tear_down (&self);
}

static void
test_pinned (void)
{
  Fixture self;
  GtkWidget *pinned;

  set_up (&self, many_kinds);
  pinned = find_control (&self, "Always shown");
  g_assert_true (is_shown (pinned));
  for (guint i = 1; item_of (pinned, i) != NULL; i++)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (pinned), i);
      g_assert_cmpstr (spec_of (&self)->pinned, ==, item_of (pinned, i));
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (pinned), 0);
  g_assert_null (spec_of (&self)->pinned);
  choose_kind (&self, NIDA_CHART_WAFFLE);
  g_assert_false (is_shown (pinned));
  tear_down (&self);
}

/* --- the order of names --- */

static void
choose_flows (Fixture *self)
{
  NidaChartSpec *spec = nida_chart_draft_dup_spec (self->draft);

  spec->kind = NIDA_CHART_SANKEY;
  spec->query->n_by = 2;
  spec->query->by[0] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  spec->query->by[1] = (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE };
  nida_chart_draft_take (self->draft, spec, NULL);
}

static void
assert_above (Fixture    *self,
              const char *first,
              const char *second)
{
  g_autoptr (NidaScene) scene = nida_chart_draft_build (self->draft, 800, 500);
  const NidaNode *a = nida_scene_find (scene, first), *b = nida_scene_find (scene, second);

  g_assert_nonnull (a);
  g_assert_nonnull (b);
  g_assert_cmpfloat (a->box.y, <, b->box.y);
}

static void
click_last_up (GtkWidget *list)
{
  GtkWidget *row = NULL;

  for (int i = 0; gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i) != NULL; i++)
    row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i));
  g_signal_emit_by_name (gtk_widget_get_prev_sibling (gtk_widget_get_last_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)))), "clicked");
}

static GtkWidget *
find_list (GtkWidget *root,
           guint     *skip)
{
  if (GTK_IS_LIST_BOX (root) && gtk_widget_has_css_class (root, "nida-order") && (*skip)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list (child, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
list_at (Fixture *self,
         guint    index)
{
  GtkWidget *list = find_list (self->page, &index);

  g_assert_nonnull (list);
  return list;
}

static void
test_order (void)
{
  Fixture self;
  GtkWidget *by_size;

  set_up (&self, many_kinds);
  by_size = find_button (&self, "Order by Size Again", GTK_TYPE_BUTTON);
  g_assert_false (is_shown (by_size));
  choose_flows (&self);
  g_assert_true (is_shown (by_size));
  g_assert_false (gtk_widget_get_sensitive (by_size));
  assert_above (&self, "node/0/Kuwait", "node/0/Qatar");
  click_last_up (list_at (&self, 1));      /* the smaller category before the larger */
  assert_above (&self, "node/1/Food", "node/1/Health");
  g_assert_cmpuint (g_strv_length (spec_of (&self)->ordered), ==, 2);
  click_last_up (list_at (&self, 0));
  assert_above (&self, "node/0/Kuwait", "node/0/Oman");
  assert_above (&self, "node/1/Food", "node/1/Health");      /* the other column keeps its order */
  nida_chart_draft_undo (self.draft);
  g_assert_cmpuint (g_strv_length (spec_of (&self)->ordered), ==, 2);
  g_signal_emit_by_name (by_size, "clicked");
  g_assert_null (spec_of (&self)->ordered);
  assert_above (&self, "node/1/Health", "node/1/Food");
  tear_down (&self);
}

/* A diagram of flows completes what was not chosen: those columns can be put in order, too. */
static void
test_order_of_all_columns (void)
{
  Fixture self;
  NidaChartSpec *spec;

  set_up (&self, many_kinds);
  spec = nida_chart_draft_dup_spec (self.draft);
  spec->kind = NIDA_CHART_SANKEY;
  spec->query->n_by = 0;
  nida_chart_draft_take (self.draft, spec, NULL);
  assert_above (&self, "node/2/Yemen", "node/2/Syria");
  for (guint i = 0; i < 3; i++)
    g_assert_true (is_shown (list_at (&self, i)));
  click_last_up (list_at (&self, 2));
  assert_above (&self, "node/2/Syria", "node/2/Yemen");
  g_assert_cmpuint (spec_of (&self)->query->n_by, ==, 0);
  tear_down (&self);
}

/* --- fields --- */

static void
choose_field (Fixture    *self,
              const char *title,
              const char *words)
{
  GtkWidget *drop_down = find_control (self, title);

  g_assert_true (is_shown (drop_down));
  for (guint i = 0; item_of (drop_down, i) != NULL; i++)
    if (g_str_equal (item_of (drop_down, i), words))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), i);
}

static void
assert_fields (Fixture   *self,
               guint      n,
               NidaField  first,
               NidaField  second,
               NidaField  third)
{
  NidaField fields[] = { first, second, third };

  g_assert_cmpuint (spec_of (self)->query->n_by, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (spec_of (self)->query->by[i].field, ==, fields[i]);
}

static void
test_fields (void)
{
  Fixture self;
  GtkWidget *second, *third;

  set_up (&self, many_kinds);
  second = find_control (&self, "And by");
  third = find_control (&self, "Then by");
  choose_kind (&self, NIDA_CHART_HEATMAP);
  g_assert_false (is_shown (third));
  choose_field (&self, "By", "Country");
  g_assert_cmpstr (item_of (second, 0), ==, "Nothing else");
  choose_kind (&self, NIDA_CHART_SANKEY);
  g_assert_cmpstr (item_of (second, 0), ==, "Automatic");
  g_assert_false (is_shown (third));
  choose_field (&self, "And by", "Donor");
  choose_field (&self, "Then by", "Category");
  assert_fields (&self, 3, NIDA_FIELD_COUNTRY, NIDA_FIELD_DONOR, NIDA_FIELD_CATEGORY);
  choose_field (&self, "By", "Category");      /* one that is the third already */
  assert_fields (&self, 3, NIDA_FIELD_CATEGORY, NIDA_FIELD_DONOR, NIDA_FIELD_COUNTRY);
  choose_field (&self, "And by", "Automatic");
  assert_fields (&self, 2, NIDA_FIELD_CATEGORY, NIDA_FIELD_COUNTRY, NIDA_FIELD_NONE);
  choose_field (&self, "By", "Automatic");
  assert_fields (&self, 0, NIDA_FIELD_NONE, NIDA_FIELD_NONE, NIDA_FIELD_NONE);
  nida_chart_draft_undo (self.draft);
  assert_fields (&self, 2, NIDA_FIELD_CATEGORY, NIDA_FIELD_COUNTRY, NIDA_FIELD_NONE);
  tear_down (&self);
}

/* --- filters --- */

static gboolean
has_names (gpointer drop_down)
{
  return gtk_widget_get_sensitive (drop_down);
}

static void
test_filters (void)
{
  Fixture self;
  GtkWidget *field, *value;
  const char * const *values;

  set_up (&self, many_kinds);
  field = find_control (&self, "Field");
  value = find_control (&self, "Value");
  g_assert_false (gtk_widget_get_sensitive (value));
  for (guint i = 0; item_of (field, i) != NULL; i++)
    if (g_str_equal (item_of (field, i), "Country"))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (field), i);
  g_assert_true (ui_test_wait (has_names, value));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (value))), ==, 2);
  g_signal_emit_by_name (find_button (&self, "Add Filter", GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpint (nida_query_get_filter (spec_of (&self)->query, 0, &values), ==, NIDA_FIELD_COUNTRY);
  g_assert_cmpstr (values[0], ==, item_of (value, gtk_drop_down_get_selected (GTK_DROP_DOWN (value))));
  nida_chart_draft_undo (self.draft);
  g_assert_cmpuint (nida_query_get_n_filters (spec_of (&self)->query), ==, 0);
  tear_down (&self);
}

/* The page is gone before the names are there. */
static void
test_gone_while_asking (void)
{
  Fixture self;
  GtkWidget *field;

  set_up (&self, many_kinds);
  field = find_control (&self, "Field");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (field), 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (field), 2);
  tear_down (&self);
  ui_test_run_for (50);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/editor-data/tiles/of-a-map-alone", test_tiles);
  g_test_add_func ("/editor-data/order/of-the-bars-of-a-ranking", test_order_of_bars);
  g_test_add_func ("/editor-data/checks/end-of-a-year-and-own-scales", test_checks);
  g_test_add_func ("/editor-data/indicator/one-of-several", test_indicators);
  g_test_add_func ("/editor-data/pinned/of-kinds-that-heed-it", test_pinned);
  g_test_add_func ("/editor-data/order/moved-kept-and-by-size-again", test_order);
  g_test_add_func ("/editor-data/order/of-columns-that-nobody-chose", test_order_of_all_columns);
  g_test_add_func ("/editor-data/fields/up-to-three-that-change-places", test_fields);
  g_test_add_func ("/editor-data/filters/names-come-and-are-added", test_filters);
  g_test_add_func ("/editor-data/filters/gone-while-asking", test_gone_while_asking);
  return g_test_run ();
}
