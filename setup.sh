#!/usr/bin/env bash
# Installs, through apt, the packages that tauroa needs and this system lacks. With nothing missing it does nothing,
# and needs no rights. A CUDA toolkit is used where there is one, and never installed.
#
#   ./setup.sh [--test] [--lint]      --test: also what check.sh needs;  --lint: also what .ci/run needs
set -euo pipefail

# Debian 12 and Ubuntu 24.04 use the same names.
packages=(g++ cmake ninja-build pkg-config git
          libboost-dev libeigen3-dev libhdf5-dev libcli11-dev nlohmann-json3-dev libtomlplusplus-dev libxxhash-dev librandom123-dev zlib1g-dev
          python3-numpy python3-h5py python3-matplotlib)
test_packages=(libgtest-dev libmpfi-dev libopenmpi-dev openmpi-bin procps python3-xarray python3-h5netcdf python3-netcdf4 netcdf-bin
               g++-aarch64-linux-gnu qemu-user) # the last two: the tests of the NEON code on other processors
lint_packages=(clang-format clang-tidy)

fail() {
    echo "setup.sh: $*" >&2
    exit 1
}

for option in "$@"; do
    case $option in
        --test) packages+=("${test_packages[@]}") ;;
        --lint) packages+=("${lint_packages[@]}") ;;
        *) echo "setup.sh: unknown option '$option'; use --test, --lint or none" >&2; exit 2 ;;
    esac
done

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    fail "this system has no apt. Install by hand what these Debian packages hold: ${packages[*]}." \
         "Then: cmake --preset release && cmake --build --preset release"
fi

# A name that dpkg has never heard of makes dpkg-query fail; it still lists the others.
installed=$(dpkg-query --show --showformat='${Package} ${db:Status-Status}\n' "${packages[@]}" 2>/dev/null || true)
missing=()
for package in "${packages[@]}"; do
    grep -qxF "$package installed" <<<"$installed" || missing+=("$package")
done
[[ ${#missing[@]} -gt 0 ]] || exit 0

as_root=()
if [[ $EUID -ne 0 ]]; then
    command -v sudo >/dev/null || fail "missing packages, and neither root nor sudo to install them: ${missing[*]}"
    as_root=(sudo)
fi
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q "$@" </dev/null; }

echo "setup.sh: installing ${missing[*]}"
# A broken list of some other software's source is no reason to stop; a package that is really not there is.
apt update || echo "setup.sh: apt-get update failed; going on with the package lists at hand" >&2
# A fresh Ubuntu may hold the lock for minutes while it updates itself.
apt -o DPkg::Lock::Timeout=300 install --yes --no-install-recommends "${missing[@]}" ||
    fail "these packages could not be installed: ${missing[*]} (on Ubuntu they need the 'universe' component)"
