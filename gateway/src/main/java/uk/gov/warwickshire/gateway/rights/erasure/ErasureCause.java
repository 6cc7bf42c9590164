package uk.gov.warwickshire.gateway.rights.erasure;

/** Why a person is to be erased. */
public enum ErasureCause {
    /** The period of retention is over. */
    DISPOSAL,
    /** Somebody has asked for it (UK GDPR article 17). */
    REQUEST
}
