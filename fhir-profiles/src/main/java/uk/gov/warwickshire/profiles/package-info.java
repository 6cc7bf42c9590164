/** The FHIR package of this project and what reads it: code systems, concept maps, extensions. */
@NullMarked
package uk.gov.warwickshire.profiles;

import org.jspecify.annotations.NullMarked;
