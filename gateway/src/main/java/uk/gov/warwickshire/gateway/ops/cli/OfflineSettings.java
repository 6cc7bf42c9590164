package uk.gov.warwickshire.gateway.ops.cli;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.util.function.SingletonSupplier;
import uk.gov.warwickshire.mappings.fhir.MappingSettings;
import uk.gov.warwickshire.mappings.source.code.LocalCodes;
import uk.gov.warwickshire.mappings.source.ssd.ReadOptions;
import uk.gov.warwickshire.profiles.ProfilePackage;

/**
 * The settings that reading and mapping depend on, from the same files and environment as the server's, but without its
 * context and without demanding the rest: what is missing gets a name that shows it.
 */
final class OfflineSettings {

    private final Binder binder;
    private final Supplier<ProfilePackage> profiles = SingletonSupplier.of(this::loadProfiles);

    private OfflineSettings(Binder binder) {
        this.binder = binder;
    }

    static OfflineSettings load() {
        StandardEnvironment environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return new OfflineSettings(Binder.get(environment));
    }

    ReadOptions readOptions(LocalDate today) {
        Set<LocalDate> sentinels = new HashSet<>();
        binder.bind("gateway.intake.sentinel-dates", Bindable.listOf(String.class))
                .orElse(List.of())
                .forEach(date -> sentinels.add(LocalDate.parse(date)));
        return new ReadOptions(
                today, sentinels.isEmpty() ? ReadOptions.SENTINELS : sentinels, LocalCodes.of(profiles()));
    }

    MappingSettings mapping() {
        return new MappingSettings(
                text("gateway.fhir.base-uri").orElse(ProfilePackage.PUBLISHED_BASE),
                text("gateway.organisation.ods-code").orElse("ODS-CODE-NOT-SET"),
                text("gateway.organisation.name").orElse("The council (name not set)"),
                text("gateway.organisation.local-authority-code").orElse("000"),
                text("gateway.organisation.office-hours-phone"),
                text("gateway.organisation.emergency-duty-phone"));
    }

    /** The disclosure policy as the settings name it, or as shipped. */
    Resource policy() {
        return new DefaultResourceLoader()
                .getResource(text("gateway.policy").orElse("classpath:disclosure-policy.yaml"));
    }

    ProfilePackage profiles() {
        return profiles.get();
    }

    private ProfilePackage loadProfiles() {
        return ProfilePackage.load(
                FhirContext.forR4Cached(),
                mapping().baseUri(),
                text("gateway.fhir.package-dir").map(Path::of));
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(binder.bind(key, String.class).orElse(null)).filter(value -> !value.isBlank());
    }
}
