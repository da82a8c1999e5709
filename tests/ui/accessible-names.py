#!/usr/bin/python3
"""accessible-names.py PROGRAM: every page, window and dialog, which PROGRAM (show-every-view) shows one after the other, as the
accessibility bus tells it: nothing that can have the focus is without a name, nothing is read twice or with the underscore of its
mnemonic, and in Arabic nothing is in English. TAP on standard output. Run by run-xvfb."""

import re
import subprocess
import sys

sys.dont_write_bytecode = True
from accessible_bus import ENVIRONMENT, Tap, pyatspi, find_application, is_class, plain, pump, unnamed, wait_for, walk, watch

# In Arabic too: currencies, formats of files and names of programs, what is typed into a field of the other language.
LATIN = re.compile(r'\b(?:[A-Z]{2,5}|\S+\.(?:csv|nida|xlsx|example\S*)|Nida|GTK|Cairo|Pango|GLib|SQLite|libsoup|IATI|https?|English)\b')
# The headers and cells of what is read, names of monitors, keys.
DATA = re.compile(r'\b(?:(?:donor|category)_ar|kind|date|donor|category|appeal|level|currency|amount|source|requirement|paid|pledge|objective'
                  r'|Kuwait|Qatar|Food|Health|screen|Ctrl|Shift|Alt|PgUp|PgDn|Page|Up|Down|Left|Right|Home|End|Escape|BackSpace|Delete|Insert|Return|Menu|Space)\b')


def told(windows):
    """(role, name) of everything in them."""
    return [(node.getRoleName(), plain(node.name)) for window in windows for node in walk(window) if node.name and not is_class(node.name)]


def windows_of(application, without=None):
    windows = [application.getChildAtIndex(index) for index in range(application.childCount)]
    return [window for window in windows if window is not None and window.name != without]


def no_window(windows):
    """A screen reader says the name of a window that comes, and follows the keys into it."""
    roles = ['%s %r' % (window.getRoleName(), window.name) for window in windows if window.getRoleName() not in ('frame', 'dialog', 'window', 'alert')]
    return roles or ([] if wait_for(lambda: any(window.getState().contains(pyatspi.STATE_ACTIVE) for window in windows), 5) else ['none has the keys'])


def with_mnemonic(names):
    return ['%s %r' % (role, name) for role, name in names if re.search(r'_\w', DATA.sub('', name))]


def doubled(names):
    return ['%s %r' % (role, name) for role, name in names if re.fullmatch(r'(.*\w{2}.*) \1', name.replace('_', ''), re.DOTALL)]


def english(names):
    return ['%s %r' % (role, name) for role, name in names if re.search('[A-Za-z]{2}', LATIN.sub('', DATA.sub('', name)))]


def hear(process, word):
    """What the program says behind @word; remarks of the library of tests are passed over."""
    for line in process.stdout:
        if line.startswith(word):
            return line.split()
    return []


def ask(process, line):
    process.stdin.write(line + '\n')
    process.stdin.flush()
    return hear(process, 'done') != []


def read_view(tap, language, process, application, view, own):
    """@own: the name of the window that stands behind the others."""
    def claim(words):
        return '/accessible-names/%s/%s/%s' % (language, view, words)

    shown = ask(process, view)
    pump()
    windows = wait_for(lambda: windows_of(application, None if view.startswith('page:') else own), 20) or []
    names = told(windows)
    tap.check(claim('is-told'), not (shown and names))
    if view == 'app.about':         # the toolkit's own
        ask(process, 'leave')
        return
    tap.check(claim('is-a-window-that-has-the-keys'), no_window(windows))
    tap.check(claim('what-can-have-the-focus-has-a-name'), [fault for window in windows for fault in unnamed(window)])
    tap.check(claim('nothing-is-read-with-an-underscore'), with_mnemonic(names))
    tap.check(claim('nothing-is-read-twice'), doubled(names))
    if language == 'ar':
        tap.check(claim('nothing-is-in-english'), english(names))
    ask(process, 'leave')


def run(tap, language, program):
    environment = dict(ENVIRONMENT, GTK_A11Y='atspi', LANGUAGE=language)
    environment.pop('NO_AT_BRIDGE', None)
    process = subprocess.Popen([program, language], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        views = hear(process, 'views')[1:]
        application = wait_for(find_application, 30)
        tap.check('/accessible-names/%s/the-program-is-on-the-bus' % language, not (application and views))
        own = application.getChildAtIndex(0).name if application else None
        for view in views if application else []:
            read_view(tap, language, process, application, view, own)
    finally:
        process.stdin.close()
        process.terminate()
        process.wait()


def main():
    tap = Tap()
    watch()
    for language in ('en', 'ar'):
        run(tap, language, sys.argv[1])
    return tap.end()


sys.exit(main())
