package uk.gov.warwickshire.mappings.cpis.inbound;

/** Everything that can come of a document from CP-IS. */
public sealed interface CpIsInbound
        permits Acknowledgement, AccessNotification, EmptyAccessNotification, InactiveNumbers, Malformed {}
