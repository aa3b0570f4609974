#pragma once

#include <stddef.h>

/// The file of libqpdf, when it is not installed or too old; nil once it is open.
const char *seal_missing_file(void);

/// Writes a PDF anew so that only `password` opens it (AES-256, ISO 32000-2 revision 6), by libqpdf.
///
/// libqpdf is loaded at the first call, and with it the cryptography library that it is built on: what does not
/// encrypt does not pay for them when it starts.
///
/// Returns 0 and gives `result` (to be freed by the caller) and its length; else it gives the reason in `reason`.
int encrypt_pdf(
    const char *bytes, size_t count, const char *password, unsigned char **result, size_t *result_count, char *reason,
    size_t reason_size);

/// Opens an encrypted PDF with a password, by libqpdf, and counts its pages.
///
/// Returns 0 when that works; else, also for a PDF that is not encrypted, the reason is in `reason`.
int open_pdf(const char *bytes, size_t count, const char *password, char *reason, size_t reason_size);
