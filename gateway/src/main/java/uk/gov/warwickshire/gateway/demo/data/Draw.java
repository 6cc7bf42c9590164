package uk.gov.warwickshire.gateway.demo.data;

import java.util.List;
import java.util.Random;

/** Draws that the seed alone decides; {@link Random} because its algorithm is specified and never changes. */
record Draw(Random random) {

    /** Independent of how much was drawn for other members of the population. */
    static Draw of(long seed, int member) {
        // Stirred (the finaliser of SplittableRandom): seeds that lie close together would begin with like draws.
        long mixed = seed * 1_000_003L + member * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return new Draw(new Random(mixed ^ (mixed >>> 31)));
    }

    /** Both ends included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
