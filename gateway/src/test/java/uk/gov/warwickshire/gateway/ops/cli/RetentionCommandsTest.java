package uk.gov.warwickshire.gateway.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.warwickshire.gateway.rights.erasure.RightsRoom;
import uk.gov.warwickshire.gateway.testing.ApprovedSchedule;

/** Retention, holds, disposals and erasures at a terminal. */
class RetentionCommandsTest {

    @TempDir
    private static Path folder;

    private static RightsRoom room;

    @BeforeAll
    static void start() {
        room = new RightsRoom(folder);
        room.dueChild("c1", "9990000018");
        room.dueChild("c2", "9990000026");
        System.setProperty("spring.datasource.url", room.url());
        System.setProperty("gateway.data-dir", folder.toString());
        System.setProperty("gateway.agreements", "classpath:demo/agreements.yaml");
        System.setProperty("gateway.policy", "classpath:demo/disclosure-policy.yaml");
        System.setProperty("gateway.rights.pseudonym-key", RightsRoom.KEY);
        System.setProperty("gateway.retention-schedule", ApprovedSchedule.in(folder));
        for (String region :
                new String[] {"coventry-warwickshire", "birmingham-solihull", "herefordshire-worcestershire"}) {
            System.setProperty("gateway.icr.regions." + region + ".postcode-areas", "CV");
        }
    }

    @AfterAll
    static void stop() {
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith("gateway."));
        System.clearProperty("spring.datasource.url");
        room.close();
    }

    @Test
    void aHoldIsSavedExportedAndReleasedAndADisposalNeedsAnotherPerson() throws IOException {
        assertThat(Ran.of("retention", "dates", "--until", "2004-01-01").out())
                .contains("c1", "c2", "contact-no-further-action", "2003-03-04");
        assertThat(Ran.of("retention", "dates", "--from", "2004-01-01").out()).contains("There is none");
        assertThat(Ran.of("disposals", "preview").out()).contains("due today", "2");

        Ran nobody = Ran.of("holds", "save", hold("Nobody", "looked-after").toString());
        assertThat(nobody.out()).contains("covers 0 children");
        assertThat(nobody.exitCode()).as("a slip of the pen is a finding").isEqualTo(1);
        Ran saved = Ran.of("holds", "save", hold("Contacts", "contact").toString());
        assertThat(saved.out()).contains("covers 2 children now");
        String hold = saved.out().split(":")[0];
        assertThat(Ran.of("disposals", "preview").out()).contains("blocked: A legal hold");
        assertThat(Ran.of("disposals", "ask").err()).contains("No record is due");
        Path export = folder.resolve("hold.zip");
        assertThat(Ran.of("holds", "export", hold, export.toString()).err()).isEmpty();
        try (ZipFile zip = new ZipFile(export.toFile())) {
            assertThat(zip.getEntry("manifest.csv")).isNotNull();
        }
        assertThat(room.count("select count(*) from audit_event where purpose = 'legal-hold'"))
                .as("whoever was exported, and by whom, stands in the audit")
                .isEqualTo(2);
        assertThat(Ran.of("holds", "release", hold, "--because", "settled").err())
                .isEmpty();
        assertThat(Ran.of("holds", "list").out()).contains("Contacts", "released");

        String run = Ran.of("disposals", "ask").out().strip();
        assertThat(Ran.of("disposals", "approve", run).err()).contains("another person");
        assertThat(Ran.of("disposals", "children", run).out()).contains("\"c1\"", "\"c2\"", "WAITING");
        assertThat(Ran.of("disposals", "refuse", run, "--because", "not now").err())
                .isEmpty();
        assertThat(Ran.of("disposals", "list").out()).contains("REFUSED");
    }

    @Test
    void anErasureIsCheckedAskedForAndNeedsAnotherPerson() throws IOException {
        Path child = Files.writeString(folder.resolve("child.txt"), "c2\n");
        assertThat(Ran.of("erasures", "check", child.toString()).exitCode()).isZero();
        assertThat(Ran.of(
                                "erasures",
                                "check",
                                Files.writeString(folder.resolve("none.txt"), "nobody")
                                        .toString())
                        .out())
                .contains("NOT_HELD");

        String id = Ran.of("erasures", "ask", child.toString(), "--because", "the period is over")
                .out()
                .strip();
        assertThat(Ran.of("erasures", "approve", id).err()).contains("another person");
        assertThat(Ran.of("erasures", "certificate", id).err()).contains("not done");
        assertThat(Ran.of("erasures", "refuse", id, "--because", "not now").err())
                .isEmpty();
        assertThat(Ran.of("erasures", "list").out()).contains("REFUSED");

        Path register = Files.writeString(
                folder.resolve("register.json"), Ran.of("erasures", "register").out());
        assertThat(Ran.of("erasures", "again", register.toString()).out()).contains("begun again");
        assertThat(Ran.of("erasures", "again", child.toString()).err()).contains("not a register");
        assertThat(Ran.of("erasures", "check", "no-such-file").err())
                .contains("no-such-file cannot be read")
                .contains("Is it there");
    }

    private static Path hold(String name, String service) throws IOException {
        return Files.writeString(folder.resolve(name + ".json"), """
                {"name": "%s", "authority": "Inquiries Act 2005", "why": "evidence",
                 "scopes": [{"kind": "service", "value": "%s"}]}
                """.formatted(name, service));
    }
}
