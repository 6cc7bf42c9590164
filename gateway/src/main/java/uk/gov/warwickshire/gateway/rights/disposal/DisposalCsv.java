package uk.gov.warwickshire.gateway.rights.disposal;

import java.util.List;
import java.util.UUID;

/** A disposal's list as a file: who is on it and, once it was carried out, what became of each, with the certificate. */
public final class DisposalCsv {

    private DisposalCsv() {}

    public static String of(List<DisposalRun.Item> items) {
        StringBuilder csv = new StringBuilder("number,child,class,dispose_from,state,reason,certificate\r\n");
        items.forEach(item -> csv.append(String.join(
                        ",",
                        String.valueOf(item.ordinal()),
                        quoted(item.childId()),
                        quoted(item.recordClass()),
                        item.disposeFrom().toString(),
                        item.state(),
                        quoted(item.reason().orElse("")),
                        item.erasure().map(UUID::toString).orElse("")))
                .append("\r\n"));
        return csv.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
