package uk.gov.warwickshire.gateway.ops.console;

import java.util.List;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import uk.gov.warwickshire.gateway.settings.ConsoleSettings;

/** The local users of the settings: for the demo and for the night on which the identity provider is down. */
final class ConsoleUsers {

    private ConsoleUsers() {}

    static InMemoryUserDetailsManager of(ConsoleSettings console) {
        List<UserDetails> users = console.users().entrySet().stream()
                .map(user -> user(user.getKey(), user.getValue()))
                .toList();
        return new InMemoryUserDetailsManager(users);
    }

    private static UserDetails user(String name, ConsoleSettings.User user) {
        if (!user.passwordHash().startsWith("{")) {
            throw new IllegalArgumentException("gateway.console.users." + name
                    + ".password-hash must name its algorithm first, as in {bcrypt}$2a$12$...");
        }
        if (user.passwordHash().startsWith("{noop}")) {
            throw new IllegalArgumentException(
                    "gateway.console.users." + name + ".password-hash is a plain password; give a hash");
        }
        return User.withUsername(name)
                .password(user.passwordHash())
                .authorities(user.roles().stream()
                        .map(ConsoleRole::ofCode)
                        .map(ConsoleRole::authority)
                        .toArray(String[]::new))
                .build();
    }
}
