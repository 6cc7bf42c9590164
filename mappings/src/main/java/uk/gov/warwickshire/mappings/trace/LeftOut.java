package uk.gov.warwickshire.mappings.trace;

/** A filled cell that changes nothing in the resources, and why. */
public record LeftOut(Cell cell, String reason) {}
