/* Every action that has a key, once: accelerators and the shortcuts window are made from this table. */
#include "config.h"

#include "application-actions.h"

#include "translate.h"

static const NidaActionRow rows[] = {
  { "win.open", "<Control>o", NULL, FALSE, NIDA_SHORTCUTS_GENERAL, N_("Open files") },
  { "win.address", "<Control>l", NULL, FALSE, NIDA_SHORTCUTS_GENERAL, N_("Open an address or a ready source") },
  { "app.new-document", "<Control>n", NULL, FALSE, NIDA_SHORTCUTS_GENERAL, N_("New document, or an empty window") },
  { "win.reload", "<Control>r", NULL, FALSE, NIDA_SHORTCUTS_GENERAL, N_("Read the files again") },
  { "win.as-of", "<Control>t", NULL, FALSE, NIDA_SHORTCUTS_GENERAL, N_("Show the data of an earlier day") },
  { "win.changes", "<Control>e", NULL, FALSE, NIDA_SHORTCUTS_GENERAL, N_("What changed since an earlier reading") },
  { "win.save-as", "<Control><Shift>s", NULL, FALSE, NIDA_SHORTCUTS_GENERAL, N_("Save the document under another name") },
  { "win.board-save", "<Control><Shift>e", NULL, FALSE, NIDA_SHORTCUTS_GENERAL, N_("Save the board") },
  { "win.donor-report", "<Control><Shift>r", NULL, FALSE, NIDA_SHORTCUTS_GENERAL, N_("One page about a donor") },
  { "win.print", "<Control>p", NULL, FALSE, NIDA_SHORTCUTS_GENERAL, N_("Print the board, or the chart that fills it") },
  { "win.present", "F5", NULL, FALSE, NIDA_SHORTCUTS_GENERAL, N_("Present from the first slide") },
  { "win.present-here", "<Shift>F5", NULL, FALSE, NIDA_SHORTCUTS_GENERAL, N_("Present from this slide") },
  { "win.present-options", "<Control>F5", NULL, FALSE, NIDA_SHORTCUTS_GENERAL, N_("Choose the screen and the time, then present") },
  { "win.close", "<Control>w", NULL, FALSE, NIDA_SHORTCUTS_GENERAL, N_("Close the window") },
  { "app.quit", "<Control>q", NULL, FALSE, NIDA_SHORTCUTS_GENERAL, N_("Quit") },
  { "win.language", "<Control><Shift>l", NULL, FALSE, NIDA_SHORTCUTS_GENERAL, N_("Switch between English and Arabic") },
  { "app.preferences", "<Control>comma", NULL, FALSE, NIDA_SHORTCUTS_GENERAL, N_("Preferences") },
  { NULL, "F10", NULL, TRUE, NIDA_SHORTCUTS_GENERAL, N_("Main menu") },
  { NULL, "F6 <Shift>F6", NULL, TRUE, NIDA_SHORTCUTS_GENERAL, N_("Next part of the window, or the one before") },
  { "win.fullscreen", "F11", NULL, FALSE, NIDA_SHORTCUTS_GENERAL, N_("Full screen") },
  { "win.shortcuts", "<Control>question", NULL, FALSE, NIDA_SHORTCUTS_GENERAL, N_("Keyboard shortcuts") },

  { "win.page::board", "<Alt>1", NULL, FALSE, NIDA_SHORTCUTS_BOARD, N_("Board") },
  { "win.page::table", "<Alt>2", NULL, FALSE, NIDA_SHORTCUTS_BOARD, N_("Table") },
  { "win.page::report", "<Alt>3", NULL, FALSE, NIDA_SHORTCUTS_BOARD, N_("Load report") },
  { "win.page::slides", "<Alt>4", NULL, FALSE, NIDA_SHORTCUTS_BOARD, N_("Slides") },
  { "win.page::ledger", "<Alt>5", NULL, FALSE, NIDA_SHORTCUTS_BOARD, N_("Ledger") },
  { "win.add-entry", "<Control><Shift>a", NULL, FALSE, NIDA_SHORTCUTS_BOARD, N_("Add an entry to the ledger") },
  { "win.panel", "F9", NULL, FALSE, NIDA_SHORTCUTS_BOARD, N_("Show or hide the filters") },
  { "win.find", "<Control>f", NULL, FALSE, NIDA_SHORTCUTS_BOARD, N_("Find in the filters") },
  { "win.add-chart", "<Control><Shift>n", NULL, FALSE, NIDA_SHORTCUTS_BOARD, N_("Add a chart") },
  { "win.paste-chart", "<Control>v", NULL, TRUE, NIDA_SHORTCUTS_BOARD, N_("Paste a chart") },
  { "win.board-next", "<Control>Page_Down", NULL, FALSE, NIDA_SHORTCUTS_BOARD, N_("Next board") },
  { "win.board-previous", "<Control>Page_Up", NULL, FALSE, NIDA_SHORTCUTS_BOARD, N_("Previous board") },
  { "win.undo", "<Control>z", NULL, TRUE, NIDA_SHORTCUTS_BOARD, N_("Undo the last change") },
  { "win.redo", "<Control><Shift>z", NULL, TRUE, NIDA_SHORTCUTS_BOARD, N_("Redo it") },
  { "win.clear-filters", "<Control><Shift>x", NULL, FALSE, NIDA_SHORTCUTS_BOARD, N_("Remove every filter") },
  { "win.drill-back", "<Alt>Left <Alt>Up", NULL, FALSE, NIDA_SHORTCUTS_BOARD, N_("Back from looking closer") },
  { "win.restore", "Escape", NULL, TRUE, NIDA_SHORTCUTS_BOARD, N_("Let go of what is selected; back from a maximised chart") },

  { NULL, "Right", "Left", TRUE, NIDA_SHORTCUTS_CHART, N_("Next mark") },
  { NULL, "Left", "Right", TRUE, NIDA_SHORTCUTS_CHART, N_("Previous mark") },
  { NULL, "Up Down", NULL, TRUE, NIDA_SHORTCUTS_CHART, N_("Mark above or below") },
  { NULL, "Home", NULL, TRUE, NIDA_SHORTCUTS_CHART, N_("First mark") },
  { NULL, "End", NULL, TRUE, NIDA_SHORTCUTS_CHART, N_("Last mark") },
  { NULL, "Return", NULL, TRUE, NIDA_SHORTCUTS_CHART, N_("Filter by the mark") },
  { NULL, "<Control>Return", NULL, TRUE, NIDA_SHORTCUTS_CHART, N_("Add the mark to the filter") },
  { "chart.maximise", "f", NULL, TRUE, NIDA_SHORTCUTS_CHART, N_("Maximise the chart") },
  { "chart.closer", "<Alt>Down", NULL, TRUE, NIDA_SHORTCUTS_CHART, N_("Look closer: year, quarter, month, rows") },
  { NULL, "<Shift>Right", "<Shift>Left", TRUE, NIDA_SHORTCUTS_CHART, N_("Select from this mark on") },
  { NULL, "<Control>space", NULL, TRUE, NIDA_SHORTCUTS_CHART, N_("Select the mark, or let go of it") },
  { NULL, "<Control><Shift>Left <Control><Shift>Right", NULL, TRUE, NIDA_SHORTCUTS_CHART, N_("Move where the selection begins") },
  { NULL, "<Control>k", NULL, TRUE, NIDA_SHORTCUTS_CHART, N_("Name what is selected, or compare it") },
  { "chart.rows", "r", NULL, TRUE, NIDA_SHORTCUTS_CHART, N_("Show the rows behind the mark") },
  { NULL, "Menu <Shift>F10", NULL, TRUE, NIDA_SHORTCUTS_CHART, N_("Menu of the mark") },
  { "chart.edit", "e", NULL, TRUE, NIDA_SHORTCUTS_CHART, N_("Edit the chart") },
  { "chart.note", "n", NULL, TRUE, NIDA_SHORTCUTS_CHART, N_("Add a note to the mark") },
  { NULL, "<Control>Left <Control>Right <Control>Up <Control>Down", NULL, TRUE, NIDA_SHORTCUTS_CHART, N_("Move a note, or what is selected") },
  { "chart.duplicate", "d", NULL, TRUE, NIDA_SHORTCUTS_CHART, N_("Duplicate the chart") },
  { "chart.slide", "s", NULL, TRUE, NIDA_SHORTCUTS_CHART, N_("Put the chart on the present slide") },
  { "chart.remove", "Delete", NULL, TRUE, NIDA_SHORTCUTS_CHART, N_("Remove the chart, or the slide") },
  { "chart.table", "F2", NULL, TRUE, NIDA_SHORTCUTS_CHART, N_("Chart or table") },
  { "chart.copy", "<Control>c", NULL, TRUE, NIDA_SHORTCUTS_CHART, N_("Copy the chart, or the chosen rows") },
  { "chart.print", "p", NULL, TRUE, NIDA_SHORTCUTS_CHART, N_("Print the chart") },
  { "win.chart-save", "<Control>s", NULL, FALSE, NIDA_SHORTCUTS_CHART, N_("Save the chart") },

  { NULL, "<Control>m", NULL, TRUE, NIDA_SHORTCUTS_SLIDES, N_("New empty slide") },
  { NULL, "<Control><Shift>m", NULL, TRUE, NIDA_SHORTCUTS_SLIDES, N_("New slide from the board") },
  { NULL, "<Control>d", NULL, TRUE, NIDA_SHORTCUTS_SLIDES, N_("Duplicate the slide") },
  { NULL, "<Control><Shift>Up <Control><Shift>Down", NULL, TRUE, NIDA_SHORTCUTS_SLIDES, N_("Move the slide earlier or later") },

  { NULL, "<Control>a", NULL, TRUE, NIDA_SHORTCUTS_TABLE, N_("Choose every row") },

  { NULL, "Return", NULL, TRUE, NIDA_SHORTCUTS_LEDGER, N_("Change the cell") },
  { NULL, "Insert", NULL, TRUE, NIDA_SHORTCUTS_LEDGER, N_("Add an entry") },
  { NULL, "Delete", NULL, TRUE, NIDA_SHORTCUTS_LEDGER, N_("Delete the chosen entries") },
  { NULL, "<Control>v", NULL, TRUE, NIDA_SHORTCUTS_LEDGER, N_("Paste rows of a spreadsheet") },
  { NULL, "Menu <Shift>F10", NULL, TRUE, NIDA_SHORTCUTS_LEDGER, N_("Menu of the chosen entries") },

  /* a few of show-keys.c: those that a person looks for */
  { NULL, "Page_Down space Down n", NULL, TRUE, NIDA_SHORTCUTS_SHOW, N_("Next slide or step") },
  { NULL, "Right", "Left", TRUE, NIDA_SHORTCUTS_SHOW, N_("Next, in the direction of the language") },
  { NULL, "Page_Up BackSpace Up p", NULL, TRUE, NIDA_SHORTCUTS_SHOW, N_("Previous slide or step") },
  { NULL, "Home End", NULL, TRUE, NIDA_SHORTCUTS_SHOW, N_("First or last slide") },
  { NULL, "o", NULL, TRUE, NIDA_SHORTCUTS_SHOW, N_("Overview of the slides") },
  { NULL, "b period", NULL, TRUE, NIDA_SHORTCUTS_SHOW, N_("Black screen, or the slide again") },
  { NULL, "w comma", NULL, TRUE, NIDA_SHORTCUTS_SHOW, N_("White screen, or the slide again") },
  { NULL, "l", NULL, TRUE, NIDA_SHORTCUTS_SHOW, N_("The other language") },
  { NULL, "r", NULL, TRUE, NIDA_SHORTCUTS_SHOW, N_("Let new figures in") },
  { NULL, "e", NULL, TRUE, NIDA_SHORTCUTS_SHOW, N_("Enter a pledge") },
  { NULL, "a", NULL, TRUE, NIDA_SHORTCUTS_SHOW, N_("Advance by itself, or wait") },
  { NULL, "s", NULL, TRUE, NIDA_SHORTCUTS_SHOW, N_("Swap the screens") },
  { NULL, "f F11", NULL, TRUE, NIDA_SHORTCUTS_SHOW, N_("Full screen, or a window") },
  { NULL, "plus minus", NULL, TRUE, NIDA_SHORTCUTS_SHOW, N_("Larger or smaller notes") },
  { NULL, "Escape", NULL, TRUE, NIDA_SHORTCUTS_SHOW, N_("Back, and out of the show") },
};

const NidaActionRow *
nida_action_rows (guint *n_rows)
{
  *n_rows = G_N_ELEMENTS (rows);
  return rows;
}

const char *
nida_shortcut_group_title (NidaShortcutGroup group)
{
  switch (group)
    {
    case NIDA_SHORTCUTS_GENERAL: return _("General");
    case NIDA_SHORTCUTS_BOARD: return _("Board and filters");
    case NIDA_SHORTCUTS_CHART: return _("In a chart");
    case NIDA_SHORTCUTS_TABLE: return _("In the table");
    case NIDA_SHORTCUTS_LEDGER: return _("In the ledger");
    case NIDA_SHORTCUTS_SLIDES: return _("On the slides page");
    case NIDA_SHORTCUTS_SHOW: return _("While presenting");
    case NIDA_N_SHORTCUT_GROUPS:
    default: g_return_val_if_reached ("");
    }
}

void
nida_action_rows_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) accels = g_strsplit (rows[i].accel, " ", -1);

      if (rows[i].action != NULL && !rows[i].bound)
        gtk_application_set_accels_for_action (application, rows[i].action, (const char * const *) accels);
    }
}
