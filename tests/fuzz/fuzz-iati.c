/* Any bytes as XML: no crash, and what is read is written as CSV and read back the same. */
#include "fuzz-file.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  nida_fuzz_file (data, size);
  return 0;
}
