/* Whole sentences about a chart: its description for those who do not see it, its subtitle, its choice of a title.
 * After Amy Cesal's formula: chart type, data, and what stands out. Private to chart/. */
#pragma once

#include "chart-groups.h"
#include "recipe.h"

G_BEGIN_DECLS

/* A description is a GString; each call adds a sentence in the language that the thread speaks. Labels and values come ready
 * to be shown. */
void  nida_describe_sentence (GString *text, char *sentence);                              /* takes @sentence */
void  nida_describe_largest  (GString *text, const char *label, const char *value);
void  nida_describe_smallest (GString *text, const char *label, const char *value);
void  nida_describe_latest   (GString *text, const char *label, const char *value);
void  nida_describe_total    (GString *text, const char *value);
/* "From 2024 to 2025 it rose by 12%, from $1.2B to $1.34B." Says nothing where there is no base to compare with. */
void  nida_describe_change   (GString *text, NidaRecipe *recipe, NidaMeasure measure, const char *from_label, gint64 from, const char *to_label, gint64 to);
/* Who is not alone with a figure is not named alone: "Iraq and 5 others", "$2M each". @name and @value are replaced; either may
 * be NULL. */
void  nida_describe_tie      (NidaRecipe *recipe, guint others, char **name, char **value);
/* Largest, smallest (when there are two names or more) and total of @groups, before they are folded. */
void  nida_describe_groups   (GString *text, NidaRecipe *recipe, NidaMeasure measure, GPtrArray *groups);

/* "2026", "1 Feb 2026 – 31 Mar 2026", "since 2024" from the dates that @query asks for; NULL when it asks for none. */
char *nida_describe_period   (NidaRecipe *recipe, NidaQuery *query);
/* The year that @query asks for, when it asks for one whole year; else 0. */
int   nida_describe_year     (NidaQuery *query);
/* What it is kept whole for: "all donors", "all donors, whole years", "2025: outside the selection", without the year where that
 * stands beside it (@dated); NULL where nothing is. */
char *nida_describe_whole    (NidaRecipe *recipe, gboolean dated);
/* "plans of 2019 to 2026" of a figure that adds up needs of several years, where nothing else says which; else NULL. */
char *nida_describe_plans    (NidaRecipe *recipe);
char *nida_describe_plans_sentence (NidaRecipe *recipe);
/* Of a figure: "not in the sources", "not in the sources for this time". */
char *nida_describe_missing  (NidaRecipe *recipe);
/* A sentence: why nothing can be covered. Static. */
const char *nida_describe_no_requirement (NidaRecipe *recipe);
/* What the numbers are: "US$", "share of requirements", "number of flows". */
char *nida_describe_unit     (NidaRecipe *recipe, NidaMeasure measure);
/* "Received by donor, 2026, US$"; @more (or NULL) follows after a semicolon where the line has room for all of it. */
char *nida_describe_subtitle (NidaRecipe *recipe, NidaMeasure measure, NidaNoun noun, NidaField field, const char *more);
/* The same of something that is no measure by a field: @what "From requirement to gap", @unit "US$". */
char *nida_describe_subtitle_of (NidaRecipe *recipe, const char *what, const char *unit, const char *more);
/* What is chosen of @groups, whose sum is @chosen, as a share of their total: "Kuwait gave 2% of what was received", "Chosen: 12%
 * of the total"; NULL where nothing is. @donors: who gave what was received. */
char *nida_describe_chosen   (NidaRecipe *recipe, GPtrArray *groups, NidaMoney chosen, gboolean donors);
/* The first of @candidates (NULL-terminated) that fits the title on one line, else the last. */
const char *nida_describe_choose_title (NidaRecipe *recipe, const char * const *candidates);
/* What somebody wrote, else @message (or NULL) where it fits, else @plain. Transfer full. */
char *nida_describe_title    (NidaRecipe *recipe, const char *message, const char *plain);
/* Whole percent: "11%", "<1%" for a little more than nothing. */
char *nida_describe_percent  (NidaRecipe *recipe, gint64 millionths);
/* The only total that somebody stated for the whole of @cube's requirements, or NULL: totals of two appeals are not added. */
const NidaFact *nida_describe_stated (NidaCube *cube);
/* The same where it is about the rows that add up to @computed and no others: that of one appeal is not what another needs, too. */
const NidaFact *nida_describe_stated_of (NidaCube *cube, NidaMoney computed);
/* "Stated total: $7.9B, which is $37M more than computed."; NULL where nothing was stated of just that. */
char *nida_describe_stated_note (NidaRecipe *recipe, NidaCube *cube, NidaMoney computed);
/* The one fact of @kind, or NULL when there are none or several. */
const NidaFact *nida_describe_only_fact (NidaCube *cube, NidaKind kind);
/* Did the sources say "about", "at least"? @value with it, for the one fact of @kind; else a copy of @value. */
char *nida_describe_qualified (NidaRecipe *recipe, NidaCube *cube, NidaKind kind, const char *value);

G_END_DECLS
