/** The upload of a local authority to CP-IS, HL7 v3 REPC_MT000002GB01, as a stream of records. */
@NullMarked
package uk.gov.warwickshire.mappings.cpis.upload;

import org.jspecify.annotations.NullMarked;
