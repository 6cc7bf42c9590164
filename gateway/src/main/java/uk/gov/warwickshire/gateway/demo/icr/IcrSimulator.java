package uk.gov.warwickshire.gateway.demo.icr;

import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The regions' endpoints: a FHIR base that takes transactions, and a window for people on what was received. */
@RestController
@Profile("demo")
@RequestMapping("/icr")
class IcrSimulator {

    private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json;charset=UTF-8");
    private static final String BEARER = "Bearer ";

    private final Map<String, SimulatedRegion> regions;
    private final BearerCheck bearer;

    IcrSimulator(IcrSimulatorConfiguration.Regions regions, BearerCheck bearer) {
        this.regions = Map.copyOf(regions);
        this.bearer = bearer;
    }

    @PostMapping("/{region}")
    ResponseEntity<String> transaction(
            @PathVariable String region,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            @RequestBody String body) {
        SimulatedRegion simulated = regions.get(region);
        if (simulated == null) {
            return ResponseEntity.notFound().build();
        }
        if (!authorization.startsWith(BEARER) || !bearer.allows(authorization.substring(BEARER.length()))) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        SimulatedRegion.Answer answer = simulated.receive(body);
        return ResponseEntity.status(answer.status()).contentType(FHIR).body(answer.json());
    }

    @GetMapping("/{region}/received")
    ResponseEntity<ReceivedView> received(@PathVariable String region) {
        return ResponseEntity.of(Optional.ofNullable(regions.get(region)).map(ReceivedView::of));
    }

    @GetMapping("/{region}/fhir/{type}/{id}")
    ResponseEntity<String> read(@PathVariable String region, @PathVariable String type, @PathVariable String id) {
        return Optional.ofNullable(regions.get(region))
                .flatMap(simulated -> simulated.read(type + "/" + id))
                .map(held -> ResponseEntity.ok().contentType(FHIR).body(held.json()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
