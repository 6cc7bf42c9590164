package uk.gov.warwickshire.gateway.rights.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person asks for; articles are those of the UK GDPR. */
public enum RequestKind {
    SUBJECT_ACCESS("Subject access", "a copy of what is held and shared", "article 15"),
    RECTIFICATION("Rectification", "to have it put right", "article 16"),
    RESTRICTION("Restriction", "that it is shared with nobody but CP-IS", "article 18"),
    OBJECTION_ICR("Objection to the ICR", "that it is not in the Integrated Care Record", "article 21"),
    ERASURE("Erasure", "to have it erased", "article 17"),
    CONSENT_GIVEN("Consent given", "that it may be shared with one destination", "article 7"),
    CONSENT_WITHDRAWN("Consent withdrawn", "that a consent no longer counts", "article 7(3)");

    private final String title;
    private final String asks;
    private final String article;

    RequestKind(String title, String asks, String article) {
        this.title = title;
        this.asks = asks;
        this.article = article;
    }

    /** As the command line and JSON have it: `subject-access`. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    /** What the person asks, to end the sentence "I ask ...". */
    public String asks() {
        return asks;
    }

    public String article() {
        return article;
    }

    /** Whether it is about one destination, which must then be named. */
    public boolean needsDestination() {
        return this == CONSENT_GIVEN || this == CONSENT_WITHDRAWN;
    }

    /** Whether granting it changes what may be shared. */
    public boolean isChoice() {
        return this == RESTRICTION || this == OBJECTION_ICR || needsDestination();
    }

    public static Optional<RequestKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
