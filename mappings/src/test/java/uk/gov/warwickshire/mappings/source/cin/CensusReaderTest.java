package uk.gov.warwickshire.mappings.source.cin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.ssd.ReadOptions;
import uk.gov.warwickshire.mappings.source.ssd.ReadOutcome;

class CensusReaderTest {

    @Test
    void aChildIsReadWhole() throws Exception {
        ChildRecord child = record(EditedCensus.of("CINdetails.DateOfInitialCPC=2024-07-01"));

        assertThat(child.childId()).isEqualTo("C1");
        assertThat(child.person().birthDate()).contains(LocalDate.of(2012, 5, 4));
        assertThat(child.person().upn()).contains("F937000012001");
        assertThat(child.person().disabilities()).hasSize(1);
        assertThat(child.childInNeed().referrals()).singleElement().satisfies(r -> {
            assertThat(r.id()).isEqualTo("cin-2024-05-01");
            assertThat(r.primaryNeed().orElseThrow().code()).contains("N1");
            assertThat(r.source().orElseThrow().code()).contains("1A");
            assertThat(r.noFurtherAction()).contains(false);
        });
        assertThat(child.childInNeed().assessments()).singleElement().satisfies(a -> {
            assertThat(a.referralId()).contains("cin-2024-05-01");
            assertThat(a.authorised()).contains(LocalDate.of(2024, 6, 3));
            assertThat(a.factors()).hasSize(1);
        });
        assertThat(child.childProtection().enquiries())
                .singleElement()
                .satisfies(e -> assertThat(e.period().end()).contains(LocalDate.of(2024, 5, 30)));
        assertThat(child.childProtection().conferences())
                .satisfiesExactly(
                        c -> {
                            assertThat(c.planId()).contains("cin-2024-05-30");
                            assertThat(c.enquiryId()).contains("cin-2024-05-10");
                            assertThat(c.ledToPlan()).contains(true);
                        },
                        c -> assertThat(c.held()).contains(LocalDate.of(2024, 7, 1)));
        assertThat(child.childProtection().plans()).singleElement().satisfies(p -> {
            assertThat(p.period().end()).isEmpty();
            assertThat(p.latestCategory().orElseThrow().code()).contains("EMO");
        });
        assertThat(child.childProtection().reviews()).singleElement().satisfies(r -> assertThat(r.held())
                .contains(LocalDate.of(2024, 8, 20)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the shape of 2021          | <Sex>F</Sex>           | <GenderCurrent>2</GenderCurrent>
            Sex by number              | <Sex>F</Sex>           | <Sex>2</Sex>
            names in other letters     | <Sex>F</Sex>           | <SEX>F</SEX>
            a namespace                | <Message>              | <Message xmlns="urn:x">
            a comment inside           | <Sex>F</Sex>           | <Sex><!-- x -->F</Sex>
            text in a CDATA section    | <Sex>F</Sex>           | <Sex><![CDATA[F]]></Sex>
            a wrapper for each review  | <Reviews>              | <Reviews/><Reviews>
            dates as day/month/year    | 2012-05-04             | 04/05/2012
            flags in words             | <ReferralNFA>0         | <ReferralNFA>false
            """)
    void aShapeOfAnyYearComesToTheSameRecord(String name, String base, String delivered) throws Exception {
        byte[] changed = changed(base, delivered);

        assertThat(summary(record(changed))).as(name).isEqualTo(summary(record(EditedCensus.of(""))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            breaks off            | <Ethnicity>            | line 26: column
            crossed elements      | </Ethnicity>=</Ethni>  | line 26: column
            a document type       | <Message>=<!DOCTYPE Message [<!ENTITY e SYSTEM "file:///etc/passwd">]><Message> | document type
            an entity             | WBRI=&e;               | entity
            another collection    | <Collection>CIN=<Collection>SC | another collection
            another root          | Message>=Nachricht>    | no Child in Need Census
            no year               | 2025</Year>=</Year>; 2025-03-31</Ref=</Ref | neither a reference date nor a year
            no child              | Child>=Kind>           | holds no child
            """)
    void aDamagedFileIsRefusedWithItsPlace(String name, String edits, String says) throws Exception {
        String text = new String(EditedCensus.of(""), StandardCharsets.UTF_8);
        if (!edits.contains("=")) {
            text = text.substring(0, text.indexOf(edits));
        }
        for (String edit : edits.split("; ")) {
            int at = edit.contains(" [") ? edit.indexOf("=<!") : edit.indexOf('=');
            text = at < 0 ? text : text.replace(edit.substring(0, at), edit.substring(at + 1));
        }
        byte[] damaged = text.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CensusFiles.read(damaged))
                .as(name)
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining(says.strip())
                .hasMessageStartingWith("census.xml");
    }

    @Test
    void whatTheCensusDoesNotKnowIsReportedOnceForTheFile() throws Exception {
        byte[] twice = changed("</Ethnicity>", "</Ethnicity><Religion><Since>1</Since></Religion><Religion/>");

        CensusFiles.Whole whole = CensusFiles.read(twice);

        assertThat(whole.survey().findings())
                .filteredOn(f -> f.code().equals("UNKNOWN_ELEMENT"))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.field()).contains("Religion");
                    assertThat(f.source().table()).isEqualTo("ChildCharacteristics");
                    assertThat(f.message()).contains("2 times");
                });
        assertThat(whole.children().get(0).entry()).isPresent();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            two dates of birth    | <Sex>F      | <PersonBirthDate>2013-01-01</PersonBirthDate><Sex>F | REPEATED_ELEMENT | false
            the same twice        | <Sex>F      | <PersonBirthDate>2012-05-04</PersonBirthDate><Sex>F | -                | true
            two needs             | N1<         | N1</PrimaryNeedCode><PrimaryNeedCode>N2<           | REPEATED_ELEMENT | true
            no id                 | C1          | ' '                                                | NO_CHILD_ID      | false
            """)
    void aValueThatIsNotCertainLeavesTheChildOutWhereItsStatusHangsOnIt(
            String name, String base, String delivered, String code, boolean readable) throws Exception {
        DeliveredChild child =
                CensusFiles.read(changed(base, delivered)).children().get(0);

        assertThat(child.entry().isPresent()).as(name).isEqualTo(readable);
        assertThat(child.findings().stream().map(Rejection::code).toList().contains(code))
                .isEqualTo(!code.equals("-"));
    }

    @Test
    void aValueLongerThanAnyIsNotTaken() throws Exception {
        DeliveredChild child =
                CensusFiles.read(changed("WBRI", "x".repeat(10_000))).children().get(0);

        assertThat(child.findings()).extracting(Rejection::code).contains("VALUE_TOO_LONG", "4220");
        assertThat(child.entry()).isPresent();
    }

    @Test
    void twoChildrenOfOneIdAreBothLeftOut() throws Exception {
        assertThat(CensusFiles.read(EditedCensus.of("+Child")).children()).allSatisfy(child -> {
            assertThat(child.entry()).isEmpty();
            assertThat(child.findings()).extracting(Rejection::code).contains("8510", "REPEATED_CHILD");
        });
    }

    @Test
    void faultsHangOnTheChildOnlyWhereItsStatusDoes() throws Exception {
        assertThat(read(EditedCensus.of("CPPstartDate=soon"))).isInstanceOf(ReadOutcome.RejectedChild.class);
        assertThat(read(EditedCensus.of("PersonBirthDate=2012-13-45"))).isInstanceOf(ReadOutcome.RejectedChild.class);
        ReadOutcome.Accepted accepted = (ReadOutcome.Accepted) read(EditedCensus.of("AssessmentActualStartDate=soon"));
        assertThat(accepted.child().childInNeed().assessments()).isEmpty();
        assertThat(accepted.child().missingRows()).isEqualTo(1);
        assertThat(accepted.findings()).extracting(Rejection::code).containsExactly("BAD_DATE");
    }

    @Test
    void aKeptEntryComesBackAndItsHashKnowsValuesAlone() throws Exception {
        CensusEntry entry = entry(EditedCensus.of(""));
        CensusEntry moved = entry(changed("<Children>", "\n\n<Children>"));

        assertThat(CensusEntry.fromJson(entry.toJson())).isEqualTo(entry);
        assertThat(moved).isNotEqualTo(entry);
        assertThat(moved.contentHash()).isEqualTo(entry.contentHash());
        assertThat(entry(EditedCensus.of("CPPendDate=2024-12-01")).contentHash())
                .isNotEqualTo(entry.contentHash());
    }

    private static byte[] changed(String base, String delivered) throws Exception {
        String text = new String(EditedCensus.of(""), StandardCharsets.UTF_8);
        assertThat(text).contains(base);
        return text.replace(base, delivered).getBytes(StandardCharsets.UTF_8);
    }

    private static CensusEntry entry(byte[] bytes) throws Exception {
        return CensusFiles.read(bytes).children().get(0).entry().orElseThrow();
    }

    private static ReadOutcome read(byte[] bytes) throws Exception {
        return new CensusChildReader().read(entry(bytes), Identity.UNKNOWN, ReadOptions.on(LocalDate.of(2025, 6, 1)));
    }

    private static ChildRecord record(byte[] bytes) throws Exception {
        return ((ReadOutcome.Accepted) read(bytes)).child();
    }

    /** Without the lines, and by what codes mean. */
    private static List<String> summary(ChildRecord child) {
        return List.of(child.toString()
                .replaceAll("SourceRow\\[[^\\]]*\\]", "")
                .replaceAll("text=[^\\]]*", "")
                .split("(?<=\\]), "));
    }
}
