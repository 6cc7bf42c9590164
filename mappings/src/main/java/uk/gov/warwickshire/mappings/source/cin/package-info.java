/** The Child in Need Census (XML, shapes of 2021 to 2026): a lenient streaming reader to the same child record. */
@NullMarked
package uk.gov.warwickshire.mappings.source.cin;

import org.jspecify.annotations.NullMarked;
