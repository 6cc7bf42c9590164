package uk.gov.warwickshire.gateway.store;

import java.util.Collection;
import java.util.List;

/** Reads what there is of a child, without content. */
public interface ResourceNameReader {

    /** The current resources of these children, without those of the directory. */
    List<ResourceName> names(Collection<String> childIds);
}
