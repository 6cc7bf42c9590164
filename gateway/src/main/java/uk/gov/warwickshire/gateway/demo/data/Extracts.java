package uk.gov.warwickshire.gateway.demo.data;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes each family into the extract of its case system, and a few children into the census. */
final class Extracts {

    /** Every so many families a child carries an oddity that a reader only warns of. */
    private static final int ODD_EVERY = 40;

    private final Map<CaseSystem, SsdExtract> open = new EnumMap<>(CaseSystem.class);
    private final LocalDate today;
    private final CensusReturn census;

    private Extracts(LocalDate today) {
        this.today = today;
        this.census = new CensusReturn(today);
    }

    /** The census in the folder, if it has any child. */
    static final String CENSUS = "census.xml";

    /** @param folder where the zips and the census go, and what they are made of */
    static void write(Path folder, List<SyntheticFamily> families, LocalDate today) throws IOException {
        Extracts extracts = new Extracts(today);
        try {
            for (CaseSystem system : CaseSystem.values()) {
                SsdExtract extract = new SsdExtract(system, folder.resolve(system.name()));
                extracts.open.put(system, extract);
                Workforce.write(extract);
            }
            families.forEach(extracts::family);
            Blemishes.ofNobody(extracts.of(CaseSystem.LIQUIDLOGIC), today);
            for (CaseSystem system : CaseSystem.values()) {
                extracts.of(system).zipTo(folder.resolve(system.fileName()));
            }
            if (!extracts.census.isEmpty()) {
                extracts.census.write(folder.resolve(CENSUS));
            }
        } finally {
            extracts.open.values().forEach(SsdExtract::close);
        }
    }

    private void family(SyntheticFamily family) {
        SsdExtract out = of(family.system());
        Draw draw = Draw.of(family.seed(), 0);
        PersonRows persons = new PersonRows(out, family, draw, today);
        persons.write();
        for (SyntheticChild child : family.children()) {
            CaseFile file = CaseFile.of(child, family.home(), out, draw, today);
            History.write(file);
            census.offer(file);
            if (child.situation() == Situation.ROW_REJECTED) {
                Blemishes.unreadableRow(file);
            } else if (child.situation() == Situation.PLAIN && child.number() % ODD_EVERY == 0) {
                Blemishes.oddButReadable(file);
            }
        }
    }

    private SsdExtract of(CaseSystem system) {
        SsdExtract found = open.get(system);
        if (found == null) {
            throw new IllegalStateException("no extract is open for " + system);
        }
        return found;
    }
}
