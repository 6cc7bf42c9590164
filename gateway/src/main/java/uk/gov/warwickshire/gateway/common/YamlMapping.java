package uk.gov.warwickshire.gateway.common;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Keys and values of a YAML mapping, each with its line; every failure names it. */
public final class YamlMapping {

    private final String file;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    YamlMapping(String file, Node node) {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw problem(node, "keys with values are expected here");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (values.put(key, tuple.getValueNode()) != null) {
                throw problem(tuple.getKeyNode(), "`" + key + "` is given twice");
            }
        }
    }

    public Set<String> keys() {
        return Set.copyOf(values.keySet());
    }

    public void refuseOtherThan(Set<String> known) {
        values.forEach((key, value) -> {
            if (!known.contains(key)) {
                throw problem(value, "unknown key `" + key + "`");
            }
        });
    }

    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(this::scalar).filter(text -> !text.isBlank());
    }

    public String requiredText(String key) {
        return text(key).orElseThrow(() -> missing(key));
    }

    public YamlMapping requiredMapping(String key) {
        return new YamlMapping(file, required(key));
    }

    public List<YamlMapping> requiredMappings(String key) {
        return sequence(required(key)).stream()
                .map(item -> new YamlMapping(file, item))
                .toList();
    }

    public List<String> texts(String key) {
        Node value = values.get(key);
        return value == null
                ? List.of()
                : sequence(value).stream().map(this::scalar).toList();
    }

    public boolean flag(String key) {
        String text = text(key).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw at(key, "`" + key + "` is true or false");
        }
        return text.equals("true");
    }

    /** A failure at the line of the key, or of the mapping if the key is not there. */
    public InvalidFileException at(String key, String message) {
        return problem(values.getOrDefault(key, node), message);
    }

    /** Where the key's value stands, from 1. */
    public int lineOf(String key) {
        return values.getOrDefault(key, node).getStartMark().getLine() + 1;
    }

    private Node required(String key) {
        return Optional.ofNullable(values.get(key)).orElseThrow(() -> missing(key));
    }

    private InvalidFileException missing(String key) {
        return problem(node, "`" + key + "` is missing");
    }

    private List<Node> sequence(Node value) {
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw problem(value, "a list is expected here");
    }

    private String scalar(Node value) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        throw problem(value, "a single value is expected here");
    }

    private InvalidFileException problem(Node where, String message) {
        return new InvalidFileException(file, where.getStartMark().getLine() + 1, message);
    }
}
