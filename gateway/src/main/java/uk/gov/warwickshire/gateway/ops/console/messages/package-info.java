/** Pages on which messages are found, followed on their way and put right. */
@NullMarked
package uk.gov.warwickshire.gateway.ops.console.messages;

import org.jspecify.annotations.NullMarked;
