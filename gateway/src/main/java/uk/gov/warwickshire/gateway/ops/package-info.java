/** What people operate the gateway with: the command line, and what else reads every room through its public types. */
@NullMarked
package uk.gov.warwickshire.gateway.ops;

import org.jspecify.annotations.NullMarked;
