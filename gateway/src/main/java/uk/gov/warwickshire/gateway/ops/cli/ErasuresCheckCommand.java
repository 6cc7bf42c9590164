package uk.gov.warwickshire.gateway.ops.cli;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uk.gov.warwickshire.gateway.rights.erasure.Erasure;
import uk.gov.warwickshire.gateway.rights.erasure.ErasureCause;
import uk.gov.warwickshire.gateway.rights.erasure.ErasureRules.Verdict;
import uk.gov.warwickshire.gateway.rights.erasure.Erasures;
import uk.gov.warwickshire.gateway.rights.erasure.Obstacle;

/** {@code erasures check}. */
@Command(
        name = "check",
        description =
                "Shows what stands against erasing a child, or that it was erased. Exit code 1 if something does.",
        mixinStandardHelpOptions = true)
final class ErasuresCheckCommand extends DatabaseCommand {

    @Mixin
    private final ChildIdFile file = new ChildIdFile();

    /** Both, for JSON. */
    record Checked(List<Obstacle> obstacles, Optional<String> from, List<UUID> erasedBy) {}

    @Override
    int run(CommandBeans beans) {
        String child = file.read();
        Erasures erasures = beans.get(Erasures.class);
        Verdict verdict = erasures.verdict(child, ErasureCause.REQUEST);
        List<UUID> erased = erasures.ofErased(child).stream().map(Erasure::id).toList();
        TextTable table = new TextTable("what", "words");
        erased.forEach(id -> table.row("erased", id));
        verdict.inOrder().forEach(obstacle -> table.row(obstacle, obstacle.words()));
        verdict.from().ifPresent(day -> table.row("period over", day));
        print(new Checked(verdict.inOrder(), verdict.from().map(String::valueOf), erased), table.toString());
        return verdict.mayBeErased() ? ExitCode.OK : ExitCode.FINDINGS;
    }
}
