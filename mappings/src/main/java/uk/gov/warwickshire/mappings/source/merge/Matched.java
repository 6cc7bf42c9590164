package uk.gov.warwickshire.mappings.source.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Rows of two sources, those that tell of the same thing made one.
 *
 * @param all the dataset's rows in their order, then those that only the census knows: none is lost
 * @param ids of the census' rows, under which of all they are known now
 */
record Matched<T>(List<T> all, Map<String, String> ids) {

    /**
     * @param keys of two rows that share one of them, each is the other's; a row has at most one match
     * @param both makes one row of the dataset's and the census'
     */
    static <T> Matched<T> of(
            List<T> ours, List<T> theirs, Function<T, String> id, Function<T, List<?>> keys, BinaryOperator<T> both) {
        List<T> all = new ArrayList<>(ours);
        boolean[] taken = new boolean[ours.size()];
        Map<String, String> ids = new HashMap<>();
        for (T their : theirs) {
            Optional<Integer> match = match(ours, taken, their, id, keys);
            T known = match.map(i -> both.apply(all.get(i), their)).orElse(their);
            match.ifPresentOrElse(
                    i -> {
                        taken[i] = true;
                        all.set(i, known);
                    },
                    () -> all.add(their));
            ids.put(id.apply(their), id.apply(known));
        }
        return new Matched<>(List.copyOf(all), Map.copyOf(ids));
    }

    private static <T> Optional<Integer> match(
            List<T> ours, boolean[] taken, T their, Function<T, String> id, Function<T, List<?>> keys) {
        Optional<Integer> sameKey = Optional.empty();
        for (int i = 0; i < ours.size(); i++) {
            if (!taken[i] && id.apply(ours.get(i)).equals(id.apply(their))) {
                return Optional.of(i);
            }
            if (!taken[i] && sameKey.isEmpty() && !Collections.disjoint(keys.apply(ours.get(i)), keys.apply(their))) {
                sameKey = Optional.of(i);
            }
        }
        return sameKey;
    }

    /** A link of the census as it reads now. */
    Optional<String> link(Optional<String> id) {
        return id.map(i -> ids.getOrDefault(i, i));
    }
}
