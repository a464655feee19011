#!/usr/bin/env bash
# Follows the Dockerfile without Docker: the same files, the same commands, the same user rights, in temporary folders;
# then starts what the image would start, on the private PostgreSQL of this checkout, and asks for its health.
set -euo pipefail

source="$(cd "$(dirname "$0")/.." && git rev-parse --show-toplevel)"
work="$(mktemp -d)"
chmod 755 "$work"
server=""
database=""
finish() {
  status=$?
  for pid in $server $database; do kill -TERM "$pid" 2> /dev/null || true; done
  for pid in $server $database; do wait "$pid" 2> /dev/null || true; done
  rm -rf "$work"
  exit "$status"
}
trap finish EXIT
fail() { printf 'FAILED: %s\n' "$*" >&2; tail -n 20 "$work"/*.log >&2; exit 1; }
say() { printf '== %s\n' "$*"; }
# The commands come from the Dockerfile itself, so that the two cannot drift apart; cache mounts and the cache go.
steps() { sed -e ':a' -e '/\\$/N; s/\\\n//; ta' "$source/Dockerfile" | sed -n "/AS $1\$/,/^FROM/p" | sed -n 's/^RUN //p' | sed -e 's/--mount=[^ ]* //' -e 's/ --cache [^ ]*//'; }

say "the files that .dockerignore lets in"
mkdir "$work/context"
sed -n 's/^!//p' "$source/.dockerignore" | while read -r path; do
  (cd "$source" && git ls-files -z -- "$path") | (cd "$source" && xargs -0 -r cp --parents -t "$work/context")
done

say "stage build"
mkdir "$work/build"
cp -r "$work/context/." "$work/build"
steps build | while read -r command; do echo "   $command"; (cd "$work/build" && bash -c "$command") >> "$work/build.log" 2>&1 || fail "$command"; done

say "stage packages"
mkdir "$work/packages"
cp "$work/context/"{package.json,package-lock.json,.npmrc} "$work/packages"
steps packages | while read -r command; do echo "   $command"; (cd "$work/packages" && bash -c "$command") >> "$work/packages.log" 2>&1 || fail "$command"; done

say "the image"
mkdir "$work/app"
mv "$work/packages/node_modules" "$work/build/dist" "$work/app"
cp "$work/context/"{package.json,LICENSE} "$work/app"
du -sh "$work/app" | sed 's/^/   /'

say "its server, as a user without rights, on a PostgreSQL of its own"
cat > "$work/database.mjs" << 'JS'
import { writeFileSync } from "node:fs";
const { startPrivateDatabase } = await import(process.argv[2]);
const database = await startPrivateDatabase(process.argv[3]);
writeFileSync(process.argv[4], database.url);
process.once("SIGTERM", () => database[Symbol.asyncDispose]().then(() => process.exit(0)));
setInterval(() => undefined, 1000);
JS
(cd "$source" && npm run --silent build)
node "$work/database.mjs" "$source/dist/src/wiring/private-database.js" "$work/data" "$work/url" > "$work/database.log" 2>&1 &
database=$!
for _ in $(seq 150); do [ -s "$work/url" ] && break; sleep 0.2; done
[ -s "$work/url" ] || fail "no database"

port="$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')"
environment=(
  "PATH=$PATH" NODE_ENV=production HOST=127.0.0.1 "PORT=$port" "DATABASE_URL=$(cat "$work/url")"
  SESSION_SECRET=0123456789abcdef0123456789abcdef PUBLIC_BASE_URL=https://calls.example.com
  TWILIO_ACCOUNT_SID=AC00000000000000000000000000000000 TWILIO_AUTH_TOKEN=0123456789abcdef0123456789abcdef
)
as_nobody=()
[ "$(id -u)" = 0 ] && as_nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
cd "$work/app"
node=(env -i "${environment[@]}" "${as_nobody[@]}" node --enable-source-maps dist/src/cli.js)
"${node[@]}" migrate
"${node[@]}" users add --email you@example.com --name You --role admin | sed 's/once: .*/once: …/'
"${node[@]}" server > "$work/server.log" 2>&1 &
server=$!
for _ in $(seq 100); do curl -sf "http://127.0.0.1:$port/readyz" > /dev/null && break; sleep 0.2; done
health="$(sed -n '/^HEALTHCHECK/,/^ENTRYPOINT/s/.*CMD \(\[.*\]\)$/\1/p' "$source/Dockerfile")"
env -i "${environment[@]}" node -e 'const [file, ...args] = JSON.parse(process.argv[1]); process.exit(require("child_process").spawnSync(file, args, { stdio: "inherit" }).status)' "$health" || fail "not healthy"
say "healthy"
