/** The pages under `/console`: server-rendered, for people who sign in. One controller and one template for each page. */
@NullMarked
package uk.gov.warwickshire.gateway.ops.console;

import org.jspecify.annotations.NullMarked;
