// The memory of the process: a plan of ten thousand files is a million small things, made on all cores.
#pragma once

/// From now on memory is asked of the system in large pages where it has them: for plans that need much of it.
void memory_use_large_pages(void);
