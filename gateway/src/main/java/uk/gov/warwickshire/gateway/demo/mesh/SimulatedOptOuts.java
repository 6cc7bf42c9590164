package uk.gov.warwickshire.gateway.demo.mesh;

/** What the simulated national service knows about people. */
public interface SimulatedOptOuts {

    boolean isOptedOut(String nhsNumber);

    /** A number the service calls invalid although its check digit is right; its status stays unknown for ever. */
    boolean isRefused(String nhsNumber);
}
