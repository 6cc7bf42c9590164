/** Traces and what log lines have in common: every batch and every delivery is a trace that carries its id. */
@NullMarked
package uk.gov.warwickshire.gateway.ops.tracing;

import org.jspecify.annotations.NullMarked;
