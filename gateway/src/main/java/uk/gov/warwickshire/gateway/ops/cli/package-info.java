/** The command line, one class per command: {@code java -jar gateway.jar <command>} (gateway/docs/command-line.md). */
@NullMarked
package uk.gov.warwickshire.gateway.ops.cli;

import org.jspecify.annotations.NullMarked;
