/* A desktop of the tests' own on their bus: the services that keep a screen awake and show notifications, which write down what
 * they are asked. In a thread, since the toolkit waits for their answers. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TestDesktop:
 * @inhibits, @uninhibits: how often each was asked; @held: cookies that are not given back yet; @flags, @reason: of the last
 * @notified: how many notifications were shown; @summary, @body: of the last
 */
typedef struct {
  guint inhibits, uninhibits, held, flags;
  guint notified;
  char  reason[200], summary[200], body[200];
} TestDesktop;

/* Before the application is registered: it looks for the services then. */
void        test_desktop_start (void);
/* As it is now. */
TestDesktop test_desktop_get   (void);

G_END_DECLS
