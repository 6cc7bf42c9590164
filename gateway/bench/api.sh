#!/usr/bin/env bash
# Starts the packaged demo on ports of its own and asks the partner API as fast as it answers.
# usage: gateway/bench/api.sh [connections] [seconds] [kind...]
# kinds: read search-by-patient search-by-identifier search-chained everything social-care-record
set -euo pipefail
cd "$(dirname "$0")/../.."
connections=${1:-8}
seconds=${2:-20}
shift $(($# < 2 ? $# : 2))
[ -f gateway/target/gateway.jar ] || mvn -q -DskipTests package
mkdir -p gateway/target/bench
(cd gateway/target/bench && jar xf ../gateway.jar BOOT-INF/lib)
data=$(mktemp -d)
log=$data/gateway.log
java -Xmx1g ${GATEWAY_JAVA_OPTIONS:-} -jar gateway/target/gateway.jar --spring.profiles.active=demo --server.port=18080 \
  --management.server.port=18081 --gateway.demo.simulator-port=18090 --gateway.embedded-database.port=18432 \
  --gateway.data-dir="$data/data" --gateway.access.requests-per-second=100000 --gateway.access.burst=100000 >"$log" 2>&1 &
gateway=$!
trap 'kill $gateway; wait $gateway 2>/dev/null || true; rm -rf "$data"' EXIT
for _ in $(seq 400); do grep -q 'Ctrl-C stops it' "$log" && break; kill -0 $gateway || { cat "$log"; exit 1; }; sleep 1; done
partner() { sed -n "/\"partner\"/,/}/s/.*\"$1\" : \"\(.*\)\".*/\1/p" "$data/data/demo/credentials.json"; }
token=$(curl -s http://localhost:18090/oauth2/token -d grant_type=client_credentials -d client_id=partner \
  -d client_secret="$(partner secret)" --data-urlencode "scope=$(partner scope)" | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
java -cp "gateway/target/test-classes:gateway/target/classes:gateway/target/bench/BOOT-INF/lib/*" \
  uk.gov.warwickshire.gateway.bench.ApiLoad http://localhost:18080/fhir/R4 "$token" \
  'jdbc:postgresql://127.0.0.1:18432/postgres?user=postgres' "$connections" "$seconds" "$@"
