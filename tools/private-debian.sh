# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154,SC2016
#
# A private Debian for machines whose GTK is too old; part of ../dev, which reads this file.
# make_root makes it in $root, enter_root sets $box to what runs a command inside it.

debian_suite=trixie
debian_mirror=http://deb.debian.org/debian     # where the machine itself is no Debian

# Names the private Debian by what is in it, so that a new list of packages makes a new one.
root_name ()
{
  local sum
  sum=$(printf '%s\n' 1 "$debian_suite" "${build_packages[@]}" "${test_packages[@]}" | sha256sum)
  echo "root-${sum:0:12}"
}

# --- Making it --------------------------------------------------------------------------------

make_root ()
{
  local lock tools=() tool
  for tool in mmdebstrap:mmdebstrap bwrap:bubblewrap newuidmap:uidmap; do
    command -v "${tool%:*}" > /dev/null || tools+=("${tool#*:}")
  done
  need_packages 'GTK on this machine is too old; a private Debian 13 is used instead' "${tools[@]}"
  if [ "$(id -u)" != 0 ] && ! grep -qs "^\($(id -un)\|$(id -u)\):" /etc/subuid; then
    die 'making a private Debian 13 needs subordinate user ids. Please run:' \
        "sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
  fi

  mkdir -p "${root%/*}"
  exec {lock}> "${root%/*}/lock"
  flock -n "$lock" || { say 'waiting for another ./dev, which makes the private Debian'; flock "$lock"; }
  if [ ! -e "$root/etc/heed-root" ]; then
    say "making a private Debian 13 in $root (once; some minutes and 2 GB)"
    remove_root "$root.part"
    unpack_root "$root.part" || { remove_root "$root.part"; die 'making the private Debian failed'; }
    mv "$root.part" "$root"
  fi
  exec {lock}>&-
}

unpack_root () # FOLDER
{
  local mode=unshare mirror options packages="${build_packages[*]} ${test_packages[*]}"
  [ "$(id -u)" != 0 ] || mode=root
  # The machine's own way to Debian: its mirror, if it is a Debian, and what apt was told of proxies.
  mirror=$(apt-get indextargets --format '$(ORIGIN) $(LABEL) $(REPO_URI)' 'Created-By: Packages' \
             2> /dev/null | sed -n 's,^Debian Debian \(https\?://.*[^/]\)/*$,\1,p' | head -n 1 || true)
  mapfile -t options < <(apt-config dump --format '%F "%v";%n' 2> /dev/null |
    grep -E '^Acquire::((https?|ftp)::|Check-|Retries|Force)' | grep -v ' "";$' | sed 's/^/--aptopt=/' || true)

  # By way of a tar archive, because its files then belong to whoever unpacks it: they can be seen
  # and removed without further ado. Made where other user ids may look, which a home folder forbids.
  mkdir "$1" &&
  HOME=/ TMPDIR=/var/tmp mmdebstrap --quiet --mode="$mode" --variant=apt --format=tar "${options[@]}" \
      --dpkgopt=force-unsafe-io --dpkgopt='path-exclude=/usr/share/doc/*' \
      --include="${packages// /,}" "$debian_suite" - "${mirror:-$debian_mirror}" |
    tar -x -C "$1" --exclude='./dev/*' >&2 &&
  tr -d - < /proc/sys/kernel/random/uuid > "$1/etc/machine-id" || return
  if [ "$(id -u)" != 0 ]; then                   # inside, too, the user has a name
    getent passwd "$(id -u)" >> "$1/etc/passwd" || true
    getent group "$(id -g)" >> "$1/etc/group" || true
  fi
  echo "$key" > "$1/etc/heed-root"
}

remove_root () # FOLDER
{
  [ ! -e "$1" ] || { chmod -R u+rwX "$1" && rm -rf "$1"; }
}

# --- Being inside -----------------------------------------------------------------------------

# The file system inside starts empty. Into it go the private Debian's own folders, read-only, and
# every folder of the machine that is no part of its system, at its own place and writable.

enter_root ()
{
  local folder shown=()
  local -A laid=()
  box=(env -i)
  keep_variables
  box+=(PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin "$(command -v bwrap)" --die-with-parent)
  shopt -s nullglob
  lay /
  for folder in /*; do
    case $folder in
      /bin | /boot | /dev | /etc | /lib* | /lost+found | /proc | /run | /sbin | /sys | /usr | /var) ;;
      *) if [ -L "$folder" ]; then box+=(--symlink "$(readlink "$folder")" "$folder")
         elif [ -d "$folder" ] && [ -r "$folder" ] && [ -x "$folder" ]; then bind_folder "$folder"
         fi ;;
    esac
  done
  shopt -u nullglob
  box+=(--dev-bind /dev /dev --bind /proc /proc --ro-bind /sys /sys --dir /run)
  for folder in /run/dbus /run/media /run/user /var/tmp; do [ ! -d "$folder" ] || bind_folder "$folder"; done
  for folder in "$HOME" "$here" "$PWD" "${TMPDIR-}" "${XDG_RUNTIME_DIR-}"; do show "$folder"; done
  box+=(--chdir "$PWD" --)
}

# Only variables that mean something inside are kept; the machine's search paths do not.
keep_variables ()
{
  local name zone
  for name in $(compgen -e); do
    case $name in
      HOME | USER | LOGNAME | TERM | COLORTERM | NO_COLOR | LANG | LANGUAGE | LC_* | TZ | CI | TMPDIR | \
      DISPLAY | WAYLAND_DISPLAY | XAUTHORITY | DBUS_SESSION_BUS_ADDRESS | EDITOR | GIT_* | MESON_* | \
      XDG_RUNTIME_DIR | XDG_*_HOME | XDG_SESSION_* | XDG_CURRENT_DESKTOP | NINJA_STATUS | *SAN_OPTIONS | \
      G_* | GLIB_* | GTK_* | GDK_* | GSK_* | ADW_* | AT_SPI_* | GSETTINGS_BACKEND | HEED_*)
        box+=("$name=${!name}") ;;
    esac
  done
  if [ -z "${TZ-}" ]; then                       # the zone of the machine, which a file tells
    zone=$(readlink -f /etc/localtime || true)
    [[ $zone != */zoneinfo/* ]] || box+=("TZ=${zone#*/zoneinfo/}")
  fi
}

bind_folder () # FOLDER
{
  box+=(--bind "$1" "$1")
  shown+=("$1")
}

# Lay out one by one what the private Debian has in a folder, so that there is room for more beside it.
lay () # FOLDER
{
  local entry place
  laid[$1]=1
  for entry in "$root${1%/}"/*; do
    place=${entry#"$root"}
    case $place in
      /boot | /dev | /home | /media | /mnt | /opt | /proc | /root | /run | /srv | /sys | /tmp) ;;
      *) if [ -L "$entry" ]
         then box+=(--symlink "$(readlink "$entry")" "$place")
         elif [ -e "$entry" ]
         then box+=(--ro-bind "$entry" "$place")
         fi ;;
    esac
  done
}

# Show a folder of the machine that lies among its system's, as a home folder in /var/lib does.
show () # FOLDER
{
  local part parent=/ parts
  [[ $1 = /* && -d $1 ]] || return 0
  for part in "${shown[@]}"; do [[ $1/ != "$part"/* ]] || return 0; done
  IFS=/ read -ra parts <<< "${1#/}"
  for part in "${parts[@]}"; do
    if [ ! -e "$root${parent%/}/$part" ]; then
      if [ -z "${laid[$parent]-}" ]; then
        box+=(--tmpfs "$parent")
        lay "$parent"
      fi
      bind_folder "$1"
      return
    fi
    parent=${parent%/}/$part
  done
}
