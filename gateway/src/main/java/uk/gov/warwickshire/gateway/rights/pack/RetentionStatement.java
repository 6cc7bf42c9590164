package uk.gov.warwickshire.gateway.rights.pack;

import java.util.List;

/** How long what is held of a child is kept, by whoever keeps the retention schedule. */
@FunctionalInterface
public interface RetentionStatement {

    /** A part of the record, until when it is kept in words, and the ground. */
    record Kept(String what, String until, String ground) {}

    List<Kept> of(String childId);
}
