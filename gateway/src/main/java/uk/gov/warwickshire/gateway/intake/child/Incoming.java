package uk.gov.warwickshire.gateway.intake.child;

import java.util.List;
import uk.gov.warwickshire.mappings.source.cin.DeliveredChild;
import uk.gov.warwickshire.mappings.source.ssd.SsdChildRows;

/** A chunk of children as one delivery has them, each child once. */
public sealed interface Incoming {

    List<String> childIds();

    /** Rows of an extract, or those kept where something else has changed. */
    record Rows(List<SsdChildRows> children, Delivered extract) implements Incoming {
        public Rows {
            children = List.copyOf(children);
        }

        @Override
        public List<String> childIds() {
            return children.stream().map(SsdChildRows::childId).toList();
        }
    }

    /** Entries of a census, each of which can be read. */
    record Census(List<DeliveredChild> children) implements Incoming {
        public Census {
            children = List.copyOf(children);
            if (children.stream().anyMatch(c -> c.entry().isEmpty())) {
                throw new IllegalArgumentException("a child that was left out cannot be derived");
            }
        }

        @Override
        public List<String> childIds() {
            return children.stream().flatMap(c -> c.childId().stream()).toList();
        }
    }
}
