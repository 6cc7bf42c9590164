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
import uk.gov.warwickshire.mappings.fhir.FhirRecordMapper;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.ReadProgress;
import uk.gov.warwickshire.mappings.source.code.LocalCodes;
import uk.gov.warwickshire.mappings.source.ssd.ArchiveLimits;
import uk.gov.warwickshire.mappings.source.ssd.SsdArchive;
import uk.gov.warwickshire.mappings.trace.ChildExtract;
import uk.gov.warwickshire.mappings.trace.ChildSourceReader;
import uk.gov.warwickshire.mappings.trace.Preview;
import uk.gov.warwickshire.mappings.trace.Previewer;

/** What would become of one child's rows, each element beside the cells it comes from. Stores and sends nothing. */
@Controller
class PreviewPage {

    private final BackgroundRuns runs;
    private final FhirRecordMapper mapper;
    private final LocalCodes localCodes;
    private final GatewaySettings settings;
    private final Clock clock;

    PreviewPage(
            BackgroundRuns runs,
            FhirRecordMapper mapper,
            LocalCodes localCodes,
            GatewaySettings settings,
            Clock clock) {
        this.runs = runs;
        this.mapper = mapper;
        this.localCodes = localCodes;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/console/preview")
    String ask() {
        return "console/preview";
    }

    @PostMapping("/console/preview")
    String read(
            @RequestParam("extract") MultipartFile extract,
            @RequestParam("identity") MultipartFile identity,
            @RequestParam("directory") MultipartFile directory,
            @RequestParam("child") String child,
            Principal person,
            Model model) {
        Uploads uploads = new Uploads();
        Optional<Path> zip = uploads.keep("extract.zip", extract);
        if (zip.isEmpty() || child.isBlank()) {
            uploads.close();
            model.addAttribute("missing", true);
            return "console/preview";
        }
        Optional<Path> identities = uploads.keep("identity.csv", identity);
        Optional<Path> teams = uploads.keep("directory.csv", directory);
        UUID run = runs.start(
                person.getName(),
                "One child",
                progress -> preview(zip.get(), child.strip(), identities, teams, progress),
                uploads::close);
        return "redirect:/console/preview/" + run;
    }

    @GetMapping("/console/preview/{run}")
    String show(@PathVariable("run") UUID run, Principal person, Model model) {
        model.addAttribute("run", runs.find(person.getName(), run).orElseThrow(ConsoleProblems::notFound));
        return "console/preview-result";
    }

    private Preview preview(
            Path zip, String child, Optional<Path> identity, Optional<Path> directory, ReadProgress progress)
            throws DamagedFileException {
        ChildSourceReader reader =
                new ChildSourceReader(ConsoleReading.options(settings, localCodes, clock), settings.allowTestNumbers());
        try (SsdArchive archive = SsdArchive.open(zip, "extract.zip", ArchiveLimits.DEFAULT)) {
            return new Previewer(reader, mapper)
                    .of(new ChildExtract(archive, "extract.zip", child, progress)
                            .read(identity.map(ByteSource::of), directory.map(ByteSource::of)));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Section {
        @Bean
        @Order(61)
        ConsoleSection previewSection() {
            return new ConsoleSection("Preview", "/console/preview", Set.of(ConsoleRole.RECORD_READER));
        }
    }
}
