#!/usr/bin/env bash
# What a stranger does, without a person: clones the repository to an empty folder with an empty HOME and runs the
# commands of the README. Fails unless people are joined to agents, Ctrl-C stops everything, `npm start` goes on where
# it stopped, every test passes, and no process is left.
#   test/clean-clone.sh            all of it
#   test/clean-clone.sh --no-tests without the last command
set -euo pipefail

source="$(cd "$(dirname "$0")/.." && git rev-parse --show-toplevel)"
work="$(mktemp -d)"
chmod 755 "$work"
mkdir "$work/home"
app="$work/callkeeper"
out="$work/start.log"
started=""

say() { printf '== %s\n' "$*"; }
fail() {
  printf 'FAILED: %s\n' "$*" >&2
  [ -f "$out" ] && tail -n 20 "$out" >&2
  tail -n 10 "$app"/.callkeeper/logs/*.log >&2 2> /dev/null || true
  exit 1
}
# Every process that works in the clone or on its data, whoever started it.
left() { pgrep -af "$work" | grep -v -e "pgrep" -e "clean-clone" || true; }
finish() {
  status=$?
  if [ -n "$started" ]; then kill -INT -- "-$started" 2> /dev/null || true; fi
  for _ in $(seq 50); do [ -z "$(left)" ] && break; sleep 0.2; done
  left | awk '{print $1}' | xargs -r kill -KILL 2> /dev/null || true
  rm -rf "$work"
  exit "$status"
}
trap finish EXIT

# Only what a login gives; none of our settings.
clean() { env -i HOME="$work/home" PATH="$PATH" LANG=C.UTF-8 ${CI:+CI="$CI"} ${TWILIO_OAS:+TWILIO_OAS="$TWILIO_OAS"} "$@"; }

start() { # $@: arguments after --
  : > "$out"
  set -m
  (cd "$app" && exec env -i HOME="$work/home" PATH="$PATH" LANG=C.UTF-8 npm start -- "$@" > "$out" 2>&1) &
  started=$!
  set +m
}
wait_for() { # seconds, pattern, what
  for _ in $(seq $(($1 * 5))); do
    grep -Eq "$2" "$out" && return 0
    kill -0 "$started" 2> /dev/null || fail "npm start ended before: $3"
    sleep 0.2
  done
  fail "not within $1 s: $3"
}
# Ctrl-C in a terminal goes to the whole group in the foreground.
interrupt() {
  kill -INT -- "-$started"
  for _ in $(seq 75); do kill -0 "$started" 2> /dev/null || break; sleep 0.2; done
  kill -0 "$started" 2> /dev/null && fail "still there 15 s after Ctrl-C"
  wait "$started" 2> /dev/null || true
  started=""
  for _ in $(seq 10); do [ -z "$(left)" ] && break; sleep 0.2; done
  [ -z "$(left)" ] || fail "processes left after Ctrl-C: $(left)"
}
tried() { grep -Eo '[0-9]+/[0-9]+ tried' "$out" | tail -n 1 | cut -d/ -f1; }

say "clone"
git clone -q "$source" "$app"

say "npm ci"
(cd "$app" && clean npm ci --no-audit --no-fund > "$work/ci.log" 2>&1) || { tail -n 20 "$work/ci.log" >&2; fail "npm ci"; }

say "npm start"
start
wait_for 120 '^Ready after ' "ready"
grep -Eq '^Admin: .*password' "$out" || fail "no admin password on the first start"
wait_for 30 ' [1-9][0-9]* connected' "people joined to agents within 30 s of being ready"
wait_for 120 'spoken to: [1-9]' "somebody spoken to"
before="$(tried)"
say "Ctrl-C after $before contacts"
interrupt

say "npm start again"
start
wait_for 60 '^Ready after ' "ready"
grep -q 'password' "$out" && fail "a password on the second start"
wait_for 30 ' tried' "a line of the view"
[ "$(tried)" -ge "$before" ] || fail "began anew: $(tried) contacts tried, $before before"
wait_for 60 ' [1-9][0-9]* connected' "people joined to agents again"
interrupt

say "npm start -- --list"
printf 'name,phone\nAda Example,+12025550143\nBen Example,+61255501234\nCleo Example,+442079460123\nBad Example,12\n' > "$work/mine.csv"
start --list "$work/mine.csv" --speed 4
wait_for 60 'mine.csv: 4 rows, 3 taken, 1 refused' "the own list"
wait_for 30 '/3 tried' "a line of the view"
interrupt

if [ "${1:-}" != "--no-tests" ]; then
  say "npm test"
  (cd "$app" && clean npm test > "$work/test.log" 2>&1) || { tail -n 60 "$work/test.log" >&2; fail "npm test"; }
  tail -n 6 "$work/test.log"
  for _ in $(seq 25); do [ -z "$(left)" ] && break; sleep 0.2; done
  [ -z "$(left)" ] || fail "processes left after npm test: $(left)"
fi
say "all well"
