#pragma once

/// Gives two names to each other's files in one step (renameat2 with RENAME_EXCHANGE, or macOS's RENAME_SWAP).
/// Returns 0, or -1 with errno set; ENOSYS where the system has no such call.
int exchange_names(int one_folder, const char *one, int other_folder, const char *other);

/// Gives a file another name unless that name is taken (EEXIST). Returns 0, or -1 with errno set; EINVAL or ENOSYS where the
/// system or the file system cannot.
int rename_exclusively(int folder, const char *name, int new_folder, const char *new_name);

/// Gives an open file the mode, owner, access list and extended attributes of another one.
/// Returns 0 when it has all of them, or -1 with errno set.
int carry_attributes(int from, int to);

/// Has everything written to the file system of an open file reach the disk. Returns 0, or -1 with errno set.
int sync_file_system(int file);

/// Takes the lock of an open file or folder without waiting (flock). Returns 0, or -1 with errno set; EWOULDBLOCK when
/// somebody else has it.
int try_lock(int file);

/// Opens a path; the variable argument list of open is out of Swift's reach for some flags. Returns a descriptor or -1.
int open_at(int folder, const char *name, int flags, unsigned mode);

/// Whether the system always knows when something on a path's file system was changed last: 1 or 0, or -1 with errno set. Of a
/// file on another machine it may remember for a while what was true before.
int shows_changes(const char *path);
