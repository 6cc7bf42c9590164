package uk.gov.warwickshire.gateway.ops.console;

import java.nio.file.Path;
import java.security.Principal;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.mappings.coverage.CoverageReader;
import uk.gov.warwickshire.mappings.coverage.CoverageReport;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.ReadProgress;
import uk.gov.warwickshire.mappings.source.code.LocalCodes;
import uk.gov.warwickshire.mappings.source.ssd.ArchiveLimits;
import uk.gov.warwickshire.mappings.source.ssd.SsdArchive;
import uk.gov.warwickshire.profiles.ProfilePackage;

/** How much of an extract the mapping covers, without any of its data. */
@Controller
class CoveragePage {

    private final BackgroundRuns runs;
    private final ProfilePackage profiles;
    private final LocalCodes localCodes;
    private final GatewaySettings settings;
    private final Clock clock;

    CoveragePage(
            BackgroundRuns runs,
            ProfilePackage profiles,
            LocalCodes localCodes,
            GatewaySettings settings,
            Clock clock) {
        this.runs = runs;
        this.profiles = profiles;
        this.localCodes = localCodes;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/console/coverage")
    String ask() {
        return "console/coverage";
    }

    @PostMapping("/console/coverage")
    String read(@RequestParam("extract") MultipartFile extract, Principal person, Model model) {
        Uploads uploads = new Uploads();
        Optional<Path> zip = uploads.keep("extract.zip", extract);
        if (zip.isEmpty()) {
            uploads.close();
            model.addAttribute("missing", true);
            return "console/coverage";
        }
        UUID run = runs.start(
                person.getName(),
                Optional.ofNullable(extract.getOriginalFilename()).orElse("extract"),
                progress -> report(zip.get(), progress),
                uploads::close);
        return "redirect:/console/coverage/" + run;
    }

    @GetMapping("/console/coverage/{run}")
    String show(@PathVariable("run") UUID run, Principal person, Model model) {
        model.addAttribute("run", runs.find(person.getName(), run).orElseThrow(ConsoleProblems::notFound));
        return "console/coverage-report";
    }

    private CoverageReport report(Path zip, ReadProgress progress) throws DamagedFileException {
        try (SsdArchive archive = SsdArchive.open(zip, "extract.zip", ArchiveLimits.DEFAULT)) {
            return new CoverageReader(ConsoleReading.options(settings, localCodes, clock), profiles)
                    .read(archive, progress);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Section {
        @Bean
        @Order(60)
        ConsoleSection coverageSection() {
            return new ConsoleSection("Coverage", "/console/coverage", Set.of());
        }
    }
}
