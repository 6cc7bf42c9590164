package uk.gov.warwickshire.gateway.rights.erasure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was removed from where, who approved it and which recipients confirmed; names the person by the pseudonym alone. */
record Certificate(String json, String sha256) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Certificate of(
            Erasure erasure,
            List<RemovedLine> removed,
            String withdrawals,
            String schedule,
            String council,
            Instant now) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("certificate", erasure.id().toString());
        content.put("council", council);
        content.put("person", erasure.pseudonym());
        content.put("cause", erasure.cause().name());
        erasure.requestId().ifPresent(request -> content.put("request", request.toString()));
        content.put("because", erasure.because());
        content.put("askedBy", erasure.askedBy());
        content.put("approvedBy", erasure.approvedBy().orElse(""));
        content.put("retentionSchedule", schedule);
        content.put("erasedAt", erasure.erasedAt().map(Instant::toString).orElse(""));
        content.put("certifiedAt", now.toString());
        content.put("recipientsThatConfirmed", JSON.readTree(withdrawals));
        content.put("removed", removed.stream().filter(line -> !line.kept()).toList());
        content.put(
                "keptUnderPseudonym", removed.stream().filter(RemovedLine::kept).toList());
        String json = JSON.writeValueAsString(content);
        return new Certificate(json, sha256(json));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
