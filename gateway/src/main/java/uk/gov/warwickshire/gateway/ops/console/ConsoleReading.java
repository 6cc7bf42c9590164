package uk.gov.warwickshire.gateway.ops.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.mappings.source.code.LocalCodes;
import uk.gov.warwickshire.mappings.source.ssd.ReadOptions;

/** Reads as intake does, with the council's day, its dates that mean "open" and its own spellings. */
final class ConsoleReading {

    private ConsoleReading() {}

    static ReadOptions options(GatewaySettings settings, LocalCodes localCodes, Clock clock) {
        return new ReadOptions(
                LocalDate.ofInstant(clock.instant(), CouncilTimes.COUNCIL),
                settings.intake().sentinelDates().stream().map(LocalDate::parse).collect(Collectors.toSet()),
                localCodes);
    }
}
