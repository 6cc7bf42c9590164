package uk.gov.warwickshire.gateway.demo;

import java.nio.file.Path;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** Where to look and what to try, printed below the table. */
final class DemoGuide {

    private DemoGuide() {}

    static String of(GatewaySettings settings, String port) {
        int simulators = settings.demo().simulatorPort();
        Path data = settings.dataDir();
        return """
                  Look
                    what a region received      http://localhost:%1$d/icr/coventry-warwickshire/received
                    what the check service got  http://localhost:%1$d/mesh/%2$s/received
                    what CP-IS got              http://localhost:%1$d/mesh/%6$s/received
                    what partners can ask       http://localhost:%5$s/fhir/R4/api-docs
                    figures, health             http://localhost:8081/actuator/prometheus  .../actuator/health
                    rights, retention, holds    http://localhost:%5$s/console/rights  .../retention  .../holds  .../erasure
                    why a row was rejected      %3$s/ssd/reports/
                    the demo's callers          %4$s/demo/credentials.json

                  Try
                    curl -s http://localhost:%1$d/icr/birmingham-solihull/received | head -c 600

                    TOKEN=$(curl -s http://localhost:%1$d/oauth2/token -d grant_type=client_credentials -d scope=intake.write \\
                      -d client_id=engineer -d client_secret="$(sed -n '/"engineer"/,/}/s/.*"secret" : "\\(.*\\)".*/\\1/p' %4$s/demo/credentials.json)" \\
                      | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

                    curl -si -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/zip' \\
                      --data-binary @my-extract.zip http://localhost:%5$s/intake/ssd

                    TOKEN=$(curl -s http://localhost:%1$d/oauth2/token -d grant_type=client_credentials -d scope='system/Patient.rs' \\
                      -d client_id=partner -d client_secret="$(sed -n '/"partner"/,/}/s/.*"secret" : "\\(.*\\)".*/\\1/p' %4$s/demo/credentials.json)" \\
                      | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

                    curl -s -H "Authorization: Bearer $TOKEN" "http://localhost:%5$s/fhir/R4/$(curl -s \\
                      http://localhost:%1$d/icr/coventry-warwickshire/received | sed 's/.*"\\(Patient[^"]*\\)".*/\\1/')?_pretty=true"

                    HOSPITAL=$(curl -s http://localhost:%1$d/oauth2/token -d grant_type=client_credentials -d scope=cp-is.read \\
                      -d client_id=hospital -d client_secret="$(sed -n '/"hospital"/,/}/s/.*"secret" : "\\(.*\\)".*/\\1/p' %4$s/demo/credentials.json)" \\
                      | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

                    curl -s -G -H "Authorization: Bearer $HOSPITAL" http://localhost:%5$s/cp-is/FHIR/R4/CareTeam \\
                      --data-urlencode "patient:identifier=https://fhir.nhs.uk/Id/nhs-number|$(sed -n 's/^protection-plan,//p' %4$s/demo/flag-query.csv)"

                  Or drop a file of your own: a zip of SSD tables into %3$s/ssd/, lists into identity/, directory/, choices/.
                  Ctrl-C stops it; the data stay in %4$s.
                """.formatted(
                        simulators,
                        settings.optOut().recipientMailbox(),
                        settings.inbox(),
                        data,
                        port,
                        settings.cpIs().recipientMailbox());
    }
}
