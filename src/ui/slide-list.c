/* Slides of the document and their pictures. Pictures are made one by one as they are looked at; what a slide asks is asked at
 * once where the rows are few, else on a thread. */
#include "config.h"

#include "slide-list.h"

#include "look.h"
#include "session-private.h"
#include "spec-text.h"
#include "translate.h"

#define WIDTH  960.0      /* points of a picture; it is painted in any size */
#define HEIGHT 540.0
#define BOARD_FIGURES 3u

/* @asked: its answers are on their way */
typedef struct {
  char             *id, *text;
  NidaSlide        *slide;
  NidaSlideAnswers *answers;
  NidaScene        *scene;
  GCancellable     *asked;
} Entry;

struct _NidaSlideList
{
  GObject        parent_instance;

  NidaSession   *session;        /* it owns the list */
  NidaDocument  *document;
  gulong         handler;
  GPtrArray     *entries;
  char          *current;        /* id */
  NidaLanguage  *languages[2];
  NidaMeasurer  *measurers[2];
};

G_DEFINE_FINAL_TYPE (NidaSlideList, nida_slide_list, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, SIGNAL_SLIDE_CHANGED, SIGNAL_CURRENT_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
entry_forget (Entry *entry)
{
  if (entry->asked != NULL)
    g_cancellable_cancel (entry->asked);
  g_clear_object (&entry->asked);
  g_clear_object (&entry->scene);
  g_clear_pointer (&entry->answers, nida_slide_answers_unref);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  entry_forget (entry);
  g_clear_pointer (&entry->slide, nida_slide_free);
  g_free (entry->id);
  g_free (entry->text);
  g_free (entry);
}

static Entry *
get_entry (NidaSlideList *self,
           guint          index)
{
  return index < self->entries->len ? self->entries->pdata[index] : NULL;
}

static guint
find (NidaSlideList *self,
      const char    *id)
{
  for (guint i = 0; id != NULL && i < self->entries->len; i++)
    if (g_str_equal (get_entry (self, i)->id, id))
      return i;
  return G_MAXUINT;
}

/* --- from the document --- */

static Entry *
entry_new (const NidaItem *item)
{
  g_autoptr (GError) error = NULL;
  Entry *entry = g_new0 (Entry, 1);

  entry->id = g_strdup (item->id);
  entry->text = g_strdup (item->text);
  entry->slide = nida_slide_from_text (item->text, &error);
  if (entry->slide == NULL)
    g_debug ("Slide %s is not known: %s", item->id, error->message);
  return entry;
}

/* The entry of the same text keeps its picture. */
static Entry *
take_old (GPtrArray      *old,
          const NidaItem *item)
{
  for (guint i = 0; i < old->len; i++)
    if (g_str_equal (((Entry *) old->pdata[i])->id, item->id) && g_str_equal (((Entry *) old->pdata[i])->text, item->text))
      return g_ptr_array_steal_index (old, i);
  return NULL;
}

static void
keep_current (NidaSlideList *self,
              guint          before)
{
  guint n = self->entries->len;

  if (find (self, self->current) != G_MAXUINT)
    return;
  g_free (self->current);
  self->current = n > 0 ? g_strdup (get_entry (self, before < n ? before : n - 1)->id) : NULL;
  g_signal_emit (self, signals[SIGNAL_CURRENT_CHANGED], 0);
}

static void
read_all (NidaSlideList *self)
{
  NidaItems *items = nida_document_get_items (self->document);
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->entries);
  guint n = nida_items_get_n (items, NIDA_ITEM_SLIDE), before = 0;

  for (guint i = 0; i < old->len; i++)
    if (g_strcmp0 (((Entry *) old->pdata[i])->id, self->current) == 0)
      before = i;
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  for (guint i = 0; i < n; i++)
    {
      const NidaItem *item = nida_items_get (items, NIDA_ITEM_SLIDE, i);
      Entry *kept = take_old (old, item);

      g_ptr_array_add (self->entries, kept != NULL ? kept : entry_new (item));
    }
  keep_current (self, before);
}

/* The same slides in the same order: only one of them has another text. */
static gboolean
is_same_list (NidaSlideList *self)
{
  NidaItems *items = nida_document_get_items (self->document);

  if (nida_items_get_n (items, NIDA_ITEM_SLIDE) != self->entries->len)
    return FALSE;
  for (guint i = 0; i < self->entries->len; i++)
    if (!g_str_equal (nida_items_get (items, NIDA_ITEM_SLIDE, i)->id, get_entry (self, i)->id))
      return FALSE;
  return TRUE;
}

/* What is asked stays known where only words are others. */
static void
keep_answers (Entry *entry,
              Entry *old)
{
  if (old->slide == NULL || entry->slide == NULL || old->answers == NULL
      || old->slide->charts->len != entry->slide->charts->len || old->slide->figures->len != entry->slide->figures->len)
    return;
  for (guint l = 0; l < 2; l++)
    {
      GPtrArray *before = l == 0 ? old->slide->charts : old->slide->figures, *after = l == 0 ? entry->slide->charts : entry->slide->figures;

      for (guint i = 0; i < after->len; i++)
        {
          const NidaSlideChart *a = before->pdata[i], *b = after->pdata[i];

          if (!nida_chart_spec_equal (a->spec, b->spec) || (a->choices == NULL) != (b->choices == NULL)
              || (a->choices != NULL && !nida_query_equal (a->choices, b->choices)))
            return;
        }
    }
  entry->answers = nida_slide_answers_ref (old->answers);
}

static void
item_changed_cb (NidaSlideList *self,
                 guint          kind,
                 const char    *id)
{
  guint index = find (self, id);
  const NidaItem *item = nida_items_find (nida_document_get_items (self->document), NIDA_ITEM_SLIDE, id);
  Entry *old, *entry;

  if (index == G_MAXUINT || item == NULL || !is_same_list (self))
    {
      read_all (self);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
      return;
    }
  old = get_entry (self, index);
  if (g_str_equal (old->text, item->text))
    return;
  entry = entry_new (item);
  keep_answers (entry, old);
  entry_free (old);
  self->entries->pdata[index] = entry;
  g_signal_emit (self, signals[SIGNAL_SLIDE_CHANGED], 0, index);
}

static void
document_changed_cb (NidaSlideList *self)
{
  NidaDocument *document = nida_session_get_document (self->session);

  if (self->document == document)
    return;
  g_clear_signal_handler (&self->handler, self->document);
  g_set_object (&self->document, document);
  self->handler = g_signal_connect_object (document, "item-changed::slide", G_CALLBACK (item_changed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_set_size (self->entries, 0);
  read_all (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Other data, or another language: every picture is another one. */
static void
forget_all (NidaSlideList *self)
{
  document_changed_cb (self);
  for (guint i = 0; i < self->entries->len; i++)
    entry_forget (get_entry (self, i));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
make_languages (NidaSlideList *self)
{
  for (guint arabic = 0; arabic < 2; arabic++)
    {
      g_clear_object (&self->languages[arabic]);
      g_clear_object (&self->measurers[arabic]);
      self->languages[arabic] = nida_look_make_language (nida_look_get (), arabic == 1 ? "ar" : "en");
      self->measurers[arabic] = nida_pango_measurer_new (arabic == 1);
    }
}

static void
look_changed_cb (NidaSlideList *self)
{
  make_languages (self);
  for (guint i = 0; i < self->entries->len; i++)
    g_clear_object (&get_entry (self, i)->scene);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* --- pictures --- */

static void
fill_context (const NidaChartSpec *spec,
              NidaChartContext    *context,
              gpointer             data)
{
  nida_session_fill_context (data, spec, context);
}

static NidaSources *
get_sources (NidaLanguage *language,
             gpointer      data)
{
  NidaLoaded *shown = nida_session_get_shown (data);

  return shown != NULL ? nida_loaded_get_sources (shown, language) : NULL;
}

NidaSlideContext
nida_slide_list_get_context (NidaSlideList *self,
                             gboolean       arabic,
                             double         width,
                             double         height)
{
  NidaLook *look = nida_look_get ();

  return (NidaSlideContext) {
    .languages = { self->languages[0], self->languages[1] }, .measurers = { self->measurers[0], self->measurers[1] }, .arabic = arabic,
    .theme = nida_look_get_theme (look), .time_direction = nida_look_get_time_direction (look), .width = width, .height = height,
    .fill = fill_context, .sources = get_sources, .fill_data = self->session,
  };
}

static NidaColorMap *
get_colors (NidaSlideList *self)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_NUMBER);
  NidaChartContext context = { .language = self->languages[0] };

  nida_session_fill_context (self->session, spec, &context);
  return context.colors;
}

typedef struct { NidaSlideList *list; char *id; } Asked;

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Asked *asked = user_data;
  g_autoptr (NidaSlideAnswers) answers = nida_slide_answers_ask_finish (result, NULL);
  guint index = find (asked->list, asked->id);
  Entry *entry = get_entry (asked->list, index);

  if (answers != NULL && entry != NULL)
    {
      g_clear_object (&entry->asked);
      g_clear_object (&entry->scene);
      entry->answers = g_steal_pointer (&answers);
      g_signal_emit (asked->list, signals[SIGNAL_SLIDE_CHANGED], 0, index);
    }
  g_object_unref (asked->list);
  g_free (asked->id);
  g_free (asked);
}

static void
ask (NidaSlideList *self,
     Entry         *entry)
{
  NidaLocalEngine *engine = nida_session_get_engine (self->session);
  Asked *asked;

  if (nida_session_answers_at_once (self->session) || entry->slide->charts->len + entry->slide->figures->len == 0)
    {
      entry->answers = nida_slide_answers_ask (entry->slide, engine, get_colors (self));
      return;
    }
  asked = g_new0 (Asked, 1);
  asked->list = g_object_ref (self);
  asked->id = g_strdup (entry->id);
  entry->asked = g_cancellable_new ();
  nida_slide_answers_ask_async (entry->slide, engine, get_colors (self), entry->asked, answered_cb, asked);
}

NidaScene *
nida_slide_list_get_scene (NidaSlideList *self,
                           guint          index)
{
  Entry *entry = get_entry (self, index);
  gboolean arabic = nida_language_is_arabic (nida_look_get_language (nida_look_get ()));
  NidaSlideContext context;

  if (entry == NULL || entry->slide == NULL || nida_session_get_dataset (self->session) == NULL)
    return NULL;
  if (entry->scene != NULL)
    return entry->scene;
  if (entry->answers == NULL && entry->asked == NULL)
    ask (self, entry);
  context = nida_slide_list_get_context (self, arabic, WIDTH, HEIGHT);
  context.number = index + 1;
  context.n_slides = self->entries->len;
  entry->scene = nida_slide_build (entry->slide, entry->answers, &context, NIDA_SLIDE_WHOLE);
  return entry->scene;
}

/* --- what there is --- */

guint
nida_slide_list_get_n (NidaSlideList *self)
{
  return self->entries->len;
}

const NidaSlide *
nida_slide_list_get (NidaSlideList *self,
                     guint          index)
{
  Entry *entry = get_entry (self, index);

  return entry != NULL ? entry->slide : NULL;
}

const char *
nida_slide_list_get_id (NidaSlideList *self,
                        guint          index)
{
  Entry *entry = get_entry (self, index);

  return entry != NULL ? entry->id : NULL;
}

guint
nida_slide_list_get_current (NidaSlideList *self)
{
  return find (self, self->current);
}

void
nida_slide_list_set_current (NidaSlideList *self,
                             guint          index)
{
  Entry *entry = get_entry (self, index);

  if (entry == NULL || g_strcmp0 (entry->id, self->current) == 0)
    return;
  g_free (self->current);
  self->current = g_strdup (entry->id);
  g_signal_emit (self, signals[SIGNAL_CURRENT_CHANGED], 0);
}

/* --- changes --- */

static void
insert (NidaSlideList   *self,
        const NidaSlide *slide,
        const char      *name)
{
  g_autofree char *id = nida_document_new_id (), *text = nida_slide_to_text (slide);
  guint current = nida_slide_list_get_current (self);

  if (nida_document_is_read_only (self->document))
    return;
  nida_document_begin (self->document, name, NULL);
  nida_session_keep_board_of (self->session, slide);
  nida_document_set (self->document, NIDA_ITEM_SLIDE, id, text);
  if (current != G_MAXUINT)
    nida_document_move (self->document, NIDA_ITEM_SLIDE, id, current + 1);
  nida_document_end (self->document);
  nida_slide_list_set_current (self, find (self, id));
}

void
nida_slide_list_add (NidaSlideList   *self,
                     const NidaSlide *slide)
{
  insert (self, slide, NC_("undo", "New Slide"));
}

void
nida_slide_list_duplicate (NidaSlideList *self)
{
  const NidaSlide *slide = nida_slide_list_get (self, nida_slide_list_get_current (self));

  if (slide != NULL)
    insert (self, slide, NC_("undo", "Duplicate Slide"));
}

void
nida_slide_list_remove (NidaSlideList *self)
{
  g_autofree char *id = g_strdup (self->current);

  if (id == NULL)
    return;
  nida_document_begin (self->document, NC_("undo", "Delete Slide"), NULL);
  nida_document_remove (self->document, NIDA_ITEM_SLIDE, id);
  nida_document_end (self->document);
}

void
nida_slide_list_move (NidaSlideList *self,
                      guint          from,
                      guint          to)
{
  g_autofree char *id = g_strdup (nida_slide_list_get_id (self, from));

  if (id == NULL || to >= self->entries->len || from == to)
    return;
  nida_document_begin (self->document, NC_("undo", "Move Slide"), NULL);
  nida_document_move (self->document, NIDA_ITEM_SLIDE, id, to);
  nida_document_end (self->document);
}

void
nida_slide_list_replace (NidaSlideList   *self,
                         guint            index,
                         const NidaSlide *slide,
                         const char      *name,
                         const char      *run)
{
  g_autofree char *id = g_strdup (nida_slide_list_get_id (self, index)), *text = nida_slide_to_text (slide);

  if (id == NULL)
    return;
  nida_document_begin (self->document, name, run);
  nida_session_keep_board_of (self->session, slide);
  nida_document_set (self->document, NIDA_ITEM_SLIDE, id, text);
  nida_document_end (self->document);
}

/* --- from the board --- */

/* Of the board that is shown. */
static void
put (NidaSlideList *self,
     NidaSlide     *slide,
     guint          place)
{
  nida_session_put_on_slide (self->session, nida_session_get_board_index (self->session), place, slide, NULL);
}

NidaSlide *
nida_slide_list_new_of_board (NidaSlideList *self)
{
  static const NidaMeasure telling[] = {
    NIDA_MEASURE_COVERAGE, NIDA_MEASURE_RECEIVED, NIDA_MEASURE_GAP, NIDA_MEASURE_REQUIREMENT, NIDA_MEASURE_REPORTED, NIDA_MEASURE_PLEDGED,
  };
  NidaSlide *slide = nida_slide_new ();
  guint n = nida_session_get_n_charts (self->session);

  for (guint i = 0; i < n && slide->charts->len == 0; i++)
    if (nida_session_get_chart (self->session, i)->kind != NIDA_CHART_NUMBER)
      put (self, slide, i);
  for (guint m = 0; m < G_N_ELEMENTS (telling); m++)
    for (guint i = 0; i < n && slide->figures->len < BOARD_FIGURES; i++)
      {
        const NidaChartSpec *spec = nida_session_get_chart (self->session, i);

        if (spec->kind == NIDA_CHART_NUMBER && spec->measure == telling[m] && nida_answers_has_figure (nida_session_get_answers (self->session), i))
          put (self, slide, i);
      }
  return slide;
}

/* --- object --- */

static void
nida_slide_list_finalize (GObject *object)
{
  NidaSlideList *self = NIDA_SLIDE_LIST (object);

  g_ptr_array_unref (self->entries);
  g_clear_object (&self->document);
  g_free (self->current);
  for (guint i = 0; i < 2; i++)
    {
      g_clear_object (&self->languages[i]);
      g_clear_object (&self->measurers[i]);
    }
  G_OBJECT_CLASS (nida_slide_list_parent_class)->finalize (object);
}

static void
nida_slide_list_class_init (NidaSlideListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_slide_list_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", NIDA_TYPE_SLIDE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SLIDE_CHANGED] = g_signal_new ("slide-changed", NIDA_TYPE_SLIDE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_CURRENT_CHANGED] = g_signal_new ("current-changed", NIDA_TYPE_SLIDE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nida_slide_list_init (NidaSlideList *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  make_languages (self);
}

NidaSlideList *
nida_slide_list_of (NidaSession *session)
{
  NidaSlideList *self = g_object_get_data (G_OBJECT (session), "nida-slide-list");

  if (self != NULL)
    return self;
  self = g_object_new (NIDA_TYPE_SLIDE_LIST, NULL);
  self->session = session;
  g_object_set_data_full (G_OBJECT (session), "nida-slide-list", self, g_object_unref);
  g_signal_connect_object (session, "document-changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "opened", G_CALLBACK (forget_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (nida_look_get (), "changed", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (nida_look_get (), "language-changed", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
  document_changed_cb (self);
  return self;
}
