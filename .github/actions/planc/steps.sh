#!/usr/bin/env bash
# What the action does, step by step: `steps.sh STEP`. A step fails for what the plan says, and for a package that is not what it
# should be; what this repository, its token or its runner lacks is said in a notice.
set -euo pipefail

say() { echo "::$1 title=planc::$2"; }
put() { echo "$1=$2" >>"$GITHUB_OUTPUT"; }

# Bytes of an address, or of a file.
fetch() {
    case "$1" in
    /* | ./* | ../*) cp "$1" "$2" ;;
    *) curl --fail --silent --show-error --location --proto '=https' --retry 3 --output "$2" "$1" ;;
    esac
}

# The release that the workflow pins, unpacked; its checksum is the workflow's.
unpack() {
    local name="planc-$PLANC_VERSION-linux-x86_64" place
    if [ "$(uname -s)-$(uname -m)" != Linux-x86_64 ]; then
        say warning "the package is for Linux on x86-64, this is $(uname -s) on $(uname -m): the plans are not judged"
        return 1
    fi
    place=$(mktemp -d "${RUNNER_TEMP:-/tmp}/planc.XXXXXX")
    if ! fetch "${PLANC_FROM%/}/$name.tar.xz" "$place/$name.tar.xz"; then
        say warning "planc could not be fetched from '$PLANC_FROM': the plans are not judged"
        return 1
    fi
    if ! echo "$PLANC_SHA256  $place/$name.tar.xz" | sha256sum --check --quiet - >/dev/null 2>&1; then
        say error "$name.tar.xz is not the file that 'sha256' names: it is not unpacked"
        exit 1
    fi
    if ! tar -xJf "$place/$name.tar.xz" -C "$place"; then
        say warning "the package cannot be unpacked here (it takes xz): the plans are not judged"
        return 1
    fi
    planc="$place/$name/bin/planc"
}

get() {
    local planc=""
    if [ -n "$PLANC" ]; then
        if command -v "$PLANC" >/dev/null; then planc=$(command -v "$PLANC"); fi
        [ -n "$planc" ] || say warning "there is no '$PLANC' here: the plans are not judged"
    elif [ -n "$PLANC_FROM" ]; then
        if [ -z "$PLANC_SHA256" ] || [ -z "$PLANC_VERSION" ]; then
            say error "'from' goes with 'version' and 'sha256', the checksum of the release"
            exit 1
        fi
        unpack || planc=""
    elif command -v planc >/dev/null; then
        planc=$(command -v planc)
    else
        say warning "planc is not installed here, and 'from' names no release to fetch: the plans are not judged"
    fi
    if [ -n "$planc" ] && ! "$planc" --version >/dev/null 2>&1; then
        say warning "planc does not run on this machine: the plans are not judged"
        planc=""
    fi
    put planc "$planc"
    put base "$(base)"
}

# The revision to compare with, when it is in this clone or can be fetched.
base() {
    [ -n "$PLANC_BASE" ] || return 0
    if git cat-file -e "$PLANC_BASE^{commit}" 2>/dev/null; then
        echo "$PLANC_BASE"
    elif [[ "$PLANC_BASE" =~ ^[0-9a-f]{40}$ ]] && git fetch --quiet --depth=1 origin "$PLANC_BASE" 2>/dev/null; then
        echo "$PLANC_BASE"
    else
        say notice "this clone does not hold the base of the change: what it means is not told (set 'fetch-depth: 0')" >&2
    fi
}

check() {
    local options=(--lang "$PLANC_LANGUAGE" --format github --format "sarif=$PLANC_SARIF") status=0
    if [ -n "$PLANC_BASE" ]; then options+=(--changed-first "$PLANC_BASE"); fi
    if [ "$PLANC_STRICT" = true ]; then options+=(--strict); fi
    "$PLANC" check "$PLANC_PATH" "${options[@]}" || status=$?
    put status "$status"
}

diff() {
    if ! "$PLANC" diff "$PLANC_BASE" --path "$PLANC_PATH" --lang "$PLANC_LANGUAGE" --format markdown --output planc-diff.md; then
        say notice "what the change means could not be told"
        return 0
    fi
    cat planc-diff.md >>"$GITHUB_STEP_SUMMARY"
    put told true
}

# One comment for each folder of plans, found again by its first line.
comment() {
    local marker id body
    if [ "$PLANC_IS_FORK" = true ]; then
        say notice "a change from a fork has no right to comment: it is told in the step summary alone"
        return 0
    fi
    if ! command -v gh >/dev/null; then
        say notice "gh is not installed here: the change is told in the step summary alone"
        return 0
    fi
    marker="<!-- planc $(printf %s "$PLANC_PATH" | sha256sum | cut -c1-12) -->"
    body=$(mktemp)
    { echo "$marker"; cat planc-diff.md; } >"$body"
    if id=$(MARKER=$marker gh api "repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments" --paginate \
        --jq '.[] | select(.body | startswith(env.MARKER)) | .id' | sed -n 1p); then
        if [ -n "$id" ]; then
            gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --field "body=@$body" >/dev/null && return 0
        else
            gh api --method POST "repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments" --field "body=@$body" >/dev/null && return 0
        fi
    fi
    say notice "the comment could not be written (it takes 'pull-requests: write'): the change is told in the step summary alone"
}

build() {
    local status=0
    "$PLANC" build "$PLANC_PATH" --output planc-packs --revision "${PLANC_REVISION:0:12}" || status=$?
    case "$status" in
    0) put made true ;;
    1) exit 1 ;;
    *) say notice "the packs could not be compiled here" ;;
    esac
}

# What the services of the forge refused, and then what the plan deserves.
result() {
    [ "$UPLOADED" != failure ] || say notice "code scanning did not take the findings: it is not on for this repository, or not for this token"
    [ "$KEPT" != failure ] || say notice "the packs could not be kept as an artefact"
    exit "${STATUS:-0}"
}

"$1"
