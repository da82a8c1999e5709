/* Archives that tests make: pairs of names and contents, NULL at the end. */
#pragma once

#include "support.h"

#include <zip.h>

/* A file "input.csv", which it is not, in a folder of its own. */
G_GNUC_UNUSED static char *
write_zip (const char *first,
           ...)
{
  char *path = write_file ("", 0);
  zip_t *archive = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  va_list arguments;

  g_assert_nonnull (archive);
  va_start (arguments, first);
  for (const char *name = first; name != NULL; name = va_arg (arguments, const char *))
    {
      const char *text = va_arg (arguments, const char *);
      zip_source_t *source = zip_source_buffer (archive, text, strlen (text), 0);

      g_assert_cmpint (zip_file_add (archive, name, source, ZIP_FL_ENC_UTF_8), >=, 0);
    }
  va_end (arguments);
  g_assert_cmpint (zip_close (archive), ==, 0);
  return path;
}

#define XLSX_RELATIONS \
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" \
  "<Relationship Id=\"rId1\" Type=\"worksheet\" Target=\"worksheets/sheet1.xml\"/>" \
  "<Relationship Id=\"rId2\" Type=\"worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>"
#define XLSX_WORKBOOK(properties) \
  "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">" properties \
  "<sheets><sheet name=\"Notes &amp; more\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Gifts\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"
#define XLSX_STYLES \
  "<styleSheet><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd\\/mm\\/yyyy;@\"/></numFmts>" \
  "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>" \
  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
#define XLSX_STRINGS \
  "<sst><si><t>date</t></si><si><t>donor</t></si><si><t>amount</t></si><si><r><t xml:space=\"preserve\">Kuwait </t></r>" \
  "<r><t>Fund</t></r><rPh><t>no</t></rPh></si></sst>"
#define XLSX_NOTES \
  "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>About these gifts</t></is></c></row></sheetData></worksheet>"
#define XLSX_GIFTS \
  "<worksheet><sheetData>" \
  "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Gifts of 2024</t></is></c></row>" \
  "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>0</v></c><c r=\"C3\" t=\"s\"><v>1</v></c><c r=\"D3\" t=\"s\"><v>2</v></c></row>" \
  "<row r=\"4\"><c r=\"B4\" s=\"1\"><v>45326</v></c><c r=\"C4\" t=\"s\"><v>3</v></c><c r=\"D4\"><v>1.1000000000000001</v></c></row>" \
  "<row r=\"5\"><c r=\"B5\" s=\"2\"><v>45327</v></c><c r=\"C5\" t=\"str\"><f>A1</f><v>Qatar</v></c><c r=\"D5\"><v>2.5E6</v></c></row>" \
  "<row r=\"6\"><c r=\"B6\"/></row>" \
  "<row r=\"7\"><c r=\"B7\" s=\"1\"><v>45328</v></c><c r=\"C7\" t=\"b\"><v>1</v></c><c r=\"D7\" t=\"e\"><v>#N/A</v></c></row>" \
  "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:D1\"/></mergeCells></worksheet>"
#define XLSX(properties, gifts) \
  write_zip ("xl/workbook.xml", XLSX_WORKBOOK (properties), "xl/_rels/workbook.xml.rels", XLSX_RELATIONS, "xl/styles.xml", \
             XLSX_STYLES, "xl/sharedStrings.xml", XLSX_STRINGS, "xl/worksheets/sheet1.xml", XLSX_NOTES, \
             "xl/worksheets/sheet2.xml", gifts, NULL)

#define ODS_TYPE "application/vnd.oasis.opendocument.spreadsheet"
#define ODS(tables) \
  write_zip ("mimetype", ODS_TYPE, "content.xml", \
             "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet>" \
             tables "</office:spreadsheet></office:body></office:document-content>", NULL)
#define ODS_HEADER \
  "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>date</text:p></table:table-cell>" \
  "<table:table-cell office:value-type=\"string\"><text:p>donor</text:p></table:table-cell>" \
  "<table:table-cell office:value-type=\"string\"><text:p>amount</text:p></table:table-cell></table:table-row>"
