package uk.gov.warwickshire.gateway.rights.pack;

/**
 * A value in plain words.
 *
 * @param item number of the review item it belongs to; 0 for none
 */
public record PackLine(String label, String value, int item) {

    static PackLine of(String label, String value) {
        return new PackLine(label, value, 0);
    }
}
