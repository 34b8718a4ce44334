#!/bin/sh
# Sets up what a make target needs, and nothing that is already there: Python, system packages, .venv.
# Usage: installer/prepare.sh run|tour|test|check      (POSIX sh; called by the Makefile, safe to call by hand)
#
# System packages come from apt, as root or through sudo without a password; otherwise the line to type is named.
# A second call is instant: .venv/prepared-* remembers which lock files it was made from.
set -eu
cd "$(dirname "$0")/.."

# What Qt loads even without a screen, and what a screen adds (Debian names; Ubuntu's …t64 twins count as the same).
window_packages="libegl1 libgl1 libglib2.0-0 libxkbcommon0 libdbus-1-3 libfontconfig1 libbrotli1 libcups2"
screen_packages="libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
# What some tests use: a real CUPS with an IPP printer, a second PDF rasteriser, a virtual screen.
test_packages="cups cups-ipp-utils poppler-utils xvfb xauth"

say() { echo "prepare: $*"; }
stop() { echo "prepare: $*" >&2; exit 1; }

# --- system packages ---------------------------------------------------------------------------------------------

# Prints those of the named packages that dpkg does not have; nothing on a system without dpkg.
missing_of() {
    command -v dpkg-query >/dev/null || return 0
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null)
    for package in "$@"; do
        printf '%s\n' "$installed" | grep -qxE "installed $(printf %s "$package" | sed 's/[.+]/\\&/g')(t64)?" ||
            printf '%s ' "$package"
    done
}

# Prints how this user may call apt-get: "as_root", "with_sudo", or nothing.
apt_way() {
    command -v apt-get >/dev/null || return 0
    if [ "$(id -u)" = 0 ]; then echo as_root
    elif sudo -n true 2>/dev/null; then echo with_sudo; fi
}

apt_get() {
    case $(apt_way) in
        as_root) env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -q -y "$@" ;;
        with_sudo) sudo -n env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -q -y "$@" ;;
        *) return 1 ;;
    esac
}

# Installs the named packages with apt; its words go to a log, shown only when it fails.
apt_install() {
    say "installing with apt: $*"
    log=$(mktemp)
    if { apt_get update && apt_get install --no-install-recommends "$@"; } >"$log" 2>&1; then
        rm -f "$log"
    else
        tail -n 5 "$log" >&2
        rm -f "$log"
        return 1
    fi
}

# Installs the named packages, or ends with the line that a person with the right to do so must type.
need_packages() {
    [ $# -gt 0 ] || return 0
    by_hand="apt-get update && apt-get install --no-install-recommends $*"
    [ -n "$(apt_way)" ] || stop "these system packages are missing, and installing them takes root. As root: $by_hand"
    apt_install "$@" || stop "apt could not install them. Is this machine online? Then as root: $by_hand"
}

# The same for packages that only some tests use: without them the rest still runs.
want_packages() {
    [ $# -gt 0 ] || return 0
    if [ -z "$(apt_way)" ] || ! apt_install "$@"; then
        say "going on without packages that only some tests use. As root: apt-get install --no-install-recommends $*"
    fi
}

prepare_system() {
    [ "$(uname -s)" = Linux ] || return 0
    wanted=$window_packages
    case $1 in
        check) return 0 ;;
        run) [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || wanted="$wanted $screen_packages" ;;
    esac
    # shellcheck disable=SC2046,SC2086  # lists of words are meant
    need_packages $(missing_of $wanted)
    # shellcheck disable=SC2046,SC2086
    [ "$1" != test ] || want_packages $(missing_of $test_packages)
}

# --- Python ------------------------------------------------------------------------------------------------------

# Prints the first Python on the path that the program runs on (pyproject.toml, requires-python).
find_python() {
    for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
}

make_venv() {
    python=$(find_python)
    if [ -z "$python" ] && [ -n "$(missing_of python3)" ]; then
        need_packages python3 python3-venv
        python=$(find_python)
    fi
    [ -n "$python" ] || stop "no Python 3.11, 3.12 or 3.13 found. Install one, or name it: make ... PYTHON=/path/to/python3.11"
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        need_packages "python$version-venv"
    fi
    say "making .venv with Python $version"
    "$python" -m venv --clear .venv || stop "Python could not make .venv; see the lines above."
}

# The facts a finished .venv depends on; other facts, another set-up.
fingerprint() { cat "$1" pyproject.toml installer/prepare.sh | cksum; }

is_prepared() { [ "$(cat ".venv/prepared-$1" 2>/dev/null)" = "$(fingerprint "$1")" ]; }

install_locked() {
    lock=$1
    .venv/bin/pip --version >/dev/null 2>&1 || make_venv
    [ -w .venv ] || stop ".venv belongs to another user; remove it or work in a clone of your own."
    say "installing what $lock names (once; a minute or two)"
    pip="env PIP_DISABLE_PIP_VERSION_CHECK=1 .venv/bin/python -m pip install --quiet --compile"
    $pip --require-hashes -r "$lock" || stop "pip could not install $lock. Is this machine online? Then try again."
    $pip --no-deps --editable . || stop "pip could not install the program itself into .venv; see the lines above."
    if [ "$(uname -s)" = Linux ] && [ "$2" != check ]; then
        .venv/bin/python -c 'import PySide6.QtWidgets, PySide6.QtPrintSupport' ||
            stop "Qt lacks a system library (named above); on Debian: apt-get install $window_packages"
    fi
    fingerprint "$lock" >".venv/prepared-$lock"
    say "ready"
}

case ${1:-} in
    run | tour) lock=requirements.lock ;;
    test | check) lock=requirements-dev.lock ;;
    *) stop "usage: installer/prepare.sh run|tour|test|check" ;;
esac
prepare_system "$1"
is_prepared "$lock" || { [ "$lock" = requirements.lock ] && is_prepared requirements-dev.lock; } || install_locked "$lock" "$1"
