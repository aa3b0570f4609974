#pragma once

/// Gives two names to each other's files in one step (renameat2 with RENAME_EXCHANGE, or macOS's RENAME_SWAP).
/// Returns 0, or -1 with errno set; ENOSYS where the system has no such call.
int exchange_names(const char *one, const char *other);
