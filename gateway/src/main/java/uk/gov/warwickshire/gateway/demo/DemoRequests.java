package uk.gov.warwickshire.gateway.demo;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.rights.request.Capacity;
import uk.gov.warwickshire.gateway.rights.request.NewRequest;
import uk.gov.warwickshire.gateway.rights.request.RequestKind;
import uk.gov.warwickshire.gateway.rights.request.RightsRequests;

/** A request of each kind to try, about children whose record a region holds: one in time, one due soon, one overdue. */
@Component
@Profile("demo")
class DemoRequests {

    private static final String OFFICER = "demo officer";
    private static final int SOON = 25;
    private static final int OVERDUE = 40;

    private final RightsRequests requests;
    private final JdbcTemplate jdbc;

    DemoRequests(RightsRequests requests, JdbcTemplate jdbc) {
        this.requests = requests;
        this.jdbc = jdbc;
    }

    /** Only once, and only if there are children enough. */
    void enter() {
        List<String> children = jdbc.queryForList("""
                select distinct child_id from recipient_copy where destination like 'icr.%' order by child_id limit 7
                """, String.class);
        if (children.size() < RequestKind.values().length || !requests.latest(1).isEmpty()) {
            return;
        }
        Iterator<String> next = children.iterator();
        for (RequestKind kind : RequestKind.values()) {
            UUID id = requests.add(entered(kind, next.next()), "demo clerk");
            if (kind != RequestKind.SUBJECT_ACCESS) {
                requests.confirm(id, "passport and birth certificate seen", Optional.empty(), OFFICER);
            }
        }
    }

    private NewRequest entered(RequestKind kind, String child) {
        int daysAgo =
                switch (kind) {
                    case SUBJECT_ACCESS -> 2;
                    case RECTIFICATION -> SOON;
                    case ERASURE -> OVERDUE;
                    default -> 1;
                };
        LocalDate received = requests.today().minusDays(daysAgo);
        return new NewRequest(
                kind,
                child,
                received,
                "A parent (made up)",
                Capacity.PARENTAL_RESPONSIBILITY,
                "1 Example Road, Warwick",
                kind.needsDestination() ? Optional.of("icr") : Optional.empty(),
                "I ask " + kind.asks() + ".");
    }
}
