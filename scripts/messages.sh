#!/usr/bin/env bash
# Collects the texts in code and templates and merges them into each catalogue. The source language is bokmål.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

readonly FOLDER=app/translations LANGUAGES="nn en"
template=.cache/messages.pot
babel=.venv/bin/pybabel

mkdir -p $FOLDER .cache
$babel --quiet extract --mapping-file pyproject.toml --keyword _l --keyword lazy_gettext --keyword lazy_ngettext:1,2 \
    --add-comments "Translators:" --add-location file --sort-by-file --no-wrap --project Plass --version 1 --output-file $template app
for language in $LANGUAGES; do
    catalogue=$FOLDER/$language/LC_MESSAGES/messages.po
    if [ -f "$catalogue" ]; then
        # Without fuzzy guesses: a changed sentence has no translation until a person has written one.
        $babel --quiet update --input-file $template --output-file "$catalogue" --locale "$language" \
            --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --no-wrap
    else
        $babel --quiet init --input-file $template --output-file "$catalogue" --locale "$language" --no-wrap
    fi
    say "$language: $($babel compile --statistics --input-file "$catalogue" --output-file /dev/null 2>&1 | grep -oE '[0-9]+ of [0-9]+ messages')"
done
