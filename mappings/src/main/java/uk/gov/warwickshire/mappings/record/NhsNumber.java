package uk.gov.warwickshire.mappings.record;

import java.util.Objects;
import java.util.Optional;

/**
 * A valid NHS number of England and Wales: ten digits, modulus 11, in an issued range, not one digit repeated
 * (opt-out-and-mesh.md 12). Valid does not mean verified.
 */
public record NhsNumber(String digits) implements Comparable<NhsNumber> {

    private static final int LENGTH = 10;

    /** @throws IllegalArgumentException if the digits are no valid number; the message does not repeat them */
    public NhsNumber {
        Objects.requireNonNull(digits, "digits");
        if (!isTenDigits(digits) || isOneDigitRepeated(digits) || !passesModulus11(digits) || !isInRange(digits)) {
            throw new IllegalArgumentException("not a valid NHS number");
        }
    }

    /** Reads a number as people write it, with spaces or hyphens; empty if it is no valid number. */
    public static Optional<NhsNumber> parse(String text) {
        String digits = text.replaceAll("[\\s\\u00a0-]", "");
        try {
            return Optional.of(new NhsNumber(digits));
        } catch (IllegalArgumentException notValid) {
            return Optional.empty();
        }
    }

    /** Numbers from 9 000 000 000 are never issued: they are for tests, and live systems must refuse them. */
    public boolean isTestNumber() {
        return digits.charAt(0) == '9';
    }

    private static boolean isTenDigits(String text) {
        return text.length() == LENGTH && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isOneDigitRepeated(String text) {
        return text.chars().distinct().count() == 1;
    }

    private static boolean passesModulus11(String text) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (LENGTH - i) * (text.charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 11;
        return check == text.charAt(LENGTH - 1) - '0';
    }

    private static boolean isInRange(String text) {
        return switch (text.charAt(0)) {
            case '4', '6', '7', '9' -> true;
            default -> false;
        };
    }

    @Override
    public int compareTo(NhsNumber other) {
        return digits.compareTo(other.digits);
    }

    /** Masked: a number never reaches a log by accident. */
    @Override
    public String toString() {
        return "NHS number ***" + digits.substring(LENGTH - 2);
    }
}
