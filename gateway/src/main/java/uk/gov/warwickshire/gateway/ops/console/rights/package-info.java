/** People's rights: the requests, the subject access pack with its review, what is disputed, restrictions and their proof. */
@NullMarked
package uk.gov.warwickshire.gateway.ops.console.rights;

import org.jspecify.annotations.NullMarked;
