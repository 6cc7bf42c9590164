package uk.gov.warwickshire.gateway.ops.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.gov.warwickshire.gateway.cpis.CpIsActions;
import uk.gov.warwickshire.gateway.cpis.CpIsHeldPlan;
import uk.gov.warwickshire.gateway.cpis.CpIsHeldPlans;
import uk.gov.warwickshire.gateway.cpis.CpIsReconciliation;
import uk.gov.warwickshire.gateway.cpis.CpIsReconciliationLine;
import uk.gov.warwickshire.mappings.cpis.CpIsWithdrawal.Cause;
import uk.gov.warwickshire.mappings.cpis.PlanType;

/** {@code cp-is person <id>}: how one person stands at CP-IS, and the orders that a person alone may give. */
@Command(
        name = "person",
        description = {
            "Shows what CP-IS holds of a person, or orders a plan to be withdrawn there (gateway/docs/cp-is.md).",
            "Withdraw only a plan that was uploaded in error, or whose end was refused after 365 days.",
            "Exit code 1 if the person is not in step."
        },
        mixinStandardHelpOptions = true)
final class CpIsPersonCommand extends DatabaseCommand {

    /** What to do. */
    enum Act {
        WITHDRAW,
        REVOKE,
        NUMBER_IN_USE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** For JSON: without the number. */
    record Plan(
            PlanType type,
            String id,
            String start,
            Optional<String> end,
            Optional<String> deleted,
            boolean formerNumber,
            boolean withdrawn) {

        static Plan of(CpIsHeldPlan held) {
            return new Plan(
                    held.type(),
                    held.planId(),
                    held.start().toString(),
                    held.end().map(Object::toString),
                    held.delete().map(Object::toString),
                    held.formerNumber(),
                    held.withdrawn());
        }
    }

    /** All of it, for JSON. */
    record Person(CpIsReconciliationLine line, List<Plan> held) {}

    @Parameters(
            paramLabel = "<person>",
            description = "The council's id of the child, or of the mother of an unborn one.")
    @SuppressWarnings("NullAway.Init") // required
    private String person;

    @Option(names = "--act", description = "${COMPLETION-CANDIDATES}")
    private @Nullable Act act;

    @Option(names = "--type", description = "Of the plan: ${COMPLETION-CANDIDATES}")
    private @Nullable PlanType type;

    @Option(names = "--plan", paramLabel = "<id>", description = "The council's id of the plan.")
    private String plan = "";

    @Option(names = "--former-number", description = "What stands under a number that is no longer the person's.")
    private boolean formerNumber;

    @Option(
            names = "--cause",
            description = "Of a withdrawal: ${COMPLETION-CANDIDATES}",
            defaultValue = "UPLOADED_IN_ERROR")
    private Cause cause = Cause.UPLOADED_IN_ERROR;

    @Option(names = "--why", paramLabel = "<reason>", description = "The reason; stands in the log of acts.")
    private String why = "";

    @Override
    int run(CommandBeans beans) {
        if (act != null) {
            Act wanted = act;
            act(() -> carryOut(wanted, beans));
        }
        CpIsReconciliationLine line = beans.get(CpIsReconciliation.class)
                .of(person)
                .orElseThrow(() -> new CommandFailedException("CP-IS has nothing to do with " + person + "."));
        List<Plan> held =
                beans.get(CpIsHeldPlans.class).of(person).stream().map(Plan::of).toList();
        TextTable table = new TextTable("plan", "id", "from", "to", "number", "withdrawn");
        held.forEach(one -> table.row(
                one.type(),
                one.id(),
                one.start(),
                one.end().orElse("open"),
                one.formerNumber() ? "no longer the person's" : "in use",
                one.deleted().orElse(one.withdrawn() ? "ordered" : "")));
        print(
                new Person(line, held),
                String.format(
                        Locale.ROOT,
                        "%s: %s. %s%n%s",
                        person,
                        line.standing().meaning(),
                        line.words(),
                        held.isEmpty() ? "CP-IS is not known to hold anything.\n" : table));
        return line.standing() == CpIsReconciliationLine.Standing.IN_STEP ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private void carryOut(Act wanted, CommandBeans beans) {
        CpIsActions actions = beans.get(CpIsActions.class);
        if (wanted == Act.NUMBER_IN_USE) {
            actions.numberInUse(person, beans.who(), why);
            return;
        }
        if (type == null) {
            throw new IllegalArgumentException("--type and --plan say which plan is meant");
        }
        CpIsHeldPlan held = beans.get(CpIsHeldPlans.class).find(person, type, plan, formerNumber);
        if (wanted == Act.WITHDRAW) {
            actions.withdraw(held, cause, beans.who(), why);
        } else {
            actions.revokeWithdrawal(held, beans.who(), why);
        }
    }
}
