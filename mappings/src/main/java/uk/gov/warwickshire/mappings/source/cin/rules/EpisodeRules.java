package uk.gov.warwickshire.mappings.source.cin.rules;

import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CIN_DETAILS;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.source.cin.CensusFlag;
import uk.gov.warwickshire.mappings.source.cin.CensusPeriod;
import uk.gov.warwickshire.mappings.source.cin.CinDetails;
import uk.gov.warwickshire.mappings.source.code.CodeList;

/** Referral and closure of an episode, and the order of a child's episodes. */
final class EpisodeRules implements ChildRules {

    private static final int WEEKS_BEFORE_BIRTH = 40;

    @Override
    public void check(ReturnedChild returned, RuleFindings found) {
        for (CinDetails episode : returned.child().episodes()) {
            referral(episode, returned, found);
            closure(episode, returned.period(), found);
        }
        order(returned.child().episodes(), returned.period(), found);
    }

    private static void referral(CinDetails episode, ReturnedChild returned, RuleFindings found) {
        long line = episode.line();
        CensusPeriod period = returned.period();
        found.addIf(Days.missingOrAfter(episode.referralDate(), period), "8600", CIN_DETAILS, line, "CINreferralDate");
        Optional<LocalDate> birth = Days.of(returned.child().identifiers().birthDate())
                .or(() -> Days.of(returned.child().identifiers().expectedBirthDate()));
        found.addIf(
                birth.filter(b -> Days.before(episode.referralDate(), b.minusWeeks(WEEKS_BEFORE_BIRTH)))
                        .isPresent(),
                "8606",
                CIN_DETAILS,
                line,
                "CINreferralDate");
        found.addIf(
                CodeSets.missingOrInvalid(CodeList.REFERRAL_SOURCE, episode.referralSource()),
                "8866",
                CIN_DETAILS,
                line,
                "ReferralSource");
        found.addIf(
                episode.noFurtherAction().flatMap(CensusFlag::read).isEmpty(),
                "8568",
                CIN_DETAILS,
                line,
                "ReferralNFA");
        found.addIf(
                episode.isNoFurtherAction()
                        && Days.before(episode.referralDate(), WorkingDays.before(period.start(), 1)),
                "8569Q",
                CIN_DETAILS,
                line,
                "ReferralNFA");
        found.addIf(
                episode.isFurtherAction() && episode.primaryNeed().isEmpty(),
                "8610",
                CIN_DETAILS,
                line,
                "PrimaryNeedCode");
        found.addIf(
                CodeSets.presentAndInvalid(CodeList.CATEGORY_OF_NEED, episode.primaryNeed()),
                "8650",
                CIN_DETAILS,
                line,
                "PrimaryNeedCode");
    }

    private static void closure(CinDetails episode, CensusPeriod period, RuleFindings found) {
        long line = episode.line();
        found.addIf(Days.outside(episode.closureDate(), period), "8620", CIN_DETAILS, line, "CINclosureDate");
        found.addIf(
                Days.before(episode.closureDate(), episode.referralDate()),
                "8630",
                CIN_DETAILS,
                line,
                "CINclosureDate");
        found.addIf(
                CodeSets.presentAndInvalid(CodeList.CLOSURE_REASON, episode.closureReason()),
                "8640",
                CIN_DETAILS,
                line,
                "ReasonForClosure");
        found.addIf(
                episode.closureDate().isPresent() && episode.closureReason().isEmpty(),
                "8805",
                CIN_DETAILS,
                line,
                "ReasonForClosure");
        found.addIf(
                episode.closureDate().isEmpty() && episode.closureReason().isPresent(),
                "8810",
                CIN_DETAILS,
                line,
                "CINclosureDate");
    }

    private static void order(List<CinDetails> episodes, CensusPeriod period, RuleFindings found) {
        List<CinDetails> open = episodes.stream().filter(CinDetails::isOpen).toList();
        for (CinDetails episode : open) {
            found.addIf(open.size() > 1, "8815", CIN_DETAILS, episode.line(), "CINclosureDate");
            found.addIf(
                    episodes.stream().anyMatch(later -> Days.before(episode.referralDate(), later.referralDate())),
                    "8816",
                    CIN_DETAILS,
                    episode.line(),
                    "CINclosureDate");
        }
        // A referral without further action that has no closure date does not run.
        List<CinDetails> running = episodes.stream()
                .filter(e -> e.closureDate().isPresent() || !e.isNoFurtherAction())
                .toList();
        for (CinDetails within :
                Spans.startingWithin(running, CinDetails::referralDate, CinDetails::closureDate, period.end())) {
            found.add("8820", CIN_DETAILS, within.line(), "CINreferralDate");
        }
    }
}
