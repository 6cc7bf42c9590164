package uk.gov.warwickshire.gateway.cpis.query.fhir;

import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import uk.gov.warwickshire.gateway.cpis.query.ShownPlan;
import uk.gov.warwickshire.gateway.settings.GatewaySettings.Organisation;
import uk.gov.warwickshire.mappings.cpis.PlanType;
import uk.gov.warwickshire.mappings.fhir.Systems;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Elements that several of the resources have. */
final class Shapes {

    private Shapes() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode resource(String type, String id) {
        return object().put("resourceType", type).put("id", id);
    }

    static ObjectNode profiled(String type, String id, String profile) {
        ObjectNode resource = resource(type, id);
        resource.putObject("meta").putArray("profile").add(Systems.ENGLAND + profile);
        return resource;
    }

    static ObjectNode identifier(String system, String value) {
        return object().put("system", system).put("value", value);
    }

    /** The person by NHS number alone: the name is the reader's own to know. */
    static void subject(ObjectNode parent, NhsNumber number) {
        parent.putObject("subject").set("identifier", identifier(Systems.NHS_NUMBER, number.digits()));
    }

    static ObjectNode coding(String system, String code, String display) {
        return object().put("system", system).put("code", code).put("display", display);
    }

    static void reference(ObjectNode parent, String element, String type, String id) {
        parent.putObject(element).put("reference", type + "/" + id);
    }

    /** One of the three codes of England-ChildProtectionPlan (cp-is.md 11). */
    static void category(ObjectNode parent, PlanType type) {
        ArrayNode codings = parent.putArray("category").addObject().putArray("coding");
        codings.add(
                switch (type) {
                    case CPP -> coding(Systems.SNOMED, "342191000000101", "Subject to child protection plan");
                    case LAC -> coding(Systems.SNOMED, "764841000000100", "Looked after child");
                    case UCP ->
                        coding(Systems.SNOMED, "818901000000100", "Unborn child subject to child protection plan");
                });
    }

    static void period(ObjectNode parent, LocalDate start, Optional<LocalDate> end) {
        ObjectNode period = parent.putObject("period").put("start", start.toString());
        end.ifPresent(day -> period.put("end", day.toString()));
    }

    static void period(ObjectNode parent, ShownPlan plan) {
        period(parent, plan.start(), plan.end());
    }

    /** Office hours as `work`, emergency duty as `mobile` (cp-is.md 10, mapping). */
    static void telecom(ObjectNode parent, Organisation council) {
        ArrayNode telecom = parent.putArray("telecom");
        telecom.addObject()
                .put("system", "phone")
                .put("value", council.officeHoursPhone())
                .put("use", "work");
        telecom.addObject()
                .put("system", "phone")
                .put("value", council.emergencyDutyPhone())
                .put("use", "mobile");
    }
}
