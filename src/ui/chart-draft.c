/* The model of the editor. Answers are asked when somebody looks, once a change. */
#include "config.h"

#include "chart-draft.h"

#include "board.h"
#include "look.h"
#include "spec-text.h"
#include "translate.h"

#define MAX_UNDO 200
#define TITLE_WIDTH 1400.0     /* points: room for the fullest of the titles */
#define TITLE_HEIGHT 500.0

struct _NidaChartDraft
{
  GObject        parent_instance;

  NidaSession   *session;
  NidaChartSpec *spec;
  GPtrArray     *undo, *redo;     /* NidaChartSpec */
  char          *what;            /* the name of the last change, or NULL */
  NidaChartSpec *applied;         /* and the rest: NULL until asked */
  GPtrArray     *cubes;
  char          *error;
  NidaSubject    subject;
  gboolean       looked;          /* @subject is of this spec */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaChartDraft, nida_chart_draft, G_TYPE_OBJECT)

static void
forget (NidaChartDraft *self)
{
  g_clear_pointer (&self->applied, nida_chart_spec_free);
  g_clear_pointer (&self->cubes, g_ptr_array_unref);
  g_clear_pointer (&self->error, g_free);
  self->looked = FALSE;
}

static void
tell_changed (NidaChartDraft *self)
{
  forget (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
nida_chart_draft_finalize (GObject *object)
{
  NidaChartDraft *self = NIDA_CHART_DRAFT (object);

  forget (self);
  nida_chart_spec_free (self->spec);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_free (self->what);
  g_object_unref (self->session);
  G_OBJECT_CLASS (nida_chart_draft_parent_class)->finalize (object);
}

static void
nida_chart_draft_class_init (NidaChartDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_chart_draft_finalize;
  signals[CHANGED] = g_signal_new ("changed", NIDA_TYPE_CHART_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nida_chart_draft_init (NidaChartDraft *self)
{
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free);
}

/**
 * nida_chart_draft_new:
 * @session: whose data and filters it shows
 * @spec: what to begin with; copied
 *
 * Returns: (transfer full): a draft
 */
NidaChartDraft *
nida_chart_draft_new (NidaSession         *session,
                      const NidaChartSpec *spec)
{
  NidaChartDraft *self = g_object_new (NIDA_TYPE_CHART_DRAFT, NULL);

  self->session = g_object_ref (session);
  self->spec = nida_chart_spec_copy (spec);
  g_signal_connect_object (session, "answered", G_CALLBACK (tell_changed), self, G_CONNECT_SWAPPED);
  return self;
}

NidaSession *
nida_chart_draft_get_session (NidaChartDraft *self)
{
  return self->session;
}

const NidaChartSpec *
nida_chart_draft_get_spec (NidaChartDraft *self)
{
  return self->spec;
}

NidaChartSpec *
nida_chart_draft_dup_spec (NidaChartDraft *self)
{
  return nida_chart_spec_copy (self->spec);
}

void
nida_chart_draft_take (NidaChartDraft *self,
                       NidaChartSpec  *spec,
                       const char     *what)
{
  gboolean follows = what != NULL && g_strcmp0 (what, self->what) == 0;

  if (nida_chart_spec_equal (self->spec, spec))
    {
      nida_chart_spec_free (spec);
      return;
    }
  g_ptr_array_set_size (self->redo, 0);
  if (follows && self->undo->len > 0)
    nida_chart_spec_free (self->spec);
  else
    g_ptr_array_add (self->undo, self->spec);
  if (self->undo->len > MAX_UNDO)
    g_ptr_array_remove_index (self->undo, 0);
  self->spec = spec;
  g_free (self->what);
  self->what = g_strdup (what);
  tell_changed (self);
}

gboolean
nida_chart_draft_can_undo (NidaChartDraft *self)
{
  return self->undo->len > 0;
}

gboolean
nida_chart_draft_can_redo (NidaChartDraft *self)
{
  return self->redo->len > 0;
}

static void
go_back (NidaChartDraft *self,
         GPtrArray      *from,
         GPtrArray      *to)
{
  if (from->len == 0)
    return;
  g_ptr_array_add (to, self->spec);
  self->spec = g_ptr_array_steal_index (from, from->len - 1);
  g_clear_pointer (&self->what, g_free);
  tell_changed (self);
}

void
nida_chart_draft_undo (NidaChartDraft *self)
{
  go_back (self, self->undo, self->redo);
}

void
nida_chart_draft_redo (NidaChartDraft *self)
{
  go_back (self, self->redo, self->undo);
}

/* --- what the data answer --- */

const NidaChartSpec *
nida_chart_draft_get_applied (NidaChartDraft *self)
{
  g_autoptr (NidaQuery) choices = NULL;

  if (self->applied != NULL)
    return self->applied;
  choices = nida_query_new ();
  nida_filter_set_apply (nida_session_get_filters (self->session), choices, NIDA_FIELD_NONE);
  choices->fiscal_start = nida_look_get_fiscal_start (nida_look_get ());
  self->applied = nida_board_apply (self->spec, choices);
  return self->applied;
}

const NidaSubject *
nida_chart_draft_get_subject (NidaChartDraft *self)
{
  if (!self->looked)
    nida_subject_init (&self->subject, nida_session_get_engine (self->session), nida_chart_draft_get_applied (self));
  self->looked = TRUE;
  return &self->subject;
}

static void
ask (NidaChartDraft *self)
{
  g_autoptr (GPtrArray) queries = nida_chart_spec_queries (nida_chart_draft_get_applied (self));
  g_autoptr (GError) error = NULL;

  if (self->cubes != NULL || self->error != NULL)
    return;
  self->cubes = nida_local_engine_query_all (nida_session_get_engine (self->session), queries, &error);
  if (self->cubes == NULL)
    self->error = g_strdup (error->message);
}

static NidaScene *
build (NidaChartDraft      *self,
       const NidaChartSpec *spec,
       NidaChartContext     context)
{
  nida_session_fill_context (self->session, spec, &context);
  if (self->cubes == NULL)
    return nida_chart_build_message (_("This chart could not be drawn"), self->error, &context);
  return nida_chart_build (spec, self->cubes, &context);
}

NidaScene *
nida_chart_draft_build (NidaChartDraft *self,
                        double          width,
                        double          height)
{
  NidaLook *look = nida_look_get ();
  NidaChartContext context = {
    .language = nida_look_get_language (look),
    .measurer = nida_look_get_measurer (look),
    .theme = nida_look_get_theme (look),
    .time_direction = nida_look_get_time_direction (look),
    .width = width,
    .height = height,
    .scale = nida_look_get_text_scale (look),
  };

  ask (self);
  return build (self, nida_chart_draft_get_applied (self), context);
}

char *
nida_chart_draft_dup_title (NidaChartDraft *self,
                            const char     *code)
{
  g_autoptr (NidaLanguage) language = nida_look_make_language (nida_look_get (), code);
  g_autoptr (NidaMeasurer) measurer = nida_pango_measurer_new (nida_language_is_arabic (language));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_copy (nida_chart_draft_get_applied (self));
  g_autoptr (NidaScene) scene = NULL;
  NidaChartContext context = {
    .language = language, .measurer = measurer, .width = TITLE_WIDTH, .height = TITLE_HEIGHT, .scale = 1,
  };

  g_clear_pointer (&spec->title, g_free);
  g_clear_pointer (&spec->title_ar, g_free);
  ask (self);
  scene = build (self, spec, context);
  return nida_name_clean (nida_scene_get_title (scene));
}

/* --- names --- */

char **
nida_chart_draft_dup_names (NidaChartDraft *self,
                            NidaField       field)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  query->by[query->n_by++] = (NidaGroupBy) { field, field == NIDA_FIELD_DATE ? NIDA_STEP_YEAR : NIDA_STEP_NONE };
  query->measures = 1u << self->spec->measure;
  query->fiscal_start = nida_look_get_fiscal_start (nida_look_get ());
  cube = nida_local_engine_query (nida_session_get_engine (self->session), query, NULL);
  for (guint i = 0; cube != NULL && i < nida_cube_get_n_items (cube, 0); i++)
    {
      const NidaCubeItem *item = nida_cube_get_item (cube, 0, i);

      if (!item->not_stated && item->n_members < 2)
        g_strv_builder_add (builder, item->name);
    }
  return g_strv_builder_end (builder);
}
