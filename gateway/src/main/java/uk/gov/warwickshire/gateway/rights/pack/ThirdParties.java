package uk.gov.warwickshire.gateway.rights.pack;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds what concerns others than the child. It rather marks too much: a person decides. */
final class ThirdParties {

    private static final Pattern WORDS = Pattern.compile("[^\\p{L}]+");
    private static final int SHORT = 3;
    private static final int MANY_WORDS = 6;
    private static final Set<String> OWN_WORDS =
            Set.of("note", "description", "comment", "valueString", "patientInstruction");
    private static final Set<String> ABOUT_RELATIVE =
            Set.of("identifier", "name", "telecom", "gender", "birthDate", "photo");
    private static final Set<String> PRIVATE_TO_WORKER = Set.of("telecom", "birthDate", "gender", "photo");

    /** Names of relatives, less those that the child has too. */
    private final Set<String> names;

    ThirdParties(List<JsonNode> resources) {
        Set<String> others = new HashSet<>();
        Set<String> own = new HashSet<>();
        resources.forEach(resource -> {
            switch (resource.path("resourceType").asString("")) {
                case "RelatedPerson" -> others.addAll(words(resource.path("name")));
                case "Patient" -> own.addAll(words(resource.path("name")));
                default -> {}
            }
        });
        others.removeAll(own);
        this.names = Set.copyOf(others);
    }

    Optional<ReviewReason> of(String type, String element, boolean aboutPerson, String value) {
        if (element.equals("address") && !type.equals("Patient") && !type.equals("Organization")) {
            return Optional.of(ReviewReason.OTHER_ADDRESS);
        }
        if ((type.equals("RelatedPerson") && ABOUT_RELATIVE.contains(element))
                || (type.equals("Patient") && (element.equals("contact") || element.equals("link")))
                || (aboutPerson && !type.equals("RelatedPerson"))) {
            return Optional.of(ReviewReason.ANOTHER_PERSON);
        }
        if (type.startsWith("Practitioner") && PRIVATE_TO_WORKER.contains(element)) {
            return Optional.of(ReviewReason.WORKER_PRIVATE);
        }
        if (names.stream().anyMatch(words(value)::contains) && !type.startsWith("Practitioner")) {
            return Optional.of(ReviewReason.NAMED_IN_TEXT);
        }
        boolean longText = WORDS.splitAsStream(value).count() > MANY_WORDS;
        return OWN_WORDS.contains(element) && longText ? Optional.of(ReviewReason.FREE_TEXT) : Optional.empty();
    }

    private static Set<String> words(JsonNode names) {
        Set<String> words = new HashSet<>();
        for (JsonNode name : names) {
            words.addAll(words(name.path("family").asString("")));
            words.addAll(words(name.path("text").asString("")));
            name.path("given").forEach(given -> words.addAll(words(given.asString(""))));
        }
        return words;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Arrays.stream(WORDS.split(text, -1))
                .filter(word -> word.length() >= SHORT)
                .map(word -> word.toLowerCase(Locale.UK))
                .forEach(words::add);
        return words;
    }
}
