/* What the tests of the window share: a display, an application, files to open, waiting for what comes. */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* Appeal, gifts and an indicator in Nida's own CSV: six rows of money, two donors with Arabic names. */
extern const char ui_test_csv[];

void        ui_test_init          (int *argc, char ***argv);
/* A new file in a folder of its own; owned by the caller. */
char       *ui_test_write         (const char *name, const char *text);
void        ui_test_rewrite       (const char *path, const char *text);
/* Runs the main loop until @condition, ten seconds at most; FALSE when they passed. */
typedef gboolean (*UiCondition) (gpointer data);
gboolean    ui_test_wait          (UiCondition condition, gpointer data);
/* Runs the main loop for @milliseconds: to see that nothing comes. */
void        ui_test_run_for       (guint milliseconds);
/* A window that shows @path, all charts drawn. */
NidaWindow *ui_test_open          (const char *path);
/* Until every chart of @window has its picture. */
void        ui_test_wait_drawn    (NidaWindow *window);
GtkApplication *ui_test_application (void);
void        ui_test_close         (NidaWindow *window);
/* A session without a window that shows @path. */
NidaSession *ui_test_open_session (const char *path);
/* Of a session: its data are there, and no others are being read. */
gboolean    ui_test_is_opened     (gpointer session);
/* The first widget of @type, @widget itself or below it; NULL for none. */
GtkWidget  *ui_test_find          (GtkWidget *widget, GType type);
/* The first chart (not card) of @kind; with @kind NIDA_N_CHARTS the first that has a mark to filter by. */
NidaChartView *ui_test_find_chart (NidaWindow *window, NidaChartKind kind);
/* What the first label under @widget says that is shown cut; NULL where all are whole. */
const char *ui_test_find_cut (GtkWidget *widget);
/* @window says everything to its end with text of twice the size. */
void        ui_test_assert_large_text (GtkWindow *window);
/* The first node of @chart whose mark filters by @field. */
const NidaNode *ui_test_find_mark (NidaChartView *chart, NidaField field);
/* Answers the dialog for files that is open or opens with @file; to @save, by its name alone. */
void        ui_test_choose_file (GFile *file, gboolean save);
gboolean    ui_test_is_written  (gpointer file);

G_END_DECLS
