package uk.gov.warwickshire.gateway.optout;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.mesh.MeshClient;
import uk.gov.warwickshire.gateway.mesh.MeshException;
import uk.gov.warwickshire.gateway.mesh.OutgoingMessage;
import uk.gov.warwickshire.gateway.mesh.SendOutcome;
import uk.gov.warwickshire.gateway.mesh.SendOutcome.NotSent;
import uk.gov.warwickshire.gateway.mesh.SendOutcome.Refused;
import uk.gov.warwickshire.gateway.mesh.SendOutcome.Sent;
import uk.gov.warwickshire.gateway.mesh.SendOutcome.Unknown;

/** Sends the files that wait, in order, each at most once. */
@Component
class OptOutSender {

    private static final Logger LOG = LoggerFactory.getLogger(OptOutSender.class);

    private final OptOutExchanges exchanges;
    private final OptOutRules rules;
    private final TransactionTemplate transactions;

    OptOutSender(OptOutExchanges exchanges, OptOutRules rules, TransactionTemplate transactions) {
        this.exchanges = exchanges;
        this.rules = rules;
        this.transactions = transactions;
    }

    /** Only one thread in all replicas may be here. */
    void sendWaiting(MeshClient client) {
        settleInterrupted();
        raiseOverdue(client);
        for (Exchange exchange : exchanges.in(ExchangeState.REQUESTED)) {
            exchanges.sending(exchange);
            if (!settle(exchange, client.send(message(exchange)))) {
                return;
            }
        }
    }

    /** A process died between writing down that it sends and hearing how it went: a reply will tell, or none. */
    private void settleInterrupted() {
        exchanges
                .in(ExchangeState.SENDING)
                .forEach(exchange -> exchanges.become(
                        exchange, ExchangeState.UNKNOWN, Optional.of("interrupted while it was being sent")));
    }

    private void raiseOverdue(MeshClient client) {
        for (Exchange exchange : exchanges.unansweredSince(rules.settings().answerWithin())) {
            String words = "no answer in time" + tracked(client, exchange);
            LOG.error("Opt-out file {}: {}; its numbers are asked for again", exchange.fileName(), words);
            transactions.executeWithoutResult(transaction -> {
                exchanges.become(exchange, ExchangeState.OVERDUE, Optional.of(words));
                exchanges.requestAgain(exchange);
            });
        }
    }

    /** What MESH knows of the file, asked once: whether the service has collected it tells a person whom to ring. */
    private static String tracked(MeshClient client, Exchange exchange) {
        try {
            return exchange.messageId()
                    .map(client::track)
                    .map(tracking -> ", MESH has it as " + tracking.status())
                    .orElse("");
        } catch (MeshException e) {
            return "";
        }
    }

    /** Whether the next file may follow. */
    private boolean settle(Exchange exchange, SendOutcome outcome) {
        if (outcome instanceof Sent sent) {
            exchanges.sent(exchange, sent.messageId());
            return true;
        }
        if (outcome instanceof NotSent notSent) {
            LOG.warn("Opt-out file {}: {}; it is sent with the next turn", exchange.fileName(), notSent.cause());
            exchanges.become(exchange, ExchangeState.REQUESTED, Optional.of(notSent.cause()));
            return false;
        }
        if (outcome instanceof Unknown unknown) {
            LOG.warn(
                    "Opt-out file {}: {}; it may have gone and is not sent again",
                    exchange.fileName(),
                    unknown.cause());
            exchanges.become(exchange, ExchangeState.UNKNOWN, Optional.of(unknown.cause()));
            return true;
        }
        Refused refused = (Refused) outcome;
        LOG.error("Opt-out file {}: refused, {}", exchange.fileName(), refused.description());
        transactions.executeWithoutResult(transaction -> {
            exchanges.become(exchange, ExchangeState.FAILED, Optional.of(refused.description()));
            exchanges.requestAgain(exchange);
        });
        return true;
    }

    /** One number and a comma on each line, LF, no header (opt-out-and-mesh.md 3). */
    private OutgoingMessage message(Exchange exchange) {
        List<String> numbers = exchanges.numbersOf(exchange);
        String body = numbers.stream().map(number -> number + ",\n").collect(Collectors.joining());
        return new OutgoingMessage(
                rules.settings().recipientMailbox(),
                rules.settings().workflowId(),
                exchange.localId(),
                exchange.fileName(),
                exchange.fileName() + ".dat",
                "text/plain",
                body.getBytes(StandardCharsets.US_ASCII),
                false);
    }
}
