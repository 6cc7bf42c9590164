package uk.gov.warwickshire.mappings.source.cin.rules;

import uk.gov.warwickshire.mappings.source.cin.CensusChild;
import uk.gov.warwickshire.mappings.source.cin.CensusPeriod;

/**
 * A child with what a rule about it may ask of the rest of the return.
 *
 * @param repeatedId another child of the return has the same id
 * @param repeatedUpn another child of the return has the same UPN
 */
public record ReturnedChild(CensusChild child, CensusPeriod period, boolean repeatedId, boolean repeatedUpn) {}
