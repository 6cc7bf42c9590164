package uk.gov.warwickshire.mappings.source.cin.rules;

import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CIN_DETAILS;
import static uk.gov.warwickshire.mappings.source.cin.CensusModule.SECTION_47;

import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.source.cin.CensusFlag;
import uk.gov.warwickshire.mappings.source.cin.CensusModule;
import uk.gov.warwickshire.mappings.source.cin.CensusPeriod;
import uk.gov.warwickshire.mappings.source.cin.CensusValue;
import uk.gov.warwickshire.mappings.source.cin.CinDetails;
import uk.gov.warwickshire.mappings.source.cin.Section47;

/** Section 47 enquiries and initial conferences. */
final class Section47Rules implements ChildRules {

    private static final int WORKING_DAYS_TO_CONFERENCE = 15;

    @Override
    public void check(ReturnedChild returned, RuleFindings found) {
        CensusPeriod period = returned.period();
        List<CinDetails> episodes = returned.child().episodes();
        for (CinDetails episode : episodes) {
            conference(episode, CIN_DETAILS, episode.line(), episode.initialConference(), period, found);
            for (Section47 enquiry : episode.enquiries()) {
                conference(episode, SECTION_47, enquiry.line(), enquiry.initialConference(), period, found);
                enquiry(episode, enquiry, period, found);
                found.addIf(
                        episodes.stream().anyMatch(e -> Days.same(e.initialConference(), enquiry.initialConference())),
                        "2884",
                        SECTION_47,
                        enquiry.line(),
                        "DateOfInitialCPC");
            }
            together(episode, period, found);
        }
    }

    private static void conference(
            CinDetails episode,
            CensusModule module,
            long line,
            Optional<CensusValue> held,
            CensusPeriod period,
            RuleFindings found) {
        found.addIf(Days.before(held, episode.referralDate()), "1104", module, line, "DateOfInitialCPC");
        found.addIf(Days.outside(held, period), "8715", module, line, "DateOfInitialCPC");
        found.addIf(Days.weekend(held), "8875", module, line, "DateOfInitialCPC");
    }

    private static void enquiry(CinDetails episode, Section47 enquiry, CensusPeriod period, RuleFindings found) {
        long line = enquiry.line();
        boolean conferenceDue = enquiry.initialConference().isEmpty()
                && enquiry.conferenceNotRequired()
                        .flatMap(CensusFlag::read)
                        .filter(notRequired -> !notRequired)
                        .isPresent();
        found.addIf(
                Days.before(enquiry.start(), episode.referralDate()), "2889", SECTION_47, line, "S47ActualStartDate");
        found.addIf(
                Days.of(enquiry.start()).isEmpty() || Days.before(enquiry.initialConference(), enquiry.start()),
                "8615",
                SECTION_47,
                line,
                "S47ActualStartDate");
        found.addIf(
                conferenceDue
                        && Days.before(enquiry.start(), WorkingDays.before(period.end(), WORKING_DAYS_TO_CONFERENCE)),
                "8675Q",
                SECTION_47,
                line,
                "DateOfInitialCPC");
        found.addIf(
                conferenceDue && Days.outside(enquiry.start(), period), "8740", SECTION_47, line, "S47ActualStartDate");
        found.addIf(Days.weekend(enquiry.conferenceTarget()), "8870Q", SECTION_47, line, "InitialCPCtarget");
    }

    private static void together(CinDetails episode, CensusPeriod period, RuleFindings found) {
        List<Section47> open =
                episode.enquiries().stream().filter(Section47::isOpen).toList();
        for (Section47 enquiry : open) {
            found.addIf(open.size() > 1, "8839", SECTION_47, enquiry.line(), "DateOfInitialCPC");
        }
        // One that needed no conference has no last day, so nothing begins within it.
        List<Section47> running = episode.enquiries().stream()
                .filter(e -> e.isOpen() || e.initialConference().isPresent())
                .toList();
        for (Section47 within :
                Spans.startingWithinOrOnLast(running, Section47::start, Section47::initialConference, period.end())) {
            found.add("8890", SECTION_47, within.line(), "S47ActualStartDate");
        }
    }
}
