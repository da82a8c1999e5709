/* show-compared.c: what is compared in the window waits until a show asks for it. */
#include "config.h"

#include "look.h"
#include "session-private.h"
#include "show-compared.h"
#include "ui-support.h"

typedef struct {
  NidaSession      *session;
  NidaShowCompared *self;
  NidaBrush        *kuwait, *qatar;
  guint             n_changed;
} Case;

static NidaBrush *
brush_of (const char *donor)
{
  NidaMark *mark = nida_mark_new (donor, NULL, NULL, 1);
  NidaBrush *brush;

  nida_mark_add_filter (mark, NIDA_FIELD_DONOR, donor);
  brush = nida_brush_toggle (NULL, mark);
  nida_mark_free (mark);
  return brush;
}

static void
changed_cb (Case *self)
{
  self->n_changed++;
}

static void
set_up (Case         *self,
        gconstpointer data)
{
  g_autofree char *path = ui_test_write ("compared.csv", ui_test_csv);

  self->session = ui_test_open_session (path);
  self->self = nida_show_compared_new (nida_session_get_linked (self->session));
  self->kuwait = brush_of ("Kuwait");
  self->qatar = brush_of ("Qatar");
  g_signal_connect_swapped (self->self, "changed", G_CALLBACK (changed_cb), self);
}

static void
tear_down (Case         *self,
           gconstpointer data)
{
  nida_session_cancel (self->session);
  g_object_unref (self->self);
  g_object_unref (self->session);
  nida_brush_free (self->kuwait);
  nida_brush_free (self->qatar);
}

static void
compare (Case *self)
{
  NidaLinked *linked = nida_session_get_linked (self->session);

  nida_linked_set_brush (linked, NIDA_LINKED_NO_CHART, nida_brush_copy (self->kuwait));
  nida_linked_set_compared (linked, nida_brush_copy (self->qatar));
}

static gboolean
waits (Case *self)
{
  g_autofree char *words = nida_show_compared_dup_pending (self->self, nida_look_get_language (nida_look_get ()));

  return words != NULL;
}

static void
test_waits (Case         *self,
            gconstpointer data)
{
  const NidaBrush *first, *second;

  g_assert_false (waits (self));
  nida_linked_set_brush (nida_session_get_linked (self->session), NIDA_LINKED_NO_CHART, nida_brush_copy (self->kuwait));
  g_assert_false (waits (self));                 /* one alone is compared with nothing */
  g_assert_cmpuint (self->n_changed, ==, 0);
  compare (self);
  g_assert_true (waits (self));
  g_assert_cmpuint (self->n_changed, ==, 1);
  g_assert_true (nida_show_compared_find (self->self, &first, &second));
  g_assert_true (nida_brush_equal (first, self->kuwait));
  g_assert_true (nida_brush_equal (second, self->qatar));
  g_assert_false (waits (self));
  g_assert_cmpuint (self->n_changed, ==, 2);
}

/* What is compared no more does not wait either; the same once more does, when the show has asked meanwhile. */
static void
test_let_go (Case         *self,
             gconstpointer data)
{
  const NidaBrush *first, *second;

  compare (self);
  nida_linked_set_compared (nida_session_get_linked (self->session), NULL);
  g_assert_false (waits (self));
  g_assert_false (nida_show_compared_find (self->self, &first, &second));
  compare (self);
  g_assert_true (waits (self));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/show-compared/waits/until-the-show-asks", Case, NULL, set_up, test_waits, tear_down);
  g_test_add ("/show-compared/let-go/waits-no-more", Case, NULL, set_up, test_let_go, tear_down);
  return g_test_run ();
}
