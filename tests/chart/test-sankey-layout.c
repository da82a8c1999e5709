/* test-sankey-layout.c tests sankey-layout.c: nodes in their order and inside the box, as high as their money, with words that do
 * not touch. */
#include "sample.h"
#include "sankey-layout.h"

typedef struct {
  GPtrArray       *cubes;
  NidaLanguage    *language;
  NidaMeasurer    *measurer;
  NidaChartSpec   *spec;
  NidaChartContext context;
  NidaRecipe       recipe;
  NidaSankey       sankey;
  NidaSankeyLayout layout;
} Fixture;

static void
fixture_init (Fixture *self,
              guint    seed,
              double   width,
              double   height)
{
  static const NidaField fields[] = { NIDA_FIELD_DONOR, NIDA_FIELD_CATEGORY, NIDA_FIELD_APPEAL };
  g_autoptr (NidaDataset) dataset = sample_random (seed, FALSE, FALSE);
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (GPtrArray) queries = NULL;

  *self = (Fixture) { 0 };
  self->spec = nida_chart_spec_new (NIDA_CHART_SANKEY);
  for (guint i = 0; i < 2 + seed % 2; i++)
    self->spec->query->by[self->spec->query->n_by++] = (NidaGroupBy) { fields[i], NIDA_STEP_NONE };
  queries = nida_chart_spec_queries (self->spec);
  self->cubes = nida_local_engine_query_all (engine, queries, NULL);
  self->language = nida_language_new ("en", NIDA_DIGITS_LATN, NIDA_MONTHS_GULF);
  self->measurer = nida_fixed_measurer_new ();
  self->context = (NidaChartContext) { .language = self->language, .measurer = self->measurer, .width = width, .height = height, .scale = 1 };
  self->recipe = (NidaRecipe) { .spec = self->spec, .cubes = self->cubes, .context = &self->context, .scale = 1, .plot = { 0, 0, width, height } };
  nida_sankey_init (&self->sankey, &self->recipe);
  self->layout = (NidaSankeyLayout) { .sankey = &self->sankey, .recipe = &self->recipe };
  nida_sankey_fold (&self->sankey, (guint) (height / 40));
}

static void
fixture_clear (Fixture *self)
{
  nida_sankey_clear (&self->sankey);
  g_ptr_array_unref (self->cubes);
  g_object_unref (self->language);
  g_object_unref (self->measurer);
  nida_chart_spec_free (self->spec);
}

static void
assert_column (const NidaSankeyLayout *layout,
               guint                   column,
               guint                   seed)
{
  const NidaSankeyNode *nodes = layout->sankey->columns[column].nodes;
  const double slack = 1e-6, line = nida_recipe_line (layout->recipe, NIDA_FONT_SOURCE);
  NidaBox box = layout->box;

  for (guint i = 0; i < nida_sankey_n_nodes (layout->sankey, column); i++)
    {
      if (nodes[i].y < box.y - slack || nodes[i].y + nodes[i].height > box.y + box.height + slack)
        g_error ("seed %u: node %u of column %u leaves the box", seed, i, column);
      g_assert_cmpfloat_with_epsilon (nodes[i].height, (double) nodes[i].group->value * layout->points, 1e-6);
      if (i > 0 && nodes[i].y < nodes[i - 1].y + nodes[i - 1].height - slack)
        g_error ("seed %u: node %u of column %u stands in the one above it", seed, i, column);
      if (i > 0 && nodes[i].label - nodes[i - 1].label < line - slack)
        g_error ("seed %u: words %u of column %u touch those above them", seed, i, column);
    }
}

static void
test_random (void)
{
  guint drawn = 0;

  for (guint seed = 0; seed < 60; seed++)
    {
      Fixture fixture;

      fixture_init (&fixture, seed, 760, 300);
      if (nida_sankey_layout_columns (&fixture.layout) && fixture.sankey.drawable)
        {
          nida_sankey_layout_scale (&fixture.layout);
          for (guint c = 0; c < fixture.sankey.n_columns; c++)
            nida_sankey_layout_nodes (&fixture.layout, c);
          for (guint c = 0; c < fixture.sankey.n_columns; c++)
            assert_column (&fixture.layout, c, seed);
          drawn++;
        }
      fixture_clear (&fixture);
    }
  g_assert_cmpuint (drawn, >, 30);
}

/* In a low card a name stands at its own node, never at the one beside it: as many nodes as that allows. */
static void
test_words_at_their_nodes (void)
{
  guint drawn = 0;

  for (guint seed = 0; seed < 60; seed++)
    {
      Fixture fixture;
      guint most = 7;
      gboolean fits, placed = FALSE;

      fixture_init (&fixture, seed, 760, 150);
      do
        {
          nida_sankey_fold (&fixture.sankey, most);
          fits = nida_sankey_layout_columns (&fixture.layout) && fixture.sankey.drawable;
          if (fits)
            nida_sankey_layout_scale (&fixture.layout);
        }
      while (fits && !(placed = nida_sankey_layout_shrink (&fixture.layout, most > 4 ? 0.85 : 0.3)) && most-- > 4);
      for (guint c = 0; fits && placed && c < fixture.sankey.n_columns; c++)
        {
          const NidaSankeyNode *nodes = fixture.sankey.columns[c].nodes;
          double far = nida_recipe_line (&fixture.recipe, NIDA_FONT_VALUE) / 2 + 1e-6;

          nida_sankey_layout_nodes (&fixture.layout, c);
          for (guint i = 0; i < nida_sankey_n_nodes (&fixture.sankey, c); i++)
            if (nodes[i].label < nodes[i].y - far || nodes[i].label > nodes[i].y + nodes[i].height + far)
              g_error ("seed %u: words %u of column %u stand at %g, their node at %g", seed, i, c, nodes[i].label, nodes[i].y);
          drawn++;
        }
      fixture_clear (&fixture);
    }
  g_assert_cmpuint (drawn, >, 60);
}

/* Columns run from start to end with room for the words at both, and the flows between any two are as long. */
static void
test_columns (void)
{
  Fixture fixture;
  NidaSankeyColumn *columns;
  guint last;

  fixture_init (&fixture, 3, 760, 300);
  g_assert_true (nida_sankey_layout_columns (&fixture.layout));
  columns = fixture.sankey.columns;
  last = nida_sankey_layout_last (&fixture.layout);
  g_assert_cmpuint (last, ==, 2);
  g_assert_cmpfloat (columns[0].x, >=, nida_sankey_layout_words_room (&fixture.layout, 0));
  g_assert_true (nida_sankey_layout_is_parted (&fixture.layout, 1));
  g_assert_false (nida_sankey_layout_is_parted (&fixture.layout, 2));
  g_assert_cmpfloat (nida_sankey_layout_node_width (&fixture.layout, 1), >, NIDA_SANKEY_NODE);
  g_assert_cmpfloat_with_epsilon (columns[1].x - columns[0].x - NIDA_SANKEY_NODE,
                                  columns[2].x - columns[1].x - nida_sankey_layout_node_width (&fixture.layout, 1), 1e-6);
  g_assert_cmpfloat_with_epsilon (columns[2].x + NIDA_SANKEY_NODE + NIDA_SANKEY_GAP + nida_sankey_layout_words_room (&fixture.layout, 2), 760, 1e-6);
  g_assert_true (nida_sankey_layout_is_middle (&fixture.layout, 1));
  g_assert_false (nida_sankey_layout_is_middle (&fixture.layout, 2));
  fixture_clear (&fixture);
}

static void
test_no_room (void)
{
  Fixture fixture;

  fixture_init (&fixture, 3, 120, 300);
  g_assert_false (nida_sankey_layout_columns (&fixture.layout));
  fixture_clear (&fixture);
  fixture_init (&fixture, 3, 760, 40);
  g_assert_false (nida_sankey_layout_columns (&fixture.layout));
  fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sankey-layout/random/nodes-in-order-and-words-apart", test_random);
  g_test_add_func ("/sankey-layout/words/stand-at-their-own-nodes", test_words_at_their_nodes);
  g_test_add_func ("/sankey-layout/columns/leave-room-for-words", test_columns);
  g_test_add_func ("/sankey-layout/no-room/is-told", test_no_room);
  return g_test_run ();
}
