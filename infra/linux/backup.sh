#!/bin/sh
# Copies the bot's data while it runs, as it was at one moment, checked, and keeps the newest copies. Each is a folder a bot can be started on.
# A copy is not encrypted, and holds the uncounted papers of secret ballots: nobody but the bot's user may read it, and none leaves this machine as it is.
# BOT: the program; DATA: its data folder; COPIES: where copies are kept; KEPT: how many (14).
set -eu
umask 077
: "${BOT:?}" "${DATA:?}" "${COPIES:?}"
kept=${KEPT:-14}
case $kept in '' | *[!0-9]* | 0*) echo "KEPT must be a number from 1 on." >&2; exit 2 ;; esac

mkdir -p "$COPIES"
# What an earlier run did not finish.
rm -rf "$COPIES"/.unfinished-*

name=$(date -u +%Y-%m-%dT%H%M%SZ)
# Without it the bot would begin an empty store there, and copy that.
[ -f "$DATA/tables.db" ] || { echo "There is no tables.db in $DATA." >&2; exit 1; }
"$BOT" snapshot --to "$COPIES/.unfinished-$name" "--Tables:DataFolder=$DATA" >/dev/null
# Only what is whole bears a name without a dot, and only such copies are counted below.
mv "$COPIES/.unfinished-$name" "$COPIES/$name"
echo "Copied to $COPIES/$name."

# Names sort by time. The newest stay.
ls -1 "$COPIES" | sort -r | tail -n "+$((kept + 1))" | while IFS= read -r old; do
  case $old in
    [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z) rm -rf "${COPIES:?}/$old" ;;
  esac
done
