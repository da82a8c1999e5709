/* The keys of a running show: of keyboards, of presenters' remotes, and in a right-to-left show. */
#pragma once

#include "show.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * NidaShowKey:
 *
 * @key: what is pressed; @key_rtl: the key in a show in Arabic where it differs, else 0
 * @typed: while somebody types into a field it belongs to that
 */
typedef struct {
  guint           key, key_rtl;
  gboolean        typed;
  NidaShowCommand command;
} NidaShowKey;

const NidaShowKey *nida_show_keys      (guint *n_keys);
/* What @keyval does; FALSE for nothing. @modifiers: those that are held. @typing: a text field has the focus. */
gboolean           nida_show_find_key  (guint keyval, GdkModifierType modifiers, gboolean rtl, gboolean typing,
                                        NidaShowCommand *command);
/* The digit that is typed, in any script; FALSE for none. */
gboolean           nida_show_find_digit (guint keyval, GdkModifierType modifiers, gboolean typing, guint *digit);
/* The key was pressed: do it. @display: to know B on an Arabic keyboard, or NULL. FALSE where it does nothing. */
gboolean           nida_show_press     (NidaShow *show, GdkDisplay *display, guint keyval, guint keycode,
                                        GdkModifierType modifiers, gboolean typing);
/* "PgDn", "B": as it stands on a button. Transfer full. */
char              *nida_show_key_label (NidaShowCommand command, gboolean rtl);

G_END_DECLS
