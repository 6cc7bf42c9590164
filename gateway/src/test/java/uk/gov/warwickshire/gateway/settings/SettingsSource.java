package uk.gov.warwickshire.gateway.settings;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The records of the settings as they are written: names, types, defaults, and the words of their Javadoc. */
final class SettingsSource {

    /** One component of a record; the default is empty where there is none. */
    record Component(String name, String type, List<String> defaults, String words) {}

    private final Map<String, List<Component>> records = new HashMap<>();

    /** @param folder of the package's source files */
    static SettingsSource read(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SettingsSource source = new SettingsSource();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> found = Files.list(folder)) {
            List<Path> javaFiles =
                    found.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(javaFiles));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                source.new Reader(docs).scan(unit, null);
            }
        }
        return source;
    }

    /** Empty if it is no record of this package. */
    List<Component> componentsOf(String simpleName) {
        return records.getOrDefault(simpleName, List.of());
    }

    private final class Reader extends TreePathScanner<Void, Void> {

        private final DocTrees docs;

        Reader(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (type.getKind() == Tree.Kind.RECORD) {
                Map<String, String> words = words(getCurrentPath());
                List<Component> components = new ArrayList<>();
                type.getMembers().stream()
                        .filter(VariableTree.class::isInstance)
                        .map(VariableTree.class::cast)
                        .filter(field ->
                                !field.getModifiers().getFlags().contains(javax.lang.model.element.Modifier.STATIC))
                        .forEach(field -> components.add(new Component(
                                field.getName().toString(),
                                field.getType().toString(),
                                defaults(field),
                                words.getOrDefault(field.getName().toString(), ""))));
                records.put(type.getSimpleName().toString(), List.copyOf(components));
            }
            return super.visitClass(type, nothing);
        }

        private Map<String, String> words(TreePath path) {
            DocCommentTree comment = docs.getDocCommentTree(path);
            return comment == null
                    ? Map.of()
                    : comment.getBlockTags().stream()
                            .filter(ParamTree.class::isInstance)
                            .map(ParamTree.class::cast)
                            .collect(Collectors.toMap(
                                    tag -> tag.getName().toString(), tag -> tag.getDescription().stream()
                                            .map(Object::toString)
                                            .collect(Collectors.joining())
                                            .replaceAll("\\s+", " ")
                                            .strip()));
        }
    }

    private static List<String> defaults(VariableTree field) {
        return field.getModifiers().getAnnotations().stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals("DefaultValue"))
                .flatMap(SettingsSource::values)
                .toList();
    }

    private static Stream<String> values(AnnotationTree annotation) {
        return annotation.getArguments().stream().flatMap(SettingsSource::literals);
    }

    private static Stream<String> literals(ExpressionTree value) {
        if (value instanceof AssignmentTree assignment) {
            return literals(assignment.getExpression());
        }
        if (value instanceof NewArrayTree array) {
            return array.getInitializers().stream().flatMap(SettingsSource::literals);
        }
        return value instanceof LiteralTree literal ? Stream.of(String.valueOf(literal.getValue())) : Stream.empty();
    }
}
