package uk.gov.warwickshire.gateway.disclosure;

/** The policy and the agreements in force at this moment. Ask once for each decision: they may change between two. */
@FunctionalInterface
public interface CurrentTerms {

    Terms now();
}
