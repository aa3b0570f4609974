// Laid under planc with LD_PRELOAD: counts the calls that change a disk, ends the process before the n-th one (PLANC_DIES), lacks
// calls (PLANC_LACKS: letters x for the exchange of names, l for links), and fills the disk after so many bytes (PLANC_SPACE).
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_long calls, written;

static long setting(const char *name) {
    const char *text = getenv(name);
    return text ? atol(text) : -1;
}

static int lacks(char letter) {
    const char *text = getenv("PLANC_LACKS");
    return text && strchr(text, letter);
}

/// True for the call before which the process ends.
static int is_last(void) { return atomic_fetch_add(&calls, 1) + 1 == setting("PLANC_DIES"); }

static void die(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

static void change(void) {
    if (is_last()) die();
}

__attribute__((destructor)) static void tell(void) {
    const char *path = getenv("PLANC_COUNT");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (!file) return;
    fprintf(file, "%ld\n", atomic_load(&calls));
    fclose(file);
}

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = dlsym(RTLD_NEXT, #name)

ssize_t write(int file, const void *bytes, size_t count) {
    REAL(ssize_t, write, int, const void *, size_t);
    struct stat status;
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) return real(file, bytes, count);
    if (is_last()) {
        real(file, bytes, count / 2);
        die();
    }
    long space = setting("PLANC_SPACE");
    if (space >= 0) {
        long left = space - atomic_load(&written);
        if (left <= 0) {
            errno = ENOSPC;
            return -1;
        }
        if ((long)count > left) count = (size_t)left;
    }
    ssize_t done = real(file, bytes, count);
    if (done > 0) atomic_fetch_add(&written, done);
    return done;
}

int mkdirat(int folder, const char *name, mode_t mode) {
    REAL(int, mkdirat, int, const char *, mode_t);
    change();
    return real(folder, name, mode);
}

int unlinkat(int folder, const char *name, int flags) {
    REAL(int, unlinkat, int, const char *, int);
    change();
    return real(folder, name, flags);
}

int renameat(int folder, const char *name, int other, const char *new) {
    REAL(int, renameat, int, const char *, int, const char *);
    change();
    return real(folder, name, other, new);
}

int renameat2(int folder, const char *name, int other, const char *new, unsigned flags) {
    REAL(int, renameat2, int, const char *, int, const char *, unsigned);
    change();
    if (lacks('x') && flags == RENAME_EXCHANGE) {
        errno = EINVAL;
        return -1;
    }
    return real(folder, name, other, new, flags);
}

int linkat(int folder, const char *name, int other, const char *new, int flags) {
    REAL(int, linkat, int, const char *, int, const char *, int);
    change();
    if (lacks('l')) {
        errno = EPERM;
        return -1;
    }
    return real(folder, name, other, new, flags);
}

int ftruncate(int file, off_t size) {
    REAL(int, ftruncate, int, off_t);
    change();
    return real(file, size);
}

#define OPENAT(name)                                                      \
    int name(int folder, const char *path, int flags, ...) {              \
        REAL(int, name, int, const char *, int, ...);                     \
        mode_t mode = 0;                                                  \
        if (flags & (O_CREAT | O_TMPFILE)) {                              \
            va_list rest;                                                 \
            va_start(rest, flags);                                        \
            mode = (mode_t)va_arg(rest, int);                             \
            va_end(rest);                                                 \
        }                                                                 \
        if (flags & O_CREAT) change();                                    \
        return real(folder, path, flags, mode);                           \
    }
OPENAT(openat)
OPENAT(openat64)
