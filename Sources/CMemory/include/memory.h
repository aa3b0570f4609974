// The memory of the process: a plan is many small things, made on all cores, and a page that is touched for the first time costs
// as much as a thousand steps of a program. So it is asked of the system in large pages where it has them.
#pragma once

/// What this target does is done before `main`; nothing of it is called.
