package uk.gov.warwickshire.gateway.ops.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.rights.hold.HoldScope;
import uk.gov.warwickshire.gateway.rights.hold.LegalHold;
import uk.gov.warwickshire.gateway.rights.hold.LegalHolds;
import uk.gov.warwickshire.gateway.rights.hold.NewHold;

/** {@code holds save}. */
@Command(
        name = "save",
        description = {
            "Saves a hold from JSON: name, authority, why, scopes, each with kind (child, family, service, place, worker,",
            "period, query), value, and from, until where only some days matter. Prints its id and whom it covers.",
            "Exit code 1 if it covers nobody now."
        },
        mixinStandardHelpOptions = true)
final class HoldsSaveCommand extends DatabaseCommand {

    @Parameters(arity = "0..1", paramLabel = "<file>", description = "Standard input if not given.")
    private @Nullable Path file;

    @Override
    int run(CommandBeans beans) {
        LegalHolds holds = beans.get(LegalHolds.class);
        UUID id = resultOf(() -> holds.save(entered(), beans.who()));
        long children = holds.find(id).map(LegalHold::children).orElse(0L);
        print(
                Map.of("id", id, "children", children),
                id + ": covers " + children + (children == 1 ? " child now" : " children now")
                        + System.lineSeparator());
        return children == 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private NewHold entered() {
        try {
            JsonNode json = JsonMapper.shared().readTree(InputFile.read(file));
            List<HoldScope> scopes = new ArrayList<>();
            json.path("scopes").forEach(scope -> scopes.add(scope(scope)));
            return new NewHold(text(json, "name"), text(json, "authority"), text(json, "why"), scopes);
        } catch (JacksonException | DateTimeException unreadable) {
            throw new IllegalArgumentException("it is not JSON, or a day is none", unreadable);
        }
    }

    private static HoldScope scope(JsonNode json) {
        String kind = text(json, "kind").toUpperCase(Locale.ROOT);
        return new HoldScope(
                List.of(HoldScope.Kind.values()).stream()
                        .filter(one -> one.name().equals(kind))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("kind is none of those of the help")),
                text(json, "value"),
                day(json, "from"),
                day(json, "until"));
    }

    private static Optional<LocalDate> day(JsonNode json, String name) {
        return Optional.of(text(json, name)).filter(day -> !day.isEmpty()).map(LocalDate::parse);
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asString("");
    }
}
