#!/usr/bin/env bash
# Whether a tag, the program's source and the changelog name one version: `version.sh v1.2.3`. What the changelog says of it goes
# into .build/packages/NOTES.md. The program's source is the one place that the version is written in.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(sed -n 's/.*static let version = "\(.*\)".*/\1/p' Sources/planc/Planc.swift)
if [ "$1" != "v$version" ]; then
    echo "the tag is $1, Sources/planc/Planc.swift says $version" >&2
    exit 1
fi
mkdir -p .build/packages
awk -v wanted="## $version" '/^## /{is_it = index($0, wanted) == 1} is_it' CHANGELOG.md >.build/packages/NOTES.md
if [ ! -s .build/packages/NOTES.md ]; then
    echo "CHANGELOG.md has no part '## $version': rename 'Unreleased' first" >&2
    exit 1
fi
for place in .github/actions/planc/action.yml .github/workflows/plans.yml .gitlab/planc.yml; do
    if ! grep -q "\"$version\"" "$place"; then
        echo "$place does not fetch $version" >&2
        exit 1
    fi
done
