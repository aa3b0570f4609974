#include "late.h"

#ifdef __APPLE__
#include <mach-o/dyld.h>
#else
#define _GNU_SOURCE
#include <link.h>
#endif
#include <dlfcn.h>
#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>
#include <pango/pango.h>
#include <pango/pangoft2.h>
#include <png.h>
#include <pthread.h>
#include <qrencode.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// A library that is opened later must not find these instead of its own.
#pragma GCC visibility push(hidden)

/// The functions that planc calls: type, name, parameters, arguments. A definition that differs from the library's own
/// header does not compile.
#define EACH_FUNCTION_OF_TYPESETTING(X)                                                                                 \
    X(PangoFontMap *, pango_ft2_font_map_new, (void), ())                                                               \
    X(void, pango_ft2_font_map_set_resolution, (PangoFT2FontMap * a, double b, double c), (a, b, c))                    \
    X(PangoContext *, pango_font_map_create_context, (PangoFontMap * a), (a))                                           \
    X(void, pango_context_set_round_glyph_positions, (PangoContext * a, gboolean b), (a, b))                            \
    X(void, pango_context_set_language, (PangoContext * a, PangoLanguage * b), (a, b))                                  \
    X(void, pango_context_set_base_dir, (PangoContext * a, PangoDirection b), (a, b))                                   \
    X(PangoLanguage *, pango_language_from_string, (const char *a), (a))                                                \
    X(PangoFontDescription *, pango_font_description_new, (void), ())                                                   \
    X(void, pango_font_description_free, (PangoFontDescription * a), (a))                                               \
    X(void, pango_font_description_set_family, (PangoFontDescription * a, const char *b), (a, b))                       \
    X(void, pango_font_description_set_weight, (PangoFontDescription * a, PangoWeight b), (a, b))                       \
    X(void, pango_font_description_set_style, (PangoFontDescription * a, PangoStyle b), (a, b))                         \
    X(void, pango_font_description_set_absolute_size, (PangoFontDescription * a, double b), (a, b))                     \
    X(PangoAttrList *, pango_attr_list_new, (void), ())                                                                 \
    X(void, pango_attr_list_unref, (PangoAttrList * a), (a))                                                            \
    X(void, pango_attr_list_insert, (PangoAttrList * a, PangoAttribute * b), (a, b))                                    \
    X(PangoAttribute *, pango_attr_font_desc_new, (const PangoFontDescription *a), (a))                                 \
    X(PangoAttribute *, pango_attr_font_features_new, (const char *a), (a))                                             \
    X(GList *, pango_itemize,                                                                                           \
      (PangoContext * a, const char *b, int c, int d, PangoAttrList *e, PangoAttrIterator *f), (a, b, c, d, e, f))      \
    X(void, pango_item_free, (PangoItem * a), (a))                                                                      \
    X(PangoGlyphString *, pango_glyph_string_new, (void), ())                                                           \
    X(void, pango_glyph_string_free, (PangoGlyphString * a), (a))                                                       \
    X(void, pango_shape_full,                                                                                           \
      (const char *a, int b, const char *c, int d, const PangoAnalysis *e, PangoGlyphString *f), (a, b, c, d, e, f))    \
    X(hb_font_t *, pango_font_get_hb_font, (PangoFont * a), (a))                                                        \
    X(void, pango_get_log_attrs, (const char *a, int b, int c, PangoLanguage *d, PangoLogAttr *e, int f),               \
      (a, b, c, d, e, f))                                                                                               \
    X(guint8 *, pango_log2vis_get_embedding_levels, (const gchar *a, int b, PangoDirection *c), (a, b, c))              \
    X(void, g_free, (gpointer a), (a))                                                                                  \
    X(void, g_list_free, (GList * a), (a))                                                                              \
    X(gpointer, g_object_ref, (gpointer a), (a))                                                                        \
    X(void, g_object_unref, (gpointer a), (a))                                                                          \
    X(gchar *, g_utf8_normalize, (const gchar *a, gssize b, GNormalizeMode c), (a, b, c))                               \
    X(FcBool, FcConfigAppFontAddDir, (FcConfig * a, const FcChar8 *b), (a, b))                                          \
    X(void, hb_blob_destroy, (hb_blob_t * a), (a))                                                                      \
    X(const char *, hb_blob_get_data, (hb_blob_t * a, unsigned int *b), (a, b))                                         \
    X(void, hb_face_destroy, (hb_face_t * a), (a))                                                                      \
    X(unsigned int, hb_face_get_glyph_count, (const hb_face_t *a), (a))                                                 \
    X(unsigned int, hb_face_get_upem, (const hb_face_t *a), (a))                                                        \
    X(hb_face_t *, hb_face_reference, (hb_face_t * a), (a))                                                             \
    X(hb_blob_t *, hb_face_reference_blob, (hb_face_t * a), (a))                                                        \
    X(hb_blob_t *, hb_face_reference_table, (const hb_face_t *a, hb_tag_t b), (a, b))                                   \
    X(hb_font_t *, hb_font_create, (hb_face_t * a), (a))                                                                \
    X(void, hb_font_destroy, (hb_font_t * a), (a))                                                                      \
    X(hb_face_t *, hb_font_get_face, (hb_font_t * a), (a))                                                              \
    X(hb_position_t, hb_font_get_glyph_h_advance, (hb_font_t * a, hb_codepoint_t b), (a, b))                            \
    X(void, hb_font_set_scale, (hb_font_t * a, int b, int c), (a, b, c))                                                \
    X(unsigned int, hb_ot_name_get_utf8,                                                                                \
      (hb_face_t * a, hb_ot_name_id_t b, hb_language_t c, unsigned int *d, char *e), (a, b, c, d, e))                   \
    X(void, hb_set_add, (hb_set_t * a, hb_codepoint_t b), (a, b))

#define EACH_FUNCTION_OF_SUBSETTING(X)                                                                                  \
    X(hb_subset_input_t *, hb_subset_input_create_or_fail, (void), ())                                                  \
    X(void, hb_subset_input_destroy, (hb_subset_input_t * a), (a))                                                      \
    X(hb_set_t *, hb_subset_input_glyph_set, (hb_subset_input_t * a), (a))                                              \
    X(hb_set_t *, hb_subset_input_set, (hb_subset_input_t * a, hb_subset_sets_t b), (a, b))                             \
    X(void, hb_subset_input_set_flags, (hb_subset_input_t * a, unsigned b), (a, b))                                     \
    X(hb_face_t *, hb_subset_or_fail, (hb_face_t * a, const hb_subset_input_t *b), (a, b))

#define EACH_FUNCTION_OF_CODES(X)                                                                                       \
    X(QRcode *, QRcode_encodeString, (const char *a, int b, QRecLevel c, QRencodeMode d, int e), (a, b, c, d, e))       \
    X(void, QRcode_free, (QRcode * a), (a))

#define EACH_FUNCTION_OF_PICTURES(X)                                                                                    \
    X(int, png_image_begin_read_from_memory, (png_imagep a, png_const_voidp b, size_t c), (a, b, c))                    \
    X(int, png_image_finish_read, (png_imagep a, png_const_colorp b, void *c, png_int_32 d, void *e), (a, b, c, d, e))  \
    X(void, png_image_free, (png_imagep a), (a))

struct function {
    const char *name;
    void **place;
};

// Names in parentheses: some are macros as well.
#define DEFINE(type, name, parameters, arguments)                                                                       \
    static __typeof__(name) *found_##name;                                                                              \
    type(name) parameters { return found_##name arguments; }
#define LIST(type, name, parameters, arguments) {#name, (void **)&found_##name},
#define GROUP(group, EACH)                                                                                              \
    EACH(DEFINE)                                                                                                        \
    static const struct function group[] = {EACH(LIST){NULL, NULL}};

GROUP(typesetting, EACH_FUNCTION_OF_TYPESETTING)
GROUP(subsetting, EACH_FUNCTION_OF_SUBSETTING)
GROUP(codes, EACH_FUNCTION_OF_CODES)
GROUP(pictures, EACH_FUNCTION_OF_PICTURES)

#ifdef __APPLE__
#define FILE_NAME(name, version) "lib" name "." version ".dylib"
/// Where Homebrew puts libraries; the loader does not look there by itself.
static const char *const folders[] = {"", "/opt/homebrew/lib/", "/usr/local/lib/"};
#else
#define FILE_NAME(name, version) "lib" name ".so." version
static const char *const folders[] = {""};
#endif

static const char typesetting_file[] = FILE_NAME("pangoft2-1.0", "0");
static const char subsetting_file[] = FILE_NAME("harfbuzz-subset", "0");
static const char codes_file[] = FILE_NAME("qrencode", "4");
static const char pictures_file[] = FILE_NAME("png16", "16");

/// For each library, what is missing of it.
static const char *missing[3];

/// What a file depends on is searched with it.
static int find(const char *file, const struct function *functions) {
    void *handle = NULL;
    for (size_t i = 0; i < sizeof folders / sizeof *folders && !handle; i++) {
        char path[128];
        snprintf(path, sizeof path, "%s%s", folders[i], file);
        handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    }
    if (!handle) return 0;
    for (; functions->name; functions++) {
        if (!(*functions->place = dlsym(handle, functions->name))) return 0;
    }
    return 1;
}

#if defined(__linux__)
/// The path of something below the folder that `bin/planc` lies in; 0 when it is not there.
static int beside_program(const char *name, char *path, size_t size) {
    ssize_t length = readlink("/proc/self/exe", path, size - 1);
    if (length < 0) return 0;
    path[length] = 0;
    for (int i = 0; i < 2; i++) {
        char *slash = strrchr(path, '/');
        if (!slash) return 0;
        *slash = 0;
    }
    size_t used = strlen(path);
    return (size_t)snprintf(path + used, size - used, "/share/planc/%s", name) < size - used && access(path, R_OK) == 0;
}

/// A planc that was unpacked brings the fonts of its pages; where the system knows no fonts, they are the only ones.
static void use_own_fonts(int is_open) {
    static int has_configuration;
    char path[4096];
    if (!is_open) {
        int is_known = access("/etc/fonts/fonts.conf", R_OK) == 0 || getenv("FONTCONFIG_FILE") || getenv("FONTCONFIG_PATH");
        if (is_known || !beside_program("fonts.conf", path, sizeof path)) return;
        setenv("FONTCONFIG_FILE", path, 1);
        has_configuration = 1;
    } else if (!has_configuration && beside_program("fonts", path, sizeof path)) {
        FcConfigAppFontAddDir(NULL, (const FcChar8 *)path);
    }
}
#else
static void use_own_fonts(int is_open) { (void)is_open; }
#endif

static void open_typesetting(void) {
    use_own_fonts(0);
    if (!find(typesetting_file, typesetting)) missing[late_typesetting] = typesetting_file;
    else if (!find(subsetting_file, subsetting)) missing[late_typesetting] = subsetting_file;
    else use_own_fonts(1);
}

static void open_codes(void) {
    if (!find(codes_file, codes)) missing[late_codes] = codes_file;
}

static void open_pictures(void) {
    if (!find(pictures_file, pictures)) missing[late_pictures] = pictures_file;
}

int late_open(enum late_library library) {
    static pthread_once_t once[3] = {PTHREAD_ONCE_INIT, PTHREAD_ONCE_INIT, PTHREAD_ONCE_INIT};
    static void (*const openers[3])(void) = {open_typesetting, open_codes, open_pictures};
    pthread_once(&once[library], openers[library]);
    return missing[library] ? -1 : 0;
}

const char *late_missing_file(enum late_library library) { return late_open(library) ? missing[library] : NULL; }

int late_was_any_missing(void) {
    for (size_t i = 0; i < sizeof missing / sizeof *missing; i++) {
        if (missing[i]) return 1;
    }
    return 0;
}

struct text {
    char *bytes;
    size_t size;
};

static void add_line(struct text *text, const char *line) {
    size_t more = strlen(line) + 1;
    char *bytes = text->bytes ? realloc(text->bytes, text->size + more + 1) : NULL;
    if (!bytes) free(text->bytes);
    text->bytes = bytes;
    if (!bytes) return;
    snprintf(bytes + text->size, more + 1, "%s\n", line);
    text->size += more;
}

#ifdef __APPLE__
char *late_program_files(void) {
    struct text text = {calloc(1, 1), 0};
    for (uint32_t i = 0; i < _dyld_image_count(); i++) {
        const char *name = _dyld_get_image_name(i);
        // These are in no file of their own: they change with the system, which starts anew then.
        if (name && strncmp(name, "/usr/lib/", 9) != 0 && strncmp(name, "/System/", 8) != 0) add_line(&text, name);
    }
    return text.bytes;
}
#else
static int add_program_file(struct dl_phdr_info *info, size_t size, void *text) {
    (void)size;
    // The program itself has no name here; what the kernel puts into every process has no file.
    if (strncmp(info->dlpi_name, "linux-", 6) != 0) add_line(text, *info->dlpi_name ? info->dlpi_name : "/proc/self/exe");
    return 0;
}

char *late_program_files(void) {
    struct text text = {calloc(1, 1), 0};
    dl_iterate_phdr(add_program_file, &text);
    return text.bytes;
}
#endif
