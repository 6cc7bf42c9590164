package uk.gov.warwickshire.mappings.cpis.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.gov.warwickshire.mappings.cpis.inbound.InactiveNumbers.Inactive;
import uk.gov.warwickshire.mappings.cpis.inbound.Malformed.Reason;
import uk.gov.warwickshire.mappings.record.NhsNumber;

class CpIsInboundReaderTest {

    @Test
    void everyRecordUploaded() {
        Acknowledgement answer = (Acknowledgement) Documents.read("acknowledgement-all");

        assertThat(answer.isEverythingUploaded()).isTrue();
        assertThat(answer.sequence()).isEqualTo(new Count(42));
        assertThat(answer.processed()).isEqualTo(new Count(5));
        assertThat(answer.file().fileCode()).contains(FileResponseCode.CPF02);
    }

    @Test
    void partialSuccessReturnsEachFailedRecordWithItsReasons() {
        Acknowledgement answer = (Acknowledgement) Documents.read("acknowledgement-partial");

        assertThat(answer.isEverythingUploaded()).isFalse();
        assertThat(answer.file().fileCode()).contains(FileResponseCode.CPF03);
        assertThat(answer.failed()).hasSize(2);
        FailedRecord oldNumber = answer.failed().get(0);
        assertThat(oldNumber.nhsNumber()).as("not a valid number").isEmpty();
        assertThat(oldNumber.localId()).contains("C1003");
        assertThat(oldNumber.details().get(0).recordCode()).contains(RecordResponseCode.CPR04);
        assertThat(oldNumber.details().get(0).locations())
                .containsExactly("/File/record[3]/CP-ISRecord/subject/COCT_TP145101GB01.Child/id[1]");
    }

    @Test
    void opaqueAndUnknownCodesAreKept() {
        Acknowledgement answer = (Acknowledgement) Documents.read("acknowledgement-partial");

        FailedRecord failed = answer.failed().get(1);
        assertThat(failed.nhsNumber()).contains(new NhsNumber("9449306788"));
        ResponseDetail opaque = failed.details().get(0);
        assertThat(opaque.recordCode()).contains(RecordResponseCode.CPR07);
        assertThat(opaque.qualifier())
                .contains(new ResponseDetail.Qualifier("D99", Optional.of("A detail that is not public")));
        assertThat(opaque.locations()).hasSize(2);
        ResponseDetail unknown = failed.details().get(1);
        assertThat(unknown.code()).isEqualTo("CPR42");
        assertThat(unknown.recordCode()).isEmpty();
    }

    @Test
    void undeterminedCountsAreKept() {
        Acknowledgement answer = (Acknowledgement) Documents.read("acknowledgement-unreadable-file");

        assertThat(List.of(answer.sequence(), answer.processed(), answer.failedReturned()))
                .allMatch(count -> count.value() == -1 && !count.isDetermined());
        assertThat(answer.isEverythingUploaded()).isFalse();
    }

    @Test
    void anUnknownFileCodeIsNoSuccess() {
        String document = Documents.text("acknowledgement-all").replace("CPF02", "CPF07");

        Acknowledgement answer = (Acknowledgement) Documents.parse(document);

        assertThat(answer.isEverythingUploaded()).isFalse();
        assertThat(answer.file().code()).isEqualTo("CPF07");
    }

    @Test
    void accessNamesWhoLookedAndWhen() {
        AccessNotification access = (AccessNotification) Documents.read("access");

        assertThat(access.uploadFile()).contains(new Count(42));
        assertThat(access.totalReturned()).isEqualTo(new Count(1));
        assertThat(access.accesses())
                .containsExactly(new AccessNotification.Access(
                        Optional.of(new NhsNumber("9449306761")),
                        Optional.of("20260314021500+0000"),
                        Optional.of("Dr Test Reader"),
                        Optional.of("Healthcare Worker"),
                        Optional.of("Test Hospital Emergency Department")));
        assertThat(access.toString()).doesNotContain("Reader", "9449306761");
    }

    @Test
    void aNotificationWithoutAnAccessIsItsOwnOutcome() {
        assertThat(Documents.read("access-empty"))
                .isEqualTo(new EmptyAccessNotification(Optional.of(new Count(42)), new Count(0)));
    }

    @Test
    void inactiveNumbersWithReplacementWhereGiven() {
        assertThat(Documents.read("inactive"))
                .isEqualTo(new InactiveNumbers(List.of(
                        new Inactive(new NhsNumber("9449306761"), Optional.of(new NhsNumber("9449306788"))),
                        new Inactive(new NhsNumber("9449306796"), Optional.empty()))));
    }

    @Test
    void unknownElementsArePassedOver() {
        String document = Documents.text("acknowledgement-partial")
                .replace("<message>", "<message><unheard><of code='CPF02'/></unheard>")
                .replace("<id extension", "<x:id xmlns:x='urn:other' extension='7'/><id extension");

        assertThat(Documents.parse(document)).isEqualTo(Documents.read("acknowledgement-partial"));
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource({
        "acknowledgement-all, extension=\"42\", extension=\"x\", VALUE_INVALID",
        "acknowledgement-all, extension=\"42\", extension=\"-2\", VALUE_INVALID",
        "acknowledgement-all, extension=\"42\", extension=\"99999999999999999999\", VALUE_INVALID",
        "acknowledgement-all, value=\"0\", value=\"1\", CONTRADICTION",
        "acknowledgement-all, CPF02, CPF03, CONTRADICTION",
        "acknowledgement-all, failedReturnedCP-ISRecords, somethingElse, ELEMENT_MISSING",
        "acknowledgement-all, <id extension=\"42\"/>, <id extension=\"42\"/><id extension=\"43\"/>, ELEMENT_REPEATED",
        "acknowledgement-all, urn:hl7-org:v3, urn:hl7-org:v2, UNKNOWN_MESSAGE",
        "acknowledgement-all, FileResponse, FileAnswer, UNKNOWN_MESSAGE",
        "acknowledgement-partial, CPF03, CPF02, CONTRADICTION",
        "acknowledgement-partial, value=\"2\", value=\"3\", CONTRADICTION",
        "acknowledgement-partial, value=\"5\", value=\"1\", CONTRADICTION",
        "acknowledgement-partial, acknowledgementRecord, other, ELEMENT_MISSING",
        "acknowledgement-partial, CPF03, CPR06, CONTRADICTION",
        "acknowledgement-partial, CPR04, CPF02, CONTRADICTION",
        "access-empty, value=\"0\", value=\"1\", CONTRADICTION",
        "inactive, replacementPatient, newPatient, CONTRADICTION",
        "inactive, 9449306788, 9449306789, VALUE_INVALID",
        "inactive, 9449306788, 9449306761, CONTRADICTION",
        "inactive, inactivePatient, patient, ELEMENT_MISSING",
    })
    void aDocumentThatCannotBeReliedOnIsMalformed(String document, String part, String instead, Reason reason) {
        String changed = Documents.text(document).replace(part, instead);

        assertThat(Documents.parse(changed))
                .asInstanceOf(type(Malformed.class))
                .extracting(Malformed::reason)
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @EnumSource(FileResponseCode.class)
    void everyFileCodeIsReadAndExplained(FileResponseCode code) {
        String document = Documents.text("acknowledgement-unreadable-file").replace("CPF01", code.name());

        Acknowledgement answer = (Acknowledgement) Documents.parse(document);

        assertThat(answer.file().fileCode()).contains(code);
        assertThat(answer.isEverythingUploaded()).isFalse();
        assertThat(List.of(code.meaning(), code.remedy())).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @EnumSource(RecordResponseCode.class)
    void everyRecordCodeIsReadAndExplained(RecordResponseCode code) {
        String document = Documents.text("acknowledgement-partial").replace("CPR04", code.name());

        Acknowledgement answer = (Acknowledgement) Documents.parse(document);

        assertThat(answer.failed().get(0).details().get(0).recordCode()).contains(code);
        assertThat(List.of(code.meaning(), code.remedy())).noneMatch(String::isBlank);
        assertThat(code.isSuccess()).isEqualTo(code == RecordResponseCode.CPR06);
    }
}
