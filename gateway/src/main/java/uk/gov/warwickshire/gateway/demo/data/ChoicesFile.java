package uk.gov.warwickshire.gateway.demo.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** `nhs_number,choice,destination,given_by,from,until`: objections, consents and restrictions. */
final class ChoicesFile {

    private static final String PARENT = "parent, in writing";

    private final CsvOut out;
    private final LocalDate today;

    private ChoicesFile(CsvOut out, LocalDate today) {
        this.out = out;
        this.today = today;
    }

    static void write(Path file, List<SyntheticFamily> families, LocalDate today) {
        List<String> header = List.of("nhs_number", "choice", "destination", "given_by", "from", "until");
        try (CsvOut out = new CsvOut(file, StandardCharsets.UTF_8, "\r\n", header)) {
            ChoicesFile choices = new ChoicesFile(out, today);
            families.forEach(f -> f.children().forEach(choices::write));
            choices.blemishes(families.get(0).mother());
        }
    }

    private void write(SyntheticChild child) {
        String number = child.nhsNumber().digits();
        switch (child.situation()) {
            case OBJECTED -> choice(number, "object-icr", "", PARENT, 60, "");
            case CONSENT_LIFTS_OBJECTION -> {
                choice(number, "object-icr", "", PARENT, 200, "");
                choice(number, "consent", "icr", PARENT, 20, "");
            }
            case CONSENT_LIFTS_OPT_OUT -> choice(number, "consent", "icr", "young person or parent", 30, "");
            case CONSENT_EXPIRED ->
                choice(
                        number,
                        "consent",
                        "icr",
                        PARENT,
                        400,
                        today.minusDays(35).toString());
            case RESTRICTED_BY_CHOICE -> choice(number, "restrict", "", "the council, after a request", 15, "");
            default -> {}
        }
    }

    private void choice(String number, String choice, String destination, String givenBy, int daysAgo, String until) {
        out.write(List.of(
                number, choice, destination, givenBy, today.minusDays(daysAgo).toString(), until));
    }

    private void blemishes(SyntheticFamily.Mother mother) {
        // A number that is none, a choice nobody knows, a consent that ends before it begins.
        choice(TestNhsNumbers.withWrongCheckDigit(mother.nhsNumber()), "object-icr", "", PARENT, 10, "");
        choice(mother.nhsNumber().digits(), "object", "", PARENT, 10, "");
        choice(
                mother.nhsNumber().digits(),
                "consent",
                "icr",
                PARENT,
                10,
                today.minusDays(90).toString());
    }
}
