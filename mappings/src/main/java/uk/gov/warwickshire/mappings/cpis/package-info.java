/**
 * CP-IS, Child Protection - Information Sharing: who is in scope, what the service should hold of a person, and what to
 * send so that it does. The wire format is in {@code upload} and {@code inbound}, its names and identifiers in
 * {@link uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure}.
 */
@NullMarked
package uk.gov.warwickshire.mappings.cpis;

import org.jspecify.annotations.NullMarked;
