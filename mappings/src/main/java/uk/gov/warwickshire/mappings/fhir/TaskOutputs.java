package uk.gov.warwickshire.mappings.fhir;

import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;

/** What the statutory steps have in common as UKCore-Task: what was done, when it was due, what it came to. */
final class TaskOutputs {

    private TaskOutputs() {}

    static Task begin(ChildContext context, String kind, String sourceId, String activity) {
        Task task = context.identified(new Task(), context.id(kind, sourceId));
        task.addIdentifier(context.identifier(kind, sourceId));
        task.setIntent(TaskIntent.ORDER);
        task.setCode(context.concepts().own("activity", activity));
        task.setFor(context.subject());
        return task;
    }

    /** A meeting: due on a day, held on a day. What was never held stays requested, however late. */
    static void meeting(Task task, Optional<LocalDate> due, Optional<LocalDate> held) {
        task.setStatus(held.isPresent() ? TaskStatus.COMPLETED : TaskStatus.REQUESTED);
        Elements.period(held, held).ifPresent(task::setExecutionPeriod);
        Elements.period(Optional.empty(), due)
                .ifPresent(period -> task.getRestriction().setPeriod(period));
    }

    static void output(ChildContext context, Task task, String finding, Optional<Boolean> value) {
        value.ifPresent(yes -> output(context, task, finding, new BooleanType(yes)));
    }

    static void output(ChildContext context, Task task, String finding, Type value) {
        if (!(value instanceof CodeableConcept concept) || !concept.isEmpty()) {
            task.addOutput().setType(context.concepts().own("finding", finding)).setValue(value);
        }
    }
}
