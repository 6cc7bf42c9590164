package uk.gov.warwickshire.gateway.rights.retention;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What social care did for a child, as far as retention tells it apart. */
public enum Service {
    CONTACT("Contact or referral without further action"),
    ASSESSMENT("Assessment without a plan"),
    EARLY_HELP("Early help"),
    CHILD_IN_NEED("Child in need"),
    CHILD_PROTECTION("Child protection"),
    LOOKED_AFTER("Looked after"),
    ADOPTION("Adoption"),
    CARE_LEAVER("Care leaver"),
    COMPLAINT("Complaint"),
    DIED("Child who died");

    private final String title;

    Service(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** As the schedule writes it: `looked-after`. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Service> ofCode(String code) {
        return Stream.of(values())
                .filter(service -> service.code().equals(code))
                .findFirst();
    }
}
