package uk.gov.warwickshire.gateway.optout;

import static uk.gov.warwickshire.gateway.mesh.Handling.HANDLED;
import static uk.gov.warwickshire.gateway.mesh.Handling.UNKNOWN_CONTENT;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.mesh.Handling;
import uk.gov.warwickshire.gateway.mesh.MeshClient;
import uk.gov.warwickshire.gateway.mesh.MeshMessage;
import uk.gov.warwickshire.gateway.mesh.MeshMessageHandler;
import uk.gov.warwickshire.gateway.mesh.MeshReport;
import uk.gov.warwickshire.gateway.optout.OptOutReply.CleanList;
import uk.gov.warwickshire.gateway.optout.OptOutReply.InvalidNumbers;
import uk.gov.warwickshire.gateway.optout.OptOutReply.Receipt;

/** The correspondence with the check service. Replies may come twice, in any order, late, or to nothing we asked. */
@Component
public class OptOutMailbox implements MeshMessageHandler {

    /** Name of the mailbox in the settings. */
    public static final String NAME = "opt-out";

    private static final Logger LOG = LoggerFactory.getLogger(OptOutMailbox.class);

    private final OptOutSender sender;
    private final OptOutCollector collector;
    private final OptOutExchanges exchanges;
    private final OptOutAnswers answers;
    private final OptOutRules rules;

    OptOutMailbox(
            OptOutSender sender,
            OptOutCollector collector,
            OptOutExchanges exchanges,
            OptOutAnswers answers,
            OptOutRules rules) {
        this.sender = sender;
        this.collector = collector;
        this.exchanges = exchanges;
        this.answers = answers;
        this.rules = rules;
    }

    @Override
    public String mailbox() {
        return NAME;
    }

    @Override
    public void sendWaiting(MeshClient client) {
        sender.sendWaiting(client);
    }

    @Override
    public Handling handle(MeshMessage message) {
        Optional<MeshReport> report = message.report();
        if (report.isPresent()) {
            return handleReport(report.get());
        }
        if (!isFromTheService(message)) {
            return UNKNOWN_CONTENT;
        }
        return message.localId()
                .flatMap(exchanges::lockByLocalId)
                .map(exchange -> handleReply(exchange, OptOutReply.read(message.body())))
                .orElse(UNKNOWN_CONTENT);
    }

    private boolean isFromTheService(MeshMessage message) {
        return message.from()
                        .filter(rules.settings().recipientMailbox()::equalsIgnoreCase)
                        .isPresent()
                && message.workflow()
                        .filter(rules.settings().workflowId()::equals)
                        .isPresent();
    }

    private Handling handleReport(MeshReport report) {
        Optional<Exchange> exchange = report.localId()
                .flatMap(exchanges::lockByLocalId)
                .or(() -> report.linkedMessageId().flatMap(exchanges::lockByMessageId));
        if (report.failed() && exchange.filter(known -> known.state().isOpen()).isPresent()) {
            fail(exchange.get(), report.words());
        }
        return HANDLED;
    }

    private Handling handleReply(Exchange exchange, OptOutReply reply) {
        return switch (exchange.state()) {
            case REQUESTED -> exchange.attemptedAt().isPresent() ? handleExpected(exchange, reply) : UNKNOWN_CONTENT;
            // What comes after the end of an exchange is a repetition; a list after a rejection contradicts it.
            case ANSWERED -> reply instanceof OptOutReply.NotUnderstood ? UNKNOWN_CONTENT : HANDLED;
            case REJECTED -> reply instanceof CleanList ? UNKNOWN_CONTENT : HANDLED;
            default -> handleExpected(exchange, reply);
        };
    }

    private Handling handleExpected(Exchange exchange, OptOutReply reply) {
        if (reply instanceof Receipt receipt) {
            return receipt(exchange, receipt);
        }
        if (reply instanceof CleanList list) {
            return answer(exchange, list);
        }
        if (reply instanceof InvalidNumbers) {
            reject(exchange);
            return HANDLED;
        }
        fail(exchange, "the reply has content nobody understands");
        return UNKNOWN_CONTENT;
    }

    private Handling receipt(Exchange exchange, Receipt receipt) {
        if (!receipt.accepted()) {
            fail(exchange, "the service could not start a job for the file");
        } else if (exchange.state().isOpen()) {
            exchanges.become(exchange, ExchangeState.RECEIPTED, Optional.empty());
        }
        return HANDLED;
    }

    private Handling answer(Exchange exchange, CleanList list) {
        if (!answers.namesOnlyAsked(exchange, list.numbers())) {
            fail(exchange, "the answer names people who were not asked about");
            return UNKNOWN_CONTENT;
        }
        answers.apply(exchange, list.numbers());
        exchanges.answered(exchange, list.numbers().size());
        LOG.info("Opt-out file {}: answered, {} asked", exchange.fileName(), exchange.asked());
        return HANDLED;
    }

    /**
     * One bad number spoils a file, and the service does not say which: halves, until it stands alone. The numbers of a
     * file that is no longer open are in a later one by now.
     */
    private void reject(Exchange exchange) {
        List<String> numbers = exchanges.numbersOf(exchange);
        LOG.info("Opt-out file {}: rejected for an invalid number among {}", exchange.fileName(), numbers.size());
        if (numbers.size() == 1) {
            LOG.warn("Opt-out file {}: its one number is refused and not sent again", exchange.fileName());
            answers.refuse(numbers.get(0));
        } else if (exchange.state().isOpen()) {
            int half = numbers.size() / 2;
            collector.write(numbers.subList(0, half), exchange.sequence());
            collector.write(numbers.subList(half, numbers.size()), exchange.sequence());
        }
        exchanges.become(exchange, ExchangeState.REJECTED, Optional.of("holds an invalid number"));
        exchanges.forgetNumbers(exchange);
    }

    private void fail(Exchange exchange, String words) {
        LOG.error("Opt-out file {}: {}", exchange.fileName(), words);
        if (exchange.state().isOpen()) {
            exchanges.requestAgain(exchange);
        }
        exchanges.become(exchange, ExchangeState.FAILED, Optional.of(words));
    }
}
