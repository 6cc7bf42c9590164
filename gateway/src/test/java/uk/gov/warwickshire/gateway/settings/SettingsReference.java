package uk.gov.warwickshire.gateway.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.gov.warwickshire.gateway.settings.SettingsSource.Component;

/** The reference of all settings as Markdown, from {@link SettingsSource}. */
final class SettingsReference {

    private static final List<String> SECRET =
            List.of("password", "shared-key", "private-key", "pseudonym-key", "secret");
    private static final Pattern MAP = Pattern.compile("Map<String, (.+)>");
    private static final Pattern ONE_OF = Pattern.compile("(Optional|List)<(.+)>");
    private static final Map<String, String> TYPES = Map.of(
            "Duration", "duration",
            "Period", "period",
            "int", "number",
            "long", "number",
            "boolean", "true or false",
            "Path", "folder",
            "URI", "address",
            "Resource", "location",
            "String", "text");

    private record Setting(String key, Component component) {}

    private final SettingsSource source;
    private final List<Setting> settings = new ArrayList<>();

    SettingsReference(SettingsSource source) {
        this.source = source;
        collect("gateway", "GatewaySettings");
    }

    List<String> withoutWords() {
        return settings.stream()
                .filter(setting -> setting.component().words().isBlank())
                .map(Setting::key)
                .toList();
    }

    /**
     * @param known since which version each key is there, as far as the document says
     * @param version for keys that are new
     */
    String markdown(Map<String, String> known, String version) {
        StringBuilder text = new StringBuilder("### Required\n\n");
        table(text, settings.stream().filter(SettingsReference::isRequired).toList(), known, version);
        text.append("\n### With a default, or needed in some cases only\n\n");
        table(text, settings.stream().filter(setting -> !isRequired(setting)).toList(), known, version);
        return text.toString();
    }

    private static void table(StringBuilder text, List<Setting> rows, Map<String, String> known, String version) {
        text.append("| setting | type | default | since | meaning |\n| --- | --- | --- | --- | --- |\n");
        rows.forEach(row -> text.append("| `%s`%s | %s | %s | %s | %s |\n"
                .formatted(
                        row.key(),
                        isSecret(row.key()) ? " ●" : "",
                        type(row.component().type()),
                        row.component().defaults().stream()
                                .map(value -> "`" + value + "`")
                                .collect(Collectors.joining(", ")),
                        known.getOrDefault(row.key(), version),
                        row.component().words())));
    }

    private void collect(String prefix, String record) {
        for (Component component : source.componentsOf(record)) {
            String key = prefix + "." + hyphenated(component.name());
            Matcher map = MAP.matcher(component.type());
            if (!source.componentsOf(component.type()).isEmpty()) {
                collect(key, component.type());
            } else if (map.matches() && !source.componentsOf(map.group(1)).isEmpty()) {
                // Mailboxes are two by name, regions and users as many as there are.
                List<String> entries = key.endsWith("mailboxes") ? List.of("opt-out", "cp-is") : List.of("<name>");
                entries.forEach(entry -> collect(key + "." + entry, map.group(1)));
            } else {
                settings.add(new Setting(key.endsWith("intake.columns") ? key + ".<format>.<ours>" : key, component));
            }
        }
    }

    private static boolean isRequired(Setting setting) {
        String key = setting.key();
        return RequiredSettings.required().contains(key)
                || key.matches(
                        "gateway\\.security\\.(issuer-uri|jwk-set-uri)|gateway\\.icr\\.regions\\.<name>\\.(url|postcode-areas)");
    }

    private static boolean isSecret(String key) {
        String last = key.substring(key.lastIndexOf('.') + 1);
        return SECRET.stream().anyMatch(last::contains);
    }

    private static String type(String type) {
        Matcher oneOf = ONE_OF.matcher(type);
        if (oneOf.matches()) {
            return oneOf.group(1).equals("List") ? "list" : type(oneOf.group(2));
        }
        return TYPES.getOrDefault(type, "text");
    }

    static String hyphenated(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
