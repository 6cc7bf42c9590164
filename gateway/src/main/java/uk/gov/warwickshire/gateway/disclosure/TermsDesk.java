package uk.gov.warwickshire.gateway.disclosure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.common.InvalidFileException;
import uk.gov.warwickshire.gateway.disclosure.DisclosureForecast.Forecast;
import uk.gov.warwickshire.gateway.disclosure.TermsVersion.Origin;
import uk.gov.warwickshire.mappings.fhir.Category;

/** Where information governance tries a change of policy or agreements, and puts it in force. */
@Component
public class TermsDesk {

    private static final Logger LOG = LoggerFactory.getLogger(TermsDesk.class);

    /** What would be decided of one disclosure now, and under the proposal. */
    public record Compared(Disclosure disclosure, Forecast now, Forecast proposed) {}

    private final StoredTerms stored;
    private final TermsTable table;
    private final TermsReader reader;
    private final PersonFactsReader persons;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TermsDesk(
            StoredTerms stored,
            TermsTable table,
            StartTerms start,
            PersonFactsReader persons,
            TransactionTemplate transaction,
            Clock clock) {
        this.stored = stored;
        this.table = table;
        this.reader = start.reader();
        this.persons = persons;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Those that are or were in force, newest first; the first is in force. */
    public List<TermsVersion> history(TermsPart part, int limit) {
        return table.history(part, limit);
    }

    /**
     * Reads a proposed file beside what is in force.
     *
     * @throws InvalidFileException with the line of the first mistake, or because a child at risk would be hidden
     */
    public TermsProposal propose(TermsPart part, String fileName, String content) {
        stored.look();
        long basedOn = stored.id();
        TermsText proposed = new TermsText(fileName, content);
        Terms terms = part == TermsPart.POLICY
                ? reader.read(proposed, current(TermsPart.AGREEMENTS))
                : reader.read(current(TermsPart.POLICY), proposed);
        TermsProposal proposal = new TermsProposal(part, fileName, content, terms, basedOn);
        refuseHidingFromCpIs(proposal);
        if (table.latest(part).filter(now -> now.content().equals(content)).isPresent()) {
            throw new InvalidFileException(fileName, "it is the one in force: nothing was changed");
        }
        if (table.wasEverInForce(part, proposal.version())) {
            return proposal;
        }
        refuseSameDeclaredVersion(proposal);
        return proposal;
    }

    /** Both as of now, with as many queries as for one. Nothing is recorded and nothing may leave on it. */
    public List<Compared> compare(TermsProposal proposal, List<Disclosure> disclosures) {
        Instant now = clock.instant();
        PersonFacts facts = persons.read(disclosures, LocalDate.ofInstant(now, Judge.ZONE));
        Terms terms = stored.now();
        Judge before = new Judge(terms.policy(), terms.agreements());
        Judge after = new Judge(proposal.terms().policy(), proposal.terms().agreements());
        List<Compared> compared = new ArrayList<>(disclosures.size());
        for (Disclosure disclosure : disclosures) {
            compared.add(new Compared(
                    disclosure,
                    before.judge(disclosure, facts, now).asForecast(),
                    after.judge(disclosure, facts, now).asForecast()));
        }
        return compared;
    }

    /**
     * From now on every replica decides by it; each within a second.
     *
     * @throws IllegalArgumentException without a reason
     * @throws IllegalStateException if something else came in force since it was checked
     */
    public void putInForce(TermsProposal proposal, String who, String why) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("A change is not put in force without a reason.");
        }
        refuseHidingFromCpIs(proposal);
        transaction.executeWithoutResult(status -> {
            table.lock();
            if (table.latestId() != proposal.basedOn()) {
                throw new IllegalStateException(
                        "Something else has come in force since this was tried. Try it again, and look at what it does.");
            }
            table.add(
                    proposal.part(),
                    proposal.version(),
                    new TermsText(proposal.fileName(), proposal.content()),
                    Origin.CONSOLE,
                    who,
                    why.strip());
        });
        stored.look();
        LOG.info("{} put the {} {} in force", who, proposal.part().words(), proposal.version());
    }

    private TermsText current(TermsPart part) {
        return table.latest(part)
                .map(version -> new TermsText(version.fileName(), version.content()))
                .orElseThrow();
    }

    /** The policy reader refuses what is written in the policy; agreements could hide a child as well. */
    private void refuseHidingFromCpIs(TermsProposal proposal) {
        Set<Category> now = atCpIs(stored.now());
        Set<Category> lost = new HashSet<>(now);
        lost.removeAll(atCpIs(proposal.terms()));
        if (!lost.isEmpty()) {
            String words = lost.stream().map(Category::code).sorted().collect(Collectors.joining(", "));
            throw new InvalidFileException(
                    proposal.fileName(),
                    "CP-IS is statutory, no change may hide a child at risk: no agreement on `cp-is` in force would cover "
                            + words);
        }
    }

    private Set<Category> atCpIs(Terms terms) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Judge.ZONE);
        return terms.agreements().inForce(Destination.CP_IS, Optional.empty(), today).stream()
                .flatMap(agreement -> agreement.categories().stream())
                .collect(Collectors.toSet());
    }

    private void refuseSameDeclaredVersion(TermsProposal proposal) {
        String declared = declared(proposal.version());
        boolean taken = table.history(proposal.part(), Integer.MAX_VALUE).stream()
                .anyMatch(version -> declared(version.version()).equals(declared));
        if (taken) {
            throw new InvalidFileException(
                    proposal.fileName(),
                    "version \"" + declared
                            + "\" was in force with another content: give this one a version of its own");
        }
    }

    private static String declared(String version) {
        int plus = version.lastIndexOf('+');
        return plus < 0 ? version : version.substring(0, plus);
    }
}
