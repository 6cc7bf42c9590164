/** Results of several pages: links that say nothing. */
@NullMarked
package uk.gov.warwickshire.gateway.api.page;

import org.jspecify.annotations.NullMarked;
