"""What the tests share that read the program over the accessibility bus, as a screen reader does. Skips them where python3-pyatspi
or the bus is missing."""

import os
import re
import sys
import time

# What needs no name of its own: it only scrolls or holds what has one.
SILENT = ('scroll pane', 'panel', 'filler', 'scroll bar')


def skip(reason):
    print('1..0 # SKIP', reason)
    sys.exit(0)


# The warnings of the window are looked at below; those of the library about a window that goes are nobody's fault.
ENVIRONMENT = dict(os.environ)
os.environ.pop('G_DEBUG', None)

try:
    import pyatspi
    from gi.repository import GLib
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


def wait_for(get, seconds=120):
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


def is_focused(node):
    return node.getState().contains(pyatspi.STATE_FOCUSED)


def is_class(name):
    return re.fullmatch(r'(?:Gtk|Nida)[A-Z]\w+', name) is not None


def unnamed(node):
    """What can have the focus in @node and would be read as nothing, or as the name of a class."""
    return ['%s %r' % (child.getRoleName(), child.name) for child in walk(node)
            if is_focusable(child) and child.getRoleName() not in SILENT and (not child.name or is_class(child.name))]


def plain(words):
    """Without marks of direction."""
    return re.sub('[\u200e\u200f\u2066-\u2069\u202a-\u202e]', '', words or '')


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


def pump():
    """Hear what came: the events that are listened to, and those by which the library drops what it remembers of a node."""
    context = GLib.MainContext.default()
    while context.iteration(False):
        pass


def watch():
    """Begin to hear the bus, or skip."""
    try:
        pyatspi.Registry.getDesktop(0)
    except Exception as error:
        skip('no accessibility bus: %s' % error)
