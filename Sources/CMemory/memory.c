#include "memory.h"

#if defined(__linux__)
// Linked, it stands in for malloc and free everywhere.
#include <mimalloc.h>
#include <stdint.h>
#include <sys/mman.h>

/// mimalloc takes memory in segments of this size, at multiples of it.
static const uintptr_t SEGMENT = (uintptr_t)32 << 20;

__attribute__((constructor)) static void use_large_pages(void) {
    mi_option_enable(mi_option_large_os_pages);
    // The first memory of a thread, too.
    mi_option_set(mi_option_eager_commit_delay, 0);
    // What is free now is wanted again at once.
    mi_option_disable(mi_option_allow_decommit);
    // What was taken before this, by libraries as they are loaded, lies in a segment with room for all that this thread does.
    void *taken = mi_malloc(1);
    if (!taken) return;
    madvise((void *)((uintptr_t)taken & ~(SEGMENT - 1)), SEGMENT, MADV_HUGEPAGE);
    mi_free(taken);
}
#endif
