package org.dargah.documents.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.transform.Templates;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.sax.TransformerHandler;
import javax.xml.transform.stream.StreamSource;
import org.apache.fop.apps.FOPException;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.events.Event;
import org.apache.fop.events.EventFormatter;
import org.apache.fop.events.model.EventSeverity;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;
import org.apache.xmlgraphics.util.MimeConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Apache FOP with our stylesheet and fonts, set up once. */
final class Press {

    private static final Logger LOG = LoggerFactory.getLogger(Press.class);

    /**
     * Never opened. Batik wants a base that looks like an address, and Java searches the whole
     * class path for whoever knows a scheme that is not its own, twice for each font.
     */
    private static final URI NOWHERE = URI.create("https://nowhere.invalid/");

    private static final List<String> FONTS =
            List.of("fonts/Vazirmatn-Regular.ttf", "fonts/Vazirmatn-Bold.ttf");

    private final FopFactory fop;
    private final Templates stylesheet;
    private final FontCase fontCase;

    Press() {
        nameTheTransformer();
        try (InputStream conf = open("documents/fop.xconf");
                InputStream xsl = open("documents/sheet.xsl")) {
            Map<URI, PrintFont> fonts = new HashMap<>();
            for (String path : FONTS) {
                fonts.put(NOWHERE.resolve(path), PrintFont.read(path));
            }
            fontCase = new FontCase(fonts.values());
            fop =
                    new FopConfParser(conf, NOWHERE, new FontsOnly(fonts))
                            .getFopFactoryBuilder()
                            .build();
            // The JDK's own, whatever another library puts on the class path.
            stylesheet =
                    TransformerFactory.newDefaultInstance().newTemplates(new StreamSource(xsl));
        } catch (IOException | SAXException | TransformerConfigurationException e) {
            throw new IllegalStateException("the press could not be set up", e);
        }
    }

    /**
     * FOP asks for a transformer some ten times a sheet, each time by a search through every jar on
     * the class path, of which the signed ones are checked anew: a fifth of all the work of a busy
     * program. Named once, nothing is searched.
     */
    private static void nameTheTransformer() {
        String name = TransformerFactory.class.getName();
        if (System.getProperty(name) == null) {
            System.setProperty(name, TransformerFactory.newDefaultInstance().getClass().getName());
        }
    }

    /**
     * A handler that turns the events of a sheet into a PDF on {@code out}. One at a time: FOP
     * reads its fonts here from a document tree that two threads may not read at once.
     */
    synchronized ContentHandler open(OutputStream out, Date moment) {
        try {
            FOUserAgent agent = fop.newFOUserAgent();
            agent.setProducer("Dargah");
            agent.setCreationDate(moment);
            agent.getEventBroadcaster().addEventListener(Press::complain);
            TransformerHandler handler =
                    ((SAXTransformerFactory) TransformerFactory.newDefaultInstance())
                            .newTransformerHandler(stylesheet);
            handler.setResult(
                    new SAXResult(
                            new Letters(
                                    fop.newFop(MimeConstants.MIME_PDF, agent, out)
                                            .getDefaultHandler())));
            return handler;
        } catch (FOPException | TransformerConfigurationException e) {
            throw new IllegalStateException("the press could not be opened", e);
        }
    }

    /** FOP reports each rendered page too; only what a reader would miss is worth a line. */
    private static void complain(Event event) {
        if (event.getSeverity() != EventSeverity.INFO) {
            LOG.warn("{}", EventFormatter.format(event));
        }
    }

    FontCase fontCase() {
        return fontCase;
    }

    static InputStream open(String path) {
        return Objects.requireNonNull(Press.class.getClassLoader().getResourceAsStream(path), path);
    }

    /** Nothing else can be drawn into a sheet, whatever a template says. */
    private record FontsOnly(Map<URI, PrintFont> fonts) implements ResourceResolver {
        @Override
        public Resource getResource(URI uri) throws IOException {
            PrintFont font = fonts.get(uri);
            if (font == null) {
                throw new IOException("only the fonts of the press are read");
            }
            return new Resource(new ByteArrayInputStream(font.file()));
        }

        @Override
        public OutputStream getOutputStream(URI uri) {
            return new ByteArrayOutputStream();
        }
    }
}
