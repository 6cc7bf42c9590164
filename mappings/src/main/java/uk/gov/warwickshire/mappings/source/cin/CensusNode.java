package uk.gov.warwickshire.mappings.source.cin;

import java.util.List;
import java.util.Optional;

/** An element with what it holds; names are those of {@link CensusShape}. */
record CensusNode(String name, long line, String text, List<CensusNode> children) {
    CensusNode {
        children = List.copyOf(children);
    }

    /** The first of that name; empty if there is none or it is blank. */
    Optional<CensusValue> value(String child) {
        return values(child).stream().findFirst();
    }

    List<CensusValue> values(String child) {
        return children(child).stream()
                .filter(c -> !c.text().isBlank())
                .map(c -> new CensusValue(c.text(), c.line()))
                .toList();
    }

    List<CensusNode> children(String child) {
        return children.stream().filter(c -> c.name().equals(child)).toList();
    }

    Optional<CensusNode> child(String child) {
        return children(child).stream().findFirst();
    }
}
