package uk.gov.warwickshire.gateway.demo.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

/**
 * The Child in Need Census of the last 31 March for a few children of whom the dataset tells as well, so that the demo
 * shows two sources of one record. It tells nothing the dataset contradicts, so what is decided of a child stays as
 * planned; one child's sex is written by number, a broken rule for the report.
 */
final class CensusReturn {

    private static final int EVERY = 6;
    private static final MonthDay YEAR_END = MonthDay.of(Month.MARCH, 31);

    private final LocalDate referenceDate;
    private final List<String> children = new ArrayList<>();

    CensusReturn(LocalDate today) {
        LocalDate thisYear = YEAR_END.atYear(today.getYear());
        this.referenceDate = thisYear.isAfter(today) ? thisYear.minusYears(1) : thisYear;
    }

    /** Takes a child in if it was one of the year's, and its turn. */
    void offer(CaseFile file) {
        SyntheticChild child = file.child();
        boolean eligible = child.situation() == Situation.PLAIN
                && child.caseType().hasReferral()
                && child.caseType() != CaseType.UNBORN
                && !ChildProtectionHistory.planStart(file).isAfter(referenceDate);
        if (eligible && child.number() % EVERY == 0) {
            children.add(xml(file));
        }
    }

    /** Whether there is anything to return: a census without a child is none. */
    boolean isEmpty() {
        return children.isEmpty();
    }

    void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <Message>
                    <Header>
                    <CollectionDetails>
                    <Collection>CIN</Collection><Year>%d</Year><ReferenceDate>%s</ReferenceDate>
                    </CollectionDetails>
                    <Source><SourceLevel>L</SourceLevel><LEA>937</LEA></Source>
                    </Header>
                    <Children>
                    """.formatted(referenceDate.getYear(), referenceDate));
            for (String child : children) {
                out.write(child);
            }
            out.write("</Children>\n</Message>\n");
        }
    }

    private String xml(CaseFile file) {
        SyntheticChild child = file.child();
        boolean byNumber = children.isEmpty();
        return """
                <Child>
                <ChildIdentifiers>
                <LAchildID>%s</LAchildID><UPNunknown>UN2</UPNunknown>
                <PersonBirthDate>%s</PersonBirthDate><Sex>%s</Sex>
                </ChildIdentifiers>
                <ChildCharacteristics><Ethnicity>NOBT</Ethnicity></ChildCharacteristics>
                <CINdetails>
                <CINreferralDate>%s</CINreferralDate>
                <ReferralSource>1A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>0</ReferralNFA>
                %s</CINdetails>
                </Child>
                """.formatted(
                        child.personId(),
                        child.birth(),
                        byNumber ? (child.sex().equals("F") ? "2" : "1") : child.sex(),
                        file.began(),
                        protection(file));
    }

    private String protection(CaseFile file) {
        boolean ended = file.child().caseType() == CaseType.CHILD_PROTECTION_ENDED;
        if (!ended && file.child().caseType() != CaseType.CHILD_PROTECTION) {
            return "";
        }
        LocalDate start = ChildProtectionHistory.planStart(file);
        LocalDate end = start.plusDays(ChildProtectionHistory.ENDED_AFTER);
        String endDate = ended && !end.isAfter(referenceDate) ? "<CPPendDate>" + end + "</CPPendDate>" : "";
        return """
                <Section47>
                <S47ActualStartDate>%s</S47ActualStartDate><DateOfInitialCPC>%s</DateOfInitialCPC>
                <ICPCnotRequired>0</ICPCnotRequired>
                </Section47>
                <ChildProtectionPlans>
                <CPPstartDate>%s</CPPstartDate>%s
                <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>
                <NumberOfPreviousCPP>0</NumberOfPreviousCPP>
                <Reviews><CPPreviewDate>%s</CPPreviewDate></Reviews>
                </ChildProtectionPlans>
                """.formatted(file.began().plusDays(3), start, start, endDate, start.plusDays(40));
    }
}
