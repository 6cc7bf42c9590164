package uk.gov.warwickshire.gateway.demo.data;

import java.util.List;
import java.util.Map;

/** The codes the families use, with the descriptions some case systems write instead (uk-core.md 7). */
enum Codes {
    SEX(Map.of("M", "Male", "F", "Female", "U", "Unknown")),
    ETHNICITY(Map.of(
            "WBRI", "White British",
            "MWBC", "White and Black Caribbean",
            "AIND", "Indian",
            "APKN", "Pakistani",
            "BAFR", "African",
            "NOBT", "Information not yet obtained")),
    DISABILITY(Map.of(
            "AUT", "Diagnosed with autism or Asperger's syndrome",
            "LD", "Learning",
            "MOB", "Mobility",
            "HEAR", "Hearing",
            "COMM", "Communication")),
    PRIMARY_NEED(Map.of(
            "N1", "Abuse or neglect",
            "N2", "Child's disability",
            "N3", "Parental illness or disability",
            "N4", "Family in acute stress",
            "N5", "Family dysfunction")),
    REFERRAL_SOURCE(Map.of(
            "1A", "INDIVIDUAL - family member, relative or carer.",
            "2A", "SCHOOLS.",
            "3A", "HEALTH SERVICES - general practitioner (GP).",
            "3B", "HEALTH SERVICES - health visitor.",
            "3E", "HEALTH SERVICES - A&E (accident and emergency department).",
            "6", "POLICE.")),
    CLOSE_REASON(Map.of(
            "RC7", "Services ceased for any other reason, including child no longer in need.",
            "RC8", "Case closed after assessment, no further action.",
            "RC9", "Case closed after assessment, referred to early help.")),
    ABUSE(Map.of("NEG", "Neglect", "PHY", "Physical Abuse", "SAB", "Sexual Abuse", "EMO", "Emotional Abuse")),
    LEGAL_STATUS(Map.of(
            "V2", "Single period of accommodation under section 20 (Children Act 1989)",
            "C1", "Interim care order",
            "C2", "Full care order")),
    PLACEMENT_TYPE(Map.of(
            "U1", "Foster placement with relative(s) or friend(s) - long term fostering",
            "U4", "Foster placement with other foster carer(s) - long term fostering",
            "U6", "Foster placement with other foster carer(s) - not long term or FFA/concurrent planning",
            "K2", "Children's Homes subject to Children's Homes Regulations")),
    PROVIDER(Map.of(
            "PR1", "Own provision (by the local authority)", "PR4", "Private provision", "PR5", "Voluntary provision"));

    private final Map<String, String> descriptions;
    private final List<String> codes;

    Codes(Map<String, String> descriptions) {
        this.descriptions = descriptions;
        // Sorted: the order of a Map.of differs from run to run.
        this.codes = descriptions.keySet().stream().sorted().toList();
    }

    List<String> codes() {
        return codes;
    }

    String description(String code) {
        String found = descriptions.get(code);
        if (found == null) {
            throw new IllegalArgumentException("no such code in " + this + ": " + code);
        }
        return found;
    }
}
