package uk.gov.warwickshire.gateway.optout;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedOptOuts;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** A national service that knows these opt-outs and refuses these numbers. */
record SomeOptOuts(Set<String> optedOut, Set<String> refused) implements SimulatedOptOuts {

    static final SomeOptOuts NONE = new SomeOptOuts(Set.of(), Set.of());

    static SomeOptOuts of(Collection<NhsNumber> optedOut, Collection<NhsNumber> refused) {
        return new SomeOptOuts(digits(optedOut), digits(refused));
    }

    private static Set<String> digits(Collection<NhsNumber> numbers) {
        return numbers.stream().map(NhsNumber::digits).collect(Collectors.toSet());
    }

    @Override
    public boolean isOptedOut(String nhsNumber) {
        return optedOut.contains(nhsNumber);
    }

    @Override
    public boolean isRefused(String nhsNumber) {
        return refused.contains(nhsNumber);
    }
}
