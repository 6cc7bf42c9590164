package uk.gov.warwickshire.gateway.rights.request;

import static uk.gov.warwickshire.gateway.rights.request.RequestKind.CONSENT_GIVEN;
import static uk.gov.warwickshire.gateway.rights.request.RequestKind.CONSENT_WITHDRAWN;
import static uk.gov.warwickshire.gateway.rights.request.RequestKind.ERASURE;
import static uk.gov.warwickshire.gateway.rights.request.RequestKind.OBJECTION_ICR;
import static uk.gov.warwickshire.gateway.rights.request.RequestKind.RECTIFICATION;
import static uk.gov.warwickshire.gateway.rights.request.RequestKind.RESTRICTION;
import static uk.gov.warwickshire.gateway.rights.request.RequestKind.SUBJECT_ACCESS;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Why a request is granted or refused, by the article (UK GDPR) or Act on which the decision rests. */
public enum Ground {
    ENTITLED("The person has this right", "UK GDPR articles 7 and 15 to 21", true, EnumSet.allOf(RequestKind.class)),
    PARTLY_EXEMPT(
            "The person has this right; part is withheld by an exemption",
            "Data Protection Act 2018, Schedules 2 to 4",
            true,
            Set.of(SUBJECT_ACCESS, RECTIFICATION, ERASURE)),
    IDENTITY_NOT_CONFIRMED(
            "Who asks could not be confirmed", "UK GDPR article 12(6)", false, EnumSet.allOf(RequestKind.class)),
    NO_AUTHORITY(
            "The person may not ask for this child",
            "UK GDPR article 12(2) and (6)",
            false,
            EnumSet.allOf(RequestKind.class)),
    MANIFESTLY_UNFOUNDED(
            "Manifestly unfounded or excessive", "UK GDPR article 12(5)", false, EnumSet.allOf(RequestKind.class)),
    SERIOUS_HARM(
            "To answer would be likely to cause serious harm to the child or to another person",
            "Data Protection Act 2018, Schedule 3, Part 3 (social work data)",
            false,
            Set.of(SUBJECT_ACCESS, RECTIFICATION, RESTRICTION, ERASURE)),
    CHILD_ABUSE_DATA(
            "Child abuse data, and to give it would not be in the child's best interests",
            "Data Protection Act 2018, Schedule 3, Part 5",
            false,
            Set.of(SUBJECT_ACCESS)),
    ACCURATE("The record was checked and is accurate", "UK GDPR article 16", false, Set.of(RECTIFICATION)),
    LEGAL_OBLIGATION(
            "The law requires the council to keep or share it",
            "UK GDPR articles 17(3)(b) and 18(2)",
            false,
            Set.of(RESTRICTION, ERASURE)),
    PUBLIC_TASK(
            "It is needed for a task in the public interest or official authority",
            "UK GDPR articles 17(3)(b) and 21(1)",
            false,
            Set.of(OBJECTION_ICR, ERASURE)),
    LEGAL_HOLD("It is under a legal hold", "Inquiries Act 2005", false, Set.of(ERASURE)),
    NO_SUCH_CONSENT(
            "There is no such consent, or consent has no effect there",
            "UK GDPR article 7",
            false,
            Set.of(CONSENT_GIVEN, CONSENT_WITHDRAWN)),
    NOT_HELD("Nothing is held about this child", "UK GDPR article 15(1)", false, EnumSet.allOf(RequestKind.class));

    private final String words;
    private final String source;
    private final boolean grants;
    private final Set<RequestKind> kinds;

    Ground(String words, String source, boolean grants, Set<RequestKind> kinds) {
        this.words = words;
        this.source = source;
        this.grants = grants;
        this.kinds = EnumSet.copyOf(kinds);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String words() {
        return words;
    }

    /** Where the ground stands in law. */
    public String source() {
        return source;
    }

    public boolean grants() {
        return grants;
    }

    public boolean appliesTo(RequestKind kind) {
        return kinds.contains(kind);
    }

    public static List<Ground> of(RequestKind kind) {
        return Arrays.stream(values()).filter(ground -> ground.appliesTo(kind)).toList();
    }

    public static Optional<Ground> ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
