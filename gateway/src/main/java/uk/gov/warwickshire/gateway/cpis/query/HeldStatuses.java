package uk.gov.warwickshire.gateway.cpis.query;

import uk.gov.warwickshire.mappings.cpis.CpIsTimeline;

/**
 * A row that answers are made from.
 *
 * @param version counts on with each change
 */
record HeldStatuses(CpIsTimeline timeline, long version) {}
