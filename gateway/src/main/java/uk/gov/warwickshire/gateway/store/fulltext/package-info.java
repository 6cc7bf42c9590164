/**
 * What SQL does badly: a person by misspelt or sounding-alike name, and words in the text of resources. The index, Lucene on
 * disk or OpenSearch by setting, follows the store a moment behind; what it finds is always read from the store.
 */
@NullMarked
package uk.gov.warwickshire.gateway.store.fulltext;

import org.jspecify.annotations.NullMarked;
