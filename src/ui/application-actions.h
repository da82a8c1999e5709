/* Every action that has a key, once: accelerators and the shortcuts window are made from this table. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  NIDA_SHORTCUTS_GENERAL,
  NIDA_SHORTCUTS_BOARD,
  NIDA_SHORTCUTS_CHART,
  NIDA_SHORTCUTS_TABLE,
  NIDA_SHORTCUTS_LEDGER,
  NIDA_SHORTCUTS_SLIDES,
  NIDA_SHORTCUTS_SHOW,
  NIDA_N_SHORTCUT_GROUPS,
} NidaShortcutGroup;

/**
 * NidaActionRow:
 *
 * @action: detailed name of the action, or NULL for a key that a widget handles by itself
 * @accel: as gtk_accelerator_parse() reads it; several with a space between are alternatives
 * @accel_rtl: the key in a right-to-left window where it differs, or NULL
 * @bound: the key belongs to the widget with the focus and is not set for the whole window
 * @title: what it does, to be translated
 */
typedef struct {
  const char        *action;
  const char        *accel;
  const char        *accel_rtl;
  gboolean           bound;
  NidaShortcutGroup  group;
  const char        *title;
} NidaActionRow;

const NidaActionRow *nida_action_rows          (guint *n_rows);
const char          *nida_shortcut_group_title (NidaShortcutGroup group);
/* Sets the accelerators of the rows that are not bound to a widget. */
void                 nida_action_rows_install  (GtkApplication *application);

G_END_DECLS
