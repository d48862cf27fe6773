#!/usr/bin/env bash
# Where tests keep what they throw away: in memory, where there is plenty. Servers that are made, copied and removed all the time are mostly files.
# Sourced; sets TMPDIR and removes the directory at the end. What a killed run left goes with the next one.
for left in /dev/shm/restoredrill-tests-*; do
    [ -d "$left" ] && ! kill -0 "${left##*-}" 2>/dev/null && rm -rf -- "$left"
done
if [ "$(stat -f -c %T /dev/shm 2>/dev/null)" = tmpfs ] && [ "$(df --output=avail -k /dev/shm | tail -1)" -gt $((8 << 20)) ] \
    && [ "$(awk '/^MemAvailable:/ { print $2 }' /proc/meminfo)" -gt $((14 << 20)) ]; then
    export TMPDIR=/dev/shm/restoredrill-tests-$$
    # As /tmp is: servers run as a user of their own, and what guards them removes their directories.
    mkdir -m 1777 "$TMPDIR" && trap 'rm -rf -- "$TMPDIR"' EXIT
fi
