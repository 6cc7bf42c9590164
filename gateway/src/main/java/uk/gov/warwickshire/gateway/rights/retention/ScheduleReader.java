package uk.gov.warwickshire.gateway.rights.retention;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import uk.gov.warwickshire.gateway.common.InvalidFileException;
import uk.gov.warwickshire.gateway.common.YamlFile;
import uk.gov.warwickshire.gateway.common.YamlMapping;
import uk.gov.warwickshire.gateway.rights.retention.RetentionSchedule.Approval;

/** Reads the schedule and refuses one that is incomplete, misspelt or not approved. */
final class ScheduleReader {

    private static final Set<String> KEYS = Set.of("version", "approved", "review-months-before", "classes");
    private static final Set<String> CLASS_KEYS = Set.of("code", "service", "years", "runs-from", "basis", "ground");
    private static final int LONGEST_YEARS = 150;

    private ScheduleReader() {}

    /**
     * @param draftIsEnough only in the demo
     * @throws InvalidScheduleException naming file, line and remedy
     */
    static RetentionSchedule read(Resource resource, boolean draftIsEnough) {
        try {
            YamlFile file = YamlFile.read(resource);
            YamlMapping root = file.root();
            root.refuseOtherThan(KEYS);
            Optional<Approval> approval = approval(root.requiredMapping("approved"));
            if (approval.isEmpty() && !draftIsEnough) {
                throw root.at(
                        "approved",
                        "nobody has approved this schedule: it is a draft, and the privacy notice does not say which"
                                + " period belongs to which service. Write `by:` (a name) and `date:` (a day, as"
                                + " 2026-11-24) under `approved:`");
            }
            int reviewMonths = number(root, "review-months-before", 60);
            return new RetentionSchedule(file.version(), approval, reviewMonths, classes(root));
        } catch (InvalidFileException e) {
            throw new InvalidScheduleException(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Approval> approval(YamlMapping approved) {
        approved.refuseOtherThan(Set.of("by", "date"));
        Optional<LocalDate> date = approved.text("date").map(text -> day(approved, text));
        return approved.text("by").flatMap(by -> date.map(day -> new Approval(by, day)));
    }

    private static LocalDate day(YamlMapping approved, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw approved.at("date", "`date` is a day, as 2026-11-24");
        }
    }

    private static List<RecordClass> classes(YamlMapping root) {
        List<RecordClass> classes = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (YamlMapping yaml : root.requiredMappings("classes")) {
            RecordClass read = recordClass(yaml);
            if (!codes.add(read.code())) {
                throw yaml.at("code", "`" + read.code() + "` is given twice");
            }
            classes.add(read);
        }
        List<String> without = Stream.of(Service.values())
                .filter(service -> classes.stream().noneMatch(one -> one.service() == service))
                .map(Service::code)
                .toList();
        if (!without.isEmpty()) {
            throw root.at("classes", "no class says how long records are kept of: " + String.join(", ", without));
        }
        return classes;
    }

    private static RecordClass recordClass(YamlMapping yaml) {
        yaml.refuseOtherThan(CLASS_KEYS);
        return new RecordClass(
                yaml.requiredText("code"),
                Service.ofCode(yaml.requiredText("service")).orElseThrow(() -> yaml.at("service", "no such service")),
                number(yaml, "years", LONGEST_YEARS),
                RetentionEvent.ofCode(yaml.requiredText("runs-from"))
                        .orElseThrow(() -> yaml.at("runs-from", "no such event")),
                LawfulBasis.ofCode(yaml.requiredText("basis"))
                        .orElseThrow(() -> yaml.at("basis", "`basis` is legal-obligation, public-task or consent")),
                yaml.requiredText("ground"),
                yaml.lineOf("code"));
    }

    private static int number(YamlMapping yaml, String key, int most) {
        String text = yaml.requiredText(key);
        if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > most) {
            throw yaml.at(key, "`" + key + "` is a whole number from 1 to " + most);
        }
        return Integer.parseInt(text);
    }
}
