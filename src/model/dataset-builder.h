/* Filling a dataset, row by row: a reader calls begin, the setters it has values for, and end or drop. Two builders
 * (two threads, two files) are joined with absorb; end() merges the copies of one flow. */
#pragma once

#include "aliases.h"
#include "dataset.h"

G_BEGIN_DECLS

#define NIDA_TYPE_DATASET_BUILDER (nida_dataset_builder_get_type ())
G_DECLARE_FINAL_TYPE (NidaDatasetBuilder, nida_dataset_builder, NIDA, DATASET_BUILDER, GObject)

NidaDatasetBuilder *nida_dataset_builder_new            (void);
NidaReport         *nida_dataset_builder_get_report     (NidaDatasetBuilder *self);
/* Exchange rates and deflators that an input holds; transfer none. */
NidaRates          *nida_dataset_builder_get_rates      (NidaDatasetBuilder *self);
guint               nida_dataset_builder_add_source     (NidaDatasetBuilder *self, const NidaSourceInfo *info);

/* Begin a row of @source that stands at @line (1 is the first line of the file). */
void                nida_dataset_builder_begin          (NidaDatasetBuilder *self, guint source, guint line, NidaKind kind);
/* Begin again without an end drops the row. Keep the row; returns FALSE when the dataset is full (4,294,967,295 rows). */
gboolean            nida_dataset_builder_end_row        (NidaDatasetBuilder *self);

/* The id within the source's family; without one the source and line are the key. */
void                nida_dataset_builder_set_id         (NidaDatasetBuilder *self, const char *id, gssize length);
/* The row is one of several parts of its flow, 1 for the first: the parts have one id. */
void                nida_dataset_builder_set_part       (NidaDatasetBuilder *self, guint part);
/* The rows in between stand and fall together: of two wholes of one id the newer counts, and nothing of the other. */
void                nida_dataset_builder_begin_whole    (NidaDatasetBuilder *self, guint source, guint line, const char *id, gint64 updated_at);
void                nida_dataset_builder_end_whole      (NidaDatasetBuilder *self);
/* Names known by a key and spelled in several ways: the one used most, whatever the order of the files, is the name. A key
 * has a prefix of its own kind, then ':' and the reference: "org:XM-DAC-47066". */
void                nida_dataset_builder_add_spelling   (NidaDatasetBuilder *self, const char *key, const char *name, const char *arabic);
void                nida_dataset_builder_set_reference  (NidaDatasetBuilder *self, NidaField field, const char *key);
/* The code that stands for @key in a list until then. */
guint32             nida_dataset_builder_intern_reference (NidaDatasetBuilder *self, NidaField field, const char *key);
void                nida_dataset_builder_set_name       (NidaDatasetBuilder *self, NidaField field, const char *name, gssize length);
void                nida_dataset_builder_set_arabic     (NidaDatasetBuilder *self, NidaField field, const char *name, gssize length);
void                nida_dataset_builder_set_code       (NidaDatasetBuilder *self, NidaField field, guint32 code);
void                nida_dataset_builder_set_period     (NidaDatasetBuilder *self, NidaPeriod period);
/* The day whose exchange rate holds, where it is not the row's date. */
void                nida_dataset_builder_set_value_date (NidaDatasetBuilder *self, NidaDate date);
void                nida_dataset_builder_set_usage      (NidaDatasetBuilder *self, int first_year, int last_year);
void                nida_dataset_builder_set_amount     (NidaDatasetBuilder *self, NidaMoney amount);
void                nida_dataset_builder_set_amount_usd (NidaDatasetBuilder *self, NidaMoney amount);
void                nida_dataset_builder_set_boundary   (NidaDatasetBuilder *self, NidaBoundary boundary, NidaOnBoundary on);
void                nida_dataset_builder_set_updated_at (NidaDatasetBuilder *self, gint64 seconds);
void                nida_dataset_builder_set_description (NidaDatasetBuilder *self, gboolean arabic, const char *text, gssize length);

/* The bytes of the source that hold the row's record, where a line does not say it: JSON, XML. @offset is below 2 GiB. */
void                nida_dataset_builder_set_place      (NidaDatasetBuilder *self, guint64 offset, guint32 length);

/* The dictionary a reader may fill beforehand (labels, references); transfer none. */
NidaDictionary     *nida_dataset_builder_get_dictionary (NidaDatasetBuilder *self, NidaField field);

/* The whole cell lists several names: codes of @field's dictionary, in any order. The row gets the entry that stands for
 * all of them ("Syria, Turkey"), which has them as members; one code is itself. */
void                nida_dataset_builder_set_list       (NidaDatasetBuilder *self, NidaField field, const guint32 *codes, guint n_codes);
/* Names that a list cell of @field may be split into although they stand alone nowhere in the data, and that are never
 * split themselves. NULL-terminated, copied; later calls add to earlier ones. */
void                nida_dataset_builder_set_vocabulary (NidaDatasetBuilder *self, NidaField field, const char * const *names);

/* Names that count as others once all is read; NULL for none. */
void                nida_dataset_builder_set_aliases    (NidaDatasetBuilder *self, NidaAliases *aliases);

/* Two threads that read parts of one file: the second part goes to a builder that is given no source; its rows name the
 * source of the builder that absorbs it. When it was read with lines counted from its own beginning, shift them first:
 * adds @n_lines to the line of every row and problem (but line 0). */
void                nida_dataset_builder_shift_lines    (NidaDatasetBuilder *self, guint n_lines);
/* Append all rows, names, sources and problems of @other, which is emptied. @other's sources become further sources; when
 * it has none, its rows and problems name those of @self. */
void                nida_dataset_builder_absorb         (NidaDatasetBuilder *self, NidaDatasetBuilder *other);
/* Merge copies (newest updated_at wins, conflicts reported; see formats.md §1), split list cells into members whose
 * names stand alone or are in the vocabulary, fill in the sources' rows_kept and rows_merged, and hand the dataset over. The builder is empty afterwards. */
NidaDataset        *nida_dataset_builder_end            (NidaDatasetBuilder *self);
/* The same behind the rows of @base, of which nothing is read again. */
NidaDataset        *nida_dataset_builder_append         (NidaDatasetBuilder *self, NidaDataset *base);

/* The same rows with other rates of the desk's own, nothing read or merged again; transfer full. NULL: none. */
NidaDataset        *nida_dataset_new_with_rates         (NidaDataset *base, NidaOwnRates *own);

/**
 * NidaReplacedRow:
 *
 * @row of the builder stands in place of @base_row, which then is a record that was merged into it; %G_MAXUINT: none does,
 * the other row is gone.
 */
typedef struct { guint base_row, row; } NidaReplacedRow;
/* The same without the rows of @base that those of the builder replace: (element-type NidaReplacedRow), ascending. */
NidaDataset        *nida_dataset_builder_append_instead (NidaDatasetBuilder *self, NidaDataset *base, const GArray *replaced);

G_END_DECLS
