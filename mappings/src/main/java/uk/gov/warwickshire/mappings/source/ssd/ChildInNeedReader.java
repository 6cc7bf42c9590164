package uk.gov.warwickshire.mappings.source.ssd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.ChildInNeed;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.source.code.CodeList;

/** ssd_cin_episodes, ssd_cin_assessments with ssd_assessment_factors, ssd_cin_plans. */
final class ChildInNeedReader {

    private ChildInNeedReader() {}

    static ChildInNeed read(ReadContext context) {
        List<ChildInNeed.Referral> referrals = context.read(SsdTable.CIN_EPISODES, row -> referral(row, context));
        Map<String, List<Coded>> factors = factors(context);
        List<ChildInNeed.Assessment> assessments = context.read(
                SsdTable.CIN_ASSESSMENTS, row -> assessment(row, factors.getOrDefault(row.id(), List.of())));
        return new ChildInNeed(referrals, assessments, context.read(SsdTable.CIN_PLANS, ChildInNeedReader::plan));
    }

    private static ChildInNeed.Referral referral(RowReader row, ReadContext context) {
        return new ChildInNeed.Referral(
                row.id(),
                row.period("cine_referral_date", "cine_close_date"),
                row.coded("cine_cin_primary_need_code", CodeList.CATEGORY_OF_NEED),
                source(row, context),
                row.flag("cine_referral_nfa"),
                row.coded("cine_close_reason", CodeList.CLOSURE_REASON),
                row.team("cine_referral_team"),
                row.professional("cine_referral_worker_id"),
                row.source());
    }

    /** Code and description stand in two columns; either may be the one that says it. */
    private static Optional<Coded> source(RowReader row, ReadContext context) {
        Optional<String> code = row.text("cine_referral_source_code");
        Optional<String> description = row.text("cine_referral_source_desc");
        Optional<String> found = code.flatMap(c -> context.codes().codeOf(CodeList.REFERRAL_SOURCE, c))
                .or(() -> description.flatMap(d -> context.codes().codeOf(CodeList.REFERRAL_SOURCE, d)));
        Optional<Coded> source = description.or(() -> code).map(text -> new Coded(found, text));
        if (source.isPresent() && found.isEmpty()) {
            row.warnUnknownCode("cine_referral_source_code");
        }
        return source;
    }

    private static Map<String, List<Coded>> factors(ReadContext context) {
        Map<String, List<Coded>> byAssessment = new HashMap<>();
        context.read(SsdTable.ASSESSMENT_FACTORS, row -> {
            row.link("cinf_assessment_id", SsdTable.CIN_ASSESSMENTS).ifPresent(assessment -> {
                List<Coded> factors = byAssessment.computeIfAbsent(assessment, a -> new ArrayList<>());
                for (String code :
                        row.text("cinf_assessment_factors_json").orElse("").split(" ")) {
                    addFactor(row, factors, code, context);
                }
            });
            return row.id();
        });
        return byAssessment;
    }

    private static void addFactor(RowReader row, List<Coded> factors, String staged, ReadContext context) {
        Optional<String> code = context.codes().codeOf(CodeList.ASSESSMENT_FACTOR, staged);
        if (code.isEmpty() && !staged.isEmpty()) {
            row.warn(
                    "cinf_assessment_factors_json",
                    "UNKNOWN_CODE",
                    "A factor is not in the national code list and was left out. Use the codes of the census.");
        }
        code.filter(c -> factors.stream().noneMatch(f -> f.is(c)))
                .map(c -> Coded.of(
                        c,
                        context.codes().display(CodeList.ASSESSMENT_FACTOR, c).orElse(c)))
                .ifPresent(factors::add);
    }

    private static ChildInNeed.Assessment assessment(RowReader row, List<Coded> factors) {
        return new ChildInNeed.Assessment(
                row.id(),
                row.link("cina_referral_id", SsdTable.CIN_EPISODES),
                row.period("cina_assessment_start_date", "cina_assessment_auth_date"),
                row.flag("cina_assessment_child_seen"),
                row.flag("cina_assessment_outcome_nfa"),
                factors,
                row.team("cina_assessment_team"),
                row.professional("cina_assessment_worker_id"),
                row.source());
    }

    private static ChildInNeed.CinPlan plan(RowReader row) {
        return new ChildInNeed.CinPlan(
                row.id(),
                row.link("cinp_referral_id", SsdTable.CIN_EPISODES),
                row.period("cinp_cin_plan_start_date", "cinp_cin_plan_end_date"),
                row.team("cinp_cin_plan_team"),
                row.professional("cinp_cin_plan_worker_id"),
                row.source());
    }
}
