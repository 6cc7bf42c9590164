/**
 * Messages, for the people who answer for them: found by words and facets, followed on their whole way, and put right. What
 * is found is always read from PostgreSQL; the index follows a moment behind and can be away.
 */
@NullMarked
package uk.gov.warwickshire.gateway.ops.messages;

import org.jspecify.annotations.NullMarked;
