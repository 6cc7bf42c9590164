package uk.gov.warwickshire.gateway.store.search;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.fhirpath.IFhirPath;
import ca.uhn.fhir.fhirpath.IFhirPathEvaluationContext;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Evaluates FHIRPath: for the few expressions that are no plain path. */
final class FhirPathExtraction implements Extraction {

    /** What `resolve()` gives: an empty resource of the type the reference names. Nothing is looked up. */
    private record TypeOfReference(FhirContext context) implements IFhirPathEvaluationContext {
        @Override
        public @Nullable IBase resolveReference(IIdType id, @Nullable IBase base) {
            return id.hasResourceType()
                    ? context.getResourceDefinition(id.getResourceType()).newInstance()
                    : null;
        }
    }

    private record Compiled(IFhirPath engine, IFhirPath.IParsedExpression expression) {}

    /** The engine keeps state while it evaluates. */
    private final ThreadLocal<Compiled> compiled;

    FhirPathExtraction(FhirContext context, String expression) {
        this.compiled = ThreadLocal.withInitial(() -> compile(context, expression));
    }

    @Override
    public List<Base> of(Resource resource) {
        Compiled here = compiled.get();
        return here.engine().evaluate(resource, here.expression(), Base.class);
    }

    private static Compiled compile(FhirContext context, String expression) {
        IFhirPath engine = context.newFhirPath();
        engine.setEvaluationContext(new TypeOfReference(context));
        try {
            return new Compiled(engine, engine.parse(expression));
        } catch (Exception invalid) { // declared so by HAPI
            throw new IllegalArgumentException("no valid FHIRPath: " + expression, invalid);
        }
    }
}
