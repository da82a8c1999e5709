#!/usr/bin/python3
"""two-windows.py WINDOW NIDA FILE: two processes of the window program on one document, under a window manager. What a person
enters in one by keys comes into the other, there and back, as the accessibility bus tells it; and what one entered stays when it is
killed. TAP on standard output. Run by run-xvfb; skipped where openbox, xdotool, python3-pyatspi or the bus is missing."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time


def skip(reason):
    print('1..0 # SKIP', reason)
    sys.exit(0)


ENVIRONMENT = dict(os.environ, GTK_A11Y='atspi', LANGUAGE='en')
ENVIRONMENT.pop('NO_AT_BRIDGE', None)
os.environ.pop('G_DEBUG', None)      # of this program's own library

for program in ('openbox', 'xdotool', 'dbus-run-session'):
    if shutil.which(program) is None:
        skip(program + ' is not installed')
try:
    import pyatspi
    from gi.repository import Gio, GLib
except ImportError:
    skip('python3-pyatspi is not installed')


def walk(node):
    yield node
    for index in range(node.childCount):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield from walk(child)


def wait_for(get, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = get()
        except Exception:           # a node may go while it is read, and a window may not be there yet
            found = None
        if found:
            return found
        time.sleep(0.2)
    raise AssertionError('nothing came for %d seconds' % seconds)


def xdotool(*arguments):
    return subprocess.run(['xdotool', *arguments], check=True, capture_output=True, text=True).stdout.split()


def is_managed():
    return subprocess.run(['xdotool', 'get_desktop'], capture_output=True).returncode == 0


def start_manager():
    """A server that loses its last client begins anew, and takes with it who comes at that moment."""
    environment = {name: value for name, value in ENVIRONMENT.items() if name not in ('G_DEBUG', 'MALLOC_PERTURB_')}
    for _ in range(20):
        manager = subprocess.Popen(['openbox'], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(lambda: manager.poll() is not None or is_managed())
        if manager.poll() is None:
            return manager
    raise AssertionError('openbox does not start')


class Window:
    """The program in a session of its own, on the one accessibility bus and screen of all."""

    def __init__(self, command, bus):
        known = self.applications()
        self.home = tempfile.mkdtemp()
        environment = dict(ENVIRONMENT, AT_SPI_BUS_ADDRESS=bus, XDG_DATA_HOME=self.home)
        self.process = subprocess.Popen(['dbus-run-session', '--', *command], env=environment, stderr=subprocess.PIPE, text=True,
                                        start_new_session=True)
        self.application = wait_for(lambda: [one for one in self.applications() if one not in known])[0]
        self.pid = self.application.get_process_id()
        self.main = wait_for(lambda: xdotool('search', '--onlyvisible', '--pid', str(self.pid)))[0]
        wait_for(lambda: self.says('Kuwait'))

    @staticmethod
    def applications():
        desktop = pyatspi.Registry.getDesktop(0)
        every = [desktop.getChildAtIndex(index) for index in range(desktop.childCount)]
        return [one for one in every if one is not None and one.name == 'org.nida.Nida']

    def says(self, words):
        return any(words in (node.name or '') for node in walk(self.application))

    def focused(self):
        return [node for node in walk(self.application) if node.getState().contains(pyatspi.STATE_FOCUSED)]

    def activate(self):
        xdotool('windowactivate', '--sync', self.main)

    def press(self, *keys):
        xdotool('key', *keys)

    def find_form(self):
        """What is open besides the window itself; tooltips and lists of names have no title."""
        titled = xdotool('search', '--all', '--onlyvisible', '--pid', str(self.pid), '--name', '.')
        return [one for one in titled if one != self.main]

    def add_pledge(self, donor, amount):
        """As a person does it: a key, the form, Enter."""
        self.activate()
        self.press('ctrl+shift+a')
        form = wait_for(self.find_form)[0]
        xdotool('windowactivate', '--sync', form)
        wait_for(self.focused)
        xdotool('type', '--delay', '30', donor)
        self.press('Tab')
        xdotool('type', '--delay', '30', amount)
        self.press('Return')
        wait_for(lambda: not self.find_form())

    def show_ledger(self):
        self.activate()
        self.press('alt+5')
        wait_for(lambda: self.says('Add Entry') or self.says('ledger'))

    def end(self, how):
        if self.process.poll() is not None:
            return []
        os.kill(self.pid, how)
        _, errors = self.process.communicate()
        shutil.rmtree(self.home, ignore_errors=True)
        return [line for line in errors.splitlines() if 'WARNING' in line or 'CRITICAL' in line]


def read_entries(path):
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True, timeout=30) as db:
        return [text for text, in db.execute("SELECT text FROM items WHERE kind = 'entry'")]


class Tap:
    def __init__(self):
        self.count = self.failed = 0

    def check(self, claim, function):
        self.count += 1
        try:
            function()
            print('ok', self.count, claim)
        except Exception as error:
            self.failed += 1
            print('not ok', self.count, claim)
            print('#', type(error).__name__, error)

    def end(self):
        print('1..%d' % self.count)
        return 1 if self.failed else 0


def main():
    window, nida, csv = sys.argv[1:]
    tap, folder = Tap(), tempfile.mkdtemp()
    path = os.path.join(folder, 'desk.nida')
    subprocess.run([nida, 'convert', csv, '-o', path], check=True, env=ENVIRONMENT, capture_output=True)
    try:
        bus = Gio.bus_get_sync(Gio.BusType.SESSION).call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                                            Gio.DBusCallFlags.NONE, 10000, None).unpack()[0]
    except GLib.Error as error:
        skip('no accessibility bus: %s' % error)
    manager = start_manager()
    windows = []
    try:
        for _ in range(2):
            windows.append(Window([window, path], bus))
        one, other = windows

        def there():
            one.show_ledger()
            other.show_ledger()
            one.add_pledge('Lichtenstein Relief', '1250000')
            wait_for(lambda: other.says('Lichtenstein Relief'))

        def back():
            other.add_pledge('Andorra Relief', '7500')
            wait_for(lambda: one.says('Andorra Relief') and one.says('Lichtenstein Relief'))

        def killed():
            one.add_pledge('Monaco Relief', '99')
            wait_for(lambda: any('Monaco Relief' in text for text in read_entries(path)))
            one.end(signal.SIGKILL)
            wait_for(lambda: other.says('Monaco Relief'))
            texts = read_entries(path)
            assert len(texts) == 3, texts

        def quiet():
            faults = other.end(signal.SIGTERM)
            assert not faults, faults

        tap.check('/two-windows/what-is-entered-in-one-comes-into-the-other', there)
        tap.check('/two-windows/and-back', back)
        tap.check('/two-windows/what-one-entered-stays-when-it-is-killed', killed)
        tap.check('/two-windows/no-warning', quiet)
    finally:
        for each in windows:
            each.end(signal.SIGKILL)
        manager.terminate()
        shutil.rmtree(folder, ignore_errors=True)
    return tap.end()


sys.exit(main())
