package uk.gov.warwickshire.gateway.ops.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.trace.Cell;
import uk.gov.warwickshire.mappings.trace.LeftOut;
import uk.gov.warwickshire.mappings.trace.Preview;
import uk.gov.warwickshire.mappings.trace.PreviewedElement;
import uk.gov.warwickshire.mappings.trace.PreviewedResource;

/** A preview for people: element, value, and the cells it comes from. */
final class PreviewText {

    private static final String ELEMENT = "  %-44s %-60s %s";

    private PreviewText() {}

    static String of(Preview preview) {
        StringBuilder text = new StringBuilder(outcome(preview)).append('\n');
        preview.findings().forEach(finding -> finding(text, finding));
        preview.resources().forEach(resource -> resource(text, resource));
        if (!preview.leftOut().isEmpty()) {
            text.append("\nLeft out\n");
            preview.leftOut().forEach(left -> leftOut(text, left));
        }
        return text.toString();
    }

    private static String outcome(Preview preview) {
        return switch (preview.outcome()) {
            case MAPPED -> preview.resources().size() + " resources";
            case REJECTED -> "Rejected: what was stored of this child before would stay.";
            case NOT_A_SUBJECT -> "No record is made: a mother without social-care rows of her own.";
            case NO_ROWS -> "The extract has no row of this child.";
        };
    }

    private static void finding(StringBuilder text, Rejection finding) {
        text.append("! ")
                .append(finding.severity())
                .append(' ')
                .append(finding.code())
                .append(' ');
        text.append(finding.source().table())
                .append(finding.field().map(f -> "." + f).orElse(""));
        text.append(':')
                .append(finding.source().row())
                .append(' ')
                .append(finding.message())
                .append('\n');
    }

    private static void resource(StringBuilder text, PreviewedResource resource) {
        text.append('\n')
                .append(resource.name())
                .append(" (")
                .append(resource.category().code());
        resource.aboutPerson()
                .ifPresent(person -> text.append(", about person ").append(person));
        text.append(")\n");
        if (!resource.deciders().isEmpty()) {
            text.append("  is there because of ")
                    .append(words(resource.deciders()))
                    .append('\n');
        }
        for (PreviewedElement element : resource.elements()) {
            String from = element.sources().isEmpty() ? "settings, or always so" : words(element.sources());
            text.append(String.format(Locale.ROOT, ELEMENT, element.location(), element.value(), "← " + from))
                    .append('\n');
        }
    }

    private static void leftOut(StringBuilder text, LeftOut left) {
        text.append(String.format(Locale.ROOT, ELEMENT, words(List.of(left.cell())), "", left.reason()))
                .append('\n');
    }

    private static String words(List<Cell> cells) {
        return cells.stream()
                .map(cell -> cell.table() + "." + cell.column() + ":" + cell.line() + " “" + cell.value() + "”")
                .collect(Collectors.joining(", "));
    }
}
