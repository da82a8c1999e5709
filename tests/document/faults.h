/* The N-th read, write, sync, cut, removal or renaming of a file made to fail, or to be the last thing that this process does.
 * The functions of the C library are put in front of those that SQLite and Nida call. */
#pragma once

#include <glib.h>

typedef enum {
  FAULT_ERROR,        /* EIO, once */
  FAULT_FULL,         /* ENOSPC, once */
  FAULT_SHORT,        /* half of it is written; then, once, ENOSPC */
  FAULT_STAYS_FULL,   /* ENOSPC for all that takes room, from there on */
  FAULT_KILL,         /* SIGKILL before it */
  FAULT_TORN,         /* SIGKILL when half of it is written */
} FaultKind;

/* From now on; the first is 1. */
void     faults_arm    (FaultKind kind, guint at);
/* The same of files in @folder alone, which stays the caller's: what the toolkit writes elsewhere goes well. NULL: everywhere. */
void     faults_keep_to (const char *folder);
/* Was it met? */
gboolean faults_disarm (void);
