package uk.gov.warwickshire.gateway.api.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.gov.warwickshire.gateway.common.security.Caller;
import uk.gov.warwickshire.gateway.common.security.Scopes;

/** Everyone who might ask, by the role that the rules name. */
final class AccessCallers {

    private static final Set<String> READ = Set.of("system/*.rs");
    private static final Map<String, String> ORGANISATIONS = Map.of(
            "neighbour", "RKB",
            "informed", "RTT",
            "distant", "RRK",
            "partial", "RLQ",
            "lapsed", "RWP",
            "drafted", "RXX",
            "researcher", "RRR",
            "stranger", "RAA",
            "hospital", "RJC",
            "auditor", "X937");
    private static final Map<String, Set<String>> SCOPES =
            Map.of("hospital", Set.of("cp-is.read"), "auditor", Set.of("audit.read"));

    private AccessCallers() {}

    static Set<String> roles() {
        return ORGANISATIONS.keySet();
    }

    static Caller caller(String role) {
        return caller(role, Optional.empty(), Optional.empty());
    }

    static Caller overriding(String role, String reason) {
        return caller(role, Optional.empty(), Optional.of(reason));
    }

    static Caller caller(String role, Optional<String> purpose, Optional<String> reason) {
        return new Caller(
                role + "-app",
                ORGANISATIONS.get(role),
                new Scopes(SCOPES.getOrDefault(role, READ)),
                Optional.empty(),
                purpose,
                reason,
                Optional.of("req-1"),
                Optional.of("192.0.2.7"));
    }
}
