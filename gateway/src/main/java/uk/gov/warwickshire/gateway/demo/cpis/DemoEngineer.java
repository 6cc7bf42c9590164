package uk.gov.warwickshire.gateway.demo.cpis;

import java.util.HashSet;
import java.util.Set;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;
import uk.gov.warwickshire.gateway.cpis.CpIsActions;
import uk.gov.warwickshire.gateway.cpis.CpIsFile;
import uk.gov.warwickshire.gateway.cpis.CpIsFiles;

/** Does what an engineer of the council would do with a file that stops uploading, so that the demo goes on. */
@Component
@Profile("demo")
class DemoEngineer extends RouteBuilder {

    private static final long PERIOD = 500;

    private final CpIsFiles files;
    private final CpIsActions actions;

    /** A second time is left to whoever tries the console. */
    private final Set<Long> settled = new HashSet<>();

    DemoEngineer(CpIsFiles files, CpIsActions actions) {
        this.files = files;
        this.actions = actions;
    }

    @Override
    public void configure() {
        // spotless:off
        from("timer:demo-engineer?period=" + PERIOD)
            .routeId("Engineer of the demo")
            .routeDescription("Has CP-IS files sent again, once each, that the simulated CP-IS has refused")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .process(exchange -> settle());
        // spotless:on
    }

    private void settle() {
        for (CpIsFile file : files.needingPerson()) {
            if (!settled.contains(file.sequence())) {
                actions.resendFile(
                        file.sequence(), "demo engineer", "the simulated fault is over: the same file again");
                // Only now: where it could not be done, it is tried again.
                settled.add(file.sequence());
            }
        }
    }
}
