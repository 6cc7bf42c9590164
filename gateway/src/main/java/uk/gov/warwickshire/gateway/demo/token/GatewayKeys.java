package uk.gov.warwickshire.gateway.demo.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** The gateway's public key, where the issuer fetches it to verify a signed assertion. */
@RestController
@Profile("demo")
class GatewayKeys {

    static final String PATH = "/oauth2/clients/health-gateway/jwks";

    private final Path key;

    GatewayKeys(GatewaySettings settings) {
        this.key = settings.dataDir().toAbsolutePath().resolve("demo/icr-client.pem");
    }

    @GetMapping(PATH)
    Map<String, Object> keys() throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(key)) {
            RSAPrivateCrtKey secret =
                    (RSAPrivateCrtKey) RsaKeyConverters.pkcs8().convert(pem);
            RSAPublicKey open = (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
            RSAKey jwk = new RSAKey.Builder(open)
                    .algorithm(JWSAlgorithm.RS512)
                    .keyIDFromThumbprint()
                    .build();
            return new JWKSet(jwk).toJSONObject();
        } catch (JOSEException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
