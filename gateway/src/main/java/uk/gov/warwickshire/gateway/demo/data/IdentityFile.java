package uk.gov.warwickshire.gateway.demo.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** `child_id,nhs_number,verification_status,restricted`, as a council would export it from its tracing. */
final class IdentityFile {

    private static final String VERIFIED = "01";
    private static final List<String> UNVERIFIED = List.of("02", "03", "04", "05", "06");

    private IdentityFile() {}

    static void write(Path file, List<SyntheticFamily> families) {
        List<String> header = List.of("child_id", "nhs_number", "verification_status", "restricted");
        try (CsvOut out = new CsvOut(file, StandardCharsets.UTF_8, "\r\n", header)) {
            for (SyntheticFamily family : families) {
                SyntheticFamily.Mother mother = family.mother();
                out.write(List.of(mother.personId(), mother.nhsNumber().digits(), VERIFIED, "false"));
                family.children().forEach(child -> write(out, child));
            }
            blemishes(out, families.get(0).children().get(0));
        }
    }

    private static void write(CsvOut out, SyntheticChild child) {
        String id = child.personId();
        String number = child.nhsNumber().digits();
        switch (child.situation()) {
            case NUMBER_MISSING -> {
                // Half of them have no row at all.
                if (child.nth() % 2 == 0) {
                    out.write(List.of(id, "", "03", "false"));
                }
            }
            case UNBORN -> out.write(List.of(id, "", "07", "false"));
            case NUMBER_INVALID ->
                out.write(List.of(id, TestNhsNumbers.withWrongCheckDigit(child.nhsNumber()), VERIFIED, "false"));
            case NUMBER_UNVERIFIED ->
                out.write(List.of(id, number, UNVERIFIED.get(child.nth() % UNVERIFIED.size()), "false"));
            case RESTRICTED_IN_IDENTITY -> out.write(List.of(id, number, VERIFIED, "true"));
            default -> out.write(List.of(id, number, VERIFIED, "false"));
        }
    }

    private static void blemishes(CsvOut out, SyntheticChild known) {
        // The same row twice, a row without a child, a status that is none.
        if (known.situation() == Situation.PLAIN) {
            out.write(List.of(known.personId(), known.nhsNumber().digits(), VERIFIED, "false"));
        }
        out.write(List.of("", "", VERIFIED, "false"));
        out.write(List.of("NOBODY3", "", "42", "false"));
    }
}
