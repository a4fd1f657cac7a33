// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What each part of an Office Open XML document is, as its list of content types says. */
record ContentTypes(Map<String, String> byPart, Map<String, String> byExtension) {
    private static final String MAIN = "application/vnd.openxmlformats-officedocument.";

    /** @param xml the list; one with a DTD is none of Office */
    static ContentTypes read(byte[] xml) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        ContentTypes types = new ContentTypes(new HashMap<>(), new HashMap<>());
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new UnfitFile(UnfitFile.UNREADABLE);
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    types.note(reader);
                }
            }
        } catch (XMLStreamException e) {
            throw new UnfitFile(UnfitFile.UNREADABLE);
        }
        return types;
    }

    private void note(XMLStreamReader element) {
        String type = element.getAttributeValue(null, "ContentType");
        if (type != null) {
            String part = element.getAttributeValue(null, "PartName");
            String extension = element.getAttributeValue(null, "Extension");
            if (part != null) {
                byPart.put(part.toLowerCase(Locale.ROOT), type);
            } else if (extension != null) {
                byExtension.put(extension.toLowerCase(Locale.ROOT), type);
            }
        }
    }

    String of(String entry) {
        String name = "/" + entry.toLowerCase(Locale.ROOT);
        return byPart.getOrDefault(name, byExtension.getOrDefault(name.substring(name.lastIndexOf('.') + 1), ""));
    }

    FileKind kind() throws UnfitFile {
        if (types().anyMatch(type -> type.matches(".*(macroenabled|vbaproject|vbadata|activex|sheet\\.binary).*"))) {
            throw new UnfitFile(UnfitFile.MACROS);
        }
        return has("wordprocessingml.document.main+xml") ? FileKind.DOCX : has("spreadsheetml.sheet.main+xml") ? FileKind.XLSX
                : has("presentationml.presentation.main+xml") ? FileKind.PPTX : null;
    }

    private boolean has(String main) {
        return types().anyMatch((MAIN + main)::equals);
    }

    private Stream<String> types() {
        return Stream.concat(byPart.values().stream(), byExtension.values().stream()).map(type -> type.strip().toLowerCase(Locale.ROOT));
    }
}
