#!/bin/sh
# Holds the key ceremony once and gives each holder its own keys: no node can read another's.
# Volumes: /keys/<cc> for each node and /keys/directory. Keys that are there stay.
set -eu

if [ -f /keys/directory/trust-list.jws ]; then
  echo 'keys are there already'
  exit 0
fi

ceremony=$(mktemp -d)
trap 'rm -rf "$ceremony"' EXIT
node apps/cli/dist/main.js keys --out "$ceremony"

for country in ee fi lt lv no se; do
  install -m 600 "$ceremony/$country.json" "$ceremony/anchor.json" "$ceremony/trust-list.jws" "/keys/$country/"
done
install -m 600 "$ceremony/directory-keys.json" "$ceremony/anchor.json" "$ceremony/trust-list.jws" /keys/directory/
