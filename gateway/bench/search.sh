#!/usr/bin/env bash
# Searches among generated records in the embedded PostgreSQL, below the API.
# usage: gateway/bench/search.sh [children] [seconds for each kind of search]      31 resources a child
set -euo pipefail
cd "$(dirname "$0")/../.."
[ -f gateway/target/gateway.jar ] || mvn -q -DskipTests package
mkdir -p gateway/target/bench
(cd gateway/target/bench && jar xf ../gateway.jar BOOT-INF/lib)
exec java -Xmx1g -Dlogback.configurationFile=gateway/bench/logback.xml \
  -cp "gateway/target/test-classes:gateway/target/classes:gateway/target/bench/BOOT-INF/lib/*" \
  uk.gov.warwickshire.gateway.store.search.SearchBench "${1:-3300}" "${2:-5}"
