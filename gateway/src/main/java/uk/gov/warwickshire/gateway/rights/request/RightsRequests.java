package uk.gov.warwickshire.gateway.rights.request;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.rights.request.RightsRequest.Confirmation;
import uk.gov.warwickshire.gateway.rights.request.RightsRequest.RequestDecision;
import uk.gov.warwickshire.gateway.store.ChildFacts;
import uk.gov.warwickshire.gateway.store.ResourceReader;

/**
 * The register of requests. Every act is one transaction with its line in the log; one that is not allowed now throws
 * {@link IllegalStateException} or {@link IllegalArgumentException} with a sentence for the person who tried.
 */
@Component
public class RightsRequests {

    /** From this age a child asks for itself, as a rule of the form. */
    public static final int CHILD_ASKS_FROM = 13;

    private static final ZoneId COUNCIL = ZoneId.of("Europe/London");

    private final RequestTable table;
    private final RequestLog log;
    private final ObjectProvider<RequestFulfilment> fulfilments;
    private final ResourceReader records;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;
    private final RequestClock requestClock = new RequestClock(BankHolidays.shipped());

    RightsRequests(
            RequestTable table,
            RequestLog log,
            ObjectProvider<RequestFulfilment> fulfilments,
            ResourceReader records,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.table = table;
        this.log = log;
        this.fulfilments = fulfilments;
        this.records = records;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** Enters a request; its clock runs from the day of receipt. */
    public UUID add(NewRequest entered, String who) {
        if (entered.receivedOn().isAfter(today())) {
            throw new IllegalArgumentException("The day of receipt lies in the future.");
        }
        requireOldEnough(entered);
        UUID id = ids.next();
        transaction.executeWithoutResult(status -> {
            table.insert(id, entered, requestClock.dueOn(entered.receivedOn()), clock.instant());
            log.add(id, who, "entered", entered.kind().title());
        });
        return id;
    }

    /**
     * A named officer confirms who asks, and in which capacity.
     *
     * @param evidence what was seen
     * @param evidenceCameOn where evidence had to be asked for, the day on which it came: the month runs from then
     */
    public void confirm(UUID id, String evidence, Optional<LocalDate> evidenceCameOn, String officer) {
        requireWords(evidence, "Say which evidence of identity and capacity was seen.");
        change(id, RequestState.CONFIRMED, officer, request -> {
            LocalDate from = evidenceCameOn.orElse(request.clockFrom());
            if (from.isBefore(request.entered().receivedOn()) || from.isAfter(today())) {
                throw new IllegalArgumentException("Evidence came between the day of receipt and today.");
            }
            LocalDate due =
                    request.extendedBecause().isPresent() ? requestClock.extendedDueOn(from) : requestClock.dueOn(from);
            table.confirm(id, new Confirmation(officer, evidence.strip(), clock.instant()), from, due);
            log.add(id, officer, "identity and capacity confirmed", evidence.strip());
            return Optional.empty();
        });
    }

    /** Two months more, before the first last day has passed; the person must be told within the month. */
    public void extend(UUID id, String because, String officer) {
        requireWords(because, "Say why it is complex, as the person must be told.");
        transaction.executeWithoutResult(status -> {
            RightsRequest request = locked(id);
            if (!request.state().isOpen() || request.extendedBecause().isPresent()) {
                throw new IllegalStateException("It is answered, or was extended before.");
            }
            if (today().isAfter(request.dueOn())) {
                throw new IllegalStateException("The month has passed: it can no longer be extended.");
            }
            LocalDate due = requestClock.extendedDueOn(request.clockFrom());
            table.extend(id, due, because.strip());
            log.add(id, officer, "extended to " + due, because.strip());
        });
    }

    /** Grants or refuses, as the ground has it. */
    public void decide(UUID id, Ground ground, String because, String officer) {
        requireWords(because, "Say in a sentence why it is decided so.");
        change(id, ground.grants() ? RequestState.GRANTED : RequestState.REFUSED, officer, request -> {
            if (!ground.appliesTo(request.kind())) {
                throw new IllegalArgumentException("This ground does not belong to such a request.");
            }
            Instant now = clock.instant();
            table.decide(id, new RequestDecision(ground, officer, because.strip(), now));
            log.add(
                    id,
                    officer,
                    ground.grants() ? "granted" : "refused",
                    ground.words() + " (" + ground.source() + "): " + because.strip());
            return ground.grants() ? Optional.empty() : Optional.of(now);
        });
    }

    /** The person takes it back. */
    public void withdraw(UUID id, String because, String officer) {
        requireWords(because, "Say how the person took it back.");
        change(id, RequestState.WITHDRAWN, officer, request -> {
            log.add(id, officer, "withdrawn", because.strip());
            return Optional.of(clock.instant());
        });
    }

    /** Ends a restriction, objection or consent that is in force. */
    public void lift(UUID id, String because, String officer) {
        requireWords(because, "Say why it ends.");
        change(id, RequestState.LIFTED, officer, request -> {
            if (!request.kind().isChoice() || request.kind() == RequestKind.CONSENT_WITHDRAWN) {
                throw new IllegalStateException("Only a restriction, an objection or a consent can be lifted.");
            }
            log.add(id, officer, "lifted", because.strip());
            return Optional.of(clock.instant());
        });
    }

    /** Something that was done outside the gateway, for the log. */
    public void note(UUID id, String words, String officer) {
        requireWords(words, "Say what was done.");
        transaction.executeWithoutResult(status -> {
            locked(id);
            log.add(id, officer, "note", words.strip());
        });
    }

    /** The request, which nobody else changes until the caller's transaction ends. */
    public RightsRequest lock(UUID id) {
        return locked(id);
    }

    /** It is carried out: the proof in words. Does nothing if somebody else was faster. */
    public void complete(UUID id, String what, String proof, String who) {
        transaction.executeWithoutResult(status -> {
            if (locked(id).state() == RequestState.GRANTED) {
                Instant now = clock.instant();
                table.move(id, RequestState.COMPLETED, Optional.of(now));
                log.add(id, who, what, proof);
            }
        });
    }

    public Optional<RightsRequest> find(UUID id) {
        return table.find(id);
    }

    public List<RightsRequest> open(int limit) {
        return table.open(limit);
    }

    public List<RightsRequest> latest(int limit) {
        return table.latest(limit);
    }

    public List<RightsRequest> ofChild(String childId) {
        return table.ofChild(childId);
    }

    /** Those being carried out. */
    public List<RightsRequest> granted() {
        return table.granted();
    }

    public List<RequestEvent> log(UUID id) {
        return log.of(id);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), COUNCIL);
    }

    /** @param step writes what belongs to it and says when the request ended, if it did */
    private void change(UUID id, RequestState to, String who, Function<RightsRequest, Optional<Instant>> step) {
        transaction.executeWithoutResult(status -> {
            RightsRequest before = locked(id);
            RequestStates.require(before.state(), to);
            requireNotInForce(before, to);
            table.move(id, to, step.apply(before));
            RightsRequest after = table.find(id).orElseThrow();
            fulfilments.stream().filter(one -> one.carriesOut(after.kind())).forEach(one -> {
                switch (to) {
                    case CONFIRMED -> one.confirmed(after, who);
                    case GRANTED -> one.granted(after, who);
                    case REFUSED, WITHDRAWN -> one.closed(after, who);
                    case LIFTED -> one.lifted(after, who);
                    default -> {}
                }
            });
        });
    }

    /** A choice that counts is lifted; only an erasure that came to nothing is granted again. */
    private static void requireNotInForce(RightsRequest request, RequestState to) {
        if (request.state() != RequestState.GRANTED) {
            return;
        }
        if (request.kind().isChoice() && to != RequestState.LIFTED) {
            throw new IllegalStateException("It is in force: lift it.");
        }
        if (to == RequestState.GRANTED && request.kind() != RequestKind.ERASURE) {
            throw new IllegalStateException("It is granted already.");
        }
    }

    private RightsRequest locked(UUID id) {
        return table.locked(id).orElseThrow(() -> new IllegalStateException("There is no such request."));
    }

    private void requireOldEnough(NewRequest entered) {
        Map<String, ChildFacts> facts = records.facts(List.of(entered.childId()));
        Optional<LocalDate> born =
                Optional.ofNullable(facts.get(entered.childId())).flatMap(ChildFacts::birthDate);
        boolean tooYoung = born.filter(
                        day -> Period.between(day, entered.receivedOn()).getYears() < CHILD_ASKS_FROM)
                .isPresent();
        if (entered.capacity() == Capacity.CHILD && tooYoung) {
            throw new IllegalArgumentException("The child is below " + CHILD_ASKS_FROM
                    + ": somebody with parental responsibility, or a solicitor, asks for it.");
        }
    }

    private static void requireWords(String words, String otherwise) {
        if (words.isBlank()) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
