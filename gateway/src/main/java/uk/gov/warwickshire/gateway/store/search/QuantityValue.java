package uk.gov.warwickshire.gateway.store.search;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * A quantity as asked for. A number means a range half a digit of its precision to each side (R4 search 3.1.1.5.8).
 *
 * @param unit code or unit; any if empty
 */
public record QuantityValue(Prefix prefix, BigDecimal number, Optional<String> system, Optional<String> unit) {
    public QuantityValue {
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(number, "number");
    }

    BigDecimal halfDigit() {
        return BigDecimal.ONE.movePointLeft(number.scale()).divide(BigDecimal.valueOf(2));
    }

    BigDecimal low() {
        return number.subtract(halfDigit());
    }

    BigDecimal high() {
        return number.add(halfDigit());
    }
}
