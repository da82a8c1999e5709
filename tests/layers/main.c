/* A program of one layer and those below it, whole: it links only when no arrow points up. */
int
main (void)
{
  return 0;
}
