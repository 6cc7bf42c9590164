package uk.gov.warwickshire.gateway.ops.console.now;

import java.util.List;

/**
 * A place on the way of a record, with its figures of this moment.
 *
 * @param name as people say it
 * @param lines figures in words, the most telling first
 * @param condition how it fares
 * @param link where more of it is seen
 */
record Station(String name, List<String> lines, Condition condition, String link) {

    /** In words as well, so that nobody depends on a colour. */
    enum Condition {
        WORKS("Works"),
        WAITS("Messages wait"),
        STOPPED("Needs a person");

        private final String words;

        Condition(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    Station {
        lines = List.copyOf(lines);
    }
}
