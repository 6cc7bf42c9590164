package uk.gov.warwickshire.gateway.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Looks for words in everything that the files of a Lucene index hold: every term of every field and every stored value,
 * documents that are deleted and not yet merged away among them, and files that no commit names any more.
 */
public final class IndexSearch {

    private IndexSearch() {}

    /** Places below the folder where one of the words stands; the words are compared without case. */
    public static Set<String> of(Path folder, Collection<String> words) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path index : indexes(folder)) {
            try (Directory directory = FSDirectory.open(index);
                    DirectoryReader reader = DirectoryReader.open(directory)) {
                for (LeafReaderContext leaf : reader.leaves()) {
                    search(index, leaf.reader(), words, found);
                }
                Set<String> committed =
                        Set.copyOf(SegmentInfos.readLatestCommit(directory).files(true));
                Stream.of(directory.listAll())
                        .filter(file -> !committed.contains(file) && !file.equals("write.lock"))
                        .forEach(file -> found.add(index.getFileName() + ": file of an earlier commit " + file));
            }
        }
        return found;
    }

    /** How many indexes with documents there are: a search of none proves nothing. */
    public static long documents(Path folder) throws IOException {
        long documents = 0;
        for (Path index : indexes(folder)) {
            try (Directory directory = FSDirectory.open(index);
                    DirectoryReader reader = DirectoryReader.open(directory)) {
                documents += reader.numDocs();
            }
        }
        return documents;
    }

    private static List<Path> indexes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("segments_"))
                    .map(Path::getParent)
                    .distinct()
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }

    private static void search(Path index, LeafReader reader, Collection<String> words, Set<String> found)
            throws IOException {
        for (FieldInfo field : reader.getFieldInfos()) {
            Terms terms = reader.terms(field.name);
            if (terms != null) {
                TermsEnum each = terms.iterator();
                for (BytesRef term = each.next(); term != null; term = each.next()) {
                    note(index, field.name, term.utf8ToString(), words, found);
                }
            }
        }
        StoredFields stored = reader.storedFields();
        for (int document = 0; document < reader.maxDoc(); document++) {
            stored.document(document)
                    .forEach(field -> note(
                            index,
                            field.name(),
                            field.binaryValue() == null
                                    ? String.valueOf(field.stringValue())
                                    : field.binaryValue().utf8ToString(),
                            words,
                            found));
        }
    }

    private static void note(Path index, String field, String value, Collection<String> words, Set<String> found) {
        words.stream()
                .filter(word ->
                        value.toLowerCase(java.util.Locale.ROOT).contains(word.toLowerCase(java.util.Locale.ROOT)))
                .forEach(word -> found.add(index.getFileName() + ": " + field));
    }
}
