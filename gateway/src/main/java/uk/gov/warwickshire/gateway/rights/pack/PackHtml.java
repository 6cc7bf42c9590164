package uk.gov.warwickshire.gateway.rights.pack;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The pack as a page that is also well-formed XML, so that the same text becomes the PDF. */
@Component
class PackHtml {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).withZone(ZoneId.of("Europe/London"));
    private static final String REDACTED = "[Redacted: about another person]";

    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    PackHtml() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("rights/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
    }

    String of(Pack pack) {
        Set<Integer> redacted = new HashSet<>();
        Map<String, String> headings = new HashMap<>();
        pack.redacted().forEach(item -> {
            redacted.add(item.number());
            if (!item.value().isBlank() && item.where().contains(item.value())) {
                headings.put(item.where(), item.where().replace(item.value(), REDACTED));
            }
        });
        Context context = new Context(Locale.UK);
        context.setVariable("council", pack.council());
        context.setVariable("day", DAY.format(pack.preparedAt()));
        context.setVariable("reference", pack.requestId().toString());
        context.setVariable("redactions", redacted.size());
        context.setVariable(
                "sections",
                pack.sections().stream()
                        .map(section -> without(section, redacted, headings))
                        .toList());
        return templates.process("pack", context);
    }

    /** @param headings that repeat something redacted, each with what stands there instead; other parts may refer to them */
    private static PackSection without(PackSection section, Set<Integer> redacted, Map<String, String> headings) {
        List<PackEntry> entries = section.entries().stream()
                .map(entry -> new PackEntry(
                        clean(renamed(entry.heading(), headings)),
                        entry.lines().stream()
                                .map(line -> new PackLine(
                                        clean(line.label()),
                                        redacted.contains(line.item())
                                                ? REDACTED
                                                : clean(renamed(line.value(), headings)),
                                        line.item()))
                                .toList()))
                .toList();
        return new PackSection(section.title(), section.intro(), entries);
    }

    private static String renamed(String text, Map<String, String> headings) {
        String renamed = text;
        for (Map.Entry<String, String> heading : headings.entrySet()) {
            renamed = renamed.replace(heading.getKey(), heading.getValue());
        }
        return renamed;
    }

    /** What XML does not allow at all is left out. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").replaceAll("[\\uFFFE\\uFFFF]", "");
    }
}
