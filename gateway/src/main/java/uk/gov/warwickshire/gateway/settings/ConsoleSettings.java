package uk.gov.warwickshire.gateway.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may sign in to the console.
 *
 * @param users by name; besides those of the identity provider, if there is one
 * @param oidc the council's identity provider
 */
public record ConsoleSettings(
        @DefaultValue Map<String, User> users, @DefaultValue Oidc oidc) {
    /**
     * @param issuerUri identity provider at which people sign in; without it local users alone
     * @param clientId as the gateway is registered there, with the return address
     *     `https://<gateway>/console/oidc/code/console`
     * @param clientSecret as it gave it
     * @param rolesClaim claim that holds the roles, in the words of `gateway.console.users.<name>.roles`;
     *     `realm_access.roles` leads into a claim
     * @param nameClaim claim by which a person is named in acts and audit; where it is missing, `sub`
     */
    public record Oidc(
            Optional<String> issuerUri,
            Optional<String> clientId,
            Optional<String> clientSecret,
            @DefaultValue("roles") String rolesClaim,
            @DefaultValue("preferred_username") String nameClaim) {
        @Override
        public String toString() {
            return "Oidc[" + issuerUri + "]";
        }
    }

    /**
     * @param passwordHash with its algorithm, as `{bcrypt}$2a$12$...`; a plain password is refused
     * @param roles `engineer`, `information-governance`, `safeguarding-lead`, `auditor`, `record-reader`
     */
    public record User(String passwordHash, List<String> roles) {
        @Override
        public String toString() {
            return "User" + roles;
        }
    }
}
