#!/bin/sh
# find_python.sh MODULE...: prints the first Python 3 that imports every MODULE. The user's own comes first; where
# that is one of pyenv, conda or the like without them, the system's, for which setup.sh installs them.
for python in python3 /usr/bin/python3; do
    if "$python" -c 'import importlib, sys; list(map(importlib.import_module, sys.argv[1:]))' "$@" >/dev/null 2>&1; then
        command -v "$python"
        exit 0
    fi
done
echo "find_python.sh: neither python3 nor /usr/bin/python3 imports all of: $*" >&2
exit 1
