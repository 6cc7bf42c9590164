/** A real OAuth 2 issuer with the demo's clients. */
@NullMarked
package uk.gov.warwickshire.gateway.demo.token;

import org.jspecify.annotations.NullMarked;
