package uk.gov.warwickshire.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** A setting that the page does not explain is a setting that nobody finds. */
class SettingsPageTest {

    @Test
    void everySettingStandsOnThePage() throws IOException {
        String page = Files.readString(Path.of("docs/settings.md"));

        List<String> keys = keys("gateway", GatewaySettings.class);

        assertThat(keys).hasSizeGreaterThan(40);
        assertThat(keys).allSatisfy(key -> assertThat(page).contains("`" + key));
    }

    private static List<String> keys(String prefix, Class<?> record) {
        List<String> keys = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String name = prefix + "." + hyphenated(component.getName());
            Type type = component.getGenericType();
            if (component.getType().isRecord()) {
                keys.addAll(keys(name, component.getType()));
            } else if (component.getType() == Map.class
                    && ((ParameterizedType) type).getActualTypeArguments()[1] instanceof Class<?> value) {
                // Mailboxes are two by name, regions as many as there are.
                List<String> entries = name.endsWith("mailboxes") ? List.of("opt-out", "cp-is") : List.of("<name>");
                entries.forEach(entry -> keys.addAll(keys(name + "." + entry, value)));
            } else {
                keys.add(name);
            }
        }
        return keys;
    }

    private static String hyphenated(String camelCase) {
        String hyphens = camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
        return ConfigurationPropertyName.of(hyphens).toString();
    }
}
