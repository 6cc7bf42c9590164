package uk.gov.warwickshire.gateway.store.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import uk.gov.warwickshire.mappings.fhir.SearchValues;

/** Gathers the values of one resource. Which parts of a type count is as on a HAPI server. */
final class ValueCollector {

    private final Set<String> tokens = new LinkedHashSet<>();
    private final Set<SearchValues.Text> texts = new LinkedHashSet<>();
    private final Set<SearchValues.Range> ranges = new LinkedHashSet<>();
    private final List<SearchValues.Quantity> quantities = new ArrayList<>();

    SearchValues values() {
        return new SearchValues(List.copyOf(tokens), List.copyOf(texts), List.copyOf(ranges), List.copyOf(quantities));
    }

    void add(SearchParameterDefinition parameter, Base value) {
        String key = parameter.key();
        switch (parameter.type()) {
            case TOKEN -> token(key, value);
            case STRING -> text(key, value);
            case DATE -> date(key, value);
            case REFERENCE -> ReferenceTokens.of(key, value).forEach(tokens::add);
            case URI -> plain(key, value.primitiveValue());
            case QUANTITY -> quantity(key, value);
        }
    }

    private void token(String key, Base value) {
        if (value instanceof CodeableConcept concept) {
            concept.getCoding().forEach(coding -> token(key, coding));
        } else if (value instanceof Coding coding) {
            coded(key, coding.getSystem(), coding.getCode());
        } else if (value instanceof Identifier identifier && identifier.hasValue()) {
            coded(key, identifier.getSystem(), identifier.getValue());
        } else if (value instanceof ContactPoint contact && contact.hasValue()) {
            coded(key, contact.hasSystem() ? contact.getSystem().toCode() : null, contact.getValue());
        } else if (value instanceof Enumeration<?> code && code.hasValue()) {
            coded(key, code.getSystem(), code.getValueAsString());
        } else if (value instanceof PrimitiveType<?> primitive) {
            coded(key, null, primitive.getValueAsString());
        }
    }

    private void coded(String key, @Nullable String system, @Nullable String code) {
        if (code == null || code.isBlank()) {
            return;
        }
        tokens.add(Tokens.coded(key, system == null ? "" : system, code));
        tokens.add(Tokens.plain(key, code));
        if (system != null && !system.isEmpty()) {
            tokens.add(Tokens.system(key, system));
        }
        tokens.add(Tokens.present(key));
    }

    private void plain(String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            tokens.add(Tokens.plain(key, value));
            tokens.add(Tokens.present(key));
        }
    }

    private void text(String key, Base value) {
        if (value instanceof HumanName name) {
            textOf(key, name.getFamily());
            name.getGiven().forEach(part -> textOf(key, part.getValue()));
            textOf(key, name.getText());
            name.getPrefix().forEach(part -> textOf(key, part.getValue()));
            name.getSuffix().forEach(part -> textOf(key, part.getValue()));
        } else if (value instanceof Address address) {
            for (StringType line : address.getLine()) {
                textOf(key, line.getValue());
            }
            textOf(key, address.getCity());
            textOf(key, address.getState());
            textOf(key, address.getCountry());
            textOf(key, address.getPostalCode());
        } else if (value.isPrimitive()) {
            textOf(key, value.primitiveValue());
        }
    }

    private void textOf(String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            texts.add(new SearchValues.Text(key, Normal.of(value), Normal.exact(value)));
            tokens.add(Tokens.present(key));
        }
    }

    private void date(String key, Base value) {
        Optional<DateRange> range = value instanceof Period period
                ? DateRange.period(
                        Optional.ofNullable(period.getStartElement().getValueAsString()),
                        Optional.ofNullable(period.getEndElement().getValueAsString()))
                : Optional.ofNullable(value.isPrimitive() ? value.primitiveValue() : null)
                        .flatMap(DateRange::ofElement);
        range.ifPresent(found -> {
            ranges.add(new SearchValues.Range(key, found.low(), found.high()));
            tokens.add(Tokens.present(key));
        });
    }

    private void quantity(String key, Base value) {
        if (value instanceof Quantity quantity && quantity.hasValue()) {
            quantities.add(new SearchValues.Quantity(
                    key,
                    quantity.getValue(),
                    orEmpty(quantity.getSystem()),
                    orEmpty(quantity.getCode()),
                    orEmpty(quantity.getUnit())));
            tokens.add(Tokens.present(key));
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
