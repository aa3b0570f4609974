#pragma once

/// What is opened when something needs it first, and not at every start. The functions of these libraries have their own names
/// and the types of their own headers; none may be called before `late_open` has found its library.
enum late_library { late_typesetting, late_codes, late_pictures };

/// Opens a library, once; threads may ask at the same time. Returns 0, or -1 when it is not installed, or too old.
int late_open(enum late_library library);

/// The first file of a library that is missing or lacks a function, as its system names it; nil once it is open.
const char *late_missing_file(enum late_library library);

/// Whether one of them was to be opened and is missing.
int late_was_any_missing(void);

/// The files that this process runs, a line each: planc and the libraries that are open, in the order in which they were
/// opened. Whoever asks frees it; nil when there is no memory.
char *late_program_files(void);
