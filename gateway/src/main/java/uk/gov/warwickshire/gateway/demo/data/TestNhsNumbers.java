package uk.gov.warwickshire.gateway.demo.data;

import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * Valid numbers that begin with 999, which are issued to nobody (opt-out-and-mesh.md 12). The same seed gives the same
 * numbers in the same order; none comes twice.
 */
final class TestNhsNumbers {

    private static final int BODIES = 1_000_000;
    /** Coprime to the number of bodies, so that every body is met once before the first returns. */
    private static final int STRIDE = 370_261;

    private int body;
    private int left = BODIES;

    TestNhsNumbers(long seed) {
        this.body = Math.floorMod(seed * 7919L, BODIES);
    }

    /** @throws IllegalStateException after some 909,000 numbers, when the range is used up */
    NhsNumber next() {
        while (left-- > 0) {
            String nine = "999%06d".formatted(body);
            body = (body + STRIDE) % BODIES;
            int check = checkDigit(nine);
            if (check < 10) {
                return new NhsNumber(nine + check);
            }
        }
        throw new IllegalStateException("the range of test numbers is used up: generate fewer children");
    }

    /** Ten digits that no reader may take: the check digit is wrong by one. */
    static String withWrongCheckDigit(NhsNumber number) {
        int last = number.digits().charAt(9) - '0';
        return number.digits().substring(0, 9) + (last + 1) % 10;
    }

    /** 10 where no valid number has this body. */
    private static int checkDigit(String nine) {
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            sum += (10 - i) * (nine.charAt(i) - '0');
        }
        return (11 - sum % 11) % 11;
    }
}
