/* Maps of equal tiles, drawn by hand: neighbours stand near each other, north is up, and no tile touches another, so that
 * no border is drawn. The world has the member states of the United Nations and Palestine; countries and territories
 * that are not among them are listed beside. Regions are those of model/regions, by their numbers. */
#include "config.h"

#include "tile-grid.h"

#include <string.h>

struct _NidaTileGrid {
  const char * const *rows;
  guint               n_rows;
  char              **owned;     /* the same, of a grid that was made; or NULL */
};

/* A row has a code or three dots for each column, and a space between. */
static const char * const world_rows[] = {
  "... CAN ... ... ... ... ... ... ... ISL ... ... NOR SWE FIN ... ... ... ... ... ... ... ... ... ... ... ... ...",
  "... USA ... ... ... ... ... ... ... IRL GBR ... DNK EST LVA LTU BLR RUS ... ... ... ... ... ... ... ... ... ...",
  "... MEX ... ... BHS ... ... ... ... ... BEL NLD DEU POL SVK UKR ... ... ... ... ... ... ... ... ... ... ... ...",
  "... GTM BLZ ... CUB HTI DOM KNA ... ... FRA LUX LIE CZE HUN ROU MDA ... ... ... ... ... ... ... ... ... ... ...",
  "... SLV HND ... JAM ... ... ATG PRT ESP AND MCO CHE AUT SVN SRB BGR ... GEO ... KAZ KGZ ... ... MNG ... ... ...",
  "... ... NIC ... ... ... ... DMA ... ... ... SMR ITA HRV BIH MNE MKD TUR ARM AZE TKM UZB TJK ... CHN PRK ... ...",
  "... ... CRI PAN ... ... VCT LCA ... MAR DZA TUN MLT ... ... ALB GRC CYP LBN SYR IRQ IRN AFG ... ... KOR JPN ...",
  "... ... ... COL VEN ... GRD BRB CPV MRT MLI NER LBY EGY ... ... ... ISR PSE JOR KWT BHR PAK NPL BTN ... ... ...",
  "... ... ECU PER GUY SUR TTO ... SEN GMB BFA NGA TCD SDN ERI ... ... ... ... SAU QAT ARE ... IND BGD MMR LAO VNM",
  "... ... ... BOL BRA ... GNB GIN CIV GHA TGO BEN CAF SSD ETH DJI ... ... ... YEM OMN ... MDV LKA ... THA KHM PHL",
  "... ... CHL PRY URY ... ... SLE LBR ... STP GNQ CMR UGA KEN SOM ... ... ... ... ... ... ... ... MYS BRN PLW FSM",
  "... ... ... ARG ... ... ... ... ... ... ... GAB COG RWA TZA ... SYC ... ... ... ... ... ... SGP IDN TLS PNG MHL",
  "... ... ... ... ... ... ... ... ... ... ... AGO COD BDI MWI COM ... ... ... ... ... ... ... ... AUS SLB NRU KIR",
  "... ... ... ... ... ... ... ... ... ... ... NAM ZMB ZWE MOZ MDG MUS ... ... ... ... ... ... ... ... VUT FJI TUV",
  "... ... ... ... ... ... ... ... ... ... ... BWA ZAF LSO SWZ ... ... ... ... ... ... ... ... ... ... NZL TON WSM",
};

static const char * const arab_rows[] = {
  "... ... TUN ... ... LBN SYR IRQ KWT ...",
  "MAR DZA LBY EGY PSE JOR SAU BHR QAT ARE",
  "MRT ... ... SDN ... ... ... ... YEM OMN",
  "... ... ... ... DJI SOM ... ... ... ...",
  "... ... ... ... ... COM ... ... ... ...",
};

static const char * const region_rows[] = {
  "021 ... 154 151 ... ... ...",
  "013 029 155 039 143 030 ...",
  "005 ... 015 145 034 035 057",
  "... 011 017 014 ... 054 061",
  "... ... 018 ... ... 053 ...",
};

static const NidaTileGrid world = { world_rows, G_N_ELEMENTS (world_rows) };
static const NidaTileGrid arab = { arab_rows, G_N_ELEMENTS (arab_rows) };
static const NidaTileGrid regions = { region_rows, G_N_ELEMENTS (region_rows) };

const NidaTileGrid *
nida_tile_grid_get (NidaTileArea area)
{
  return area == NIDA_TILES_ARAB ? &arab : &world;
}

const NidaTileGrid *
nida_tile_grid_get_regions (void)
{
  return &regions;
}

guint
nida_tile_grid_get_rows (const NidaTileGrid *self)
{
  return self->n_rows;
}

guint
nida_tile_grid_get_columns (const NidaTileGrid *self)
{
  return (strlen (self->rows[0]) + 1) / 4;
}

gboolean
nida_tile_grid_get_code (const NidaTileGrid *self,
                         guint               row,
                         guint               column,
                         char               *code)
{
  memcpy (code, self->rows[row] + 4 * column, 3);
  code[3] = '\0';
  return *code != '.';
}

NidaTileGrid *
nida_tile_grid_new (char **rows)
{
  NidaTileGrid *self = g_new0 (NidaTileGrid, 1);

  self->owned = rows;
  self->rows = (const char * const *) rows;
  self->n_rows = g_strv_length (rows);
  return self;
}

void
nida_tile_grid_free (NidaTileGrid *self)
{
  g_strfreev (self->owned);
  g_free (self);
}

char **
nida_tile_grid_dup_rows (const NidaTileGrid *self)
{
  char **rows = g_new0 (char *, self->n_rows + 1);

  for (guint row = 0; row < self->n_rows; row++)
    rows[row] = g_strdup (self->rows[row]);
  return rows;
}

NidaTileGrid *
nida_tile_grid_keep (const NidaTileGrid *self,
                     NidaTileFunc        keeps,
                     gpointer            data)
{
  char **rows = nida_tile_grid_dup_rows (self);
  char code[4];

  for (guint row = 0; row < self->n_rows; row++)
    for (guint column = 0; column < nida_tile_grid_get_columns (self); column++)
      if (nida_tile_grid_get_code (self, row, column, code) && !keeps (code, data))
        memcpy (rows[row] + 4 * column, "...", 3);
  return nida_tile_grid_new (rows);
}
