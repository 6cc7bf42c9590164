package uk.gov.warwickshire.gateway.demo.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Children who do not exist and with whom the council was in touch once, years ago: their records are due for disposal. */
public final class ClosedCases {

    /** Sorts behind the families' own files. */
    private static final String NAME = "zz-closed-cases";

    private static final List<String> FORENAMES = List.of("Isolde", "Leopold", "Ottilie");
    private static final int YOUNGEST = 9;

    private ClosedCases() {}

    /** The council's ids. */
    public static List<String> childIds() {
        return IntStream.range(0, FORENAMES.size()).mapToObj(ClosedCases::id).toList();
    }

    private static String id(int index) {
        return "CLOSED-" + (index + 1);
    }

    /**
     * Drops their numbers and their records, each file complete when it appears.
     *
     * @return how many files
     */
    public static int writeTo(Path inbox, LocalDate today) throws IOException {
        Path work = Files.createTempDirectory(inbox.toAbsolutePath().getParent(), "extracts");
        drop(identities(work), inbox.resolve("identity"));
        drop(records(work, today), inbox.resolve("ssd"));
        Files.delete(work);
        return 2;
    }

    private static Path identities(Path work) throws IOException {
        List<String> lines = new ArrayList<>(List.of("child_id,nhs_number,verification_status,restricted"));
        List<NhsNumber> numbers = IntStream.range(0, 1000)
                .mapToObj("9981%06d"::formatted)
                .flatMap(digits -> NhsNumber.parse(digits).stream())
                .limit(FORENAMES.size())
                .toList();
        for (int index = 0; index < numbers.size(); index++) {
            lines.add(id(index) + "," + numbers.get(index).digits() + ",01,N");
        }
        return Files.write(work.resolve(NAME + ".csv"), lines);
    }

    private static Path records(Path work, LocalDate today) throws IOException {
        List<String> persons =
                new ArrayList<>(List.of("pers_person_id,pers_forename,pers_surname,pers_sex,pers_dob,pers_is_mother"));
        List<String> homes = new ArrayList<>(List.of(
                "addr_table_id,addr_person_id,addr_address_type,addr_address_start_date,addr_address_postcode"));
        List<String> contacts = new ArrayList<>(
                List.of(
                        "cine_referral_id,cine_person_id,cine_referral_date,cine_close_date,cine_close_reason,cine_referral_nfa"));
        for (int index = 0; index < FORENAMES.size(); index++) {
            LocalDate closed = today.minusYears(index + 2L);
            persons.add(String.join(
                    ",",
                    id(index),
                    FORENAMES.get(index),
                    "Vexworthy",
                    "F",
                    String.valueOf(today.minusYears(YOUNGEST + (long) index)),
                    "N"));
            homes.add(String.join(
                    ",", "CA" + index, id(index), "HOME", String.valueOf(today.minusYears(YOUNGEST)), "CV34 4RL"));
            contacts.add(String.join(
                    ",",
                    "CR" + index,
                    id(index),
                    String.valueOf(closed.minusDays(20)),
                    String.valueOf(closed),
                    "RC8",
                    "Y"));
        }
        Path zip = work.resolve(NAME + ".zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            write(out, "ssd_person.csv", persons);
            write(out, "ssd_address.csv", homes);
            write(out, "ssd_cin_episodes.csv", contacts);
        }
        return zip;
    }

    private static void write(ZipOutputStream out, String name, List<String> lines) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }

    private static void drop(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
}
