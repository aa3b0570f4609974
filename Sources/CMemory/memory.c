#include "memory.h"

#if defined(__linux__)
// Linked, it stands in for malloc and free everywhere.
#include <mimalloc.h>

void memory_use_large_pages(void) {
    mi_option_enable(mi_option_large_os_pages);
    // What is free now is wanted again at once.
    mi_option_disable(mi_option_allow_decommit);
}
#else
void memory_use_large_pages(void) {}
#endif
