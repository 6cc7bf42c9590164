package uk.gov.warwickshire.mappings.cpis.inbound;

import java.util.Objects;

/**
 * A document that cannot be relied on. Nothing of it counts; the original is kept and a person looks at it.
 *
 * @param where element or attribute by name, never a value; empty if it is about the document
 * @param line from 1, 0 if unknown
 * @param column from 1, 0 if unknown
 */
public record Malformed(Reason reason, String where, int line, int column) implements CpIsInbound {

    public Malformed {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(where, "where");
    }

    /** What is wrong. */
    public enum Reason {
        NOT_XML("The document is not well-formed XML or could not be read"),
        DOCTYPE("The document has a DOCTYPE, which is never accepted"),
        ENTITY("The document refers to an entity, which is never accepted"),
        TOO_LARGE("The document is larger than allowed"),
        TOO_DEEP("Elements are nested deeper than allowed"),
        TOO_MANY_ELEMENTS("The document has more elements than allowed"),
        TOO_MANY_ATTRIBUTES("An element has more attributes than allowed"),
        TEXT_TOO_LONG("A text or attribute value is longer than allowed"),
        UNKNOWN_MESSAGE("The root element is none of the messages of CP-IS"),
        ELEMENT_MISSING("A required element is missing"),
        ELEMENT_REPEATED("An element stands more often than allowed"),
        VALUE_INVALID("A value is missing or not of its type"),
        CONTRADICTION("The counts and codes of the document contradict each other");

        private final String meaning;

        Reason(String meaning) {
            this.meaning = meaning;
        }

        public String meaning() {
            return meaning;
        }
    }
}
