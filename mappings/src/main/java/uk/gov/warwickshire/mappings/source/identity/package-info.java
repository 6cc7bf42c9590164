/** The council's identity file: child id, NHS number, verification status, restriction. */
@NullMarked
package uk.gov.warwickshire.mappings.source.identity;

import org.jspecify.annotations.NullMarked;
