package uk.gov.warwickshire.mappings.cpis.inbound;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One detail of an acknowledgement, as it came.
 *
 * @param code CPF.., CPR.. or one this version does not know
 * @param display text beside the code
 * @param qualifier code of the detail vocabulary (CPR07), which is not public: opaque
 * @param locations XPaths into the upload that the detail is about
 */
public record ResponseDetail(
        String code, Optional<String> display, Optional<Qualifier> qualifier, List<String> locations) {

    /** An opaque code with its display. */
    public record Qualifier(String code, Optional<String> display) {}

    public ResponseDetail {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(display, "display");
        Objects.requireNonNull(qualifier, "qualifier");
        locations = List.copyOf(locations);
    }

    /** Empty for a code of another list or one this version does not know. */
    public Optional<FileResponseCode> fileCode() {
        return FileResponseCode.of(code);
    }

    /** Empty for a code of another list or one this version does not know. */
    public Optional<RecordResponseCode> recordCode() {
        return RecordResponseCode.of(code);
    }
}
