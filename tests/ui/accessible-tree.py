#!/usr/bin/python3
"""accessible-tree.py WINDOW FILE…: open the files in the window program and read what it tells the accessibility bus, as a
screen reader does. TAP on standard output. Run by run-xvfb; skipped where python3-pyatspi or the bus is missing."""

import re
import subprocess
import sys
import time

sys.dont_write_bytecode = True
from accessible_bus import ENVIRONMENT, Tap, find_application, is_focusable, is_focused, plain, pump, pyatspi, unnamed, wait_for, walk, watch

PAGES = (('board', 'alt+1'), ('table', 'alt+2'), ('report', 'alt+3'))

# What the window says of a mark that is selected, and the keys of reading order.
WORDS = {
    'en': {'selected': ', selected', 'next': 'Right', 'previous': 'Left'},
    'ar': {'selected': '، محدَّد', 'next': 'Left', 'previous': 'Right'},
}


def focused(application):
    for node in walk(application):
        if is_focused(node):
            return node
    return None


def charts(application):
    return [node for node in walk(application) if node.getRoleName() == 'image' and is_focusable(node)]


class Listener:
    """What a screen reader speaks: new descriptions and names of the object that has the focus."""

    def __init__(self):
        self.heard = []
        for kind in ('accessible-description', 'accessible-name'):
            pyatspi.Registry.registerEventListener(self.note, 'object:property-change:' + kind)

    def note(self, event):
        try:
            if is_focused(event.source):
                self.heard.append(str(event.any_data))
        except Exception:           # it is gone already
            pass

    def wait(self, is_wanted, seconds=10):
        """The first words that are wanted, of those heard since the last call."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            pump()
            for index, words in enumerate(self.heard):
                if is_wanted(words):
                    del self.heard[:index + 1]
                    return words
            time.sleep(0.05)
        return None


def place_of(words):
    """(3, 12) of "…, 3 of 12" in either language and digits, or None."""
    found = re.search(r'[,،] (\d+) (?:of|من) (\d+)$', plain(words))
    return (int(found.group(1)), int(found.group(2))) if found else None


def at_place(place):
    return lambda words: place_of(words) is not None and place_of(words)[0] == place


def press(key, wait=1.0):
    subprocess.run(['xdotool', 'key', key], check=True)
    time.sleep(wait)
    pump()


def description_of(node):
    node.clear_cache()
    return node.description


def tab_to_chart(application):
    """A chart of the appeal's four objectives, by Tab alone."""
    for _ in range(40):
        press('Tab', 0.2)
        node = wait_for(lambda: focused(application), 2)
        if node is None or node.getRoleName() != 'image':
            continue
        press('Right', 0.5)
        place = place_of(description_of(node))
        if place == (1, 4):
            press('Escape', 0.3)
            return node
    return None


def table_rows(application):
    return [node.name for node in walk(application) if node.getRoleName() in ('table row', 'list item') and node.name]


def chips(application):
    return [plain(node.name) for node in walk(application) if 'button' in node.getRoleName()]


def read_chart(tap, language, application):
    """One chart by keys: its marks, a brush, a filter and its table, each as it is told."""
    def claim(words):
        return '/accessible-tree/%s/chart/%s' % (language, words)

    words = WORDS[language]
    listener = Listener()
    chart = tab_to_chart(application)
    tap.check(claim('tab-reaches-it'), chart is None)
    if chart is None:
        return
    title, summary = chart.name, description_of(chart)
    tap.check(claim('has-role-name-and-summary'), not (chart.getRoleName() == 'image' and title and summary and place_of(summary) is None))
    pump()
    listener.heard.clear()

    # Every mark is spoken once, with its place.
    press('Home', 0)
    first = listener.wait(at_place(1))
    press(words['previous'], 0.5)
    tap.check(claim('an-arrow-at-the-first-mark-stays'), place_of(description_of(chart)) != (1, 4))
    press(words['next'], 0)
    second = listener.wait(lambda heard: place_of(heard) is not None and heard != first)
    tap.check(claim('marks-are-spoken-with-their-place'), not (first and second and place_of(first)[1] == place_of(second)[1]))
    tap.check(claim('the-name-stays-the-title'), chart.name != title)

    # A brush: two marks inside, a third without.
    press('Home', 0)
    listener.wait(at_place(1))
    press('shift+Down', 0)
    inside = listener.wait(lambda heard: words['selected'] in plain(heard))
    tap.check(claim('a-brush-is-spoken'), inside is None)
    press('Escape', 0)
    listener.wait(lambda heard: words['selected'] not in plain(heard), 3)
    press('Home', 0.5)
    tap.check(claim('escape-lets-go-of-the-brush'), words['selected'] in plain(description_of(chart)))

    # A filter, and back.
    before = chips(application)
    label = plain(description_of(chart))
    press('Return')
    more = wait_for(lambda: [name for name in chips(application) if name not in before], 5)
    tap.check(claim('enter-filters'), not more)
    press('ctrl+z')
    wait_for(lambda: sorted(chips(application)) == sorted(before), 5)

    # The same as a table: the focus goes there, its rows have names.
    again = wait_for(lambda: focused(application), 3)
    tap.check(claim('undo-keeps-the-focus'), again is None or again.getRoleName() != 'image')
    press('F2')
    rows = wait_for(lambda: table_rows(application), 5) or []
    tap.check(claim('table/rows-are-read'), not rows)
    name = re.split('[,،:]', label)[0]
    first = wait_for(lambda: focused(application), 3)
    tap.check(claim('table/begins-with-the-first-mark'), not (first and name in plain(first.name)) and rows + [label])
    press('Down', 0.5)
    row = wait_for(lambda: focused(application), 3)
    tap.check(claim('table/keys-move-through-rows'), not (row and row.name and row.name in rows))
    press('F2')
    back = wait_for(lambda: focused(application), 3)
    tap.check(claim('table/and-back-to-the-chart'), back is None or back.getRoleName() != 'image')


def rows_of_ledger(application):
    return [plain(node.name) for node in walk(application) if node.getRoleName() in ('table row', 'list item') and 'Atlantis' in node.name]


def read_ledger(tap, language, application):
    """A pledge that is typed by keys is late, and its row says so, with what it is; so does its cell."""
    def claim(words):
        return '/accessible-tree/%s/ledger/%s' % (language, words)

    late = {'en': 'overdue', 'ar': 'متأخر'}[language]
    press('alt+5')
    press('ctrl+shift+a')
    subprocess.run(['xdotool', 'type', '--delay', '5', 'Atlantis'], check=True)
    press('Tab', 0.3)
    subprocess.run(['xdotool', 'type', '--delay', '5', '5000'], check=True)
    for _ in range(3):          # currency, date, due
        press('Tab', 0.3)
    subprocess.run(['xdotool', 'type', '--delay', '5', '2020-01-31'], check=True)
    press('Return')
    rows = wait_for(lambda: rows_of_ledger(application), 20) or []
    tap.check(claim('a-late-row-says-so'), [] if [row for row in rows if late in row and '5,000' in row] else rows + ['no such row'])
    cells = [plain(node.name) for node in walk(application) if late in plain(node.name) and 'Atlantis' not in node.name and '2020' in node.name]
    tap.check(claim('a-late-cell-says-so'), not cells)
    # The charts of the board are drawn again when it is shown.
    tap.check(claim('what-can-have-the-focus-has-a-name'), [fault for fault in unnamed(application) if 'NidaChartCanvas' not in fault])


def run(tap, language, command):
    environment = dict(ENVIRONMENT, GTK_A11Y='atspi', LANGUAGE=language)
    environment.pop('NO_AT_BRIDGE', None)
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        application = wait_for(find_application)
        tap.check('/accessible-tree/%s/the-window-is-on-the-bus' % language, [] if application is not None else ['no window'])
        if application is None:
            return
        shown = wait_for(lambda: len(charts(application)) >= 7)
        tap.check('/accessible-tree/%s/charts-are-images' % language, not shown)
        tap.check('/accessible-tree/%s/charts-are-described' % language,
                  [node.name for node in charts(application) if not node.name or not node.description])
        read_chart(tap, language, application)
        seen = set()
        for _ in range(12):
            press('Tab')
            node = wait_for(lambda: focused(application), 2)
            if node is not None:
                seen.add((node.getRoleName(), node.name))
        tap.check('/accessible-tree/%s/tab-moves-the-focus' % language, len(seen) < 6)
        for page, key in PAGES:
            press(key)
            tap.check('/accessible-tree/%s/%s/what-can-have-the-focus-has-a-name' % (language, page), unnamed(application))
        read_ledger(tap, language, application)
    finally:
        process.terminate()
        _, errors = process.communicate()
    tap.check('/accessible-tree/%s/no-warning' % language,
              [line for line in errors.splitlines() if 'WARNING' in line or 'CRITICAL' in line])


def main():
    tap = Tap()
    watch()
    for language in ('en', 'ar'):
        run(tap, language, sys.argv[1:])
    return tap.end()


sys.exit(main())
