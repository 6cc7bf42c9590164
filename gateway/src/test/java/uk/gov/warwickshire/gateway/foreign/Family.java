package uk.gov.warwickshire.gateway.foreign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * A mother and three children as one system holds them: one on a child protection plan, one looked after, one who left
 * care. With what the council's own files say of them.
 */
public final class Family {

    /** How many children. */
    public static final int SIZE = 3;

    public static final String WORKER = "Philippa Holmwood";
    public static final String TEAM_PHONE = "01632 960101";
    public static final String TEAM_EMERGENCY_PHONE = "01632 960102";
    public static final String PLAN_START = "2025-03-10";
    public static final String ORDER_START = "2024-08-19";

    /** Where the looked-after child lives. */
    static final String PLACEMENT_POSTCODE = "B97 5XZ";

    static final String PLACEMENT_STREET = "Hiddenplace Grove";

    /** @param last4 of the id in the system */
    record Person(String last4, String forename, String birth, int number) {
        String nhsNumber(CaseSystem system) {
            int first = 900_000 + system.ordinal() * 1000 + number * 10;
            return IntStream.iterate(first * 10, n -> n + 1)
                    .mapToObj(n -> NhsNumber.parse("999" + n))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow()
                    .digits();
        }
    }

    static final Person ON_PLAN = new Person("0001", "Zoë", "2017-06-23", 1);
    static final Person LOOKED_AFTER = new Person("0002", "Peregrin", "2013-01-17", 2);
    static final Person LEFT_CARE = new Person("0003", "Marigold", "2008-05-29", 3);
    static final Person MOTHER = new Person("0004", "Hesperia", "1986-07-14", 4);
    static final List<Person> CHILDREN = List.of(ON_PLAN, LOOKED_AFTER, LEFT_CARE);

    private final CaseSystem system;

    public Family(CaseSystem system) {
        this.system = system;
    }

    public String surname() {
        return List.of("Quillfeather", "Brambleton", "Thistlewood").get(system.ordinal());
    }

    public byte[] extract() throws IOException {
        return new FamilyRows(system, this).extract().zip();
    }

    public byte[] identities() {
        return csv(
                "child_id,nhs_number,verification_status,restricted",
                everyone().map(p -> system.id(p.last4()) + "," + p.nhsNumber(system) + ",01,0"));
    }

    public byte[] directory() {
        return csv(
                "team_id,team_name,office_hours_phone,emergency_phone,email",
                Stream.of(teamId() + ",," + TEAM_PHONE + "," + TEAM_EMERGENCY_PHONE + ","));
    }

    public String teamId() {
        return system.id("2001");
    }

    public String workerId() {
        return system.id("1001");
    }

    public String planId() {
        return system.id("5001");
    }

    public String legalStatusId() {
        return system.id("6002");
    }

    /** What would tell a reader of a log or report who it is about. */
    public List<String> personal() {
        Stream<String> whole = Stream.of(surname(), WORKER, PLACEMENT_STREET, PLACEMENT_POSTCODE);
        Stream<String> ofEach = everyone()
                .flatMap(p -> Stream.of(p.forename(), p.birth(), system.date(p.birth()), p.nhsNumber(system)));
        return Stream.concat(whole, ofEach).toList();
    }

    public List<String> ids() {
        return everyone().map(p -> system.id(p.last4())).toList();
    }

    /** What no destination may get, in any form. */
    public static List<String> secrets() {
        return List.of(ForeignExtract.MARKER, PLACEMENT_STREET, PLACEMENT_POSTCODE);
    }

    /** How many of the texts that must not leave stand in an extract. */
    public static long secretsIn(byte[] extract) throws IOException {
        long found = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(extract))) {
            while (zip.getNextEntry() != null) {
                String table = new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1);
                found += secrets().stream()
                        .mapToLong(secret -> table.split(secret, -1).length - 1)
                        .sum();
            }
        }
        return found;
    }

    private static Stream<Person> everyone() {
        return Stream.concat(CHILDREN.stream(), Stream.of(MOTHER));
    }

    private static byte[] csv(String header, Stream<String> lines) {
        return (header + "\r\n" + String.join("\r\n", lines.toList()) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
