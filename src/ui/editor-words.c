/* Each text is written once a language; where one is missing, the other stands in its place. */
#include "config.h"

#include "editor-words.h"

#include "form.h"
#include "translate.h"
#include "ui-shell.h"

enum { TITLE, TITLE_AR, SUBTITLE, SUBTITLE_AR, NOTE, NOTE_AR, N_TEXTS };

static const struct { const char *title; gsize offset; gboolean arabic; } texts[N_TEXTS] = {
  [TITLE] = { N_("Title in English"), G_STRUCT_OFFSET (NidaChartSpec, title), FALSE },
  [TITLE_AR] = { N_("Title in Arabic"), G_STRUCT_OFFSET (NidaChartSpec, title_ar), TRUE },
  [SUBTITLE] = { N_("Subtitle in English"), G_STRUCT_OFFSET (NidaChartSpec, subtitle), FALSE },
  [SUBTITLE_AR] = { N_("Subtitle in Arabic"), G_STRUCT_OFFSET (NidaChartSpec, subtitle_ar), TRUE },
  /* Translators: a remark at the end of the line that names the sources of a chart */
  [NOTE] = { N_("Source note in English"), G_STRUCT_OFFSET (NidaChartSpec, note), FALSE },
  [NOTE_AR] = { N_("Source note in Arabic"), G_STRUCT_OFFSET (NidaChartSpec, note_ar), TRUE },
};

typedef struct {
  NidaChartDraft *draft;
  GtkWidget      *entries[N_TEXTS], *rows[N_TEXTS], *suggest;
  gboolean        showing;
} Words;

static void
words_free (gpointer data)
{
  Words *self = data;

  g_object_unref (self->draft);
  g_free (self);
}

static char **
text_of (NidaChartSpec *spec,
         guint          text)
{
  return (char **) G_STRUCT_MEMBER_P (spec, texts[text].offset);
}

static void
set_text (NidaChartSpec *spec,
          guint          text,
          const char    *words)
{
  char **place = text_of (spec, text);

  g_free (*place);
  *place = *words != '\0' ? g_strdup (words) : NULL;
}

static void
entry_changed_cb (GtkEditable *entry,
                  Words       *self)
{
  guint text = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), "nida-text"));
  NidaChartSpec *spec;

  if (self->showing)
    return;
  spec = nida_chart_draft_dup_spec (self->draft);
  set_text (spec, text, gtk_editable_get_text (entry));
  nida_chart_draft_take (self->draft, spec, texts[text].title);
}

static void
suggest_cb (Words *self)
{
  g_autofree char *english = nida_chart_draft_dup_title (self->draft, "en"), *arabic = nida_chart_draft_dup_title (self->draft, "ar");
  NidaChartSpec *spec;

  if (english == NULL || arabic == NULL)
    return;
  spec = nida_chart_draft_dup_spec (self->draft);
  set_text (spec, TITLE, english);
  set_text (spec, TITLE_AR, arabic);
  nida_chart_draft_take (self->draft, spec, NULL);
}

static void
update (Words *self)
{
  const NidaChartSpec *spec = nida_chart_draft_get_spec (self->draft);
  guint choices = nida_chart_kind_get_traits (spec->kind)->choices;

  self->showing = TRUE;
  for (guint i = 0; i < N_TEXTS; i++)
    {
      const char *text = *text_of ((NidaChartSpec *) spec, i);

      if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entries[i])), text != NULL ? text : ""))
        gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), text != NULL ? text : "");
      gtk_widget_set_visible (self->rows[i], (i != SUBTITLE && i != SUBTITLE_AR) || (choices & NIDA_CHOICE_SUBTITLE));
    }
  gtk_widget_set_sensitive (self->suggest, nida_chart_draft_get_answer (self->draft) != NULL && !nida_chart_draft_is_waiting (self->draft));
  self->showing = FALSE;
}

static void
changed_cb (GtkWidget *form)
{
  update (g_object_get_data (G_OBJECT (form), "nida-page"));
}

static void
add_entry (Words     *self,
           GtkWidget *form,
           guint      text)
{
  GtkWidget *entry = gtk_entry_new ();

  nida_shell_direct_entry (GTK_ENTRY (entry), texts[text].arabic);
  self->entries[text] = entry;
  self->rows[text] = nida_form_append (form, _(texts[text].title), entry);
  g_object_set_data (G_OBJECT (entry), "nida-text", GUINT_TO_POINTER (text));
  g_signal_connect (entry, "changed", G_CALLBACK (entry_changed_cb), self);
}

/**
 * nida_editor_words_new:
 *
 * Returns: (transfer floating): the page of the editor that asks for words
 */
GtkWidget *
nida_editor_words_new (NidaChartDraft *draft)
{
  GtkWidget *form = nida_form_new (), *suggest = gtk_button_new_with_mnemonic (_("Suggest a _Title in Both Languages"));
  Words *self = g_new0 (Words, 1);

  self->draft = g_object_ref (draft);
  self->suggest = suggest;
  g_object_set_data_full (G_OBJECT (form), "nida-page", self, words_free);
  nida_form_append_words (form, _("Without a title of its own, a chart says what its data show at any time."));
  /* Each in English and in Arabic, the language of the window first. */
  for (guint i = 0; i < N_TEXTS; i++)
    {
      add_entry (self, form, nida_form_is_arabic (i % 2) ? i | 1 : i & ~1u);
      if (i != TITLE_AR)
        continue;
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (suggest))), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (suggest, "nida-raised");
      gtk_widget_set_halign (suggest, GTK_ALIGN_START);
      g_signal_connect_swapped (suggest, "clicked", G_CALLBACK (suggest_cb), self);
      gtk_box_append (GTK_BOX (form), suggest);
    }
  g_signal_connect_object (draft, "changed", G_CALLBACK (changed_cb), form, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "answered", G_CALLBACK (changed_cb), form, G_CONNECT_SWAPPED);
  update (self);
  return form;
}
