package uk.gov.warwickshire.gateway.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The regions of the Integrated Care Record.
 *
 * @param regions by name
 * @param homeRegion region that is asked for a child whose postcode lies in none
 */
public record IcrSettings(@DefaultValue Map<String, Region> regions, Optional<String> homeRegion) {
    /**
     * @param url FHIR base of the region's Integrated Care Record, to which transaction Bundles are posted
     * @param tokenUrl OAuth 2 token endpoint, where the region asks for tokens
     * @param clientId as registered there
     * @param privateKey location of the PKCS#8 PEM (`file:/run/secrets/icr.pem`) that signs the client assertion
     * @param keyId as registered; else the key's thumbprint
     * @param odsCode organisation that receives, as the ledger names it
     * @param postcodeAreas letters that postcodes of the region begin with, e.g. `CV`
     * @param sslBundle Spring SSL bundle with the client certificate for the region
     * @param timeout for one request
     * @param connections requests at a time
     */
    public record Region(
            URI url,
            Optional<URI> tokenUrl,
            Optional<String> clientId,
            Optional<String> privateKey,
            Optional<String> keyId,
            Optional<String> odsCode,
            @DefaultValue List<String> postcodeAreas,
            Optional<String> sslBundle,
            @DefaultValue("30s") Duration timeout,
            @DefaultValue("8") int connections) {}
}
