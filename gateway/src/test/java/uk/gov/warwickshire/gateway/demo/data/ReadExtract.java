package uk.gov.warwickshire.gateway.demo.data;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.Network;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.RowSink;
import uk.gov.warwickshire.mappings.source.ssd.ArchiveLimits;
import uk.gov.warwickshire.mappings.source.ssd.ReadOptions;
import uk.gov.warwickshire.mappings.source.ssd.ReadOutcome;
import uk.gov.warwickshire.mappings.source.ssd.ReferenceData;
import uk.gov.warwickshire.mappings.source.ssd.RowLink;
import uk.gov.warwickshire.mappings.source.ssd.SsdArchive;
import uk.gov.warwickshire.mappings.source.ssd.SsdChildReader;
import uk.gov.warwickshire.mappings.source.ssd.SsdChildRows;
import uk.gov.warwickshire.mappings.source.ssd.SsdReferenceReader;
import uk.gov.warwickshire.mappings.source.ssd.SsdRow;
import uk.gov.warwickshire.mappings.source.ssd.SsdTable;
import uk.gov.warwickshire.mappings.source.ssd.StagedRow;

/** An extract read in memory, as intake reads it through its staging tables. */
final class ReadExtract implements ReferenceData, RowSink<StagedRow, RuntimeException> {

    private final String file;
    private final List<StagedRow> rows = new ArrayList<>();
    private final Map<RowLink, RowLink> ownerOf = new HashMap<>();
    private final Map<String, SsdRow> persons = new HashMap<>();
    private final Map<String, SsdRow> professionals = new HashMap<>();
    private final Map<String, SsdRow> teams = new HashMap<>();
    final List<Rejection> findings = new ArrayList<>();
    final List<StagedRow> orphans = new ArrayList<>();
    final Map<String, ReadOutcome> outcomes = new LinkedHashMap<>();

    private ReadExtract(String file) {
        this.file = file;
    }

    static ReadExtract of(Path zip, LocalDate today) throws Exception {
        ReadExtract extract = new ReadExtract(zip.getFileName().toString());
        try (SsdArchive archive = SsdArchive.open(zip, extract.file, ArchiveLimits.DEFAULT)) {
            extract.findings.addAll(archive.warnings());
            archive.read(extract);
        }
        extract.children()
                .forEach((child, rows) -> extract.outcomes.put(
                        child,
                        new SsdChildReader()
                                .read(
                                        new SsdChildRows(child, rows),
                                        Identity.UNKNOWN,
                                        extract,
                                        ReadOptions.on(today))));
        return extract;
    }

    @Override
    public void row(StagedRow row) {
        rows.add(row);
        row.provides().ifPresent(key -> ownerOf.put(key, row.owner()));
        SsdRow read = row.in(file);
        switch (row.owner().kind()) {
            case PROFESSIONAL -> professionals.put(row.owner().key(), read);
            case TEAM -> teams.put(row.owner().key(), read);
            default -> {
                if (row.table() == SsdTable.PERSON) {
                    persons.put(row.owner().key(), read);
                }
            }
        }
    }

    @Override
    public void finding(Rejection finding) {
        findings.add(finding);
    }

    private Map<String, List<SsdRow>> children() {
        Map<String, List<SsdRow>> children = new LinkedHashMap<>();
        for (StagedRow row : rows) {
            if (row.table().isReference()) {
                continue;
            }
            Optional<RowLink> owner = Optional.of(row.owner());
            while (owner.isPresent() && owner.get().kind() != RowLink.Kind.CHILD) {
                owner = owner.map(ownerOf::get);
            }
            owner.ifPresentOrElse(
                    o -> children.computeIfAbsent(o.key(), c -> new ArrayList<>())
                            .add(row.in(file)),
                    () -> orphans.add(row));
        }
        return children;
    }

    @Override
    public Optional<Network.Professional> professional(String professionalId) {
        return Optional.ofNullable(professionals.get(professionalId)).map(SsdReferenceReader::professional);
    }

    @Override
    public Optional<Network.Team> team(String teamId) {
        return Optional.ofNullable(teams.get(teamId)).map(row -> SsdReferenceReader.team(row, Optional.empty()));
    }

    @Override
    public Optional<SsdRow> person(String personId) {
        return Optional.ofNullable(persons.get(personId));
    }
}
