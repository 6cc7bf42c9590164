package uk.gov.warwickshire.gateway.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** Takes a file into the database, whole or not at all. */
@Component
public class Receiver {

    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
    private static final int LONGEST_NAME = 200;

    private final TransactionTemplate transactions;
    private final Batches batches;
    private final Contents contents;
    private final Ids ids;
    private final long limit;

    Receiver(TransactionTemplate transactions, Batches batches, Contents contents, Ids ids, GatewaySettings settings) {
        this.transactions = transactions;
        this.batches = batches;
        this.contents = contents;
        this.ids = ids;
        this.limit = settings.intake().maxUploadBytes();
    }

    /**
     * @param name as the sender names the file; folders and control characters are left out
     * @return the id of the new batch
     * @throws TooLargeException if the content exceeds the limit
     */
    public UUID receive(Format format, String name, InputStream content, boolean fromInbox) {
        UUID id = ids.next();
        transactions.executeWithoutResult(status -> {
            try {
                Batches.Received received = contents.write(id, content, limit);
                batches.add(id, format, safeName(format, name), received, fromInbox);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        LOG.info("Batch {} of format {} received", id, format.code());
        return id;
    }

    static String safeName(Format format, String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}<>:\"|?*]", "_")
                .replaceAll("^\\.+", "");
        String cut = last.length() > LONGEST_NAME ? last.substring(last.length() - LONGEST_NAME) : last;
        return cut.isBlank() ? format.code() + "." + format.extension() : cut;
    }
}
