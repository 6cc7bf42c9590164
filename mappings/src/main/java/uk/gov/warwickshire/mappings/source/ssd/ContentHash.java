package uk.gov.warwickshire.mappings.source.ssd;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** One digest over sorted texts: cheaper than a digest per row, and as independent of their order. */
final class ContentHash {

    /** Raise it when the reading rules change, so that every child is read again. */
    private static final String READING_RULES = "1";

    private static final byte[] END = {'\n'};

    private final MessageDigest digest;

    private ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(SsdChildRows rows, Identity identity, ReferenceData reference) {
        ContentHash hash = new ContentHash();
        hash.add("rules", READING_RULES, rows.childId());
        for (SsdTable table : SsdTable.values()) {
            List<SsdRow> ofTable = rows.of(table);
            if (!ofTable.isEmpty()) {
                hash.add("table", table.tableName());
                ofTable.stream().map(SsdRow::content).sorted().forEach(hash::line);
            }
        }
        hash.add(
                "identity",
                identity.nhsNumber().map(NhsNumber::digits).orElse(""),
                identity.status().code(),
                String.valueOf(identity.restricted()));
        hash.addReferences(rows.references(), reference);
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void addReferences(References wanted, ReferenceData reference) {
        for (String id : new TreeSet<>(wanted.professionalIds())) {
            reference
                    .professional(id)
                    .ifPresent(p -> add(
                            "professional",
                            p.id(),
                            p.staffId().orElse(""),
                            p.name().orElse(""),
                            p.socialWorkEnglandNumber().orElse(""),
                            p.jobTitle().orElse("")));
        }
        for (String id : new TreeSet<>(wanted.teamIds())) {
            reference
                    .team(id)
                    .ifPresent(t -> add(
                            "team",
                            t.id(),
                            t.name().orElse(""),
                            t.officeHoursPhone().orElse(""),
                            t.emergencyPhone().orElse(""),
                            t.email().orElse("")));
        }
        for (String id : new TreeSet<>(wanted.motherIds())) {
            reference.person(id).ifPresent(row -> add("mother", id, row.content()));
        }
    }

    /** Encoded like a row, so that no value can pose as two. */
    private void add(String... values) {
        line(RowText.encode(List.of(values)));
    }

    private void line(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update(END);
    }
}
