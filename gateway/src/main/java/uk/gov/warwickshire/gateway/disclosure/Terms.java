package uk.gov.warwickshire.gateway.disclosure;

/** What every decision rests on, whoever the child is. Policy and agreements were checked against each other. */
public record Terms(DisclosurePolicy policy, Agreements agreements) {}
