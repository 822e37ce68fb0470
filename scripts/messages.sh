#!/usr/bin/env bash
# Collects the texts in code and templates and merges them into each catalogue. The source language is bokmål.
# Catalogues are sorted by text and do not say where a text stands: moving code leaves them as they are.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

readonly FOLDER=app/translations LANGUAGES="nn en"
readonly COMMENT="# Translations template for Plass.
# Copyright (C) the contributors to Plass
# SPDX-License-Identifier: EUPL-1.2
#"
# Babel's own count takes a plural with nothing written in its forms for translated.
readonly COUNT='
import sys
from babel.messages.pofile import read_po

with open(sys.argv[1], "rb") as file:
    texts = [text.string for text in read_po(file) if text.id]
written = [text for text in texts if (text if isinstance(text, str) else all(text))]
print(f"{len(written)} of {len(texts)} messages")
'
template=.cache/messages.pot
babel=.venv/bin/pybabel

# What Babel cannot be told, or would forget: nobody's name and no address stands in a catalogue.
fill_header() {
    local field
    for field in "Project-Id-Version: Plass" "Report-Msgid-Bugs-To: CONTRIBUTING.md" \
        "Last-Translator: the contributors to Plass" "Language-Team: the contributors to Plass"; do
        sed -i "1,/^\$/ s/^\"${field%%:*}: .*/\"$field\\\\n\"/" "$1"
    done
}

mkdir -p $FOLDER .cache
$babel --quiet extract --mapping-file pyproject.toml --keyword _l --keyword lazy_gettext --keyword lazy_ngettext:1,2 \
    --add-comments "Translators:" --no-location --sort-output --no-wrap --header-comment "$COMMENT" --output-file $template app
for language in $LANGUAGES; do
    catalogue=$FOLDER/$language/LC_MESSAGES/messages.po
    if [ -f "$catalogue" ]; then
        # Without fuzzy guesses: a changed sentence has no translation until a person has written one.
        $babel --quiet update --input-file $template --output-file "$catalogue" --locale "$language" \
            --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --update-header-comment --no-wrap
    else
        $babel --quiet init --input-file $template --output-file "$catalogue" --locale "$language" --no-wrap
    fi
    fill_header "$catalogue"
    say "$language: $(.venv/bin/python -c "$COUNT" "$catalogue")"
done
