package uk.gov.warwickshire.gateway.disclosure;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.common.InvalidFileException;
import uk.gov.warwickshire.gateway.common.YamlFile;
import uk.gov.warwickshire.gateway.common.YamlMapping;
import uk.gov.warwickshire.mappings.fhir.Category;

/** Reads the agreements and refuses what could be read in two ways, or contradicts the policy. */
final class AgreementsReader {

    private static final Set<String> KEYS = Set.of(
            "id",
            "group",
            "destination",
            "ods-codes",
            "purpose",
            "legal-basis",
            "categories",
            "postcode-areas",
            "region",
            "from",
            "until",
            "status",
            "withheld-notice",
            "break-glass");

    private final DisclosurePolicy policy;
    private final Map<String, Set<String>> areasOfRegions;

    /** @param areasOfRegions postcode areas of each configured region, for agreements that name one */
    AgreementsReader(DisclosurePolicy policy, Map<String, Set<String>> areasOfRegions) {
        this.policy = policy;
        this.areasOfRegions = Map.copyOf(areasOfRegions);
    }

    /** @throws InvalidFileException with the line of the first mistake */
    Agreements read(Resource resource) {
        YamlFile file = YamlFile.read(resource);
        file.root().refuseOtherThan(Set.of("version", "agreements"));
        Set<String> ids = new HashSet<>();
        List<Agreement> agreements = new ArrayList<>();
        for (YamlMapping yaml : file.root().requiredMappings("agreements")) {
            Agreement agreement = agreement(yaml);
            if (!ids.add(agreement.id())) {
                throw yaml.at("id", "the id is given twice");
            }
            agreements.add(agreement);
        }
        return new Agreements(file.version(), agreements);
    }

    private Agreement agreement(YamlMapping yaml) {
        yaml.refuseOtherThan(KEYS);
        Agreement agreement = new Agreement(
                yaml.requiredText("id"),
                yaml.requiredText("group"),
                destination(yaml).code(),
                Set.copyOf(yaml.texts("ods-codes")),
                yaml.requiredText("purpose"),
                LegalBasis.ofCode(yaml.requiredText("legal-basis"))
                        .orElseThrow(() ->
                                yaml.at("legal-basis", "`legal-basis` is legal-obligation, public-task or consent")),
                categories(yaml),
                areas(yaml),
                date(yaml, "from").orElseThrow(() -> yaml.at("from", "`from` is missing")),
                date(yaml, "until"),
                status(yaml),
                yaml.flag("withheld-notice"),
                yaml.flag("break-glass"));
        if (agreement.until().map(agreement.from()::isAfter).orElse(false)) {
            throw yaml.at("until", "`until` lies before `from`");
        }
        if (agreement.status() == Agreement.Status.IN_FORCE) {
            checkAgainstPolicy(agreement, yaml);
        }
        return agreement;
    }

    private void checkAgainstPolicy(Agreement agreement, YamlMapping yaml) {
        Destination destination = new Destination(agreement.destination());
        DestinationRule rule = policy.ruleFor(destination)
                .orElseThrow(() -> yaml.at("destination", "the policy has no rule for this destination"));
        if (agreement.legalBasis() != rule.legalBasis()) {
            throw yaml.at("legal-basis", "the policy names another legal basis for this destination");
        }
        if (!agreement.purpose().equals(rule.purpose())) {
            throw yaml.at("purpose", "the policy names another purpose for this destination");
        }
        if (destination.family().equals(Destination.ICR)
                && agreement.postcodeAreas().isEmpty()) {
            throw yaml.at("postcode-areas", "an agreement on the ICR names its `region` or `postcode-areas`");
        }
        boolean isCpIs = destination.equals(Destination.CP_IS);
        if (isCpIs && !agreement.postcodeAreas().isEmpty()) {
            throw yaml.at("postcode-areas", "CP-IS covers every child of the council, wherever placed");
        }
    }

    private static Destination destination(YamlMapping yaml) {
        try {
            return new Destination(yaml.requiredText("destination"));
        } catch (IllegalArgumentException e) {
            throw yaml.at("destination", "not a destination: lower-case words with hyphens, at most one dot");
        }
    }

    private static Set<Category> categories(YamlMapping yaml) {
        if (yaml.texts("categories").isEmpty()) {
            throw yaml.at("categories", "`categories` is missing or empty");
        }
        return yaml.texts("categories").stream()
                .map(code -> Category.ofCode(code)
                        .orElseThrow(() -> yaml.at("categories", "unknown category `" + code + "`")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> areas(YamlMapping yaml) {
        Optional<String> region = yaml.text("region");
        if (region.isEmpty()) {
            return Set.copyOf(yaml.texts("postcode-areas"));
        }
        if (!yaml.texts("postcode-areas").isEmpty()) {
            throw yaml.at("region", "either `region` or `postcode-areas`, not both");
        }
        return region.map(areasOfRegions::get)
                .filter(areas -> !areas.isEmpty())
                .orElseThrow(() -> yaml.at(
                        "region",
                        "no postcode areas are set for this region (gateway.icr.regions.<name>.postcode-areas)"));
    }

    private static Agreement.Status status(YamlMapping yaml) {
        return switch (yaml.requiredText("status")) {
            case "in-force" -> Agreement.Status.IN_FORCE;
            case "draft" -> Agreement.Status.DRAFT;
            default -> throw yaml.at("status", "`status` is in-force or draft");
        };
    }

    private static Optional<LocalDate> date(YamlMapping yaml, String key) {
        return yaml.text(key).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw yaml.at(key, "`" + key + "` is a date like 2026-04-01");
            }
        });
    }
}
