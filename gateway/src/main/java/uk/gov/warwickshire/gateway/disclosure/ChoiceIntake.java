package uk.gov.warwickshire.gateway.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.ChoiceSink;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.record.SourceRow;
import uk.gov.warwickshire.mappings.source.choices.ChoiceRow;

/** Takes the rows of a choices file into the register. */
@Component
class ChoiceIntake implements ChoiceSink {

    private final ChoiceRegister register;

    ChoiceIntake(ChoiceRegister register) {
        this.register = register;
    }

    @Override
    public Taken take(UUID batch, List<ChoiceRow> rows) {
        ChoiceRegister.Saved saved =
                register.save(rows.stream().map(row -> choice(batch, row)).toList());
        return new Taken(
                saved.changed(),
                saved.refused().stream().map(ChoiceIntake::finding).toList());
    }

    private static Choice choice(UUID batch, ChoiceRow row) {
        Choice.Kind kind =
                switch (row.choice()) {
                    case OBJECT_ICR -> Choice.Kind.OBJECT_ICR;
                    case CONSENT -> Choice.Kind.CONSENT;
                    case RESTRICT -> Choice.Kind.RESTRICT;
                };
        Choice.Source source = new Choice.Source(
                batch.toString(), row.source().file(), row.source().row());
        return new Choice(row.nhsNumber(), kind, row.destination(), row.givenBy(), row.from(), row.until(), source);
    }

    private static Rejection finding(ChoiceRegister.Refused refused) {
        Choice.Source source = refused.choice().source();
        return new Rejection(
                new SourceRow(source.file(), "choices", source.row()),
                Optional.empty(),
                Optional.empty(),
                Rejection.Severity.ROW_REJECTED,
                refused.code(),
                refused.message());
    }
}
