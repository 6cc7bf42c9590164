package uk.gov.warwickshire.gateway.demo.icr;

/** Whether a bearer token may write to the simulated record. */
@FunctionalInterface
public interface BearerCheck {

    boolean allows(String token);
}
