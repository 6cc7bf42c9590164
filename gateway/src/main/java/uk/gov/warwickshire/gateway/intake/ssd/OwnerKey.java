package uk.gov.warwickshire.gateway.intake.ssd;

import uk.gov.warwickshire.gateway.intake.child.UseKey;
import uk.gov.warwickshire.mappings.source.ssd.RowLink;

/** A link of a row as the staging table writes it. */
final class OwnerKey {

    private OwnerKey() {}

    static String of(RowLink link) {
        return switch (link.kind()) {
            case CHILD -> throw new IllegalArgumentException("a child is no owner key");
            case REFERRAL -> "R:" + link.key();
            case ASSESSMENT -> "A:" + link.key();
            case PERIOD_OF_CARE -> "C:" + link.key();
            case PROTECTION_PLAN -> "L:" + link.key();
            case PROFESSIONAL -> UseKey.professional(link.key());
            case TEAM -> UseKey.team(link.key());
        };
    }
}
