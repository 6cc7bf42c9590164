package uk.gov.warwickshire.gateway.cpis.query;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** As much of the settings as the flag query looks at. */
public final class TestSettings {

    private TestSettings() {}

    public static GatewaySettings settings() {
        return new Binder(new MapConfigurationPropertySource(Map.of(
                        "gateway.organisation.ods-code", "X937",
                        "gateway.organisation.name", "Warwickshire County Council",
                        "gateway.organisation.local-authority-code", "937",
                        "gateway.organisation.office-hours-phone", "01632 960100",
                        "gateway.organisation.emergency-duty-phone", "01632 960999",
                        "gateway.allow-test-numbers", "true")))
                .bind("gateway", GatewaySettings.class)
                .get();
    }
}
