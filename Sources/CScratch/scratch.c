#include "scratch.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Blocks lie in chunks, each after its size, all at multiples of 16 bytes.
typedef struct chunk {
    struct chunk *before;
    size_t size;
    unsigned char bytes[] __attribute__((aligned(16)));
} chunk;

enum { ALIGNMENT = 16, CHUNK = 256 * 1024 };

static _Thread_local chunk *current;
static _Thread_local size_t used;

scratch_mark scratch_begin(void) { return (scratch_mark){current, used}; }

void scratch_end(scratch_mark mark) {
    // The first chunk of a thread stays for its next text.
    while (current != mark.chunk && current->before) {
        chunk *last = current;
        current = last->before;
        free(last);
    }
    used = current == mark.chunk ? mark.used : 0;
}

static void *take(size_t size) {
    if (size > SIZE_MAX / 4) abort();
    size_t whole = (size + 2 * ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (!current || current->size - used < whole) {
        size_t room = whole > CHUNK ? whole : CHUNK;
        chunk *next = malloc(sizeof(chunk) + room);
        if (!next) abort();
        next->before = current;
        next->size = room;
        current = next;
        used = 0;
    }
    unsigned char *block = current->bytes + used;
    used += whole;
    *(size_t *)block = size;
    return block + ALIGNMENT;
}

void *scratch_calloc(size_t count, size_t size) {
    size_t whole;
    if (__builtin_mul_overflow(count, size, &whole)) abort();
    return memset(take(whole), 0, whole);
}

void *scratch_realloc(void *block, size_t size) {
    if (!block) return take(size);
    size_t *old = (size_t *)((unsigned char *)block - ALIGNMENT);
    if (size <= *old) return block;
    // The last block grows where it stands.
    size_t start = (size_t)((unsigned char *)block - current->bytes);
    size_t had = (*old + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (start < used && start + had == used && size <= current->size - start - ALIGNMENT) {
        *old = size;
        used = start + ((size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1));
        return block;
    }
    void *copy = take(size);
    return memcpy(copy, block, *old);
}

void scratch_free(void *block) { (void)block; }
