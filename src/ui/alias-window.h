/* Names that are one: what may be, what is, and saying it. */
#pragma once

#include "alias-chooser.h"
#include "session.h"

G_BEGIN_DECLS

#define NIDA_TYPE_ALIAS_WINDOW (nida_alias_window_get_type ())
G_DECLARE_FINAL_TYPE (NidaAliasWindow, nida_alias_window, NIDA, ALIAS_WINDOW, GtkWindow)

/* @name: (nullable): begin with choosing the names that are one with it. */
GtkWidget        *nida_alias_window_new         (GtkWindow *parent, NidaSession *session, const char *name);
NidaAliasChooser *nida_alias_window_get_chooser (NidaAliasWindow *self);
GtkListBox       *nida_alias_window_get_suggestions (NidaAliasWindow *self);
GtkListBox       *nida_alias_window_get_joined  (NidaAliasWindow *self);
const char       *nida_alias_window_get_status  (NidaAliasWindow *self);

G_END_DECLS
