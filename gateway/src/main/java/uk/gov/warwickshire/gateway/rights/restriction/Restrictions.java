package uk.gov.warwickshire.gateway.rights.restriction;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.disclosure.Choice;
import uk.gov.warwickshire.gateway.disclosure.ChoiceRegister;
import uk.gov.warwickshire.gateway.rights.request.FulfilmentProof;
import uk.gov.warwickshire.gateway.rights.request.RequestFulfilment;
import uk.gov.warwickshire.gateway.rights.request.RequestKind;
import uk.gov.warwickshire.gateway.rights.request.RequestLog;
import uk.gov.warwickshire.gateway.rights.request.RightsRequest;
import uk.gov.warwickshire.gateway.store.ChildFacts;
import uk.gov.warwickshire.gateway.store.ResourceReader;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * Puts a granted restriction, objection or consent into the register of choices, from where every decision on every
 * replica takes it: the next answer is decided by it, and delivery decides again on what was sent or waits. A granted
 * withdrawal of consent takes the consent out.
 */
@Component
class Restrictions implements RequestFulfilment {

    private static final ZoneId COUNCIL = ZoneId.of("Europe/London");

    private final MadeChoiceTable table;
    private final ChoiceRegister register;
    private final ResourceReader records;
    private final RestrictionProof proof;
    private final RequestLog log;
    private final Clock clock;

    Restrictions(
            MadeChoiceTable table,
            ChoiceRegister register,
            ResourceReader records,
            RestrictionProof proof,
            RequestLog log,
            Clock clock) {
        this.table = table;
        this.register = register;
        this.records = records;
        this.proof = proof;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public boolean carriesOut(RequestKind kind) {
        return kind.isChoice();
    }

    @Override
    public void granted(RightsRequest request, String who) {
        if (request.kind() == RequestKind.CONSENT_WITHDRAWN) {
            takeBack(request, who);
        } else {
            putInForce(request, who);
        }
    }

    private void putInForce(RightsRequest request, String who) {
        MadeChoice choice = new MadeChoice(
                request.id(),
                request.childId(),
                kind(request.kind()),
                request.destination(),
                request.entered().capacity().title(),
                LocalDate.ofInstant(clock.instant(), COUNCIL),
                number(request.childId()),
                clock.instant());
        choice.nhsNumber().ifPresent(number -> save(choice.under(number)));
        table.insert(choice);
        log.add(
                request.id(),
                who,
                "entered in the register of choices",
                choice.nhsNumber().isPresent()
                        ? "It counts from now on."
                        : "No NHS number is known, so nothing is sent; it counts as soon as one is.");
    }

    private void takeBack(RightsRequest request, String who) {
        Destination from = new Destination(request.destination().orElseThrow());
        List<Choice> consents = number(request.childId()).map(register::current).orElse(List.of()).stream()
                .filter(choice -> choice.kind() == Choice.Kind.CONSENT)
                .filter(choice -> choice.destination()
                        .filter(code -> from.code().equals(code) || from.isCoveredBy(code))
                        .isPresent())
                .toList();
        List<MadeChoice> made = table.inForce(List.of(request.childId())).stream()
                .filter(choice -> choice.kind() == Choice.Kind.CONSENT
                        && choice.destination().filter(from::isCoveredBy).isPresent())
                .toList();
        if (consents.isEmpty() && made.isEmpty()) {
            throw new IllegalStateException("There is no consent to this destination: refuse with that ground.");
        }
        register.end(consents);
        made.forEach(choice -> {
            table.end(choice.requestId(), clock.instant());
            log.add(choice.requestId(), who, "the consent was withdrawn", "by request " + request.id());
        });
        log.add(request.id(), who, "taken out of the register of choices", "The consent counts no longer.");
    }

    @Override
    public void lifted(RightsRequest request, String who) {
        table.find(request.id()).ifPresent(choice -> {
            choice.nhsNumber().ifPresent(number -> endUnder(number, choice));
            table.end(request.id(), clock.instant());
            log.add(request.id(), who, "taken out of the register of choices", "It counts no longer.");
        });
    }

    /** The child's number became known or is another one now; in the transaction that stores the record. */
    void follow(MadeChoice choice, Optional<NhsNumber> now) {
        choice.nhsNumber().ifPresent(old -> endUnder(old, choice));
        now.ifPresent(number -> save(choice.under(number)));
        table.nowUnder(choice.requestId(), now);
        log.add(choice.requestId(), RequestLog.GATEWAY, "the child's NHS number changed", "The choice went with it.");
    }

    @Override
    public Optional<FulfilmentProof> proof(RightsRequest request) {
        return request.decided()
                .filter(decision -> decision.ground().grants())
                .map(decision -> proof.of(request, table.find(request.id()), decision.at()));
    }

    private void endUnder(NhsNumber number, MadeChoice choice) {
        register.end(
                register.current(number).stream().filter(choice::isSameWord).toList());
    }

    private void save(Choice choice) {
        ChoiceRegister.Saved saved = register.save(List.of(choice));
        saved.refused().stream().findFirst().ifPresent(refused -> {
            throw new IllegalStateException(refused.message() + ".");
        });
    }

    private Optional<NhsNumber> number(String childId) {
        return Optional.ofNullable(records.facts(List.of(childId)).get(childId)).flatMap(ChildFacts::nhsNumber);
    }

    private static Choice.Kind kind(RequestKind kind) {
        return switch (kind) {
            case RESTRICTION -> Choice.Kind.RESTRICT;
            case OBJECTION_ICR -> Choice.Kind.OBJECT_ICR;
            case CONSENT_GIVEN -> Choice.Kind.CONSENT;
            default -> throw new IllegalArgumentException("no choice: " + kind);
        };
    }
}
