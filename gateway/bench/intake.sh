#!/usr/bin/env bash
# Reads a generated SSD extract twice against the embedded PostgreSQL.
# usage: gateway/bench/intake.sh [children] [heap] [index to do without]      about 61 rows a child
set -euo pipefail
cd "$(dirname "$0")/../.."
children=${1:-5000}
heap=${2:-1g}
[ -f gateway/target/gateway.jar ] || mvn -q -DskipTests package
mkdir -p gateway/target/bench
(cd gateway/target/bench && jar xf ../gateway.jar BOOT-INF/lib)
exec java "-Xmx$heap" -Dlogback.configurationFile=gateway/bench/logback.xml \
  -cp "gateway/target/test-classes:gateway/target/classes:gateway/target/bench/BOOT-INF/lib/*" \
  uk.gov.warwickshire.gateway.intake.IntakeBench "$children" ${3:-}
