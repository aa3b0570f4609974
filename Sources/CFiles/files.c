#define _GNU_SOURCE
#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#if defined(__APPLE__)
#include <copyfile.h>
#include <sys/time.h>
#endif

int exchange_names(int one_folder, const char *one, int other_folder, const char *other) {
#if defined(__linux__)
    return renameat2(one_folder, one, other_folder, other, RENAME_EXCHANGE);
#elif defined(__APPLE__)
    return renameatx_np(one_folder, one, other_folder, other, RENAME_SWAP);
#else
    (void)one_folder, (void)one, (void)other_folder, (void)other;
    errno = ENOSYS;
    return -1;
#endif
}

int rename_exclusively(int folder, const char *name, int new_folder, const char *new_name) {
#if defined(__linux__)
    return renameat2(folder, name, new_folder, new_name, RENAME_NOREPLACE);
#elif defined(__APPLE__)
    return renameatx_np(folder, name, new_folder, new_name, RENAME_EXCL);
#else
    (void)folder, (void)name, (void)new_folder, (void)new_name;
    errno = ENOSYS;
    return -1;
#endif
}

#if defined(__linux__)
/// Access lists are among the extended attributes (system.posix_acl_access).
static int carry_extended(int from, int to) {
    ssize_t size = flistxattr(from, NULL, 0);
    if (size <= 0) return size == 0 || errno == ENOTSUP ? 0 : -1;
    char *names = malloc((size_t)size);
    if (!names) return -1;
    size = flistxattr(from, names, (size_t)size);
    int result = size < 0 ? -1 : 0;
    for (ssize_t at = 0; at < size && result == 0; at += (ssize_t)strlen(names + at) + 1) {
        const char *name = names + at;
        ssize_t length = fgetxattr(from, name, NULL, 0);
        char *value = length < 0 ? NULL : malloc((size_t)length + 1);
        if (!value) {
            result = -1;
        } else {
            length = fgetxattr(from, name, value, (size_t)length);
            // What the system gives every new file by itself (a label) may be refused when it is the same.
            if (length < 0 || (fsetxattr(to, name, value, (size_t)length, 0) != 0 && strncmp(name, "security.", 9) != 0))
                result = -1;
            free(value);
        }
    }
    free(names);
    return result;
}
#endif

int carry_attributes(int from, int to) {
    struct stat status, own;
    if (fstat(from, &status) != 0 || fstat(to, &own) != 0) return -1;
    if ((status.st_uid != own.st_uid || status.st_gid != own.st_gid) && fchown(to, status.st_uid, status.st_gid) != 0) return -1;
#if defined(__linux__)
    if (carry_extended(from, to) != 0) return -1;
#elif defined(__APPLE__)
    if (fcopyfile(from, to, NULL, COPYFILE_ACL | COPYFILE_XATTR) != 0) return -1;
#endif
    // Last: a change of owner takes the set-id bits away, an access list sets the group's.
    return fchmod(to, status.st_mode & 07777);
}

int sync_file_system(int file) {
#if defined(__linux__)
    return syncfs(file);
#else
    return fsync(file);
#endif
}

int try_lock(int file) {
    int result;
    do result = flock(file, LOCK_EX | LOCK_NB);
    while (result != 0 && errno == EINTR);
    return result;
}

int open_at(int folder, const char *name, int flags, unsigned mode) {
    int file;
    do file = openat(folder, name, flags, (mode_t)mode);
    while (file < 0 && errno == EINTR);
    return file;
}

#ifdef __APPLE__
#include <sys/mount.h>
#include <sys/param.h>

int shows_changes(const char *path) {
    struct statfs status;
    if (statfs(path, &status) != 0) return -1;
    return (status.f_flags & MNT_LOCAL) != 0;
}
#else
#include <stdint.h>
#include <sys/vfs.h>

int shows_changes(const char *path) {
    // ext4, XFS, Btrfs, tmpfs, overlayfs, ZFS, F2FS, bcachefs.
    static const uint32_t known[] = {0xEF53, 0x58465342, 0x9123683E, 0x01021994, 0x794C7630, 0x2FC12FC1, 0xF2F52010, 0xCA451A4E};
    struct statfs status;
    if (statfs(path, &status) != 0) return -1;
    for (unsigned i = 0; i < sizeof known / sizeof *known; i++) {
        if ((uint32_t)status.f_type == known[i]) return 1;
    }
    return 0;
}
#endif
