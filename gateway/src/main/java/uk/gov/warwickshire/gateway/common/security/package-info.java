/** Who may call, by token and scope; everything not named is refused. */
@NullMarked
package uk.gov.warwickshire.gateway.common.security;

import org.jspecify.annotations.NullMarked;
