#!/usr/bin/env bash
# Asks the packaged gateway for flags, and a plain Spring MVC endpoint for a row, in turn, over one durable PostgreSQL.
# usage: gateway/bench/flag.sh [children] [seconds of each measurement]
set -euo pipefail
cd "$(dirname "$0")/../.."
children=${1:-100000}
seconds=${2:-20}
[ -f gateway/target/gateway.jar ] || mvn -q -DskipTests package
[ -d gateway/target/test-classes ] || mvn -q test-compile
mkdir -p gateway/target/bench
(cd gateway/target/bench && jar xf ../gateway.jar BOOT-INF/lib)
test_libraries=$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}/org/assertj" -name 'assertj-core-*.jar' | head -1)
exec java -Xmx512m -Dlogback.configurationFile=gateway/bench/logback.xml \
  -cp "gateway/target/test-classes:gateway/target/classes:gateway/target/bench/BOOT-INF/lib/*:$test_libraries" \
  uk.gov.warwickshire.gateway.cpis.query.FlagBench "$children" "$seconds" gateway/target/gateway.jar
