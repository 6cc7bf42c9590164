package uk.gov.warwickshire.gateway.rights.retention;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The event from which a period of retention runs. */
public enum RetentionEvent {
    CLOSURE("the service ended"),
    CASE_CLOSURE("the last service ended"),
    LAST_CONTACT("the last contact"),
    DATE_OF_BIRTH("the date of birth"),
    EIGHTEENTH_BIRTHDAY("the 18th birthday"),
    ADOPTION_ORDER("the adoption order"),
    DEATH("the death");

    private static final int OF_AGE = 18;

    private final String words;

    RetentionEvent(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RetentionEvent> ofCode(String code) {
        return Stream.of(values()).filter(event -> event.code().equals(code)).findFirst();
    }

    /** The day of the event for a service the child had; empty if it is not known. */
    Optional<LocalDate> dayOf(RetentionFacts facts, Service service) {
        return switch (this) {
            case CLOSURE -> facts.span(service).flatMap(Span::closed);
            case CASE_CLOSURE -> facts.lastClosure();
            case LAST_CONTACT -> facts.lastContact();
            case DATE_OF_BIRTH -> facts.birth();
            case EIGHTEENTH_BIRTHDAY -> facts.birth().map(day -> Anniversaries.of(day, OF_AGE));
            case ADOPTION_ORDER -> facts.adoptionOrder();
            case DEATH -> facts.death();
        };
    }
}
