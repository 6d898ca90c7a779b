#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Run a test on a display and a session bus of its own, with folders of its own.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -m 700 "$folder/runtime"
export HOME="$folder" XDG_RUNTIME_DIR="$folder/runtime"
export XDG_DATA_HOME="$folder/data" XDG_CONFIG_HOME="$folder/config" XDG_CACHE_HOME="$folder/cache"
unset WAYLAND_DISPLAY

xvfb-run -a -s '-screen 0 1600x900x24' dbus-run-session -- "$@"
