// The memory of the process: a plan is many small things, made on all cores.
//
// Large pages are not asked for: where memory is in pieces, as it is after some hours of any work, the system stops the program until it
// has made one, and a plan of ten thousand files took twice as long; where it is not, nothing was gained.
#pragma once

/// Touches the memory that is written while a plan is read, in one call and before there are threads: a page that is read first and
/// written later, page by page, stops every core each time. Where the system cannot do it, nothing happens.
void planc_touch_written_memory(void);
