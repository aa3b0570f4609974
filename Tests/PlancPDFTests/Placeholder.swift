// This target's first real test takes this file's place.
