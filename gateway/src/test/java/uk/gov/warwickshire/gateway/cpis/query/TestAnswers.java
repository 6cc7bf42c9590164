package uk.gov.warwickshire.gateway.cpis.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.gov.warwickshire.gateway.common.security.Caller;
import uk.gov.warwickshire.gateway.common.security.Scopes;
import uk.gov.warwickshire.gateway.disclosure.TestDecisions;
import uk.gov.warwickshire.mappings.cpis.CpIsPlan;
import uk.gov.warwickshire.mappings.cpis.CpIsTimeline;
import uk.gov.warwickshire.mappings.cpis.PlanType;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** Answers of a day as the gate would let them go. */
public final class TestAnswers {

    static final NhsNumber NUMBER = new NhsNumber("9449306753");

    private TestAnswers() {}

    public static Answer of(Endpoint endpoint, Optional<Gap> gap, List<ListedAccess> accesses, CpIsPlan... plans) {
        Standing standing = new Standing(
                plans.length == 0 ? List.of() : List.of(new HeldStatuses(timeline(plans), 3)), List.of(plans), gap);
        Question question = question(endpoint);
        return Answer.of(
                question,
                Disclosures.of(question, standing, accesses).stream()
                        .map(TestDecisions::cleared)
                        .toList(),
                standing,
                accesses);
    }

    public static CpIsPlan plan(PlanType type, String start, String... end) {
        CpIsPlan open = CpIsPlan.open(type, "plan-" + start, LocalDate.parse(start));
        return end.length == 0 ? open : open.endedOn(LocalDate.parse(end[0]));
    }

    public static ListedAccess access(int n, String at, Optional<String> person, Optional<String> role) {
        return new ListedAccess(new UUID(0x7000L, n), Instant.parse(at), "RKB", "ed-system", person, role);
    }

    static CpIsTimeline timeline(CpIsPlan... plans) {
        return new CpIsTimeline(
                "C1",
                "C1",
                new Identity(Optional.of(NUMBER), VerificationStatus.VERIFIED, false),
                Optional.of(LocalDate.parse("2015-05-05")),
                List.of(plans),
                List.of());
    }

    static Question question(Endpoint endpoint) {
        return new Question(
                new UUID(0x7000L, 0x8000000000000001L),
                endpoint,
                NUMBER,
                true,
                Question.MOST_ACCESSES,
                caller(),
                Optional.empty(),
                Optional.empty(),
                "/asked");
    }

    static Caller caller() {
        return new Caller(
                "ed-system",
                "RKB",
                new Scopes(Set.of("cp-is.read")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
