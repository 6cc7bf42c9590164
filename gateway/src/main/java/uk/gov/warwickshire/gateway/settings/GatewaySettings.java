package uk.gov.warwickshire.gateway.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Everything under `gateway.`; unknown keys are refused. What has no default is required outside the demo, see
 * {@link RequiredSettings}. The reference in `gateway/docs/settings.md` is made from this file: each component has its words.
 *
 * @param dataDir embedded database, inbox, search index and generated demo credentials
 * @param policy the disclosure policy, as a location; read at start, see [disclosure](disclosure.md)
 * @param agreements the data sharing agreements, as a location (`file:/etc/gateway/agreements.yaml`); read at start
 * @param retentionSchedule how long which records are kept, as a location; approved by name and date outside the demo, see [retention](retention.md)
 * @param allowTestNumbers take NHS numbers from 9 000 000 000, which are never issued; for tests only
 */
@ConfigurationProperties(prefix = "gateway", ignoreUnknownFields = false)
public record GatewaySettings(
        @DefaultValue("./data") Path dataDir,
        Organisation organisation,
        @DefaultValue IntakeSettings intake,
        Mesh mesh,
        OptOut optOut,
        IcrSettings icr,
        CpIs cpIs,
        @DefaultValue("classpath:disclosure-policy.yaml") Resource policy,
        Resource agreements,

        @DefaultValue("classpath:retention-schedule.yaml") Resource retentionSchedule,

        @DefaultValue Rights rights,
        @DefaultValue TraceSettings traces,
        Security security,
        @DefaultValue Access access,
        @DefaultValue Fhir fhir,
        @DefaultValue Api api,
        @DefaultValue Delivery delivery,
        @DefaultValue ConsoleSettings console,
        @DefaultValue AlertSettings alerts,
        @DefaultValue EmbeddedDatabase embeddedDatabase,
        @DefaultValue Demo demo,
        @DefaultValue("false") boolean allowTestNumbers) {

    /**
     * The council that holds the records. Phones as printed for readers.
     *
     * @param odsCode ODS code of the council
     * @param name as readers see it
     * @param localAuthorityCode DfE code, three digits
     * @param officeHoursPhone whom an NHS reader rings by day
     * @param emergencyDutyPhone and at night
     */
    public record Organisation(
            String odsCode,
            String name,
            String localAuthorityCode,
            String officeHoursPhone,
            String emergencyDutyPhone) {}

    /**
     * @param url base without path, e.g. `https://mesh-sync.spineservices.nhs.uk`
     * @param sharedKey shared key of the MESH environment
     * @param sslBundle Spring SSL bundle with the client certificate; real MESH asks for one
     * @param poll pause between looks at a mailbox; MESH forbids asking more often than every five minutes
     * @param timeout for one request
     */
    public record Mesh(
            URI url,
            String sharedKey,
            @DefaultValue Map<String, Mailbox> mailboxes,
            Optional<String> sslBundle,
            @DefaultValue("5m") Duration poll,
            @DefaultValue("30s") Duration timeout) {
        /**
         * @param id of the mailbox; the opt-out check and CP-IS each have one of their own
         * @param password of the mailbox
         */
        public record Mailbox(String id, String password) {
            @Override
            public String toString() {
                return "Mailbox[" + id + "]";
            }
        }

        @Override
        public String toString() {
            return "Mesh[" + url + "]";
        }
    }

    /**
     * @param recipientMailbox mailbox of the check service
     * @param workflowId its MESH workflow
     * @param maxAge how long an answer of the check service may be used; more than 21 days is refused
     * @param refresh age from which a status is asked for again, below the maximum age
     * @param collect how often wanted numbers become a file
     * @param answerWithin after which an exchange without an answer is overdue
     * @param maxNumbersPerFile the rest go with the next
     */
    public record OptOut(
            String recipientMailbox,
            String workflowId,
            @DefaultValue("21d") Duration maxAge,
            @DefaultValue("7d") Duration refresh,
            @DefaultValue("1h") Duration collect,
            @DefaultValue("24h") Duration answerWithin,
            @DefaultValue("100000") int maxNumbersPerFile) {}

    /**
     * Mailbox and workflow of the national CP-IS service; neither is public, both come from NHS England.
     *
     * @param recipientMailbox mailbox of CP-IS, from NHS England
     * @param workflowId its MESH workflow, from NHS England
     * @param replyWorkflowIds workflows that acknowledgements and notifications come with; empty: any from the mailbox
     * @param collect how often changes become a file
     * @param maxRecordsPerFile persons in one file; the rest go with the next
     * @param answerWithin after which a file without an acknowledgement is an alarm
     * @param repeatAfter pause before a whole file is sent again because Spine was unavailable (CPF05)
     * @param maxAttempts after which a record of which CP-IS does not say whether it took it waits for a person
     * @param visibleDays how long after its end a status is still held there
     * @param plansOfOtherAuthorities whether plans that another authority is responsible for are uploaded
     */
    public record CpIs(
            String recipientMailbox,
            String workflowId,
            @DefaultValue List<String> replyWorkflowIds,
            @DefaultValue("1h") Duration collect,
            @DefaultValue("1000") int maxRecordsPerFile,
            @DefaultValue("24h") Duration answerWithin,
            @DefaultValue("1h") Duration repeatAfter,
            @DefaultValue("5") int maxAttempts,
            @DefaultValue("365") int visibleDays,
            @DefaultValue("true") boolean plansOfOtherAuthorities) {}

    /**
     * Where tokens of callers are verified: by an issuer or by its keys.
     *
     * @param issuerUri who issues the tokens of callers
     * @param jwkSetUri or where the issuer's keys are
     * @param audience that tokens must name; without one, tokens that the issuer made for another service are taken
     * @param certificateBound refuse tokens that are not bound to the client's certificate, see [access](access.md); one that is
     *     bound is checked in any case
     * @param clockSkew by how much the issuer's clock may differ
     */
    public record Security(
            Optional<String> issuerUri,
            Optional<String> jwkSetUri,
            Optional<String> audience,
            @DefaultValue("false") boolean certificateBound,
            @DefaultValue("30s") Duration clockSkew) {}

    /**
     * @param requestsPerSecond of one organisation, on each replica
     * @param burst requests that may come at once
     * @param breakGlass how long an emergency override counts as one and the same
     */
    public record Access(
            @DefaultValue("100") int requestsPerSecond,
            @DefaultValue("1000") int burst,
            @DefaultValue("1h") Duration breakGlass) {}

    /**
     * @param baseUri under which the council's own code systems, extensions and identifiers are named
     * @param packageDir folder of code systems, value sets and concept maps that replace those of the FHIR package with the same
     *     url (`mappings/docs/profiles.md`); what cannot be used is refused at start with file and line. A change has every
     *     child mapped again with the next extract
     */
    public record Fhir(
            @DefaultValue("https://fhir.warwickshire.gov.uk")
            URI baseUri,

            Optional<String> packageDir) {}

    /**
     * The FHIR API for partners.
     *
     * @param baseUrl address that partners use, e.g. `https://gateway.example.gov.uk/fhir/R4`; set it in production, else it is as
     *     each request says
     * @param pageLife how long the link to a next page can be followed
     * @param defaultCount resources of a page where the caller names no `_count`
     * @param maxCount and where the caller asks for more
     */
    public record Api(
            Optional<URI> baseUrl,
            @DefaultValue("15m") Duration pageLife,
            @DefaultValue("50") int defaultCount,
            @DefaultValue("500") int maxCount) {}

    /**
     * @param poll pause between looks at an empty outbox
     * @param batchSize messages taken at a time, at most
     * @param firstPause before the first retry; doubled each time, with jitter
     * @param maxPause up to this
     * @param maxAttempts after which a message is dead
     * @param lease how long a replica may hold a message before another takes it
     * @param bulkActsPerSecond how many deliveries a person's act on many of them touches in a second
     */
    public record Delivery(
            @DefaultValue("500ms") Duration poll,
            @DefaultValue("200") int batchSize,
            @DefaultValue("5s") Duration firstPause,
            @DefaultValue("1h") Duration maxPause,
            @DefaultValue("20") int maxAttempts,
            @DefaultValue("2m") Duration lease,
            @DefaultValue("50") int bulkActsPerSecond) {}

    /**
     * Used when `spring.datasource.url` is not set: for the demo and small trials.
     *
     * @param port of the PostgreSQL of its own
     */
    public record EmbeddedDatabase(@DefaultValue("15432") int port) {}

    /**
     * People's rights.
     *
     * @param pseudonymKey secret of the keyed hash that stands for an erased person: 32 characters or more, kept for good
     * @param formerPseudonymKeys secrets it had before, by which those who were erased then are still recognised
     * @param poll how often erasures and disposals go on
     */
    public record Rights(
            Optional<String> pseudonymKey,
            @DefaultValue List<String> formerPseudonymKeys,
            @DefaultValue("2s") Duration poll) {
        @Override
        public String toString() {
            return "Rights[" + poll + "]";
        }
    }

    /**
     * Only read under the profile `demo`.
     *
     * @param simulatorPort of the counterparts, in the demo
     * @param children how many are made, in the demo
     * @param generate whether any are made, in the demo
     * @param patience how long the demo waits, twice at most, for everything to come to rest before it prints its table
     */
    public record Demo(
            @DefaultValue("8090") int simulatorPort,
            @DefaultValue("360") int children,
            @DefaultValue("true") boolean generate,
            @DefaultValue("45s") Duration patience) {}

    /** Folder that is watched for files. */
    public Path inbox() {
        return intake.inbox().map(Path::of).orElse(dataDir.resolve("inbox"));
    }
}
