#!/usr/bin/env bash
# Writes SHA256SUMS into a folder of packages, and signs it with the secret key in PLANC_RELEASE_KEY (the text of a minisign key
# file), whose password is in PLANC_RELEASE_KEY_PASSWORD. The project holds no such key.
set -euo pipefail
cd "$1"
find . -maxdepth 1 -type f -name 'planc*' -printf '%P\n' | LC_ALL=C sort | xargs sha256sum >SHA256SUMS
if [ -z "${PLANC_RELEASE_KEY:-}" ]; then
    echo "the checksums are not signed: the release needs the secret PLANC_RELEASE_KEY, a minisign key of the owner's" >&2
    exit 1
fi
key=$(mktemp)
trap 'rm -f "$key"' EXIT
printf '%s\n' "$PLANC_RELEASE_KEY" >"$key"
printf '%s\n' "${PLANC_RELEASE_KEY_PASSWORD:-}" | minisign -S -s "$key" -m SHA256SUMS -t "planc $(sed -n 's/.*planc-\([0-9][^-]*\)-linux.*/\1/p' SHA256SUMS | head -n 1)"
