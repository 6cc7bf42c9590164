package uk.gov.warwickshire.gateway.store.search;

import java.util.List;
import java.util.Objects;

/** One condition of a query. Its values are alternatives; all conditions of a query must hold. */
public sealed interface Criterion {

    /** `_id`. */
    record Id(List<String> ids, boolean not) implements Criterion {
        public Id {
            ids = List.copyOf(ids);
        }
    }

    /** @param not `:not`: no value of the resource is one of these */
    record Token(SearchParameterDefinition parameter, List<TokenValue> values, boolean not) implements Criterion {
        public Token {
            values = List.copyOf(values);
        }
    }

    /** How a string is compared. */
    enum StringMatch {
        /** Begins with, without regard to case and accents. */
        PREFIX,
        EXACT,
        /** Without regard to case and accents. */
        CONTAINS
    }

    record Text(SearchParameterDefinition parameter, StringMatch match, List<String> values) implements Criterion {
        public Text {
            Objects.requireNonNull(match, "match");
            values = List.copyOf(values);
        }
    }

    record Date(SearchParameterDefinition parameter, List<DateValue> values) implements Criterion {
        public Date {
            values = List.copyOf(values);
        }
    }

    /** `_lastUpdated`. */
    record LastUpdated(List<DateValue> values) implements Criterion {
        public LastUpdated {
            values = List.copyOf(values);
        }
    }

    record Reference(SearchParameterDefinition parameter, List<ReferenceValue> values) implements Criterion {
        public Reference {
            values = List.copyOf(values);
        }
    }

    /** `:identifier`: of the reference itself; of a child's resources also of the Patient it points to. */
    record ReferenceIdentifier(SearchParameterDefinition parameter, List<TokenValue> values) implements Criterion {
        public ReferenceIdentifier {
            values = List.copyOf(values);
        }
    }

    record Uri(SearchParameterDefinition parameter, List<String> values) implements Criterion {
        public Uri {
            values = List.copyOf(values);
        }
    }

    record Quantity(SearchParameterDefinition parameter, List<QuantityValue> values) implements Criterion {
        public Quantity {
            values = List.copyOf(values);
        }
    }

    /** `:missing`. */
    record Missing(SearchParameterDefinition parameter, boolean missing) implements Criterion {}

    /** `reference.parameter`: what is pointed to meets one of these; one for each type it may have. */
    record Chain(SearchParameterDefinition parameter, List<Target> targets) implements Criterion {
        public Chain {
            targets = List.copyOf(targets);
        }
    }

    /** What a resource of a type, pointed to, must meet. */
    record Target(String type, Criterion criterion) {}

    /** `_has`: a resource of a type points here by the parameter and meets the condition. */
    record Has(SearchParameterDefinition parameter, Criterion criterion) implements Criterion {}
}
