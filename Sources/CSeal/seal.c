#include "seal.h"

#include <dlfcn.h>
#include <pthread.h>
#include <qpdf/qpdf-c.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// The functions of libqpdf that encrypting needs, with the types of its header.
#define EACH_FUNCTION(X)                                                                                              \
    X(qpdf_init) X(qpdf_cleanup) X(qpdf_silence_errors) X(qpdf_set_suppress_warnings) X(qpdf_read_memory)             \
    X(qpdf_init_write_memory) X(qpdf_set_object_stream_mode) X(qpdf_set_r6_encryption_parameters2) X(qpdf_write)      \
    X(qpdf_get_buffer) X(qpdf_get_buffer_length) X(qpdf_is_encrypted) X(qpdf_get_num_pages)                         \
    X(qpdf_has_error) X(qpdf_get_error) X(qpdf_get_error_full_text)

static struct {
#define DECLARE(name) __typeof__(name) *name;
    EACH_FUNCTION(DECLARE)
#undef DECLARE
} library;

static int is_loaded;

/// By the names of its versions 11 and 12, and the one of a machine that builds.
static const char *const names[] = {
#ifdef __APPLE__
    "libqpdf.dylib", "/opt/homebrew/lib/libqpdf.dylib", "/usr/local/lib/libqpdf.dylib",
#else
    "libqpdf.so.29", "libqpdf.so.30", "libqpdf.so",
#endif
};

static void load(void) {
    void *handle = NULL;
    for (size_t i = 0; i < sizeof names / sizeof *names && !handle; i++) handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    if (!handle) return;
    int found = 1;
#define FIND(name) found &= (library.name = (__typeof__(name) *)dlsym(handle, #name)) != NULL;
    EACH_FUNCTION(FIND)
#undef FIND
    is_loaded = found;
}

static int encrypt_with(
    qpdf_data pdf, const char *bytes, size_t count, const char *password, unsigned char **result, size_t *result_count) {
    if (library.qpdf_read_memory(pdf, "document", bytes, count, NULL) & QPDF_ERRORS) return -1;
    if (library.qpdf_init_write_memory(pdf) & QPDF_ERRORS) return -1;
    library.qpdf_set_object_stream_mode(pdf, qpdf_o_preserve);
    // Readers may print and listen; nobody is given an owner's password, so it is the same.
    library.qpdf_set_r6_encryption_parameters2(pdf, password, password, 1, 1, 0, 0, 0, 0, qpdf_r3p_full, 1);
    if (library.qpdf_write(pdf) & QPDF_ERRORS) return -1;
    const unsigned char *buffer = library.qpdf_get_buffer(pdf);
    size_t length = library.qpdf_get_buffer_length(pdf);
    if (!buffer || !(*result = malloc(length))) return -1;
    memcpy(*result, buffer, length);
    *result_count = length;
    return 0;
}

const char *seal_missing_file(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return is_loaded ? NULL : names[0];
}

static qpdf_data started(char *reason, size_t reason_size) {
    qpdf_data pdf = seal_missing_file() ? NULL : library.qpdf_init();
    if (!pdf) {
        snprintf(reason, reason_size, "libqpdf does not start");
        return NULL;
    }
    library.qpdf_silence_errors(pdf);
    library.qpdf_set_suppress_warnings(pdf, 1);
    return pdf;
}

static int finished(qpdf_data pdf, int status, char *reason, size_t reason_size) {
    if (status) {
        qpdf_error error = library.qpdf_has_error(pdf) ? library.qpdf_get_error(pdf) : NULL;
        const char *text = error ? library.qpdf_get_error_full_text(pdf, error) : NULL;
        snprintf(reason, reason_size, "%s", text ? text : "libqpdf gives no reason");
    }
    library.qpdf_cleanup(&pdf);
    return status;
}

int encrypt_pdf(
    const char *bytes, size_t count, const char *password, unsigned char **result, size_t *result_count, char *reason,
    size_t reason_size) {
    qpdf_data pdf = started(reason, reason_size);
    if (!pdf) return -1;
    int status = encrypt_with(pdf, bytes, count, password, result, result_count);
    return finished(pdf, status, reason, reason_size);
}

int open_pdf(const char *bytes, size_t count, const char *password, char *reason, size_t reason_size) {
    qpdf_data pdf = started(reason, reason_size);
    if (!pdf) return -1;
    int status = library.qpdf_read_memory(pdf, "document", bytes, count, password) & QPDF_ERRORS ? -1 : 0;
    if (!status && (!library.qpdf_is_encrypted(pdf) || library.qpdf_get_num_pages(pdf) < 1)) status = -1;
    return finished(pdf, status, reason, reason_size);
}
