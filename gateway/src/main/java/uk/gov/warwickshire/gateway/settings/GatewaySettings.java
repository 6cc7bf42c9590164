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
 * {@link RequiredSettings}.
 *
 * @param dataDir embedded database, inbox and generated demo credentials
 * @param policy disclosure policy, read at start
 * @param agreements data sharing agreements, read at start
 * @param allowTestNumbers whether NHS numbers from 9 000 000 000 are taken; never in production
 */
@ConfigurationProperties(prefix = "gateway", ignoreUnknownFields = false)
public record GatewaySettings(
        @DefaultValue("./data") Path dataDir,
        Organisation organisation,
        @DefaultValue Intake intake,
        Mesh mesh,
        OptOut optOut,
        Icr icr,
        CpIs cpIs,
        @DefaultValue("classpath:disclosure-policy.yaml") Resource policy,
        Resource agreements,
        Security security,
        @DefaultValue Access access,
        @DefaultValue Fhir fhir,
        @DefaultValue Api api,
        @DefaultValue Delivery delivery,
        @DefaultValue Console console,
        @DefaultValue Alerts alerts,
        @DefaultValue EmbeddedDatabase embeddedDatabase,
        @DefaultValue Demo demo,
        @DefaultValue("false") boolean allowTestNumbers) {

    /** The council that holds the records. Phones as printed for readers. */
    public record Organisation(
            String odsCode,
            String name,
            String localAuthorityCode,
            String officeHoursPhone,
            String emergencyDutyPhone) {}

    /**
     * @param inbox folder with `ssd/`, `identity/`, `directory/`, `choices/`; default `inbox` in the data directory
     * @param poll how often the inbox is looked at
     * @param columns per format, the council's own column name for each of ours
     * @param sentinelDates dates that mean "open" or "unknown" (source-formats.md 2)
     * @param maxUploadBytes largest file taken over HTTP or from the inbox
     */
    public record Intake(
            Optional<String> inbox,
            @DefaultValue("5s") Duration poll,
            @DefaultValue Map<String, Map<String, String>> columns,
            @DefaultValue({"1900-01-01", "9999-12-31"}) List<String> sentinelDates,
            @DefaultValue("4294967296") long maxUploadBytes) {}

    /**
     * @param url base without path, e.g. `https://mesh-sync.spineservices.nhs.uk`
     * @param sslBundle Spring SSL bundle with the client certificate
     * @param poll at most once every five minutes against real MESH (opt-out-and-mesh.md 8)
     */
    public record Mesh(
            URI url,
            String sharedKey,
            @DefaultValue Map<String, Mailbox> mailboxes,
            Optional<String> sslBundle,
            @DefaultValue("5m") Duration poll,
            @DefaultValue("30s") Duration timeout) {
        /** Mailbox id and password. */
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
     * @param maxAge how long an answer of the check service may be used; 21 days at most (opt-out-and-mesh.md 4)
     * @param refresh age from which a status is asked for again, below the maximum age
     * @param answerWithin after which an exchange without an answer is shown as overdue
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
     * @param regions by name
     * @param homeRegion region that is asked when a child's postcode lies in none; its gate then says so
     */
    public record Icr(@DefaultValue Map<String, Region> regions, Optional<String> homeRegion) {
        /**
         * @param url FHIR base to which transaction Bundles are posted
         * @param privateKey location of the PKCS#8 PEM (`file:/run/secrets/icr.pem`) of the signed-JWT client authentication (opt-out-and-mesh.md 11)
         * @param postcodeAreas letters that postcodes of the region begin with, e.g. `CV`
         */
        public record Region(
                URI url,
                Optional<URI> tokenUrl,
                Optional<String> clientId,
                Optional<String> privateKey,
                Optional<String> keyId,
                Optional<String> odsCode,
                @DefaultValue List<String> postcodeAreas,
                Optional<String> sslBundle,
                @DefaultValue("30s") Duration timeout,
                @DefaultValue("8") int connections) {}
    }

    /**
     * Mailbox and workflow of the national CP-IS service; neither is public, both come from NHS England.
     *
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
     * @param audience that tokens must name; without one, tokens that the issuer made for another service are taken
     * @param certificateBound whether every token must be bound to the client's certificate (RFC 8705); one that is bound
     *     is checked in any case
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
     * @param breakGlass how long an emergency override counts as one
     */
    public record Access(
            @DefaultValue("100") int requestsPerSecond,
            @DefaultValue("1000") int burst,
            @DefaultValue("1h") Duration breakGlass) {}

    /**
     * @param baseUri under which the council's own code systems, extensions and identifiers are named
     * @param packageDir folder of code systems, value sets and concept maps that replace those of the FHIR package
     */
    public record Fhir(
            @DefaultValue("https://fhir.warwickshire.gov.uk")
            URI baseUri,

            Optional<String> packageDir) {}

    /**
     * The FHIR API for partners.
     *
     * @param baseUrl address that partners use, e.g. `https://gateway.example.gov.uk/fhir/R4`; empty: as each request says
     * @param pageLife how long the link to a next page can be followed
     * @param defaultCount resources of a page where the caller names no `_count`
     */
    public record Api(
            Optional<URI> baseUrl,
            @DefaultValue("15m") Duration pageLife,
            @DefaultValue("50") int defaultCount,
            @DefaultValue("500") int maxCount) {}

    /**
     * @param firstPause before the first retry; doubled each time, with jitter, up to maxPause
     * @param maxAttempts after which a message is dead
     * @param lease how long a replica may hold a message before another takes it
     */
    public record Delivery(
            @DefaultValue("500ms") Duration poll,
            @DefaultValue("200") int batchSize,
            @DefaultValue("5s") Duration firstPause,
            @DefaultValue("1h") Duration maxPause,
            @DefaultValue("20") int maxAttempts,
            @DefaultValue("2m") Duration lease) {}

    /** @param users by name; besides those of the identity provider, if there is one */
    public record Console(@DefaultValue Map<String, User> users) {
        /**
         * @param passwordHash with its algorithm, as `{bcrypt}$2a$12$...`
         * @param roles `engineer`, `information-governance`, `safeguarding-lead`, `auditor`, `record-reader`
         */
        public record User(String passwordHash, List<String> roles) {
            @Override
            public String toString() {
                return "User" + roles;
            }
        }
    }

    /**
     * Who is called when something is wrong. The mail server is that of `spring.mail`.
     *
     * @param rules what is looked at, read at start
     * @param evaluate how often
     * @param consoleUrl address of the console as people reach it, for links in messages, e.g. `https://gateway.example.gov.uk`
     */
    public record Alerts(
            @DefaultValue("classpath:alert-rules.yaml") Resource rules,
            @DefaultValue("30s") Duration evaluate,
            Optional<URI> consoleUrl,
            @DefaultValue Email email,
            @DefaultValue Webhook webhook) {
        /** @param to without one, nothing is mailed */
        public record Email(
                Optional<String> from, @DefaultValue List<String> to) {}

        /**
         * @param url to which each message is posted; without one, nothing is
         * @param secret with which each message is signed
         */
        public record Webhook(
                Optional<URI> url,
                Optional<String> secret,
                @DefaultValue("10s") Duration timeout) {
            @Override
            public String toString() {
                return "Webhook[" + url + "]";
            }
        }
    }

    /** Used when `spring.datasource.url` is not set: for the demo and small trials. */
    public record EmbeddedDatabase(@DefaultValue("15432") int port) {}

    /** Only read under the profile `demo`. */
    public record Demo(
            @DefaultValue("8090") int simulatorPort,
            @DefaultValue("360") int children,
            @DefaultValue("true") boolean generate) {}

    /** Folder that is watched for files. */
    public Path inbox() {
        return intake.inbox().map(Path::of).orElse(dataDir.resolve("inbox"));
    }
}
