package uk.gov.warwickshire.gateway.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import uk.gov.warwickshire.gateway.settings.RequiredSettings.MissingSettingsException;
import uk.gov.warwickshire.gateway.settings.RequiredSettings.SecretOnCommandLineException;
import uk.gov.warwickshire.profiles.ProfileException;

/** Says what is missing in words instead of a stack trace. */
public class SettingsFailureAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MissingSettingsException missing) {
                return new FailureAnalysis(
                        "These settings are missing:\n\n    " + missing.getMessage(),
                        "Set them by environment, file or configuration; secrets never on the command line. To try the"
                                + " gateway without any setting, start it with --spring.profiles.active=demo.",
                        failure);
            }
            if (cause instanceof ProfileException invalid) {
                return new FailureAnalysis(
                        "The FHIR package cannot be used:\n\n    "
                                + String.valueOf(invalid.getMessage()).replace("\n", "\n    "),
                        "Mend these files in the folder gateway.fhir.package-dir, or take them out of it.",
                        failure);
            }
            if (cause instanceof SecretOnCommandLineException secret) {
                return new FailureAnalysis(
                        "The secret `" + secret.getMessage() + "` was given on the command line, where every user of"
                                + " this machine can read it.",
                        "Give it by environment variable, or as a file through spring.config.import=configtree:/path/.",
                        failure);
            }
        }
        return null;
    }
}
