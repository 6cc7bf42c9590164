package uk.gov.warwickshire.mappings.source.ssd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code {"v":1,"child":"…","files":["a.zip"],"rows":{"ssd_person":[[0,2,"…"]]}}}: of each row the file's position, the
 * line and the content.
 */
final class SsdChildRowsJson {

    private static final int VERSION = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SsdChildRowsJson() {}

    static String write(SsdChildRows rows) {
        List<String> files = new ArrayList<>();
        Map<String, List<List<Object>>> byTable = new LinkedHashMap<>();
        for (SsdRow row : rows.all()) {
            int file = files.indexOf(row.file());
            if (file < 0) {
                file = files.size();
                files.add(row.file());
            }
            byTable.computeIfAbsent(row.table().tableName(), t -> new ArrayList<>())
                    .add(List.of(file, row.line(), row.content()));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("v", VERSION);
        document.put("child", rows.childId());
        document.put("files", files);
        document.put("rows", byTable);
        return MAPPER.writeValueAsString(document);
    }

    static SsdChildRows read(String json) {
        try {
            JsonNode document = MAPPER.readTree(json);
            if (document.path("v").asInt(0) != VERSION) {
                throw new IllegalArgumentException("kept rows of another version");
            }
            List<SsdRow> rows = new ArrayList<>();
            document.get("rows").properties().forEach(table -> {
                SsdTable known = SsdTable.ofName(table.getKey())
                        .orElseThrow(() -> new IllegalArgumentException("kept rows name an unknown table"));
                table.getValue().forEach(r -> rows.add(row(known, document.get("files"), r)));
            });
            return new SsdChildRows(document.get("child").asString(), rows);
        } catch (JacksonException | NullPointerException e) {
            throw new IllegalArgumentException("not kept rows", e);
        }
    }

    private static SsdRow row(SsdTable table, JsonNode files, JsonNode row) {
        return new SsdRow(
                table,
                files.get(row.get(0).asInt()).asString(),
                row.get(1).asLong(),
                row.get(2).asString());
    }
}
