package uk.gov.warwickshire.mappings.source.ssd;

import java.util.Objects;

/**
 * What a row hangs on. Most tables name the person; some systems leave that column out, and the way to the child goes
 * through another row (Mosaic: placement to period of care, involvement to referral).
 */
public record RowLink(Kind kind, String key) {

    /** What the key is the id of. */
    public enum Kind {
        /** The council's person id: the row is the child's own. */
        CHILD,
        /** {@code cine_referral_id}. */
        REFERRAL,
        /** {@code cina_assessment_id}. */
        ASSESSMENT,
        /** {@code clae_cla_id}. */
        PERIOD_OF_CARE,
        /** {@code cppl_cp_plan_id}. */
        PROTECTION_PLAN,
        /** {@code prof_professional_id}: the row belongs to no child. */
        PROFESSIONAL,
        /** {@code dept_team_id}: the row belongs to no child. */
        TEAM
    }

    public RowLink {
        Objects.requireNonNull(kind, "kind");
        if (key.isBlank()) {
            throw new IllegalArgumentException("key must not be blank");
        }
    }
}
