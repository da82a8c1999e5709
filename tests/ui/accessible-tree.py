#!/usr/bin/python3
"""accessible-tree.py WINDOW FILE…: open the files in the window program and read what it tells the accessibility bus, as a
screen reader does. TAP on standard output. Run by run-xvfb; skipped where python3-pyatspi or the bus is missing."""

import os
import subprocess
import sys
import time

PAGES = (('board', 'alt+1'), ('table', 'alt+2'), ('report', 'alt+3'))
# What needs no name of its own: it only scrolls or holds what has one.
SILENT = ('scroll pane', 'panel', 'filler', 'scroll bar')


def skip(reason):
    print('1..0 # SKIP', reason)
    sys.exit(0)


try:
    import pyatspi
except ImportError:
    skip('python3-pyatspi is not installed')


def walk(node):
    yield node
    for index in range(node.childCount):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield from walk(child)


def find_application():
    desktop = pyatspi.Registry.getDesktop(0)
    for index in range(desktop.childCount):
        application = desktop.getChildAtIndex(index)
        if application is not None and application.name == 'org.nida.Nida':
            return application
    return None


def wait_for(get, seconds=30):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = get()
        except Exception:           # a node may go while it is read
            found = None
        if found:
            return found
        time.sleep(0.3)
    return None


def is_focusable(node):
    return node.getState().contains(pyatspi.STATE_FOCUSABLE)


def focused(application):
    for node in walk(application):
        if node.getState().contains(pyatspi.STATE_FOCUSED):
            return node
    return None


def charts(application):
    return [node for node in walk(application) if node.getRoleName() == 'image' and is_focusable(node)]


def unnamed(application):
    """Nodes that can have the focus and would be read as nothing, or as the name of a class."""
    return ['%s %r' % (node.getRoleName(), node.name) for node in walk(application)
            if is_focusable(node) and node.getRoleName() not in SILENT
            and (not node.name or node.name.startswith(('Gtk', 'Nida')))]


class Tap:
    def __init__(self):
        self.count = self.failed = 0

    def check(self, claim, faults):
        self.count += 1
        self.failed += bool(faults)
        print('not ok' if faults else 'ok', self.count, claim)
        for fault in list(faults)[:20] if isinstance(faults, list) else []:
            print('#', fault)

    def end(self):
        print('1..%d' % self.count)
        return 1 if self.failed else 0


def press(key):
    subprocess.run(['xdotool', 'key', key], check=True)
    time.sleep(1)


def run(tap, language, command):
    environment = dict(os.environ, GTK_A11Y='atspi', LANGUAGE=language)
    environment.pop('NO_AT_BRIDGE', None)
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        application = wait_for(find_application)
        if application is None:
            skip('nothing answers on the accessibility bus')
        shown = wait_for(lambda: len(charts(application)) >= 7)
        tap.check('/accessible-tree/%s/charts-are-images' % language, not shown)
        tap.check('/accessible-tree/%s/charts-are-described' % language,
                  [node.name for node in charts(application) if not node.name or not node.description])
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
    finally:
        process.terminate()
        _, errors = process.communicate()
    tap.check('/accessible-tree/%s/no-warning' % language,
              [line for line in errors.splitlines() if 'WARNING' in line or 'CRITICAL' in line])


def main():
    tap = Tap()
    for language in ('en', 'ar'):
        run(tap, language, sys.argv[1:])
    return tap.end()


sys.exit(main())
