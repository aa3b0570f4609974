#pragma once

/// What this target holds is for the linker; nothing of it is called.
