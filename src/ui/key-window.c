/* The question for a key. The key goes from the entry to the keyring and nowhere else. */
#include "config.h"

#include "key-window.h"

#include "look.h"
#include "translate.h"
#include "ui-shell.h"

struct _NidaKeyWindow
{
  GtkWindow         parent_instance;

  GtkWidget        *keep;
  GtkLabel         *question;
  GtkPasswordEntry *key;
  GtkDropDown      *method;
  GtkEntry         *parameter;
  GtkLabel         *status;

  NidaSecrets      *secrets;
  char             *origin;
  GCancellable     *cancellable;
};

enum { STORED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaKeyWindow, nida_key_window, GTK_TYPE_WINDOW)

/* In the order of the drop-down. */
static const NidaSecretMethod methods[] = { NIDA_SECRET_SUBSCRIPTION_KEY, NIDA_SECRET_AUTHORIZATION, NIDA_SECRET_PARAMETER };

static NidaSecretMethod
get_method (NidaKeyWindow *self)
{
  return methods[MIN (gtk_drop_down_get_selected (self->method), G_N_ELEMENTS (methods) - 1)];
}

static NidaSecret *
make_secret (NidaKeyWindow  *self,
             GError        **error)
{
  NidaSecretMethod method = get_method (self);

  return nida_secret_new (method, method == NIDA_SECRET_PARAMETER ? gtk_editable_get_text (GTK_EDITABLE (self->parameter)) : NULL,
                          gtk_editable_get_text (GTK_EDITABLE (self->key)), error);
}

static void
changed_cb (NidaKeyWindow *self)
{
  gboolean named = get_method (self) == NIDA_SECRET_PARAMETER;

  gtk_widget_set_visible (GTK_WIDGET (self->parameter), named);
  gtk_widget_set_sensitive (self->keep, *gtk_editable_get_text (GTK_EDITABLE (self->key)) != '\0'
                            && (!named || *gtk_editable_get_text (GTK_EDITABLE (self->parameter)) != '\0'));
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (NidaKeyWindow) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  gboolean stored = nida_secrets_finish (NIDA_SECRETS (source), result, &error);

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self == NULL)
    return;
  if (stored)
    {
      g_signal_emit (self, signals[STORED], 0);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  nida_shell_set_label (self->status, error->message);
  gtk_widget_set_sensitive (self->keep, TRUE);
}

static void
keep_cb (NidaKeyWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaSecret) secret = make_secret (self, &error);
  GWeakRef *weak;

  if (secret == NULL)
    {
      nida_shell_set_label (self->status, error->message);
      return;
    }
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  gtk_widget_set_sensitive (self->keep, FALSE);
  nida_secrets_store_async (self->secrets, self->origin, secret, self->cancellable, stored_cb, weak);
}

static void
nida_key_window_dispose (GObject *object)
{
  NidaKeyWindow *self = NIDA_KEY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), NIDA_TYPE_KEY_WINDOW);

  G_OBJECT_CLASS (nida_key_window_parent_class)->dispose (object);
}

static void
nida_key_window_finalize (GObject *object)
{
  NidaKeyWindow *self = NIDA_KEY_WINDOW (object);

  g_clear_object (&self->secrets);
  g_clear_object (&self->cancellable);
  g_free (self->origin);

  G_OBJECT_CLASS (nida_key_window_parent_class)->finalize (object);
}

static void
nida_key_window_class_init (NidaKeyWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_key_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = nida_key_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/key-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaKeyWindow, keep);
  gtk_widget_class_bind_template_child (widget_class, NidaKeyWindow, question);
  gtk_widget_class_bind_template_child (widget_class, NidaKeyWindow, key);
  gtk_widget_class_bind_template_child (widget_class, NidaKeyWindow, method);
  gtk_widget_class_bind_template_child (widget_class, NidaKeyWindow, parameter);
  gtk_widget_class_bind_template_child (widget_class, NidaKeyWindow, status);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  signals[STORED] = g_signal_new ("stored", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nida_key_window_init (NidaKeyWindow *self)
{
  const char *ways[] = { _("As a subscription key"), _("As an authorization"), _("As a parameter of the address"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (ways);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  gtk_drop_down_set_model (self->method, G_LIST_MODEL (model));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->keep);
}

GtkWidget *
nida_key_window_new (GtkWindow   *parent,
                     NidaSecrets *secrets,
                     const char  *origin)
{
  NidaKeyWindow *self = g_object_new (NIDA_TYPE_KEY_WINDOW, "transient-for", parent, NULL);
  g_autofree char *name = nida_language_isolate (nida_look_get_language (nida_look_get ()), origin);
  g_autofree char *question = g_strdup_printf (_("%s wants a key of yours."), name);

  self->secrets = g_object_ref (secrets);
  self->origin = g_strdup (origin);
  nida_shell_set_label (self->question, question);
  return GTK_WIDGET (self);
}
