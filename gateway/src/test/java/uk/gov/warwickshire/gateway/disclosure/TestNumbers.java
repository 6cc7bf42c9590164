package uk.gov.warwickshire.gateway.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Valid NHS numbers of the range that is never issued. */
final class TestNumbers {

    private static final List<NhsNumber> NUMBERS = IntStream.range(0, 20_000)
            .mapToObj(i -> "9" + String.format("%08d", i + 100))
            .flatMap(nine -> IntStream.range(0, 10)
                    .mapToObj(check -> NhsNumber.parse(nine + check))
                    .flatMap(Optional::stream))
            .toList();

    private TestNumbers() {}

    static NhsNumber number(int i) {
        return NUMBERS.get(i);
    }
}
