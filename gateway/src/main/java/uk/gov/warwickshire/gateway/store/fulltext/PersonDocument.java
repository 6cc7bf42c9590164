package uk.gov.warwickshire.gateway.store.fulltext;

import java.util.List;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;

/** A Patient by what people remember of a person: names as they are, as they were and as they sound, birth, place. */
@SearchEntity
@Indexed(index = "person")
final class PersonDocument {

    static final String CHILD = "childId";
    static final String NUMBER = "nhsNumber";
    static final String FAMILY = "family";
    static final String GIVEN = "given";
    static final String FAMILY_SOUND = "familySound";
    static final String GIVEN_SOUND = "givenSound";
    static final String BIRTH = "birthDate";
    static final String POSTCODE = "postcode";
    static final String OUTWARD = "outward";
    static final String ADDRESS = "address";

    /** `Patient/id`. */
    @DocumentId
    final String reference;

    @KeywordField
    final String childId;

    @KeywordField
    final List<String> nhsNumber;

    @FullTextField(analyzer = Analysis.WORDS)
    final List<String> family;

    @FullTextField(analyzer = Analysis.WORDS)
    final List<String> given;

    /** Computed here, not by the backend: OpenSearch has phonetics only in a plugin. */
    @KeywordField
    final List<String> familySound;

    @KeywordField
    final List<String> givenSound;

    /** ISO, with its day and month exchanged beside it: the commonest slip of a hand. */
    @KeywordField
    final List<String> birthDate;

    @KeywordField
    final List<String> postcode;

    @KeywordField
    final List<String> outward;

    @FullTextField(analyzer = Analysis.WORDS)
    final List<String> address;

    PersonDocument(String reference, String childId, Demographics person) {
        this.reference = reference;
        this.childId = childId;
        this.nhsNumber = person.nhsNumber().stream().toList();
        this.family = person.families();
        this.given = person.givens();
        this.familySound = Sounds.of(person.families());
        this.givenSound = Sounds.of(person.givens());
        this.birthDate = person.birthDate().map(BirthDates::likely).orElse(List.of());
        this.postcode = person.postcodes();
        this.outward = person.postcodes().stream().map(Demographics::outward).toList();
        this.address = person.addressLines();
    }
}
