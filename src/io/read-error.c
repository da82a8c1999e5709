/* The error domain of reading. */
#include "loader.h"

G_DEFINE_QUARK (nida-read-error-quark, nida_read_error)
