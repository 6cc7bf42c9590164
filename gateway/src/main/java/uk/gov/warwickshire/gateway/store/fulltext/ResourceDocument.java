package uk.gov.warwickshire.gateway.store.fulltext;

import java.util.List;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;

/** A current resource as the index knows it. It is found here and read in the store: nothing is given out from here. */
@SearchEntity
@Indexed(index = "resource")
final class ResourceDocument {

    static final String CHILD = "childId";
    static final String TYPE = "type";
    static final String CONTENT = "content";
    static final String NARRATIVE = "narrative";

    /** `Type/id`. */
    @DocumentId
    final String reference;

    @KeywordField
    final String childId;

    @KeywordField
    final String type;

    /** Every text a person could read in the resource. */
    @FullTextField(analyzer = Analysis.WORDS)
    final String content;

    /** What stands in `text.div`, without markup. */
    @FullTextField(analyzer = Analysis.WORDS)
    final String narrative;

    ResourceDocument(String reference, String childId, ResourceText text) {
        this.reference = reference;
        this.childId = childId;
        this.type = reference.substring(0, reference.indexOf('/'));
        this.content = String.join("\n", text.content());
        this.narrative = String.join("\n", text.narrative());
    }

    /** @param content texts in the order of the resource */
    record ResourceText(List<String> content, List<String> narrative) {}
}
