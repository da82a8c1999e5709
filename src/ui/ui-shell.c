/* The few things a desktop shell library would give: the desktop's colour scheme, labels in two directions. */
#include "config.h"

#include "ui-shell.h"

#include <string.h>

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_SETTINGS "org.freedesktop.portal.Settings"
#define APPEARANCE "org.freedesktop.appearance"

/* --- colour scheme --- */

typedef struct {
  NidaColorSchemeFunc func;
  gpointer            user_data;
  GDBusProxy         *proxy;
} SchemeWatch;

/* The portal wraps the value once in the signal, twice in the answer of Read. */
static void
tell_scheme (SchemeWatch *watch,
             GVariant    *value)
{
  g_autoptr (GVariant) inner = g_variant_ref (value);

  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *next = g_variant_get_variant (inner);

      g_variant_unref (inner);
      inner = next;
    }
  if (g_variant_is_of_type (inner, G_VARIANT_TYPE_UINT32))
    watch->func ((NidaColorScheme) MIN (g_variant_get_uint32 (inner), 2), watch->user_data);
}

static void
portal_signal_cb (GDBusProxy  *proxy,
                  const char  *sender,
                  const char  *signal,
                  GVariant    *parameters,
                  SchemeWatch *watch)
{
  const char *group, *key;
  g_autoptr (GVariant) value = NULL;

  if (!g_str_equal (signal, "SettingChanged") || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (parameters, "(&s&sv)", &group, &key, &value);
  if (g_str_equal (group, APPEARANCE) && g_str_equal (key, "color-scheme"))
    tell_scheme (watch, value);
}

static void
portal_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  /* Without a portal the desktop has no say, which is no error of ours. */
  g_autoptr (GVariant) answer = g_dbus_proxy_call_finish (G_DBUS_PROXY (source), result, NULL);
  g_autoptr (GVariant) value = answer != NULL ? g_variant_get_child_value (answer, 0) : NULL;

  if (value != NULL)
    tell_scheme (user_data, value);
}

static void
portal_ready_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  SchemeWatch *watch = user_data;

  watch->proxy = g_dbus_proxy_new_for_bus_finish (result, NULL);
  if (watch->proxy == NULL)
    {
      g_free (watch);
      return;
    }
  g_signal_connect (watch->proxy, "g-signal", G_CALLBACK (portal_signal_cb), watch);
  g_dbus_proxy_call (watch->proxy, "Read", g_variant_new ("(ss)", APPEARANCE, "color-scheme"),
                     G_DBUS_CALL_FLAGS_NONE, 2000, NULL, portal_read_cb, watch);
}

void
nida_shell_watch_color_scheme (NidaColorSchemeFunc func,
                               gpointer            user_data)
{
  SchemeWatch *watch = g_new0 (SchemeWatch, 1);

  watch->func = func;
  watch->user_data = user_data;
  g_dbus_proxy_new_for_bus (G_BUS_TYPE_SESSION, G_DBUS_PROXY_FLAGS_DO_NOT_LOAD_PROPERTIES, NULL,
                            PORTAL_NAME, PORTAL_PATH, PORTAL_SETTINGS, NULL, portal_ready_cb, watch);
}

/* GTK forgets the bound children, but leaves the tree to us. */
void
nida_shell_clear_template (GtkWidget *widget,
                           GType      type)
{
  GtkWidget *child;

  gtk_widget_dispose_template (widget, type);
  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

void
nida_shell_fit_popover (GtkPopover *popover)
{
  gtk_popover_set_has_arrow (popover, gdk_display_is_composited (gdk_display_get_default ()));
}

static void
focus_mapped_cb (GtkWindow *window,
                 GtkWidget *focus)
{
  g_signal_handlers_disconnect_by_func (window, focus_mapped_cb, focus);
  gtk_window_set_focus (window, focus);
}

void
nida_shell_focus_first (GtkWindow *window,
                        GtkWidget *focus)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (window)))
    gtk_window_set_focus (window, focus);
  else
    g_signal_connect_object (window, "map", G_CALLBACK (focus_mapped_cb), focus, 0);
}

/* --- direction --- */

#define LEFT_TO_RIGHT_MARK "\u200e"
#define RIGHT_TO_LEFT_MARK "\u200f"

static GtkTextDirection
letter_direction (gunichar letter)
{
  if (!g_unichar_isalpha (letter))
    return GTK_TEXT_DIR_NONE;
  switch (g_unichar_get_script (letter))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
      return GTK_TEXT_DIR_RTL;
    default:
      return GTK_TEXT_DIR_LTR;
    }
}

/* The mark that @line needs before it to be read in the direction of the window, or "". @foreign: whether it has letters of
 * the other direction alone */
static const char *
mark_for_line (const char       *line,
               GtkTextDirection  window,
               gboolean         *foreign)
{
  GtkTextDirection first = GTK_TEXT_DIR_NONE;

  *foreign = FALSE;
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      GtkTextDirection here = letter_direction (g_utf8_get_char (p));

      if (here != GTK_TEXT_DIR_NONE && here == window)
        return first == GTK_TEXT_DIR_NONE ? "" : window == GTK_TEXT_DIR_RTL ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
      first = first == GTK_TEXT_DIR_NONE ? here : first;
    }
  *foreign = first != GTK_TEXT_DIR_NONE;
  /* Without a letter "-1" would be read as "1-" among Arabic. */
  return first == GTK_TEXT_DIR_NONE && window == GTK_TEXT_DIR_RTL && strpbrk (line, "0123456789") != NULL ? LEFT_TO_RIGHT_MARK : "";
}

/* The switcher makes its buttons itself. */
void
nida_shell_let_pages_shrink (GtkStackSwitcher *switcher)
{
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (switcher)); page != NULL; page = gtk_widget_get_next_sibling (page))
    {
      GtkWidget *label = gtk_widget_get_first_child (page);

      if (GTK_IS_LABEL (label))
        gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
}

char *
nida_shell_direct (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *out = g_string_sized_new (strlen (text) + 3);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean foreign;
      GtkTextDirection window = gtk_widget_get_default_direction ();
      const char *mark = mark_for_line (lines[i], window, &foreign);

      if (i > 0)
        g_string_append_c (out, '\n');
      /* Of several lines none stands at the other edge. */
      if (foreign && lines[1] != NULL)
        g_string_append_printf (out, "%s\u2068%s\u2069", window == GTK_TEXT_DIR_RTL ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK, lines[i]);
      else
        g_string_append_printf (out, "%s%s", mark, lines[i]);
    }
  return g_string_free (out, FALSE);
}

char *
nida_shell_dup_menu_label (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, "_", -1);

  return g_strjoinv ("__", parts);
}

void
nida_shell_set_label (GtkLabel   *label,
                      const char *text)
{
  g_autofree char *directed = nida_shell_direct (text);

  gtk_label_set_text (label, directed);
}

void
nida_shell_wrap (GtkLabel *label)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
}

static GtkWidget *
new_text (const char *text,
          const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  nida_shell_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

GtkWidget *
nida_shell_new_label (const char *text,
                      const char *style)
{
  GtkWidget *label = new_text (text, style);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

GtkWidget *
nida_shell_new_words (const char *text,
                      const char *style)
{
  GtkWidget *label = new_text (text, style);

  nida_shell_wrap (GTK_LABEL (label));
  return label;
}

static void
append_line (GtkWidget  *box,
             const char *words,
             const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  nida_shell_set_label (GTK_LABEL (label), words);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

/**
 * nida_shell_new_empty_page:
 * @first: (transfer floating): what to do first
 * @second: (transfer floating) (nullable): what else could be done
 *
 * What a page shows as long as it has nothing: what will be here and how to begin, in its middle.
 */
GtkWidget *
nida_shell_new_empty_page (const char *title,
                           const char *words,
                           GtkWidget  *first,
                           GtkWidget  *second)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *buttons[] = { first, second };

  append_line (box, title, "nida-page-title");
  append_line (box, words, "nida-subtitle");
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (buttons[i] != NULL)
      {
        gtk_widget_set_halign (buttons[i], GTK_ALIGN_CENTER);
        gtk_box_append (GTK_BOX (box), buttons[i]);
      }
  gtk_widget_set_vexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);        /* not the text: GTK would give it the width of a single line */
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  return box;
}

void
nida_shell_set_tooltip (GtkWidget  *widget,
                        const char *text)
{
  g_autofree char *directed = text != NULL ? nida_shell_direct (text) : NULL;

  gtk_widget_set_tooltip_text (widget, directed);
}

/* The text within an entry is a widget of its own, and an empty one has no letters that would tell. */
void
nida_shell_direct_entry (GtkEntry *entry,
                         gboolean  arabic)
{
  GtkTextDirection direction = arabic ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;

  gtk_widget_set_direction (GTK_WIDGET (entry), direction);
  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry))), direction);
}

float
nida_shell_figure_align (void)
{
  return gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? 0.0f : 1.0f;
}

/**
 * nida_shell_align_newest_title:
 *
 * Puts the title of the newest column of @view, one of figures, over its figures. GTK 4.8 cannot be told, so the box in
 * the title is pushed to the end; a GTK that builds its titles otherwise is left as it is.
 */
void
nida_shell_align_newest_title (GtkColumnView *view)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_last_child (header) : NULL;
  GtkWidget *box = title != NULL ? gtk_widget_get_first_child (title) : NULL;

  if (GTK_IS_BOX (box) && nida_shell_figure_align () > 0)
    gtk_widget_set_halign (box, GTK_ALIGN_END);
}

/**
 * nida_shell_name_row:
 * @cell: what a factory has put into a row
 * @words: what a screen reader is told when the row has the focus
 *
 * GTK 4.8 has no label for the row of a list, and tells the name of its class.
 */
void
nida_shell_name_row (GtkWidget  *cell,
                     const char *words)
{
  GtkWidget *row = cell;

  while (row != NULL && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (row)) != GTK_ACCESSIBLE_ROLE_ROW
         && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (row)) != GTK_ACCESSIBLE_ROLE_LIST_ITEM)
    row = gtk_widget_get_parent (row);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * nida_shell_name_list:
 *
 * Names @view and what is inside of it, the row of its titles and the list: these are what has the focus.
 */
void
nida_shell_name_list (GtkColumnView *view,
                      const char    *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
