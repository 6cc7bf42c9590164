package uk.gov.warwickshire.gateway.store.search;

import java.util.List;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Resource;

/**
 * `X.exists() and X != false`, as R4 has it for `Patient.deceased`, which is a boolean or a date. Without this the one
 * expression would need FHIRPath proper, and with it every definition of R4 in memory.
 */
record ExistsAndIsNotFalse(ElementPath element) implements Extraction {

    @Override
    public List<Base> of(Resource resource) {
        List<Base> found = element.of(resource);
        return List.of(
                new BooleanType(!found.isEmpty() && !"false".equals(found.get(0).primitiveValue())));
    }
}
