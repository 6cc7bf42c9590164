/** What every room may use: ids, time, destinations, the database, work that must run once. */
@NullMarked
package uk.gov.warwickshire.gateway.common;

import org.jspecify.annotations.NullMarked;
