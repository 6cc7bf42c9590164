package uk.gov.warwickshire.gateway.ops.console.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was typed and cannot be read is said: an act must not take it for "any". */
class SearchFormTest {

    @ParameterizedTest
    @CsvSource({
        "state,       DEADLY,     There is no state of that name.",
        "destination, Not a one,  There is no destination of that name.",
        "reason,      WHY_NOT,    There is no reason of that name.",
        "batch,       yesterday,  There is no batch of that id.",
        "status,      many,       'The answer of the destination is a number, such as 422.'",
        "from,        yesterday,  A day is written as 2026-11-23.",
        "until,       31.12.2026, A day is written as 2026-11-23."
    })
    void what_cannot_be_read_is_said(String field, String typed, String words) {
        assertThat(SearchForm.of(Map.of(field, typed)).unreadable()).isEqualTo(words);
    }

    @Test
    void what_can_be_read_narrows() {
        SearchForm form = SearchForm.of(Map.of(
                "state", "STOPPED", "reason", "NOT_SHAREABLE_NOW", "destination", "icr.north", "from", "2026-11-23"));

        assertThat(form.unreadable()).isEmpty();
        assertThat(form.criteria().inWords())
                .contains(
                        "state HELD or WITHHELD",
                        "destination icr.north",
                        "reason NOT_SHAREABLE_NOW",
                        "from 2026-11-23");
    }
}
