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
# What some tests use: a real CUPS with an IPP printer on a bus of its own, a second PDF rasteriser, a virtual screen,
# a pooler in front of PostgreSQL, a browser for the public page.
test_packages="chromium cups cups-ipp-utils dbus-daemon pgbouncer poppler-utils xvfb xauth"

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

# Installs the named packages with apt; its words are shown only when it fails.
apt_install() {
    say "installing with apt: $*"
    log=$(mktemp)
    code=0
    { apt_get update && apt_get install --no-install-recommends "$@"; } >"$log" 2>&1 || code=$?
    [ "$code" = 0 ] || tail -n 5 "$log" >&2
    rm -f "$log"
    return "$code"
}

# Installs what is missing for the target named. What the program cannot do without ends the set-up with the line to
# type; without the packages that only some tests use, it goes on.
prepare_system() {
    [ "$(uname -s)" = Linux ] || return 0
    needed=$(python_packages)
    wanted=
    # shellcheck disable=SC2086  # lists of words are meant
    case $1 in
        run) needed="$needed$(missing_of $window_packages)"
             [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || needed="$needed$(missing_of $screen_packages)" ;;
        tour) needed="$needed$(missing_of $window_packages)" ;;
        test) needed="$needed$(missing_of $window_packages)"; wanted=$(missing_of $test_packages) ;;
    esac
    [ -n "$needed$wanted" ] || return 0
    by_hand="apt-get update && apt-get install --no-install-recommends $needed$wanted"
    if [ -z "$(apt_way)" ]; then
        [ -z "$needed" ] || stop "system packages are missing, and installing them takes root. As root: $by_hand"
        say "going on without packages that some tests use; those tests will fail. As root: $by_hand"
        return 0
    fi
    # shellcheck disable=SC2086
    { [ -z "$needed" ] || apt_install $needed; } ||
        stop "apt could not install them (is this machine online?). As root: $by_hand"
    # shellcheck disable=SC2086
    { [ -z "$wanted" ] || apt_install $wanted; } ||
        say "going on without packages that some tests use; those tests will fail. As root: $by_hand"
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

# Whether .venv runs and was made in this very folder: a moved one still names the old place in its scripts.
is_whole_venv() { grep -qF "$(pwd -P)/.venv" .venv/pyvenv.cfg 2>/dev/null && .venv/bin/python -c 'import pip' 2>/dev/null; }

# Prints the packages still needed to make .venv: Debian keeps the venv module of its Python apart.
python_packages() {
    ! is_whole_venv || return 0
    python=$(find_python)
    if [ -z "$python" ]; then
        [ -z "$(missing_of python3)" ] || printf 'python3 python3-venv '
    elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        "$python" -c 'import sys; print("python%d.%d-venv " % sys.version_info[:2], end="")'
    fi
}

make_venv() {
    python=$(find_python)
    [ -n "$python" ] || stop "no Python 3.11, 3.12 or 3.13 found. Install one, or name it: make ... PYTHON=/path/to/python3.11"
    say "making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv || stop "Python could not make .venv; see the lines above."
}

# The facts a finished .venv depends on; other facts, another set-up.
fingerprint() { cat "$1" installer/prepare.sh | cksum; }

is_prepared() { [ "$(cat ".venv/prepared-$1" 2>/dev/null)" = "$(fingerprint "$1")" ]; }

install_locked() {
    lock=$1
    is_whole_venv || make_venv
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
