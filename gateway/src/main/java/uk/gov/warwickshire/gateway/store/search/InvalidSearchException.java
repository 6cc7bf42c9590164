package uk.gov.warwickshire.gateway.store.search;

/** A search that cannot be answered. The message names the parameter and what to do, never a value. */
@SuppressWarnings("serial") // never serialised
public final class InvalidSearchException extends RuntimeException {

    private final String parameter;

    public InvalidSearchException(String parameter, String remedy) {
        super(remedy);
        this.parameter = parameter;
    }

    /** The parameter as it was asked for, cut to 60 characters, with nothing but letters, digits and `_.:-`. */
    public String parameter() {
        String plain = parameter.replaceAll("[^A-Za-z0-9_.:-]", "?");
        return plain.length() > 60 ? plain.substring(0, 60) : plain;
    }
}
