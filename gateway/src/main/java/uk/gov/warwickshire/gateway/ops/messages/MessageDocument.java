package uk.gov.warwickshire.gateway.ops.messages;

import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;
import uk.gov.warwickshire.gateway.store.fulltext.FullTextIndex;

/**
 * A delivery, batch or decision as the index knows it: codes, names of files and the council's id of the child. No content of
 * a record, no words of a partner, and nothing from which a result of the opt-out check could be read: reasons by their
 * public code, and what is held and what is withheld under one word.
 */
@SearchEntity
@Indexed(index = "message")
final class MessageDocument {

    static final String WHAT = "what";
    static final String ORDER = "order";
    static final String OWNER = "owner";
    static final String STATE = "state";
    static final String DESTINATION = "destination";
    static final String REASON = "reason";
    static final String BATCH = "batch";
    static final String STATUS = "status";
    static final String CHILD = "childId";
    static final String WORDS = "words";

    /** State of what the gate has stopped, held or withheld. */
    static final String STOPPED = "STOPPED";

    /** `DELIVERY/id`. */
    @DocumentId
    final String reference;

    @KeywordField
    final String what;

    /** The id: made in the order of time. */
    @KeywordField(sortable = Sortable.YES)
    final String order;

    /** The delivery or batch with which it changes and goes. */
    @KeywordField
    final String owner;

    @KeywordField(aggregable = Aggregable.YES)
    final String state;

    @KeywordField(aggregable = Aggregable.YES)
    final String destination;

    @KeywordField(aggregable = Aggregable.YES)
    final String reason;

    /** Id of the batch that made it due; empty where none did. */
    @KeywordField(aggregable = Aggregable.YES)
    final String batch;

    @KeywordField(aggregable = Aggregable.YES)
    final String status;

    @KeywordField
    final String childId;

    @FullTextField(analyzer = FullTextIndex.WORDS)
    final String words;

    MessageDocument(
            MessageKind what,
            String id,
            String owner,
            String state,
            String destination,
            String reason,
            String batch,
            String status,
            String childId,
            String words) {
        this.reference = reference(what, id);
        this.what = what.name();
        this.order = id;
        this.owner = owner;
        this.state = state;
        this.destination = destination;
        this.reason = reason;
        this.batch = batch;
        this.status = status;
        this.childId = childId;
        this.words = words;
    }

    static String reference(MessageKind what, String id) {
        return what.name() + "/" + id;
    }
}
