package uk.gov.warwickshire.gateway.api.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import uk.gov.warwickshire.gateway.common.security.RefusedException;

/**
 * The gate on every answer of the FHIR API. Each call writes the decisions into the ledger and the request into the audit
 * in one transaction of its own, committed when it returns: so call it last, and show nothing that it did not name.
 */
public interface AnswerGate {

    /**
     * Checks what needs no child: scope of the token, agreement with the organisation, purpose, break-glass. Call it before
     * anything is looked up. A refusal is audited here.
     *
     * @throws RefusedException to be shown as it is
     */
    void admit(Question question);

    /**
     * What may be seen of these children, for the criteria of a search. Not recorded.
     *
     * @throws RefusedException as {@link #admit}, but not audited
     */
    Scope scope(Question question, Collection<String> childIds);

    /**
     * Decides on what a search, an operation or a read would show, and records it.
     *
     * @param children for each child that the request identified, what would be shown of its record with the directory
     *     resources that go with it; a child of which nothing matched has an empty list
     * @param directory resources of the directory that belong to no child's record
     * @throws RefusedException for an interaction on a named resource: 404 if the caller may not know of it, 403 with the
     *     reasons otherwise. Both are recorded before.
     */
    Answer answer(Question question, Map<String, List<Asked>> children, List<Asked> directory);

    /** Records a request that named nothing we hold, and gives the exception to throw: 404, as for what is withheld. */
    RefusedException notFound(Question question);

    /** Records a request that was refused for another reason (a bad parameter for instance). */
    void refused(Question question, String code);
}
