package uk.gov.warwickshire.gateway.ops.alerts;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A notice in words and as JSON. Both hold what the page shows of an alert, and nothing about a child. */
record NoticeText(String council, Optional<URI> consoleUrl) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    String subject(AlertNotice notice) {
        return "[" + notice.alert().severity().name() + "] " + notice.headline() + " (" + council + ")";
    }

    String body(AlertNotice notice) {
        FiringAlert alert = notice.alert();
        return """
                %s

                What:       %s
                How many:   %d
                Since:      %s
                What to do: %s.
                Where:      %s

                Rule: %s%s
                Notice: %s
                """.formatted(
                        notice.headline(),
                        alert.title(),
                        alert.count(),
                        alert.since(),
                        alert.whatToDo(),
                        link(alert),
                        alert.rule(),
                        alert.subject().isEmpty() ? "" : " (" + alert.subject() + ")",
                        notice.id());
    }

    String json(AlertNotice notice) {
        FiringAlert alert = notice.alert();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", notice.id().toString());
        json.put("kind", notice.kind().name());
        json.put("test", notice.kind() == AlertNotice.Kind.TEST);
        json.put("rule", alert.rule());
        json.put("subject", alert.subject());
        json.put("severity", alert.severity().word());
        json.put("title", alert.title());
        json.put("count", alert.count());
        json.put("since", alert.since().toString());
        json.put("whatToDo", alert.whatToDo());
        json.put("page", link(alert));
        json.put("council", council);
        json.put("createdAt", notice.createdAt().toString());
        // What chat systems show of a posted message.
        json.put("text", subject(notice) + "\n" + alert.whatToDo() + ".\n" + link(alert));
        return JSON.writeValueAsString(json);
    }

    private String link(FiringAlert alert) {
        return consoleUrl
                .map(base -> base.toString().replaceAll("/$", "") + alert.page())
                .orElse(alert.page());
    }
}
