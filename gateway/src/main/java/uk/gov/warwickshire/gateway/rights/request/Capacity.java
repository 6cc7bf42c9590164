package uk.gov.warwickshire.gateway.rights.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which capacity somebody asks for a child. */
public enum Capacity {
    CHILD("The child or young person", "evidence of identity; from 13 years by the rule of this form"),
    PARENTAL_RESPONSIBILITY("A person with parental responsibility", "evidence of parental responsibility"),
    SOLICITOR("A solicitor", "signed authority of the child or of a person with parental responsibility");

    private final String title;
    private final String evidence;

    Capacity(String title, String evidence) {
        this.title = title;
        this.evidence = evidence;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    /** What the officer who confirms it must have seen. */
    public String evidence() {
        return evidence;
    }

    public static Optional<Capacity> ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
