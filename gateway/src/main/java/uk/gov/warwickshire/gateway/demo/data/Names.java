package uk.gov.warwickshire.gateway.demo.data;

import java.util.List;

/** Names of people who do not exist; every surname says that it is made up. */
final class Names {

    static final List<String> GIRLS = List.of(
            "Amelia", "Isla", "Ava", "Zoë", "Renée", "Maya", "Sofia", "Aisha", "Chloé", "Ffion", "Niamh", "Priya");
    static final List<String> BOYS = List.of(
            "Oliver", "Noah", "André", "José", "Harry", "Idris", "Zain", "Søren", "Kofi", "Rhys", "Aarav", "Tomasz");
    static final List<String> WOMEN =
            List.of("Hannah", "Grace", "Siân", "Maria", "Yasmin", "Hélène", "Joanna", "Abena", "Lucía", "Karen");
    static final List<String> SURNAMES = List.of(
            "Samplewood",
            "Testerby",
            "Mockford",
            "Fictionby",
            "O'Demo",
            "Specimen-Hall",
            "Beispiel",
            "Ejemplo-Núñez",
            "Placeholder",
            "Dummyford",
            "Exämple",
            "Testingham",
            "Makebelieve",
            "Mc Synthetic",
            "Fauxley",
            "Démonstré");
    static final List<String> WORKERS = List.of(
            "Alex Sampleworker",
            "Sam Demoworker",
            "Jo Testworker",
            "Chris Mockworker",
            "Zoë Exampleworker",
            "Pat Specimenworker",
            "Ravi Fauxworker",
            "Bronagh Dummyworker");

    private Names() {}
}
