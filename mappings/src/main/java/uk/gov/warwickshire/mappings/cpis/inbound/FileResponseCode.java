package uk.gov.warwickshire.mappings.cpis.inbound;

import java.util.Arrays;
import java.util.Optional;

/** CP-ISUploadFileResponse 2.0 (cp-is.md 6): the meaning is the specification's, the remedy is ours. */
public enum FileResponseCode {
    CPF01(
            "File level error: corrupt or not formed correctly",
            "Nothing was loaded. Stop sending, correct the file, then send again"),
    CPF02("All records uploaded", "Nothing to do"),
    CPF03("Partial: valid records loaded, some invalid ones rejected", "Settle each record that was returned"),
    CPF04("Unsuccessful: no record loaded", "Stop sending and look at the records that were returned"),
    CPF05("PDS error, Spine unavailable: the file has to be sent again", "Send the whole file again"),
    CPF06("The CP-IS client version is no longer supported", "Correct the configuration of the connection");

    private final String meaning;
    private final String remedy;

    FileResponseCode(String meaning, String remedy) {
        this.meaning = meaning;
        this.remedy = remedy;
    }

    public String meaning() {
        return meaning;
    }

    public String remedy() {
        return remedy;
    }

    static Optional<FileResponseCode> of(String code) {
        return Arrays.stream(values()).filter(c -> c.name().equals(code)).findFirst();
    }
}
