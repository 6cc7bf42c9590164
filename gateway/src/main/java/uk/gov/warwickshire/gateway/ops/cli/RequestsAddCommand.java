package uk.gov.warwickshire.gateway.ops.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.rights.request.Capacity;
import uk.gov.warwickshire.gateway.rights.request.NewRequest;
import uk.gov.warwickshire.gateway.rights.request.RequestKind;
import uk.gov.warwickshire.gateway.rights.request.RightsRequests;

/** {@code requests add}. */
@Command(
        name = "add",
        description = {
            "Enters a request from JSON: kind (subject-access, rectification, restriction, objection-icr, erasure,",
            "consent-given, consent-withdrawn), childId, receivedOn, requester, capacity (child, parental-responsibility,",
            "solicitor), contact, destination where it is about one, asked. Prints its id."
        },
        mixinStandardHelpOptions = true)
final class RequestsAddCommand extends EntryCommand {

    @Parameters(arity = "0..1", paramLabel = "<file>", description = "Standard input if not given.")
    private @Nullable Path file;

    @Override
    UUID enter(CommandBeans beans) {
        return beans.get(RightsRequests.class).add(entered(), beans.who());
    }

    private NewRequest entered() {
        try {
            JsonNode json = JsonMapper.shared().readTree(InputFile.read(file));
            return new NewRequest(
                    RequestKind.ofCode(text(json, "kind"))
                            .orElseThrow(() -> new IllegalArgumentException("kind is none of those of the help")),
                    text(json, "childId"),
                    LocalDate.parse(text(json, "receivedOn")),
                    text(json, "requester"),
                    Capacity.ofCode(text(json, "capacity"))
                            .orElseThrow(() -> new IllegalArgumentException("capacity is none of those of the help")),
                    text(json, "contact"),
                    Optional.of(text(json, "destination")),
                    text(json, "asked"));
        } catch (JacksonException | DateTimeException unreadable) {
            throw new IllegalArgumentException("it is not JSON, or receivedOn is no date");
        }
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asString("");
    }
}
