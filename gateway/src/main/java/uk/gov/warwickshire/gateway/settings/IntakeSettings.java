package uk.gov.warwickshire.gateway.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How files are taken in.
 *
 * @param inbox folder that is watched, with `ssd/`, `identity/`, `directory/`, `choices/`, `cin-census/`; else `inbox` in the data directory
 * @param poll how often the inbox is looked at
 * @param columns the council's own name of a column of `identity`, `directory` or `choices`
 * @param sentinelDates dates that mean "open" or "unknown"
 * @param maxUploadBytes largest file taken over HTTP or from the inbox
 */
public record IntakeSettings(
        Optional<String> inbox,
        @DefaultValue("5s") Duration poll,
        @DefaultValue Map<String, Map<String, String>> columns,
        @DefaultValue({"1900-01-01", "9999-12-31"}) List<String> sentinelDates,
        @DefaultValue("4294967296") long maxUploadBytes) {}
