/** Synthetic families of the demo, and the files that case systems would deliver of them. Nobody in here is real. */
@NullMarked
package uk.gov.warwickshire.gateway.demo.data;

import org.jspecify.annotations.NullMarked;
