package uk.gov.warwickshire.mappings.source.cin;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.gov.warwickshire.mappings.source.code.CodeLists;
import uk.gov.warwickshire.mappings.source.ssd.ReadOptions;

/** What the readers of the modules share while one child is read. */
final class CensusContext {

    private final ReadOptions options;
    private final CodeLists codes;
    private final CensusFindings findings;
    private final Map<String, Integer> ids = new HashMap<>();

    CensusContext(CensusEntry entry, ReadOptions options) {
        this.options = options;
        this.codes = CodeLists.STANDARD.with(options.localCodes());
        this.findings = new CensusFindings(entry);
    }

    ReadOptions options() {
        return options;
    }

    CodeLists codes() {
        return codes;
    }

    CensusFindings findings() {
        return findings;
    }

    ModuleReader reader(CensusModule module, long line) {
        return new ModuleReader(module, line, this);
    }

    /**
     * The census gives nothing but the child an id, so a thing is known by the day it began: the same plan in next
     * year's return is the same plan. Of several of one day the order in the file decides.
     */
    String id(CensusModule module, Optional<LocalDate> day) {
        return id(module.element(), day);
    }

    String conferenceId(Optional<LocalDate> day) {
        return id("conference", day);
    }

    private String id(String kind, Optional<LocalDate> day) {
        String id = "cin-" + day.map(LocalDate::toString).orElse("undated");
        int before = ids.merge(kind + "|" + id, 1, Integer::sum);
        return before == 1 ? id : id + "-" + before;
    }
}
