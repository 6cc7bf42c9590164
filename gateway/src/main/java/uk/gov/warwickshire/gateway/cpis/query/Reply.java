package uk.gov.warwickshire.gateway.cpis.query;

/** What comes of a question. */
public sealed interface Reply permits Answer, Reply.Denied {

    /** No agreement covers the organisation. Recorded, and the same whether anybody is known by the number or not. */
    record Denied() implements Reply {}
}
