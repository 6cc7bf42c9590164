#!/usr/bin/env bash
# Asks the queries of the search corpus of a HAPI JPA server with the same resources, and prints where it answers otherwise.
# usage: gateway/bench/hapi-jpa.sh [options of Maven]
set -euo pipefail
cd "$(dirname "$0")/hapi-jpa"
version=$(sed -n 's:.*<hapi.version>\(.*\)</hapi.version>.*:\1:p' ../../../pom.xml)
mvn -q "$@" test -Dhapi.version="$version" >comparison.log 2>&1 || { cat comparison.log; exit 1; }
cat target/differences.txt
