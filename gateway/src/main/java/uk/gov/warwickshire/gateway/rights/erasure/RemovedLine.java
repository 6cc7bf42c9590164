package uk.gov.warwickshire.gateway.rights.erasure;

/**
 * A line of the certificate.
 *
 * @param kept rows that stay under the pseudonym, to prove that past disclosures were lawful
 */
public record RemovedLine(String room, String place, long number, boolean kept) {}
