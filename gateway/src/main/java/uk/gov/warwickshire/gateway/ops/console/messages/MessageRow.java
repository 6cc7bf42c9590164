package uk.gov.warwickshire.gateway.ops.console.messages;

import uk.gov.warwickshire.gateway.delivery.Delivery;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.gateway.ops.messages.ErrorText;
import uk.gov.warwickshire.gateway.ops.messages.PublicReason;

/**
 * A delivery as a line of a list.
 *
 * @param why reason or failure, in words that anyone may see
 */
public record MessageRow(Delivery delivery, boolean atRisk, String why) {

    static MessageRow of(Delivery delivery, boolean atRisk) {
        return new MessageRow(delivery, atRisk, why(delivery));
    }

    private static String why(Delivery delivery) {
        DeliveryState state = delivery.state();
        if (state == DeliveryState.HELD || state == DeliveryState.WITHHELD) {
            return delivery.reason()
                    .map(name -> PublicReason.ofName(name).code().replace('_', ' '))
                    .orElse("");
        }
        return ErrorText.of(delivery.lastStatus(), delivery.lastError());
    }

    /** Colour of the tag of a state. */
    public String tone() {
        return tone(delivery.state());
    }

    static String tone(DeliveryState state) {
        return switch (state) {
            case DEAD -> "govuk-tag--red";
            case HELD, RETRYING -> "govuk-tag--yellow";
            case ACKNOWLEDGED -> "govuk-tag--green";
            case WITHHELD, DISCARDED, RESUBMITTED -> "govuk-tag--grey";
            case PENDING, CLEARED, SENT -> "govuk-tag--blue";
        };
    }
}
