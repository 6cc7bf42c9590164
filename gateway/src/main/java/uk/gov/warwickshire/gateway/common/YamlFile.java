package uk.gov.warwickshire.gateway.common;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.representer.Representer;

/** A small YAML file, as a tree that keeps its lines, and the hash of its bytes. */
public record YamlFile(String name, YamlMapping root, String hash) {

    private static final int LIMIT = 1_000_000;
    private static final int HASH_LENGTH = 12;

    /** @throws InvalidFileException if it is no YAML that is taken here */
    public static YamlFile read(Resource resource) {
        String name = Optional.ofNullable(resource.getFilename()).orElse(resource.getDescription());
        byte[] content = bytes(name, resource);
        Node node;
        try {
            node = yaml().compose(new StringReader(new String(content, StandardCharsets.UTF_8)));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
            throw new InvalidFileException(name, line + 1, "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new InvalidFileException(name, "not YAML that is taken here: " + e.getMessage());
        }
        if (node == null) {
            throw new InvalidFileException(name, "the file is empty");
        }
        return new YamlFile(name, new YamlMapping(name, node), hash(content));
    }

    /** Declared version and content: two files that differ never have the same. */
    public String version() {
        return root.requiredText("version") + "+" + hash;
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LIMIT);
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        return new Yaml(
                new SafeConstructor(options), new Representer(new DumperOptions()), new DumperOptions(), options);
    }

    private static byte[] bytes(String name, Resource resource) {
        try (var in = resource.getInputStream()) {
            byte[] content = in.readNBytes(LIMIT + 1);
            if (content.length > LIMIT) {
                throw new InvalidFileException(name, "the file is larger than " + LIMIT + " bytes");
            }
            return content;
        } catch (IOException e) {
            throw new InvalidFileException(name, "the file cannot be read");
        }
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
