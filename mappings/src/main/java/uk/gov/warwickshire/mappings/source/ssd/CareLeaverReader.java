package uk.gov.warwickshire.mappings.source.ssd;

import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.CareLeaver;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.source.code.CodeList;

/** ssd_care_leavers. */
final class CareLeaverReader {

    private CareLeaverReader() {}

    static List<CareLeaver> read(ReadContext context) {
        return context.read(SsdTable.CARE_LEAVERS, row -> careLeaver(row, context));
    }

    private static CareLeaver careLeaver(RowReader row, ReadContext context) {
        Optional<String> accommodation = row.text("clea_care_leaver_accommodation");
        // SSDA903 writes the accommodation and whether it is suitable as one: B1, B2.
        Optional<String> both = accommodation.filter(a -> a.matches("[A-Za-z][12]"));
        return new CareLeaver(
                row.id(),
                row.coded("clea_care_leaver_eligibility", CodeList.CARE_LEAVER_ELIGIBILITY),
                row.coded("clea_care_leaver_in_touch", CodeList.CARE_LEAVER_IN_TOUCH),
                row.date("clea_care_leaver_latest_contact"),
                both.flatMap(b -> context.codes().codeOf(CodeList.CARE_LEAVER_ACCOMMODATION, b.substring(0, 1)))
                        .map(code -> Coded.of(code, both.orElse(code)))
                        .or(() -> row.coded("clea_care_leaver_accommodation", CodeList.CARE_LEAVER_ACCOMMODATION)),
                row.coded("clea_care_leaver_accom_suitable", CodeList.ACCOMMODATION_SUITABILITY)
                        .or(() -> both.map(b -> Coded.of(b.substring(1), b))),
                row.coded("clea_care_leaver_activity", CodeList.CARE_LEAVER_ACTIVITY),
                row.date("clea_pathway_plan_review_date"),
                row.text("clea_care_leaver_personal_advisor"),
                row.team("clea_care_leaver_allocated_team"),
                row.professional("clea_care_leaver_worker_id"),
                row.source());
    }
}
