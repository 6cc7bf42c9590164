/** The gateway: packages by feature, the arrows between them held by a test. */
@NullMarked
package uk.gov.warwickshire.gateway;

import org.jspecify.annotations.NullMarked;
