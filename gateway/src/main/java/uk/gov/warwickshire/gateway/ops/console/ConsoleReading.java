package uk.gov.warwickshire.gateway.ops.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.mappings.source.ssd.ReadOptions;

/** Reads as intake does, with the council's day and its dates that mean "open". */
final class ConsoleReading {

    private ConsoleReading() {}

    static ReadOptions options(GatewaySettings settings, Clock clock) {
        ReadOptions today = ReadOptions.on(LocalDate.ofInstant(clock.instant(), CouncilTimes.COUNCIL));
        return new ReadOptions(
                today.today(),
                settings.intake().sentinelDates().stream().map(LocalDate::parse).collect(Collectors.toSet()),
                today.localCodes());
    }
}
