#pragma once

#include <stddef.h>

/// Memory that is given back all at once, of the thread that asks for it: what a parser of text needs while it reads one
/// text. Calls nest: what was taken after a `scratch_begin` goes with its `scratch_end`.
typedef struct {
    void *chunk;
    size_t used;
} scratch_mark;

scratch_mark scratch_begin(void);
void scratch_end(scratch_mark mark);

/// As their namesakes of the C library, zeroes included; without memory they end the process, and nothing is freed before
/// its time.
void *scratch_calloc(size_t count, size_t size);
void *scratch_realloc(void *block, size_t size);
void scratch_free(void *block);
