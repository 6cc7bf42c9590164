package uk.gov.warwickshire.mappings.source.cin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import uk.gov.warwickshire.mappings.source.DamagedFileException;

/** One file being parsed; holds one child at a time. Broken input shows as any exception of the parser's. */
final class CensusParser {

    private static final String ROOT = "Message";

    private final String file;
    private final XMLStreamReader reader;
    private final CensusLimits limits;
    private final UnknownElements unknown;
    private final List<ShapeNote> notes = new ArrayList<>();
    private Optional<CensusHeader> header = Optional.empty();
    private long children;
    private int depth;
    private int elements;

    CensusParser(String file, XMLStreamReader reader, CensusLimits limits) {
        this.file = file;
        this.reader = reader;
        this.limits = limits;
        this.unknown = new UnknownElements(file);
    }

    <E extends Exception> CensusOutline document(CensusFile.Sink<E> sink) throws DamagedFileException, E {
        List<ShapeNote> ofFile = new ArrayList<>();
        boolean rootSeen = false;
        while (next() != XMLStreamConstants.END_DOCUMENT) {
            if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
                rootSeen = true;
                if (!reader.getLocalName().equalsIgnoreCase(ROOT)) {
                    throw damaged("it is no Child in Need Census: its root is not Message");
                }
                message(sink, ofFile);
            }
        }
        if (!rootSeen || children == 0) {
            throw damaged("it holds no child");
        }
        return new CensusOutline(file, header, children, ofFile, unknown.findings());
    }

    private <E extends Exception> void message(CensusFile.Sink<E> sink, List<ShapeNote> ofFile)
            throws DamagedFileException, E {
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = name(ROOT).orElse("");
                if (name.equals("Header") && header.isEmpty()) {
                    CensusHeader read = CensusHeader.of(container("Header", CensusModule.HEADER));
                    header = Optional.of(read);
                    sink.header(read);
                    ofFile.addAll(notes);
                } else if (name.equals("Children")) {
                    children(sink);
                } else {
                    skip(ROOT);
                }
                notes.clear();
                elements = 0;
            }
        }
    }

    private <E extends Exception> void children(CensusFile.Sink<E> sink) throws DamagedFileException, E {
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                elements = 0;
                notes.clear();
                if (name("Children").isPresent()) {
                    children++;
                    CensusNode child = container("Child", CensusModule.CHILD);
                    sink.child(new ParsedChild(CensusChild.of(child), notes));
                } else {
                    skip("Children");
                }
            }
        }
    }

    /** Standing at its start; ends standing at its end. */
    private CensusNode container(String name, CensusModule module) throws DamagedFileException {
        long line = line();
        List<CensusNode> held = new ArrayList<>();
        boolean stray = false;
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                part(name, module, held);
            } else if (isText(event) && !reader.isWhiteSpace()) {
                stray = true;
            }
        }
        if (stray) {
            notes.add(ShapeNote.strayText(module, line));
        }
        return new CensusNode(name, line, "", held);
    }

    private void part(String container, CensusModule module, List<CensusNode> held) throws DamagedFileException {
        Optional<CensusShape.Part> known = CensusShape.part(container, reader.getLocalName());
        if (known.isEmpty()) {
            skip(container);
            return;
        }
        String name = known.get().name();
        CensusNode node = CensusShape.isContainer(name)
                ? container(name, CensusModule.ofElement(name).orElse(module))
                : leaf(name, module);
        Optional<CensusNode> earlier = known.get().repeats()
                ? Optional.empty()
                : held.stream().filter(h -> h.name().equals(name)).findFirst();
        if (earlier.isEmpty()) {
            held.add(node);
        } else if (!earlier.get().text().equals(node.text()) || CensusShape.isContainer(name)) {
            CensusModule of = CensusModule.ofElement(name).orElse(module);
            notes.add(ShapeNote.repeated(of, node.line(), CensusShape.isContainer(name) ? "" : name));
        }
    }

    private CensusNode leaf(String name, CensusModule module) throws DamagedFileException {
        long line = line();
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                skip(name);
            } else if (isText(event)) {
                tooLong |= text.length() + reader.getTextLength() > limits.text();
                text.append(tooLong ? "" : reader.getText());
            }
        }
        if (tooLong) {
            notes.add(ShapeNote.tooLong(module, line, name));
        }
        return new CensusNode(name, line, tooLong ? "" : text.toString().strip(), List.of());
    }

    private void skip(String container) throws DamagedFileException {
        unknown.add(container, reader.getLocalName(), line());
        int open = 1;
        while (open > 0) {
            int event = next();
            open += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private Optional<String> name(String container) {
        return CensusShape.part(container, reader.getLocalName()).map(CensusShape.Part::name);
    }

    private int next() throws DamagedFileException {
        int event;
        try {
            event = reader.next();
        } catch (XMLStreamException e) {
            throw CensusFile.damaged(file, e.getLocation(), "it is not well-formed XML, or it breaks off");
        } catch (RuntimeException e) {
            // The parser throws these on some broken input; their message may repeat a value.
            throw damaged("it is not well-formed XML");
        }
        switch (event) {
            case XMLStreamConstants.DTD -> throw damaged("it has a document type declaration, which is refused");
            case XMLStreamConstants.ENTITY_REFERENCE -> throw damaged("it uses an entity, which is refused");
            case XMLStreamConstants.START_ELEMENT -> opened();
            case XMLStreamConstants.END_ELEMENT -> depth--;
            default -> {
                // text is read by whoever waits for it; comments and instructions say nothing
            }
        }
        return event;
    }

    private void opened() throws DamagedFileException {
        if (++depth > limits.depth()) {
            throw damaged("its elements are nested too deeply");
        }
        if (++elements > limits.elementsPerChild()) {
            throw damaged("one child has more than " + limits.elementsPerChild() + " elements");
        }
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
    }

    private long line() {
        return Math.max(reader.getLocation().getLineNumber(), 1);
    }

    private DamagedFileException damaged(String problem) {
        return CensusFile.damaged(file, reader.getLocation(), problem);
    }
}
