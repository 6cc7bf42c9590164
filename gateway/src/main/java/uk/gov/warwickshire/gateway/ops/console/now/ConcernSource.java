package uk.gov.warwickshire.gateway.ops.console.now;

import java.util.List;

/** Finds one kind of thing that needs a person. Read afresh each time: a concern ends when its cause does. */
interface ConcernSource {

    List<Concern> current();
}
