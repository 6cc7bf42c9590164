package uk.gov.warwickshire.mappings.cpis.upload;

import java.util.Optional;
import uk.gov.warwickshire.mappings.cpis.SendableText;

/**
 * The local authority that sends. Whether a phone is mandatory in the upload is not known (cp-is.md, unknown 5); readers
 * in a hospital ring these numbers, so give both.
 *
 * @param odsCode as registered with CP-IS
 * @param name as readers know it
 * @param emergencyDutyPhone out of hours
 */
public record Sender(
        String odsCode, String name, Optional<String> emergencyDutyPhone, Optional<String> officeHoursPhone) {

    public Sender {
        SendableText.require(odsCode, "odsCode");
        SendableText.require(name, "name");
        emergencyDutyPhone.ifPresent(phone -> SendableText.require(phone, "emergencyDutyPhone"));
        officeHoursPhone.ifPresent(phone -> SendableText.require(phone, "officeHoursPhone"));
    }

    /** `ODSCode:ODSName`, who assigned a local id (cp-is.md 5). */
    String assigningAuthority() {
        return odsCode + ":" + name;
    }
}
