#include "memory.h"

#if defined(__linux__)
// Linked, it stands in for malloc and free everywhere.
#include <mimalloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

/// What the linker calls the ends of the memory that begins as zeros.
extern char __bss_start, _end;

__attribute__((constructor)) static void set_options(void) {
    // The first memory of a thread, too.
    mi_option_set(mi_option_eager_commit_delay, 0);
    // What is free now is wanted again at once.
    mi_option_disable(mi_option_allow_decommit);
}

void planc_touch_written_memory(void) {
#if defined(MADV_POPULATE_WRITE)
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t first = (uintptr_t)&__bss_start / page * page;
    madvise((void *)first, (uintptr_t)&_end - first, MADV_POPULATE_WRITE);
#endif
}
#else
void planc_touch_written_memory(void) {}
#endif
