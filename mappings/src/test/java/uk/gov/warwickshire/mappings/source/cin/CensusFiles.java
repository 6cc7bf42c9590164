package uk.gov.warwickshire.mappings.source.cin;

import java.util.ArrayList;
import java.util.List;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;

/** Reads a whole census for tests. */
public final class CensusFiles {

    private CensusFiles() {}

    /** What a file came to. */
    public record Whole(CensusSurvey survey, List<DeliveredChild> children) {

        /** Of the file and of its children. */
        public List<Rejection> findings() {
            List<Rejection> all = new ArrayList<>(survey.findings());
            children.forEach(c -> all.addAll(c.findings()));
            return all;
        }

        public List<String> codes() {
            return findings().stream().map(Rejection::code).distinct().sorted().toList();
        }
    }

    public static Whole read(byte[] bytes) throws DamagedFileException {
        return read("census.xml", ByteSource.of(bytes));
    }

    public static Whole read(String file, ByteSource bytes) throws DamagedFileException {
        CensusReader reader = new CensusReader();
        CensusSurvey survey = reader.survey(file, bytes);
        List<DeliveredChild> children = new ArrayList<>();
        reader.<RuntimeException>children(survey, bytes, children::add);
        return new Whole(survey, children);
    }
}
