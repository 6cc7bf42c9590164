package uk.gov.warwickshire.gateway.ops.alerts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.io.Resource;
import uk.gov.warwickshire.gateway.common.InvalidFileException;
import uk.gov.warwickshire.gateway.common.YamlFile;
import uk.gov.warwickshire.gateway.common.YamlMapping;
import uk.gov.warwickshire.gateway.cpis.CpIsAlarm;

/** Reads the rules and refuses a file that is misspelt, or that leaves an alarm of CP-IS unheard. */
final class AlertRulesReader {

    private static final Set<String> COMMON = Set.of("name", "kind", "severity", "repeat-after");
    private static final Set<String> TIMES = Set.of("longer-than", "within");
    private static final Set<String> NUMBERS = Set.of("more-than", "below-percent", "failures");
    private static final Duration LEAST_REPEAT = Duration.ofMinutes(1);

    private AlertRulesReader() {}

    /** @throws InvalidFileException with the line of the first mistake */
    static AlertRules read(Resource resource) {
        YamlFile file = YamlFile.read(resource);
        YamlMapping root = file.root();
        root.refuseOtherThan(Set.of("version", "repeat-after", "rules"));
        Duration repeatAfter = time(root, "repeat-after", root.requiredText("repeat-after"));
        List<AlertRule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlMapping yaml : root.requiredMappings("rules")) {
            AlertRule rule = rule(yaml, repeatAfter);
            if (!names.add(rule.name())) {
                throw yaml.at("name", "there is a rule `" + rule.name() + "` already");
            }
            rules.add(rule);
        }
        requireCpIs(root, rules);
        return new AlertRules(file.version(), rules);
    }

    private static AlertRule rule(YamlMapping yaml, Duration repeatAfter) {
        String name = yaml.requiredText("name");
        if (!name.matches(AlertRule.NAME)) {
            throw yaml.at("name", "a name is lower-case words with hyphens");
        }
        AlertKind kind = AlertKind.ofCode(yaml.requiredText("kind"))
                .orElseThrow(() -> yaml.at("kind", "`kind` is one of " + kinds()));
        Set<String> known = new HashSet<>(COMMON);
        known.addAll(kind.keys());
        yaml.refuseOtherThan(known);
        kind.keys().stream().sorted().forEach(yaml::requiredText);
        return new AlertRule(
                name,
                kind,
                severity(yaml),
                repeat(yaml).orElse(repeatAfter),
                one(kind, TIMES)
                        .map(key -> time(yaml, key, yaml.requiredText(key)))
                        .orElse(Duration.ZERO),
                one(kind, NUMBERS).map(key -> number(yaml, key)).orElse(0L),
                one(kind, Set.of("alarm")).map(key -> alarm(yaml, key)));
    }

    /** Statutory: an alarm of CP-IS that no rule names would be heard by nobody. */
    private static void requireCpIs(YamlMapping root, List<AlertRule> rules) {
        Set<CpIsAlarm.Kind> heard =
                rules.stream().flatMap(rule -> rule.alarm().stream()).collect(Collectors.toSet());
        for (CpIsAlarm.Kind alarm : CpIsAlarm.Kind.values()) {
            if (!heard.contains(alarm)) {
                throw root.at(
                        "rules", "CP-IS is statutory: no rule of kind cp-is-alarm is about `" + code(alarm) + "`");
            }
        }
    }

    private static Optional<String> one(AlertKind kind, Set<String> keys) {
        return kind.keys().stream().filter(keys::contains).findFirst();
    }

    private static AlertSeverity severity(YamlMapping yaml) {
        return switch (yaml.requiredText("severity")) {
            case "critical" -> AlertSeverity.CRITICAL;
            case "warning" -> AlertSeverity.WARNING;
            default -> throw yaml.at("severity", "`severity` is critical or warning");
        };
    }

    private static Optional<Duration> repeat(YamlMapping yaml) {
        return yaml.text("repeat-after").map(text -> {
            Duration time = time(yaml, "repeat-after", text);
            if (time.compareTo(LEAST_REPEAT) < 0) {
                throw yaml.at("repeat-after", "`repeat-after` is a minute at least");
            }
            return time;
        });
    }

    private static Duration time(YamlMapping yaml, String key, String text) {
        try {
            Duration time = DurationStyle.SIMPLE.parse(text);
            if (!time.isNegative()) {
                return time;
            }
        } catch (IllegalArgumentException notATime) {
            // Said below.
        }
        throw yaml.at(key, "`" + key + "` is a time like 30s, 15m, 4h or 21d");
    }

    private static long number(YamlMapping yaml, String key) {
        String text = yaml.requiredText(key);
        long most = key.equals("below-percent") ? 100 : Integer.MAX_VALUE;
        if (!text.matches("\\d{1,9}") || Long.parseLong(text) > most) {
            throw yaml.at(key, "`" + key + "` is a whole number from 0 to " + most);
        }
        return Long.parseLong(text);
    }

    private static CpIsAlarm.Kind alarm(YamlMapping yaml, String key) {
        String text = yaml.requiredText(key);
        return Arrays.stream(CpIsAlarm.Kind.values())
                .filter(kind -> code(kind).equals(text))
                .findFirst()
                .orElseThrow(() -> yaml.at(key, "CP-IS has no alarm `" + text + "`"));
    }

    private static String code(CpIsAlarm.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String kinds() {
        return Arrays.stream(AlertKind.values()).map(AlertKind::code).collect(Collectors.joining(", "));
    }
}
