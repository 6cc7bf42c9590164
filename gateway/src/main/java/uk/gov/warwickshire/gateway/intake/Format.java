package uk.gov.warwickshire.gateway.intake;

import java.util.Arrays;
import java.util.Optional;

/** What kinds of file are taken in. */
public enum Format {
    SSD("ssd", "zip", Lane.RECORDS),
    IDENTITY("identity", "csv", Lane.RECORDS),
    DIRECTORY("directory", "csv", Lane.RECORDS),
    CHOICES("choices", "csv", Lane.CHOICES),
    CIN_CENSUS("cin-census", "xml", Lane.RECORDS);

    /** Batches of one lane are read one after another; a choice never waits behind an extract. */
    public enum Lane {
        RECORDS,
        CHOICES
    }

    private final String code;
    private final String extension;
    private final Lane lane;

    Format(String code, String extension, Lane lane) {
        this.code = code;
        this.extension = extension;
        this.lane = lane;
    }

    /** Folder of the inbox and last part of the address. */
    public String code() {
        return code;
    }

    public String extension() {
        return extension;
    }

    public Lane lane() {
        return lane;
    }

    public static Optional<Format> ofCode(String code) {
        return Arrays.stream(values()).filter(f -> f.code.equals(code)).findFirst();
    }
}
