package uk.gov.warwickshire.gateway.optout;

import java.util.List;
import java.util.stream.IntStream;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Valid NHS numbers by index. */
final class TestNumbers {

    private TestNumbers() {}

    static List<NhsNumber> first(int count) {
        return startingWith('4', count);
    }

    static List<NhsNumber> startingWith(char digit, int count) {
        return IntStream.range(0, Integer.MAX_VALUE)
                .boxed()
                .flatMap(i -> IntStream.rangeClosed(0, 9)
                        .mapToObj(check -> "%s%08d%d".formatted(digit, i, check))
                        .flatMap(text -> NhsNumber.parse(text).stream()))
                .limit(count)
                .toList();
    }
}
