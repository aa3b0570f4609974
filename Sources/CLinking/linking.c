#include "linking.h"

#if defined(__linux__)
// The Swift driver hands the flags of this section to the linker before the libraries that pkg-config names; flags of the
// manifest come after them, too late for these.
//
// Libraries of which nothing is used are left out: those of CLate are opened when they are needed. A planc to give away holds
// the small ones inside.
__attribute__((section(".swift1_autolink_entries"), used)) static const char flags[] =
    "-Wl,--as-needed"
#if defined(PLANC_DISTRIBUTED)
    "\0-static-libgcc\0-l:libstdc++.a"
    "\0-l:libcmark.a\0-l:libyaml.a\0-l:libsodium.a\0-l:libstemmer.a\0-l:libz.a"
#endif
    ;
#endif
